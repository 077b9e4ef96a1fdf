// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/accountspanel.h"

#include "app/supervisor/settings/settingwords.h"
#include "core/access/permission.h"
#include "core/client/onetime.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 360;
constexpr int kRowHeight = 40;

QString rolesText(const std::vector<Role> &roles)
{
    QStringList words;
    for (const Role role : roles)
        words << roleWord(role);
    return words.join(QStringLiteral(", "));
}

} // namespace

AccountsPanel::AccountsPanel(BranchLink &link, SettingDraft &draft, QWidget *parent)
    : QWidget(parent), m_link(link), m_draft(draft), m_count(mutedLabel(this, sizes::kText)),
      m_table(new QTableWidget(this)), m_add(new QPushButton(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("accounts"), kRowHeight, TablePane::Ground::None, this)),
      m_card(new QFrame(this)), m_title(plainLabel(m_card, sizes::kTitle, QFont::DemiBold)),
      m_facts(mutedLabel(m_card, sizes::kText)), m_new(new QWidget(m_card)), m_personLabel(mutedLabel(m_new)),
      m_person(new QComboBox(m_new)), m_nameLabel(mutedLabel(m_new)), m_name(new QLineEdit(m_new)),
      m_accountLabel(mutedLabel(m_new)), m_account(new QLineEdit(m_new)), m_rolesLabel(mutedLabel(m_card)),
      m_save(new QPushButton(m_card)), m_password(new QPushButton(m_card)), m_unlock(new QPushButton(m_card)),
      m_shut(new QPushButton(m_card)), m_question(new InlineQuestion(m_card)), m_error(new ErrorBanner(m_card)),
      m_done(plainLabel(m_card, sizes::kText, QFont::Medium)), m_secret(new QLineEdit(m_card))
{
    setObjectName(QStringLiteral("accountsPanel"));
    m_table->setColumnCount(4);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_pane->setWidths({{1, 104}, {2, 136}, {3, 176}}, 0);
    m_count->setObjectName(QStringLiteral("accountsCount"));
    m_add->setObjectName(QStringLiteral("addAccountButton"));
    m_pane->addHeading(m_count);
    m_pane->addFoot(m_add, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pane, 1);
    row->addWidget(makeCard());
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int to, int, int from, int) {
        if (to == from)
            return;
        m_isAdding = false;
        m_question->close(); // it was asked about somebody else
        m_error->clear();
        m_done->hide();
        m_secret->hide();
        showRoles();
        showCard();
    });
    connect(m_add, &QPushButton::clicked, this, &AccountsPanel::startAdding);
    connect(&link, &BranchLink::accessChanged, this, [this] {
        m_rows.clear();
        m_isKnown = false;
        m_question->close();
        m_isAdding = false;
        m_secret->clear();
        m_secret->hide();
        m_done->hide();
        ++m_asking;
        ++m_sending;
        m_isConfirming = false;
        fill();
    });
    setFocusProxy(m_table);
    retranslate();
}

