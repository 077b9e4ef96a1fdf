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

/// Writes into the notebook of a hub that is stopped.
bool write(const QString &directory, const std::vector<NotebookEntry> &entries)
{
    const QString name = QStringLiteral("notebook");
    bool isWritten = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(directory + QStringLiteral("/branch.sqlite"));
        isWritten = database.open() && database.transaction();
        QSqlQuery query(database);
        isWritten = isWritten
            && query.prepare(QStringLiteral("INSERT INTO notebook (branch, kind, entry_id, at_ms, ended_ms, body) "
                                            "SELECT branch, ?, ?, ?, ?, ? FROM branch"));
        for (const NotebookEntry &entry : entries) {
            query.addBindValue(QString::fromLatin1(nameOf(entry.kind).data()));
            query.addBindValue(static_cast<qlonglong>(entry.id));
            query.addBindValue(static_cast<qlonglong>(entry.atMs));
            query.addBindValue(static_cast<qlonglong>(entry.endedMs));
            query.addBindValue(QString::fromStdString(entry.body));
            isWritten = isWritten && query.exec();
        }
        isWritten = database.commit() && isWritten;
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return isWritten;
}

/// How many notices are to be sent after a start; -1: the database does not say.
int noticesStanding(const QString &directory)
{
    const QString name = QStringLiteral("look");
    int standing = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(directory + QStringLiteral("/branch.sqlite"));
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(QStringLiteral("SELECT COUNT(*) FROM notebook WHERE kind = 'notice' AND ended_ms = 0"))
                && query.next())
                standing = query.value(0).toInt();
            query.clear();
            database.close();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return standing;
}

/// An alert as it may have been kept.
Alert alertOf(std::int64_t id, TimeMs raisedMs, TimeMs endedMs, std::size_t steps = 1)
{
    Alert alert;
    alert.id = AlertId{id};
    alert.rule = AlertRuleId{1};
    alert.kind = AlertKind::QueueLong;
    alert.subject.service = ServiceId{1};
    alert.state = endedMs > 0 ? AlertState::Resolved : AlertState::Raised;
    alert.businessDay = kDay;
    alert.raisedMs = raisedMs;
    alert.endedMs = endedMs;
    for (std::size_t i = 0; i < steps; ++i)
        alert.steps.push_back({i == 0 ? AlertStepKind::Raised : AlertStepKind::Repeated, raisedMs});
    return alert;
}

