// SPDX-License-Identifier: GPL-3.0-or-later
#include "dayreckoner.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace tiepdon::testing {

DayReckoner::Person *DayReckoner::find(TicketId ticket)
{
    auto &people = m_days[m_today].people;
    const auto it
        = std::find_if(people.begin(), people.end(), [&](const Person &each) { return each.ticket == ticket; });
    return it == people.end() ? nullptr : &*it;
}

void DayReckoner::stopServing(Step &step, TimeMs atMs)
{
    if (!step.serving.empty() && step.serving.back().toMs < 0)
        step.serving.back().toMs = atMs;
}

void DayReckoner::end(Step &step, const std::string &how, TimeMs atMs, const BranchState &after)
{
    stopServing(step, atMs);
    step.endedMs = atMs;
    step.end = how;
    step.promises.clear();
    step.promises[{}] = after.promiseMs(step.service, {});
    for (std::int64_t id = 1; id < 10; ++id)
        step.promises[{id}] = after.promiseMs(step.service, {id});
    step.expectedMs = after.service(step.service) ? after.service(step.service)->expectedMs : 0;
}

void DayReckoner::sit(CounterId counter, std::optional<StaffId> staff, bool isBreak, TimeMs atMs)
{
    auto &stretches = m_days[m_today].stretches;
    StaffId who;
    for (Stretch &each : stretches) {
        if (each.counter == counter && each.toMs < 0) {
            each.toMs = atMs;
            who = each.staff;
        }
    }
    if (staff)
        stretches.push_back({counter, staff->isSet() ? *staff : who, atMs, -1, isBreak});
}

