// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "core/tls/authority.h"
#include "core/store/store.h"
#include "core/store/verify.h"

#include <QDir>
#include <QFile>

namespace tiepdon {
namespace {

constexpr QFileDevice::Permissions kOwnerOnly
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// Makes the data directory, for its owner alone; one that is there is closed to others.
Result<void> makeDirectory(const QString &path)
{
    const QFileInfo info(path);
    const bool isMade = info.isDir() ? QFile::setPermissions(path, kOwnerOnly)
                                     : QDir().mkpath(info.absolutePath()) && QDir().mkdir(path, kOwnerOnly);
    if (!isMade)
        return Error{ErrorCode::FileNotWritable, "the directory cannot be made", {{"file", path.toStdString()}}};
    return {};
}

int init(const Context &context)
{
    std::int64_t branch = 1;
    if (context.isSet("branch-id")) {
        const auto number = positiveNumber(context.value("branch-id"));
        if (!number)
            return context.wrongUse(QStringLiteral("--branch-id takes a positive whole number."));
        branch = *number;
    }
    const QString directory = QDir(context.dataDirectory()).absolutePath();
    if (const auto made = makeDirectory(directory); !made)
        return context.failed(made.error());
    // either may be there already from an init that was cut off; both there is no init at all
    const auto authority = createAuthority(directory, context.values("host"));
    if (!authority && authority.error().code != ErrorCode::AlreadyInitialised)
        return context.failed(authority.error());
    const auto database = Store::create(directory, branch);
    if (!database && (database.error().code != ErrorCode::AlreadyInitialised || !authority))
        return context.failed(database.error());
    const QString authorityFile = directory + QStringLiteral("/authority.pem");
    const auto print = fingerprint(authorityFile);
    if (!print)
        return context.failed(print.error());
    return context.done(
        Json{{"directory", directory.toStdString()}, {"branchId", branch}, {"fingerprint", print->toStdString()}},
        QStringLiteral("Branch %1 is ready in %2.\nIts authority's fingerprint (SHA-256): %3\n"
                       "Next: start the hub with   tiepdon-hub --data %2\n"
                       "then give it a branch with  tiepdon-ctl --data %2 branch import FILE")
            .arg(QString::number(branch), directory, *print));
}

int verify(const Context &context)
{
    const auto report = verifyDatabase(context.dataDirectory());
    if (!report)
        return context.failed(report.error());
    Json json{{"events", report->events},     {"days", report->days},
              {"tickets", report->tickets},   {"invariantChecks", report->invariantChecks},
              {"problems", report->problems}, {"isSound", report->problems.empty()}};
    QString text = QStringLiteral("%1 events on %2 days, %3 tickets, %4 states checked.\n")
                       .arg(report->events)
                       .arg(report->days)
                       .arg(report->tickets)
                       .arg(report->invariantChecks);
    for (const std::string &problem : report->problems)
        text += QStringLiteral("Problem: %1\n").arg(toQt(problem));
    text += report->problems.empty()
        ? QStringLiteral("All is as it should be.")
        : QStringLiteral("%1 problems. Stop the hub, keep the directory as it is, and restore a backup.")
              .arg(report->problems.size());
    return context.done(json, text, report->problems.empty() ? kDone : kProblemsFound);
}

int version(const Context &context)
{
    const ProtocolVersion protocol;
    return context.done(
        Json{{"version", TIEPDON_VERSION}, {"protocol", toJson(protocol)}},
        QStringLiteral("tiepdon-ctl " TIEPDON_VERSION ", protocol %1.%2").arg(protocol.major).arg(protocol.minor));
}

} // namespace

std::vector<CtlCommand> localCommands()
{
    return {
        {QStringLiteral("init"),
         {},
         QStringLiteral("Makes the data directory, its database and its authority."),
         QStringLiteral("Run once per branch, on the machine of its hub. Nothing is ever overwritten."),
         {{QStringLiteral("branch-id"), QStringLiteral("Number of this branch in its bank (1)."),
           QStringLiteral("N")},
          {QStringLiteral("host"),
           QStringLiteral("A name or address the hub is reached by; may be repeated. localhost is always there."),
           QStringLiteral("NAME")}},
         0,
         0,
         init},
        {QStringLiteral("verify"),
         {},
         QStringLiteral("Checks the whole database; exit code 3 when it has problems."),
         QStringLiteral(
             "Reads only; the hub may be running. Checked: the hash chain, the rules of the queue after\n"
             "every event, and that the tables say what the journal says."),
         {},
         0,
         0,
         verify},
        {QStringLiteral("version"), {}, QStringLiteral("The version of this program."), {}, {}, 0, 0, version},
    };
}

} // namespace tiepdon
