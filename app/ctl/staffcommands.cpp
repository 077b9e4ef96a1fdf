// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/client/onetime.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

int wrongRoles(const Context &context)
{
    return context.wrongUse(QStringLiteral("Roles are teller, greeter, supervisor, backOffice, administrator and "
                                           "auditor, parted by commas."));
}

/// The new password of somebody else: from --new-password-file, else made up. The second says which.
Result<std::pair<QString, bool>> passwordForOther(const Context &context)
{
    const auto given = context.secretFrom("new-password-file");
    if (!given)
        return given.error();
    if (given->has_value())
        return std::pair(**given, false);
    return std::pair(oneTimePassword(), true);
}

/// A made-up password is said once; a given one is known.
QString passwordText(const QString &password, bool isMade)
{
    return isMade
        ? QStringLiteral("\nPassword for one use, shown only now:   %1\nIt must be changed at the first sign-in.")
              .arg(password)
        : QStringLiteral("\nThe given password must be changed at the first sign-in.");
}

int listStaff(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        withStaff(context, hub, [&context](const std::vector<StaffRow> &staff) {
            std::vector<QStringList> rows;
            for (const StaffRow &row : staff) {
                QStringList state;
                if (row.isDisabled)
                    state.append(QStringLiteral("disabled"));
                if (row.mustChangePassword)
                    state.append(QStringLiteral("one-time password"));
                rows.push_back({QString::number(row.staff.value), toQt(row.account), toQt(row.name),
                                rolesText(row.roles), QString::number(row.sessions),
                                state.join(QStringLiteral(", "))});
            }
            const QStringList headings{QStringLiteral("id"),       QStringLiteral("account"),
                                       QStringLiteral("name"),     QStringLiteral("roles"),
                                       QStringLiteral("sessions"), QStringLiteral("state")};
            QCoreApplication::exit(context.done(Json{{"staff", toJson(staff)}}, tableText(headings, rows)));
        });
    });
}

int addStaff(const Context &context)
{
    const auto roles = rolesFrom(context.value("role"));
    if (!roles)
        return wrongRoles(context);
    if (context.value("name").trimmed().isEmpty() && !context.isSet("staff"))
        return context.wrongUse(QStringLiteral("Give the person's name: --name \"Lê Thu Phương\"."));
    accesscommand::AddStaff command;
    if (context.isSet("staff")) {
        const auto id = positiveNumber(context.value("staff"));
        if (!id)
            return context.wrongUse(
                QStringLiteral("--staff takes an id of the branch's staff list; tiepdon-ctl counter "
                               "list shows them."));
        command.staff = {*id};
    }
    const auto password = passwordForOther(context);
    if (!password)
        return context.failed(password.error());
    command.account = context.arguments().constFirst().toStdString();
    command.name = context.value("name").toStdString();
    command.roles = *roles;
    command.password = password->first.toStdString();
    return context.withHub([&context, command, password = *password](HubClient &hub) {
        change(context, hub, command, [&context, command, password](const Json &reply) {
            const auto it = reply.find("staff");
            const std::int64_t id
                = it != reply.end() && it->is_number_integer() ? it->get<std::int64_t>() : command.staff.value;
            Json json{{"staff", id}, {"account", command.account}, {"roles", toJson(command.roles)}};
            if (password.second)
                json["oneTimePassword"] = password.first.toStdString();
            return context.done(
                json,
                QStringLiteral("%1 (id %2) can sign in, with the roles %3.")
                        .arg(toQt(command.account).toLower(), QString::number(id), rolesText(command.roles))
                    + passwordText(password.first, password.second));
        });
    });
}

