// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace tiepdon {
Result<QrCode> qrCodeOf(const std::string &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!made)
        return Error{ErrorCode::TooLarge, "the text does not fit into a QR code", {}};
    QrCode code;
    code.width = made->width;
    const auto count = static_cast<std::size_t>(code.width * code.width);
    code.isDark.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        code.isDark[i] = (made->data[i] & 1U) != 0; // the lowest bit is the module
    return code;
}

} // namespace tiepdon
