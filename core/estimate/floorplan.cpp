// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/floorplan.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace tiepdon {
namespace {

constexpr TimeMs kNever = std::numeric_limits<TimeMs>::max();

Error unknownId(ErrorCode code, const char *what, std::int64_t id)
{
    return {code, std::string("there is no ") + what + " " + std::to_string(id), {{"id", std::to_string(id)}}};
}

Error notSo(ErrorCode code, const char *message) { return {code, message, {}}; }

/// Puts one more absence among those to come; what it covers goes.
void addAbsence(std::vector<FloorAbsence> &absences, const FloorAbsence &added)
{
    std::erase_if(absences, [&](const FloorAbsence &other) {
        return other.fromMs < added.toMs && added.fromMs < other.toMs;
    });
    const auto at = std::find_if(absences.begin(), absences.end(),
                                 [&](const FloorAbsence &other) { return other.fromMs > added.fromMs; });
    absences.insert(at, added);
}

} // namespace

FloorPlan::FloorPlan(BranchState state, Forecast knowledge, TimeMs nowMs)
    : m_state(std::move(state)), m_knowledge(std::move(knowledge))
{
    for (const auto &[id, service] : m_state.services()) {
        m_knowledge.times().define(id, service.expectedMs);
        m_services.push_back(id);
    }
    m_floor = m_knowledge.floorOf(m_state, nowMs);
    for (const auto &[id, counter] : m_state.counterStates())
        m_counters.push_back(counter);
    m_waiting.assign(m_services.size(), 0);
    for (const FloorQueue &queue : m_floor.queues) {
        m_waiting[queue.serviceAt]
            += std::count_if(queue.tickets.begin(), queue.tickets.end(),
                             [](const FloorTicket &ticket) { return ticket.isQuoted && !ticket.heldUntilMs; });
    }
    m_desks.resize(m_counters.size());
    std::iota(m_desks.begin(), m_desks.end(), std::size_t{0});
    m_countersBefore = m_counters;
    m_floorBefore = m_floor.counters;
    m_servedBefore = servedServices(m_floor);
}

void FloorPlan::reset()
{
    m_counters = m_countersBefore;
    m_floor.counters = m_floorBefore;
    std::iota(m_desks.begin(), m_desks.end(), std::size_t{0});
    m_counterMs = 0;
}

std::optional<std::size_t> FloorPlan::indexOf(CounterId id) const
{
    const auto at
        = std::lower_bound(m_counters.begin(), m_counters.end(), id,
                           [](const CounterState &counter, CounterId of) { return counter.counter < of; });
    if (at == m_counters.end() || at->counter != id)
        return std::nullopt;
    return static_cast<std::size_t>(at - m_counters.begin());
}

const CounterState *FloorPlan::counter(CounterId id) const
{
    const auto at = indexOf(id);
    return at ? &m_counters[*at] : nullptr;
}

std::vector<std::size_t> FloorPlan::queuesOf(CounterId counter, StaffId staff, ProfileId profile) const
{
    CounterState manned;
    manned.counter = counter;
    manned.staff = staff;
    manned.profile = profile;
    const WorkProfile *serves = m_state.profile(profile);
    std::vector<std::size_t> queues;
    for (std::size_t q = 0; q < m_floor.queues.size(); ++q) {
        const QueueId &id = m_floor.queues[q].id;
        const bool isServed = staff.isSet() ? m_state.mayCall(manned, id)
            : id.forCounter.isSet()         ? id.forCounter == counter
                                            : !id.forStaff.isSet() && id.language.empty() && serves
                && std::find(serves->services.begin(), serves->services.end(), id.service)
                    != serves->services.end();
        if (isServed)
            queues.push_back(q);
    }
    return queues;
}

