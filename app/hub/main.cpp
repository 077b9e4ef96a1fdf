// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/config.h"
#include "core/hub/hub.h"
#include "core/hub/log.h"
#include "core/store/store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tiepdon;

namespace {

constexpr int kExitRefused = 1;
constexpr int kExitUsage = 2;
// Told apart from a refusal, so that whoever starts the hub knows that starting it again may help.
constexpr int kExitBroken = 3;

int fail(const Error &error, int code = kExitRefused)
{
    Json fields{{"code", std::string(name(error.code))}, {"message", error.message}};
    if (!error.detail.empty())
        fields["detail"] = error.detail;
    logLine(LogLevel::Error, "hub does not start", fields);
    std::fprintf(stderr, "tiepdon-hub: %s\n", error.message.c_str());
    switch (error.code) {
    case ErrorCode::NotInitialised:
        std::fputs("Make the data directory first: tiepdon-ctl --data DIR init\n", stderr);
        break;
    case ErrorCode::DirectoryInUse:
        std::fputs("Another hub serves this directory. Stop it, or name another with --data.\n", stderr);
        break;
    case ErrorCode::DatabaseNewer:
        std::fputs("The database was written by a newer version. Install that version; nothing was changed.\n",
                   stderr);
        break;
    case ErrorCode::DatabaseDamaged:
        std::fputs("Keep the directory as it is, run tiepdon-ctl --data DIR verify, and restore a backup.\n",
                   stderr);
        break;
    default:
        break;
    }
    return code;
}

int g_signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_signalPipe[0], &byte, 1);
}

/// Turns SIGTERM and SIGINT into a call on the event loop.
bool catchSignals(QCoreApplication &app, Hub &hub)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_signalPipe) != 0)
        return false;
    auto *notifier = new QSocketNotifier(g_signalPipe[1], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &hub, [&hub, notifier] {
        notifier->setEnabled(false);
        logLine(LogLevel::Info, "stopping");
        hub.stop();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0;
}

bool writePort(const QString &directory, quint16 port)
{
    QSaveFile file(directory + QStringLiteral("/hub.port"));
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + "\n") > 0 && file.commit();
}

QString dataDirectory(const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("data")))
        return parser.value(QStringLiteral("data"));
    const QString named = qEnvironmentVariable("TIEPDON_DATA");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/tiepdon");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tiepdon-hub"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIEPDON_VERSION));
    const rlimit noCores = {0, 0}; // a core would hold what the database keeps safe
    ::setrlimit(RLIMIT_CORE, &noCores);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The branch's hub: decides, remembers, and tells everybody.\n"
                       "Exit: 0 stopped, 1 refused to start, 2 wrong use, 3 storage failed (start it again)."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("data"), QStringLiteral("Data directory, made by tiepdon-ctl init."),
         QStringLiteral("DIR")},
        {QStringLiteral("config"), QStringLiteral("Configuration; DIR/hub.toml when it exists."),
         QStringLiteral("FILE")},
        {QStringLiteral("port"), QStringLiteral("Port to listen on; 0 takes a free one."), QStringLiteral("N")},
        {QStringLiteral("play-clock"),
         QStringLiteral("Plays a day: the clock stands at TIME (ISO 8601) until somebody sets it."),
         QStringLiteral("TIME")},
        {QStringLiteral("check-config"), QStringLiteral("Checks the configuration and ends.")},
    });
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "tiepdon-hub: %s\nSee tiepdon-hub --help.\n", qPrintable(parser.errorText()));
        return kExitUsage;
    }
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty()) {
        std::fputs("tiepdon-hub: takes options only. See tiepdon-hub --help.\n", stderr);
        return kExitUsage;
    }

    const QString directory = dataDirectory(parser);
    QString configFile = parser.value(QStringLiteral("config"));
    if (configFile.isEmpty() && QFile::exists(directory + QStringLiteral("/hub.toml")))
        configFile = directory + QStringLiteral("/hub.toml");
    HubFile content;
    HubConfig &config = content.config;
    if (!configFile.isEmpty()) {
        auto read = hubFileFrom(configFile);
        if (!read) {
            std::fprintf(stderr, "tiepdon-hub: %s\n", read.error().message.c_str());
            return kExitUsage;
        }
        content = *read;
    }
    if (parser.isSet(QStringLiteral("port"))) {
        bool isNumber = false;
        config.port = parser.value(QStringLiteral("port")).toUShort(&isNumber);
        if (!isNumber) {
            std::fputs("tiepdon-hub: --port takes a number from 0 to 65535.\n", stderr);
            return kExitUsage;
        }
    }
    std::unique_ptr<PlayClock> playClock;
    if (parser.isSet(QStringLiteral("play-clock"))) {
        const QDateTime start = QDateTime::fromString(parser.value(QStringLiteral("play-clock")), Qt::ISODate);
        if (!start.isValid()) {
            std::fputs("tiepdon-hub: --play-clock takes a time such as 2026-03-02T07:20:00+07:00.\n", stderr);
            return kExitUsage;
        }
        playClock = std::make_unique<PlayClock>(start.toMSecsSinceEpoch());
    }
    if (parser.isSet(QStringLiteral("check-config"))) {
        std::printf("%s: the configuration is right\n",
                    configFile.isEmpty() ? "no file, defaults" : qPrintable(configFile));
        return 0;
    }

    logQtMessages();
    auto store = Store::open(directory);
    if (!store)
        return fail(store.error());
    auto recovered = (*store)->recover();
    if (!recovered)
        return fail(recovered.error());
    logLine(LogLevel::Info, "recovered",
            {{"lastSeq", recovered->lastSeq},
             {"replayed", recovered->replayedEvents},
             {"openTickets", recovered->state.tickets().size()}});

    const SystemClock systemClock;
    const Clock &clock = playClock ? static_cast<const Clock &>(*playClock) : systemClock;
    Hub hub(**store, std::move(*recovered), clock, playClock.get(), config);
    if (auto listening = hub.listen(directory); !listening)
        return fail(listening.error());
    if (!catchSignals(app, hub))
        return fail({ErrorCode::Internal, "cannot catch signals", {}});
    const QString runDirectory = content.runDirectory.isEmpty() ? directory : content.runDirectory;
    // before the port is told: who finds it finds the door too. Without one, devices come with a code as from afar.
    if (const auto opened = hub.openLocalDoor(runDirectory); !opened)
        logLine(LogLevel::Warning, "programs on this machine cannot enrol by themselves",
                {{"message", opened.error().message}, {"file", opened.error().detail.at("file")}});
    const QStringList portDirectories
        = runDirectory == directory ? QStringList{directory} : QStringList{directory, runDirectory};
    for (const QString &each : portDirectories) {
        if (!writePort(each, hub.port()))
            return fail({ErrorCode::FileNotWritable, "cannot write hub.port in " + each.toStdString(), {}});
    }
    QObject::connect(&hub, &Hub::stopped, &app, [&portDirectories] {
        for (const QString &each : portDirectories)
            QFile::remove(each + QStringLiteral("/hub.port"));
        QCoreApplication::exit(0);
    });
    QObject::connect(
        &hub, &Hub::broken, &app, [](const Error &) { QCoreApplication::exit(kExitBroken); }, Qt::QueuedConnection);
    logLine(LogLevel::Info, "listening",
            {{"address", config.address.toString().toStdString()}, {"port", hub.port()}});
    const int code = app.exec();
    logLine(
        LogLevel::Info, "ended",
        {{"code", code},
         {"commands", hub.host().commandsCommitted()},
         {"groups", hub.host().groupsCommitted()},
         {"turnedAway", hub.turnedAway()}});
    return code;
}
