// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/figurecard.h"

#include "ui/theme/shapes.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/text.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kPad = 2 * sizes::kGrid;
constexpr int kShape = 12;

QLabel *elided(QWidget *parent, int size, QFont::Weight weight, bool isMuted)
{
    auto *label = new ElidedLabel(parent);
    label->setFont(textFont(size, weight));
    if (isMuted)
        label->setProperty("ink", QStringLiteral("muted"));
    return label;
}

} // namespace

FigureCard::FigureCard(QWidget *parent)
    : QFrame(parent), m_title(elided(this, sizes::kTextSmall, QFont::Medium, true)),
      m_value(new FigureLabel(this, sizes::kHeadline, QFont::DemiBold)),
      m_detail(elided(this, sizes::kTextSmall, QFont::Medium, false)),
      m_period(elided(this, sizes::kTextSmall, QFont::Normal, true))
{
    setProperty("panel", QStringLiteral("surface"));
    setMinimumWidth(140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPad, 10, kPad, 10);
    column->setSpacing(1);
    column->addWidget(m_title);
    column->addWidget(m_value);
    column->addWidget(m_detail);
    column->addWidget(m_period);
}

void FigureCard::setWords(const Words &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_title->setText(words.title);
    m_value->setText(words.value);
    m_detail->setText(words.detail);
    m_period->setText(words.period);
    const bool isMarked = words.tone == Tone::Warn || words.tone == Tone::Bad;
    m_detail->setContentsMargins(isMarked ? kShape + 6 : 0, 0, 0, 0);
    setStyleProperty(*m_detail, "ink",
                     words.tone == Tone::Bad        ? QStringLiteral("bad")
                         : words.tone == Tone::Warn ? QStringLiteral("warn")
                                                    : QString());
    setAccessibleName(text());
    update();
}

QString FigureCard::text() const
{
    QStringList parts{m_words.title, m_words.value, m_words.detail, m_words.period};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void FigureCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_words.tone != Tone::Warn && m_words.tone != Tone::Bad)
        return;
    QPainter painter(this);
    drawShape(painter,
              QRectF(m_detail->x(), m_detail->geometry().center().y() - kShape / 2.0 + 0.5, kShape, kShape),
              m_words.tone);
}

} // namespace tiepdon
