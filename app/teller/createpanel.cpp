// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/createpanel.h"

#include "core/access/role.h"
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/customer/phone.h"
#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/languageword.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::array kForms{AddressForm::None, AddressForm::Anh, AddressForm::Chi,
                            AddressForm::Ong,  AddressForm::Ba,  AddressForm::Co,
                            AddressForm::Chu,  AddressForm::Bac, AddressForm::Em};
constexpr std::array kLanguages{"", "vi", "en", "zh", "ko", "ja", "fr", "ru", "km"};

/// Fills a choice without losing what is chosen.
template <class Words>
void fill(QComboBox &box, int rows, Words &&words)
{
    const int chosen = std::max(0, box.currentIndex());
    for (int i = 0; i < rows; ++i) {
        if (i >= box.count())
            box.addItem(QString());
        box.setItemText(i, words(static_cast<std::size_t>(i)));
    }
    box.setCurrentIndex(chosen);
}

} // namespace

void fillForms(QComboBox &box)
{
    fill(box, static_cast<int>(kForms.size()), [](std::size_t i) {
        const QString word = addressWord(kForms[i]);
        return word.isEmpty() ? CreatePanel::tr("(no form)") : word;
    });
    for (std::size_t i = 0; i < kForms.size(); ++i)
        box.setItemData(static_cast<int>(i), static_cast<int>(kForms[i]));
    box.setAccessibleName(CreatePanel::tr("Form of address"));
}

void fillLanguages(QComboBox &box)
{
    fill(box, static_cast<int>(kLanguages.size()),
         [](std::size_t i) { return i == 0 ? CreatePanel::tr("(language)") : languageWord(kLanguages[i]); });
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        box.setItemData(static_cast<int>(i), QString::fromLatin1(kLanguages[i]));
    box.setAccessibleName(CreatePanel::tr("Language"));
}

CreatePanel::CreatePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("create"), parent), m_form(new QComboBox(this)),
      m_name(addEdit("newNameEdit", static_cast<int>(kPersonNameCharactersMax))),
      m_phone(addEdit("newPhoneEdit", 24)), m_document(addEdit("newDocumentEdit", 40)),
      m_birth(addEdit("newBirthEdit", 20)), m_language(new QComboBox(this)), m_agreements(new QWidget(this)),
      m_exists(new QWidget(this)), m_existsText(plainLabel(m_exists, sizes::kText, QFont::Medium)),
      m_show(new KeyButton(QStringLiteral("Alt+1"), false, m_exists)),
      m_anyway(new KeyButton(QStringLiteral("Alt+2"), false, m_exists))
{
    m_form->setObjectName(QStringLiteral("newFormChoice"));
    m_language->setObjectName(QStringLiteral("newLanguageChoice"));
    for (QComboBox *box : {m_form, m_language})
        box->setMinimumHeight(40);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_name, 3);
    first->addWidget(m_phone, 2);
    first->addWidget(m_form);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_document, 3);
    second->addWidget(m_birth, 2);
    second->addWidget(m_language);
    rows()->addLayout(first);
    rows()->addLayout(second);
    auto *grid = new QGridLayout(m_agreements);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    for (std::size_t i = 0; i < kPurposes.size(); ++i) {
        m_consents[i] = new QCheckBox(this);
        m_consents[i]->setObjectName(
            QStringLiteral("%1Consent").arg(QString::fromLatin1(nameOf(kPurposes[i]).data())));
        m_wordings[i] = mutedLabel(this);
        m_wordings[i]->setWordWrap(true);
        const int column = static_cast<int>(i % 2);
        const int row = static_cast<int>(i / 2) * 2;
        grid->addWidget(m_consents[i], row, column);
        grid->addWidget(m_wordings[i], row + 1, column, Qt::AlignTop);
        grid->setColumnStretch(column, 1);
    }
    rows()->addWidget(m_agreements);

    m_exists->setObjectName(QStringLiteral("existsRow"));
    m_existsText->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("showExistingButton"));
    m_anyway->setObjectName(QStringLiteral("createAnywayButton"));
    auto *exists = new QHBoxLayout(m_exists);
    exists->setContentsMargins(0, 0, 0, 0);
    exists->setSpacing(8);
    exists->addWidget(m_existsText, 1);
    exists->addWidget(m_show);
    exists->addWidget(m_anyway);
    showExists(false);
    rows()->addWidget(m_exists);

    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_name, m_phone, m_document, m_birth, m_form, m_language})
        widget->setFocusPolicy(Qt::StrongFocus);
    QWidget *before = m_name;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_phone, m_document, m_birth, m_form, m_language, m_consents[0], m_consents[1], m_consents[2],
             m_consents[3], m_show, m_anyway, &confirmButton(), &cancelButton()}) {
        setTabOrder(before, next);
        before = next;
    }
    connect(m_show, &QPushButton::clicked, this, [this] {
        // by what finds most of them; the name where nothing else was typed
        for (const QLineEdit *field : {m_document, m_phone, m_name}) {
            if (const QString text = field->text().trimmed(); !text.isEmpty()) {
                Q_EMIT showAsked(text);
                return;
            }
        }
    });
    connect(m_anyway, &QPushButton::clicked, this, [this] { create(true); });
    const std::pair<KeyButton *, Qt::Key> keys[] = {{m_show, Qt::Key_1}, {m_anyway, Qt::Key_2}};
    for (const auto &[button, key] : keys) {
        auto *shortcut = new QShortcut(Qt::ALT | key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, pressed = button] {
            if (m_exists->isVisibleTo(this))
                pressed->click();
        });
    }
    for (QLineEdit *edit : {m_name, m_phone, m_document, m_birth}) {
        connect(edit, &QLineEdit::textEdited, this, [this, edit] {
            setStyleProperty(*edit, "wrong", QString());
            setHint({});
            showExists(false);
        });
    }
    retranslate();
}

