// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/worker.h"

namespace tiepdon {

Worker::Worker(const QString &name)
{
    m_thread.setObjectName(name);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    m_thread.quit();
    m_thread.wait();
}

void Worker::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_context, std::move(job), Qt::QueuedConnection);
}

void Worker::call(const std::function<void()> &job)
{
    QMetaObject::invokeMethod(&m_context, job, Qt::BlockingQueuedConnection);
}

} // namespace tiepdon
