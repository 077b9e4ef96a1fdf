// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/client/hubclient.h"
#include "core/hub/hub.h"
#include "core/store/store.h"
#include "core/wire/codec.h"
#include "core/wire/frame.h"
#include "tests/support/seeds.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <deque>
#include <functional>
#include <memory>

#include <sys/mount.h>

namespace tiepdon::test {

/// 2026-03-02 08:00 in Vietnam.
constexpr TimeMs kMorningMs = 1772413200000;
inline const std::string kDay = "2026-03-02";

/// A small branch: two services, one profile for both and one for each, `counters` counters with one member
/// of staff each (id = counter's).
inline BranchSetup smallBranch(int counters = 3)
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh Thử", "Test branch"};
    setup.settings.numberDigits = 5;
    setup.services = {{ServiceId{1}, {"Tiền gửi", "Deposits"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {ServiceId{2}, {"Vay vốn", "Loans"}, "B", 15 * kMinuteMs, 15 * kMinuteMs}};
    setup.profiles = {{ProfileId{1}, {"Tất cả", "All"}, {ServiceId{1}, ServiceId{2}}},
                      {ProfileId{2}, {"Tiền gửi", "Deposits"}, {ServiceId{1}}}};
    for (int i = 1; i <= counters; ++i) {
        setup.counters.push_back({CounterId{i}, i, ProfileId{1}});
        setup.staff.push_back({StaffId{i}, "Nhân viên " + std::to_string(i)});
    }
    return setup;
}

/// A hub in this process; `start` and `stop` as often as a test likes, on the same directory.
class TestHub
{
public:
    /// With a size ("4m") the data directory is a file system of that size; see `takeOwnMounts`.
    explicit TestHub(const QByteArray &diskSize = {}) : m_hasDisk(!diskSize.isEmpty())
    {
        if (m_hasDisk
            && ::mount("tmpfs", qPrintable(m_directory.path()), "tmpfs", 0, ("size=" + diskSize).constData()) != 0)
            QTest::qFail("the test's disk cannot be mounted", __FILE__, __LINE__);
        const QByteArray problem = initialise(m_directory.path());
        if (!problem.isEmpty())
            QTest::qFail(problem.constData(), __FILE__, __LINE__);
    }
    ~TestHub()
    {
        stop();
        if (m_hasDisk)
            ::umount(qPrintable(m_directory.path()));
    }

    void start()
    {
        auto store = Store::open(m_directory.path());
        QVERIFY2(store.isOk(), store.isOk() ? "" : store.error().message.c_str());
        m_store = std::move(*store);
        auto recovered = m_store->recover();
        QVERIFY(recovered.isOk());
        m_hub = std::make_unique<Hub>(*m_store, std::move(*recovered), clock, playClock, config);
        QVERIFY(m_hub->listen(m_directory.path()).isOk());
        config.port = m_hub->port(); // the same one after a restart, as a real hub's
    }
    void stop()
    {
        m_hub.reset();
        m_store.reset();
    }
    [[nodiscard]] Hub &hub() { return *m_hub; }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] HubAddress address(DeviceId device = kWorkplace) const
    {
        HubAddress address = addressIn(m_directory.path(), device);
        address.port = config.port;
        return address;
    }

    ManualClock clock{kMorningMs};
    PlayClock *playClock = nullptr;
    HubConfig config = [] {
        HubConfig c;
        c.port = 0;
        c.heartbeatMs = 200;
        c.socketsPerAddress = 4096; // all of a test's come from one
        c.gate.passwordCost = {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
        return c;
    }();

private:
    QTemporaryDir m_directory;
    bool m_hasDisk;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Hub> m_hub;
};

/// A peer that says exactly what a test wants, well-formed or not.
class RawClient
{
public:
    explicit RawClient(const HubAddress &address)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({address.authority});
        if (!address.certificate.isNull()) {
            tls.setLocalCertificate(address.certificate);
            tls.setPrivateKey(address.key);
        }
        socket.setSslConfiguration(tls);
        QObject::connect(&socket, &QSslSocket::readyRead, &socket, [this] { read(); });
        socket.connectToHostEncrypted(address.host, address.port);
    }

    void send(const std::string &message)
    {
        const std::string bytes = framed(message);
        socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    void send(std::string_view method, const Json &params)
    {
        send(toBytes(Request{++lastId, std::string(method), params}));
    }
    void sayHello(Stream stream = Stream::None, const std::string &client = "raw-client-1")
    {
        Hello hello;
        hello.app = "test";
        hello.client = client;
        hello.stream = stream;
        send(Hello::kMethod, toJson(hello));
    }
    /// Goes on with a session, the boss's unless told.
    void resume(const std::string &token = kToken) { send(ResumeSession::kMethod, toJson(ResumeSession{token})); }
    /// The answer to the last request, once it is here.
    [[nodiscard]] const Json *answer() const
    {
        for (const Json &json : received) {
            if (json.value("id", Json()) == Json(lastId))
                return &json;
        }
        return nullptr;
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QSslSocket socket;
    std::deque<Json> received;
    std::deque<Json> quotes;
    std::deque<Json> alerts;
    std::int64_t lastId = 0;

private:
    void read()
    {
        const QByteArray bytes = socket.readAll();
        m_reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        for (;;) {
            auto next = m_reader.next();
            if (!next || !*next)
                return;
            Json message = Json::parse(**next);
            const std::string method = message.value("method", std::string());
            if (method == Quotes::kMethod)
                quotes.push_back(std::move(message));
            else if (method == AlertsNote::kMethod)
                alerts.push_back(std::move(message));
            else if (method != HeartbeatNote::kMethod) // both come whenever they come
                received.push_back(std::move(message));
        }
    }

    FrameReader m_reader{limits::kFrameBytesFromHub};
};

/// The code of an error answer, or "" for a result.
inline std::string codeOf(const Json &answer)
{
    return answer.contains("error") ? answer["error"]["data"]["code"].get<std::string>() : std::string();
}

/// Parameters of a command, with its operation id.
inline Json with(Json params, const std::string &op)
{
    params["op"] = op;
    return params;
}

/// Waits for the answer to the last request; false when the connection ends without one.
inline bool answered(RawClient &client)
{
    return QTest::qWaitFor([&] { return client.answer() || client.isClosed(); }, 10000) && client.answer();
}

/// Sends and waits: the answer's error code, "" for a result, "closed" without an answer.
inline std::string codeAfter(RawClient &client, std::string_view method, const Json &params = Json::object())
{
    client.send(method, params);
    return answered(client) ? codeOf(*client.answer()) : "closed";
}

/// Whether it is greeted, with somebody signed in: the boss unless told.
inline bool signedIn(RawClient &client, Stream stream = Stream::None, const std::string &name = "raw-client-1",
                     const std::string &token = kToken)
{
    client.sayHello(stream, name);
    if (!answered(client) || codeOf(*client.answer()) != "")
        return false;
    client.resume(token);
    return answered(client) && codeOf(*client.answer()) == "";
}

/// Runs the event loop without a pause until something is so (looked at every millisecond);
/// false when it is not within `msMax`. QTest::qWaitFor sleeps 10 ms between looks, which figures would show.
inline bool runUntil(const std::function<bool()> &isSo, int msMax = 30000)
{
    if (isSo())
        return true;
    QEventLoop loop;
    QTimer look;
    QElapsedTimer age;
    age.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.exit(0);
        else if (age.elapsed() > msMax)
            loop.exit(1);
    });
    look.start(1);
    return loop.exec() == 0;
}

/// Sends and waits for the answer; the event loop runs meanwhile.
inline Result<CommandReply> ask(BranchLink &link, const Command &command)
{
    const auto answer = std::make_shared<std::optional<Result<CommandReply>>>(); // may come after we gave up
    link.send(command, nullptr, [answer](const Result<CommandReply> &r) { *answer = r; });
    if (!runUntil([&] { return answer->has_value(); }))
        return Error{ErrorCode::Timeout, "the test got no answer", {}};
    return **answer;
}

/// The real hub program.
class HubProcess
{
public:
    explicit HubProcess(QString program) : m_program(std::move(program)) { }
    ~HubProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Starts it and waits until it has left its port.
    bool start(const QString &directory, const QStringList &more = {})
    {
        QFile::remove(directory + QStringLiteral("/hub.port"));
        if (qEnvironmentVariableIsSet("TIEPDON_TEST_LOG"))
            m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        else
            m_process.setStandardErrorFile(directory + QStringLiteral("/hub.log"), QIODevice::Append);
        m_process.start(
            m_program,
            QStringList{QStringLiteral("--data"), directory, QStringLiteral("--port"), QStringLiteral("0")} + more);
        return m_process.waitForStarted()
            && QTest::qWaitFor([&] { return QFile::exists(directory + QStringLiteral("/hub.port")); }, 20000);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Asks it to stop; its exit code, or -1 when it does not.
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(10000) ? m_process.exitCode() : -1;
    }
    QProcess &process() { return m_process; }

private:
    QString m_program;
    QProcess m_process;
};

} // namespace tiepdon::test
