// SPDX-License-Identifier: GPL-3.0-or-later
// A workplace's program without windows, for tst_outbox, to be killed: enrols by itself at the hub of a data
// directory, signs in, and obeys the lines of its input.
//   arguments: DATA FOLDER ACCOUNT PASSWORD
//   says: "live", "stale", "kept N", "done CODE" ("ok" for a command that was done)
//   hears: "start COUNTER TICKET", "finish COUNTER TICKET"
#include "core/client/deviceaccess.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>

using namespace tiepdon;

namespace {

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

void obey(HubClient &client, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const CounterId counter{words.value(1).toLongLong()};
    const TicketId ticket{words.value(2).toLongLong()};
    const Command command = words.first() == "start" ? Command(command::StartService{counter, ticket, {}})
                                                     : Command(command::FinishService{counter, ticket, {}});
    client.send(command, nullptr, [](const Result<CommandReply> &result) {
        say("done " + (result ? QByteArray("ok") : QByteArray(name(result.error().code).data())));
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    DeviceAccess access({arguments.value(2), arguments.value(1)}, QStringLiteral("test"), DeviceKind::Workplace);
    std::unique_ptr<HubClient> client;
    QObject::connect(&access, &DeviceAccess::changed, &app, [&] {
        if (access.state() != DeviceAccess::State::Enrolled || client)
            return;
        client = std::make_unique<HubClient>(access.address(), QStringLiteral("test"), Stream::Staff,
                                             &access.secrets());
        QObject::connect(client.get(), &HubClient::keptChanged, &app,
                         [&] { say("kept " + QByteArray::number(client->kept())); });
        QObject::connect(client.get(), &HubClient::statusChanged, &app, [&] {
            if (client->status() == BranchLink::Status::SignedOut)
                client->signIn(arguments.value(3), arguments.value(4), nullptr, {});
            else if (client->status() == BranchLink::Status::Live)
                say("live");
            else if (client->status() == BranchLink::Status::Stale)
                say("stale");
        });
        client->start();
    });
    access.start();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    QSocketNotifier notifier(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &app, [&] {
        const QByteArray line = input.readLine().trimmed();
        if (line.isEmpty())
            QCoreApplication::quit();
        else if (client)
            obey(*client, line);
    });
    return QCoreApplication::exec();
}
