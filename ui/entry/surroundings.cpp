// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/surroundings.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>

#include <algorithm>
#include <clocale>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#endif

namespace tiepdon {

std::optional<QString> localeProblem()
{
#ifdef Q_OS_UNIX
    const char *set = std::setlocale(LC_CTYPE, "");
    const QByteArray characters = set ? ::nl_langinfo(CODESET) : "";
    if (characters.compare("UTF-8", Qt::CaseInsensitive) == 0)
        return std::nullopt;
    const QString what = set ? QStringLiteral("The locale \"%1\" is not UTF-8").arg(QString::fromLatin1(set))
                             : QStringLiteral("The locale that is set does not exist here");
    return what
        + QStringLiteral("; going on with C.UTF-8. To settle it set LANG=C.UTF-8, or install the package "
                         "\"locales\" and make vi_VN.UTF-8.");
#else
    return std::nullopt;
#endif
}

QString vietnameseLetters()
{
    const QString small = QStringLiteral("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ");
    return small + small.toUpper();
}

std::optional<QString> fontProblem()
{
    const QFontMetrics metrics(textFont(sizes::kText));
    const QString letters = vietnameseLetters();
    const auto missing = std::count_if(letters.begin(), letters.end(),
                                       [&metrics](QChar letter) { return !metrics.inFontUcs4(letter.unicode()); });
    if (missing == 0)
        return std::nullopt;
    return QStringLiteral(
               "The fonts of this machine lack %1 of %2 Vietnamese letters; boxes or gaps stand in their place. "
               "Install the packages fonts-inter and fonts-noto-core, then start again.")
        .arg(missing)
        .arg(letters.size());
}

} // namespace tiepdon
