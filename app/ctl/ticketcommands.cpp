// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "core/base/limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiepdon {
namespace {

/// A delay that a command takes, in minutes.
constexpr double kDelayMinutesMax = static_cast<double>(limits::kDelayMsMax) / kMinuteMs;

/// The value of a name, as the protocol has it.
template <class Named>
std::optional<Named> named(const QString &text)
{
    const auto known = names(Named());
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (toQt(known[i]) == text)
            return static_cast<Named>(i);
    }
    return std::nullopt;
}

template <class Named>
QString allNames()
{
    QStringList list;
    for (const std::string_view name : names(Named()))
        list.append(toQt(name));
    return list.join(QStringLiteral(", "));
}

/// What an option says, or why it says nothing: then the program has ended with wrong use.
class Options
{
public:
    explicit Options(const Context &context) : m_context(context) { }

    template <class Named>
    Named name(const char *option, Named usual)
    {
        if (!m_context.isSet(option))
            return usual;
        const auto value = named<Named>(m_context.value(option));
        if (!value)
            wrong(QStringLiteral("--%1 is one of: %2.").arg(QLatin1String(option), allNames<Named>()));
        return value.value_or(usual);
    }
    std::int64_t id(const char *option)
    {
        if (!m_context.isSet(option))
            return 0;
        const auto value = positiveNumber(m_context.value(option));
        if (!value)
            wrong(QStringLiteral("--%1 takes a positive whole number.").arg(QLatin1String(option)));
        return value.value_or(0);
    }
    TimeMs minutes(const char *option)
    {
        if (!m_context.isSet(option))
            return 0;
        bool isNumber = false;
        const double value = m_context.value(option).toDouble(&isNumber);
        if (!isNumber || !(value > 0) || value > kDelayMinutesMax) {
            wrong(QStringLiteral("--%1 takes minutes, over 0 and at most %2.")
                      .arg(QLatin1String(option))
                      .arg(kDelayMinutesMax));
            return 0;
        }
        return static_cast<TimeMs>(value * static_cast<double>(kMinuteMs));
    }
    std::int64_t argument(int index, const char *what)
    {
        const auto value = positiveNumber(m_context.arguments().value(index));
        if (!value)
            wrong(QStringLiteral("\"%1\" is no %2; give its id, a positive whole number.")
                      .arg(m_context.arguments().value(index), QLatin1String(what)));
        return value.value_or(0);
    }
    /// The exit code of the first wrong use.
    [[nodiscard]] std::optional<int> code() const { return m_code; }

private:
    void wrong(const QString &sentence)
    {
        if (!m_code)
            m_code = m_context.wrongUse(sentence);
    }

    const Context &m_context;
    std::optional<int> m_code;
};

/// A ticket by its printed number: an open one, else the last of those that can be brought back.
const Ticket *ticketOf(const BranchState &branch, const QString &number)
{
    const std::string wanted = number.toUpper().toStdString();
    for (const auto &[id, ticket] : branch.tickets()) {
        if (ticket.number == wanted)
            return &ticket;
    }
    const auto &gone = branch.restorable();
    const auto found
        = std::find_if(gone.rbegin(), gone.rend(), [&](const Ticket &ticket) { return ticket.number == wanted; });
    return found == gone.rend() ? nullptr : &*found;
}

/// Sends a command and says what it did.
void ask(const Context &context, HubClient &hub, const Command &command, const Json &json, const QString &text)
{
    hub.send(command, &hub, [&context, json, text](const Result<CommandReply> &reply) {
        Json said = json;
        if (reply && reply->ticket)
            said["ticket"] = reply->ticket->value;
        if (reply && reply->number)
            said["number"] = *reply->number;
        const QString number = toQt(reply ? reply->number.value_or(std::string()) : std::string());
        QCoreApplication::exit(
            reply ? context.done(said, text.contains(QStringLiteral("%1")) ? text.arg(number) : text)
                  : context.failed(reply.error()));
    });
}

