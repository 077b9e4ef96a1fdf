// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"

#include <QSignalSpy>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr CounterId kCounter{1};
constexpr ServiceId kDeposits{1};
/// So many are served first: enough for a forecast to say something.
constexpr int kHistory = 40;

} // namespace

/// What people are told about their wait, from the hub to the screens and into the records.
class TestForesight : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<HubClient> m_teller;

    std::unique_ptr<HubClient> connected(Stream stream)
    {
        const bool isDisplay = stream == Stream::Public;
        auto client
            = std::make_unique<HubClient>(m_hub->address(isDisplay ? kDisplay : kWorkplace), QStringLiteral("test"),
                                          stream, isDisplay ? nullptr : &signedInSecrets());
        client->start();
        if (!QTest::qWaitFor([&] { return client->status() == BranchLink::Status::Live; }, 10000))
            QTest::qFail("the client did not get through", __FILE__, __LINE__);
        return client;
    }
    Result<CommandReply> issue() { return ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}}); }
    /// One person served for five minutes.
    void serveOne()
    {
        const auto called = ask(*m_teller, command::CallNext{kCounter});
        QVERIFY(called.isOk());
        QVERIFY(ask(*m_teller, command::StartService{kCounter, *called->ticket, {}}).isOk());
        m_hub->clock.advance(5 * kMinuteMs);
        QVERIFY(ask(*m_teller, command::FinishService{kCounter, *called->ticket, {}, {}}).isOk());
    }
    void serveMany(int count)
    {
        for (int i = 0; i < count; ++i) {
            QVERIFY(issue().isOk());
            serveOne();
        }
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_hub->start();
        m_teller = connected(Stream::Staff);
        QVERIFY(ask(*m_teller, command::DefineBranch{smallBranch(1)}).isOk());
        QVERIFY(ask(*m_teller, command::OpenDay{kDay}).isOk());
        QVERIFY(ask(*m_teller, command::SignOn{kCounter, StaffId{1}, {}}).isOk());
    }
    void cleanup()
    {
        m_teller.reset();
        if (!m_hub)
            return;
        const QString directory = m_hub->directory();
        m_hub->stop();
        const auto report = verifyDatabase(directory);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        m_hub.reset();
    }

    void theAnswerSaysHowManyAreAheadAndHowLongItTakes()
    {
        serveMany(kHistory);
        for (int i = 0; i < 4; ++i) {
            const auto issued = issue();
            QVERIFY(issued.isOk());
            QCOMPARE(issued->ahead, std::optional<std::int64_t>(i));
        }
        m_hub->clock.advance(kSecondMs);
        QVERIFY2(QTest::qWaitFor([&] { return m_teller->quotes().tickets.size() == 4; }, 60000),
                 toJson(m_teller->quotes()).dump().c_str());
        const auto last = issue();
        QVERIFY(last.isOk());
        QCOMPARE(last->ahead, std::optional<std::int64_t>(4));
        QVERIFY(last->wait.has_value());
        // four people of about five minutes each before it
        QVERIFY2(last->wait->medianMs > 10 * kMinuteMs && last->wait->medianMs < 35 * kMinuteMs,
                 qPrintable(QString::number(last->wait->medianMs)));
        QVERIFY(last->wait->lowMs <= last->wait->medianMs && last->wait->medianMs <= last->wait->highMs);
        // the same question is answered the same
        RawClient raw(m_hub->address());
        QVERIFY(signedIn(raw));
        const Json params = with({{"service", 1}}, "raw-client-1:7");
        QCOMPARE(codeAfter(raw, "issueTicket", params), "");
        const Json first = (*raw.answer())["result"];
        QVERIFY(first.contains("wait") && first["ahead"] == 5);
        serveOne();
        QCOMPARE(codeAfter(raw, "issueTicket", params), "");
        QCOMPARE((*raw.answer())["result"], first);
    }

    void everybodyIsToldAndOnlyStaffOfTickets()
    {
        serveMany(kHistory);
        const auto lobby = connected(Stream::Public);
        QSignalSpy told(lobby.get(), &BranchLink::quotesChanged);
        const auto issued = issue();
        QVERIFY(issue().isOk());
        QTRY_VERIFY_WITH_TIMEOUT(m_teller->quotes().ofTicket(*issued->ticket), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(lobby->quotes().ofService(kDeposits), 60000);
        QVERIFY(told.count() > 0);
        QVERIFY(lobby->quotes().tickets.empty());
        QVERIFY(lobby->quotes().scores.empty());
        QVERIFY(m_teller->quotes().ofService(kDeposits));
        QCOMPARE(m_teller->quotes().scores.front().businessDay, kDay);
        // who comes later hears of it at once
        const auto late = connected(Stream::Staff);
        QTRY_VERIFY(late->quotes().atMs > 0);
        // and as time goes on they come anew without anybody's doing
        m_hub->clock.advance(2 * kMinuteMs);
        const TimeMs before = m_teller->quotes().atMs;
        QTRY_VERIFY_WITH_TIMEOUT(m_teller->quotes().atMs > before, 60000);
    }

    void aDayIsScoredWhenItClosesAndTheScoreStays()
    {
        serveMany(kHistory);
        for (int i = 0; i < 12; ++i) {
            QVERIFY(issue().isOk());
            QVERIFY(issue().isOk());
            serveOne();
        }
        QVERIFY(ask(*m_teller, command::CloseDay{true}).isOk());
        const auto scores = [&](int days) {
            RawClient boss(m_hub->address());
            if (!signedIn(boss) || codeAfter(boss, "score", {{"days", days}}) != "")
                return Json();
            return (*boss.answer())["result"];
        };
        Json closed;
        QTRY_VERIFY((closed = scores(5))["days"].size() == 1);
        QCOMPARE(closed["isOpen"], Json(false));
        const Json score = closed["days"][0]["score"];
        QVERIFY2(score["n"].get<int>() >= 10, score.dump().c_str());
        m_teller.reset();
        m_hub->stop();
        m_hub->start();
        QCOMPARE(scores(5), closed);
        m_teller = connected(Stream::Staff);
        QVERIFY(ask(*m_teller, command::OpenDay{"2026-03-03"}).isOk());
        const Json both = scores(5);
        QCOMPARE(both["days"].size(), 2U);
        QCOMPARE(both["isOpen"], Json(true));
        QCOMPARE(both["days"][0]["businessDay"], Json("2026-03-03"));
        QCOMPARE(both["days"][1], closed["days"][0]);
    }

    void whatWasLearnedIsThereAfterARestart()
    {
        serveMany(kHistory);
        m_teller.reset();
        m_hub->stop();
        m_hub->start();
        m_teller = connected(Stream::Staff);
        for (int i = 0; i < 3; ++i)
            QVERIFY(issue().isOk());
        QVERIFY2(QTest::qWaitFor([&] { return m_teller->quotes().tickets.size() == 3; }, 60000),
                 toJson(m_teller->quotes()).dump().c_str());
    }

    void whyIsAskedOfTheHub()
    {
        serveMany(2);
        RawClient boss(m_hub->address());
        QVERIFY(signedIn(boss));
        QCOMPARE(codeAfter(boss, "calls", {{"number", "A00002"}}), "");
        const Json calls = (*boss.answer())["result"]["calls"];
        QCOMPARE(calls.size(), 1U);
        QCOMPARE(calls[0]["call"]["reason"]["rule"], Json("onlyOne"));
        QCOMPARE(calls[0]["call"]["counter"], Json(1));
        QCOMPARE(calls[0]["rule"]["kind"], Json("brokenPromise"));
        QCOMPARE(codeAfter(boss, "calls", {{"number", "A00099"}}), "UnknownTicket");
        QCOMPARE(codeAfter(boss, "score", {{"days", 0}}), "InvalidParams");
        QCOMPARE(codeAfter(boss, "score", {{"days", 401}}), "InvalidParams");
    }
};

QTEST_GUILESS_MAIN(TestForesight)
#include "tst_foresight.moc"
