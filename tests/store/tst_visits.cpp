// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/past.h"
#include "core/store/verify.h"

#include "storedbranch.h"
#include "storefiles.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtTest>

using namespace tiepdon;

namespace {

constexpr CounterId kCounter{1};

/// The rows of a statement's first column.
QStringList valuesOf(const QString &directory, const QString &select)
{
    return rowsOf(directory, QStringLiteral("(%1)").arg(select));
}

Result<std::vector<CallRecord>> callsOf(Store &store, const std::string &number, const std::string &day = {})
{
    std::optional<Result<std::vector<CallRecord>>> answer;
    store.findCalls(number, day, [&](const auto &found) { answer = found; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return Error{ErrorCode::Timeout, "no answer", {}};
    return *answer;
}

Result<std::vector<ScoreRecord>> scoresOf(Store &store, std::int64_t days)
{
    std::optional<Result<std::vector<ScoreRecord>>> answer;
    store.findScores(days, [&](const auto &found) { answer = found; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return Error{ErrorCode::Timeout, "no answer", {}};
    return *answer;
}

} // namespace

/// What is kept of visits beside what a ticket is at last: intervals, quotes, calls and why, scores.
class TestVisits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_branch = std::make_unique<StoredBranch>();
        m_commits = m_branch->setUp();
    }

    void thePastIsReadAsItWas()
    {
        run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}});
        run(command::CallNext{kCounter});
        const TicketId ticket = inHand();
        run(command::StartService{kCounter, ticket, {}});
        run(command::FinishService{kCounter, ticket, {}, {}});
        run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}}); // waits: nothing to learn from yet
        write();
        const auto past = pastOf(path());
        QVERIFY2(past.isOk(), past.isOk() ? "" : past.error().message.c_str());
        QCOMPARE(past->setup.services.size(), m_branch->state.services().size());
        QCOMPARE(past->steps.size(), std::size_t(1));
        const PastStep &step = past->steps.front();
        QCOMPARE(step.service, ServiceId{1});
        QCOMPARE(step.counter, kCounter);
        QCOMPARE(step.businessDay, m_branch->state.businessDay());
        QVERIFY(step.isFirst && !step.isBooked && !step.isGone);
        QVERIFY(step.walkMs.has_value() && step.servedMs.has_value());
        QVERIFY(step.askedMs >= 0 && step.askedMs < kDayMs);
    }

    void everyIntervalOfAVisitIsKept()
    {
        run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}});
        run(command::CallNext{kCounter});
        const TicketId ticket = inHand();
        run(command::StartService{kCounter, ticket, {}});
        run(command::AddService{kCounter, ticket, ServiceId{2}, false});
        run(command::Park{kCounter, ticket, ParkReason::Payment, 0});
        run(command::Resume{kCounter, ticket});
        run(command::StartService{kCounter, ticket, {}});
        run(command::WrapUp{kCounter, ticket, {}});
        run(command::FinishService{kCounter, ticket, {}, {}});
        run(command::CallTicket{kCounter, ticket});
        run(command::StartService{kCounter, ticket, {}});
        run(command::FinishService{kCounter, ticket, {}, {}});
        write();
        QCOMPARE(valuesOf(path(),
                          QStringLiteral("SELECT state || ' ' || step_no || ' ' || (to_ms - from_ms) FROM "
                                         "visit_interval ORDER BY ended_seq")),
                 (QStringList{QStringLiteral("waiting 1 1000"), QStringLiteral("called 1 1000"),
                              QStringLiteral("serving 1 2000"), QStringLiteral("parked 1 1000"),
                              QStringLiteral("called 1 1000"), QStringLiteral("serving 1 1000"),
                              QStringLiteral("wrapUp 1 1000"), QStringLiteral("waiting 2 1000"),
                              QStringLiteral("called 2 1000"), QStringLiteral("serving 2 1000")}));
        // what a step says of itself is what its intervals come to
        QCOMPARE(valuesOf(path(),
                          QStringLiteral("SELECT served_before_ms + wrap_up_ms - started_ms FROM visit_step "
                                         "WHERE step_no = 1")),
                 QStringList(QStringLiteral("3000")));
        QVERIFY(isSound());
    }

    void whoIsCarriedOverKeepsTheirDayAndNumber()
    {
        BranchSettings settings = m_branch->state.settings();
        run(command::CloseDay{true});
        BranchSetup setup;
        setup.settings = settings;
        setup.settings.carriesOver = true;
        run(command::DefineBranch{setup});
        run(command::OpenDay{"2026-03-03"});
        run(command::SignOn{kCounter, StaffId{1}, {}});
        run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}});
        const TicketId carried = m_branch->state.lastTicket();
        run(command::CloseDay{false});
        run(command::OpenDay{"2026-03-04"});
        // its number is not shown twice: the new day begins with the next
        run(command::SignOn{kCounter, StaffId{1}, {}});
        run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}});
        run(command::CallTicket{kCounter, carried});
        run(command::StartService{kCounter, carried, {}});
        run(command::FinishService{kCounter, carried, {}, {}});
        write();
        QCOMPARE(
            valuesOf(path(),
                     QStringLiteral("SELECT business_day || ' ' || serial || ' ' || state || ' ' || carried_from "
                                    "FROM ticket ORDER BY ticket_id")),
            (QStringList{QStringLiteral("2026-03-03 1 done 2026-03-03"), QStringLiteral("2026-03-04 2 waiting ")}));
        QVERIFY(isSound());
        rawSql(path(),
               {QStringLiteral("UPDATE ticket SET business_day = '2026-03-04', serial = 9 WHERE state = 'done'")});
        QVERIFY(!isSound());
    }

    void aQuoteMeetsTheFirstCallAfterIt()
    {
        m_commits.push_back(m_branch->run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}}));
        const TicketId ticket = m_branch->state.lastTicket();
        m_commits.back().quotes.push_back({ticket, 1, m_branch->now, {1000, 2000, 3000}});
        run(command::CallNext{kCounter});
        run(command::Requeue{kCounter, ticket, 1});
        run(command::CallNext{kCounter}); // the second call counts no more
        write();
        QCOMPARE(
            valuesOf(path(),
                     QStringLiteral(
                         "SELECT low_ms || ' ' || median_ms || ' ' || high_ms || ' ' || waited_ms FROM quote")),
            QStringList(QStringLiteral("1000 2000 3000 1000")));
        QVERIFY(isSound());
    }

    void aCallIsFoundWithTheRuleThatWasInForce()
    {
        for (int i = 0; i < 3; ++i)
            run(command::IssueTicket{ServiceId{1 + i % 2}, {}, {}, {}, {}});
        run(command::CallNext{kCounter});
        const TicketId ticket = inHand();
        const std::string number = m_branch->state.ticket(ticket)->number;
        run(command::Requeue{kCounter, ticket, 5});
        BranchSetup setup;
        setup.settings = m_branch->state.settings();
        setup.settings.calling.kind = CallingRuleKind::Arrival;
        run(command::DefineBranch{setup});
        run(command::CallTicket{kCounter, ticket});
        auto store = write();
        const auto calls = callsOf(*store, number);
        QVERIFY2(calls, calls ? "" : calls.error().message.c_str());
        QCOMPARE(calls->size(), 2U);
        QVERIFY(calls->front().rule.kind == CallingRuleKind::BrokenPromise);
        QVERIFY(calls->back().rule.kind == CallingRuleKind::Arrival);
        QVERIFY(calls->front().call.reason.rule == CallRule::Price
                || calls->front().call.reason.rule == CallRule::EarlierPlace);
        QVERIFY(calls->back().call.reason.rule == CallRule::Chosen);
        QCOMPARE(calls->front().actor, StaffId{1});
        QVERIFY(calls->front().seq < calls->back().seq && calls->front().atMs < calls->back().atMs);
        QCOMPARE(callsOf(*store, number, "2026-03-02")->size(), 2U);
        QCOMPARE(callsOf(*store, number, "2026-03-01").error().code, ErrorCode::UnknownTicket);
        QCOMPARE(callsOf(*store, "A999").error().code, ErrorCode::UnknownTicket);
    }

    void scoresAreKeptByDay()
    {
        for (const auto &[day, n] :
             {std::pair("2026-03-02", 5), std::pair("2026-03-03", 7), std::pair("2026-03-02", 6)}) {
            Commit commit;
            Score score;
            score.n = n;
            score.biasMs = -1500;
            commit.forecast = {ScoreRecord{day, score}, LearnedRecord{n, "{}"}};
            m_commits.push_back(std::move(commit));
        }
        auto store = write();
        const auto all = scoresOf(*store, 10);
        QVERIFY(all);
        QCOMPARE(all->size(), 2U);
        QCOMPARE(all->at(0).businessDay, std::string("2026-03-03"));
        QCOMPARE(all->at(0).score.n, 7);
        QCOMPARE(all->at(0).score.biasMs, -1500);
        QCOMPARE(all->at(1).score.n, 6); // a day that was closed again
        QCOMPARE(scoresOf(*store, 1)->size(), 1U);
        QCOMPARE(rowsOf(path(), QStringLiteral("forecast")), QStringList(QStringLiteral("7|6|{}")));
    }

    void aRestartKnowsWhatWasLearned()
    {
        for (int i = 0; i < 40; ++i) {
            run(command::IssueTicket{ServiceId{1}, {}, {}, {}, {}});
            run(command::CallNext{kCounter});
            const TicketId ticket = inHand();
            run(command::StartService{kCounter, ticket, {}});
            m_branch->now += 9 * kMinuteMs;
            run(command::FinishService{kCounter, ticket, {}, {}});
        }
        run(command::CloseDay{true});
        run(command::OpenDay{"2026-03-03"});
        write().reset();
        // never kept: learned from the steps of the days before
        auto store = Store::open(path());
        QVERIFY(store);
        auto recovered = (*store)->recover();
        QVERIFY(recovered);
        const auto seen = [](const Recovered &start) {
            double all = 0;
            for (const auto &service : start.forecast.image().times.services)
                all += service.learned.seen;
            return all;
        };
        QVERIFY2(seen(*recovered) >= 40, qPrintable(QString::number(seen(*recovered))));
        // kept, and nothing of it counted twice
        Commit commit;
        commit.forecast = {LearnedRecord{recovered->lastSeq, toBytes(toJson(recovered->forecast.image()))}};
        std::vector<Commit> commits;
        commits.push_back(std::move(commit));
        QVERIFY(writeAll(**store, std::move(commits)));
        store->reset();
        store = Store::open(path());
        const auto again = (*store)->recover();
        QVERIFY(again);
        QCOMPARE(seen(*again), seen(*recovered));
    }

private:
    [[nodiscard]] QString path() const { return m_directory->path(); }
    [[nodiscard]] TicketId inHand() const { return m_branch->state.counterState(kCounter)->ticket; }
    void run(const Command &command) { m_commits.push_back(m_branch->run(command)); }
    /// Writes all that was done; the store is open behind it.
    std::unique_ptr<Store> write()
    {
        makeDatabase(path(), std::exchange(m_commits, {}));
        auto store = Store::open(path());
        return store ? std::move(*store) : nullptr;
    }
    [[nodiscard]] bool isSound() const
    {
        const auto report = verifyDatabase(path());
        if (report) {
            for (const std::string &problem : report->problems)
                qInfo("%s", problem.c_str());
        }
        return report && report->problems.empty();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StoredBranch> m_branch;
    std::vector<Commit> m_commits;
};

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"
