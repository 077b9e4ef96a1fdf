// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/passwordhasher.h"
#include "tests/base/show.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <sodium.h>

#include <memory>
#include <optional>

using namespace tiepdon;

namespace {

/// The least libsodium takes: a fraction of a millisecond.
constexpr PasswordHasher::Cost kQuick{1, 8 * 1024};
/// Some hundred milliseconds of passes without the memory: still at work when the next line runs.
constexpr PasswordHasher::Cost kSlow{60, 8 * 1024 * 1024};

std::string hashed(PasswordHasher &hasher, const std::string &password)
{
    std::optional<std::string> got;
    QObject context;
    if (!hasher.hash(password, &context, [&](std::string hash) { got = std::move(hash); }))
        return {};
    (void)QTest::qWaitFor([&] { return got.has_value(); }, 30'000);
    return got.value_or(std::string());
}

/// 1 it fits, 0 it does not, -1 no answer.
int checked(PasswordHasher &hasher, const std::string &hash, const std::string &password)
{
    int got = -1;
    QObject context;
    if (hasher.verify(hash, password, &context, [&](bool fits) { got = fits ? 1 : 0; }))
        (void)QTest::qWaitFor([&] { return got >= 0; }, 30'000);
    return got;
}

} // namespace

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheRightPasswordFits_data();
    void onlyTheRightPasswordFits();
    void aHashOfAnotherCostStillFits();
    void everyHashHasItsOwnSalt();
    void theCostIsTheOneWritten();
    void noPasswordFitsTheDummyWhichCostsTheSame();
    void whatIsNoHashFitsNothing_data();
    void whatIsNoHashFitsNothing();
    void answersComeLaterAndOnThisThread();
    void twoAtATimeAndSixtyFourWaiting();
    void nobodyIsToldWhenTheAskerIsGone();
    void theHasherMayGoWhileJobsWait();
    void theHasherMayGoInAnAnswer();
};

void TestPasswordHasher::onlyTheRightPasswordFits_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("fits");
    QTest::newRow("the same") << QByteArray("trâu vàng gặm cỏ") << QByteArray("trâu vàng gặm cỏ") << 1;
    QTest::newRow("another case") << QByteArray("xkvrqpmzwtla") << QByteArray("Xkvrqpmzwtla") << 0;
    QTest::newRow("a blank behind") << QByteArray("xkvrqpmzwtla") << QByteArray("xkvrqpmzwtla ") << 0;
    QTest::newRow("cut short") << QByteArray("xkvrqpmzwtla") << QByteArray("xkvrqpmzwtl") << 0;
    QTest::newRow("nothing") << QByteArray("xkvrqpmzwtla") << QByteArray() << 0;
    QTest::newRow("alike up to a zero byte") << QByteArray("ab\0c", 4) << QByteArray("ab\0d", 4) << 0;
    QTest::newRow("the longest") << QByteArray(800, 'x') << QByteArray(800, 'x') << 1;
    QTest::newRow("the longest but one") << QByteArray(800, 'x') << QByteArray(799, 'x') << 0;
}

void TestPasswordHasher::onlyTheRightPasswordFits()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, typed);
    QFETCH(const int, fits);
    PasswordHasher hasher(kQuick);
    const std::string hash = hashed(hasher, password.toStdString());
    QVERIFY(!hash.empty());
    QCOMPARE(checked(hasher, hash, typed.toStdString()), fits);
    QCOMPARE(hasher.pending(), 0);
}

void TestPasswordHasher::aHashOfAnotherCostStillFits()
{
    PasswordHasher quick(kQuick);
    const std::string hash = hashed(quick, "xkvrqpmzwtla");
    PasswordHasher other({2, 16 * 1024});
    QCOMPARE(checked(other, hash, "xkvrqpmzwtla"), 1);
    QCOMPARE(checked(other, hash, "xkvrqpmzwtlb"), 0);
}

void TestPasswordHasher::everyHashHasItsOwnSalt()
{
    PasswordHasher hasher(kQuick);
    QVERIFY(hashed(hasher, "xkvrqpmzwtla") != hashed(hasher, "xkvrqpmzwtla"));
    QVERIFY(PasswordHasher(kQuick).dummyHash() != hasher.dummyHash());
}

void TestPasswordHasher::theCostIsTheOneWritten()
{
    PasswordHasher hasher;
    const std::string hash = hashed(hasher, "xkvrqpmzwtla");
    QVERIFY2(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), hash.c_str());
    QVERIFY(hash.size() < 128);
    QCOMPARE(checked(hasher, hash, "xkvrqpmzwtla"), 1);
}

