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
    Refusal operator()(const command::DefineGroup &c) { return definePart({{}, {}, {}, {}, {}, {c.group}, {}}); }
    Refusal operator()(const command::DefineZone &c) { return definePart({{}, {}, {}, {}, {}, {}, {c.zone}}); }

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
            m.serviceDays.clear();
            m.staffDays.clear();
            m.restorable.clear();
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
        for (Ticket ticket : m.tickets)
            countEnd(ticket.step, StepOutcome::Ended);
        m.tickets.clear();
        for (CounterState &counter : m.counters) {
            if (counter.staff.isSet()) {
                stopBreak(counter);
                counter = {counter.counter, {}, counter.profile, {}, m_now};
            }
        }
        m.calls.clear();
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
        stopBreak(counter);
        counter = {c.counter, c.staff, profile, inHand, m_now, {}, counter.reason};
        return {};
    }

    Refusal operator()(const command::SignOff &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        CounterState &counter = at(c.counter);
        if (counter.ticket.isSet())
            return ErrorCode::CounterBusy;
        stopBreak(counter);
        counter = {c.counter, {}, counter.profile, {}, m_now};
        return {};
    }

    Refusal operator()(const command::TakeBreak &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        CounterState &counter = at(c.counter);
        if (counter.ticket.isSet())
            return ErrorCode::CounterBusy;
        if (!counter.onBreak || counter.onBreak->reason != c.reason) {
            stopBreak(counter);
            counter.onBreak = Break{c.reason, m_now};
        }
        return {};
    }

    Refusal operator()(const command::EndBreak &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        stopBreak(at(c.counter));
        return {};
    }

    Refusal operator()(const command::AssignProfile &c)
    {
        if (const Refusal no = notAtWork(c.counter))
            return no;
        if (!byId(m.setup.profiles, c.profile))
            return ErrorCode::UnknownProfile;
        CounterState &counter = at(c.counter);
        if (c.from && counter.profile != *c.from)
            return ErrorCode::CounterChanged;
        if (counter.profile != c.profile && !c.leaveUnserved) {
            const auto kept = byId(m.setup.profiles, c.profile)->services;
            for (const ServiceId service : byId(m.setup.profiles, counter.profile)->services) {
                bool isServed = std::find(kept.begin(), kept.end(), service) != kept.end();
                for (const CounterState &other : m.counters) {
                    const WorkProfile *theirs = byId(m.setup.profiles, other.profile);
                    for (const ServiceId served : theirs->services)
                        isServed
                            = isServed || (other.counter != c.counter && other.staff.isSet() && served == service);
                }
                if (!isServed)
                    return ErrorCode::ServiceUnserved;
            }
        }
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
        bool isOpen = service->hours.empty();
        const std::int64_t localMin = m_now / 60000 + m.setup.settings.utcOffsetMin;
        for (const OpeningWindow &window : service->hours) {
            const std::int64_t minute = localMin % 1440;
            const std::int64_t weekday = (localMin / 1440 + 3) % 7; // the first of all days was a Thursday
            isOpen = isOpen
                || ((window.weekdays & (1 << weekday)) != 0 && minute >= window.fromMin && minute < window.toMin);
        }
        if (!isOpen)
            return ErrorCode::ServiceClosed;
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
            ++dayOf(c.service).arrived;
            return {};
        }
        return ErrorCode::SeriesFull;
    }

    Refusal operator()(const command::CallNext &c)
    {
        if (const Refusal no = notFree(c.counter))
            return no;
        const std::vector<Ticket *> all = callable(c.counter);
        if (all.empty())
            return ErrorCode::NobodyWaiting;
        Ticket &first = *all.front();
        m_reason = {};
        m_reason.service = first.step.service;
        m_reason.waitedMs = ownWaited(first);
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
            m_reason.runnerUpWaitedMs = ownWaited(*second);
            m_reason.runnerUpServiceLevelMs = level(*second);
        } else {
            m_reason.rule = all.size() == 1 ? CallRule::OnlyOne : CallRule::OnlyService;
        }
        if (first.raisedFrom)
            m_reason.rule = CallRule::Raised;

        call(first, c.counter);
        return {};
    }

    Refusal operator()(const command::CallTicket &c)
    {
        if (const Refusal no = notFree(c.counter))
            return no;
        if (const Refusal no = notWaiting(c.ticket))
            return no;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        const std::vector<Ticket *> all = callable(c.counter);
        m_reason = {};
        m_reason.rule = CallRule::Chosen;
        m_reason.service = ticket.step.service;
        m_reason.waitedMs = ownWaited(ticket);
        m_reason.serviceLevelMs = level(ticket);
        m_reason.waiting = static_cast<std::int64_t>(all.size());
        std::vector<ServiceId> services;
        for (const Ticket *other : all) {
            if (std::find(services.begin(), services.end(), other->step.service) == services.end())
                services.push_back(other->step.service);
        }
        m_reason.services = static_cast<std::int64_t>(services.size());
        if (!all.empty() && all.front() != &ticket) {
            m_reason.runnerUp = all.front()->number;
            m_reason.runnerUpService = all.front()->step.service;
            m_reason.runnerUpWaitedMs = ownWaited(*all.front());
            m_reason.runnerUpServiceLevelMs = level(*all.front());
        }
        call(ticket, c.counter);
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
        showCall(ticket);
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
        closeCall(ticket);
        return {};
    }

    Refusal operator()(const command::FinishService &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving}))
            return no;
        const VisitStep &step = byId(m.tickets, c.ticket)->step;
        m_claimedEnd = believed(c.claimedMs, step.claimedStartedMs ? *step.claimedStartedMs : *step.startedMs);
        ++m.totals.served;
        StaffDay &theirs = dayOf(at(c.counter).staff);
        ++theirs.served;
        theirs.serviceMs += m_now - *step.startedMs;
        theirs.transactionMs += m_now - *step.calledMs;
        countEnd(step, StepOutcome::Served);
        letGo(c.counter);
        std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == c.ticket; });
        return {};
    }

    Refusal operator()(const command::MarkNoShow &c)
    {
        if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
            return no;
        ++dayOf(at(c.counter).staff).noShows;
        letGo(c.counter);
        Ticket &ticket = *byId(m.tickets, c.ticket);
        closeCall(ticket);
        ++ticket.step.misses;
        if (ticket.step.misses >= m.setup.settings.noShowMisses) {
            ++m.totals.noShows;
            takeOut(c.ticket, TicketState::NoShow, StepOutcome::NoShow);
            return {};
        }
        ticket.raisedFrom.reset();
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
        const Refusal no = c.counter.isSet()
            ? notInHand(c.counter, c.ticket, {TicketState::Called, TicketState::Serving})
            : notWaiting(c.ticket);
        if (no)
            return no;
        if (!byId(m.setup.services, c.service))
            return ErrorCode::UnknownService;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        const std::vector<Ticket> queue = queueOf(c.service);
        const Place own = ticket.raisedFrom ? *ticket.raisedFrom : ticket.place;
        Place place{own.ms, 0};
        if (c.place == command::TransferPlace::First && !queue.empty())
            place = {queue.front().place.ms, queue.front().place.sub - 1};
        if (c.place == command::TransferPlace::Last) {
            place = {m_now, 0};
            if (!queue.empty() && !(queue.back().place < place))
                place = {queue.back().place.ms, queue.back().place.sub + 1};
        }
        if (c.counter.isSet())
            letGo(c.counter);
        closeCall(ticket);
        countEnd(ticket.step, StepOutcome::Transferred);
        ++dayOf(c.service).arrived;
        ticket.raisedFrom = c.place == command::TransferPlace::First ? std::optional(own) : std::nullopt;
        const std::int64_t steps = ticket.step.no;
        ticket.step = {};
        ticket.step.no = steps + 1;
        ticket.step.service = c.service;
        ticket.step.waitingFromMs = m_now;
        ticket.state = TicketState::Waiting;
        ticket.place = place;
        return {};
    }

    Refusal operator()(const command::RaiseTicket &c)
    {
        if (const Refusal no = notWaiting(c.ticket))
            return no;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        const std::vector<Ticket> queue = queueOf(ticket.step.service);
        if (queue.front().id == c.ticket)
            return {};
        if (!ticket.raisedFrom)
            ticket.raisedFrom = ticket.place;
        ticket.place = {queue.front().place.ms, queue.front().place.sub - 1};
        return {};
    }

    Refusal operator()(const command::LowerTicket &c)
    {
        if (const Refusal no = notWaiting(c.ticket))
            return no;
        Ticket &ticket = *byId(m.tickets, c.ticket);
        if (!ticket.raisedFrom)
            return ErrorCode::WrongState;
        ticket.place = *ticket.raisedFrom;
        ticket.raisedFrom.reset();
        return {};
    }

    Refusal operator()(const command::CancelTicket &c)
    {
        if (const Refusal no = notWaiting(c.ticket))
            return no;
        ++m.totals.cancelled;
        takeOut(c.ticket, TicketState::Cancelled, StepOutcome::Cancelled);
        return {};
    }

    Refusal operator()(const command::RestoreTicket &c)
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        const Ticket *gone = byId(m.restorable, c.ticket);
        if (!gone)
            return ErrorCode::UnknownTicket;
        Ticket ticket = *gone;
        for (const Ticket &other : m.tickets) {
            if (other.number == ticket.number)
                return ErrorCode::NumberTaken;
        }
        std::erase_if(m.restorable, [&](const Ticket &t) { return t.id == c.ticket; });
        const std::vector<Ticket> queue = queueOf(ticket.step.service);
        ServiceDay &counted = dayOf(ticket.step.service);
        if (ticket.step.calledMs) {
            --counted.waits;
            counted.waitMs -= *ticket.step.calledMs - ticket.step.waitingFromMs;
        }
        if (ticket.state == TicketState::NoShow) {
            --m.totals.noShows;
            --counted.noShows;
            ticket.raisedFrom = std::nullopt;
            if (!queue.empty())
                ticket.place = {queue.front().place.ms, queue.front().place.sub - 1};
        } else {
            --m.totals.cancelled;
            --counted.cancelled;
        }
        ticket.state = TicketState::Waiting;
        ticket.endedMs = ticket.step.finishedMs = std::nullopt;
        ticket.step.outcome = StepOutcome::Open;
        m.tickets.push_back(ticket);
        std::sort(m.tickets.begin(), m.tickets.end(), [](const Ticket &a, const Ticket &b) { return a.id < b.id; });
        return {};
    }

