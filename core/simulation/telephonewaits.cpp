// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/askedwait.h"

#include "core/estimate/rivals.h"
#include "core/simulation/running.h"

#include <functional>
#include <map>
#include <random>

namespace tiepdon {
namespace {

constexpr std::int64_t kDayS = 24 * 3600;
/// Callers known to be important are put so far ahead of their time.
constexpr std::int64_t kAdvancedS = 90;
constexpr std::int64_t kImportant = 2;
/// An agent hangs up, writes a note and takes the next call.
constexpr double kBetweenCallsS = 5;
constexpr double kFirstGuessS = 180; ///< of a service, while none is known

struct Call {
    std::string date;
    std::int64_t weekday = 0; ///< 0 Monday
    std::int64_t queuedS = 0; ///< 0: never queued
    std::int64_t leftQueueS = 0;
    std::int64_t startS = 0; ///< of the service; 0: none
    std::int64_t endS = 0;
    bool isServed = false;
    bool isImportant = false;
    std::string agent; ///< empty: not known

    [[nodiscard]] std::int64_t placeS() const { return queuedS - (isImportant ? kAdvancedS : 0); }
    [[nodiscard]] double waitedS() const { return static_cast<double>(leftQueueS - queuedS); }
    [[nodiscard]] double serviceS() const { return static_cast<double>(endS - startS); }
};

/// `to` as a time not before `from`: clocks start anew at midnight.
std::int64_t after(std::int64_t from, std::int64_t to) { return to < from ? to + kDayS : to; }

Call callOf(CsvRow &row)
{
    Call call;
    call.date = row.text(0);
    if (dayStart(call.date, 0) < 0)
        row.mistake(0, "must be a day, YYYY-MM-DD");
    call.weekday = std::lround(row.number(1, 0, 6));
    for (const std::size_t column : {2U, 3U})
        row.whole(column, 0, kDayS);
    call.queuedS = row.whole(4, 0, kDayS);
    call.leftQueueS = row.whole(5, 0, kDayS);
    const std::int64_t waitS = row.whole(6, 0, kDayS);
    const std::string outcome = row.text(7);
    if (outcome != "AGENT" && outcome != "HANG")
        row.mistake(7, "must be AGENT or HANG");
    call.isServed = outcome == "AGENT";
    call.startS = row.whole(8, 0, kDayS);
    call.endS = row.whole(9, 0, kDayS);
    const std::int64_t serviceS = row.whole(10, 0, kDayS);
    row.text(11);
    call.isImportant = row.whole(12, 0, 2) == kImportant;
    row.whole(13, 0, 1);
    const std::string server = row.text(14);
    if (server != "NO_SERVER")
        call.agent = server;
    if (call.queuedS > 0) {
        call.leftQueueS = after(call.queuedS, call.leftQueueS);
        if (waitS != call.leftQueueS - call.queuedS)
            row.mistake(6, "must be q_exit_s less q_start_s");
    }
    if (call.startS > 0) {
        call.endS = after(call.startS, call.endS);
        if (serviceS != call.endS - call.startS)
            row.mistake(10, "must be ser_exit_s less ser_start_s");
    }
    return call;
}

double logSeconds(double ms) { return logTime(ms, kSecondMs); }

std::size_t hourOf(std::int64_t second)
{
    return static_cast<std::size_t>(std::clamp<std::int64_t>(second / 3600, 0, 23));
}

/// The 10th, 50th and 90th of a hundred.
struct Futures {
    double lowMs = 0;
    double medianMs = 0;
    double highMs = 0;
};

/// What could be seen in the branch: who queues, which agents talk. Steps come in order of time; calls outlive it.
class Branch
{
public:
    explicit Branch(AskedWaits &result) : m_result(result) { }

    void openDay(std::size_t day);
    void queued(const Call &call);
    void leftQueue(const Call &call);
    void started(const Call &call) { m_agents[call.agent].call = &call; }
    void ended(const Call &call);

private:
    struct Agent {
        const Call *call = nullptr; ///< in hand
        std::int64_t endedS = 0; ///< the last one; 0 none yet
    };
    struct Agents {
        double talking = 0;
        double resting = 0; ///< talked within the last minutes
        double meanLogTalked = 0; ///< so far, of those who talk
    };

    [[nodiscard]] Agents agentsAt(std::int64_t nowS) const;
    [[nodiscard]] QueueSight sightOf(const Call &call, const Agents &agents) const;
    [[nodiscard]] Futures futures(const Call &asked) const;
    [[nodiscard]] TimeMs msOf(std::int64_t second) const
    {
        return static_cast<TimeMs>(m_day) * kDayMs + second * kSecondMs;
    }

    AskedWaits &m_result;
    std::size_t m_day = 0;
    std::vector<const Call *> m_waiting;
    std::map<const Call *, double> m_expectedMs; ///< of those who wait
    std::map<std::string, Agent> m_agents; ///< of today
    double m_surprise = 0; ///< log of actual ÷ expected, of those called last

