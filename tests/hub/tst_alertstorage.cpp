// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/alerthub.h"
#include "tests/store/failingwrites.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <cerrno>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

/// Holds what the hub would write now: another connection has the database's one turn to write. For less than the
/// five seconds a hub waits for it.
class HeldDisk
{
public:
    explicit HeldDisk(const QString &directory)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), kName);
        database.setDatabaseName(directory + QStringLiteral("/branch.sqlite"));
        isHeld = database.open() && QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~HeldDisk() { release(); }
    void release()
    {
        if (std::exchange(isHeld, false)) {
            QSqlDatabase database = QSqlDatabase::database(kName);
            QSqlQuery(database).exec(QStringLiteral("ROLLBACK"));
            database.close();
        }
        QSqlDatabase::removeDatabase(kName);
    }

    bool isHeld = false;

private:
    inline static const QString kName = QStringLiteral("held");
};

/// What is written from now on finds no room.
void fill() { failingwrites::failAt(1, ENOSPC, true); }

} // namespace

/// Alerts, their rules and their channels on a disk that is full for a while.
class TstAlertStorage : public QObject
{
    Q_OBJECT

private:
    /// Asks for something as the boss without waiting for what comes of it.
    static void begin(CustomerHub &hub, std::string_view method, Json params)
    {
        hub.of(kBoss).send(method, with(std::move(params), "storage-client:" + std::to_string(++operations)));
    }
    /// What came of what the boss asked for last, or as this number; empty: it was done.
    static std::string end(CustomerHub &hub, std::int64_t number = 0)
    {
        RawClient &client = hub.of(kBoss);
        const std::int64_t last = std::exchange(client.lastId, number != 0 ? number : client.lastId);
        const std::string code = answered(client) ? codeOf(*client.answer()) : "closed";
        client.lastId = last;
        return code;
    }
    /// Waits until the hub writes again.
    static bool hasRoom(CustomerHub &hub)
    {
        (void)failingwrites::stop();
        return QTest::qWaitFor(
            [&] {
                return codeOf(hub.change(kBoss, "issueTicket", {{"service", 2}})).empty();
            },
            20000);
    }
    /// An alert as the history has it.
    static Json kept(CustomerHub &hub, const Json &id)
    {
        const Json all = CustomerHub::result(
            hub.ask(kBoss, "alertHistory", {{"fromMs", 0}, {"toMs", kMorningMs + kDayMs}, {"limit", 100}}));
        for (const Json &alert : all.value("alerts", Json::array())) {
            if (alert["id"] == id)
                return alert;
        }
        return Json::object();
    }

    inline static int operations = 0;

private Q_SLOTS:
    void cleanup() { (void)failingwrites::stop(); }

    void aRuleThatWasRefusedIsNotInForce()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        Json rule = queueRule();
        const Json first{{"rule", rule}, {"decision", kDecision}};
        const Json kept = CustomerHub::result(hub.change(kBoss, "setAlertRule", first));
        const std::string firstOperation = hub.lastOperation;
        rule["id"] = kept["rule"];
        rule["revision"] = 1;
        rule["threshold"] = 1;

