// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/dayheadline.h"
#include "app/supervisor/figurechart.h"
#include "app/supervisor/figurecolumns.h"
#include "app/supervisor/figuresfile.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QBuffer>
#include <QChart>
#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FiguresPdf)
};

/// Layout is in pixels of a screen, 96 in an inch; the paper has what it has.
constexpr int kDotsPerInch = 1200;
constexpr double kScale = kDotsPerInch / 96.0;
constexpr double kMarginMm = 14;
constexpr double kFootHeight = 24;
constexpr double kRowHeight = 20;
constexpr double kChartHeight = 168;
constexpr double kCardHeight = 74;
constexpr double kGap = 12;

/// The columns there is room for on paper.
const std::vector<FigureColumn> &columnsOnPaper()
{
    using enum FigureColumn;
    static const std::vector<FigureColumn> kColumns{Arrived,     Called,   Served,     WaitMean, WaitP80,
                                                    WaitLongest, Kept,     KeptStrict, NoShows,  Abandoned,
                                                    ServiceMean, WalkMean, Occupancy,  Suspects};
    return kColumns;
}

/// Draws page after page.
class Paper
{
public:
    Paper(QPdfWriter &writer, const DayFigures &figures, const BranchState &branch, TimeMs nowMs)
        : m_writer(writer), m_painter(&writer), m_figures(figures), m_branch(branch), m_nowMs(nowMs),
          m_tokens(tokensOf(ThemeKind::Light))
    {
        m_painter.scale(kScale, kScale);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_width = m_writer.width() / kScale;
        m_height = m_writer.height() / kScale - kFootHeight;
    }

    void draw()
    {
        drawHead();
        drawCards();
        for (const ChartKind kind : {ChartKind::Arrivals, ChartKind::Waits, ChartKind::Occupancy})
            drawChart(kind);
        for (const FigureGroup group :
             {FigureGroup::Services, FigureGroup::Segments, FigureGroup::Counters, FigureGroup::HalfHours})
            drawTable(group);
        drawFoot();
    }

private:
    void text(const QRectF &rect, int flags, const QString &words, int size, QFont::Weight weight,
              const QColor &colour)
    {
        m_painter.setFont(textFont(size, weight));
        m_painter.setPen(colour);
        m_painter.drawText(rect, flags, words);
    }

