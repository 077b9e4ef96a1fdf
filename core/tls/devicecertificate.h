// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSslCertificate>
#include <QSslKey>

namespace tiepdon {

/// What a device shows its hub: a key that never leaves it, and a certificate for it that it signed itself.
struct DeviceCertificate {
    QSslCertificate certificate;
    QSslKey key; ///< EC P-256
};

/// Makes one, for clients alone. It is good for 25 years: the hub knows the very certificate, so its dates say
/// nothing, and a device in use must not stop by itself. Internal when OpenSSL refuses.
Result<DeviceCertificate> createDeviceCertificate();

/// SHA-256 of a certificate, 64 lower-case hexadecimal digits.
QByteArray fingerprintHex(const QSslCertificate &certificate);

} // namespace tiepdon
