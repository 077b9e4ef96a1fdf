// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "ui/widgets/countertile.h"

#include <QPoint>
#include <QScrollArea>

#include <functional>
#include <map>
#include <vector>

class QGridLayout;

namespace tiepdon {

/// The counters of the floor as tiles, by number: which one is looked at, arrows between them, dragging one, and
/// what is dropped on one. An event updates the tile it is about. The desk must outlive it.
class FloorTiles : public QScrollArea
{
    Q_OBJECT

public:
    /// Why something cannot be dropped on a counter, in words; empty where it can.
    using DropCheck = std::function<QString(CounterId, const CounterDrop &)>;

    FloorTiles(SupervisorDesk &desk, DropCheck check, QWidget *parent = nullptr);

    /// Makes the tiles those of the branch as it is now.
    void rebuild();
    void refresh(CounterId counter);
    void refreshAll();
    [[nodiscard]] CounterTile *tile(CounterId counter) const;
    [[nodiscard]] bool isEmpty() const { return m_order.empty(); }
    /// Marks the one that is looked at; 0 for none.
    void select(CounterId counter);
    [[nodiscard]] CounterId selected() const { return m_selected; }
    /// Following where the keyboard is; not while something is being confirmed.
    void setFollowing(bool isFollowing) { m_isFollowing = isFollowing; }
    /// Where there is little height tiles are a little less high: as much as what they say needs.
    void setShort(bool isShort);
    /// What the tiles need in height at the width there is.
    [[nodiscard]] int heightWanted() const;

Q_SIGNALS:
    void activated(tiepdon::CounterId counter, QPoint at);
    void placeAsked(tiepdon::CounterId counter);
    void dropOver(tiepdon::CounterId counter, const tiepdon::CounterDrop &drop);
    void dropped(tiepdon::CounterId counter, const tiepdon::CounterDrop &drop);
    /// Another number of rows.
    void arranged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void startDrag(CounterId counter);
    bool pressKey(CounterId counter, int key);
    void step(CounterId from, int key);

    SupervisorDesk &m_desk;
    DropCheck m_check;
    QWidget *m_ground;
    QGridLayout *m_grid;
    std::map<CounterId, CounterTile *> m_tiles;
    std::vector<CounterId> m_order; ///< by number
    int m_tileHeight;
    int m_rows = 0;
    int m_columns = 0; ///< 0: the tiles are to be placed anew
    CounterId m_selected;
    bool m_isFollowing = true;
    QPoint m_pressedAt;
};

} // namespace tiepdon
