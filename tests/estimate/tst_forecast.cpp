// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"
#include "core/wire/json.h"
#include "tests/queue/sample.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace tiepdon;
using tiepdon::testing::kMorning;
using tiepdon::testing::sampleSetup;

namespace {

constexpr ServiceId kCash{1};
constexpr ServiceId kLoans{2};
constexpr ServiceId kCards{3};
constexpr SegmentId kPriority{1};
const std::string kDay = "2026-05-01";

BranchSetup setupOf(CallingRuleKind kind = CallingRuleKind::Arrival)
{
    BranchSetup setup = sampleSetup();
    setup.settings.numberDigits = 4;
    setup.settings.calling.kind = kind;
    setup.segments = {{kPriority, {"Ưu tiên", "Priority"}, 1, 3000, 0}};
    return setup;
}

/// A branch that is worked by hand while a forecast follows it.
class Hall
{
public:
    explicit Hall(BranchSetup setup = setupOf(), int counters = 3)
    {
        must(command::DefineBranch{std::move(setup)});
        must(command::OpenDay{kDay});
        for (std::int64_t k = 1; k <= counters; ++k)
            must(command::SignOn{{k}, {k}, {}});
    }

    BranchState state;
    Forecast forecast;
    TimeMs now = kMorning;

    bool run(const Command &command)
    {
        const auto events = decide(state, command, now);
        if (!events)
            return false;
        for (const Event &event : *events) {
            const Touched touched = apply(state, event, now);
            forecast.follow(state, event, touched, now);
        }
        return true;
    }
    void must(const Command &command)
    {
        if (!run(command))
            qFatal("a command is refused");
    }
    TicketId issue(ServiceId service, SegmentId segment = {})
    {
        must(command::IssueTicket{service, segment});
        return state.lastTicket();
    }
    TicketId call(std::int64_t counter)
    {
        must(command::CallNext{{counter}});
        return state.counterState({counter})->ticket;
    }
    void finish(std::int64_t counter)
    {
        const TicketId ticket = state.counterState({counter})->ticket;
        run(command::StartService{{counter}, ticket});
        must(command::FinishService{{counter}, ticket});
    }
    /// All counters that are open have somebody of a service, since now.
    void fill(ServiceId service = kCash)
    {
        for (const auto &[id, counter] : state.counterStates()) {
            if (!counter.isOpen() || counter.ticket.isSet())
                continue;
            must(command::CallTicket{id, issue(service)});
            must(command::StartService{id, state.counterState(id)->ticket});
        }
    }
    Quote newcomer(ServiceId service, SegmentId segment = {})
    {
        forecast.refresh(state, now);
        return forecast.quoteFor(service, segment);
    }
};

/// Cycles around a mean, as many of each service as say enough.
void teach(Forecast &forecast, TimeMs meanMs = 5 * kMinuteMs, int n = 400, double variation = 0.5)
{
    std::mt19937_64 random(11);
    const Lognormal law = Lognormal::of(static_cast<double>(meanMs), variation);
    std::normal_distribution<double> normal(law.muLog, law.sigmaLog);
    for (const ServiceId service : {kCash, kLoans, kCards}) {
        forecast.times().define(service, 5 * kMinuteMs);
        for (int i = 0; i < n; ++i)
            forecast.learn({service, {}, 0, static_cast<TimeMs>(std::exp(normal(random))), false});
    }
    for (int i = 0; i < 2000; ++i)
        forecast.learnGap(0);
}

double minutes(TimeMs ms) { return static_cast<double>(ms) / kMinuteMs; }

QString said(const Quote &quote)
{
    return quote.isKnown ? QStringLiteral("%1 – %2 – %3 min")
                               .arg(minutes(quote.lowMs))
                               .arg(minutes(quote.medianMs))
                               .arg(minutes(quote.highMs))
                         : QStringLiteral("unknown");
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingIsLearnedNothingIsKnown();
    void whoWouldBeCalledAtOnceIsToldSo();
    void withNobodyAtTheCountersNothingIsKnown();
    void aServiceNobodyHereCanDoIsNotKnown();
    void theWaitIsThatOfTheLineAhead();
    void whoStandsFurtherBackWaitsLonger();
    void whoIsNearlyDoneSoonCallsTheNext();
    void aBreakMakesTheWaitLonger();
    void aBreakPeopleUsuallyTakeIsExpected();
    void whoIsIdleWhilePeopleWaitIsNotThere();
    void priorityNewcomersWaitShorter();
    void priorityPeopleToComeMakeOthersWait();
    void whoIsBookedForLaterGoesLater();
    void noWaitIsNegativeWhateverTheClock();
    void leaversShortenTheWait();
    void aDelayedTransferWaitsForItsTime();
    void theSameAgainGivesTheSame();
    void everyDayHasItsOwnDraws();
    void theFirstQuoteMeetsItsOutcome();
    void aTicketThatNeverWasLeavesNoQuote();
    void rangesThatAreTooNarrowGrow();
    void arrivalsOfTheFirstDayGoOn();
    void arrivalsOfAKnownDayFollowItsLevel();
    void learningFollowsTheEvents();
    void keptAndTakenUpAgainItSaysTheSame();
    void whatIsNoImageTeachesNothing();
    void ranges_data();
    void ranges();
    void smallMovesAreNotTold();
    void scores();
};

void TestForecast::beforeAnythingIsLearnedNothingIsKnown()
{
    Hall hall;
    hall.fill();
    hall.now += kMinuteMs;
    const TicketId ticket = hall.issue(kCash);
    QVERIFY(!hall.newcomer(kCash).isKnown);
    QVERIFY(!hall.forecast.quoteFor(ticket).isKnown);
    QVERIFY(hall.forecast.quotes().tickets.empty());
    // nine cycles are too few, ten say something
    for (int i = 0; i < 9; ++i)
        hall.forecast.learn({kCash, {}, 0, 5 * kMinuteMs, false});
    QVERIFY(!hall.newcomer(kCash).isKnown);
    hall.forecast.learn({kCash, {}, 0, 5 * kMinuteMs, false});
    QVERIFY(hall.newcomer(kCash).isKnown);
}

void TestForecast::whoWouldBeCalledAtOnceIsToldSo()
{
    Hall hall;
    const Quote quote = hall.newcomer(kCash);
    QVERIFY(quote.isKnown);
    QCOMPARE(quote, (Quote{true, 0, 0, 0}));
}

void TestForecast::withNobodyAtTheCountersNothingIsKnown()
{
    Hall hall(setupOf(), 0);
    teach(hall.forecast);
    const TicketId ticket = hall.issue(kCash);
    QVERIFY(!hall.newcomer(kCash).isKnown);
    QVERIFY(!hall.forecast.quoteFor(ticket).isKnown);
    hall.must(command::SignOn{{2}, {2}, {}}); // serves loans alone
    QVERIFY(!hall.newcomer(kCash).isKnown);
    QVERIFY(hall.forecast.quoteFor(kLoans).isKnown);
}

void TestForecast::aServiceNobodyHereCanDoIsNotKnown()
{
    BranchSetup setup = setupOf();
    setup.services[1].neededSkill = 2;
    setup.staff[0].skills = {{kLoans, 1}};
    setup.staff[2].skills = {{kLoans, 3}};
    Hall hall(setup, 2);
    teach(hall.forecast);
    QVERIFY(!hall.newcomer(kLoans).isKnown); // staff 1 is still learning it, staff 2 never did
    hall.must(command::SignOn{{3}, {3}, {}});
    QVERIFY(hall.newcomer(kLoans).isKnown);
}

void TestForecast::theWaitIsThatOfTheLineAhead()
{
    Hall hall;
    teach(hall.forecast, 5 * kMinuteMs, 2000, 0.2);
    hall.fill(kCards); // counters 1, 2 and 3; only 3 will call for cards again
    for (int i = 0; i < 5; ++i)
        hall.issue(kCards);
    // five before, one counter: the one in service, and five more
    const Quote quote = hall.newcomer(kCards);
    QVERIFY2(quote.isKnown && std::abs(minutes(quote.medianMs) - 30) < 2, qPrintable(said(quote)));
    QVERIFY2(quote.lowMs < quote.medianMs && quote.medianMs < quote.highMs, qPrintable(said(quote)));
    // four for cash came later: counter 3 has those for cards to call first, so counter 1 works alone
    hall.now += kSecondMs;
    for (int i = 0; i < 4; ++i)
        hall.issue(kCash);
    const Quote cash = hall.newcomer(kCash);
    QVERIFY2(cash.isKnown && std::abs(minutes(cash.medianMs) - 25) < 2, qPrintable(said(cash)));
}

void TestForecast::whoStandsFurtherBackWaitsLonger()
{
    Hall hall;
    teach(hall.forecast);
    hall.fill();
    std::vector<TicketId> line;
    for (int i = 0; i < 12; ++i) {
        hall.now += kSecondMs;
        line.push_back(hall.issue(kCards));
    }
    hall.forecast.refresh(hall.state, hall.now);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Quote before = hall.forecast.quoteFor(line[i - 1]);
        const Quote quote = hall.forecast.quoteFor(line[i]);
        QVERIFY(quote.isKnown);
        QVERIFY2(quote.lowMs > before.lowMs && quote.medianMs > before.medianMs && quote.highMs > before.highMs,
                 qPrintable(said(before) + u" then "_qs + said(quote)));
    }
    QVERIFY(hall.forecast.quoteFor(kCards).medianMs > hall.forecast.quoteFor(line.back()).medianMs);
}