    // of all days
    QueueRecord m_record;
    HourlyMean m_surprises;
    std::vector<double> m_services; ///< s, of the days before, in order of size
    std::vector<double> m_newServices; ///< in order of time
    double m_waitedS = 0;
    double m_left = 0;
};

void Branch::openDay(std::size_t day)
{
    constexpr std::size_t kServicesMax = 5000;
    m_day = day;
    m_record.openDay(msOf(0));
    m_waiting.clear();
    m_expectedMs.clear();
    m_agents.clear();
    m_surprise = 0;
    if (m_newServices.size() > kServicesMax)
        m_newServices.erase(m_newServices.begin(), m_newServices.end() - static_cast<std::ptrdiff_t>(kServicesMax));
    m_services = m_newServices;
    std::sort(m_services.begin(), m_services.end());
}

void Branch::ended(const Call &call)
{
    Agent &agent = m_agents[call.agent];
    agent.endedS = call.endS;
    if (agent.call == &call)
        agent.call = nullptr;
    m_record.served(call.serviceS() * kSecondMs);
    m_newServices.push_back(call.serviceS());
}

void Branch::leftQueue(const Call &call)
{
    std::erase(m_waiting, &call);
    m_record.waiting(msOf(call.leftQueueS), !m_waiting.empty());
    const double expectedMs = m_expectedMs[&call];
    m_expectedMs.erase(&call);
    m_waitedS += call.waitedS();
    if (!call.isServed) {
        m_left += 1;
        m_record.left(call.waitedS() * kSecondMs);
        return;
    }
    m_record.called(msOf(call.leftQueueS), call.waitedS() * kSecondMs);
    const double surprise = std::log1p(call.waitedS()) - logSeconds(expectedMs);
    follow(m_surprise, surprise);
    m_surprises.add(hourOf(call.queuedS), surprise);
}

Branch::Agents Branch::agentsAt(std::int64_t nowS) const
{
    constexpr std::int64_t kRestS = 180;
    Agents agents;
    double talked = 0;
    for (const auto &[name, agent] : m_agents) {
        if (agent.call) {
            agents.talking += 1;
            talked += std::log1p(static_cast<double>(nowS - agent.call->startS));
        } else if (agent.endedS > 0 && agent.endedS >= nowS - kRestS) {
            agents.resting += 1;
        }
    }
    agents.meanLogTalked = agents.talking > 0 ? talked / agents.talking : std::log1p(kFirstGuessS / 2);
    return agents;
}

QueueSight Branch::sightOf(const Call &call, const Agents &agents) const
{
    QueueSight sight;
    const Call *head = nullptr;
    for (const Call *other : m_waiting) {
        sight.ahead += other->placeS() < call.placeS() ? 1 : 0;
        if (!head || other->placeS() < head->placeS())
            head = other;
    }
    sight.counters = std::llround(std::max(1.0, agents.talking));
    sight.headWaitMs = head ? static_cast<double>((call.queuedS - head->queuedS) * kSecondMs) : 0;
    m_record.fill(sight, msOf(call.queuedS), kFirstGuessS * kSecondMs);
    return sight;
}

/// Plays what may come: those who talk end as long services did, those ahead are served or lose patience.
Futures Branch::futures(const Call &asked) const
{
    constexpr std::size_t kFutures = 100;
    constexpr std::int64_t kSoonBackS = 60;
    constexpr double kRestS = 30;
    // the same call on the same day sees the same futures
    std::mt19937_64 random(static_cast<std::uint64_t>(msOf(asked.queuedS)) * 1'000'003U + m_result.waits.size());
    const auto uniform = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    const auto drawn = [&](double longerThan) {
        const auto from = std::upper_bound(m_services.begin(), m_services.end(), longerThan);
        if (from == m_services.end())
            return longerThan + kFirstGuessS;
        return *(from + static_cast<std::ptrdiff_t>(uniform() * static_cast<double>(m_services.end() - from)));
    };
    std::vector<double> waitsS;
    std::vector<double> freeS;
    for (std::size_t future = 0; future < kFutures; ++future) {
        freeS.clear();
        for (const auto &[name, agent] : m_agents) {
            if (agent.call) {
                const auto talked = static_cast<double>(asked.queuedS - agent.call->startS);
                freeS.push_back(drawn(talked) - talked + kBetweenCallsS);
            } else if (agent.endedS > 0 && agent.endedS >= asked.queuedS - kSoonBackS) {
                freeS.push_back(kRestS * uniform());
            }
        }
        if (freeS.empty())
            freeS.push_back(drawn(0));
        std::make_heap(freeS.begin(), freeS.end(), std::greater<>());
        for (const Call *ahead : m_waiting) {
            if (ahead->placeS() >= asked.placeS())
                continue;
            if (m_left > 0 && -m_waitedS / m_left * std::log1p(-uniform()) < freeS.front())
                continue;
            std::pop_heap(freeS.begin(), freeS.end(), std::greater<>());
            freeS.back() += drawn(0) + kBetweenCallsS;
            std::push_heap(freeS.begin(), freeS.end(), std::greater<>());
        }
        waitsS.push_back(freeS.front());
    }
    std::sort(waitsS.begin(), waitsS.end());
    return {waitsS[kFutures / 10] * kSecondMs, waitsS[kFutures / 2] * kSecondMs,
            waitsS[kFutures * 9 / 10] * kSecondMs};
}

void Branch::queued(const Call &call)
{
    const Agents agents = agentsAt(call.queuedS);
    const QueueSight sight = sightOf(call, agents);
    const Futures future = futures(call);
    if (call.isServed) {
        AskedWait asked;
        asked.group = call.isImportant ? 1 : 0;
        asked.day = m_day;
        asked.askedMs = msOf(call.queuedS);
        asked.calledMs = msOf(call.leftQueueS);
        asked.actualMs = call.waitedS() * kSecondMs;
        for (const Rival &rival : rivals())
            asked.rivalsMs.push_back(rival.waitMs(sight));
        const double leaving = asked.rivalsMs[kLeavingRival];
        const auto total = static_cast<double>(m_waiting.size());
        const auto important = static_cast<double>(
            std::count_if(m_waiting.begin(), m_waiting.end(), [](const Call *each) { return each->isImportant; }));
        const double isImportant = call.isImportant ? 1 : 0;
        const double clock = static_cast<double>(call.queuedS) / 3600;
        asked.features = {
            // the wait, as others would estimate it
            logSeconds(future.lowMs),
            logSeconds(future.medianMs),
            logSeconds(future.highMs),
            logSeconds(asked.rivalsMs[kQueueLengthRival]),
            logSeconds(leaving),
            logSeconds(asked.rivalsMs[kThroughputRival]),
            logSeconds(sight.lastWaitMs.value_or(leaving)),
            logSeconds(sight.headWaitMs),
            logSeconds(sight.recentWaitMs.value_or(leaving)),
            // the queue now
            std::log1p(static_cast<double>(sight.ahead)),
            std::log1p(total),
            std::log1p(important),
            isImportant,
            isImportant * std::log1p(total),
            std::log(static_cast<double>(sight.counters)),
            std::log1p(agents.resting),
            agents.meanLogTalked,
            // what it is like otherwise, and when
            m_surprise,
            m_surprises.at(hourOf(call.queuedS), 0),
            clock - 13,
            (clock - 13) * (clock - 13),
            std::max(0.0, clock - 18),
            call.weekday == 4 ? 1.0 : 0.0,
            call.weekday == 5 ? 1.0 : 0.0,
        };
        m_result.waits.push_back(std::move(asked));
    }
    m_expectedMs[&call] = future.medianMs;
    m_waiting.push_back(&call);
    m_record.waiting(msOf(call.queuedS), true);
}

/// What happens to a call, in the order of what may happen in one second.
struct Step {
    enum class Kind : std::uint8_t { Ended, LeftQueue, Started, Queued };
    std::int64_t atS = 0;
    Kind kind = Kind::Queued;
    const Call *call = nullptr;
};

std::vector<Step> stepsOf(const std::vector<Call> &calls)
{
    std::vector<Step> steps;
    for (const Call &call : calls) {
        if (call.queuedS > 0 && call.leftQueueS > call.queuedS) {
            steps.push_back({call.queuedS, Step::Kind::Queued, &call});
            steps.push_back({call.leftQueueS, Step::Kind::LeftQueue, &call});
        }
        if (call.startS > 0 && !call.agent.empty() && call.endS > call.startS) {
            steps.push_back({call.startS, Step::Kind::Started, &call});
            steps.push_back({call.endS, Step::Kind::Ended, &call});
        }
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) {
        return std::pair(a.atS, a.kind) < std::pair(b.atS, b.kind);
    });
    return steps;
}

} // namespace

Result<std::vector<AskedWaits>> telephoneWaits(const CsvText &text)
{
    const auto calls = csvTable<Call>(text,
                                      {"date", "weekday", "arrival_s", "vru_exit_s", "q_start_s", "q_exit_s",
                                       "wait_s", "outcome", "ser_start_s", "ser_exit_s", "service_s", "type",
                                       "priority", "identified", "server"},
                                      callOf);
    if (!calls)
        return calls.error();
    std::map<std::string, std::vector<Call>> days;
    for (const Call &call : *calls)
        days[call.date].push_back(call);
    AskedWaits people{"people", 0, {}};
    Branch branch(people);
    for (const auto &[date, list] : days) {
        branch.openDay(people.days++);
        for (const Step &step : stepsOf(list)) {
            switch (step.kind) {
            case Step::Kind::Ended:
                branch.ended(*step.call);
                break;
            case Step::Kind::LeftQueue:
                branch.leftQueue(*step.call);
                break;
            case Step::Kind::Started:
                branch.started(*step.call);
                break;
            case Step::Kind::Queued:
                branch.queued(*step.call);
                break;
            }
        }
    }
    return std::vector<AskedWaits>{std::move(people)};
}

} // namespace tiepdon
