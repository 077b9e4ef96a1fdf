// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/figurechart.h"

#include "app/supervisor/figurecolumns.h"
#include "ui/widgets/text.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QCoreApplication>
#include <QCursor>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QScatterSeries>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigureChart)
};

constexpr int kPad = 3 * sizes::kGrid;
constexpr std::int64_t kHalfHourMin = 30;
constexpr double kMarker = 9;

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QString shortNumber(double value, int digits) { return QLocale().toString(value, 'f', digits); }

double minutesOf(TimeMs durationMs) { return static_cast<double>(durationMs) / static_cast<double>(kMinuteMs); }

double occupancyOf(const FigureRow &row) { return static_cast<double>(row.occupancyPermille().value_or(0)) / 10; }

/// Builds one chart. Its axes are new each time: fewer parts than keeping them right.
class ChartDrawing
{
public:
    ChartDrawing(QChart &chart, const DayFigures &figures, const Tokens &tokens, HalfHourChosen chosen)
        : m_chart(chart), m_tokens(tokens), m_chosen(std::move(chosen)), m_rows(halfHoursWithGaps(figures))
    {
        m_chart.removeAllSeries();
        for (QAbstractAxis *axis : m_chart.axes()) {
            m_chart.removeAxis(axis);
            delete axis;
        }
        m_chart.setBackgroundBrush(tokens.surface);
        m_chart.setBackgroundRoundness(0);
        m_chart.setDropShadowEnabled(false);
        m_chart.setAnimationOptions(QChart::NoAnimation);
        m_chart.setMargins(QMargins(0, 8, 8, 0)); // half of the topmost number and of the last hour
        m_chart.layout()->setContentsMargins(0, 0, 0, 0);
        m_chart.legend()->hide(); // cuts its words off; `chartLegend` says them
    }

    void draw(ChartKind kind)
    {
        if (m_rows.empty())
            return;
        switch (kind) {
        case ChartKind::Arrivals:
            drawArrivals();
            break;
        case ChartKind::Waits:
            drawWaits();
            break;
        case ChartKind::Occupancy:
            drawOccupancy();
            break;
        }
    }

private:
    void drawArrivals()
    {
        auto *arrivals = new QBarSet(QString());
        auto *calls = new QBarSet(QString());
        double most = 1;
        for (const FigureRow &row : m_rows) {
            *arrivals << static_cast<double>(row.arrived);
            *calls << static_cast<double>(row.called);
            most = std::max({most, static_cast<double>(row.arrived), static_cast<double>(row.called)});
        }
        dress(*arrivals, m_tokens.brand, false);
        dress(*calls, m_tokens.info, true);
        auto *bars = addBars({arrivals, calls});
        addAxes(bars, most, false);
        QObject::connect(bars, &QBarSeries::hovered, bars, [rows = m_rows](bool isOver, int index) {
            const FigureRow *row = at(rows, index);
            tell(isOver && row ? Words::tr("%1: %2 arrived, %3 called")
                                     .arg(spanOf(*row), number(row->arrived), number(row->called))
                               : QString());
        });
        QObject::connect(bars, &QBarSeries::clicked, bars,
                         [rows = m_rows, chosen = m_chosen, calls](int index, const QBarSet *set) {
                             if (const FigureRow *row = at(rows, index); row && chosen)
                                 chosen(set == calls ? FigureKind::Called : FigureKind::Arrived, row->key);
                         });
    }

