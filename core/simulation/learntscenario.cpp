// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/learntscenario.h"

#include "core/queue/state.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tiepdon {
namespace {

constexpr TimeMs kHalfHourMs = 30 * kMinuteMs;
/// What is believed before anything is known counts as so many services.
constexpr double kBelief = 30;
/// Longer than so many times the expected is a forgotten finish, shorter than this is none.
constexpr double kLongestTimes = 8;
constexpr TimeMs kShortestMs = 5 * kSecondMs;
/// Until enough is known: as scattered as services usually are.
constexpr double kUsualCv = 0.8;
constexpr double kPatienceMaxMs = 6.0 * kHourMs;
constexpr TimeMs kNoShowMs = 45 * kSecondMs;
constexpr TimeMs kUsualWalkMs = 20 * kSecondMs;

/// A time that can be one of a service, cut where it was forgotten to be finished; nothing for a slip of the hand.
std::optional<double> plausible(TimeMs servedMs, const Service &service)
{
    if (servedMs < kShortestMs)
        return std::nullopt;
    return std::min(static_cast<double>(servedMs), kLongestTimes * static_cast<double>(service.expectedMs));
}

class Learning
{
public:
    Learning(const BranchSetup &setup, const std::vector<PastStep> &steps) : m_setup(setup), m_steps(steps)
    {
        StateImage image;
        image.setup = setup;
        m_branch = BranchState(image);
        for (const PastStep &step : steps)
            m_days.insert(step.businessDay);
    }

    Result<Scenario> scenario()
    {
        const auto served = static_cast<std::size_t>(std::count_if(
            m_steps.begin(), m_steps.end(), [](const PastStep &step) { return step.servedMs.has_value(); }));
        if (m_days.size() < kLearntDaysMin || served < kLearntServicesMin)
            return Error{ErrorCode::InvalidParams,
                         "the branch has recorded " + std::to_string(m_days.size()) + " days with "
                             + std::to_string(served) + " services done; " + std::to_string(kLearntDaysMin)
                             + " and " + std::to_string(kLearntServicesMin) + " are the least to learn from",
                         {{"days", std::to_string(m_days.size())}, {"services", std::to_string(served)}}};
        m_made.name = m_setup.settings.name.vi;
        takeSegments();
        takeHours();
        for (const Service &service : m_setup.services)
            takeService(service);
        takeCounters();
        takePeople();
        m_made.rules = {{"present", m_setup.settings.calling, {}}};
        return m_made;
    }

private:
    void takeSegments()
    {
        m_made.segments.push_back({"ordinary", 0, 1});
        for (const Segment &segment : m_setup.segments) {
            m_segmentAt[segment.id] = m_made.segments.size();
            m_made.segments.push_back(
                {segment.name.vi, segment.rank, static_cast<double>(segment.weightPermille) / 1000});
        }
    }

    [[nodiscard]] std::size_t segmentAt(SegmentId id) const
    {
        const auto it = m_segmentAt.find(id);
        return it == m_segmentAt.end() ? 0 : it->second;
    }

    void takeHours()
    {
        TimeMs first = kDayMs;
        TimeMs last = 0;
        for (const PastStep &step : m_steps) {
            first = std::min(first, step.askedMs);
            last = std::max(last, step.askedMs);
        }
        m_made.opensMs = first / kHalfHourMs * kHalfHourMs;
        m_made.closesMs = std::min<TimeMs>(kDayMs, (last / kHalfHourMs + 1) * kHalfHourMs);
    }

    void takeService(const Service &service)
    {
        SimulatedService made;
        made.name = service.name.vi;
        made.weight = service.weightPermille > 0 ? static_cast<double>(service.weightPermille) / 1000 : 1;
        made.promiseMs.push_back(m_branch.promiseMs(service.id, {}));
        for (const Segment &segment : m_setup.segments)
            made.promiseMs.push_back(m_branch.promiseMs(service.id, segment.id));
        const auto slots = static_cast<std::size_t>((m_made.closesMs - m_made.opensMs) / kHalfHourMs);
        made.walkInsPerHour.assign(slots, 0);
        made.share.assign(m_made.segments.size(), 0);
        double walkIns = 0;
        double booked = 0;
        double count = 0;
        double sum = 0;
        double squares = 0;
        const auto days = static_cast<double>(m_days.size());
        for (const PastStep &step : m_steps) {
            if (step.service != service.id)
                continue;
            if (const auto ms = step.servedMs ? plausible(*step.servedMs, service) : std::nullopt) {
                count += 1;
                sum += *ms;
                squares += *ms * *ms;
            }
            if (step.isBooked && step.isFirst) {
                booked += 1;
                continue;
            }
            // who was sent on from another service comes as somebody who walks in
            const auto slot = static_cast<std::size_t>((step.askedMs - m_made.opensMs) / kHalfHourMs);
            made.walkInsPerHour[std::min(slot, slots - 1)] += 2 / days;
            made.share[segmentAt(step.segment)] += 1;
            walkIns += 1;
        }
        const auto expected = static_cast<double>(service.expectedMs);
        made.meanMs = (sum + kBelief * expected) / (count + kBelief);
        made.cv = kUsualCv;
        if (count >= kBelief) {
            const double mean = sum / count;
            made.cv = std::clamp(std::sqrt(std::max(0.0, squares / count - mean * mean)) / mean, 0.1, 3.0);
        }
        for (double &share : made.share)
            share = walkIns > 0 ? share / walkIns : 0;
        if (walkIns <= 0)
            made.share.front() = 1;
        made.bookingsPerHour = booked / days / (static_cast<double>(slots) / 2);
        m_anyBooked = m_anyBooked || booked > 0;
        m_serviceAt[service.id] = m_made.services.size();
        m_made.services.push_back(std::move(made));
    }

