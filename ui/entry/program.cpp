// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/program.h"

#include "ui/entry/deviceframe.h"
#include "ui/entry/surroundings.h"
#include "ui/session/endsignals.h"
#include "ui/session/screenshot.h"
#include "ui/session/stallmeter.h"
#include "ui/widgets/spoken.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <cstdio>

namespace tiepdon {
namespace {

/// Long enough for a message over the network and one to the keychain, short enough not to be noticed.
constexpr int kFarewellMs = 400;

int fail(const Error &error, int code)
{
    complain(error);
    return code;
}

int showDemo(const ProgramParts &parts, const SessionOptions &options, Language &language,
             const QCommandLineParser &parser)
{
    if (options.demoState == QLatin1String("list")) {
        for (const QString &name : parts.demoStates)
            std::printf("%s\n", name.toUtf8().constData());
        return 0;
    }
    const Demo demo = parts.demo(options.demoState, language, parser);
    if (!demo.window)
        return fail(
            {ErrorCode::InvalidParams, "no such demo state; --demo-state list names them", {{"option", ""}}}, 2);
    if (options.screenshot.isEmpty()) {
        parts.present(*demo.window, options, parser);
        return QApplication::exec();
    }
    const auto done = takeScreenshot(demo.face ? *demo.face : *demo.window, options.size, options.screenshot);
    return done ? 0 : fail(done.error(), 1);
}

} // namespace

int runProgram(int argc, char *argv[], const ProgramParts &parts)
{
    const std::optional<QString> localeSaid = localeProblem();
    QApplication app(argc, argv);
    installSpokenRoles();
    QApplication::setApplicationName(parts.app);
    QApplication::setApplicationVersion(QStringLiteral(TIEPDON_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(parts.description);
    addSessionOptions(parser);
    parser.addOptions(parts.options);
    parser.process(app);
    const auto options = sessionOptions(parser, parts.theme);
    if (!options)
        return fail(options.error(), options.error().detail.contains("option") ? 2 : 1);
    if (const auto fits = parts.check ? parts.check(parser) : Result<void>(); !fits)
        return fail(fits.error(), 2);
    Language language(options->language);
    applyTheme(options->theme);
    const std::optional<QString> fontsSaid = fontProblem();
    for (const auto &said : {localeSaid, fontsSaid}) {
        if (said)
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(parts.app), qUtf8Printable(*said));
    }
    if (!options->demoState.isEmpty())
        return showDemo(parts, *options, language, parser);

    DeviceAccess access(DevicePlace::of(parts.app, options->device, options->data), parts.app, parts.kind);
    DeviceFrame frame(access, language, {parts.app, parts.kind, options->enrolmentCode},
                      [&](BranchLink &link) { return parts.makeWindow(link, language, parser); });
    // what closing the window says to the hub and the keychain goes out before the program ends
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&app, &QApplication::lastWindowClosed, &app,
                     [] { QTimer::singleShot(kFarewellMs, qApp, &QApplication::quit); });
    closeOnSignals(kFarewellMs);
    // to people who work here; a hall or a kiosk's customer can do nothing about it
    if (fontsSaid && parts.kind == DeviceKind::Workplace)
        frame.showNotice(*fontsSaid);
    std::optional<StallMeter> meter;
    if (!options->timing.isEmpty()) {
        meter.emplace(parts.app.section(QLatin1Char('-'), 1), options->timing);
        QObject::connect(&frame, &DeviceFrame::contentReady, &*meter, [&] { meter->hasContent(frame); });
    }
    parts.present(frame, *options, parser);
    access.start();
    return QApplication::exec();
}

} // namespace tiepdon
