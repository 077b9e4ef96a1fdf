// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"

#include <QRandomGenerator>

#include <numeric>

using namespace tiepdon;
using namespace tiepdon::test;

/// The real hub program, killed while it works.
class TestCrash : public QObject
{
    Q_OBJECT

private:
    /// A counter that issues, calls, starts and finishes for ever, through whatever happens to the hub.
    class Desk
    {
    public:
        Desk(const HubAddress &address, int counter)
            : client(address, QStringLiteral("crash"), Stream::Staff, &signedInSecrets()),
              m_counter(CounterId{counter})
        {
            client.start();
        }
        /// Takes up where the mirror says the counter is; called again whenever the link is back.
        void work()
        {
            if (isStopping || m_isAsking || client.status() != BranchLink::Status::Live)
                return;
            const CounterState *counter = client.branch().counterState(m_counter);
            const Ticket *ticket = counter ? client.branch().ticket(counter->ticket) : nullptr;
            if (!counter || !counter->isOpen())
                return;
            if (!ticket && m_hasIssued)
                ask(command::CallNext{m_counter}, calls);
            else if (!ticket)
                ask(command::IssueTicket{ServiceId{1}}, issues);
            else if (ticket->state == TicketState::Called)
                ask(command::StartService{m_counter, ticket->id}, starts);
            else
                ask(command::FinishService{m_counter, ticket->id}, finishes);
        }
        HubClient client;
        bool isStopping = false;
        [[nodiscard]] bool isAsking() const { return m_isAsking; }
        int issues = 0; ///< acknowledged, as the others
        int calls = 0;
        int starts = 0;
        int finishes = 0;
        std::vector<std::string> surprises;

    private:
        void ask(const Command &command, int &count)
        {
            m_isAsking = true;
            client.send(command, nullptr,
                        [this, &count, method = std::string(methodOf(command))](const Result<CommandReply> &reply) {
                            m_isAsking = false;
                            if (reply) {
                                ++count;
                                m_hasIssued = method == "issueTicket" || (m_hasIssued && method != "callNext");
                            } else if (reply.error().code == ErrorCode::NobodyWaiting) {
                                m_hasIssued = false; // another desk called it
                            } else if (reply.error().code != ErrorCode::Timeout
                                       && reply.error().code != ErrorCode::HubStopping) {
                                surprises.push_back(method + ": " + reply.error().message);
                            }
                            work();
                        });
        }
        CounterId m_counter;
        bool m_isAsking = false;
        bool m_hasIssued = false;
    };

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        constexpr int kDesks = 4;
        const int rounds = qEnvironmentVariableIntValue("TIEPDON_CRASH_ROUNDS") > 0
            ? qEnvironmentVariableIntValue("TIEPDON_CRASH_ROUNDS")
            : 8;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u, %d rounds", seed, rounds);
        QRandomGenerator random(seed);

