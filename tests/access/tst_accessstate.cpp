// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessstate.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tiepdon;

namespace {

Device device(std::int64_t id, const std::string &fingerprint)
{
    return {DeviceId{id},
            "Counter " + std::to_string(id),
            DeviceKind::Workplace,
            "tiepdon-teller",
            fingerprint,
            1000,
            {}};
}

Enrolment enrolment(const std::string &hash, TimeMs expiresMs, std::int64_t usedBy = 0)
{
    return {hash, "Counter", DeviceKind::Workplace, StaffId{1}, 1000, expiresMs, DeviceId{usedBy}};
}

Account account(std::int64_t staff, const std::string &name, std::vector<Role> roles, bool isDisabled = false)
{
    return {StaffId{staff}, name, "Lan", std::move(roles), "$argon2id$", false, isDisabled, 1000};
}

Session session(const std::string &hash, std::int64_t staff, std::int64_t onDevice, TimeMs expiresMs = 9000)
{
    return {hash, StaffId{staff}, DeviceId{onDevice}, 1000, expiresMs, false, {}};
}

std::string hashesOf(const std::vector<Session> &sessions)
{
    std::string text;
    for (const Session &one : sessions)
        text += one.tokenHash + " ";
    return text;
}

} // namespace

class TestAccessState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst();
    void aDeviceIsFoundByIdAndCertificate();
    void aDeviceEnrolledAnewIsFoundInPlaceOfTheOld();
    void aCodeIsToldUsedFromUnknownUntilForgotten();
    void aCodeMayChangeItsEnd();
    void anAccountIsFoundByPersonAndName();
    void anAccountRenamedLosesItsOldName();
    void aSessionEnds();
    void sessionsAreListedByPersonAndByDevice();
    void expiredSessionsAreForgotten();
    void idsAreNeverUsedTwice();
    void theLastAdministrator_data();
    void theLastAdministrator();
    void everyLookUpAgreesWithTheRecords();
};

void TestAccessState::nothingIsKnownAtFirst()
{
    const AccessState state;
    QVERIFY(!state.device(DeviceId{1}));
    QVERIFY(!state.deviceByFingerprint(""));
    QVERIFY(!state.enrolmentBySecretHash("a"));
    QVERIFY(!state.account(StaffId{1}));
    QVERIFY(!state.accountNamed("admin"));
    QVERIFY(!state.session("a"));
    QVERIFY(state.sessionsOf(StaffId{1}).empty());
    QVERIFY(!state.isLastAdministrator(StaffId{1}));
    QVERIFY(state.nextDeviceId() == DeviceId{1});
    QVERIFY(state.nextStaffWithoutCounter() == kFirstWithoutCounter);
}

void TestAccessState::aDeviceIsFoundByIdAndCertificate()
{
    AccessState state;
    state.apply(device(1, "aa"));
    state.apply(device(2, "bb"));
    QVERIFY(*state.device(DeviceId{2}) == device(2, "bb"));
    QVERIFY(*state.deviceByFingerprint("aa") == device(1, "aa"));
    QVERIFY(!state.deviceByFingerprint("a"));
    QVERIFY(!state.deviceByFingerprint("ab"));
    QVERIFY(!state.deviceByFingerprint("bbb"));
    Device renamed = device(1, "cc");
    renamed.name = "Door";
    state.apply(renamed);
    QVERIFY(!state.deviceByFingerprint("aa"));
    QCOMPARE(state.deviceByFingerprint("cc")->name, std::string("Door"));
    QCOMPARE(state.devices().size(), std::size_t{2});
}

void TestAccessState::aDeviceEnrolledAnewIsFoundInPlaceOfTheOld()
{
    AccessState state;
    Device old = device(9, "aa");
    old.revokedMs = 2000;
    state.apply(old);
    QVERIFY(state.deviceByFingerprint("aa")->revokedMs.has_value());
    state.apply(device(10, "aa"));
    QVERIFY(state.deviceByFingerprint("aa")->id == DeviceId{10});
    old.name = "Old";
    state.apply(old);
    QVERIFY(state.deviceByFingerprint("aa")->id == DeviceId{10});
    QVERIFY(state.device(DeviceId{9})->revokedMs.has_value());
}

