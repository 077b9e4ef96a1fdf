// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inlinequestion.h"

#include "ui/theme/shapes.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace tiepdon {

InlineQuestion::InlineQuestion(QWidget *parent)
    : QFrame(parent), m_text(plainLabel(this, sizes::kText, QFont::Medium)), m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("inlineQuestion"));
    setProperty("panel", QStringLiteral("warn"));
    m_text->setObjectName(QStringLiteral("questionText"));
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (int i = 0; i < kAnswersMax; ++i) {
        m_answers[i] = new QPushButton(this);
        m_answers[i]->setObjectName(QStringLiteral("answer%1Button").arg(i + 1));
        if (i == 0)
            m_answers[i]->setProperty("kind", QStringLiteral("primary"));
        m_answers[i]->hide();
        row->addWidget(m_answers[i]);
        connect(m_answers[i], &QPushButton::clicked, this, [this, i] { finish(i); });
    }
    m_cancel->setObjectName(QStringLiteral("cancelQuestionButton"));
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] { finish(-1); });
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    hide();
}

void InlineQuestion::ask(const QString &text, const QStringList &answers)
{
    reword(text, answers);
    m_isAsking = true;
    show();
    m_answers[0]->setFocus(Qt::OtherFocusReason);
}

void InlineQuestion::reword(const QString &text, const QStringList &answers)
{
    m_text->setText(text);
    setAccessibleName(text);
    for (int i = 0; i < kAnswersMax; ++i) {
        const QString words = answers.value(i);
        m_answers[i]->setText(words);
        m_answers[i]->setAccessibleName(words);
        m_answers[i]->setVisible(!words.isEmpty());
    }
}

void InlineQuestion::close()
{
    m_isAsking = false;
    hide();
}

QString InlineQuestion::text() const { return m_isAsking ? m_text->text() : QString(); }

void InlineQuestion::finish(int answer)
{
    if (!m_isAsking)
        return;
    close();
    if (answer >= 0)
        Q_EMIT answered(answer);
    else
        Q_EMIT cancelled();
}

void InlineQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(-1);
    else
        QFrame::keyPressEvent(event);
}

void InlineQuestion::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    drawShape(painter, QRectF(16, height() / 2.0 - 8, 16, 16), Tone::Warn);
}

void InlineQuestion::changeEvent(QEvent *event)
{
    // a question half asked in the other language is asked anew
    if (event->type() == QEvent::LanguageChange) {
        m_cancel->setText(tr("Cancel"));
        m_cancel->setAccessibleName(tr("Cancel"));
        finish(-1);
    }
    QFrame::changeEvent(event);
}

} // namespace tiepdon
