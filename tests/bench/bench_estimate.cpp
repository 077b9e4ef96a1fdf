// SPDX-License-Identifier: GPL-3.0-or-later
// How well waits are foretold, on days with drawn arrivals and services: the forecast beside the classical rules,
// all with the same calibration. Prints "name value unit" lines.
#include "core/estimate/forecast.h"
#include "core/estimate/rivals.h"
#include "tests/simulation/fixtureday.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

struct Waiting {
    std::size_t ticket;
};

struct Desk {
    bool isIdle = false;
    TimeMs wakeMs = 0;
    TimeMs idleSinceMs = 0;
    std::ptrdiff_t serving = -1;
    TimeMs calledMs = 0;
    bool isNoShow = false;
    bool isAway = false;
    TimeMs awayFromMs = 0;
};

constexpr TimeMs kNever = std::numeric_limits<TimeMs>::max();

struct Results {
    std::map<std::string, std::vector<QuoteOutcome>> by;
};

class World
{
public:
    World(const Fixture &fixture, const CallingRule &rule, bool knowsBreaks)
        : m_fixture(fixture), m_rule(rule), m_index(rule), m_knowsBreaks(knowsBreaks)
    {
        for (std::size_t v = 0; v < fixture.services.size(); ++v)
            m_forecast.times().define(serviceId(v), fixture.meanServiceMs[v]);
        for (const Rival &rival : rivals())
            m_conformal[std::string(rival.name)];
        m_records.resize(fixture.services.size());
    }
    static ServiceId serviceId(std::size_t v) { return {static_cast<std::int64_t>(v) + 1}; }

    void play(std::size_t day, bool isScored, bool isQuoted, Results &results)
    {
        const FixtureDay &of = m_fixture.days[day];
        m_day = "day" + std::to_string(day);
        m_of = &of;
        m_waiting.clear();
        m_desks.assign(m_fixture.skills.size(), {});
        for (Desk &desk : m_desks)
            desk.wakeMs = m_fixture.openMs;
        for (auto &record : m_records)
            record.openDay(m_fixture.openMs);
        m_said.clear();
        std::size_t next = 0;
        while (true) {
            TimeMs t = next < of.tickets.size() ? of.tickets[next].arrivedMs : kNever;
            for (const Desk &desk : m_desks)
                t = std::min(t, desk.wakeMs);
            if (t == kNever)
                break;
            for (std::size_t k = 0; k < m_desks.size(); ++k) {
                Desk &desk = m_desks[k];
                if (desk.wakeMs > t)
                    continue;
                finish(k, t);
                desk.wakeMs = kNever;
                if (isAway(k, t)) {
                    goAway(k, t);
                } else {
                    desk.isAway = false;
                    desk.isIdle = true;
                    desk.idleSinceMs = t;
                }
            }
            while (next < of.tickets.size() && of.tickets[next].arrivedMs <= t) {
                const FixtureTicket &ticket = of.tickets[next];
                m_waiting.push_back(next);
                m_forecast.arrived(m_day, ticket.arrivedMs, serviceId(ticket.service),
                                   {static_cast<std::int64_t>(ticket.segment)});
                if (isQuoted)
                    quote(next, t);
                ++next;
            }
            dispatch(t, isScored, results);
            for (std::size_t k = 0; k < m_desks.size(); ++k) {
                if (m_desks[k].isIdle && isAway(k, t))
                    goAway(k, t);
            }
        }
    }

