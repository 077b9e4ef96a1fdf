// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/cover.h"
#include "app/supervisor/daypage.h"
#include "app/supervisor/floorfigures.h"
#include "app/supervisor/supervisordesk.h"
#include "ui/session/demobranch.h"
#include "ui/session/fixedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace tiepdon;

namespace {

constexpr ProfileId kCash{1}; ///< serves 5, 1, 2
constexpr ProfileId kAccounts{2}; ///< serves 3, 2
constexpr ProfileId kLoans{3}; ///< serves 4, 3

FixedAccount account(StaffId staff, const char *name, std::vector<Role> roles)
{
    FixedAccount made;
    made.staff = staff;
    made.account = QString::fromLatin1(name);
    made.name = made.account;
    made.password = demoPassword();
    made.roles = std::move(roles);
    return made;
}

} // namespace

/// What a supervisor can do and take back, on a branch the engine really decides.
class TestSupervisorDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_link->setAccounts({account(StaffId{1'000'001}, "hung", {Role::Supervisor}),
                             account(StaffId{1'000'002}, "mai", {Role::Supervisor, Role::Teller}),
                             account(StaffId{3}, "ha", {Role::Teller})});
        m_link->enter(QStringLiteral("hung"));
        m_desk = std::make_unique<SupervisorDesk>(*m_link);
    }
    void cleanup()
    {
        m_desk.reset();
        m_link.reset();
    }

    // ---- what a change would do ----

    void aMoveSaysWhoWouldBeServedByHowMany()
    {
        // counters 1, 2 cash; 4, 5 accounts; 6 loans; 3 closed
        const auto change = coverChange(branch(), CounterId{4}, kCash);
        const std::vector<ServiceCover> expected{{ServiceId{1}, 2, 3, waiting(1)},
                                                 {ServiceId{3}, 3, 2, waiting(3)},
                                                 {ServiceId{5}, 2, 3, waiting(5)}}; // 2 is served by both profiles
        QVERIFY(change == expected);
        QVERIFY(lostBy(change).empty());
        const auto lost = lostBy(coverChange(branch(), CounterId{6}, kCash));
        QCOMPARE(lost.size(), 1U);
        QCOMPARE(lost.front(), ServiceId{4});
    }

    void openingAndClosingChangeTheCoverToo()
    {
        const auto opened = coverChange(branch(), CounterId{3}, kLoans);
        QCOMPARE(opened.size(), 2U);
        QCOMPARE(opened[1].service, ServiceId{4});
        QCOMPARE(opened[1].before, 1);
        QCOMPARE(opened[1].after, 2);
        const auto closed = coverChange(branch(), CounterId{6}, {});
        QCOMPARE(lostBy(closed).size(), 1U);
        QVERIFY(coverChange(branch(), CounterId{4}, kAccounts).empty());
    }

    void aBreakLeavesAServiceToThoseAtWork()
    {
        freeCounter(6);
        run(command::TakeBreak{CounterId{6}, BreakReason::Meal});
        QCOMPARE(countersServing(branch(), ServiceId{4}, Counting::Open), 1);
        QCOMPARE(countersServing(branch(), ServiceId{4}, Counting::AtWork), 0);
        const FloorFigures figures = floorFigures(branch(), m_link->hubNowMs());
        QCOMPARE(figures.open, 5);
        QCOMPARE(figures.onBreak, 1);
        QCOMPARE(figures.served, 4);
        QCOMPARE(figures.unserved.size(), 1U);
        QCOMPARE(figures.unserved.front(), ServiceId{4});
    }

    // ---- figures ----

    void theFiveFiguresCountWhatIsThere()
    {
        const TimeMs now = m_link->hubNowMs();
        const FloorFigures figures = floorFigures(branch(), now);
        QCOMPARE(figures.counters, 6);
        QCOMPARE(figures.open, 5);
        QCOMPARE(figures.onBreak, 0);
        QCOMPARE(figures.services, 5);
        QCOMPARE(figures.served, 5);
        std::int64_t inQueues = 0;
        TimeMs longest = 0;
        std::vector<TimeMs> waits;
        for (const auto &[id, ticket] : branch().tickets()) {
            if (ticket.state != TicketState::Waiting)
                continue;
            ++inQueues;
            waits.push_back(now - ticket.place.ms);
            longest = std::max(longest, waits.back());
        }
        std::sort(waits.begin(), waits.end());
        QCOMPARE(figures.waiting, inQueues);
        QCOMPARE(figures.longestMs, longest);
        QCOMPARE(*figures.medianMs, waits[(waits.size() - 1) / 2]);
        QCOMPARE(figures.serving, 3);
        QCOMPARE(figures.called, 2);
        QCOMPARE(figures.finished, 16); // twelve at counter 1, four at 4 and 6
        QCOMPARE(figures.transactionMs, 12 * 110 * kSecondMs + 4 * 120 * kSecondMs);
    }

    void nobodyWaitingHasNoMedian()
    {
        FixedLink link(demoMorningMs());
        QVERIFY(link.run(command::DefineBranch{demoSetup()}).isOk());
        const FloorFigures figures = floorFigures(link.branch(), link.hubNowMs());
        QVERIFY(!figures.medianMs);
        QCOMPARE(figures.finished, 0);
        QCOMPARE(figures.served, 0);
        QVERIFY(figures.unserved.empty()); // nobody serves, and nobody waits
    }

    void whoIsPutFirstHasWaitedNoLongerForThat()
    {
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        const QueueNow before = queueNow(branch(), ServiceId{1}, m_link->hubNowMs());
        run(command::RaiseTicket{last, HandReason::NeedsHelp});
        QVERIFY(branch().ticket(last)->place.ms < branch().ticket(last)->raisedFrom->ms);
        QCOMPARE(queueNow(branch(), ServiceId{1}, m_link->hubNowMs()), before);
        QCOMPARE(branch().ticket(last)->ownPlace().ms, branch().ticket(last)->raisedFrom->ms);
    }

    void theWorstWaitIsTheOneThatUsedUpMostOfItsOwnPromise()
    {
        const TicketId first = branch().waiting(ServiceId{1}).begin()->ticket;
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        m_link->advance(15 * kMinuteMs);
        const TimeMs now = m_link->hubNowMs();
        QueueNow queue = queueNow(branch(), ServiceId{1}, now);
        QCOMPARE(queue.longestMs, now - branch().ticket(first)->place.ms);
        QCOMPARE(queue.promiseMs, 10 * kMinuteMs);
        run(command::SetSegment{last, {}, PriorityReasonId{1}});
        queue = queueNow(branch(), ServiceId{1}, now);
        QCOMPARE(queue.longestMs, now - branch().ticket(last)->place.ms);
        QCOMPARE(queue.promiseMs, 5 * kMinuteMs);
    }

    void whoIsPutAsideOrComesLaterDoesNotWait()
    {
        const FloorFigures before = floorFigures(branch(), m_link->hubNowMs());
        const TicketId served = branch().counterState(CounterId{6})->ticket;
        run(command::Park{CounterId{6}, served, ParkReason::FillsForm, 0});
        const TicketId later = branch().waiting(ServiceId{1}).begin()->ticket;
        command::Transfer delayed{{}, later, ServiceId{2}};
        delayed.delayMs = kMinuteMs;
        run(delayed);
        const FloorFigures after = floorFigures(branch(), m_link->hubNowMs());
        QCOMPARE(after.parked, 1);
        QCOMPARE(after.serving, before.serving - 1);
        QCOMPARE(after.waiting, before.waiting - 1);
        // of what can be done with them
        QVERIFY(m_desk->canCancel(served) && m_desk->canSetSegment(served));
        QVERIFY(!m_desk->canTransfer(served) && !m_desk->canRaise(served));
        QVERIFY(m_desk->canCancel(later) && m_desk->canTransfer(later) && !m_desk->canRaise(later));
        QCOMPARE(act(command::CancelTicket{served, HandReason::Left}), std::nullopt);
        QCOMPARE(branch().totals().abandoned, 1);
        run(command::WrapUp{CounterId{1}, branch().counterState(CounterId{1})->ticket});
        QVERIFY(!m_desk->canTransfer(branch().counterState(CounterId{1})->ticket));
    }

    void whoIsFirstOfASegmentCanBePutFirstOfTheService()
    {
        const TicketId first = branch().waiting(ServiceId{1}).begin()->ticket;
        QVERIFY(!m_desk->canRaise(first)); // it is the next already
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        run(command::SetSegment{last, {}, PriorityReasonId{1}});
        QVERIFY(m_desk->canRaise(first)); // the other may go before it by the rule
        QCOMPARE(act(command::RaiseTicket{first, HandReason::NeedsHelp}), std::nullopt);
        QVERIFY(branch().ticket(first)->raisedFrom.has_value());
        QVERIFY(!m_desk->canRaise(first));
    }

    // ---- who may ----

    void onlyASupervisorMay()
    {
        QVERIFY(m_desk->mayWork());
        QVERIFY(m_desk->canAct());
        m_link->signOut();
        QVERIFY(!m_desk->mayWork());
        m_link->enter(QStringLiteral("ha"));
        QVERIFY(!m_desk->mayWork());
        QVERIFY(!m_desk->canAct());
    }

    void lockedOrAwayNothingCanBeDone()
    {
        m_link->lock();
        QVERIFY(!m_desk->canAct());
        m_link->enter(QStringLiteral("hung"));
        QVERIFY(m_desk->canAct());
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(!m_desk->canAct());
        QCOMPARE(act(command::AssignProfile{CounterId{4}, kCash, kAccounts}), std::optional(ErrorCode::Offline));
        QVERIFY(m_desk->moves().empty());
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(m_desk->canAct());
    }

    void oneThingAtATime()
    {
        m_link->hold();
        m_desk->act(command::SignOff{CounterId{6}});
        QVERIFY(m_desk->isConfirming());
        QVERIFY(!m_desk->canAct());
        m_desk->act(command::SignOff{CounterId{4}});
        QCOMPARE(m_link->sent().size(), 1U);
        m_link->release();
        QVERIFY(!m_desk->isConfirming());
    }

    void freeStaffAreThoseAtNoCounter()
    {
        QCOMPARE(m_desk->freeStaff(), (std::vector<StaffId>{StaffId{7}, StaffId{3}})); // by name
        run(command::SignOn{CounterId{3}, StaffId{7}, {}});
        QCOMPARE(m_desk->freeStaff(), std::vector<StaffId>{StaffId{3}});
    }

    // ---- taking back ----

    void whomATicketIsKeptForGoesBack()
    {
        const TicketId ticket = branch().waiting(ServiceId{1}).rbegin()->ticket;
        command::Transfer first{{}, ticket, ServiceId{1}};
        first.toCounter = CounterId{2};
        run(first);
        command::Transfer second{{}, ticket, ServiceId{2}};
        second.toStaff = StaffId{4};
        second.from = ServiceId{1};
        QCOMPARE(act(second), std::nullopt);
        QVERIFY(moveText(branch(), m_desk->moves().back()).contains(QStringLiteral("Lê Quốc Bảo")));
        QCOMPARE(takeBack(m_desk->moves().back().id), std::nullopt);
        QCOMPARE(branch().ticket(ticket)->step.service, ServiceId{1});
        QCOMPARE(branch().ticket(ticket)->forCounter, CounterId{2});
        QCOMPARE(branch().ticket(ticket)->forStaff, StaffId{});
    }

    void whoWasToComeLaterIsNotSentBackIntoTheQueue()
    {
        const TicketId ticket = branch().waiting(ServiceId{1}).rbegin()->ticket;
        command::Transfer later{{}, ticket, ServiceId{2}};
        later.delayMs = 10 * kMinuteMs;
        run(later);
        command::Transfer now{{}, ticket, ServiceId{3}};
        QCOMPARE(act(now), std::nullopt);
        const Move &move = m_desk->moves().back();
        QVERIFY(!move.back);
        QVERIFY(!whyNotBack(branch(), move).isEmpty());
    }

    void whoSomebodyIsGoesBack()
    {
        const TicketId ticket = branch().waiting(ServiceId{1}).rbegin()->ticket;
        run(command::SetSegment{ticket, {}, PriorityReasonId{5}});
        QCOMPARE(act(command::SetSegment{ticket, {}, PriorityReasonId{1}}), std::nullopt);
        QCOMPARE(takeBack(m_desk->moves().back().id), std::nullopt);
        QCOMPARE(branch().ticket(ticket)->segment, SegmentId{2});
        QCOMPARE(branch().ticket(ticket)->priorityReason, PriorityReasonId{5});
    }

    void whatWasDoneGoesBack_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("a move of a counter") << 0;
        QTest::newRow("an opened counter") << 1;
        QTest::newRow("a closed counter") << 2;
        QTest::newRow("a break") << 3;
        QTest::newRow("the end of a break") << 4;
        QTest::newRow("a ticket put first") << 5;
        QTest::newRow("a cancelled ticket") << 6;
        QTest::newRow("a transfer by time waited") << 7;
        QTest::newRow("a transfer to the head of a queue") << 8;
    }
    void whatWasDoneGoesBack()
    {
        QFETCH(int, which);
        freeCounter(5);
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        if (which == 4)
            run(command::TakeBreak{CounterId{5}, BreakReason::Meeting});
        const Command commands[]
            = {command::AssignProfile{CounterId{4}, kCash, kAccounts},
               command::SignOn{CounterId{3}, StaffId{7}, kLoans},
               command::SignOff{CounterId{5}},
               command::TakeBreak{CounterId{5}, BreakReason::Meal},
               command::EndBreak{CounterId{5}},
               command::RaiseTicket{last, HandReason::NeedsHelp},
               command::CancelTicket{last, HandReason::Left},
               command::Transfer{
                   {}, last, ServiceId{3}, command::TransferPlace::ByTimeWaited, HandReason::WrongService},
               command::Transfer{{}, last, ServiceId{3}, command::TransferPlace::First, HandReason::NeedsHelp}};
        const auto floorBefore = floor();
        const auto queueBefore = branch().waiting(ServiceId{1});
        QVERIFY(!act(commands[which]));
        QVERIFY(floor() != floorBefore || branch().waiting(ServiceId{1}) != queueBefore);
        QCOMPARE(m_desk->moves().size(), 1U);
        const Move &move = m_desk->moves().back();
        QVERIFY(!moveText(branch(), move).isEmpty());
        QVERIFY2(whyNotBack(branch(), move).isEmpty(), qPrintable(whyNotBack(branch(), move)));
        QVERIFY(!takeBack(move.id));
        QCOMPARE(floor(), floorBefore);
        QVERIFY(branch().waiting(ServiceId{1}) == queueBefore);
        QVERIFY(m_desk->newest() == nullptr);
        QVERIFY(!whyNotBack(branch(), m_desk->moves().back()).isEmpty()); // once
    }

    void whatCannotGoBackSaysWhy_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("somebody gave the counter another profile since") << 0;
        QTest::newRow("the counter closed since") << 1;
        QTest::newRow("the opened counter has a ticket") << 2;
        QTest::newRow("somebody else is at the closed counter") << 3;
        QTest::newRow("who was there is at another counter") << 4;
        QTest::newRow("the break is over") << 5;
        QTest::newRow("the ticket was called since") << 6;
        QTest::newRow("the cancelled ticket was restored") << 7;
        QTest::newRow("the ticket was sent on") << 8;
        QTest::newRow("a restored ticket") << 9;
        QTest::newRow("a ticket taken out of a counter's hands") << 10;
        QTest::newRow("a closed day") << 11;
        QTest::newRow("a ticket put back to its place") << 12;
        QTest::newRow("a ticket sent to the end of a queue") << 13;
        QTest::newRow("the counter is on another break since") << 14;
        QTest::newRow("it was on an earlier day") << 15;
    }
    void whatCannotGoBackSaysWhy()
    {
        QFETCH(int, which);
        freeCounter(5);
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        const auto done = [&](const Command &command) { QVERIFY(!act(command)); };
        switch (which) {
        case 0:
            done(command::AssignProfile{CounterId{4}, kCash, kAccounts});
            run(command::AssignProfile{CounterId{4}, kLoans});
            break;
        case 1:
            done(command::AssignProfile{CounterId{5}, kCash, kAccounts});
            run(command::SignOff{CounterId{5}});
            break;
        case 2:
            done(command::SignOn{CounterId{3}, StaffId{7}, kCash});
            run(command::CallNext{CounterId{3}});
            break;
        case 3:
            done(command::SignOff{CounterId{5}});
            run(command::SignOn{CounterId{5}, StaffId{7}, {}});
            break;
        case 4:
            done(command::SignOff{CounterId{5}});
            run(command::SignOn{CounterId{3}, StaffId{5}, {}});
            break;
        case 5:
            done(command::TakeBreak{CounterId{5}, BreakReason::Meal});
            run(command::EndBreak{CounterId{5}});
            break;
        case 6:
            done(command::RaiseTicket{last, HandReason::NeedsHelp});
            run(command::CallTicket{CounterId{5}, last});
            break;
        case 7:
            done(command::CancelTicket{last, HandReason::Left});
            run(command::RestoreTicket{last, HandReason::CameBack});
            break;
        case 8:
            done(command::Transfer{{}, last, ServiceId{3}, command::TransferPlace::ByTimeWaited, {}});
            run(command::Transfer{{}, last, ServiceId{4}, command::TransferPlace::ByTimeWaited, {}});
            break;
        case 9:
            run(command::CancelTicket{last, HandReason::Left});
            done(command::RestoreTicket{last, HandReason::CameBack});
            break;
        case 10:
            done(command::Transfer{CounterId{4}, branch().counterState(CounterId{4})->ticket, ServiceId{1},
                                   command::TransferPlace::ByTimeWaited, HandReason::WrongService});
            break;
        case 11:
            done(command::CloseDay{true});
            break;
        case 12:
            run(command::RaiseTicket{last, HandReason::NeedsHelp});
            done(command::LowerTicket{last});
            break;
        case 13:
            done(command::Transfer{{}, last, ServiceId{3}, command::TransferPlace::Last, HandReason::WrongService});
            break;
        case 14:
            done(command::TakeBreak{CounterId{5}, BreakReason::Meal});
            run(command::EndBreak{CounterId{5}});
            m_link->advance(kMinuteMs);
            run(command::TakeBreak{CounterId{5}, BreakReason::Meal}); // by who works there
            break;
        case 15:
            done(command::SignOff{CounterId{5}});
            run(command::CloseDay{true});
            run(command::OpenDay{"2026-03-03"});
            break;
        default:
            break;
        }
        const Move &move = m_desk->moves().back();
        QVERIFY(!moveText(branch(), move).isEmpty());
        QVERIFY(!whyNotBack(branch(), move).isEmpty());
        const std::size_t sent = m_link->sent().size() + m_link->moved().size();
        m_desk->takeBack(move.id, true);
        QCOMPARE(m_link->sent().size() + m_link->moved().size(), sent);
    }

    void whoWasPutFirstGoesBackAlsoAfterACancelling()
    {
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        const auto before = branch().waiting(ServiceId{1});
        QVERIFY(!act(command::RaiseTicket{last, HandReason::NeedsHelp}));
        const int raised = m_desk->moves().back().id;
        QVERIFY(!act(command::CancelTicket{last, HandReason::Left}));
        QVERIFY(!takeBack(m_desk->moves().back().id));
        QCOMPARE(branch().waiting(ServiceId{1}).begin()->ticket, last);
        QCOMPARE(whyNotBack(branch(), *m_desk->move(raised)), QString());
        QVERIFY(!takeBack(raised));
        QVERIFY(branch().waiting(ServiceId{1}) == before);
    }

    void aMoveBackIsRefusedWhenSomebodyWasQuicker()
    {
        QVERIFY(!act(command::AssignProfile{CounterId{4}, kCash, kAccounts}));
        std::optional<ErrorCode> code;
        m_link->hold();
        m_desk->takeBack(m_desk->moves().back().id, false, [&](const Result<CommandReply> &reply) {
            if (!reply)
                code = reply.error().code;
        });
        run(command::AssignProfile{CounterId{4}, kLoans}); // another supervisor, not seen here before it was sent
        m_link->release();
        QCOMPARE(code, std::optional(ErrorCode::CounterChanged));
        QCOMPARE(branch().counterState(CounterId{4})->profile, kLoans);
        QVERIFY(!m_desk->moves().back().isTakenBack);
    }

    void aMoveBackThatLeavesAServiceAloneWantsAYes()
    {
        // loans: 6 alone; 4 takes them over, then 6 goes: taking 4 back would leave nobody
        QVERIFY(!act(command::AssignProfile{CounterId{4}, kLoans, kAccounts}));
        const int move = m_desk->moves().back().id;
        run(command::AssignProfile{CounterId{6}, kCash});
        QCOMPARE(takeBack(move), std::optional(ErrorCode::ServiceUnserved));
        QCOMPARE(branch().counterState(CounterId{4})->profile, kLoans);
        QVERIFY(!takeBack(move, true));
        QCOMPARE(branch().counterState(CounterId{4})->profile, kAccounts);
    }

    void theSecondOfTwoIsRefusedAndNothingIsRemembered()
    {
        run(command::AssignProfile{CounterId{4}, kLoans});
        QCOMPARE(act(command::AssignProfile{CounterId{4}, kCash, kAccounts}),
                 std::optional(ErrorCode::CounterChanged));
        QVERIFY(m_desk->moves().empty());
    }

    void movesAreBoundedAndOfOnePerson()
    {
        for (int i = 0; i < 40; ++i) {
            const ProfileId now = branch().counterState(CounterId{4})->profile;
            QVERIFY(!act(command::AssignProfile{CounterId{4}, now == kCash ? kAccounts : kCash, now}));
        }
        QCOMPARE(m_desk->moves().size(), SupervisorDesk::kMovesMax);
        QVERIFY(m_desk->move(1) == nullptr);
        m_link->lock();
        m_link->enter(QStringLiteral("hung"));
        QCOMPARE(m_desk->moves().size(), SupervisorDesk::kMovesMax);
        m_link->signOut();
        m_link->enter(QStringLiteral("mai"));
        QVERIFY(m_desk->moves().empty());
    }

    // ---- tickets ----

    void whatCanBeDoneWithATicket()
    {
        const TicketId first = branch().waiting(ServiceId{1}).begin()->ticket;
        const TicketId last = branch().waiting(ServiceId{1}).rbegin()->ticket;
        const TicketId served = branch().counterState(CounterId{4})->ticket;
        QVERIFY(!m_desk->canRaise(first));
        QVERIFY(m_desk->canRaise(last));
        QVERIFY(!m_desk->canRaise(served));
        QVERIFY(m_desk->canCancel(last));
        QVERIFY(!m_desk->canCancel(served));
        QVERIFY(m_desk->canTransfer(last));
        QVERIFY(m_desk->canTransfer(served));
        QVERIFY(!m_desk->canLower(last));
        QVERIFY(!m_desk->canRestore(last));
        run(command::RaiseTicket{last, HandReason::NeedsHelp});
        QVERIFY(m_desk->canLower(last));
        run(command::CancelTicket{last, HandReason::Left});
        QVERIFY(m_desk->canRestore(last));
        QVERIFY(!m_desk->canTransfer(last));
    }

    // ---- the day ----

    void todayIsProposedByTheHubsClock()
    {
        QCOMPARE(m_desk->proposedDay(), std::string("2026-03-02"));
        m_link->advance(13 * kHourMs + 18 * kMinuteMs); // 23:59 at the branch
        QCOMPARE(m_desk->proposedDay(), std::string("2026-03-02"));
        m_link->advance(kMinuteMs);
        QCOMPARE(m_desk->proposedDay(), std::string("2026-03-03"));
    }

    void aDayIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("day");
        QTest::newRow("day, month, year") << QStringLiteral("02/03/2026") << QStringLiteral("2026-03-02");
        QTest::newRow("without zeros, with dots") << QStringLiteral(" 2.3.2026 ") << QStringLiteral("2026-03-02");
        QTest::newRow("year first") << QStringLiteral("2026-12-31") << QStringLiteral("2026-12-31");
        QTest::newRow("no such day") << QStringLiteral("31/02/2026") << QString();
        QTest::newRow("month past twelve") << QStringLiteral("01/13/2026") << QString();
        QTest::newRow("two digits of a year") << QStringLiteral("02/03/26") << QString();
        QTest::newRow("words") << QStringLiteral("hôm nay") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aDayIsReadAsItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, day);
        QCOMPARE(QString::fromStdString(dayTyped(typed)), day);
    }

