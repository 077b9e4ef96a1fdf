// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/advicedesk.h"
#include "core/store/verify.h"
#include "tests/store/failingwrites.h"
#include "tests/support/hubs.h"

#include <cerrno>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr ServiceId kDeposits{1};
constexpr ServiceId kLoans{2};
constexpr ProfileId kAll{1};
constexpr ProfileId kDepositsOnly{2};
constexpr TimeMs kAheadMs = Advisor::kAheadMs;

template <class Q>
Result<typename Q::Answer> asked(BranchLink &link, const Q &question)
{
    const auto answer = std::make_shared<std::optional<Result<typename Q::Answer>>>();
    link.ask(question, nullptr, [answer](const auto &given) { answer->emplace(given); });
    if (!runUntil([&] { return answer->has_value(); }))
        return Error{ErrorCode::Timeout, "the test got no answer", {}};
    return **answer;
}

template <class C>
Result<typename C::Answer> done(BranchLink &link, const C &change)
{
    const auto answer = std::make_shared<std::optional<Result<typename C::Answer>>>();
    link.carryOut(change, nullptr, [answer](const auto &given) { answer->emplace(given); });
    if (!runUntil([&] { return answer->has_value(); }))
        return Error{ErrorCode::Timeout, "the test got no answer", {}};
    return **answer;
}

} // namespace

