// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dayfigures.h"
#include "core/wire/codec.h"

#include "dayreckoner.h"
#include "storedbranch.h"
#include "storefiles.h"
#include "tests/queue/commands.h"
#include "tests/queue/sample.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tiepdon;

namespace {

constexpr CounterId kOne{1};
constexpr CounterId kTwo{2};
constexpr ServiceId kDeposit{1};
constexpr ServiceId kLoans{2};
const std::string kDay = "2026-03-02";

/// What would have to change in one for it to be the other; "[]" when nothing.
QByteArray difference(const auto &one, const auto &other)
{
    return QByteArray::fromStdString(toBytes(Json::diff(toJson(one), toJson(other))));
}

} // namespace

/// Days with a known right answer: by hand, and by an independent walk through the events of any day.
class TestDayFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_branch = std::make_unique<StoredBranch>();
        m_branch->now = dayStart(kDay, 7 * 60) + 8 * kHourMs - 4000;
        m_commits = m_branch->setUp(); // opens two seconds before eight; the counters one and none
    }

    void aSmallDayReckonedByHand()
    {
        at(8, 0);
        const TicketId a = issue(kDeposit);
        const TicketId b = issue(kDeposit);
        at(8, 4);
        run(command::CallNext{kOne}); // a waited 4 min
        at(8, 5);
        run(command::StartService{kOne, a, {}});
        at(8, 15);
        run(command::WrapUp{kOne, a, {}}); // served 10 min
        run(command::CallNext{kTwo}); // b: 15 min, promise is 10
        at(8, 17);
        run(command::StartService{kTwo, b, {}});
        run(command::FinishService{kOne, a, {}, {}}); // 2 min of wrap-up
        at(8, 21);
        run(command::TakeBreak{kOne, BreakReason::Rest});
        at(8, 31);
        run(command::EndBreak{kOne});
        at(8, 37);
        run(command::FinishService{kTwo, b, {}, {}}); // 20 min, of which 7 in the second half hour
        at(9, 0);
        const TicketId c = issue(kLoans);
        const TicketId d = issue(kDeposit);
        const TicketId e = issue(kDeposit);
        at(9, 6);
        run(command::CancelTicket{d, HandReason::Left});
        run(command::CancelTicket{e, HandReason::Duplicate});
        run(command::CallNext{kOne}); // c: 6 min
        run(command::MarkNoShow{kOne, c});
        run(command::CallNext{kOne}); // the branch calls twice
        run(command::MarkNoShow{kOne, c});
        at(9, 30);
        run(command::CloseDay{false});
        write();

        const DayFigures figures = figuresAt({kDay, {}, {}, {}, {}, false});
        QCOMPARE(figures.days, std::vector<std::string>{kDay});
        QVERIFY(!figures.isOpen);
        QCOMPARE(figures.fromMs, hanoi(8, 0) - 2000);
        QCOMPARE(figures.toMs, hanoi(9, 30));
        const FigureRow &total = figures.total;
        QCOMPARE(total.arrived, 5);
        QCOMPARE(total.called, 3);
        QCOMPARE(total.served, 2);
        QCOMPARE(total.visitsServed, 2);
        QCOMPARE(total.kept, 1);
        QCOMPARE(total.keptPermille(), std::optional<std::int64_t>(500));
        QCOMPARE(total.keptStrictPermille(), std::optional<std::int64_t>(250)); // 1 of 2 served, 1 no-show, 1 gone
        QCOMPARE(total.noShows, 1);
        QCOMPARE(total.noShowPermille(), std::optional<std::int64_t>(200));
        QCOMPARE(total.abandoned, 1);
        QCOMPARE(total.cancelled, 1);
        QCOMPARE(total.waits,
                 (Spread{3, 25 * kMinuteMs / 3, 6 * kMinuteMs, 15 * kMinuteMs, 15 * kMinuteMs, 15 * kMinuteMs}));
        QCOMPARE(total.services,
                 (Spread{2, 15 * kMinuteMs, 10 * kMinuteMs, 20 * kMinuteMs, 20 * kMinuteMs, 20 * kMinuteMs}));
        QCOMPARE(total.walks.n, 2);
        QCOMPARE(total.walks.meanMs, 90 * kSecondMs);
        QCOMPARE(total.wrapUps,
                 (Spread{1, 2 * kMinuteMs, 2 * kMinuteMs, 2 * kMinuteMs, 2 * kMinuteMs, 2 * kMinuteMs}));
        QCOMPARE(total.transactions.meanMs, (13 + 22) * kMinuteMs / 2);
        QCOMPARE(total.servingMs, 30 * kMinuteMs);
        QCOMPARE(total.openMs, 180 * kMinuteMs + 1000);
        QCOMPARE(total.breakMs, 10 * kMinuteMs);
        QCOMPARE(total.staff, 2);
        QCOMPARE(total.duplicates, 1);
        QCOMPARE(total.suspects, 1);
        QCOMPARE(figures.services.size(), 2U);
        QCOMPARE(figures.services[0].arrived, 4);
        QCOMPARE(figures.services[1].noShows, 1);
        QCOMPARE(figures.services[1].openMs, 0);
        QCOMPARE(figures.counters[0].servingMs, 10 * kMinuteMs);
        QCOMPARE(figures.counters[1].servingMs, 20 * kMinuteMs);
        QCOMPARE(figures.counters[1].promiseMs, 10 * kMinuteMs);
        std::vector<std::int64_t> keys;
        for (const FigureRow &row : figures.halfHours)
            keys.push_back(row.key);
        QCOMPARE(keys, (std::vector<std::int64_t>{450, 480, 510, 540}));
        QCOMPARE(figures.halfHours[1].arrived, 2);
        QCOMPARE(figures.halfHours[1].servingMs, 23 * kMinuteMs);
        QCOMPARE(figures.halfHours[2].servingMs, 7 * kMinuteMs);
        QCOMPARE(figures.halfHours[2].served, 1);
        QCOMPARE(figures.halfHours[2].breakMs, kMinuteMs);
        QCOMPARE(figures.halfHours[3].called, 1);

        const DayFigures without = figuresAt({kDay, {}, {}, {}, {}, true});
        QCOMPARE(without.total.arrived, 4);
        QCOMPARE(without.total.cancelled, 0);
        QCOMPARE(without.total.duplicates, 1);
    }

    void aDayThatIsOpenReachesUpToNow()
    {
        at(8, 0);
        const TicketId a = issue(kDeposit);
        issue(kDeposit);
        at(8, 10);
        run(command::CallNext{kOne});
        run(command::StartService{kOne, a, {}});
        write();
        m_now = hanoi(8, 25);
        const DayFigures figures = figuresAt({});
        QVERIFY(figures.isOpen);
        QCOMPARE(figures.filter.fromDay, kDay);
        QCOMPARE(figures.toMs, m_now);
        QCOMPARE(figures.total.waiting, 1);
        QCOMPARE(figures.total.servingMs, 15 * kMinuteMs);
        QCOMPARE(figures.total.openMs, 50 * kMinuteMs + 1000);
        QCOMPARE(figures.total.served, 0);
        QVERIFY(!figures.total.keptPermille());
        QCOMPARE(figures.total.suspects, 0);
        m_now = hanoi(8, 51); // expected are 5 min; over eight times as long
        QCOMPARE(figuresAt({}).total.forgottenOpen, 1);
    }

    void whoIsOpenWhenTheDayClosesOrServedInNoTimeIsSuspect()
    {
        at(8, 0);
        const TicketId a = issue(kDeposit);
        const TicketId b = issue(kDeposit);
        const TicketId c = issue(kDeposit);
        run(command::CallNext{kOne});
        run(command::StartService{kOne, a, {}});
        m_branch->now += 4000;
        run(command::FinishService{kOne, a, {}, {}}); // 4 s
        run(command::CallNext{kOne});
        run(command::StartService{kOne, b, {}});
        m_branch->now += 5000;
        run(command::FinishService{kOne, b, {}, {}}); // 5 s: may be
        run(command::CallNext{kOne});
        run(command::StartService{kOne, c, {}});
        issue(kDeposit); // waits only: nobody forgot it
        at(8, 20);
        run(command::CloseDay{true});
        write();
        const DayFigures figures = figuresAt({});
        QCOMPARE(figures.total.tooShort, 1);
        QCOMPARE(figures.total.forgottenOpen, 1);
        QCOMPARE(figures.total.ended, 2);
        FigureFilter filter;
        filter.leaveOutSuspects = true;
        const DayFigures without = figuresAt(filter);
        QCOMPARE(without.total.arrived, 2);
        QCOMPARE(without.total.ended, 1);
        QCOMPARE(without.total.servingMs, 5000);
        QCOMPARE(without.total.suspects, 2);
    }

    void aPromiseIsTheOneThatStoodAtTheEnd()
    {
        at(8, 0);
        serve(kOne, issue(kDeposit), 12); // 12 min of 10
        m_at = m_branch->now + kMinuteMs;
        BranchSetup setup;
        setup.settings = m_branch->state.settings();
        setup.services = {m_branch->state.services().at(kDeposit)};
        setup.services[0].serviceLevelMs = 20 * kMinuteMs;
        run(command::DefineBranch{setup});
        serve(kOne, issue(kDeposit), 20); // all of the 20 min: still kept
        at(11, 0);
        run(command::CloseDay{false});
        setup.services[0].serviceLevelMs = kMinuteMs;
        run(command::DefineBranch{setup}); // for the days to come
        at(11, 30);
        run(command::OpenDay{"2026-03-03"});
        write();
        FigureFilter filter;
        filter.fromDay = kDay;
        QCOMPARE(figuresAt(filter).total.kept, 1);
        QCOMPARE(figuresAt(filter).total.served, 2);
        QCOMPARE(figuresAt({}).total.arrived, 0); // the day opened last
        filter.toDay = "2026-03-09";
        const DayFigures both = figuresAt(filter);
        QCOMPARE(both.days, (std::vector<std::string>{kDay, "2026-03-03"}));
        QCOMPARE(both.total.served, 2);
        QVERIFY(both.isOpen);
    }

    /// Of several days together each person has arrived once, on the first of them.
    void whoWaitsOverNightHasArrivedOnce()
    {
        at(8, 30);
        BranchSetup setup;
        setup.settings = m_branch->state.settings();
        setup.settings.carriesOver = true;
        run(command::DefineBranch{setup});
        at(9, 0);
        const TicketId a = issue(kDeposit);
        const TicketId b = issue(kLoans);
        const TicketId c = issue(kDeposit);
        at(9, 10);
        run(command::CallTicket{kOne, c});
        run(command::StartService{kOne, c, {}});
        at(9, 15);
        run(command::FinishService{kOne, c, {}, {}});
        at(17, 0);
        run(command::CloseDay{false});
        const auto morning = [&](const std::string &day) {
            m_at = dayStart(day, 7 * 60) + 8 * kHourMs;
            run(command::OpenDay{day});
            run(command::SignOn{kOne, {1}, {1}});
            return m_at;
        };
        const TimeMs tuesday = morning("2026-03-03");
        m_at = tuesday + 40 * kMinuteMs;
        run(command::CallTicket{kOne, a});
        run(command::MarkNoShow{kOne, a});
        run(command::CallTicket{kOne, a});
        run(command::MarkNoShow{kOne, a});
        m_at = tuesday + 9 * kHourMs;
        run(command::CloseDay{false}); // b waits for another night
        const TimeMs wednesday = morning("2026-03-04");
        m_at = wednesday + kHourMs;
        run(command::CallTicket{kOne, b});
        run(command::StartService{kOne, b, {}});
        m_at = wednesday + kHourMs + 5 * kMinuteMs;
        run(command::FinishService{kOne, b, {}, {}});
        write();

        const std::string last = "2026-03-04";
        const auto arrived = [&](const FigureFilter &filter) { return figuresAt(filter).total.arrived; };
        QCOMPARE(arrived({kDay, kDay, {}, {}, {}, false}), 3);
        QCOMPARE(arrived({"2026-03-03", "2026-03-03", {}, {}, {}, false}), 2);
        QCOMPARE(arrived({last, last, {}, {}, {}, false}), 1);
        // on none of these days was anybody's first, and still each came once
        QCOMPARE(arrived({"2026-03-03", last, {}, {}, {}, false}), 2);
        const FigureFilter all{kDay, last, {}, {}, {}, false};
        const DayFigures figures = figuresAt(all);
        QCOMPARE(figures.total.arrived, 3);
        QCOMPARE(figures.total.noShowPermille(), std::optional<std::int64_t>(333));
        QCOMPARE(figures.total.visitsServed, 2);
        QCOMPARE(figures.segments.size(), 1U);
        QCOMPARE(figures.segments[0].arrived, 3);
        QCOMPARE(figures.services[0].arrived, 2);
        QCOMPARE(figures.services[1].arrived, 1);
        QCOMPARE(figures.services[1].visitsServed, 1);
        QCOMPARE(figures.counters[0].arrived, 3); // each was called there, on whichever day
        std::map<std::int64_t, std::int64_t> byHalfHour;
        for (const FigureRow &row : figures.halfHours) {
            if (row.arrived > 0)
                byHalfHour[row.key] = row.arrived;
        }
        QCOMPARE(byHalfHour, (std::map<std::int64_t, std::int64_t>{{540, 3}}));
        QCOMPARE(arrived({kDay, last, {}, {}, kOne, false}), 3);

        const auto visits = readVisits(kDay, last);
        const auto behind = [&](FigureFilter filter, std::optional<std::int64_t> halfHour) {
            std::vector<std::string> days;
            for (const DayVisit &visit : visits->visits) {
                for (const DayStep &step : visit.steps) {
                    if (isBehind(*visits, visit, step, {filter, FigureKind::Arrived, halfHour}))
                        days.push_back(visit.businessDay);
                }
            }
            return days;
        };
        QCOMPARE(behind(all, {}), (std::vector<std::string>{kDay, kDay, kDay}));
        QCOMPARE(behind(all, 480).size(), 0U);
        QCOMPARE(behind(all, 540).size(), 3U);
        FigureFilter there = all;
        there.counter = kOne;
        QCOMPARE(behind(there, {}), (std::vector<std::string>{kDay, "2026-03-03", last}));
    }

    void whatIsNoDayIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("code");
        const auto code = [](ErrorCode value) { return static_cast<int>(value); };
        QTest::newRow("a day the branch was not open") << "2026-03-01"
                                                       << "" << code(ErrorCode::UnknownDay);
        QTest::newRow("no day of the calendar") << "2026-02-30"
                                                << "" << code(ErrorCode::InvalidParams);
        QTest::newRow("an end before the beginning") << "2026-03-02"
                                                     << "2026-03-01" << code(ErrorCode::InvalidParams);
        QTest::newRow("a day too many") << "2026-03-02"
                                        << "2026-04-02" << code(ErrorCode::InvalidParams);
        QTest::newRow("words") << "today"
                               << "" << code(ErrorCode::InvalidParams);
    }
    void whatIsNoDayIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, code);
        write();
        FigureFilter filter;
        filter.fromDay = from.toStdString();
        filter.toDay = to.toStdString();
        const auto answer = ask(filter);
        QVERIFY(!answer);
        QCOMPARE(static_cast<int>(answer.error().code), code);
    }

    /// Whatever happens in a branch, whoever is asked for: the same as by a walk through the events.
    void anyDaysAgreeWithTheirEvents_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("days of seed %d", seed) << seed;
    }
    void anyDaysAgreeWithTheirEvents()
    {
        QFETCH(int, seed);
        m_branch = std::make_unique<StoredBranch>();
        m_commits.clear();
        testing::DayReckoner reckoner;
        testing::Choices choices(static_cast<std::uint64_t>(seed));
        testing::Commands commands(choices, {seed % 3 == 0, true});
        m_branch->now = testing::kMorning;
        take(reckoner, command::DefineBranch{testing::sampleSetup()});
        for (int i = 0; i < 2500; ++i) {
            m_branch->now += commands.pause() * (seed % 2 == 0 ? 3 : 1);
            take(reckoner, commands.next(m_branch->state));
        }
        write();
        m_now = m_branch->now + 7 * kMinuteMs;
        QVERIFY(!reckoner.days().empty());
        std::int64_t served = 0;
        for (const std::string &day : reckoner.days()) {
            for (int way = 0; way < 6; ++way) {
                FigureFilter filter;
                filter.fromDay = day;
                filter.toDay = day;
                filter.leaveOutSuspects = way % 2 == 1;
                if (way == 2)
                    filter.service = ServiceId{1};
                if (way == 3)
                    filter.segment = SegmentId{0};
                if (way == 4)
                    filter.counter = CounterId{2};
                if (way == 5) {
                    filter.segment = SegmentId{1};
                    filter.counter = CounterId{1};
                }
                const DayFigures found = figuresAt(filter);
                const DayFigures expected = reckoner.figures(filter, m_now);
                QCOMPARE(difference(found.total, expected.total), QByteArray("[]"));
                QCOMPARE(difference(found.halfHours, expected.halfHours), QByteArray("[]"));
                QCOMPARE(difference(found.services, expected.services), QByteArray("[]"));
                QCOMPARE(difference(found.segments, expected.segments), QByteArray("[]"));
                QCOMPARE(difference(found.counters, expected.counters), QByteArray("[]"));
                QCOMPARE(difference(found, expected), QByteArray("[]"));
                served += found.total.served;
            }
        }
        QVERIFY(served > 20);
    }

    /// As many tickets are behind a figure as it says.
    void asManyTicketsAreBehindAFigureAsItSays()
    {
        testing::DayReckoner reckoner;
        testing::Choices choices(std::uint64_t{99});
        testing::Commands commands(choices, {false, true});
        m_branch = std::make_unique<StoredBranch>();
        m_commits.clear();
        m_branch->now = testing::kMorning;
        take(reckoner, command::DefineBranch{testing::sampleSetup()});
        for (int i = 0; i < 2500; ++i) {
            m_branch->now += commands.pause();
            take(reckoner, commands.next(m_branch->state));
        }
        write();
        m_now = m_branch->now;
        for (const std::string &day : reckoner.days()) {
            for (const bool isWithout : {false, true}) {
                FigureFilter filter{day, day, {}, {}, {}, isWithout};
                const DayFigures figures = figuresAt(filter);
                const auto visits = readVisits(day);
                const auto behind = [&](FigureFilter of, FigureKind kind, std::optional<std::int64_t> halfHour) {
                    std::int64_t n = 0;
                    for (const DayVisit &visit : visits->visits) {
                        for (const DayStep &step : visit.steps)
                            n += isBehind(*visits, visit, step, {of, kind, halfHour});
                    }
                    return n;
                };
                const auto agree = [&](const FigureRow &row, const FigureFilter &of,
                                       std::optional<std::int64_t> halfHour) {
                    using enum FigureKind;
                    for (const auto &[kind, value] : std::initializer_list<std::pair<FigureKind, std::int64_t>>{
                             {Arrived, row.arrived},
                             {Called, row.called},
                             {Served, row.served},
                             {KeptPromise, row.kept},
                             {BrokenPromise, row.served - row.kept},
                             {NoShow, row.noShows},
                             {Abandoned, row.abandoned},
                             {Cancelled, row.cancelled},
                             {Ended, row.ended},
                             {Transferred, row.transferred},
                             {WaitingNow, row.waiting},
                             {TooShort, row.tooShort},
                             {ForgottenOpen, row.forgottenOpen},
                             {Duplicate, row.duplicates}})
                        QCOMPARE(behind(of, kind, halfHour), value);
                };
                agree(figures.total, filter, {});
                for (const FigureRow &row : figures.halfHours)
                    agree(row, filter, row.key);
                for (const FigureRow &row : figures.services) {
                    FigureFilter of = filter;
                    of.service = ServiceId{row.key};
                    agree(row, of, {});
                }
                for (const FigureRow &row : figures.segments) {
                    FigureFilter of = filter;
                    of.segment = SegmentId{row.key};
                    agree(row, of, {});
                }
            }
        }
    }

