// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ticketlist.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

StoryStep storyOf(const DayStep &day, TimeMs nowMs)
{
    StoryStep story;
    const VisitStep &step = day.step;
    story.step = step;
    story.promiseMs = day.promiseMs;
    story.isHere = day.isHere;
    const TimeMs endMs = step.finishedMs.value_or(nowMs);
    story.waitedMs
        = step.calledMs ? step.waitMs() : std::max<TimeMs>(0, step.waitedBeforeMs + endMs - step.waitingFromMs);
    if (step.startedMs || step.servedBeforeMs > 0)
        story.servedMs = std::max<TimeMs>(0, step.serviceMs(endMs));
    return story;
}

/// A line of the list: where it is, and what it is sorted by.
struct Line {
    const DayVisit *visit = nullptr;
    const DayStep *step = nullptr;
    TimeMs key = 0; ///< lines without what is sorted by come last, whichever way
    bool hasKey = true;
};

Line lineOf(const DayVisit &visit, const DayStep &step, TicketsOrder order, TimeMs nowMs)
{
    Line line{&visit, &step};
    const auto by = [&](std::optional<TimeMs> key) {
        line.key = key.value_or(0);
        line.hasKey = key.has_value();
    };
    switch (order) {
    case TicketsOrder::Issued:
    case TicketsOrder::Number:
        line.key = visit.issuedMs;
        break;
    case TicketsOrder::Called:
        by(step.step.calledMs);
        break;
    case TicketsOrder::Finished:
        by(step.step.finishedMs);
        break;
    case TicketsOrder::Waited:
        line.key = storyOf(step, nowMs).waitedMs;
        break;
    case TicketsOrder::Served:
        by(storyOf(step, nowMs).servedMs);
        break;
    }
    return line;
}

bool comesBefore(const Line &a, const Line &b, const DayTicketsQuery &query)
{
    if (a.hasKey != b.hasKey)
        return a.hasKey;
    if (query.order == TicketsOrder::Number) {
        // days in order, their numbers as people read them
        if (a.visit->businessDay != b.visit->businessDay)
            return (a.visit->businessDay < b.visit->businessDay) != query.descending;
        if (a.visit->number != b.visit->number)
            return (a.visit->number < b.visit->number) != query.descending;
    }
    if (a.key != b.key)
        return (a.key < b.key) != query.descending;
    if (a.visit->ticket != b.visit->ticket)
        return (a.visit->ticket < b.visit->ticket) != query.descending;
    return a.step->step.no < b.step->step.no;
}

DayTicketRow rowOf(const Line &line, TimeMs nowMs)
{
    const DayVisit &visit = *line.visit;
    DayTicketRow row;
    row.ticket = visit.ticket;
    row.businessDay = visit.businessDay;
    row.number = visit.number;
    row.series = visit.series;
    row.state = visit.state;
    row.issuedMs = visit.issuedMs;
    row.endedMs = visit.endedMs;
    row.bookedMs = visit.bookedMs;
    row.segment = visit.segment;
    row.isCarriedIn = visit.isCarriedIn;
    row.stepNo = line.step->step.no;
    for (const DayStep &step : visit.steps)
        row.steps.push_back(storyOf(step, nowMs));
    if (visit.isTooShort)
        row.suspicions.push_back(Suspicion::TooShort);
    if (visit.isForgottenOpen)
        row.suspicions.push_back(Suspicion::ForgottenOpen);
    if (visit.isDuplicate)
        row.suspicions.push_back(Suspicion::Duplicate);
    return row;
}

} // namespace

DayTicketsAnswer ticketList(const DayVisits &days, const DayTicketsQuery &query)
{
    DayTicketsAnswer answer;
    for (const DayPeriod &period : days.periods)
        answer.days.push_back(period.businessDay);
    if (!days.periods.empty()) {
        answer.fromMs = days.periods.front().fromMs;
        answer.toMs = days.periods.back().toMs;
        answer.isOpen = days.periods.back().isOpen;
    }
    answer.utcOffsetMin = days.utcOffsetMin;

    // suspects are told apart here, so that those left out can be counted
    FigureTickets all = query.tickets;
    all.filter.leaveOutSuspects = false;
    std::vector<Line> lines;
    for (const DayVisit &visit : days.visits) {
        if (query.state && visit.state != *query.state)
            continue;
        for (const DayStep &step : visit.steps) {
            if (!isBehind(days, visit, step, all) || (query.staff && step.step.staff != *query.staff))
                continue;
            answer.suspects += visit.isSuspect() ? 1 : 0;
            const bool isWanted
                = query.suspectsOnly ? visit.isSuspect() : isBehind(days, visit, step, query.tickets);
            if (isWanted)
                lines.push_back(lineOf(visit, step, query.order, days.nowMs));
        }
    }
    answer.n = static_cast<std::int64_t>(lines.size());
    std::sort(lines.begin(), lines.end(), [&](const Line &a, const Line &b) { return comesBefore(a, b, query); });
    const std::int64_t first = std::clamp<std::int64_t>(query.skip, 0, answer.n);
    const std::int64_t last = first + std::min(query.limit, answer.n - first);
    for (std::int64_t i = first; i < last; ++i)
        answer.rows.push_back(rowOf(lines[static_cast<std::size_t>(i)], days.nowMs));
    return answer;
}

} // namespace tiepdon