/// A command about the ticket that the first argument, or the one at `index`, names.
int aboutTicket(const Context &context, int index, const std::function<Command(const Ticket &)> &command,
                const QString &text)
{
    const QString number = context.arguments().at(index);
    return context.withHub([&context, number, command, text](HubClient &hub) {
        const Ticket *ticket = ticketOf(hub.branch(), number);
        if (!ticket) {
            QCoreApplication::exit(
                context.failed({ErrorCode::UnknownTicket, "no such ticket", {{"number", number.toStdString()}}}));
            return;
        }
        ask(context, hub, command(*ticket), Json{{"ticket", ticket->id.value}, {"number", ticket->number}},
            text.arg(toQt(ticket->number)));
    });
}

/// A command about the ticket that is at a counter.
int atCounter(const Context &context, CounterId counter, const std::function<Command(const Ticket &)> &command,
              const QString &text)
{
    return context.withHub([&context, counter, command, text](HubClient &hub) {
        const CounterState *state = hub.branch().counterState(counter);
        const Ticket *ticket = state ? hub.branch().ticket(state->ticket) : nullptr;
        if (!ticket) {
            QCoreApplication::exit(context.failed(
                state ? Error{ErrorCode::TicketNotHere, "nobody is at this counter", {}}
                      : Error{
                          ErrorCode::UnknownCounter, "no such counter", {{"id", std::to_string(counter.value)}}}));
            return;
        }
        ask(context, hub, command(*ticket), Json{{"counter", counter.value}}, text.arg(toQt(ticket->number)));
    });
}

int raise(const Context &context)
{
    Options options(context);
    const auto reason = options.name("reason", HandReason::Other);
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 0,
        [reason](const Ticket &ticket) {
            return command::RaiseTicket{ticket.id, reason};
        },
        QStringLiteral("%1 goes first in its queue."));
}

int lower(const Context &context)
{
    return aboutTicket(
        context, 0, [](const Ticket &ticket) { return command::LowerTicket{ticket.id}; },
        QStringLiteral("%1 is back where it was."));
}

int cancel(const Context &context)
{
    Options options(context);
    const auto reason = options.name("reason", HandReason::Other);
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 0,
        [reason](const Ticket &ticket) {
            return command::CancelTicket{ticket.id, reason};
        },
        QStringLiteral("%1 is out of the queue. It comes back with: tiepdon-ctl ticket restore %1"));
}

int restore(const Context &context)
{
    Options options(context);
    const auto reason = options.name("reason", HandReason::Other);
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 0,
        [reason](const Ticket &ticket) {
            return command::RestoreTicket{ticket.id, reason};
        },
        QStringLiteral("%1 waits again."));
}

int transfer(const Context &context)
{
    Options options(context);
    command::Transfer wanted;
    wanted.service = {options.argument(1, "service")};
    wanted.place = options.name("place", TransferPlace::ByTimeWaited);
    wanted.toCounter = {options.id("counter")};
    wanted.toStaff = {options.id("staff")};
    wanted.delayMs = options.minutes("delay");
    if (context.isSet("reason"))
        wanted.reason = options.name("reason", HandReason::Other);
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 0,
        [wanted](const Ticket &ticket) {
            command::Transfer sent = wanted;
            sent.ticket = ticket.id;
            sent.counter = ticket.isAtCounter() ? ticket.step.counter : CounterId{};
            return sent;
        },
        QStringLiteral("%1 waits for service ") + QString::number(wanted.service.value) + u'.');
}

int segment(const Context &context)
{
    Options options(context);
    const SegmentId wanted{options.id("segment")};
    const PriorityReasonId because{options.id("because")};
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 0,
        [wanted, because](const Ticket &ticket) {
            return command::SetSegment{ticket.id, wanted, because};
        },
        wanted.isSet() || because.isSet() ? QStringLiteral("%1 is of another segment now.")
                                          : QStringLiteral("%1 is an ordinary customer's now."));
}

int park(const Context &context)
{
    Options options(context);
    const CounterId counter{options.argument(0, "counter")};
    const auto reason = options.name("reason", ParkReason::Other);
    const TimeMs forMs = options.minutes("for");
    if (options.code())
        return *options.code();
    return atCounter(
        context, counter,
        [=](const Ticket &ticket) {
            return command::Park{counter, ticket.id, reason, forMs};
        },
        QStringLiteral("%1 is put aside; the counter is free."));
}

