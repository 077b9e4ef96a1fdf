// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/words.h"

#include "ui/session/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace tiepdon {
namespace {

struct SupervisorWords {
    Q_DECLARE_TR_FUNCTIONS(SupervisorWords)
};

QString unknownWord() { return QStringLiteral("?"); }

} // namespace

QString handWord(HandReason reason)
{
    switch (reason) {
    case HandReason::NeedsHelp:
        return SupervisorWords::tr("Needs help (elderly, unwell, with a small child)");
    case HandReason::CameBack:
        return SupervisorWords::tr("Came back");
    case HandReason::WrongService:
        return SupervisorWords::tr("Ticket was for another service");
    case HandReason::ShorterQueue:
        return SupervisorWords::tr("The other queue is shorter");
    case HandReason::Duplicate:
        return SupervisorWords::tr("Has another ticket");
    case HandReason::Left:
        return SupervisorWords::tr("Left the branch");
    case HandReason::OurMistake:
        return SupervisorWords::tr("Our mistake");
    case HandReason::Other:
        break;
    }
    return SupervisorWords::tr("Other reason");
}

QString placeWord(command::TransferPlace place)
{
    switch (place) {
    case command::TransferPlace::First:
        return SupervisorWords::tr("First");
    case command::TransferPlace::Last:
        return SupervisorWords::tr("Last");
    case command::TransferPlace::ByTimeWaited:
        break;
    }
    return SupervisorWords::tr("By time waited");
}

QString stateWord(TicketState state)
{
    switch (state) {
    case TicketState::Waiting:
        return SupervisorWords::tr("Waiting");
    case TicketState::Called:
        return SupervisorWords::tr("Called");
    case TicketState::Serving:
        return SupervisorWords::tr("Being served");
    case TicketState::NoShow:
        return SupervisorWords::tr("No-show");
    case TicketState::Cancelled:
        return SupervisorWords::tr("Cancelled");
    case TicketState::Parked:
        return SupervisorWords::tr("Put aside");
    case TicketState::WrapUp:
        return SupervisorWords::tr("Being wrapped up");
    case TicketState::Abandoned:
        return SupervisorWords::tr("Left");
    case TicketState::Done:
    case TicketState::Ended:
        break;
    }
    return SupervisorWords::tr("Closed");
}

QString standingWord(const Ticket &ticket)
{
    if (ticket.state == TicketState::Waiting && ticket.held)
        return SupervisorWords::tr("Comes later");
    if (ticket.state == TicketState::Waiting && ticket.raisedFrom)
        return SupervisorWords::tr("Waiting, put first");
    return stateWord(ticket.state);
}

QString counterName(const BranchState &branch, CounterId counter)
{
    const Counter *known = branch.counter(counter);
    return known ? SupervisorWords::tr("Counter %1").arg(known->number) : unknownWord();
}

QString serviceName(const BranchState &branch, ServiceId service)
{
    const Service *known = branch.service(service);
    return known ? inLanguage(known->name) : unknownWord();
}

QString profileName(const BranchState &branch, ProfileId profile)
{
    const WorkProfile *known = branch.profile(profile);
    return known ? inLanguage(known->name) : unknownWord();
}

QString staffName(const BranchState &branch, StaffId staff)
{
    const Staff *known = branch.staffMember(staff);
    return known ? fromUtf8(known->name) : unknownWord();
}

QString segmentName(const BranchState &branch, SegmentId segment)
{
    const auto it = branch.segments().find(segment);
    if (it != branch.segments().end())
        return inLanguage(it->second.name);
    return segment.isSet() ? unknownWord() : QString();
}

QString reasonName(const BranchState &branch, PriorityReasonId reason)
{
    const auto it = branch.priorityReasons().find(reason);
    if (it != branch.priorityReasons().end())
        return inLanguage(it->second.name);
    return reason.isSet() ? unknownWord() : QString();
}

QString forWhom(const BranchState &branch, const Ticket &ticket)
{
    if (const Counter *counter = branch.counter(ticket.forCounter))
        return SupervisorWords::tr("for counter %1").arg(counter->number);
    return ticket.forStaff.isSet() ? SupervisorWords::tr("for %1").arg(staffName(branch, ticket.forStaff))
                                   : QString();
}

QString countersWord(std::int64_t count)
{
    return count == 1 ? SupervisorWords::tr("1 counter")
                      : SupervisorWords::tr("%1 counters").arg(QLocale().toString(static_cast<qlonglong>(count)));
}

QString ticketsWord(std::int64_t count)
{
    return count == 1 ? SupervisorWords::tr("1 ticket")
                      : SupervisorWords::tr("%1 tickets").arg(QLocale().toString(static_cast<qlonglong>(count)));
}

QString serviceNames(const BranchState &branch, const std::vector<ServiceId> &services, std::size_t most)
{
    QStringList names;
    for (std::size_t i = 0; i < services.size() && i < most; ++i)
        names << serviceName(branch, services[i]);
    const QString text = names.join(QStringLiteral(", "));
    return services.size() <= most
        ? text
        : SupervisorWords::tr("%1 and %2 more")
              .arg(text, QLocale().toString(static_cast<qlonglong>(services.size() - most)));
}

} // namespace tiepdon
