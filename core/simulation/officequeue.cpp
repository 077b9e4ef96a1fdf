// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/officequeue.h"

namespace tiepdon {
namespace {

constexpr double kMinute = static_cast<double>(kMinuteMs);
/// Where nothing is known yet: minutes of a counter per person, when an office opens and closes.
constexpr double kCycleMin = 5;
constexpr std::int64_t kOpenMin = 8 * 60;
constexpr double kCloseMin = 16 * 60;
/// A displayed service longer than this was never a service's length.
constexpr double kServiceMinMax = 30;
constexpr double kServiceMin = 10;

double logMinutes(double minutes) { return std::log1p(std::max(0.0, minutes)); }

std::size_t hourOf(std::int64_t minute) { return static_cast<std::size_t>(minute / 60); }

double since(const std::deque<std::int64_t> &minutes, std::int64_t from)
{
    return static_cast<double>(minutes.end() - std::upper_bound(minutes.begin(), minutes.end(), from));
}

} // namespace

void OfficeQueue::openDay(std::size_t weekday, OfficeHabits &habits)
{
    if (m_openMin >= 0) {
        m_closing.at(m_weekday).add(static_cast<double>(m_openMin));
        habits.closing.add(static_cast<double>(m_openMin));
    }
    m_weekday = weekday;
    m_people.clear();
    m_lookedMin = m_openMin = m_calledMin = -1;
    m_busyCounterMin = m_busyMin = m_callsWhileBusy = m_surprise = m_usualSurprise = m_lastPerPlace = 0;
    m_counters = 0;
    m_perPlace.clear();
    m_calls.clear();
    m_arrivals.clear();
}

void OfficeQueue::arrived(const OfficePerson &person)
{
    m_people.push_back(person);
    m_arrivals.push_back(person.arrivalMin);
}

void OfficeQueue::called(const OfficePerson &person, TimeMs nowMs, OfficeHabits &habits)
{
    const double waitedMin = static_cast<double>(person.callMin - person.arrivalMin);
    m_record.called(nowMs, waitedMin * kMinute);
    m_calls.push_back(person.callMin);
    m_calledMin = person.callMin;
    if (person.callMin == person.arrivalMin)
        return; // no estimate was asked for, and the queue was not seen to move
    const std::size_t hour = hourOf(person.arrivalMin);
    m_lastPerPlace = (waitedMin + 0.5) / (person.ahead + 1);
    const double perPlace = std::log(m_lastPerPlace);
    m_perPlace.push_back(perPlace);
    if (m_perPlace.size() > 5)
        m_perPlace.pop_front();
    m_perPlaces.add(hour, perPlace);
    m_perPlaceBy.at(static_cast<std::size_t>(std::min(11.0, person.counters))).add(perPlace);
    m_cycle.add(hour, perPlace + std::log(person.counters));
    habits.cycle.add(hour, perPlace + std::log(person.counters));
    m_waits.add(hour, logMinutes(waitedMin));
    const double surprise = logMinutes(waitedMin) - logTime(person.expectedMs, kMinuteMs);
    follow(m_surprise, surprise);
    follow(m_usualSurprise, logMinutes(waitedMin) - logTime(person.usualMs, kMinuteMs));
    m_surprises.add(hour, surprise);
    habits.surprise.add(hour, surprise);
}

void OfficeQueue::look(std::int64_t minute, std::int64_t counters, double serviceMin, TimeMs nowMs,
                       OfficeHabits &habits)
{
    if (m_lookedMin < 0)
        m_record.openDay(nowMs);
    // only who came before this look has been seen to wait
    const bool wasWaiting = !m_people.empty() && m_people.front().arrivalMin < minute;
    if (wasWaiting && m_lookedMin >= 0) {
        const auto passed = static_cast<double>(minute - m_lookedMin);
        m_busyMin += passed;
        m_busyCounterMin += passed * static_cast<double>(std::max<std::int64_t>(1, m_counters));
    }
    double calls = 0;
    for (; !m_people.empty() && m_people.front().callMin <= minute; m_people.pop_front()) {
        called(m_people.front(), nowMs, habits);
        calls += 1;
    }
    m_callsWhileBusy += wasWaiting ? calls : 0;
    if (calls > 0 && m_busyCounterMin > 0) {
        for (double i = 0; i < calls; ++i)
            m_record.served(m_busyCounterMin / calls * kMinute);
        m_busyCounterMin = 0;
    }
    m_record.waiting(nowMs, !m_people.empty());
    while (!m_calls.empty() && m_calls.front() <= minute - 120)
        m_calls.pop_front();
    while (!m_arrivals.empty() && m_arrivals.front() <= minute - 30)
        m_arrivals.pop_front();
    m_counters = counters;
    m_countersMax = std::max(m_countersMax, counters);
    m_serviceMin = serviceMin;
    m_lookedMin = minute;
    if (counters > 0)
        m_openMin = minute;
    m_open.add(hourOf(minute), static_cast<double>(counters));
    m_lengths.add(hourOf(minute), std::log1p(static_cast<double>(m_people.size())));
}

double OfficeQueue::usualMs(double place, const OfficeHabits &habits) const
{
    const std::size_t hour = hourOf(m_lookedMin);
    const double cycle = m_cycle.at(hour, habits.cycle.at(hour, std::log(kCycleMin)));
    return place * std::exp(cycle) / std::max(1.0, static_cast<double>(m_counters)) * kMinute;
}

AskedWait OfficeQueue::asked(std::int64_t ahead, double elsewhere, TimeMs nowMs, const OfficeHabits &habits) const
{
    const OfficePerson &head = m_people.front();
    const auto headMin = static_cast<double>(m_lookedMin - head.arrivalMin);
    QueueSight sight;
    sight.ahead = ahead;
    sight.counters = m_counters;
    sight.headWaitMs = ahead > 0 ? headMin * kMinute : 0;
    m_record.fill(sight, nowMs,
                  (m_serviceMin > 0 ? std::min(m_serviceMin, kServiceMinMax) : kServiceMin) * kMinute);
    AskedWait asked;
    asked.askedMs = nowMs;
    for (const Rival &rival : rivals())
        asked.rivalsMs.push_back(rival.waitMs(sight));

    const std::size_t hour = hourOf(m_lookedMin);
    const std::size_t nextHour = std::min<std::size_t>(23, hour + 1);
    const double clock = static_cast<double>(m_lookedMin) / 60;
    const double counters = std::max(1.0, static_cast<double>(m_counters));
    const auto place = static_cast<double>(ahead + 1);
    const double usual = usualMs(place, habits);
    const double usualLog = logTime(usual, kMinuteMs);
    const double cycleAll = m_cycle.all(habits.cycle.at(hour, std::log(kCycleMin)));
    const double perPlace = m_perPlaces.all(cycleAll - std::log(counters));
    const double perPlaceNow = m_perPlaces.at(hour, cycleAll - std::log(counters));
    const double perPlaceSo = m_perPlaceBy.at(static_cast<std::size_t>(std::min(11.0, counters)))
                                  .towards(cycleAll - std::log(counters), 10);
    double lastFive = 2 * perPlaceNow;
    for (const double each : m_perPlace)
        lastFive += each;
    lastFive /= 2 + static_cast<double>(m_perPlace.size());
    double agesMin = 0;
    for (const OfficePerson &person : m_people)
        agesMin += static_cast<double>(m_lookedMin - person.arrivalMin) / static_cast<double>(m_people.size());
    const double closeMin = m_closing.at(m_weekday).towards(habits.closing.towards(kCloseMin, 1), 0.5);
    const double leftLog = logMinutes(closeMin - static_cast<double>(m_lookedMin));
    const double throughput = logTime(asked.rivalsMs[kThroughputRival], kMinuteMs);
    const double length = std::log1p(static_cast<double>(m_people.size()));
    const double headScaled
        = ahead > 0 ? (headMin + 1) / (head.ahead + 1) * place : usual / kMinute; // as fast as for the first
    asked.features = {
        // the wait, as others would estimate it
        throughput,
        throughput * throughput,
        usualLog,
        usualLog * usualLog,
        logTime(asked.rivalsMs[kQueueLengthRival], kMinuteMs),
        logTime(sight.lastWaitMs.value_or(usual), kMinuteMs),
        logTime(sight.headWaitMs, kMinuteMs),
        logTime(sight.recentWaitMs.value_or(usual), kMinuteMs),
        logMinutes(headScaled),
        logMinutes(m_lastPerPlace > 0 ? m_lastPerPlace * place : usual / kMinute),
        logMinutes(place * std::exp(perPlaceSo)),
        logMinutes(place * std::exp(perPlaceNow)),
        logMinutes(place * std::exp(lastFive)),
        logMinutes(place * (m_busyMin + 4 * usual / place / kMinute) / (m_callsWhileBusy + 4)),
        logMinutes(place * m_serviceMin / counters),
        logMinutes(m_serviceMin),
        // the queue now
        std::log(place),
        std::log(place) * std::log(place),
        std::log(counters),
        std::log(place) * std::log(counters),
        std::log(static_cast<double>(m_countersMax)),
        m_counters == 0 ? 1.0 : 0.0,
        ahead == 0 ? 1.0 : 0.0,
        logMinutes(agesMin),
        std::log1p(since(m_arrivals, m_lookedMin - 30)),
        std::log1p(since(m_calls, m_lookedMin - 16)),
        std::log1p(since(m_calls, m_lookedMin - 120)),
        logMinutes(static_cast<double>(m_lookedMin - (m_calledMin < 0 ? kOpenMin : m_calledMin))),
        std::log1p(elsewhere),
        // what it is like otherwise
        m_surprises.at(hour, habits.surprise.at(hour, 0)),
        m_surprise,
        m_usualSurprise,
        m_usualSurprise * std::log(place),
        perPlaceSo - perPlace,
        lastFive - perPlace,
        m_waits.at(hour, 2),
        m_waits.all(2),
        length - m_lengths.at(hour, 1),
        std::log((m_open.at(hour, counters) + 0.3) / (counters + 0.3)),
        std::log((m_open.at(nextHour, counters) + 0.3) / (counters + 0.3)),
        // the time of day
        std::min(usualLog, leftLog),
        std::max(0.0, usualLog - leftLog),
        leftLog,
        clock - 12,
        (clock - 12) * (clock - 12),
        (clock - 12) * usualLog,
        std::max(0.0, clock - 14),
        std::max(0.0, clock - 15),
        std::max(0.0, 9 - clock),
    };
    return asked;
}

void OfficeQueue::remember(std::size_t index, const AskedWait &asked, const OfficeHabits &habits)
{
    OfficePerson &person = m_people.at(index);
    person.ahead = static_cast<double>(index);
    person.counters = std::max(1.0, static_cast<double>(m_counters));
    person.expectedMs = asked.rivalsMs[kThroughputRival];
    person.usualMs = usualMs(person.ahead + 1, habits);
}

} // namespace tiepdon
