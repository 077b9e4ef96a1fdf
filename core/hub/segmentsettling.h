// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/branchhost.h"
#include "core/hub/changequeue.h"
#include "core/store/customerreader.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tiepdon {

/// Brings everybody's segment to what the branch's rules say, in small batches between other work: after a start,
/// on a new day (people get older) and when a rule changes. Main thread of the hub.
class SegmentSettling : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    SegmentSettling(BranchHost &host, CustomerReader &reader, ChangeQueue &queue, QObject *parent = nullptr);

    /// From the beginning, soon.
    void begin();
    [[nodiscard]] bool isSettling() const { return m_isSettling; }

Q_SIGNALS:
    void settlingChanged(bool isSettling);

private:
    void step();
    void look(const ChangeQueue::Release &release);
    void take(const std::vector<CustomerFacts> &batch, const ChangeQueue::Release &release);
    void next(CustomerId after, bool isLast);
    void set(bool isSettling);
    [[nodiscard]] bool hasRules() const;

    BranchHost &m_host;
    CustomerReader &m_reader;
    ChangeQueue &m_queue;
    QTimer m_timer;
    CustomerId m_after; ///< looked at up to here
    bool m_isSettling = false;
    bool m_isUnderWay = false; ///< a batch is read or written
    bool m_isAgain = false; ///< rules changed meanwhile
};

} // namespace tiepdon
