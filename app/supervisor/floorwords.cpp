// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorwords.h"

#include "app/supervisor/floorfigures.h"
#include "app/supervisor/ticketwords.h"
#include "app/supervisor/words.h"
#include "ui/session/breakword.h"
#include "ui/session/language.h"
#include "ui/session/newcomerwait.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tiepdon {
namespace {

struct FloorWords {
    Q_DECLARE_TR_FUNCTIONS(FloorWords)
};

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

} // namespace

CounterFigures counterFigures(const BranchState &branch, CounterId id, TimeMs now)
{
    const Counter *counter = branch.counter(id);
    const CounterState *state = branch.counterState(id);
    if (!counter || !state)
        return {};
    CounterFigures figures;
    figures.number = counter->number;
    if (!state->isOpen())
        return figures;
    figures.who = staffName(branch, state->staff);
    figures.profile = profileName(branch, state->profile);
    figures.today = FloorWords::tr("%1 served today").arg(number(branch.staffDay(state->staff).served));
    const auto aside = std::count_if(branch.parked().begin(), branch.parked().end(), [&](TicketId each) {
        const Ticket *parked = branch.ticket(each);
        return parked && parked->parked && parked->parked->counter == id;
    });
    if (aside > 0) {
        figures.todayShort = FloorWords::tr("%1 aside · %2 today")
                                 .arg(number(aside), number(branch.staffDay(state->staff).served));
        figures.today.prepend(FloorWords::tr("%1 put aside").arg(number(aside)) + QStringLiteral(" · "));
    }
    const Ticket *ticket = branch.ticket(state->ticket);
    const Service *service = ticket ? branch.service(ticket->step.service) : nullptr;
    if (ticket) {
        figures.ticket = fromUtf8(ticket->number);
        figures.stateDetail = service ? inLanguage(service->name) : QString();
        const VisitStep &step = ticket->step;
        if (ticket->state == TicketState::Serving) {
            figures.state = CounterFigures::State::Serving;
            figures.timer = {step.serviceMs(now), service ? service->expectedMs : 0, FloorWords::tr("in service")};
        } else if (ticket->state == TicketState::WrapUp) {
            figures.state = CounterFigures::State::WrapUp;
            figures.timer = {now - step.wrapUpMs.value_or(now), 0, FloorWords::tr("since they left")};
        } else {
            figures.state = CounterFigures::State::Called;
            figures.timer = {now - step.calledMs.value_or(now), 0, FloorWords::tr("since the call")};
        }
    } else if (state->onBreak) {
        figures.state = CounterFigures::State::OnBreak;
        figures.stateDetail = FloorWords::tr("%1 since %2")
                                  .arg(breakWord(state->onBreak->reason),
                                       clockText(state->onBreak->sinceMs, branch.settings().utcOffsetMin));
        figures.timer = {now - state->onBreak->sinceMs, 0, FloorWords::tr("on break")};
    } else {
        figures.state = CounterFigures::State::Free;
        if (state->nextStoredMs)
            figures.stateDetail = FloorWords::tr("calls the next who comes");
    }
    return figures;
}

QueueFigures queueFigures(const BranchState &branch, const Quotes &quotes, ServiceId id, TimeMs at)
{
    const QueueNow now = queueNow(branch, id, at);
    QueueFigures figures;
    figures.name = serviceName(branch, id);
    figures.waiting = now.waiting;
    figures.longestMs = now.longestMs;
    figures.promiseMs = now.promiseMs;
    figures.kept = PromiseKept{now.servedInTime, now.served};
    const WaitQuote *quote = at - quotes.atMs <= kQuoteFreshMs ? quotes.ofService(id) : nullptr;
    figures.forecast = now.atWork == 0 ? FloorWords::tr("no counter")
        : quote                        ? rangeText(*quote) + QStringLiteral(" · ") + countersWord(now.atWork)
                : FloorWords::tr("wait not known yet") + QStringLiteral(" · ") + countersWord(now.atWork);
    return figures;
}

