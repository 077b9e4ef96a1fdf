// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/simulation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace tiepdon;

namespace {

const std::vector<QCommandLineOption> &globalOptions()
{
    static const std::vector<QCommandLineOption> kOptions{
        {QStringLiteral("data"),
         QStringLiteral("Data directory; else $TIEPDON_DATA, else tiepdon in your data folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("device"),
         QStringLiteral("Folder of this program's enrolment; else $TIEPDON_DEVICE, else devices/tiepdon-ctl in a "
                        "data directory that is named, else in your configuration folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("account"), QStringLiteral("Who signs in; else whoever is signed in here."),
         QStringLiteral("NAME")},
        {QStringLiteral("password-file"),
         QStringLiteral("Password in the first line of a file, - for stdin; else asked for at a terminal."),
         QStringLiteral("FILE")},
        {QStringLiteral("json"), QStringLiteral("Answer with one JSON object; errors are {\"error\": …}.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("This help; of a command behind one.")},
    };
    return kOptions;
}

std::vector<CtlCommand> allCommands()
{
    std::vector<CtlCommand> all = localCommands();
    for (const auto &more :
         {sessionCommands(), hubCommands(), ticketCommands(), whyCommands(), deviceCommands(), staffCommands(),
          auditCommands(), settingCommands(), alertCommands(), arrivalCommands(), importCommands(),
          sampleCommands(), playCommands(), simulationCommands(), evaluateCommands()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

QString optionHelp(const std::vector<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options) {
        QString name = QStringLiteral("--") + option.names().last();
        if (!option.valueName().isEmpty())
            name += u' ' + option.valueName();
        text += QStringLiteral("  %1 %2\n").arg(name, -22).arg(option.description());
    }
    return text;
}

QString helpForAll(const std::vector<CtlCommand> &commands)
{
    QString text = QStringLiteral("tiepdon-ctl [OPTIONS] COMMAND …: a branch's command line.\n\nCommands:\n");
    for (const CtlCommand &command : commands)
        text
            += QStringLiteral("  %1 %2\n").arg((command.name + u' ' + command.arguments), -34).arg(command.summary);
    text += QStringLiteral("\nOptions of every command:\n") + optionHelp(globalOptions());
    return text
        + QStringLiteral("\nExit code: 0 done, 1 refused or failed, 2 wrong use, 3 verify found problems, "
                         "4 the hub cannot be reached, 5 not enrolled, not signed in or not allowed.\n"
                         "First steps: tiepdon-ctl init; tiepdon-hub; tiepdon-ctl sign-in; tiepdon-ctl password; "
                         "tiepdon-ctl branch import FILE; tiepdon-ctl day open.\n");
}

QString helpFor(const CtlCommand &command)
{
    QString text = QStringLiteral("tiepdon-ctl %1 %2\n%3\n").arg(command.name, command.arguments, command.summary);
    if (!command.notes.isEmpty())
        text += QStringLiteral("\n") + command.notes + QStringLiteral("\n");
    if (!command.options.empty())
        text += QStringLiteral("\nOptions:\n") + optionHelp(command.options);
    return text + QStringLiteral("\nOptions of every command:\n") + optionHelp(globalOptions());
}

/// Takes the command's words out of the arguments; null when they name none.
const CtlCommand *takeCommand(const std::vector<CtlCommand> &commands, QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == QStringLiteral("--data") || word == QStringLiteral("--device")
            || word == QStringLiteral("--account") || word == QStringLiteral("--password-file")) {
            ++i; // its value
            continue;
        }
        if (word.startsWith(u'-'))
            continue;
        for (const CtlCommand &command : commands) {
            const QStringList words = command.name.split(u' ');
            if (arguments.mid(i, words.size()) == words) {
                arguments.remove(i, words.size());
                return &command;
            }
        }
        return nullptr;
    }
    return nullptr;
}

int say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    return kDone;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tiepdon-ctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIEPDON_VERSION));

    const std::vector<CtlCommand> commands = allCommands();
    QStringList arguments = QCoreApplication::arguments();
    const CtlCommand *command = takeCommand(commands, arguments);

    QCommandLineParser parser;
    for (const QCommandLineOption &option : globalOptions())
        parser.addOption(option);
    if (command) {
        for (const QCommandLineOption &option : command->options)
            parser.addOption(option);
    }
    const bool isParsed = parser.parse(arguments);
    const Context context(parser, command ? command->name : QString());
    if (!command) {
        if (parser.isSet(QStringLiteral("help")))
            return say(helpForAll(commands));
        const QStringList words = parser.positionalArguments();
        return context.wrongUse(words.isEmpty()
                                    ? QStringLiteral("What should be done?")
                                    : QStringLiteral("There is no command \"%1\".").arg(words.join(u' ')));
    }
    if (parser.isSet(QStringLiteral("help")))
        return say(helpFor(*command));
    if (!isParsed)
        return context.wrongUse(parser.errorText() + u'.');
    const auto given = context.arguments().size();
    if (given < command->argumentsMin || given > command->argumentsMax)
        return context.wrongUse(QStringLiteral("It is: tiepdon-ctl %1 %2.").arg(command->name, command->arguments));
    return command->run(context);
}
