// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/screenlanguages.h"

#include <QStringList>

namespace tiepdon {

std::optional<ScreenLanguages> ScreenLanguages::fromText(const QString &text)
{
    const auto kindOf = [](const QString &code) -> std::optional<LanguageKind> {
        if (code == QLatin1String("vi"))
            return LanguageKind::Vietnamese;
        return code == QLatin1String("en") ? std::optional(LanguageKind::English) : std::nullopt;
    };
    const QStringList codes = text.split(QLatin1Char(','));
    const auto first = kindOf(codes.first().trimmed());
    if (!first || codes.size() > 2)
        return std::nullopt;
    if (codes.size() == 1)
        return ScreenLanguages(*first, std::nullopt);
    const auto second = kindOf(codes.last().trimmed());
    if (!second || second == first)
        return std::nullopt;
    return ScreenLanguages(*first, second);
}

QString ScreenLanguages::in(LanguageKind kind, const LocalText &text)
{
    return fromUtf8(kind == LanguageKind::Vietnamese ? text.vi : text.english());
}

QString ScreenLanguages::second(const LocalText &text) const
{
    if (!m_second)
        return {};
    const QString other = in(*m_second, text);
    return other == first(text) ? QString() : other;
}

QString ScreenLanguages::oneLine(const LocalText &text) const
{
    const QString other = second(text);
    return other.isEmpty() ? first(text) : first(text) + QStringLiteral(" / ") + other;
}

} // namespace tiepdon
