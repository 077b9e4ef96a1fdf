// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/config.h"

#include <QFile>

#include <toml++/toml.h>

#include <functional>
#include <map>
#include <string>

namespace tiepdon {
namespace {

/// A number of the configuration: its bounds and where it goes.
struct Setting {
    std::int64_t low;
    std::int64_t high;
    std::function<void(HubConfig &, std::int64_t)> set;
};

const std::map<std::string, Setting> &settings()
{
    static const std::map<std::string, Setting> kSettings = {
        {"port", {0, 65535, [](HubConfig &c, std::int64_t v) { c.port = static_cast<quint16>(v); }}},
        {"clients_max", {1, 100000, [](HubConfig &c, std::int64_t v) { c.clientsMax = static_cast<int>(v); }}},
        {"heartbeat_ms", {100, 5000, [](HubConfig &c, std::int64_t v) { c.heartbeatMs = v; }}},
        {"messages_per_s",
         {1, 1000000, [](HubConfig &c, std::int64_t v) { c.limits.messagesPerSecond = static_cast<double>(v); }}},
        {"messages_burst",
         {1, 1000000, [](HubConfig &c, std::int64_t v) { c.limits.messagesBurst = static_cast<double>(v); }}},
        {"unsent_bytes_max", {65536, 1 << 30, [](HubConfig &c, std::int64_t v) { c.limits.unsentBytesMax = v; }}},
    };
    return kSettings;
}

Error mistake(const std::string &file, std::int64_t line, const std::string &field, const std::string &what)
{
    return {ErrorCode::BadFile,
            file + ":" + std::to_string(line) + ": " + field + " " + what,
            {{"file", file}, {"line", std::to_string(line)}, {"field", field}}};
}

} // namespace

Result<HubConfig> hubConfigFrom(const QString &file)
{
    const std::string name = file.toStdString();
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, "cannot read " + name, {{"file", name}}};
    HubConfig config;
    try {
        const toml::table table = toml::parse(in.readAll().toStdString());
        for (const auto &[key, node] : table) {
            const std::string field(key.str());
            const auto line = static_cast<std::int64_t>(key.source().begin.line);
            const auto setting = settings().find(field);
            if (setting == settings().end())
                return mistake(name, line, field, "is not known");
            const auto value = node.value_exact<std::int64_t>();
            if (!value)
                return mistake(name, line, field, "must be a whole number");
            if (*value < setting->second.low || *value > setting->second.high)
                return mistake(name, line, field,
                               "must be from " + std::to_string(setting->second.low) + " to "
                                   + std::to_string(setting->second.high));
            setting->second.set(config, *value);
        }
    } catch (const toml::parse_error &error) {
        return mistake(name, static_cast<std::int64_t>(error.source().begin.line), "TOML",
                       std::string(error.description()));
    }
    return config;
}

} // namespace tiepdon
