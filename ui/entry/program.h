// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "ui/session/fixedlink.h"
#include "ui/session/language.h"
#include "ui/session/options.h"

#include <QCommandLineOption>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QCommandLineParser;

namespace tiepdon {

/// A window on a made-up branch in a named state.
struct Demo {
    std::unique_ptr<FixedLink> link; ///< may be null: some states have no branch yet
    std::unique_ptr<QWidget> window; ///< on `link`
    QWidget *face = nullptr; ///< what a picture shows instead; belongs to `window`
};

/// What makes one program with windows differ from another.
struct ProgramParts {
    QString app; ///< "tiepdon-teller"
    QString description; ///< for --help
    DeviceKind kind = DeviceKind::Workplace;
    ThemeKind theme = ThemeKind::Light;
    QList<QCommandLineOption> options; ///< beside those all have
    /// Looks whether the options above make sense, before anything is opened; none when empty. InvalidParams as
    /// `sessionOptions` gives it.
    std::function<Result<void>(const QCommandLineParser &)> check;
    /// Made once the device is enrolled, and anew after another enrolment.
    std::function<QWidget *(BranchLink &, Language &, const QCommandLineParser &)> makeWindow;
    /// Puts the outermost widget on the screen.
    std::function<void(QWidget &, const SessionOptions &, const QCommandLineParser &)> present;
    QStringList demoStates;
    /// No window for a name that is not in the list.
    std::function<Demo(const QString &, Language &, const QCommandLineParser &)> demo;
};

/// The whole of a program with windows: reads the command line, dresses the application, shows a demo state or
/// enrols, connects and runs until the last window is closed. Exit codes: 0 done, 1 could not, 2 asked for wrongly.
int runProgram(int argc, char *argv[], const ProgramParts &parts);

} // namespace tiepdon
