// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/advicebook.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace tiepdon {
namespace {

/// A service is concerned when its share of kept promises or its wait moves by this at least.
constexpr std::int64_t kConcernedPermille = 5;
constexpr TimeMs kConcernedMs = 30 * kSecondMs;

std::int64_t permille(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0 : (1000 * part + whole / 2) / whole;
}

/// Whether a move that was made is the one advised.
bool isSame(const FloorMove &advised, const FloorMove &made)
{
    return advised.kind == made.kind && advised.counter == made.counter
        && (made.kind == FloorMoveKind::Close || advised.profile == made.profile);
}

} // namespace

NotebookEntry AdviceBook::entryOf(const AdviceRecord &record)
{
    return {NotebookKind::Advices, record.id.value, record.atMs, record.endedMs, toBytes(toJson(record))};
}

std::optional<AdviceRecord> AdviceBook::recordFrom(const NotebookEntry &entry)
{
    const auto json = parseJson(entry.body);
    if (!json)
        return std::nullopt;
    auto record = fromJson<AdviceRecord>(*json, UnknownFields::Ignore);
    return record ? std::optional(std::move(*record)) : std::nullopt;
}

std::vector<NotebookEntry> AdviceBook::ended(const std::vector<NotebookEntry> &standing, TimeMs nowMs)
{
    std::vector<NotebookEntry> changed;
    for (const NotebookEntry &entry : standing) {
        if (entry.kind != NotebookKind::Advices)
            continue;
        AdviceRecord record;
        if (auto found = recordFrom(entry))
            record = std::move(*found);
        record.id = {entry.id};
        record.atMs = entry.atMs;
        record.endedMs = std::max(nowMs, record.atMs + 1);
        if (record.fate == AdviceFate::Open)
            record.fate = AdviceFate::Ignored;
        changed.push_back(entryOf(record));
    }
    return changed;
}

std::vector<Advice> AdviceBook::give(const std::vector<AdvisedMove> &moves, TimeMs nowMs,
                                     std::vector<NotebookEntry> &changed)
{
    std::vector<Advice> given;
    for (const AdvisedMove &move : moves) {
        Advice advice{{}, move.move, move.effect};
        if (!move.isHint) {
            // who said no is not asked again for a while
            if (std::any_of(m_standing.begin(), m_standing.end(), [&](const auto &entry) {
                    const AdviceRecord &record = entry.second;
                    return record.fate == AdviceFate::Declined && record.move == move.move
                        && record.settledMs + kSameMs > nowMs;
                }))
                continue;
            const auto same = std::find_if(m_standing.begin(), m_standing.end(), [&](const auto &entry) {
                const AdviceRecord &record = entry.second;
                return record.fate == AdviceFate::Open && record.move == move.move && record.atMs + kSameMs > nowMs;
            });
            if (same != m_standing.end()) {
                advice.id = same->first;
            } else {
                cutShort(nowMs, changed);
                advice.id = m_last = {m_last.value + 1};
                AdviceRecord record;
                record.id = advice.id;
                record.atMs = nowMs;
                record.move = move.move;
                record.effect = move.effect;
                changed.push_back(entryOf(m_standing.emplace(advice.id, record).first->second));
            }
        }
        given.push_back(std::move(advice));
    }
    return given;
}

void AdviceBook::cutShort(TimeMs nowMs, std::vector<NotebookEntry> &changed)
{
    while (m_standing.size() >= kStandingMax) {
        AdviceRecord &record = m_standing.begin()->second;
        record.endedMs = nowMs;
        if (record.fate == AdviceFate::Open)
            record.fate = AdviceFate::Ignored;
        changed.push_back(entryOf(record));
        m_standing.erase(m_standing.begin());
    }
}

Result<AdviceBook::Settled> AdviceBook::settle(AdviceId id, bool isFollowed, StaffId by, TimeMs nowMs)
{
    const auto it = m_standing.find(id);
    const AdviceFate fate = isFollowed ? AdviceFate::Followed : AdviceFate::Declined;
    if (it == m_standing.end() || (it->second.fate != AdviceFate::Open && it->second.fate != fate))
        return Error{
            ErrorCode::WrongState, "no such advice waits for an answer", {{"id", std::to_string(id.value)}}};
    AdviceRecord &record = it->second;
    const bool isNew = record.fate == AdviceFate::Open;
    if (isNew) {
        record.fate = fate;
        record.by = by;
        record.settledMs = nowMs;
    }
    return Settled{entryOf(record), isNew};
}

void AdviceBook::unsettle(AdviceId id)
{
    const auto it = m_standing.find(id);
    if (it == m_standing.end())
        return;
    it->second.fate = AdviceFate::Open;
    it->second.by = {};
    it->second.settledMs = 0;
}

void AdviceBook::noteMove(const FloorMove &made, StaffId by, TimeMs atMs, std::vector<NotebookEntry> &changed)
{
    for (auto &[id, record] : m_standing) {
        if (!isSame(record.move, made)) {
            ++record.otherMoves;
        } else if (record.fate == AdviceFate::Open && record.atMs + kSameMs > atMs) {
            record.fate = AdviceFate::Followed;
            record.by = by;
            record.settledMs = atMs;
        } else if (record.fate != AdviceFate::Followed) {
            ++record.otherMoves; // late, or after all
        }
        changed.push_back(entryOf(record));
    }
}

