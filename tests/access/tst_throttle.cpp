// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/throttle.h"

#include <QTest>

using namespace tiepdon;

namespace {

constexpr DeviceId kCounter1{1};
constexpr DeviceId kCounter2{2};
constexpr TimeMs kStart = 5'000;

void fail(SignInThrottle &throttle, std::string_view account, DeviceId device, int times, TimeMs now)
{
    for (int i = 0; i < times; ++i)
        throttle.failed(account, device, now);
}

} // namespace

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWaitGrowsWithWrongPasswords_data();
    void theWaitGrowsWithWrongPasswords();
    void theWaitRunsOut();
    void anotherDeviceIsFree();
    void anotherAccountIsFreeUntilTheDeviceHasHadTooMany_data();
    void anotherAccountIsFreeUntilTheDeviceHasHadTooMany();
    void theRightPasswordFreesTheAccountOnThatDeviceAlone();
    void theRightPasswordDoesNotFreeTheDevice();
    void forgivingFreesTheAccountEverywhere();
    void aPairIsForgottenADayAfterItsLast();
    void aDeviceIsForgottenAQuarterOfAnHourAfterItsLast();
    void asManyWrongOnesAsThereAreStayCounted();
    void theCountsAreBounded();
};

void TestThrottle::theWaitGrowsWithWrongPasswords_data()
{
    QTest::addColumn<int>("wrong");
    QTest::addColumn<TimeMs>("wait");
    QTest::newRow("none yet") << 0 << TimeMs{0};
    QTest::newRow("the first is free") << 1 << TimeMs{0};
    QTest::newRow("the third is free") << 3 << TimeMs{0};
    QTest::newRow("the fourth costs a second") << 4 << kSecondMs;
    QTest::newRow("the fifth costs two") << 5 << 2 * kSecondMs;
    QTest::newRow("the sixth costs four") << 6 << 4 * kSecondMs;
    QTest::newRow("the twelfth costs 256") << 12 << 256 * kSecondMs;
    QTest::newRow("the thirteenth costs five minutes") << 13 << 5 * kMinuteMs;
    QTest::newRow("a thousand cost no more") << 1000 << 5 * kMinuteMs;
}

void TestThrottle::theWaitGrowsWithWrongPasswords()
{
    QFETCH(const int, wrong);
    QFETCH(const TimeMs, wait);
    SignInThrottle throttle;
    fail(throttle, "lan", kCounter1, wrong, kStart);
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart), wait);
}

void TestThrottle::theWaitRunsOut()
{
    SignInThrottle throttle;
    fail(throttle, "lan", kCounter1, 5, kStart);
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + 500), TimeMs{1500});
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + 1999), TimeMs{1});
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + 2000), TimeMs{0});
    throttle.failed("lan", kCounter1, kStart + 2000);
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + 2000), 4 * kSecondMs); // from the last one
}

void TestThrottle::anotherDeviceIsFree()
{
    SignInThrottle throttle;
    fail(throttle, "lan", kCounter1, 500, kStart);
    QCOMPARE(throttle.waitMs("lan", kCounter2, kStart), TimeMs{0});
}

void TestThrottle::anotherAccountIsFreeUntilTheDeviceHasHadTooMany_data()
{
    QTest::addColumn<int>("accounts");
    QTest::addColumn<TimeMs>("wait");
    QTest::newRow("the twentieth is free") << 20 << TimeMs{0};
    QTest::newRow("the 21st costs a second") << 21 << kSecondMs;
    QTest::newRow("the 22nd costs two") << 22 << 2 * kSecondMs;
    QTest::newRow("the 26th costs 32") << 26 << 32 * kSecondMs;
    QTest::newRow("the 27th costs a minute") << 27 << kMinuteMs;
    QTest::newRow("a thousand cost no more") << 1000 << kMinuteMs;
}

void TestThrottle::anotherAccountIsFreeUntilTheDeviceHasHadTooMany()
{
    QFETCH(const int, accounts);
    QFETCH(const TimeMs, wait);
    SignInThrottle throttle;
    for (int i = 0; i < accounts; ++i)
        throttle.failed("account" + std::to_string(i), kCounter1, kStart);
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart), wait);
    QCOMPARE(throttle.waitMs("lan", kCounter2, kStart), TimeMs{0});
}

void TestThrottle::theRightPasswordFreesTheAccountOnThatDeviceAlone()
{
    SignInThrottle throttle;
    fail(throttle, "lan", kCounter1, 10, kStart);
    fail(throttle, "lan", kCounter2, 10, kStart);
    fail(throttle, "minh", kCounter1, 10, kStart);
    throttle.succeeded("lan", kCounter1);
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart), TimeMs{0});
    QCOMPARE(throttle.waitMs("lan", kCounter2, kStart), 64 * kSecondMs);
    QCOMPARE(throttle.waitMs("minh", kCounter1, kStart), 64 * kSecondMs);
}