    void drawWaits()
    {
        double most = 1;
        const auto line = [&](const QColor &colour, Qt::PenStyle style, auto valueMs) {
            auto *series = new QLineSeries;
            series->setPen(QPen(colour, 2, style));
            for (std::size_t i = 0; i < m_rows.size(); ++i) {
                if (m_rows[i].called == 0)
                    continue;
                const double value = minutesOf(valueMs(m_rows[i]));
                series->append(static_cast<double>(i), value);
                most = std::max(most, value);
            }
            m_chart.addSeries(series);
            return series;
        };
        const auto p50 = [](const FigureRow &row) { return row.waits.p50Ms; };
        const auto p80 = [](const FigureRow &row) { return row.waits.p80Ms; };
        const auto promise = [](const FigureRow &row) { return row.promiseMs; };
        std::vector<QXYSeries *> all{line(m_tokens.muted, Qt::DashLine, promise),
                                     line(m_tokens.brand, Qt::SolidLine, p50),
                                     line(m_tokens.info, Qt::SolidLine, p80)};
        // the points say by their shape which line it is
        all.push_back(addPoints(m_tokens.brand, QScatterSeries::MarkerShapeCircle, all[1]));
        all.push_back(addPoints(m_tokens.info, QScatterSeries::MarkerShapeRectangle, all[2]));
        const auto [x, y] = makeAxes(most, false);
        for (QXYSeries *series : all) {
            series->attachAxis(x);
            series->attachAxis(y);
        }
    }

    QXYSeries *addPoints(const QColor &colour, QScatterSeries::MarkerShape shape, const QXYSeries *of)
    {
        auto *points = new QScatterSeries;
        points->setMarkerShape(shape);
        points->setMarkerSize(kMarker);
        points->setColor(colour);
        points->setBorderColor(m_tokens.surface);
        points->replace(of->points());
        m_chart.addSeries(points);
        QObject::connect(points, &QXYSeries::hovered, points, [rows = m_rows](const QPointF &point, bool isOver) {
            const FigureRow *row = at(rows, qRound(point.x()));
            tell(isOver && row ? Words::tr("%1: P50 %2 min, P80 %3 min, promise %4 min, n = %5")
                                     .arg(spanOf(*row), shortNumber(minutesOf(row->waits.p50Ms), 1),
                                          shortNumber(minutesOf(row->waits.p80Ms), 1),
                                          shortNumber(minutesOf(row->promiseMs), 1), number(row->waits.n))
                               : QString());
        });
        QObject::connect(points, &QXYSeries::clicked, points,
                         [rows = m_rows, chosen = m_chosen](const QPointF &point) {
                             if (const FigureRow *row = at(rows, qRound(point.x())); row && chosen)
                                 chosen(FigureKind::Called, row->key);
                         });
        return points;
    }

    void drawOccupancy()
    {
        auto *set = new QBarSet(QString());
        for (const FigureRow &row : m_rows)
            *set << occupancyOf(row);
        dress(*set, m_tokens.brand, false);
        auto *bars = addBars({set});
        addAxes(bars, 100, true);
        QObject::connect(bars, &QBarSeries::hovered, bars, [rows = m_rows](bool isOver, int index) {
            const FigureRow *row = at(rows, index);
            tell(isOver && row && row->openMs > 0
                     ? Words::tr("%1: occupied %2 %, %3 at work")
                           .arg(spanOf(*row), shortNumber(occupancyOf(*row), 0), number(row->staff))
                     : QString());
        });
        QObject::connect(bars, &QBarSeries::clicked, bars, [rows = m_rows, chosen = m_chosen](int index) {
            if (const FigureRow *row = at(rows, index); row && chosen)
                chosen(FigureKind::Served, row->key);
        });
    }

    static const FigureRow *at(const std::vector<FigureRow> &rows, int index)
    {
        return index >= 0 && static_cast<std::size_t>(index) < rows.size() ? &rows[static_cast<std::size_t>(index)]
                                                                           : nullptr;
    }
    static QString spanOf(const FigureRow &row)
    {
        return minuteText(row.key) + QStringLiteral("–") + minuteText(row.key + kHalfHourMin);
    }
    static void tell(const QString &text)
    {
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(QCursor::pos(), toolTipOf(text));
    }