void TestForecast::whoIsNearlyDoneSoonCallsTheNext()
{
    Hall hall;
    teach(hall.forecast, 5 * kMinuteMs, 2000, 0.1);
    hall.fill(kCards);
    const Quote begun = hall.newcomer(kCards);
    hall.now += 4 * kMinuteMs;
    const Quote nearly = hall.newcomer(kCards);
    QVERIFY2(std::abs(minutes(begun.medianMs) - 5) < 0.6, qPrintable(said(begun)));
    QVERIFY2(std::abs(minutes(nearly.medianMs) - 1) < 0.6, qPrintable(said(nearly)));
    hall.now += 3 * kHourMs; // a forgotten finish: soon, not never
    const Quote forgotten = hall.newcomer(kCards);
    QVERIFY2(forgotten.isKnown && forgotten.highMs < 15 * kMinuteMs, qPrintable(said(forgotten)));
}

void TestForecast::aBreakMakesTheWaitLonger()
{
    Hall hall;
    teach(hall.forecast);
    for (int i = 0; i < 3; ++i)
        hall.issue(kCash);
    const Quote both = hall.newcomer(kCash);
    hall.must(command::TakeBreak{{1}, BreakReason::Meal});
    const Quote one = hall.newcomer(kCash);
    QVERIFY2(one.medianMs > both.medianMs + 2 * kMinuteMs, qPrintable(said(both) + u" then "_qs + said(one)));
    // cards are at counter 3 alone, so with that on a break it is the break that decides
    hall.must(command::TakeBreak{{3}, BreakReason::Rest});
    const Quote rest = hall.newcomer(kCards);
    QVERIFY2(rest.isKnown && rest.medianMs > 5 * kMinuteMs, qPrintable(said(rest)));
}

