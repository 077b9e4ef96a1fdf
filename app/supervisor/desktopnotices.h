// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

namespace tiepdon {

/// The system's own notifications (https://specifications.freedesktop.org/notification-spec, 1.2), over the session
/// bus. Never makes anybody wait. Main thread.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Asked, ///< it is not known yet
        There,
        Missing, ///< no session bus, or nobody on it shows notifications
    };
    Q_ENUM(State)

    explicit DesktopNotices(const QDBusConnection &bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    /// Shows a text, in the place of the one shown before under this key. Plain text.
    void show(const QString &key, const QString &title, const QString &text, bool isUrgent);
    /// Takes away what is shown under a key.
    void close(const QString &key);

Q_SIGNALS:
    void stateChanged();

private:
    void ask();
    void setState(State state);

    QDBusConnection m_bus;
    State m_state = State::Asked;
    bool m_hasMarkup = false; ///< what looks like tags would be read as such
    QHash<QString, uint> m_shown; ///< the system's numbers, by key
};

} // namespace tiepdon
