// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/wire/figuresmessage.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace tiepdon {

class DayCalendar;
class DayScrubber;
class ErrorBanner;
class PastDay;
class PastFloor;
class PastTickets;

/// Any day that is kept, as it was: a strip to move through it, the floor at that moment, what happened around it,
/// and its tickets. The desk must outlive it.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(SupervisorDesk &desk, QWidget *parent = nullptr);
    ~HistoryPage() override;

    /// Asks which days are kept, and for the last one where none is looked at.
    void load();
    /// A second later: a day that is open goes on.
    void tick();
    /// The tickets behind a figure.
    void showTickets(const FigureTickets &tickets);
    /// A day at a moment.
    void showMoment(const std::string &businessDay, TimeMs atMs);
    [[nodiscard]] PastDay &day() { return *m_day; }
    [[nodiscard]] PastTickets &tickets() { return *m_tickets; }
    [[nodiscard]] DayCalendar &calendar() { return *m_calendar; }

protected:
    void changeEvent(QEvent *event) override;
    /// Hands it on: a proxy among its children would take the page's others out of the order of tabs.
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTop();
    [[nodiscard]] QWidget *makeControls();
    [[nodiscard]] QWidget *makeEvents();
    void addKeys();
    void showView(int view);
    void fillDays();
    /// Where the keyboard is at work in the view that is shown.
    [[nodiscard]] QWidget *front() const;
    void fillCalendar();
    void chooseDay(int index);
    void stepDay(int by);
    void refresh();
    void refreshShown();
    void refreshEvents();
    void togglePlay();
    void play(int speed);
    void retranslate();

    SupervisorDesk &m_desk;
    PastDay *m_day;
    QToolButton *m_earlier;
    QComboBox *m_days;
    QToolButton *m_later;
    QPushButton *m_openCalendar;
    std::unique_ptr<DayCalendar> m_calendar; ///< a window of its own, with its own order of tabs
    QPushButton *m_dayView;
    QPushButton *m_ticketsView;
    ErrorBanner *m_error;
    QStackedWidget *m_views;
    QLabel *m_when; ///< "Thursday 12 November 2026, 10:41 · as it was"
    QLabel *m_stood; ///< how many waited then
    DayScrubber *m_scrubber;
    QPushButton *m_start;
    QPushButton *m_eventBack;
    QPushButton *m_play;
    QPushButton *m_eventOn;
    QPushButton *m_end;
    std::vector<std::pair<int, QPushButton *>> m_speeds;
    QLabel *m_hint;
    PastFloor *m_floor;
    QLabel *m_eventsTitle;
    QListWidget *m_events;
    PastTickets *m_tickets;
    std::string m_listedDay; ///< whose tickets the list has
    bool m_isFilling = false;
};

} // namespace tiepdon
