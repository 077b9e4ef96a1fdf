// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/status.h"
#include "core/base/limits.h"
#include "core/wire/branchfile.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTime>

namespace tiepdon {
namespace {

/// A branch of the largest hospital has under 200 KiB.
constexpr qint64 kBranchFileBytesMax = 1024 * 1024;
/// What a hub takes for a played day, see SetClock.
constexpr double kClockRateMax = 3600;

/// Sends a command, and ends the program with what `answer` makes of its reply.
void ask(const Context &context, HubClient &hub, const Command &command,
         const std::function<int(const CommandReply &)> &answer)
{
    hub.send(command, &hub, [&context, answer](const Result<CommandReply> &reply) {
        QCoreApplication::exit(reply ? answer(*reply) : context.failed(reply.error()));
    });
}

/// For a command that needs nothing of the branch's state.
int askOnce(const Context &context, const Command &command, const Json &json, const QString &text)
{
    return context.withHub([&](HubClient &hub) {
        ask(context, hub, command, [&](const CommandReply &) { return context.done(json, text); });
    });
}

// ---- branch import ----

int importBranch(const Context &context)
{
    const QString path = context.arguments().constFirst();
    const auto content = contentOf(path, kBranchFileBytesMax);
    if (!content)
        return context.failed(content.error());
    auto setup = branchFrom(*content);
    if (!setup) {
        Error error = setup.error();
        error.detail["file"] = path.toStdString();
        return context.failed(error);
    }
    const bool isCheck = context.isSet("check");
    const Json json{{"branch", setup->settings.name.vi},  {"services", setup->services.size()},
                    {"profiles", setup->profiles.size()}, {"counters", setup->counters.size()},
                    {"staff", setup->staff.size()},       {"isImported", !isCheck}};
    const QString text = QStringLiteral("%1: %2 services, %3 work profiles, %4 counters, %5 staff. ")
                             .arg(toQt(setup->settings.name.vi))
                             .arg(setup->services.size())
                             .arg(setup->profiles.size())
                             .arg(setup->counters.size())
                             .arg(setup->staff.size());
    if (isCheck)
        return context.done(json, text + QStringLiteral("The file is right; nothing was changed."));
    return askOnce(context, command::DefineBranch{*setup}, json,
                   text + QStringLiteral("Imported. Open the day with: tiepdon-ctl day open"));
}

int exportBranch(const Context &context)
{
    const QString path = context.arguments().constFirst();
    return context.withHub([&context, path](HubClient &hub) {
        const auto fail = [&](const QString &reason) {
            QCoreApplication::exit(
                context.failed({ErrorCode::FileNotWritable, reason.toStdString(), {{"file", path.toStdString()}}}));
        };
        if (!hub.branch().isDefined()) {
            QCoreApplication::exit(context.failed({ErrorCode::NotDefined, "the branch is not defined", {}}));
            return;
        }
        const QByteArray text = QByteArray::fromStdString(branchText(hub.branch().setup()));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return fail(file.errorString());
        QCoreApplication::exit(context.done(Json{{"file", path.toStdString()}, {"bytes", text.size()}},
                                            QStringLiteral("The branch is in %1.").arg(path)));
    });
}

// ---- day ----

int openDay(const Context &context)
{
    const QString wanted = context.arguments().value(0);
    if (!wanted.isEmpty() && dayStart(wanted.toStdString(), 0) < 0)
        return context.wrongUse(QStringLiteral("\"%1\" is no day; write YYYY-MM-DD.").arg(wanted));
    return context.withHub([&context, wanted](HubClient &hub) {
        const auto offset = static_cast<int>(hub.branch().settings().utcOffsetMin);
        const std::string day = wanted.isEmpty() ? localDay(hub.hubNowMs(), offset) : wanted.toStdString();
        ask(context, hub, command::OpenDay{day}, [&context, day](const CommandReply &) {
            return context.done(
                Json{{"day", day}},
                QStringLiteral("The day %1 is open. Sign on at counters, or with: tiepdon-ctl counter "
                               "sign-on COUNTER STAFF")
                    .arg(toQt(day)));
        });
    });
}

int closeDay(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        const std::string day = hub.branch().businessDay();
        ask(context, hub, command::CloseDay{context.isSet("force")}, [&context, day](const CommandReply &) {
            return context.done(Json{{"day", day}}, QStringLiteral("The day %1 is closed.").arg(toQt(day)));
        });
    });
}

