// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuebar.h"

#include "ui/widgets/text.h"
#include "ui/models/queuesmodel.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

constexpr int kPad = 2 * sizes::kGrid;
/// Above and below: five services fit beside a floor of 768 pixels that has something to undo.
constexpr int kPadAbove = kPad - 2;
constexpr int kQueueHeight = 52;
constexpr int kIndent = 20;
/// Between the promise kept and the forecast.
constexpr int kGap = 12;

Tone toneOf(const QueueFigures &figures)
{
    return figures.waiting == 0 ? Tone::Neutral : toneOfWait(figures.longestMs, figures.promiseMs);
}

} // namespace

QString keptWords(const QueueFigures &figures)
{
    if (!figures.kept)
        return {};
    if (figures.kept->served <= 0)
        return QueueBar::tr("nobody served yet");
    // cut, not rounded: 100 % is said only when it is true
    const auto percent = static_cast<int>(100 * figures.kept->inTime / figures.kept->served);
    return QueueBar::tr("promise kept %1 % of %2")
        .arg(QLocale().toString(percent), QLocale().toString(static_cast<qlonglong>(figures.kept->served)));
}

void drawQueue(QPainter &painter, const QRectF &rect, const QueueFigures &figures)
{
    const Tone tone = toneOf(figures);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawShape(painter, QRectF(rect.left(), rect.top() + 5, 12, 12), tone);

    const QFont countFont = textFont(sizes::kTitle, QFont::DemiBold);
    const QString count = QLocale().toString(static_cast<qlonglong>(figures.waiting));
    painter.setFont(countFont);
    painter.setPen(figures.waiting > 0 ? theme().ink : theme().muted);
    drawFigures(painter, QRectF(rect.left(), rect.top(), rect.width(), 22), Qt::AlignRight, count);

    const QFont nameFont = textFont(sizes::kText, QFont::Medium);
    const QRectF name(rect.left() + kIndent, rect.top(),
                      rect.width() - kIndent - figuresWidth(countFont, count) - 8, 22);
    painter.setFont(nameFont);
    painter.setPen(theme().ink);
    painter.drawText(
        name, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(nameFont).elidedText(figures.name, Qt::ElideRight, static_cast<int>(name.width())));

    painter.setFont(textFont(sizes::kTextSmall));
    painter.setPen(tone == Tone::Warn || tone == Tone::Bad ? colourOf(tone) : theme().muted);
    drawFigures(painter, QRectF(rect.left() + kIndent, rect.top() + 24, rect.width() - kIndent, 16), Qt::AlignLeft,
                waitWords(figures.waiting, figures.longestMs, figures.promiseMs));

    const QRectF track(rect.left() + kIndent, rect.top() + kQueueHeight - 5, rect.width() - kIndent, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().line);
    painter.drawRoundedRect(track, 2, 2);
    if (figures.waiting > 0 && figures.promiseMs > 0) {
        QRectF fill = track;
        fill.setWidth(track.width()
                      * std::clamp(static_cast<double>(figures.longestMs) / static_cast<double>(figures.promiseMs),
                                   0.03, 1.0));
        painter.setBrush(colourOf(tone));
        painter.drawRoundedRect(fill, 2, 2);
    }
    painter.restore();
}

QueueBar::QueueBar(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("queueBar"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    sayAloud();
}

void QueueBar::setFigures(const QueueFigures &figures)
{
    if (figures == m_figures)
        return;
    const QSize before = sizeHint();
    m_figures = figures;
    sayAloud();
    if (sizeHint() != before)
        updateGeometry();
    update();
}

QSize QueueBar::sizeHint() const
{
    const bool hasLine = m_figures.kept || !m_figures.forecast.isEmpty();
    const QFont font = textFont(sizes::kTextSmall);
    const qreal line = figuresWidth(font, keptWords(m_figures)) + kGap + figuresWidth(font, m_figures.forecast);
    return {std::max(320, static_cast<int>(std::ceil(line)) + kIndent + 2 * kPad + 1),
            2 * kPadAbove + kQueueHeight + (hasLine ? 22 : 0)};
}

QSize QueueBar::minimumSizeHint() const { return {240, sizeHint().height()}; }

void QueueBar::sayAloud()
{
    const QString name = waitSentence(m_figures.name, m_figures.waiting, m_figures.longestMs, m_figures.promiseMs);
    if (name != accessibleName())
        setAccessibleName(name);
    QStringList more{keptWords(m_figures), m_figures.forecast};
    more.removeAll(QString());
    const QString description = more.join(QStringLiteral(", "));
    if (description != accessibleDescription())
        setAccessibleDescription(description);
    setToolTip(toolTipOf(m_figures.name));
}

void QueueBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() || underMouse()) {
        painter.setPen(QPen(hasFocus() ? theme().brand : theme().line, hasFocus() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), sizes::kRadius, sizes::kRadius);
    }
    const QRectF inner = QRectF(rect()).adjusted(kPad, kPadAbove, -kPad, -kPadAbove);
    drawQueue(painter, inner, m_figures);

    const QFont font = textFont(sizes::kTextSmall);
    const QRectF line(inner.left() + kIndent, inner.top() + kQueueHeight + 4, inner.width() - kIndent, 16);
    const QString kept = keptWords(m_figures);
    painter.setFont(font);
    painter.setPen(theme().muted);
    drawFigures(painter, line, Qt::AlignLeft, kept);
    const qreal room = line.width() - (kept.isEmpty() ? 0 : figuresWidth(font, kept) + kGap);
    QString forecast = m_figures.forecast;
    if (figuresWidth(font, forecast) > room) // how long is worth more than by how many counters
        forecast = forecast.section(QStringLiteral(" · "), 0, 0);
    drawFigures(painter, line, kept.isEmpty() ? Qt::AlignLeft : Qt::AlignRight,
                QFontMetrics(font).elidedText(forecast, Qt::ElideRight, static_cast<int>(room)));
}

void QueueBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        sayAloud();
        update();
    }
    QAbstractButton::changeEvent(event);
}

void QueueBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tiepdon
