// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/noticepage.h"

#include "ui/theme/shapes.h"
#include "ui/widgets/text.h"

#include <QPainter>

namespace tiepdon {

NoticePage::NoticePage(QWidget *parent)
    : KioskPage(parent), m_title(plainLabel(this, sizes::kDisplay, QFont::Bold)), m_hint(plainLabel(this)),
      m_titleOther(plainLabel(this, sizes::kDisplay, QFont::DemiBold)), m_hintOther(plainLabel(this)),
      m_button(new TouchButton(QStringLiteral("noticeButton"), TouchButton::Kind::Primary, this))
{
    setObjectName(QStringLiteral("noticePage"));
    m_title->setObjectName(QStringLiteral("noticeTitle"));
    m_hint->setObjectName(QStringLiteral("noticeHint"));
    m_titleOther->setObjectName(QStringLiteral("noticeTitleOther"));
    m_hintOther->setObjectName(QStringLiteral("noticeHintOther"));
    for (QLabel *label : {m_title, m_hint, m_titleOther, m_hintOther}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    for (QLabel *label : {m_titleOther, m_hintOther, m_hint})
        label->setProperty("ink", QStringLiteral("muted"));
    connect(m_button, &QPushButton::clicked, this, &NoticePage::pressed);
    setButton({});
}

void NoticePage::setNotice(Tone tone, const LocalText &title, const LocalText &hint)
{
    m_tone = tone;
    m_title->setText(fromUtf8(title.vi));
    m_hint->setText(fromUtf8(hint.vi));
    m_titleOther->setText(fromUtf8(title.en));
    m_hintOther->setText(fromUtf8(hint.en));
    layOut();
}

void NoticePage::setNotice(Tone tone, const QString &title, const QString &hint)
{
    setNotice(tone, LocalText{title.toStdString(), {}}, LocalText{hint.toStdString(), {}});
}

void NoticePage::setButton(const QString &text)
{
    m_button->setTitle(text);
    m_button->setVisible(!text.isEmpty());
    layOut();
}

QWidget *NoticePage::first() const { return m_button->isVisibleTo(this) ? m_button : nullptr; }

QString NoticePage::said() const
{
    return (QStringList{m_title->text(), m_hint->text(), m_titleOther->text(), m_hintOther->text()})
        .join(QStringLiteral(". "));
}

void NoticePage::setLook(const Look &look)
{
    m_look = look;
    m_title->setFont(textFont(look.text(60), QFont::Bold));
    m_hint->setFont(textFont(look.text(36)));
    m_titleOther->setFont(textFont(look.text(42), QFont::DemiBold));
    m_hintOther->setFont(textFont(look.text(30)));
    m_button->setTextSizes(look.text(38), look.text(26));
    layOut();
}

void NoticePage::resizeEvent(QResizeEvent *event)
{
    KioskPage::resizeEvent(event);
    layOut();
}

void NoticePage::layOut()
{
    const int gap = m_look.space(28);
    const int width = std::min(this->width() - 4 * gap, m_look.space(m_look.isPortrait ? 960 : 1440));
    const int shape = m_look.space(90);
    const int button = m_look.touch(120);
    int all = shape + gap;
    const auto heightOf = [&](QLabel *label) { return label->text().isEmpty() ? 0 : label->heightForWidth(width); };
    for (QLabel *label : {m_title, m_hint, m_titleOther, m_hintOther})
        all += heightOf(label) > 0 ? heightOf(label) + gap : 0;
    const bool hasButton = m_button->isVisibleTo(this);
    all += hasButton ? button + gap : 0;
    int y = std::max(0, (height() - all) / 2);
    const int left = (this->width() - width) / 2;
    m_shape = QRect((this->width() - shape) / 2, y, shape, shape);
    y += shape + gap;
    for (QLabel *label : {m_title, m_hint, m_titleOther, m_hintOther}) {
        const int high = heightOf(label);
        label->setVisible(high > 0);
        label->setGeometry(left, y, width, high);
        y += high > 0 ? high + gap : 0;
        if (label == m_hint && high > 0 && !m_titleOther->text().isEmpty())
            y += gap / 2;
    }
    if (hasButton) {
        const int wide = std::max(m_look.touch(420, 200), m_button->sizeHint().width());
        m_button->setGeometry((this->width() - wide) / 2, y + gap / 2, wide, button);
    }
    update();
}

void NoticePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawShape(painter, m_shape, m_tone);
}

} // namespace tiepdon
