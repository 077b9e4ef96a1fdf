// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiepdon {

/// Seals what must not be read from the database's file: phone, document, card, date of birth. Holds the keys made
/// from a branch's key file, and wipes them. A value; used by several threads at once.
///
/// The file `customer.key` in the data directory, mode 0600, is one line of ASCII: a name of the format, 64
/// hexadecimal digits (32 random bytes), 16 that tell a slip in them. From the 32 bytes crypto_kdf makes one key
/// to seal with and one to look up with (https://doc.libsodium.org/key_derivation).
class Sealing
{
public:
    /// What a sealed value belongs to. It does not open at another place.
    struct Place {
        std::int64_t branch = 0;
        std::int64_t customer = 0;
        std::string_view kind; ///< "phone", "birthDate" …
    };

    static QString fileIn(const QString &directory);
    /// Whether there is a key file, or anything of its name.
    static bool hasFile(const QString &directory);
    /// Makes a key file, durably; one that is there stays as it is. FileNotWritable.
    static Result<void> makeFile(const QString &directory);
    /// Reads the key file. FileNotReadable when it is missing or closed to this user, BadFile when it is cut off or
    /// changed (detail: "file").
    static Result<Sealing> open(const QString &directory);

    Sealing(const Sealing &) = default;
    Sealing &operator=(const Sealing &) = default;
    ~Sealing();

    /// XChaCha20-Poly1305 with a random nonce: base64url of nonce, text and tag. Each time another text.
    [[nodiscard]] std::string seal(const Place &place, std::string_view plain) const;
    /// What was sealed at this place. DatabaseDamaged when it was sealed at another, with another key, or changed.
    [[nodiscard]] Result<std::string> unseal(const Place &place, std::string_view sealed) const;
    /// The same for the same kind and text under this key, else as good as never: 32 hexadecimal digits. Says
    /// nothing about the text to who lacks the key.
    [[nodiscard]] std::string lookup(std::string_view kind, std::string_view plain) const;

    /// What the database keeps to know its key again.
    [[nodiscard]] std::string checkOf(std::int64_t branch) const;
    [[nodiscard]] bool fits(std::int64_t branch, std::string_view check) const;

private:
    using Key = std::array<unsigned char, 32>;
    explicit Sealing(const Key &master);

    Key m_sealKey{};
    Key m_lookupKey{};
};

} // namespace tiepdon
