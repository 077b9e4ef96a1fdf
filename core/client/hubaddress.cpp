// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/hubaddress.h"

#include <QFile>
#include <QStandardPaths>

namespace tiepdon {

QString defaultDataDirectory()
{
    const QString named = qEnvironmentVariable("TIEPDON_DATA");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/tiepdon");
}

std::optional<quint16> portIn(const QString &directory)
{
    constexpr qint64 kDigitsMax = 16;
    QFile file(directory + QStringLiteral("/hub.port"));
    bool isNumber = false;
    const quint16 port
        = file.open(QIODevice::ReadOnly) ? file.read(kDigitsMax).trimmed().toUShort(&isNumber) : quint16(0);
    return isNumber && port != 0 ? std::optional(port) : std::nullopt;
}

} // namespace tiepdon
