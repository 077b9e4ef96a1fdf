// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/screenshot.h"

#include <QPixmap>
#include <QWidget>

namespace tiepdon {

Result<void> takeScreenshot(QWidget &window, QSize size, const QString &file)
{
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(size);
    window.show();
    window.resize(size);
    if (!window.grab().save(file, "PNG"))
        return Error{ErrorCode::FileNotWritable, "cannot write the picture", {{"path", file.toStdString()}}};
    return {};
}

} // namespace tiepdon
