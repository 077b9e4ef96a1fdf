// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's figures, each beside a limit measured in the same run. Starts the real tiepdon-hub from its own
// folder; as `bench_hub --echo DIR` it is the bare TLS echo, as `bench_hub --listen DIR N` a crowd of displays.
#include "tests/bench/figures.h"
#include "tests/bench/rawclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace tiepdon;
using namespace tiepdon::test;
using namespace tiepdon::bench;

namespace {

constexpr int kClients = 64;
constexpr int kWarmUpMs = 1000;
constexpr int kMeasureMs = 6000;
constexpr int kCrowd = 198;
constexpr int kCalls = 300;
constexpr int kStartEvents = 50000;

// ---- the echo ----

int echo(const QString &directory)
{
    QFile certificate(directory + QStringLiteral("/hub.pem"));
    QFile key(directory + QStringLiteral("/hub.key"));
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return 1;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromDevice(&certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    QSslServer server;
    server.setSslConfiguration(tls);
    server.setMaxPendingConnections(4096);
    server.setListenBacklogSize(1024);
    QObject::connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            const auto answer = [socket] { socket->write(socket->readAll()); };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, answer);
            if (socket->bytesAvailable() > 0)
                answer();
        }
    });
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QFile port(directory + QStringLiteral("/echo.port"));
    if (!port.open(QIODevice::WriteOnly))
        return 1;
    port.write(QByteArray::number(server.serverPort()));
    port.close();
    return QCoreApplication::exec();
}

// ---- the crowd ----

int listen(const QString &directory, int count)
{
    std::vector<std::unique_ptr<HubClient>> crowd;
    for (int i = 0; i < count; ++i) {
        const bool isStaff = i % 2;
        crowd.push_back(std::make_unique<HubClient>(handedOver(directory, isStaff ? kWorkplace : kDisplay),
                                                    QStringLiteral("bench"), isStaff ? Stream::Staff : Stream::Public,
                                                    isStaff ? &signedInSecrets() : nullptr));
        crowd.back()->start();
    }
    if (!waitFor([&] {
            return std::all_of(crowd.begin(), crowd.end(),
                               [](const auto &c) { return c->status() == BranchLink::Status::Live; });
        }))
        return 1;
    QFile ready(directory + QStringLiteral("/crowd.ready"));
    if (!ready.open(QIODevice::WriteOnly))
        return 1;
    ready.close();
    return QCoreApplication::exec();
}

// ---- the load ----

/// One counter's client: issue, call, start, finish, over and over, each after the answer to the last.
class Worker
{
public:
    Worker(const HubAddress &address, int counter, Stream stream)
        : m_client(address, nullptr), m_counter(counter),
          m_name("bench-worker-" + std::to_string(counter) + "-"
                 + names(stream).at(static_cast<std::size_t>(stream)).data())
    {
        m_client.onReady = [this, stream] {
            Hello hello;
            hello.app = "bench";
            hello.client = m_name;
            hello.stream = stream;
            m_client.send(toBytes(Request{0, "hello", toJson(hello)}));
        };
        m_client.onMessage = [this](const std::string &bytes) { onMessage(bytes); };
    }

    bool isReady = false;
    bool isGoing = false;
    std::int64_t acks = 0;
    std::int64_t refusals = 0;
    std::vector<double> eventBytes;

    [[nodiscard]] bool isIdle() const { return !isGoing && !m_isAsking; }

    void go()
    {
        isGoing = true;
        next();
    }

private:
    void onMessage(const std::string &bytes)
    {
        if (bytes.find("\"method\":\"") != std::string::npos) {
            if (bytes.find("\"method\":\"event\"") != std::string::npos)
                eventBytes.push_back(static_cast<double>(bytes.size() + 4));
            return;
        }
        if (!isReady) { // greeted, then signed in
            isReady = m_isGreeted;
            if (!std::exchange(m_isGreeted, true))
                m_client.send(
                    toBytes(Request{1, std::string(ResumeSession::kMethod), toJson(ResumeSession{kToken})}));
            return;
        }
        ++acks;
        if (bytes.find("\"result\"") == std::string::npos) {
            ++refusals; // another counter took the only one waiting
            m_step = 0;
        } else {
            if (m_step == 1) {
                const auto at = bytes.find("\"ticket\":");
                m_ticket = bytes.substr(at + 9, bytes.find_first_of(",}", at) - at - 9);
            }
            m_step = (m_step + 1) % 4;
        }
        m_isAsking = false;
        if (isGoing || m_step != 0) // a ticket in hand is finished also after the end
            next();
    }

