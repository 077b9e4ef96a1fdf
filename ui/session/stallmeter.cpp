// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stallmeter.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <algorithm>
#include <utility>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace tiepdon {
namespace {

constexpr int kTurnMs = 10;

QByteArray processFile(const char *name)
{
    QFile file(QStringLiteral("/proc/self/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Since the kernel started this process (field 22 of /proc/self/stat, in ticks of 10 ms as a rule); -1 unknown.
qint64 processAgeMs()
{
#ifdef Q_OS_LINUX
    const QByteArray stat = processFile("stat");
    // the name in the second field may hold blanks: count from behind it
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now = {};
    if (fields.size() < 20 || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    return now.tv_sec * 1000 + now.tv_nsec / 1000000 - fields.at(19).toLongLong() * 1000 / ::sysconf(_SC_CLK_TCK);
#else
    return -1;
#endif
}

/// "VmRSS:     5120 kB" of /proc/self/status as 5120.
qint64 statusKib(const QByteArray &name)
{
    for (const QByteArray &line : processFile("status").split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).replace("kB", "").trimmed().toLongLong();
    }
    return -1;
}

/// How long this thread was ready to run while the machine ran others; 0 where the kernel does not tell.
qint64 heldUpMs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    const QByteArray fields = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return fields.split(' ').value(1).toLongLong() / 1000000;
}

} // namespace

StallMeter::StallMeter(QString app, QString file, QObject *parent)
    : QObject(parent), m_app(std::move(app)), m_file(std::move(file))
{
    m_turn.setTimerType(Qt::PreciseTimer);
    m_turn.setInterval(kTurnMs);
    connect(&m_turn, &QTimer::timeout, this, &StallMeter::turn);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &StallMeter::write);
}

void StallMeter::hasContent(QWidget &window)
{
    if (m_startMs >= 0 || m_turn.isActive())
        return;
    window.installEventFilter(this);
    window.update(); // painted already or not: once more, with what it has now
}

bool StallMeter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::UpdateRequest && m_startMs < 0) {
        watched->removeEventFilter(this);
        // it is painted in this turn
        QMetaObject::invokeMethod(this, &StallMeter::begin, Qt::QueuedConnection);
    }
    return false;
}

void StallMeter::begin()
{
    m_startMs = processAgeMs();
    m_heldUpMs = heldUpMs();
    m_sinceTurn.start();
    m_turn.start();
    write(); // who waits for the start sees it
}

void StallMeter::turn()
{
    const qint64 heldUp = heldUpMs();
    const qint64 stoodMs = m_sinceTurn.restart() - kTurnMs - (heldUp - m_heldUpMs);
    m_heldUpMs = heldUp;
    m_stallMaxMs = std::max(m_stallMaxMs, stoodMs);
    if (stoodMs > kStallMs)
        ++m_stalls;
}

void StallMeter::write() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    const auto line = [&](const char *name, qint64 value, const char *unit) {
        file.write(QStringLiteral("%1.%2 %3 %4\n")
                       .arg(m_app, QLatin1String(name))
                       .arg(value)
                       .arg(QLatin1String(unit))
                       .toUtf8());
    };
    line("start_ms", m_startMs, "ms");
    line("stall_max_ms", m_stallMaxMs, "ms");
    line("stalls_over_100_ms", m_stalls, "stalls");
    line("rss_kib", statusKib("VmRSS"), "KiB");
    line("rss_peak_kib", statusKib("VmHWM"), "KiB");
}

} // namespace tiepdon