QWidget *AccountsPanel::makeCard()
{
    m_card->setProperty("panel", QStringLiteral("surface"));
    m_card->setFixedWidth(kCardWidth);
    m_title->setObjectName(QStringLiteral("accountTitle"));
    m_facts->setObjectName(QStringLiteral("accountFacts"));
    m_person->setObjectName(QStringLiteral("accountPersonChoice"));
    m_name->setObjectName(QStringLiteral("accountNameEdit"));
    m_account->setObjectName(QStringLiteral("newAccountEdit"));
    m_account->setMaxLength(40);
    m_name->setMaxLength(120);
    m_secret->setObjectName(QStringLiteral("oneTimePasswordEdit"));
    m_secret->setReadOnly(true);
    m_secret->hide();
    m_done->hide();
    m_done->setObjectName(QStringLiteral("accountDone"));
    m_question->setObjectName(QStringLiteral("accountQuestion"));
    m_error->setObjectName(QStringLiteral("accountErrorBanner"));
    const std::pair<QPushButton *, const char *> buttons[] = {{m_save, "saveRolesButton"},
                                                              {m_password, "newPasswordButton"},
                                                              {m_unlock, "unlockAccountButton"},
                                                              {m_shut, "shutAccountButton"}};
    for (const auto &[button, name] : buttons)
        button->setObjectName(QLatin1String(name));
    m_save->setProperty("kind", QStringLiteral("primary"));
    for (QLabel *wrapped : {m_title, m_facts, m_done})
        wrapped->setWordWrap(true);
    m_personLabel->setBuddy(m_person);
    m_nameLabel->setBuddy(m_name);
    m_accountLabel->setBuddy(m_account);
    auto *fresh = new QVBoxLayout(m_new);
    fresh->setContentsMargins(0, 0, 0, 0);
    fresh->setSpacing(4);
    for (QWidget *each : {static_cast<QWidget *>(m_personLabel), static_cast<QWidget *>(m_person),
                          static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                          static_cast<QWidget *>(m_accountLabel), static_cast<QWidget *>(m_account)})
        fresh->addWidget(each);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(6);
    for (QWidget *each : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_facts), m_new,
                          static_cast<QWidget *>(m_rolesLabel)})
        column->addWidget(each);
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        m_boxes[i] = new QCheckBox(m_card);
        m_boxes[i]->setObjectName(QStringLiteral("role%1Box").arg(fromUtf8(std::string(nameOf(kRoles[i])))));
        column->addWidget(m_boxes[i]);
        connect(m_boxes[i], &QCheckBox::clicked, this, [this] { showCard(); });
    }
    column->addWidget(m_save);
    column->addSpacing(8);
    for (QWidget *each :
         {static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_unlock), static_cast<QWidget *>(m_shut),
          static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_done),
          static_cast<QWidget *>(m_secret)})
        column->addWidget(each);
    column->addStretch();
    connect(m_save, &QPushButton::clicked, this, [this] { m_isAdding ? add() : saveRoles(); });
    connect(m_password, &QPushButton::clicked, this, &AccountsPanel::newPassword);
    connect(m_unlock, &QPushButton::clicked, this, [this] {
        if (const StaffRow *row = chosen())
            administer(accesscommand::UnlockStaff{row->staff}, tr("Wrong passwords are forgotten."));
    });
    connect(m_shut, &QPushButton::clicked, this, &AccountsPanel::askToShut);
    connect(m_question, &InlineQuestion::answered, this, [this] {
        administer(accesscommand::DisableStaff{m_askedAbout}, tr("The account is shut; their sessions ended."));
    });
    connect(m_person, &QComboBox::activated, this, [this] { showCard(); });
    for (QLineEdit *edit : {m_name, m_account})
        connect(edit, &QLineEdit::textEdited, this, [this] { showCard(); });
    return m_card;
}

bool AccountsPanel::mayChange() const
{
    return reachOf(accesscommand::SetRoles::kMethod, m_link.session().roles) == Reach::Any;
}

void AccountsPanel::load()
{
    if (reachOf(kStaffListMethod, m_link.session().roles) == Reach::None)
        return;
    const int asking = ++m_asking;
    m_link.ask(StaffList{}, this, [this, asking](const Result<StaffRows> &answer) {
        if (asking != m_asking)
            return;
        if (!answer) {
            m_pane->error().showError(answer.error());
            return;
        }
        m_pane->error().clear();
        m_isKnown = true;
        const StaffRow *was = chosen();
        if (was && !m_wanted.isSet())
            m_wanted = was->staff;
        m_rows = answer->staff;
        fill();
    });
}

void AccountsPanel::choose(StaffId staff)
{
    m_wanted = staff;
    m_isAdding = false;
    fill();
}

void AccountsPanel::startAdding()
{
    if (!mayChange())
        return;
    m_isAdding = true;
    m_question->close();
    m_error->clear();
    m_done->hide();
    m_secret->hide();
    m_name->clear();
    m_account->clear();
    fillPeople();
    for (QCheckBox *box : m_boxes)
        box->setChecked(false);
    showCard();
    m_person->setFocus(Qt::OtherFocusReason);
}

