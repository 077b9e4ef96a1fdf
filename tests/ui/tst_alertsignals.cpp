// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertsignals.h"
#include "app/supervisor/signalspanel.h"
#include "ui/session/demobranch.h"
#include "ui/session/fixedlink.h"

#include <QCheckBox>
#include <QDBusConnection>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace tiepdon;

namespace {

constexpr AlertId kAlert{7};

/// A session bus of the test's own.
class PrivateBus
{
public:
    PrivateBus()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            QTest::qFail("no file for the bus", __FILE__, __LINE__);
        config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                     "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                     "<busconfig><type>session</type><listen>unix:path="
                     + m_folder.filePath(QStringLiteral("bus")).toUtf8()
                     + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                       "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/>"
                       "</policy></busconfig>");
        config.close();
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                     QStringLiteral("--config-file=") + config.fileName()});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(30000))
            QTest::qFail("dbus-daemon does not start", __FILE__, __LINE__);
        m_address = QString::fromLatin1(m_bus.readAllStandardOutput().trimmed());
    }
    ~PrivateBus()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }
    [[nodiscard]] QDBusConnection connection(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;
};

/// Who shows notifications on a bus, and keeps what it was given.
class Shower : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit Shower(QDBusConnection bus) : m_bus(std::move(bus))
    {
        isThere = m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                       QDBusConnection::ExportAllSlots)
            && m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~Shower() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    }

    struct Shown {
        uint replaces = 0;
        QString title;
        QString text;
        int urgency = -1;
    };
    std::vector<Shown> shown;
    std::vector<uint> closed;
    bool isThere = false;

public Q_SLOTS:
    QStringList GetCapabilities() { return {QStringLiteral("body"), QStringLiteral("body-markup")}; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &hints, int)
    {
        shown.push_back({replaces, title, text, hints.value(QStringLiteral("urgency")).toInt()});
        return replaces != 0 ? replaces : ++m_last;
    }
    void CloseNotification(uint number) { closed.push_back(number); }

private:
    QDBusConnection m_bus;
    uint m_last = 0;
};

} // namespace

class TestAlertSignals : public QObject
{
    Q_OBJECT

private:
    PrivateBus m_bus;
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<Shower> m_shower;
    std::unique_ptr<DesktopNotices> m_notices;

