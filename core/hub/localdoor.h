// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "core/base/result.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>

class QLocalSocket;

namespace tiepdon {

/// Lets programs on the hub's own machine enrol without a code typed by hand: a Unix socket where a program says
/// what it is and gets a code, if its user is the hub's own, root, or a member of the group `tiepdon`. Hub's main
/// thread.
class LocalDoor : public QObject
{
    Q_OBJECT

public:
    static constexpr const char *kGroup = "tiepdon";

    /// Asked for a code for a program of this user; `done` may come later.
    using Coder = std::function<void(const QString &app, DeviceKind kind, const QString &user, qint64 uid,
                                     std::function<void(const Result<std::string> &)> done)>;

    explicit LocalDoor(Coder coder, QObject *parent = nullptr);

    /// Opens at `directory`/hub.sock; what a killed hub left there is taken away. FileNotWritable (detail "file"),
    /// also for a path longer than a socket's may be.
    Result<void> open(const QString &directory);

private:
    void accept();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const Result<std::string> &code);

    Coder m_coder;
    QLocalServer m_server;
};

} // namespace tiepdon
