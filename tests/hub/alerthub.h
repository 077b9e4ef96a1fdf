// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/hub/customerhub.h"
#include "tests/hub/outsideserver.h"

#include <string>
#include <vector>

// What tests of a hub's alerts have in common.

namespace tiepdon::test {

inline const Json kDecision{
    {"affects", "họ chờ ngắn hơn"}, {"feels", "yên tâm"}, {"solves", "không ai bị quên"}, {"value", "giữ lời hứa"}};

/// Two people in a queue are one too many.
inline Json queueRule(const Json &telling = Json::object())
{
    return {{"id", 0},
            {"revision", 0},
            {"name", {{"vi", "Hàng dài"}, {"en", "Long queue"}}},
            {"kind", "queueLong"},
            {"isOn", true},
            {"severity", "warning"},
            {"threshold", 2},
            {"telling", telling}};
}

inline Json ruleFor(const char *kind)
{
    Json rule = queueRule();
    rule["kind"] = kind;
    rule["threshold"] = kMinuteMs;
    return rule;
}

inline void quick(HubConfig &config)
{
    config.alerts.tickMs = 10;
    config.alerts.tellMs = 20;
    config.alerts.notices.firstDelayMs = 20;
    config.alerts.notices.delayMsMax = 200;
}

/// Somebody who follows the branch and is told of its alerts.
class AlertListener
{
public:
    AlertListener(CustomerHub &hub, const std::string &token = kToken, Stream stream = Stream::Staff)
        : m_client(hub.hub.address())
    {
        isIn = signedIn(m_client, stream, "listener-" + token.substr(0, 8), token);
    }
    /// The latest note; null before the first.
    [[nodiscard]] Json note() const
    {
        return m_client.alerts.empty() ? Json() : m_client.alerts.back().at("params");
    }
    /// The open alerts of a rule, newest first.
    [[nodiscard]] std::vector<Json> open(const Json &rule) const
    {
        std::vector<Json> found;
        const Json latest = note();
        if (latest.is_null())
            return found;
        for (const Json &alert : latest.value("open", Json::array())) {
            if (alert["rule"] == rule)
                found.push_back(alert);
        }
        return found;
    }
    [[nodiscard]] std::size_t notes() const { return m_client.alerts.size(); }

    bool isIn = false;

private:
    RawClient m_client;
};

inline std::vector<std::string> stepsOf(const Json &alert)
{
    std::vector<std::string> kinds;
    for (const Json &step : alert.value("steps", Json::array()))
        kinds.push_back(step["kind"]);
    return kinds;
}

inline std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

/// A new rule's id.
inline Json addedRule(CustomerHub &hub, const Json &rule)
{
    return CustomerHub::result(
        hub.change(kBoss, "setAlertRule", {{"rule", rule}, {"decision", kDecision}}))["rule"];
}

} // namespace tiepdon::test
