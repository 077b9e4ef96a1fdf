// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubs.h"

#include <QDirIterator>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr StaffId kLan{1};
const std::string kLanPassword = "hoa sen nở tháng sáu";
const std::string kNewPassword = "chim én báo tin xuân";

} // namespace

/// People: how they come in, what keeps them out, and when they are out again.
class TestSignIn : public QObject
{
    Q_OBJECT

private:
    /// A hub with Lan, teller, who is not signed in, and a second workplace.
    static void prepare(TestHub &hub, bool mustChange = false)
    {
        Account lan = accountOf(kLan, "lan", {Role::Teller}, kLanPassword);
        lan.mustChangePassword = mustChange;
        Device second = deviceOf(kKiosk, DeviceKind::Workplace); // what was a kiosk is a desk in these tests
        QCOMPARE(writeRecords(hub.directory(), {lan, second}), QByteArray());
        hub.start();
    }
    static std::unique_ptr<RawClient> greeted(const TestHub &hub, DeviceId device = kWorkplace,
                                              Stream stream = Stream::None)
    {
        static int n = 0;
        auto client = std::make_unique<RawClient>(hub.address(device));
        client->sayHello(stream, "raw-person-" + std::to_string(++n));
        if (!answered(*client) || codeOf(*client->answer()) != "")
            QTest::qFail("a device was not greeted", __FILE__, __LINE__);
        return client;
    }
    static std::string signIn(RawClient &client, const std::string &account, const std::string &password)
    {
        return codeAfter(client, "signIn", {{"account", account}, {"password", password}});
    }
    static bool hasHeard(const RawClient &client, const std::string &method, const std::string &field = {},
                         const Json &value = {})
    {
        return std::any_of(client.received.begin(), client.received.end(), [&](const Json &json) {
            return json.value("method", std::string()) == method
                && (field.empty() || json["params"].value(field, Json()) == value);
        });
    }
    /// What the audit holds of an action, newest first.
    static Json audited(TestHub &hub, const std::string &action)
    {
        RawClient boss(hub.address());
        if (!signedIn(boss, Stream::None, "raw-auditor-1")
            || codeAfter(boss, "audit", {{"limit", 100}, {"action", action}}) != "")
            QTest::qFail("the audit cannot be read", __FILE__, __LINE__);
        return (*boss.answer())["result"]["entries"];
    }
    static void openDay(RawClient &boss)
    {
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        QCOMPARE(codeAfter(boss, "defineBranch", with({{"setup", toJson(smallBranch())}}, "raw-boss-1:1")), "");
        QCOMPARE(codeAfter(boss, "openDay", with({{"businessDay", kDay}}, "raw-boss-1:2")), "");
    }
    static Json signOnParams(std::int64_t counter, StaffId staff, bool takeOver = false)
    {
        return {{"counter", counter}, {"staff", staff.value}, {"profile", 0}, {"takeOver", takeOver}};
    }

private Q_SLOTS:
    void aPersonSignsInAndWorks()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        openDay(boss);
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QVERIFY(!hasHeard(*desk, "snapshot"));
        QCOMPARE(signIn(*desk, " LAN ", kLanPassword), "");
        const Json info = (*desk->answer())["result"];
        QCOMPARE(info["name"].get<std::string>(), "Nhân viên 1"); // as the branch calls her now
        QCOMPARE(info["roles"], Json({"teller"}));
        QCOMPARE(info["token"].get<std::string>().size(), std::size_t(43)); // 256 bits
        QTRY_VERIFY(hasHeard(*desk, "snapshot"));
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, kLan), "raw-desk-01:1")), "");
        const Json entry = audited(hub, "signedIn").front();
        QCOMPARE(entry["actor"].get<std::int64_t>(), kLan.value);
        QCOMPARE(entry["device"].get<std::int64_t>(), kWorkplace.value);
        QCOMPARE(entry["outcome"].get<std::string>(), "done");
    }

    void nothingIsDoneBeforeSigningIn()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(codeAfter(*desk, "issueTicket", with({{"service", 1}}, "raw-desk-01:1")), "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "staffList"), "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "resync"), "");
        QVERIFY(!hasHeard(*desk, "snapshot"));
    }

    void whichOfTheTwoWasWrongIsNotSaid()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        QCOMPARE(signIn(*desk, "lan", "hoa sen nở tháng bảy"), "SignInRefused");
        const Json wrongPassword = (*desk->answer())["error"];
        QCOMPARE(signIn(*desk, "nobody", kLanPassword), "SignInRefused");
        QCOMPARE((*desk->answer())["error"], wrongPassword);
        const Json entries = audited(hub, "signedIn");
        QCOMPARE(entries.at(1)["subject"].get<std::string>(), "staff 1");
        QCOMPARE(entries.at(0)["subject"].get<std::string>(), ""); // what was typed is kept nowhere
    }

    void guessingIsSlowedOnTheDeviceAlone()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(signIn(*desk, "lan", "wrong" + std::to_string(i)), "SignInRefused");
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "SignInDelayed"); // the right one too
        const std::string wait = (*desk->answer())["error"]["data"]["detail"]["waitMs"].get<std::string>();
        QVERIFY(std::stoi(wait) > 0 && std::stoi(wait) <= 1000);
        const auto other = greeted(hub, kKiosk);
        QCOMPARE(signIn(*other, "lan", kLanPassword), ""); // nobody can keep her out from elsewhere
        QTRY_COMPARE_WITH_TIMEOUT(signIn(*desk, "lan", kLanPassword), "", 5000);
    }

    void anAdministratorForgetsWrongPasswords()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        for (int i = 0; i < 6; ++i) {
            signIn(*desk, "lan", "wrong" + std::to_string(i));
            QTRY_VERIFY_WITH_TIMEOUT(i < 3 || signIn(*desk, "lan", "wrong again") != "closed", 5000);
        }
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "SignInDelayed");
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        QCOMPARE(codeAfter(boss, "unlockStaff", with({{"staff", kLan.value}}, "raw-boss-1:1")), "");
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
    }

    void onePasswordOfADeviceIsCheckedAtATime()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        const auto again = greeted(hub);
        desk->send("signIn", {{"account", "lan"}, {"password", "wrong1"}});
        desk->send("signIn", {{"account", "lan"}, {"password", "wrong2"}});
        QVERIFY(answered(*desk));
        QCOMPARE(codeOf(*desk->answer()), "Busy");
    }

    void aOneTimePasswordMustBeChanged()
    {
        TestHub hub;
        prepare(hub, true);
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        QVERIFY((*desk->answer())["result"]["mustChangePassword"].get<bool>());
        QCOMPARE(codeAfter(*desk, "issueTicket", with({{"service", 1}}, "raw-desk-01:1")), "PasswordChangeNeeded");
        QVERIFY(!hasHeard(*desk, "snapshot"));
        const auto change = [&](const std::string &from, const std::string &to) {
            return codeAfter(*desk, "changePassword", {{"password", from}, {"newPassword", to}});
        };
        const auto reason
            = [&] { return (*desk->answer())["error"]["data"]["detail"]["reason"].get<std::string>(); };
        QCOMPARE(change(kLanPassword, "ngắn quá"), "PasswordTooWeak");
        QCOMPARE(reason(), "tooShort");
        QCOMPARE((*desk->answer())["error"]["data"]["detail"]["min"].get<std::string>(), "12");
        QCOMPARE(change(kLanPassword, "123456789012"), "PasswordTooWeak");
        QCOMPARE(reason(), "common");
        QCOMPARE(change(kLanPassword, kLanPassword), "PasswordTooWeak");
        QCOMPARE(reason(), "sameAsBefore");
        QCOMPARE(change("another password", kNewPassword), "SignInRefused");
        QCOMPARE(change(kLanPassword, kNewPassword), "");
        QTRY_VERIFY(hasHeard(*desk, "snapshot")); // it begins then
        const auto other = greeted(hub);
        QCOMPARE(signIn(*other, "lan", kLanPassword), "SignInRefused");
        QCOMPARE(signIn(*other, "lan", kNewPassword), "");
    }

    void changingThePasswordEndsOtherSessions()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        const auto other = greeted(hub, kKiosk, Stream::Staff);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        QCOMPARE(signIn(*other, "lan", kLanPassword), "");
        QCOMPARE(codeAfter(*desk, "changePassword", {{"password", kLanPassword}, {"newPassword", kNewPassword}}),
                 "");
        QTRY_VERIFY(hasHeard(*other, "session", "reason", "passwordChanged"));
        QCOMPARE(codeAfter(*other, "staffList"), "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "staffList"), "NotAllowed"); // a teller's, but a session's
    }

    void aDisabledPersonIsOutAtOnceAndTheTicketStays()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        openDay(boss);
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        QCOMPARE(codeAfter(boss, "issueTicket", with({{"service", 1}}, "raw-boss-1:3")), "");
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, kLan), "raw-desk-01:1")), "");
        QCOMPARE(codeAfter(*desk, "callNext", with({{"counter", 1}}, "raw-desk-01:2")), "");
        QElapsedTimer age;
        age.start();
        QCOMPARE(codeAfter(boss, "disableStaff", with({{"staff", kLan.value}}, "raw-boss-1:4")), "");
        QTRY_VERIFY(hasHeard(*desk, "session", "reason", "disabled"));
        QVERIFY2(age.elapsed() < 1000, "within a second");
        QCOMPARE(codeAfter(*desk, "startService", with({{"counter", 1}, {"ticket", 1}}, "raw-desk-01:3")),
                 "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "resumeSession", {{"token", token}}), "SessionEnded");
        QCOMPARE(signIn(*desk, "lan", "hoa sen nở tháng bảy"), "SignInRefused"); // says nothing to a guesser
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "AccountDisabled");
        const BranchState &state = hub.hub().host().state();
        QVERIFY(state.counterState(CounterId{1})->ticket == TicketId{1});
        const std::size_t heard = desk->received.size();
        QCOMPARE(codeAfter(boss, "issueTicket", with({{"service", 1}}, "raw-boss-1:5")), "");
        QCOMPARE(desk->received.size(), heard); // its stream has ended too

        QCOMPARE(codeAfter(boss, "enableStaff", with({{"staff", kLan.value}}, "raw-boss-1:6")), "");
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        QCOMPARE(codeAfter(*desk, "startService", with({{"counter", 1}, {"ticket", 1}}, "raw-desk-01:4")), "");
    }

    void anIdleSessionLocksAndItsTicketStays()
    {
        TestHub hub;
        hub.config.gate.sessionIdleMs = 500;
        prepare(hub);
        RawClient boss(hub.address());
        openDay(boss);
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        QCOMPARE(codeAfter(boss, "issueTicket", with({{"service", 1}}, "raw-boss-1:3")), "");
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, kLan), "raw-desk-01:1")), "");
        QCOMPARE(codeAfter(*desk, "callNext", with({{"counter", 1}}, "raw-desk-01:2")), "");
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(*desk, "session", "reason", "idle"), 10000);
        QCOMPARE(codeAfter(*desk, "startService", with({{"counter", 1}, {"ticket", 1}}, "raw-desk-01:3")),
                 "SessionLocked");
        QVERIFY(hub.hub().host().state().ticket(TicketId{1})->state == TicketState::Called);
        // over a lost connection and a restart too
        hub.stop();
        hub.start();
        const auto back = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(codeAfter(*back, "resumeSession", {{"token", token}}), "");
        QVERIFY((*back->answer())["result"]["isLocked"].get<bool>());
        QCOMPARE(codeAfter(*back, "unlock", {{"password", "wrong"}}), "SignInRefused");
        QVERIFY(!hasHeard(*back, "snapshot"));
        QCOMPARE(codeAfter(*back, "unlock", {{"password", kLanPassword}}), "");
        QTRY_VERIFY(hasHeard(*back, "snapshot"));
        // a lock is not among what an operation's first answer remembers
        QCOMPARE(codeAfter(*back, "startService", with({{"counter", 1}, {"ticket", 1}}, "raw-desk-01:3")), "");
    }

    void whoDoesSomethingIsNotIdle()
    {
        TestHub hub;
        hub.config.gate.sessionIdleMs = 2500;
        prepare(hub);
        const auto typing = greeted(hub);
        const auto gone = greeted(hub, kKiosk);
        QCOMPARE(signIn(*typing, "lan", kLanPassword), "");
        QCOMPARE(signIn(*gone, "lan", kLanPassword), "");
        QTimer beat; // what a window sends while somebody types in it
        connect(&beat, &QTimer::timeout, &beat, [&] {
            typing->send(toBytes(Request{std::nullopt, "heartbeat", {{"active", true}}}));
            gone->send(toBytes(Request{std::nullopt, "heartbeat", Json::object()}));
        });
        beat.start(200);
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(*gone, "session", "reason", "idle"), 15000);
        QVERIFY(!hasHeard(*typing, "session"));
    }

    void aSessionEndsAfterItsTime()
    {
        TestHub hub;
        hub.config.gate.sessionMaxMs = 500;
        prepare(hub);
        const auto desk = greeted(hub);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(*desk, "session", "reason", "expired"), 10000);
        QCOMPARE(codeAfter(*desk, "staffList"), "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "resumeSession", {{"token", token}}), "SessionEnded");
        QCOMPARE(audited(hub, "sessionEnded").front()["detail"].get<std::string>(), "why=expired");
    }

    void aTokenIsWorthNothingOnAnotherDevice()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        const auto thief = greeted(hub, kKiosk);
        QCOMPARE(codeAfter(*thief, "resumeSession", {{"token", token}}), "SessionEnded");
        QTRY_VERIFY(hasHeard(*desk, "session", "reason", "tokenMoved")); // and for nobody any more
        const Json entry = audited(hub, "sessionResumed").front();
        QCOMPARE(entry["device"].get<std::int64_t>(), kKiosk.value);
        QCOMPARE(entry["outcome"].get<std::string>(), "SessionEnded");
    }

    void signingOutEndsTheSession()
    {
        TestHub hub;
        prepare(hub);
        const auto desk = greeted(hub);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        QCOMPARE(codeAfter(*desk, "signOut"), "");
        QCOMPARE(codeAfter(*desk, "staffList"), "SignInNeeded");
        QCOMPARE(codeAfter(*desk, "resumeSession", {{"token", token}}), "SessionEnded");
        QVERIFY(!hasHeard(*desk, "session")); // who asks needs no telling
    }

    void rolesHoldAtOnceAndTheLastAdministratorStays()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        const auto desk = greeted(hub);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        int n = 0;
        const auto change = [&](const char *method, Json params) {
            return codeAfter(boss, method, with(std::move(params), "raw-boss-1:" + std::to_string(++n)));
        };
        QCOMPARE(change("setRoles", {{"staff", kLan.value}, {"roles", {"supervisor"}}}), "");
        QTRY_VERIFY(hasHeard(*desk, "session", "reason", "rolesChanged"));
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        QCOMPARE(codeAfter(*desk, "staffList"), "");
        QCOMPARE(change("setRoles", {{"staff", kBoss.value}, {"roles", {"supervisor"}}}), "LastAdministrator");
        QCOMPARE(change("disableStaff", {{"staff", kBoss.value}}), "LastAdministrator");
        QCOMPARE(change("setRoles", {{"staff", kLan.value}, {"roles", Json::array()}}), "InvalidParams");
        QCOMPARE(change("setRoles", {{"staff", kLan.value}, {"roles", {"kiosk"}}}), "InvalidParams");
        QCOMPARE(change("setRoles", {{"staff", kBoss.value}, {"roles", {"teller", "administrator"}}}),
                 "InvalidParams");
        QCOMPARE(change("setRoles", {{"staff", 4711}, {"roles", {"teller"}}}), "UnknownStaff");
    }

    void peopleAreAdded()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        const std::string password = "một lần rồi thôi nhé";
        const auto add = [&](const std::string &account, const std::string &role, int n, std::int64_t staff = 0) {
            return codeAfter(boss, "addStaff",
                             with({{"staff", staff},
                                   {"account", account},
                                   {"name", "Phạm Thu Hà"},
                                   {"roles", {role}},
                                   {"password", password}},
                                  "raw-boss-1:" + std::to_string(n)));
        };
        openDay(boss);
        QCOMPARE(add("ha", "teller", 3), "");
        const std::int64_t ha = (*boss.answer())["result"]["staff"].get<std::int64_t>();
        QCOMPARE(ha, 4); // behind the three of the branch
        QCOMPARE(hub.hub().host().state().staffMember(StaffId{ha})->name, "Phạm Thu Hà");
        QCOMPARE(add("ha", "teller", 3), ""); // the same operation again: the first answer, no second person
        QCOMPARE(hub.hub().host().state().staff().size(), std::size_t(4));
        // nothing of a password is kept beside its slow hash, so another one makes no other operation
        QCOMPARE(codeAfter(boss, "addStaff",
                           with({{"staff", 0},
                                 {"account", "ha"},
                                 {"name", "Phạm Thu Hà"},
                                 {"roles", {"teller"}},
                                 {"password", "một câu khác hẳn đi"}},
                                "raw-boss-1:3")),
                 "");
        QCOMPARE(add("ha", "teller", 4), "AccountTaken");
        QCOMPARE(add("h a", "teller", 5), "InvalidParams");
        QCOMPARE(add("soat", "auditor", 6), "");
        QCOMPARE((*boss.answer())["result"]["staff"].get<std::int64_t>(), kFirstWithoutCounter.value + 1);
        QCOMPARE(hub.hub().host().state().staff().size(), std::size_t(4)); // no counter, no place in the list
        QCOMPARE(add("hai", "teller", 7, 2), ""); // somebody the branch knows already
        QCOMPARE(add("hai2", "teller", 8, 2), "AccountTaken");
        QCOMPARE(add("ai", "teller", 9, 99), "UnknownStaff");
        const auto desk = greeted(hub, kKiosk);
        QCOMPARE(signIn(*desk, "ha", password), "");
        QVERIFY((*desk->answer())["result"]["mustChangePassword"].get<bool>());
    }

    void takingOverACounterIsAskedAndSaid()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        openDay(boss);
        QCOMPARE(codeAfter(boss, "signOn", with(signOnParams(1, StaffId{2}), "raw-boss-1:3")), "");
        const auto desk = greeted(hub, kWorkplace, Stream::Staff);
        QCOMPARE(signIn(*desk, "lan", kLanPassword), "");
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, kLan), "raw-desk-01:1")), "CounterOccupied");
        QCOMPARE((*desk->answer())["error"]["data"]["detail"]["name"].get<std::string>(), "Nhân viên 2");
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, StaffId{2}, true), "raw-desk-01:2")),
                 "NotAllowed");
        QCOMPARE(codeAfter(*desk, "signOn", with(signOnParams(1, kLan, true), "raw-desk-01:3")), "");
        QVERIFY(hub.hub().host().state().counterState(CounterId{1})->staff == kLan);
    }

    void noSecretIsOnTheDisk()
    {
        TestHub hub;
        prepare(hub);
        RawClient boss(hub.address());
        openDay(boss);
        const std::string oneTime = "ocean-lantern-harbour";
        QCOMPARE(
            codeAfter(
                boss, "addStaff",
                with(
                    {{"staff", 0}, {"account", "ha"}, {"name", "Hà"}, {"roles", {"teller"}}, {"password", oneTime}},
                    "raw-boss-1:3")),
            "");
        const auto desk = greeted(hub, kKiosk);
        QCOMPARE(signIn(*desk, "ha", oneTime), "");
        const std::string token = (*desk->answer())["result"]["token"].get<std::string>();
        QCOMPARE(codeAfter(*desk, "changePassword", {{"password", oneTime}, {"newPassword", kNewPassword}}), "");
        signIn(*desk, "typed-in-the-wrong-field", "x");
        hub.stop();
        QDirIterator files(hub.directory(), QDir::Files);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++read;
            for (const std::string &secret :
                 {oneTime, kNewPassword, token, std::string("typed-in-the-wrong-field")})
                QVERIFY2(!content.contains(QByteArray::fromStdString(secret)), qPrintable(file.fileName()));
        }
        QVERIFY(read >= 5);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