void TestForecast::aBreakPeopleUsuallyTakeIsExpected()
{
    Hall hall(setupOf(), 0);
    teach(hall.forecast, 5 * kMinuteMs, 2000, 0.2);
    const TimeMs start = dayStart(kDay, 7 * 60);
    // four mornings staff 3 was away from 8:30 to 9:30
    for (const char *day : {"2026-04-27", "2026-04-28", "2026-04-29", "2026-04-30"})
        hall.forecast.learnBreak(day, {3}, BreakReason::Meal, 8 * kHourMs + 30 * kMinuteMs,
                                 9 * kHourMs + 30 * kMinuteMs);
    hall.must(command::SignOn{{3}, {3}, {}});
    hall.now = start + 8 * kHourMs + 20 * kMinuteMs;
    hall.must(command::CallTicket{{3}, hall.issue(kCards)});
    hall.must(command::StartService{{3}, hall.state.counterState({3})->ticket});
    for (int i = 0; i < 3; ++i)
        hall.issue(kCards);
    const Quote quote = hall.newcomer(kCards);
    QVERIFY2(quote.isKnown && quote.medianMs > 70 * kMinuteMs, qPrintable(said(quote)));
    hall.must(command::SignOn{{3}, {1}, {}, true}); // somebody else without such a habit
    const Quote without = hall.newcomer(kCards);
    QVERIFY2(without.isKnown && without.medianMs < 25 * kMinuteMs, qPrintable(said(without)));
}

void TestForecast::whoIsIdleWhilePeopleWaitIsNotThere()
{
    Hall hall(setupOf(), 0);
    teach(hall.forecast);
    hall.must(command::SignOn{{3}, {3}, {}});
    const TicketId ticket = hall.issue(kCards);
    hall.forecast.refresh(hall.state, hall.now);
    QVERIFY(hall.forecast.quoteFor(ticket).highMs < kMinuteMs);
    hall.now += 30 * kMinuteMs; // and nobody was called
    hall.forecast.refresh(hall.state, hall.now);
    QVERIFY2(hall.forecast.quoteFor(ticket).highMs > 3 * kMinuteMs,
             qPrintable(said(hall.forecast.quoteFor(ticket))));
}

