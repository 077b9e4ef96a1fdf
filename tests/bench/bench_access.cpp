// SPDX-License-Identifier: GPL-3.0-or-later
// What coming in costs: sign-ins a second, what a storm of wrong ones does to those at work, and a thousand clients
// that come back after a restart. Starts the real tiepdon-hub from its own folder; as `bench_access --crowd DIR N` it
// is the clients that come back.
#include "tests/bench/figures.h"
#include "tests/bench/rawclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace tiepdon;
using namespace tiepdon::test;
using namespace tiepdon::bench;

namespace {

constexpr int kDesks = 16; ///< workplaces signing in at one time; more than the hub hashes for at once
constexpr int kMeasureMs = 6000;
constexpr int kCalls = 400;
constexpr int kWrongPerSecond = 200;
constexpr int kCrowd = 1000;
constexpr int kCrowdProcesses = 2;

/// Devices of this program's own, beside the seeds.
const DeviceCertificate &deskCertificate(int desk)
{
    static const auto kAll = [] {
        std::vector<DeviceCertificate> all;
        for (int i = 0; i < kDesks; ++i) {
            auto made = createDeviceCertificate();
            if (!made)
                giveUp("no certificate");
            all.push_back(*made);
        }
        return all;
    }();
    return kAll.at(static_cast<std::size_t>(desk));
}

std::string realHash(const std::string &password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const PasswordHasher::Cost cost;
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.opsLimit, cost.memBytes,
                              crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        giveUp("no memory for a hash");
    return text.data();
}

/// One workplace, and one person of its own there.
class Desk
{
public:
    Desk(HubAddress address, int desk) : m_name("bench-desk-" + std::to_string(desk)), m_client(shown(address, desk), nullptr)
    {
        m_client.onReady = [this] {
            Hello hello;
            hello.app = "bench";
            hello.client = m_name;
            ask(std::string(Hello::kMethod), toJson(hello), [this](const std::string &) { isReady = true; });
        };
        m_client.onMessage = [this](const std::string &bytes) {
            if (bytes.find("\"id\":" + std::to_string(m_id) + ",") != std::string::npos && m_then)
                std::exchange(m_then, {})(bytes);
        };
    }
    void ask(const std::string &method, const Json &params, std::function<void(const std::string &)> then)
    {
        m_then = std::move(then);
        m_client.send(toBytes(Request{++m_id, method, params}));
    }
    /// Signs in and out again, over and over.
    void signInAgain(int desk)
    {
        ask("signIn", {{"account", "desk" + std::to_string(desk)}, {"password", kPassword}},
            [this, desk](const std::string &bytes) {
                if (bytes.find("\"result\"") == std::string::npos)
                    ++refusals;
                else
                    ++signIns;
                if (isGoing)
                    ask("signOut", Json::object(), [this, desk](const std::string &) { signInAgain(desk); });
            });
    }
    /// A wrong password, whatever the last one brought.
    void guess(int n)
    {
        ++guesses;
        m_then = {};
        m_client.send(toBytes(Request{
            ++m_id, "signIn", {{"account", "desk" + std::to_string(n % kDesks)}, {"password", "guess " + std::to_string(n)}}}));
    }

    bool isReady = false;
    bool isGoing = true;
    std::int64_t signIns = 0;
    std::int64_t refusals = 0;
    std::int64_t guesses = 0;

private:
    static HubAddress shown(HubAddress address, int desk)
    {
        address.certificate = deskCertificate(desk).certificate;
        address.key = deskCertificate(desk).key;
        return address;
    }