void TestAccessState::aCodeIsToldUsedFromUnknownUntilForgotten()
{
    AccessState state;
    state.apply(enrolment("aa", 5000));
    QVERIFY(!state.enrolmentBySecretHash("aa")->usedBy.isSet());
    state.apply(enrolment("aa", 5000, 3));
    QVERIFY(state.enrolmentBySecretHash("aa")->usedBy == DeviceId{3});
    state.apply(enrolment("bb", 6000));
    state.forgetBefore(5000);
    QVERIFY(state.enrolmentBySecretHash("aa"));
    state.forgetBefore(5001);
    QVERIFY(!state.enrolmentBySecretHash("aa"));
    QVERIFY(state.enrolmentBySecretHash("bb"));
}

void TestAccessState::aCodeMayChangeItsEnd()
{
    AccessState state;
    state.apply(enrolment("aa", 5000));
    state.apply(enrolment("aa", 8000));
    state.forgetBefore(6000);
    QVERIFY(state.enrolmentBySecretHash("aa"));
    state.forgetBefore(9000);
    QVERIFY(state.enrolments().empty());
}

void TestAccessState::anAccountIsFoundByPersonAndName()
{
    AccessState state;
    state.apply(account(1, "lan", {Role::Teller}));
    state.apply(account(1'000'000, "admin", {Role::Administrator}));
    QCOMPARE(state.account(StaffId{1})->account, std::string("lan"));
    QVERIFY(state.accountNamed("admin")->staff == kFirstWithoutCounter);
    QVERIFY(!state.accountNamed("la"));
    QVERIFY(!state.accountNamed("lan2"));
    QVERIFY(!state.account(StaffId{2}));
}

void TestAccessState::anAccountRenamedLosesItsOldName()
{
    AccessState state;
    state.apply(account(1, "lan", {Role::Teller}));
    state.apply(account(1, "lan.nguyen", {Role::Teller}));
    QVERIFY(!state.accountNamed("lan"));
    QVERIFY(state.accountNamed("lan.nguyen"));
    QCOMPARE(state.accounts().size(), std::size_t{1});
}

void TestAccessState::aSessionEnds()
{
    AccessState state;
    Session one = session("aa", 1, 7);
    state.apply(one);
    one.isLocked = true;
    state.apply(one);
    QVERIFY(state.session("aa")->isLocked);
    QCOMPARE(state.sessions().size(), std::size_t{1});
    one.endedMs = 3000;
    state.apply(one);
    QVERIFY(!state.session("aa"));
    QVERIFY(state.sessionsOf(StaffId{1}).empty());
    QVERIFY(state.sessionsOn(DeviceId{7}).empty());
    state.apply(one); // one that was never open
    QVERIFY(state.sessions().empty());
}

void TestAccessState::sessionsAreListedByPersonAndByDevice()
{
    AccessState state;
    state.apply(session("dd", 1, 7));
    state.apply(session("aa", 1, 8));
    state.apply(session("bb", 2, 7));
    state.apply(session("cc", 3, 9));
    QCOMPARE(hashesOf(state.sessionsOf(StaffId{1})), std::string("aa dd "));
    QCOMPARE(hashesOf(state.sessionsOf(StaffId{2})), std::string("bb "));
    QCOMPARE(hashesOf(state.sessionsOn(DeviceId{7})), std::string("bb dd "));
    QCOMPARE(hashesOf(state.sessionsOn(DeviceId{1})), std::string());
    state.apply(session("dd", 2, 9)); // moved, which the hub never does
    QCOMPARE(hashesOf(state.sessionsOf(StaffId{1})), std::string("aa "));
    QCOMPARE(hashesOf(state.sessionsOn(DeviceId{9})), std::string("cc dd "));
}

void TestAccessState::expiredSessionsAreForgotten()
{
    AccessState state;
    state.apply(session("aa", 1, 7, 5000));
    state.apply(session("bb", 1, 7, 6000));
    state.forgetBefore(5500);
    QCOMPARE(hashesOf(state.sessionsOf(StaffId{1})), std::string("bb "));
    QVERIFY(!state.session("aa"));
    QCOMPARE(hashesOf(state.sessionsOn(DeviceId{7})), std::string("bb "));
}

