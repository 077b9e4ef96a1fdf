// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "core/wire/settingmessage.h"
#include "tests/store/failingwrites.h"
#include "tests/support/hubs.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

#include <cerrno>
#include <map>
#include <memory>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr StaffId kLooksAfter{kFirstWithoutCounter.value + 31}; ///< a supervisor
constexpr StaffId kRuns{kFirstWithoutCounter.value + 32}; ///< an administrator
constexpr StaffId kReads{kFirstWithoutCounter.value + 33}; ///< an auditor
constexpr StaffId kServes{1}; ///< a teller

std::vector<std::pair<StaffId, Role>> people()
{
    return {{kLooksAfter, Role::Supervisor},
            {kRuns, Role::Administrator},
            {kReads, Role::Auditor},
            {kServes, Role::Teller}};
}

std::string tokenOf(StaffId staff) { return "token-of-" + std::to_string(staff.value); }

/// A hub of a small branch, and its people.
class SettingHub
{
public:
    SettingHub()
    {
        std::vector<AccessChange> records;
        for (const auto &[staff, role] : people()) {
            records.push_back(accountOf(staff, "account" + std::to_string(staff.value), {role}));
            records.push_back(sessionOf(staff, kWorkplace, tokenOf(staff)));
        }
        const QByteArray problem = writeRecords(hub.directory(), records);
        if (!problem.isEmpty())
            QTest::qFail(problem.constData(), __FILE__, __LINE__);
        start();
        BranchSetup setup = smallBranch();
        setup.zones = {{ZoneId{1}, {"Khu A", "Zone A"}}, {ZoneId{2}, {"Khu B", ""}}};
        if (!codeOf(change(kBoss, "defineBranch", {{"setup", toJson(setup)}})).empty())
            QTest::qFail("the branch was not defined", __FILE__, __LINE__);
    }

    Json ask(StaffId staff, std::string_view method, const Json &params)
    {
        RawClient &client = clientOf(staff);
        client.send(method, params);
        const bool isOver
            = QTest::qWaitFor([&] { return client.answer() || client.isClosed() || m_isBroken; }, 10000);
        return isOver && client.answer() ? *client.answer() : Json{{"error", {{"data", {{"code", "closed"}}}}}};
    }
    Json change(StaffId staff, std::string_view method, Json params)
    {
        lastOperation = "settings-" + std::to_string(staff.value) + ":" + std::to_string(++m_n[staff]);
        params["op"] = lastOperation;
        return ask(staff, method, params);
    }
    /// Changes settings; `answer` is the whole answer.
    Json settings(StaffId staff, const command::ChangeSettings &change)
    {
        return this->change(staff, "changeSettings", toJson(change));
    }
    SettingChanges history(StaffId staff, const SettingHistory &query = {})
    {
        const Json answer = ask(staff, "settingHistory", toJson(query));
        if (answer.contains("error"))
            qInfo("refused: %s", answer["error"].dump().c_str());
        const auto read = fromJson<SettingChanges>(answer.value("result", Json::object()), UnknownFields::Refuse);
        if (!read)
            qFatal("%s", read.error().message.c_str());
        return *read;
    }
    [[nodiscard]] const BranchState &branch() { return hub.hub().host().state(); }
    void restart()
    {
        m_clients.clear();
        hub.stop();
        start();
    }

    TestHub hub;
    std::string lastOperation;

private:
    void start()
    {
        hub.start();
        m_isBroken = false;
        QObject::connect(&hub.hub(), &Hub::broken, &hub.hub(), [this] { m_isBroken = true; });
    }
    RawClient &clientOf(StaffId staff)
    {
        std::unique_ptr<RawClient> &client = m_clients[staff];
        if (!client) {
            client = std::make_unique<RawClient>(hub.address());
            client->sayHello(Stream::None, "settings-" + std::to_string(staff.value));
            if (!answered(*client))
                QTest::qFail("nobody was greeted", __FILE__, __LINE__);
            client->resume(staff == kBoss ? kToken : tokenOf(staff));
            if (!answered(*client) || !codeOf(*client->answer()).empty())
                QTest::qFail("nobody was signed in", __FILE__, __LINE__);
        }
        return *client;
    }

