// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/historydesk.h"

#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

const std::string kNextDay = "2026-03-03";
using Numbers = std::vector<std::string>;

constexpr CounterId kOne{1};
constexpr ServiceId kDeposits{1};
constexpr ServiceId kLoans{2};

} // namespace

/// What the hub answers about days that are past, and the one that goes on.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_hub->start();
        m_client = std::make_unique<RawClient>(m_hub->address());
        QVERIFY(signedIn(*m_client));
        m_op = 0;
        run(command::DefineBranch{smallBranch()});
        run(command::OpenDay{kDay});
        run(command::SignOn{kOne, StaffId{1}, {}});
    }
    void cleanup()
    {
        m_client.reset();
        m_hub.reset();
    }

    void thePastIsAsItWas()
    {
        pass(5 * kMinuteMs);
        const TicketId ticket = issue(kDeposits);
        const TimeMs issuedMs = m_hub->clock.nowMs();
        pass(12 * kMinuteMs);
        const TicketId called = call();
        QCOMPARE(called, ticket);
        const TimeMs calledMs = m_hub->clock.nowMs();
        pass(kMinuteMs);
        run(command::StartService{kOne, ticket});
        pass(4 * kMinuteMs);
        run(command::FinishService{kOne, ticket});
        pass(kHourMs);
        run(command::CloseDay{false});
        const TimeMs closedMs = m_hub->clock.nowMs();
        pass(kDayMs);
        run(command::OpenDay{kNextDay});
        issue(kLoans);

        const auto days = asked<DaysQuery>({});
        QVERIFY(days);
        QCOMPARE(days->days.size(), std::size_t(2));
        QCOMPARE(days->days[1].businessDay, kDay);
        QCOMPARE(days->days[1].tickets, std::int64_t(1));
        QCOMPARE(days->days[1].openings.front().closedMs, std::optional(closedMs));
        QVERIFY(!days->isMore);

        const auto waiting = asked<DayAtQuery>({kDay, issuedMs + 11 * kMinuteMs, true});
        QVERIFY(waiting);
        QCOMPARE(waiting->atMs, issuedMs + 11 * kMinuteMs);
        const BranchState then(waiting->state);
        QCOMPARE(then.waiting(kDeposits).size(), std::size_t(1));
        QVERIFY(then.ticket(ticket)->state == TicketState::Waiting);
        QCOMPARE(waiting->beforeMs, std::optional(issuedMs));
        QCOMPARE(waiting->afterMs, std::optional(calledMs));
        QVERIFY(waiting->events.empty());
        QVERIFY(waiting->strip);
        const auto step
            = static_cast<std::size_t>((issuedMs + 11 * kMinuteMs - waiting->strip->fromMs) / kMinuteMs);
        QCOMPARE(waiting->strip->waiting.at(step), std::int64_t(1));
        QCOMPARE(waiting->strip->broken.at(step), std::int64_t(1)); // promised in ten minutes
        QCOMPARE(waiting->strip->broken.at(step - 2), std::int64_t(0));
        QCOMPARE(waiting->strip->worstPermille.at(step), std::int64_t(1100));

        const auto atCall = asked<DayAtQuery>({kDay, calledMs, false});
        QVERIFY(atCall);
        QVERIFY(!atCall->strip);
        QVERIFY(BranchState(atCall->state).ticket(ticket)->state == TicketState::Called);
        QCOMPARE(atCall->events.size(), std::size_t(1));
        QCOMPARE(atCall->events.front().kind, std::string("TicketCalled"));
        QCOMPARE(atCall->events.front().number, std::string("A00001"));
        QCOMPARE(atCall->events.front().counter, kOne);
    }

    void aMomentIsKeptWithinTheDay()
    {
        pass(kHourMs);
        run(command::CloseDay{false});
        const TimeMs closedMs = m_hub->clock.nowMs();
        pass(kDayMs);
        run(command::OpenDay{kNextDay});
        QCOMPARE(asked<DayAtQuery>({kDay, 0, false})->atMs, kMorningMs);
        QCOMPARE(asked<DayAtQuery>({kDay, closedMs + kDayMs, false})->atMs, closedMs);
        const TimeMs nowMs = m_hub->clock.nowMs();
        QCOMPARE(asked<DayAtQuery>({kNextDay, nowMs + kDayMs, false})->atMs, nowMs);
    }

    void theOpenDayIsThereUpToNow()
    {
        for (int i = 1; i <= 3; ++i) {
            pass(kMinuteMs);
            issue(kDeposits);
            const TimeMs nowMs = m_hub->clock.nowMs();
            const auto found = asked<DayAtQuery>({kDay, nowMs, true});
            QVERIFY(found);
            QCOMPARE(found->state.tickets.size(), std::size_t(i));
            QCOMPARE(found->day.tickets, std::int64_t(i));
            QCOMPARE(toBytes(Reply{1, toJson(found->state)}),
                     toBytes(Reply{1, toJson(m_hub->hub().host().state().image())}));
        }
        // and opened again it goes on
        run(command::CloseDay{true});
        const TimeMs closedMs = m_hub->clock.nowMs();
        QVERIFY(!asked<DayAtQuery>({kDay, closedMs + kHourMs, false})->state.isOpen);
        pass(kMinuteMs);
        run(command::OpenDay{kDay});
        const auto again = asked<DayAtQuery>({kDay, m_hub->clock.nowMs(), false});
        QVERIFY(again->state.isOpen);
        QCOMPARE(again->day.openings.size(), std::size_t(2));
    }

    void moreDaysThanAreHeldAreAnswered()
    {
        // as many days as are held, one more, and back to the first
        std::vector<std::string> days{kDay};
        for (int day = 3; day <= 5; ++day) {
            for (int i = 0; i < day; ++i)
                issue(kLoans);
            run(command::CloseDay{true});
            pass(kDayMs);
            days.push_back("2026-03-0" + std::to_string(day));
            run(command::OpenDay{days.back()});
        }
        QVERIFY(days.size() > HistoryDesk::kDaysHeld + 1);
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = 0; i + 1 < days.size(); ++i) {
                const auto found = asked<DayAtQuery>({days[i], kMorningMs + 30 * kDayMs, false});
                QVERIFY(found);
                QCOMPARE(found->state.businessDay, days[i]);
                QCOMPARE(found->state.totals.issued, std::int64_t(3 + i));
            }
        }
    }

    void questionsAtOnceAreAnsweredEach()
    {
        issue(kDeposits);
        std::vector<std::int64_t> ids;
        for (int i = 0; i < HistoryDesk::kWaitingMax; ++i) {
            m_client->send(DayAtQuery::kMethod, toJson(DayAtQuery{kDay, kMorningMs + i, i == 0}));
            ids.push_back(m_client->lastId);
        }
        for (const std::int64_t id : ids) {
            QVERIFY(QTest::qWaitFor([&] { return answerTo(id); }, 10000));
            QCOMPARE(codeOf(*answerTo(id)), std::string());
        }
    }

    /// The hub takes so many at once; who is turned away may ask again, and those taken are all answered.
    void tooManyAtOnceAreTurnedAway()
    {
        constexpr int kAsked = 3 * HistoryDesk::kWaitingMax;
        std::string together; // in one piece, so that the hub reads them at once
        const std::int64_t first = m_client->lastId + 1;
        for (int i = 0; i < kAsked; ++i)
            together += framed(toBytes(Request{++m_client->lastId, std::string(DayAtQuery::kMethod),
                                               toJson(DayAtQuery{kDay, kMorningMs, false})}));
        m_client->socket.write(together.data(), static_cast<qint64>(together.size()));
        const auto count = [&](const char *code) {
            return std::count_if(m_client->received.begin(), m_client->received.end(), [&](const Json &json) {
                return json.value("id", std::int64_t{0}) >= first && (!code || codeOf(json) == code);
            });
        };
        QTRY_COMPARE(count(nullptr), kAsked);
        QVERIFY(count("Busy") > 0);
        QVERIFY(count("") >= HistoryDesk::kWaitingMax);
        QCOMPARE(count("Busy") + count(""), kAsked);
        // and their places are free again
        for (int i = 0; i < HistoryDesk::kWaitingMax; ++i)
            QVERIFY(asked<DayAtQuery>({kDay, kMorningMs, false}));
    }

    void daysAreListedInParts()
    {
        run(command::CloseDay{true});
        pass(kDayMs);
        run(command::OpenDay{kNextDay});
        const auto newest = asked<DaysQuery>({{}, {}, 1});
        QVERIFY(newest);
        QCOMPARE(newest->days.size(), std::size_t(1));
        QCOMPARE(newest->days.front().businessDay, kNextDay);
        QVERIFY(newest->isMore);
        const auto both = asked<DaysQuery>({{}, {}, 2});
        QCOMPARE(both->days.size(), std::size_t(2));
        QVERIFY(!both->isMore);
        const auto before = asked<DaysQuery>({{}, kDay, 1});
        QCOMPARE(before->days.front().businessDay, kDay);
        QVERIFY(!before->isMore);
    }

    /// What is told beside a moment: what happened within half a minute of it, the nearest of that.
    void whatHappenedAroundAMomentIsTold()
    {
        pass(kHourMs);
        const TimeMs nowMs = m_hub->clock.nowMs();
        for (int i = 0; i < 3; ++i) { // half a minute before, then, and half a minute behind
            issue(kDeposits);
            pass(HistoryDesk::kAroundMs);
        }
        const auto found = asked<DayAtQuery>({kDay, nowMs + HistoryDesk::kAroundMs, false});
        QVERIFY(found);
        std::vector<TimeMs> times;
        for (const PastEvent &event : found->events)
            times.push_back(event.atMs - nowMs);
        QCOMPARE(times, (std::vector<TimeMs>{0, HistoryDesk::kAroundMs, 2 * HistoryDesk::kAroundMs}));
        const auto later = asked<DayAtQuery>({kDay, nowMs + HistoryDesk::kAroundMs + 1, false});
        QCOMPARE(later->events.size(), std::size_t(2));
        // of very many the nearest
        for (std::size_t i = 0; i < HistoryDesk::kAroundMax + 10; ++i) {
            pass(1);
            issue(kDeposits);
        }
        const auto many = asked<DayAtQuery>({kDay, m_hub->clock.nowMs(), false});
        QCOMPARE(many->events.size(), HistoryDesk::kAroundMax);
        QCOMPARE(many->events.back().ticket, m_hub->hub().host().state().lastTicket());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("code");
        QTest::newRow("a day that never was")
            << "dayAt" << QByteArray(R"({"businessDay":"2026-02-27","atMs":0})") << "UnknownDay";
        QTest::newRow("no day of the calendar")
            << "dayAt" << QByteArray(R"({"businessDay":"2026-02-30","atMs":0})") << "InvalidParams";
        QTest::newRow("a field nobody knows")
            << "dayAt" << QByteArray(R"({"businessDay":"2026-03-02","atMs":0,"who":1})") << "InvalidParams";
        QTest::newRow("no days at all") << "days" << QByteArray(R"({"limit":0})") << "InvalidParams";
        QTest::newRow("from no day") << "days" << QByteArray(R"({"limit":1,"fromDay":"yesterday"})")
                                     << "InvalidParams";
        QTest::newRow("too many lines")
            << "dayTickets"
            << QByteArray(R"({"tickets":{"filter":{"fromDay":"2026-03-02"},"kind":"arrived"},"limit":251})")
            << "InvalidParams";
        QTest::newRow("lines before the first")
            << "dayTickets"
            << QByteArray(R"({"tickets":{"filter":{"fromDay":"2026-03-02"},"kind":"arrived"},"limit":1,"skip":-1})")
            << "InvalidParams";
        QTest::newRow("tickets of a day that never was")
            << "dayTickets"
            << QByteArray(R"({"tickets":{"filter":{"fromDay":"2026-02-27"},"kind":"arrived"},"limit":1})")
            << "UnknownDay";
    }

    void whatCannotBeIsRefused()
    {
        QFETCH(QString, method);
        QFETCH(QByteArray, params);
        QFETCH(QString, code);
        QCOMPARE(
            QString::fromStdString(codeAfter(*m_client, method.toStdString(), Json::parse(params.toStdString()))),
            code);
        QVERIFY(asked<DaysQuery>({})); // and nothing waits on for ever
    }

    void ticketsAreListedSortedAndNarrowed()
    {
        const TicketId first = issue(kDeposits);
        pass(12 * kMinuteMs);
        QCOMPARE(call(), first);
        run(command::StartService{kOne, first});
        pass(3 * kMinuteMs);
        run(command::FinishService{kOne, first}); // waited 12 of 10
        const TicketId second = issue(kLoans);
        pass(2 * kMinuteMs);
        QCOMPARE(call(), second);
        run(command::StartService{kOne, second});
        pass(kSecondMs);
        run(command::FinishService{kOne, second}); // in a second: suspect
        const TicketId third = issue(kDeposits);
        pass(kMinuteMs);

        const auto all = asked<DayTicketsQuery>(of(FigureKind::Arrived));
        QVERIFY(all);
        QCOMPARE(all->n, std::int64_t(3));
        QCOMPARE(all->suspects, std::int64_t(1));
        QCOMPARE(all->days, std::vector<std::string>{kDay});
        QVERIFY(all->isOpen);
        QCOMPARE(numbersOf(*all), (Numbers{"A00001", "B00001", "A00002"}));
        const DayTicketRow &row = all->rows.front();
        QCOMPARE(row.line()->waitedMs, 12 * kMinuteMs);
        QCOMPARE(row.line()->promiseMs, 10 * kMinuteMs);
        QVERIFY(row.line()->isPromiseBroken());
        QCOMPARE(row.line()->servedMs, std::optional<TimeMs>(3 * kMinuteMs));
        QCOMPARE(row.line()->step.counter, kOne);
        QCOMPARE(row.line()->step.staff, StaffId{1});
        QVERIFY(row.suspicions.empty());
        QCOMPARE(all->rows[1].suspicions, std::vector{Suspicion::TooShort});
        // who still waits has waited until now
        QCOMPARE(all->rows[2].ticket, third);
        QCOMPARE(all->rows[2].line()->waitedMs, kMinuteMs);
        QVERIFY(!all->rows[2].line()->servedMs);

        DayTicketsQuery query = of(FigureKind::Arrived);
        query.order = TicketsOrder::Waited;
        query.descending = true;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00001", "B00001", "A00002"}));
        query.descending = false;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00002", "B00001", "A00001"}));
        query.order = TicketsOrder::Number;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00001", "A00002", "B00001"}));
        // what has no such time comes last, either way
        query.order = TicketsOrder::Called;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00001", "B00001", "A00002"}));
        query.descending = true;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"B00001", "A00001", "A00002"}));
        query.limit = 1;
        query.skip = 1;
        const auto page = asked<DayTicketsQuery>(query);
        QCOMPARE(numbersOf(*page), Numbers{"A00001"});
        QCOMPARE(page->n, std::int64_t(3));

        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(of(FigureKind::BrokenPromise))), Numbers{"A00001"});
        query = of(FigureKind::Arrived);
        query.suspectsOnly = true;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), Numbers{"B00001"});
        query.suspectsOnly = false;
        query.tickets.filter.leaveOutSuspects = true;
        const auto without = asked<DayTicketsQuery>(query);
        QCOMPARE(numbersOf(*without), (Numbers{"A00001", "A00002"}));
        QCOMPARE(without->suspects, std::int64_t(1)); // how many were left out
        query = of(FigureKind::Arrived);
        query.state = TicketState::Waiting;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), Numbers{"A00002"});
        query = of(FigureKind::Arrived);
        query.staff = StaffId{1};
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00001", "B00001"}));
        query.tickets.filter.service = kLoans;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), Numbers{"B00001"});
    }

    /// Who turns the pages of a list while people come sees nobody twice and misses nobody.
    void pagesOfAListAreOfOneMoment()
    {
        for (int i = 0; i < 4; ++i)
            issue(kDeposits);
        DayTicketsQuery query = of(FigureKind::Arrived);
        query.descending = true;
        query.limit = 2;
        QCOMPARE(numbersOf(*asked<DayTicketsQuery>(query)), (Numbers{"A00004", "A00003"}));
        issue(kDeposits);
        query.skip = 2;
        const auto second = asked<DayTicketsQuery>(query);
        QCOMPARE(numbersOf(*second), (Numbers{"A00002", "A00001"}));
        QCOMPARE(second->n, std::int64_t(4));
        // a list that begins is of now, and so are its pages; so are those of other days
        query.skip = 0;
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(5));
        query.skip = 2;
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(5));
        issue(kDeposits);
        query.tickets.filter = {};
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(6));
        query.tickets.filter.fromDay = query.tickets.filter.toDay = kDay;
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(6));
        // and who comes back to a page much later sees it as it is by then
        issue(kDeposits);
        pass(HistoryDesk::kVisitsHeldMs - 1);
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(6));
        pass(1);
        QCOMPARE(asked<DayTicketsQuery>(query)->n, std::int64_t(7));
    }

    void aTransferHasALineForEachService()
    {
        const TicketId ticket = issue(kDeposits);
        QCOMPARE(call(), ticket);
        run(command::StartService{kOne, ticket});
        pass(2 * kMinuteMs);
        run(command::Transfer{kOne, ticket, kLoans, command::TransferPlace::First});
        pass(kMinuteMs);
        QCOMPARE(call(), ticket);
        run(command::StartService{kOne, ticket});
        pass(kMinuteMs);
        run(command::FinishService{kOne, ticket});
        const auto all = asked<DayTicketsQuery>(of(FigureKind::Arrived));
        QCOMPARE(all->n, std::int64_t(1));
        QCOMPARE(all->rows.front().steps.size(), std::size_t(2));
        const auto called = asked<DayTicketsQuery>(of(FigureKind::Called));
        QCOMPARE(called->n, std::int64_t(2));
        QCOMPARE(called->rows[0].stepNo, std::int64_t(1));
        QCOMPARE(called->rows[1].stepNo, std::int64_t(2));
        QCOMPARE(called->rows[1].line()->step.service, kLoans);
    }

    void nobodyElseMayLook()
    {
        RawClient kiosk(m_hub->address(kKiosk));
        kiosk.sayHello();
        QVERIFY(answered(kiosk));
        for (const auto &[method, params] :
             {std::pair{DaysQuery::kMethod, toJson(DaysQuery{})},
              std::pair{DayAtQuery::kMethod, toJson(DayAtQuery{kDay, kMorningMs, false})},
              std::pair{DayTicketsQuery::kMethod, toJson(of(FigureKind::Arrived))}})
            QCOMPARE(codeAfter(kiosk, method, params), std::string("NotAllowed"));
    }