void TestForecast::priorityNewcomersWaitShorter()
{
    for (const auto kind : {CallingRuleKind::FixedPriority, CallingRuleKind::BrokenPromise}) {
        Hall hall(setupOf(kind));
        teach(hall.forecast);
        hall.fill(kCards);
        for (int i = 0; i < 8; ++i)
            hall.issue(kCards);
        const Quote ordinary = hall.newcomer(kCards);
        const Quote priority = hall.forecast.quoteFor(kCards, kPriority);
        QVERIFY2(priority.isKnown && priority.highMs < ordinary.lowMs,
                 qPrintable(said(priority) + u" against "_qs + said(ordinary)));
    }
}

void TestForecast::priorityPeopleToComeMakeOthersWait()
{
    const auto quoteWith = [](int perHalfHour) {
        Hall hall(setupOf(CallingRuleKind::FixedPriority));
        teach(hall.forecast);
        for (int day = 10; day < 20; ++day) {
            const std::string of = "2026-04-" + std::to_string(day);
            hall.forecast.arrived(of, 0, kCards, {});
            for (TimeMs at = 8 * kHourMs; at < 12 * kHourMs; at += 30 * kMinuteMs) {
                for (int i = 0; i < perHalfHour; ++i)
                    hall.forecast.arrived(of, at, kCards, kPriority);
            }
        }
        hall.fill(kCards);
        for (int i = 0; i < 3; ++i)
            hall.issue(kCards);
        return hall.newcomer(kCards);
    };
    const Quote few = quoteWith(0);
    const Quote many = quoteWith(4);
    QVERIFY2(many.medianMs > few.medianMs + 5 * kMinuteMs, qPrintable(said(few) + u" then "_qs + said(many)));
}

void TestForecast::whoIsBookedForLaterGoesLater()
{
    Hall hall;
    teach(hall.forecast, 5 * kMinuteMs, 2000, 0.2);
    hall.fill(kCards);
    command::IssueTicket issue{kCards};
    issue.bookedMs = hall.now + 25 * kMinuteMs;
    hall.must(issue);
    const TicketId booked = hall.state.lastTicket();
    hall.now += kSecondMs;
    std::vector<TicketId> others;
    for (int i = 0; i < 4; ++i)
        others.push_back(hall.issue(kCards));
    hall.forecast.refresh(hall.state, hall.now);
    // came first, and goes after the four whose time is before theirs
    for (const TicketId other : others)
        QVERIFY(hall.forecast.quoteFor(other).medianMs < hall.forecast.quoteFor(booked).medianMs);
    QVERIFY(hall.forecast.quoteFor(booked).medianMs > 20 * kMinuteMs);
}

void TestForecast::noWaitIsNegativeWhateverTheClock()
{
    Hall hall;
    teach(hall.forecast);
    hall.now += kHourMs;
    hall.fill();
    std::vector<TicketId> line;
    for (int i = 0; i < 6; ++i)
        line.push_back(hall.issue(kCash));
    for (const TimeMs step : {-3 * kHourMs, -kMinuteMs, TimeMs(0), 10 * kMinuteMs, 5 * kHourMs}) {
        const Quotes &quotes = hall.forecast.refresh(hall.state, hall.now + step);
        QVERIFY(quotes.atMs >= hall.state.changedMs());
        for (const TicketQuote &quote : quotes.tickets)
            QVERIFY(0 <= quote.wait.lowMs && quote.wait.lowMs <= quote.wait.medianMs
                    && quote.wait.medianMs <= quote.wait.highMs);
    }
    const auto outcome = hall.forecast.calledAt(line.front(), hall.now - kHourMs);
    QVERIFY(outcome);
    QCOMPARE(outcome->actualMs, TimeMs(0));
}

void TestForecast::leaversShortenTheWait()
{
    const auto quoteWith = [](bool areLeaving) {
        Hall hall;
        teach(hall.forecast);
        for (int i = 0; i < 500 && areLeaving; ++i)
            hall.forecast.learn({kCards, {}, 20 * kMinuteMs, i % 2 ? 5 * kMinuteMs : kMinuteMs, i % 2 == 0});
        hall.fill(kCards);
        for (int i = 0; i < 10; ++i)
            hall.issue(kCards);
        return hall.newcomer(kCards);
    };
    QVERIFY(quoteWith(true).medianMs < quoteWith(false).medianMs - 5 * kMinuteMs);
}

