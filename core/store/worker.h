// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace tiepdon {

/// A thread that runs what it is given, in order. Owned by the thread that made it.
class Worker
{
public:
    explicit Worker(const QString &name);
    /// Ends the thread; what was posted and has not begun is dropped.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> job);
    /// Waits until it is done, behind all that was posted.
    void call(const std::function<void()> &job);

private:
    QThread m_thread;
    QObject m_context; ///< lives on m_thread
};

} // namespace tiepdon
