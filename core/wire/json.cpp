// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/json.h"

#include "core/base/limits.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Deepest nesting of the bytes, without building anything from them.
std::size_t depthOf(std::string_view bytes)
{
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool inText = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

} // namespace

Result<Json> parseJson(std::string_view bytes)
{
    if (depthOf(bytes) > limits::kJsonDepthMax)
        return Error{
            ErrorCode::TooLarge, "nested deeper than " + std::to_string(limits::kJsonDepthMax) + " levels", {}};
    Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (json.is_discarded())
        return Error{ErrorCode::ParseError, "not JSON", {}};
    return json;
}

std::string toBytes(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string digestOf(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i)
        text[15 - i] = kDigits[(hash >> (4 * i)) & 0xF];
    return text;
}

} // namespace tiepdon
