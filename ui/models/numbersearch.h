// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tiepdon {

/// Whether what was typed means a printed number: the beginning of its digits, with or without its letter and its
/// leading zeros, so "12" and "a012" find A012. Nothing typed means every number.
[[nodiscard]] bool isNumberMeant(const QString &typed, const QString &number);

/// The same with all its digits: "12" is A012 and not A120.
[[nodiscard]] bool isWholeNumberMeant(const QString &typed, const QString &number);

} // namespace tiepdon
