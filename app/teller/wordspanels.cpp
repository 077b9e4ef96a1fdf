// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/wordspanels.h"

#include "ui/session/language.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kWordsMax = 500;

} // namespace

DeclinePanel::DeclinePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("decline"), parent), m_what(addEdit("declinedWhatEdit", kWordsMax)),
      m_why(addEdit("declinedWhyEdit", kWordsMax)), m_instead(addEdit("declinedInsteadEdit", kWordsMax))
{
    for (QLineEdit *edit : {m_what, m_why, m_instead})
        rows()->addWidget(edit);
    retranslate();
}

void DeclinePanel::open()
{
    if (!begin())
        return;
    for (QLineEdit *edit : {m_what, m_why, m_instead})
        edit->clear();
    reveal(*m_what);
}

void DeclinePanel::confirm()
{
    // Enter goes on to what is missing
    for (QLineEdit *needed : {m_what, m_why}) {
        if (needed->text().trimmed().isEmpty()) {
            needed->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (m_why->hasFocus() && m_instead->text().trimmed().isEmpty()) {
        m_instead->setFocus(Qt::OtherFocusReason);
        return;
    }
    customercommand::DeclineRequest change;
    change.customer = subject().customer;
    change.ticket = subject().ticket;
    change.text = m_what->text().trimmed().toStdString();
    change.reason = m_why->text().trimmed().toStdString();
    change.alternative = m_instead->text().trimmed().toStdString();
    send(change);
}

void DeclinePanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("Declined for %1").arg(who()));
    setConfirmWords(tr("Record it"));
    setHint(tr("So that nobody has to ask twice, and the next one can offer what is possible."));
    nameEdit(*m_what, tr("What was asked for"));
    nameEdit(*m_why, tr("Why it was declined"));
    nameEdit(*m_instead, tr("What was offered instead (may be empty)"));
}

GoalPanel::GoalPanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("goal"), parent), m_goal(addEdit("goalEdit", kWordsMax))
{
    rows()->addWidget(m_goal);
    retranslate();
}

void GoalPanel::open()
{
    const KnownPerson *person = customer().inHand();
    if (!person)
        return;
    beginAbout({person->customer, person->ticket}, nameFor(desk(), *person));
    m_goal->setText(person->answer && person->answer->goal ? fromUtf8(person->answer->goal->text) : QString());
    reveal(*m_goal);
}

void GoalPanel::confirm()
{
    customercommand::SetGoal change;
    change.ticket = subject().ticket;
    change.text = m_goal->text().trimmed().toStdString();
    send(change);
}

void GoalPanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("What does %1 want to reach?").arg(who()));
    setConfirmWords(tr("Keep it"));
    setHint(tr("In their own words. When you finish you are asked whether they reached it."));
    nameEdit(*m_goal, tr("Their goal"), tr("“I want to …”"));
}

} // namespace tiepdon