int setPassword(const Context &context)
{
    const auto password = passwordForOther(context);
    if (!password)
        return context.failed(password.error());
    return context.withHub([&context, password = *password](HubClient &hub) {
        withMember(context, hub, context.arguments().constFirst(), [&context, &hub, password](const StaffRow &row) {
            const accesscommand::SetPassword command{row.staff, password.first.toStdString()};
            change(context, hub, command, [&context, row, password](const Json &) {
                Json json{{"staff", row.staff.value}, {"account", row.account}};
                if (password.second)
                    json["oneTimePassword"] = password.first.toStdString();
                return context.done(json,
                                    QStringLiteral("%1 has a new password; sessions of that account have ended.")
                                            .arg(toQt(row.account))
                                        + passwordText(password.first, password.second));
            });
        });
    });
}

int setRoles(const Context &context)
{
    const auto roles = rolesFrom(context.arguments().at(1));
    if (!roles)
        return wrongRoles(context);
    return context.withHub([&context, roles = *roles](HubClient &hub) {
        withMember(context, hub, context.arguments().constFirst(), [&context, &hub, roles](const StaffRow &row) {
            change(context, hub, accesscommand::SetRoles{row.staff, roles}, [&context, row, roles](const Json &) {
                return context.done(
                    Json{{"staff", row.staff.value}, {"account", row.account}, {"roles", toJson(roles)}},
                    QStringLiteral("%1 now has the roles %2; sessions of that account have ended.")
                        .arg(toQt(row.account), rolesText(roles)));
            });
        });
    });
}

/// A change of one member that takes nothing else.
template <class Command>
int changeMember(const Context &context, const QString &sentence)
{
    return context.withHub([&context, sentence](HubClient &hub) {
        withMember(context, hub, context.arguments().constFirst(), [&context, &hub, sentence](const StaffRow &row) {
            change(context, hub, Command{row.staff}, [&context, row, sentence](const Json &) {
                return context.done(Json{{"staff", row.staff.value}, {"account", row.account}},
                                    sentence.arg(toQt(row.account)));
            });
        });
    });
}

int disable(const Context &context)
{
    return changeMember<accesscommand::DisableStaff>(
        context,
        QStringLiteral("%1 is disabled and signed out everywhere. Undo it with: tiepdon-ctl staff enable %1"));
}

int enable(const Context &context)
{
    return changeMember<accesscommand::EnableStaff>(context, QStringLiteral("%1 may sign in again."));
}

int unlock(const Context &context)
{
    return changeMember<accesscommand::UnlockStaff>(
        context, QStringLiteral("The wrong passwords of %1 are forgotten; the next try has no delay."));
}

} // namespace

std::vector<CtlCommand> staffCommands()
{
    const QCommandLineOption newPassword
        = optionSpec("new-password-file", "Sets this password for one use instead of one made up.", "FILE");
    const char *const one = "ID or account, as  tiepdon-ctl staff list  shows them.";
    return {
        commandSpec("staff list", "", "Everybody who can sign in, with roles and state.", 0, 0, listStaff),
        commandSpec(
            "staff add", "ACCOUNT", "Gives somebody a way to sign in.", 1, 1, addStaff,
            {optionSpec("name", "The person's name; with --staff the list's own without it.", "NAME"),
             optionSpec("role",
                        "Roles, parted by commas: teller, greeter, supervisor, backOffice, "
                        "administrator, auditor.",
                        "ROLES"),
             optionSpec("staff", "Somebody of the branch's staff list; else the person is new.", "ID"),
             newPassword},
            "Tellers, greeters and supervisors who are new also join the branch's staff list. The password is for\n"
            "one use and shown once; it is kept nowhere."),
        commandSpec("staff roles", "WHO ROLES", "Gives somebody other roles; ends their sessions.", 2, 2, setRoles,
                    {}, one),
        commandSpec("staff password", "WHO", "Gives somebody a new one-time password.", 1, 1, setPassword,
                    {newPassword}, one),
        commandSpec("staff disable", "WHO", "Shuts somebody out and ends their sessions.", 1, 1, disable, {}, one),
        commandSpec("staff enable", "WHO", "Lets somebody in again.", 1, 1, enable, {}, one),
        commandSpec("staff unlock", "WHO", "Forgets the wrong passwords somebody has tried.", 1, 1, unlock, {},
                    one),
    };
}

} // namespace tiepdon
