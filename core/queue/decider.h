// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

// The inside of `decide`, parted by subject. Nothing outside core/queue includes it.

namespace tiepdon {

using Events = std::vector<Event>;

Error unknown(ErrorCode code, std::string_view what, std::int64_t id);
Error dayNotOpen();
/// An open counter, or why there is none.
Result<const CounterState *> openCounter(const BranchState &state, CounterId id);
Error wrongState(const Ticket &ticket);
/// The ticket a command names, if it is the one in hand at the counter and in one of two states.
Result<const Ticket *> ticketInHand(const BranchState &state, CounterId counterId, TicketId ticketId,
                                    TicketState allowed, TicketState orAllowed);
/// Just after the `k`-th ticket behind the one at `key`, or after the last when fewer who are due are behind it.
/// Tickets that share a millisecond and a sub count as one place.
Place placesBack(const std::set<QueueKey> &queue, const QueueKey &key, std::int64_t k, TimeMs now);
/// Just before the head of a queue; nothing when nobody waits there.
std::optional<Place> firstPlace(const std::set<QueueKey> &queue);
/// Behind everybody in a queue who is due by now.
Place lastPlace(const std::set<QueueKey> &queue, TimeMs now);
Place placeIn(const std::set<QueueKey> &queue, const Ticket &ticket, TransferPlace wanted, TimeMs now);
/// The events that make `wanted` part of the branch's definition, which has to stand without what is `gone`.
Result<Events> redefine(const BranchState &state, BranchSetup wanted,
                        const std::vector<event::PartRemoved> &gone = {});

/// One overload per command; each says what it would change, or why it may not be done.
class Decider
{
public:
    Decider(const BranchState &state, TimeMs now) : m_state(state), m_now(now) { }

    // what the branch is made of, and its day: decidebranch.cpp
    Result<Events> operator()(const command::DefineBranch &c) const;
    Result<Events> operator()(const command::DefineService &c) const;
    Result<Events> operator()(const command::DefineProfile &c) const;
    Result<Events> operator()(const command::DefineCounter &c) const;
    Result<Events> operator()(const command::DefineStaff &c) const;
    Result<Events> operator()(const command::DefineGroup &c) const;
    Result<Events> operator()(const command::DefineZone &c) const;
    Result<Events> operator()(const command::DefineSegment &c) const;
    Result<Events> operator()(const command::DefinePriorityReason &c) const;
    Result<Events> operator()(const command::DefineOutcome &c) const;
    Result<Events> operator()(const command::ChangeSettings &c) const; // decidesettings.cpp
    Result<Events> operator()(const command::OpenDay &c) const;
    Result<Events> operator()(const command::CloseDay &c) const;

    // counters, and whom they call: decidecounter.cpp
    Result<Events> operator()(const command::SignOn &c) const;
    Result<Events> operator()(const command::SignOff &c) const;
    Result<Events> operator()(const command::AssignProfile &c) const;
    Result<Events> operator()(const command::ServeWalkIn &c) const;
    Result<Events> operator()(const command::TakeBreak &c) const;
    Result<Events> operator()(const command::EndBreak &c) const;
    Result<Events> operator()(const command::CallNext &c) const;
    Result<Events> operator()(const command::ForgetNext &c) const;
    Result<Events> operator()(const command::CallTicket &c) const;
    Result<Events> operator()(const command::Resume &c) const;

    // the ticket in hand: decideservice.cpp
    Result<Events> operator()(const command::Recall &c) const;
    Result<Events> operator()(const command::StartService &c) const;
    Result<Events> operator()(const command::WrapUp &c) const;
    Result<Events> operator()(const command::MarkOutcome &c) const;
    Result<Events> operator()(const command::FinishService &c) const;
    Result<Events> operator()(const command::AddService &c) const;
    Result<Events> operator()(const command::RemoveServices &c) const;
    Result<Events> operator()(const command::Park &c) const;
    Result<Events> operator()(const command::Requeue &c) const;
    Result<Events> operator()(const command::MarkNoShow &c) const;

    // tickets that wait, or waited: decidewaiting.cpp
    Result<Events> operator()(const command::IssueTicket &c) const;
    Result<Events> operator()(const command::Transfer &c) const;
    Result<Events> operator()(const command::SetSegment &c) const;
    Result<Events> operator()(const command::LinkCustomer &c) const;
    Result<Events> operator()(const command::RaiseTicket &c) const;
    Result<Events> operator()(const command::LowerTicket &c) const;
    Result<Events> operator()(const command::CancelTicket &c) const;
    Result<Events> operator()(const command::RestoreTicket &c) const;

private:
    /// A ticket's number of its own, and what it is for.
    Result<event::TicketIssued> issue(const Service &service) const;
    /// Who somebody is: as said, or as the reason has it, or `otherwise`.
    [[nodiscard]] std::int64_t rankOf(SegmentId segment) const;
    Result<SegmentId> segmentFor(SegmentId segment, PriorityReasonId reasonId, SegmentId otherwise) const;
    static bool isLanguage(const std::string &language);
    Result<void> knownOutcome(OutcomeId id) const;
    static Result<void> delay(TimeMs ms, const char *field);
    /// Why a counter may not call yet; nothing when it may.
    [[nodiscard]] std::optional<Error> calledTooSoon(const CounterState &counter) const;
    /// Those of the day before who wait on, in the order they stood in, before all who come today.
    [[nodiscard]] Events carriedOver() const;
    /// An open counter somebody can be called to.
    Result<const CounterState *> freeCounter(CounterId id) const;
    Result<const Ticket *> waitingTicket(TicketId id) const;
    /// One who waits or is parked.
    Result<const Ticket *> ticketNotAtCounter(TicketId id) const;
    /// A single part; the branch's own settings stay, and must be there first.
    template <class Item>
    Result<Events> redefinePart(std::vector<Item> BranchSetup::*list, const Item &item) const
    {
        if (m_state.settings().name.vi.empty())
            return Error{ErrorCode::NotDefined, "the branch itself is not defined yet", {}};
        BranchSetup part;
        part.settings = m_state.settings();
        (part.*list).push_back(item);
        return redefine(m_state, std::move(part));
    }
    /// The services only this counter serves, and would not with another profile.
    [[nodiscard]] std::vector<ServiceId> unservedAfter(const CounterState &counter, ProfileId profile) const;
    Error busy(const CounterState &counter) const;
    /// What a client claims about when something was, if that is possible and says more than the hub's stamp.
    [[nodiscard]] std::optional<TimeMs> believed(std::optional<TimeMs> claimed,
                                                 std::optional<TimeMs> notBefore) const;
    template <class AboutTicket>
    Result<const Ticket *> inHand(const AboutTicket &c, TicketState allowed) const
    {
        return ticketInHand(m_state, c.counter, c.ticket, allowed, allowed);
    }
    template <class AboutTicket>
    Result<const Ticket *> inService(const AboutTicket &c) const
    {
        return ticketInHand(m_state, c.counter, c.ticket, TicketState::Serving, TicketState::WrapUp);
    }

    const BranchState &m_state;
    TimeMs m_now;
};

} // namespace tiepdon
