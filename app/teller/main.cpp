// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"
#include "app/teller/tellerwindow.h"

#include <QCommandLineParser>

using namespace tiepdon;

namespace {

StartAs startAs(const QCommandLineParser &parser)
{
    return {parser.value(QStringLiteral("counter")).toLongLong(),
            ProfileId{parser.value(QStringLiteral("profile")).toLongLong()}};
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
    };
    parts.makeWindow = [](BranchLink &link, Language &language, const QCommandLineParser &parser) -> QWidget * {
        return new TellerWindow(link, language, startAs(parser));
    };
    parts.present = [](QWidget &window, const SessionOptions &options, const QCommandLineParser &) {
        window.resize(options.size);
        window.show();
    };
    parts.demoStates = tellerDemoStates();
    parts.demo = [](const QString &name, Language &language, const QCommandLineParser &) {
        return tellerDemo(name, language);
    };
    return runProgram(argc, argv, parts);
}
