// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"

#include <cstdint>

namespace tiepdon {
namespace {

constexpr std::size_t kLengthBytes = 4;

} // namespace

std::string framed(std::string_view message)
{
    const auto length = static_cast<std::uint32_t>(message.size());
    std::string bytes;
    bytes.reserve(kLengthBytes + message.size());
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(static_cast<unsigned char>((length >> shift) & 0xFFU));
    bytes += message;
    return bytes;
}

void FrameReader::append(std::string_view bytes)
{
    if (m_read == m_bytes.size()) {
        m_bytes.clear();
        m_read = 0;
    }
    m_bytes += bytes;
}

Result<std::optional<std::string>> FrameReader::next()
{
    if (m_bytes.size() - m_read < kLengthBytes)
        return std::optional<std::string>();
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length = (length << 8U) | static_cast<unsigned char>(m_bytes[m_read + i]);
    if (length > m_max)
        return Error{ErrorCode::TooLarge,
                     "a message of " + std::to_string(length) + " bytes; at most " + std::to_string(m_max),
                     {}};
    if (m_bytes.size() - m_read < kLengthBytes + length)
        return std::optional<std::string>();
    std::string message = m_bytes.substr(m_read + kLengthBytes, length);
    m_read += kLengthBytes + length;
    if (m_read > m_bytes.size() / 2) { // keeps the buffer near one message without copying it every time
        m_bytes.erase(0, m_read);
        m_read = 0;
    }
    return std::optional<std::string>(std::move(message));
}

} // namespace tiepdon