NotebookEntry entryOf(const Alert &alert)
{
    return {NotebookKind::Alerts, alert.id.value, alert.raisedMs, alert.endedMs, toBytes(toJson(alert))};
}

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
    OutsideServer m_mail{QStringLiteral(TIEPDON_TESTS_HUB "/mailserver.py")};

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
    void cleanup()
    {
        (void)failingwrites::stop();
        m_mail.stop();
        m_mail.said.clear();
    }

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

    void whatEndedOnAFullDiskHasEnded()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, ruleFor("printerOut"));
        AlertListener listener(hub);
        RawClient kiosk(hub.hub.address(kKiosk));
        kiosk.sayHello(Stream::Public, "kiosk-client-1");
        QVERIFY(answered(kiosk));
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "out"}}), "");
        hub.hub.clock.advance(2 * kMinuteMs);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        const Json id = listener.open(ruleId)[0]["id"];
        fill();
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "ready"}}), "");
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{0});
        QCOMPARE(kept(hub, id)["state"], Json("raised")); // the disk knows no better
        QVERIFY(hasRoom(hub));
        TRY_COMPARE(kept(hub, id)["state"], Json("resolved"));
        QCOMPARE(joined(stepsOf(kept(hub, id))), std::string("raised resolved"));
    }

    void whatWentOutOnAFullDiskGoesOutOnce()
    {
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        QVERIFY(m_mail.tell("hold"));
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json mail{{"isOn", true},        {"host", "127.0.0.1"},       {"port", m_mail.port},
                        {"security", "plain"}, {"from", "hub@branch.test"}, {"to", {"ca-truc@bank.test"}}};
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", {{"revision", 0}, {"mail", mail}})), "");
        const Json ruleId = addedRule(hub, queueRule({{"channels", {"mail"}}, {"mailTo", {"an@bank.test"}}}));
        AlertListener listener(hub);
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(m_mail.count("data"), 1);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        const Json id = listener.open(ruleId)[0]["id"];
        fill();
        QVERIFY(m_mail.tell("release"));
        TRY_COMPARE(m_mail.count("mail"), 1);
        TRY_COMPARE(joined(stepsOf(kept(hub, id))), std::string("raised told"));
        QVERIFY(hasRoom(hub));
        TRY_COMPARE(noticesStanding(hub.hub.directory()), 0);
        hub.restart();
        QCOMPARE(CustomerHub::result(hub.ask(kBoss, "alertChannels"))["mailState"]["waiting"], Json(0));
        QCOMPARE(joined(stepsOf(kept(hub, id))), std::string("raised told"));
        QCOMPARE(m_mail.count("mail"), 1);
    }

    // ---- what is found in the notebook ----

    void aLongHistoryComesInPieces()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        hub.stop();
        std::vector<NotebookEntry> entries;
        for (std::int64_t id = 1; id <= 300; ++id) // ten at a time in the same moment
            entries.push_back(entryOf(alertOf(id, kMorningMs + id / 10, kMorningMs + kMinuteMs, kAlertStepsMax)));
        QVERIFY(write(hub.hub.directory(), entries));
        hub.hub.start();
        std::vector<std::int64_t> ids;
        Json asked{{"fromMs", kMorningMs}, {"toMs", kMorningMs + kDayMs}, {"limit", 500}};
        int pieces = 0;
        for (bool isMore = true; isMore && pieces < 100; ++pieces) {
            const Json answer = CustomerHub::result(hub.ask(kBoss, "alertHistory", asked));
            QVERIFY(answer.dump().size() < 300'000); // a connection with a mebibyte unread is cut off
            for (const Json &alert : answer["alerts"]) {
                QCOMPARE(alert["steps"].size(), kAlertStepsMax);
                if (std::find(ids.begin(), ids.end(), alert["id"].get<std::int64_t>()) == ids.end())
                    ids.push_back(alert["id"]);
            }
            isMore = answer["isMore"];
            asked["toMs"] = answer["alerts"].back()["raisedMs"].get<TimeMs>() + 1;
        }
        QVERIFY(pieces > 1);
        std::vector<std::int64_t> all;
        for (std::int64_t id = 300; id >= 1; --id)
            all.push_back(id);
        QCOMPARE(ids, all);
        asked = {{"fromMs", kMorningMs}, {"toMs", kMorningMs + kDayMs}, {"limit", 2}};
        QCOMPARE(CustomerHub::result(hub.ask(kBoss, "alertHistory", asked))["alerts"].size(), std::size_t{2});
    }

    void ofTwoThatStandForTheSameTheNewestGoesOn()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, queueRule());
        hub.ticket();
        hub.ticket();
        Json id;
        {
            AlertListener listener(hub);
            TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
            id = listener.open(ruleId)[0]["id"];
        }
        Alert again = alertOf(id.get<std::int64_t>() + 1, kMorningMs, 0);
        again.rule = AlertRuleId{ruleId.get<std::int64_t>()};
        hub.stop();
        QVERIFY(write(hub.hub.directory(), {entryOf(again)}));
        hub.hub.start();
        AlertListener listener(hub);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QCOMPARE(listener.open(ruleId)[0]["id"], Json(again.id.value));
        TRY_COMPARE(kept(hub, id)["state"], Json("resolved"));
    }

    void stepsThatComeLateAreAllKept()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        hub.stop();
        std::vector<NotebookEntry> entries{entryOf(alertOf(7, kMorningMs, kMorningMs + kMinuteMs))};
        for (const AlertChannel channel : {AlertChannel::Mail, AlertChannel::Webhook}) {
            Notice notice;
            notice.id = NoticeId{static_cast<std::int64_t>(entries.size())};
            notice.name = "0123456789abcdef0123456789abcdef";
            notice.alert = AlertId{7};
            notice.channel = channel;
            notice.madeMs = SystemClock().nowMs();
            entries.push_back({NotebookKind::Notices, notice.id.value, notice.madeMs, 0, toBytes(toJson(notice))});
        }
        QVERIFY(write(hub.hub.directory(), entries));
        hub.hub.start(); // it was over when the hub was stopped
        TRY_COMPARE(joined(stepsOf(kept(hub, 7))), std::string("raised notTold notTold"));
        QCOMPARE(kept(hub, 7)["steps"][1]["text"], Json("over"));
    }
};

QTEST_GUILESS_MAIN(TstAlertStorage)
#include "tst_alertstorage.moc"
