// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/customerpanels.h"

#include "app/teller/createpanel.h"
#include "app/teller/editpanel.h"
#include "app/teller/findpanel.h"
#include "app/teller/itempanel.h"
#include "app/teller/notepanel.h"
#include "app/teller/numberspanel.h"
#include "app/teller/wordspanels.h"
#include "core/customer/consents.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/undobar.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace tiepdon {
namespace {

constexpr std::array kBlockers{BlockerKind::System,   BlockerKind::Information, BlockerKind::Authority,
                               BlockerKind::Document, BlockerKind::Colleague,   BlockerKind::Equipment,
                               BlockerKind::Rule,     BlockerKind::Time};
constexpr std::array kPurposes{ConsentPurpose::Profile, ConsentPurpose::Greeting, ConsentPurpose::Recognition,
                               ConsentPurpose::Contact, ConsentPurpose::Offers};
constexpr std::array kReasons{RevealReason::ConfirmIdentity, RevealReason::Call, RevealReason::CorrectRecord,
                              RevealReason::Form, RevealReason::Other};
constexpr int kWordsMax = 500;

} // namespace

const std::vector<std::pair<QKeyCombination, CustomerPanel>> &CustomerPanels::keys()
{
    static const std::vector<std::pair<QKeyCombination, CustomerPanel>> kKeys{
        {Qt::CTRL | Qt::Key_K, CustomerPanel::Find},   {Qt::CTRL | Qt::Key_I, CustomerPanel::Identify},
        {Qt::CTRL | Qt::Key_N, CustomerPanel::Note},   {Qt::CTRL | Qt::Key_H, CustomerPanel::Item},
        {Qt::CTRL | Qt::Key_R, CustomerPanel::Settle}, {Qt::CTRL | Qt::Key_D, CustomerPanel::Decline},
        {Qt::CTRL | Qt::Key_G, CustomerPanel::Goal},   {Qt::Key_F11, CustomerPanel::Blocker},
        {Qt::CTRL | Qt::Key_E, CustomerPanel::Edit},   {Qt::CTRL | Qt::Key_P, CustomerPanel::Numbers},
        {Qt::CTRL | Qt::Key_J, CustomerPanel::Stage},  {Qt::CTRL | Qt::Key_T, CustomerPanel::Consents}};
    return kKeys;
}

QString CustomerPanels::keyText(CustomerPanel panel)
{
    for (const auto &[key, each] : keys()) {
        if (each == panel)
            return QKeySequence(key).toString(QKeySequence::PortableText);
    }
    return {};
}

CustomerPanels::CustomerPanels(TellerCustomer &customer, QWidget *parent)
    : QWidget(parent), m_customer(customer), m_find(new FindPanel(customer, this)),
      m_create(new CreatePanel(customer, this)), m_note(new NotePanel(customer, this)),
      m_item(new ItemPanel(customer, this)), m_settle(new SettlePanel(customer, this)),
      m_decline(new DeclinePanel(customer, this)), m_goal(new GoalPanel(customer, this)),
      m_blocker(new ChoicePanel(
          customer.desk(), QStringLiteral("blocker"), QStringLiteral("blocker"), [this] { return blockerWords(); },
          this)),
      m_blockerWords(new QLineEdit(m_blocker)), m_edit(new EditPanel(customer, this)),
      m_numbers(new NumbersPanel(customer, this)), m_stage(new StagePanel(customer, this)),
      m_consents(new ChoicePanel(
          customer.desk(), QStringLiteral("consents"), QStringLiteral("consent"), [this] { return consentWords(); },
          this)),
      m_reveal(new ChoicePanel(
          customer.desk(), QStringLiteral("reveal"), QStringLiteral("reveal"), [this] { return revealWords(); },
          this)),
      m_undo(new UndoBar(this)), m_panels{m_find,    m_create, m_note,    m_item,  m_settle,   m_decline, m_goal,
                                          m_blocker, m_edit,   m_numbers, m_stage, m_consents, m_reveal}
{
    m_blockerWords->setObjectName(QStringLiteral("blockerEdit"));
    m_blockerWords->setMaxLength(kWordsMax);
    m_blockerWords->setMinimumHeight(36);
    m_blockerWords->setMinimumWidth(260);
    nameBlockerWords();
    m_blocker->addBeside(m_blockerWords);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (DeskPanel *panel : m_panels) {
        column->addWidget(panel);
        connect(panel, &DeskPanel::closed, this, [this] {
            setVisible(isOpen() || m_undo->isOffering());
            Q_EMIT closed();
        });
    }
    column->addWidget(m_undo);
    connect(m_find, &FindPanel::createAsked, this, [this](const QString &typed, const ScannedCard &scanned) {
        show([&] { m_create->open(typed, scanned); });
    });
    connect(m_create, &CreatePanel::showAsked, this,
            [this](const QString &text) { show([&] { m_find->open(true, text); }); });
    connect(m_item, &ItemPanel::added, this, &CustomerPanels::offerUndo);
    connect(m_undo, &UndoBar::undoAsked, this, &CustomerPanels::undo);
    connect(m_undo, &UndoBar::dismissed, this, [this] { setVisible(isOpen()); });
    connect(&customer, &TellerCustomer::forgotten, this, [this] {
        m_blockerWords->clear();
        m_undo->dismiss();
        close();
    });
    hide();
}

