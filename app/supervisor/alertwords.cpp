// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertwords.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace tiepdon {
namespace {

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

/// "Loans", "Loans, VIP".
QString queueName(const BranchState &branch, const AlertSubject &subject)
{
    const QString service = serviceName(branch, subject.service);
    return subject.segment.isSet() ? service + QStringLiteral(", ") + segmentName(branch, subject.segment)
                                   : service;
}

QString waitText(const BranchState &branch, const Alert &alert)
{
    const TimeMs promiseMs = branch.promiseMs(alert.subject.service, alert.subject.segment);
    const QString name = queueName(branch, alert.subject);
    const QString waited = minutesText(alert.value * promiseMs / 1000);
    return alert.people == 1
        ? AlertWords::tr("%1: one person has waited %2 min, promised %3").arg(name, waited, minutesText(promiseMs))
        : AlertWords::tr("%1: waiting up to %2 min, promised %3; %4 people")
              .arg(name, waited, minutesText(promiseMs), number(alert.people));
}

QString serviceLongText(const BranchState &branch, const Alert &alert)
{
    const CounterState *state = branch.counterState(alert.subject.counter);
    const Ticket *ticket = branch.ticket(alert.subject.ticket.isSet() ? alert.subject.ticket
                                             : state                  ? state->ticket
                                                                      : TicketId{});
    const Service *service = ticket ? branch.service(ticket->step.service) : nullptr;
    const QString counter = counterName(branch, alert.subject.counter);
    if (!service)
        return AlertWords::tr("%1: a service takes %2 times as long as usual")
            .arg(counter, QLocale().toString(static_cast<double>(alert.value) / 1000.0, 'f', 1));
    return AlertWords::tr("%1: %2 has been served for %3 min, expected %4")
        .arg(counter, fromUtf8(ticket->number), minutesText(alert.value * service->expectedMs / 1000),
             minutesText(service->expectedMs));
}

QString ticketName(const BranchState &branch, TicketId id)
{
    const Ticket *ticket = branch.ticket(id);
    return ticket ? fromUtf8(ticket->number) : AlertWords::tr("A ticket");
}

QString deviceName(DeviceId device) { return AlertWords::tr("Device %1").arg(number(device.value)); }

/// Who took it up last; 0 for nobody.
StaffId holderOf(const Alert &alert)
{
    for (auto it = alert.steps.rbegin(); it != alert.steps.rend(); ++it) {
        if (it->kind == AlertStepKind::Acknowledged || it->kind == AlertStepKind::ActedOn)
            return it->by;
    }
    return {};
}

} // namespace

QString alertText(const BranchState &branch, const Alert &alert)
{
    const AlertSubject &about = alert.subject;
    const QString counter = counterName(branch, about.counter);
    const QString minutes = minutesText(alert.value);
    switch (alert.kind) {
    case AlertKind::WaitOver:
        return waitText(branch, alert);
    case AlertKind::WaitWillBeOver:
        return AlertWords::tr("%1: a promise will probably be broken soon (%2 %)")
            .arg(queueName(branch, about), number(alert.value / 10));
    case AlertKind::QueueLong:
        return AlertWords::tr("%1: %2 people wait, from %3 on it is too many")
            .arg(queueName(branch, about), number(alert.value), number(alert.threshold));
    case AlertKind::ServiceLong:
        return serviceLongText(branch, alert);
    case AlertKind::CounterIdle:
        return AlertWords::tr("%1: nobody called for %2 min while %3 wait who could be served there")
            .arg(counter, minutes, number(alert.people));
    case AlertKind::BreakLong:
        return AlertWords::tr("%1: on a break for %2 min").arg(counter, minutes);
    case AlertKind::NoShowsInRow:
        return AlertWords::tr("%1: %2 calls in a row and nobody came").arg(counter, number(alert.value));
    case AlertKind::TicketForgotten:
        return AlertWords::tr("%1 has been open for %2 min").arg(ticketName(branch, about.ticket), minutes);
    case AlertKind::DeviceLost:
        return AlertWords::tr("%1 has been out of reach for %2 min").arg(deviceName(about.device), minutes);
    case AlertKind::BlockerOld:
        return AlertWords::tr("What a teller lacks has been missing for %1 min").arg(minutes);
    case AlertKind::PrinterOut:
        return AlertWords::tr("%1 cannot print for %2 min").arg(deviceName(about.device), minutes);
    }
    return {};
}

QString alertStanding(const BranchState &branch, const SessionInfo &session, const Alert &alert)
{
    QString since = AlertWords::tr("since %1").arg(clockText(alert.raisedMs, branch.settings().utcOffsetMin));
    const StaffId holder = holderOf(alert);
    QString who;
    if (alert.state == AlertState::Raised)
        who = AlertWords::tr("nobody has it yet");
    else if (holder == session.staff)
        who = alert.state == AlertState::ActedOn ? AlertWords::tr("you acted") : AlertWords::tr("you have it");
    else if (branch.staffMember(holder))
        who = alert.state == AlertState::ActedOn ? AlertWords::tr("%1 acted").arg(staffName(branch, holder))
                                                 : AlertWords::tr("%1 has it").arg(staffName(branch, holder));
    else
        who = alert.state == AlertState::ActedOn ? AlertWords::tr("another supervisor acted")
                                                 : AlertWords::tr("another supervisor has it");
    QString text = since + QStringLiteral(" · ") + who;
    if (alert.isEscalated)
        text += QStringLiteral(" · ") + AlertWords::tr("passed on");
    return text;
}

QString severityWord(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Notice:
        return AlertWords::tr("Notice");
    case AlertSeverity::Warning:
        return AlertWords::tr("Warning");
    case AlertSeverity::Critical:
        return AlertWords::tr("Critical");
    }
    return {};
}

Tone toneOf(AlertSeverity severity)
{
    return severity == AlertSeverity::Critical ? Tone::Bad
        : severity == AlertSeverity::Warning   ? Tone::Warn
                                               : Tone::Info;
}

std::vector<Alert> alertsInOrder(const AlertsNote &note)
{
    std::vector<Alert> all;
    std::copy_if(note.open.begin(), note.open.end(), std::back_inserter(all),
                 [](const Alert &alert) { return alert.isOpen(); });
    std::stable_sort(all.begin(), all.end(), [](const Alert &a, const Alert &b) {
        const auto rank = [](const Alert &alert) {
            return std::tuple(alert.state != AlertState::Raised, -static_cast<int>(alert.severity),
                              -alert.raisedMs);
        };
        return rank(a) < rank(b);
    });
    return all;
}

} // namespace tiepdon
