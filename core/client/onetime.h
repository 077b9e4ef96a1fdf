// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>

namespace tiepdon {

/// A password for one use, "k7dm-p2wq-9hxr-tn4c": four groups of four small letters and digits that are not taken
/// for each other when read out or written down; 79 bits, from the system's random source.
QString oneTimePassword();

/// Random bytes from the same source.
void fillRandom(std::uint8_t *bytes, std::size_t size);

} // namespace tiepdon
