// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/alertrule.h"
#include "core/hub/dryrundesk.h"
#include "core/wire/alertmessage.h"
#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr CounterId kCounter{1};

AlertRule ruleOf(AlertKind kind, std::int64_t threshold)
{
    AlertRule rule;
    rule.name = {"Quy tắc", "Rule"};
    rule.kind = kind;
    rule.threshold = threshold;
    rule.aheadMs = kind == AlertKind::WaitWillBeOver ? 15 * kMinuteMs : 0;
    return rule;
}

} // namespace

/// A rule is tried on the days that the hub's own journal keeps.
class TestDryRunDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<HubClient> m_client;

    /// A day on which somebody waits so long, and is served; closed at its end or not.
    void day(const std::string &name, TimeMs waitMs, bool isClosed)
    {
        QVERIFY(ask(*m_client, command::OpenDay{name}).isOk());
        QVERIFY(ask(*m_client, command::SignOn{kCounter, StaffId{1}, {}}).isOk());
        QVERIFY(ask(*m_client, command::IssueTicket{ServiceId{1}, {}, {}, {}, {}}).isOk());
        m_hub->clock.advance(waitMs);
        const auto called = ask(*m_client, command::CallNext{kCounter});
        QVERIFY(called.isOk());
        QVERIFY(ask(*m_client, command::StartService{kCounter, *called->ticket, {}}).isOk());
        QVERIFY(ask(*m_client, command::FinishService{kCounter, *called->ticket, {}, {}}).isOk());
        if (!isClosed)
            return;
        m_hub->clock.advance(kHourMs);
        QVERIFY(ask(*m_client, command::CloseDay{true}).isOk());
        m_hub->clock.set(dayStart(name, 7 * 60) + kDayMs + 8 * kHourMs);
    }
    /// A day that takes a while to be tried with a rule that looks ahead: somebody comes every few minutes, and few
    /// are served.
    void longDay(const std::string &name)
    {
        QVERIFY(ask(*m_client, command::OpenDay{name}).isOk());
        QVERIFY(ask(*m_client, command::SignOn{kCounter, StaffId{1}, {}}).isOk());
        for (int i = 0; i < 120; ++i) {
            QVERIFY(ask(*m_client, command::IssueTicket{ServiceId{1}, {}, {}, {}, {}}).isOk());
            m_hub->clock.advance(5 * kMinuteMs);
            if (i % 4 != 0)
                continue;
            const auto called = ask(*m_client, command::CallNext{kCounter});
            QVERIFY(called.isOk());
            QVERIFY(ask(*m_client, command::StartService{kCounter, *called->ticket, {}}).isOk());
            QVERIFY(ask(*m_client, command::FinishService{kCounter, *called->ticket, {}, {}}).isOk());
        }
        QVERIFY(ask(*m_client, command::CloseDay{true}).isOk());
        m_hub->clock.set(dayStart(name, 7 * 60) + kDayMs + 8 * kHourMs);
    }
    Result<DryRun> tried(const AlertRule &rule, std::int64_t days = 7)
    {
        std::optional<Result<DryRun>> answer;
        m_client->ask(DryRunQuery{rule, days}, m_client.get(),
                      [&answer](const Result<DryRun> &result) { answer = result; });
        if (!runUntil([&] { return answer.has_value(); }))
            qFatal("nobody answered");
        return *answer;
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_hub->start();
        m_client = std::make_unique<HubClient>(m_hub->address(kWorkplace), QStringLiteral("test"), Stream::Staff,
                                               &signedInSecrets());
        m_client->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_client->status(), BranchLink::Status::Live, 10000);
        QVERIFY(ask(*m_client, command::DefineBranch{smallBranch(1)}).isOk());
    }
    void cleanup()
    {
        m_client.reset();
        m_hub.reset();
    }

    void closedDaysAreTriedNewestFirst()
    {
        day("2026-03-02", 13 * kMinuteMs, true);
        day("2026-03-03", 11 * kMinuteMs, true);
        day("2026-03-04", 5 * kMinuteMs, true);
        day("2026-03-05", 30 * kMinuteMs, false); // goes on
        const auto result = tried(ruleOf(AlertKind::WaitOver, 1000));
        QVERIFY(result.isOk());
        QCOMPARE(result->days.size(), std::size_t(3));
        const std::pair<const char *, std::pair<int, int>> expected[]
            = {{"2026-03-04", {0, 0}}, {"2026-03-03", {1, 0}}, {"2026-03-02", {1, 1}}};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(result->days[i].businessDay.c_str(), expected[i].first);
            QCOMPARE(static_cast<int>(result->days[i].raised), expected[i].second.first);
            QCOMPARE(static_cast<int>(result->days[i].rightly), expected[i].second.second);
        }
        QVERIFY(!result->neverFires);
        QVERIFY(!result->alwaysFires);
        const auto two = tried(ruleOf(AlertKind::WaitOver, 1000), 2);
        QCOMPARE(two->days.size(), std::size_t(2));
        QCOMPARE(two->days.back().businessDay, std::string("2026-03-03"));
    }

    void aRuleThatNeverOrAlwaysFires()
    {
        QVERIFY(tried(ruleOf(AlertKind::WaitOver, 1000))->days.empty());
        day("2026-03-02", 13 * kMinuteMs, true);
        const auto never = tried(ruleOf(AlertKind::QueueLong, 50));
        QVERIFY(never->neverFires && !never->alwaysFires);
        const auto always = tried(ruleOf(AlertKind::QueueLong, 1));
        QVERIFY(!always->neverFires && always->alwaysFires);
        QVERIFY(tried(ruleOf(AlertKind::DeviceLost, kMinuteMs))->isUnknowable);
        const auto foretold = tried(ruleOf(AlertKind::WaitWillBeOver, 600));
        QCOMPARE(foretold->days.size(), std::size_t(1));
        QCOMPARE(foretold->days[0].missed, std::int64_t(1)); // nothing was learned by then
    }

    void whatCannotBeTriedIsRefused()
    {
        QCOMPARE(tried(ruleOf(AlertKind::WaitOver, 0)).error().code, ErrorCode::InvalidParams);
        QCOMPARE(tried(ruleOf(AlertKind::WaitOver, 1000), 0).error().code, ErrorCode::InvalidParams);
        QCOMPARE(tried(ruleOf(AlertKind::WaitOver, 1000), 31).error().code, ErrorCode::InvalidParams);
    }

    void whoAsksAnewGivesUpWhatTheyAskedBefore()
    {
        day("2026-03-02", 13 * kMinuteMs, true);
        constexpr int kAsked = 8;
        std::vector<std::optional<Result<DryRun>>> answers(kAsked);
        for (int i = 0; i < kAsked; ++i) {
            m_client->ask(
                DryRunQuery{ruleOf(AlertKind::WaitOver, 1000), 1}, m_client.get(),
                [&answers, i](const Result<DryRun> &result) { answers[static_cast<std::size_t>(i)] = result; });
        }
        QVERIFY(runUntil([&] {
            return std::all_of(answers.begin(), answers.end(),
                               [](const auto &answer) { return answer.has_value(); });
        }));
        for (const auto &answer : answers)
            QVERIFY(answer->isOk() || answer->error().code == ErrorCode::Busy);
        QVERIFY(answers.back()->isOk()); // the last one is meant
        QCOMPARE((*answers.back())->days.size(), std::size_t(1));
        QVERIFY(!answers[kAsked - 2]->isOk());
        QVERIFY(tried(ruleOf(AlertKind::WaitOver, 1000)).isOk());
    }

    void whatNobodyWaitsForIsGivenUp()
    {
        longDay("2026-03-02");
        const DryRunQuery slow{ruleOf(AlertKind::WaitWillBeOver, 600), 30};
        std::vector<std::unique_ptr<RawClient>> others;
        for (std::size_t i = 0; i < DryRunDesk::kWaitingMax + 2; ++i) {
            others.push_back(std::make_unique<RawClient>(m_hub->address(kWorkplace)));
            QVERIFY(signedIn(*others.back(), Stream::None, "other-client-" + std::to_string(i)));
        }
        for (const auto &other : others)
            other->send(DryRunQuery::kMethod, toJson(slow));
        // one is tried, all places to wait are taken, and one of them is turned away
        QVERIFY(runUntil([&] {
            return std::any_of(others.begin(), others.end(), [](const auto &other) {
                return other->answer() && codeOf(*other->answer()) == "Busy";
            });
        }));
        others.clear();
        QVERIFY(runUntil([&] { return m_hub->hub().clients() == 1; }));
        QVERIFY(tried(ruleOf(AlertKind::WaitOver, 1000)).isOk());
    }

    void aHubThatStopsWaitsForNothing()
    {
        day("2026-03-02", 13 * kMinuteMs, true);
        m_client->ask(DryRunQuery{ruleOf(AlertKind::WaitWillBeOver, 600), 30}, m_client.get(),
                      [](const Result<DryRun> &) {});
        m_hub->stop();
    }
};

QTEST_MAIN(TestDryRunDesk)
#include "tst_dryrundesk.moc"