void DayReckoner::take(const Event &event, TimeMs atMs, const BranchState &after)
{
    const auto *opened = std::get_if<event::DayOpened>(&event);
    if (opened) {
        m_today = opened->state.businessDay;
        Day &day = m_days[m_today];
        if (day.fromMs == 0)
            day.fromMs = atMs;
        day.isOpen = true;
    }
    m_now = after;
    if (m_today.empty())
        return;
    Day &today = m_days[m_today];
    today.utcOffsetMin = after.settings().utcOffsetMin;
    for (const auto &[id, ticket] : after.tickets())
        m_segments[id] = ticket.segment;
    const auto next = [&](Person &person, ServiceId service, const std::string &how) {
        end(person.steps.back(), how, atMs, after);
        person.steps.push_back({service, atMs});
        person.state = "waiting";
    };
    const auto over = [&](TicketId ticket, const std::string &how) {
        if (Person *person = find(ticket)) {
            end(person->steps.back(), how, atMs, after);
            person->state = how;
        }
    };
    const auto waitSoFar
        = [](const Step &step) { return step.waitedMs + (step.calledMs ? *step.calledMs - step.askedMs : 0); };
    const auto fromParked = [&](Step &step) {
        step.waitedMs = waitSoFar(step);
        step.askedMs = atMs;
    };
    if (std::get_if<event::DayClosed>(&event)) {
        for (const auto &[id, counter] : after.counters())
            sit(id, {}, false, atMs);
        today.isOpen = false;
        today.closedMs = atMs;
    } else if (const auto *e = std::get_if<event::CounterOpened>(&event)) {
        sit(e->counter, e->staff, false, atMs);
    } else if (const auto *e2 = std::get_if<event::CounterClosed>(&event)) {
        sit(e2->counter, {}, false, atMs);
    } else if (const auto *e3 = std::get_if<event::CounterPaused>(&event)) {
        sit(e3->counter, StaffId{}, true, atMs);
    } else if (const auto *e4 = std::get_if<event::CounterResumed>(&event)) {
        sit(e4->counter, StaffId{}, false, atMs);
    } else if (const auto *issued = std::get_if<event::TicketIssued>(&event)) {
        today.people.push_back({issued->ticket, m_today, atMs, "waiting"});
        today.people.back().steps.push_back({issued->service, std::max(atMs, issued->bookedMs.value_or(atMs))});
    } else if (const auto *carried = std::get_if<event::TicketCarried>(&event)) {
        const Ticket *ticket = after.ticket(carried->ticket);
        Step step{ticket->step.service, atMs};
        std::string state = "waiting";
        for (auto &[name, day] : m_days) { // the latest of the days before comes last
            for (Person &person : day.people) {
                if (person.ticket != carried->ticket || name == m_today)
                    continue;
                person.isCarriedOn = true;
                state = person.state; // put aside or not
                Step &before = person.steps.back();
                if (!before.end.empty())
                    continue;
                step.servedMs = before.servedMs;
                if (before.counter.isSet())
                    step.counter = before.counter;
                before.counter = {}; // what is called later is not kept with the day before
            }
        }
        today.people.push_back({carried->ticket, m_today, today.fromMs, state});
        today.people.back().steps.push_back(step);
    } else if (const auto *called = std::get_if<event::TicketCalled>(&event)) {
        Person *person = find(called->ticket);
        Step &step = person->steps.back();
        step.askedMs = std::min(step.askedMs, atMs);
        step.calledMs = atMs;
        step.counter = called->counter;
        person->state = "called";
    } else if (const auto *resumed = std::get_if<event::TicketResumed>(&event)) {
        Person *person = find(resumed->ticket);
        Step &step = person->steps.back();
        fromParked(step);
        step.calledMs = atMs;
        step.counter = resumed->counter;
        person->state = "called";
    } else if (const auto *started = std::get_if<event::ServiceStarted>(&event)) {
        Person *person = find(started->ticket);
        person->steps.back().startedMs = atMs;
        person->steps.back().serving.push_back({person->steps.back().counter, atMs});
        person->state = "serving";
    } else if (const auto *wrapUp = std::get_if<event::WrapUpStarted>(&event)) {
        Person *person = find(wrapUp->ticket);
        person->steps.back().wrapUpMs = atMs;
        stopServing(person->steps.back(), atMs);
        person->state = "wrapUp";
    } else if (const auto *parked = std::get_if<event::TicketParked>(&event)) {
        Person *person = find(parked->ticket);
        Step &step = person->steps.back();
        stopServing(step, atMs);
        step.servedMs += step.wrapUpMs.value_or(atMs) - *step.startedMs;
        step.startedMs.reset();
        person->state = "parked";
    } else if (const auto *due = std::get_if<event::TicketDue>(&event)) {
        Person *person = find(due->ticket);
        if (person->state == "parked") {
            fromParked(person->steps.back());
            person->steps.back().calledMs.reset();
        }
        person->state = "waiting";
    } else if (const auto *missed = std::get_if<event::TicketMissed>(&event)) {
        find(missed->ticket)->state = "waiting";
    } else if (const auto *requeued = std::get_if<event::TicketRequeued>(&event)) {
        find(requeued->ticket)->state = "waiting";
    } else if (const auto *transferred = std::get_if<event::TicketTransferred>(&event)) {
        next(*find(transferred->ticket), transferred->service, "transferred");
    } else if (const auto *stepEnd = std::get_if<event::StepFinished>(&event)) {
        next(*find(stepEnd->ticket), after.ticket(stepEnd->ticket)->step.service, "served");
    } else if (const auto *finished = std::get_if<event::ServiceFinished>(&event)) {
        over(finished->ticket, "served");
    } else if (const auto *noShow = std::get_if<event::TicketNoShow>(&event)) {
        over(noShow->ticket, "noShow");
    } else if (const auto *ended = std::get_if<event::TicketEnded>(&event)) {
        if (Person *person = find(ended->ticket)) {
            const bool inHand = person->state == "serving" || person->state == "wrapUp";
            over(ended->ticket, "ended");
            if (inHand)
                person->state = "endedInHand";
        }
    } else if (const auto *cancelled = std::get_if<event::TicketCancelled>(&event)) {
        over(cancelled->ticket, cancelled->reason == HandReason::Left ? "abandoned" : "cancelled");
        find(cancelled->ticket)->isDuplicate = cancelled->reason == HandReason::Duplicate;
    } else if (const auto *restored = std::get_if<event::TicketRestored>(&event)) {
        Person *person = find(restored->ticket);
        const Ticket *ticket = after.ticket(restored->ticket);
        Step &step = person->steps.back();
        if (!ticket->step.calledMs && step.calledMs) { // it was parked
            fromParked(step);
            step.calledMs.reset();
        }
        step.endedMs.reset();
        step.end.clear();
        person->isDuplicate = false;
        person->state = "waiting";
    }
}

std::vector<std::string> DayReckoner::days() const
{
    std::vector<std::string> names;
    for (const auto &[name, day] : m_days)
        names.push_back(name);
    return names;
}

