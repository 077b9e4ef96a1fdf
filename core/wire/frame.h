// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tiepdon {

/// Bytes of one message behind its length: 32 bits, big-endian.
std::string framed(std::string_view message);

/// Cuts a byte stream into messages. Owns what has arrived and is not yet a whole message; never more
/// than one frame beyond the bytes of one `append`.
class FrameReader
{
public:
    explicit FrameReader(std::size_t messageBytesMax) : m_max(messageBytesMax) { }

    void setMessageBytesMax(std::size_t bytes) { m_max = bytes; }
    void append(std::string_view bytes);
    /// The next whole message; nothing while it has not all arrived. TooLarge as soon as a length says more
    /// than the bound: the stream cannot be read on after that.
    Result<std::optional<std::string>> next();

private:
    std::size_t m_max;
    std::string m_bytes;
    std::size_t m_read = 0; ///< bytes of m_bytes already given out
};

} // namespace tiepdon
