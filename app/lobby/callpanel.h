// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/publicview.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace tiepdon {

/// The newest call, huge: number, arrow, counter. The digits are at least 22 % of the screen's height. A new
/// call flashes by inversion for three seconds, 1.3 times a second; it can be read all the while.
class CallPanel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString number READ number)
    Q_PROPERTY(QString counter READ counter)
    Q_PROPERTY(bool flashing READ isFlashing)

public:
    explicit CallPanel(QWidget *parent = nullptr);

    /// Nothing when no number has been called.
    void setCall(const std::optional<ShownCall> &call);
    /// Whether what is shown is of now.
    void setStale(bool isStale);
    void flash();
    /// Shows the call steadily at once.
    void stopFlash();
    /// The height of the screen the panel is part of, and whether number and counter stand on two lines.
    void setScreen(int height, bool isPortrait);

    [[nodiscard]] QString number() const;
    [[nodiscard]] QString counter() const;
    [[nodiscard]] bool isFlashing() const { return m_flash.isActive(); }
    /// Height of the digits as drawn, in pixels.
    [[nodiscard]] qreal digitHeight() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawNumber(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font) const;
    void drawCounter(QPainter &painter, const QRectF &rect, const QFont &font) const;
    void say();

    std::optional<ShownCall> m_call;
    bool m_isStale = false;
    bool m_isPortrait = false;
    int m_screenHeight = 1080;
    QTimer m_flash;
    int m_flashesLeft = 0;
};

} // namespace tiepdon
