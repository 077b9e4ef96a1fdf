// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/alertrulesmodel.h"
#include "app/supervisor/supervisordesk.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace tiepdon {

class AlertRuleEditor;
class DecisionForm;
class EmptyState;
class ErrorBanner;
class TablePane;
class InlineQuestion;
class KeyButton;
class NoteBar;

/// The rules of alerts, and at the side one of them: in plain words, all its fields, what it would have done on
/// past days. It is saved, and removed, when the four questions about the customer have an answer. What was typed
/// stays until it is saved or let go. The desk must outlive it.
class AlertRulesView : public QWidget
{
    Q_OBJECT

public:
    explicit AlertRulesView(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Rules as the hub says them, and what can be done now.
    void refresh();
    /// Puts something under the list; taken over.
    void addFoot(QWidget *foot);
    void choose(AlertRuleId rule);
    /// A new one of the usual kind.
    void addRule();
    void tryRule();
    /// Asks the four questions, or saves with their answers.
    void save();
    void remove();
    /// Whether something was typed that is not saved.
    [[nodiscard]] bool isDirty() const { return m_isDirty; }
    [[nodiscard]] DecisionForm &decision() { return *m_decision; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Asking { Nothing, Save, Remove };

    void setUpList();
    [[nodiscard]] QWidget *makeSide();
    void addKeys();
    void open(const AlertRule &rule, bool isNew);
    void closeRule();
    /// The list is at the rule that is open.
    void followRule();
    void letGo();
    /// Goes to another rule, or asks first what is to become of what was typed.
    void go(AlertRuleId rule, bool isNew);
    void goNow(AlertRuleId rule, bool isNew);
    void onRules();
    void onEdited();
    void ask(Asking asking);
    void send();
    void onSent(int number, const Result<AlertReply> &reply, bool isRemoval);
    void showError(const Error &error);
    /// In `ink`, and where it is seen.
    void sayTried(const QString &words, const char *ink);
    void showTried(const AlertRule &rule, const Result<DryRun> &result);
    void sayRule();
    void refreshButtons();
    void retranslate();
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] bool canChange() const;

    SupervisorDesk &m_desk;
    AlertRulesModel *m_model;
    QLabel *m_count;
    QPushButton *m_add;
    QTableView *m_table;
    TablePane *m_pane;
    QStackedWidget *m_sideStack;
    EmptyState *m_noneChosen;
    QScrollArea *m_scroll;
    QLabel *m_words; ///< the rule in plain words
    AlertRuleEditor *m_editor;
    QLabel *m_tried;
    QComboBox *m_days;
    KeyButton *m_try;
    DecisionForm *m_decision;
    KeyButton *m_save;
    KeyButton *m_discard;
    QPushButton *m_remove;
    NoteBar *m_note;
    ErrorBanner *m_error;
    InlineQuestion *m_question;

    std::optional<AlertRule> m_rule; ///< as it was opened
    bool m_isNew = false;
    bool m_isDirty = false;
    bool m_isSaving = false;
    int m_saved = 0; ///< counts what was sent: an answer to somebody before is nobody's
    int m_trying = 0; ///< the number of the question under way; 0: none
    int m_asked = 0;
    Asking m_asking = Asking::Nothing;
    AlertRuleId m_next; ///< where to go when the question is answered
    bool m_nextIsNew = false;
    bool m_isGoing = false; ///< the list follows, and is not followed
};

} // namespace tiepdon
