// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/servicetimes.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiepdon {
namespace {

constexpr double kBinsFromMs = 1000;
constexpr double kBinsToMs = 12.0 * 60 * 60 * 1000;
/// ln of the ratio of a bin's ends.
const double kBinLog = std::log(kBinsToMs / kBinsFromMs) / LearnedDurations::kBins;
/// What is believed beforehand weighs as much as this many observations.
constexpr double kPriorWeight = 30;
/// Service times at counters spread about this much.
constexpr double kUsualVariation = 0.8;
constexpr TimeMs kUsualCycleMs = 5 * kMinuteMs;
constexpr TimeMs kShortestCycleMs = 5 * kSecondMs;
constexpr double kLongestInUsual = 8;
constexpr double kLongestInP95 = 3;
constexpr double kFastest = 0.4;
constexpr double kSlowest = 2.5;
/// One leaver in ten hours of waiting is believed before anybody was seen.
constexpr double kPriorGone = 1;
constexpr double kPriorExposureMs = 10.0 * kHourMs;
/// Past this share of the durations known, what is learned says nothing of the rest.
constexpr double kKnownShare = 0.9975;

double normalShareUnder(double z) { return 0.5 * boost::math::erfc(-z / std::numbers::sqrt2); }
double normalQuantile(double u) { return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * u); }

std::size_t binOf(double ms)
{
    const double at = std::log(std::max(ms, kBinsFromMs) / kBinsFromMs) / kBinLog;
    return std::min(static_cast<std::size_t>(at), LearnedDurations::kBins - 1);
}

double binFromMs(std::size_t bin) { return kBinsFromMs * std::exp(kBinLog * static_cast<double>(bin)); }

Lognormal usual(TimeMs expectedMs) { return Lognormal::of(static_cast<double>(expectedMs), kUsualVariation); }

bool isAmount(double x) { return std::isfinite(x) && x >= 0; }

} // namespace

double DurationTable::shareUnder(double ms) const
{
    if (ms <= m_quantilesMs.front())
        return 0;
    if (ms >= m_quantilesMs.back())
        return 1;
    const auto after = std::upper_bound(m_quantilesMs.begin(), m_quantilesMs.end(), ms);
    const auto cell = static_cast<std::size_t>(after - m_quantilesMs.begin()) - 1;
    const double from = m_quantilesMs[cell];
    return (static_cast<double>(cell) + (ms - from) / (*after - from)) / kCells;
}

double DurationTable::residual(double elapsedMs, double u) const
{
    const double gone = shareUnder(elapsedMs);
    if (gone > kKnownShare)
        return -std::log(1 - u) * m_quantilesMs[kCells / 2] / 2;
    return std::max(0.0, at(std::min(gone + u * (1 - gone), 1 - 1e-9)) - elapsedMs);
}

double DurationTable::meanMs() const
{
    double sum = 0;
    for (std::size_t cell = 0; cell < kCells; ++cell)
        sum += (m_quantilesMs[cell] + m_quantilesMs[cell + 1]) / 2;
    return sum / kCells;
}

Lognormal Lognormal::of(double meanMs, double variation)
{
    const double variance = std::log1p(variation * variation);
    return {std::log(meanMs) - variance / 2, std::sqrt(variance)};
}

double Lognormal::quantile(double u) const { return std::exp(muLog + sigmaLog * normalQuantile(u)); }

double Lognormal::shareUnder(double ms) const
{
    return ms <= 0 ? 0 : normalShareUnder((std::log(ms) - muLog) / sigmaLog);
}

bool LearnedDurations::isSound() const
{
    return (counts.empty() ? seen == 0 : counts.size() == kBins) && isAmount(seen) && std::isfinite(sumLog)
        && isAmount(sumLogSquared) && std::all_of(counts.begin(), counts.end(), isAmount);
}

void LearnedDurations::add(double ms)
{
    if (counts.empty())
        counts.assign(kBins, 0);
    if (seen >= kRememberedMax) {
        for (double &count : counts)
            count /= 2;
        seen /= 2;
        sumLog /= 2;
        sumLogSquared /= 2;
    }
    const double log = std::log(std::clamp(ms, kBinsFromMs, kBinsToMs));
    seen += 1;
    sumLog += log;
    sumLogSquared += log * log;
    counts[binOf(ms)] += 1;
}

double LearnedDurations::meanLog(const Lognormal &prior) const
{
    return (sumLog + kPriorWeight * prior.muLog) / (seen + kPriorWeight);
}

DurationTable LearnedDurations::table(const Lognormal &prior) const
{
    const double mean = meanLog(prior);
    const double ownMean = seen > 0 ? sumLog / seen : mean;
    const double ownSquares = std::max(0.0, sumLogSquared - seen * ownMean * ownMean);
    const Lognormal drawn{
        mean, std::sqrt((ownSquares + kPriorWeight * prior.sigmaLog * prior.sigmaLog) / (seen + kPriorWeight))};
    const double share = seen / (seen + kPriorWeight);

    // the mixture's share under each end of a bin, then the quantiles by going along it once
    std::array<double, kBins + 1> under = {};
    double counted = 0;
    for (std::size_t bin = 1; bin <= kBins; ++bin) {
        counted += counts.empty() ? 0 : counts[bin - 1];
        const double own = seen > 0 ? counted / seen : 0;
        under[bin] = share * own + (1 - share) * drawn.shareUnder(binFromMs(bin));
    }
    std::array<double, DurationTable::kCells + 1> quantiles = {};
    std::size_t bin = 0;
    for (std::size_t cell = 0; cell <= DurationTable::kCells; ++cell) {
        // the last quantile is the middle of the last cell but for a quarter: no draw comes from an unbounded tail
        const double u = cell == DurationTable::kCells
            ? (DurationTable::kCells - 0.125) / DurationTable::kCells
            : (cell == 0 ? 0.125 / DurationTable::kCells : static_cast<double>(cell) / DurationTable::kCells);
        while (bin + 1 < kBins && under[bin + 1] < u)
            ++bin;
        const double width = under[bin + 1] - under[bin];
        const double part = width > 0 ? std::clamp((u - under[bin]) / width, 0.0, 1.0) : 0.5;
        quantiles[cell] = binFromMs(bin) * std::exp(kBinLog * part);
    }
    return DurationTable(quantiles);
}

