// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/promisesmodel.h"
#include "app/supervisor/supervisordesk.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class KeyButton;
class NoteBar;
class StateChip;
class TablePane;
class UndoBar;

/// What any department promised to customers, and complaints, callbacks and what staff lack: what is due and late,
/// who owns it, and at the side how it is handed on, moved and settled. What was changed here can be taken back for
/// a while. Asks the hub anew while it is shown. The desk must outlive it.
class PromisesPage : public QWidget
{
    Q_OBJECT

public:
    enum class Which { Open, Late, Today, All };

    explicit PromisesPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Asks the hub when the last answer is older than a moment, and brings times up to now.
    void tick();
    /// Asks the hub at once.
    void load();
    void showWhich(Which which);
    void choose(OpenItemId item);
    [[nodiscard]] UndoBar &undoBar() { return *m_undoBar; }

Q_SIGNALS:
    /// Ctrl+Z is this page's, or no longer.
    void undoOffered(bool isOffered);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFilters();
    [[nodiscard]] QWidget *makeCard();
    void addKeys();
    void fillFilters();
    void fillOwners();
    void refresh();
    void refreshCard();
    void retranslate();
    [[nodiscard]] const OpenItemRow *row() const;
    [[nodiscard]] bool mayChange() const;
    /// Hands on and moves as the form says.
    void save();
    void settle(OpenItemState state);
    void send(customercommand::ChangeOpenItem change, const QString &done);
    void undo();
    [[nodiscard]] TimeMs dueAsked() const;
    /// As the form says; the present one where it says nothing.
    [[nodiscard]] StaffId ownerAsked() const;

    /// What takes the last change back.
    struct Back {
        customercommand::ChangeOpenItem change;
    };

    SupervisorDesk &m_desk;
    PromisesModel *m_model;
    QComboBox *m_which;
    QComboBox *m_kind;
    QComboBox *m_owner;
    QLabel *m_count;
    QTableView *m_table;
    TablePane *m_pane;
    QStackedWidget *m_cardStack;
    EmptyState *m_noneChosen;
    StateChip *m_state;
    QLabel *m_customer;
    QLabel *m_text;
    QLabel *m_detail;
    QLabel *m_ownerTitle;
    QComboBox *m_newOwner;
    QLabel *m_dueTitle;
    QLineEdit *m_newDue;
    KeyButton *m_save;
    QLabel *m_wordsTitle;
    QLineEdit *m_words;
    KeyButton *m_kept;
    KeyButton *m_broken;
    KeyButton *m_withdrawn;
    KeyButton *m_reopen;
    ErrorBanner *m_error;
    NoteBar *m_note;
    UndoBar *m_undoBar;
    OpenItemId m_chosen;
    OpenItemId m_filledFor; ///< the form shows this item's owner and day
    std::int64_t m_filledRevision = 0;
    std::optional<Back> m_back;
    std::int64_t m_open = 0;
    std::int64_t m_late = 0;
    bool m_isMore = false;
    bool m_isAsked = false; ///< an answer is under way
    bool m_isKnown = false; ///< there was one
    bool m_isChanging = false;
    int m_changed = 0; ///< counts what was changed: an answer to somebody before is nobody's
    int m_asking = 0; ///< counts what was asked
    QElapsedTimer m_since; ///< the last answer
};

} // namespace tiepdon
