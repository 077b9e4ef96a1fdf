// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/goalstrip.h"

#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <utility>

namespace tiepdon {
namespace {

/// A scanner's next key comes sooner.
constexpr int kSettleMs = 80;

} // namespace

GoalStrip::GoalStrip(TellerCustomer &customer, QWidget *parent)
    : QFrame(parent), m_customer(customer), m_question(plainLabel(this, sizes::kText, QFont::Medium)),
      m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("goalStrip"));
    setProperty("panel", QStringLiteral("info"));
    m_question->setObjectName(QStringLiteral("goalQuestion"));
    m_question->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("goalCloseButton"));
    m_close->setProperty("kind", QStringLiteral("quiet"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_question, 1);
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
        const QString key = QString::number(i + 1);
        auto *button = new KeyButton(key, false, this);
        button->setObjectName(QStringLiteral("goal%1Button").arg(QString::fromLatin1(nameOf(kAnswers[i]).data())));
        button->setFixedHeight(36);
        connect(button, &QPushButton::clicked, this, [this, i] { answer(kAnswers[i]); });
        // no part of a hidden strip: so the key is free when nothing is asked
        auto *shortcut = new QShortcut(QKeySequence(key), button, nullptr, nullptr, Qt::WindowShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            m_chosen = kAnswers[i];
            m_settle.start();
        });
        row->addWidget(button);
        m_answers[i] = button;
        m_keys[i] = shortcut;
    }
    row->addWidget(m_close);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] { answer(m_chosen); });
    connect(m_close, &QPushButton::clicked, this, &GoalStrip::close);
    connect(&customer.desk(), &TellerDesk::changed, this, &GoalStrip::follow);
    connect(&customer, &TellerCustomer::changed, this, &GoalStrip::follow); // the goal may come after the ticket
    connect(&customer, &TellerCustomer::forgotten, this, [this] {
        m_served = {};
        close();
    });
    retranslate();
    hide();
}

QString GoalStrip::question() const { return isAsking() ? m_question->text() : QString(); }

bool GoalStrip::choose(int figure)
{
    if (!isAsking() || figure < 1 || figure > static_cast<int>(kAnswers.size()))
        return false;
    answer(kAnswers.at(static_cast<std::size_t>(figure - 1)));
    return true;
}

void GoalStrip::setQuiet(bool isQuiet)
{
    for (QShortcut *key : m_keys)
        key->setEnabled(!isQuiet);
}

void GoalStrip::follow()
{
    TellerDesk &desk = m_customer.desk();
    const Ticket *ticket = desk.ticket();
    if (ticket) {
        if (isAsking() && ticket->id != m_ticket)
            close();
        const bool isServed = desk.inHand() == InHand::Serving || desk.inHand() == InHand::WrapUp
            || desk.inHand() == InHand::Finished;
        m_served = isServed ? ticket->id : TicketId{};
        m_servedNumber = fromUtf8(ticket->number);
        const KnownPerson *person = m_customer.inHand();
        const bool hasGoal = person && person->ticket == ticket->id && person->answer && person->answer->goal;
        m_servedGoal = hasGoal ? fromUtf8(person->answer->goal->text) : QString();
        return;
    }
    if (!m_served.isSet() || !desk.isAtWork() || !desk.isLive())
        return;
    const TicketId over = std::exchange(m_served, TicketId{});
    // parked or sent on, it is not over
    if (desk.link().branch().ticket(over))
        return;
    m_ticket = over;
    retranslate();
    show();
}

void GoalStrip::answer(GoalReached reached)
{
    m_settle.stop();
    if (!isAsking() || reached == GoalReached::NotSaid)
        return;
    customercommand::SetGoal change;
    change.ticket = m_ticket;
    change.reached = reached;
    m_customer.change(change, [&desk = m_customer.desk()](const Result<CustomerReply> &reply) {
        if (!reply)
            desk.say(reply.error());
    });
    close();
}

void GoalStrip::close()
{
    m_settle.stop();
    if (!isAsking())
        return;
    m_ticket = {};
    hide();
}

void GoalStrip::retranslate()
{
    m_question->setText(m_servedGoal.isEmpty()
                            ? tr("%1: did they reach what they came for?").arg(m_servedNumber)
                            : tr("%1 wanted: “%2”. Did they reach it?").arg(m_servedNumber, m_servedGoal));
    setAccessibleName(m_question->text());
    for (std::size_t i = 0; i < kAnswers.size(); ++i)
        m_answers[i]->setWords(goalReachedWord(kAnswers[i]));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this question"));
}

void GoalStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