    const Forecast &forecast() const { return m_forecast; }
    double refreshUs = 0;
    std::size_t refreshes = 0;

private:
    bool isAway(std::size_t k, TimeMs t) const
    {
        const auto &absence = m_of->absences[k];
        return absence && absence->fromMs <= t && t < absence->toMs;
    }
    void goAway(std::size_t k, TimeMs t)
    {
        Desk &desk = m_desks[k];
        desk.isIdle = false;
        desk.isAway = true;
        desk.awayFromMs = t;
        desk.wakeMs = m_of->absences[k]->toMs;
    }
    void finish(std::size_t k, TimeMs t)
    {
        Desk &desk = m_desks[k];
        if (desk.isAway)
            m_forecast.learnBreak(BreakReason::Meal, t - desk.awayFromMs);
        if (desk.serving < 0)
            return;
        const FixtureTicket &ticket = m_of->tickets[static_cast<std::size_t>(desk.serving)];
        m_forecast.learn({serviceId(ticket.service),
                          {static_cast<std::int64_t>(k) + 1},
                          desk.calledMs - ticket.arrivedMs,
                          t - desk.calledMs,
                          desk.isNoShow});
        if (!desk.isNoShow)
            m_records[ticket.service].served(static_cast<double>(t - desk.calledMs));
        desk.serving = -1;
    }

    QueueTerms terms(std::size_t q) const
    {
        return {m_fixture.promiseMs[q], m_fixture.weight[q], m_fixture.rank[q], m_fixture.meanServiceMs[q / 3]};
    }

    void dispatch(TimeMs t, bool isScored, Results &results)
    {
        while (true) {
            std::vector<std::size_t> idle;
            for (std::size_t k = 0; k < m_desks.size(); ++k) {
                if (m_desks[k].isIdle && !isAway(k, t))
                    idle.push_back(k);
            }
            const auto skills = [&](std::size_t k) {
                return std::count(m_fixture.skills[k].begin(), m_fixture.skills[k].end(), true);
            };
            std::stable_sort(idle.begin(), idle.end(), [&](std::size_t a, std::size_t b) {
                return std::pair(skills(a), m_desks[a].idleSinceMs) < std::pair(skills(b), m_desks[b].idleSinceMs);
            });
            bool hasCalled = false;
            for (const std::size_t k : idle) {
                std::map<std::size_t, std::size_t> heads;
                for (const std::size_t i : m_waiting) {
                    const FixtureTicket &ticket = m_of->tickets[i];
                    if (!m_fixture.skills[k][ticket.service])
                        continue;
                    const auto it = heads.find(ticket.queue());
                    if (it == heads.end() || ticket.referenceMs < m_of->tickets[it->second].referenceMs)
                        heads[ticket.queue()] = i;
                }
                std::ptrdiff_t best = -1;
                double bestIndex = 0;
                for (const auto &[q, i] : heads) {
                    const FixtureTicket &ticket = m_of->tickets[i];
                    const double index = m_index.of(terms(q), {ticket.arrivedMs, ticket.referenceMs}, t);
                    if (best < 0 || index > bestIndex) {
                        best = static_cast<std::ptrdiff_t>(i);
                        bestIndex = index;
                    }
                }
                if (best < 0)
                    continue;
                call(k, static_cast<std::size_t>(best), t, isScored, results);
                hasCalled = true;
                break;
            }
            if (!hasCalled)
                return;
        }
    }

    void call(std::size_t k, std::size_t i, TimeMs t, bool isScored, Results &results)
    {
        const FixtureTicket &ticket = m_of->tickets[i];
        m_waiting.erase(std::find(m_waiting.begin(), m_waiting.end(), i));
        Desk &desk = m_desks[k];
        desk.isIdle = false;
        desk.serving = static_cast<std::ptrdiff_t>(i);
        desk.calledMs = t;
        desk.isNoShow = t - ticket.arrivedMs > ticket.patienceMs;
        desk.wakeMs = desk.isNoShow ? t + m_fixture.noShowMs
                                    : t + m_fixture.walkMs + std::llround(ticket.serviceMs * m_fixture.speed[k]);
        const auto waited = static_cast<double>(t - ticket.arrivedMs);
        m_records[ticket.service].called(t, waited);
        const auto outcome = m_forecast.calledAt(ticketId(i), t);
        if (ticket.segment == 2)
            return;
        if (outcome && isScored)
            results.by["forecast"].push_back(*outcome);
        for (auto &[name, conformal] : m_conformal) {
            const auto said = m_said.find({name, i});
            if (said == m_said.end())
                continue;
            QuoteOutcome of = said->second;
            of.actualMs = t - ticket.arrivedMs;
            const auto raw = static_cast<double>(of.rawMedianMs);
            conformal.called(of.service.value, {raw, raw, raw}, waited);
            if (isScored)
                results.by[name].push_back(of);
        }
    }

