// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/editpanel.h"

#include "app/teller/createpanel.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kWishesMax = 500;
constexpr int kHalfHours = 48;
constexpr int kNeedsInARow = 5;

void fillHours(QComboBox &box)
{
    for (int i = 0; i < kHalfHours; ++i)
        box.addItem(clockText(i * 30 * kMinuteMs, 0), i * 30);
}

} // namespace

EditPanel::EditPanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("edit"), parent), m_form(new QComboBox(this)),
      m_language(new QComboBox(this)), m_channel(new QComboBox(this)), m_quietFrom(new QComboBox(this)),
      m_quietTo(new QComboBox(this)), m_quietTitle(mutedLabel(this)), m_wishes(addEdit("wishesEdit", kWishesMax))
{
    m_form->setObjectName(QStringLiteral("formChoice"));
    m_language->setObjectName(QStringLiteral("languageChoice"));
    m_channel->setObjectName(QStringLiteral("channelChoice"));
    m_quietFrom->setObjectName(QStringLiteral("quietFromChoice"));
    m_quietTo->setObjectName(QStringLiteral("quietToChoice"));
    fillHours(*m_quietFrom);
    fillHours(*m_quietTo);
    m_channel->addItem(QString(), -1);
    for (std::size_t i = 0; i < names(Channel{}).size(); ++i)
        m_channel->addItem(QString(), static_cast<int>(i));
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    for (QComboBox *box : {m_form, m_language, m_channel}) {
        box->setMinimumHeight(36);
        first->addWidget(box);
    }
    first->addWidget(m_quietTitle);
    for (QComboBox *box : {m_quietFrom, m_quietTo}) {
        box->setMinimumHeight(36);
        first->addWidget(box);
    }
    first->addStretch();
    rows()->addLayout(first);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    for (std::size_t i = 0; i < kNeeds; ++i) {
        m_needs[i] = new QCheckBox(this);
        m_needs[i]->setObjectName(QStringLiteral("%1Need").arg(QString::fromLatin1(names(Need{}).at(i).data())));
        grid->addWidget(m_needs[i], static_cast<int>(i) / kNeedsInARow, static_cast<int>(i) % kNeedsInARow);
    }
    rows()->addLayout(grid);
    rows()->addWidget(m_wishes);
    retranslate();
}

void EditPanel::open()
{
    const KnownPerson *person = customer().writable();
    if (!person || !person->card() || !begin())
        return;
    m_before = person->card()->customer;
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(m_before.form)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(fromUtf8(m_before.language))));
    const Preferences &wanted = m_before.preferences;
    m_channel->setCurrentIndex(m_channel->findData(wanted.channel ? static_cast<int>(*wanted.channel) : -1));
    m_quietFrom->setCurrentIndex(std::max(0, m_quietFrom->findData(static_cast<int>(wanted.quietFromMin))));
    m_quietTo->setCurrentIndex(std::max(0, m_quietTo->findData(static_cast<int>(wanted.quietToMin))));
    m_wishes->setText(fromUtf8(wanted.wishes));
    for (std::size_t i = 0; i < kNeeds; ++i)
        m_needs[i]->setChecked(std::find(m_before.needs.begin(), m_before.needs.end(), static_cast<Need>(i))
                               != m_before.needs.end());
    setHint({});
    reveal(*m_form);
}

std::vector<Need> EditPanel::needs() const
{
    std::vector<Need> all;
    for (std::size_t i = 0; i < kNeeds; ++i) {
        if (m_needs[i]->isChecked())
            all.push_back(static_cast<Need>(i));
    }
    return all;
}

Preferences EditPanel::preferences() const
{
    Preferences wanted = m_before.preferences;
    const int channel = m_channel->currentData().toInt();
    wanted.channel = channel < 0 ? std::nullopt : std::optional(static_cast<Channel>(channel));
    // what is no half hour stays as it is unless it is touched
    if (m_quietFrom->currentIndex() != std::max(0, m_quietFrom->findData(static_cast<int>(wanted.quietFromMin))))
        wanted.quietFromMin = m_quietFrom->currentData().toInt();
    if (m_quietTo->currentIndex() != std::max(0, m_quietTo->findData(static_cast<int>(wanted.quietToMin))))
        wanted.quietToMin = m_quietTo->currentData().toInt();
    wanted.wishes = m_wishes->text().trimmed().toStdString();
    return wanted;
}

void EditPanel::confirm()
{
    customercommand::ChangeCustomer change;
    change.customer = m_before.id;
    // what is known now: after a change of somebody else the card was asked for anew
    const KnownPerson *person = customer().writable();
    const bool isKnown = person && person->card() && person->card()->customer.id == m_before.id;
    change.revision = isKnown ? person->card()->customer.revision : m_before.revision;
    if (const auto form = static_cast<AddressForm>(m_form->currentData().toInt()); form != m_before.form)
        change.form = form;
    if (const std::string language = m_language->currentData().toString().toStdString();
        m_language->currentIndex() != std::max(0, m_language->findData(fromUtf8(m_before.language))))
        change.language = language;
    auto before = m_before.needs;
    std::sort(before.begin(), before.end());
    if (needs() != before)
        change.needs = needs();
    if (const Preferences wanted = preferences(); !(wanted == m_before.preferences))
        change.preferences = wanted;
    if (!change.form && !change.language && !change.needs && !change.preferences) {
        close();
        return;
    }
    send(change);
}

void EditPanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("How to serve %1").arg(who()));
    setConfirmWords(tr("Write it"));
    fillForms(*m_form);
    fillLanguages(*m_language);
    m_channel->setItemText(0, tr("(to be reached by)"));
    for (int i = 1; i < m_channel->count(); ++i)
        m_channel->setItemText(i, channelWord(static_cast<Channel>(m_channel->itemData(i).toInt())));
    m_channel->setAccessibleName(tr("To be reached by"));
    m_quietTitle->setText(tr("Not between"));
    m_quietFrom->setAccessibleName(tr("Not to be reached from"));
    m_quietTo->setAccessibleName(tr("Not to be reached until"));
    for (std::size_t i = 0; i < kNeeds; ++i)
        m_needs[i]->setText(needWord(static_cast<Need>(i)));
    nameEdit(*m_wishes, tr("Their wishes, in their own words"));
}

} // namespace tiepdon
