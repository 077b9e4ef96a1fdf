// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/demostates.h"
#include "app/kiosk/kioskwindow.h"
#include "app/kiosk/rollprinter.h"

#include <QCommandLineParser>
#include <QDir>
#include <QScreen>

#include <memory>
#include <optional>

using namespace tiepdon;

namespace {

constexpr int kIdleSecondsMin = 5;
constexpr int kIdleSecondsMax = 600;

Error badOption(const char *option, const char *message)
{
    return {ErrorCode::InvalidParams, message, {{"option", option}}};
}

/// The kiosk's own options; InvalidParams naming the "option", FileNotWritable for the folder of tickets.
Result<KioskSettings> settingsFrom(const QCommandLineParser &parser)
{
    KioskSettings settings;
    settings.theme = parser.value(QStringLiteral("theme")) == QLatin1String("dark") ? ThemeKind::DarkStrong
                                                                                    : ThemeKind::LightStrong;
    settings.hidesCursor = !parser.isSet(QStringLiteral("cursor")) && !parser.isSet(QStringLiteral("windowed"));
    const QString paper = parser.value(QStringLiteral("paper"));
    if (paper != QLatin1String("80") && paper != QLatin1String("58"))
        return badOption("paper", "--paper is 80 or 58, the roll's width in millimetres");
    settings.paper = paper == QLatin1String("58") ? kPaper58 : kPaper80;
    bool isNumber = false;
    const int idle = parser.value(QStringLiteral("idle")).toInt(&isNumber);
    if (!isNumber || idle < kIdleSecondsMin || idle > kIdleSecondsMax)
        return badOption("idle", "--idle is 5 to 600 seconds");
    settings.idleMs = idle * 1000;
    settings.warnMs = std::min(settings.warnMs, settings.idleMs / 2);
    const QString folder = parser.value(QStringLiteral("ticket-pdf"));
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return Error{ErrorCode::FileNotWritable, "cannot make the folder", {{"path", folder.toStdString()}}};
    return settings;
}

RollPrinter::Places placesFrom(const QCommandLineParser &parser)
{
    RollPrinter::Places places;
    const QString printer = parser.value(QStringLiteral("printer"));
    places.byCups = printer != QLatin1String("none");
    if (printer != QLatin1String("default"))
        places.cups.printer = printer;
    places.folder = parser.value(QStringLiteral("ticket-pdf"));
    return places;
}

void present(QWidget &window, const SessionOptions &options, const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("windowed"))) {
        window.resize(options.size);
        window.show();
        return;
    }
    window.setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    window.setGeometry(window.screen()->geometry()); // a kiosk may run without a window manager
    window.showFullScreen();
}

} // namespace

int main(int argc, char *argv[])
{
    ProgramParts parts;
    parts.app = QStringLiteral("tiepdon-kiosk");
    parts.description = QStringLiteral("The kiosk of a Tiếp Đón branch: people take their number there.");
    parts.kind = DeviceKind::Kiosk;
    parts.options = {
        {QStringLiteral("windowed"), QStringLiteral("A window instead of the whole screen.")},
        {QStringLiteral("cursor"), QStringLiteral("Shows the pointer, for a kiosk with a mouse.")},
        {QStringLiteral("printer"),
         QStringLiteral("Name of a CUPS printer; 'default' is the system's, 'none' prints no tickets."),
         QStringLiteral("NAME"), QStringLiteral("default")},
        {QStringLiteral("paper"), QStringLiteral("Width of the paper roll in millimetres: 80 or 58."),
         QStringLiteral("WIDTH"), QStringLiteral("80")},
        {QStringLiteral("ticket-pdf"), QStringLiteral("Writes a PDF of each ticket into this folder as well."),
         QStringLiteral("DIR")},
        {QStringLiteral("idle"), QStringLiteral("Seconds without a touch until the start page comes back."),
         QStringLiteral("SECONDS"), QStringLiteral("30")},
    };
    parts.check = [](const QCommandLineParser &parser) -> Result<void> {
        const auto settings = settingsFrom(parser);
        return settings ? Result<void>() : Result<void>(settings.error());
    };
    std::unique_ptr<RollPrinter> printer; // outlives every window
    parts.makeWindow
        = [&printer](BranchLink &link, Language &language, const QCommandLineParser &parser) -> QWidget * {
        if (!printer)
            printer = std::make_unique<RollPrinter>(placesFrom(parser));
        return new KioskWindow(link, language, *printer, *settingsFrom(parser));
    };
    parts.present = present;
    parts.demoStates = kioskDemoStates();
    parts.demo = [](const QString &name, Language &language, const QCommandLineParser &parser) {
        return kioskDemo(name, *settingsFrom(parser), language);
    };
    return runProgram(argc, argv, parts);
}
