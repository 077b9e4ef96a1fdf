// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/boards.h"

#include "app/lobby/fittext.h"
#include "app/lobby/lobbytext.h"
#include "app/lobby/waittext.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kCallsShownMax = 8;
/// Where the wait begins, of a row's width.
constexpr qreal kWaitLeft = 0.65;
/// Thirty steps a second are smooth at the speed one reads.
constexpr int kRunMs = 33;

void drawTitle(QPainter &painter, const QRectF &rect, int textSize, const QString &text)
{
    painter.setFont(textFont(static_cast<int>(textSize * 0.62), QFont::Medium));
    painter.setPen(theme().muted);
    drawFitting(painter, rect, Qt::AlignLeft, text);
}

} // namespace

CallBoard::CallBoard(CallsModel &calls, BranchLink &link, const ScreenLanguages &languages, QWidget *parent)
    : QWidget(parent), m_calls(calls), m_link(link), m_languages(languages)
{
    setObjectName(QStringLiteral("callBoard"));
    say();
    const auto repaint = [this] {
        say();
        update();
    };
    connect(&calls, &QAbstractItemModel::rowsInserted, this, repaint);
    connect(&calls, &QAbstractItemModel::rowsMoved, this, repaint);
    connect(&calls, &QAbstractItemModel::rowsRemoved, this, repaint);
    connect(&calls, &QAbstractItemModel::dataChanged, this, repaint);
    connect(&calls, &QAbstractItemModel::modelReset, this, repaint);
}

void CallBoard::say()
{
    QStringList rows{m_languages.oneLine(lobbytext::both(lobbytext::kCalledBefore))};
    const auto &calls = m_calls.calls();
    for (std::size_t i = 1; i < calls.size() && i <= kCallsShownMax; ++i)
        rows << QStringLiteral("%1 → %2").arg(fromUtf8(calls[i].number)).arg(calls[i].counter);
    if (const QString said = rows.join(QStringLiteral("; ")); said != accessibleName())
        setAccessibleName(said);
}

void CallBoard::setTextSize(int pixels)
{
    m_textSize = std::max(8, pixels);
    update();
}

void CallBoard::setStale(bool isStale)
{
    m_isStale = isStale;
    update();
}

int CallBoard::rowsShown() const { return std::clamp((height() - m_textSize) / rowHeight(), 0, kCallsShownMax); }

void CallBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTitle(painter, QRectF(0, 0, width(), m_textSize), m_textSize,
              m_languages.oneLine(lobbytext::both(lobbytext::kCalledBefore)));
    const auto &calls = m_calls.calls();
    const LocalText counter = lobbytext::both(lobbytext::kCounter);
    const qreal w = width();
    for (int i = 0; i < rowsShown() && i + 1 < static_cast<int>(calls.size()); ++i) {
        const ShownCall &call = calls[static_cast<std::size_t>(i) + 1];
        const QRectF row(0, m_textSize + i * rowHeight(), w, rowHeight());
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(row.topLeft(), row.topRight());
        const QColor ink = m_isStale || !call.isOpen ? theme().muted : theme().ink;
        painter.setPen(ink);
        painter.setFont(textFont(static_cast<int>(m_textSize * 1.25), QFont::Bold));
        drawFitting(painter, QRectF(0, row.top(), w * 0.34, row.height()), Qt::AlignLeft, fromUtf8(call.number));
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        drawArrow(painter,
                  QRectF(w * 0.36, row.center().y() - m_textSize * 0.3, m_textSize * 0.9, m_textSize * 0.6));
        painter.setPen(ink);
        drawFitting(painter, QRectF(w * 0.36 + m_textSize * 1.3, row.top(), w * 0.13, row.height()), Qt::AlignLeft,
                    QString::number(call.counter));
        painter.setFont(textFont(static_cast<int>(m_textSize * 0.62), QFont::Medium));
        drawFitting(painter,
                    QRectF(w * 0.50 + m_textSize * 1.3, row.top(), w * 0.31 - m_textSize * 1.3, row.height()),
                    Qt::AlignLeft, m_languages.oneLine(counter));
        drawFitting(painter, QRectF(w * 0.82, row.top(), w * 0.18, row.height()), Qt::AlignRight,
                    clockText(call.shownMs, m_link.shown().utcOffsetMin));
    }
}

WaitBoard::WaitBoard(BranchLink &link, const ScreenLanguages &languages, const ZoneChoice &zones, QWidget *parent)
    : QWidget(parent), m_link(link), m_languages(languages), m_zones(zones)
{
    setObjectName(QStringLiteral("waitBoard"));
    say();
    const auto repaint = [this] {
        say();
        update();
    };
    connect(&link, &BranchLink::publicEvent, this, repaint);
    connect(&link, &BranchLink::stateReplaced, this, repaint);
    connect(&link, &BranchLink::quotesChanged, this, repaint);
}

std::vector<PublicQueue> WaitBoard::queues() const
{
    std::vector<PublicQueue> shown;
    for (const PublicQueue &queue : m_link.shown().queues) {
        if (m_zones.shows(queue))
            shown.push_back(queue);
    }
    return shown;
}