bool CustomerPanels::isOpen() const
{
    return std::any_of(m_panels.begin(), m_panels.end(), [](const DeskPanel *panel) { return panel->isOpen(); });
}

ChoicePanel *CustomerPanels::openChoice() const
{
    for (ChoicePanel *choice : {m_blocker, m_consents, m_reveal}) {
        if (choice->isOpen())
            return choice;
    }
    return nullptr;
}

void CustomerPanels::close()
{
    for (DeskPanel *panel : m_panels)
        panel->close();
}

template <class Open>
void CustomerPanels::show(Open &&open)
{
    if (!m_customer.desk().isAtWork())
        return;
    Q_EMIT aboutToOpen();
    close();
    setVisible(true);
    open();
    setVisible(isOpen() || m_undo->isOffering());
    if (isOpen())
        Q_EMIT opened();
}

void CustomerPanels::open(CustomerPanel panel)
{
    show([this, panel] {
        switch (panel) {
        case CustomerPanel::Find:
            m_find->open(false);
            break;
        case CustomerPanel::Identify:
            m_find->open(true);
            break;
        case CustomerPanel::Note:
            m_note->open();
            break;
        case CustomerPanel::Item:
            m_item->open();
            break;
        case CustomerPanel::Settle:
            m_settle->open();
            break;
        case CustomerPanel::Decline:
            m_decline->open();
            break;
        case CustomerPanel::Goal:
            m_goal->open();
            break;
        case CustomerPanel::Blocker:
            m_blockerWords->clear();
            m_blocker->open();
            break;
        case CustomerPanel::Edit:
            m_edit->open();
            break;
        case CustomerPanel::Numbers:
            m_numbers->open();
            break;
        case CustomerPanel::Stage:
            m_stage->open();
            break;
        case CustomerPanel::Consents: {
            const KnownPerson *person = m_customer.writable();
            m_purpose.reset();
            m_consentOf = person && person->card() ? person->card()->customer.id : CustomerId{};
            m_consents->open();
            break;
        }
        }
    });
}

void CustomerPanels::openReveal(CustomerId customer, ProfileField field)
{
    m_revealOf = customer;
    m_revealField = field;
    show([this] { m_reveal->open(); });
}

void CustomerPanels::openScanned(const QString &text)
{
    show([&] { m_find->open(m_customer.desk().ticket() != nullptr, text); });
}

// ---- what is missing to serve well ----

void CustomerPanels::nameBlockerWords() const
{
    m_blockerWords->setPlaceholderText(tr("In your words (may be empty)"));
    m_blockerWords->setAccessibleName(tr("What is missing, in your words"));
}

std::optional<ChoiceWords> CustomerPanels::blockerWords() const
{
    ChoiceWords words;
    words.title = tr("What is missing for you to serve well?");
    words.hint = tr("One figure sends it to whoever can help. Words of your own may come first: Shift+Tab.");
    for (const BlockerKind kind : kBlockers)
        words.options << blockerWord(kind);
    nameBlockerWords();
    words.choose = [self = const_cast<CustomerPanels *>(this)](int option) {
        self->sendBlocker(kBlockers.at(static_cast<std::size_t>(option)));
    };
    return words;
}

void CustomerPanels::sendBlocker(BlockerKind kind)
{
    customercommand::AddOpenItem change;
    change.kind = OpenItemKind::Blocker;
    change.blocker = kind;
    change.text = m_blockerWords->text().trimmed().toStdString();
    if (const KnownPerson *person = m_customer.inHand()) { // while it is about somebody
        change.ticket = person->ticket;
        change.customer = person->customer;
    }
    m_blocker->close();
    const QString done = tr("Sent: %1 is missing.").arg(blockerWord(kind).toLower());
    m_customer.change(change, [this, done](const Result<CustomerReply> &reply) {
        if (reply)
            offerUndo(reply->item, reply->revision, done);
        else
            m_customer.desk().say(reply.error());
    });
}

