// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervisor's window costs on the largest floor: 40 counters, 500 people waiting, 50 events a second,
// through the real hub. How long from a command that is sent, and from its event that has come, until the counter's
// tile is painted; how long the event loop stands still meanwhile; and the window's memory (and the hub's) after
// each day of a week that is played. Who sends the commands is in the window's thread, so the window alone is
// faster than what is printed. No screen: the offscreen platform paints into memory.
#include "app/supervisor/floorpage.h"
#include "app/supervisor/supervisorwindow.h"
#include "tests/bench/figures.h"
#include "ui/entry/entryframe.h"
#include "ui/session/stallmeter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countertile.h"

#include <QApplication>
#include <QEvent>

#include <cmath>
#include <deque>
#include <map>
#include <set>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr std::int64_t kCounters = 40;
constexpr std::int64_t kServices = 20;
constexpr int kWaiting = 500;
constexpr int kEventMs = 20; ///< 50 a second
constexpr int kEvents = 3000; ///< a minute
constexpr int kDays = 7;
constexpr int kTicketsADay = 1000;
constexpr std::size_t kUnderWay = 32; ///< commands of a played day that are not answered yet

BranchSetup largeBranch()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh lớn", "Large branch"};
    setup.settings.numberDigits = 4;
    for (std::int64_t i = 1; i <= kServices; ++i)
        setup.services.push_back({ServiceId{i},
                                  {"Dịch vụ số " + std::to_string(i), "Service " + std::to_string(i)},
                                  std::string(1, "ABCDEFGHJK"[static_cast<std::size_t>(i) % 10]),
                                  5 * kMinuteMs,
                                  15 * kMinuteMs});
    for (std::int64_t i = 1; i <= kServices / 2; ++i)
        setup.profiles.push_back({ProfileId{i},
                                  {"Nhóm " + std::to_string(i), "Group " + std::to_string(i)},
                                  {ServiceId{2 * i - 1}, ServiceId{2 * i}}});
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        setup.counters.push_back({CounterId{i}, i, ProfileId{(i - 1) % (kServices / 2) + 1}});
        setup.staff.push_back({StaffId{i}, "Nhân viên " + std::to_string(i)});
    }
    return setup;
}

/// Whoever works at all the counters: one connection, one command after the other.
class Feeder
{
public:
    explicit Feeder(const HubAddress &address) : m_client(address)
    {
        if (!signedIn(m_client, Stream::None, m_run))
            bench::giveUp("the boss is not signed in");
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
            m_client.send(toBytes(Request{std::nullopt, std::string(ClientHeartbeat::kMethod)}));
        });
        m_beat.start(3000);
    }

    /// Sends and does not wait.
    std::int64_t send(std::string_view method, Json params)
    {
        params["op"] = m_run + ":" + std::to_string(++m_n);
        m_client.send(method, params);
        m_asked.insert(m_client.lastId);
        return m_client.lastId;
    }
    /// Takes the answers that have come; a refusal ends the program.
    void take()
    {
        for (; !m_client.received.empty(); m_client.received.pop_front()) {
            const Json &message = m_client.received.front();
            if (!message.contains("id"))
                continue;
            if (!codeOf(message).empty() && codeOf(message) != "NobodyWaiting")
                bench::giveUp(message.dump().c_str());
            const auto id = message["id"].get<std::int64_t>();
            m_asked.erase(id);
            m_answers[id] = message.value("result", Json());
        }
    }
    Json result(std::string_view method, const Json &params)
    {
        const std::int64_t id = send(method, params);
        if (!bench::waitFor([&] {
                take();
                return m_answers.contains(id) || m_client.isClosed();
            })
            || m_client.isClosed())
            bench::giveUp("the feeder was cut off");
        Json answer = m_answers[id];
        m_answers.clear();
        return answer;
    }
    /// Waits until at most so many are not answered.
    void waitUntil(std::size_t underWay)
    {
        if (!bench::waitFor([&] {
                take();
                return m_asked.size() <= underWay || m_client.isClosed();
            })
            || m_client.isClosed())
            bench::giveUp("the feeder was cut off");
    }
    /// The result of a request that was answered; null for a refusal.
    [[nodiscard]] Json answerTo(std::int64_t id) const
    {
        const auto it = m_answers.find(id);
        return it == m_answers.end() ? Json() : it->second;
    }
    void forgetAnswers() { m_answers.clear(); }
    /// What is not a command.
    void setClock(TimeMs at)
    {
        m_client.send("setClock", {{"timeMs", at}, {"rate", 1.0}});
        const std::int64_t id = m_client.lastId;
        m_asked.insert(id);
        waitUntil(0);
    }

private:
    test::RawClient m_client;
    std::string m_run = "bench-floor-feeder";
    std::int64_t m_n = 0;
    std::set<std::int64_t> m_asked;
    std::map<std::int64_t, Json> m_answers;
    QTimer m_beat;
};

