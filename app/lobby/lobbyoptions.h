// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/screenlanguages.h"
#include "core/base/result.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

class QCommandLineParser;

namespace tiepdon {

/// What one display shows.
struct LobbyOptions {
    QString message; ///< runs along the bottom; none when empty
    ScreenLanguages languages;
    QStringList zones = {}; ///< ids or names; none for the whole branch
    std::int64_t counter = 0; ///< a sign over this counter instead of the hall's display; 0: the hall's
    bool isStill = false; ///< nothing flashes or runs
    bool saysWhy = true; ///< says along the bottom why numbers are not called in their order
};

QList<QCommandLineOption> lobbyCommandLine();
/// InvalidParams, `detail` naming the "option", for a value that makes no sense.
Result<LobbyOptions> lobbyOptions(const QCommandLineParser &parser);

} // namespace tiepdon
