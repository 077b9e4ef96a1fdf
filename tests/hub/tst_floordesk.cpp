// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/hub/customerhub.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

const Json kClosed{{"staff", 0}, {"profile", 0}};

Json open(std::int64_t staff, std::int64_t profile = 1) { return {{"staff", staff}, {"profile", profile}}; }

Json move(std::int64_t counter, const Json &seen, const Json &to)
{
    return {{"counter", counter}, {"seen", seen}, {"to", to}};
}

Json moves(const Json &each, const char *reason = nullptr)
{
    Json params{{"moves", each}};
    if (reason)
        params["leaveUnserved"] = reason;
    return params;
}

Json one(const Json &move) { return moves(Json::array({move})); }

} // namespace

/// Counters moved together, on a hub.
class TestFloorDesk : public QObject
{
    Q_OBJECT

private:
    static const CounterState &at(CustomerHub &all, std::int64_t counter)
    {
        return *all.hub.hub().host().state().counterState(CounterId{counter});
    }

private Q_SLOTS:
    void aPersonMovesInOneStep()
    {
        CustomerHub all;
        QVERIFY(all.isReady);
        const std::int64_t before = all.hub.hub().host().publishedSeq();
        const Json step = Json::array({move(1, open(1), kClosed), move(3, kClosed, open(1, 2))});
        const Json answer = all.change(kBoss, "moveCounters", moves(step));
        QCOMPARE(codeOf(answer), std::string());
        QVERIFY(!at(all, 1).isOpen());
        QCOMPARE(at(all, 3).staff, kTeller);
        QCOMPARE(at(all, 3).profile, ProfileId{2});
        QCOMPARE(CustomerHub::result(answer)["seq"].get<std::int64_t>(), before + 2);
        // the same again has no second effect
        QCOMPARE(codeOf(all.ask(kBoss, "moveCounters", with(moves(step), all.lastOperation))), std::string());
        QCOMPARE(all.hub.hub().host().publishedSeq(), before + 2);
        const QString directory = all.hub.directory();
        all.stop();
        const auto report = verifyDatabase(directory);
        QVERIFY(report.isOk());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
    }

    void whoComesSecondHearsWhoWasFirst()
    {
        CustomerHub all;
        QCOMPARE(codeOf(all.change(kBoss, "moveCounters", one(move(2, open(2), open(2, 2))))), std::string());
        const Json late = all.change(kBoss, "moveCounters", one(move(2, open(2), kClosed)));
        QCOMPARE(codeOf(late), std::string("CounterChanged"));
        const Json &detail = late["error"]["data"]["detail"];
        QCOMPARE(detail["counter"].get<std::string>(), std::string("2"));
        QCOMPARE(detail["profile"].get<std::string>(), std::string("2"));
        QCOMPARE(detail["by"].get<std::string>(), std::to_string(kBoss.value));
        QVERIFY(!detail["byName"].get<std::string>().empty());
        QCOMPARE(detail["atMs"].get<std::string>(), std::to_string(all.hub.clock.nowMs()));
        // a teller's own doing counts as well
        all.hub.clock.advance(kMinuteMs);
        QCOMPARE(codeOf(all.change(kOtherTeller, "takeBreak", {{"counter", 2}, {"reason", "meal"}})),
                 std::string());
        const Json asked = CustomerHub::result(all.ask(kBoss, "lastCounterChange", {{"counter", 2}}));
        QCOMPARE(asked["by"].get<std::int64_t>(), kOtherTeller.value);
        QCOMPARE(asked["name"].get<std::string>(), std::string("Nhân viên 2"));
        QCOMPARE(asked["atMs"].get<std::int64_t>(), all.hub.clock.nowMs());
        QCOMPARE(codeOf(all.change(kBoss, "moveCounters", one(move(2, open(2, 2), open(2))))),
                 std::string("CounterChanged"));
        QCOMPARE(
            CustomerHub::result(all.ask(kBoss, "lastCounterChange", {{"counter", 3}}))["by"].get<std::int64_t>(),
            std::int64_t{0});
        QCOMPARE(codeOf(all.ask(kBoss, "lastCounterChange", {{"counter", 9}})), std::string("UnknownCounter"));
    }

    void leavingPeopleUnservedWantsAReasonThatIsKept()
    {
        CustomerHub all;
        all.ticket({{"service", 2}}); // for loans: profile 1 alone
        const Json step = Json::array({move(1, open(1), open(1, 2)), move(2, open(2), open(2, 2))});
        const Json refused = all.change(kBoss, "moveCounters", moves(step));
        QCOMPARE(codeOf(refused), std::string("ServiceUnserved"));
        QCOMPARE(refused["error"]["data"]["detail"]["services"].get<std::string>(), std::string("2"));
        QCOMPARE(at(all, 1).profile, ProfileId{1});
        QCOMPARE(codeOf(all.change(kBoss, "moveCounters", moves(step, "backSoon"))), std::string());
        QCOMPARE(at(all, 1).profile, ProfileId{2});
        QCOMPARE(at(all, 2).profile, ProfileId{2});
        const Json entries = all.audit("leftUnserved");
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(entries[0]["subject"].get<std::string>(), std::string("services 2"));
        QCOMPARE(entries[0]["detail"].get<std::string>(), std::string("reason=backSoon"));
    }

    void onlyWhoRunsTheFloorMovesOthers()
    {
        CustomerHub all;
        QCOMPARE(codeOf(all.change(kTeller, "moveCounters", one(move(1, open(1), kClosed)))),
                 std::string("NotAllowed"));
        QCOMPARE(codeOf(all.ask(kTeller, "lastCounterChange", {{"counter", 1}})), std::string("NotAllowed"));
    }
};

QTEST_GUILESS_MAIN(TestFloorDesk)
#include "tst_floordesk.moc"