void TestForecast::aDelayedTransferWaitsForItsTime()
{
    Hall hall;
    teach(hall.forecast);
    const TicketId ticket = hall.issue(kCash);
    command::Transfer transfer{{}, ticket, kCards};
    transfer.delayMs = 40 * kMinuteMs;
    hall.must(transfer);
    hall.forecast.refresh(hall.state, hall.now);
    const Quote quote = hall.forecast.quoteFor(ticket);
    QVERIFY2(quote.isKnown && quote.lowMs >= 40 * kMinuteMs && quote.highMs < 60 * kMinuteMs,
             qPrintable(said(quote)));
}

void TestForecast::theSameAgainGivesTheSame()
{
    Hall hall;
    teach(hall.forecast);
    hall.fill();
    for (int i = 0; i < 10; ++i)
        hall.issue(i % 2 ? kCash : kCards);
    Forecast again(hall.forecast.image());
    const Quotes first = hall.forecast.refresh(hall.state, hall.now);
    QCOMPARE(again.refresh(hall.state, hall.now), first);
    QVERIFY(hall.forecast.refresh(hall.state, hall.now) != first); // the next refresh draws anew
}

void TestForecast::everyDayHasItsOwnDraws()
{
    Hall hall;
    teach(hall.forecast);
    hall.fill();
    for (int i = 0; i < 10; ++i)
        hall.issue(kCash);
    const Floor at = hall.forecast.floorOf(hall.state, hall.now);
    Futures futures;
    futures.run(at, 1, 64);
    const std::vector<TimeMs> one(futures.waitsMs(9).begin(), futures.waitsMs(9).end());
    futures.run(at, 2, 64);
    const std::vector<TimeMs> two(futures.waitsMs(9).begin(), futures.waitsMs(9).end());
    futures.run(at, 1, 64);
    const std::vector<TimeMs> oneAgain(futures.waitsMs(9).begin(), futures.waitsMs(9).end());
    QVERIFY(one != two);
    QVERIFY(one == oneAgain);
    QVERIFY(std::is_sorted(one.begin(), one.end()));
    QVERIFY(one.front() < one.back());
}

void TestForecast::theFirstQuoteMeetsItsOutcome()
{
    Hall hall;
    teach(hall.forecast);
    hall.fill(kCards);
    const TicketId ticket = hall.issue(kCards);
    hall.forecast.refresh(hall.state, hall.now);
    const Quote told = hall.forecast.quoteFor(ticket);
    const TimeMs toldMs = hall.now;
    hall.now += 4 * kMinuteMs;
    hall.forecast.refresh(hall.state, hall.now); // a later quote is not the one that counts
    QVERIFY(hall.forecast.quoteFor(ticket) != told);
    hall.finish(3);
    QCOMPARE(hall.call(3), ticket);
    QCOMPARE(hall.forecast.outcomes().size(), std::size_t(1));
    const QuoteOutcome &outcome = hall.forecast.outcomes().back();
    QCOMPARE(outcome.ticket, ticket);
    QCOMPARE(outcome.quotedMs, toldMs);
    QCOMPARE(outcome.medianMs, told.medianMs);
    QCOMPARE(outcome.actualMs, 4 * kMinuteMs);
    QCOMPARE(hall.forecast.score(kDay).n, std::int64_t(1));
    QCOMPARE(hall.forecast.score(kDay).meanErrorMs, std::abs(told.medianMs - 4 * kMinuteMs));
    QCOMPARE(hall.forecast.score("2026-05-02").n, std::int64_t(0));
    QVERIFY(!hall.forecast.calledAt(ticket, hall.now)); // once
}

void TestForecast::aTicketThatNeverWasLeavesNoQuote()
{
    Hall hall;
    teach(hall.forecast);
    hall.fill(kCards);
    // the hub quotes a ticket it then cannot keep, and its number goes to the next one
    BranchState decided = hall.state;
    const auto events = decide(decided, command::IssueTicket{kCards}, hall.now);
    QVERIFY(events);
    for (const Event &event : *events)
        apply(decided, event, hall.now);
    hall.forecast.refresh(decided, hall.now);
    const TicketId ticket = decided.lastTicket();
    hall.now += 10 * kMinuteMs;
    QCOMPARE(hall.issue(kCards), ticket);
    hall.forecast.refresh(hall.state, hall.now);
    const auto outcome = hall.forecast.calledAt(ticket, hall.now + kMinuteMs);
    QVERIFY(outcome);
    QCOMPARE(outcome->actualMs, kMinuteMs);
    // and who is cancelled is not scored
    const TicketId left = hall.issue(kCards);
    hall.forecast.refresh(hall.state, hall.now);
    hall.must(command::CancelTicket{left, HandReason::Left});
    QVERIFY(!hall.forecast.calledAt(left, hall.now + kMinuteMs));
}