/// Advice from the hub: found, followed or not, kept, and scored when its time is over.
class TestAdviceDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<HubClient> m_console;

    void connectConsole()
    {
        m_console = std::make_unique<HubClient>(m_hub->address(kWorkplace), QStringLiteral("test"), Stream::Staff,
                                                &signedInSecrets());
        m_console->start();
        QVERIFY(runUntil([&] { return m_console->status() == BranchLink::Status::Live; }));
    }
    void must(const Command &command)
    {
        const auto reply = ask(*m_console, command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    void wait(ServiceId service, int people)
    {
        for (int i = 0; i < people; ++i)
            must(command::IssueTicket{service});
    }
    /// Counter 1 serves deposits alone, nobody does loans, for which many wait.
    void neglectLoans()
    {
        must(command::SignOn{{1}, {1}, kDepositsOnly});
        wait(kLoans, 6);
    }
    /// The advice to switch a counter, of the floor as it is.
    Advice theSwitch()
    {
        const auto answer = asked(*m_console, Advise{});
        if (!answer)
            return {};
        for (const Advice &each : answer->advice) {
            if (each.move.kind == FloorMoveKind::Switch)
                return each;
        }
        return {};
    }
    AdviceScore score()
    {
        const auto answer = asked(*m_console, AdviceScoreQuery{7});
        return answer ? *answer : AdviceScore{};
    }
    /// Asks for the score until it is as wanted.
    template <class IsSo>
    bool scoreBecomes(IsSo isSo)
    {
        QElapsedTimer age;
        age.start();
        for (AdviceScore now = score(); !isSo(now); now = score()) {
            if (age.elapsed() > 30000)
                return false;
            QTest::qWait(50);
        }
        return true;
    }
    /// Lets all advice that stands come to its end.
    bool waitForEnds()
    {
        return scoreBecomes([](const AdviceScore &now) {
            return now.given > 0
                && std::all_of(now.latest.begin(), now.latest.end(),
                               [](const AdviceRecord &record) { return record.endedMs > 0; });
        });
    }
    /// Writes down advice of the last hours, one a minute, as a hub that has stopped by then left it.
    void keepAdvice(std::int64_t pieces)
    {
        m_console.reset();
        m_hub->stop();
        {
            const auto store = Store::open(m_hub->directory());
            QVERIFY(store && (*store)->recover());
            QSignalSpy kept(store->get(), &Store::committed);
            Commit commit;
            commit.businessDay = kDay;
            for (std::int64_t n = 1; n <= pieces; ++n) {
                AdviceRecord record;
                record.id = {n};
                record.atMs = kMorningMs - (pieces - n + 1) * kMinuteMs;
                record.endedMs = record.atMs + 1;
                record.fate = n % 4 == 0 ? AdviceFate::Followed
                    : n % 4 == 1         ? AdviceFate::Declined
                                         : AdviceFate::Ignored;
                record.effect.services
                    = {{ServiceOutlook{kLoans, 1, 1, 0, false, 500}, ServiceOutlook{kLoans, 1, 1, 0, false, 900}}};
                record.came = AdviceCame{1, n % 2 == 0 ? 1000 : 0};
                commit.notebook.push_back(
                    {NotebookKind::Advices, n, record.atMs, record.endedMs, toBytes(toJson(record))});
            }
            (*store)->commit(std::move(commit));
            QTRY_VERIFY(!kept.isEmpty());
        }
        m_hub->start();
        connectConsole();
    }
    void serve(std::int64_t counter)
    {
        const auto called = ask(*m_console, command::CallNext{{counter}});
        QVERIFY(called.isOk());
        must(command::StartService{{counter}, *called->ticket, {}});
        must(command::FinishService{{counter}, *called->ticket, {}, {}});
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_hub->start();
        connectConsole();
        must(command::DefineBranch{smallBranch(3)});
        must(command::OpenDay{kDay});
    }
    void cleanup()
    {
        m_console.reset();
        if (!m_hub)
            return;
        const QString directory = m_hub->directory();
        m_hub->stop();
        const auto report = verifyDatabase(directory);
        QVERIFY2(report && report->problems.empty(), "the records do not hold together");
        m_hub.reset();
    }

    void beforeTheDayThereIsNothingToAdvise();
    void aFloorThatIsWellMannedIsSaidToBe();
    void theBestMoveIsAdvisedAndStaysTheSamePiece();
    void movesOfCountersMakeAdviceAnew();
    void movesOfOnesOwnAreTriedFirst();
    void whatCannotBeTriedIsRefused();
    void followedAdviceIsScored();
    void whoMakesTheMoveHasFollowedIt();
    void declinedAdviceIsNotGivenAgain();
    void adviceNobodyAnswersIsScoredAsNotFollowed();
    void otherMovesAreSaidInTheScore();
    void aRestartCutsItShort();
    void itIsSettledOnce();
    void whatDidNotReachTheDiskIsNotSettled();
    void allThatWasGivenIsInTheScore();
    void whoSettledItIsInTheAudit();
    void manyTrialsAtOnceAreTooMany();
    void whoWaitsForTheSameAdviceSharesIt();
    void whatStandsEndsWithTheDay();
    void manyScoresAtOnceAreTooMany();
};

void TestAdviceDesk::beforeTheDayThereIsNothingToAdvise()
{
    must(command::CloseDay{true});
    const auto answer = asked(*m_console, Advise{});
    QVERIFY(answer);
    QCOMPARE(answer->state, AdviceState::Closed);
    const auto tried = asked(*m_console, WhatIf{{{FloorMoveKind::Open, {1}, {1}, kAll}}});
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, ErrorCode::DayNotOpen);
}

void TestAdviceDesk::aFloorThatIsWellMannedIsSaidToBe()
{
    must(command::SignOn{{1}, {1}, kAll});
    wait(kDeposits, 1);
    const auto answer = asked(*m_console, Advise{});
    QVERIFY(answer);
    QCOMPARE(answer->state, AdviceState::WellManned);
    QVERIFY(answer->advice.empty());
    QVERIFY(answer->keptPermille > 900); // on a first day people are expected to keep coming
    QCOMPARE(answer->services.size(), std::size_t{1});
    QCOMPARE(answer->services.front().waiting, 1);
}

