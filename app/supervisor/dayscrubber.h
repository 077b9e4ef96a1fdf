// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/historymessage.h"

#include <QAbstractSlider>

namespace tiepdon {

/// A day as a strip one can move through: how many waited at each minute, how many of them longer than promised,
/// and the moment looked at. Left and Right go by a minute, with Shift by what happened, Page keys by half an hour,
/// Home and End to its ends. A slider whose value is seconds since the day's opening.
class DayScrubber : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit DayScrubber(QWidget *parent = nullptr);

    /// `fromMs` to `toMs` is the day's opening to its end; equal: nothing to show.
    void setDay(TimeMs fromMs, TimeMs toMs, std::int64_t utcOffsetMin);
    void setStrip(const DayStrip &strip);
    /// Moves the handle; nobody is told.
    void setMoment(TimeMs atMs);
    [[nodiscard]] TimeMs momentMs() const { return m_atMs; }
    /// The day's moment at a place of this widget, 0 at its left edge, and back.
    [[nodiscard]] TimeMs momentAt(qreal x) const;
    [[nodiscard]] qreal placeOf(TimeMs atMs) const;

    [[nodiscard]] QSize sizeHint() const override { return {400, 112}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 96}; }

Q_SIGNALS:
    void momentChosen(qint64 atMs);
    void minutesAsked(int minutes);
    void eventAsked(bool isForward);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] std::size_t stepAt(TimeMs atMs) const;
    void choose(TimeMs atMs);
    void sayAloud();
    void paintBars(QPainter &painter, const QRectF &area) const;
    void paintHours(QPainter &painter, const QRectF &area) const;
    void paintMoment(QPainter &painter, const QRectF &area) const;

    DayStrip m_strip;
    TimeMs m_fromMs = 0;
    TimeMs m_toMs = 0;
    TimeMs m_atMs = 0;
    std::int64_t m_offsetMin = 0;
};

} // namespace tiepdon
