// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

// What a machine may lack so that Vietnamese cannot be shown. Said in English: every font and terminal has that.

namespace tiepdon {

/// Where the locale's character set is not UTF-8: says so and how to mend it. To be called before the application
/// is made, which puts C.UTF-8 in its place for this process.
std::optional<QString> localeProblem();

/// All letters of Vietnamese that others do not have, small and capital.
QString vietnameseLetters();

/// Where no font here has all Vietnamese letters: says so and how to mend it. Wants the application.
std::optional<QString> fontProblem();

} // namespace tiepdon
