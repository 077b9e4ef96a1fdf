// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/hubs.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

// What the programs that measure a running hub share.

namespace tiepdon::bench {

inline void print(const char *name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

[[noreturn]] inline void giveUp(const char *why)
{
    std::fprintf(stderr, "bench: %s\n", why);
    std::exit(1);
}

inline double quantile(std::vector<double> values, double q)
{
    if (values.empty())
        giveUp("nothing was measured");
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

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
