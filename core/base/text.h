// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tiepdon {

/// Text from outside as it is kept: Unicode NFC, without control and bidirectional marks, white space
/// folded to single blanks and trimmed. Vietnamese stays intact. Refused with InvalidParams when it is
/// not UTF-8, and with TooLarge past `maxCharacters` code points.
Result<std::string> cleanText(std::string_view text, std::size_t maxCharacters);

/// Whether the bytes are well-formed UTF-8.
bool isUtf8(std::string_view text);

} // namespace tiepdon
