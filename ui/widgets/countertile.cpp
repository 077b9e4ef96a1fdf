// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countertile.h"

#include "ui/widgets/text.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>

#include <cmath>

namespace tiepdon {
namespace {

constexpr int kPad = 3 * sizes::kGrid;
constexpr int kShape = 14;
constexpr int kLine = 18;
constexpr int kRing = 72;

Tone toneOf(CounterFigures::State state)
{
    switch (state) {
    case CounterFigures::State::Closed:
    case CounterFigures::State::Free:
        return Tone::Neutral;
    case CounterFigures::State::Called:
        return Tone::Info;
    case CounterFigures::State::Serving:
    case CounterFigures::State::WrapUp:
        return Tone::Good;
    case CounterFigures::State::OnBreak:
        return Tone::Warn;
    }
    return Tone::Neutral;
}

QString wordOf(CounterFigures::State state)
{
    switch (state) {
    case CounterFigures::State::Closed:
        return CounterTile::tr("Closed");
    case CounterFigures::State::Free:
        return CounterTile::tr("Free");
    case CounterFigures::State::Called:
        return CounterTile::tr("Called");
    case CounterFigures::State::Serving:
        return CounterTile::tr("Serving");
    case CounterFigures::State::OnBreak:
        return CounterTile::tr("On break");
    case CounterFigures::State::WrapUp:
        return CounterTile::tr("Wrap-up");
    }
    return {};
}

/// The shapes of the tones, and two more that no tone has: a bar for closed, two bars for a break.
void drawState(QPainter &painter, const QRectF &rect, CounterFigures::State state)
{
    const bool isBreak = state == CounterFigures::State::OnBreak;
    if (!isBreak && state != CounterFigures::State::Closed) {
        drawShape(painter, rect, toneOf(state));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(toneOf(state)));
    if (isBreak) {
        const qreal bar = rect.width() * 0.32;
        painter.drawRoundedRect(QRectF(rect.left() + 1, rect.top(), bar, rect.height()), 1, 1);
        painter.drawRoundedRect(QRectF(rect.right() - 1 - bar, rect.top(), bar, rect.height()), 1, 1);
    } else {
        painter.drawRoundedRect(QRectF(rect.left(), rect.center().y() - 2, rect.width(), 4), 1, 1);
    }
}

void drawLine(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour, const QString &text)
{
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, static_cast<int>(rect.width())));
}

CounterDrop dropIn(const QMimeData *dragged)
{
    return {ProfileId{dragged->data(profileMimeType()).toLongLong()},
            StaffId{dragged->data(staffMimeType()).toLongLong()},
            TicketId{dragged->data(ticketMimeType()).toLongLong()}};
}

} // namespace

CounterTile::CounterTile(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("counterTile"));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &CounterTile::activated);
    sayAloud();
}

void CounterTile::setFigures(const CounterFigures &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    sayAloud();
    update();
}

void CounterTile::setSelected(bool isSelected)
{
    if (isSelected == m_isSelected)
        return;
    m_isSelected = isSelected;
    sayAloud();
    update();
}

QSize CounterTile::sizeHint() const { return {232, 148}; }

QSize CounterTile::minimumSizeHint() const { return {196, 148}; }

void CounterTile::sayAloud()
{
    const auto joined = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    };
    const bool isTimed = m_figures.timer.elapsedMs.has_value();
    // the name changes with what happens and is heard then; the seconds are there for those who ask
    const QString name
        = joined({tr("Counter %1").arg(QLocale().toString(static_cast<qlonglong>(m_figures.number))),
                  wordOf(m_figures.state), m_figures.stateDetail, m_figures.ticket, m_figures.who,
                  isTimed && tiepdon::toneOf(m_figures.timer) == Tone::Bad ? tr("over the usual time") : QString(),
                  m_dropRefusal});
    if (name != accessibleName())
        setAccessibleName(name);
    setAccessibleDescription(joined({m_isSelected ? tr("selected") : QString(), m_figures.profile,
                                     isTimed ? timerSentence(m_figures.timer) : QString(), m_figures.today}));
    setToolTip(toolTipOf(joined({m_figures.who, m_figures.profile, m_figures.stateDetail})));
}