    void dress(QBarSet &set, const QColor &colour, bool isHatched) const
    {
        set.setBrush(isHatched ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
        set.setPen(QPen(colour, 1));
    }

    QBarSeries *addBars(const QList<QBarSet *> &sets)
    {
        auto *bars = new QBarSeries;
        bars->append(sets);
        bars->setBarWidth(0.8);
        m_chart.addSeries(bars);
        return bars;
    }

    void addAxes(QAbstractSeries *series, double most, bool isPercent)
    {
        const auto [x, y] = makeAxes(most, isPercent);
        series->attachAxis(x);
        series->attachAxis(y);
    }

    /// Hours below, counts or minutes at the left.
    std::pair<QAbstractAxis *, QAbstractAxis *> makeAxes(double most, bool isPercent)
    {
        auto *x = new QCategoryAxis;
        x->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        x->setStartValue(-0.5);
        const auto last = static_cast<double>(m_rows.size()) - 0.5;
        const std::int64_t everyMin = m_rows.size() > 16 ? 120 : 60; // what there is room for
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].key % everyMin == 0)
                x->append(minuteText(m_rows[i].key), static_cast<double>(i));
        }
        x->setRange(-0.5, last);
        x->setGridLineVisible(false);
        auto *y = new QCategoryAxis; // its own numbers: the locale's, and with their unit
        y->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        y->setStartValue(0);
        const double step = isPercent ? 50 : niceStep(most / 3);
        const double top = isPercent ? 100 : std::ceil(most / step) * step;
        for (int i = 0; i * step <= top + step / 2; ++i) {
            const double value = i * step;
            const QString number = shortNumber(value, step < 1 ? 1 : 0);
            y->append(isPercent ? Words::tr("%1 %").arg(number) : number, value);
        }
        y->setRange(0, top);
        for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(x), static_cast<QAbstractAxis *>(y)}) {
            axis->setLabelsFont(textFont(sizes::kTextSmall));
            axis->setLabelsColor(m_tokens.muted);
            axis->setGridLineColor(m_tokens.line);
            axis->setLinePenColor(m_tokens.line);
        }
        m_chart.addAxis(x, Qt::AlignBottom);
        m_chart.addAxis(y, Qt::AlignLeft);
        return {x, y};
    }

    /// The least of 1, 2, 5, 10, 20 … (halves too) that is not less.
    static double niceStep(double least)
    {
        for (double power = 0.5; power < 1e9; power *= 10) {
            for (const double factor : {1.0, 2.0, 4.0, 10.0}) {
                if (power * factor >= least)
                    return power * factor;
            }
        }
        return least;
    }

    QChart &m_chart;
    const Tokens &m_tokens;
    HalfHourChosen m_chosen;
    std::vector<FigureRow> m_rows;
};

} // namespace

QString chartTitle(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Arrivals:
        return Words::tr("Arrivals and calls by half hour");
    case ChartKind::Waits:
        return Words::tr("Waits of those called, in minutes, by half hour");
    case ChartKind::Occupancy:
        break;
    }
    return Words::tr("Occupancy of counters by half hour");
}

QString chartLegend(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Arrivals:
        return Words::tr("■ arrived   ▨ called");
    case ChartKind::Waits:
        return Words::tr("● P50   ■ P80   ┄ mean promise");
    case ChartKind::Occupancy:
        break;
    }
    return Words::tr("■ serving, of the time open without breaks");
}

QString chartPeriod(ChartKind kind, const DayFigures &figures)
{
    const FigureRow &total = figures.total;
    const QString period = shortPeriodText(figures);
    switch (kind) {
    case ChartKind::Arrivals:
        return Words::tr("n = %1 arrived, %2 called · %3").arg(number(total.arrived), number(total.called), period);
    case ChartKind::Waits:
        return Words::tr("n = %1 called · %2").arg(number(total.waits.n), period);
    case ChartKind::Occupancy:
        break;
    }
    return Words::tr("n = %1 counter hours without breaks · %2")
        .arg(shortNumber(static_cast<double>(total.openMs - total.breakMs) / static_cast<double>(kHourMs), 1),
             period);
}

