// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// Noticing early that something has changed.

namespace tiepdon {

/// Wald's sequential test (1945): log likelihood ratio at which to stop for "changed" and for "unchanged", with
/// chances `alpha` and `beta` (0 to 1, exclusive) to be wrong.
struct SprtBounds {
    double changed = 0;
    double unchanged = 0;
};
[[nodiscard]] SprtBounds sprtBounds(double alpha, double beta);

/// Cumulative sum of counts above what is usual (Page, 1954).
class Cusum
{
public:
    /// `reference` is taken off each count, `alarmAt` > 0 is what the sum must reach.
    Cusum(double reference, double alarmAt) : m_reference(reference), m_alarmAt(alarmAt) { }

    /// The sum after one more count; goes on after an alarm.
    double add(double count);
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] bool isAlarmed() const { return m_sum >= m_alarmAt; }

    /// The reference that tells Poisson counts of mean `changed` from those of mean `usual` < `changed` best.
    [[nodiscard]] static double referenceFor(double usual, double changed);

private:
    double m_reference;
    double m_alarmAt;
    double m_sum = 0;
};

/// How many Poisson counts of mean `mean` > 0 it takes on average until the sum alarms, from 0. Exact, for a
/// reference and an alarm that are multiples of `step` > 0 (Brook and Evans, 1972); costs (alarmAt / step)³.
[[nodiscard]] double cusumRunLength(double mean, double reference, double alarmAt, double step);

} // namespace tiepdon
