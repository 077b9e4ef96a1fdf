// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

// Files of values parted by a separator as other systems write them: in which letters, parted by what, and their
// rows.

enum class Encoding : std::uint8_t { Utf8, Utf8Bom, Utf16Le, Utf16Be, Windows1258, Windows1252 };

constexpr auto names(Encoding)
{
    return std::array<std::string_view, 6>{"utf-8",    "utf-8-bom",    "utf-16le",
                                           "utf-16be", "windows-1258", "windows-1252"};
}

/// What a file's bytes are written in, as far as they say.
struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    bool isSure = true; ///< by a mark at its beginning, or because nothing else can be so
};

/// UTF-8 and UTF-16 are known by their mark or their form. Else it is windows-1258 where the marks of Vietnamese
/// stand behind vowels as that has them, and windows-1252 where they do not; neither is sure.
EncodingGuess guessEncoding(std::string_view bytes);
std::optional<Encoding> encodingFrom(std::string_view name);
/// The bytes as UTF-8. BadFile ("line", "reason") where they are not of that encoding.
Result<std::string> decoded(std::string bytes, Encoding encoding);

struct SeparatorGuess {
    char separator = ',';
    bool isSure = true; ///< a comma, or a single column
};

/// What most likely parts the fields of a text: the one of , ; tab and | that gives its first lines most fields, as
/// many in each as in the first.
SeparatorGuess guessSeparator(std::string_view text);
/// "," ";" "|" "tab" or the words comma, semicolon, pipe.
std::optional<char> separatorFrom(std::string_view name);
/// For people: "comma".
std::string_view separatorName(char separator);

/// A row as it stands in the file.
struct SourceRow {
    std::size_t line = 0; ///< from 1, of its beginning
    std::vector<std::string> fields;
    bool isBroken = false; ///< a quote without an end
};

struct Source {
    std::vector<std::string> header;
    std::vector<SourceRow> rows; ///< without empty ones
};

/// The rows of a text. A field in quotes may go over up to ten lines. BadFile ("line", "field", "reason") for one
/// without a first line that names columns.
Result<Source> sourceFrom(std::string_view text, char separator);

} // namespace tiepdon
