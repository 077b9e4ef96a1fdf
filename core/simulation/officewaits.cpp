// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/officelog.h"
#include "core/simulation/officequeue.h"

#include <map>
#include <tuple>

namespace tiepdon {
namespace {

/// A queue not looked at for so long says nothing about how full the office is.
constexpr std::int64_t kLookedLatelyMin = 10;

struct Look {
    std::size_t queue = 0;
    std::size_t day = 0;
    std::int64_t minute = 0;
    std::int64_t counters = 0;
    double serviceMin = 0;
};

/// The people of one queue on one day, first come first, and how many of them have been seen.
struct DayList {
    std::vector<OfficePerson> people;
    std::size_t seen = 0;
};

/// The days and queues of a file, in order.
struct OfficeDays {
    std::map<std::string, std::size_t> days;
    std::vector<std::size_t> officeOf; ///< of each queue
    std::map<std::pair<std::size_t, std::size_t>, DayList> lists; ///< of a queue on a day
    std::vector<Look> looks; ///< in order of time
};

OfficeDays inOrder(const std::vector<OfficeTicketRow> &tickets, const std::vector<OfficeScreenRow> &screens)
{
    OfficeDays result;
    std::map<std::pair<std::int64_t, std::string>, std::size_t> queues;
    std::map<std::string, std::size_t> offices;
    for (const OfficeScreenRow &screen : screens)
        result.days.emplace(screen.date, 0);
    std::size_t day = 0;
    for (auto &[date, index] : result.days)
        index = day++;
    for (const OfficeTicketRow &ticket : tickets) {
        const auto date = result.days.find(ticket.date);
        if (date == result.days.end())
            continue; // nobody looked at a screen
        const std::size_t office = offices.emplace(ticket.office, offices.size()).first->second;
        const auto [queue, isNew] = queues.emplace(std::pair(ticket.queue, ticket.letter), queues.size());
        if (isNew)
            result.officeOf.push_back(office);
        result.lists[{queue->second, date->second}].people.push_back(
            {ticket.number, ticket.arrivalMin, ticket.callMin});
    }
    for (auto &[key, list] : result.lists)
        std::sort(list.people.begin(), list.people.end(), [](const OfficePerson &a, const OfficePerson &b) {
            return std::tie(a.arrivalMin, a.number) < std::tie(b.arrivalMin, b.number);
        });
    for (const OfficeScreenRow &screen : screens)
        if (const auto queue = queues.find({screen.queue, screen.letter}); queue != queues.end())
            result.looks.push_back(
                {queue->second, result.days[screen.date], screen.minute, screen.counters, screen.serviceMin});
    std::stable_sort(result.looks.begin(), result.looks.end(), [](const Look &a, const Look &b) {
        return std::tie(a.day, a.minute) < std::tie(b.day, b.minute);
    });
    return result;
}

/// Goes through the looks and asks about everybody.
class Walk
{
public:
    Walk(OfficeDays days) : m_days(std::move(days)), m_queues(m_days.officeOf.size())
    {
        m_people.who = "people";
        m_newcomers.who = "newcomers";
        m_people.days = m_newcomers.days = m_days.days.size();
    }

    std::vector<AskedWaits> done()
    {
        std::size_t day = m_days.days.size();
        for (auto from = m_days.looks.begin(); from != m_days.looks.end();) {
            const auto to = std::find_if(from, m_days.looks.end(), [&from](const Look &look) {
                return look.day != from->day || look.minute != from->minute;
            });
            if (from->day != day)
                openDay(day = from->day);
            // everything that is seen at a time is seen before anybody asks
            for (auto look = from; look != to; ++look)
                see(*look);
            for (auto look = from; look != to; ++look)
                ask(*look);
            from = to;
        }
        return {std::move(m_people), std::move(m_newcomers)};
    }

private:
    void openDay(std::size_t day)
    {
        const auto date = std::find_if(m_days.days.begin(), m_days.days.end(),
                                       [day](const auto &each) { return each.second == day; });
        // 1970 began on a Thursday
        const auto weekday = static_cast<std::size_t>((dayStart(date->first, 0) / kDayMs + 3) % 7);
        for (OfficeQueue &queue : m_queues)
            queue.openDay(weekday, m_habits);
    }

    static TimeMs msOf(const Look &look)
    {
        return static_cast<TimeMs>(look.day) * kDayMs + look.minute * kMinuteMs;
    }

    void see(const Look &look)
    {
        DayList &list = m_days.lists[{look.queue, look.day}];
        for (; list.seen < list.people.size() && list.people[list.seen].arrivalMin <= look.minute; ++list.seen)
            m_queues[look.queue].arrived(list.people[list.seen]);
        m_queues[look.queue].look(look.minute, look.counters, look.serviceMin, msOf(look), m_habits);
    }

    void ask(const Look &look)
    {
        OfficeQueue &queue = m_queues[look.queue];
        if (queue.people().empty())
            return;
        double elsewhere = 0;
        for (std::size_t i = 0; i < m_queues.size(); ++i)
            if (i != look.queue && m_days.officeOf[i] == m_days.officeOf[look.queue]
                && m_queues[i].lookedMin() >= look.minute - kLookedLatelyMin)
                elsewhere += static_cast<double>(m_queues[i].people().size());
        for (std::size_t i = 0; i < queue.people().size(); ++i) {
            if (queue.people()[i].arrivalMin != look.minute)
                continue;
            const AskedWait asked = queue.asked(static_cast<std::int64_t>(i), elsewhere, msOf(look), m_habits);
            queue.remember(i, asked, m_habits);
            keep(m_people, asked, look, queue.people()[i].callMin);
        }
        const DayList &list = m_days.lists[{look.queue, look.day}];
        const OfficePerson &last = queue.people().back();
        const bool isFollowed = list.seen < list.people.size() && list.people[list.seen].arrivalMin <= last.callMin;
        keep(m_newcomers,
             queue.asked(static_cast<std::int64_t>(queue.people().size()), elsewhere, msOf(look), m_habits), look,
             isFollowed ? list.people[list.seen].callMin : last.callMin);
    }

    static void keep(AskedWaits &waits, AskedWait asked, const Look &look, std::int64_t callMin)
    {
        asked.group = static_cast<std::int64_t>(look.queue);
        asked.day = look.day;
        asked.actualMs = static_cast<double>((callMin - look.minute) * kMinuteMs);
        asked.calledMs = asked.askedMs + (callMin - look.minute) * kMinuteMs;
        waits.waits.push_back(std::move(asked));
    }

    OfficeDays m_days;
    OfficeHabits m_habits;
    std::vector<OfficeQueue> m_queues;
    AskedWaits m_people;
    AskedWaits m_newcomers;
};

} // namespace

Result<std::vector<AskedWaits>> officeWaits(const CsvText &ticketText, const CsvText &screenText)
{
    const auto tickets = officeTickets(ticketText);
    if (!tickets)
        return tickets.error();
    const auto screens = officeScreens(screenText);
    if (!screens)
        return screens.error();
    return Walk(inOrder(*tickets, *screens)).done();
}

} // namespace tiepdon
