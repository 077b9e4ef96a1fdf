// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

// A small branch for tests, without Qt.

namespace tiepdon::testing {

constexpr TimeMs kMorning = 1777597200000; // 2026-05-01T01:00:00Z, 8 o'clock in Hanoi

/// Services 1 (series A, promised in 10 min), 2 (B, 20 min) and 3 (A, 5 min); profiles 1 (services 1, 2),
/// 2 (2) and 3 (1, 2, 3); counters 1 to 3, each with the profile of its id; staff 1 to 3. Two digits.
inline BranchSetup sampleSetup()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh thử", "Test branch"};
    setup.settings.numberDigits = 2;
    setup.services = {{{1}, {"Tiền mặt", "Cash"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {{2}, {"Vay", "Loans"}, "B", 15 * kMinuteMs, 20 * kMinuteMs},
                      {{3}, {"Thẻ", "Cards"}, "A", 5 * kMinuteMs, 5 * kMinuteMs}};
    setup.profiles = {{{1}, {"Quầy", "Teller"}, {{1}, {2}}},
                      {{2}, {"Vay", "Loans"}, {{2}}},
                      {{3}, {"Tất cả", "All"}, {{1}, {2}, {3}}}};
    setup.counters = {{{1}, 1, {1}}, {{2}, 2, {2}}, {{3}, 3, {3}}};
    setup.staff = {{{1}, "Nguyễn Thị Lan"}, {{2}, "Trần Văn Minh"}, {{3}, "Phạm Thu Hà"}};
    return setup;
}

} // namespace tiepdon::testing
