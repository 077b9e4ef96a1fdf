// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>

class QCommandLineParser;

namespace tiepdon {

/// What every window's command line can say.
struct SessionOptions {
    QString device; ///< folder of this program's enrolment, or empty
    QString data; ///< data directory of a hub on this machine, or empty
    QString enrolmentCode; ///< to enrol with when not enrolled, or empty
    LanguageKind language = LanguageKind::Vietnamese;
    ThemeKind theme = ThemeKind::Light;
    QString screenshot; ///< file to render a demo state into, or empty
    QString timing; ///< file to write what was measured into at the end, or empty
    QSize size = QSize(1366, 768);
    QString demoState;
};

/// Adds --device, --data, --enrol, --language, --theme, --screenshot, --size, --demo-state, --timing, --help and
/// --version.
void addSessionOptions(QCommandLineParser &parser);
/// Reads them, and the file that --enrol names. InvalidParams, `detail` naming the "option", for a value that
/// makes no sense; FileNotReadable.
Result<SessionOptions> sessionOptions(const QCommandLineParser &parser, ThemeKind defaultTheme);

/// Says an error on stderr in the language spoken, for the command line.
void complain(const Error &error);

} // namespace tiepdon