private:
    QString path() const { return m_directory->path(); }
    static TimeMs hanoi(int hour, int minute)
    {
        return dayStart(kDay, 7 * 60) + hour * kHourMs + minute * kMinuteMs;
    }
    /// The next commands happen at this minute, all of them.
    void at(int hour, int minute) { m_at = hanoi(hour, minute); }
    void run(const Command &command)
    {
        if (m_at > m_branch->now)
            m_branch->now = m_at;
        m_branch->now -= 1000; // `run` adds it
        m_commits.push_back(m_branch->run(command));
    }
    TicketId issue(ServiceId service)
    {
        run(command::IssueTicket{service, {}, {}, {}, {}});
        return m_branch->state.lastTicket();
    }
    /// Waits so many minutes, is served for five.
    void serve(CounterId counter, TicketId ticket, int waitMin)
    {
        m_at = m_branch->now + waitMin * kMinuteMs;
        run(command::CallNext{counter});
        run(command::StartService{counter, ticket, {}});
        m_at = m_branch->now + 5 * kMinuteMs;
        run(command::FinishService{counter, ticket, {}, {}});
    }
    /// A command, if the branch lets it be, and what time brings before it.
    void take(testing::DayReckoner &reckoner, const Command &command)
    {
        ++m_branch->now;
        const auto apply = [&](const std::vector<Event> &events) {
            Commit commit;
            for (const Event &event : events) {
                commit.touched.push_back(tiepdon::apply(m_branch->state, event, m_branch->now));
                commit.entries.push_back({++m_branch->seq, m_branch->now, StaffId{}, "", "", event});
                reckoner.take(event, m_branch->now, m_branch->state);
            }
            commit.businessDay = m_branch->state.businessDay();
            m_commits.push_back(std::move(commit));
        };
        for (auto due = passTime(m_branch->state, m_branch->now); !due.empty();
             due = passTime(m_branch->state, m_branch->now))
            apply(due);
        if (const auto events = decide(m_branch->state, command, m_branch->now); events && !events->empty())
            apply(*events);
    }
    void write()
    {
        makeDatabase(path(), std::move(m_commits));
        m_commits.clear();
        m_now = m_branch->now;
    }
    Result<DayFigures> ask(const FigureFilter &filter)
    {
        DayFiguresReader reader;
        if (auto started = reader.start(path(), StoredBranch::kBranch); !started)
            return std::move(started).error();
        std::optional<Result<DayFigures>> answer;
        reader.figures(filter, m_now, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30000))
            return Error{ErrorCode::Timeout, "no answer", {}};
        return *answer;
    }
    DayFigures figuresAt(const FigureFilter &filter)
    {
        auto answer = ask(filter);
        if (!answer)
            qFatal("%s", answer.error().message.c_str());
        return *answer;
    }
    std::shared_ptr<const DayVisits> readVisits(const std::string &day) { return readVisits(day, day); }
    std::shared_ptr<const DayVisits> readVisits(const std::string &from, const std::string &to)
    {
        DayFiguresReader reader;
        if (!reader.start(path(), StoredBranch::kBranch))
            qFatal("the reader does not start");
        std::shared_ptr<const DayVisits> visits;
        reader.visits(from, to, m_now, [&](const auto &found) { visits = found ? *found : nullptr; });
        if (!QTest::qWaitFor([&] { return visits != nullptr; }, 30000))
            qFatal("no visits");
        return visits;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StoredBranch> m_branch;
    std::vector<Commit> m_commits;
    TimeMs m_at = 0;
    TimeMs m_now = 0;
};

QTEST_GUILESS_MAIN(TestDayFigures)
#include "tst_dayfigures.moc"
