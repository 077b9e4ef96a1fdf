// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>

class QWidget;

namespace tiepdon {

/// Lays the window out at `size`, renders it and writes a PNG. FileNotWritable with its "path".
Result<void> takeScreenshot(QWidget &window, QSize size, const QString &file);

} // namespace tiepdon