    TicketId ticketId(std::size_t i) const { return {static_cast<std::int64_t>(i) + 1}; }

    void quote(std::size_t i, TimeMs t)
    {
        const FixtureTicket &ticket = m_of->tickets[i];
        const Floor floor = floorAt(t);
        const auto before = std::chrono::steady_clock::now();
        m_forecast.refresh(floor);
        refreshUs += std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - before).count();
        ++refreshes;
        if (ticket.segment == 2)
            return;
        QueueSight sight;
        for (const std::size_t other : m_waiting) {
            const FixtureTicket &o = m_of->tickets[other];
            if (other == i || o.service != ticket.service)
                continue;
            ++sight.ahead;
            sight.headWaitMs = std::max(sight.headWaitMs, static_cast<double>(t - o.arrivedMs));
        }
        sight.counters = 0;
        for (std::size_t k = 0; k < m_desks.size(); ++k) {
            if (!m_fixture.skills[k][ticket.service] || isAway(k, t))
                continue;
            ++sight.counters;
            sight.isFree = sight.isFree || (m_desks[k].isIdle && sight.ahead == 0);
        }
        m_records[ticket.service].fill(sight, t, static_cast<double>(m_fixture.meanServiceMs[ticket.service]));
        for (const Rival &rival : rivals()) {
            const double w = rival.waitMs(sight);
            const std::string name(rival.name);
            const WaitQuantiles said = m_conformal[name].calibrated(serviceId(ticket.service).value, {w, w, w});
            m_said[{name, i}] = {ticketId(i),
                                 serviceId(ticket.service),
                                 m_day,
                                 t,
                                 TimeMs(w),
                                 TimeMs(w),
                                 TimeMs(w),
                                 TimeMs(said.lowMs),
                                 TimeMs(said.medianMs),
                                 TimeMs(said.highMs),
                                 0};
        }
    }

    Floor floorAt(TimeMs t)
    {
        Floor floor;
        floor.nowMs = t;
        floor.businessDay = m_day;
        floor.rule = m_rule;
        floor.noShowMisses = 1;
        m_away = LearnedDurations().table(Lognormal::of(40.0 * kMinuteMs, 0.3));
        floor.absences = {&m_away};
        for (std::size_t v = 0; v < m_fixture.services.size(); ++v)
            floor.services.push_back(&m_forecast.times().cycle(serviceId(v)));
        for (std::size_t q = 0; q < m_fixture.promiseMs.size(); ++q)
            floor.queues.push_back(
                {serviceId(q / 3), {static_cast<std::int64_t>(q % 3)}, q / 3, terms(q), false, q % 3 != 2, {}});
        for (const std::size_t i : m_waiting) {
            const FixtureTicket &ticket = m_of->tickets[i];
            floor.queues[ticket.queue()].tickets.push_back(
                {ticketId(i), {ticket.referenceMs, 0}, {ticket.arrivedMs, ticket.referenceMs}, 0, 0, {}});
        }
        for (std::size_t k = 0; k < m_desks.size(); ++k) {
            const Desk &desk = m_desks[k];
            FloorCounter counter;
            for (std::size_t q = 0; q < floor.queues.size(); ++q) {
                if (m_fixture.skills[k][q / 3])
                    counter.queues.push_back(q);
            }
            counter.speed = m_forecast.times().speed({static_cast<std::int64_t>(k) + 1});
            if (desk.isAway) {
                counter.doing = FloorCounter::Doing::Away;
                counter.sinceMs = desk.awayFromMs;
                if (m_knowsBreaks) {
                    counter.doing = FloorCounter::Doing::Idle;
                    counter.absences.push_back({desk.awayFromMs, m_fixture.breaks[k].toMs});
                }
            } else if (desk.serving >= 0) {
                counter.doing = FloorCounter::Doing::Busy;
                counter.sinceMs = desk.calledMs;
                counter.serviceAt = m_of->tickets[static_cast<std::size_t>(desk.serving)].service;
                counter.isThere = !desk.isNoShow && t - desk.calledMs >= m_fixture.walkMs;
                counter.calledAfterMs
                    = desk.calledMs - m_of->tickets[static_cast<std::size_t>(desk.serving)].arrivedMs;
            } else {
                counter.doing = FloorCounter::Doing::Idle;
                counter.sinceMs = desk.idleSinceMs;
            }
            if (m_knowsBreaks && m_fixture.breaks[k].fromMs >= t)
                counter.absences.push_back({m_fixture.breaks[k].fromMs, m_fixture.breaks[k].toMs});
            else if (m_knowsBreaks && !desk.isAway && m_fixture.breaks[k].toMs > t)
                counter.absences.push_back({m_fixture.breaks[k].fromMs, m_fixture.breaks[k].toMs});
            floor.counters.push_back(std::move(counter));
        }
        m_forecast.fillArrivals(floor, 0);
        floor.gapMs = 0;
        return floor;
    }

    const Fixture &m_fixture;
    CallingRule m_rule;
    RuleIndex m_index;
    bool m_knowsBreaks;
    Forecast m_forecast;
    std::map<std::string, Conformal> m_conformal;
    std::vector<QueueRecord> m_records;
    const FixtureDay *m_of = nullptr;
    std::string m_day;
    std::vector<std::size_t> m_waiting;
    std::vector<Desk> m_desks;
    std::map<std::pair<std::string, std::size_t>, QuoteOutcome> m_said;
    DurationTable m_away;
};

} // namespace

