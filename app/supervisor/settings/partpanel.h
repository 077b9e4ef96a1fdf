// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingfields.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace tiepdon {

class EmptyState;
class NoteBar;
class SettingForm;

/// The parts of one kind with their form: a list with a search, adding, copying and removing, and the form of the
/// chosen one. Services stand in the tree of their groups. What is in use is not removed: who needs it is said,
/// with a way there. The draft must outlive it.
class PartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PartPanel(SettingDraft &draft, QWidget *parent = nullptr);

    void showSubject(Subject subject, const std::vector<Role> &roles);
    /// Chooses a part of the subject shown.
    void choose(const PartKey &key);
    [[nodiscard]] PartKey chosen() const { return m_chosen; }
    /// Says what is wrong with a field of the chosen part.
    void showProblem(const QString &field, const QString &problem);
    void clearProblems();
    void focusList();

Q_SIGNALS:
    void goAsked(const tiepdon::PartKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    void refresh();
    void fill();
    void addServices(QTreeWidgetItem *parent, std::int64_t group, int depth);
    QTreeWidgetItem *addItem(QTreeWidgetItem *parent, const PartKey &key);
    void onChosen();
    void add(SettingKind kind);
    void remove();
    void sayUsers(const std::vector<PartKey> &users, const QString &more);
    void clearUsers();
    void showForm();
    void retranslate();
    [[nodiscard]] bool isSingle() const { return m_subject == Subject::Branch || m_subject == Subject::Calling; }
    [[nodiscard]] bool fits(const PartKey &key) const;
    /// What the form does not say of a part: a zone's counters, who serves a service.
    [[nodiscard]] QString aboutText() const;
    /// Open tickets and counters that need it now, in words; empty for none.
    [[nodiscard]] QString neededNow(const PartKey &key) const;

    SettingDraft &m_draft;
    Subject m_subject = Subject::Branch;
    std::vector<Role> m_roles;
    PartKey m_chosen;
    QWidget *m_side;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QPushButton *m_add;
    QPushButton *m_addGroup;
    QPushButton *m_copy;
    QPushButton *m_remove;
    QLabel *m_count;
    QWidget *m_users;
    QLabel *m_usersText;
    QVBoxLayout *m_usersWays;
    NoteBar *m_crossed;
    QLabel *m_about; ///< what else is to know of the chosen part
    SettingForm *m_form;
    EmptyState *m_none;
    bool m_isFilling = false;
};

} // namespace tiepdon
