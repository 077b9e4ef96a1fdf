// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/status.h"
#include "core/base/limits.h"
#include "core/wire/branchfile.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>

namespace tiepdon {
namespace {

/// A branch of the largest hospital has under 200 KiB.
constexpr qint64 kBranchFileBytesMax = 1024 * 1024;
/// What a hub takes for a played day, see SetClock.
constexpr double kClockRateMax = 3600;
/// The mirror follows a reply in milliseconds.
constexpr int kMirrorMsMax = 2000;

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

/// How many of a service's queue are before a ticket; nothing while the mirror does not have it.
std::optional<std::int64_t> peopleAhead(const BranchState &branch, TicketId id)
{
    const Ticket *ticket = branch.ticket(id);
    if (!ticket)
        return std::nullopt;
    std::int64_t ahead = 0;
    for (const QueueKey &key : branch.waiting(ticket->step.service)) {
        if (key.ticket == id)
            break;
        ++ahead;
    }
    return ticket->state == TicketState::Waiting ? ahead : 0;
}

void sayIssued(const Context &context, const CommandReply &reply, ServiceId service, std::int64_t ahead)
{
    const std::string number = reply.number.value_or(std::string());
    QCoreApplication::exit(context.done(Json{{"ticket", reply.ticket.value_or(TicketId()).value},
                                             {"number", number},
                                             {"service", service.value},
                                             {"ahead", ahead}},
                                        QStringLiteral("%1, people ahead: %2").arg(toQt(number)).arg(ahead)));
}

int issue(const Context &context)
{
    const auto id = positiveNumber(context.arguments().constFirst());
    if (!id)
        return context.wrongUse(QStringLiteral("\"%1\" is no service id.").arg(context.arguments().constFirst()));
    const ServiceId service{*id};
    return context.withHub([&context, service](HubClient &hub) {
        hub.send(command::IssueTicket{service}, &hub, [&context, &hub, service](const Result<CommandReply> &reply) {
            if (!reply) {
                QCoreApplication::exit(context.failed(reply.error()));
                return;
            }
            // the event may come a moment after the reply
            const CommandReply issued = *reply;
            const auto sayIfKnown = [&context, &hub, issued, service] {
                if (const auto ahead = peopleAhead(hub.branch(), issued.ticket.value_or(TicketId())))
                    sayIssued(context, issued, service, *ahead);
                return hub.branch().ticket(issued.ticket.value_or(TicketId())) != nullptr;
            };
            if (sayIfKnown())
                return;
            auto said = std::make_shared<bool>(false);
            QObject::connect(&hub, &BranchLink::branchEvent, &hub, [sayIfKnown, said] {
                if (!*said)
                    *said = sayIfKnown();
            });
            QTimer::singleShot(kMirrorMsMax, &hub, [&context, issued, service, said] {
                if (!*said) // called and gone already
                    sayIssued(context, issued, service, 0);
            });
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
        commandSpec("issue", "SERVICE", "Takes a ticket for a service (its id); prints its number.", 1, 1, issue),
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
