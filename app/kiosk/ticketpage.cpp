// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/ticketpage.h"

#include "ui/session/language.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QPainter>

namespace tiepdon {

TicketPaper::TicketPaper(QWidget *parent) : QWidget(parent) { setObjectName(QStringLiteral("ticketPaper")); }

void TicketPaper::setTicket(std::unique_ptr<TicketLayout> ticket)
{
    m_ticket = std::move(ticket);
    setAccessibleName(m_ticket ? m_ticket->text() : QString());
    update();
}

QRect TicketPaper::fitted(const QRect &area) const
{
    if (!m_ticket)
        return {};
    const QSizeF size = m_ticket->sizeMm().scaled(QSizeF(area.size()), Qt::KeepAspectRatio);
    QRect fit(0, 0, static_cast<int>(size.width()), static_cast<int>(size.height()));
    fit.moveCenter(area.center());
    return fit;
}

void TicketPaper::paintEvent(QPaintEvent *)
{
    if (!m_ticket)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white); // paper is white in every theme
    painter.setPen(theme().line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    m_ticket->paint(painter, rect());
}

TicketPage::TicketPage(QWidget *parent)
    : KioskPage(parent), m_label(plainLabel(this, sizes::kTitle, QFont::Medium)),
      m_number(plainLabel(this, sizes::kTicket, QFont::Bold)),
      m_service(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_about(plainLabel(this, sizes::kTitle, QFont::Medium)),
      m_print(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_left(mutedLabel(this)),
      m_picture(new TicketPaper(this)),
      m_done(new TouchButton(QStringLiteral("doneButton"), TouchButton::Kind::Primary, this)),
      m_more(new TouchButton(QStringLiteral("moreTimeButton"), TouchButton::Kind::Plain, this))
{
    setObjectName(QStringLiteral("ticketPage"));
    m_label->setObjectName(QStringLiteral("ticketLabel"));
    m_number->setObjectName(QStringLiteral("ticketNumber"));
    m_service->setObjectName(QStringLiteral("ticketService"));
    m_about->setObjectName(QStringLiteral("ticketAbout"));
    m_print->setObjectName(QStringLiteral("printStatus"));
    m_left->setObjectName(QStringLiteral("ticketTimeLeft"));
    for (QLabel *label : {m_label, m_number, m_service, m_about})
        label->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_service, m_about, m_print, m_left})
        label->setWordWrap(true);
    for (QLabel *label : {m_print, m_left})
        label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_done->setDigit(1);
    m_more->setDigit(2);
    connect(m_done, &QPushButton::clicked, this, &TicketPage::done);
    connect(m_more, &QPushButton::clicked, this, &TicketPage::moreTimeAsked);
}

void TicketPage::setTicket(const TicketFacts &facts, const Paper &paper)
{
    m_facts = facts;
    m_paper = paper;
    refresh();
}

void TicketPage::setPrinting(Printing printing)
{
    m_printing = printing;
    refresh();
}

void TicketPage::setSecondsLeft(int seconds)
{
    if (m_secondsLeft == seconds)
        return;
    m_secondsLeft = seconds;
    m_left->setText(seconds > 0 ? tr("This screen closes in %1 s").arg(seconds) : QString());
}

void TicketPage::refresh()
{
    m_picture->setTicket(std::make_unique<TicketLayout>(m_facts, m_paper));
    m_label->setText(tr("Your number"));
    m_number->setText(fromUtf8(m_facts.number));
    m_number->setAccessibleName(tr("Your number is %1").arg(m_number->text()));
    m_service->setText(inLanguage(m_facts.service));
    m_about->setText(TicketLayout::aboutWaiting(m_facts).join(u'\n'));
    switch (m_printing) {
    case Printing::NotWanted:
        m_print->setText(tr("Please remember this number or take a photo of it"));
        break;
    case Printing::UnderWay:
        m_print->setText(tr("Your ticket is being printed…"));
        break;
    case Printing::Done:
        m_print->setText(tr("Your ticket is printed. Please take it."));
        break;
    case Printing::Failed:
        m_print->setText(tr("Nothing was printed: please remember or photograph this number. It is valid."));
        break;
    }
    m_done->setTitle(tr("Done"));
    m_more->setTitle(tr("More time"));
    m_left->setText(m_secondsLeft > 0 ? tr("This screen closes in %1 s").arg(m_secondsLeft) : QString());
    layOut();
}

QString TicketPage::said() const { return m_number->accessibleName() + QStringLiteral(". ") + m_print->text(); }

void TicketPage::setLook(const Look &look)
{
    m_look = look;
    m_label->setFont(textFont(look.text(34), QFont::Medium));
    m_service->setFont(textFont(look.text(38), QFont::DemiBold));
    m_about->setFont(textFont(look.text(28), QFont::Medium));
    m_print->setFont(textFont(look.text(32), QFont::DemiBold));
    m_left->setFont(textFont(look.text(26)));
    m_done->setTextSizes(look.text(40), look.text(26));
    m_more->setTextSizes(look.text(32), look.text(26));
    layOut();
}

void TicketPage::resizeEvent(QResizeEvent *event)
{
    KioskPage::resizeEvent(event);
    layOut();
}

void TicketPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !m_facts.number.empty())
        refresh();
    KioskPage::changeEvent(event);
}

