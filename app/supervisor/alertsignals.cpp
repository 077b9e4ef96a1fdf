// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertsignals.h"

#include "app/supervisor/alertwords.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QApplication>
#include <QDir>
#include <QSettings>

#include <algorithm>

namespace tiepdon {
namespace {

const QString kHubKey = QStringLiteral("hub");
const QString kSoundSetting = QStringLiteral("alerts/sound");
const QString kNoticesSetting = QStringLiteral("alerts/notifications");

QString keyOf(AlertId id) { return QStringLiteral("alert %1").arg(id.value); }

QString fileIn(const QString &folder) { return QDir(folder).filePath(QStringLiteral("window.ini")); }

} // namespace

AlertSignals::AlertSignals(BranchLink &link, DesktopNotices &notices, QString folder, int hubLostMs,
                           QObject *parent)
    : QObject(parent), m_link(link), m_notices(notices), m_folder(std::move(folder))
{
    if (!m_folder.isEmpty()) {
        const QSettings kept(fileIn(m_folder), QSettings::IniFormat);
        m_settings.withSound = kept.value(kSoundSetting, true).toBool();
        m_settings.withNotices = kept.value(kNoticesSetting, true).toBool();
    }
    m_lost.setSingleShot(true);
    m_lost.setInterval(hubLostMs);
    connect(&m_lost, &QTimer::timeout, this, &AlertSignals::loseHub);
    connect(&m_link, &BranchLink::alertsChanged, this, &AlertSignals::follow);
    connect(&m_link, &BranchLink::statusChanged, this, &AlertSignals::followStatus);
    connect(&m_link, &BranchLink::accessChanged, this, &AlertSignals::followStatus);
    follow();
    followStatus();
}

void AlertSignals::setSettings(const SignalSettings &settings)
{
    m_settings = settings;
    if (m_folder.isEmpty())
        return;
    QSettings kept(fileIn(m_folder), QSettings::IniFormat);
    kept.setValue(kSoundSetting, settings.withSound);
    kept.setValue(kNoticesSetting, settings.withNotices);
}

void AlertSignals::follow()
{
    const AlertsNote &note = m_link.alerts();
    bool rings = false;
    std::map<AlertId, TimeMs> followed;
    for (const Alert &alert : note.open) {
        const auto known = m_followed.find(alert.id);
        const TimeMs after = known == m_followed.end() ? note.atMs - kLateMs : known->second;
        TimeMs &last = followed[alert.id] = after;
        bool isShown = false;
        for (const AlertStep &step : alert.steps) {
            if (step.kind != AlertStepKind::Told || step.atMs <= after)
                continue;
            last = std::max(last, step.atMs);
            if (alert.state != AlertState::Raised)
                continue; // somebody looks after it
            rings = rings || step.channel == AlertChannel::Sound;
            isShown = isShown || step.channel == AlertChannel::Desktop;
        }
        if (isShown && m_settings.withNotices)
            m_notices.show(keyOf(alert.id), severityWord(alert.severity), alertText(m_link.branch(), alert),
                           alert.severity == AlertSeverity::Critical);
        if (alert.state != AlertState::Raised)
            m_notices.close(keyOf(alert.id));
    }
    for (const auto &[id, last] : m_followed) {
        if (!followed.contains(id) && note.atMs > 0)
            m_notices.close(keyOf(id));
    }
    if (note.atMs > 0) // while nothing is known, what was followed stays followed
        m_followed = std::move(followed);
    if (rings)
        ring();
}

void AlertSignals::ring()
{
    if (!m_settings.withSound)
        return;
    QApplication::beep();
    Q_EMIT rung();
}

void AlertSignals::followStatus()
{
    const bool isWanted = m_link.access() != BranchLink::Access::SignedOut; // else nobody misses it
    const bool isLive
        = m_link.status() == BranchLink::Status::Live || m_link.status() == BranchLink::Status::SignedOut;
    if (isWanted && !isLive) {
        if (!m_lost.isActive() && !m_isHubLost)
            m_lost.start();
        return;
    }
    m_lost.stop();
    if (m_isHubLost) {
        m_isHubLost = false;
        m_notices.close(kHubKey);
        Q_EMIT hubLostChanged();
    }
}

void AlertSignals::loseHub()
{
    m_isHubLost = true;
    ring();
    if (m_settings.withNotices)
        m_notices.show(
            kHubKey, tr("The branch's hub is out of reach"),
            tr("This PC shows what was true a while ago. See whether the hub's machine runs and the network "
               "is there."),
            true);
    Q_EMIT hubLostChanged();
}

void AlertSignals::tryOut()
{
    QApplication::beep();
    Q_EMIT rung();
    m_notices.show(QStringLiteral("try"), tr("A test"), tr("This is how the branch's alerts will show here."),
                   false);
}

} // namespace tiepdon
