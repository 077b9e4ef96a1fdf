// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/wordspanels.h"

#include "app/teller/choicerow.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace tiepdon {
namespace {

constexpr int kWordsMax = 500;
constexpr int kProductMax = 120;
constexpr std::array kStages{Stage::Awareness, Stage::Consideration, Stage::Decision, Stage::Retention,
                             Stage::Advocacy};

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

StagePanel::StagePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("stage"), parent), m_product(new QComboBox(this)),
      m_stage(new ChoiceRow(QStringLiteral("stage"), Qt::ALT, static_cast<int>(kStages.size()), this))
{
    m_product->setObjectName(QStringLiteral("productChoice"));
    m_product->setEditable(true);
    m_product->setInsertPolicy(QComboBox::NoInsert);
    m_product->setMinimumHeight(40);
    m_product->lineEdit()->setObjectName(QStringLiteral("productEdit"));
    m_product->lineEdit()->setMaxLength(kProductMax);
    rows()->addWidget(m_product);
    rows()->addWidget(m_stage);
    retranslate();
}

void StagePanel::open()
{
    const KnownPerson *person = customer().writable();
    const CustomerCard *card = person ? person->card() : nullptr;
    if (!card || !begin())
        return;
    m_product->clear();
    const auto add = [this](const std::string &product) {
        if (m_product->findText(fromUtf8(product), Qt::MatchExactly) < 0)
            m_product->addItem(fromUtf8(product));
    };
    for (const StageChange &stage : card->stages)
        add(stage.product);
    for (const ProductHeld &held : card->products)
        add(held.product);
    m_product->setCurrentIndex(m_product->count() > 0 ? 0 : -1);
    m_stage->choose(0);
    if (!card->stages.empty())
        m_stage->choose(static_cast<int>(card->stages.front().stage));
    reveal(*m_product);
    m_product->lineEdit()->selectAll();
}

void StagePanel::confirm()
{
    customercommand::SetStage change;
    change.customer = subject().customer;
    change.product = m_product->currentText().trimmed().toStdString();
    change.stage = kStages.at(static_cast<std::size_t>(m_stage->chosen()));
    if (change.product.empty())
        m_product->setFocus(Qt::OtherFocusReason);
    else
        send(change);
}

void StagePanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("How far is %1 with a product?").arg(who()));
    setConfirmWords(tr("Write it down"));
    setHint(tr("Each step is kept with its day."));
    m_product->setAccessibleName(tr("Product"));
    m_product->lineEdit()->setAccessibleName(tr("Product"));
    m_product->lineEdit()->setPlaceholderText(tr("Product"));
    QStringList stages;
    for (const Stage stage : kStages)
        stages << stageWord(stage);
    m_stage->setWords(tr("How far"), stages);
}

} // namespace tiepdon
