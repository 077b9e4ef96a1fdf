// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionpanel.h"
#include "app/supervisor/supervisordesk.h"

#include <QWidget>

#include <array>
#include <deque>
#include <map>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QMenu;
class QScrollArea;
class QStackedWidget;

namespace tiepdon {

class AdvicePanel;
class AlertsPanel;
class CounterTile;
class EmptyState;
class ErrorBanner;
class FigureCard;
class FloorStrips;
class FloorTiles;
class MessagePanel;
class TicketQueue;
struct CounterDrop;

/// The floor: its five figures, a tile per counter, the work profiles and people to give out, and at the side the
/// alerts and the queues as bars, or what is about to be done. An event updates the tiles and bars it is about;
/// times and figures follow once a tick.
class FloorPage : public QWidget
{
    Q_OBJECT

public:
    explicit FloorPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Brings all that counts up to the hub's time now.
    void tick();
    [[nodiscard]] ActionPanel &action() { return *m_action; }
    [[nodiscard]] AlertsPanel &alerts() { return *m_alerts; }
    [[nodiscard]] FloorStrips &strips() { return *m_strips; }
    [[nodiscard]] CounterTile *tile(CounterId counter) const;
    /// Fills a menu with what can be done at a counter now.
    void fillMenu(QMenu &menu, CounterId counter);
    /// A strip in the centre, under the counters.
    void setAdvice(AdvicePanel *strip);
    /// A page at the side, in place of alerts and queues, until it is put away.
    void showSide(QWidget *page);
    void hideSide(QWidget *page);
    /// Goes to where something can be done about an alert.
    void actOn(const Alert &alert);
    /// Asks who is to work at a counter, with somebody proposed or nobody.
    void askPlace(CounterId counter, StaffId staff = {});
    /// Begins a message to a counter, or (0) to all.
    void askMessage(CounterId counter = {});
    /// Asks how somebody who waits is sent on, with a queue or a counter proposed.
    void askTransfer(TicketId ticket, ServiceId service, CounterId counter);
    [[nodiscard]] MessagePanel &messages() { return *m_messages; }

Q_SIGNALS:
    void queueChosen(tiepdon::ServiceId service);
    /// An alert is about a ticket; something can be done there.
    void ticketChosen(tiepdon::TicketId ticket);
    /// An alert is about what somebody still lacks.
    void promisesAsked();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeQueues();
    void connectParts();
    void rebuild();
    void arrangeSides();
    void onEvent(const Event &event, const Touched &touched);
    void refreshQueue(ServiceId service);
    void refreshFigures();
    void refreshSide();
    void retranslate();
    QMenu *showMenu(CounterId counter, const QPoint &at);
    [[nodiscard]] Action actionOf(CounterId counter, ProfileId profile) const;
    void askMove(CounterId counter, ProfileId profile);
    void endBreak(CounterId counter);
    void preview(CounterId counter, const CounterDrop &drop);
    void take(CounterId counter, const CounterDrop &drop);
    void openFor(ServiceId service);
    [[nodiscard]] TicketQueue *makeQueue(ServiceId service);
    [[nodiscard]] QString whyNoDrop(CounterId counter, const CounterDrop &drop) const;
    /// Why somebody is not sent on now; empty where they can be.
    [[nodiscard]] QString whyNoTransfer(TicketId ticket) const;
    [[nodiscard]] QString whyNoTransferTo(ServiceId service, TicketId ticket) const;
    /// What is shown about an alert was put away without anything done.
    void forgetAlert();

    SupervisorDesk &m_desk;
    std::array<FigureCard *, 5> m_figures;
    QGridLayout *m_figureGrid;
    int m_figureColumns = 0;
    QBoxLayout *m_split;
    FloorTiles *m_tiles;
    EmptyState *m_empty;
    ErrorBanner *m_error;
    QWidget *m_centre;
    AdvicePanel *m_advice = nullptr;
    bool m_isShort = false;
    FloorStrips *m_strips;
    QWidget *m_side;
    QStackedWidget *m_sideStack;
    QWidget *m_watch; ///< alerts and queues
    QBoxLayout *m_watchBox;
    QLabel *m_queuesTitle;
    QLabel *m_score; ///< how good the waits were that people were told
    QWidget *m_queueGround;
    AlertsPanel *m_alerts;
    ActionPanel *m_action;
    MessagePanel *m_messages;
    QWidget *m_sidePage = nullptr; ///< shown in place of `m_watch`
    std::map<ServiceId, TicketQueue *> m_queues;
    CounterId m_acted; ///< what the last action was about: the keyboard goes back there
    /// Call to finish of the last that were finished while this page looked.
    std::deque<TimeMs> m_recentMs;
};

} // namespace tiepdon