int resume(const Context &context)
{
    Options options(context);
    const CounterId counter{options.argument(0, "counter")};
    if (options.code())
        return *options.code();
    return aboutTicket(
        context, 1,
        [counter](const Ticket &ticket) {
            return command::Resume{counter, ticket.id};
        },
        QStringLiteral("%1 is called to counter ") + QString::number(counter.value) + u'.');
}

int requeue(const Context &context)
{
    Options options(context);
    const CounterId counter{options.argument(0, "counter")};
    const std::int64_t places = options.id("places");
    if (options.code())
        return *options.code();
    return atCounter(
        context, counter,
        [=](const Ticket &ticket) {
            return command::Requeue{counter, ticket.id, places};
        },
        QStringLiteral("%1 is back in the queue."));
}

int walkIn(const Context &context)
{
    Options options(context);
    const CounterId counter{options.argument(0, "counter")};
    const ServiceId service{options.argument(1, "service")};
    const SegmentId itsSegment{options.id("segment")};
    if (options.code())
        return *options.code();
    return context.withHub([&context, counter, service, itsSegment](HubClient &hub) {
        ask(context, hub, command::ServeWalkIn{counter, service, itsSegment}, Json{{"counter", counter.value}},
            QStringLiteral("%1 is being served."));
    });
}

} // namespace

std::vector<CtlCommand> ticketCommands()
{
    const auto reasonOption = optionSpec("reason", "Why, see below; else other.", "NAME");
    static const std::string kHandReasons = "Reasons: " + allNames<HandReason>().toStdString() + ".";
    static const std::string kParkReasons = "Reasons: " + allNames<ParkReason>().toStdString() + ".";
    static const std::string kPlaces = "Places: " + allNames<TransferPlace>().toStdString() + ". " + kHandReasons;
    return {
        commandSpec("ticket raise", "NUMBER", "Puts a ticket first in its queue.", 1, 1, raise, {reasonOption},
                    kHandReasons.c_str()),
        commandSpec("ticket lower", "NUMBER", "Puts a raised ticket back to where it was.", 1, 1, lower),
        commandSpec("ticket cancel", "NUMBER", "Takes a ticket out of the queue.", 1, 1, cancel, {reasonOption},
                    kHandReasons.c_str()),
        commandSpec("ticket restore", "NUMBER", "Brings back who missed their turn or was taken out.", 1, 1,
                    restore, {reasonOption}, kHandReasons.c_str()),
        commandSpec("ticket transfer", "NUMBER SERVICE", "Sends a ticket to wait for another service.", 2, 2,
                    transfer,
                    {optionSpec("place", "Where in the queue; else byTimeWaited.", "PLACE"),
                     optionSpec("counter", "The one counter that may call it.", "ID"),
                     optionSpec("staff", "The one person who may call it.", "ID"),
                     optionSpec("delay", "Joins the queue after so many minutes.", "MIN"), reasonOption},
                    kPlaces.c_str()),
        commandSpec("ticket segment", "NUMBER", "Says who somebody is who waits; without options: ordinary.", 1, 1,
                    segment,
                    {optionSpec("segment", "A segment of the branch.", "ID"),
                     optionSpec("because", "A priority reason of the branch; stands for its segment.", "ID")}),
        commandSpec("counter park", "COUNTER", "Puts the service in progress there aside.", 1, 1, park,
                    {reasonOption, optionSpec("for", "Comes back by itself after so many minutes.", "MIN")},
                    kParkReasons.c_str()),
        commandSpec("counter resume", "COUNTER NUMBER", "Takes up a parked ticket at a counter.", 2, 2, resume),
        commandSpec("counter requeue", "COUNTER", "Puts who was called there back into the queue.", 1, 1, requeue,
                    {optionSpec("places", "How many places back; else as many as a miss.", "N")}),
        commandSpec("counter walk-in", "COUNTER SERVICE", "Serves somebody without a ticket there.", 2, 2, walkIn,
                    {optionSpec("segment", "A segment of the branch.", "ID")}),
    };
}

} // namespace tiepdon