void CreatePanel::open(const QString &text, const ScannedCard &scanned)
{
    const Ticket *ticket = desk().ticket();
    beginAbout({{}, ticket ? ticket->id : TicketId{}}, ticket ? fromUtf8(ticket->number) : QString());
    m_scanned = scanned;
    for (QLineEdit *edit : {m_name, m_phone, m_document, m_birth}) {
        edit->clear();
        setStyleProperty(*edit, "wrong", QString());
    }
    for (QCheckBox *consent : m_consents)
        consent->setChecked(false);
    m_form->setCurrentIndex(0);
    m_language->setCurrentIndex(0);
    showExists(false);
    setHint({});
    const std::string plain = text.toStdString();
    if (!scanned.document.empty() || !scanned.name.empty()) {
        m_name->setText(fromUtf8(scanned.name));
        m_document->setText(fromUtf8(scanned.document));
        m_birth->setText(shortDay(scanned.birthDate));
        if (!scanned.unread.empty())
            setHint(tr("Some fields of the card could not be read: check them with the customer."));
    } else if (phoneFrom(plain)) {
        m_phone->setText(text);
    } else if (!documentKindsOf(plain).empty()) {
        m_document->setText(text);
    } else if (personNameFrom(plain)) {
        m_name->setText(fromUtf8(withNameCapitals(plain)));
    }
    reveal(*m_name);
}

void CreatePanel::refuse(QLineEdit &field, const QString &why)
{
    setStyleProperty(field, "wrong", QStringLiteral("yes"));
    field.setFocus(Qt::OtherFocusReason);
    setHint(why);
}

