// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "core/base/result.h"

#include <QLocalSocket>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tiepdon {

/// Asks a hub on this machine for a code that lets this program enrol. Lives on one thread.
class LocalCode : public QObject
{
    Q_OBJECT

public:
    /// `sockets` are tried in turn.
    LocalCode(QStringList sockets, QString app, DeviceKind kind, QObject *parent = nullptr);

    /// Whether one of the sockets exists, whoever listens there.
    [[nodiscard]] bool isThere() const;
    /// One round; then `answered`. Nothing while one is under way.
    void ask();

Q_SIGNALS:
    /// The code's text and the folder of the socket that gave it; or Offline when no hub answers, NotAllowed
    /// when one does not let this user in, Busy.
    void answered(const tiepdon::Result<std::string> &code, const QString &folder);

private:
    void tryNext();
    void read();
    void settle(const Result<std::string> &code);

    QStringList m_sockets;
    QString m_app;
    DeviceKind m_kind;
    QLocalSocket m_socket;
    QTimer m_limit;
    qsizetype m_next = 0;
    bool m_isAsking = false;
};

} // namespace tiepdon
