// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/drawnday.h"
#include "tests/simulation/fixtureday.h"

#include <utility>
#include <vector>

// Days with a known right answer, as the simulator takes them.

namespace tiepdon::testing {

/// Everything but the crowd: that is in the days.
Scenario scenarioOf(const Fixture &fixture);
DrawnDay drawnOf(const FixtureDay &day);

/// The rules with known answers, by the fixtures' names: with the parameters those were made with, and nobody held
/// back by how often they were overtaken.
std::vector<RuleTrial> fixtureRules();

} // namespace tiepdon::testing
