// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/barmode.h"
#include "app/teller/chordsetting.h"
#include "app/teller/demostates.h"
#include "app/teller/tellerwindow.h"
#include "core/client/deviceaccess.h"

#include <QCommandLineParser>

using namespace tiepdon;

namespace {

StartAs startAs(const QCommandLineParser &parser)
{
    return {parser.value(QStringLiteral("counter")).toLongLong(),
            ProfileId{parser.value(QStringLiteral("profile")).toLongLong()}};
}

/// Lets the window be reached by its chord. `check` has looked whether what was asked for makes sense.
void setChord(TellerWindow &window, const QCommandLineParser &parser, const QString &folder)
{
    if (const auto chord = chordSetting(parser.value(QStringLiteral("chord")), folder))
        window.barMode().chord().set(*chord);
}

} // namespace

int main(int argc, char *argv[])
{
    ProgramParts parts;
    parts.app = QStringLiteral("tiepdon-teller");
    parts.description = QStringLiteral("A teller's window of a Tiếp Đón branch.");
    parts.options = {
        {QStringLiteral("counter"), QStringLiteral("Signs whoever signs in on at this counter."),
         QStringLiteral("NUMBER")},
        {QStringLiteral("profile"), QStringLiteral("Work profile to sign on with."), QStringLiteral("ID")},
        {QStringLiteral("chord"),
         QStringLiteral(
             "Keys that lend the bar the keyboard for one key, from any program: Ctrl+Alt+Space unless it "
             "says otherwise, 'none' for none. Kept for the next starts."),
         QStringLiteral("KEYS")},
    };
    parts.check = [](const QCommandLineParser &parser) -> Result<void> {
        const auto chord = chordSetting(parser.value(QStringLiteral("chord")), {});
        return chord ? Result<void>() : Result<void>(chord.error());
    };
    parts.makeWindow = [](BranchLink &link, Language &language, const QCommandLineParser &parser) -> QWidget * {
        auto *window = new TellerWindow(link, language, startAs(parser));
        setChord(*window, parser,
                 DevicePlace::of(QCoreApplication::applicationName(), parser.value(QStringLiteral("device")),
                                 parser.value(QStringLiteral("data")))
                     .folder);
        return window;
    };
    parts.present = [](QWidget &window, const SessionOptions &options, const QCommandLineParser &) {
        window.resize(options.size);
        auto *teller = window.findChild<TellerWindow *>();
        if (teller && isBarState(options.demoState))
            teller->barMode().setBar(true);
        else
            window.show();
    };
    parts.demoStates = tellerDemoStates();
    parts.demo = [](const QString &name, Language &language, const QCommandLineParser &parser) {
        Demo demo = tellerDemo(name, language);
        auto *teller = demo.window ? demo.window->findChild<TellerWindow *>() : nullptr;
        if (teller && parser.value(QStringLiteral("screenshot")).isEmpty())
            setChord(*teller, parser, {});
        return demo;
    };
    return runProgram(argc, argv, parts);
}
