// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/hubclient.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>

class QCommandLineParser;

namespace tiepdon {

/// What every window's command line can say.
struct SessionOptions {
    QString hub; ///< HOST:PORT, or empty
    QString authority; ///< PEM file, or empty
    QString data; ///< data directory of a hub on this machine, or empty
    LanguageKind language = LanguageKind::Vietnamese;
    ThemeKind theme = ThemeKind::Light;
    QString screenshot; ///< file to render a demo state into, or empty
    QSize size = QSize(1366, 768);
    QString demoState;
};

/// Adds --hub, --authority, --data, --language, --theme, --screenshot, --size, --demo-state, --help and
/// --version.
void addSessionOptions(QCommandLineParser &parser);
/// Reads them. InvalidParams, `detail` naming the "option", for a value that makes no sense.
Result<SessionOptions> sessionOptions(const QCommandLineParser &parser, ThemeKind defaultTheme);
/// The hub they name: --hub with --authority, else the data directory's. A hub that is not running there yet
/// is expected on its usual port. NotInitialised when the directory holds no authority.
Result<HubAddress> hubAddress(const SessionOptions &options);

/// Says an error on stderr in the language spoken, for the command line.
void complain(const Error &error);

} // namespace tiepdon