        HeldDisk disk(hub.hub.directory());
        QVERIFY(disk.isHeld);
        begin(hub, "setAlertRule", {{"rule", rule}, {"decision", kDecision}});
        const std::int64_t refused = hub.of(kBoss).lastId;
        TRY_COMPARE(hub.hub.hub().host().inFlight(), std::size_t{1});
        hub.of(kBoss).send("setAlertRule", with(first, firstOperation)); // a retry, answered meanwhile
        QVERIFY(answered(hub.of(kBoss)));
        QCOMPARE((*hub.of(kBoss).answer())["result"]["rule"], kept["rule"]);
        fill();
        disk.release();
        QCOMPARE(end(hub, refused), "StorageFull");
        QVERIFY(hasRoom(hub));
        // as it was, for all who see it, and to be changed from there
        AlertListener listener(hub);
        TRY_VERIFY(!listener.note().is_null());
        for (const Json &each : listener.note()["rules"]) {
            if (each["id"] == kept["rule"])
                QCOMPARE(each["threshold"], Json(2));
        }
        rule["threshold"] = 4;
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertRule", {{"rule", rule}, {"decision", kDecision}})), "");
    }

    void channelsThatWereRefusedAreNotInForce()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const auto mail = [](const char *host) {
            return Json{{"isOn", true}, {"host", host}, {"security", "plain"}, {"from", "hub@branch.test"}};
        };
        const Json first{{"revision", 0}, {"mail", mail("one.test")}};
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", first)), "");
        const std::string firstOperation = hub.lastOperation;

        HeldDisk disk(hub.hub.directory());
        QVERIFY(disk.isHeld);
        begin(hub, "setAlertChannels", {{"revision", 1}, {"mail", mail("two.test")}});
        const std::int64_t refused = hub.of(kBoss).lastId;
        TRY_COMPARE(hub.hub.hub().host().inFlight(), std::size_t{1});
        hub.of(kBoss).send("setAlertChannels", with(first, firstOperation));
        QCOMPARE(end(hub), "");
        fill();
        disk.release();
        QCOMPARE(end(hub, refused), "StorageFull");
        QVERIFY(hasRoom(hub));
        const Json channels = CustomerHub::result(hub.ask(kBoss, "alertChannels"));
        QCOMPARE(channels["revision"], Json(1));
        QCOMPARE(channels["mail"]["host"], Json("one.test"));
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", {{"revision", 1}, {"mail", mail("two.test")}})), "");
    }

    void whatWasNotTakenUpOnDiskIsOpenAsBefore()
    {
        CustomerHub hub(smallBranch(), [](HubConfig &config) {
            quick(config);
            config.alerts.tellMs = 0;
        });
        QVERIFY(hub.isReady);
        Json rule = queueRule();
        rule["kind"] = "waitOver"; // in thousandths of ten minutes
        rule["threshold"] = 1000;
        const Json ruleId = addedRule(hub, rule);
        AlertListener listener(hub);
        hub.ticket();
        hub.hub.clock.advance(11 * kMinuteMs);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        const Json id = listener.open(ruleId)[0]["id"];

        HeldDisk disk(hub.hub.directory());
        QVERIFY(disk.isHeld);
        begin(hub, "acknowledgeAlert", {{"alert", id}});
        begin(hub, "actOnAlert", {{"alert", id}, {"action", "assignProfile"}});
        TRY_COMPARE(hub.hub.hub().host().inFlight(), std::size_t{2});
        const std::size_t before = listener.notes();
        for (int i = 0; i < 3; ++i) { // looks find it worse and worse meanwhile
            hub.hub.clock.advance(kMinuteMs);
            QCOMPARE(codeOf(hub.ask(kAuditor, "alertChannels")), "");
        }
        QCOMPARE(listener.notes(), before); // nobody sees what is not on disk
        fill();
        disk.release();
        QCOMPARE(end(hub), "StorageFull");
        TRY_VERIFY(listener.notes() > before);
        QCOMPARE(listener.open(ruleId)[0]["state"], Json("raised"));
        QVERIFY(hasRoom(hub));
        TRY_COMPARE(kept(hub, id)["state"], Json("raised"));
        QCOMPARE(joined(stepsOf(kept(hub, id))), std::string("raised"));
        QCOMPARE(hub.audit("alertAcknowledged").size(), std::size_t{0});
        // and it can be taken up now
        QCOMPARE(codeOf(hub.change(kBoss, "acknowledgeAlert", {{"alert", id}})), "");
        QCOMPARE(joined(stepsOf(kept(hub, id))), std::string("raised acknowledged"));
    }
};

QTEST_GUILESS_MAIN(TstAlertStorage)
#include "tst_alertstorage.moc"
