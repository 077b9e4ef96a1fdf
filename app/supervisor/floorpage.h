// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionpanel.h"
#include "app/supervisor/supervisordesk.h"

#include <QWidget>

#include <array>
#include <deque>
#include <map>
#include <set>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QMenu;
class QScrollArea;
class QStackedWidget;

namespace tiepdon {

class CounterTile;
class EmptyState;
class ErrorBanner;
class FigureCard;
class ProfileStrip;
class QueueBar;

/// The floor: its five figures, a tile per counter, the queues as bars, the work profiles to give out, and at the
/// side what is about to be done. An event updates the tiles and bars it is about; times and figures follow once a
/// tick.
class FloorPage : public QWidget
{
    Q_OBJECT

public:
    explicit FloorPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Brings all that counts up to the hub's time now.
    void tick();
    [[nodiscard]] ActionPanel &action() { return *m_action; }
    [[nodiscard]] CounterTile *tile(CounterId counter) const;
    /// Fills a menu with what can be done at a counter now.
    void fillMenu(QMenu &menu, CounterId counter);

Q_SIGNALS:
    void queueChosen(tiepdon::ServiceId service);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTiles();
    [[nodiscard]] QWidget *makeQueues();
    void rebuild();
    void arrangeTiles();
    void arrangeSides();
    void onEvent(const Event &event, const Touched &touched);
    void refreshTile(CounterId counter);
    void refreshQueue(ServiceId service);
    void refreshFigures();
    void refreshSide();
    void retranslate();
    void select(CounterId counter);
    void showMenu(CounterId counter, const QPoint &at);
    void startDrag(CounterId counter);
    void step(CounterId from, int key);
    void askMove(CounterId counter, ProfileId profile);
    void act(const Command &command);
    [[nodiscard]] QString whyNoDrop(CounterId counter, ProfileId profile) const;

    SupervisorDesk &m_desk;
    std::array<FigureCard *, 5> m_figures;
    QGridLayout *m_figureGrid;
    int m_figureColumns = 0;
    QBoxLayout *m_split;
    QScrollArea *m_tileScroll;
    QWidget *m_tileGround;
    QGridLayout *m_grid;
    EmptyState *m_empty;
    ErrorBanner *m_error;
    QWidget *m_centre;
    QLabel *m_stripTitle;
    ProfileStrip *m_strip;
    QWidget *m_side;
    QStackedWidget *m_sideStack;
    QLabel *m_queuesTitle;
    QLabel *m_score; ///< how good the waits were that people were told
    QWidget *m_queueGround;
    ActionPanel *m_action;
    std::map<CounterId, CounterTile *> m_tiles;
    std::vector<CounterId> m_order; ///< of the tiles, by number
    std::map<ServiceId, QueueBar *> m_queues;
    int m_rows = 0;
    int m_columns = 0; ///< 0: the tiles are to be placed anew
    CounterId m_selected;
    CounterId m_acted; ///< what the last action was about: the keyboard goes back there
    QPoint m_pressedAt;
    /// Call to finish of the last that were finished while this page looked.
    std::deque<TimeMs> m_recentMs;
};

} // namespace tiepdon