void TestForecast::rangesThatAreTooNarrowGrow()
{
    Hall hall;
    teach(hall.forecast, 5 * kMinuteMs, 2000, 0.2);
    hall.fill(kCards);
    for (int i = 0; i < 3; ++i)
        hall.issue(kCards);
    const Quote before = hall.newcomer(kCards);
    // people wait ten minutes longer than they are told, for reasons nobody knows
    for (int i = 0; i < 60; ++i) {
        hall.forecast.forget(hall.state.lastTicket());
        hall.forecast.refresh(hall.state, hall.now);
        const Quote told = hall.forecast.quoteFor(hall.state.lastTicket());
        QVERIFY(hall.forecast.calledAt(hall.state.lastTicket(), hall.now + told.medianMs + 10 * kMinuteMs));
    }
    const Quote after = hall.newcomer(kCards);
    QVERIFY2(after.highMs > before.highMs + 4 * kMinuteMs, qPrintable(said(before) + u" then "_qs + said(after)));
}

void TestForecast::arrivalsOfTheFirstDayGoOn()
{
    ArrivalProfile profile;
    const auto ahead = [&](TimeMs at, std::size_t slots = 2) { return profile.ahead(at, slots).at(0); };
    const auto come = [&](TimeMs at, int n) {
        for (int i = 0; i < n; ++i)
            profile.arrived("2026-05-01", at, kCash, {});
    };
    come(8 * kHourMs, 4);
    // ten minutes of the first half hour: twelve in the whole of it; two minutes say no more than ten
    QCOMPARE(ahead(8 * kHourMs + 10 * kMinuteMs), (std::vector<double>{12, 12}));
    QCOMPARE(ahead(8 * kHourMs + 2 * kMinuteMs), (std::vector<double>{12, 12}));
    come(8 * kHourMs + 35 * kMinuteMs, 5);
    // nine in the 45 minutes from the half hour before on
    QCOMPARE(ahead(8 * kHourMs + 45 * kMinuteMs), (std::vector<double>{6, 6}));
    // what was longer ago does not count
    QCOMPARE(ahead(10 * kHourMs), (std::vector<double>{0, 0}));
    // and nobody comes after the day's end
    come(23 * kHourMs + 31 * kMinuteMs, 3);
    QCOMPARE(ahead(24 * kHourMs - 1, 3).at(1), 0.0);
}

void TestForecast::arrivalsOfAKnownDayFollowItsLevel()
{
    ArrivalProfile profile;
    for (int i = 0; i < 10; ++i)
        profile.arrived("2026-04-29", 8 * kHourMs, kCash, {});
    for (int i = 0; i < 4; ++i)
        profile.arrived("2026-04-29", 9 * kHourMs, kCash, {});
    for (int i = 0; i < 20; ++i)
        profile.arrived("2026-05-01", 8 * kHourMs, kCash, {});
    const double level = profile.level(9 * kHourMs).mean;
    QVERIFY(level > 1.2 && level < 1.4); // (25 + 20) / (25 + 10)
    QCOMPARE(profile.ahead(9 * kHourMs, 1).at(0), std::vector<double>{4 * level});
    // a service nobody knew yesterday goes on as it has today, and makes the day no busier than it is for the
    // others
    for (int i = 0; i < 30; ++i)
        profile.arrived("2026-05-01", 9 * kHourMs, kLoans, {});
    QCOMPARE(profile.level(9 * kHourMs).mean, level);
    QCOMPARE(profile.ahead(9 * kHourMs + 15 * kMinuteMs, 1).at(1), std::vector<double>{20});
}

