// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Files of a program that nobody but their owner may read, and that are whole after a power cut.
namespace tiepdon::ownfile {

/// Makes a folder, for its owner alone when it is new. FileNotWritable (detail "file").
Result<void> makeFolder(const QString &path);
/// Replaces a file as a whole: afterwards it holds `bytes` durably, or is as it was. Mode 0600 from its first byte
/// on. FileNotWritable (detail "file").
Result<void> write(const QString &path, const QByteArray &bytes);
/// Nothing when there is no such file. FileNotReadable (detail "file"), also for one of over 1 MiB.
Result<std::optional<QByteArray>> read(const QString &path);
/// Also when there is none. FileNotWritable (detail "file").
Result<void> remove(const QString &path);

} // namespace tiepdon::ownfile