namespace {

/// By the definition: the smallest that at least so many percent do not exceed.
TimeMs percentile(const std::vector<TimeMs> &all, int percent)
{
    TimeMs best = 0;
    bool isFound = false;
    for (const TimeMs candidate : all) {
        const auto below = std::count_if(all.begin(), all.end(), [&](TimeMs each) { return each <= candidate; });
        if (100 * below >= percent * std::ssize(all) && (!isFound || candidate < best)) {
            best = candidate;
            isFound = true;
        }
    }
    return best;
}

Spread spread(const std::vector<TimeMs> &all)
{
    Spread result;
    for (const TimeMs each : all) {
        ++result.n;
        result.meanMs += each;
        result.longestMs = std::max(result.longestMs, each);
    }
    if (result.n > 0)
        result.meanMs /= result.n;
    result.p50Ms = percentile(all, 50);
    result.p80Ms = percentile(all, 80);
    result.p90Ms = percentile(all, 90);
    return result;
}

} // namespace

DayFigures DayReckoner::figures(const FigureFilter &filter, TimeMs nowMs) const
{
    DayFigures figures;
    figures.filter = filter;
    const Day &day = m_days.at(filter.fromDay);
    figures.days = {filter.fromDay};
    figures.fromMs = day.fromMs;
    figures.isOpen = day.isOpen && filter.fromDay == m_today;
    figures.toMs = figures.isOpen ? nowMs : day.closedMs;
    figures.utcOffsetMin = day.utcOffsetMin;
    const bool isLastDay = filter.fromDay == m_today;
    const auto half = [&](TimeMs atMs) { return (atMs / 60000 + day.utcOffsetMin) % 1440 / 30 * 30; };

    struct Counted {
        const Person *person;
        const Step *step;
        SegmentId segment;
        bool isHere;
        bool isSuspect;
    };
    std::vector<Counted> all;
    std::map<const Person *, std::array<bool, 3>> suspicion;
    const auto served = [&](const Step &step) {
        return step.servedMs
            + (step.startedMs ? step.wrapUpMs.value_or(step.endedMs.value_or(nowMs)) - *step.startedMs : 0);
    };
    for (const Person &person : day.people) {
        auto &is = suspicion[&person];
        const SegmentId segment = m_segments.at(person.ticket);
        for (const Step &step : person.steps) {
            const bool isHere = !step.end.empty() || (isLastDay && !person.isCarriedOn);
            const TimeMs expectedMs = !step.end.empty() ? step.expectedMs
                : m_now.service(step.service)           ? m_now.service(step.service)->expectedMs
                                                        : 0;
            const bool isServing = step.end.empty() && person.state == "serving";
            is[0] |= step.end == "served" && served(step) < 5000;
            is[1]
                |= isHere && (step.end == "served" || isServing) && expectedMs > 0 && served(step) > 8 * expectedMs;
            is[1] |= step.end == "ended" && person.state == "endedInHand";
            is[2] |= person.isDuplicate;
            all.push_back({&person, &step, segment, isHere, false});
        }
        for (Counted &each : all) {
            if (each.person == &person)
                each.isSuspect = is[0] || is[1] || is[2];
        }
    }
    const auto everyone = all;
    std::erase_if(all, [&](const Counted &each) {
        return (filter.service && each.step->service != *filter.service)
            || (filter.segment && each.segment != *filter.segment)
            || (filter.counter && each.step->counter != *filter.counter);
    });

    using In = std::function<bool(const Counted &)>;
    const In everybody = [](const Counted &) { return true; };
    using At = std::function<bool(TimeMs)>;
    using Of = std::function<bool(CounterId)>;
    /// A row of those `in` it; of a half hour, by its times.
    const auto row = [&](std::int64_t key, const In &in, const At &at, bool isTimed, const Of &sits, bool hasOpen,
                         const In &serves) {
        FigureRow result;
        result.key = key;
        std::set<const Person *> people;
        std::set<const Person *> suspects;
        std::vector<TimeMs> waits, services, walks, wrapUps, transactions;
        TimeMs promises = 0;
        for (const Counted &each : all) {
            const Step &step = *each.step;
            if (!in(each))
                continue;
            if (each.isSuspect && at(each.person->arrivedMs))
                suspects.insert(each.person);
            if (each.isSuspect && filter.leaveOutSuspects)
                continue;
            if (at(each.person->arrivedMs))
                people.insert(each.person);
            if (!each.isHere)
                continue;
            const TimeMs promise
                = step.end.empty() ? m_now.promiseMs(step.service, each.segment) : step.promises.at(each.segment);
            const bool isWaiting = step.end.empty() && each.person->state == "waiting";
            const TimeMs wait = step.waitedMs + (step.calledMs ? *step.calledMs - step.askedMs : 0);
            if (step.calledMs && !isWaiting && at(*step.calledMs)) {
                ++result.called;
                waits.push_back(wait);
                promises += promise;
                if (step.startedMs)
                    walks.push_back(*step.startedMs - *step.calledMs);
            }
            if (isWaiting && at(each.person->arrivedMs))
                ++result.waiting;
            if (step.end.empty() || !at(*step.endedMs))
                continue;
            result.noShows += step.end == "noShow";
            result.abandoned += step.end == "abandoned";
            result.cancelled += step.end == "cancelled";
            result.ended += step.end == "ended";
            result.transferred += step.end == "transferred";
            if (step.end != "served")
                continue;
            ++result.served;
            result.kept += wait <= promise;
            services.push_back(served(step));
            transactions.push_back(*step.endedMs - *step.calledMs);
            if (step.wrapUpMs)
                wrapUps.push_back(*step.endedMs - *step.wrapUpMs);
        }
        result.arrived = std::ssize(people);
        for (const Person *person : people)
            result.visitsServed += person->state == "served";
        for (const Person *person : suspects) {
            result.tooShort += suspicion[person][0];
            result.forgottenOpen += suspicion[person][1];
            result.duplicates += suspicion[person][2];
        }
        result.suspects = std::ssize(suspects);
        result.waits = spread(waits);
        result.services = spread(services);
        result.walks = spread(walks);
        result.wrapUps = spread(wrapUps);
        result.transactions = spread(transactions);
        if (result.called > 0)
            result.promiseMs = promises / result.called;
        // time is cut at each half hour, so that it can be told where it lies
        const auto over = [&](TimeMs fromMs, TimeMs toMs) {
            TimeMs inside = 0;
            while (fromMs < toMs) {
                const TimeMs until = std::min(toMs, (fromMs / 1800000 + 1) * 1800000);
                if (!isTimed || at(fromMs))
                    inside += until - fromMs;
                fromMs = until;
            }
            return inside;
        };
        for (const Counted &each : everyone) {
            if ((each.isSuspect && filter.leaveOutSuspects) || !serves(each)
                || (filter.service && each.step->service != *filter.service)
                || (filter.segment && each.segment != *filter.segment))
                continue;
            for (const Serving &part : each.step->serving) {
                if (sits(part.counter) && (!filter.counter || part.counter == *filter.counter))
                    result.servingMs += over(part.fromMs, part.toMs < 0 ? nowMs : part.toMs);
            }
        }
        std::set<StaffId> staff;
        for (const Stretch &stretch : day.stretches) {
            if (!hasOpen || filter.service || filter.segment || !sits(stretch.counter)
                || (filter.counter && stretch.counter != *filter.counter))
                continue;
            const TimeMs openMs = over(stretch.fromMs, stretch.toMs < 0 ? figures.toMs : stretch.toMs);
            result.openMs += openMs;
            if (stretch.isBreak)
                result.breakMs += openMs;
            else if (openMs > 0)
                staff.insert(stretch.staff);
        }
        result.staff = std::ssize(staff);
        return result;
    };

    const At always = [](TimeMs) { return true; };
    const Of everywhere = [](CounterId) { return true; };
    figures.total = row(0, everybody, always, false, everywhere, true, everybody);
    const auto add = [](std::vector<FigureRow> &rows, const FigureRow &one) {
        FigureRow empty;
        empty.key = one.key;
        if (!(one == empty))
            rows.push_back(one);
    };
    for (std::int64_t half30 = 0; half30 < 1440; half30 += 30)
        add(figures.halfHours,
            row(
                half30, everybody, [&](TimeMs atMs) { return half(atMs) == half30; }, true, everywhere, true,
                everybody));
    for (std::int64_t id = 0; id < 30; ++id) {
        const In ofService = [id](const Counted &each) { return each.step->service.value == id; };
        const In ofSegment = [id](const Counted &each) { return each.segment.value == id; };
        const In ofCounter = [id](const Counted &each) { return each.step->counter.value == id; };
        add(figures.services, row(id, ofService, always, false, everywhere, false, ofService));
        add(figures.segments, row(id, ofSegment, always, false, everywhere, false, ofSegment));
        if (id > 0)
            add(figures.counters,
                row(
                    id, ofCounter, always, false, [id](CounterId counter) { return counter.value == id; }, true,
                    everybody));
    }
    return figures;
}

} // namespace tiepdon::testing
