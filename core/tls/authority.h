// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace tiepdon {

/// Makes, in `directory` (which exists), the branch's own certificate authority (authority.pem,
/// authority.key; EC P-256, 10 years, signs hubs only) and a hub certificate it signed (hub.pem, hub.key;
/// 825 days) for localhost, 127.0.0.1, ::1 and `hosts` (DNS names or IP addresses). Keys are readable by
/// their owner alone from their first byte. Nothing is ever overwritten: AlreadyInitialised (detail "file")
/// when one of the four is there. InvalidParams (detail "host") for a name that is none, FileNotWritable
/// (detail "file"); after a refusal none of the files it began is left.
/// Lifetime of the hub's certificate: the longest that common TLS stacks take from a private authority.
Result<void> createAuthority(const QString &directory, const QStringList &hosts);

/// SHA-256 of the first certificate of a PEM file, as "AB:CD:…". FileNotReadable, BadFile (detail "file").
Result<QString> fingerprint(const QString &pemFile);

} // namespace tiepdon
