// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/callingrule.h"

#include <cstdint>

namespace tiepdon {

/// What a rule needs to know of a queue: a service asked for by a segment of customers.
struct QueueTerms {
    TimeMs promiseMs = 0; ///< the wait promised, > 0
    double weight = 1; ///< what a broken promise costs beside one of an ordinary customer, > 0
    std::int64_t rank = 0; ///< larger goes first under `FixedPriority`
    TimeMs meanServiceMs = 0; ///< > 0
};

/// What a rule needs to know of the first in a queue.
struct HeadTimes {
    TimeMs arrivedMs = 0;
    TimeMs referenceMs = 0; ///< the later of arrival and booked time, or the place a person gave
    bool isBooked = false;
};

/// The calling rules as one number per queue: the largest is called. Pure; one object per rule, cheap to copy.
class RuleIndex
{
public:
    explicit RuleIndex(const CallingRule &rule);

    /// The index of a queue whose first is `head`, at `nowMs`. Somebody booked whose time has not come is below
    /// everybody whose has. Sources: apparent tardiness cost by Vepsalainen and Morton (1987), with a guard of the
    /// tail in promises and in time, and a rising price of broken promises; generalised c-mu by van Mieghem (1995).
    [[nodiscard]] double of(const QueueTerms &terms, const HeadTimes &head, TimeMs nowMs) const;
    /// The weight it goes by.
    [[nodiscard]] double weight(const QueueTerms &terms, const HeadTimes &head) const;
    /// Whether somebody waited so long that they go before all who have not, under `BrokenPromise`.
    [[nodiscard]] bool isPastGuard(const QueueTerms &terms, const HeadTimes &head, TimeMs nowMs) const;

private:
    /// How many times the nearer of the two bounds was waited; 0 without bounds.
    [[nodiscard]] double guardsWaited(double waitedS, double promiseS) const;

    CallingRuleKind m_kind;
    double m_lookAhead;
    double m_save;
    double m_base;
    double m_late;
    double m_slope;
    double m_guard;
    double m_servicePower;
    double m_cMuPower;
    double m_longestWaitS;
    double m_booked;
};

} // namespace tiepdon
