// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/desktopnotices.h"
#include "core/client/branchlink.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace tiepdon {

/// What of alerts reaches whoever sits at this PC and looks elsewhere. Kept for the next starts.
struct SignalSettings {
    bool withSound = true;
    bool withNotices = true;

    friend bool operator==(const SignalSettings &, const SignalSettings &) = default;
};

/// Has alerts heard and shown by the system where their rules say so. The hub decides when people are told, quiet
/// hours and repeats among it, and writes it into the alert's steps; each such step is followed once, and not at
/// all when somebody has taken the alert up or it is over. One alert is this PC's own: that the branch's hub is out
/// of reach. Link and notices must outlive it. Main thread.
class AlertSignals : public QObject
{
    Q_OBJECT

public:
    /// A step older than this when it is first seen here calls nobody any more.
    static constexpr TimeMs kLateMs = kMinuteMs;
    static constexpr int kHubLostMs = 15000; ///< real; from when on no screen may show its data as current

    /// `folder` keeps the settings; empty: nothing is kept.
    AlertSignals(BranchLink &link, DesktopNotices &notices, QString folder, int hubLostMs = kHubLostMs,
                 QObject *parent = nullptr);

    [[nodiscard]] const SignalSettings &settings() const { return m_settings; }
    void setSettings(const SignalSettings &settings);
    [[nodiscard]] DesktopNotices &notices() { return m_notices; }
    [[nodiscard]] bool isHubLost() const { return m_isHubLost; }
    /// As an alert would, whatever the settings say.
    void tryOut();

Q_SIGNALS:
    /// The system's bell was rung.
    void rung();
    void hubLostChanged();

private:
    void follow();
    void followStatus();
    void loseHub();
    void ring();

    BranchLink &m_link;
    DesktopNotices &m_notices;
    QString m_folder;
    SignalSettings m_settings;
    std::map<AlertId, TimeMs> m_followed; ///< the last step followed of each open alert
    QTimer m_lost;
    bool m_isHubLost = false;
};

} // namespace tiepdon
