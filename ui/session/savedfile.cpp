// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/savedfile.h"

#include <QSaveFile>

namespace tiepdon {
namespace {

Error unwritten(const QSaveFile &file)
{
    return {ErrorCode::FileNotWritable,
            "cannot write " + file.fileName().toStdString() + ": " + file.errorString().toStdString(),
            {{"path", file.fileName().toStdString()}}};
}

} // namespace

Result<void> writeWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(bytes) != bytes.size() || !saved.commit())
        return unwritten(saved);
    return {};
}

QString fileNamePart(const QString &words)
{
    QString part;
    for (const QChar c : words.trimmed()) {
        if (c.isLetterOrNumber())
            part += c;
        else if (!part.isEmpty() && !part.endsWith(QLatin1Char('-')))
            part += QLatin1Char('-');
    }
    while (part.endsWith(QLatin1Char('-')))
        part.chop(1);
    return part.left(80);
}

} // namespace tiepdon
