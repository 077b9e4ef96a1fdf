// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/lines.h"
#include "tests/support/hubs.h"

// What the programs that measure a running hub share.

namespace tiepdon::bench {

inline bool waitFor(const std::function<bool()> &isSo) { return test::runUntil(isSo); }

/// A configuration whose limits are not what is measured; `more` are further lines.
inline void writeConfig(const QString &directory, const QByteArray &more = {})
{
    QFile config(directory + QStringLiteral("/hub.toml"));
    if (!config.open(QIODevice::WriteOnly))
        giveUp("no configuration");
    // all clients here come from one address; a branch's come from one each
    config.write("messages_per_s = 1000000\nmessages_burst = 1000000\nsockets_per_address = 4096\n" + more);
}

/// Leaves what a device shows for another process of the same run.
inline void handOver(const QString &directory, DeviceId device)
{
    QFile file(directory + QStringLiteral("/device-%1.pem").arg(device.value));
    const DeviceCertificate &shown = test::certificateOf(device);
    if (!file.open(QIODevice::WriteOnly) || file.write(shown.certificate.toPem() + shown.key.toPem()) < 0)
        giveUp("a device cannot be handed over");
}
inline HubAddress handedOver(const QString &directory, DeviceId device)
{
    HubAddress address = test::addressIn(directory, device);
    QFile file(directory + QStringLiteral("/device-%1.pem").arg(device.value));
    if (!file.open(QIODevice::ReadOnly))
        giveUp("a device was not handed over");
    const QByteArray pem = file.readAll();
    address.certificate = QSslCertificate(pem, QSsl::Pem);
    address.key = QSslKey(pem, QSsl::Ec, QSsl::Pem);
    return address;
}

} // namespace tiepdon::bench
