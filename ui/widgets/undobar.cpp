// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undobar.h"

#include "ui/theme/shapes.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kTickMs = 200;

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent), m_text(plainLabel(this, sizes::kText, QFont::Medium)),
      m_undo(new KeyButton(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), false, this)),
      m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("undoBar"));
    setProperty("panel", QStringLiteral("raised"));
    m_text->setObjectName(QStringLiteral("undoText"));
    m_text->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_close->setObjectName(QStringLiteral("undoCloseButton"));
    m_close->setProperty("kind", QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 8, 10);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(m_close);

    const auto undo = [this] {
        if (!m_isOffering)
            return;
        end();
        Q_EMIT undoAsked();
    };
    connect(m_undo, &QPushButton::clicked, this, undo);
    connect(m_close, &QPushButton::clicked, this, &UndoBar::dismiss);
    // no part of a hidden bar: so the key is free when there is nothing to undo
    auto *shortcut = new QShortcut(QKeySequence(QKeySequence::Undo), m_undo, nullptr, nullptr, Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, undo);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::tick);
    retranslate();
    hide();
}

void UndoBar::offer(const UndoOffer &offer)
{
    dismiss();
    m_isOffering = true;
    m_text->setText(offer.done);
    m_forMs = std::max(kTickMs, offer.forMs);
    m_leftMs = m_forMs;
    retranslate();
    show();
    m_tick.start();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void UndoBar::dismiss()
{
    if (!m_isOffering)
        return;
    end();
    Q_EMIT dismissed();
}

QString UndoBar::text() const { return m_isOffering ? m_text->text() : QString(); }

void UndoBar::end()
{
    m_isOffering = false;
    m_tick.stop();
    hide();
}

void UndoBar::tick()
{
    if (underMouse() || m_undo->hasFocus() || m_close->hasFocus())
        return;
    m_leftMs -= kTickMs;
    if (m_leftMs <= 0)
        dismiss();
    else
        update();
}

void UndoBar::retranslate()
{
    m_undo->setWords(tr("Undo"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    setAccessibleName(tr("Done: %1").arg(m_text->text()));
}

void UndoBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawShape(painter, QRectF(16, height() / 2.0 - 8, 16, 16), Tone::Good);
    if (m_forMs <= 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().brand);
    const qreal left = (width() - 2 * sizes::kRadius) * static_cast<qreal>(m_leftMs) / m_forMs;
    painter.drawRoundedRect(QRectF(sizes::kRadius, height() - 4, left, 3), 1.5, 1.5);
}

void UndoBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