private:
    [[nodiscard]] const BranchState &branch() const { return m_link->branch(); }
    [[nodiscard]] std::int64_t waiting(std::int64_t service) const
    {
        return static_cast<std::int64_t>(branch().waiting(ServiceId{service}).size());
    }
    /// Who is where with which profile, on a break or not; times left out.
    [[nodiscard]] QStringList floor() const
    {
        QStringList all;
        for (const auto &[id, state] : branch().counterStates())
            all << QStringLiteral("%1:%2:%3:%4")
                       .arg(id.value)
                       .arg(state.staff.value)
                       .arg(state.isOpen() ? state.profile.value : 0)
                       .arg(state.onBreak ? static_cast<int>(state.onBreak->reason) : -1);
        return all;
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    /// As another program does it: nobody at the counter any more.
    void freeCounter(std::int64_t id)
    {
        const CounterId counter{id};
        const TicketId ticket = branch().counterState(counter)->ticket;
        if (branch().ticket(ticket)->state == TicketState::Called)
            run(command::StartService{counter, ticket});
        run(command::FinishService{counter, ticket});
    }
    /// The code it was refused with; nothing when it was done.
    std::optional<ErrorCode> act(const Command &command)
    {
        return answered([&](SupervisorDesk::Done done) {
            if (const auto moves = movesOf(command); !moves.empty())
                m_desk->moveCounters(moves, {}, std::move(done));
            else
                m_desk->act(command, std::move(done));
        });
    }
    /// What a command would do to a counter, as a move of it; none for a command about a ticket or the day.
    std::vector<CounterMove> movesOf(const Command &command) const
    {
        const auto moved = [this](CounterId counter, auto &&change) {
            const CounterStanding seen = standingOf(*branch().counterState(counter));
            CounterMove move{counter, seen, seen};
            change(move);
            return std::vector<CounterMove>{move};
        };
        if (const auto *c = std::get_if<command::AssignProfile>(&command))
            return moved(c->counter, [&](CounterMove &move) {
                move.seen.profile = c->from.value_or(move.seen.profile);
                move.to.profile = c->profile;
            });
        if (const auto *c = std::get_if<command::SignOn>(&command))
            return moved(c->counter, [&](CounterMove &move) { move.to = {c->staff, c->profile, {}}; });
        if (const auto *c = std::get_if<command::SignOff>(&command))
            return moved(c->counter, [&](CounterMove &move) { move.to = {}; });
        if (const auto *c = std::get_if<command::TakeBreak>(&command))
            return moved(c->counter, [&](CounterMove &move) { move.to.onBreak = c->reason; });
        if (const auto *c = std::get_if<command::EndBreak>(&command))
            return moved(c->counter, [&](CounterMove &move) { move.to.onBreak.reset(); });
        return {};
    }
    std::optional<ErrorCode> takeBack(int move, bool leaveUnserved = false)
    {
        return answered([&](SupervisorDesk::Done done) { m_desk->takeBack(move, leaveUnserved, std::move(done)); });
    }
    template <class Ask>
    std::optional<ErrorCode> answered(Ask &&ask)
    {
        bool isAnswered = false;
        std::optional<ErrorCode> code;
        ask([&](const Result<CommandReply> &reply) {
            isAnswered = true;
            if (!reply)
                code = reply.error().code;
        });
        if (!QTest::qWaitFor([&] { return isAnswered; }))
            return ErrorCode::Timeout;
        return code;
    }

    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<SupervisorDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestSupervisorDesk)
#include "tst_supervisordesk.moc"