void TestAdviceDesk::theBestMoveIsAdvisedAndStaysTheSamePiece()
{
    neglectLoans();
    const auto answer = asked(*m_console, Advise{});
    QVERIFY(answer);
    QCOMPARE(answer->state, AdviceState::Advised);
    const Advice &best = answer->advice.front();
    QVERIFY(best.id.isSet());
    QCOMPARE(best.move.profile, kAll);
    QVERIFY(best.effect.gainMilli > 1000);
    QVERIFY(best.effect.keptAfterPermille > best.effect.keptBeforePermille);
    // at once again: what was found; later: found anew, and the same piece of advice
    m_hub->clock.advance(kSecondMs);
    const auto again = asked(*m_console, Advise{});
    QCOMPARE(again->atMs, answer->atMs);
    m_hub->clock.advance(kMinuteMs);
    must(command::TakeBreak{{1}, BreakReason::Rest});
    must(command::EndBreak{{1}});
    const auto later = asked(*m_console, Advise{});
    QVERIFY(later);
    QVERIFY(later->atMs > answer->atMs);
    const auto same = std::find_if(later->advice.begin(), later->advice.end(),
                                   [&](const Advice &each) { return each.move == best.move; });
    QVERIFY(same != later->advice.end());
    QCOMPARE(same->id, best.id);
}

void TestAdviceDesk::movesOfCountersMakeAdviceAnew()
{
    neglectLoans();
    const auto first = asked(*m_console, Advise{});
    QCOMPARE(first->state, AdviceState::Advised);
    must(command::AssignProfile{{1}, kAll, {}, false});
    const auto second = asked(*m_console, Advise{});
    QVERIFY(second);
    QVERIFY(second->seq > first->seq);
    for (const Advice &each : second->advice)
        QVERIFY(each.move.kind != FloorMoveKind::Switch);
}

void TestAdviceDesk::movesOfOnesOwnAreTriedFirst()
{
    neglectLoans();
    const auto tried = asked(*m_console, WhatIf{{{FloorMoveKind::Switch, {1}, {}, kAll}}});
    QVERIFY(tried);
    const auto loans = std::find_if(tried->effect.services.begin(), tried->effect.services.end(),
                                    [](const ServiceEffect &each) { return each.before.service == kLoans; });
    QVERIFY(loans != tried->effect.services.end());
    QCOMPARE(loans->before.waiting, 6);
    QVERIFY(loans->before.isP80Least);
    QVERIFY(loans->after.keptPermille > loans->before.keptPermille);
    QVERIFY(tried->effect.unserved.empty());
    // nothing was moved by it
    QCOMPARE(m_console->branch().counterState({1})->profile, kDepositsOnly);
    QCOMPARE(score().given, 0);
    wait(kDeposits, 1);
    const auto closed = asked(*m_console, WhatIf{{{FloorMoveKind::Close, {1}}}});
    QVERIFY(closed);
    QCOMPARE(closed->effect.unserved, std::vector<ServiceId>{kDeposits});
}

void TestAdviceDesk::whatCannotBeTriedIsRefused()
{
    must(command::SignOn{{1}, {1}, kAll});
    const auto code = [&](const WhatIf &question) {
        const auto answer = asked(*m_console, question);
        return answer ? ErrorCode::Internal : answer.error().code;
    };
    QCOMPARE(code({}), ErrorCode::InvalidParams);
    QCOMPARE(code({std::vector<FloorMove>(9, {FloorMoveKind::Switch, {1}, {}, kAll})}), ErrorCode::InvalidParams);
    FloorMove endless{FloorMoveKind::Open, {2}, {2}, kAll};
    endless.forMs = -1;
    QCOMPARE(code({{endless}}), ErrorCode::InvalidParams);
    QCOMPARE(code({{{FloorMoveKind::Open, {9}, {2}, kAll}}}), ErrorCode::UnknownCounter);
    QCOMPARE(code({{{FloorMoveKind::Open, {1}, {2}, kAll}}}), ErrorCode::CounterOccupied);
    QCOMPARE(code({{{FloorMoveKind::Open, {2}, {1}, kAll}}}), ErrorCode::StaffElsewhere);
    const auto days = asked(*m_console, AdviceScoreQuery{0});
    QVERIFY(!days);
    QCOMPARE(days.error().code, ErrorCode::InvalidParams);
}

