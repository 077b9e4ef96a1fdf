// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/numberspanel.h"

#include "core/customer/document.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {
namespace {

constexpr int kNumberMax = 40;

} // namespace

NumbersPanel::NumbersPanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("numbers"), parent), m_list(new QListWidget(this)),
      m_remove(new KeyButton(QStringLiteral("Del"), false, this)), m_kind(new QComboBox(this)),
      m_value(addEdit("numberEdit", kNumberMax))
{
    m_list->setObjectName(QStringLiteral("numbersList"));
    m_list->setFixedHeight(92);
    m_remove->setObjectName(QStringLiteral("removeNumberButton"));
    m_remove->setFont(textFont(sizes::kText, QFont::Medium));
    m_remove->setFixedHeight(36);
    m_kind->setObjectName(QStringLiteral("numberKindChoice"));
    m_kind->setMinimumHeight(40);
    for (std::size_t i = 0; i < names(IdentifierKind{}).size(); ++i)
        m_kind->addItem(QString(), static_cast<int>(i));
    auto *add = new QHBoxLayout;
    add->setSpacing(8);
    add->addWidget(m_kind);
    add->addWidget(m_value, 1);
    auto *there = new QHBoxLayout;
    there->setSpacing(8);
    there->addWidget(m_list, 1);
    there->addWidget(m_remove, 0, Qt::AlignTop);
    rows()->addLayout(add);
    rows()->addLayout(there);
    connect(m_remove, &QPushButton::clicked, this, &NumbersPanel::remove);
    auto *shortcut = new QShortcut(Qt::Key_Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &NumbersPanel::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_asked = {};
        retranslate();
    });
    connect(m_value, &QLineEdit::textEdited, this, [this] {
        setStyleProperty(*m_value, "wrong", QString());
        setHint({});
    });
    connect(&customer, &TellerCustomer::changed, this, [this] {
        if (isOpen() && this->customer().subject() == subject())
            fill();
    });
    retranslate();
}

void NumbersPanel::open()
{
    const KnownPerson *person = customer().writable();
    if (!person || !person->card() || !begin())
        return;
    m_value->clear();
    m_kind->setCurrentIndex(0);
    m_asked = {};
    setHint({});
    fill();
    reveal(*m_value);
}

void NumbersPanel::fill()
{
    const KnownPerson *person = customer().writable();
    m_all = person && person->card() ? person->card()->customer.identifiers : std::vector<Identifier>();
    m_list->clear();
    for (const Identifier &each : m_all)
        m_list->addItem(QStringLiteral("%1: %2").arg(identifierWord(each.kind), fromUtf8(each.value)));
}

void NumbersPanel::confirm()
{
    const auto kind = static_cast<IdentifierKind>(m_kind->currentData().toInt());
    const std::string typed = m_value->text().trimmed().toStdString();
    if (typed.empty()) {
        m_value->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto value = identifierFrom(kind, typed);
    if (!value) {
        setStyleProperty(*m_value, "wrong", QStringLiteral("yes"));
        m_value->setFocus(Qt::OtherFocusReason);
        setHint(tr("This is no number of that kind. Check it with the customer."));
        return;
    }
    customercommand::AddIdentifier change;
    change.customer = subject().customer;
    change.kind = kind;
    change.value = *value;
    send(change);
}

bool NumbersPanel::refused(const Error &error)
{
    if (error.code != ErrorCode::CustomerExists)
        return false;
    setStyleProperty(*m_value, "wrong", QStringLiteral("yes"));
    setHint(tr("Another profile has this number. Find it first: it may be the same person."));
    return true;
}

void NumbersPanel::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_all.size()))
        return;
    const Identifier &chosen = m_all.at(static_cast<std::size_t>(row));
    if (std::exchange(m_asked, chosen.id) != chosen.id) {
        retranslate();
        return;
    }
    customercommand::RemoveIdentifier change;
    change.customer = subject().customer;
    change.identifier = chosen.id;
    send(change);
}

void NumbersPanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("Numbers of %1").arg(who()));
    setConfirmWords(tr("Add the number"));
    m_remove->setWords(m_asked.isSet() ? tr("Press again to take it out") : tr("Take it out"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, identifierWord(static_cast<IdentifierKind>(i)));
    m_kind->setAccessibleName(tr("Kind of number"));
    nameEdit(*m_value, tr("New number"));
    m_list->setAccessibleName(tr("Numbers there are"));
}

} // namespace tiepdon
