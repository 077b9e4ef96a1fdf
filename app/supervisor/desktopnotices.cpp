// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/desktopnotices.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

namespace tiepdon {
namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

DesktopNotices::DesktopNotices(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected()) {
        m_state = State::Missing;
        return;
    }
    auto *watcher = new QDBusServiceWatcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &DesktopNotices::ask);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        m_shown.clear();
        setState(State::Missing);
    });
    ask();
}

void DesktopNotices::ask()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_hasMarkup = reply.isValid() && reply.value().contains(QStringLiteral("body-markup"));
        setState(reply.isValid() ? State::There : State::Missing);
    });
}

void DesktopNotices::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void DesktopNotices::show(const QString &key, const QString &title, const QString &text, bool isUrgent)
{
    if (m_state != State::There)
        return;
    QDBusMessage call = callOf(QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(isUrgent ? 2 : 1))}};
    call.setArguments({QCoreApplication::applicationName(), m_shown.value(key, 0U), QString(), title,
                       m_hasMarkup ? text.toHtmlEscaped() : text, QStringList(), hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_shown[key] = reply.value();
    });
}

void DesktopNotices::close(const QString &key)
{
    const uint number = m_shown.take(key);
    if (number == 0 || m_state != State::There)
        return;
    QDBusMessage call = callOf(QStringLiteral("CloseNotification"));
    call.setArguments({number});
    m_bus.send(call);
}

} // namespace tiepdon
