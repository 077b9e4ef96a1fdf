// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tiepdon {

/// Whether a text is one of the passwords everybody tries first: words and rows of keys, in lower case, without
/// accents and blanks.
bool isCommonPassword(std::string_view folded);

} // namespace tiepdon
