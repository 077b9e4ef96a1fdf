// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/signals.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

constexpr TimeMs kRecentMs = 90 * kDayMs;
constexpr TimeMs kBeforeMs = 360 * kDayMs;
constexpr TimeMs kBeforeLeastMs = 90 * kDayMs; ///< nothing is said of who came first less long ago
constexpr double kRareCase = 0.05;
constexpr std::size_t kLastVisits = 3;
constexpr std::int64_t kLowScoreMax = 2;

/// One earlier visit, of all its steps.
struct Visit {
    TicketId ticket;
    TimeMs arrivedMs = 0;
    bool wasServed = false;
    bool wasMissed = false;
    bool wasInVain = false; ///< the goal was not reached
};

/// Newest first, without those that are still open.
std::vector<Visit> visitsOf(const CustomerRecord &record)
{
    std::vector<Visit> visits;
    std::vector<TicketId> open;
    for (const EarlierStep &step : record.visits) {
        auto it = std::find_if(visits.begin(), visits.end(),
                               [&](const Visit &visit) { return visit.ticket == step.ticket; });
        if (it == visits.end())
            it = visits.insert(it, Visit{step.ticket, step.arrivedMs});
        it->wasServed = it->wasServed || step.outcome == StepOutcome::Served;
        it->wasMissed = it->wasMissed || step.outcome == StepOutcome::NoShow;
        it->wasInVain = it->wasInVain || step.reached == GoalReached::No;
        if (step.outcome == StepOutcome::Open)
            open.push_back(step.ticket);
    }
    std::erase_if(visits, [&](const Visit &visit) {
        return std::find(open.begin(), open.end(), visit.ticket) != open.end();
    });
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit &a, const Visit &b) { return a.arrivedMs > b.arrivedMs; });
    return visits;
}

/// The chance that of n visits spread by chance over a time at most k fall in a share of it.
double atMost(std::int64_t k, std::int64_t n, double share)
{
    double sum = 0;
    double term = std::pow(1 - share, static_cast<double>(n));
    for (std::int64_t i = 0; i <= k; ++i) {
        sum += term;
        term *= static_cast<double>(n - i) / static_cast<double>(i + 1) * share / (1 - share);
    }
    return sum;
}

bool comesLess(const std::vector<Visit> &visits, TimeMs nowMs)
{
    if (visits.empty())
        return false;
    const TimeMs from = std::max(nowMs - kBeforeMs, visits.back().arrivedMs);
    if (nowMs - kRecentMs - from < kBeforeLeastMs)
        return false;
    std::int64_t recent = 0;
    std::int64_t all = 0;
    for (const Visit &visit : visits) {
        // the one that begins the time is no sign of how often they came in it
        if (visit.arrivedMs <= from || visit.arrivedMs > nowMs)
            continue;
        ++all;
        recent += visit.arrivedMs > nowMs - kRecentMs ? 1 : 0;
    }
    const double share = static_cast<double>(kRecentMs) / static_cast<double>(nowMs - from);
    return atMost(recent, all, share) < kRareCase;
}

bool scoredLow(const std::vector<Happening> &happenings)
{
    const Happening *last = nullptr;
    for (const Happening &happening : happenings) {
        if (happening.kind == HappeningKind::Score && (!last || happening.atMs > last->atMs))
            last = &happening;
    }
    return last && last->score >= 1 && last->score <= kLowScoreMax;
}

} // namespace

std::vector<Signal> signalsOf(const CustomerRecord &record, TimeMs nowMs)
{
    const std::vector<Visit> visits = visitsOf(record);
    const auto last = visits.begin() + static_cast<std::ptrdiff_t>(std::min(visits.size(), kLastVisits));
    const auto hasOpen = [&](auto isMeant) {
        return std::any_of(record.openItems.begin(), record.openItems.end(),
                           [&](const OpenItem &item) { return item.isOpen() && isMeant(item); });
    };
    // steps beyond the record's bound are known by their number alone
    const bool isCut = record.visitsEver > static_cast<std::int64_t>(record.visits.size());

    std::vector<Signal> signals;
    const auto say = [&](bool isSo, Signal signal) {
        if (isSo)
            signals.push_back(signal);
    };
    say(!isCut && std::none_of(visits.begin(), visits.end(), [](const Visit &visit) { return visit.wasServed; }),
        Signal::FirstVisit);
    say(comesLess(visits, nowMs), Signal::ComesLess);
    say(std::any_of(visits.begin(), last, [](const Visit &visit) { return visit.wasMissed; }), Signal::MissedTurns);
    say(scoredLow(record.happenings), Signal::LowScore);
    say(hasOpen([](const OpenItem &item) { return item.kind == OpenItemKind::Complaint; }), Signal::OpenComplaint);
    say(hasOpen([&](const OpenItem &item) {
            return (item.kind == OpenItemKind::Promise || item.kind == OpenItemKind::CallBack)
                && item.isLate(nowMs);
        }),
        Signal::LatePromise);
    say(!visits.empty() && visits.front().wasInVain, Signal::GoalNotReached);
    return signals;
}

} // namespace tiepdon