void TestForecast::learningFollowsTheEvents()
{
    Hall hall;
    for (int i = 0; i < 12; ++i) {
        hall.issue(kCash, i % 3 ? SegmentId{} : kPriority);
        hall.call(1);
        hall.now += 7 * kMinuteMs;
        hall.finish(1);
    }
    QCOMPARE(hall.forecast.times().seen(kCash), 12.0);
    QVERIFY(hall.forecast.times().speed({1}) > 1.0); // seven minutes for what takes five
    std::int64_t came = 0;
    for (const QueueArrivals &queue : hall.forecast.arrivals().queues) {
        for (const std::int64_t n : queue.today)
            came += n;
    }
    QCOMPARE(came, std::int64_t(12));
    QCOMPARE(hall.forecast.arrivals().queues.size(), std::size_t(2));

    // a call nobody comes to is no service; a transfer keeps a counter too
    const TicketId missing = hall.issue(kCash);
    hall.call(1);
    hall.now += kMinuteMs;
    hall.must(command::MarkNoShow{{1}, missing});
    QCOMPARE(hall.forecast.times().seen(kCash), 12.0);
    hall.call(1);
    hall.now += 2 * kMinuteMs;
    hall.must(command::Transfer{{1}, missing, kLoans});
    QCOMPARE(hall.forecast.times().seen(kCash), 13.0);
    QCOMPARE(hall.forecast.times().seen(kLoans), 0.0);
    hall.must(command::CallTicket{{2}, missing});
    hall.now += 10 * kMinuteMs;
    hall.finish(2);
    QCOMPARE(hall.forecast.times().seen(kLoans), 1.0);

    // a finish that reaches the hub late counts by when it was
    const TicketId late = hall.issue(kCards);
    hall.call(3);
    const TimeMs calledMs = hall.now;
    hall.must(command::StartService{{3}, late});
    hall.now += 2 * kHourMs;
    hall.must(command::FinishService{{3}, late, calledMs + 5 * kMinuteMs});
    QCOMPARE(hall.forecast.times().seen(kCards), 1.0);

    hall.must(command::TakeBreak{{1}, BreakReason::Rest});
    hall.now += 9 * kMinuteMs;
    hall.must(command::EndBreak{{1}});
    QCOMPARE(hall.forecast.image().breaks.at(static_cast<std::size_t>(BreakReason::Rest)).seen, 1.0);
    QCOMPARE(hall.forecast.image().habits.habits.size(), std::size_t(1));
}

void TestForecast::keptAndTakenUpAgainItSaysTheSame()
{
    Hall hall;
    teach(hall.forecast);
    hall.forecast.learnBreak("2026-04-30", {1}, BreakReason::Meal, 4 * kHourMs, 5 * kHourMs);
    hall.fill();
    for (int i = 0; i < 10; ++i) {
        hall.issue(i % 2 ? kCash : kCards);
        hall.forecast.refresh(hall.state, hall.now);
    }
    hall.now += 5 * kMinuteMs;
    hall.finish(3);
    hall.call(3);
    QCOMPARE(hall.forecast.outcomes().size(), std::size_t(1));
    const Json json = toJson(hall.forecast.image());
    const auto image = fromJson<Forecast::Image>(json, UnknownFields::Refuse);
    QVERIFY(image);
    Forecast again(*image);
    QVERIFY(again.image() == hall.forecast.image());
    QCOMPARE(again.refresh(hall.state, hall.now), hall.forecast.refresh(hall.state, hall.now));
}

void TestForecast::whatIsNoImageTeachesNothing()
{
    Forecast::Image image;
    image.patience = {-4, std::nan("")};
    image.noShow = {1, -1};
    image.gap = {std::nan(""), 0};
    image.breaks = std::vector<LearnedDurations>(3, {1, 2, 3, {4, 5}});
    image.arrivals.queues = {{kCards, {}, std::vector<double>(900, 1), {}}};
    image.habits.habits = {{{1}, 5, 1, 7, 3, {}}};
    image.refreshes = -7;
    image.times.services = {{kCash, 0, {10, 1, 1, {1}}}};
    Hall hall;
    hall.forecast = Forecast(image);
    teach(hall.forecast);
    hall.fill();
    hall.issue(kCash);
    const Quote quote = hall.newcomer(kCash);
    QVERIFY2(quote.isKnown && quote.highMs < kHourMs, qPrintable(said(quote)));
    QVERIFY(hall.forecast.image().habits.habits.empty());
}

void TestForecast::ranges_data()
{
    QTest::addColumn<double>("lowMin");
    QTest::addColumn<double>("medianMin");
    QTest::addColumn<double>("highMin");
    QTest::addColumn<QList<double>>("told");
    QTest::newRow("two minutes outward") << 3.1 << 4.6 << 6.2 << QList<double>{2, 5, 8};
    QTest::newRow("on a step they stay") << 4.0 << 5.0 << 8.0 << QList<double>{4, 5, 8};
    QTest::newRow("nothing stays nothing") << 0.0 << 0.0 << 0.0 << QList<double>{0, 0, 0};
    QTest::newRow("five minutes from twenty") << 23.5 << 28.4 << 36.0 << QList<double>{20, 28, 40};
    QTest::newRow("across twenty") << 19.9 << 20.1 << 20.1 << QList<double>{18, 20, 25};
    QTest::newRow("up to twenty by two") << 18.5 << 19.0 << 19.5 << QList<double>{18, 19, 20};
}

