// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/model.h"

#include <algorithm>

namespace tiepdon::testing {
namespace {

using Refusal = std::optional<ErrorCode>;

template <class List, class AnyId>
auto *byId(List &list, AnyId id)
{
    for (auto &item : list) {
        if (item.id == id)
            return &item;
    }
    return static_cast<decltype(&list.front())>(nullptr);
}

template <class Item>
void putInOrder(std::vector<Item> &list, const std::vector<Item> &items)
{
    for (const Item &item : items) {
        std::erase_if(list, [&](const Item &old) { return old.id == item.id; });
        list.push_back(item);
    }
    std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.id < b.id; });
}

bool isAhead(const Ticket &a, const Ticket &b) { return a.place != b.place ? a.place < b.place : a.id < b.id; }

/// One command on one image.
class Step
{
public:
    Step(StateImage &image, CallReason &reason, std::optional<TimeMs> &claimedEnd, TimeMs now)
        : m(image), m_reason(reason), m_claimedEnd(claimedEnd), m_now(now)
    {
    }

    Refusal operator()(const command::DefineBranch &c) { return define(c.setup); }
    Refusal operator()(const command::DefineService &c) { return definePart({{}, {c.service}, {}, {}, {}}); }
    Refusal operator()(const command::DefineProfile &c) { return definePart({{}, {}, {c.profile}, {}, {}}); }
    Refusal operator()(const command::DefineCounter &c) { return definePart({{}, {}, {}, {c.counter}, {}}); }
    Refusal operator()(const command::DefineStaff &c) { return definePart({{}, {}, {}, {}, {c.staff}}); }

    Refusal operator()(const command::OpenDay &c)
    {
        if (m.setup.services.empty())
            return ErrorCode::NotDefined;
        if (m.isOpen)
            return ErrorCode::DayAlreadyOpen;
        if (c.businessDay.size() != 10)
            return ErrorCode::InvalidParams; // the only kind of bad day these tests send
        if (c.businessDay < m.businessDay)
            return ErrorCode::DayInThePast;
        if (c.businessDay > m.businessDay) {
            m.totals = {};
            m.series.clear();
            m.recentWaits.clear();
        }
        m.businessDay = c.businessDay;
        m.isOpen = true;
        return {};
    }