void TestThrottle::theRightPasswordDoesNotFreeTheDevice()
{
    SignInThrottle throttle;
    for (int i = 0; i < 40; ++i)
        throttle.failed("account" + std::to_string(i), kCounter1, kStart);
    throttle.succeeded("lan", kCounter1);
    throttle.succeeded("account1", kCounter1);
    QCOMPARE(throttle.waitMs("minh", kCounter1, kStart), kMinuteMs);
}

void TestThrottle::forgivingFreesTheAccountEverywhere()
{
    SignInThrottle throttle;
    for (const DeviceId device : {kCounter1, kCounter2, DeviceId{77}}) {
        fail(throttle, "lan", device, 6, kStart);
        fail(throttle, "lan.anh", device, 6, kStart);
        fail(throttle, "la", device, 6, kStart);
    }
    throttle.forgive("lan");
    throttle.forgive("nobody");
    for (const DeviceId device : {kCounter1, kCounter2, DeviceId{77}}) {
        QCOMPARE(throttle.waitMs("lan", device, kStart), TimeMs{0});
        QCOMPARE(throttle.waitMs("lan.anh", device, kStart), 4 * kSecondMs);
        QCOMPARE(throttle.waitMs("la", device, kStart), 4 * kSecondMs);
    }
}

void TestThrottle::aPairIsForgottenADayAfterItsLast()
{
    SignInThrottle throttle;
    fail(throttle, "lan", kCounter1, 10, kStart);
    throttle.failed("lan", kCounter1, kStart + kDayMs - 1); // counts on: the eleventh
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + kDayMs - 1), 128 * kSecondMs);
    throttle.failed("lan", kCounter1, kStart + 2 * kDayMs - 1); // a first one again
    QCOMPARE(throttle.waitMs("lan", kCounter1, kStart + 2 * kDayMs - 1), TimeMs{0});
}

void TestThrottle::aDeviceIsForgottenAQuarterOfAnHourAfterItsLast()
{
    SignInThrottle throttle;
    for (int i = 0; i < 40; ++i)
        throttle.failed("account" + std::to_string(i), kCounter1, kStart);
    const TimeMs later = kStart + 15 * kMinuteMs - 1;
    throttle.failed("other", kCounter1, later);
    QCOMPARE(throttle.waitMs("lan", kCounter1, later), kMinuteMs);
    throttle.failed("other", kCounter1, later + 15 * kMinuteMs);
    QCOMPARE(throttle.waitMs("lan", kCounter1, later + 15 * kMinuteMs), TimeMs{0});
    QCOMPARE(throttle.size(), std::size_t{42}); // the pairs of that day; the device begins anew
}

void TestThrottle::asManyWrongOnesAsThereAreStayCounted()
{
    SignInThrottle throttle;
    fail(throttle, "victim", kCounter1, 10, kStart);
    for (std::size_t i = 0; i + 1 < SignInThrottle::kPairsMax; ++i)
        throttle.failed("account" + std::to_string(i), kCounter1, kStart + 1);
    QCOMPARE(throttle.waitMs("victim", kCounter1, kStart + 1 + kMinuteMs), TimeMs{3'999}); // of its own 64 s
}

void TestThrottle::theCountsAreBounded()
{
    SignInThrottle throttle;
    for (int i = 0; i < 25'000; ++i)
        throttle.failed("account" + std::to_string(i), DeviceId{i % 3'000 + 1}, kStart + i);
    QCOMPARE(throttle.size(), SignInThrottle::kPairsMax + SignInThrottle::kDevicesMax);
    QVERIFY(throttle.size() <= 10'000);
    // what is long past goes with the next one
    throttle.failed("lan", kCounter1, kStart + 3 * kDayMs);
    QCOMPARE(throttle.size(), std::size_t{2});
    // the newest stay
    SignInThrottle full;
    fail(full, "first", kCounter1, 10, kStart);
    for (int i = 0; i < 9'000; ++i)
        full.failed(std::string(1'000, 'x') + std::to_string(i), DeviceId{i + 10}, kStart + 1);
    fail(full, "last", kCounter2, 10, kStart + 2);
    QCOMPARE(full.waitMs("first", kCounter1, kStart + 2), TimeMs{0});
    QCOMPARE(full.waitMs("last", kCounter2, kStart + 2), 64 * kSecondMs);
}

QTEST_APPLESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
