// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingfields.h"
#include "app/supervisor/supervisordesk.h"

#include <QWidget>

#include <map>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace tiepdon {

class AccountsPanel;
class DevicesPanel;
class HistoryPanel;
class InlineQuestion;
class KeyButton;
class NoteBar;
class PartPanel;
class ReviewPanel;
class SettingGrid;
class UndoBar;
struct SettingChange;

/// Everything the branch is made of: subjects at the left, the parts of one of them and a form, or a table. What
/// was changed waits in a draft until it is reviewed and saved as one change, can be taken back for a while, and
/// stands in the history afterwards. Who may only look sees it read-only. The desk must outlive it.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(SupervisorDesk &desk, QWidget *parent = nullptr);
    ~SettingsPage() override;

    [[nodiscard]] SettingDraft &draft() { return m_draft; }
    [[nodiscard]] ReviewPanel &reviewPanel() { return *m_review; }
    [[nodiscard]] HistoryPanel &historyPanel() { return *m_history; }
    [[nodiscard]] DevicesPanel &devicesPanel() { return *m_devices; }
    [[nodiscard]] AccountsPanel &accountsPanel() { return *m_accounts; }
    [[nodiscard]] UndoBar &undoBar() { return *m_undoBar; }
    /// Shown now: what is asked of the hub is asked anew.
    void load();
    void showSubject(Subject subject);
    /// To a part, wherever it stands.
    void showPart(const PartKey &key);
    /// Shows what would be saved.
    void review();
    /// Whether something is typed here that is not saved.
    [[nodiscard]] bool hasUnsaved() const;
    void undo();

Q_SIGNALS:
    /// Ctrl+Z is this page's, or no longer.
    void undoOffered(bool isOffered);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar();
    void addKeys();
    void fillSubjects();
    void onSubject(int row);
    void refresh();
    void refreshReview();
    void leaveReview();
    void save(const DecisionRecord &decision);
    void onSaved(const SettingProposal &proposal, SettingChangeId change);
    void onRefused(const Error &error);
    /// Makes a change of the history a proposal that takes it back.
    void proposeReverting(const SettingChange &change);
    void askToDiscard();
    void retranslate();
    [[nodiscard]] const std::vector<Role> &roles() const { return m_desk.link().session().roles; }
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] QWidget &viewOf(Subject subject) const;

    SupervisorDesk &m_desk;
    SettingDraft m_draft;
    QListWidget *m_subjects;
    QLabel *m_title;
    QLabel *m_hint;
    QStackedWidget *m_views;
    PartPanel *m_parts;
    std::map<Subject, SettingGrid *> m_grids;
    AccountsPanel *m_accounts;
    DevicesPanel *m_devices;
    HistoryPanel *m_history;
    ReviewPanel *m_review;
    QLabel *m_unsaved;
    KeyButton *m_discard;
    KeyButton *m_reviewButton;
    InlineQuestion *m_question;
    NoteBar *m_note;
    UndoBar *m_undoBar;
    Subject m_subject = Subject::Branch;
    std::optional<SettingProposal> m_reverting; ///< what is reviewed is this, not the draft
    std::optional<SettingProposal> m_back; ///< what takes the last change back
    bool m_isReviewing = false;
    bool m_isSaving = false;
    int m_saving = 0; ///< counts what was sent
    StaffId m_who; ///< whose edits these are
};

} // namespace tiepdon
