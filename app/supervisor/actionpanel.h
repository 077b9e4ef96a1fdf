// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/cover.h"
#include "app/supervisor/supervisordesk.h"

#include <QFrame>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;

namespace tiepdon {

class CoverList;
class ErrorBanner;
class KeyButton;

/// Something a supervisor is about to do.
struct Action {
    enum class Kind { Move, Open, Close, Break, Transfer, Raise, Cancel, Restore };

    Kind kind = Kind::Move;
    CounterId counter; ///< of the first four
    ProfileId profile; ///< of Move
    TicketId ticket; ///< of the others
};

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
    void preview(CounterId counter, ProfileId profile);
    void endPreview();
    void close();
    [[nodiscard]] bool isOpen() const { return m_action.has_value(); }
    [[nodiscard]] bool isPreview() const { return m_isPreview; }
    [[nodiscard]] const std::optional<Action> &action() const { return m_action; }
    /// What the button does.
    void confirm();

Q_SIGNALS:
    /// Opened, closed, or a preview began or ended.
    void shownChanged();
    /// Closed by the person, or because it was done.
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Item {
        qlonglong id = 0;
        QString text;
    };
    /// What the panel shows for an action as the branch is now.
    struct Form {
        QString title;
        QString hint;
        QString blocked; ///< why it cannot be done now
        QString listTitle;
        std::vector<Item> list;
        QString firstTitle; ///< of the upper combo box: a place, or a work profile
        std::vector<Item> first;
        QString secondTitle; ///< of the lower one: a reason
        std::vector<Item> second;
        std::vector<ServiceCover> cover;
        QString warning;
        QString confirm;
    };

    [[nodiscard]] Form form() const;
    [[nodiscard]] Form moveForm() const;
    [[nodiscard]] Form openForm() const;
    [[nodiscard]] Form closeForm() const;
    [[nodiscard]] Form breakForm() const;
    [[nodiscard]] Form transferForm() const;
    [[nodiscard]] Form ticketForm() const;
    [[nodiscard]] std::optional<Command> command() const;
    [[nodiscard]] const Ticket *ticket() const;
    [[nodiscard]] const CounterState *counterState() const;
    /// "A012 is at this counter…"; empty when it is free.
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] QString lostText(const std::vector<ServiceCover> &cover) const;
    [[nodiscard]] qlonglong chosen() const; ///< in the list
    void noticeChange();
    void refresh();
    void show(const Form &form);
    void retranslate();
    void onEnter();
    void onAnswer(const Result<CommandReply> &reply);

    SupervisorDesk &m_desk;
    std::optional<Action> m_action;
    bool m_isPreview = false;
    bool m_isWarned = false; ///< the second question is asked
    bool m_isSent = false;
    ProfileId m_from; ///< what the counter had when this was last looked at
    bool m_hasChanged = false; ///< somebody else gave it another since it was opened
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_listTitle;
    QListWidget *m_list;
    QLabel *m_firstTitle;
    QComboBox *m_first;
    QLabel *m_secondTitle;
    QComboBox *m_second;
    QLabel *m_coverTitle;
    CoverList *m_cover;
    QFrame *m_warningCard;
    QLabel *m_warning;
    ErrorBanner *m_error;
    KeyButton *m_confirm;
    KeyButton *m_insist; ///< the answer to the second question; no key of its own
    KeyButton *m_cancel;
};

} // namespace tiepdon