std::vector<bool> FloorPlan::servedServices(const Floor &floor) const
{
    std::vector<bool> served(m_services.size(), false);
    for (std::size_t k = 0; k < floor.counters.size(); ++k) {
        for (const std::size_t q : floor.counters[k].queues)
            served[floor.queues[q].serviceAt] = true;
    }
    return served;
}

std::vector<ServiceId> FloorPlan::unserved() const
{
    const std::vector<bool> served = servedServices(m_floor);
    std::vector<ServiceId> lost;
    for (std::size_t v = 0; v < m_services.size(); ++v) {
        if (m_waiting[v] > 0 && m_servedBefore[v] && !served[v])
            lost.push_back(m_services[v]);
    }
    return lost;
}

std::vector<FloorAbsence> FloorPlan::absencesOf(StaffId staff) const
{
    std::vector<FloorAbsence> absences;
    const TimeMs day = dayStart(m_state.businessDay(), static_cast<int>(m_state.settings().utcOffsetMin));
    for (const auto &coming : m_knowledge.habits().expected(m_state.businessDay(), staff, nowMs() - day))
        absences.push_back({day + coming.fromMs, day + coming.toMs, coming.share});
    return absences;
}

Result<void> FloorPlan::make(const FloorMove &move)
{
    if (!indexOf(move.counter))
        return unknownId(ErrorCode::UnknownCounter, "counter", move.counter.value);
    if (move.profile.isSet() && !m_state.profile(move.profile))
        return unknownId(ErrorCode::UnknownProfile, "work profile", move.profile.value);
    switch (move.kind) {
    case FloorMoveKind::Open:
        return open(move);
    case FloorMoveKind::Switch:
        return switchTo(move);
    case FloorMoveKind::Close:
        return close(move);
    case FloorMoveKind::MovePerson:
        return movePerson(move);
    case FloorMoveKind::Break:
        return takeBreak(move);
    case FloorMoveKind::EndBreak:
        break;
    }
    return endBreak(move);
}

bool FloorPlan::isTaken(std::size_t counterAt) const
{
    return m_counters[counterAt].isOpen()
        || m_floor.counters[m_desks[counterAt]].doing != FloorCounter::Doing::Closed;
}

Result<void> FloorPlan::open(const FloorMove &move)
{
    const std::size_t k = *indexOf(move.counter);
    if (move.staff.isSet() && !m_state.staffMember(move.staff))
        return unknownId(ErrorCode::UnknownStaff, "member of staff", move.staff.value);
    if (isTaken(k))
        return notSo(ErrorCode::CounterOccupied, "the counter is open");
    if (move.staff.isSet() && std::any_of(m_counters.begin(), m_counters.end(), [&](const CounterState &other) {
            return other.staff == move.staff;
        }))
        return notSo(ErrorCode::StaffElsewhere, "this member of staff is signed on at another counter");
    const ProfileId profile = move.profile.isSet() ? move.profile : m_state.counter(move.counter)->profile;
    m_counters[k].staff = move.staff;
    m_counters[k].profile = profile;
    FloorCounter &counter = deskAt(k);
    counter = {};
    counter.doing = FloorCounter::Doing::Idle;
    counter.queues = queuesOf(move.counter, move.staff, profile);
    counter.speed = move.staff.isSet() ? m_knowledge.times().speed(move.staff) : 1;
    counter.sinceMs = nowMs();
    counter.notBeforeMs = nowMs() + kWayMs;
    counter.absences = absencesOf(move.staff);
    const TimeMs lasts = move.forMs > 0 ? std::min(move.forMs, kAheadMs) : kAheadMs;
    if (lasts < kAheadMs)
        addAbsence(counter.absences, {nowMs() + lasts, kNever});
    m_counterMs += lasts;
    return {};
}

