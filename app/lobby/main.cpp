// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/demostates.h"
#include "app/lobby/lobbywindow.h"
#include "app/lobby/signwindow.h"

#include <QCommandLineParser>
#include <QScreen>

using namespace tiepdon;

namespace {

/// A hall reads from afar: the tokens of most contrast, in the light or dark that was asked for.
void dress(const QCommandLineParser &parser)
{
    applyTheme(parser.value(QStringLiteral("theme")) == QLatin1String("light") ? ThemeKind::LightStrong
                                                                               : ThemeKind::DarkStrong);
}

void present(QWidget &window, const SessionOptions &options, const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("windowed"))) {
        window.resize(options.size);
        window.show();
        return;
    }
    window.setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    window.setGeometry(window.screen()->geometry()); // a display may run without a window manager
    window.showFullScreen();
}

} // namespace

int main(int argc, char *argv[])
{
    ProgramParts parts;
    parts.app = QStringLiteral("tiepdon-lobby");
    parts.description = QStringLiteral("The display of a Tiếp Đón branch's hall.");
    parts.kind = DeviceKind::Display;
    parts.theme = ThemeKind::DarkStrong;
    parts.options = lobbyCommandLine();
    parts.options.append({QStringLiteral("windowed"), QStringLiteral("A window instead of the whole screen.")});
    parts.check = [](const QCommandLineParser &parser) -> Result<void> {
        const auto options = lobbyOptions(parser);
        return options ? Result<void>() : Result<void>(options.error());
    };
    parts.makeWindow = [](BranchLink &link, Language &, const QCommandLineParser &parser) -> QWidget * {
        dress(parser);
        const LobbyOptions options = *lobbyOptions(parser);
        if (options.counter > 0)
            return new SignWindow(link, options);
        return new LobbyWindow(link, options);
    };
    parts.present = present;
    parts.demoStates = lobbyDemoStates();
    parts.demo = [](const QString &name, Language &language, const QCommandLineParser &parser) {
        dress(parser);
        return lobbyDemo(name, *lobbyOptions(parser), language);
    };
    return runProgram(argc, argv, parts);
}