// ---- issue ----

/// "2 to 7 min", or that it is not known.
QString waitText(const std::optional<WaitQuote> &wait)
{
    if (!wait)
        return QStringLiteral("the wait is not known");
    const auto whole = [](TimeMs ms) { return (ms + kMinuteMs / 2) / kMinuteMs; };
    return QStringLiteral("%1 to %2 min").arg(whole(wait->lowMs)).arg(whole(wait->highMs));
}

/// "09:30" today where the branch is.
std::optional<TimeMs> bookedTime(const BranchState &branch, const QString &text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    const TimeMs day = dayStart(branch.businessDay(), static_cast<int>(branch.settings().utcOffsetMin));
    return time.isValid() && day >= 0 ? std::optional(day + time.msecsSinceStartOfDay()) : std::nullopt;
}

int issue(const Context &context)
{
    command::IssueTicket wanted;
    for (const auto &[option, value] :
         {std::pair("segment", &wanted.segment.value), std::pair("because", &wanted.priorityReason.value)}) {
        if (!context.isSet(option))
            continue;
        const auto number = positiveNumber(context.value(option));
        if (!number)
            return context.wrongUse(
                QStringLiteral("--%1 takes a positive whole number.").arg(QLatin1String(option)));
        *value = *number;
    }
    const auto id = positiveNumber(context.arguments().constFirst());
    if (!id)
        return context.wrongUse(QStringLiteral("\"%1\" is no service id.").arg(context.arguments().constFirst()));
    wanted.service = {*id};
    wanted.language = context.value("language").toStdString();
    return context.withHub([&context, wanted](HubClient &hub) {
        command::IssueTicket ticket = wanted;
        if (context.isSet("booked")) {
            ticket.bookedMs = bookedTime(hub.branch(), context.value("booked"));
            if (!ticket.bookedMs) {
                QCoreApplication::exit(
                    context.wrongUse(QStringLiteral("--booked takes a time of the day, such as 09:30.")));
                return;
            }
        }
        ask(context, hub, ticket, [&context, ticket](const CommandReply &reply) {
            const std::string number = reply.number.value_or(std::string());
            const std::int64_t ahead = reply.ahead.value_or(0);
            Json json{{"ticket", reply.ticket.value_or(TicketId()).value},
                      {"number", number},
                      {"service", ticket.service.value},
                      {"ahead", ahead}};
            if (reply.wait)
                json["wait"] = toJson(*reply.wait);
            return context.done(
                json,
                QStringLiteral("%1, people ahead: %2, %3").arg(toQt(number)).arg(ahead).arg(waitText(reply.wait)));
        });
    });
}

// ---- counters ----

/// The numbers given as arguments, or which one is none.
std::optional<std::vector<std::int64_t>> numbers(const Context &context)
{
    std::vector<std::int64_t> list;
    for (const QString &argument : context.arguments()) {
        const auto number = positiveNumber(argument);
        if (!number)
            return std::nullopt;
        list.push_back(*number);
    }
    return list;
}

int wrongNumbers(const Context &context)
{
    return context.wrongUse(QStringLiteral("Counters, staff and profiles are given by id, a positive whole number; "
                                           "tiepdon-ctl counter list shows them."));
}

int signOn(const Context &context)
{
    const auto given = numbers(context);
    if (!given)
        return wrongNumbers(context);
    const ProfileId profile{given->size() > 2 ? given->at(2) : 0};
    return askOnce(context, command::SignOn{{given->at(0)}, {given->at(1)}, profile},
                   Json{{"counter", given->at(0)}, {"staff", given->at(1)}},
                   QStringLiteral("Staff %1 is signed on at counter %2.").arg(given->at(1)).arg(given->at(0)));
}

int signOff(const Context &context)
{
    const auto given = numbers(context);
    if (!given)
        return wrongNumbers(context);
    return askOnce(context, command::SignOff{{given->at(0)}}, Json{{"counter", given->at(0)}},
                   QStringLiteral("Counter %1 is closed.").arg(given->at(0)));
}

