// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace tiepdon {

/// Random numbers that are the same on every machine for the same seed (the standard library's
/// distributions are not): xoshiro256** (Blackman, Vigna 2018) seeded by splitmix64. Not for secrets.
class Random
{
public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    /// In [0, 1), in steps of 2^-53.
    double unit();
    bool chance(double probability) { return unit() < probability; }
    /// Mean 0, variance 1 (Marsaglia's polar method).
    double normal();
    /// Positive, of this mean.
    double exponential(double mean);
    /// Positive, of this mean (over 0) and coefficient of variation (0 or more).
    double lognormal(double mean, double cv);

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace tiepdon