    Refusal operator()(const command::CloseDay &c)
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        for (CounterState &counter : m.counters) {
            if (counter.ticket.isSet() && !c.force)
                return ErrorCode::TicketsInService;
        }
        m.totals.ended += static_cast<std::int64_t>(m.tickets.size());
        m.tickets.clear();
        for (CounterState &counter : m.counters) {
            if (counter.staff.isSet())
                counter = {counter.counter, {}, counter.profile, {}, m_now};
        }
        m.isOpen = false;
        return {};
    }

    Refusal operator()(const command::SignOn &c)
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        const Counter *defined = byId(m.setup.counters, c.counter);
        if (!defined)
            return ErrorCode::UnknownCounter;
        if (!byId(m.setup.staff, c.staff))
            return ErrorCode::UnknownStaff;
        const ProfileId profile = c.profile.value == 0 ? defined->profile : c.profile;
        if (!byId(m.setup.profiles, profile))
            return ErrorCode::UnknownProfile;
        CounterState &counter = at(c.counter);
        if (counter.staff.isSet() && (!c.takeOver || counter.staff == c.staff))
            return ErrorCode::CounterOccupied;
        for (const CounterState &other : m.counters) {
            if (other.staff == c.staff)
                return ErrorCode::StaffElsewhere;
        }
        const TicketId inHand = counter.staff.isSet() ? counter.ticket : TicketId();
        counter = {c.counter, c.staff, profile, inHand, m_now};
        return {};
    }

    Refusal operator()(const command::SignOff &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        CounterState &counter = at(c.counter);
        if (counter.ticket.isSet())
            return ErrorCode::CounterBusy;
        counter = {c.counter, {}, counter.profile, {}, m_now};
        return {};
    }

    Refusal operator()(const command::AssignProfile &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        if (!byId(m.setup.profiles, c.profile))
            return ErrorCode::UnknownProfile;
        CounterState &counter = at(c.counter);
        if (counter.profile != c.profile) {
            counter.profile = c.profile;
            counter.sinceMs = m_now;
        }
        return {};
    }

    Refusal operator()(const command::IssueTicket &c)
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        const Service *service = byId(m.setup.services, c.service);
        if (!service)
            return ErrorCode::UnknownService;
        std::int64_t most = 1;
        for (std::int64_t i = 0; i < m.setup.settings.numberDigits; ++i)
            most *= 10;
        --most;
        SeriesCount *count = nullptr;
        for (SeriesCount &known : m.series) {
            if (known.series == service->series)
                count = &known;
        }
        // the next serials, one after the other, until one shows a number nobody holds
        for (std::int64_t serial = (count ? count->lastSerial : 0) + 1, tries = 0; tries < most;
             ++serial, ++tries) {
            std::string digits = std::to_string((serial - 1) % most + 1);
            while (static_cast<std::int64_t>(digits.size()) < m.setup.settings.numberDigits)
                digits.insert(digits.begin(), '0');
            const std::string number = service->series + digits;
            bool isHeld = false;
            for (const Ticket &other : m.tickets)
                isHeld = isHeld || other.number == number;
            if (isHeld)
                continue;
            if (count) {
                count->lastSerial = serial;
            } else {
                m.series.push_back({service->series, serial});
                std::sort(m.series.begin(), m.series.end(),
                          [](const SeriesCount &a, const SeriesCount &b) { return a.series < b.series; });
            }
            m.lastTicket = {m.lastTicket.value + 1};
            Ticket ticket;
            ticket.id = m.lastTicket;
            ticket.series = number.substr(0, 1);
            ticket.serial = serial;
            ticket.number = number;
            ticket.issuedMs = ticket.place.ms = ticket.step.waitingFromMs = m_now;
            ticket.step.service = c.service;
            m.tickets.push_back(ticket);
            ++m.totals.issued;
            return {};
        }
        return ErrorCode::SeriesFull;
    }

    Refusal operator()(const command::CallNext &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        CounterState &counter = at(c.counter);
        if (counter.ticket.isSet())
            return ErrorCode::CounterBusy;
        // everybody who waits for a service of the counter, in the order they would be called
        std::vector<Ticket *> all;
        const WorkProfile &profile = *byId(m.setup.profiles, counter.profile);
        for (Ticket &ticket : m.tickets) {
            const auto &served = profile.services;
            if (ticket.state == TicketState::Waiting
                && std::find(served.begin(), served.end(), ticket.step.service) != served.end())
                all.push_back(&ticket);
        }
        if (all.empty())
            return ErrorCode::NobodyWaiting;
        std::sort(all.begin(), all.end(), [this](const Ticket *a, const Ticket *b) {
            const int share = compareShares(*a, *b);
            return share != 0 ? share > 0 : isAhead(*a, *b);
        });
        Ticket &first = *all.front();
        m_reason = {};
        m_reason.service = first.step.service;
        m_reason.waitedMs = waited(first);
        m_reason.serviceLevelMs = level(first);
        m_reason.waiting = static_cast<std::int64_t>(all.size());
        std::vector<ServiceId> services;
        const Ticket *second = nullptr; // the best of another service
        for (const Ticket *ticket : all) {
            if (std::find(services.begin(), services.end(), ticket->step.service) == services.end())
                services.push_back(ticket->step.service);
            if (!second && ticket->step.service != first.step.service)
                second = ticket;
        }
        m_reason.services = static_cast<std::int64_t>(services.size());
        if (second) {
            m_reason.rule = compareShares(first, *second) != 0 ? CallRule::ServiceLevel
                : first.place != second->place                 ? CallRule::EarlierPlace
                                                               : CallRule::LowerTicket;
            m_reason.runnerUp = second->number;
            m_reason.runnerUpService = second->step.service;
            m_reason.runnerUpWaitedMs = waited(*second);
            m_reason.runnerUpServiceLevelMs = level(*second);
        } else {
            m_reason.rule = all.size() == 1 ? CallRule::OnlyOne : CallRule::OnlyService;
        }

        if (!first.step.calledMs)
            ++m.totals.called;
        first.state = TicketState::Called;
        first.step.calledMs = m_now;
        first.step.counter = c.counter;
        first.step.staff = counter.staff;
        first.step.recalls = 0;
        counter.ticket = first.id;
        counter.sinceMs = m_now;
        noteWait(first.step.service, m_now - first.step.waitingFromMs);
        return {};
    }

    Refusal operator()(const command::Recall &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
            return no;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        if (ticket.step.recalls >= m.setup.settings.recallLimit)
            return ErrorCode::RecallLimitReached;
        ++ticket.step.recalls;
        return {};
    }

    Refusal operator()(const command::StartService &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
            return no;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        ticket.state = TicketState::Serving;
        ticket.step.startedMs = m_now;
        ticket.step.claimedStartedMs = believed(c.claimedMs, *ticket.step.calledMs);
        return {};
    }

    Refusal operator()(const command::FinishService &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving}))
            return no;
        const VisitStep &step = byId(m.tickets, c.ticket)->step;
        m_claimedEnd = believed(c.claimedMs, step.claimedStartedMs ? *step.claimedStartedMs : *step.startedMs);
        ++m.totals.served;
        letGo(c.counter);
        std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == c.ticket; });
        return {};
    }

    Refusal operator()(const command::MarkNoShow &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
            return no;
        letGo(c.counter);
        Ticket &ticket = *byId(m.tickets, c.ticket);
        ++ticket.step.misses;
        if (ticket.step.misses >= m.setup.settings.noShowMisses) {
            ++m.totals.noShows;
            std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == c.ticket; });
            return {};
        }
        std::vector<Ticket> behind = queueOf(ticket.step.service);
        std::erase_if(behind, [&](const Ticket &other) { return !isAhead(ticket, other); });
        if (!behind.empty()) {
            const auto k = static_cast<std::size_t>(m.setup.settings.noShowPlacesBack);
            const Ticket &passed = behind[std::min(k, behind.size()) - 1];
            ticket.place = {passed.place.ms, passed.place.sub + 1};
        }
        ticket.state = TicketState::Waiting;
        return {};
    }

    Refusal operator()(const command::Transfer &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called, TicketState::Serving}))
            return no;
        if (!byId(m.setup.services, c.service))
            return ErrorCode::UnknownService;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        const std::vector<Ticket> queue = queueOf(c.service);
        Place place{ticket.place.ms, 0};
        if (c.place == command::TransferPlace::First && !queue.empty())
            place = {queue.front().place.ms, queue.front().place.sub - 1};
        if (c.place == command::TransferPlace::Last) {
            place = {m_now, 0};
            if (!queue.empty() && !(queue.back().place < place))
                place = {queue.back().place.ms, queue.back().place.sub + 1};
        }
        letGo(c.counter);
        const std::int64_t no = ticket.step.no;
        ticket.step = {};
        ticket.step.no = no + 1;
        ticket.step.service = c.service;
        ticket.step.waitingFromMs = m_now;
        ticket.state = TicketState::Waiting;
        ticket.place = place;
        return {};
    }