QString scoreText(const BranchState &branch, const Quotes &quotes)
{
    QStringList lines;
    for (const DayScore &score : quotes.scores) {
        if (score.n <= 0)
            continue;
        const QString day = score.businessDay == branch.businessDay()
            ? FloorWords::tr("today")
            : QDate::fromString(fromUtf8(score.businessDay), Qt::ISODate).toString(QStringLiteral("dd/MM"));
        // cut, not rounded: a share is said only when it is reached
        lines << FloorWords::tr("Waits told, %1: %2 % within the range, off by %3 min on average, n = %4")
                     .arg(day, number(score.insidePermille / 10),
                          QLocale().toString(static_cast<double>(score.meanErrorMs) / kMinuteMs, 'f', 1),
                          number(score.n));
    }
    return lines.join(QLatin1Char('\n'));
}

std::array<FigureCard::Words, 5> figureWords(const BranchState &branch, TimeMs now, bool isLive,
                                             const std::deque<TimeMs> &recentMs)
{
    std::array<FigureCard::Words, 5> words;
    const FloorFigures f = floorFigures(branch, now);
    const QString clock = clockText(now, branch.settings().utcOffsetMin);
    const QString at = isLive ? FloorWords::tr("now, %1").arg(clock) : FloorWords::tr("as of %1").arg(clock);
    const QString when = isLive ? FloorWords::tr("now") : at;
    const QString dash = QStringLiteral("–");
    words[0] = {FloorWords::tr("Counters open"), FloorWords::tr("%1 of %2").arg(number(f.open), number(f.counters)),
                f.onBreak == 0 ? FloorWords::tr("nobody on a break")
                               : FloorWords::tr("%1 on a break").arg(number(f.onBreak)),
                at, Tone::Neutral};
    words[1] = {FloorWords::tr("Services they serve"),
                FloorWords::tr("%1 of %2").arg(number(f.served), number(f.services)),
                f.unserved.empty() ? FloorWords::tr("nobody waits without a counter")
                                   : FloorWords::tr("nobody serves: %1").arg(serviceNames(branch, f.unserved, 2)),
                at, f.unserved.empty() ? Tone::Neutral : Tone::Bad};
    const QString minutes = FloorWords::tr("%1 min");
    words[2]
        = {FloorWords::tr("Waiting time"), f.waiting == 0 ? dash : minutes.arg(minutesText(f.longestMs)),
           f.waiting == 0 ? FloorWords::tr("nobody waits")
                          : FloorWords::tr("longest: %1").arg(serviceName(branch, f.longestOf)),
           f.medianMs
               ? FloorWords::tr("median %1 min, n = %2 · %3").arg(minutesText(*f.medianMs), number(f.waiting), when)
               : at,
           Tone::Neutral};
    const int atWork = f.open - f.onBreak;
    words[3] = {FloorWords::tr("People at the counters"), number(f.called + f.serving),
                FloorWords::tr("%1 served, %2 called, %3 waiting")
                        .arg(number(f.serving), number(f.called), number(f.waiting))
                    + (f.parked > 0 ? QStringLiteral(", ") + FloorWords::tr("%1 put aside").arg(number(f.parked))
                                    : QString()),
                atWork == 0 ? when
                            : FloorWords::tr("%1 waiting each · %2")
                                  .arg(QLocale().toString(static_cast<double>(f.waiting) / atWork, 'f', 1), when),
                Tone::Neutral};
    const TimeMs recentAll = std::accumulate(recentMs.begin(), recentMs.end(), TimeMs{0});
    words[4]
        = {FloorWords::tr("Transaction time"), f.finished == 0 ? dash : elapsedText(f.transactionMs / f.finished),
           f.finished == 0 ? FloorWords::tr("nobody finished yet")
                           : FloorWords::tr("mean today, n = %1").arg(number(f.finished)),
           recentMs.empty() ? FloorWords::tr("call to finish")
                            : FloorWords::tr("last ones %1, n = %2")
                                  .arg(elapsedText(recentAll / static_cast<TimeMs>(recentMs.size())),
                                       number(static_cast<std::int64_t>(recentMs.size()))),
           Tone::Neutral};
    return words;
}

} // namespace tiepdon
