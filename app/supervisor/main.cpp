// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertsignals.h"
#include "app/supervisor/demostates.h"
#include "app/supervisor/supervisorwindow.h"
#include "core/client/deviceaccess.h"

#include <QCommandLineParser>

using namespace tiepdon;

int main(int argc, char *argv[])
{
    ProgramParts parts;
    parts.app = QStringLiteral("tiepdon-supervisor");
    parts.description = QStringLiteral("The supervisor's window of a Tiếp Đón branch.");
    parts.makeWindow = [](BranchLink &link, Language &language, const QCommandLineParser &parser) -> QWidget * {
        auto *window = new SupervisorWindow(link, language);
        auto *notices = new DesktopNotices(QDBusConnection::sessionBus(), window);
        const DevicePlace place
            = DevicePlace::of(QCoreApplication::applicationName(), parser.value(QStringLiteral("device")),
                              parser.value(QStringLiteral("data")));
        window->setSignals(*new AlertSignals(link, *notices, place.folder, AlertSignals::kHubLostMs, window));
        return window;
    };
    parts.present = [](QWidget &window, const SessionOptions &options, const QCommandLineParser &) {
        window.resize(options.size);
        window.show();
    };
    parts.demoStates = supervisorDemoStates();
    parts.demo = [](const QString &name, Language &language, const QCommandLineParser &) {
        return supervisorDemo(name, language);
    };
    return runProgram(argc, argv, parts);
}
