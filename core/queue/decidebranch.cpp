// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace tiepdon {
namespace {

/// Puts what the branch has and neither `wanted` nor `gone` names before what the person wrote; how many that are.
template <class Key, class Item>
std::size_t keepTheRest(std::vector<Item> &wanted, const std::map<Key, Item> &known, PartKind kind,
                        const std::vector<event::PartRemoved> &gone)
{
    std::set<Key> named;
    for (const event::PartRemoved &part : gone) {
        if (part.kind == kind)
            named.insert(Key{part.id});
    }
    for (const Item &item : wanted)
        named.insert(item.id);
    std::vector<Item> all;
    for (const auto &[id, item] : known) {
        if (!named.contains(id))
            all.push_back(item);
    }
    const std::size_t kept = all.size();
    all.insert(all.end(), std::make_move_iterator(wanted.begin()), std::make_move_iterator(wanted.end()));
    wanted = std::move(all);
    return kept;
}

/// The mistake placed in the person's own list, which began after `kept` items.
Error placedAsWritten(Error error, const std::map<std::string, std::size_t> &kept)
{
    const std::string list = error.detail["list"];
    const auto offset = kept.find(list);
    if (offset == kept.end())
        return error;
    std::string &index = error.detail["index"];
    // groups in a circle may be noticed at one that stays as it is; what was written made it so
    const std::size_t at = std::stoull(index);
    const std::string written = std::to_string(at < offset->second ? 0 : at - offset->second);
    error.message.replace(0, list.size() + 1 + index.size(), list + "[" + written);
    index = written;
    return error;
}

/// One event per item of `checkedItems` that the branch has not exactly so already.
template <class DefinedEvent, class Key, class Item>
void appendChanged(Events &events, const std::map<Key, Item> &known, const std::vector<Item> &checkedItems)
{
    for (const Item &item : checkedItems) {
        const auto it = known.find(item.id);
        if (it == known.end() || !(it->second == item))
            events.push_back(DefinedEvent{item});
    }
}

} // namespace

Result<Events> redefine(const BranchState &state, BranchSetup wanted, const std::vector<event::PartRemoved> &gone)
{
    const std::map<std::string, std::size_t> kept
        = {{"services", keepTheRest(wanted.services, state.services(), PartKind::Service, gone)},
           {"profiles", keepTheRest(wanted.profiles, state.profiles(), PartKind::Profile, gone)},
           {"counters", keepTheRest(wanted.counters, state.counters(), PartKind::Counter, gone)},
           {"staff", keepTheRest(wanted.staff, state.staff(), PartKind::Staff, gone)},
           {"groups", keepTheRest(wanted.groups, state.groups(), PartKind::Group, gone)},
           {"zones", keepTheRest(wanted.zones, state.zones(), PartKind::Zone, gone)},
           {"segments", keepTheRest(wanted.segments, state.segments(), PartKind::Segment, gone)},
           {"priorityReasons",
            keepTheRest(wanted.priorityReasons, state.priorityReasons(), PartKind::PriorityReason, gone)},
           {"outcomes", keepTheRest(wanted.outcomes, state.outcomes(), PartKind::Outcome, gone)}};
    auto setup = checked(std::move(wanted));
    if (!setup)
        return placedAsWritten(std::move(setup).error(), kept);
    const BranchSettings &settings = state.settings();
    const bool keepsDigits = setup->settings.numberDigits == settings.numberDigits;
    if (state.isOpen() && (!keepsDigits || setup->settings.utcOffsetMin != settings.utcOffsetMin))
        return Error{
            ErrorCode::DayAlreadyOpen,
            "digits of numbers and the time zone change only while the day is closed",
            {{"list", "settings"}, {"index", "0"}, {"field", keepsDigits ? "utcOffsetMin" : "numberDigits"}}};
    Events events;
    if (!(setup->settings == settings))
        events.push_back(event::BranchRuled{setup->settings});
    appendChanged<event::GroupDefined>(events, state.groups(), setup->groups);
    appendChanged<event::ZoneDefined>(events, state.zones(), setup->zones);
    appendChanged<event::SegmentDefined>(events, state.segments(), setup->segments);
    appendChanged<event::PriorityReasonDefined>(events, state.priorityReasons(), setup->priorityReasons);
    appendChanged<event::OutcomeDefined>(events, state.outcomes(), setup->outcomes);
    appendChanged<event::ServiceDefined>(events, state.services(), setup->services);
    appendChanged<event::ProfileDefined>(events, state.profiles(), setup->profiles);
    appendChanged<event::CounterDefined>(events, state.counters(), setup->counters);
    appendChanged<event::StaffDefined>(events, state.staff(), setup->staff);
    return events;
}

Result<Events> Decider::operator()(const command::DefineBranch &c) const { return redefine(m_state, c.setup); }

