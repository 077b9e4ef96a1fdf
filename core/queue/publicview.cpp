// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/publicview.h"

#include <algorithm>
#include <numeric>

namespace tiepdon {
namespace {

std::optional<CallPace> paceOf(const BranchState &state, ServiceId service)
{
    const RecentWaits *recent = state.recentWaits(service);
    if (!recent || recent->gapsMs.empty())
        return std::nullopt;
    CallPace pace{static_cast<std::int64_t>(recent->gapsMs.size()),
                  std::accumulate(recent->gapsMs.begin(), recent->gapsMs.end(), TimeMs{0}),
                  {}};
    if (const auto &queue = state.waiting(service); !queue.empty())
        pace.headSinceMs = std::max(recent->lastCallMs, queue.begin()->place.ms);
    return pace;
}

/// The zones of the counters that serve a service unless told otherwise.
std::vector<ZoneId> zonesOf(const BranchState &state, ServiceId service)
{
    std::vector<ZoneId> zones;
    for (const auto &[id, counter] : state.counters()) {
        const WorkProfile *profile = state.profile(counter.profile);
        if (!profile || !counter.zone.isSet())
            continue;
        const auto &services = profile->services;
        if (std::find(services.begin(), services.end(), service) != services.end()
            && std::find(zones.begin(), zones.end(), counter.zone) == zones.end())
            zones.push_back(counter.zone);
    }
    std::sort(zones.begin(), zones.end());
    return zones;
}

/// How many tickets of a service can be given out today; nothing where there is no limit.
std::optional<std::int64_t> ticketsLeft(const BranchState &state, ServiceId id)
{
    const Service *service = state.service(id);
    if (!service || service->dayLimit <= 0)
        return std::nullopt;
    return std::max<std::int64_t>(0, service->dayLimit - state.serviceDay(id).issued);
}

PublicEvent queueChanged(const BranchState &state, ServiceId service)
{
    return publicevent::QueueChanged{service,
                                     static_cast<std::int64_t>(state.waiting(service).size()),
                                     state.recentWaitMs(service),
                                     state.countersServing(service),
                                     paceOf(state, service),
                                     ticketsLeft(state, service)};
}

/// One overload per event the outside may see something of; the rest show everything anew.
struct Publisher {
    const BranchState &after;
    const Touched &touched;

    using List = std::vector<PublicEvent>;

    List operator()(const event::TicketIssued &e) const { return {queueChanged(after, e.service)}; }
    List operator()(const event::TicketCalled &e) const
    {
        if (e.reason.rule == CallRule::WalkIn) // is at the counter already
            return queueOfTicket();
        return {publicevent::CallShown{after.calls().front()}, queueChanged(after, touched.ticket->step.service)};
    }
    List operator()(const event::TicketRecalled &) const { return {publicevent::CallShown{after.calls().front()}}; }
    List operator()(const event::ServiceStarted &) const { return callEnded(); }
    List operator()(const event::TicketNoShow &) const { return callEnded(); }
    List operator()(const event::TicketMissed &) const { return backInQueue(); }
    List operator()(const event::TicketTransferred &) const
    {
        List list = backInQueue();
        if (touched.endedStep && touched.endedStep->service != touched.ticket->step.service)
            list.push_back(queueChanged(after, touched.endedStep->service));
        return list;
    }
    List operator()(const event::TicketResumed &) const { return {publicevent::CallShown{after.calls().front()}}; }
    List operator()(const event::TicketRequeued &) const { return backInQueue(); }
    List operator()(const event::TicketDue &) const { return queueOfTicket(); }
    List operator()(const event::TicketCarried &) const { return queueOfTicket(); }
    List operator()(const event::StepFinished &) const { return queueOfTicket(); }
    List operator()(const event::TicketRaised &) const { return queueOfTicket(); }
    List operator()(const event::TicketLowered &) const { return queueOfTicket(); }
    List operator()(const event::TicketCancelled &) const { return queueOfTicket(); }
    List operator()(const event::TicketRestored &) const { return queueOfTicket(); }
    // seen already when the service started, or in the day's end
    List operator()(const event::ServiceFinished &) const { return {}; }
    List operator()(const event::TicketEnded &) const { return {}; }
    List operator()(const event::WrapUpStarted &) const { return {}; }
    List operator()(const event::TicketParked &) const { return {}; }
    // how many wait stays the same, and who they are is nobody's business
    List operator()(const event::TicketSegmented &) const { return {}; }
    List operator()(const event::CustomerLinked &) const { return {}; }
    List operator()(const event::StepsPlanned &) const { return {}; }
    List operator()(const event::OutcomeMarked &) const { return {}; }
    List operator()(const event::NextStored &) const { return {}; }
    List operator()(const event::NextForgotten &) const { return {}; }
    List operator()(const event::SegmentDefined &) const { return {}; }
    List operator()(const event::OutcomeDefined &) const { return {}; }
    List operator()(const event::PriorityReasonDefined &) const { return anew(); }
    // who sits where is nobody's business outside
    List operator()(const event::StaffDefined &) const { return {}; }
    List operator()(const event::CounterPaused &) const { return {}; }
    List operator()(const event::CounterResumed &) const { return {}; }
    // which services have a counter is
    List operator()(const event::CounterOpened &) const { return everyQueue(); }
    List operator()(const event::CounterClosed &) const { return everyQueue(); }
    List operator()(const event::ProfileAssigned &) const { return everyQueue(); }
    List operator()(const event::ProfileDefined &) const { return anew(); }
    List operator()(const event::CounterDefined &) const { return anew(); }
    List operator()(const event::GroupDefined &) const { return anew(); }
    List operator()(const event::ZoneDefined &) const { return anew(); }
    List operator()(const event::BranchRuled &) const { return anew(); }
    List operator()(const event::PartRemoved &) const { return anew(); }
    List operator()(const event::ServiceDefined &) const { return anew(); }
    List operator()(const event::DayOpened &) const { return anew(); }
    List operator()(const event::DayClosed &) const { return anew(); }