    void next()
    {
        m_isAsking = true;
        ++m_n;
        const std::string op = "\"op\":\"" + m_name + ":" + std::to_string(m_n) + "\"";
        const std::string counter = "\"counter\":" + std::to_string(m_counter);
        std::string params;
        switch (m_step) {
        case 0:
            params = R"("method":"issueTicket","params":{)" + op + ",\"service\":" + std::to_string(1 + m_n % 2)
                + "}}";
            break;
        case 1:
            params = R"("method":"callNext","params":{)" + counter + "," + op + "}}";
            break;
        case 2:
            params
                = R"("method":"startService","params":{)" + counter + "," + op + ",\"ticket\":" + m_ticket + "}}";
            break;
        default:
            params
                = R"("method":"finishService","params":{)" + counter + "," + op + ",\"ticket\":" + m_ticket + "}}";
            break;
        }
        m_client.send(R"({"id":)" + std::to_string(m_n) + R"(,"jsonrpc":"2.0",)" + params);
    }

    bench::RawClient m_client;
    int m_counter;
    std::string m_name;
    std::string m_ticket;
    int m_step = 0;
    bool m_isAsking = false;
    bool m_isGreeted = false;
    std::int64_t m_n = 0;
};

struct Load {
    double acksPerSecond = 0;
    std::vector<double> eventBytes;
};

Load measureLoad(const HubAddress &address, Stream stream)
{
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 1; i <= kClients; ++i)
        workers.push_back(std::make_unique<Worker>(address, i, stream));
    if (!waitFor(
            [&] { return std::all_of(workers.begin(), workers.end(), [](const auto &w) { return w->isReady; }); }))
        giveUp("the load's clients did not get through");
    for (auto &worker : workers)
        worker->go();
    const auto total = [&] {
        std::int64_t sum = 0;
        for (const auto &worker : workers)
            sum += worker->acks;
        return sum;
    };
    QElapsedTimer timer;
    timer.start();
    waitFor([&] { return timer.elapsed() >= kWarmUpMs; });
    const std::int64_t before = total();
    timer.restart();
    waitFor([&] { return timer.elapsed() >= kMeasureMs; });
    Load load;
    load.acksPerSecond = static_cast<double>(total() - before) * 1000.0 / static_cast<double>(timer.elapsed());
    // every ticket in hand is finished, so that the counters are free for the next measurement
    for (auto &worker : workers)
        worker->isGoing = false;
    if (!waitFor(
            [&] { return std::all_of(workers.begin(), workers.end(), [](const auto &w) { return w->isIdle(); }); }))
        giveUp("the load does not end");
    std::int64_t refusals = 0;
    for (auto &worker : workers) {
        refusals += worker->refusals;
        load.eventBytes.insert(load.eventBytes.end(), worker->eventBytes.begin(), worker->eventBytes.end());
    }
    std::fprintf(stderr, "bench_hub: %lld of %lld answers were refusals\n", static_cast<long long>(refusals),
                 static_cast<long long>(total()));
    return load;
}

double measureEcho(const HubAddress &address, int clients, std::vector<double> *rttMs)
{
    std::vector<std::unique_ptr<bench::RawClient>> echoers;
    const std::string message = R"({"id":100000,"jsonrpc":"2.0","method":"startService","params":{"counter":10,)"
                                R"("op":"bench-worker-10-none:100000","ticket":100000}})";
    int ready = 0;
    std::int64_t answers = 0;
    bool isGoing = true;
    QElapsedTimer rtt;
    for (int i = 0; i < clients; ++i) {
        echoers.push_back(std::make_unique<bench::RawClient>(address, nullptr));
        bench::RawClient *client = echoers.back().get();
        client->onReady = [&ready] { ++ready; };
        client->onMessage = [&, client](const std::string &) {
            ++answers;
            if (rttMs)
                rttMs->push_back(static_cast<double>(rtt.nsecsElapsed()) / 1e6);
            if (isGoing && (!rttMs || rttMs->size() < static_cast<std::size_t>(kCalls))) {
                rtt.start();
                client->send(message);
            }
        };
    }
    if (!waitFor([&] { return ready == clients; }))
        giveUp("the echo's clients did not get through");
    if (rttMs) { // one talks, the rest are there
        rtt.start();
        echoers.front()->send(message);
        waitFor([&] { return rttMs->size() >= static_cast<std::size_t>(kCalls); });
        isGoing = false;
        return 0;
    }
    for (auto &client : echoers)
        client->send(message);
    QElapsedTimer timer;
    timer.start();
    waitFor([&] { return timer.elapsed() >= kWarmUpMs; });
    const std::int64_t before = answers;
    timer.restart();
    waitFor([&] { return timer.elapsed() >= kMeasureMs; });
    const double perSecond = static_cast<double>(answers - before) * 1000.0 / static_cast<double>(timer.elapsed());
    isGoing = false;
    return perSecond;
}

