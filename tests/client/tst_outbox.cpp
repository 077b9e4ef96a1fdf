// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/outbox.h"
#include "tests/support/hubs.h"

#include <QDir>
#include <QSignalSpy>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

using Access = BranchLink::Access;
using Status = BranchLink::Status;

const StaffId kLan{1};
const StaffId kMinh{2};
const std::string kLanToken = "a-token-of-lan-0123456789abcdefghijklmnopqr";

/// A workplace's folder, and its program with Lan signed in; started and ended as a test likes.
class Workplace
{
public:
    explicit Workplace(const TestHub &hub) : m_hub(hub)
    {
        SecretStore secrets(dir.path(), u"test"_qs);
        bool isWritten = false;
        secrets.write(u"session"_qs, QByteArray::fromStdString(kLanToken), nullptr,
                      [&](const Result<void> &written) { isWritten = written.isOk(); });
        if (!QTest::qWaitFor([&] { return isWritten; }))
            QTest::qFail("no secret", __FILE__, __LINE__);
    }

    /// A program, beside whatever ran before; as after a kill when that was not ended.
    HubClient &begin()
    {
        m_client.reset();
        m_secrets = std::make_unique<SecretStore>(dir.path(), u"test"_qs);
        HubAddress address = m_hub.address();
        address.folder = dir.path();
        m_client = std::make_unique<HubClient>(address, u"test"_qs, Stream::Staff, m_secrets.get());
        m_client->start();
        return *m_client;
    }
    /// Gone without a word.
    void end() { m_client.reset(); }
    [[nodiscard]] HubClient &client() { return *m_client; }
    [[nodiscard]] QString outbox() const { return dir.filePath(u"outbox"_qs); }
    [[nodiscard]] QStringList files() const { return QDir(outbox()).entryList(QDir::Files, QDir::Name); }

    QTemporaryDir dir;

private:
    const TestHub &m_hub;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<HubClient> m_client;
};

/// A branch with an open day, Lan at counter 1, and a ticket called there.
struct CalledTicket {
    explicit CalledTicket(const std::function<void(TestHub &)> &before = {})
    {
        const QByteArray problem
            = writeRecords(hub.directory(),
                           {accountOf(kLan, "lan", {Role::Teller}), accountOf(kMinh, "minh", {Role::Teller}),
                            sessionOf(kLan, kWorkplace, kLanToken)});
        if (!problem.isEmpty())
            QTest::qFail(problem.constData(), __FILE__, __LINE__);
        if (before)
            before(hub);
        hub.start();
        HubClient boss(hub.address(), u"test"_qs, Stream::Staff, &signedInSecrets());
        boss.start();
        const auto done = [&](const Command &command) {
            if (const auto reply = ask(boss, command); !reply)
                QTest::qFail(reply.error().message.c_str(), __FILE__, __LINE__);
            else if (reply->ticket)
                ticket = *reply->ticket;
        };
        if (!QTest::qWaitFor([&] { return boss.status() == Status::Live; }, 10000))
            QTest::qFail("the branch does not open", __FILE__, __LINE__);
        done(command::DefineBranch{smallBranch()});
        done(command::OpenDay{kDay});
        done(command::SignOn{CounterId{1}, kLan, {}});
        done(command::IssueTicket{ServiceId{1}});
        hub.clock.advance(kMinuteMs);
        done(command::CallNext{CounterId{1}});
    }

    [[nodiscard]] Command start() const { return command::StartService{CounterId{1}, ticket, {}}; }
    [[nodiscard]] Command finish() const { return command::FinishService{CounterId{1}, ticket, {}}; }
    /// As the hub knows it; null when it is over.
    [[nodiscard]] const Ticket *known() { return hub.hub().host().state().ticket(ticket); }

    TestHub hub;
    TicketId ticket;
};

} // namespace

