// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr CounterId kCounter{1};
constexpr ServiceId kDeposits{1};

} // namespace

/// What happens in a branch though nobody asks for it, on a hub.
class TestPassTime : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<HubClient> m_teller;

    void begin()
    {
        m_teller = std::make_unique<HubClient>(m_hub->address(), QStringLiteral("test"), Stream::Staff,
                                               &signedInSecrets());
        m_teller->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_teller->status(), BranchLink::Status::Live, 10000);
    }
    [[nodiscard]] const BranchState &state() const { return m_hub->hub().host().state(); }
    [[nodiscard]] TicketId inHand() const { return state().counterState(kCounter)->ticket; }
    TicketId served()
    {
        const auto issued = ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}});
        if (!issued || !ask(*m_teller, command::CallNext{kCounter})
            || !ask(*m_teller, command::StartService{kCounter, *issued->ticket, {}}))
            return {};
        return *issued->ticket;
    }
    [[nodiscard]] bool isWaiting(TicketId id) const
    {
        const Ticket *ticket = state().ticket(id);
        return ticket && ticket->isQueued();
    }
    void restart(TimeMs later)
    {
        m_teller.reset();
        m_hub->stop();
        m_hub->clock.advance(later);
        m_hub->start();
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_hub->start();
        begin();
        QVERIFY(ask(*m_teller, command::DefineBranch{smallBranch()}).isOk());
        QVERIFY(ask(*m_teller, command::OpenDay{kDay}).isOk());
        QVERIFY(ask(*m_teller, command::SignOn{kCounter, StaffId{1}, {}}).isOk());
    }
    void cleanup()
    {
        m_teller.reset();
        const QString directory = m_hub->directory();
        m_hub->stop();
        const auto report = verifyDatabase(directory);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        m_hub.reset();
    }

    void whatIsParkedComesBackByItself()
    {
        const TicketId ticket = served();
        QVERIFY(ticket.isSet());
        QVERIFY(ask(*m_teller, command::Park{kCounter, ticket, ParkReason::FillsForm, 10 * kMinuteMs}).isOk());
        const auto other = ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}});
        QVERIFY(other.isOk());
        QVERIFY(!isWaiting(ticket));
        std::vector<JournalEntry> entries;
        connect(&m_hub->hub().host(), &BranchHost::published, this, [&](const std::vector<PublishedEvent> &events) {
            for (const PublishedEvent &event : events)
                entries.push_back(event.entry);
        });
        m_hub->clock.advance(10 * kMinuteMs);
        QTRY_VERIFY(isWaiting(ticket));
        // the hub's own doing, at its time, and everybody hears of it
        QCOMPARE(entries.size(), 1U);
        QVERIFY(std::holds_alternative<event::TicketDue>(entries.front().event));
        QCOMPARE(entries.front().actor, StaffId{});
        QVERIFY(entries.front().operation.empty() && entries.front().device.empty());
        QTRY_VERIFY(m_teller->branch().image() == state().image());
        // and before who came later
        const auto called = ask(*m_teller, command::CallNext{kCounter});
        QVERIFY(called.isOk());
        QCOMPARE(called->ticket, std::optional(ticket));
    }

    void aDelayedTransferTakesEffectAtItsTime()
    {
        const TicketId ticket = served();
        command::Transfer transfer{kCounter,      ticket, ServiceId{2}, TransferPlace::Last, {}, {}, {},
                                   5 * kMinuteMs, {}};
        QVERIFY(ask(*m_teller, transfer).isOk());
        QVERIFY(!isWaiting(ticket));
        QCOMPARE(ask(*m_teller, command::CallNext{kCounter}).error().code, ErrorCode::NobodyWaiting);
        m_hub->clock.advance(5 * kMinuteMs - 1);
        QVERIFY(ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}}).isOk()); // time was looked at
        QVERIFY(!isWaiting(ticket));
        m_hub->clock.advance(1);
        QTRY_VERIFY(isWaiting(ticket));
        QCOMPARE(state().ticket(ticket)->step.service, ServiceId{2});
    }

    void aStoredNextIsCalledBeforeTheTicketIsAnswered()
    {
        QVERIFY(ask(*m_teller, command::CallNext{kCounter, true}).isOk());
        QVERIFY(state().counterState(kCounter)->nextStoredMs.has_value());
        const auto issued = ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}});
        QVERIFY(issued.isOk());
        QCOMPARE(issued->number, std::optional<std::string>("A00001"));
        QCOMPARE(issued->ahead, std::optional<std::int64_t>(0));
        // nothing moved the clock or asked for anything more
        QTRY_COMPARE(inHand(), *issued->ticket);
        QVERIFY(!state().counterState(kCounter)->nextStoredMs.has_value());
        QCOMPARE(state().ticket(*issued->ticket)->step.calledMs, std::optional(m_hub->clock.nowMs()));
        // a stored next that was taken back calls nobody
        QVERIFY(ask(*m_teller, command::StartService{kCounter, *issued->ticket, {}}).isOk());
        QVERIFY(ask(*m_teller, command::FinishService{kCounter, *issued->ticket, {}, {}}).isOk());
        QVERIFY(ask(*m_teller, command::CallNext{kCounter, true}).isOk());
        QVERIFY(ask(*m_teller, command::ForgetNext{kCounter}).isOk());
        const auto second = ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}});
        QVERIFY(second.isOk());
        m_hub->clock.advance(kMinuteMs);
        QVERIFY(ask(*m_teller, command::TakeBreak{kCounter, BreakReason::Rest}).isOk());
        QVERIFY(isWaiting(*second->ticket));
    }

    void whatCameDueWhileNoHubRanIsDoneAtTheStart()
    {
        const TicketId ticket = served();
        QVERIFY(ask(*m_teller, command::Park{kCounter, ticket, ParkReason::Payment, 3 * kMinuteMs}).isOk());
        restart(20 * kMinuteMs);
        QTRY_VERIFY(isWaiting(ticket));
        QCOMPARE(state().ticket(ticket)->sinceMs, m_hub->clock.nowMs()); // stamped when it was done
        restart(kMinuteMs); // once
        QVERIFY(isWaiting(ticket));
        QCOMPARE(state().ticket(ticket)->sinceMs, m_hub->clock.nowMs() - kMinuteMs);
    }

    void aRestartBeforeTheTimeForgetsNothing()
    {
        const TicketId ticket = served();
        QVERIFY(ask(*m_teller, command::Park{kCounter, ticket, ParkReason::Payment, 30 * kMinuteMs}).isOk());
        restart(10 * kMinuteMs);
        begin();
        QVERIFY(ask(*m_teller, command::IssueTicket{kDeposits, {}, {}, {}, {}}).isOk());
        QVERIFY(!isWaiting(ticket));
        m_hub->clock.advance(20 * kMinuteMs);
        QTRY_VERIFY(isWaiting(ticket));
    }

    void aPlayedDayRunsAtItsOwnRate()
    {
        const TicketId ticket = served();
        QVERIFY(ask(*m_teller, command::Park{kCounter, ticket, ParkReason::Payment, 30 * kMinuteMs}).isOk());
        PlayClock clock(m_hub->clock.nowMs());
        m_teller.reset();
        m_hub->stop();
        auto store = Store::open(m_hub->directory());
        QVERIFY(store.isOk());
        {
            Hub hub(**store, std::move(*(*store)->recover()), clock, &clock, m_hub->config);
            QVERIFY(hub.listen(m_hub->directory()).isOk());
            const auto isBack = [&] {
                const Ticket *its = hub.host().state().ticket(ticket);
                return its && its->isQueued();
            };
            // a clock that stands still brings nothing
            QVERIFY(!QTest::qWaitFor(isBack, 50));
            RawClient boss(m_hub->address());
            QVERIFY(signedIn(boss));
            QCOMPARE(codeAfter(boss, "setClock", {{"timeMs", clock.nowMs()}, {"rate", 3600.0}}), "");
            QTRY_VERIFY(isBack()); // half an hour in half a second
        }
        store->reset();
    }

    void manyAtOnceComeBackInTheOrderOfTheirTimes()
    {
        std::vector<TicketId> parked;
        for (int i = 0; i < 30; ++i) {
            parked.push_back(served());
            QVERIFY(ask(*m_teller, command::Park{kCounter, parked.back(), ParkReason::Other, (40 - i) * kMinuteMs})
                        .isOk());
        }
        m_hub->clock.advance(kHourMs);
        QTRY_VERIFY(state().parked().empty());
        // each goes before who came back earlier; the longest due came first
        const auto &queue = state().waiting(kDeposits);
        QCOMPARE(queue.size(), parked.size());
        QVERIFY(m_hub->hub().host().groupsCommitted() > 0);
    }
};

QTEST_GUILESS_MAIN(TestPassTime)
#include "tst_passtime.moc"