/// When commands were sent, their events came, and the tiles were painted.
class Watch : public QObject
{
public:
    explicit Watch(SupervisorWindow &window, BranchLink &link)
    {
        m_clock.start();
        for (std::int64_t i = 1; i <= kCounters; ++i) {
            CounterTile *tile = window.floorPage().tile(CounterId{i});
            if (!tile)
                bench::giveUp("a counter has no tile");
            tile->installEventFilter(this);
            m_counters[tile] = i;
        }
        connect(&link, &BranchLink::branchEvent, this, [this](const Event &event) {
            const std::int64_t counter = std::visit(
                [](const auto &e) {
                    if constexpr (requires { requires std::same_as<decltype(e.counter), CounterId>; })
                        return e.counter.value;
                    else
                        return std::int64_t{0};
                },
                event);
            if (m_sent.contains(counter) && !m_came.contains(counter))
                m_came[counter] = nowMs();
        });
    }

    [[nodiscard]] double nowMs() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
    void sent(std::int64_t counter) { m_sent[counter] = nowMs(); }
    /// The last command for a counter is on the screen.
    [[nodiscard]] bool isPainted(std::int64_t counter) const { return !m_sent.contains(counter); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !m_counters.contains(watched))
            return false;
        const std::int64_t counter = m_counters[watched];
        if (const auto came = m_came.find(counter); came != m_came.end()) {
            const double now = nowMs();
            fromSentMs.push_back(now - m_sent[counter]);
            fromEventMs.push_back(now - came->second);
            m_sent.erase(counter);
            m_came.erase(came);
        }
        return false;
    }

    std::vector<double> fromSentMs;
    std::vector<double> fromEventMs;

private:
    QElapsedTimer m_clock;
    std::map<QObject *, std::int64_t> m_counters;
    std::map<std::int64_t, double> m_sent;
    std::map<std::int64_t, double> m_came;
};

double residentMib(qint64 process)
{
    QFile file(process == 0 ? QStringLiteral("/proc/self/status") : QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).replace("kB", "").trimmed().toDouble() / 1024;
    }
    return -1;
}

/// One thing at each counter in turn: calls, starts, finishes; and somebody comes for each who is called.
class Work
{
public:
    Work(Feeder &feeder, const BranchState &seen) : m_feeder(feeder), m_seen(seen) { }

    /// Sends the next command; the counter it changes, 0 for none.
    std::int64_t next()
    {
        if (m_isIssueDue) {
            m_isIssueDue = false;
            m_feeder.send("issueTicket", {{"service", m_issued++ % kServices + 1}});
            return 0;
        }
        m_counter = m_counter % kCounters + 1;
        const CounterState &state = *m_seen.counterState(CounterId{m_counter});
        const Ticket *ticket = m_seen.ticket(state.ticket);
        const Json about{{"counter", m_counter}, {"ticket", state.ticket.value}};
        if (!ticket) {
            m_feeder.send("callNext", {{"counter", m_counter}});
            m_isIssueDue = true;
        } else {
            m_feeder.send(ticket->state == TicketState::Called ? "startService" : "finishService", about);
        }
        return m_counter;
    }
    [[nodiscard]] std::int64_t counter() const { return m_counter % kCounters + 1; }

private:
    Feeder &m_feeder;
    const BranchState &m_seen;
    std::int64_t m_counter = 0;
    std::int64_t m_issued = 0;
    bool m_isIssueDue = false;
};

/// Fifty events a second for a minute.
void measure(Watch &watch, Feeder &feeder, const BranchState &seen)
{
    Work work(feeder, seen);
    int done = 0;
    int left = 0; ///< turns in which the counter's last change was not painted yet
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    QObject::connect(&turn, &QTimer::timeout, &turn, [&] {
        feeder.take();
        if (!watch.isPainted(work.counter())) {
            ++left;
            return;
        }
        if (const std::int64_t counter = work.next(); counter > 0)
            watch.sent(counter);
        ++done;
    });
    turn.start(kEventMs);
    if (!test::runUntil([&] { return done >= kEvents; }, 10 * 60 * 1000))
        bench::giveUp(qPrintable(QStringLiteral("only %1 events came through, %2 turns waited for counter %3")
                                     .arg(done)
                                     .arg(left)
                                     .arg(work.counter())));
    turn.stop();
    feeder.waitUntil(0);
    bench::print("floor_events", done, "events");
    bench::print("floor_turns_left_out", left, "turns");
}