    /// How long a counter takes beside the others, one being as long; what is known of it alone counts more with
    /// time.
    [[nodiscard]] double speedOf(CounterId id) const
    {
        double logs = 0;
        double count = 0;
        for (const PastStep &step : m_steps) {
            const Service *service = step.counter == id && step.servedMs ? m_branch.service(step.service) : nullptr;
            const auto ms = service ? plausible(*step.servedMs, *service) : std::nullopt;
            if (!ms)
                continue;
            const SimulatedService &known = m_made.services[m_serviceAt.at(step.service)];
            // the logarithm of a lognormal has its middle below that of its mean
            logs += std::log(*ms / known.meanMs) + std::log(1 + known.cv * known.cv) / 2;
            count += 1;
        }
        return count > 0 ? std::clamp(std::exp(logs / (count + kBelief)), 0.5, 2.0) : 1;
    }

    void takeCounters()
    {
        std::map<CounterId, std::set<std::string>> manned;
        for (const PastStep &step : m_steps) {
            if (step.counter.isSet())
                manned[step.counter].insert(step.businessDay);
        }
        for (const Counter &counter : m_setup.counters) {
            const WorkProfile *profile = m_branch.profile(counter.profile);
            if (!profile || 2 * manned[counter.id].size() < m_days.size())
                continue;
            SimulatedCounter made;
            for (const ServiceId id : profile->services)
                made.services.push_back(m_serviceAt.at(id));
            made.speed = speedOf(counter.id);
            m_made.counters.push_back(std::move(made));
        }
    }

    void takePeople()
    {
        double waited = 0;
        double gone = 0;
        double walked = 0;
        double walks = 0;
        std::map<std::string, double> byDay;
        for (const PastStep &step : m_steps) {
            waited += static_cast<double>(std::max<TimeMs>(0, step.waitedMs));
            gone += step.isGone ? 1 : 0;
            if (step.walkMs && *step.walkMs >= 0 && *step.walkMs < 5 * kMinuteMs) {
                walked += static_cast<double>(*step.walkMs);
                walks += 1;
            }
            byDay[step.businessDay] += 1;
        }
        m_made.patienceMs
            = gone > 0 ? std::min(kPatienceMaxMs, std::max(1.0 * kMinuteMs, waited / gone)) : kPatienceMaxMs;
        m_made.walkMs = walks > 0 ? walked / walks : static_cast<double>(kUsualWalkMs);
        m_made.noShowMs = static_cast<double>(kNoShowMs);

        // what days differ by beyond chance
        const auto days = static_cast<double>(byDay.size());
        const double mean = static_cast<double>(m_steps.size()) / days;
        double variance = 0;
        for (const auto &[day, people] : byDay)
            variance += (people - mean) * (people - mean) / (days - 1);
        m_made.dayVariation = std::sqrt(std::max(0.0, variance - mean)) / mean;

        if (m_anyBooked) {
            BookingFigures figures;
            figures.segment = segmentAt(m_setup.settings.booking.segment);
            figures.showShare = 1; // only those who came are recorded
            m_made.booking = figures;
        }
    }

    const BranchSetup &m_setup;
    const std::vector<PastStep> &m_steps;
    BranchState m_branch;
    std::set<std::string> m_days;
    std::map<SegmentId, std::size_t> m_segmentAt;
    std::map<ServiceId, std::size_t> m_serviceAt;
    bool m_anyBooked = false;
    Scenario m_made;
};

/// What the engine must be able to serve: every service that people come for has a counter.
Result<Scenario> servable(Scenario scenario)
{
    for (std::size_t v = 0; v < scenario.services.size(); ++v) {
        const bool isServed
            = std::any_of(scenario.counters.begin(), scenario.counters.end(), [&](const SimulatedCounter &counter) {
                  return std::find(counter.services.begin(), counter.services.end(), v) != counter.services.end();
              });
        SimulatedService &service = scenario.services[v];
        if (!isServed) { // nobody was there for it on most days
            std::fill(service.walkInsPerHour.begin(), service.walkInsPerHour.end(), 0.0);
            service.bookingsPerHour = 0;
        }
    }
    if (scenario.counters.empty())
        return Error{ErrorCode::InvalidParams, "no counter was manned on most of the recorded days", {}};
    return scenario;
}

} // namespace

Result<Scenario> learntScenario(const BranchSetup &setup, const std::vector<PastStep> &steps)
{
    auto scenario = Learning(setup, steps).scenario();
    return scenario ? servable(std::move(*scenario)) : std::move(scenario);
}

} // namespace tiepdon
