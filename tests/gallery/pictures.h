// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gallery/exhibits.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QImage>

#include <utility>

namespace tiepdon::gallery {

/// A theme and a language. Setting it dresses whatever is made from then on.
struct Dress {
    ThemeKind theme = ThemeKind::Light;
    LanguageKind language = LanguageKind::Vietnamese;

    /// "light-vi".
    [[nodiscard]] QString name() const;
    void put(Language &speaker) const;
};

/// Both themes in both languages.
const std::vector<Dress> &dresses();

/// An exhibit on a window of its own, laid out and shown nowhere.
class Stand
{
public:
    explicit Stand(const Exhibit &exhibit);
    ~Stand();

    [[nodiscard]] QWidget &widget() const { return *m_widget; }
    [[nodiscard]] QImage picture() const;

private:
    std::unique_ptr<QWidget> m_window;
    QWidget *m_widget;
};

/// Pictures with captions, grouped by widget, on one sheet.
QImage contactSheet(const QString &title, const std::vector<std::pair<Exhibit, QImage>> &pictures);

} // namespace tiepdon::gallery
