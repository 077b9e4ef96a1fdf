// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/ruleindex.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

double fromPermille(std::int64_t permille) { return static_cast<double>(permille) / 1000; }

double seconds(TimeMs ms) { return static_cast<double>(ms) / 1000; }

/// Below every index of somebody whose time has come, and the higher the nearer it is.
constexpr double kNotYetDue = -1e6;
/// Above every index of somebody within the guard.
constexpr double kPastGuard = 1e6;
/// One rank is worth more than any wait.
constexpr double kRank = 1e9;

} // namespace

RuleIndex::RuleIndex(const CallingRule &rule)
    : m_kind(rule.kind), m_lookAhead(fromPermille(rule.lookAheadPermille)), m_save(fromPermille(rule.savePermille)),
      m_base(fromPermille(rule.basePermille)), m_late(fromPermille(rule.latePermille)),
      m_slope(fromPermille(rule.slopePermille)), m_guard(fromPermille(rule.guardPermille)),
      m_servicePower(fromPermille(rule.servicePowerPermille)), m_cMuPower(fromPermille(rule.cMuPowerPermille)),
      m_longestWaitS(seconds(rule.longestWaitMs)), m_booked(fromPermille(rule.bookedPermille))
{
}

double RuleIndex::weight(const QueueTerms &terms, const HeadTimes &head) const
{
    const bool isPriced = m_kind == CallingRuleKind::BrokenPromise || m_kind == CallingRuleKind::GeneralizedCMu;
    return terms.weight * (head.isBooked && isPriced ? m_booked : 1);
}

double RuleIndex::guardsWaited(double waitedS, double promiseS) const
{
    return std::max(m_guard > 0 ? waitedS / (m_guard * promiseS) : 0,
                    m_longestWaitS > 0 ? waitedS / m_longestWaitS : 0);
}

bool RuleIndex::isPastGuard(const QueueTerms &terms, const HeadTimes &head, TimeMs nowMs) const
{
    return m_kind == CallingRuleKind::BrokenPromise
        && guardsWaited(seconds(nowMs - head.referenceMs), seconds(terms.promiseMs)) > 1;
}

double RuleIndex::of(const QueueTerms &terms, const HeadTimes &head, TimeMs nowMs) const
{
    // Times count from now, so that seconds keep their fractions whatever the year.
    const double waited = seconds(nowMs - head.referenceMs);
    const bool isDue = head.referenceMs <= nowMs;
    if (m_kind == CallingRuleKind::Arrival)
        return isDue ? seconds(nowMs - head.arrivedMs) : waited - 1e7;
    if (m_kind == CallingRuleKind::FixedPriority)
        return isDue ? static_cast<double>(terms.rank) * kRank + waited : waited - 1e15;
    if (!isDue)
        return kNotYetDue + waited;

    const double promise = seconds(terms.promiseMs);
    const double share = waited / promise;
    if (m_kind == CallingRuleKind::Ratio)
        return share;
    if (m_kind == CallingRuleKind::EarliestDue)
        return waited - promise;
    const double meanService = seconds(terms.meanServiceMs);
    if (m_kind == CallingRuleKind::GeneralizedCMu)
        return weight(terms, head) * m_cMuPower * std::pow(share, m_cMuPower - 1) / promise / meanService;

    if (const double guards = guardsWaited(waited, promise); guards > 1)
        return kPastGuard * guards;
    const double left = promise - waited;
    const double price = left > 0
        ? std::exp(-left / (m_lookAhead * promise)) / m_lookAhead * m_save + m_base * (share + 0.1)
        : m_late + m_slope * (share - 1);
    return weight(terms, head) * price / promise / std::pow(meanService, m_servicePower);
}

} // namespace tiepdon
