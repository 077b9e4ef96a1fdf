// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/playedday.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace tiepdon {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
/// What a counter does next.
enum class Next : std::uint8_t { Open, Start, GiveUp, Finish, Return, Nothing };

struct Desk {
    CounterId id;
    std::size_t services = 0;
    Next next = Next::Open;
    double nextMs = 0;
    bool isIdle = false;
    double idleSinceMs = 0;
    std::size_t person = 0; ///< called or served
    double calledMs = 0;
    std::size_t absence = 0; ///< the first that is not over
};

/// One day as it is played. Times are kept as the real numbers they are, and told to the engine in whole ms.
class Play
{
public:
    Play(const Scenario &scenario, const RuleTrial &trial, const DrawnDay &day, const std::string &businessDay,
         const PlayObserver &observe)
        : m_scenario(scenario), m_trial(trial), m_day(day), m_businessDay(businessDay), m_observe(observe),
          m_midnightMs(dayStart(businessDay, 0))
    {
        m_played.people.resize(day.people.size());
        m_waiting.resize(scenario.services.size());
        for (std::size_t k = 0; k < scenario.counters.size(); ++k) {
            m_desks.push_back({{static_cast<std::int64_t>(k) + 1}, scenario.counters[k].services.size()});
            m_desks.back().nextMs = static_cast<double>(scenario.opensMs);
        }
    }

    Result<PlayedDay> run()
    {
        m_nowMs = static_cast<double>(m_scenario.opensMs);
        if (!m_day.people.empty())
            m_nowMs = std::min(m_nowMs, static_cast<double>(m_day.people.front().arrivedMs));
        step(command::DefineBranch{setupOf(m_scenario, m_trial)});
        step(command::OpenDay{m_businessDay});
        while (!m_error && advance()) {
            for (Desk &desk : m_desks) {
                if (desk.next != Next::Nothing && desk.nextMs <= m_nowMs)
                    act(desk);
            }
            while (m_arrived < m_day.people.size() && arrivalMs() <= m_nowMs)
                arrive();
            callNext();
            for (Desk &desk : m_desks)
                leaveIfAbsent(desk);
        }
        if (m_error)
            return *m_error;
        countStaffedTime();
        return std::move(m_played);
    }

private:
    [[nodiscard]] double arrivalMs() const { return static_cast<double>(m_day.people[m_arrived].arrivedMs); }

    /// To the next moment at which something happens; false when there is none.
    bool advance()
    {
        double at = m_arrived < m_day.people.size() ? arrivalMs() : kNever;
        for (Desk &desk : m_desks) {
            if (desk.next != Next::Nothing)
                at = std::min(at, desk.nextMs);
            else if (const TimeSpan *absence = absenceOf(desk); absence && m_arrived < m_day.people.size())
                at = std::min(at, std::max(m_nowMs, static_cast<double>(absence->fromMs)));
        }
        if (at == kNever)
            return false;
        m_nowMs = at;
        return true;
    }

    /// The absence a desk is in or comes to next.
    const TimeSpan *absenceOf(Desk &desk)
    {
        const auto &absences = m_day.absences[index(desk)];
        while (desk.absence < absences.size() && static_cast<double>(absences[desk.absence].toMs) <= m_nowMs)
            ++desk.absence;
        return desk.absence < absences.size() ? &absences[desk.absence] : nullptr;
    }

    [[nodiscard]] std::size_t index(const Desk &desk) const { return static_cast<std::size_t>(desk.id.value) - 1; }

    /// Does a command that must succeed; the ticket of its last event.
    std::optional<Ticket> step(const Command &command)
    {
        if (m_error)
            return std::nullopt;
        const TimeMs at = m_midnightMs + std::llround(m_nowMs);
        const auto events = decide(m_state, command, at);
        if (!events) {
            m_error = Error{ErrorCode::Internal, "a simulated step was refused: " + events.error().message, {}};
            return std::nullopt;
        }
        std::optional<Ticket> last;
        for (const Event &event : *events) {
            const Touched touched = apply(m_state, event, at);
            if (m_observe)
                m_observe(m_state, event, touched, at);
            last = touched.ticket;
        }
        return last;
    }

    void act(Desk &desk)
    {
        const Next next = desk.next;
        desk.next = Next::Nothing;
        switch (next) {
        case Next::Open:
            step(command::SignOn{desk.id, {desk.id.value}, {}});
            becomeFree(desk);
            break;
        case Next::Start:
            step(command::StartService{desk.id, m_tickets[desk.person]});
            desk.next = Next::Finish;
            desk.nextMs = desk.calledMs + m_scenario.walkMs
                + m_day.people[desk.person].serviceMs * m_scenario.counters[index(desk)].speed;
            if (desk.nextMs <= m_nowMs)
                act(desk);
            break;
        case Next::GiveUp:
            step(command::MarkNoShow{desk.id, m_tickets[desk.person]});
            m_played.busyMs += m_nowMs - desk.calledMs;
            becomeFree(desk);
            break;
        case Next::Finish:
            step(command::FinishService{desk.id, m_tickets[desk.person]});
            m_played.busyMs += m_nowMs - desk.calledMs;
            becomeFree(desk);
            break;
        case Next::Return:
            step(command::EndBreak{desk.id});
            becomeFree(desk);
            break;
        case Next::Nothing:
            break;
        }
    }