QString chartSummary(ChartKind kind, const DayFigures &figures)
{
    const auto &rows = figures.halfHours;
    const auto largest = [&](auto value) -> const FigureRow * {
        const auto it = std::max_element(
            rows.begin(), rows.end(), [&](const FigureRow &a, const FigureRow &b) { return value(a) < value(b); });
        return it == rows.end() || value(*it) <= 0 ? nullptr : &*it;
    };
    const QString hint
        = QLatin1Char(' ') + Words::tr("The table below has every half hour when “By half hour” is chosen.");
    switch (kind) {
    case ChartKind::Arrivals:
        if (const FigureRow *row = largest([](const FigureRow &each) { return each.arrived; }))
            return Words::tr("Most people came in the half hour from %1: %2; %3 were called in it.")
                       .arg(minuteText(row->key), number(row->arrived), number(row->called))
                + hint;
        break;
    case ChartKind::Waits:
        if (const FigureRow *row = largest([](const FigureRow &each) { return each.waits.p80Ms; }))
            return Words::tr("Waits were longest in the half hour from %1: P50 %2 min, P80 %3 min, against a "
                             "promise of %4 min, of %5 called.")
                       .arg(minuteText(row->key), shortNumber(minutesOf(row->waits.p50Ms), 1),
                            shortNumber(minutesOf(row->waits.p80Ms), 1), shortNumber(minutesOf(row->promiseMs), 1),
                            number(row->waits.n))
                + hint;
        break;
    case ChartKind::Occupancy:
        if (const FigureRow *row
            = largest([](const FigureRow &each) { return each.occupancyPermille().value_or(0); }))
            return Words::tr("Counters were occupied most in the half hour from %1: %2 %, with %3 at work.")
                       .arg(minuteText(row->key), shortNumber(occupancyOf(*row), 0), number(row->staff))
                + hint;
        break;
    }
    return Words::tr("Nothing was yet.");
}

std::vector<FigureRow> halfHoursWithGaps(const DayFigures &figures)
{
    std::vector<FigureRow> rows;
    for (const FigureRow &row : figures.halfHours) {
        while (!rows.empty() && rows.back().key + kHalfHourMin < row.key) {
            FigureRow gap;
            gap.key = rows.back().key + kHalfHourMin;
            rows.push_back(gap);
        }
        rows.push_back(row);
    }
    return rows;
}

void fillChart(QChart &chart, ChartKind kind, const DayFigures &figures, const Tokens &tokens,
               const HalfHourChosen &chosen)
{
    ChartDrawing(chart, figures, tokens, chosen).draw(kind);
}

FigureChart::FigureChart(ChartKind kind, QWidget *parent)
    : QFrame(parent), m_kind(kind), m_title(plainLabel(this, sizes::kText, QFont::DemiBold)),
      m_period(mutedLabel(this)), m_legend(plainLabel(this, sizes::kTextSmall)), m_chart(new QChart),
      m_view(new QChartView(m_chart, this))
{
    setProperty("panel", QStringLiteral("surface"));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus); // the table has all of it, and the keys
    m_view->setMinimumHeight(120);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPad, 8, kPad, 4);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_period);
    column->addWidget(m_legend);
    column->addWidget(m_view, 1);
    clear();
}

FigureChart::~FigureChart() = default;

void FigureChart::setFigures(const DayFigures &figures)
{
    m_figures = figures;
    draw();
}

void FigureChart::clear() { setFigures({}); }

QString FigureChart::text() const
{
    return m_title->text() + QStringLiteral(". ") + m_period->text() + QStringLiteral(". ")
        + chartSummary(m_kind, m_figures);
}

void FigureChart::draw()
{
    m_title->setText(chartTitle(m_kind));
    m_legend->setText(chartLegend(m_kind));
    m_view->setBackgroundBrush(theme().surface);
    m_period->setText(m_figures.days.empty() ? QString() : chartPeriod(m_kind, m_figures));
    fillChart(*m_chart, m_kind, m_figures, theme(), [this](FigureKind kind, std::int64_t minute) {
        // a chart must not be drawn anew while it tells of a click
        QMetaObject::invokeMethod(
            this, [this, kind, minute] { Q_EMIT halfHourChosen(kind, minute); }, Qt::QueuedConnection);
    });
    setAccessibleName(text());
    m_view->setAccessibleName(m_title->text());
}

void FigureChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        draw();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
