// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/publicview.h"

#include "core/base/limits.h"

#include <algorithm>

namespace tiepdon {
namespace {

ShownCall shownCall(const BranchState &state, const Ticket &ticket, TimeMs shownMs)
{
    const Counter *counter = state.counter(ticket.step.counter);
    return {ticket.number,
            counter ? counter->number : 0,
            ticket.step.service,
            ticket.step.calledMs.value_or(shownMs),
            shownMs,
            ticket.step.recalls,
            ticket.state == TicketState::Called};
}

PublicEvent queueChanged(const BranchState &state, ServiceId service)
{
    return publicevent::QueueChanged{service, static_cast<std::int64_t>(state.waiting(service).size()),
                                     state.recentWaitMs(service)};
}

/// One overload per event the outside may see something of; the rest show everything anew.
struct Publisher {
    const BranchState &after;
    const Touched &touched;

    using List = std::vector<PublicEvent>;

    List operator()(const event::TicketIssued &e) const { return {queueChanged(after, e.service)}; }
    List operator()(const event::TicketCalled &) const
    {
        return {publicevent::CallShown{shownCall(after, *touched.ticket, after.changedMs())},
                queueChanged(after, touched.ticket->step.service)};
    }
    List operator()(const event::TicketRecalled &) const
    {
        return {publicevent::CallShown{shownCall(after, *touched.ticket, after.changedMs())}};
    }
    List operator()(const event::ServiceStarted &) const { return callEnded(); }
    List operator()(const event::TicketNoShow &) const { return callEnded(); }
    List operator()(const event::TicketMissed &) const { return backInQueue(); }
    List operator()(const event::TicketTransferred &) const { return backInQueue(); }
    // seen already when the service started, or in the day's end
    List operator()(const event::ServiceFinished &) const { return {}; }
    List operator()(const event::TicketEnded &) const { return {}; }
    // who sits where is nobody's business outside
    List operator()(const event::StaffDefined &) const { return {}; }
    List operator()(const event::CounterOpened &) const { return {}; }
    List operator()(const event::CounterClosed &) const { return {}; }
    List operator()(const event::ProfileAssigned &) const { return {}; }
    List operator()(const event::ProfileDefined &) const { return {}; }
    List operator()(const event::CounterDefined &) const { return {}; }
    List operator()(const event::BranchRuled &) const { return anew(); }
    List operator()(const event::ServiceDefined &) const { return anew(); }
    List operator()(const event::DayOpened &) const { return anew(); }
    List operator()(const event::DayClosed &) const { return anew(); }

    List anew() const { return {publicevent::BranchShown{publicState(after)}}; }
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
        || std::holds_alternative<event::TicketTransferred>(event);
}

struct PublicApplier {
    PublicState &state;

    void operator()(const publicevent::BranchShown &e) const { state = e.state; }
    void operator()(const publicevent::CallShown &e) const
    {
        std::erase_if(state.calls, [&](const ShownCall &call) { return call.number == e.call.number; });
        state.calls.insert(state.calls.begin(), e.call);
        if (state.calls.size() > limits::kShownCallsMax)
            state.calls.resize(limits::kShownCallsMax);
    }
    void operator()(const publicevent::CallEnded &e) const
    {
        for (ShownCall &call : state.calls) {
            if (call.number == e.number)
                call.isOpen = false;
        }
    }
    void operator()(const publicevent::QueueChanged &e) const
    {
        for (PublicQueue &queue : state.queues) {
            if (queue.service == e.service) {
                queue.waiting = e.waiting;
                queue.recentWaitMs = e.recentWaitMs;
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
        shown.queues.push_back(
            {id, service.name, static_cast<std::int64_t>(state.waiting(id).size()), state.recentWaitMs(id)});
    for (const auto &[id, counter] : state.counterStates()) {
        const Ticket *ticket = state.ticket(counter.ticket);
        if (ticket && ticket->step.calledMs)
            shown.calls.push_back(shownCall(state, *ticket, *ticket->step.calledMs));
    }
    std::sort(shown.calls.begin(), shown.calls.end(), [](const ShownCall &a, const ShownCall &b) {
        return a.shownMs != b.shownMs ? a.shownMs > b.shownMs : a.number > b.number;
    });
    if (shown.calls.size() > limits::kShownCallsMax)
        shown.calls.resize(limits::kShownCallsMax);
    return shown;
}

} // namespace tiepdon