Result<Events> Decider::operator()(const command::DefineService &c) const
{
    return redefinePart(&BranchSetup::services, c.service);
}

Result<Events> Decider::operator()(const command::DefineProfile &c) const
{
    return redefinePart(&BranchSetup::profiles, c.profile);
}

Result<Events> Decider::operator()(const command::DefineCounter &c) const
{
    return redefinePart(&BranchSetup::counters, c.counter);
}

Result<Events> Decider::operator()(const command::DefineStaff &c) const
{
    return redefinePart(&BranchSetup::staff, c.staff);
}

Result<Events> Decider::operator()(const command::DefineGroup &c) const
{
    return redefinePart(&BranchSetup::groups, c.group);
}

Result<Events> Decider::operator()(const command::DefineZone &c) const
{
    return redefinePart(&BranchSetup::zones, c.zone);
}

Result<Events> Decider::operator()(const command::DefineSegment &c) const
{
    return redefinePart(&BranchSetup::segments, c.segment);
}

Result<Events> Decider::operator()(const command::DefinePriorityReason &c) const
{
    return redefinePart(&BranchSetup::priorityReasons, c.priorityReason);
}

Result<Events> Decider::operator()(const command::DefineOutcome &c) const
{
    return redefinePart(&BranchSetup::outcomes, c.outcome);
}

Result<Events> Decider::operator()(const command::OpenDay &c) const
{
    if (!m_state.isDefined())
        return Error{ErrorCode::NotDefined, "the branch has no services yet", {}};
    if (m_state.isOpen())
        return Error{ErrorCode::DayAlreadyOpen,
                     "the day " + m_state.businessDay() + " is open",
                     {{"day", m_state.businessDay()}}};
    if (dayStart(c.businessDay, 0) < 0)
        return Error{ErrorCode::InvalidParams, "businessDay must be YYYY-MM-DD", {{"field", "businessDay"}}};
    if (c.businessDay < m_state.businessDay())
        return Error{ErrorCode::DayInThePast,
                     "the last day opened is " + m_state.businessDay(),
                     {{"day", m_state.businessDay()}}};
    StateImage image = m_state.image();
    Events carried;
    if (c.businessDay != m_state.businessDay()) {
        carried = carriedOver();
        image.overtakings.clear();
        image.ruleCalls = 0;
        for (Ticket &ticket : image.tickets)
            ticket.joinedCall = 0;
        for (CounterState &counter : image.counters)
            counter.lastCallMs.reset();
        image.totals = {};
        image.series.clear();
        image.recentWaits.clear();
        image.serviceDays.clear();
        image.staffDays.clear();
        image.restorable.clear();
    }
    image.businessDay = c.businessDay;
    image.isOpen = true;
    image.changedMs = m_now;
    Events events{event::DayOpened{std::move(image)}};
    events.insert(events.end(), carried.begin(), carried.end());
    return events;
}

Result<Events> Decider::operator()(const command::CloseDay &c) const
{
    if (!m_state.isOpen())
        return dayNotOpen();
    std::int64_t inHand = 0;
    for (const auto &[id, counter] : m_state.counterStates())
        inHand += counter.ticket.isSet() ? 1 : 0;
    if (inHand > 0 && !c.force)
        return Error{ErrorCode::TicketsInService,
                     std::to_string(inHand) + " people are called or being served",
                     {{"count", std::to_string(inHand)}}};
    std::vector<TicketId> open;
    open.reserve(m_state.tickets().size());
    for (const auto &[id, ticket] : m_state.tickets()) {
        if (!m_state.settings().carriesOver || ticket.isAtCounter())
            open.push_back(id);
    }
    std::sort(open.begin(), open.end());
    Events events;
    for (const TicketId id : open)
        events.push_back(event::TicketEnded{id});
    for (const auto &[id, counter] : m_state.counterStates()) {
        if (counter.isOpen())
            events.push_back(event::CounterClosed{id});
    }
    events.push_back(event::DayClosed{m_state.businessDay()});
    return events;
}

Events Decider::carriedOver() const
{
    std::vector<const Ticket *> waiting;
    for (const auto &[id, ticket] : m_state.tickets())
        waiting.push_back(&ticket);
    std::sort(waiting.begin(), waiting.end(), [](const Ticket *a, const Ticket *b) {
        return QueueKey{a->place, a->id} < QueueKey{b->place, b->id};
    });
    Events events;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const Ticket &ticket = *waiting[i];
        const Place place{m_now, static_cast<std::int64_t>(i) - static_cast<std::int64_t>(waiting.size())};
        events.push_back(event::TicketCarried{
            ticket.id, place, ticket.carriedFrom.empty() ? m_state.businessDay() : ticket.carriedFrom});
    }
    return events;
}

} // namespace tiepdon
