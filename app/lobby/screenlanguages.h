// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/language.h"

#include <optional>

namespace tiepdon {

/// Which languages a display shows, and which of two comes first: a hall cannot be asked.
class ScreenLanguages
{
public:
    ScreenLanguages() = default;
    /// "vi,en", "en,vi", "vi" or "en"; nothing for any other text.
    static std::optional<ScreenLanguages> fromText(const QString &text);

    [[nodiscard]] LanguageKind leading() const { return m_first; }
    [[nodiscard]] bool areTwo() const { return m_second.has_value(); }

    [[nodiscard]] QString first(const LocalText &text) const { return in(m_first, text); }
    /// Empty with one language, and where the second has nothing else to say.
    [[nodiscard]] QString second(const LocalText &text) const;
    /// "Quầy / Counter".
    [[nodiscard]] QString oneLine(const LocalText &text) const;

private:
    ScreenLanguages(LanguageKind first, std::optional<LanguageKind> second) : m_first(first), m_second(second) { }
    static QString in(LanguageKind kind, const LocalText &text);

    LanguageKind m_first = LanguageKind::Vietnamese;
    std::optional<LanguageKind> m_second = LanguageKind::English;
};

} // namespace tiepdon
