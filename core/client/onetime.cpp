// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/onetime.h"

#include <QRandomGenerator>

#include <string_view>

namespace tiepdon {
namespace {

/// Without i, l, o, 0 and 1. 31 characters, so 16 of them hold 79 bits.
constexpr std::string_view kAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int kGroups = 4;
constexpr int kGroupCharacters = 4;

} // namespace

QString oneTimePassword()
{
    QString text;
    for (int i = 0; i < kGroups * kGroupCharacters; ++i) {
        if (i > 0 && i % kGroupCharacters == 0)
            text += u'-';
        text += QLatin1Char(
            kAlphabet.at(QRandomGenerator::system()->bounded(static_cast<quint32>(kAlphabet.size()))));
    }
    return text;
}

void fillRandom(std::uint8_t *bytes, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(QRandomGenerator::system()->generate() & 0xffU);
}

} // namespace tiepdon
