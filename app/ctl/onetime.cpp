// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/onetime.h"

#include <sodium.h>

#include <cstdlib>
#include <string_view>

namespace tiepdon {
namespace {

/// Without i, l, o, 0 and 1. 31 characters, so 16 of them hold 79 bits.
constexpr std::string_view kAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int kGroups = 4;
constexpr int kGroupCharacters = 4;

/// libsodium may be used from now on. It fails only where the system has no random source.
void ready()
{
    if (sodium_init() < 0)
        std::abort();
}

} // namespace

QString oneTimePassword()
{
    ready();
    QString text;
    for (int i = 0; i < kGroups * kGroupCharacters; ++i) {
        if (i > 0 && i % kGroupCharacters == 0)
            text += u'-';
        text += QLatin1Char(kAlphabet.at(randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))));
    }
    return text;
}

void fillRandom(std::uint8_t *bytes, std::size_t size)
{
    ready();
    randombytes_buf(bytes, size);
}

} // namespace tiepdon
