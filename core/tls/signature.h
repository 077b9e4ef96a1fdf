// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tiepdon {

/// Signs text (ECDSA with SHA-256) with the private key of a PEM file. NotInitialised when there is no such file,
/// BadFile when it holds no key (detail "file").
Result<QByteArray> signedWith(const QString &keyFile, const QByteArray &text);

/// Whether a signature of `text` was made with the key of the certificate in a PEM file. Refused likewise.
Result<bool> isSignedBy(const QString &certificateFile, const QByteArray &text, const QByteArray &signature);

} // namespace tiepdon
