// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/playeddays.h"

#include "ui/session/demobranch.h"

#include <algorithm>
#include <array>
#include <functional>
#include <random>

namespace tiepdon {
namespace {

constexpr int kOffsetMin = 7 * 60;
constexpr TimeMs kBeatMs = 20 * kSecondMs;

/// People who come, most between ten and eleven, and counters that serve them.
class Crowd
{
public:
    using Run = std::function<bool(const Command &)>;

    Crowd(const BranchState &state, Run run, unsigned seed) : m_state(state), m_run(std::move(run)), m_random(seed)
    {
    }

    void open()
    {
        for (const auto &[id, counter] : m_state.counters())
            m_run(command::SignOn{id, StaffId{id.value}, {}});
    }
    /// What happens in one beat of the day.
    void beat(TimeMs nowMs, int minuteOfDay)
    {
        const int rush = minuteOfDay >= 600 && minuteOfDay < 660 ? 34
            : minuteOfDay >= 720 && minuteOfDay < 780            ? 9
                                                                 : 20;
        if (below(100) < rush) {
            static constexpr std::array<std::int64_t, 12> kAsked{1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};
            command::IssueTicket issue{ServiceId{kAsked.at(static_cast<std::size_t>(below(12)))}};
            if (below(9) == 0)
                issue.priorityReason = PriorityReasonId{1 + below(4)};
            m_run(issue);
            if (below(60) == 0)
                m_run(command::CancelTicket{m_state.lastTicket(), HandReason::Duplicate});
        }
        for (const auto &[id, counter] : m_state.counters())
            work(id, nowMs);
    }

private:
    std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(m_random()) % n; }

    void work(CounterId id, TimeMs nowMs)
    {
        const CounterState *counter = m_state.counterState(id);
        const Ticket *ticket = m_state.ticket(counter->ticket);
        if (!ticket) {
            if (nowMs >= m_freeMs[id])
                m_run(command::CallNext{id});
            return;
        }
        const TicketId inHand = ticket->id;
        if (ticket->state == TicketState::Called) {
            if (below(28) == 0) {
                m_run(command::MarkNoShow{id, inHand});
                return;
            }
            m_run(command::StartService{id, inHand});
            const Service *service = m_state.service(ticket->step.service);
            m_endMs[id] = nowMs + service->expectedMs * (40 + below(130)) / 100;
            if (below(70) == 0) { // pressed twice
                m_run(command::FinishService{id, inHand});
                m_freeMs[id] = nowMs + kMinuteMs;
            }
            return;
        }
        if (nowMs < m_endMs[id])
            return;
        if (below(30) == 0)
            m_run(command::Transfer{id, inHand, ServiceId{3}, command::TransferPlace::First});
        else
            m_run(command::FinishService{id, inHand});
        m_freeMs[id] = nowMs + below(3) * kBeatMs;
    }

    const BranchState &m_state;
    Run m_run;
    std::mt19937 m_random;
    std::map<CounterId, TimeMs> m_endMs;
    std::map<CounterId, TimeMs> m_freeMs;
};

bool isSuspect(const DayTicketRow &row) { return !row.suspicions.empty(); }

/// Whether a step is counted in a figure, and when.
std::optional<TimeMs> countedMs(const DayTicketRow &row, const StoryStep &story, FigureKind kind)
{
    const VisitStep &step = story.step;
    const auto suspect = [&](Suspicion suspicion) {
        return std::find(row.suspicions.begin(), row.suspicions.end(), suspicion) != row.suspicions.end()
            ? step.finishedMs
            : std::nullopt;
    };
    switch (kind) {
    case FigureKind::Arrived:
        return step.no == 1 ? std::optional(row.issuedMs) : std::nullopt;
    case FigureKind::Called:
        return step.calledMs;
    case FigureKind::TooShort:
        return suspect(Suspicion::TooShort);
    case FigureKind::ForgottenOpen:
        return suspect(Suspicion::ForgottenOpen);
    case FigureKind::Duplicate:
        return suspect(Suspicion::Duplicate);
    default:
        return countedEndMs(kind, step, !story.isPromiseBroken());
    }
}

bool isAsked(const DayTicketRow &row, const StoryStep &story, const DayTicketsQuery &query)
{
    const FigureTickets &tickets = query.tickets;
    const auto atMs = countedMs(row, story, tickets.kind);
    return atMs && (!tickets.halfHourMin || halfHourOf(*atMs, kOffsetMin) == *tickets.halfHourMin)
        && tickets.filter.takes(row.segment, story.step) && (!query.staff || story.step.staff == *query.staff)
        && (!query.state || row.state == *query.state);
}

std::int64_t keyOf(const DayTicketRow &row, TicketsOrder order)
{
    const StoryStep &line = *row.line();
    switch (order) {
    case TicketsOrder::Called:
        return line.step.calledMs.value_or(0);
    case TicketsOrder::Finished:
        return line.step.finishedMs.value_or(0);
    case TicketsOrder::Waited:
        return line.waitedMs;
    case TicketsOrder::Served:
        return line.servedMs.value_or(0);
    default:
        return row.issuedMs;
    }
}

} // namespace