void TicketPage::layOut()
{
    const int gap = m_look.space(24);
    const QRect area = rect().adjusted(2 * gap, 0, -2 * gap, -gap);
    const int shape = m_look.text(32);
    const int label = m_look.text(34) * 3 / 2;
    const int left = m_look.text(26) * 3 / 2;
    const int button = m_look.touch(120);
    QRect column = area;
    QRect paper = area;
    if (m_look.isPortrait) {
        const int width = std::min(area.width(), m_look.space(960));
        column = QRect(area.center().x() - width / 2, area.top(), width, area.height());
    } else {
        column.setLeft(area.left() + area.width() * (m_look.isBig ? 38 : 45) / 100);
        paper.setRight(column.left() - 2 * gap);
    }
    const auto heightOf = [](QLabel *each, int width) { return each->heightForWidth(width); };
    const int service = heightOf(m_service, column.width());
    // an upright screen has room to read it on the paper
    const bool saysAbout = !m_about->text().isEmpty() && (!m_look.isPortrait || m_look.isBig);
    const int about = saysAbout ? heightOf(m_about, column.width()) + gap / 2 : 0;
    const int print = std::max(shape, heightOf(m_print, column.width() - shape - gap));

    // from the bottom: buttons and the time; from the top: the number; the paper where it has most room
    int bottom = column.bottom() + 1 - button;
    const int doneWidth = (column.width() - gap) * 58 / 100;
    m_done->setGeometry(column.left(), bottom, doneWidth, button);
    m_more->setGeometry(column.left() + doneWidth + gap, bottom, column.width() - doneWidth - gap, button);
    bottom -= left + gap / 2;
    m_left->setGeometry(column.left() + shape + gap, bottom, column.width() - shape - gap, left);
    bottom -= print + gap / 2;
    const auto placePrint = [&](int top) {
        m_print->setGeometry(column.left() + shape + gap, top, column.width() - shape - gap, print);
    };
    // the number takes what the rest leaves, up to a size that is enough
    int number = m_look.space(m_look.isPortrait ? 230 : 250);
    int y = column.top();
    if (!m_look.isPortrait) {
        const int free = bottom - y - label - service - about - gap;
        number = std::min(number, free);
        y += std::max(0, (free - number) / 2);
    }
    m_number->setFont(textFont(std::max(48, number * 10 / 11), QFont::Bold));
    m_label->setGeometry(column.left(), y, column.width(), label);
    y += label;
    m_number->setGeometry(column.left(), y, column.width(), number);
    y += number;
    m_service->setGeometry(column.left(), y, column.width(), service);
    y += service;
    m_about->setVisible(saysAbout);
    m_about->setGeometry(column.left(), y + gap / 2, column.width(), about - gap / 2);
    y += about + gap;
    if (m_look.isPortrait)
        paper = QRect(area.left(), y, area.width(), bottom - y - gap);
    placePrint(bottom);
    m_picture->setGeometry(m_picture->fitted(paper));
    update();
}

void TicketPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int shape = m_look.text(32) * 9 / 10;
    const QRect beside = m_print->geometry();
    const Tone tone = m_printing == Printing::Done ? Tone::Good
        : m_printing == Printing::Failed           ? Tone::Warn
                                                   : Tone::Info;
    drawShape(painter,
              QRectF(beside.left() - m_look.space(24) - shape, beside.center().y() - shape / 2.0, shape, shape),
              tone);
}

} // namespace tiepdon