void TestAdviceDesk::followedAdviceIsScored()
{
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(advice.id.isSet());
    must(command::AssignProfile{advice.move.counter, advice.move.profile, {}, false});
    QVERIFY(done(*m_console, SettleAdvice{advice.id, true}));
    m_hub->clock.advance(10 * kMinuteMs);
    for (int i = 0; i < 4; ++i)
        serve(advice.move.counter.value); // within the 15 minutes promised
    m_hub->clock.advance(30 * kMinuteMs);
    serve(advice.move.counter.value); // late; and one is not called at all
    m_hub->clock.advance(kAheadMs);
    QVERIFY(waitForEnds());
    const AdviceScore now = score();
    QCOMPARE(now.followed, 1);
    const auto record = std::find_if(now.latest.begin(), now.latest.end(),
                                     [&](const AdviceRecord &each) { return each.id == advice.id; });
    QVERIFY(record != now.latest.end());
    QCOMPARE(record->fate, AdviceFate::Followed);
    QCOMPARE(record->by, kBoss);
    QVERIFY(record->came);
    QCOMPARE(record->came->n, 6);
    QCOMPARE(record->came->keptPermille, 667);
    QCOMPARE(record->came->p80WaitMs, 10 * kMinuteMs);
    QCOMPARE(record->effect.gainMilli, advice.effect.gainMilli);
    QCOMPARE(record->otherMoves, 0);
    QCOMPARE(now.whenFollowed.advice, 1);
    QCOMPARE(now.whenFollowed.people, 6);
    QCOMPARE(now.whenFollowed.camePermille, 667);
    const auto loans = std::find_if(advice.effect.services.begin(), advice.effect.services.end(),
                                    [](const ServiceEffect &each) { return each.before.service == kLoans; });
    QCOMPARE(now.whenFollowed.forecastPermille, loans->after.keptPermille);
}

void TestAdviceDesk::whoMakesTheMoveHasFollowedIt()
{
    neglectLoans();
    const Advice advice = theSwitch();
    must(command::AssignProfile{advice.move.counter, advice.move.profile, {}, false});
    QVERIFY(scoreBecomes([](const AdviceScore &now) { return now.followed == 1; }));
    QVERIFY(done(*m_console, SettleAdvice{advice.id, true})); // said as well
    const auto other = done(*m_console, SettleAdvice{advice.id, false});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::WrongState);
}

void TestAdviceDesk::declinedAdviceIsNotGivenAgain()
{
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(done(*m_console, SettleAdvice{advice.id, false}));
    const auto isGivenAgain = [&] {
        const auto answer = asked(*m_console, Advise{});
        return std::any_of(answer->advice.begin(), answer->advice.end(),
                           [&](const Advice &each) { return each.move == advice.move; });
    };
    QVERIFY(!isGivenAgain());
    m_hub->clock.advance(AdviceBook::kSameMs + kMinuteMs);
    must(command::TakeBreak{{1}, BreakReason::Rest});
    must(command::EndBreak{{1}});
    QVERIFY(isGivenAgain());
    QCOMPARE(score().declined, 1);
}

void TestAdviceDesk::adviceNobodyAnswersIsScoredAsNotFollowed()
{
    neglectLoans();
    const Advice advice = theSwitch();
    m_hub->clock.advance(kAheadMs);
    QVERIFY(waitForEnds());
    const AdviceScore now = score();
    const auto record = std::find_if(now.latest.begin(), now.latest.end(),
                                     [&](const AdviceRecord &each) { return each.id == advice.id; });
    QCOMPARE(record->fate, AdviceFate::Ignored);
    QVERIFY(record->came);
    QCOMPARE(record->came->n, 6); // all broken
    QCOMPARE(record->came->keptPermille, 0);
    QVERIFY(now.whenNot.advice >= 1);
    QCOMPARE(now.whenNot.forecastPermille, 0);
    QCOMPARE(now.whenNot.offPermille, 0);
    QCOMPARE(now.whenFollowed.advice, 0);
}

void TestAdviceDesk::otherMovesAreSaidInTheScore()
{
    neglectLoans();
    const Advice advice = theSwitch();
    must(command::SignOn{{3}, {3}, kDepositsOnly});
    m_hub->clock.advance(kAheadMs);
    QVERIFY(waitForEnds());
    const AdviceScore now = score();
    QVERIFY(now.whenNot.disturbed >= 1);
    QCOMPARE(now.whenNot.disturbed, now.whenNot.advice);
}