        QTemporaryDir directory;
        QCOMPARE(initialise(directory.path()), QByteArray());
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(directory.path()));
        HubAddress address = addressIn(directory.path());
        address.directory = directory.path();
        {
            HubClient setup(address, QStringLiteral("crash"), Stream::None, &signedInSecrets());
            setup.start();
            QTRY_COMPARE(setup.status(), BranchLink::Status::Live);
            QVERIFY(ask(setup, command::DefineBranch{smallBranch(kDesks)}).isOk());
            QVERIFY(ask(setup, command::OpenDay{kDay}).isOk());
            for (int i = 1; i <= kDesks; ++i)
                QVERIFY(ask(setup, command::SignOn{CounterId{i}, StaffId{i}, {}}).isOk());
        }
        const QString port = QString::number(address.port);
        std::vector<std::unique_ptr<Desk>> desks;
        for (int i = 1; i <= kDesks; ++i) {
            desks.push_back(std::make_unique<Desk>(address, i));
            Desk *desk = desks.back().get();
            connect(&desk->client, &BranchLink::statusChanged, this, [desk] { desk->work(); });
        }
        for (int round = 0; round < rounds; ++round) {
            const int acksBefore = std::accumulate(desks.begin(), desks.end(), 0, [](int sum, const auto &d) {
                return sum + d->issues + d->calls + d->starts + d->finishes;
            });
            // work is under way again, then the plug is pulled at any moment
            QTRY_VERIFY_WITH_TIMEOUT(std::accumulate(desks.begin(), desks.end(), 0,
                                                     [](int sum, const auto &d) {
                                                         return sum + d->issues + d->calls + d->starts
                                                             + d->finishes;
                                                     })
                                         > acksBefore + 20,
                                     20000);
            QElapsedTimer moment;
            moment.start();
            const qint64 afterNs = random.bounded(20000000);
            QVERIFY(QTest::qWaitFor([&] { return moment.nsecsElapsed() > afterNs; }));
            hub.kill();
            QElapsedTimer down;
            down.start();
            QVERIFY(hub.start(directory.path(), {QStringLiteral("--port"), port}));
            QVERIFY2(down.elapsed() < 10000,
                     "serving again takes seconds"); // 2 s on a quiet machine; see the bench
        }
        for (auto &desk : desks) {
            QTRY_COMPARE_WITH_TIMEOUT(desk->client.status(), BranchLink::Status::Live, 20000);
            desk->isStopping = true;
        }
        for (auto &desk : desks)
            QTRY_VERIFY_WITH_TIMEOUT(!desk->isAsking(), 20000);

        int issues = 0;
        int finishes = 0;
        for (auto &desk : desks) {
            QVERIFY2(desk->surprises.empty(), desk->surprises.empty() ? "" : desk->surprises.front().c_str());
            issues += desk->issues;
            finishes += desk->finishes;
        }
        HubClient &eye = desks.front()->client;
        QTRY_COMPARE(eye.branch().totals().issued, issues); // none lost, none twice
        QTRY_COMPARE(eye.branch().totals().served, finishes);
        QCOMPARE(hub.terminate(), 0);
        const auto report = verifyDatabase(directory.path());
        QVERIFY(report.isOk());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QVERIFY(report->events > rounds * 10);
    }

    void aTellerMidServiceSeesTheSameTicketAndTimer()
    {
        QTemporaryDir directory;
        QCOMPARE(initialise(directory.path()), QByteArray());
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(directory.path()));
        HubAddress address = addressIn(directory.path());
        address.directory = directory.path();
        HubClient teller(address, QStringLiteral("teller"), Stream::Staff, &signedInSecrets());
        teller.start();
        QTRY_COMPARE(teller.status(), BranchLink::Status::Live);
        QVERIFY(ask(teller, command::DefineBranch{smallBranch(1)}).isOk());
        QVERIFY(ask(teller, command::OpenDay{kDay}).isOk());
        QVERIFY(ask(teller, command::SignOn{CounterId{1}, StaffId{1}, {}}).isOk());
        QVERIFY(ask(teller, command::IssueTicket{ServiceId{2}}).isOk());
        const auto called = ask(teller, command::CallNext{CounterId{1}});
        QVERIFY(called.isOk());
        QVERIFY(ask(teller, command::StartService{CounterId{1}, *called->ticket}).isOk());
        const Ticket before = *teller.branch().ticket(*called->ticket);

        hub.kill();
        QTRY_COMPARE(teller.status(), BranchLink::Status::Stale);
        QVERIFY(teller.branch().ticket(before.id)); // readable while the hub is away
        QVERIFY(hub.start(directory.path(), {QStringLiteral("--port"), QString::number(address.port)}));
        QTRY_COMPARE_WITH_TIMEOUT(teller.status(), BranchLink::Status::Live, 20000);
        const Ticket *after = teller.branch().ticket(before.id);
        QVERIFY(after);
        QVERIFY(*after == before);
        QVERIFY(ask(teller, command::FinishService{CounterId{1}, before.id}).isOk());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
