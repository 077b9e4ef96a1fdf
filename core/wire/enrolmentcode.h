// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiepdon {

/// What brings a device to its hub: where the hub is, the one-time secret, and the beginning of the SHA-256 of
/// the authority to trust. As text: Crockford's base32 in upper case, in groups of four parted by hyphens,
/// with check digits, so that it can be typed, spoken and put into a QR code's dense alphabet.
struct EnrolmentCode {
    static constexpr std::size_t kSecretBytes = 10;
    static constexpr std::size_t kFingerprintBytes = 16; ///< 128 bits: nobody finds a second one

    std::string host; ///< a DNS name or IP address, at most 253 characters
    std::uint16_t port = 0; ///< 1 or more
    std::array<std::uint8_t, kSecretBytes> secret{};
    std::array<std::uint8_t, kFingerprintBytes> fingerprint{};

    friend bool operator==(const EnrolmentCode &, const EnrolmentCode &) = default;
};

/// Empty when there is no host or port, or the host has characters no name or address has. 73 characters for an
/// IPv4 address, 59 of them without hyphens.
std::string toText(const EnrolmentCode &code);
/// Takes lower case, blanks, line ends and missing hyphens, O for 0, and I or L for 1. CodeDamaged when something
/// is missing or mistyped, VersionMismatch for a code of another kind.
Result<EnrolmentCode> enrolmentCodeFrom(std::string_view text);

/// Bytes as Crockford's base32, without hyphens, and back, as forgiving as above but for blanks and hyphens; empty
/// when a character is none of it, or the text is not one that bytes are written as.
std::string base32(const std::uint8_t *bytes, std::size_t size);
std::string bytesOfBase32(std::string_view text);

} // namespace tiepdon