private:
    /// Two seconds are what hub and client may differ by anyhow.
    std::optional<TimeMs> believed(const std::optional<TimeMs> &claimed, TimeMs notBefore) const
    {
        return claimed && *claimed >= notBefore && m_now - *claimed >= 2000 ? claimed : std::nullopt;
    }

    Refusal definePart(BranchSetup part)
    {
        if (m.setup.settings.name.vi.empty())
            return ErrorCode::NotDefined;
        part.settings = m.setup.settings;
        return define(part);
    }

    Refusal define(const BranchSetup &part)
    {
        for (const Service &service : part.services) { // repeated in the part itself
            if (std::count_if(part.services.begin(), part.services.end(),
                              [&](auto &s) { return s.id == service.id; })
                > 1)
                return ErrorCode::InvalidParams;
        }
        BranchSetup all = m.setup;
        all.settings = part.settings;
        putInOrder(all.services, part.services);
        putInOrder(all.profiles, part.profiles);
        putInOrder(all.counters, part.counters);
        putInOrder(all.staff, part.staff);
        const auto good = checked(all);
        if (!good)
            return good.error().code;
        if (m.isOpen
            && (good->settings.numberDigits != m.setup.settings.numberDigits
                || good->settings.utcOffsetMin != m.setup.settings.utcOffsetMin))
            return ErrorCode::DayAlreadyOpen;
        m.setup = *good;
        for (const Counter &counter : m.setup.counters) {
            const auto live = std::find_if(m.counters.begin(), m.counters.end(),
                                           [&](const CounterState &s) { return s.counter == counter.id; });
            if (live == m.counters.end())
                m.counters.push_back({counter.id, {}, counter.profile, {}, m_now});
        }
        std::sort(m.counters.begin(), m.counters.end(),
                  [](const CounterState &a, const CounterState &b) { return a.counter < b.counter; });
        return {};
    }

    Refusal notAtWork(CounterId id)
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        if (!byId(m.setup.counters, id))
            return ErrorCode::UnknownCounter;
        return at(id).staff.isSet() ? Refusal() : ErrorCode::CounterNotOpen;
    }

    Refusal notInHand(CounterId counter, TicketId id, const std::vector<TicketState> &allowed)
    {
        if (const Refusal no = notAtWork(counter))
            return no;
        const Ticket *ticket = byId(m.tickets, id);
        if (!ticket)
            return ErrorCode::UnknownTicket;
        if (at(counter).ticket != id)
            return ErrorCode::TicketNotHere;
        if (std::find(allowed.begin(), allowed.end(), ticket->state) == allowed.end())
            return ErrorCode::WrongState;
        return {};
    }

    CounterState &at(CounterId id)
    {
        return *std::find_if(m.counters.begin(), m.counters.end(),
                             [&](const CounterState &s) { return s.counter == id; });
    }

    void letGo(CounterId id)
    {
        at(id).ticket = {};
        at(id).sinceMs = m_now;
    }

    std::vector<Ticket> queueOf(ServiceId service) const
    {
        std::vector<Ticket> queue;
        for (const Ticket &ticket : m.tickets) {
            if (ticket.state == TicketState::Waiting && ticket.step.service == service)
                queue.push_back(ticket);
        }
        std::sort(queue.begin(), queue.end(), isAhead);
        return queue;
    }

    TimeMs waited(const Ticket &ticket) const { return std::max<TimeMs>(0, m_now - ticket.place.ms); }
    TimeMs level(const Ticket &ticket) const { return byId(m.setup.services, ticket.step.service)->serviceLevelMs; }
    /// Above 0 when `a` has used up the larger share of its service level. Waits here are of days at most.
    int compareShares(const Ticket &a, const Ticket &b) const
    {
        const TimeMs left = waited(a) * level(b);
        const TimeMs right = waited(b) * level(a);
        return left > right ? 1 : left < right ? -1 : 0;
    }

    void noteWait(ServiceId service, TimeMs ms)
    {
        auto recent = std::find_if(m.recentWaits.begin(), m.recentWaits.end(),
                                   [&](const RecentWaits &r) { return r.service == service; });
        if (recent == m.recentWaits.end()) {
            m.recentWaits.push_back({service, {ms}});
            std::sort(m.recentWaits.begin(), m.recentWaits.end(),
                      [](const RecentWaits &a, const RecentWaits &b) { return a.service < b.service; });
            return;
        }
        recent->waitsMs.push_back(ms);
        if (recent->waitsMs.size() > 10)
            recent->waitsMs.erase(recent->waitsMs.begin());
    }

    StateImage &m;
    CallReason &m_reason;
    std::optional<TimeMs> &m_claimedEnd;
    TimeMs m_now;
};

} // namespace

std::optional<ErrorCode> Model::run(const Command &command, TimeMs now)
{
    StateImage next = m_image;
    const auto refusal = std::visit(Step(next, m_reason, m_claimedEnd, now), command);
    if (refusal)
        return refusal;
    // the day's opening is always written; everything else only when it changes something
    if (!(next == m_image) || std::holds_alternative<command::OpenDay>(command))
        next.changedMs = now;
    m_image = std::move(next);
    return {};
}

} // namespace tiepdon::testing