void TestAdviceDesk::aRestartCutsItShort()
{
    neglectLoans();
    const Advice advice = theSwitch();
    m_console.reset();
    m_hub->stop();
    m_hub->start();
    connectConsole();
    QVERIFY(waitForEnds());
    const AdviceScore now = score();
    QVERIFY(now.given >= 1);
    for (const AdviceRecord &record : now.latest) {
        QCOMPARE(record.fate, AdviceFate::Ignored);
        QVERIFY(!record.came);
    }
    QCOMPARE(now.whenNot.advice, 0);
    const auto late = done(*m_console, SettleAdvice{advice.id, true});
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::WrongState);
    // ids go on
    QVERIFY(theSwitch().id > advice.id);
}

void TestAdviceDesk::itIsSettledOnce()
{
    const auto none = done(*m_console, SettleAdvice{{1}, true});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::WrongState);
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(done(*m_console, SettleAdvice{advice.id, false}));
    const auto other = done(*m_console, SettleAdvice{advice.id, true});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::WrongState);
}

void TestAdviceDesk::whatDidNotReachTheDiskIsNotSettled()
{
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(advice.id.isSet());
    failingwrites::failAt(1, ENOSPC, true);
    const auto refused = done(*m_console, SettleAdvice{advice.id, false});
    QVERIFY(failingwrites::stop());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StorageFull);
    // it is still advised, and can be settled the other way
    QCOMPARE(theSwitch().id, advice.id);
    ErrorCode said = ErrorCode::StorageFull;
    for (int i = 0; i < 600 && said == ErrorCode::StorageFull; ++i) { // until there is space again
        QTest::qWait(50);
        const auto settled = done(*m_console, SettleAdvice{advice.id, true});
        said = settled ? ErrorCode::Internal : settled.error().code;
    }
    QCOMPARE(said, ErrorCode::Internal); // it was taken
    QVERIFY(scoreBecomes([](const AdviceScore &now) { return now.followed == 1; }));
    QCOMPARE(score().declined, 0);
}

void TestAdviceDesk::allThatWasGivenIsInTheScore()
{
    constexpr std::int64_t kPieces = 2 * AdviceDesk::kScorePage + 100;
    keepAdvice(kPieces);
    const AdviceScore now = score();
    QCOMPARE(now.given, kPieces);
    QCOMPARE(now.followed, kPieces / 4);
    QCOMPARE(now.declined, kPieces / 4);
    QCOMPARE(now.whenFollowed.advice, kPieces / 4);
    QCOMPARE(now.whenFollowed.forecastPermille, 900);
    QCOMPARE(now.whenFollowed.camePermille, 1000);
    QCOMPARE(now.whenFollowed.offPermille, 100);
    QCOMPARE(now.whenNot.advice, kPieces * 3 / 4);
    QCOMPARE(now.whenNot.people, kPieces * 3 / 4);
    QCOMPARE(now.whenNot.forecastPermille, 500);
    QCOMPARE(now.whenNot.camePermille, 333);
    QCOMPARE(now.whenNot.offPermille, 500);
    QCOMPARE(now.latest.size(), AdviceScoring::kLatestMax);
    for (std::size_t i = 0; i < now.latest.size(); ++i)
        QCOMPARE(now.latest[i].id.value, kPieces - static_cast<std::int64_t>(i));
    // ids go on behind them
    neglectLoans();
    QVERIFY(theSwitch().id.value > kPieces);
}

void TestAdviceDesk::whoSettledItIsInTheAudit()
{
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(done(*m_console, SettleAdvice{advice.id, false}));
    QVERIFY(!done(*m_console, SettleAdvice{advice.id, true}));
    RawClient auditor(m_hub->address(kWorkplace));
    QVERIFY(signedIn(auditor));
    QCOMPARE(codeAfter(auditor, AuditQuery::kMethod, {{"limit", 10}, {"action", "settleAdvice"}}), std::string());
    std::vector<std::string> outcomes;
    for (const Json &entry : (*auditor.answer())["result"]["entries"]) {
        outcomes.push_back(entry.value("outcome", std::string()));
        QCOMPARE(entry.value("subject", std::string()), "advice:" + std::to_string(advice.id.value));
        QCOMPARE(entry.value("actor", std::int64_t{0}), kBoss.value);
    }
    QCOMPARE(outcomes, (std::vector<std::string>{"refused", "done"}));
}

