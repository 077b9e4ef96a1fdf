// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/chordsetting.h"

#include "app/teller/globalchord.h"

#include <QDir>
#include <QSettings>

namespace tiepdon {
namespace {

const QString kUsual = QStringLiteral("Ctrl+Alt+Space");
const QString kName = QStringLiteral("chord");

} // namespace

Result<std::optional<QKeyCombination>> chordSetting(const QString &asked, const QString &folder)
{
    if (!asked.isEmpty()) {
        auto chord = chordFrom(asked);
        if (chord && !folder.isEmpty())
            QSettings(QDir(folder).filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
                .setValue(kName, asked);
        return chord;
    }
    if (!folder.isEmpty()) {
        const QSettings kept(QDir(folder).filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        const QString text = kept.value(kName).toString();
        if (auto chord = chordFrom(text); chord && !text.isEmpty())
            return chord;
    }
    return chordFrom(kUsual);
}

} // namespace tiepdon
