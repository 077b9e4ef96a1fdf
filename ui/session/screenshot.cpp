// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/screenshot.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPixmap>
#include <QWidget>

namespace tiepdon {
namespace {

/// Layouts within layouts are at most this deep.
constexpr int kLayoutDepth = 8;

} // namespace

Result<void> takeScreenshot(QWidget &window, QSize size, const QString &file)
{
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(size);
    window.show();
    window.resize(size);
    // what changed since it was made is laid out first, each inside the one around it
    for (int depth = 0; depth < kLayoutDepth; ++depth)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!window.grab().save(file, "PNG"))
        return Error{ErrorCode::FileNotWritable, "cannot write the picture", {{"path", file.toStdString()}}};
    return {};
}

} // namespace tiepdon
