// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/hubs.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tiepdon::test {

inline constexpr StaffId kTeller{1};
inline constexpr StaffId kOtherTeller{2};
inline constexpr StaffId kGreeter{3};
inline constexpr StaffId kOffice{kFirstWithoutCounter.value + 21};
inline constexpr StaffId kAuditor{kFirstWithoutCounter.value + 22};

/// Somebody invented, of whom nothing may be found where it does not belong.
struct Invented {
    std::string name = "Nguyễn Thị Bích Thảo";
    std::string phone = "0912345678";
    std::string document = "079095001234";
    std::string number = "KH00042";
    std::string birthDate = "1950-05-17";

    [[nodiscard]] Json customer() const
    {
        return {{"name", name},
                {"form", "ba"},
                {"birthDate", birthDate},
                {"needs", {"hearing"}},
                {"identifiers",
                 {{{"kind", "phone"}, {"value", phone}},
                  {{"kind", "citizenCard"}, {"value", document}},
                  {{"kind", "customerNumber"}, {"value", number}}}}};
    }
};

/// A hub with a day open, two tellers at counters 1 and 2, a greeter, somebody of the back office and an auditor,
/// each signed in; and their clients.
class CustomerHub
{
public:
    explicit CustomerHub(const BranchSetup &setup = smallBranch(),
                         const std::function<void(HubConfig &config)> &configure = {})
    {
        if (configure)
            configure(hub.config);
        std::vector<AccessChange> records;
        for (const auto &[staff, role, token] : people()) {
            records.push_back(accountOf(staff, token, {role}));
            records.push_back(sessionOf(staff, kWorkplace, token));
        }
        const QByteArray problem = writeRecords(hub.directory(), records);
        if (!problem.isEmpty())
            QTest::qFail(problem.constData(), __FILE__, __LINE__);
        hub.start();
        isReady = codeOf(change(kBoss, "defineBranch", {{"setup", toJson(setup)}})).empty()
            && codeOf(change(kBoss, "openDay", {{"businessDay", kDay}})).empty() && signOn(1, kTeller)
            && signOn(2, kOtherTeller);
    }

    /// Asks as somebody, or as a device without anybody (`device`); the whole answer.
    Json ask(StaffId staff, std::string_view method, const Json &params = Json::object(),
             DeviceId device = kWorkplace)
    {
        RawClient &client = of(staff, device);
        client.send(method, params);
        return answered(client) ? *client.answer() : Json{{"error", {{"data", {{"code", "closed"}}}}}};
    }
    Json change(StaffId staff, std::string_view method, Json params, DeviceId device = kWorkplace)
    {
        if (method == "addCustomer" && !params.contains("isSure"))
            params["isSure"] = false;
        Client &client = clientOf(staff, device);
        lastOperation = client.name + ":" + std::to_string(++client.n);
        return ask(staff, method, with(params, lastOperation), device);
    }
    RawClient &of(StaffId staff, DeviceId device = kWorkplace) { return *clientOf(staff, device).client; }
    bool signOn(int counter, StaffId staff)
    {
        return codeOf(change(staff, "signOn",
                             {{"counter", counter}, {"staff", staff.value}, {"profile", 0}, {"takeOver", false}}))
            .empty();
    }

    /// A new profile, as the boss makes it; its id.
    std::int64_t add(const Json &customer)
    {
        return result(change(kBoss, "addCustomer", {{"customer", customer}, {"isSure", true}}))["customer"];
    }
    /// A ticket for the first service; its id.
    std::int64_t ticket(const Json &more = Json::object())
    {
        Json params{{"service", 1}};
        params.update(more);
        return result(change(kBoss, "issueTicket", params))["ticket"];
    }
    /// The ticket next at a counter is called there.
    std::int64_t call(StaffId staff, int counter)
    {
        return result(change(staff, "callNext", {{"counter", counter}}))["ticket"];
    }
    std::string link(StaffId staff, std::int64_t ticket, std::int64_t customer)
    {
        return codeOf(change(staff, "linkCustomer", {{"ticket", ticket}, {"customer", customer}}));
    }
    Json card(StaffId staff, std::int64_t ticket) { return ask(staff, "customerCard", {{"ticket", ticket}}); }
    /// Entries of the audit with this action, newest first.
    Json audit(const std::string &action)
    {
        return result(ask(kAuditor, "audit", {{"limit", 1000}, {"action", action}}))["entries"];
    }
    static Json result(const Json &answer)
    {
        if (answer.contains("error"))
            qInfo("refused: %s", answer["error"].dump().c_str());
        return answer.value("result", Json::object());
    }
    void stop()
    {
        m_clients.clear();
        hub.stop();
    }
    void restart()
    {
        stop();
        hub.start();
    }

    TestHub hub;
    bool isReady = false;
    std::string lastOperation;

private:
    struct Client {
        std::unique_ptr<RawClient> client;
        std::string name;
        int n = 0;
    };

    static std::vector<std::tuple<StaffId, Role, std::string>> people()
    {
        return {{kTeller, Role::Teller, "teller-1"},
                {kOtherTeller, Role::Teller, "teller-2"},
                {kGreeter, Role::Greeter, "greeter"},
                {kOffice, Role::BackOffice, "office"},
                {kAuditor, Role::Auditor, "auditor"}};
    }

    Client &clientOf(StaffId staff, DeviceId device)
    {
        Client &known = m_clients[{staff, device}];
        if (known.client)
            return known;
        known.name = "customer-client-" + std::to_string(++m_runs);
        known.client = std::make_unique<RawClient>(hub.address(device));
        known.client->sayHello(Stream::None, known.name);
        if (!answered(*known.client))
            QTest::qFail("nobody was greeted", __FILE__, __LINE__);
        if (device == kWorkplace) {
            std::string token = kToken;
            for (const auto &[who, role, theirs] : people()) {
                if (who == staff)
                    token = theirs;
            }
            known.client->resume(token);
            if (!answered(*known.client) || !codeOf(*known.client->answer()).empty())
                QTest::qFail("nobody was signed in", __FILE__, __LINE__);
        }
        return known;
    }

    std::map<std::pair<StaffId, DeviceId>, Client> m_clients;
    int m_runs = 0;
};

} // namespace tiepdon::test
