// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/metrics.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

double over(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// The value that a share `q` of sorted values is not above, between neighbours in proportion.
double quantile(const std::vector<double> &sorted, double q)
{
    if (sorted.empty())
        return 0;
    const double at = q * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

struct Count {
    double people = 0;
    double kept = 0;
    double weight = 0;
    double loss = 0;
};

class Counting
{
public:
    Counting(const Scenario &scenario, const CallingRule &rule)
        : m_scenario(scenario), m_rule(rule), m_bySegment(scenario.segments.size()),
          m_byService(scenario.services.size())
    {
    }

    void count(const WholeDay &day)
    {
        const Count before = m_all;
        for (std::size_t i = 0; i < day.drawn.people.size(); ++i)
            count(day.drawn.people[i], day.played.people[i]);
        m_days.push_back({0, 0, m_all.weight - before.weight, m_all.loss - before.loss});
        m_busyMs += day.played.busyMs;
        m_staffedMs += day.played.staffedMs;
    }

    DispatchMetrics metrics()
    {
        DispatchMetrics m = std::move(m_sums);
        m.people = static_cast<std::int64_t>(m_all.people);
        m.loss = over(m_all.loss, m_all.weight);
        m.lossDeviation = lossDeviation(m.loss);
        m.kept = over(m_all.kept, m_all.people);
        m.keptWeighted = over(m_keptWeight, m_all.weight);
        for (const Count &count : m_bySegment)
            m.keptBySegment.push_back(over(count.kept, count.people));
        m.worstKept = 1;
        for (const Count &count : m_byService) {
            m.keptByService.push_back(over(count.kept, count.people));
            m.lossByService.push_back(over(count.loss, count.weight));
            m.worstLoss = std::max(m.worstLoss, m.lossByService.back());
            if (count.people > 0)
                m.worstKept = std::min(m.worstKept, m.keptByService.back());
        }
        std::sort(m_waitsMs.begin(), m_waitsMs.end());
        double sumMs = 0;
        for (const double waitMs : m_waitsMs)
            sumMs += waitMs;
        m.meanWaitMs = over(sumMs, m_all.people);
        m.p95WaitMs = quantile(m_waitsMs, 0.95);
        m.longestWaitMs = m_waitsMs.empty() ? 0 : m_waitsMs.back();
        m.noShowShare = over(m.noShowShare, m_all.people);
        m.squaredShare = over(m.squaredShare, m_all.people);
        m.overtakenMean = over(m.overtakenMean, m_all.people);
        m.occupancy = over(m_busyMs, m_staffedMs);
        return m;
    }

private:
    void count(const DrawnPerson &drawn, const PlayedPerson &played)
    {
        const double waitedMs = std::max(0.0, played.calledMs - static_cast<double>(drawn.referenceMs()));
        const auto promiseMs = static_cast<double>(m_scenario.services[drawn.service].promiseMs[drawn.segment]);
        const double weight = m_scenario.weight(drawn.service, drawn.segment);
        const double share = waitedMs / promiseMs;
        double loss = share > 1 ? 1 + (share - 1) / 4 : 0;
        if (played.isNoShow)
            loss = std::max(loss, 1.0);
        const bool isKept = share <= 1 && !played.isNoShow;
        for (Count *count : {&m_all, &m_bySegment[drawn.segment], &m_byService[drawn.service]}) {
            ++count->people;
            count->kept += isKept ? 1 : 0;
            count->weight += weight;
            count->loss += weight * loss;
        }
        m_keptWeight += isKept ? weight : 0;
        m_waitsMs.push_back(waitedMs);
        m_sums.noShowShare += played.isNoShow ? 1 : 0;
        m_sums.squaredShare += weight * share * share;
        m_sums.overtakenMost = std::max(m_sums.overtakenMost, played.overtaken);
        m_sums.overtakenMean += static_cast<double>(played.overtaken);
        m_sums.overtakenBeyond += m_rule.maxOvertaken > 0 && played.overtaken > m_rule.maxOvertaken ? 1 : 0;
    }

    /// Of a ratio of two sums over days, by how far each day's loss is from what its weight would make one expect.
    [[nodiscard]] double lossDeviation(double loss) const
    {
        const auto n = static_cast<double>(m_days.size());
        if (n < 2)
            return 0;
        double squares = 0;
        for (const Count &day : m_days)
            squares += std::pow(day.loss - loss * day.weight, 2);
        return over(std::sqrt(squares * n / (n - 1)), m_all.weight);
    }

    const Scenario &m_scenario;
    const CallingRule &m_rule;
    Count m_all;
    std::vector<Count> m_bySegment;
    std::vector<Count> m_byService;
    std::vector<Count> m_days;
    double m_keptWeight = 0;
    double m_busyMs = 0;
    double m_staffedMs = 0;
    std::vector<double> m_waitsMs;
    DispatchMetrics m_sums;
};

} // namespace

DispatchMetrics metricsOf(const Scenario &scenario, const CallingRule &rule, std::span<const WholeDay> days)
{
    Counting counting(scenario, rule);
    for (const WholeDay &day : days)
        counting.count(day);
    return counting.metrics();
}

} // namespace tiepdon
