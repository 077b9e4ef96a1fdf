// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <string>
#include <vector>

namespace tiepdon {

/// A break somebody takes at about the same time of most days. Times in ms since the day's start.
struct BreakHabit {
    StaffId staff;
    double fromMs = 0;
    double toMs = 0;
    double share = 0; ///< of the working days on which it is taken, the last ones weighing most
    std::int64_t days = 0; ///< on which it was taken
    std::string lastDay; ///< on which it was

    friend bool operator==(const BreakHabit &, const BreakHabit &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("share", self.share);
        visit("days", self.days);
        visit("lastDay", self.lastDay);
    }
};

/// The breaks a branch's people usually take, learned from those they took. Bounded.
struct BreakHabits {
    std::string businessDay; ///< being watched
    std::vector<StaffId> present; ///< who was at a counter on it, each once
    std::vector<BreakHabit> habits; ///< by staff, then time; at most `kOfOneMax` of each

    static constexpr std::size_t kOfOneMax = 4;
    static constexpr std::size_t kAllMax = 8000;

    /// Somebody works on a day.
    void works(const std::string &day, StaffId staff);
    /// Somebody took a break from and to a time of a day.
    void took(const std::string &day, StaffId staff, TimeMs fromMs, TimeMs toMs);

    /// A break to be expected.
    struct Expected {
        TimeMs fromMs = 0;
        TimeMs toMs = 0;
        double share = 1; ///< its probability
    };
    /// Those still to come of somebody on a day, by time: of habits kept on at least three days and more often than
    /// not, not taken yet today and not nearly over.
    [[nodiscard]] std::vector<Expected> expected(const std::string &day, StaffId staff, TimeMs nowMs) const;
    /// When somebody usually comes back from the break begun at `fromMs`; 0 when nothing is known of such a break.
    [[nodiscard]] TimeMs usualEndMs(StaffId staff, TimeMs fromMs) const;

    /// Whether this can be learned on from, as a value from outside may not.
    [[nodiscard]] bool isSound() const;

    friend bool operator==(const BreakHabits &, const BreakHabits &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("present", self.present);
        visit("habits", self.habits);
    }

private:
    void turnTo(const std::string &day);
};

} // namespace tiepdon