/// The rows of the mix (one event, one ticket, one step, one answer a command; a visit for half of them),
/// written bare: prepared statements, one transaction a group, the hub's pragmas.
double measureCommits(const QString &directory, int groupSize)
{
    const QString name = QStringLiteral("bare");
    double perSecond = 0;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        db.setDatabaseName(directory + QStringLiteral("/bare.sqlite"));
        if (!db.open())
            giveUp("no bare database");
        QSqlQuery q(db);
        for (const char *sql :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
              "CREATE TABLE journal (branch BIGINT, seq BIGINT, at_ms BIGINT, actor BIGINT, device TEXT, operation "
              "TEXT, name TEXT, body TEXT, hash TEXT, PRIMARY KEY (branch, seq))",
              "CREATE TABLE ticket (branch BIGINT, ticket_id BIGINT, day TEXT, series TEXT, serial BIGINT, number "
              "TEXT, "
              "state TEXT, issued_ms BIGINT, ended_ms BIGINT, PRIMARY KEY (branch, ticket_id), UNIQUE (branch, "
              "day, "
              "series, serial))",
              "CREATE TABLE step (branch BIGINT, ticket_id BIGINT, step BIGINT, service BIGINT, called_ms BIGINT, "
              "started_ms BIGINT, counter BIGINT, staff BIGINT, outcome TEXT, PRIMARY KEY (branch, ticket_id, "
              "step))",
              "CREATE TABLE operation (branch BIGINT, client TEXT, n BIGINT, body_hash TEXT, answer TEXT, at_ms "
              "BIGINT, "
              "PRIMARY KEY (branch, client, n))"}) {
            if (!q.exec(QLatin1String(sql)))
                giveUp("a bare statement failed");
        }
        QSqlQuery journal(db);
        QSqlQuery ticket(db);
        QSqlQuery step(db);
        QSqlQuery operation(db);
        journal.prepare(
            QStringLiteral("INSERT INTO journal VALUES (1, ?, ?, 1, 'counter-1', ?, 'TicketCalled', ?, ?)"));
        ticket.prepare(QStringLiteral(
            "INSERT OR REPLACE INTO ticket VALUES (1, ?, '2026-03-02', 'A', ?, 'A00001', 'called', ?, NULL)"));
        step.prepare(QStringLiteral("INSERT OR REPLACE INTO step VALUES (1, ?, 1, 1, ?, NULL, 1, 1, 'open')"));
        operation.prepare(QStringLiteral("INSERT INTO operation VALUES (1, 'bench-worker-1', ?, ?, ?, ?)"));
        const QString body(300, QLatin1Char('x'));
        const QString hash(64, QLatin1Char('0'));
        const QString answer
            = QStringLiteral(R"({"id":0,"jsonrpc":"2.0","result":{"number":"A00001","seq":1,"ticket":1}})");
        QElapsedTimer timer;
        timer.start();
        qint64 n = 0;
        while (timer.elapsed() < kMeasureMs) {
            q.exec(QStringLiteral("BEGIN IMMEDIATE"));
            for (int i = 0; i < groupSize; ++i) {
                ++n;
                journal.bindValue(0, n);
                journal.bindValue(1, n);
                journal.bindValue(2, QStringLiteral("bench-worker-1:1"));
                journal.bindValue(3, body);
                journal.bindValue(4, hash);
                ticket.bindValue(0, n / 4);
                ticket.bindValue(1, n / 4);
                ticket.bindValue(2, n);
                step.bindValue(0, n / 4);
                step.bindValue(1, n);
                operation.bindValue(0, n);
                operation.bindValue(1, hash.left(32));
                operation.bindValue(2, answer);
                operation.bindValue(3, n);
                if (!journal.exec() || !ticket.exec() || !step.exec() || !operation.exec())
                    giveUp("a bare row failed");
            }
            if (!q.exec(QStringLiteral("COMMIT")))
                giveUp("a bare commit failed");
        }
        perSecond = static_cast<double>(n) * 1000.0 / static_cast<double>(timer.elapsed());
    }
    QSqlDatabase::removeDatabase(name);
    return perSecond;
}