private:
    Refusal notFree(CounterId id)
    {
        if (const Refusal no = notAtWork(id))
            return no;
        if (at(id).ticket.isSet())
            return ErrorCode::CounterBusy;
        return at(id).onBreak ? Refusal(ErrorCode::CounterOnBreak) : Refusal();
    }

    Refusal notWaiting(TicketId id) const
    {
        if (!m.isOpen)
            return ErrorCode::DayNotOpen;
        const Ticket *ticket = byId(m.tickets, id);
        if (!ticket)
            return ErrorCode::UnknownTicket;
        return ticket->state == TicketState::Waiting ? Refusal() : ErrorCode::WrongState;
    }

    /// Everybody who waits for a service of the counter, in the order they would be called.
    std::vector<Ticket *> callable(CounterId id)
    {
        std::vector<Ticket *> all;
        const WorkProfile &profile = *byId(m.setup.profiles, at(id).profile);
        for (Ticket &ticket : m.tickets) {
            const auto &served = profile.services;
            if (ticket.state == TicketState::Waiting
                && std::find(served.begin(), served.end(), ticket.step.service) != served.end())
                all.push_back(&ticket);
        }
        std::sort(all.begin(), all.end(), [this](const Ticket *a, const Ticket *b) {
            const int share = compareShares(*a, *b);
            return share != 0 ? share > 0 : isAhead(*a, *b);
        });
        return all;
    }

    void call(Ticket &ticket, CounterId id)
    {
        noteCall(ticket);
        if (!ticket.step.calledMs)
            ++m.totals.called;
        CounterState &counter = at(id);
        ++dayOf(counter.staff).calls;
        ticket.state = TicketState::Called;
        ticket.step.calledMs = m_now;
        ticket.step.counter = id;
        ticket.step.staff = counter.staff;
        ticket.step.recalls = 0;
        counter.ticket = ticket.id;
        counter.sinceMs = m_now;
        counter.reason = m_reason;
        showCall(ticket);
    }

    void showCall(const Ticket &ticket)
    {
        const Counter &counter = *byId(m.setup.counters, ticket.step.counter);
        std::erase_if(m.calls, [&](const ShownCall &old) { return old.number == ticket.number; });
        m.calls.insert(m.calls.begin(),
                       {ticket.number, counter.number, ticket.step.service, *ticket.step.calledMs, m_now,
                        ticket.step.recalls, true, counter.zone});
        std::size_t last = 0;
        int ofZone = 0;
        for (std::size_t i = 0; i < m.calls.size(); ++i) {
            if (m.calls[i].zone == counter.zone) {
                last = i;
                ++ofZone;
            }
        }
        if (ofZone == 13)
            m.calls.erase(m.calls.begin() + static_cast<std::ptrdiff_t>(last));
    }

    void closeCall(const Ticket &ticket)
    {
        for (ShownCall &call : m.calls)
            call.isOpen = call.isOpen && call.number != ticket.number;
    }

    /// Ends a ticket that may come back.
    void takeOut(TicketId id, TicketState state, StepOutcome outcome)
    {
        Ticket ticket = *byId(m.tickets, id);
        std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == id; });
        countEnd(ticket.step, outcome);
        ticket.state = state;
        ticket.endedMs = ticket.step.finishedMs = m_now;
        ticket.step.outcome = outcome;
        m.restorable.push_back(ticket);
        if (m.restorable.size() > 100)
            m.restorable.erase(m.restorable.begin());
    }

    void countEnd(const VisitStep &step, StepOutcome outcome)
    {
        ServiceDay &counted = dayOf(step.service);
        if (step.calledMs) {
            ++counted.waits;
            counted.waitMs += *step.calledMs - step.waitingFromMs;
        }
        if (outcome == StepOutcome::NoShow)
            ++counted.noShows;
        if (outcome == StepOutcome::Cancelled)
            ++counted.cancelled;
        if (outcome == StepOutcome::Served) {
            ++counted.served;
            if (*step.calledMs - step.waitingFromMs <= byId(m.setup.services, step.service)->serviceLevelMs)
                ++counted.servedInTime;
            counted.serviceMs += m_now - *step.startedMs;
            counted.transactionMs += m_now - *step.calledMs;
        }
    }

    ServiceDay &dayOf(ServiceId service)
    {
        for (ServiceDay &day : m.serviceDays) {
            if (day.service == service)
                return day;
        }
        m.serviceDays.push_back({service});
        std::sort(m.serviceDays.begin(), m.serviceDays.end(),
                  [](const ServiceDay &a, const ServiceDay &b) { return a.service < b.service; });
        return dayOf(service);
    }

    StaffDay &dayOf(StaffId staff)
    {
        for (StaffDay &day : m.staffDays) {
            if (day.staff == staff)
                return day;
        }
        m.staffDays.push_back({staff});
        std::sort(m.staffDays.begin(), m.staffDays.end(),
                  [](const StaffDay &a, const StaffDay &b) { return a.staff < b.staff; });
        return dayOf(staff);
    }

    void stopBreak(CounterState &counter)
    {
        if (counter.onBreak)
            dayOf(counter.staff).breakMs += m_now - counter.onBreak->sinceMs;
        counter.onBreak = std::nullopt;
    }

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
        putInOrder(all.groups, part.groups);
        putInOrder(all.zones, part.zones);
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
        at(id).reason = std::nullopt;
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
    TimeMs ownWaited(const Ticket &ticket) const
    {
        return std::max<TimeMs>(0, m_now - (ticket.raisedFrom ? ticket.raisedFrom->ms : ticket.place.ms));
    }
    TimeMs level(const Ticket &ticket) const { return byId(m.setup.services, ticket.step.service)->serviceLevelMs; }
    /// Above 0 when `a` has used up the larger share of its service level. Waits here are of days at most.
    int compareShares(const Ticket &a, const Ticket &b) const
    {
        const TimeMs left = waited(a) * level(b);
        const TimeMs right = waited(b) * level(a);
        return left > right ? 1 : left < right ? -1 : 0;
    }

    void noteCall(const Ticket &ticket)
    {
        const ServiceId service = ticket.step.service;
        const TimeMs ms = m_now - ticket.step.waitingFromMs;
        const TimeMs headMs = queueOf(service).front().place.ms;
        auto recent = std::find_if(m.recentWaits.begin(), m.recentWaits.end(),
                                   [&](const RecentWaits &r) { return r.service == service; });
        if (recent == m.recentWaits.end()) {
            m.recentWaits.push_back({service, {ms}, {std::max<TimeMs>(0, m_now - headMs)}, m_now});
            std::sort(m.recentWaits.begin(), m.recentWaits.end(),
                      [](const RecentWaits &a, const RecentWaits &b) { return a.service < b.service; });
            return;
        }
        recent->waitsMs.push_back(ms);
        if (recent->waitsMs.size() > 10)
            recent->waitsMs.erase(recent->waitsMs.begin());
        const TimeMs from = recent->lastCallMs > headMs ? recent->lastCallMs : headMs;
        recent->gapsMs.push_back(from > m_now ? 0 : m_now - from);
        if (recent->gapsMs.size() > 10)
            recent->gapsMs.erase(recent->gapsMs.begin());
        recent->lastCallMs = m_now;
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
