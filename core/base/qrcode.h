// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace tiepdon {

/// A QR code's modules (ISO/IEC 18004), without its quiet zone.
struct QrCode {
    int width = 0; ///< modules on a side, 21 to 177
    std::vector<bool> isDark; ///< row by row

    [[nodiscard]] bool at(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < width && y < width && isDark[static_cast<std::size_t>(y * width + x)];
    }
};

/// Modules the standard wants free on each side.
inline constexpr int kQrQuietModules = 4;

/// The code of a text, error correction M (15 %). Capital letters and digits are packed densely. TooLarge.
Result<QrCode> qrCodeOf(const std::string &text);

} // namespace tiepdon