/// Average commands a group, from the hub's last words.
int groupSizeIn(const QString &log)
{
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("no hub log");
    for (const QByteArray &line : file.readAll().split('\n')) {
        const Json json = Json::parse(line.constData(), nullptr, false);
        if (json.is_object() && json.value("event", "") == "ended" && json["groups"].get<double>() > 0)
            return static_cast<int>(json["commands"].get<double>() / json["groups"].get<double>() + 0.5);
    }
    giveUp("the hub did not say how it committed");
}

void measureCallToDisplay(const HubAddress &address, std::vector<double> &ms)
{
    HubClient teller(address, QStringLiteral("bench"), Stream::Staff, &signedInSecrets());
    HubAddress display = address;
    display.certificate = certificateOf(kDisplay).certificate;
    display.key = certificateOf(kDisplay).key;
    HubClient lobby(display, QStringLiteral("bench"), Stream::Public);
    teller.start();
    lobby.start();
    if (!waitFor([&] {
            return teller.status() == BranchLink::Status::Live && lobby.status() == BranchLink::Status::Live;
        }))
        giveUp("teller and lobby did not get through");
    QElapsedTimer timer;
    bool isShown = false;
    QObject::connect(&lobby, &BranchLink::publicEvent, &lobby, [&](const PublicEvent &event) {
        if (std::holds_alternative<publicevent::CallShown>(event)) {
            ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            isShown = true;
        }
    });
    for (int i = 0; i < kCalls; ++i) {
        if (!ask(teller, command::IssueTicket{ServiceId{1}}))
            giveUp("no ticket");
        isShown = false;
        TicketId ticket;
        timer.start();
        teller.send(command::CallNext{CounterId{1}}, nullptr, [&](const Result<CommandReply> &reply) {
            if (reply && reply->ticket)
                ticket = *reply->ticket;
        });
        if (!waitFor([&] { return isShown && ticket.isSet(); }))
            giveUp("a call was not shown");
        (void)ask(teller, command::StartService{CounterId{1}, ticket});
        (void)ask(teller, command::FinishService{CounterId{1}, ticket});
    }
}

/// A day of `events` events on disk, written through the store.
void fillDay(const QString &directory, int events)
{
    auto store = Store::open(directory);
    if (!store)
        giveUp(store.error().message.c_str());
    auto recovered = (*store)->recover();
    if (!recovered)
        giveUp("the new database does not recover");
    BranchState state = recovered->state;
    std::int64_t seq = recovered->lastSeq;
    std::int64_t n = 0;
    TimeMs now = kMorningMs;
    const auto run = [&](const Command &command) {
        auto decided = decide(state, command, now);
        if (!decided)
            return false;
        Commit commit;
        for (Event &event : *decided) {
            commit.touched.push_back(apply(state, event, now));
            commit.entries.push_back(
                {++seq, now, StaffId{1}, "1", "bench-filler:" + std::to_string(n + 1), std::move(event)});
        }
        commit.businessDay = state.businessDay();
        commit.operation = {{"bench-filler", ++n}, "0", R"({"id":0,"jsonrpc":"2.0","result":{"seq":1}})", now};
        (*store)->commit(std::move(commit));
        return true;
    };
    run(command::DefineBranch{smallBranch(kClients)});
    run(command::OpenDay{kDay});
    for (int i = 1; i <= kClients; ++i)
        run(command::SignOn{CounterId{i}, StaffId{i}, {}});
    for (int i = 0; seq < events; ++i) {
        now += 500;
        const CounterId counter{1 + i % kClients};
        run(command::IssueTicket{ServiceId{1 + i % 2}});
        if (const TicketId ticket = state.counterState(counter)->ticket; ticket.isSet()) {
            run(command::StartService{counter, ticket});
            run(command::FinishService{counter, ticket});
        }
        run(command::CallNext{counter});
        if ((*store)->pending() > 2000 && !waitFor([&] { return (*store)->pending() < 500; }))
            giveUp("the store does not keep up");
    }
    if (!waitFor([&] { return (*store)->pending() == 0; }))
        giveUp("the store does not finish");
}

