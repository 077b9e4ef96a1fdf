// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/log.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <cstdio>

namespace tiepdon {

void logLine(LogLevel level, std::string_view event, Json fields)
{
    constexpr std::array<const char *, 3> kLevels = {"info", "warning", "error"};
    fields["time"] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    fields["level"] = kLevels.at(static_cast<std::size_t>(level));
    fields["event"] = std::string(event);
    const std::string line = toBytes(fields) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr); // one call, so that threads do not mix lines
    std::fflush(stderr);
}

void logQtMessages()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtDebugMsg)
            return;
        logLine(type == QtInfoMsg ? LogLevel::Info : LogLevel::Warning, "qt", {{"message", text.toStdString()}});
    });
}

} // namespace tiepdon
