// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/config.h"

#include "core/access/password.h"
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
        {"sockets_per_address",
         {1, 100000, [](HubConfig &c, std::int64_t v) { c.socketsPerAddress = static_cast<int>(v); }}},
        {"password_characters_min",
         {kPasswordCharactersLeast, kPasswordCharactersMax,
          [](HubConfig &c, std::int64_t v) { c.gate.passwordCharactersMin = static_cast<int>(v); }}},
        {"session_idle_min",
         {1, 12 * 60, [](HubConfig &c, std::int64_t v) { c.gate.sessionIdleMs = v * kMinuteMs; }}},
        {"session_hours", {1, 12, [](HubConfig &c, std::int64_t v) { c.gate.sessionMaxMs = v * kHourMs; }}},
        {"advice_half_hour_promises",
         {0, 1000, [](HubConfig &c, std::int64_t v) { c.advice.halfHour = static_cast<double>(v); }}},
        {"unsent_bytes_max", {65536, 1 << 30, [](HubConfig &c, std::int64_t v) { c.limits.unsentBytesMax = v; }}},
    };
    return kSettings;
}

} // namespace

Result<HubFile> hubFileFrom(const QString &file)
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
    HubFile content;
    HubConfig &config = content.config;
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
    const std::string listen = reader.textOr("listen", "localhost");
    if (listen == "any")
        config.address = QHostAddress(QHostAddress::Any);
    else if (listen != "localhost" && !config.address.setAddress(QString::fromStdString(listen)))
        reader.mistake("listen", "must be \"localhost\", \"any\" or an IP address of this machine");
    content.runDirectory = QString::fromStdString(reader.textOr("run_directory", ""));
    reader.refuseUnknown();
    if (error)
        return named(*error);
    return content;
}

} // namespace tiepdon
