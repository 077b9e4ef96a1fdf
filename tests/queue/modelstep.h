// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/queue/model.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace tiepdon::testing {

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

/// The one that is known to be there.
template <class List, class AnyId>
auto &theOne(List &list, AnyId id)
{
    auto *item = byId(list, id);
    if (!item)
        std::abort();
    return *item;
}

inline bool isAhead(const Ticket &a, const Ticket &b)
{
    return a.place != b.place ? a.place < b.place : a.id < b.id;
}

/// One command, or one step of what happens by itself, on all the model knows.
class ModelStep
{
public:
    ModelStep(Model::All &all, TimeMs now) : m(all.image), m_all(all), m_now(now) { }

    // modelday.cpp: definitions, the day, counters
    Refusal operator()(const command::DefineBranch &c) { return define(c.setup); }
    Refusal operator()(const command::DefineService &c) { return definePart(&BranchSetup::services, c.service); }
    Refusal operator()(const command::DefineProfile &c) { return definePart(&BranchSetup::profiles, c.profile); }
    Refusal operator()(const command::DefineCounter &c) { return definePart(&BranchSetup::counters, c.counter); }
    Refusal operator()(const command::DefineStaff &c) { return definePart(&BranchSetup::staff, c.staff); }
    Refusal operator()(const command::DefineGroup &c) { return definePart(&BranchSetup::groups, c.group); }
    Refusal operator()(const command::DefineZone &c) { return definePart(&BranchSetup::zones, c.zone); }
    Refusal operator()(const command::DefineSegment &c) { return definePart(&BranchSetup::segments, c.segment); }
    Refusal operator()(const command::DefinePriorityReason &c)
    {
        return definePart(&BranchSetup::priorityReasons, c.priorityReason);
    }
    Refusal operator()(const command::DefineOutcome &c) { return definePart(&BranchSetup::outcomes, c.outcome); }
    Refusal operator()(const command::ChangeSettings &c); // modelsettings.cpp
    Refusal operator()(const command::OpenDay &c);
    Refusal operator()(const command::CloseDay &c);
    Refusal operator()(const command::SignOn &c);
    Refusal operator()(const command::SignOff &c);
    Refusal operator()(const command::TakeBreak &c);
    Refusal operator()(const command::EndBreak &c);
    Refusal operator()(const command::AssignProfile &c);

    // modelcall.cpp: who is called
    Refusal operator()(const command::CallNext &c);
    Refusal operator()(const command::ForgetNext &c);
    Refusal operator()(const command::CallTicket &c);
    bool passTime();

    // modelvisit.cpp: the ticket in hand
    Refusal operator()(const command::Recall &c);
    Refusal operator()(const command::StartService &c);
    Refusal operator()(const command::FinishService &c);
    Refusal operator()(const command::MarkNoShow &c);
    Refusal operator()(const command::Requeue &c);
    Refusal operator()(const command::Transfer &c);
    Refusal operator()(const command::Park &c);
    Refusal operator()(const command::Resume &c);
    Refusal operator()(const command::AddService &c);
    Refusal operator()(const command::RemoveServices &c);
    Refusal operator()(const command::WrapUp &c);
    Refusal operator()(const command::MarkOutcome &c);

    // modelticket.cpp: tickets taken, and those who wait
    Refusal operator()(const command::IssueTicket &c);
    Refusal operator()(const command::ServeWalkIn &c);
    Refusal operator()(const command::SetSegment &c);
    Refusal operator()(const command::LinkCustomer &c);
    Refusal operator()(const command::RaiseTicket &c);
    Refusal operator()(const command::LowerTicket &c);
    Refusal operator()(const command::CancelTicket &c);
    Refusal operator()(const command::RestoreTicket &c);

private:
    /// The first of those who compete by their place alone, and what the rule makes of them.
    struct Head {
        Ticket *ticket = nullptr;
        double ownIndex = 0;
        double index = 0; ///< of who was put first: the best of their service
        Ticket *standsFor = nullptr; ///< whose index that is
    };

    Refusal define(const BranchSetup &part);
    void forget(PartKind kind, std::int64_t id);
    template <class Item>
    Refusal definePart(std::vector<Item> BranchSetup::*list, const Item &item)
    {
        if (m.setup.settings.name.vi.empty())
            return ErrorCode::NotDefined;
        BranchSetup part;
        part.settings = m.setup.settings;
        (part.*list).push_back(item);
        return define(part);
    }
    void close(CounterState &counter);
    void stopBreak(CounterState &counter);
    void carryOver();

    // what may be asked of a counter and of a ticket
    CounterState &at(CounterId id);
    Refusal notAtWork(CounterId id);
    Refusal notFree(CounterId id);
    bool calledTooSoon(CounterId id);
    Refusal notInHand(CounterId counter, TicketId id, const std::vector<TicketState> &allowed);
    Refusal notInState(TicketId id, const std::vector<TicketState> &allowed);

    // who is called
    bool mayServe(const CounterState &counter, ServiceId service) const;
    bool speaks(const CounterState &counter, const std::string &language) const;
    bool mayCall(const CounterState &counter, const Ticket &ticket) const;
    static bool areOneQueue(const Ticket &a, const Ticket &b);
    TimeMs promiseMs(ServiceId service, SegmentId segment) const;
    double weightOf(ServiceId service, SegmentId segment) const;
    double weightSaid(const Ticket &ticket) const;
    double indexOf(const Ticket &ticket) const;
    std::vector<Ticket *> callable(const CounterState &counter);
    std::vector<Head> headsOf(const std::vector<Ticket *> &tickets) const;
    static bool goesFirst(const Head &a, const Head &b);
    Ticket *choose(const CounterState &counter);
    CallRule decidedBy(const Head &best, const Head &other) const;
    void say(const Ticket &ticket, double index);
    void sayRunnerUp(const Ticket &ticket, double index);
    void countOvertaken(const Ticket &called, const CounterState &counter);
    void call(Ticket &ticket, CounterId id);
    void noteCall(const Ticket &ticket);

    // what becomes of a ticket
    void letGo(CounterId id);
    void show(const Ticket &ticket);
    void closeCall(const Ticket &ticket);
    void enter(Ticket &ticket, TicketState state);
    void join(Ticket &ticket, Place place);
    void waitAgain(Ticket &ticket);
    void nextStep(Ticket &ticket, ServiceId service, StepOutcome outcome);
    void countEnd(const Ticket &ticket, StepOutcome outcome);
    void noteServed(Ticket &ticket, CounterId counter);
    void takeOut(TicketId id, TicketState state, StepOutcome outcome);
    std::vector<Ticket> queueOf(ServiceId service) const;
    Place ahead(ServiceId service, Place otherwise) const; ///< just before the head
    Place behindAll(ServiceId service) const;
    Place behind(const Ticket &ticket, std::int64_t places) const;
    Place placeIn(ServiceId service, const Ticket &ticket, TransferPlace place) const;
    Refusal takeNumber(ServiceId service);
    Refusal segmentFor(SegmentId said, PriorityReasonId reason, SegmentId otherwise, SegmentId &found) const;
    std::optional<TimeMs> believed(const std::optional<TimeMs> &claimed, TimeMs notBefore) const;
    ServiceDay &dayOf(ServiceId service);
    StaffDay &dayOf(StaffId staff);

    StateImage &m;
    Model::All &m_all;
    TimeMs m_now;
};

} // namespace tiepdon::testing