void playDay(Feeder &feeder, int day)
{
    const TimeMs morning = kMorningMs + day * kDayMs;
    feeder.setClock(morning);
    feeder.result("openDay", {{"businessDay", localDay(morning, 7 * 60)}});
    for (std::int64_t i = 1; i <= kCounters; ++i)
        feeder.send("signOn", {{"counter", i}, {"staff", i}, {"profile", 0}, {"takeOver", false}});
    feeder.waitUntil(0);
    int issued = 0;
    for (int round = 0; issued < kTicketsADay; ++round) {
        feeder.setClock(morning + round * 10 * kMinuteMs + kMinuteMs);
        for (std::int64_t i = 1; i <= kCounters && issued < kTicketsADay; ++i, ++issued) {
            feeder.send("issueTicket", {{"service", issued % kServices + 1}});
            feeder.waitUntil(kUnderWay);
        }
        feeder.waitUntil(0);
        feeder.forgetAnswers();
        std::map<std::int64_t, std::int64_t> calls; ///< by counter: the request
        for (std::int64_t i = 1; i <= kCounters; ++i) {
            calls[i] = feeder.send("callNext", {{"counter", i}});
            feeder.waitUntil(kUnderWay);
        }
        feeder.waitUntil(0);
        for (const char *step : {"startService", "finishService"}) {
            for (const auto &[counter, call] : calls) {
                const Json called = feeder.answerTo(call);
                if (!called.contains("ticket")) // nobody was left for it
                    continue;
                feeder.send(step, {{"counter", counter}, {"ticket", called["ticket"]}});
                feeder.waitUntil(kUnderWay);
            }
            feeder.waitUntil(0);
        }
    }
    feeder.result("closeDay", {{"force", true}});
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    applyTheme(ThemeKind::Light);
    QTemporaryDir directory;
    if (!initialise(directory.path()).isEmpty())
        bench::giveUp("no branch");
    bench::writeConfig(directory.path());
    HubProcess hub(QCoreApplication::applicationDirPath() + QStringLiteral("/tiepdon-hub"));
    if (!hub.start(directory.path(), {QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T07:00:00+07:00")}))
        bench::giveUp("no hub");
    Feeder feeder(addressIn(directory.path()));
    feeder.setClock(kMorningMs);
    feeder.result("defineBranch", {{"setup", toJson(largeBranch())}});

    Language language(LanguageKind::Vietnamese);
    HubClient link(addressIn(directory.path()), QStringLiteral("bench"), Stream::Staff, &signedInSecrets());
    auto *window = new SupervisorWindow(link, language);
    EntryFrame frame(link, language, window);
    frame.resize(2560, 1440); // all forty tiles are on the screen
    frame.show();
    link.start();
    if (!bench::waitFor([&] { return link.status() == BranchLink::Status::Live; }))
        bench::giveUp("the window is not live");

    feeder.result("openDay", {{"businessDay", kDay}});
    for (std::int64_t i = 1; i <= kCounters; ++i)
        feeder.result("signOn", {{"counter", i}, {"staff", i}, {"profile", 0}, {"takeOver", false}});
    for (int i = 0; i < kWaiting; ++i)
        feeder.result("issueTicket", {{"service", i % kServices + 1}});
    if (!bench::waitFor([&] { return link.branch().tickets().size() == kWaiting; }))
        bench::giveUp("the people are not seen");
    window->showFloor();
    const QString timing = directory.path() + QStringLiteral("/timing");
    auto meter = std::make_unique<StallMeter>(QStringLiteral("floor"), timing);
    meter->hasContent(frame);
    Watch watch(*window, link);
    measure(watch, feeder, link.branch());
    bench::print("floor_tiles_painted", static_cast<double>(watch.fromEventMs.size()), "tiles");
    bench::print("floor_event_to_tile_p50", bench::quantile(watch.fromEventMs, 0.5), "ms");
    bench::print("floor_event_to_tile_p99", bench::quantile(watch.fromEventMs, 0.99), "ms");
    bench::print("floor_command_to_tile_p50", bench::quantile(watch.fromSentMs, 0.5), "ms");
    bench::print("floor_command_to_tile_p99", bench::quantile(watch.fromSentMs, 0.99), "ms");
    QMetaObject::invokeMethod(&app, "aboutToQuit"); // it writes then
    meter.reset();
    QFile written(timing);
    if (written.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : written.readAll().split('\n')) {
            if (line.startsWith("floor.stall"))
                std::printf("%s\n", line.constData());
        }
    }

    feeder.result("closeDay", {{"force", true}});
    bench::print("floor_window_day_0", residentMib(0), "MiB");
    bench::print("floor_hub_day_0", residentMib(hub.process().processId()), "MiB");
    for (int day = 1; day <= kDays; ++day) {
        playDay(feeder, day);
        const std::string date = localDay(kMorningMs + day * kDayMs, 7 * 60);
        // the window has seen all of it
        if (!bench::waitFor([&] { return !link.branch().isOpen() && link.branch().businessDay() == date; }))
            bench::giveUp("the day's end is not seen");
        bench::print(qPrintable(QStringLiteral("floor_window_day_%1").arg(day)), residentMib(0), "MiB");
        bench::print(qPrintable(QStringLiteral("floor_hub_day_%1").arg(day)),
                     residentMib(hub.process().processId()), "MiB");
    }
    link.stop();
    return 0;
}
