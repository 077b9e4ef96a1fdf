// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/screenlanguages.h"
#include "core/queue/publicview.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace tiepdon {

/// The newest call, huge: number, arrow, counter. The digits are at least 22 % of the screen's height; on an
/// upright screen the number is as large as its width lets it be, above the counter. How the call stands is said in
/// words and by a mark. A new call is framed and flashes by inversion for three seconds, 1.3 times a second, and
/// can be read all the while; where motion is unwanted it is framed only.
class CallPanel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString number READ number)
    Q_PROPERTY(QString counter READ counter)
    Q_PROPERTY(QString label READ label)
    Q_PROPERTY(bool flashing READ isFlashing)

public:
    explicit CallPanel(const ScreenLanguages &languages, bool isStill = false, QWidget *parent = nullptr);

    /// Nothing when no number has been called.
    void setCall(const std::optional<ShownCall> &call);
    /// Whether what is shown is of now.
    void setStale(bool isStale);
    void flash();
    /// Shows the call steadily at once.
    void stopFlash();
    /// The height of the screen the panel is part of, and whether number and counter stand on two lines.
    void setScreen(int height, bool isPortrait);
    /// What the panel of an upright screen needs at this width.
    [[nodiscard]] int heightFor(int panelWidth) const;

    [[nodiscard]] QString number() const;
    [[nodiscard]] QString counter() const;
    /// How the call stands, in words: "Đang mời / Now calling".
    [[nodiscard]] QString label() const;
    [[nodiscard]] bool isFlashing() const { return m_flash.isActive(); }
    /// Height of the digits as drawn, in pixels.
    [[nodiscard]] qreal digitHeight() const { return digitHeightFor(width()); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal digitHeightFor(int panelWidth) const;
    [[nodiscard]] qreal labelSize() const;
    void drawQuiet(QPainter &painter, const QRectF &rect) const;
    void drawLabel(QPainter &painter, const QRectF &rect) const;
    void drawNumber(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font) const;
    void drawCounter(QPainter &painter, const QRectF &rect, const QFont &font) const;
    void say();

    ScreenLanguages m_languages;
    bool m_isStill;
    std::optional<ShownCall> m_call;
    bool m_isStale = false;
    bool m_isPortrait = false;
    int m_screenHeight = 1080;
    QTimer m_flash;
    int m_flashesLeft = 0;
};

} // namespace tiepdon