Result<void> FloorPlan::switchTo(const FloorMove &move)
{
    const std::size_t k = *indexOf(move.counter);
    if (!m_counters[k].isOpen())
        return notSo(ErrorCode::CounterNotOpen, "nobody is signed on at the counter");
    if (!move.profile.isSet())
        return unknownId(ErrorCode::UnknownProfile, "work profile", 0);
    m_counters[k].profile = move.profile;
    deskAt(k).queues = queuesOf(move.counter, m_counters[k].staff, move.profile);
    return {};
}

Result<void> FloorPlan::close(const FloorMove &move)
{
    const std::size_t k = *indexOf(move.counter);
    if (!m_counters[k].isOpen())
        return notSo(ErrorCode::CounterNotOpen, "nobody is signed on at the counter");
    m_counters[k].staff = {};
    m_counters[k].onBreak.reset();
    FloorCounter &counter = deskAt(k);
    counter.queues.clear(); // whoever is served there is served to the end
    if (counter.doing != FloorCounter::Doing::Busy)
        counter.doing = FloorCounter::Doing::Closed;
    m_counterMs -= kAheadMs;
    return {};
}

Result<void> FloorPlan::movePerson(const FloorMove &move)
{
    const auto to = indexOf(move.toCounter);
    if (!to)
        return unknownId(ErrorCode::UnknownCounter, "counter", move.toCounter.value);
    const std::size_t from = *indexOf(move.counter);
    if (!m_counters[from].isOpen())
        return notSo(ErrorCode::CounterNotOpen, "nobody is signed on at the counter");
    if (isTaken(*to))
        return notSo(ErrorCode::CounterOccupied, "the counter is open");
    const ProfileId profile = move.profile.isSet() ? move.profile : m_counters[from].profile;
    // the person stays the same desk of the futures, so the same is drawn of them as without the move
    std::swap(m_desks[from], m_desks[*to]);
    FloorCounter &desk = deskAt(*to);
    desk.queues = queuesOf(move.toCounter, m_counters[from].staff, profile);
    if (desk.doing == FloorCounter::Doing::Idle)
        desk.notBeforeMs = std::max(desk.notBeforeMs, nowMs() + kWayMs);
    m_counters[*to].staff = m_counters[from].staff;
    m_counters[*to].profile = profile;
    m_counters[*to].onBreak = std::exchange(m_counters[from].onBreak, std::nullopt);
    m_counters[from].staff = {};
    return {};
}

Result<void> FloorPlan::takeBreak(const FloorMove &move)
{
    const std::size_t k = *indexOf(move.counter);
    if (!m_counters[k].isOpen())
        return notSo(ErrorCode::CounterNotOpen, "nobody is signed on at the counter");
    if (m_counters[k].onBreak)
        return notSo(ErrorCode::CounterOnBreak, "there is a break at the counter");
    m_counters[k].onBreak = Break{move.reason, nowMs()};
    const DurationTable &usual = *m_floor.absences[static_cast<std::size_t>(move.reason)];
    const auto lasts = move.forMs > 0 ? move.forMs : static_cast<TimeMs>(usual.meanMs());
    addAbsence(deskAt(k).absences, {nowMs(), nowMs() + lasts});
    return {};
}

Result<void> FloorPlan::endBreak(const FloorMove &move)
{
    const std::size_t k = *indexOf(move.counter);
    if (!m_counters[k].isOpen())
        return notSo(ErrorCode::CounterNotOpen, "nobody is signed on at the counter");
    if (!m_counters[k].onBreak)
        return notSo(ErrorCode::WrongState, "there is no break at the counter");
    m_counters[k].onBreak.reset();
    FloorCounter &counter = deskAt(k);
    std::erase_if(counter.absences, [&](const FloorAbsence &absence) { return absence.fromMs <= nowMs(); });
    if (counter.doing != FloorCounter::Doing::Busy) {
        counter.doing = FloorCounter::Doing::Idle;
        counter.sinceMs = nowMs();
        counter.notBeforeMs = std::max(counter.notBeforeMs, nowMs() + kWayMs);
    }
    return {};
}

} // namespace tiepdon
