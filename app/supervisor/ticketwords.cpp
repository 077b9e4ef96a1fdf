// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketwords.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/newcomerwait.h"
#include "ui/session/parkword.h"
#include "ui/session/callreason.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketWords)
};

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

/// What is left of a wait, rounded up: it is never said to be over before it is.
QString leftText(TimeMs leftMs)
{
    return TicketWords::tr("%1 min left").arg(minutesText(std::max<TimeMs>(0, leftMs) + kMinuteMs - 1));
}

QString parkedText(const Parked &parked, TimeMs now, std::int64_t utcOffsetMin)
{
    const QString why = parkWord(parked.reason);
    return parked.untilMs ? TicketWords::tr("put aside: %1; back by itself at %2, %3")
                                .arg(why, clockText(*parked.untilMs, utcOffsetMin), leftText(*parked.untilMs - now))
                          : TicketWords::tr("put aside: %1; until a counter takes it up").arg(why);
}

QString nextText(const BranchState &branch, const std::vector<NextStep> &steps)
{
    QStringList names;
    for (const NextStep &step : steps) {
        const Counter *counter = branch.counter(step.counter);
        names
            << (counter
                    ? TicketWords::tr("%1 (counter %2)").arg(serviceName(branch, step.service)).arg(counter->number)
                    : serviceName(branch, step.service));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

TimeMs ticketWaitedMs(const Ticket &ticket, TimeMs now)
{
    const bool isAtCounter = ticket.isAtCounter() || ticket.state == TicketState::Parked;
    const TimeMs until = ticket.endedMs.value_or(isAtCounter ? ticket.step.calledMs.value_or(now) : now);
    return std::max<TimeMs>(0, until - ticket.ownPlace().ms);
}

QString rangeText(const WaitQuote &quote)
{
    const auto [low, high] = wholeMinutes(WaitRange{quote.lowMs, quote.highMs});
    return low == high ? TicketWords::tr("%1 min").arg(number(high))
                       : TicketWords::tr("%1–%2 min").arg(number(low), number(high));
}

const WaitQuote *freshQuote(const Quotes &quotes, TicketId ticket, TimeMs now)
{
    return now - quotes.atMs <= kQuoteFreshMs ? quotes.ofTicket(ticket) : nullptr;
}

QStringList ticketLines(const BranchState &branch, const Quotes &quotes, const Ticket &ticket, TimeMs now)
{
    const auto offset = branch.settings().utcOffsetMin;
    const VisitStep &step = ticket.step;
    const bool isWaiting = ticket.state == TicketState::Waiting;
    QStringList lines{TicketWords::tr("Ticket taken %1").arg(clockText(ticket.issuedMs, offset))};
    if (!ticket.carriedFrom.empty())
        lines << TicketWords::tr("waits on from an earlier day, %1").arg(fromUtf8(ticket.carriedFrom));
    if (ticket.bookedMs)
        lines << TicketWords::tr("booked for %1").arg(clockText(*ticket.bookedMs, offset));
    if (!ticket.language.empty())
        lines << TicketWords::tr("asks for the language: %1").arg(fromUtf8(ticket.language));
    if (step.no > 1)
        lines << TicketWords::tr("step %1 of the visit, here since %2")
                     .arg(step.no)
                     .arg(clockText(step.waitingFromMs, offset));
    if (ticket.isQueued()) {
        const WaitQuote *quote = freshQuote(quotes, ticket.id, now);
        lines << (quote ? TicketWords::tr("expected to be called in %1; half of such waits are within %2 min")
                              .arg(rangeText(*quote), minutesText(quote->medianMs + kMinuteMs - 1))
                        : TicketWords::tr("when it is called: not enough known yet"));
    }
    if (const QString who = forWhom(branch, ticket); isWaiting && !who.isEmpty())
        lines << TicketWords::tr("waits %1 and nobody else").arg(who);
    if (ticket.held)
        lines << TicketWords::tr("joins its queue at %1, %2")
                     .arg(clockText(ticket.held->untilMs, offset), leftText(ticket.held->untilMs - now));
    if (ticket.parked)
        lines << parkedText(*ticket.parked, now, offset);
    if (isWaiting && ticket.raisedFrom)
        lines << TicketWords::tr("put first by hand; its place by time waited is %1")
                     .arg(clockText(ticket.raisedFrom->ms, offset));
    if (const std::int64_t overtaken = ticket.isQueued() ? branch.overtaken(ticket) : 0; overtaken > 0) {
        const std::int64_t most = branch.settings().calling.maxOvertaken;
        lines << (most > 0
                      ? TicketWords::tr("others who came later were called before it: %1 of at most %2")
                            .arg(number(overtaken), number(most))
                      : TicketWords::tr("others who came later were called before it: %1").arg(number(overtaken)));
    }
    if (step.calledMs)
        lines << (isWaiting ? TicketWords::tr("last called %1").arg(clockText(*step.calledMs, offset))
                            : TicketWords::tr("called %1 to %2")
                                  .arg(clockText(*step.calledMs, offset), counterName(branch, step.counter)));
    if (step.startedMs && ticket.isAtCounter())
        lines << TicketWords::tr("started %1").arg(clockText(*step.startedMs, offset));
    if (step.wrapUpMs)
        lines << TicketWords::tr("the person left %1").arg(clockText(*step.wrapUpMs, offset));
    if (!ticket.nextSteps.empty())
        lines << TicketWords::tr("then: %1").arg(nextText(branch, ticket.nextSteps));
    if (step.misses > 0)
        lines << TicketWords::tr("calls missed: %1").arg(step.misses);
    if (ticket.endedMs)
        lines << TicketWords::tr("ended %1").arg(clockText(*ticket.endedMs, offset));
    return lines;
}

QString whyCalled(const BranchState &branch, const Ticket &ticket)
{
    if (!ticket.isAtCounter())
        return {};
    const CounterState *counter = branch.counterState(ticket.step.counter);
    return counter && counter->ticket == ticket.id && counter->reason ? sentence(*counter->reason, branch)
                                                                      : QString();
}

} // namespace tiepdon