void TestAccessState::idsAreNeverUsedTwice()
{
    AccessState state;
    Device gone = device(4, "aa");
    gone.revokedMs = 2000;
    state.apply(gone);
    QVERIFY(state.nextDeviceId() == DeviceId{5});
    state.apply(account(12, "lan", {Role::Teller}));
    QVERIFY(state.nextStaffWithoutCounter() == StaffId{1'000'000});
    state.apply(account(1'000'000, "admin", {Role::Administrator}));
    state.apply(account(1'000'004, "auditor", {Role::Auditor}, true));
    QVERIFY(state.nextStaffWithoutCounter() == StaffId{1'000'005});
}

void TestAccessState::theLastAdministrator_data()
{
    QTest::addColumn<QByteArray>(
        "kinds"); // of accounts 1, 2 …: a administrator, d a disabled one, t teller, b both
    QTest::addColumn<int>("last"); // 0: none is
    QTest::newRow("nobody") << QByteArray("") << 0;
    QTest::newRow("the only one") << QByteArray("a") << 1;
    QTest::newRow("beside tellers") << QByteArray("tat") << 2;
    QTest::newRow("one of two is not the last") << QByteArray("aa") << 0;
    QTest::newRow("a disabled one does not count") << QByteArray("da") << 2;
    QTest::newRow("a teller who is one too counts") << QByteArray("ba") << 0;
    QTest::newRow("nobody but a disabled one") << QByteArray("dt") << 0;
}

void TestAccessState::theLastAdministrator()
{
    QFETCH(const QByteArray, kinds);
    QFETCH(const int, last);
    AccessState state;
    for (const bool isFirstPass : {true, false}) { // first the opposite, so that changes are seen
        for (int i = 0; i < kinds.size(); ++i) {
            const char kind = isFirstPass ? (kinds[i] == 't' ? 'a' : 't') : kinds[i];
            std::vector<Role> roles;
            if (kind == 't' || kind == 'b')
                roles.push_back(Role::Teller);
            if (kind != 't')
                roles.push_back(Role::Administrator);
            state.apply(account(i + 1, "account" + std::to_string(i), roles, kind == 'd'));
        }
    }
    for (int i = 1; i <= kinds.size() + 1; ++i)
        QCOMPARE(state.isLastAdministrator(StaffId{i}), i == last);
}

void TestAccessState::everyLookUpAgreesWithTheRecords()
{
    AccessState state;
    std::mt19937_64 random(3);
    const auto any
        = [&](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n)); };
    TimeMs now = 0;
    for (int step = 0; step < 20'000; ++step) {
        const std::string text(1, static_cast<char>('a' + any(12)));
        switch (any(5)) {
        case 0:
            state.apply(device(1 + any(12), text));
            break;
        case 1:
            state.apply(enrolment(text, now + any(50), any(2)));
            break;
        case 2:
            state.apply(account(1 + any(8), text, {any(2) ? Role::Administrator : Role::Teller}, any(2) == 0));
            break;
        case 3: {
            Session one = session(text, 1 + any(4), 1 + any(4), now + any(50));
            if (any(3) == 0)
                one.endedMs = now;
            state.apply(one);
            break;
        }
        default:
            state.forgetBefore(now += any(4));
        }
        for (char c = 'a'; c < 'a' + 12; ++c) {
            const std::string key(1, c);
            const Device *newest = nullptr;
            for (const auto &[id, one] : state.devices())
                newest = one.fingerprint == key ? &one : newest;
            QCOMPARE(state.deviceByFingerprint(key), newest);
            const bool isName = std::ranges::any_of(state.accounts(),
                                                    [&](const auto &item) { return item.second.account == key; });
            QCOMPARE(state.accountNamed(key) != nullptr, isName);
        }
        std::size_t byStaff = 0;
        std::size_t byDevice = 0;
        for (std::int64_t id = 1; id <= 4; ++id) {
            byStaff += state.sessionsOf(StaffId{id}).size();
            byDevice += state.sessionsOn(DeviceId{id}).size();
        }
        QCOMPARE(byStaff, state.sessions().size());
        QCOMPARE(byDevice, state.sessions().size());
        QVERIFY(state.sessions().size() <= 12 && state.enrolments().size() <= 12);
    }
}

QTEST_APPLESS_MAIN(TestAccessState)
#include "tst_accessstate.moc"