std::optional<Customer> CreatePanel::typed()
{
    Customer customer;
    const auto name = personNameFrom(m_name->text().toStdString());
    if (!name) {
        refuse(*m_name, tr("A profile needs a name. Without one, go on serving without a profile."));
        return std::nullopt;
    }
    customer.name = *name;
    if (const QString text = m_phone->text().trimmed(); !text.isEmpty()) {
        const auto phone = phoneFrom(text.toStdString());
        if (!phone) {
            refuse(*m_phone,
                   tr("This is no mobile number of Vietnam, nor one of another country with its +. Check it "
                      "with the customer."));
            return std::nullopt;
        }
        customer.identifiers.push_back({{}, IdentifierKind::Phone, *phone});
    }
    if (const QString text = m_document->text().trimmed(); !text.isEmpty()) {
        const auto kinds = documentKindsOf(text.toStdString());
        if (kinds.empty()) {
            refuse(*m_document,
                   tr("A citizen card has 12 digits, an older one 9, a passport letters and digits. Check "
                      "it with the customer."));
            return std::nullopt;
        }
        customer.identifiers.push_back({{}, kinds.front(), text.toStdString()});
        if (!m_scanned.oldDocument.empty() && m_scanned.document == text.toStdString())
            customer.identifiers.push_back({{}, IdentifierKind::OldIdentityCard, m_scanned.oldDocument});
    }
    if (const QString text = m_birth->text().trimmed(); !text.isEmpty()) {
        const auto day = dayTyped(text.toStdString());
        const bool isYear = text.size() == 4 && text.toInt() >= 1900;
        if (!day && !isYear) {
            refuse(*m_birth, tr("Type the day as 17/5/1990, or the year alone."));
            return std::nullopt;
        }
        customer.birthDate = day ? *day : text.toStdString();
    }
    if (m_scanned.name == customer.name)
        customer.address = m_scanned.address;
    customer.form = static_cast<AddressForm>(m_form->currentData().toInt());
    customer.language = m_language->currentData().toString().toStdString();
    return customer;
}

void CreatePanel::showExists(bool isThere)
{
    m_exists->setVisible(isThere);
    m_agreements->setVisible(!isThere);
}

void CreatePanel::create(bool isSure)
{
    const auto profile = typed();
    if (!profile || isSending())
        return;
    customercommand::AddCustomer change;
    change.customer = *profile;
    change.isSure = isSure;
    change.ticket = subject().ticket;
    for (std::size_t i = 0; i < kPurposes.size(); ++i) {
        if (!m_consents[i]->isChecked())
            continue;
        Consent consent;
        consent.purpose = kPurposes[i];
        const Counter *counter = desk().link().branch().counter(desk().counterId());
        consent.source = "counter " + std::to_string(counter ? counter->number : 0);
        consent.wording = consentWordingVersion(kPurposes[i]);
        change.consents.push_back(consent);
    }
    showExists(false);
    send(change, [this, hasTicket = subject().ticket.isSet()](const CustomerReply &reply) {
        if (!hasTicket)
            customer().open(reply.customer);
    });
}

bool CreatePanel::refused(const Error &error)
{
    if (error.code != ErrorCode::CustomerExists)
        return false;
    m_existsText->setText(tr("There is a profile like this already. Is it the same person?"));
    showExists(true);
    m_show->setFocus(Qt::OtherFocusReason);
    return true;
}

void CreatePanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(who().isEmpty() ? tr("New profile") : tr("New profile for %1").arg(who()));
    setConfirmWords(who().isEmpty() ? tr("Add") : tr("Add and link"));
    nameEdit(*m_name, tr("Full name"));
    nameEdit(*m_phone, tr("Phone"));
    nameEdit(*m_document, tr("Document"), tr("Citizen card or passport"));
    nameEdit(*m_birth, tr("Date of birth"));
    fillForms(*m_form);
    fillLanguages(*m_language);
    for (std::size_t i = 0; i < kPurposes.size(); ++i) {
        m_consents[i]->setText(tr("Agrees: %1").arg(purposeWord(kPurposes[i]).toLower()));
        m_wordings[i]->setText(QStringLiteral("“%1”").arg(consentWording(kPurposes[i])));
        m_consents[i]->setAccessibleDescription(consentWording(kPurposes[i]));
    }
    m_show->setWords(tr("Show them"));
    m_anyway->setWords(tr("Add all the same"));
}

} // namespace tiepdon
