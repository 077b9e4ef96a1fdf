// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketsmodel.h"
#include "ui/session/demobranch.h"
#include "ui/session/fixedlink.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tiepdon;

/// Tickets as rows that follow the branch one by one.
class TestTicketsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        run(command::DefineBranch{demoSetup()});
        run(command::OpenDay{"2026-03-02"});
        run(command::SignOn{CounterId{1}, StaffId{1}, {}});
        m_model = std::make_unique<TicketsModel>(*m_link);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_link.reset();
    }

    void aTicketComesAndGoesAsOneRow()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const TicketId ticket = issue(1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(state(0), TicketState::Waiting);
        run(command::CallNext{CounterId{1}});
        QCOMPARE(state(0), TicketState::Called);
        QCOMPARE(m_model->index(0, TicketsModel::WhereColumn).data().toString(), QStringLiteral("Counter 1"));
        run(command::StartService{CounterId{1}, ticket});
        QCOMPARE(changed.count(), 2);
        run(command::FinishService{CounterId{1}, ticket});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void aCancelledTicketStaysAndComesBackInItsRow()
    {
        const TicketId first = issue(1);
        issue(1);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        run(command::CancelTicket{first, HandReason::Duplicate});
        QCOMPARE(state(0), TicketState::Cancelled);
        run(command::RestoreTicket{first, HandReason::CameBack});
        QCOMPARE(state(0), TicketState::Waiting);
        QCOMPARE(inserted.count() + removed.count(), 0);
    }

    void whoLeftIsShownAsSuchAndComesBack()
    {
        const TicketId first = issue(1);
        run(command::CancelTicket{first, HandReason::Left});
        QCOMPARE(state(0), TicketState::Abandoned);
        QVERIFY(cell(0, TicketsModel::StateColumn).startsWith(QStringLiteral("Left at ")));
        run(command::RestoreTicket{first, HandReason::CameBack});
        QCOMPARE(state(0), TicketState::Waiting);
    }

    void whoPeopleAreIsSaidWithTheirOwnPromise()
    {
        issue(1);
        command::IssueTicket early{ServiceId{1}};
        early.priorityReason = PriorityReasonId{1};
        run(early);
        QCOMPARE(cell(0, TicketsModel::SegmentColumn), QString());
        QCOMPARE(cell(1, TicketsModel::SegmentColumn), QStringLiteral("Priority"));
        QCOMPARE(cell(1, TicketsModel::WaitedColumn), QStringLiteral("0 of 5 min"));
        m_link->advance(4 * kMinuteMs);
        QCOMPARE(tone(0), static_cast<int>(Tone::Good)); // 4 of 10
        QCOMPARE(tone(1), static_cast<int>(Tone::Warn)); // 4 of 5
        const auto heard = [this](int row, int column) {
            return m_model->index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(heard(1, TicketsModel::NumberColumn).contains(QStringLiteral("Priority")));
        QCOMPARE(heard(0, TicketsModel::SegmentColumn), QStringLiteral("Ordinary"));
    }

    void whatIsPutAsideOrComesLaterSaysUntilWhen()
    {
        const TicketId aside = issue(1);
        run(command::CallNext{CounterId{1}});
        run(command::StartService{CounterId{1}, aside});
        run(command::Park{CounterId{1}, aside, ParkReason::Payment, 15 * kMinuteMs});
        QCOMPARE(cell(0, TicketsModel::StateColumn), QStringLiteral("Put aside"));
        QCOMPARE(cell(0, TicketsModel::WhereColumn), QStringLiteral("back 08:05 · Pays elsewhere"));
        command::Transfer later{{}, issue(1), ServiceId{2}};
        later.delayMs = 20 * kMinuteMs;
        run(later);
        QCOMPARE(cell(1, TicketsModel::StateColumn), QStringLiteral("Comes later"));
        QCOMPARE(cell(1, TicketsModel::WhereColumn), QStringLiteral("at 08:10"));
        m_link->advance(11 * kMinuteMs);
        QCOMPARE(tone(1), static_cast<int>(Tone::Neutral)); // nothing is promised for that time
    }

    void howLongItTakesIsSaidWhileItIsFresh()
    {
        const TicketId ticket = issue(1);
        const TicketId other = issue(1);
        Quotes quotes;
        quotes.atMs = m_link->hubNowMs();
        quotes.tickets = {{ticket, {4 * kMinuteMs + 10 * kSecondMs, 6 * kMinuteMs, 9 * kMinuteMs + kSecondMs}}};
        m_link->setQuotes(quotes);
        QCOMPARE(cell(0, TicketsModel::WhereColumn), QStringLiteral("called in 4–10 min"));
        QVERIFY(cell(m_model->rowOf(other), TicketsModel::WhereColumn).startsWith(QStringLiteral("waits since")));
        m_link->advance(kMinuteMs);
        QVERIFY(cell(0, TicketsModel::WhereColumn).startsWith(QStringLiteral("waits since")));
    }

    void aNoShowCanBeRestoredAndIsShown()
    {
        const TicketId ticket = issue(1);
        for (int i = 0; i < 2; ++i) {
            run(command::CallNext{CounterId{1}});
            run(command::MarkNoShow{CounterId{1}, ticket});
        }
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(state(0), TicketState::NoShow);
    }

    void whatCannotBeRestoredAnyMoreLeaves()
    {
        const TicketId first = issue(1);
        run(command::CancelTicket{first, HandReason::Left});
        while (std::any_of(m_link->branch().restorable().begin(), m_link->branch().restorable().end(),
                           [&](const Ticket &each) { return each.id == first; })) {
            QCOMPARE(m_model->rowCount(), static_cast<int>(m_link->branch().restorable().size()));
            run(command::CancelTicket{issue(2), HandReason::Left});
        }
        QCOMPARE(m_model->rowOf(first), -1);
        QCOMPARE(m_model->rowCount(), static_cast<int>(m_link->branch().restorable().size()));
    }

    void closingTheDayEmptiesIt()
    {
        issue(1);
        run(command::CloseDay{});
        QCOMPARE(m_model->rowCount(), static_cast<int>(m_link->branch().restorable().size()));
        QVERIFY(m_model->rowOf(TicketId{1}) < 0 || !m_link->branch().ticket(TicketId{1}));
    }

    void aSnapshotIsShownWhole()
    {
        issue(1);
        m_link->setAccounts(demoAccounts()); // nobody signed in: nothing shown
        Q_EMIT m_link->stateReplaced();
        QCOMPARE(m_model->rowCount(), 0);
        m_link->enter(QStringLiteral("ha"));
        QCOMPARE(m_model->rowCount(), 1);
    }

    void timeTouchesTheWaitsAlone()
    {
        issue(1);
        issue(3);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_link->advance(7 * kMinuteMs + 30 * kSecondMs);
        m_model->tick();
        QCOMPARE(changed.count(), 2); // how long they waited, and how long they will
        QCOMPARE(changed.first().at(0).toModelIndex().column(), static_cast<int>(TicketsModel::WaitedColumn));
        QCOMPARE(changed.first().at(1).toModelIndex().column(), static_cast<int>(TicketsModel::WaitedColumn));
        QCOMPARE(changed.last().at(0).toModelIndex().column(), static_cast<int>(TicketsModel::WhereColumn));
        QCOMPARE(changed.last().at(1).toModelIndex().column(), static_cast<int>(TicketsModel::WhereColumn));
        QCOMPARE(tone(0), static_cast<int>(Tone::Warn)); // 7:30 of 10
        QCOMPARE(tone(1), static_cast<int>(Tone::Good)); // 7:30 of 15
        m_link->advance(2 * kMinuteMs + 30 * kSecondMs);
        QCOMPARE(tone(0), static_cast<int>(Tone::Bad));
    }

    void aRaisedTicketHasWaitedNoLongerForThat()
    {
        issue(1);
        m_link->advance(9 * kMinuteMs);
        const TicketId late = issue(1);
        m_link->advance(kMinuteMs);
        run(command::RaiseTicket{late, HandReason::NeedsHelp});
        const QString waited = m_model->index(m_model->rowOf(late), TicketsModel::WaitedColumn).data().toString();
        QCOMPARE(waited, QStringLiteral("1 of 10 min"));
    }

    // ---- the filter ----

    void theFilterChoosesByServiceAndState()
    {
        TicketsFilter filter(*m_model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        issue(1);
        issue(3);
        const TicketId left = issue(1);
        run(command::CancelTicket{left, HandReason::Left});
        run(command::CallNext{CounterId{1}});
        QCOMPARE(filter.rowCount(), 2); // open
        filter.setWhich(TicketsFilter::Which::Waiting);
        QCOMPARE(filter.rowCount(), 1);
        filter.setWhich(TicketsFilter::Which::AtCounters);
        QCOMPARE(filter.rowCount(), 1);
        filter.setWhich(TicketsFilter::Which::Over);
        QCOMPARE(filter.rowCount(), 1);
        filter.setWhich(TicketsFilter::Which::All);
        QCOMPARE(filter.rowCount(), 3);
        filter.setService(ServiceId{3});
        QCOMPARE(filter.rowCount(), 1);
        filter.setNumber(QStringLiteral("a2")); // looks everywhere
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("A002"));
        filter.setNumber({});
        QCOMPARE(filter.rowCount(), 1);
    }

    void theFilterChoosesByWhoAndByWhatIsUnusual()
    {
        TicketsFilter filter(*m_model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        using Which = TicketsFilter::Which;
        const TicketId aside = issue(1);
        run(command::CallNext{CounterId{1}});
        run(command::StartService{CounterId{1}, aside});
        run(command::Park{CounterId{1}, aside, ParkReason::Other, 0});
        const TicketId named = issue(1);
        command::Transfer toOne{{}, named, ServiceId{1}};
        toOne.toCounter = CounterId{2};
        run(toOne);
        const TicketId later = issue(2);
        command::Transfer delayed{{}, later, ServiceId{1}};
        delayed.delayMs = 30 * kMinuteMs;
        run(delayed);
        const TicketId plain = issue(1);
        m_link->advance(kMinuteMs / 2);
        command::IssueTicket early{ServiceId{1}};
        early.priorityReason = PriorityReasonId{2};
        run(early);
        const TicketId first = m_link->branch().lastTicket();
        const auto shown = [&](Which which) {
            filter.setWhich(which);
            std::vector<std::int64_t> ids;
            for (int row = 0; row < filter.rowCount(); ++row)
                ids.push_back(filter.index(row, 0).data(TicketsModel::TicketRole).toLongLong());
            std::sort(ids.begin(), ids.end());
            return ids;
        };
        using Ids = std::vector<std::int64_t>;
        QCOMPARE(shown(Which::Parked), Ids{aside.value});
        QCOMPARE(shown(Which::Named), Ids{named.value});
        QCOMPARE(shown(Which::Later), Ids{later.value});
        QCOMPARE(shown(Which::Waiting), (Ids{named.value, plain.value, first.value}));
        QCOMPARE(shown(Which::Overtaken), Ids{});
        filter.setSegment(SegmentId{1});
        QCOMPARE(shown(Which::Open), Ids{first.value});
        filter.setSegment(SegmentId{});
        QCOMPARE(shown(Which::Waiting), (Ids{named.value, plain.value}));
        filter.setSegment({});
        // whoever has more to lose goes first, and the other is found as overtaken with the next tick
        filter.setWhich(Which::Overtaken);
        m_link->advance(2 * kMinuteMs);
        run(command::CallNext{CounterId{1}});
        QCOMPARE(m_link->branch().ticket(first)->state, TicketState::Called);
        filter.tick();
        QCOMPARE(shown(Which::Overtaken), Ids{plain.value});
    }

    void aTicketThatChangesMovesInAndOutOfTheFilter()
    {
        TicketsFilter filter(*m_model);
        filter.setWhich(TicketsFilter::Which::Waiting);
        issue(1);
        QCOMPARE(filter.rowCount(), 1);
        run(command::CallNext{CounterId{1}});
        QCOMPARE(filter.rowCount(), 0);
    }

    void longestWaitingIsFirstAndStaysSo()
    {
        TicketsFilter filter(*m_model);
        const TicketId first = issue(3);
        m_link->advance(kMinuteMs);
        const TicketId second = issue(1);
        QCOMPARE(filter.index(0, 0).data(TicketsModel::TicketRole).toLongLong(), first.value);
        filter.sort(TicketsModel::NumberColumn);
        QCOMPARE(filter.index(0, 0).data(TicketsModel::TicketRole).toLongLong(), second.value); // A before C
        filter.sort(TicketsModel::WaitedColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, 0).data(TicketsModel::TicketRole).toLongLong(), second.value);
    }

private:
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    TicketId issue(std::int64_t service)
    {
        const auto reply = m_link->run(command::IssueTicket{ServiceId{service}});
        return reply ? m_link->branch().lastTicket() : TicketId{};
    }
    [[nodiscard]] TicketState state(int row) const
    {
        return static_cast<TicketState>(m_model->index(row, 0).data(TicketsModel::StateRole).toInt());
    }
    [[nodiscard]] QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    [[nodiscard]] int tone(int row) const
    {
        return m_model->index(row, TicketsModel::WaitedColumn).data(TicketsModel::ToneRole).toInt();
    }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<TicketsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestTicketsModel)
#include "tst_ticketsmodel.moc"