int assign(const Context &context)
{
    const auto given = numbers(context);
    if (!given)
        return wrongNumbers(context);
    return askOnce(context,
                   command::AssignProfile{{given->at(0)}, {given->at(1)}, {}, context.isSet("leave-unserved")},
                   Json{{"counter", given->at(0)}, {"profile", given->at(1)}},
                   QStringLiteral("Counter %1 works with profile %2 from its next call on.")
                       .arg(given->at(0))
                       .arg(given->at(1)));
}

int listCounters(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        QCoreApplication::exit(context.done(countersJson(hub.branch()), countersText(hub.branch())));
    });
}

int status(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        const TimeMs now = hub.hubNowMs();
        QCoreApplication::exit(
            context.done(statusJson(hub.branch(), now, hub.rate()), statusText(hub.branch(), now)));
    });
}

// ---- clock ----

/// On the way to the hub its clock goes on, and it goes forward only: the time sent is a little ahead.
constexpr double kClockLeadMs = 50;
constexpr int kClockTries = 6;

void setRate(const Context &context, HubClient &hub, double rate, int tries = 1)
{
    const TimeMs at = hub.hubNowMs() + static_cast<TimeMs>(hub.rate() * kClockLeadMs * tries) + 1;
    hub.request(SetClock::kMethod, toJson(SetClock{at, rate}), &hub,
                [&context, &hub, rate, tries](const Result<Json> &reply) {
                    if (!reply && reply.error().code == ErrorCode::InvalidParams && tries < kClockTries)
                        setRate(context, hub, rate, tries + 1);
                    else if (!reply)
                        QCoreApplication::exit(context.failed(reply.error()));
                    else
                        QCoreApplication::exit(context.done(
                            Json{{"rate", rate}}, QStringLiteral("The day goes on %1 times as fast.").arg(rate)));
                });
}

int clock(const Context &context)
{
    bool isNumber = false;
    const double rate = context.arguments().constFirst().toDouble(&isNumber);
    if (!isNumber || !(rate > 0) || rate > kClockRateMax)
        return context.wrongUse(QStringLiteral("\"%1\" is no rate; give a number over 0, at most 3600.")
                                    .arg(context.arguments().constFirst()));
    return context.withHub([&context, rate](HubClient &hub) { setRate(context, hub, rate); });
}

} // namespace

std::vector<CtlCommand> hubCommands()
{
    return {
        commandSpec(
            "branch import", "FILE", "Adds and changes services, profiles, counters and staff.", 1, 1, importBranch,
            {optionSpec("check", "Only checks the file; needs no hub, changes nothing.")},
            "The commented sample is resources/branch/bank-branch.toml. A file with a mistake changes nothing."),
        commandSpec("day open", "[DATE]", "Opens a business day; today by the hub's clock.", 0, 1, openDay),
        commandSpec("day close", "", "Closes the day: counters sign off, open tickets end.", 0, 0, closeDay,
                    {optionSpec("force", "Also while people are called or being served.")}),
        commandSpec("branch export", "FILE", "Writes the branch down as a file that can be imported.", 1, 1,
                    exportBranch, {}, "Comments are not kept by a hub, so there are none in the file."),
        commandSpec("issue", "SERVICE", "Takes a ticket for a service (its id); prints its number.", 1, 1, issue,
                    {optionSpec("segment", "Of a segment of customers.", "ID"),
                     optionSpec("because", "A priority reason; stands for its segment.", "ID"),
                     optionSpec("booked", "The time that was booked.", "HH:MM"),
                     optionSpec("language", "Asked for, two letters.", "CODE")}),
        commandSpec("counter list", "", "Counters, work profiles and staff with their ids.", 0, 0, listCounters),
        commandSpec("counter sign-on", "COUNTER STAFF [PROFILE]", "Opens a counter (ids).", 2, 3, signOn),
        commandSpec("counter sign-off", "COUNTER", "Closes a counter.", 1, 1, signOff),
        commandSpec("counter assign", "COUNTER PROFILE", "Gives an open counter another work profile.", 2, 2,
                    assign, {optionSpec("leave-unserved", "Also when a service is left without a counter.")}),
        commandSpec("clock", "RATE", "How fast a played day goes on, up to 3600; a real day's hub refuses it.", 1,
                    1, clock),
        commandSpec("status", "", "The day, its totals, each queue and each counter.", 0, 0, status),
    };
}

} // namespace tiepdon
