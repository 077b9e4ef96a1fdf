// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/status.h"

#include "app/ctl/context.h"

namespace tiepdon {
namespace {

double minutes(TimeMs ms) { return static_cast<double>(ms / 100) / 600.0; }

/// Time of the day where the branch is.
QString clock(const BranchState &branch, TimeMs time)
{
    const TimeMs local = time + branch.settings().utcOffsetMin * kMinuteMs;
    const TimeMs ofDay = ((local % kDayMs) + kDayMs) % kDayMs;
    return QStringLiteral("%1:%2")
        .arg(ofDay / kHourMs, 2, 10, QLatin1Char('0'))
        .arg(ofDay % kHourMs / kMinuteMs, 2, 10, QLatin1Char('0'));
}

/// The longest wait of a service's queue until now. Linear in the queue: transfers may stand before older ones.
TimeMs longestWait(const BranchState &branch, ServiceId service, TimeMs now)
{
    TimeMs longest = 0;
    for (const QueueKey &key : branch.waiting(service)) {
        if (const Ticket *ticket = branch.ticket(key.ticket))
            longest = std::max(longest, now - ticket->step.waitingFromMs);
    }
    return longest;
}

QString stateOf(const BranchState &branch, const CounterState &counter)
{
    if (!counter.isOpen())
        return QStringLiteral("closed");
    if (counter.onBreak)
        return QStringLiteral("onBreak");
    const Ticket *ticket = branch.ticket(counter.ticket);
    return ticket ? toQt(names(ticket->state).at(static_cast<std::size_t>(ticket->state))) : QStringLiteral("free");
}

/// Who is put aside or comes later.
QString asideText(const BranchState &branch)
{
    QString text;
    for (const TicketId id : branch.parked()) {
        const Ticket *ticket = branch.ticket(id);
        if (!ticket || !ticket->parked)
            continue;
        const Counter *counter = branch.counter(ticket->parked->counter);
        text += QStringLiteral("%1 is put aside since %2 at counter %3: %4%5\n")
                    .arg(toQt(ticket->number), clock(branch, ticket->sinceMs))
                    .arg(counter ? counter->number : 0)
                    .arg(toQt(names(ticket->parked->reason).at(static_cast<std::size_t>(ticket->parked->reason))),
                         ticket->parked->untilMs
                             ? QStringLiteral(", back at ") + clock(branch, *ticket->parked->untilMs)
                             : QString());
    }
    for (const auto &[untilMs, id] : branch.due()) {
        const Ticket *ticket = branch.ticket(id);
        if (ticket && ticket->held)
            text += QStringLiteral("%1 joins the queue of service %2 at %3\n")
                        .arg(toQt(ticket->number))
                        .arg(ticket->step.service.value)
                        .arg(clock(branch, untilMs));
    }
    return text.isEmpty() ? text : QStringLiteral("\n") + text;
}

} // namespace

Json statusJson(const BranchState &branch, TimeMs now, double rate)
{
    Json services = Json::array();
    for (const auto &[id, service] : branch.services()) {
        Json queue = Json::array(); // the next one first
        for (const QueueKey &key : branch.waiting(id)) {
            if (const Ticket *ticket = branch.ticket(key.ticket))
                queue.push_back(ticket->number);
        }
        Json one{{"id", id.value},
                 {"name", service.name.vi},
                 {"series", service.series},
                 {"waiting", branch.waiting(id).size()},
                 {"queue", std::move(queue)},
                 {"longestWaitMin", minutes(longestWait(branch, id, now))},
                 {"serviceLevelMin", minutes(service.serviceLevelMs)}};
        if (const auto wait = branch.recentWaitMs(id))
            one["recentWaitMin"] = minutes(*wait);
        services.push_back(std::move(one));
    }
    Json parked = Json::array();
    for (const TicketId id : branch.parked()) {
        const Ticket *ticket = branch.ticket(id);
        if (!ticket || !ticket->parked)
            continue;
        Json one{{"ticket", ticket->number}, {"sinceMs", ticket->sinceMs}};
        one.update(toJson(*ticket->parked));
        parked.push_back(std::move(one));
    }
    Json held = Json::array();
    for (const auto &[untilMs, id] : branch.due()) {
        const Ticket *ticket = branch.ticket(id);
        if (ticket && ticket->held)
            held.push_back(
                {{"ticket", ticket->number}, {"service", ticket->step.service.value}, {"untilMs", untilMs}});
    }
    Json counters = Json::array();
    for (const auto &[id, counter] : branch.counters()) {
        const CounterState *state = branch.counterState(id);
        Json one{{"id", id.value}, {"number", counter.number}, {"state", stateOf(branch, *state).toStdString()}};
        if (state->isOpen()) {
            const Staff *staff = branch.staffMember(state->staff);
            one["staff"] = state->staff.value;
            one["staffName"] = staff ? staff->name : std::string();
            one["profile"] = state->profile.value;
            one["sinceMs"] = state->sinceMs;
            if (const Ticket *ticket = branch.ticket(state->ticket))
                one["ticket"] = ticket->number;
            if (state->nextStoredMs)
                one["nextStoredMs"] = *state->nextStoredMs;
        }
        counters.push_back(std::move(one));
    }
    return {{"branch", branch.settings().name.vi},
            {"day", branch.businessDay()},
            {"isOpen", branch.isOpen()},
            {"hubTimeMs", now},
            {"rate", rate},
            {"totals", toJson(branch.totals())},
            {"services", std::move(services)},
            {"parked", std::move(parked)},
            {"held", std::move(held)},
            {"counters", std::move(counters)}};
}

QString statusText(const BranchState &branch, TimeMs now)
{
    if (!branch.isDefined())
        return QStringLiteral("The branch has no services yet. Import one with: tiepdon-ctl branch import FILE");
    const DayTotals &totals = branch.totals();
    QString text
        = QStringLiteral("%1, %2 by the hub's clock. ").arg(toQt(branch.settings().name.vi), clock(branch, now));
    if (branch.businessDay().empty())
        text += QStringLiteral("No day was opened yet: tiepdon-ctl day open\n");
    else
        text += QStringLiteral("The day %1 is %2.\n")
                    .arg(toQt(branch.businessDay()),
                         branch.isOpen() ? QStringLiteral("open") : QStringLiteral("closed"));
    text += QStringLiteral("Issued %1, called %2, served %3, no-shows %4, cancelled %5, ended %6\n\nid  waiting  "
                           "longest  service\n")
                .arg(totals.issued)
                .arg(totals.called)
                .arg(totals.served)
                .arg(totals.noShows)
                .arg(totals.cancelled)
                .arg(totals.ended);
    for (const auto &[id, service] : branch.services())
        text += QStringLiteral("%1 %2 %3 min  %4\n")
                    .arg(id.value, -6)
                    .arg(branch.waiting(id).size(), 4)
                    .arg(minutes(longestWait(branch, id, now)), 5, 'f', 1)
                    .arg(toQt(service.name.vi));
    text += QStringLiteral("\ncounter  state    since  ticket  who\n");
    for (const auto &[id, counter] : branch.counters()) {
        const CounterState *state = branch.counterState(id);
        const Ticket *ticket = branch.ticket(state->ticket);
        const Staff *staff = branch.staffMember(state->staff);
        const QString stored
            = state->nextStoredMs ? QStringLiteral("; the next to come is called here") : QString();
        text += QStringLiteral("%1 %2 %3 %4 %5\n")
                    .arg(counter.number, 7)
                    .arg(stateOf(branch, *state), -9)
                    .arg(state->isOpen() ? clock(branch, state->sinceMs) : QStringLiteral("     "),
                         ticket ? toQt(ticket->number).leftJustified(7) : QString(7, u' '),
                         (staff ? toQt(staff->name) : QString()) + stored);
    }
    return text + asideText(branch);
}

Json countersJson(const BranchState &branch)
{
    const BranchSetup setup = branch.setup();
    return {
        {"counters", toJson(setup.counters)}, {"profiles", toJson(setup.profiles)}, {"staff", toJson(setup.staff)}};
}

QString countersText(const BranchState &branch)
{
    const BranchSetup setup = branch.setup();
    if (setup.counters.empty())
        return QStringLiteral("There are no counters yet. Import a branch with: tiepdon-ctl branch import FILE");
    QString text = QStringLiteral("Counters (id, number, profile)\n");
    for (const Counter &counter : setup.counters)
        text += QStringLiteral("  %1 %2 %3\n")
                    .arg(counter.id.value, -6)
                    .arg(counter.number, 3)
                    .arg(counter.profile.value, 6);
    text += QStringLiteral("Work profiles (id, name, services)\n");
    for (const WorkProfile &profile : setup.profiles) {
        QStringList services;
        for (const ServiceId id : profile.services)
            services.append(QString::number(id.value));
        text += QStringLiteral("  %1 %2: %3\n")
                    .arg(profile.id.value, -6)
                    .arg(toQt(profile.name.vi), services.join(QStringLiteral(", ")));
    }
    text += QStringLiteral("Staff (id, name)\n");
    for (const Staff &staff : setup.staff)
        text += QStringLiteral("  %1 %2\n").arg(staff.id.value, -6).arg(toQt(staff.name));
    return text;
}

} // namespace tiepdon
