// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"

#include "core/base/limits.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

/// Longest wait two tickets are compared by: times the longest service level it still fits 63 bits.
constexpr TimeMs kComparedWaitMaxMs = 5 * 366 * kDayMs;
static_assert(kComparedWaitMaxMs < std::numeric_limits<TimeMs>::max() / limits::kServiceMsMax);

/// The first of a service's queue with what it is compared by.
struct Head {
    const Service *service = nullptr;
    QueueKey key;
    TimeMs waitedMs = 0;
};

/// Which of two heads goes first, and by what.
struct Comparison {
    bool isFirst = false; ///< the first of the two
    CallRule rule = CallRule::ServiceLevel;
};

Comparison compare(const Head &a, const Head &b)
{
    // waited / service level without division; a played clock may be set years on, so the waits are bounded
    const TimeMs shareA = std::min(a.waitedMs, kComparedWaitMaxMs) * b.service->serviceLevelMs;
    const TimeMs shareB = std::min(b.waitedMs, kComparedWaitMaxMs) * a.service->serviceLevelMs;
    if (shareA != shareB)
        return {shareA > shareB, CallRule::ServiceLevel};
    if (a.key.place != b.key.place)
        return {a.key.place < b.key.place, CallRule::EarlierPlace};
    return {a.key.ticket < b.key.ticket, CallRule::LowerTicket};
}

TimeMs ownWaitMs(const Ticket &ticket, TimeMs now) { return std::max<TimeMs>(0, now - ticket.ownPlace().ms); }

} // namespace

std::optional<Choice> nextFor(const BranchState &state, const WorkProfile &profile, TimeMs now)
{
    std::optional<Head> best;
    std::optional<Head> runnerUp;
    CallReason reason;
    for (const ServiceId id : profile.services) {
        const auto &queue = state.waiting(id);
        const Service *service = state.service(id);
        if (queue.empty() || !service)
            continue;
        ++reason.services;
        reason.waiting += static_cast<std::int64_t>(queue.size());
        const Head head{service, *queue.begin(), std::max<TimeMs>(0, now - queue.begin()->place.ms)};
        if (!best || compare(head, *best).isFirst) {
            runnerUp = best;
            best = head;
        } else if (!runnerUp || compare(head, *runnerUp).isFirst) {
            runnerUp = head;
        }
    }
    if (!best)
        return std::nullopt;

    const Ticket *first = state.ticket(best->key.ticket);
    reason.service = best->service->id;
    reason.waitedMs = first ? ownWaitMs(*first, now) : best->waitedMs;
    reason.serviceLevelMs = best->service->serviceLevelMs;
    if (runnerUp) {
        reason.rule = compare(*best, *runnerUp).rule;
        reason.runnerUpWaitedMs = runnerUp->waitedMs;
        if (const Ticket *ticket = state.ticket(runnerUp->key.ticket)) {
            reason.runnerUp = ticket->number;
            reason.runnerUpWaitedMs = ownWaitMs(*ticket, now);
        }
        reason.runnerUpService = runnerUp->service->id;
        reason.runnerUpServiceLevelMs = runnerUp->service->serviceLevelMs;
    } else {
        reason.rule = reason.waiting == 1 ? CallRule::OnlyOne : CallRule::OnlyService;
    }
    if (first && first->raisedFrom)
        reason.rule = CallRule::Raised;
    return Choice{best->key.ticket, reason};
}

} // namespace tiepdon