double measureStart(const QString &program, const QString &directory)
{
    QFile::remove(directory + QStringLiteral("/hub.port"));
    QProcess hub;
    hub.setStandardErrorFile(directory + QStringLiteral("/start.log"));
    QElapsedTimer timer;
    timer.start();
    hub.start(program, {QStringLiteral("--data"), directory, QStringLiteral("--port"), QStringLiteral("0")});
    while (!QFile::exists(directory + QStringLiteral("/hub.port")) && timer.elapsed() < 60000)
        QThread::usleep(500);
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    hub.terminate();
    hub.waitForFinished();
    return ms;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--echo"))
        return echo(arguments[2]);
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--listen"))
        return listen(arguments[2], arguments[3].toInt());

    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tiepdon-hub");
    QTemporaryDir folder;
    const QString directory = folder.path();
    if (const QByteArray problem = initialise(directory); !problem.isEmpty())
        giveUp(problem.constData());
    writeConfig(directory);
    for (const DeviceId device : {kWorkplace, kDisplay})
        handOver(directory, device);

    HubProcess hub(program);
    if (!hub.start(directory))
        giveUp("the hub does not start");
    const HubAddress address = addressIn(directory);
    {
        HubClient setup(address, QStringLiteral("bench"), Stream::None, &signedInSecrets());
        setup.start();
        if (!waitFor([&] { return setup.status() == BranchLink::Status::Live; }))
            giveUp("no hub");
        if (!ask(setup, command::DefineBranch{smallBranch(kClients)}) || !ask(setup, command::OpenDay{kDay}))
            giveUp("the day does not open");
        for (int i = 1; i <= kClients; ++i)
            (void)ask(setup, command::SignOn{CounterId{i}, StaffId{i}, {}});
    }

    HubClient display(addressIn(directory, kDisplay), QStringLiteral("bench"), Stream::Public);
    display.start();
    const Load load = measureLoad(address, Stream::None);
    print("hub.ack_ops_per_s", load.acksPerSecond, "1/s");
    if (hub.terminate() != 0) // for its group sizes of this load alone
        giveUp("the hub does not stop");
    const int groupSize = groupSizeIn(directory + QStringLiteral("/hub.log"));
    display.stop();

    QProcess echoServer;
    echoServer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--echo"), directory});
    if (!waitFor([&] { return QFile::exists(directory + QStringLiteral("/echo.port")); }))
        giveUp("no echo");
    HubAddress echoAddress = addressIn(directory);
    QFile echoPort(directory + QStringLiteral("/echo.port"));
    if (!echoPort.open(QIODevice::ReadOnly))
        giveUp("no port file");
    echoAddress.port = echoPort.readAll().trimmed().toUShort();
    print("limit.echo_ops_per_s", measureEcho(echoAddress, kClients, nullptr), "1/s");
    print("limit.commit_ops_per_s", measureCommits(directory, groupSize), "1/s");
    print("hub.group_size.mean", groupSize, "commands");

    if (!hub.start(directory))
        giveUp("the hub does not start again");
    const HubAddress again = addressIn(directory);
    const Load all = measureLoad(again, Stream::Staff);
    print("hub.ack_ops_per_s.all_listening", all.acksPerSecond, "1/s");
    print("hub.event_bytes.median", quantile(all.eventBytes, 0.5), "bytes");

    QProcess crowd;
    crowd.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--listen"), directory, QString::number(kCrowd)});
    if (!waitFor([&] { return QFile::exists(directory + QStringLiteral("/crowd.ready")); }))
        giveUp("no crowd");
    std::vector<double> calls;
    measureCallToDisplay(again, calls);
    print("hub.call_to_display_ms.p50", quantile(calls, 0.5), "ms");
    print("hub.call_to_display_ms.p99", quantile(calls, 0.99), "ms");
    crowd.kill();
    crowd.waitForFinished();
    std::vector<double> rtt;
    measureEcho(echoAddress, kCrowd + 2, &rtt);
    print("limit.echo_rtt_ms.p50", quantile(rtt, 0.5), "ms");
    print("limit.echo_rtt_ms.p99", quantile(rtt, 0.99), "ms");
    echoServer.kill();
    echoServer.waitForFinished();
    hub.terminate();

    QTemporaryDir day;
    if (const QByteArray problem = initialise(day.path()); !problem.isEmpty())
        giveUp(problem.constData());
    fillDay(day.path(), kStartEvents);
    std::vector<double> starts;
    for (int i = 0; i < 5; ++i)
        starts.push_back(measureStart(program, day.path()));
    print("hub.start_ms.50000", quantile(starts, 0.5), "ms");
    return 0;
}
