// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/languageword.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace tiepdon {
namespace {

/// Whom a branch in Vietnam meets most.
constexpr std::array kWords{
    std::pair{"vi", QT_TRANSLATE_NOOP("LanguageWord", "Vietnamese")},
    std::pair{"en", QT_TRANSLATE_NOOP("LanguageWord", "English")},
    std::pair{"zh", QT_TRANSLATE_NOOP("LanguageWord", "Chinese")},
    std::pair{"ko", QT_TRANSLATE_NOOP("LanguageWord", "Korean")},
    std::pair{"ja", QT_TRANSLATE_NOOP("LanguageWord", "Japanese")},
    std::pair{"fr", QT_TRANSLATE_NOOP("LanguageWord", "French")},
    std::pair{"ru", QT_TRANSLATE_NOOP("LanguageWord", "Russian")},
    std::pair{"km", QT_TRANSLATE_NOOP("LanguageWord", "Khmer")},
};

} // namespace

QString languageWord(const std::string &code)
{
    for (const auto &[known, word] : kWords) {
        if (code == known)
            return QCoreApplication::translate("LanguageWord", word);
    }
    return QString::fromStdString(code).toUpper();
}

} // namespace tiepdon
