// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/client/onetime.h"
#include "core/access/password.h"
#include "core/hub/checkpoint.h"
#include "core/hub/passwordhasher.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "core/tls/authority.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <functional>

namespace tiepdon {
namespace {

/// A checkpoint line has under 1 KiB.
constexpr qint64 kCheckpointBytesMax = 4096;
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

// ---- init, reset-admin ----

const QString kConfigFile = QStringLiteral("/hub.toml");

/// The first administrator, and the password made up for them; no password when one was given.
struct FirstAdministrator {
    Account account;
    QString madePassword;
};

/// Makes the first administrator, which takes a moment (the password is hashed), and ends the program with what
/// `next` does with it. Refused with PasswordTooWeak, and with what reading --password-file is refused with.
int withFirstAdministrator(const Context &context, const std::function<int(const FirstAdministrator &)> &next)
{
    FirstAdministrator first;
    first.account.staff = kFirstWithoutCounter;
    first.account.account = "admin";
    first.account.name = "Administrator";
    first.account.roles = {Role::Administrator};
    first.account.mustChangePassword = true;
    first.account.passwordMs = SystemClock().nowMs();
    const auto given = context.secretFrom("password-file");
    if (!given)
        return context.failed(given.error());
    if (!given->has_value())
        first.madePassword = oneTimePassword();
    const auto password = cleanPassword((given->has_value() ? **given : first.madePassword).toStdString());
    if (!password)
        return context.failed(password.error());
    const auto checked
        = checkPassword(*password, first.account.account, first.account.name, kPasswordCharactersMin);
    if (!checked)
        return context.failed(checked.error());
    PasswordHasher hasher;
    QTimer::singleShot(0, &hasher, [&] {
        const auto taken = hasher.hash(*password, &hasher, [&](const std::string &hash) {
            first.account.passwordHash = hash;
            QCoreApplication::exit(hash.empty() ? context.failed(
                                       {ErrorCode::Internal, "there is too little memory for a password", {}})
                                                : next(first));
        });
        if (!taken)
            QCoreApplication::exit(context.failed(taken.error()));
    });
    return QCoreApplication::exec();
}

QString signInText(const FirstAdministrator &first, const QString &directory)
{
    const QString how = QStringLiteral("    tiepdon-ctl --data %1 sign-in --account %2\n"
                                       "    tiepdon-ctl --data %1 password")
                            .arg(directory, toQt(first.account.account));
    if (first.madePassword.isEmpty())
        return QStringLiteral("The administrator \"%1\" has the password you gave; it must be changed:\n%2")
            .arg(toQt(first.account.account), how);
    return QStringLiteral("The administrator \"%1\" has this password for one use, shown only now:\n\n    %2\n\n"
                          "While the hub runs, sign in and change it with\n%3")
        .arg(toQt(first.account.account), first.madePassword, how);
}

/// Lets a hub with names of its own listen to other machines, unless it is configured already. Whether it was
/// written. FileNotWritable.
Result<bool> writeConfig(const QString &directory)
{
    QFile file(directory + kConfigFile);
    if (file.exists())
        return false;
    const QByteArray text("# Settings of this hub; packaging/hub.toml shows every key.\n"
                          "# Other machines may connect; only enrolled devices get in.\n"
                          "listen = \"any\"\n");
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(text) != text.size() || !file.flush())
        return Error{ErrorCode::FileNotWritable,
                     file.errorString().toStdString(),
                     {{"file", file.fileName().toStdString()}}};
    return true;
}

/// Makes what is missing of a branch; the exit code.
int makeBranch(const Context &context, std::int64_t branch, const FirstAdministrator &first)
{
    const QString directory = QDir(context.dataDirectory()).absolutePath();
    if (const auto made = makeDirectory(directory); !made)
        return context.failed(made.error());
    // either may be there already from an init that was cut off; both there is no init at all, but for a database
    // of an earlier version, in which nobody can sign in yet
    const auto authority = createAuthority(directory, context.values("host"));
    if (!authority && authority.error().code != ErrorCode::AlreadyInitialised)
        return context.failed(authority.error());
    const auto database = Store::create(directory, branch, first.account);
    if (!database)
        return context.failed(database.error());
    Result<bool> config(false);
    if (context.isSet("host"))
        config = writeConfig(directory);
    if (!config)
        return context.failed(config.error());
    const auto print = fingerprint(directory + QStringLiteral("/authority.pem"));
    if (!print)
        return context.failed(print.error());
    Json json{{"directory", directory.toStdString()},
              {"branchId", branch},
              {"fingerprint", print->toStdString()},
              {"account", first.account.account},
              {"isListeningToOthers", *config}};
    if (!first.madePassword.isEmpty())
        json["oneTimePassword"] = first.madePassword.toStdString();
    QString text = QStringLiteral("Branch %1 is ready in %2.\nIts authority's fingerprint (SHA-256): %3\n")
                       .arg(QString::number(branch), directory, *print);
    if (*config)
        text += QStringLiteral("Its hub will listen to other machines: %1 says so.\n").arg(directory + kConfigFile);
    text += QStringLiteral("Next: start the hub with  tiepdon-hub --data %1\n").arg(directory)
        + signInText(first, directory)
        + QStringLiteral("\nThen give it a branch with\n    tiepdon-ctl --data %1 branch import FILE")
              .arg(directory);
    return context.done(json, text);
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
    return withFirstAdministrator(context, [&context, branch](const FirstAdministrator &first) {
        return makeBranch(context, branch, first);
    });
}

int resetAdmin(const Context &context)
{
    return withFirstAdministrator(context, [&context](const FirstAdministrator &first) {
        const QString directory = QDir(context.dataDirectory()).absolutePath();
        const auto written = Store::resetAccount(directory, first.account);
        if (!written)
            return context.failed(written.error());
        Json json{{"account", first.account.account}};
        if (!first.madePassword.isEmpty())
            json["oneTimePassword"] = first.madePassword.toStdString();
        return context.done(json, signInText(first, directory));
    });
}

// ---- verify ----

int verify(const Context &context)
{
    std::string line;
    if (context.isSet("checkpoint")) {
        const auto content = contentOf(context.value("checkpoint"), kCheckpointBytesMax);
        if (!content)
            return context.failed(content.error());
        line = *content;
    }
    const auto report = verifyDatabase(context.dataDirectory());
    if (!report)
        return context.failed(report.error());
    std::vector<std::string> problems = report->problems;
    Json json{{"events", report->events},
              {"days", report->days},
              {"tickets", report->tickets},
              {"auditEntries", report->auditEntries},
              {"invariantChecks", report->invariantChecks}};
    QString text = QStringLiteral("%1 events on %2 days, %3 tickets, %4 entries of the audit, %5 states checked.\n")
                       .arg(report->events)
                       .arg(report->days)
                       .arg(report->tickets)
                       .arg(report->auditEntries)
                       .arg(report->invariantChecks);
    if (!line.empty()) {
        const auto checkpoint = verifyCheckpoint(context.dataDirectory(), line);
        if (!checkpoint) {
            Error error = checkpoint.error();
            error.detail.emplace("file", context.value("checkpoint").toStdString());
            return context.failed(error);
        }
        problems.insert(problems.end(), checkpoint->problems.begin(), checkpoint->problems.end());
        json["checkpoint"] = {{"atMs", checkpoint->atMs},
                              {"events", checkpoint->noted.journalSeq},
                              {"auditEntries", checkpoint->noted.auditSeq},
                              {"isSound", checkpoint->problems.empty()}};
        text += QStringLiteral("Checkpoint of %1: %2 events, %3 entries of the audit.\n")
                    .arg(momentText(checkpoint->atMs))
                    .arg(checkpoint->noted.journalSeq)
                    .arg(checkpoint->noted.auditSeq);
    }
    json["problems"] = problems;
    json["isSound"] = problems.empty();
    for (const std::string &problem : problems)
        text += QStringLiteral("Problem: %1\n").arg(toQt(problem));
    text += problems.empty()
        ? QStringLiteral("All is as it should be.")
        : QStringLiteral("%1 problems. Stop the hub, keep the directory as it is, and restore a backup.")
              .arg(problems.size());
    return context.done(json, text, problems.empty() ? kDone : kProblemsFound);
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
        commandSpec(
            "init", "", "Makes the data directory, its database, its authority and an administrator.", 0, 0, init,
            {optionSpec("branch-id", "Number of this branch in its bank (1).", "N"),
             optionSpec("host",
                        "A name or address the hub is reached by; may be repeated. localhost is always "
                        "there. Without hub.toml one is written, so that the hub listens to others.",
                        "NAME")},
            "Run once per branch, on the machine of its hub. Nothing is ever overwritten. The administrator\n"
            "\"admin\" gets a password for one use, shown once (or the one in --password-file). Run again on a\n"
            "branch of an earlier version, in which nobody could sign in, it makes that administrator."),
        commandSpec(
            "reset-admin", "", "Gives the administrator \"admin\" a new one-time password.", 0, 0, resetAdmin, {},
            "For when nobody knows an administrator's password any more. On the hub's machine, as its user,\n"
            "while the hub is stopped. The audit keeps that it was done."),
        commandSpec(
            "verify", "", "Checks the whole database; exit code 3 when it has problems.", 0, 0, verify,
            {optionSpec("checkpoint", "Also checks it against a line that audit checkpoint printed.", "FILE")},
            "Reads only; the hub may be running. Checked: the hash chains of journal and audit, the rules of the\n"
            "queue after every event, and that the tables say what the journal says. A checkpoint also shows\n"
            "records that were rewritten as a whole or cut off."),
        commandSpec("version", "", "The version of this program.", 0, 0, version),
    };
}

} // namespace tiepdon
