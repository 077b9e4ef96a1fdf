// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "core/wire/accessquestion.h"

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace tiepdon {

class ErrorBanner;
class InlineQuestion;
class TablePane;

/// Who may sign in, and as what: roles, new one-time passwords, shutting an account and opening it again, and
/// giving somebody an account. Each is done at once and answered by the hub. An administrator's; others who may see
/// the list see it alone. Link and draft must outlive it.
class AccountsPanel : public QWidget
{
    Q_OBJECT

public:
    AccountsPanel(BranchLink &link, SettingDraft &draft, QWidget *parent = nullptr);

    /// Asks the hub anew.
    void load();
    void choose(StaffId staff);
    /// Shows the form for a new account.
    void startAdding();
    [[nodiscard]] const std::vector<StaffRow> &rows() const { return m_rows; }

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Roles of people, in the order of the boxes.
    static constexpr std::array<Role, 6> kRoles{Role::Teller,     Role::Greeter,       Role::Supervisor,
                                                Role::BackOffice, Role::Administrator, Role::Auditor};

    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] const StaffRow *chosen() const;
    [[nodiscard]] std::vector<Role> rolesChosen() const;
    void fill();
    void showRoles();
    void showCard();
    void fillPeople();
    void administer(const AccessCommand &command, const QString &done, const QString &secret = {});
    void saveRoles();
    void add();
    void newPassword();
    void askToShut();
    void retranslate();

    BranchLink &m_link;
    SettingDraft &m_draft;
    std::vector<StaffRow> m_rows;
    bool m_isAdding = false;
    bool m_isConfirming = false;
    bool m_isKnown = false;
    int m_asking = 0;
    int m_sending = 0;
    StaffId m_wanted; ///< chosen when the list is there
    StaffId m_askedAbout; ///< whose account the question is about
    StaffId m_filledFor; ///< whom the boxes are of, and what they were ticked for
    std::vector<Role> m_filledRoles;
    QLabel *m_count;
    QTableWidget *m_table;
    QPushButton *m_add;
    TablePane *m_pane;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_facts;
    QWidget *m_new;
    QLabel *m_personLabel;
    QComboBox *m_person;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_accountLabel;
    QLineEdit *m_account;
    QLabel *m_rolesLabel;
    std::array<QCheckBox *, 6> m_boxes{};
    QPushButton *m_save;
    QPushButton *m_password;
    QPushButton *m_unlock;
    QPushButton *m_shut;
    InlineQuestion *m_question;
    ErrorBanner *m_error;
    QLabel *m_done;
    QLineEdit *m_secret; ///< a password shown once
};

} // namespace tiepdon