    /// An alert of a long queue that people were told of by these channels, `agoMs` ago.
    [[nodiscard]] Alert alertTold(std::vector<AlertChannel> channels, TimeMs agoMs = 0) const
    {
        Alert alert;
        alert.id = kAlert;
        alert.rule = AlertRuleId{1};
        alert.kind = AlertKind::QueueLong;
        alert.severity = AlertSeverity::Critical;
        alert.subject.service = m_link->branch().services().begin()->first;
        alert.raisedMs = m_link->hubNowMs() - agoMs;
        alert.value = alert.worst = 12;
        alert.threshold = 10;
        alert.people = 12;
        alert.steps.push_back({AlertStepKind::Raised, alert.raisedMs, {}, AlertChannel::Sound, {}});
        for (const AlertChannel channel : channels)
            alert.steps.push_back({AlertStepKind::Told, alert.raisedMs, {}, channel, {}});
        return alert;
    }
    void setAlerts(std::vector<Alert> open) { m_link->setAlerts({m_link->hubNowMs(), std::move(open), {}}); }
    void makeNotices()
    {
        static int s_n = 0;
        m_notices = std::make_unique<DesktopNotices>(m_bus.connection(QStringLiteral("window %1").arg(++s_n)));
    }

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_shower = std::make_unique<Shower>(m_bus.connection(QStringLiteral("shower")));
        QVERIFY(m_shower->isThere);
        makeNotices();
        QTRY_COMPARE_WITH_TIMEOUT(m_notices->state(), DesktopNotices::State::There, 30000);
    }
    void cleanup()
    {
        m_notices.reset();
        m_shower.reset();
        m_link.reset();
    }

    void whatRulesSayIsHeardAndShownOnce()
    {
        AlertSignals alertSignals(*m_link, *m_notices, {});
        QSignalSpy rung(&alertSignals, &AlertSignals::rung);
        setAlerts({alertTold({AlertChannel::Sound, AlertChannel::Desktop})});
        QCOMPARE(rung.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->shown.size(), std::size_t{1}, 30000);
        QVERIFY(!m_shower->shown[0].title.isEmpty() && !m_shower->shown[0].text.isEmpty());
        QCOMPARE(m_shower->shown[0].urgency, 2);
        // its value changes: nobody is told again
        Alert alert = alertTold({AlertChannel::Sound, AlertChannel::Desktop});
        alert.value = 13;
        setAlerts({alert});
        QCOMPARE(rung.size(), 1);
        // told again, as the rule says: in the place of what was shown
        m_link->advance(5 * kMinuteMs);
        alert.steps.push_back({AlertStepKind::Repeated, m_link->hubNowMs(), {}, AlertChannel::Sound, {}});
        for (const AlertChannel channel : {AlertChannel::Sound, AlertChannel::Desktop})
            alert.steps.push_back({AlertStepKind::Told, m_link->hubNowMs(), {}, channel, {}});
        setAlerts({alert});
        QCOMPARE(rung.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->shown.size(), std::size_t{2}, 30000);
        QCOMPARE(m_shower->shown[1].replaces, 1U);
        // over: what is shown goes
        setAlerts({});
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->closed.size(), std::size_t{1}, 30000);
    }

    void oneChannelIsNotTheOther()
    {
        AlertSignals alertSignals(*m_link, *m_notices, {});
        QSignalSpy rung(&alertSignals, &AlertSignals::rung);
        setAlerts({alertTold({AlertChannel::Desktop, AlertChannel::Mail})});
        QCOMPARE(rung.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->shown.size(), std::size_t{1}, 30000);
        Alert other = alertTold({AlertChannel::Sound});
        other.id = AlertId{8};
        setAlerts({other});
        QCOMPARE(rung.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->closed.size(), std::size_t{1}, 30000);
        QCOMPARE(m_shower->shown.size(), std::size_t{1});
    }

    void whatIsTakenUpOrLongKnownCallsNobody()
    {
        AlertSignals alertSignals(*m_link, *m_notices, {});
        QSignalSpy rung(&alertSignals, &AlertSignals::rung);
        setAlerts({alertTold({AlertChannel::Sound}, 2 * kMinuteMs)}); // from before this program ran
        QCOMPARE(rung.size(), 0);
        Alert taken = alertTold({AlertChannel::Sound});
        taken.id = AlertId{9};
        taken.state = AlertState::Acknowledged;
        setAlerts({taken});
        QCOMPARE(rung.size(), 0);
        Alert quiet = alertTold({});
        quiet.id = AlertId{10};
        quiet.steps.push_back(
            {AlertStepKind::NotTold, m_link->hubNowMs(), {}, AlertChannel::Sound, "quiet"}); // its quiet hours
        setAlerts({quiet});
        QCOMPARE(rung.size(), 0);
    }

    void whoWantsNoneGetsNone()
    {
        const QTemporaryDir folder;
        {
            AlertSignals alertSignals(*m_link, *m_notices, folder.path());
            SignalsPanel panel(alertSignals);
            QVERIFY(panel.findChild<QLabel *>(QStringLiteral("noNotificationsLabel"))->isHidden());
            panel.findChild<QCheckBox *>(QStringLiteral("soundBox"))->setChecked(false);
            panel.findChild<QCheckBox *>(QStringLiteral("notificationsBox"))->setChecked(false);
        }
        AlertSignals alertSignals(*m_link, *m_notices, folder.path()); // kept
        QSignalSpy rung(&alertSignals, &AlertSignals::rung);
        setAlerts({alertTold({AlertChannel::Sound, AlertChannel::Desktop})});
        QCOMPARE(rung.size(), 0);
        SignalsPanel panel(alertSignals);
        panel.findChild<QPushButton *>(QStringLiteral("trySignalsButton"))->click(); // tried all the same
        QCOMPARE(rung.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->shown.size(), std::size_t{1}, 30000);
    }

    void aPcWithoutNotificationsSaysSo()
    {
        m_shower.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_notices->state(), DesktopNotices::State::Missing, 30000);
        AlertSignals alertSignals(*m_link, *m_notices, {});
        SignalsPanel panel(alertSignals);
        QVERIFY(!panel.findChild<QLabel *>(QStringLiteral("noNotificationsLabel"))->isHidden());
        QVERIFY(!panel.findChild<QCheckBox *>(QStringLiteral("notificationsBox"))->isEnabled());
        setAlerts({alertTold({AlertChannel::Desktop})}); // and nothing breaks
        // one that begins later is used
        m_shower = std::make_unique<Shower>(m_bus.connection(QStringLiteral("later")));
        QTRY_COMPARE_WITH_TIMEOUT(m_notices->state(), DesktopNotices::State::There, 30000);
        QVERIFY(panel.findChild<QLabel *>(QStringLiteral("noNotificationsLabel"))->isHidden());
    }

    void aHubOutOfReachIsThisPcsOwnAlert()
    {
        AlertSignals alertSignals(*m_link, *m_notices, {}, 20);
        QSignalSpy rung(&alertSignals, &AlertSignals::rung);
        QSignalSpy changed(&alertSignals, &AlertSignals::hubLostChanged);
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "gone", {}});
        QVERIFY(!alertSignals.isHubLost());
        QTRY_VERIFY(alertSignals.isHubLost());
        QCOMPARE(rung.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->shown.size(), std::size_t{1}, 30000);
        m_link->setStatus(BranchLink::Status::Live, {});
        QVERIFY(!alertSignals.isHubLost());
        QCOMPARE(changed.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_shower->closed.size(), std::size_t{1}, 30000);
    }

    void aShortBreakIsNone()
    {
        AlertSignals alertSignals(*m_link, *m_notices, {}, 5);
        QSignalSpy changed(&alertSignals, &AlertSignals::hubLostChanged);
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "gone", {}});
        m_link->setStatus(BranchLink::Status::Live, {});
        bool isLater = false;
        QTimer::singleShot(20, this, [&] { isLater = true; });
        QTRY_VERIFY(isLater);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_MAIN(TestAlertSignals)
#include "tst_alertsignals.moc"