PlayedDays::Played PlayedDays::play(const std::string &businessDay)
{
    Played played;
    BranchState state;
    const TimeMs midnight = dayStart(businessDay, kOffsetMin);
    TimeMs nowMs = midnight + 8 * kHourMs;
    const auto run = [&](const Command &command) {
        const auto events = decide(state, command, nowMs);
        if (!events)
            return false;
        for (const Event &event : *events) {
            const Touched touched = apply(state, event, nowMs);
            played.events.push_back({event, nowMs, touched});
            addTickets(played, state, touched);
        }
        return true;
    };
    run(command::DefineBranch{demoSetup()});
    run(command::OpenDay{businessDay});
    played.day = {businessDay, {{1, 0, nowMs, {}}}, 0};
    Crowd crowd(state, run, static_cast<unsigned>(midnight / kDayMs));
    crowd.open();
    for (; nowMs < midnight + 16 * kHourMs + 30 * kMinuteMs; nowMs += kBeatMs)
        crowd.beat(nowMs, static_cast<int>((nowMs - midnight) / kMinuteMs));
    played.day.tickets = state.totals().issued;
    run(command::CloseDay{true});
    played.day.openings.front().closedMs = nowMs;
    played.day.openings.front().lastSeq = static_cast<std::int64_t>(played.events.size());
    for (DayTicketRow &row : played.tickets) {
        for (const StoryStep &each : row.steps) {
            if (each.step.outcome == StepOutcome::Served && each.servedMs < kTooShortMs)
                row.suspicions.push_back(Suspicion::TooShort);
            if (each.step.outcome == StepOutcome::Ended && each.step.startedMs)
                row.suspicions.push_back(Suspicion::ForgottenOpen);
        }
        if (row.state == TicketState::Cancelled)
            row.suspicions.push_back(Suspicion::Duplicate);
    }
    return played;
}

void PlayedDays::addTickets(Played &played, const BranchState &branch, const Touched &touched)
{
    if (!touched.ticket)
        return;
    const Ticket &ticket = *touched.ticket;
    auto row = std::find_if(played.tickets.begin(), played.tickets.end(),
                            [&](const DayTicketRow &each) { return each.ticket == ticket.id; });
    if (row == played.tickets.end())
        row = played.tickets.insert(played.tickets.end(),
                                    DayTicketRow{ticket.id, branch.businessDay(), ticket.number, ticket.series});
    row->state = ticket.state;
    row->issuedMs = ticket.issuedMs;
    row->endedMs = ticket.endedMs;
    row->segment = ticket.segment;
    const auto put = [&](const VisitStep &step) {
        const TimeMs endMs = step.finishedMs.value_or(branch.changedMs());
        StoryStep story{step, step.calledMs ? step.waitMs() : endMs - step.waitingFromMs, {}, 0, true};
        if (step.startedMs)
            story.servedMs = step.serviceMs(endMs);
        story.promiseMs = branch.promiseMs(step.service, ticket.segment);
        const auto it = std::find_if(row->steps.begin(), row->steps.end(),
                                     [&](const StoryStep &each) { return each.step.no == step.no; });
        if (it == row->steps.end())
            row->steps.push_back(story);
        else
            *it = story;
    };
    if (touched.endedStep)
        put(*touched.endedStep);
    put(ticket.step);
}

const PlayedDays::Played *PlayedDays::played(const std::string &businessDay)
{
    if (std::find(m_days.begin(), m_days.end(), businessDay) == m_days.end())
        return nullptr;
    const auto it = m_played.find(businessDay);
    return it != m_played.end() ? &it->second : &m_played.emplace(businessDay, play(businessDay)).first->second;
}

Result<Json> PlayedDays::answer(const std::string &method, const Json &params)
{
    const auto with = [&](auto query, auto serve) -> Result<Json> {
        if (!query)
            return query.error();
        return serve(*query);
    };
    if (method == DaysQuery::kMethod)
        return toJson(days());
    if (method == DayAtQuery::kMethod)
        return with(fromJson<DayAtQuery>(params, UnknownFields::Refuse),
                    [this](const DayAtQuery &query) { return dayAt(query); });
    if (method == DayTicketsQuery::kMethod)
        return with(fromJson<DayTicketsQuery>(params, UnknownFields::Refuse),
                    [this](const DayTicketsQuery &query) { return dayTickets(query); });
    if (method == CallsQuery::kMethod)
        return with(fromJson<CallsQuery>(params, UnknownFields::Refuse),
                    [this](const CallsQuery &query) { return calls(query); });
    return Error{ErrorCode::UnknownMethod, "not of the history", {}};
}

DaysAnswer PlayedDays::days()
{
    DaysAnswer answer;
    for (const std::string &day : m_days)
        answer.days.push_back(played(day)->day);
    return answer;
}