int main(int argc, char **argv)
{
    const int learnDays = argc > 1 ? std::atoi(argv[1]) : 20;
    const int testDays = argc > 2 ? std::atoi(argv[2]) : 12;
    const bool knowsBreaks = argc > 3 ? std::atoi(argv[3]) != 0 : true;
    struct Case {
        const char *name;
        const char *fixture;
        CallingRuleKind kind;
    };
    for (const Case &c : {Case{"bank.arrival", "bank1.00", CallingRuleKind::Arrival},
                          Case{"bank.atc", "bank1.00", CallingRuleKind::BrokenPromise},
                          Case{"gov.atc", "gov1.00", CallingRuleKind::BrokenPromise}}) {
        const auto fixture = readFixture(c.fixture);
        if (!fixture)
            return 0;
        CallingRule rule;
        rule.kind = c.kind;
        rule.maxOvertaken = 0;
        World world(*fixture, rule, knowsBreaks);
        Results results;
        for (int day = 0; day < learnDays + 5 + testDays; ++day)
            world.play(static_cast<std::size_t>(day), day >= learnDays + 5, day >= learnDays, results);
        std::printf("refresh mean us %.0f\n", world.refreshUs / static_cast<double>(world.refreshes));
        for (const auto &[name, outcomes] : results.by) {
            const Score score = scoreOf(outcomes);
            std::printf("%s.%-18s n %5ld MAE %6.2f bias %6.2f under5 %.3f inside %.3f worst %.3f pinball %.3f\n",
                        c.name, name.c_str(), score.n, double(score.meanErrorMs) / kMinuteMs,
                        double(score.biasMs) / kMinuteMs, double(score.underPermille) / 1000,
                        double(score.insidePermille) / 1000, double(score.worstInsidePermille) / 1000,
                        double(score.pinballMs) / kMinuteMs);
        }
    }
    return 0;
}
