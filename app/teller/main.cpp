// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"
#include "app/teller/tellerwindow.h"
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

int showDemo(const SessionOptions &options, Language &language)
{
    if (options.demoState == QLatin1String("list")) {
        for (const QString &name : tellerDemoStates())
            std::printf("%s\n", name.toUtf8().constData());
        return 0;
    }
    const TellerDemo demo = tellerDemo(options.demoState, language);
    if (!demo.window)
        return fail(
            {ErrorCode::InvalidParams, "no such demo state; --demo-state list names them", {{"option", ""}}}, 2);
    if (options.screenshot.isEmpty()) {
        demo.window->resize(options.size);
        demo.window->show();
        return QApplication::exec();
    }
    const auto done = takeScreenshot(*demo.window, options.size, options.screenshot);
    return done ? 0 : fail(done.error(), 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tiepdon-teller"));
    QApplication::setApplicationVersion(QStringLiteral(TIEPDON_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A teller's window of a Tiếp Đón branch."));
    addSessionOptions(parser);
    parser.addOptions({
        {QStringLiteral("counter"), QStringLiteral("Signs on at this counter, with --staff."),
         QStringLiteral("NUMBER")},
        {QStringLiteral("staff"), QStringLiteral("Name or id of who signs on."), QStringLiteral("NAME_OR_ID")},
        {QStringLiteral("profile"), QStringLiteral("Work profile to sign on with."), QStringLiteral("ID")},
    });
    parser.process(app);
    const auto options = sessionOptions(parser, ThemeKind::Light);
    if (!options)
        return fail(options.error(), 2);
    Language language(options->language);
    applyTheme(options->theme);
    if (!options->demoState.isEmpty())
        return showDemo(*options, language);

    const StartAs startAs{parser.value(QStringLiteral("counter")).toLongLong(),
                          parser.value(QStringLiteral("staff")),
                          ProfileId{parser.value(QStringLiteral("profile")).toLongLong()}};
    const auto address = hubAddress(*options);
    if (!address)
        return fail(address.error(), 1);
    HubClient client(*address, QStringLiteral("tiepdon-teller"), QSysInfo::machineHostName(), Stream::Staff);
    TellerWindow window(client, language, startAs);
    window.resize(options->size);
    window.show();
    client.start();
    return QApplication::exec();
}
