// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorbanner.h"

#include "ui/session/sentence.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tiepdon {

ErrorBanner::ErrorBanner(QWidget *parent)
    : QFrame(parent), m_text(plainLabel(this, sizes::kText, QFont::Medium)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("errorBanner"));
    setProperty("panel", QStringLiteral("bad"));
    m_text->setObjectName(QStringLiteral("errorText"));
    m_text->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("errorCloseButton"));
    m_close->setProperty("kind", QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 8, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &ErrorBanner::clear);
    retranslate();
    hide();
}

void ErrorBanner::showError(const Error &error)
{
    m_error = error;
    retranslate();
    show();
}

void ErrorBanner::clear()
{
    m_error.reset();
    hide();
}

QString ErrorBanner::text() const { return m_error ? m_text->text() : QString(); }

void ErrorBanner::retranslate()
{
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    if (m_error) {
        m_text->setText(sentence(*m_error));
        setAccessibleName(tr("Error: %1").arg(m_text->text()));
    }
}

void ErrorBanner::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    drawShape(painter, QRectF(16, height() / 2.0 - 8, 16, 16), Tone::Bad);
}

void ErrorBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
