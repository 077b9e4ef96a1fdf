// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tiepdon {

/// Writes a file whole or not at all: what was there under the name stays until the new one is on disk.
/// FileNotWritable ("path"), also where the disk is full.
Result<void> writeWhole(const QString &file, const QByteArray &bytes);

/// A part of a file's name from any words: letters, digits and single dashes.
QString fileNamePart(const QString &words);

} // namespace tiepdon
