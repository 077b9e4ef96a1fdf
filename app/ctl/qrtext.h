// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/qrcode.h"

#include <QByteArray>
#include <QString>

namespace tiepdon {

/// For a terminal: two modules above each other in one character, four modules of quiet zone around. Light
/// modules are drawn, as on a dark terminal; `coloured` sets black and white itself, for any terminal.
QString halfBlocks(const QrCode &code, bool coloured);

/// A picture of it with its quiet zone, dark on white, one unit a module.
QByteArray svgOf(const QrCode &code);

} // namespace tiepdon
