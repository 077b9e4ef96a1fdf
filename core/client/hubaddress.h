// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

#include <optional>

namespace tiepdon {

/// Where a hub is, whom to trust, and what to show it.
struct HubAddress {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QSslCertificate authority; ///< the one authority trusted
    QSslCertificate certificate; ///< the device's own
    QSslKey key; ///< of `certificate`
    QString directory; ///< of a hub on this machine: its hub.port is read again before each attempt; may be empty
    QString folder; ///< the device's: commands not answered yet are kept there; empty keeps them in memory
};

/// The data directory used when none is named: $TIEPDON_DATA, or tiepdon in the user's data folder.
QString defaultDataDirectory();
/// The port that a hub running on a data directory has left there.
std::optional<quint16> portIn(const QString &directory);

} // namespace tiepdon
