// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/breakhabits.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// Breaks that begin this far from each other are not the same.
constexpr double kSameBreakMs = 50.0 * kMinuteMs;
/// What the newest day weighs at least.
constexpr double kNewestDay = 0.2;
constexpr std::int64_t kDaysForAHabit = 3;
constexpr double kShareOfAHabit = 0.55;
/// What is believed of a break taken for the first time.
constexpr double kFirstShare = 0.5;

bool isHabit(const BreakHabit &habit) { return habit.days >= kDaysForAHabit && habit.share >= kShareOfAHabit; }

} // namespace

void BreakHabits::turnTo(const std::string &day)
{
    if (day == businessDay)
        return;
    for (BreakHabit &habit : habits) {
        if (std::find(present.begin(), present.end(), habit.staff) != present.end())
            habit.share += kNewestDay * ((habit.lastDay == businessDay ? 1.0 : 0.0) - habit.share);
    }
    std::erase_if(habits, [](const BreakHabit &habit) { return habit.share < 0.1; });
    present.clear();
    businessDay = day;
}

void BreakHabits::works(const std::string &day, StaffId staff)
{
    turnTo(day);
    if (present.size() < kAllMax && std::find(present.begin(), present.end(), staff) == present.end())
        present.push_back(staff);
}

void BreakHabits::took(const std::string &day, StaffId staff, TimeMs fromMs, TimeMs toMs)
{
    works(day, staff);
    const auto from = static_cast<double>(fromMs);
    BreakHabit *nearest = nullptr;
    std::size_t ofStaff = 0;
    for (BreakHabit &habit : habits) {
        if (habit.staff != staff)
            continue;
        ++ofStaff;
        if (std::abs(habit.fromMs - from) < kSameBreakMs
            && (!nearest || std::abs(habit.fromMs - from) < std::abs(nearest->fromMs - from)))
            nearest = &habit;
    }
    if (!nearest) {
        if (ofStaff >= kOfOneMax || habits.size() >= kAllMax)
            return;
        const BreakHabit habit{staff, from, static_cast<double>(toMs), kFirstShare, 1, day};
        habits.insert(std::upper_bound(habits.begin(), habits.end(), habit,
                                       [](const BreakHabit &a, const BreakHabit &b) {
                                           return a.staff != b.staff ? a.staff < b.staff : a.fromMs < b.fromMs;
                                       }),
                      habit);
        return;
    }
    if (nearest->lastDay == day)
        return; // twice at the same time of a day: the first is the habit
    const double share = std::max(kNewestDay, 1 / static_cast<double>(nearest->days + 1));
    nearest->fromMs += share * (from - nearest->fromMs);
    nearest->toMs += share * (static_cast<double>(toMs) - nearest->toMs);
    nearest->lastDay = day;
    ++nearest->days;
}

std::vector<BreakHabits::Expected> BreakHabits::expected(const std::string &day, StaffId staff, TimeMs nowMs) const
{
    std::vector<Expected> coming;
    for (const BreakHabit &habit : habits) {
        if (habit.staff != staff || !isHabit(habit) || habit.lastDay == day
            || static_cast<double>(nowMs) > habit.toMs - (habit.toMs - habit.fromMs) / 4)
            continue;
        const Expected next{static_cast<TimeMs>(habit.fromMs), static_cast<TimeMs>(habit.toMs), habit.share};
        if (coming.empty() || coming.back().toMs <= next.fromMs)
            coming.push_back(next);
    }
    return coming;
}

TimeMs BreakHabits::usualEndMs(StaffId staff, TimeMs fromMs) const
{
    for (const BreakHabit &habit : habits) {
        if (habit.staff == staff && isHabit(habit)
            && std::abs(habit.fromMs - static_cast<double>(fromMs)) < kSameBreakMs)
            return static_cast<TimeMs>(habit.toMs);
    }
    return 0;
}

bool BreakHabits::isSound() const
{
    return habits.size() <= kAllMax && present.size() <= kAllMax
        && std::all_of(habits.begin(), habits.end(), [](const BreakHabit &habit) {
               return std::isfinite(habit.fromMs) && std::isfinite(habit.toMs) && habit.fromMs < habit.toMs
                   && std::abs(habit.toMs) < 1e12 && std::abs(habit.fromMs) < 1e12 && habit.share >= 0
                   && habit.share <= 1 && habit.days >= 0;
           });
}

} // namespace tiepdon