void TestAdviceDesk::manyTrialsAtOnceAreTooMany()
{
    must(command::SignOn{{1}, {1}, kAll});
    std::vector<std::optional<ErrorCode>> answers(AdviceDesk::kJobsMax * 3);
    for (auto &answer : answers) {
        m_console->ask(WhatIf{{{FloorMoveKind::Switch, {1}, {}, kDepositsOnly}}}, nullptr,
                       [&answer](const Result<WhatIfAnswer> &given) {
                           answer = given ? ErrorCode::Internal : given.error().code;
                       });
    }
    QVERIFY(runUntil([&] {
        return std::all_of(answers.begin(), answers.end(), [](const auto &each) { return each.has_value(); });
    }));
    QVERIFY(std::count(answers.begin(), answers.end(), ErrorCode::Busy) > 0);
    QVERIFY(std::count(answers.begin(), answers.end(), ErrorCode::Internal) >= AdviceDesk::kJobsMax);
    QVERIFY(asked(*m_console, WhatIf{{{FloorMoveKind::Switch, {1}, {}, kDepositsOnly}}}));
}

void TestAdviceDesk::whoWaitsForTheSameAdviceSharesIt()
{
    neglectLoans();
    std::vector<std::optional<Result<AdviceAnswer>>> answers(AdviceDesk::kJobsMax * 2);
    for (auto &answer : answers)
        m_console->ask(Advise{}, nullptr, [&answer](const Result<AdviceAnswer> &given) { answer = given; });
    QVERIFY(runUntil([&] {
        return std::all_of(answers.begin(), answers.end(), [](const auto &each) { return each.has_value(); });
    }));
    for (const auto &answer : answers) {
        QVERIFY(answer->isOk());
        QCOMPARE((*answer)->advice.size(), (*answers[0])->advice.size());
        QCOMPARE((*answer)->advice.front().id, (*answers[0])->advice.front().id);
    }
    const std::vector<Advice> &given = (*answers[0])->advice; // hints are not kept
    QCOMPARE(score().given,
             std::count_if(given.begin(), given.end(), [](const Advice &each) { return each.id.isSet(); }));
}

void TestAdviceDesk::whatStandsEndsWithTheDay()
{
    neglectLoans();
    const Advice advice = theSwitch();
    QVERIFY(advice.id.isSet());
    m_hub->clock.advance(kMinuteMs);
    must(command::CloseDay{true});
    QVERIFY(waitForEnds());
    for (const AdviceRecord &record : score().latest) {
        QCOMPARE(record.endedMs, m_hub->clock.nowMs());
        QCOMPARE(record.fate, AdviceFate::Ignored);
        QVERIFY(!record.came); // nobody knows what would have come of it
    }
    QVERIFY(!done(*m_console, SettleAdvice{advice.id, true}));
}

void TestAdviceDesk::manyScoresAtOnceAreTooMany()
{
    std::vector<std::optional<ErrorCode>> answers(AdviceDesk::kScoresMax + 1);
    for (auto &answer : answers) {
        m_console->ask(AdviceScoreQuery{7}, nullptr, [&answer](const Result<AdviceScore> &given) {
            answer = given ? ErrorCode::Internal : given.error().code;
        });
    }
    QVERIFY(runUntil(
        [&] { return std::all_of(answers.begin(), answers.end(), [](const auto &a) { return a.has_value(); }); }));
    QCOMPARE(std::count(answers.begin(), answers.end(), ErrorCode::Busy), 1);
    QCOMPARE(score().given, 0);
}

QTEST_GUILESS_MAIN(TestAdviceDesk)
#include "tst_advicedesk.moc"
