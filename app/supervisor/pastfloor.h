// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"

#include <QWidget>

#include <map>
#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace tiepdon {

class CounterTile;
class EmptyState;
class QueueBar;

/// A floor as it was at a moment: a tile per counter and the queues as bars, as on the floor's own page, to look at
/// alone.
class PastFloor : public QWidget
{
    Q_OBJECT

public:
    explicit PastFloor(QWidget *parent = nullptr);

    /// Shows a branch at a moment.
    void showAt(const BranchState &branch, TimeMs atMs);
    /// Shows nothing.
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild(const BranchState &branch);
    void arrange();
    void retranslate();

    QScrollArea *m_tileScroll;
    QWidget *m_tileGround;
    QGridLayout *m_grid;
    EmptyState *m_empty;
    QLabel *m_queuesTitle;
    QWidget *m_queueGround;
    QVBoxLayout *m_queueColumn;
    std::map<CounterId, CounterTile *> m_tiles;
    std::vector<CounterId> m_order; ///< by number
    std::map<ServiceId, QueueBar *> m_queues;
    int m_columns = 0;
};

} // namespace tiepdon