    List anew() const { return {publicevent::BranchShown{publicState(after)}}; }
    List everyQueue() const
    {
        List list;
        for (const auto &[id, service] : after.services())
            list.push_back(queueChanged(after, id));
        return list;
    }
    List queueOfTicket() const { return {queueChanged(after, touched.ticket->step.service)}; }
    List callEnded() const { return {publicevent::CallEnded{touched.ticket->number}}; }
    List backInQueue() const
    {
        return {publicevent::CallEnded{touched.ticket->number}, queueChanged(after, touched.ticket->step.service)};
    }
};

bool needsTicket(const Event &event)
{
    return std::holds_alternative<event::TicketCalled>(event)
        || std::holds_alternative<event::TicketRecalled>(event)
        || std::holds_alternative<event::ServiceStarted>(event)
        || std::holds_alternative<event::TicketNoShow>(event) || std::holds_alternative<event::TicketMissed>(event)
        || std::holds_alternative<event::TicketTransferred>(event)
        || std::holds_alternative<event::TicketRaised>(event) || std::holds_alternative<event::TicketLowered>(event)
        || std::holds_alternative<event::TicketCancelled>(event)
        || std::holds_alternative<event::TicketRestored>(event)
        || std::holds_alternative<event::TicketResumed>(event)
        || std::holds_alternative<event::TicketRequeued>(event) || std::holds_alternative<event::TicketDue>(event)
        || std::holds_alternative<event::TicketCarried>(event)
        || std::holds_alternative<event::StepFinished>(event);
}

struct PublicApplier {
    PublicState &state;

    void operator()(const publicevent::BranchShown &e) const { state = e.state; }
    void operator()(const publicevent::CallShown &e) const { showCall(state.calls, e.call); }
    void operator()(const publicevent::CallEnded &e) const { endCall(state.calls, e.number); }
    void operator()(const publicevent::QueueChanged &e) const
    {
        for (PublicQueue &queue : state.queues) {
            if (queue.service == e.service) {
                queue.waiting = e.waiting;
                queue.recentWaitMs = e.recentWaitMs;
                queue.counters = e.counters;
                queue.pace = e.pace;
                queue.ticketsLeft = e.ticketsLeft;
            }
        }
    }
};

} // namespace

std::vector<PublicEvent> publicEvents(const BranchState &after, const Event &event, const Touched &touched)
{
    if (needsTicket(event) && !touched.ticket)
        return {};
    return std::visit(Publisher{after, touched}, event);
}

void apply(PublicState &state, const PublicEvent &event) { std::visit(PublicApplier{state}, event); }

PublicState publicState(const BranchState &state)
{
    PublicState shown;
    shown.branch = state.settings().name;
    shown.utcOffsetMin = state.settings().utcOffsetMin;
    shown.businessDay = state.businessDay();
    shown.isOpen = state.isOpen();
    for (const auto &[id, service] : state.services())
        shown.queues.push_back({id, service.name, static_cast<std::int64_t>(state.waiting(id).size()),
                                state.recentWaitMs(id), service.group, service.series, service.hours, service.bring,
                                zonesOf(state, id), state.countersServing(id), paceOf(state, id),
                                ticketsLeft(state, id)});
    shown.calls = state.calls();
    for (const auto &[id, group] : state.groups())
        shown.groups.push_back(group);
    for (const auto &[id, zone] : state.zones())
        shown.zones.push_back(zone);
    for (const auto &[id, reason] : state.priorityReasons()) {
        if (reason.atKiosk)
            shown.priorityReasons.push_back(reason);
    }
    shown.followUrl = state.settings().followUrl;
    return shown;
}

} // namespace tiepdon
