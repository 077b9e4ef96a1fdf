// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/drawnday.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

constexpr TimeMs kHalfHourMs = 30 * kMinuteMs;

/// What is drawn apart, so that more bookings leave the walk-ins as they are.
enum class Stream : std::uint64_t { Day, WalkIns, Bookings };

/// A generator for one stream of one day; seeds next to each other give streams that have nothing in common,
/// because the generator's own seeding mixes every bit.
Random streamOf(std::uint64_t seed, std::int64_t day, Stream stream)
{
    Random mixed(seed);
    const std::uint64_t ofSeed = mixed.next();
    Random ofDay(ofSeed ^ static_cast<std::uint64_t>(day));
    return Random(ofDay.next() + static_cast<std::uint64_t>(stream));
}

/// How many of a Poisson process of this mean, counted by its exponential gaps.
std::int64_t poisson(Random &random, double mean)
{
    std::int64_t count = 0;
    for (double at = random.exponential(1); at < mean; at += random.exponential(1))
        ++count;
    return count;
}

/// Gamma of mean 1 and this coefficient of variation (Marsaglia and Tsang, 2000).
double level(Random &random, double cv)
{
    if (cv <= 0)
        return 1;
    const double shape = 1 / (cv * cv);
    // below shape 1 the method wants one more, and a power of a uniform to take it back
    const double lift = shape < 1 ? std::pow(1 - random.unit(), 1 / shape) : 1;
    const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    for (;;) {
        const double x = random.normal();
        const double v = std::pow(1 + x / std::sqrt(9 * d), 3);
        if (v > 0 && std::log(1 - random.unit()) < 0.5 * x * x + d - d * v + d * std::log(v))
            return d * v * lift / shape;
    }
}

std::size_t segmentOf(Random &random, const std::vector<double> &share)
{
    double left = random.unit();
    for (std::size_t g = 0; g < share.size(); ++g) {
        left -= share[g];
        if (left < 0)
            return g;
    }
    return 0;
}

class Drawing
{
public:
    Drawing(const Scenario &scenario, std::uint64_t seed, std::int64_t day)
        : m_scenario(scenario), m_ofDay(streamOf(seed, day, Stream::Day)),
          m_walkIns(streamOf(seed, day, Stream::WalkIns)), m_bookings(streamOf(seed, day, Stream::Bookings)),
          m_level(level(m_ofDay, scenario.dayVariation))
    {
    }

    DrawnDay day()
    {
        drawAbsences();
        for (std::size_t v = 0; v < m_scenario.services.size(); ++v) {
            drawWalkIns(v);
            if (m_scenario.booking)
                drawBookings(v, *m_scenario.booking);
        }
        std::stable_sort(m_day.people.begin(), m_day.people.end(),
                         [](const DrawnPerson &a, const DrawnPerson &b) { return a.arrivedMs < b.arrivedMs; });
        return std::move(m_day);
    }

private:
    void drawAbsences()
    {
        for (const SimulatedCounter &counter : m_scenario.counters)
            m_day.absences.push_back(counter.breaks);
        const std::size_t down = m_scenario.shock ? m_scenario.shock->countersDown : 0;
        std::vector<std::size_t> left(m_day.absences.size());
        for (std::size_t k = 0; k < left.size(); ++k)
            left[k] = k;
        for (std::size_t i = 0; i < down && !left.empty(); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(m_ofDay.next() % left.size());
            m_day.absences[left[static_cast<std::size_t>(at)]] = {m_scenario.shock->outage};
            left.erase(left.begin() + at);
        }
    }

    void drawWalkIns(std::size_t v)
    {
        const SimulatedService &service = m_scenario.services[v];
        for (std::size_t slot = 0; slot < service.walkInsPerHour.size(); ++slot) {
            const TimeMs from = m_scenario.opensMs + static_cast<TimeMs>(slot) * kHalfHourMs;
            const TimeMs length = std::min(kHalfHourMs, m_scenario.closesMs - from);
            // who comes in a rush comes beside the others, so that they stay as they are
            drawWalkIns(v, {from, from + length}, service.walkInsPerHour[slot] * m_level);
            if (const auto &shock = m_scenario.shock; shock && shock->crowdFactor > 1) {
                const TimeSpan rush{std::max(from, shock->crowd.fromMs),
                                    std::min(from + length, shock->crowd.toMs)};
                drawWalkIns(v, rush, service.walkInsPerHour[slot] * m_level * (shock->crowdFactor - 1));
            }
        }
    }

    void drawWalkIns(std::size_t v, const TimeSpan &span, double perHour)
    {
        if (span.toMs <= span.fromMs || perHour <= 0)
            return;
        const auto lengthMs = static_cast<double>(span.toMs - span.fromMs);
        const std::int64_t count = poisson(m_walkIns, perHour * lengthMs / kHourMs);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto at = span.fromMs + static_cast<TimeMs>(m_walkIns.unit() * lengthMs);
            m_day.people.push_back(person(m_walkIns, v, segmentOf(m_walkIns, m_scenario.services[v].share), at, 0));
        }
    }

    void drawBookings(std::size_t v, const BookingFigures &figures)
    {
        const double perHour = m_scenario.services[v].bookingsPerHour;
        const TimeMs lastMs = m_scenario.closesMs - kHalfHourMs;
        for (TimeMs slot = m_scenario.opensMs + kHalfHourMs; perHour > 0 && slot < lastMs; slot += figures.slotMs) {
            const std::int64_t count = poisson(m_bookings, perHour * static_cast<double>(figures.slotMs) / kHourMs);
            for (std::int64_t i = 0; i < count; ++i) {
                const bool comes = m_bookings.chance(figures.showShare);
                const double offsetMs = m_bookings.normal() * figures.spreadMs - figures.earlyMs;
                const TimeMs at = std::max(m_scenario.opensMs, slot + static_cast<TimeMs>(std::lround(offsetMs)));
                DrawnPerson booked = person(m_bookings, v, figures.segment, at, figures.extraPatienceMs);
                booked.bookedMs = slot;
                if (comes)
                    m_day.people.push_back(booked);
            }
        }
    }

    DrawnPerson person(Random &random, std::size_t v, std::size_t segment, TimeMs at, double extraPatienceMs) const
    {
        const SimulatedService &service = m_scenario.services[v];
        DrawnPerson person{at, {}, v, segment, 0, 0};
        person.serviceMs = random.lognormal(service.meanMs, service.cv);
        person.patienceMs = extraPatienceMs + random.exponential(m_scenario.patienceMs);
        return person;
    }

    const Scenario &m_scenario;
    Random m_ofDay;
    Random m_walkIns;
    Random m_bookings;
    double m_level;
    DrawnDay m_day;
};

} // namespace

DrawnDay drawnDay(const Scenario &scenario, std::uint64_t seed, std::int64_t day)
{
    return Drawing(scenario, seed, day).day();
}

} // namespace tiepdon