void CounterTile::paintEvent(QPaintEvent *)
{
    using State = CounterFigures::State;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isClosed = m_figures.state == State::Closed;
    const bool isRefused = m_isDragOver && !m_dropRefusal.isEmpty();

    QPen border(theme().line, 1);
    if (isRefused)
        border = QPen(theme().bad, 2);
    else if (m_isDragOver)
        border = QPen(theme().brand, 2, Qt::DashLine);
    else if (hasFocus())
        border = QPen(theme().brand, 2);
    else if (m_isSelected)
        border = QPen(theme().ink, 2);
    else if (underMouse())
        border = QPen(theme().muted, 1);
    painter.setPen(border);
    painter.setBrush(isClosed ? theme().ground : theme().raised);
    const qreal inset = border.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), sizes::kRadius, sizes::kRadius);
    if (m_isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().brand);
        painter.drawRoundedRect(QRectF(2, kPad, 4, height() - 2 * kPad), 2, 2);
    }

    const QRectF inner = QRectF(rect()).adjusted(kPad + 2, kPad, -kPad, -kPad);
    // number, and the state as shape and word
    const QFont numberFont = textFont(sizes::kHeadline, QFont::Bold);
    const QString number = QLocale().toString(static_cast<qlonglong>(m_figures.number));
    const qreal numberWidth
        = std::max(figuresWidth(numberFont, QStringLiteral("00")), figuresWidth(numberFont, number));
    painter.setFont(numberFont);
    painter.setPen(isClosed ? theme().muted : theme().ink);
    drawFigures(painter, QRectF(inner.left(), inner.top(), numberWidth, 28), Qt::AlignLeft, number);
    const qreal besideNumber = inner.left() + numberWidth + 10;
    drawState(painter, QRectF(besideNumber, inner.top() + 7, kShape, kShape), m_figures.state);
    drawLine(painter, QRectF(besideNumber + kShape + 6, inner.top(), inner.right() - besideNumber - kShape - 6, 28),
             textFont(sizes::kText, QFont::DemiBold),
             isClosed || m_figures.state == State::Free ? theme().muted : colourOf(toneOf(m_figures.state)),
             wordOf(m_figures.state));

    qreal y = inner.top() + 34;
    const bool hasRing = m_figures.timer.elapsedMs.has_value() && !isRefused;
    // the name above it has the whole width, and some room below its letters
    const qreal ring = std::min<qreal>(kRing, inner.bottom() - y - kLine + 4);
    const qreal right = hasRing ? inner.right() - ring - 8 : inner.right();
    if (hasRing)
        drawTimerRing(painter, QRectF(inner.right() - ring, inner.bottom() - ring, ring, ring), m_figures.timer);

    const auto line = [&](const QFont &font, const QColor &colour, const QString &text, qreal end) {
        if (text.isEmpty())
            return;
        drawLine(painter, QRectF(inner.left(), y, end - inner.left(), kLine), font, colour, text);
        y += kLine;
    };
    if (isRefused) {
        painter.setFont(textFont(sizes::kText, QFont::Medium));
        painter.setPen(theme().bad);
        painter.drawText(QRectF(inner.left(), y, inner.width(), inner.bottom() - y), Qt::TextWordWrap,
                         m_dropRefusal);
        return;
    }
    line(textFont(sizes::kText, QFont::Medium), theme().ink, m_figures.who, inner.right());
    line(textFont(sizes::kTextSmall), theme().muted, m_figures.profile, right);
    if (!m_figures.ticket.isEmpty()) {
        painter.setFont(textFont(sizes::kTitle, QFont::DemiBold));
        painter.setPen(theme().ink);
        drawFigures(painter, QRectF(inner.left(), y + 3, right - inner.left(), 24), Qt::AlignLeft,
                    m_figures.ticket);
    } else {
        line(textFont(sizes::kTextSmall, QFont::Medium), theme().ink, m_figures.stateDetail, right);
    }
    const QFont small = textFont(sizes::kTextSmall);
    const bool isShort = !m_figures.todayShort.isEmpty()
        && QFontMetrics(small).horizontalAdvance(m_figures.today) > static_cast<int>(right - inner.left());
    drawLine(painter, QRectF(inner.left(), inner.bottom() - 16, right - inner.left(), 16), small, theme().muted,
             isShort ? m_figures.todayShort : m_figures.today);
}

void CounterTile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        sayAloud();
        update();
    }
    QAbstractButton::changeEvent(event);
}

void CounterTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CounterTile::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                                     : mapToGlobal(QPoint(kPad, height() / 2)));
    event->accept();
}

void CounterTile::dragEnterEvent(QDragEnterEvent *event)
{
    const CounterDrop drop = dropIn(event->mimeData());
    if (!drop.isSet())
        return;
    m_isDragOver = true;
    m_dropRefusal = m_dropCheck ? m_dropCheck(drop) : QString();
    sayAloud();
    update();
    event->acceptProposedAction(); // also what is refused: it is said here as long as it is held over
    Q_EMIT dropOver(drop);
}

void CounterTile::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_isDragOver && m_dropRefusal.isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void CounterTile::dragLeaveEvent(QDragLeaveEvent *) { endDrag(); }

void CounterTile::dropEvent(QDropEvent *event)
{
    const bool isTaken = m_isDragOver && m_dropRefusal.isEmpty();
    endDrag();
    if (!isTaken)
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(dropIn(event->mimeData()));
}

void CounterTile::endDrag()
{
    m_isDragOver = false;
    m_dropRefusal.clear();
    sayAloud();
    update();
    Q_EMIT dropOver({});
}

} // namespace tiepdon