    /// One line or more, as wide as the page; moves on below it.
    void paragraph(const QString &words, int size, QFont::Weight weight, const QColor &colour)
    {
        m_painter.setFont(textFont(size, weight));
        const QRectF room(0, m_y, m_width, m_height);
        const QRectF taken = m_painter.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, words);
        text(room, Qt::AlignLeft | Qt::TextWordWrap, words, size, weight, colour);
        m_y += taken.height() + 2;
    }

    void drawHead()
    {
        paragraph(Words::tr("Figures of the day"), sizes::kTitle, QFont::DemiBold, m_tokens.ink);
        paragraph(inLanguage(m_branch.settings().name), sizes::kTextLarge, QFont::Medium, m_tokens.ink);
        paragraph(periodText(m_figures), sizes::kText, QFont::Normal, m_tokens.ink);
        if (const QString of = filterText(m_branch, m_figures.filter); !of.isEmpty())
            paragraph(Words::tr("Counted: %1").arg(of), sizes::kText, QFont::Normal, m_tokens.ink);
        paragraph(suspectsText(m_figures), sizes::kText, QFont::Normal, m_tokens.muted);
        m_y += kGap;
    }

    void drawCards()
    {
        constexpr int kInRow = 4;
        const double width = (m_width - (kInRow - 1) * kGap) / kInRow;
        const auto cards = dayHeadline(m_figures);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const FigureCard::Words &card = cards.at(i);
            const auto column = static_cast<double>(i % kInRow);
            const auto row = static_cast<double>(i / kInRow);
            const QRectF frame(column * (width + kGap), m_y + row * (kCardHeight + kGap), width, kCardHeight);
            m_painter.setPen(QPen(m_tokens.line, 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(frame, sizes::kRadius, sizes::kRadius);
            QRectF inside = frame.adjusted(8, 6, -8, -6);
            const auto line = [&](const QString &words, int size, QFont::Weight weight, const QColor &colour) {
                const double height = size * 1.4;
                m_painter.setFont(textFont(size, weight));
                text({inside.topLeft(), QSizeF(inside.width(), height)}, Qt::AlignLeft | Qt::AlignVCenter,
                     m_painter.fontMetrics().elidedText(words, Qt::ElideRight, int(inside.width())), size, weight,
                     colour);
                inside.setTop(inside.top() + height);
            };
            const bool isBad = card.tone == Tone::Bad;
            line(card.title, 10, QFont::Medium, m_tokens.muted);
            line(card.value, sizes::kTitle, QFont::DemiBold, m_tokens.ink);
            line((isBad ? QStringLiteral("! ") : QString()) + card.detail, 9, QFont::Medium,
                 isBad ? m_tokens.bad : m_tokens.ink);
            line(card.period, 9, QFont::Normal, m_tokens.muted);
        }
        m_y += 2 * (kCardHeight + kGap);
    }

    void drawChart(ChartKind kind)
    {
        keepTogether(kChartHeight + 56);
        paragraph(chartTitle(kind), sizes::kText, QFont::DemiBold, m_tokens.ink);
        paragraph(chartPeriod(kind, m_figures), sizes::kTextSmall, QFont::Normal, m_tokens.muted);
        paragraph(chartLegend(kind), sizes::kTextSmall, QFont::Normal, m_tokens.ink);
        QGraphicsScene scene;
        auto *chart = new QChart;
        scene.addItem(chart);
        fillChart(*chart, kind, m_figures, m_tokens, {});
        chart->resize(m_width, kChartHeight);
        chart->layout()->activate(); // no window is there to ask for it: axes have no place before
        QCoreApplication::sendPostedEvents(chart);
        scene.setSceneRect(0, 0, m_width, kChartHeight);
        scene.render(&m_painter, QRectF(0, m_y, m_width, kChartHeight), scene.sceneRect());
        m_y += kChartHeight + kGap;
    }

    void drawTable(FigureGroup group)
    {
        const auto &rows = figureRows(m_figures, group);
        keepTogether(4 * kRowHeight + 2 * kRowHeight);
        m_y += kGap;
        paragraph(groupName(group), sizes::kText, QFont::DemiBold, m_tokens.ink);
        drawTableHead();
        drawRow(Words::tr("Everybody"), m_figures.total, QFont::DemiBold);
        for (const FigureRow &row : rows) {
            if (m_y + kRowHeight > m_height) {
                newPage();
                drawTableHead();
            }
            drawRow(figureRowName(m_branch, group, row.key), row, QFont::Normal);
        }
    }

    [[nodiscard]] double nameWidth() const { return m_width * 0.2; }
    [[nodiscard]] double columnWidth() const
    {
        return (m_width - nameWidth()) / static_cast<double>(columnsOnPaper().size());
    }

    void drawTableHead()
    {
        const double height = 46;
        double x = nameWidth();
        for (const FigureColumn column : columnsOnPaper()) {
            text(QRectF(x + 3, m_y, columnWidth() - 3, height), Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap,
                 figureHeading(column), 8, QFont::Medium, m_tokens.muted);
            x += columnWidth();
        }
        m_y += height + 3;
        rule();
    }

    void drawRow(const QString &name, const FigureRow &row, QFont::Weight weight)
    {
        m_painter.setFont(textFont(10, weight));
        text(QRectF(0, m_y, nameWidth() - 4, kRowHeight), Qt::AlignLeft | Qt::AlignVCenter,
             m_painter.fontMetrics().elidedText(name, Qt::ElideRight, int(nameWidth()) - 4), 10, weight,
             m_tokens.ink);
        double x = nameWidth();
        for (const FigureColumn column : columnsOnPaper()) {
            m_painter.setFont(textFont(10, weight));
            m_painter.setPen(m_tokens.ink);
            drawFigures(m_painter, QRectF(x, m_y, columnWidth(), kRowHeight), Qt::AlignRight | Qt::AlignVCenter,
                        figureText(figureValue(row, column)));
            x += columnWidth();
        }
        m_y += kRowHeight;
        rule();
    }

    void rule()
    {
        m_painter.setPen(QPen(m_tokens.line, 0.7));
        m_painter.drawLine(QPointF(0, m_y), QPointF(m_width, m_y));
    }

    void keepTogether(double height)
    {
        if (m_y > 0 && m_y + height > m_height)
            newPage();
    }

    void newPage()
    {
        drawFoot();
        m_writer.newPage();
        ++m_page;
        m_y = 0;
    }

    void drawFoot()
    {
        const auto offset = m_figures.utcOffsetMin;
        const QRectF foot(0, m_height, m_width, kFootHeight);
        text(foot, Qt::AlignLeft | Qt::AlignBottom,
             Words::tr("Made %1, %2 for %3")
                 .arg(dayText(m_nowMs, offset), clockText(m_nowMs, offset), inLanguage(m_branch.settings().name)),
             9, QFont::Normal, m_tokens.muted);
        text(foot, Qt::AlignRight | Qt::AlignBottom, Words::tr("Page %1").arg(m_page), 9, QFont::Normal,
             m_tokens.muted);
    }

    QPdfWriter &m_writer;
    QPainter m_painter;
    const DayFigures &m_figures;
    const BranchState &m_branch;
    TimeMs m_nowMs;
    Tokens m_tokens;
    double m_width = 0;
    double m_height = 0;
    double m_y = 0;
    int m_page = 1;
};

} // namespace

QByteArray figuresPdf(const DayFigures &figures, const BranchState &branch, TimeMs nowMs)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
        writer.setTitle(figuresFileName(figures, branch));
        writer.setCreator(QStringLiteral("tiepdon-supervisor"));
        Paper(writer, figures, branch, nowMs).draw();
    }
    return bytes;
}

} // namespace tiepdon
