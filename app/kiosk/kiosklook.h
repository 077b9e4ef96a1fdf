// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace tiepdon {

/// How large things are: the sizes below are those of a screen of 1920×1080 or 1080×1920, in its pixels.
struct Look {
    /// What UI.md asks for: a finger hits it.
    static constexpr int kTouchMin = 64;
    static constexpr int kServiceMin = 120;

    qreal scale = 1;
    bool isBig = false; ///< big text was asked for
    bool isPortrait = false;

    static Look of(QSize screen, bool isBig)
    {
        const bool isPortrait = screen.height() > screen.width();
        const QSizeF full = isPortrait ? QSizeF(1080, 1920) : QSizeF(1920, 1080);
        return {std::min(screen.width() / full.width(), screen.height() / full.height()), isBig, isPortrait};
    }

    [[nodiscard]] int space(int px) const { return std::max(2, static_cast<int>(std::lround(px * scale))); }
    [[nodiscard]] int text(int px) const
    {
        return std::max(16, static_cast<int>(std::lround(px * scale * (isBig ? 1.35 : 1.0))));
    }
    /// The side of something that is touched.
    [[nodiscard]] int touch(int px, int least = kTouchMin) const
    {
        return std::max(least, static_cast<int>(std::lround(px * scale * (isBig ? 1.15 : 1.0))));
    }

    friend bool operator==(const Look &, const Look &) = default;
};

/// What fills the window between its bars.
class KioskPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setLook(const Look &look) = 0;
    /// What a screen reader says when the page comes.
    [[nodiscard]] virtual QString said() const = 0;
    /// Who gets the focus when the page comes.
    [[nodiscard]] virtual QWidget *first() const { return nullptr; }
};

} // namespace tiepdon
