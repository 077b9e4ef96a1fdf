// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionform.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QListWidget;

namespace tiepdon {

class CoverList;
class EffectPreview;
class ErrorBanner;
class KeyButton;

/// Where one action is prepared and confirmed, in place: what is chosen for it, what it would change, and what went
/// wrong. Hidden until opened. Enter confirms, Escape leaves; what would leave a service without a counter is asked
/// for a second time, and then Enter alone does not do it.
class ActionPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ActionPanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    void open(const Action &action);
    /// Shows what a move would change while it is still dragged, without buttons.
    void preview(const Action &action);
    void endPreview();
    void close();
    [[nodiscard]] bool isOpen() const { return m_action.has_value(); }
    [[nodiscard]] bool isPreview() const { return m_isPreview; }
    [[nodiscard]] const std::optional<Action> &action() const { return m_action; }
    /// What the button does.
    void confirm();
    /// What it would change is asked for at once.
    void hurry();

Q_SIGNALS:
    /// Opened, closed, or a preview began or ended.
    void shownChanged();
    /// Closed by the person, or because it was done.
    void closed();
    /// The hub refused what was confirmed here, but this is about something else by now, or closed.
    void refusedLate(const tiepdon::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void begin(const Action &action);
    [[nodiscard]] ActionChoice choice() const;
    [[nodiscard]] ActionForm form() const;
    /// Counters were changed by somebody else since they were looked at: said before anything is sent.
    void noticeChange();
    void lookAgain();
    void askWho(CounterId counter);
    [[nodiscard]] std::vector<CounterMove> moves() const;
    /// What is asked for was decided about another queue than the ticket waits in by now.
    void noticeSentOn();
    void refresh();
    void show(const ActionForm &form);
    void showEffect(bool isPossible);
    void retranslate();
    void onEnter();
    void onAnswer(int number, const Result<CommandReply> &reply);

    SupervisorDesk &m_desk;
    std::optional<Action> m_action;
    bool m_isPreview = false;
    bool m_isWarned = false; ///< the second question is asked
    bool m_isSent = false;
    int m_number = 0; ///< of what is open: answers to what was before are late
    SeenCounters m_seen; ///< how counters were when this was last looked at
    ActionNews m_news; ///< somebody else changed what it is about since it was opened
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_listTitle;
    QListWidget *m_list;
    QLabel *m_firstTitle;
    QComboBox *m_first;
    QLabel *m_whoTitle;
    QComboBox *m_who;
    QLabel *m_delayTitle;
    QComboBox *m_delay;
    QLabel *m_secondTitle;
    QComboBox *m_second;
    QLabel *m_coverTitle;
    CoverList *m_cover;
    EffectPreview *m_effect;
    QLabel *m_effectText;
    QFrame *m_warningCard;
    QLabel *m_warning;
    ErrorBanner *m_error;
    KeyButton *m_confirm;
    KeyButton *m_insist; ///< the answer to the second question; no key of its own
    KeyButton *m_cancel;
};

} // namespace tiepdon
