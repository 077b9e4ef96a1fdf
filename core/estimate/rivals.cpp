// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/rivals.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tiepdon {
namespace {

/// How many calls at the usual rate the last minutes' calls are weighed against.
constexpr double kPriorCalls = 4;

double countersOf(const QueueSight &sight)
{
    return static_cast<double>(std::max<std::int64_t>(1, sight.counters));
}

double placeOf(const QueueSight &sight)
{
    return sight.isFree && sight.ahead == 0 ? 0 : static_cast<double>(sight.ahead + 1);
}

double recentService(const QueueSight &sight)
{
    return sight.recentServiceMs > 0 ? sight.recentServiceMs : sight.meanServiceMs;
}

double positionAverage(const QueueSight &sight) { return placeOf(sight) * recentService(sight); }

double positionCounters(const QueueSight &sight) { return positionAverage(sight) / countersOf(sight); }

double queueLength(const QueueSight &sight) { return placeOf(sight) * sight.meanServiceMs / countersOf(sight); }

/// Each step waits for the next service to end or for one of those still ahead to leave.
double queueLengthLeaving(const QueueSight &sight)
{
    if (sight.patienceMs <= 0)
        return queueLength(sight);
    const double ratePerMs = countersOf(sight) / sight.meanServiceMs;
    double waitMs = 0;
    for (double step = 0; step < placeOf(sight); ++step)
        waitMs += 1 / (ratePerMs + step / sight.patienceMs);
    return waitMs;
}

double lastToEnter(const QueueSight &sight)
{
    if (placeOf(sight) == 0)
        return 0;
    return sight.lastWaitMs.value_or(queueLength(sight));
}

double headOfLine(const QueueSight &sight)
{
    if (placeOf(sight) == 0)
        return 0;
    return sight.ahead > 0 ? sight.headWaitMs : sight.meanServiceMs / countersOf(sight);
}

double rollingMean(const QueueSight &sight) { return sight.recentWaitMs.value_or(queueLength(sight)); }

double throughput(const QueueSight &sight)
{
    const double usualPerMs = countersOf(sight) / sight.meanServiceMs;
    return placeOf(sight) * (sight.windowMs + kPriorCalls / usualPerMs) / (sight.windowCalls + kPriorCalls);
}

constexpr std::array<Rival, 8> kRivals{{{"positionAverage", positionAverage},
                                        {"positionCounters", positionCounters},
                                        {"ql", queueLength},
                                        {"qlm", queueLengthLeaving},
                                        {"les", lastToEnter},
                                        {"hol", headOfLine},
                                        {"rolling", rollingMean},
                                        {"throughput", throughput}}};

} // namespace

std::span<const Rival> rivals() { return kRivals; }

void QueueRecord::openDay(TimeMs nowMs)
{
    m_calls.clear();
    m_busy.clear();
    m_openedMs = nowMs;
    m_isTold = false;
}

void QueueRecord::waiting(TimeMs nowMs, bool isAnybody)
{
    m_isTold = true;
    if (!m_busy.empty() && !m_busy.back().isOver) {
        m_busy.back().toMs = nowMs;
        m_busy.back().isOver = !isAnybody;
    } else if (isAnybody) {
        m_busy.push_back({nowMs, nowMs, false});
    }
    while (m_busy.size() > kCallsMax
           || (!m_busy.empty() && m_busy.front().isOver && m_busy.front().toMs < nowMs - kWindowMs))
        m_busy.pop_front();
}

void QueueRecord::called(TimeMs nowMs, double waitedMs)
{
    m_calls.push_back({nowMs, waitedMs});
    m_waitedSumMs += waitedMs;
    while (m_calls.size() > kCallsMax || (m_calls.size() > kRecent && m_calls.front().atMs < nowMs - kWindowMs))
        m_calls.pop_front();
}

void QueueRecord::served(double serviceMs)
{
    m_services.push_back(serviceMs);
    m_serviceSumMs += serviceMs;
    m_servedCount += 1;
    if (m_services.size() > kRecent)
        m_services.pop_front();
}

void QueueRecord::left(double waitedMs)
{
    m_waitedSumMs += waitedMs;
    m_leftCount += 1;
}

void QueueRecord::fill(QueueSight &sight, TimeMs nowMs, double priorServiceMs) const
{
    sight.meanServiceMs = (m_serviceSumMs + kPriorServices * priorServiceMs) / (m_servedCount + kPriorServices);
    sight.recentServiceMs = m_services.empty()
        ? 0
        : std::accumulate(m_services.begin(), m_services.end(), 0.0) / static_cast<double>(m_services.size());
    // the time all have waited over those who left: the exponential's maximum likelihood
    sight.patienceMs = m_leftCount > 0 ? m_waitedSumMs / m_leftCount : 0;
    const TimeMs fromMs = nowMs - kWindowMs;
    sight.windowMs = m_isTold ? 0 : static_cast<double>(std::clamp<TimeMs>(nowMs - m_openedMs, 0, kWindowMs));
    for (const Busy &busy : m_busy)
        sight.windowMs += static_cast<double>(
            std::max<TimeMs>(0, (busy.isOver ? busy.toMs : nowMs) - std::max(busy.fromMs, fromMs)));
    sight.windowCalls = 0;
    for (const Call &call : m_calls)
        sight.windowCalls += call.atMs > fromMs && call.waitedMs > 0 ? 1 : 0;
    sight.lastWaitMs.reset();
    sight.recentWaitMs.reset();
    if (m_calls.empty())
        return;
    sight.lastWaitMs = m_calls.back().waitedMs;
    const std::size_t count = std::min(kRecent, m_calls.size());
    double sumMs = 0;
    for (std::size_t i = m_calls.size() - count; i < m_calls.size(); ++i)
        sumMs += m_calls[i].waitedMs;
    sight.recentWaitMs = sumMs / static_cast<double>(count);
}

} // namespace tiepdon