const StaffRow *AccountsPanel::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::vector<Role> AccountsPanel::rolesChosen() const
{
    std::vector<Role> roles;
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        if (m_boxes[i]->isChecked())
            roles.push_back(kRoles[i]);
    }
    return roles;
}

void AccountsPanel::fill()
{
    const bool wasAdding = m_isAdding;
    {
        const QSignalBlocker blocker(m_table);
        m_table->setRowCount(static_cast<int>(m_rows.size()));
        int chosenRow = std::clamp(m_table->currentRow(), 0, std::max(0, m_table->rowCount() - 1));
        for (int i = 0; i < m_table->rowCount(); ++i) {
            const StaffRow &row = m_rows[static_cast<std::size_t>(i)];
            QString state = row.isDisabled ? tr("Shut")
                : row.mustChangePassword   ? tr("One-time password")
                : row.sessions > 0         ? tr("Signed in")
                                           : tr("Not signed in");
            const QString cells[] = {fromUtf8(row.name), fromUtf8(row.account), rolesText(row.roles), state};
            for (int column = 0; column < 4; ++column) {
                auto *item = new QTableWidgetItem(cells[column]);
                item->setToolTip(toolTipOf(cells[column]));
                m_table->setItem(i, column, item);
            }
            if (row.staff == m_wanted)
                chosenRow = i;
        }
        if (m_table->rowCount() > 0)
            m_table->setCurrentCell(chosenRow, 0);
        if (m_isKnown)
            m_wanted = {};
    }
    m_isAdding = wasAdding;
    m_pane->showRows(!m_rows.empty());
    m_count->setText(m_isKnown ? counted(std::ssize(m_rows), tr("1 account"), tr("%1 accounts"))
                               : tr("Asking the hub …"));
    // an answer that comes late leaves what is ticked here
    if (const StaffRow *row = chosen();
        !m_isAdding && (!row || row->staff != m_filledFor || row->roles != m_filledRoles))
        showRoles();
    showCard();
}

void AccountsPanel::showRoles()
{
    const StaffRow *row = chosen();
    m_filledFor = row ? row->staff : StaffId{};
    m_filledRoles = row ? row->roles : std::vector<Role>();
    for (std::size_t i = 0; i < kRoles.size(); ++i)
        m_boxes[i]->setChecked(row
                               && std::find(row->roles.begin(), row->roles.end(), kRoles[i]) != row->roles.end());
}

void AccountsPanel::fillPeople()
{
    std::set<StaffId> taken;
    for (const StaffRow &row : m_rows)
        taken.insert(row.staff);
    m_person->clear();
    m_person->addItem(tr("Somebody new"), qlonglong(0));
    for (const auto &[id, staff] : m_draft.branch().staff()) {
        if (!taken.contains(id))
            m_person->addItem(fromUtf8(staff.name), qlonglong(id.value));
    }
}

void AccountsPanel::showCard()
{
    const StaffRow *row = chosen();
    const bool may = mayChange() && !m_isConfirming && m_link.status() == BranchLink::Status::Live;
    m_add->setVisible(mayChange());
    m_add->setEnabled(may);
    m_card->setVisible(m_isAdding || row);
    if (m_isAdding) {
        m_title->setText(tr("New account"));
        m_facts->setText(
            tr("They get a one-time password, shown here once, and change it when they first sign in."));
    } else if (row) {
        m_title->setText(fromUtf8(row->name));
        m_facts->setText(tr("Account %1, %2").arg(fromUtf8(row->account), rolesText(row->roles)));
    }
    const bool isNewPerson = m_person->currentData().toLongLong() == 0;
    m_new->setVisible(m_isAdding);
    m_nameLabel->setVisible(isNewPerson);
    m_name->setVisible(isNewPerson);
    for (QCheckBox *box : m_boxes)
        box->setEnabled(may);
    std::vector<Role> has = row ? row->roles : std::vector<Role>();
    const std::vector<Role> chosenRoles = rolesChosen();
    const bool isOther = !std::is_permutation(has.begin(), has.end(), chosenRoles.begin(), chosenRoles.end());
    m_save->setVisible(mayChange());
    m_save->setEnabled(may && !chosenRoles.empty()
                       && (m_isAdding ? !m_account->text().trimmed().isEmpty()
                                   && (!isNewPerson || !m_name->text().trimmed().isEmpty())
                                      : row && isOther));
    m_save->setText(m_isAdding ? tr("Give the account") : tr("Save the roles"));
    for (QPushButton *button : {m_password, m_unlock, m_shut}) {
        button->setVisible(mayChange() && !m_isAdding && row);
        button->setEnabled(may);
    }
    m_shut->setText(row && row->isDisabled ? tr("Open the account again") : tr("Shut the account…"));
}