void TestPasswordHasher::noPasswordFitsTheDummyWhichCostsTheSame()
{
    for (const PasswordHasher::Cost &cost :
         {PasswordHasher::Cost(), kQuick, PasswordHasher::Cost{7, 1024 * 1024}}) {
        PasswordHasher hasher(cost);
        // libsodium reads it as a hash of exactly this cost; one it cannot read is -1
        QCOMPARE(crypto_pwhash_str_needs_rehash(hasher.dummyHash().c_str(), cost.opsLimit, cost.memBytes), 0);
        QCOMPARE(crypto_pwhash_str_needs_rehash(hasher.dummyHash().c_str(), cost.opsLimit + 1, cost.memBytes), 1);
        QCOMPARE(hasher.dummyHash().size(), hashed(hasher, "x").size());
        QCOMPARE(checked(hasher, hasher.dummyHash(), ""), 0);
    }
}

void TestPasswordHasher::whatIsNoHashFitsNothing_data()
{
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("the password itself") << QByteArray("xkvrqpmzwtla");
    QTest::newRow("a beginning alone") << QByteArray("$argon2id$v=19$m=8,t=1,p=1$");
    QTest::newRow("longer than any") << QByteArray(10'000, '$');
}

void TestPasswordHasher::whatIsNoHashFitsNothing()
{
    QFETCH(const QByteArray, hash);
    PasswordHasher hasher(kQuick);
    QCOMPARE(checked(hasher, hash.toStdString(), "xkvrqpmzwtla"), 0);
}

void TestPasswordHasher::answersComeLaterAndOnThisThread()
{
    PasswordHasher hasher(kQuick);
    QThread *told = nullptr;
    QObject context;
    QVERIFY(
        hasher.verify(hasher.dummyHash(), "x", &context, [&](bool) { told = QThread::currentThread(); }).isOk());
    QVERIFY(!told);
    QCOMPARE(hasher.pending(), 1);
    QTRY_VERIFY(told);
    QCOMPARE(told, QThread::currentThread());
    QCOMPARE(hasher.pending(), 0);
}

void TestPasswordHasher::twoAtATimeAndSixtyFourWaiting()
{
    PasswordHasher hasher(kQuick);
    QObject context;
    int answers = 0;
    for (int i = 0; i < 66; ++i) // nothing is taken off while this loop runs: answers come through the event loop
        QVERIFY(hasher.verify(hasher.dummyHash(), "x", &context, [&](bool) { ++answers; }).isOk());
    const auto refused = hasher.verify(hasher.dummyHash(), "x", &context, [&](bool) { answers += 1000; });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Busy);
    QCOMPARE(hasher.hash("x", &context, [&](std::string) { answers += 1000; }).error().code, ErrorCode::Busy);
    QTRY_COMPARE(answers, 66);
    QCOMPARE(hasher.pending(), 0);
    QCOMPARE(checked(hasher, hashed(hasher, "x"), "x"), 1); // and is free again
}

void TestPasswordHasher::nobodyIsToldWhenTheAskerIsGone()
{
    PasswordHasher hasher(kQuick);
    bool isTold = false;
    {
        QObject context;
        QVERIFY(hasher.verify(hasher.dummyHash(), "x", &context, [&](bool) { isTold = true; }).isOk());
    }
    QTRY_COMPARE(hasher.pending(), 0);
    QVERIFY(!isTold);
}

void TestPasswordHasher::theHasherMayGoWhileJobsWait()
{
    bool isTold = false;
    const auto alive = std::make_shared<int>(0);
    QObject context;
    QElapsedTimer timer;
    qint64 oneMs = 0;
    {
        PasswordHasher hasher(kSlow);
        timer.start();
        QCOMPARE(checked(hasher, hasher.dummyHash(), "x"), 0);
        oneMs = timer.elapsed();
        for (int i = 0; i < 60; ++i)
            QVERIFY(hasher.verify(hasher.dummyHash(), "x", &context, [&, alive](bool) { isTold = true; }).isOk());
        QCOMPARE(alive.use_count(), 61L);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 10 * oneMs, "what had not begun was waited for"); // thirty times as long
    QCOMPARE(alive.use_count(), 1L); // all that was kept for them went
    QCoreApplication::sendPostedEvents();
    QVERIFY(!isTold);
}

void TestPasswordHasher::theHasherMayGoInAnAnswer()
{
    auto hasher = std::make_unique<PasswordHasher>(kQuick);
    QObject context;
    bool isTold = false;
    QVERIFY(hasher
                ->verify(hasher->dummyHash(), "x", &context,
                         [&](bool) {
                             hasher.reset();
                             isTold = true;
                         })
                .isOk());
    QTRY_VERIFY(isTold);
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "tst_passwordhasher.moc"
