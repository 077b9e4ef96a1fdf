// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <deque>

using namespace tiepdon;
using namespace tiepdon::test;

// How soon tellers have the card of who is next, after an event made it somebody else: 200 of them at counters of
// their own, all with the same next person, while people are called and served. Clients and their TLS are in this
// one thread, so the hub is faster than what is printed.

namespace {

constexpr int kTellers = 200;
constexpr int kCustomers = 1000;
constexpr int kRounds = 100;
constexpr int kServing = 20; ///< calls until a counter is done

std::string tokenOf(int teller) { return "a-token-of-teller-" + std::to_string(teller); }

struct Teller {
    std::unique_ptr<RawClient> client;
    std::string run;
    int n = 0;
    double askedMs = -1;
    double answeredMs = -1;

    Json result(std::string_view method, Json params)
    {
        params["op"] = run + ":" + std::to_string(++n);
        client->send(method, params);
        if (!bench::waitFor([&] { return client->answer() || client->isClosed(); }) || !client->answer()
            || !codeOf(*client->answer()).empty())
            bench::giveUp(client->answer() ? client->answer()->dump().c_str() : "a client was cut off");
        return (*client->answer())["result"];
    }
    [[nodiscard]] bool hasEvent(std::string_view name) const
    {
        return std::any_of(client->received.begin(), client->received.end(), [&](const Json &json) {
            return json.value("method", std::string()) == EventNote::kMethod && json["params"]["name"] == name;
        });
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTemporaryDir directory;
    if (!initialise(directory.path()).isEmpty())
        bench::giveUp("no branch");
    std::vector<AccessChange> records;
    for (int i = 1; i <= kTellers; ++i) {
        records.push_back(accountOf(StaffId{i}, "teller" + std::to_string(i), {Role::Teller}));
        records.push_back(sessionOf(StaffId{i}, kWorkplace, tokenOf(i)));
    }
    if (!writeRecords(directory.path(), records).isEmpty())
        bench::giveUp("no tellers");
    bench::writeConfig(directory.path());
    HubProcess hub(QCoreApplication::applicationDirPath() + QStringLiteral("/tiepdon-hub"));
    if (!hub.start(directory.path()))
        bench::giveUp("no hub");
    const HubAddress address = addressIn(directory.path());

    Teller boss{std::make_unique<RawClient>(address), "bench-boss-1"};
    if (!signedIn(*boss.client, Stream::None, boss.run))
        bench::giveUp("the boss is not signed in");
    boss.result("defineBranch", {{"setup", toJson(smallBranch(kTellers))}});
    boss.result("openDay", {{"businessDay", localDay(SystemClock().nowMs(), 7 * 60)}});
    std::vector<std::int64_t> customers;
    for (int i = 0; i < kCustomers; ++i) {
        const std::string number = std::to_string(100000 + i);
        const Json customer{{"name", "Nguyễn Văn Thứ " + std::to_string(i)},
                            {"identifiers",
                             {{{"kind", "phone"}, {"value", "0912" + number}},
                              {{"kind", "customerNumber"}, {"value", "KH" + number}}}}};
        customers.push_back(boss.result("addCustomer", {{"customer", customer}, {"isSure", false}})["customer"]);
    }
    std::deque<std::int64_t> waiting;
    std::size_t issued = 0;
    const auto issue = [&] {
        const Json reply
            = boss.result("issueTicket", {{"service", 1}, {"customer", customers[issued++ % customers.size()]}});
        waiting.push_back(reply["ticket"].get<std::int64_t>());
        boss.client->received.clear();
    };
    for (int i = 0; i < 50; ++i)
        issue();

    std::vector<Teller> tellers(kTellers);
    QTimer beat; // who is silent is cut off
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        const std::string alive = toBytes(Request{std::nullopt, std::string(ClientHeartbeat::kMethod)});
        boss.client->send(alive);
        for (const Teller &teller : tellers) {
            if (teller.client && teller.n > 0) // signed in
                teller.client->send(alive);
        }
    });
    beat.start(3000);
    for (int i = 0; i < kTellers; ++i) {
        Teller &teller = tellers[static_cast<std::size_t>(i)];
        teller.run = "bench-teller-" + std::to_string(i + 1);
        teller.client = std::make_unique<RawClient>(address);
        if (!signedIn(*teller.client, Stream::Staff, teller.run, tokenOf(i + 1)))
            bench::giveUp("a teller is not signed in");
        teller.result("signOn", {{"counter", i + 1}, {"staff", i + 1}, {"profile", 0}, {"takeOver", false}});
    }

    QElapsedTimer clock;
    clock.start();
    const auto nowMs = [&] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
    std::vector<double> previewMs;
    std::vector<double> lastMs; ///< of each round: until everybody had it
    std::deque<std::pair<int, std::int64_t>> inHand;
    for (int round = 0; round < kRounds; ++round) {
        const int caller = round % kTellers;
        issue();
        if (inHand.size() >= kServing) { // somebody is done
            const auto [at, ticket] = inHand.front();
            inHand.pop_front();
            Teller &teller = tellers[static_cast<std::size_t>(at)];
            teller.result("startService", {{"counter", at + 1}, {"ticket", ticket}});
            teller.result("finishService", {{"counter", at + 1}, {"ticket", ticket}});
        }
        for (Teller &teller : tellers) {
            teller.client->received.clear();
            teller.askedMs = teller.answeredMs = -1;
        }
        const std::int64_t called = waiting.front();
        waiting.pop_front();
        Teller &by = tellers[static_cast<std::size_t>(caller)];
        by.client->send("callNext", {{"counter", caller + 1}, {"op", by.run + ":" + std::to_string(++by.n)}});
        const double sentMs = nowMs();
        const bool isDone = bench::waitFor([&] {
            bool isAll = true;
            for (Teller &teller : tellers) {
                if (teller.askedMs < 0 && teller.hasEvent("TicketCalled")) {
                    teller.askedMs = nowMs();
                    // who calls sees whom they called, everybody else who is next now
                    teller.client->send("customerCard", {{"ticket", &teller == &by ? called : waiting.front()}});
                }
                if (teller.askedMs >= 0 && teller.answeredMs < 0 && teller.client->answer()) {
                    if (!codeOf(*teller.client->answer()).empty())
                        bench::giveUp(teller.client->answer()->dump().c_str());
                    teller.answeredMs = nowMs();
                    previewMs.push_back(teller.answeredMs - teller.askedMs);
                }
                isAll = isAll && teller.answeredMs >= 0;
            }
            return isAll;
        });
        if (!isDone)
            bench::giveUp("a preview did not come");
        lastMs.push_back(nowMs() - sentMs);
        inHand.emplace_back(caller, called);
    }
    bench::print("preview_clients", kTellers, "clients");
    bench::print("preview_n", static_cast<double>(previewMs.size()), "cards");
    bench::print("preview_p50", bench::quantile(previewMs, 0.5), "ms");
    bench::print("preview_p99", bench::quantile(previewMs, 0.99), "ms");
    bench::print("preview_everybody_p50", bench::quantile(lastMs, 0.5), "ms");
    bench::print("preview_everybody_p99", bench::quantile(lastMs, 0.99), "ms");
    return 0;
}
