// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/railbutton.h"
#include "app/supervisor/supervisordesk.h"
#include "ui/session/language.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <string_view>
#include <vector>

class QPushButton;
class QShortcut;
class QStackedWidget;

namespace tiepdon {

class AlertSignals;
class AlertsPage;
class AdvicePanel;
class DayPage;
class EmptyState;
class ErrorBanner;
class FloorPage;
class HistoryPage;
class InlineQuestion;
class LeaveGuard;
class MovesPanel;
class NoteBar;
class PromisesPage;
class SettingsPage;
class TicketsPage;
class TodayPage;
class UndoBar;
class WhatIfPanel;
class WindowHeader;

/// The supervisor's window, for whoever is signed in. The link must outlive it.
class SupervisorWindow : public QWidget
{
    Q_OBJECT

public:
    SupervisorWindow(BranchLink &link, Language &language, QWidget *parent = nullptr);

    [[nodiscard]] SupervisorDesk &desk() { return m_desk; }
    [[nodiscard]] FloorPage &floorPage() { return *m_floor; }
    [[nodiscard]] TicketsPage &ticketsPage() { return *m_tickets; }
    [[nodiscard]] PromisesPage &promisesPage() { return *m_promises; }
    [[nodiscard]] AlertsPage &alertsPage() { return *m_alerts; }
    [[nodiscard]] TodayPage &todayPage() { return *m_today; }
    [[nodiscard]] HistoryPage &historyPage() { return *m_history; }
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
    [[nodiscard]] SettingsPage &settingsPage() { return *m_settings; }
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
    /// A page of the rail, and what it needs.
    struct Page {
        QWidget *widget = nullptr;
        RailButton *button = nullptr;
        std::string_view right; ///< row of the table of permissions; who has none does not see it
        bool needsDay = false; ///< while no day is open the page of the day stands in its place
        std::function<QString()> word;
        QString key;
        std::function<void()> show; ///< before it is shown; may be empty
        std::function<void()> tick; ///< each second while it is shown; may be empty
    };
    /// Adds a page behind those there are; its key is Ctrl and its number.
    void addPage(RailButton::Sign sign, const QString &buttonName, Page page);
    [[nodiscard]] const Page *pageOf(const QWidget *widget) const;
    /// Whether who is signed in may see it.
    [[nodiscard]] bool maySee(const Page &page) const;
    /// The page in view: the one chosen, or the day's in its place.
    void placePage();
    [[nodiscard]] QWidget *makeRail();
    [[nodiscard]] QWidget *makeMessages();
    void addKeys();
    void showPage(QWidget &page);
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
    std::vector<Page> m_listed; ///< pages in the rail's order
    QWidget *m_chosen = nullptr; ///< of m_listed
    QStackedWidget *m_pages;
    QStackedWidget *m_work;
    FloorPage *m_floor;
    AdvicePanel *m_advice;
    WhatIfPanel *m_whatIf;
    TicketsPage *m_tickets;
    PromisesPage *m_promises;
    TodayPage *m_today;
    HistoryPage *m_history;
    AlertsPage *m_alerts;
    SettingsPage *m_settings;
    DayPage *m_dayPage;
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