/// Commands about the ticket in hand outlive the connection and the program.
class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TIEPDON_SECRETS", "file"); }

    void isOnTheDiskBeforeItIsSentAndGoneWhenItIsAnswered()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        HubClient &client = place.begin();
        QTRY_COMPARE(client.status(), Status::Live);
        QSignalSpy kept(&client, &BranchLink::keptChanged);
        std::optional<Result<CommandReply>> answer;
        client.send(branch.start(), nullptr, [&](const Result<CommandReply> &r) { answer = r; });
        QCOMPARE(place.files().size(), 1); // and no byte of it has left yet
        QCOMPARE(client.kept(), 1);
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->isOk());
        QCOMPARE((*answer)->ticket, branch.ticket);
        QCOMPARE(place.files().size(), 0);
        QCOMPARE(client.kept(), 0);
        QCOMPARE(kept.count(), 2);
        QCOMPARE(branch.known()->state, TicketState::Serving);
    }

    void isTakenWhileTheHubIsGoneAndNothingElseIs()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        HubClient &client = place.begin();
        QTRY_COMPARE(client.status(), Status::Live);
        branch.hub.stop();
        QTRY_COMPARE(client.status(), Status::Stale);
        QList<int> order;
        client.send(branch.start(), nullptr, [&](const Result<CommandReply> &r) { order << (r ? 1 : -1); });
        client.send(branch.finish(), nullptr, [&](const Result<CommandReply> &r) { order << (r ? 2 : -2); });
        QCOMPARE(ask(client, command::CallNext{CounterId{1}}).error().code, ErrorCode::Offline);
        QCOMPARE(ask(client, command::Transfer{CounterId{1}, branch.ticket, ServiceId{2}, {}}).error().code,
                 ErrorCode::Offline);
        QCOMPARE(client.kept(), 2);
        QVERIFY(order.isEmpty());
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(order, (QList<int>{1, 2}), 10000);
        QCOMPARE(client.kept(), 0);
        QCOMPARE(branch.hub.hub().host().state().totals().served, 1);
    }

    void outlivesTheProgramWithTheTimeItHappened()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        place.begin();
        QTRY_COMPARE(place.client().status(), Status::Live);
        branch.hub.clock.advance(10 * kSecondMs);
        QTRY_VERIFY(place.client().hubNowMs() >= branch.hub.clock.nowMs()); // a heartbeat brought it
        branch.hub.stop();
        QTRY_COMPARE(place.client().status(), Status::Stale);
        const TimeMs pressedMs = place.client().hubNowMs();
        place.client().send(branch.start(), nullptr, {});
        place.end();
        QCOMPARE(place.files().size(), 1);
        HubClient &later = place.begin();
        QSignalSpy refused(&later, &BranchLink::keptRefused);
        QCOMPARE(later.kept(), 1);
        branch.hub.clock.advance(5 * kMinuteMs);
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(later.kept(), 0, 10000);
        QCOMPARE(place.files().size(), 0);
        QCOMPARE(refused.count(), 0);
        QCOMPARE(branch.known()->state, TicketState::Serving);
        QCOMPARE(branch.known()->step.startedMs, branch.hub.clock.nowMs()); // the hub's own stamp
        QVERIFY(branch.known()->step.claimedStartedMs.has_value());
        QVERIFY(std::abs(*branch.known()->step.claimedStartedMs - pressedMs) < 500);
    }

    void whatWasDoneAlreadyIsNotDoneTwice()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        place.begin();
        QTRY_COMPARE(place.client().status(), Status::Live);
        branch.hub.stop();
        QTRY_COMPARE(place.client().status(), Status::Stale);
        place.client().send(branch.start(), nullptr, {});
        QCOMPARE(place.files().size(), 1);
        // a program killed after the hub did it and before the answer was here: the file is still there
        const QString file = place.outbox() + u'/' + place.files().first();
        QVERIFY(QFile::copy(file, place.dir.filePath(u"aside"_qs)));
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(place.client().kept(), 0, 10000);
        const std::int64_t seq = place.client().seq();
        place.end();
        QVERIFY(QFile::copy(place.dir.filePath(u"aside"_qs), file));
        HubClient &later = place.begin();
        QSignalSpy refused(&later, &BranchLink::keptRefused);
        QCOMPARE(later.kept(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(later.kept(), 0, 10000);
        QCOMPARE(refused.count(), 0); // it got the first answer
        QTest::qWait(300);
        QCOMPARE(later.seq(), seq); // and no second event
    }

    void aRefusalOfAnEarlierRunIsSaid()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        place.begin();
        QTRY_COMPARE(place.client().status(), Status::Live);
        branch.hub.stop();
        QTRY_COMPARE(place.client().status(), Status::Stale);
        place.client().send(branch.finish(), nullptr, {}); // before its start: the hub will not have it
        HubClient &later = place.begin();
        int refusals = 0;
        connect(&later, &BranchLink::keptRefused, this, [&](const Command &command, const Error &error) {
            QVERIFY(std::holds_alternative<command::FinishService>(command));
            QCOMPARE(error.code, ErrorCode::WrongState);
            ++refusals;
        });
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(refusals, 1, 10000);
        QCOMPARE(later.kept(), 0);
        QCOMPARE(place.files().size(), 0);
    }

    void anotherPersonsWait()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        place.begin();
        QTRY_COMPARE(place.client().status(), Status::Live);
        branch.hub.stop();
        QTRY_COMPARE(place.client().status(), Status::Stale);
        place.client().send(branch.start(), nullptr, {});
        place.client().signOut();
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(place.client().status(), Status::SignedOut, 10000);
        const auto signIn = [&](const QString &account) {
            place.client().signIn(account, QString::fromStdString(kPassword), nullptr, {});
        };
        signIn(u"minh"_qs);
        QTRY_COMPARE(place.client().status(), Status::Live);
        QTest::qWait(300);
        QCOMPARE(place.client().kept(), 1);
        QCOMPARE(branch.known()->state, TicketState::Called);
        place.client().signOut();
        QCOMPARE(place.client().kept(), 1);
        signIn(u"lan"_qs);
        QTRY_COMPARE(place.client().kept(), 0);
        QCOMPARE(branch.known()->state, TicketState::Serving);
    }

    void aLockHoldsThemBack()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        place.begin();
        QTRY_COMPARE(place.client().status(), Status::Live);
        branch.hub.stop();
        QTRY_COMPARE(place.client().status(), Status::Stale);
        place.client().send(branch.start(), nullptr, {});
        place.client().lock();
        QCOMPARE(ask(place.client(), branch.finish()).error().code, ErrorCode::SessionLocked);
        branch.hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(place.client().status(), Status::SignedOut, 10000);
        QTest::qWait(300);
        QCOMPARE(place.client().kept(), 1);
        place.client().unlock(QString::fromStdString(kPassword), nullptr, {});
        QTRY_COMPARE(place.client().kept(), 0);
        QCOMPARE(branch.known()->state, TicketState::Serving);
    }

    void aDiskThatRefusesIsSaidAndNothingIsSent()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        HubClient &client = place.begin();
        QTRY_COMPARE(client.status(), Status::Live);
        QFile inTheWay(place.outbox());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(ask(client, branch.start()).error().code, ErrorCode::FileNotWritable);
        QCOMPARE(client.kept(), 0);
        QTest::qWait(300);
        QCOMPARE(branch.known()->state, TicketState::Called);
    }

    void isBounded()
    {
        QTemporaryDir dir;
        Outbox outbox(dir.path());
        const auto add = [&](std::int64_t n) {
            return outbox.add({"a-test-run", n}, kLan, command::StartService{CounterId{1}, TicketId{n}, n});
        };
        for (std::int64_t n = 1; n <= static_cast<std::int64_t>(Outbox::kEntriesMax); ++n)
            QVERIFY(add(n).isOk());
        QCOMPARE(add(1000).error().code, ErrorCode::Offline);
        QCOMPARE(QDir(dir.filePath(u"outbox"_qs)).entryList(QDir::Files).size(), qsizetype(Outbox::kEntriesMax));
        Outbox later(dir.path());
        QVERIFY(later.load().empty());
        for (std::int64_t n = 1; n <= static_cast<std::int64_t>(Outbox::kEntriesMax); ++n) { // in their order
            QVERIFY(later.firstOf(kLan));
            QCOMPARE(later.firstOf(kLan)->op.n, n);
            QVERIFY(later.firstOf(kLan)->isOfEarlierRun);
            later.remove({"a-test-run", n});
        }
        QCOMPARE(later.size(), std::size_t(0));
        QVERIFY(QDir(dir.filePath(u"outbox"_qs)).isEmpty());
    }

    void whatIsADayOldOrDamagedIsNotSent()
    {
        CalledTicket branch;
        Workplace place(branch.hub);
        {
            Outbox outbox(place.dir.path());
            QVERIFY(outbox.add({"an-earlier-run", 1}, kLan, branch.start()).isOk());
        }
        QFile file(place.outbox() + u'/' + place.files().first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        Json kept = Json::parse(file.readAll().toStdString());
        kept["madeMs"] = kept["madeMs"].get<std::int64_t>() - kDayMs - kMinuteMs;
        file.resize(0);
        file.seek(0);
        file.write(QByteArray::fromStdString(kept.dump()));
        file.close();
        QFile damaged(place.outbox() + u"/000-damaged.json"_qs);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{");
        damaged.close();
        HubClient &client = place.begin();
        int refusals = 0;
        connect(&client, &BranchLink::keptRefused, this, [&](const Command &, const Error &error) {
            QCOMPARE(error.code, ErrorCode::Timeout);
            ++refusals;
        });
        QTRY_COMPARE(refusals, 1);
        QTRY_COMPARE(client.status(), Status::Live);
        QCOMPARE(client.kept(), 0);
        QCOMPARE(place.files(), QStringList{u"000-damaged.json.damaged"_qs});
        QCOMPARE(branch.known()->state, TicketState::Called);
    }

    void aProgramThatIsKilledLosesNothing()
    {
        CalledTicket branch;
        QVERIFY(branch.hub.hub().openLocalDoor(branch.hub.directory()).isOk());
        QTemporaryDir dir;
        const QStringList arguments{branch.hub.directory(), dir.path(), u"lan"_qs,
                                    QString::fromStdString(kPassword)};
        const auto heard = [](QProcess &process, const QByteArray &line) {
            QByteArray said;
            return QTest::qWaitFor(
                [&] {
                    while (process.canReadLine()) {
                        said = process.readLine().trimmed();
                        if (said == line)
                            return true;
                    }
                    return false;
                },
                20000);
        };
        QFile::remove(branch.hub.directory() + u"/hub.port"_qs);
        QFile port(branch.hub.directory() + u"/hub.port"_qs);
        QVERIFY(port.open(QIODevice::WriteOnly));
        port.write(QByteArray::number(branch.hub.config.port));
        port.close();
        {
            QProcess program;
            program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            program.start(QStringLiteral(TIEPDON_OUTBOXUSER), arguments);
            QVERIFY(heard(program, "live"));
            branch.hub.stop();
            QVERIFY(heard(program, "stale"));
            program.write("start 1 " + QByteArray::number(qlonglong(branch.ticket.value)) + '\n');
            QVERIFY(heard(program, "kept 1"));
            program.kill();
            QVERIFY(program.waitForFinished());
        }
        branch.hub.start();
        QCOMPARE(branch.known()->state, TicketState::Called);
        QProcess again;
        again.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        again.start(QStringLiteral(TIEPDON_OUTBOXUSER), arguments);
        QVERIFY(heard(again, "kept 0"));
        QCOMPARE(branch.known()->state, TicketState::Serving);
        again.kill();
        again.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
