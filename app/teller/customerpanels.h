// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/choicepanel.h"
#include "app/teller/tellercustomer.h"

#include <QKeyCombination>
#include <QWidget>

#include <utility>
#include <vector>

class QLineEdit;

namespace tiepdon {

class CreatePanel;
class DeclinePanel;
class DeskPanel;
class EditPanel;
class FindPanel;
class GoalPanel;
class ItemPanel;
class NotePanel;
class NumbersPanel;
class SettlePanel;
class StagePanel;
class UndoBar;

/// What can be opened about a person.
enum class CustomerPanel {
    Find, ///< anybody, and any ticket
    Identify, ///< whose is the ticket in hand
    Note,
    Item, ///< a promise, a complaint, a callback
    Settle, ///< one of those comes to its end
    Decline,
    Goal,
    Blocker, ///< what is missing to serve well
    Edit,
    Numbers,
    Stage,
    Consents,
};

/// The choices about people, in place above the buttons, one at a time; takes no room when none is open. What was
/// sent and can be taken back is offered for a while.
class CustomerPanels : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerPanels(TellerCustomer &customer, QWidget *parent = nullptr);

    /// The key of each.
    static const std::vector<std::pair<QKeyCombination, CustomerPanel>> &keys();
    /// As printed on the keyboard.
    static QString keyText(CustomerPanel panel);

    void open(tiepdon::CustomerPanel panel);
    void openFind() { open(CustomerPanel::Find); }
    /// Asks why a masked field should be shown, and shows it.
    void openReveal(tiepdon::CustomerId customer, tiepdon::ProfileField field);
    /// Finds who a scanner has read.
    void openScanned(const QString &text);
    [[nodiscard]] bool isOpen() const;
    /// The choice that a figure answers, where one is open; null otherwise.
    [[nodiscard]] ChoicePanel *openChoice() const;
    void close();

Q_SIGNALS:
    /// Another choice that is open has to go first.
    void aboutToOpen();
    void opened();
    void closed();
    void revealed(tiepdon::CustomerId customer, tiepdon::ProfileField field, const tiepdon::Revealed &what);

private:
    /// Opens one of them, if `open` does: it may have nothing to ask.
    template <class Open>
    void show(Open &&open);
    [[nodiscard]] std::optional<ChoiceWords> blockerWords() const;
    [[nodiscard]] std::optional<ChoiceWords> consentWords();
    [[nodiscard]] std::optional<ChoiceWords> revealWords();
    void nameBlockerWords() const;
    void sendBlocker(BlockerKind kind);
    void changeConsent(bool isGiven);
    void sendReveal(RevealReason reason);
    void offerUndo(OpenItemId item, std::int64_t revision, const QString &done);
    void undo();

    TellerCustomer &m_customer;
    FindPanel *m_find;
    CreatePanel *m_create;
    NotePanel *m_note;
    ItemPanel *m_item;
    SettlePanel *m_settle;
    DeclinePanel *m_decline;
    GoalPanel *m_goal;
    ChoicePanel *m_blocker;
    QLineEdit *m_blockerWords;
    EditPanel *m_edit;
    NumbersPanel *m_numbers;
    StagePanel *m_stage;
    ChoicePanel *m_consents;
    ChoicePanel *m_reveal;
    UndoBar *m_undo;
    std::vector<DeskPanel *> m_panels; ///< all of those
    CustomerId m_revealOf;
    ProfileField m_revealField = ProfileField::Phone;
    std::optional<ConsentPurpose> m_purpose; ///< asked about, once it is chosen
    CustomerId m_consentOf;
    OpenItemId m_undoItem;
    std::int64_t m_undoRevision = 0;
};

} // namespace tiepdon
