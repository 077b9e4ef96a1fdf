// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/theme/theme.h"

#include <QRectF>
#include <QWidget>

#include <optional>

class QPainter;

namespace tiepdon {

/// Elapsed time against what is usual.
struct TimerFigures {
    std::optional<TimeMs> elapsedMs = {}; ///< nothing: no time runs
    TimeMs expectedMs = 0; ///< 0 counts without judging
    QString caption = {}; ///< what is counted: "in service"

    friend bool operator==(const TimerFigures &, const TimerFigures &) = default;
};

/// Under 75 % of what is usual good, under 100 % warn, bad from there; Info where nothing is expected, Neutral
/// where no time runs.
Tone toneOf(const TimerFigures &figures);
/// How it stands: "in time", "nearly over", "2:12 over the usual time"; empty where nothing is judged.
QString timerWord(const TimerFigures &figures);
/// All of it for those who listen: "in service 3:07 of usually 5:00, in time".
QString timerSentence(const TimerFigures &figures);
/// A ring that fills and begins a second, inner lap past 100 %, with the time in its middle and under it the shape
/// of a warning or, past 100 %, what is over. For where there is no room for words: say them beside it. From 64 px.
void drawTimerRing(QPainter &painter, const QRectF &rect, const TimerFigures &figures);

/// The same as a widget with room for words: caption, usual time, and under the ring shape and word for how it
/// stands.
class TimerRing : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit TimerRing(QWidget *parent = nullptr);

    void setFigures(const TimerFigures &figures);
    [[nodiscard]] const TimerFigures &figures() const { return m_figures; }
    /// "3:07"; "–" where no time runs.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {148, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sayAloud();

    TimerFigures m_figures;
};

} // namespace tiepdon
