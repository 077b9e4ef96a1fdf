// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/itempanel.h"

#include "app/teller/choicerow.h"
#include "app/teller/profilelines.h"
#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr std::array kKinds{OpenItemKind::Promise, OpenItemKind::Complaint, OpenItemKind::CallBack};
constexpr std::array kDays{0, 1, 3, 7};
constexpr int kOnADay = static_cast<int>(kDays.size());
constexpr int kTomorrow = 1;
constexpr std::array kEndings{OpenItemState::Kept, OpenItemState::Broken, OpenItemState::Withdrawn};
constexpr int kWordsMax = 500;

} // namespace

ItemPanel::ItemPanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("item"), parent),
      m_kind(new ChoiceRow(QStringLiteral("itemKind"), Qt::CTRL, static_cast<int>(kKinds.size()), this)),
      m_text(addEdit("itemEdit", kWordsMax)),
      m_due(new ChoiceRow(QStringLiteral("due"), Qt::ALT, static_cast<int>(kDays.size()) + 1, this)),
      m_day(addEdit("dueDayEdit", 10)), m_owner(new QComboBox(this))
{
    m_day->setFixedWidth(120);
    m_owner->setObjectName(QStringLiteral("ownerChoice"));
    m_owner->setMinimumHeight(34);
    m_owner->setMinimumWidth(220);
    auto *first = new QHBoxLayout;
    first->setSpacing(16);
    first->addWidget(m_kind, 1);
    first->addWidget(m_owner);
    auto *due = new QHBoxLayout;
    due->setSpacing(8);
    due->addWidget(m_due, 1);
    due->addWidget(m_day);
    rows()->addLayout(first);
    rows()->addWidget(m_text);
    rows()->addLayout(due);
    connect(m_kind, &ChoiceRow::changed, this, [this] {
        refresh();
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_due, &ChoiceRow::changed, this, [this] {
        refresh();
        if (m_due->chosen() == kOnADay)
            m_day->setFocus(Qt::OtherFocusReason);
        else
            m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_day, &QLineEdit::textEdited, this, [this] { refresh(); });
    retranslate();
}

void ItemPanel::open()
{
    if (!begin())
        return;
    m_text->clear();
    m_day->clear();
    fillOwners();
    m_kind->choose(0);
    m_due->choose(kTomorrow);
    refresh();
    reveal(*m_text);
}

void ItemPanel::fillOwners()
{
    m_owner->clear();
    m_owner->addItem(tr("I see to it"), static_cast<qlonglong>(desk().staffId().value));
    for (const auto &[id, staff] : desk().link().branch().staff()) {
        if (id != desk().staffId())
            m_owner->addItem(fromUtf8(staff.name), static_cast<qlonglong>(id.value));
    }
}

TimeMs ItemPanel::dueMs() const
{
    const TimeMs now = desk().link().hubNowMs();
    const auto offset = desk().link().branch().settings().utcOffsetMin;
    if (m_due->chosen() == kOnADay)
        return dueTyped(m_day->text(), now, offset);
    return dueInDays(kDays.at(static_cast<std::size_t>(m_due->chosen())), now, offset);
}

void ItemPanel::refresh()
{
    m_day->setVisible(m_due->chosen() == kOnADay);
    const bool isComplaint = kKinds.at(static_cast<std::size_t>(m_kind->chosen())) == OpenItemKind::Complaint;
    nameEdit(*m_text, isComplaint ? tr("What they complain about") : tr("What was promised"));
    const TimeMs due = dueMs();
    const auto &settings = desk().link().branch().settings();
    setHint(due > 0 ? tr("It is %1. It stands first on the next card and on the supervisor's board.")
                          .arg(dueText(due, desk().link().hubNowMs(), settings.utcOffsetMin))
                    : tr("Type the day as 5/3 or 5/3/2026, today or later."));
}

void ItemPanel::confirm()
{
    if (m_text->text().trimmed().isEmpty()) {
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (dueMs() == 0) {
        m_day->setFocus(Qt::OtherFocusReason);
        return;
    }
    customercommand::AddOpenItem change;
    change.kind = kKinds.at(static_cast<std::size_t>(m_kind->chosen()));
    change.customer = subject().customer;
    change.ticket = subject().ticket;
    change.text = m_text->text().trimmed().toStdString();
    change.owner = StaffId{m_owner->currentData().toLongLong()};
    change.dueMs = dueMs();
    const QString done
        = tr("%1 for %2 is written down, %3.")
              .arg(openItemWord(change.kind), who(),
                   dueText(change.dueMs, desk().link().hubNowMs(), desk().link().branch().settings().utcOffsetMin));
    send(change, [this, done](const CustomerReply &reply) { Q_EMIT added(reply.item, reply.revision, done); });
}

void ItemPanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("Promise, complaint or callback for %1").arg(who()));
    setConfirmWords(tr("Write it down"));
    m_kind->setWords(tr("Kind"), {openItemWord(kKinds[0]), openItemWord(kKinds[1]), openItemWord(kKinds[2])});
    m_due->setWords(tr("Due"), {tr("Today"), tr("Tomorrow"), tr("In 3 days"), tr("In a week"), tr("On a day…")});
    nameEdit(*m_day, tr("Day"), QStringLiteral("5/3"));
    m_owner->setAccessibleName(tr("Who sees to it"));
    if (m_owner->count() > 0)
        m_owner->setItemText(0, tr("I see to it"));
    refresh();
}

SettlePanel::SettlePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("settle"), parent), m_list(new QListWidget(this)),
      m_ending(new ChoiceRow(QStringLiteral("ending"), Qt::ALT, static_cast<int>(kEndings.size()), this)),
      m_words(addEdit("endingEdit", kWordsMax))
{
    m_list->setObjectName(QStringLiteral("openItemsList"));
    m_list->setFixedHeight(84);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows()->addWidget(m_list);
    rows()->addWidget(m_ending);
    rows()->addWidget(m_words);
    connect(m_ending, &ChoiceRow::changed, this, [this] {
        refresh();
        if (isOpen())
            m_words->setFocus(Qt::OtherFocusReason);
    });
    connect(&customer, &TellerCustomer::changed, this, [this] {
        if (isOpen() && this->customer().subject() == subject())
            fill();
    });
    retranslate();
}

