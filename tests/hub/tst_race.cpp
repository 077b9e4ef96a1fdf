// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"

#include <set>

using namespace tiepdon;
using namespace tiepdon::test;

/// Many counters calling at once, against the real hub program.
class TestRace : public QObject
{
    Q_OBJECT

private:
    static constexpr int kTickets = 10000;

    /// Keeps `depth` issues under way until all are answered.
    class Issuer
    {
    public:
        Issuer(HubClient &client, int count, int depth) : m_client(client), m_left(count)
        {
            for (int i = 0; i < depth; ++i)
                next();
        }
        std::set<std::string> numbers;
        int errors = 0;
        int answered = 0;

    private:
        void next()
        {
            if (m_left == 0)
                return;
            --m_left;
            m_client.send(command::IssueTicket{ServiceId{1 + m_left % 2}}, nullptr,
                          [this](const Result<CommandReply> &reply) {
                              ++answered;
                              if (!reply || !numbers.insert(*reply->number).second)
                                  ++errors;
                              next();
                          });
        }
        HubClient &m_client;
        int m_left;
    };

    /// A counter that calls, marks as missed (which ends the ticket here), and calls again until nobody waits.
    class Caller
    {
    public:
        Caller(const HubAddress &address, int counter)
            : m_client(address, QStringLiteral("race"), Stream::None, &signedInSecrets()),
              m_counter(CounterId{counter})
        {
            m_client.start();
        }
        HubClient &client() { return m_client; }
        void call()
        {
            m_client.send(command::CallNext{m_counter}, nullptr, [this](const Result<CommandReply> &reply) {
                if (!reply) {
                    isDone = true;
                    lastError = reply.error();
                    return;
                }
                called.push_back(*reply->ticket);
                m_client.send(command::MarkNoShow{m_counter, *reply->ticket}, nullptr,
                              [this](const Result<CommandReply> &ended) {
                                  if (!ended) {
                                      isDone = true;
                                      lastError = ended.error();
                                      return;
                                  }
                                  call();
                              });
            });
        }
        std::vector<TicketId> called;
        bool isDone = false;
        Error lastError;

    private:
        HubClient m_client;
        CounterId m_counter;
    };

private Q_SLOTS:
    void nobodyIsCalledTwice_data()
    {
        QTest::addColumn<int>("counters");
        QTest::newRow("8 counters") << 8;
        QTest::newRow("64 counters") << 64;
    }
    void nobodyIsCalledTwice()
    {
        QFETCH(const int, counters);
        QTemporaryDir directory;
        QCOMPARE(initialise(directory.path()), QByteArray());
        QFile config(directory.path() + QStringLiteral("/hub.toml"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("messages_per_s = 1000000\nmessages_burst = 1000000\nsockets_per_address = 1000\n");
        config.close();
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(directory.path()));
        HubAddress address = addressIn(directory.path());
        address.directory = directory.path();

        HubClient setup(address, QStringLiteral("race"), Stream::Staff, &signedInSecrets());
        setup.start();
        QTRY_COMPARE(setup.status(), BranchLink::Status::Live);
        BranchSetup branch = smallBranch(counters);
        branch.settings.noShowMisses = 1;
        QVERIFY(ask(setup, command::DefineBranch{branch}).isOk());
        QVERIFY(ask(setup, command::OpenDay{kDay}).isOk());
        for (int i = 1; i <= counters; ++i)
            QVERIFY(ask(setup, command::SignOn{CounterId{i}, StaffId{i}, {}}).isOk());
        Issuer issuer(setup, kTickets, 64);
        QTRY_COMPARE_WITH_TIMEOUT(issuer.answered, kTickets, 120000);
        QCOMPARE(issuer.errors, 0);
        QCOMPARE(issuer.numbers.size(), std::size_t(kTickets));

        std::vector<std::unique_ptr<Caller>> callers;
        for (int i = 1; i <= counters; ++i)
            callers.push_back(std::make_unique<Caller>(address, i));
        for (auto &caller : callers)
            QTRY_COMPARE(caller->client().status(), BranchLink::Status::Live);
        for (auto &caller : callers)
            caller->call();
        for (auto &caller : callers)
            QTRY_VERIFY_WITH_TIMEOUT(caller->isDone, 240000);

        std::set<TicketId> called;
        std::size_t calls = 0;
        for (auto &caller : callers) {
            QCOMPARE(name(caller->lastError.code), name(ErrorCode::NobodyWaiting));
            calls += caller->called.size();
            called.insert(caller->called.begin(), caller->called.end());
        }
        QCOMPARE(calls, std::size_t(kTickets));
        QCOMPARE(called.size(), std::size_t(kTickets));
        QTRY_COMPARE(setup.branch().totals().noShows, kTickets);
        QVERIFY(setup.branch().tickets().empty());
        QCOMPARE(setup.resyncs(), 0);
        QCOMPARE(hub.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRace)
#include "tst_race.moc"