private:
    static DayTicketsQuery of(FigureKind kind)
    {
        DayTicketsQuery query;
        query.tickets.filter.fromDay = kDay;
        query.tickets.filter.toDay = kDay;
        query.tickets.kind = kind;
        return query;
    }
    static Numbers numbersOf(const DayTicketsAnswer &answer)
    {
        Numbers numbers;
        for (const DayTicketRow &row : answer.rows)
            numbers.push_back(row.number);
        return numbers;
    }

    void pass(TimeMs ms) { m_hub->clock.advance(ms); }
    void run(const Command &command)
    {
        const std::string code = codeAfter(*m_client, methodOf(command),
                                           with(paramsOf(command), "test-run-1:" + std::to_string(++m_op)));
        if (!code.empty())
            qFatal("%s is refused: %s", std::string(methodOf(command)).c_str(), code.c_str());
    }
    TicketId issue(ServiceId service)
    {
        run(command::IssueTicket{service});
        return m_hub->hub().host().state().lastTicket();
    }
    TicketId call()
    {
        run(command::CallNext{kOne});
        return m_hub->hub().host().state().counterState(kOne)->ticket;
    }
    const Json *answerTo(std::int64_t id) const
    {
        for (const Json &json : m_client->received) {
            if (json.value("id", Json()) == Json(id))
                return &json;
        }
        return nullptr;
    }
    template <class Query>
    Result<typename Query::Answer> asked(const Query &query)
    {
        m_client->send(Query::kMethod, toJson(query));
        if (!answered(*m_client))
            return Error{ErrorCode::Timeout, "no answer", {}};
        const Json &json = *m_client->answer();
        if (json.contains("error"))
            return Error{ErrorCode::Internal, json.dump(), {}};
        return fromJson<typename Query::Answer>(json["result"], UnknownFields::Refuse);
    }

    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<RawClient> m_client;
    std::int64_t m_op = 0;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