LocalText WaitBoard::waitOf(const PublicQueue &queue) const
{
    // what is known does not change while the hub is away
    return waitText(queue, m_link.quotes(), m_link.shown().utcOffsetMin,
                    m_isStale ? m_link.asOfMs() : m_link.hubNowMs());
}

void WaitBoard::say()
{
    QStringList rows{m_languages.oneLine(lobbytext::both(lobbytext::kWait))};
    for (const PublicQueue &queue : queues())
        rows << QStringLiteral("%1: %2, %3")
                    .arg(m_languages.oneLine(queue.name), QString::number(queue.waiting),
                         m_languages.oneLine(waitOf(queue)));
    if (const QString said = rows.join(QStringLiteral("; ")); said != accessibleName())
        setAccessibleName(said);
}

void WaitBoard::setTextSize(int pixels)
{
    m_textSize = std::max(8, pixels);
    update();
}

void WaitBoard::setStale(bool isStale)
{
    m_isStale = isStale;
    say();
    update();
}

void WaitBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const std::vector<PublicQueue> queues = this->queues();
    const qreal w = width();
    const qreal countRight = w * 0.62;
    painter.setFont(textFont(static_cast<int>(m_textSize * 0.62), QFont::Medium));
    painter.setPen(theme().muted);
    drawFitting(painter, QRectF(w * 0.38, 0, countRight - w * 0.38, m_textSize), Qt::AlignRight,
                m_languages.oneLine(lobbytext::both(lobbytext::kWaiting)));
    drawFitting(painter, QRectF(kWaitLeft * w, 0, (1 - kWaitLeft) * w, m_textSize), Qt::AlignRight,
                m_languages.oneLine(lobbytext::both(lobbytext::kWait)));
    if (queues.empty())
        return;
    const qreal rowHeight
        = std::min<qreal>((height() - m_textSize) / static_cast<qreal>(queues.size()), m_textSize * 2.6);
    const int nameSize = static_cast<int>(std::min(m_textSize * 0.85, rowHeight * 0.36));
    qreal y = m_textSize;
    for (const PublicQueue &queue : queues) {
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(0, y), QPointF(w, y));
        const QColor ink = m_isStale ? theme().muted : theme().ink;
        painter.setPen(ink);
        painter.setFont(textFont(nameSize, QFont::DemiBold));
        drawTwoLines(painter, QRectF(0, y, w * 0.50, rowHeight), Qt::AlignLeft, m_languages.first(queue.name),
                     m_languages.second(queue.name));
        painter.setFont(textFont(static_cast<int>(nameSize * 1.35), QFont::Bold));
        drawFitting(painter, QRectF(w * 0.52, y, countRight - w * 0.52, rowHeight), Qt::AlignRight,
                    QString::number(queue.waiting));
        const QRectF wait(kWaitLeft * w, y, (1 - kWaitLeft) * w, rowHeight);
        painter.setFont(textFont(nameSize, QFont::DemiBold));
        const LocalText words = waitOf(queue);
        drawTwoLines(painter, wait, Qt::AlignRight, m_languages.first(words), m_languages.second(words));
        y += rowHeight;
    }
}

RunningLine::RunningLine(bool isStill, QWidget *parent) : QWidget(parent), m_isStill(isStill)
{
    setObjectName(QStringLiteral("runningLine"));
}

void RunningLine::setTexts(const QStringList &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    m_at = 0;
    m_offset = 0;
    setAccessibleName(texts.join(QStringLiteral(". "))); // all of it, whatever stands there now
    settle();
}

void RunningLine::turn()
{
    m_at = m_texts.isEmpty() ? 0 : (m_at + 1) % m_texts.size();
    m_offset = 0;
    settle();
    if (m_runTimer != 0)
        m_offset = -width(); // comes in from the right
}

void RunningLine::setTextSize(int pixels)
{
    setFont(textFont(std::max(8, pixels), QFont::Medium));
    settle();
}

void RunningLine::settle()
{
    const bool mustRun = !m_isStill && figuresWidth(font(), text()) > width() * 0.96;
    const auto keep = [this](int &timer, bool isWanted, int ms) {
        if (isWanted && timer == 0)
            timer = startTimer(ms);
        if (!isWanted && timer != 0) {
            killTimer(timer);
            timer = 0;
        }
    };
    keep(m_runTimer, mustRun, kRunMs);
    keep(m_turnTimer, !mustRun && m_texts.size() > 1, kStandMs);
    if (!mustRun)
        m_offset = 0;
    update();
}

void RunningLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turnTimer) {
        turn();
        return;
    }
    m_offset += font().pixelSize() * 0.08;
    if (m_offset > figuresWidth(font(), text()))
        turn();
    update();
}

void RunningLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().raised);
    painter.setPen(theme().ink);
    painter.setFont(font());
    if (m_runTimer == 0)
        drawFitting(painter, QRectF(rect()).adjusted(width() * 0.02, 0, -width() * 0.02, 0), Qt::AlignHCenter,
                    text());
    else
        drawFigures(painter, QRectF(rect()).translated(-m_offset + width() * 0.02, 0), Qt::AlignLeft, text());
}

} // namespace tiepdon