void AdviceBook::follow(const BranchState &state, const PublishedEvent &published,
                        std::vector<NotebookEntry> &changed)
{
    const Event &event = published.entry.event;
    const TimeMs at = published.entry.atMs;
    const auto made = [&](FloorMoveKind kind, CounterId counter, ProfileId profile) {
        FloorMove move;
        move.kind = kind;
        move.counter = counter;
        move.profile = profile;
        noteMove(move, published.entry.actor, at, changed);
    };
    if (const auto *opened = std::get_if<event::CounterOpened>(&event)) {
        made(FloorMoveKind::Open, opened->counter, opened->profile);
    } else if (const auto *closed = std::get_if<event::CounterClosed>(&event)) {
        made(FloorMoveKind::Close, closed->counter, {});
    } else if (const auto *assigned = std::get_if<event::ProfileAssigned>(&event)) {
        made(FloorMoveKind::Switch, assigned->counter, assigned->profile);
    } else if (const auto *called = std::get_if<event::TicketCalled>(&event)) {
        const auto &ticket = published.touched.ticket;
        if (!ticket || ticket->step.misses > 0 || called->reason.rule == CallRule::WalkIn)
            return;
        m_calls.push_back(
            {ticket->id, ticket->step.service, ticket->ownPlace().ms, at, state.promiseMs(*ticket), false});
        forgetCalls();
    } else if (std::holds_alternative<event::TicketMissed>(event)
               || std::holds_alternative<event::TicketNoShow>(event)) {
        const auto &ticket = published.touched.ticket;
        const auto last = std::find_if(m_calls.rbegin(), m_calls.rend(),
                                       [&](const Called &call) { return ticket && call.ticket == ticket->id; });
        if (last != m_calls.rend())
            last->isGone = true;
    } else if (std::holds_alternative<event::DayClosed>(event)) {
        for (auto &[id, record] : m_standing) {
            record.endedMs = std::max(at, record.atMs + 1);
            if (record.fate == AdviceFate::Open)
                record.fate = AdviceFate::Ignored;
            changed.push_back(entryOf(record));
        }
        m_standing.clear();
        m_calls.clear();
    }
}

void AdviceBook::forgetCalls()
{
    const TimeMs since = m_standing.empty() ? m_calls.back().calledMs : m_standing.begin()->second.atMs;
    while (!m_calls.empty() && (m_calls.size() > kCallsMax || m_calls.front().calledMs < since))
        m_calls.pop_front();
}

AdviceCame AdviceBook::cameOf(const BranchState &state, const AdviceRecord &record) const
{
    const std::vector<ServiceId> services = concerned(record.effect);
    const auto isConcerned
        = [&](ServiceId service) { return std::find(services.begin(), services.end(), service) != services.end(); };
    const TimeMs end = record.atMs + record.effect.aheadMs;
    AdviceCame came;
    std::int64_t kept = 0;
    std::vector<TimeMs> waits;
    for (const Called &call : m_calls) {
        if (call.calledMs < record.atMs || call.calledMs >= end || !isConcerned(call.service))
            continue;
        const TimeMs waitMs = std::max<TimeMs>(0, call.calledMs - call.referenceMs);
        ++came.n;
        kept += !call.isGone && waitMs <= call.promiseMs ? 1 : 0;
        waits.push_back(waitMs);
    }
    for (const auto &[id, queue] : state.queues()) {
        if (!isConcerned(id.service))
            continue;
        for (const QueueKey &key : queue) {
            const Ticket *ticket = state.ticket(key.ticket);
            if (ticket && ticket->step.misses == 0 && end - ticket->ownPlace().ms > state.promiseMs(*ticket))
                ++came.n;
        }
    }
    came.keptPermille = permille(kept, came.n);
    if (!waits.empty()) {
        const std::size_t at = (waits.size() * 4 + 4) / 5 - 1;
        std::nth_element(waits.begin(), waits.begin() + static_cast<std::ptrdiff_t>(at), waits.end());
        came.p80WaitMs = waits[at];
    }
    return came;
}

std::vector<NotebookEntry> AdviceBook::reckon(const BranchState &state, TimeMs nowMs)
{
    std::vector<NotebookEntry> changed;
    for (auto it = m_standing.begin(); it != m_standing.end();) {
        AdviceRecord &record = it->second;
        if (record.atMs + record.effect.aheadMs > nowMs) {
            ++it;
            continue;
        }
        if (record.fate == AdviceFate::Open)
            record.fate = AdviceFate::Ignored;
        record.endedMs = nowMs;
        record.came = cameOf(state, record);
        changed.push_back(entryOf(record));
        it = m_standing.erase(it);
    }
    return changed;
}

std::optional<TimeMs> AdviceBook::nextEndMs() const
{
    // ids and times rise together
    if (m_standing.empty())
        return std::nullopt;
    const AdviceRecord &oldest = m_standing.begin()->second;
    return oldest.atMs + oldest.effect.aheadMs;
}

std::vector<ServiceId> AdviceBook::concerned(const MoveEffect &effect)
{
    std::vector<ServiceId> services;
    for (const ServiceEffect &each : effect.services) {
        if (std::abs(each.after.keptPermille - each.before.keptPermille) >= kConcernedPermille
            || std::abs(each.after.p80WaitMs - each.before.p80WaitMs) >= kConcernedMs)
            services.push_back(each.before.service);
    }
    if (services.empty()) {
        for (const ServiceEffect &each : effect.services)
            services.push_back(each.before.service);
    }
    return services;
}

} // namespace tiepdon
