// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/qrtext.h"

namespace tiepdon {
namespace {

constexpr int kQuiet = kQrQuietModules;

} // namespace

QString halfBlocks(const QrCode &code, bool coloured)
{
    QString text;
    for (int y = -kQuiet; y < code.width + kQuiet; y += 2) {
        if (coloured)
            text += QStringLiteral("\033[40;97m");
        for (int x = -kQuiet; x < code.width + kQuiet; ++x) {
            const bool isUpperLight = !code.at(x, y);
            // the width is odd: the last row has only an upper half
            const bool isLowerLight = y + 1 < code.width + kQuiet && !code.at(x, y + 1);
            text += isUpperLight ? (isLowerLight ? QChar(0x2588) : QChar(0x2580))
                                 : (isLowerLight ? QChar(0x2584) : QChar(u' '));
        }
        if (coloured)
            text += QStringLiteral("\033[0m");
        text += u'\n';
    }
    return text;
}

QByteArray svgOf(const QrCode &code)
{
    const int side = code.width + 2 * kQuiet;
    QByteArray svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" width=\"%2\" "
                                    "height=\"%2\" shape-rendering=\"crispEdges\">\n"
                                    "<rect width=\"%1\" height=\"%1\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"")
                         .arg(side)
                         .arg(side * 8)
                         .toUtf8();
    for (int y = 0; y < code.width; ++y) {
        for (int x = 0; x < code.width; ++x) {
            if (code.at(x, y))
                svg += QStringLiteral("M%1 %2h1v1h-1z").arg(x + kQuiet).arg(y + kQuiet).toUtf8();
        }
    }
    return svg + "\"/>\n</svg>\n";
}

} // namespace tiepdon
