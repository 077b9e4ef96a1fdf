// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace tiepdon {

/// A spoken language by its two-letter code, in the language windows speak now: "English". A code nobody gave a
/// name is said in capitals.
[[nodiscard]] QString languageWord(const std::string &code);

} // namespace tiepdon