void TestForecast::ranges()
{
    QFETCH(const double, lowMin);
    QFETCH(const double, medianMin);
    QFETCH(const double, highMin);
    QFETCH(const QList<double>, told);
    const auto ms = [](double min) { return static_cast<TimeMs>(std::llround(min * kMinuteMs)); };
    const Quote rounded = roundedForPeople({true, ms(lowMin), ms(medianMin), ms(highMin)});
    QCOMPARE(rounded, (Quote{true, ms(told[0]), ms(told[1]), ms(told[2])}));
    QCOMPARE(roundedForPeople({false, 1, 2, 3}), Quote());
}

void TestForecast::smallMovesAreNotTold()
{
    const Quote told{true, 10 * kMinuteMs, 14 * kMinuteMs, 20 * kMinuteMs};
    const auto moved = [&](TimeMs low, TimeMs high) {
        return Quote{true, told.lowMs + low, told.medianMs, told.highMs + high};
    };
    QVERIFY(!isWorthTelling(told, 0, moved(2 * kMinuteMs, -2 * kMinuteMs), 0));
    QVERIFY(isWorthTelling(told, 0, moved(2 * kMinuteMs + 1, 0), 0));
    QVERIFY(isWorthTelling(told, 0, moved(0, -2 * kMinuteMs - 1), 0));
    // five minutes later it is five minutes less, as everybody expects
    QVERIFY(!isWorthTelling(told, 0, moved(-5 * kMinuteMs, -5 * kMinuteMs), 5 * kMinuteMs));
    QVERIFY(isWorthTelling(told, 0, told, 5 * kMinuteMs));
    QVERIFY(!isWorthTelling(told, 0, {true, 0, 0, 0}, kHourMs)); // it was to be over by now
    QVERIFY(isWorthTelling(told, 0, {}, 0));
    QVERIFY(isWorthTelling({}, 0, told, 0));
    QVERIFY(!isWorthTelling({}, 0, {}, kHourMs));
    QVERIFY(!isWorthTelling(told, 5 * kMinuteMs, told, 0)); // a clock that stepped back
}

void TestForecast::scores()
{
    QCOMPARE(scoreOf({}), Score());
    const auto outcome = [](TimeMs low, TimeMs median, TimeMs high, TimeMs actual) {
        QuoteOutcome of;
        of.lowMs = low * kMinuteMs;
        of.medianMs = median * kMinuteMs;
        of.highMs = high * kMinuteMs;
        of.actualMs = actual * kMinuteMs;
        return of;
    };
    std::vector<QuoteOutcome> outcomes = {outcome(2, 5, 10, 5), outcome(2, 5, 10, 11), outcome(4, 8, 12, 4),
                                          outcome(4, 8, 12, 3), outcome(2, 5, 10, 8)};
    const Score score = scoreOf(outcomes);
    QCOMPARE(score.n, std::int64_t(5));
    QCOMPARE(score.meanErrorMs, (0 + 6 + 4 + 5 + 3) * kMinuteMs / 5);
    QCOMPARE(score.biasMs, (0 - 6 + 4 + 5 - 3) * kMinuteMs / 5);
    QCOMPARE(score.underPermille, std::int64_t(200)); // by three minutes is not badly
    QCOMPARE(score.insidePermille, std::int64_t(600)); // on an end is inside
    QCOMPARE(score.worstInsidePermille, std::int64_t(0)); // too few to say
    // by hand: (.3+0+.5)/3, (.9+3+.9)/3, (0+2+.8)/3, (.9+2.5+.9)/3, (.6+1.5+.2)/3 minutes
    QCOMPARE(
        score.pinballMs,
        static_cast<TimeMs>(std::llround((0.8 + 4.8 + 2.8 + 4.3 + 2.3) / 15 * static_cast<double>(kMinuteMs))));

    outcomes.clear();
    for (TimeMs place = 0; place < 30; ++place) {
        const TimeMs i = place * 7 % 30; // in no order
        outcomes.push_back(outcome(0, 1, i, i < 10 && i % 2 ? i + 1 : 0));
    }
    QCOMPARE(scoreOf(outcomes).insidePermille, std::int64_t(833));
    QCOMPARE(scoreOf(outcomes).worstInsidePermille, std::int64_t(500));
}

QTEST_APPLESS_MAIN(TestForecast)
#include "tst_forecast.moc"
