// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notebar.h"

#include "ui/theme/shapes.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tiepdon {

NoteBar::NoteBar(bool canClose, QWidget *parent)
    : QFrame(parent), m_text(plainLabel(this, sizes::kText, QFont::Medium)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("noteBar"));
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("noteCloseButton"));
    m_close->setProperty("kind", QStringLiteral("quiet"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setVisible(canClose);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 8, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &NoteBar::clear);
    m_fade.setInterval(kGoodNewsMs);
    connect(&m_fade, &QTimer::timeout, this, [this] {
        if (!underMouse())
            clear();
    });
    hide();
}

void NoteBar::say(const QString &text, Tone tone)
{
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    setStyleProperty(*this, "panel",
                     tone == Tone::Good       ? QStringLiteral("good")
                         : tone == Tone::Warn ? QStringLiteral("warn")
                                              : QStringLiteral("info"));
    if (tone == Tone::Good)
        m_fade.start();
    else
        m_fade.stop();
    show();
    update();
}

void NoteBar::clear()
{
    hide();
    m_fade.stop();
    m_text->clear();
}

QString NoteBar::text() const { return m_text->text(); }

void NoteBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    drawShape(painter, QRectF(16, height() / 2.0 - 8, 16, 16), m_tone);
}

void NoteBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_close->setText(tr("Close"));
        m_close->setAccessibleName(tr("Close this message"));
    }
    QFrame::changeEvent(event);
}

} // namespace tiepdon