void SettlePanel::open()
{
    const KnownPerson *person = customer().writable();
    if (!person || !person->card() || !begin())
        return;
    m_words->clear();
    m_ending->choose(0);
    fill();
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    refresh();
    reveal(*m_list);
}

void SettlePanel::fill()
{
    const KnownPerson *person = customer().writable();
    const OpenItemId before
        = m_list->currentRow() >= 0 ? m_items.at(static_cast<std::size_t>(m_list->currentRow())).id : OpenItemId{};
    m_items.clear();
    m_list->clear();
    if (!person || !person->card())
        return;
    for (const OpenItem &item : person->card()->openItems) {
        if (item.isOpen())
            m_items.push_back(item);
    }
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const OpenItem &a, const OpenItem &b) { return a.dueMs < b.dueMs; });
    const ProfilePlace place{desk().link().branch(), desk().link().hubNowMs()};
    for (const OpenItem &item : m_items) {
        const QString kind
            = item.kind == OpenItemKind::Blocker ? blockerWord(item.blocker) : openItemWord(item.kind);
        m_list->addItem(QStringLiteral("%1: %2 · %3 · %4")
                            .arg(kind, fromUtf8(item.text), dueText(item.dueMs, place.nowMs, place.offsetMin()),
                                 place.nameOf(item.owner)));
        if (item.id == before)
            m_list->setCurrentRow(m_list->count() - 1);
    }
}

void SettlePanel::refresh()
{
    const bool wantsWords = m_ending->chosen() != 0;
    nameEdit(*m_words, wantsWords ? tr("Why, in a few words") : tr("What was done (may be empty)"));
    setHint(m_items.empty() ? tr("Nothing is open with them.") : QString());
    confirmButton().setEnabled(!m_items.empty());
}

void SettlePanel::confirm()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_items.size()))
        return;
    const OpenItemState state = kEndings.at(static_cast<std::size_t>(m_ending->chosen()));
    const QString words = m_words->text().trimmed();
    if (words.isEmpty() && state != OpenItemState::Kept) {
        m_words->setFocus(Qt::OtherFocusReason);
        setHint(tr("Say why in a few words: whoever reads it next wants to know."));
        return;
    }
    const OpenItem &item = m_items.at(static_cast<std::size_t>(row));
    customercommand::ChangeOpenItem change;
    change.item = item.id;
    change.revision = item.revision;
    change.state = state;
    change.ending = words.toStdString();
    send(change);
}

void SettlePanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("Settle what is open with %1").arg(who()));
    setConfirmWords(tr("Settle it"));
    m_list->setAccessibleName(tr("Promises and complaints that are open"));
    m_ending->setWords(
        tr("How"),
        {openItemStateWord(kEndings[0]), openItemStateWord(kEndings[1]), openItemStateWord(kEndings[2])});
    refresh();
}

} // namespace tiepdon
