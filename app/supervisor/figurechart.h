// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/figuresmessage.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <functional>
#include <memory>

class QChart;
class QChartView;
class QLabel;

namespace tiepdon {

enum class ChartKind : std::uint8_t { Arrivals, Waits, Occupancy };

[[nodiscard]] QString chartTitle(ChartKind kind);
/// Its number and its period: "n = 223 · 08:00–10:41".
[[nodiscard]] QString chartPeriod(ChartKind kind, const DayFigures &figures);
/// Which shape means what: "■ arrived   ▨ called".
[[nodiscard]] QString chartLegend(ChartKind kind);
/// What the chart shows, in a sentence or two, for those who do not see it.
[[nodiscard]] QString chartSummary(ChartKind kind, const DayFigures &figures);
/// Half hours from the first in which something was to the last, those between in which nothing was included.
[[nodiscard]] std::vector<FigureRow> halfHoursWithGaps(const DayFigures &figures);

/// Called for a half hour of a chart that was pointed at.
using HalfHourChosen = std::function<void(FigureKind kind, std::int64_t minute)>;
/// Draws a day into a chart, in place of what it had: colours of the theme, shapes and patterns beside them. Two or
/// three series of 48 points at most. `chosen` may be empty.
void fillChart(QChart &chart, ChartKind kind, const DayFigures &figures, const Tokens &tokens,
               const HalfHourChosen &chosen);

/// One chart of a day by half hour, with what it is of above it.
class FigureChart : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit FigureChart(ChartKind kind, QWidget *parent = nullptr);
    ~FigureChart() override;

    void setFigures(const DayFigures &figures);
    void clear();
    /// As it is said aloud.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QChart &chart() const { return *m_chart; }

Q_SIGNALS:
    /// Somebody wants the tickets behind a half hour.
    void halfHourChosen(tiepdon::FigureKind kind, qlonglong minute);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    ChartKind m_kind;
    QLabel *m_title;
    QLabel *m_period;
    QLabel *m_legend;
    QChart *m_chart; ///< the view's
    QChartView *m_view;
    DayFigures m_figures;
};

} // namespace tiepdon