    std::map<StaffId, std::unique_ptr<RawClient>> m_clients;
    std::map<StaffId, int> m_n;
    bool m_isBroken = false; ///< the hub would end now, and be started again
};

DecisionRecord answers()
{
    return {"Khách chờ ít hơn", "Nhẹ nhõm", "Không phải đợi lâu buổi sáng", "Mười phút mỗi lần"};
}

/// The first service promised in so many minutes.
command::ChangeSettings promise(const BranchState &branch, int minutes)
{
    command::ChangeSettings change;
    change.before.services = change.after.services = {*branch.service(ServiceId{1})};
    change.after.services[0].serviceLevelMs = minutes * kMinuteMs;
    change.decision = answers();
    return change;
}

std::string fieldOf(const Json &answer, const char *field = "field")
{
    return answer.contains("error") ? answer["error"]["data"].value("detail", Json::object()).value(field, "") : "";
}

} // namespace

/// What the branch is made of, changed over the wire: who may, what is asked, what is kept, and how it goes back.
class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeSaysWhatItMeansForTheCustomer()
    {
        SettingHub all;
        std::string DecisionRecord::*const fields[]
            = {&DecisionRecord::affects, &DecisionRecord::feels, &DecisionRecord::solves, &DecisionRecord::value};
        const char *const names[] = {"affects", "feels", "solves", "value"};
        for (int i = 0; i < 4; ++i) {
            command::ChangeSettings change = promise(all.branch(), 5);
            change.decision.*(fields[i]) = " \t ";
            const Json answer = all.settings(kLooksAfter, change);
            QCOMPARE(codeOf(answer), "DecisionNeeded");
            QCOMPARE(fieldOf(answer), names[i]);
        }
        command::ChangeSettings change = promise(all.branch(), 5);
        change.decision.value = std::string(501, 'x');
        const Json answer = all.settings(kLooksAfter, change);
        QCOMPARE(codeOf(answer), "TooLarge");
        QCOMPARE(fieldOf(answer), "value");
        QCOMPARE(all.branch().service(ServiceId{1})->serviceLevelMs, 10 * kMinuteMs);
        QCOMPARE(all.history(kReads).changes.size(), std::size_t(1)); // how the branch began
        change.decision.value = std::string(500, 'x');
        QCOMPARE(codeOf(all.settings(kLooksAfter, change)), "");
        QCOMPARE(all.branch().service(ServiceId{1})->serviceLevelMs, 5 * kMinuteMs);
    }

    void aChangeIsKeptWithWhoWhenWhatAndWhy()
    {
        SettingHub all;
        all.hub.clock.advance(7 * kMinuteMs);
        command::ChangeSettings change = promise(all.branch(), 5);
        change.before.zones = {{ZoneId{2}, {"Khu B", ""}}};
        change.after.services[0].name.en = " Cash   deposits ";
        change.after.zones = {{ZoneId{3}, {"Khu C", ""}}};
        change.before.services.push_back(*all.branch().service(ServiceId{2})); // named, and not changed
        change.after.services.push_back(*all.branch().service(ServiceId{2}));
        change.decision.feels = "  Nhẹ \n nhõm ";
        const Json answer = all.settings(kLooksAfter, change);
        QCOMPARE(codeOf(answer), "");
        QVERIFY(answer["result"]["change"] == Json(2));
        const std::vector<SettingChange> kept = all.history(kReads).changes;
        QCOMPARE(kept.size(), std::size_t(2));
        const SettingChange &newest = kept[0];
        QCOMPARE(newest.id.value, 2);
        QCOMPARE(newest.by, kLooksAfter);
        QCOMPARE(newest.atMs, kMorningMs + 7 * kMinuteMs);
        QCOMPARE(newest.method, "changeSettings");
        QVERIFY(newest.decision == answers()); // cleaned
        QVERIFY(!newest.reverts.isSet());
        QCOMPARE(newest.before.services.size(), std::size_t(1)); // what changed, alone
        QCOMPARE(newest.before.services[0].serviceLevelMs, 10 * kMinuteMs);
        QCOMPARE(newest.after.services[0].serviceLevelMs, 5 * kMinuteMs);
        QCOMPARE(newest.after.services[0].name.en, "Cash deposits"); // as the branch has it
        QCOMPARE(newest.before.zones.size(), std::size_t(1));
        QCOMPARE(newest.before.zones[0].id, ZoneId{2});
        QCOMPARE(newest.after.zones.size(), std::size_t(1));
        QCOMPARE(newest.after.zones[0].id, ZoneId{3});
        all.restart();
        QVERIFY(all.history(kReads).changes == kept);
        QVERIFY(all.settings(kLooksAfter, promise(all.branch(), 6))["result"]["change"] == Json(3));
    }

    void whatIsSoAlreadyIsNoChange()
    {
        SettingHub all;
        const Json answer = all.settings(kLooksAfter, promise(all.branch(), 10));
        QCOMPARE(codeOf(answer), "");
        QVERIFY(!answer["result"].contains("change"));
        QCOMPARE(all.history(kReads).changes.size(), std::size_t(1));
    }

    void theSameOperationTwiceIsOneChange()
    {
        SettingHub all;
        Json params = toJson(promise(all.branch(), 5));
        const Json first = all.change(kLooksAfter, "changeSettings", params);
        params["op"] = all.lastOperation;
        QVERIFY(all.ask(kLooksAfter, "changeSettings", params)["result"] == first["result"]);
        all.restart();
        QVERIFY(all.ask(kLooksAfter, "changeSettings", params)["result"] == first["result"]);
        QCOMPARE(all.history(kReads).changes.size(), std::size_t(2));
        params["decision"]["value"] = "Một câu khác";
        QCOMPARE(codeOf(all.ask(kLooksAfter, "changeSettings", params)), "OperationReused");
    }

    // ---- the notebook and the journal are one ----

    void aChangeAndItsNoteAreWrittenTogetherOrNotAtAll()
    {
        SettingHub all;
        int failed = 0;
        for (int k = 1; k < 40; ++k) {
            const int minutes = 10 + k;
            failingwrites::failAt(k, ENOSPC, true);
            const std::string code = codeOf(all.settings(kLooksAfter, promise(all.branch(), minutes)));
            const bool hasFailed = failingwrites::stop();
            failed += hasFailed ? 1 : 0;
            all.restart();
            const bool isChanged = all.branch().service(ServiceId{1})->serviceLevelMs == minutes * kMinuteMs;
            const SettingChange newest = all.history(kReads).changes.at(0);
            const bool isKept
                = !newest.after.services.empty() && newest.after.services[0].serviceLevelMs == minutes * kMinuteMs;
            QCOMPARE(isKept, isChanged);
            if (code.empty())
                QVERIFY(isChanged);
            if (!hasFailed)
                break;
        }
        QVERIFY(failed > 2);
        all.hub.stop();
        const auto report = verifyDatabase(all.hub.directory());
        QVERIFY(report.isOk());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
    }

    void nothingThatWasAnsweredStandsOutsideTheNotebook()
    {
        SettingHub all;
        command::ChangeSettings change = promise(all.branch(), 5);
        change.decision.affects = "Mot cau khong bao gio nam trong so nhat ky";
        QCOMPARE(codeOf(all.settings(kLooksAfter, change)), "");
        QFile file(all.hub.directory() + QStringLiteral("/branch.sqlite"));
        all.hub.stop();
        const QString connection = QStringLiteral("look");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(file.fileName());
            QVERIFY(database.open());
            QStringList tables = database.tables();
            QVERIFY(tables.contains(QStringLiteral("notebook")));
            int found = 0;
            for (const QString &table : std::as_const(tables)) {
                QSqlQuery query(database);
                QVERIFY(query.exec(QStringLiteral("SELECT * FROM \"%1\"").arg(table)));
                while (query.next()) {
                    for (int column = 0; column < query.record().count(); ++column) {
                        if (query.value(column).toByteArray().contains("khong bao gio")) {
                            QCOMPARE(table, QStringLiteral("notebook"));
                            ++found;
                        }
                    }
                }
            }
            QCOMPARE(found, 1);
        }
        QSqlDatabase::removeDatabase(connection);
    }

    // ---- other ways to define ----

    void otherDefinitionsLeaveHistoryWithoutAnswers()
    {
        SettingHub all;
        Service service = *all.branch().service(ServiceId{2});
        service.name.en = "Credit";
        QCOMPARE(codeOf(all.change(kRuns, "defineService", {{"service", toJson(service)}})), "");
        const std::vector<SettingChange> kept = all.history(kReads).changes;
        QCOMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[0].method, "defineService");
        QCOMPARE(kept[0].by, kRuns);
        QCOMPARE(kept[0].before.services[0].name.en, "Loans");
        QCOMPARE(kept[0].after.services[0].name.en, "Credit");
        QVERIFY(kept[0].decision == DecisionRecord());
        QCOMPARE(kept[1].method, "defineBranch");
        QCOMPARE(kept[1].by, kBoss);
        QVERIFY(kept[1].after.settings && !kept[1].before.settings);
        QCOMPARE(kept[1].after.services.size(), std::size_t(2));
        QCOMPARE(codeOf(all.change(kServes, "defineService", {{"service", toJson(service)}})), "NotAllowed");
    }

    // ---- taking back ----

    static command::ChangeSettings back(const SettingChange &change, const DecisionRecord &decision = answers())
    {
        return {change.after, change.before, decision, change.id};
    }

    void aChangeIsTakenBackAndThatIsKeptToo()
    {
        SettingHub all;
        command::ChangeSettings change = promise(all.branch(), 5);
        change.before.zones = {{ZoneId{2}, {"Khu B", ""}}};
        change.after.staff = {};
        const BranchSetup before = all.branch().setup();
        QCOMPARE(codeOf(all.settings(kLooksAfter, change)), "");
        const SettingChange kept = all.history(kReads).changes[0];
        QCOMPARE(codeOf(all.settings(kRuns, back(kept))), "");
        QVERIFY(all.branch().setup() == before);
        const std::vector<SettingChange> after = all.history(kReads).changes;
        QCOMPARE(after[0].reverts, kept.id);
        QCOMPARE(after[0].by, kRuns);
        QVERIFY(after[0].before == kept.after && after[0].after == kept.before);
        QCOMPARE(codeOf(all.settings(kRuns, back(kept))), "SettingChanged"); // it was taken back already
        QCOMPARE(codeOf(all.settings(kRuns, back(after[0]))), ""); // and that can be taken back as well
        QCOMPARE(all.branch().service(ServiceId{1})->serviceLevelMs, 5 * kMinuteMs);
    }

    void aSlipOfOnesOwnNeedsNoAnswersForAWhile()
    {
        SettingHub all;
        QCOMPARE(codeOf(all.settings(kLooksAfter, promise(all.branch(), 5))), "");
        const SettingChange kept = all.history(kReads).changes[0];
        QCOMPARE(codeOf(all.settings(kRuns, back(kept, {}))), "DecisionNeeded"); // another's
        all.hub.clock.advance(kTakeBackMs);
        QCOMPARE(codeOf(all.settings(kLooksAfter, back(kept, {}))), "");
        QVERIFY(all.history(kReads).changes[0].decision == DecisionRecord());
        QCOMPARE(codeOf(all.settings(kLooksAfter, promise(all.branch(), 5))), "");
        const SettingChange again = all.history(kReads).changes[0];
        all.hub.clock.advance(kTakeBackMs + 1);
        QCOMPARE(codeOf(all.settings(kLooksAfter, back(again, {}))), "DecisionNeeded");
        command::ChangeSettings half = back(again);
        half.decision.value.clear();
        QCOMPARE(codeOf(all.settings(kLooksAfter, half)), "DecisionNeeded");
    }

    void onlyThatChangeIsTakenBack()
    {
        SettingHub all;
        QCOMPARE(codeOf(all.settings(kLooksAfter, promise(all.branch(), 5))), "");
        const SettingChange kept = all.history(kReads).changes[0];
        command::ChangeSettings other = back(kept, {});
        other.after.services[0].serviceLevelMs = 9 * kMinuteMs;
        QCOMPARE(codeOf(all.settings(kLooksAfter, other)), "InvalidParams");
        other = back(kept);
        other.reverts = SettingChangeId{99};
        QCOMPARE(fieldOf(all.settings(kLooksAfter, other)), "reverts");
        other.reverts = SettingChangeId{-1};
        QCOMPARE(fieldOf(all.settings(kLooksAfter, other)), "reverts");
        QCOMPARE(codeOf(all.settings(kLooksAfter, promise(all.branch(), 6))), ""); // the branch moves on
        const Json answer = all.settings(kLooksAfter, back(kept));
        QCOMPARE(codeOf(answer), "SettingChanged");
        QCOMPARE(fieldOf(answer, "kind"), "service");
    }

    void ofTwoAtOnceTheSecondIsTold()
    {
        SettingHub all;
        const command::ChangeSettings one = promise(all.branch(), 5);
        const command::ChangeSettings other = promise(all.branch(), 7);
        QCOMPARE(codeOf(all.settings(kLooksAfter, one)), "");
        const Json answer = all.settings(kRuns, other);
        QCOMPARE(codeOf(answer), "SettingChanged");
        QCOMPARE(fieldOf(answer, "kind"), "service");
        QCOMPARE(fieldOf(answer, "id"), "1");
        QCOMPARE(all.branch().service(ServiceId{1})->serviceLevelMs, 5 * kMinuteMs);
        QCOMPARE(all.history(kReads).changes.size(), std::size_t(2));
    }

    // ---- who may ----

    void rolesDecideWhoChangesAndWhoReads()
    {
        SettingHub all;
        QCOMPARE(codeOf(all.settings(kServes, promise(all.branch(), 5))), "NotAllowed");
        QCOMPARE(codeOf(all.settings(kReads, promise(all.branch(), 5))), "NotAllowed");
        QCOMPARE(codeOf(all.ask(kServes, "settingHistory", {{"limit", 10}})), "NotAllowed");
        QCOMPARE(all.history(kLooksAfter).changes.size(), std::size_t(1));
        QCOMPARE(all.history(kRuns).changes.size(), std::size_t(1));
    }

    void whoWorksHereIsAnAdministratorsToSay()
    {
        SettingHub all;
        const Staff lan = *all.branch().staffMember(StaffId{2});
        const auto staff = [&](std::vector<Staff> before, std::vector<Staff> after) {
            command::ChangeSettings change;
            change.before.staff = std::move(before);
            change.after.staff = std::move(after);
            change.decision = answers();
            return change;
        };
        Staff skilled = lan;
        skilled.skills = {{ServiceId{2}, 3}};
        skilled.languages = {"en"};
        QCOMPARE(codeOf(all.settings(kLooksAfter, staff({lan}, {skilled}))), "");
        Staff renamed = skilled;
        renamed.name = "Người khác";
        const Json answer = all.settings(kLooksAfter, staff({skilled}, {renamed}));
        QCOMPARE(codeOf(answer), "NotAllowed");
        QCOMPARE(fieldOf(answer, "list"), "staff");
        QCOMPARE(fieldOf(answer), "name");
        QCOMPARE(fieldOf(answer, "role"), "administrator");
        const Staff fresh{StaffId{9}, "Lê Quốc Bảo"};
        QCOMPARE(codeOf(all.settings(kLooksAfter, staff({}, {fresh}))), "NotAllowed");
        QCOMPARE(codeOf(all.settings(kLooksAfter, staff({skilled}, {}))), "NotAllowed");
        QCOMPARE(codeOf(all.settings(kRuns, staff({skilled}, {renamed, fresh}))), "");
        QCOMPARE(codeOf(all.settings(kRuns, staff({fresh}, {}))), "");
    }

    void whereCustomersAreSentIsAnAdministratorsToSay()
    {
        SettingHub all;
        const auto settings = [&](auto &&change) {
            command::ChangeSettings asked;
            asked.before.settings = asked.after.settings = all.branch().settings();
            change(*asked.after.settings);
            asked.decision = answers();
            return asked;
        };
        const std::pair<const char *, std::function<void(BranchSettings &)>> theirs[]
            = {{"followUrl", [](BranchSettings &s) { s.followUrl = "https://elsewhere.example/{ticket}"; }},
               {"utcOffsetMin", [](BranchSettings &s) { s.utcOffsetMin = 0; }},
               {"hidesNamesBeforeCall", [](BranchSettings &s) { s.hidesNamesBeforeCall = true; }}};
        for (const auto &[field, change] : theirs) {
            const Json answer = all.settings(kLooksAfter, settings(change));
            QCOMPARE(codeOf(answer), "NotAllowed");
            QCOMPARE(fieldOf(answer), field);
            QCOMPARE(codeOf(all.settings(kRuns, settings(change))), "");
        }
        QCOMPARE(codeOf(all.settings(kLooksAfter, settings([](BranchSettings &s) { s.recallLimit = 4; }))), "");
    }

    void whoOwnsOpenItemsStaysOnTheStaffList()
    {
        SettingHub all;
        constexpr StaffId kOther{2};
        std::vector<std::int64_t> items;
        for (int i = 0; i < 2; ++i) {
            const Json added = all.change(
                kBoss, "addOpenItem",
                {{"kind", "blocker"}, {"department", "counter"}, {"blocker", "system"}, {"owner", kServes.value}});
            QCOMPARE(codeOf(added), "");
            items.push_back(added["result"]["item"].get<std::int64_t>());
        }
        const auto give = [&](std::int64_t item, const Json &more) {
            Json params{{"item", item}, {"revision", 1}};
            params.update(more);
            return codeOf(all.change(kBoss, "changeOpenItem", params));
        };
        command::ChangeSettings change;
        change.before.staff = {*all.branch().staffMember(kOther), *all.branch().staffMember(kServes)};
        change.decision = answers();
        QCOMPARE(codeOf(all.settings(kLooksAfter, change)), "NotAllowed"); // who may not is told that first
        QCOMPARE(fieldOf(all.settings(kRuns, change), "by"), "account");
        QCOMPARE(codeOf(all.change(kRuns, "disableStaff", {{"staff", kServes.value}})), "");
        const Json refused = all.settings(kRuns, change);
        QCOMPARE(codeOf(refused), "SettingInUse");
        QCOMPARE(fieldOf(refused, "by"), "openItems");
        QCOMPARE(fieldOf(refused, "id"), "1");
        QCOMPARE(fieldOf(refused, "items"), "2");
        QCOMPARE(give(items[0], {{"state", "kept"}, {"ending", "xong"}}), "");
        QCOMPARE(fieldOf(all.settings(kRuns, change), "items"), "1");
        QCOMPARE(give(items[1], {{"owner", 3}}), "");
        QVERIFY(all.branch().staffMember(kServes));
        QCOMPARE(codeOf(all.settings(kRuns, change)), "");
        QVERIFY(!all.branch().staffMember(kServes));
        QVERIFY(!all.branch().staffMember(kOther));
    }

    void whoCanSignInStaysOnTheStaffList()
    {
        SettingHub all;
        command::ChangeSettings change;
        change.before.staff = {*all.branch().staffMember(kServes)};
        change.decision = answers();
        const Json answer = all.settings(kRuns, change);
        QCOMPARE(codeOf(answer), "SettingInUse");
        QCOMPARE(fieldOf(answer, "by"), "account");
        QCOMPARE(codeOf(all.change(kRuns, "disableStaff", {{"staff", kServes.value}})), "");
        QCOMPARE(codeOf(all.settings(kRuns, change)), "");
        // and nobody new gets what was theirs
        const Json added = all.change(kRuns, "addStaff",
                                      {{"staff", 0},
                                       {"account", "moi"},
                                       {"name", "Người mới"},
                                       {"roles", {"teller"}},
                                       {"password", "một mật khẩu dài"}});
        QCOMPARE(codeOf(added), "");
        QVERIFY(added["result"]["staff"] == Json(4));
    }

    void anIdThatWasAnothersIsNotGivenAgain()
    {
        SettingHub all;
        command::ChangeSettings gone;
        gone.before.zones = {{ZoneId{2}, {"Khu B", ""}}};
        gone.decision = answers();
        QCOMPARE(codeOf(all.settings(kLooksAfter, gone)), "");
        const SettingChange kept = all.history(kReads).changes[0];
        command::ChangeSettings again;
        again.after.zones = {{ZoneId{2}, {"Khu khác", ""}}};
        again.decision = answers();
        for (int round = 0; round < 2; ++round) {
            const Json answer = all.settings(kLooksAfter, again);
            QCOMPARE(codeOf(answer), "InvalidParams");
            QCOMPARE(fieldOf(answer, "list"), "zones");
            QCOMPARE(fieldOf(answer), "id");
            QCOMPARE(fieldOf(answer, "least"), "3");
            all.restart();
            QTRY_VERIFY(codeOf(all.settings(kLooksAfter, again)) != "Busy"); // the notebook was read again
        }
        QCOMPARE(codeOf(all.settings(kLooksAfter, back(kept))), ""); // the very one comes back
        again.after.zones[0].id = ZoneId{3};
        QCOMPARE(codeOf(all.settings(kLooksAfter, again)), "");
    }

    void aLongHistoryIsAnsweredInPartsThatALineTakes()
    {
        SettingHub all;
        for (int i = 0; i < 12; ++i) {
            command::ChangeSettings change;
            for (int n = 0; n < 120; ++n) {
                const OutcomeId id{1 + n};
                if (i > 0)
                    change.before.outcomes.push_back(all.branch().outcomes().at(id));
                change.after.outcomes.push_back(
                    {id, {std::string(100, static_cast<char>('a' + i)), std::string(100, 'x')}});
            }
            change.decision = answers();
            QCOMPARE(codeOf(all.settings(kLooksAfter, change)), "");
        }
        SettingHistory query;
        query.limit = 100;
        std::size_t found = 0;
        int pages = 0;
        do {
            const SettingChanges page = all.history(kReads, query);
            QVERIFY(toBytes(toJson(page)).size() < std::size_t{512} * 1024);
            QVERIFY(!page.changes.empty());
            found += page.changes.size();
            query.before = page.next;
            ++pages;
        } while (query.before.isSet());
        QCOMPARE(found, std::size_t(13));
        QVERIFY(pages > 1);
    }

    // ---- the history ----

    void theHistoryIsReadInPagesAndByPart()
    {
        SettingHub all;
        for (int i = 0; i < 130; ++i) {
            QCOMPARE(codeOf(all.settings(kLooksAfter, promise(all.branch(), 11 + i))), "");
            if (i == 3) {
                command::ChangeSettings zone;
                zone.after.zones = {{ZoneId{7}, {"Khu G", ""}}};
                zone.decision = answers();
                QCOMPARE(codeOf(all.settings(kLooksAfter, zone)), "");
            }
        }
        SettingHistory query;
        query.limit = 60;
        std::vector<std::int64_t> ids;
        do {
            const SettingChanges page = all.history(kReads, query);
            QVERIFY(page.changes.size() <= 60);
            for (const SettingChange &change : page.changes)
                ids.push_back(change.id.value);
            query.before = page.next;
        } while (query.before.isSet());
        QCOMPARE(ids.size(), std::size_t(132));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i], static_cast<std::int64_t>(132 - i));

        query = {};
        query.part = "zone";
        QCOMPARE(all.history(kReads, query).changes.size(), std::size_t(2)); // with how the branch began
        query.id = 7;
        const SettingChanges zones = all.history(kReads, query);
        QCOMPARE(zones.changes.size(), std::size_t(1));
        QCOMPARE(zones.changes[0].id.value, 6);
        QVERIFY(!zones.next.isSet());
        query.part = "settings";
        query.id = 0;
        QCOMPARE(all.history(kReads, query).changes.size(), std::size_t(1));
        query.part = "service";
        query.id = 2;
        QCOMPARE(all.history(kReads, query).changes.size(), std::size_t(1));
    }

    void whatCannotBeAskedIsRefused()
    {
        SettingHub all;
        for (const Json &params :
             {Json{{"limit", 0}}, Json{{"limit", 101}}, Json{{"limit", 10}, {"part", "colour"}},
              Json{{"limit", 10}, {"id", 3}}, Json{{"limit", 10}, {"part", "zone"}, {"id", -1}},
              Json{{"limit", 10}, {"before", -4}}, Json{{"limit", 10}, {"more", 1}}, Json::object()})
            QCOMPARE(codeOf(all.ask(kReads, "settingHistory", params)), "InvalidParams");
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
