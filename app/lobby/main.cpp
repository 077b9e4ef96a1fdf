// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/demostates.h"
#include "app/lobby/lobbywindow.h"
#include "core/client/hubclient.h"
#include "ui/session/fixedlink.h"
#include "ui/session/options.h"
#include "ui/session/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSysInfo>

#include <cstdio>

using namespace tiepdon;

namespace {

/// Exit codes: 0 done, 1 could not, 2 asked for wrongly.
int fail(const Error &error, int code)
{
    complain(error);
    return code;
}

void present(LobbyWindow &window, const SessionOptions &options, bool isWindowed)
{
    if (isWindowed) {
        window.resize(options.size);
        window.show();
        return;
    }
    window.setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    window.showFullScreen();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tiepdon-lobby"));
    QApplication::setApplicationVersion(QStringLiteral(TIEPDON_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The display of a Tiếp Đón branch's hall."));
    addSessionOptions(parser);
    parser.addOptions({
        {QStringLiteral("windowed"), QStringLiteral("A window instead of the whole screen.")},
        {QStringLiteral("message"), QStringLiteral("Runs along the bottom."), QStringLiteral("TEXT")},
    });
    parser.process(app);
    const auto options = sessionOptions(parser, ThemeKind::Dark);
    if (!options)
        return fail(options.error(), 2);
    const Language language(options->language);
    applyTheme(options->theme);
    const QString message = parser.value(QStringLiteral("message"));
    const bool isWindowed = parser.isSet(QStringLiteral("windowed"));

    if (options->demoState == QLatin1String("list")) {
        for (const QString &name : lobbyDemoStates())
            std::printf("%s\n", name.toUtf8().constData());
        return 0;
    }
    if (!options->demoState.isEmpty()) {
        const LobbyDemo demo = lobbyDemo(options->demoState, message);
        if (!demo.window)
            return fail(
                {ErrorCode::InvalidParams, "no such demo state; --demo-state list names them", {{"option", ""}}},
                2);
        if (options->screenshot.isEmpty()) {
            present(*demo.window, *options, isWindowed);
            return QApplication::exec();
        }
        const auto done = takeScreenshot(*demo.window, options->size, options->screenshot);
        return done ? 0 : fail(done.error(), 1);
    }

    const auto address = hubAddress(*options);
    if (!address)
        return fail(address.error(), 1);
    HubClient client(*address, QStringLiteral("tiepdon-lobby"), QSysInfo::machineHostName(), Stream::Public);
    LobbyWindow window(client, message);
    present(window, *options, isWindowed);
    client.start();
    return QApplication::exec();
}
