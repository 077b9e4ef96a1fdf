// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "ui/session/language.h"

#include <QTimer>
#include <QWidget>

class QLayout;
class QPushButton;
class QShortcut;
class QStackedWidget;

namespace tiepdon {

class AlertSignals;
class AlertsPage;
class AdvicePanel;
class EmptyState;
class ErrorBanner;
class FloorPage;
class HistoryPage;
class InlineQuestion;
class LeaveGuard;
class MovesPanel;
class NoteBar;
class RailButton;
class PromisesPage;
class SettingsPage;
class TicketsPage;
class TodayPage;
class UndoBar;
class WhatIfPanel;
class WindowHeader;
class WorkPages;

/// The supervisor's window, for whoever is signed in. The link must outlive it. Pages but the floor are made when
/// they are first asked for.
class SupervisorWindow : public QWidget
{
    Q_OBJECT

public:
    SupervisorWindow(BranchLink &link, Language &language, QWidget *parent = nullptr);

    [[nodiscard]] SupervisorDesk &desk() { return m_desk; }
    [[nodiscard]] FloorPage &floorPage() { return *m_floor; }
    [[nodiscard]] TicketsPage &ticketsPage();
    [[nodiscard]] PromisesPage &promisesPage();
    [[nodiscard]] AlertsPage &alertsPage();
    [[nodiscard]] TodayPage &todayPage();
    [[nodiscard]] HistoryPage &historyPage();
    [[nodiscard]] SettingsPage &settingsPage();
    /// Shows how alerts reach whoever works at this PC. The signals must outlive the window, or be its children.
    void setSignals(AlertSignals &alertSignals);
    void showFloor();
    void showTickets();
    void showPromises();
    void showAlerts();
    void showToday();
    void showHistory();
    /// Opens where moves are tried before they are made, beside the floor.
    void askWhatIf();
    void showSettings();
    /// Asks in place whether to close the day, and says what ends with it.
    void askToCloseDay();
    /// Takes the newest move back, or says why it cannot be.
    void undo();
    /// Shows the list of what was done, or puts it away.
    void toggleMoves();
    /// As a second later.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Adds the pages to the rail.
    void addPages();
    template <class Page>
    Page *made();
    /// A page offers to take something back, or no longer.
    void followOffer(bool isOffered);
    [[nodiscard]] QWidget *makeRail();
    QLayout *makeCorner();
    [[nodiscard]] QWidget *makeMessages();
    void addKeys();
    void refresh();
    void refreshPage();
    /// Who is signed in greets and does not look after the floor.
    [[nodiscard]] bool isGreeter() const;
    void retranslate();
    void offerUndo();
    /// The rail says how many alerts nobody has taken up yet.
    void countAlerts();
    void undoMove(int id, bool leaveUnserved);
    void onUndone(int id, const Result<CommandReply> &reply);
    void clearMessages();
    void closeDay();
    /// Why what was asked for is not done now.
    [[nodiscard]] QString whyNotNow() const;

    /// What closing the day would end.
    struct Ending {
        int tickets = 0;
        int atCounters = 0; ///< of them, called or being served
        int parked = 0; ///< of them, put aside
        bool carriesOver = false; ///< all but those at counters wait on the next day
    };
    [[nodiscard]] Ending ending() const;
    [[nodiscard]] QString endingText() const;
    [[nodiscard]] QString endingAnswer() const;

    BranchLink &m_link;
    SupervisorDesk m_desk;
    QTimer m_tick;
    WindowHeader *m_header;
    QPushButton *m_closeDay;
    QPushButton *m_message;
    QWidget *m_questionBar; ///< room for what is asked or said at the top
    InlineQuestion *m_dayQuestion;
    InlineQuestion *m_leaveQuestion;
    ErrorBanner *m_dayError;
    NoteBar *m_stale;
    QWidget *m_rail;
    RailButton *m_movesButton;
    QStackedWidget *m_pages;
    QWidget *m_working; ///< rail and pages; each is made where it stands: styles are worked out anew with each move
    WorkPages *m_work;
    FloorPage *m_floor;
    AdvicePanel *m_advice;
    WhatIfPanel *m_whatIf;
    TicketsPage *m_tickets = nullptr; ///< like those below, null until it is made
    PromisesPage *m_promises = nullptr;
    TodayPage *m_today = nullptr;
    HistoryPage *m_history = nullptr;
    AlertsPage *m_alerts = nullptr;
    SettingsPage *m_settings = nullptr;
    AlertSignals *m_signals = nullptr;
    EmptyState *m_noRight;
    EmptyState *m_waiting;
    MovesPanel *m_moves;
    NoteBar *m_note;
    ErrorBanner *m_undoError;
    InlineQuestion *m_undoQuestion;
    UndoBar *m_undoBar;
    QShortcut *m_undoKey;
    LeaveGuard *m_leaving;
    Ending m_said; ///< what the open question says
    int m_offered = 0; ///< the newest move that was shown in the bar
    int m_asked = 0; ///< the move the undo question is about
};

} // namespace tiepdon
