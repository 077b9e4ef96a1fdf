// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"
#include "core/simulation/study.h"

#include <string>
#include <vector>

// What the commands that play scenarios share.

namespace tiepdon {

std::vector<CtlCommand> simulationCommands();
CtlCommand tuneCommand();

/// The scenario of the first argument; a mistake in it names the file.
Result<Scenario> readScenario(const Context &context);
/// Puts --days and --seed into the scenario and looks at --threads. What is wrong with them, or nothing.
QString takeStudyOptions(const Context &context, Scenario &scenario);
/// What --threads says, or as many as the machine has.
std::size_t threadsOf(const Context &context);
/// Writes the file an option names, whole or not at all. FileNotWritable; nothing happens without the option.
Result<void> writeTo(const Context &context, const char *option, const std::string &content);
/// The figures of a study for people to read.
QString studyTable(const Scenario &scenario, const std::vector<RuleResult> &results);

} // namespace tiepdon