void LearnedMean::add(TimeMs ms)
{
    if (seen >= LearnedDurations::kRememberedMax) {
        seen /= 2;
        sumMs /= 2;
    }
    seen += 1;
    sumMs += static_cast<double>(ms);
}

TimeMs LearnedMean::meanMs(TimeMs believedMs) const
{
    const double sum = sumMs + kPriorWeight * static_cast<double>(believedMs);
    return static_cast<TimeMs>(std::llround(sum / (seen + kPriorWeight)));
}

bool LearnedMean::isSound() const { return isAmount(seen) && isAmount(sumMs); }

void Patience::came(TimeMs waitedMs) { exposureMs += static_cast<double>(std::max<TimeMs>(0, waitedMs)); }

void Patience::didNotCome(TimeMs waitedMs)
{
    const double waited = static_cast<double>(std::max<TimeMs>(0, waitedMs));
    const double passed = ratePerMs() * waited;
    // the mean of an exponential cut off at w: 1/r - w/(e^(rw) - 1), which is w/2 for a small rw
    exposureMs += passed < 1e-6 ? waited / 2 : waited * (1 / passed - 1 / std::expm1(passed));
    gone += 1;
}

void Patience::leftAfter(TimeMs waitedMs)
{
    came(waitedMs);
    gone += 1;
}

bool Patience::isSound() const { return isAmount(gone) && isAmount(exposureMs); }

double Patience::ratePerMs() const { return (gone + kPriorGone) / (exposureMs + kPriorExposureMs); }

double Patience::goneAfter(TimeMs waitedMs) const
{
    return waitedMs <= 0 ? 0 : -std::expm1(-ratePerMs() * static_cast<double>(waitedMs));
}

ServiceTimes::ServiceTimes(const Image &image)
{
    for (const OfService &of : image.services) {
        define(of.service, of.expectedMs);
        if (of.learned.isSound())
            m_services[of.service].of.learned = of.learned;
    }
    for (const OfStaff &of : image.staff) {
        if (std::isfinite(of.seen) && of.seen >= 0 && std::isfinite(of.sumLogRatio))
            m_staff[of.staff] = of;
    }
}

ServiceTimes::Image ServiceTimes::image() const
{
    Image image;
    for (const auto &[id, known] : m_services)
        image.services.push_back(known.of);
    for (const auto &[id, of] : m_staff)
        image.staff.push_back(of);
    return image;
}

void ServiceTimes::define(ServiceId service, TimeMs expectedMs)
{
    Known &known = m_services[service];
    const TimeMs expected = expectedMs > 0 ? expectedMs : kUsualCycleMs;
    known.isTableOld = known.isTableOld || known.of.expectedMs != expected;
    known.of.service = service;
    known.of.expectedMs = expected;
}

bool ServiceTimes::learn(ServiceId service, StaffId staff, TimeMs cycleMs)
{
    if (!m_services.contains(service))
        define(service, kUsualCycleMs);
    Known &known = m_services[service];
    const bool isTableFarBehind = known.of.learned.seen > 1.1 * known.seenAtTable + 4;
    const DurationTable &table = known.seenAtTable < 0 || isTableFarBehind ? cycle(service) : known.table;
    const double usualMs = std::max(static_cast<double>(known.of.expectedMs), table.at(0.5));
    if (cycleMs < kShortestCycleMs || static_cast<double>(cycleMs) > kLongestInUsual * usualMs)
        return false;
    const double believedMs = std::min(static_cast<double>(cycleMs), kLongestInP95 * table.at(0.95));
    const double ratio = std::log(believedMs) - known.of.learned.meanLog(usual(known.of.expectedMs));
    known.of.learned.add(believedMs / speed(staff));
    known.isTableOld = true;
    if (staff.isSet()) {
        OfStaff &of = m_staff[staff];
        of.staff = staff;
        if (of.seen >= LearnedDurations::kRememberedMax) {
            of.seen /= 2;
            of.sumLogRatio /= 2;
        }
        of.seen += 1;
        of.sumLogRatio += ratio;
    }
    return true;
}

double ServiceTimes::speed(StaffId staff) const
{
    const auto it = m_staff.find(staff);
    if (it == m_staff.end())
        return 1;
    return std::clamp(std::exp(it->second.sumLogRatio / (it->second.seen + kPriorWeight)), kFastest, kSlowest);
}

double ServiceTimes::seen(ServiceId service) const
{
    const auto it = m_services.find(service);
    return it == m_services.end() ? 0 : it->second.of.learned.seen;
}

const DurationTable &ServiceTimes::cycle(ServiceId service) const
{
    const auto it = m_services.find(service);
    if (it == m_services.end()) {
        static const DurationTable kUnknown = LearnedDurations().table(usual(kUsualCycleMs));
        return kUnknown;
    }
    const Known &known = it->second;
    if (known.isTableOld) {
        known.table = known.of.learned.table(usual(known.of.expectedMs));
        known.isTableOld = false;
        known.seenAtTable = known.of.learned.seen;
    }
    return known.table;
}

} // namespace tiepdon