Result<Json> PlayedDays::dayAt(const DayAtQuery &query)
{
    const Played *day = played(query.businessDay);
    if (!day)
        return Error{ErrorCode::UnknownDay, "no such day", {}};
    const DayOpening &opening = day->day.openings.front();
    DayAtAnswer answer;
    answer.day = day->day;
    answer.atMs = std::clamp(query.atMs, opening.openedMs, *opening.closedMs);
    BranchState state;
    DayStrip strip{opening.openedMs, kMinuteMs};
    std::int64_t seq = 0;
    for (const Happened &each : day->events) {
        const auto atMs = [&] { return strip.fromMs + strip.stepMs * static_cast<TimeMs>(strip.waiting.size()); };
        while (query.withStrip && atMs() < each.atMs) {
            std::int64_t waiting = 0, worst = 0, broken = 0, open = 0;
            for (const auto &[id, ticket] : state.tickets()) {
                if (!ticket.isQueued())
                    continue;
                const TimeMs waitedMs = atMs() - ticket.ownPlace().ms;
                const TimeMs promiseMs = std::max<TimeMs>(1, state.promiseMs(ticket));
                ++waiting;
                broken += waitedMs > promiseMs ? 1 : 0;
                worst = std::max(worst, waitedMs * 1000 / promiseMs);
            }
            for (const auto &[id, counter] : state.counterStates())
                open += counter.isOpen() ? 1 : 0;
            strip.waiting.push_back(waiting);
            strip.worstPermille.push_back(worst);
            strip.broken.push_back(broken);
            strip.open.push_back(open);
        }
        apply(state, each.event, each.atMs);
        ++seq;
        if (each.atMs < answer.atMs)
            answer.beforeMs = each.atMs;
        if (each.atMs > answer.atMs && !answer.afterMs)
            answer.afterMs = each.atMs;
        if (std::abs(each.atMs - answer.atMs) > 30 * kSecondMs)
            continue;
        PastEvent event{seq, each.atMs, std::string(name(each.event))};
        std::visit(
            [&](const auto &e) {
                if constexpr (requires { CounterId{e.counter}; })
                    event.counter = e.counter;
            },
            each.event);
        if (each.touched.ticket) {
            event.ticket = each.touched.ticket->id;
            event.number = each.touched.ticket->number;
            event.service = each.touched.ticket->step.service;
            event.actor = each.touched.ticket->step.staff;
        }
        answer.events.push_back(event);
    }
    BranchState then;
    for (const Happened &each : day->events) {
        if (each.atMs <= answer.atMs)
            apply(then, each.event, each.atMs);
    }
    answer.state = then.image();
    if (query.withStrip)
        answer.strip = strip;
    return toJson(answer);
}

Result<Json> PlayedDays::dayTickets(const DayTicketsQuery &query)
{
    const Played *day = played(query.tickets.filter.fromDay);
    if (!day)
        return Error{ErrorCode::UnknownDay, "no such day", {}};
    DayTicketsAnswer answer;
    std::vector<DayTicketRow> rows;
    for (const DayTicketRow &row : day->tickets) {
        for (const StoryStep &step : row.steps) {
            if (!isAsked(row, step, query))
                continue;
            answer.suspects += isSuspect(row) ? 1 : 0;
            if ((query.tickets.filter.leaveOutSuspects && isSuspect(row))
                || (query.suspectsOnly && !isSuspect(row)))
                continue;
            rows.push_back(row);
            rows.back().stepNo = step.step.no;
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const DayTicketRow &a, const DayTicketRow &b) {
        if (query.order == TicketsOrder::Number && a.number != b.number)
            return (a.number < b.number) != query.descending;
        const std::int64_t of = keyOf(a, query.order);
        const std::int64_t other = keyOf(b, query.order);
        return query.descending ? of > other : of < other;
    });
    answer.n = static_cast<std::int64_t>(rows.size());
    const std::int64_t first = std::min(query.skip, answer.n);
    const std::int64_t last = std::min(first + query.limit, answer.n);
    answer.rows.assign(rows.begin() + first, rows.begin() + last);
    answer.days = {day->day.businessDay};
    answer.fromMs = day->day.openings.front().openedMs;
    answer.toMs = *day->day.openings.front().closedMs;
    answer.utcOffsetMin = kOffsetMin;
    return toJson(answer);
}

Result<Json> PlayedDays::calls(const CallsQuery &query)
{
    CallsAnswer answer;
    if (const Played *day = played(query.businessDay)) {
        std::int64_t seq = 0;
        for (const Happened &each : day->events) {
            ++seq;
            const auto *call = std::get_if<event::TicketCalled>(&each.event);
            if (call && each.touched.ticket && each.touched.ticket->number == query.number)
                answer.calls.push_back({seq, each.atMs, call->staff, *call, demoSetup().settings.calling});
        }
    }
    return toJson(answer);
}

} // namespace tiepdon