    void becomeFree(Desk &desk)
    {
        desk.isIdle = true;
        desk.idleSinceMs = m_nowMs;
        m_lastFreeMs = m_nowMs;
        leaveIfAbsent(desk);
    }

    void leaveIfAbsent(Desk &desk)
    {
        const TimeSpan *absence = desk.isIdle ? absenceOf(desk) : nullptr;
        if (!absence || !absence->contains(m_nowMs))
            return;
        step(command::TakeBreak{desk.id, BreakReason::Rest});
        desk.isIdle = false;
        desk.next = Next::Return;
        desk.nextMs = static_cast<double>(absence->toMs);
    }

    void arrive()
    {
        const DrawnPerson &person = m_day.people[m_arrived];
        command::IssueTicket issue;
        issue.service = {static_cast<std::int64_t>(person.service) + 1};
        issue.segment = {static_cast<std::int64_t>(person.segment)};
        if (person.bookedMs)
            issue.bookedMs = m_midnightMs + *person.bookedMs;
        if (const auto ticket = step(issue)) {
            m_tickets.push_back(ticket->id);
            m_people[ticket->id] = m_arrived;
            m_waiting[person.service].push_back(m_arrived);
        }
        ++m_arrived;
    }

    void callNext()
    {
        std::vector<Desk *> idle;
        for (Desk &desk : m_desks) {
            const auto &services = m_scenario.counters[index(desk)].services;
            if (desk.isIdle && std::any_of(services.begin(), services.end(), [&](std::size_t v) {
                    return !m_waiting[v].empty();
                }))
                idle.push_back(&desk);
        }
        std::sort(idle.begin(), idle.end(), [](const Desk *a, const Desk *b) {
            return std::tuple(a->services, a->idleSinceMs, a->id) < std::tuple(b->services, b->idleSinceMs, b->id);
        });
        for (Desk *desk : idle) {
            const TimeSpan *absence = absenceOf(*desk);
            const auto &services = m_scenario.counters[index(*desk)].services;
            if (!(absence && absence->contains(m_nowMs))
                && std::any_of(services.begin(), services.end(),
                               [&](std::size_t v) { return !m_waiting[v].empty(); }))
                call(*desk);
        }
    }

    void call(Desk &desk)
    {
        const auto ticket = step(command::CallNext{desk.id});
        if (!ticket)
            return;
        const std::size_t person = m_people.at(ticket->id);
        const DrawnPerson &drawn = m_day.people[person];
        std::erase(m_waiting[drawn.service], person);
        countOvertaken(desk, drawn.referenceMs());

        PlayedPerson &played = m_played.people[person];
        played.calledMs = m_nowMs;
        played.counter = index(desk);
        played.callNo = m_calls++;
        played.isNoShow = m_nowMs - static_cast<double>(drawn.arrivedMs) > drawn.patienceMs;
        desk.isIdle = false;
        desk.person = person;
        desk.calledMs = m_nowMs;
        desk.next = played.isNoShow ? Next::GiveUp : Next::Start;
        desk.nextMs = m_nowMs + (played.isNoShow ? m_scenario.noShowMs : m_scenario.walkMs);
    }

    void countOvertaken(const Desk &desk, TimeMs referenceMs)
    {
        for (const std::size_t v : m_scenario.counters[index(desk)].services) {
            for (const std::size_t other : m_waiting[v]) {
                if (m_day.people[other].referenceMs() < referenceMs)
                    ++m_played.people[other].overtaken;
            }
        }
    }

    void countStaffedTime()
    {
        for (std::size_t k = 0; k < m_desks.size(); ++k) {
            m_played.staffedMs += m_lastFreeMs - static_cast<double>(m_scenario.opensMs);
            for (const TimeSpan &absence : m_day.absences[k])
                m_played.staffedMs -= std::max(0.0,
                                               std::min(m_lastFreeMs, static_cast<double>(absence.toMs))
                                                   - static_cast<double>(absence.fromMs));
        }
    }

    const Scenario &m_scenario;
    const RuleTrial &m_trial;
    const DrawnDay &m_day;
    const std::string &m_businessDay;
    const PlayObserver &m_observe;
    const TimeMs m_midnightMs;
    BranchState m_state;
    double m_nowMs = 0;
    double m_lastFreeMs = 0;
    std::vector<Desk> m_desks;
    std::size_t m_arrived = 0;
    std::vector<TicketId> m_tickets; ///< by person
    std::unordered_map<TicketId, std::size_t> m_people;
    std::vector<std::vector<std::size_t>> m_waiting; ///< by service
    std::size_t m_calls = 0;
    PlayedDay m_played;
    std::optional<Error> m_error;
};

} // namespace

Result<PlayedDay> played(const Scenario &scenario, const RuleTrial &trial, const DrawnDay &day,
                         const std::string &businessDay, const PlayObserver &observe)
{
    return Play(scenario, trial, day, businessDay, observe).run();
}

} // namespace tiepdon