void CustomerPanels::offerUndo(OpenItemId item, std::int64_t revision, const QString &done)
{
    m_undoItem = item;
    m_undoRevision = revision;
    m_undo->offer({done});
    setVisible(true);
}

void CustomerPanels::undo()
{
    customercommand::ChangeOpenItem change;
    change.item = m_undoItem;
    change.revision = m_undoRevision;
    change.state = OpenItemState::Withdrawn;
    change.ending = tr("Taken back at once").toStdString();
    setVisible(isOpen());
    m_customer.change(change, [this](const Result<CustomerReply> &reply) {
        if (!reply)
            m_customer.desk().say(reply.error());
    });
}

// ---- consents ----

std::optional<ChoiceWords> CustomerPanels::consentWords()
{
    const KnownPerson *person = m_customer.writable();
    const CustomerCard *card = person ? person->card() : nullptr;
    if (!card || card->customer.id != m_consentOf)
        return std::nullopt;
    const TimeMs now = m_customer.desk().link().hubNowMs();
    ChoiceWords words;
    if (!m_purpose) {
        words.title = tr("What does %1 agree to?").arg(addressed(*card));
        words.hint = tr("Choose one to read its wording to them.");
        for (const ConsentPurpose purpose : kPurposes)
            words.options << (consentInForce(card->consents, purpose, now)
                                  ? tr("%1: agreed").arg(purposeWord(purpose))
                                  : tr("%1: no").arg(purposeWord(purpose)));
        words.choose = [this](int option) {
            m_purpose = kPurposes.at(static_cast<std::size_t>(option));
            m_consents->askAnew();
        };
        return words;
    }
    const bool isGiven = consentInForce(card->consents, *m_purpose, now) != nullptr;
    words.title = QStringLiteral("“%1”").arg(consentWording(*m_purpose));
    words.hint = isGiven ? tr("They agreed to this. It ends at once when they withdraw it.")
                         : tr("Read it to them. Only what they say themselves counts.");
    words.options = {isGiven ? tr("They withdraw it") : tr("They agree")};
    words.likely = -1;
    words.choose = [this, isGiven](int) { changeConsent(!isGiven); };
    return words;
}

void CustomerPanels::changeConsent(bool isGiven)
{
    const KnownPerson *person = m_customer.writable();
    if (!person || !person->card() || !m_purpose)
        return;
    const auto done = [this](const Result<CustomerReply> &reply) {
        if (!reply)
            m_customer.desk().say(reply.error());
    };
    const TimeMs now = m_customer.desk().link().hubNowMs();
    if (isGiven) {
        customercommand::GiveConsent give;
        give.customer = m_consentOf;
        give.purpose = *m_purpose;
        const Counter *counter = m_customer.desk().link().branch().counter(m_customer.desk().counterId());
        give.source = "counter " + std::to_string(counter ? counter->number : 0);
        give.wording = consentWordingVersion(*m_purpose);
        m_customer.change(give, done);
    } else if (const Consent *consent = consentInForce(person->card()->consents, *m_purpose, now)) {
        customercommand::WithdrawConsent withdraw;
        withdraw.customer = m_consentOf;
        withdraw.consent = consent->id;
        m_customer.change(withdraw, done);
    }
    m_consents->close();
}

// ---- a masked field ----

std::optional<ChoiceWords> CustomerPanels::revealWords()
{
    if (!m_revealOf.isSet())
        return std::nullopt;
    ChoiceWords words;
    words.title = tr("Why show it whole? (%1)").arg(profileFieldWord(m_revealField).toLower());
    words.hint = tr("The reason is kept with your name. It is shown for a minute.");
    for (const RevealReason reason : kReasons)
        words.options << revealReasonWord(reason);
    words.choose = [this](int option) { sendReveal(kReasons.at(static_cast<std::size_t>(option))); };
    return words;
}

void CustomerPanels::sendReveal(RevealReason reason)
{
    RevealField question;
    question.customer = m_revealOf;
    question.field = m_revealField;
    question.reason = reason;
    m_reveal->close();
    m_customer.ask<RevealField>(question, [this, question](const Result<Revealed> &what) {
        const KnownPerson *shown = m_customer.shown();
        if (!what)
            m_customer.desk().say(what.error());
        else if (shown && shown->customer == question.customer)
            Q_EMIT revealed(question.customer, question.field, *what);
    });
}

} // namespace tiepdon
