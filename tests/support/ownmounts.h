// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace tiepdon::test {

/// Gives the process file systems of its own, so that it may mount one that goes with it.
/// To be called before any thread is started; false where the system does not allow it.
inline bool takeOwnMounts()
{
    const auto uid = getuid();
    if (unshare(uid == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    if (uid != 0) {
        QFile map(QStringLiteral("/proc/self/uid_map"));
        if (!map.open(QIODevice::WriteOnly) || map.write(QByteArray("0 ") + QByteArray::number(uid) + " 1") < 0)
            return false;
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace tiepdon::test