    std::string m_name;
    bench::RawClient m_client;
    std::int64_t m_id = 0;
    std::function<void(const std::string &)> m_then;
};

std::vector<std::unique_ptr<Desk>> desksAt(const HubAddress &address)
{
    std::vector<std::unique_ptr<Desk>> desks;
    for (int i = 0; i < kDesks; ++i)
        desks.push_back(std::make_unique<Desk>(address, i));
    if (!waitFor([&] { return std::all_of(desks.begin(), desks.end(), [](const auto &d) { return d->isReady; }); }))
        giveUp("the desks did not get through");
    return desks;
}

/// Hashes a second on as many threads as the hub has for it, with nothing else: what sign-ins cannot pass.
double measureHashes()
{
    const std::string hash = realHash(kPassword);
    std::atomic<int> done = 0;
    std::atomic<bool> isGoing = true;
    std::vector<std::thread> threads;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < PasswordHasher::kThreads; ++i) {
        threads.emplace_back([&] {
            while (isGoing) {
                if (crypto_pwhash_str_verify(hash.c_str(), kPassword.data(), kPassword.size()) == 0)
                    ++done;
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(kMeasureMs));
    isGoing = false;
    for (auto &thread : threads)
        thread.join();
    return done * 1000.0 / static_cast<double>(timer.elapsed());
}

double measureSignIns(const HubAddress &address)
{
    auto desks = desksAt(address);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kDesks; ++i)
        desks[static_cast<std::size_t>(i)]->signInAgain(i);
    waitFor([&] { return timer.elapsed() >= kMeasureMs; });
    std::int64_t signIns = 0;
    for (auto &desk : desks) {
        desk->isGoing = false;
        signIns += desk->signIns;
        if (desk->refusals > 0)
            giveUp("a right password was refused");
    }
    return static_cast<double>(signIns) * 1000.0 / static_cast<double>(timer.elapsed());
}

/// How long a call-next takes until it is acknowledged, one after the other.
std::vector<double> measureCalls(HubClient &teller)
{
    std::vector<double> ms;
    for (int i = 0; i < kCalls; ++i) {
        if (!ask(teller, command::IssueTicket{ServiceId{1}}))
            giveUp("no ticket");
        QElapsedTimer timer;
        timer.start();
        const auto called = ask(teller, command::CallNext{CounterId{1}});
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!called || !called->ticket)
            giveUp("nobody was called");
        (void)ask(teller, command::StartService{CounterId{1}, *called->ticket});
        (void)ask(teller, command::FinishService{CounterId{1}, *called->ticket});
    }
    return ms;
}

int crowd(const QString &directory, int count)
{
    HubAddress address = handedOver(directory, kWorkplace);
    address.directory = directory;
    std::vector<std::unique_ptr<HubClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(
            std::make_unique<HubClient>(address, QStringLiteral("bench"), Stream::Staff, &signedInSecrets()));
        clients.back()->start();
    }
    const auto live = [&] {
        return std::count_if(clients.begin(), clients.end(),
                             [](const auto &c) { return c->status() == BranchLink::Status::Live; });
    };
    QTextStream in(stdin);
    if (!runUntil([&] { return live() == count; }, 120000))
        return 1;
    std::printf("ready\n");
    std::fflush(stdout);
    // the hub is killed now; then it is there again
    if (!runUntil([&] { return live() == 0; }, 60000))
        return 1;
    std::printf("gone\n");
    std::fflush(stdout);
    if (!runUntil([&] { return live() == count; }, 120000))
        return 1;
    std::printf("back\n");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

void measureReturn(HubProcess &hub, const QString &directory)
{
    std::vector<std::unique_ptr<QProcess>> crowds;
    for (int i = 0; i < kCrowdProcesses; ++i) {
        crowds.push_back(std::make_unique<QProcess>());
        crowds.back()->start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--crowd"), directory, QString::number(kCrowd / kCrowdProcesses)});
    }
    std::map<QProcess *, QByteArray> said;
    const auto allSaid = [&](const char *word) {
        return std::all_of(crowds.begin(), crowds.end(), [&](const auto &each) {
            said[each.get()] += each->readAllStandardOutput();
            return said[each.get()].contains(word);
        });
    };
    if (!runUntil([&] { return allSaid("ready"); }, 120000))
        giveUp("the crowd did not get through");
    hub.kill();
    if (!runUntil([&] { return allSaid("gone"); }, 60000))
        giveUp("the crowd did not notice");
    QElapsedTimer timer;
    timer.start();
    if (!hub.start(directory))
        giveUp("the hub does not start again");
    const double startMs = static_cast<double>(timer.elapsed());
    if (!runUntil([&] { return allSaid("back"); }, 120000))
        giveUp("the crowd did not come back");
    print("return.1000_clients_s", static_cast<double>(timer.elapsed()) / 1000.0, "s");
    print("return.hub_start_s", startMs / 1000.0, "s");
    for (auto &each : crowds) {
        each->kill();
        each->waitForFinished();
    }
    if (hub.terminate() != 0)
        giveUp("the hub does not stop");
    QFile log(directory + QStringLiteral("/hub.log"));
    if (!log.open(QIODevice::ReadOnly))
        giveUp("no hub log");
    double turnedAway = -1;
    for (const QByteArray &line : log.readAll().split('\n')) {
        const Json json = Json::parse(line.constData(), nullptr, false);
        if (json.is_object() && json.value("event", "") == "ended")
            turnedAway = json["turnedAway"].get<double>();
    }
    print("return.refusals", turnedAway, "connections");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--crowd"))
        return crowd(arguments[2], arguments[3].toInt());

    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tiepdon-hub");
    QTemporaryDir folder;
    const QString directory = folder.path();
    if (const QByteArray problem = initialise(directory); !problem.isEmpty())
        giveUp(problem.constData());
    std::vector<AccessChange> records;
    const std::string hash = realHash(kPassword);
    for (int i = 0; i < kDesks; ++i) {
        Device device = deviceOf(kWorkplace, DeviceKind::Workplace);
        device.id = DeviceId{10 + i};
        device.fingerprint = fingerprintHex(deskCertificate(i).certificate).toStdString();
        Account account = accountOf(StaffId{kBoss.value + 1 + i}, "desk" + std::to_string(i), {Role::Supervisor});
        account.passwordHash = hash;
        records.push_back(std::move(device));
        records.push_back(std::move(account));
    }
    if (const QByteArray problem = writeRecords(directory, records); !problem.isEmpty())
        giveUp(problem.constData());
    writeConfig(directory);
    handOver(directory, kWorkplace);

    HubProcess hub(program);
    if (!hub.start(directory))
        giveUp("the hub does not start");
    HubAddress address = addressIn(directory);
    print("limit.hashes_per_s", measureHashes(), "1/s");
    print("signin.per_s", measureSignIns(address), "1/s");

    {
        HubClient teller(address, QStringLiteral("bench"), Stream::Staff, &signedInSecrets());
        teller.start();
        if (!waitFor([&] { return teller.status() == BranchLink::Status::Live; }))
            giveUp("the teller did not get through");
        if (!ask(teller, command::DefineBranch{smallBranch(1)}) || !ask(teller, command::OpenDay{kDay})
            || !ask(teller, command::SignOn{CounterId{1}, StaffId{1}, {}}))
            giveUp("the day does not open");
        const std::vector<double> quiet = measureCalls(teller);
        print("call_next_ms.p50", quantile(quiet, 0.5), "ms");
        print("call_next_ms.p99", quantile(quiet, 0.99), "ms");

        auto desks = desksAt(address);
        QTimer storm;
        int n = 0;
        QObject::connect(&storm, &QTimer::timeout, &storm, [&] {
            ++n;
            desks[static_cast<std::size_t>(n % kDesks)]->guess(n);
        });
        QElapsedTimer age;
        age.start();
        storm.start(1000 / kWrongPerSecond);
        // from the first second, when most of them are hashed, on
        const std::vector<double> busy = measureCalls(teller);
        print("call_next_ms.p50.with_wrong_signins", quantile(busy, 0.5), "ms");
        print("call_next_ms.p99.with_wrong_signins", quantile(busy, 0.99), "ms");
        print("wrong_signins_per_s", n * 1000.0 / static_cast<double>(age.elapsed()), "1/s");
    }
    measureReturn(hub, directory);
    return 0;
}