void AccountsPanel::administer(const AccessCommand &command, const QString &done, const QString &secret)
{
    if (m_isConfirming)
        return;
    m_isConfirming = true;
    m_error->clear();
    m_done->hide();
    m_secret->clear();
    m_secret->hide();
    const bool isNew = m_isAdding;
    const StaffId about = isNew || !chosen() ? StaffId{} : chosen()->staff;
    showCard();
    m_link.administer(
        command, this, [this, done, secret, isNew, about, sending = ++m_sending](const Result<Json> &answer) {
            if (sending != m_sending)
                return; // somebody else sits here by now
            m_isConfirming = false;
            if (!answer) {
                m_error->showError(answer.error());
                showCard();
                return;
            }
            m_isAdding = false;
            m_wanted = isNew && answer->is_object() ? StaffId{answer->value("staff", std::int64_t(0))} : about;
            m_filledFor = {};
            if (!isNew)
                fill(); // whom it is about, whoever was looked at meanwhile
            m_done->setText(done);
            m_done->show();
            m_secret->setText(secret);
            m_secret->setVisible(!secret.isEmpty());
            load();
        });
}

void AccountsPanel::saveRoles()
{
    if (const StaffRow *row = chosen())
        administer(accesscommand::SetRoles{row->staff, rolesChosen()}, tr("The roles hold from now on."));
}

void AccountsPanel::add()
{
    accesscommand::AddStaff command;
    command.staff = StaffId{m_person->currentData().toLongLong()};
    command.account = m_account->text().trimmed().toStdString();
    command.name = command.staff.isSet() ? std::string() : m_name->text().trimmed().toStdString();
    command.roles = rolesChosen();
    const QString password = oneTimePassword();
    command.password = password.toStdString();
    administer(command, tr("The account is there. Its one-time password, shown only now:"), password);
}

void AccountsPanel::newPassword()
{
    const StaffRow *row = chosen();
    if (!row)
        return;
    const QString password = oneTimePassword();
    administer(accesscommand::SetPassword{row->staff, password.toStdString()},
               tr("The new one-time password, shown only now:"), password);
}

void AccountsPanel::askToShut()
{
    const StaffRow *row = chosen();
    if (!row)
        return;
    if (row->isDisabled)
        administer(accesscommand::EnableStaff{row->staff}, tr("The account is open again."));
    else {
        m_askedAbout = row->staff;
        m_question->ask(
            tr("Shut the account of %1? Whoever uses it is signed out at once.").arg(fromUtf8(row->name)),
            {tr("Shut it")});
    }
}

void AccountsPanel::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Account"), tr("Roles"), tr("State")});
    m_table->setAccessibleName(tr("Accounts"));
    m_add->setText(tr("Give somebody an account…"));
    m_pane->empty().setTexts(tr("No accounts to show"),
                             tr("Who may sign in stands here, once the hub has said it."));
    m_personLabel->setText(tr("Who"));
    m_person->setAccessibleName(tr("Who"));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_accountLabel->setText(tr("Account, as it is typed: small letters, digits, dot, hyphen"));
    m_account->setAccessibleName(tr("Account"));
    m_rolesLabel->setText(tr("Roles"));
    for (std::size_t i = 0; i < kRoles.size(); ++i)
        m_boxes[i]->setText(roleWord(kRoles[i]));
    m_password->setText(tr("New one-time password"));
    m_unlock->setText(tr("Forget wrong passwords"));
    m_secret->setAccessibleName(tr("One-time password"));
    fill();
}

void AccountsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
