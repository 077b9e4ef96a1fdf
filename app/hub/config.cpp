// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/config.h"

#include "core/wire/tomlreader.h"

#include <QFile>

#include <functional>
#include <map>
#include <optional>
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

} // namespace

Result<HubConfig> hubConfigFrom(const QString &file)
{
    const std::string name = file.toStdString();
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, "cannot read " + name, {{"file", name}}};
    const auto named = [&name](Error error) {
        error.message = name + ": " + error.message;
        error.detail["file"] = name;
        return error;
    };
    const auto table = tomlFrom(in.readAll().toStdString());
    if (!table)
        return named(table.error());
    HubConfig config;
    std::optional<Error> error;
    TomlReader reader(*table, error);
    for (const auto &[key, setting] : settings()) {
        const std::int64_t value = reader.wholeOr(key, setting.low);
        if (!table->contains(key))
            continue;
        if (value < setting.low || value > setting.high)
            reader.mistake(key,
                           "must be from " + std::to_string(setting.low) + " to " + std::to_string(setting.high));
        setting.set(config, value);
    }
    reader.refuseUnknown();
    if (error)
        return named(*error);
    return config;
}

} // namespace tiepdon
