// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csvday.h"
#include "core/base/random.h"
#include "core/base/limits.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tiepdon {
namespace {

constexpr double kServiceCv = 0.8;
/// Where the office displayed nothing for a queue all day.
constexpr double kUnknownServiceMin = 5;
/// Share of the counters' time that can be service when nobody is to be left over.
constexpr double kLoadMax = 0.9;
constexpr double kShortestDayMin = 60;
/// People leave unseen in a real office too; small, so that the counters stay the office's own.
constexpr PeopleFigures kPeople{0.03, 25};
constexpr TimeMs kOvertimeMax = 4 * kHourMs;
constexpr TimeMs kServiceLevelMs = 15 * kMinuteMs;

struct Queue {
    std::string letter;
    std::int64_t counters = 1;
    std::int64_t firstMin = 0;
    std::int64_t lastMin = 0;
    std::size_t tickets = 0;
    std::vector<double> displayed;
    double usualMin = kUnknownServiceMin; ///< median of what was displayed
    double loadMin = 0; ///< all its tickets' displayed service and walking time
    double scale = 1.0;
};

double displayedOf(const OfficeTicket &ticket, const Queue &queue)
{
    return ticket.displayedServiceMin > 0 ? ticket.displayedServiceMin : queue.usualMin;
}

std::map<std::int64_t, Queue> queuesOf(const OfficeDay &office)
{
    std::map<std::int64_t, Queue> queues;
    for (const OfficeTicket &ticket : office.tickets) {
        Queue &queue = queues[ticket.queue];
        if (queue.tickets++ == 0) {
            queue.letter = ticket.letter;
            queue.firstMin = queue.lastMin = ticket.arrivalMin;
        }
        queue.counters = std::max(queue.counters, ticket.counters);
        queue.firstMin = std::min(queue.firstMin, ticket.arrivalMin);
        queue.lastMin = std::max(queue.lastMin, ticket.arrivalMin);
        if (ticket.displayedServiceMin > 0)
            queue.displayed.push_back(ticket.displayedServiceMin);
    }
    for (auto &[id, queue] : queues) {
        if (!queue.displayed.empty()) {
            std::sort(queue.displayed.begin(), queue.displayed.end());
            queue.usualMin = queue.displayed[queue.displayed.size() / 2];
        }
    }
    for (const OfficeTicket &ticket : office.tickets)
        queues[ticket.queue].loadMin += displayedOf(ticket, queues[ticket.queue]) + kPeople.walkingS / 60;
    for (auto &[id, queue] : queues) {
        const double open = std::max(kShortestDayMin, static_cast<double>(queue.lastMin - queue.firstMin));
        queue.scale = std::min(1.0, static_cast<double>(queue.counters) * open * kLoadMax / queue.loadMin);
    }
    return queues;
}

/// "B: Passports" is "Passports": the letter stands on the ticket.
LocalText nameOf(std::int64_t id, const Queue &queue, const std::map<std::int64_t, std::string> &names)
{
    const std::string plain = "Queue " + queue.letter + " (" + std::to_string(id) + ")";
    const auto it = names.find(id);
    if (it == names.end())
        return {plain, {}};
    std::string name = it->second;
    if (name.size() > 2 && name[1] == ':')
        name.erase(0, 2);
    const auto cleaned = cleanText(name, limits::kNameCharactersMax);
    return {cleaned && !cleaned->empty() ? *cleaned : plain, {}};
}

/// The queue's own letter where a series may have it and no other queue has; else a free one; else, with
/// more queues than letters, one that is shared.
std::map<std::int64_t, std::string> seriesOf(const std::map<std::int64_t, Queue> &queues)
{
    const std::string letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    std::map<std::int64_t, std::string> series;
    std::set<char> taken;
    for (const auto &[id, queue] : queues) {
        const char letter = queue.letter[0];
        if (letters.find(letter) != std::string::npos && taken.insert(letter).second)
            series[id] = queue.letter;
    }
    std::size_t shared = 0;
    for (const auto &[id, queue] : queues) {
        if (series.contains(id))
            continue;
        const auto free = std::find_if(letters.begin(), letters.end(), [&](char c) { return !taken.contains(c); });
        const char letter = free != letters.end() ? *free : letters[shared++ % letters.size()];
        taken.insert(letter);
        series[id] = std::string(1, letter);
    }
    return series;
}

BranchSetup branchOf(const OfficeDay &office, const std::map<std::int64_t, Queue> &queues,
                     const std::map<std::int64_t, std::string> &names)
{
    BranchSetup setup;
    const auto cleaned = cleanText(office.office, limits::kNameCharactersMax);
    setup.settings.name.vi = cleaned ? *cleaned : "Office";
    const auto series = seriesOf(queues);
    std::int64_t counters = 0;
    for (const auto &[id, queue] : queues) {
        const LocalText name = nameOf(id, queue, names);
        const double expectedMin = std::max(0.5, queue.usualMin * queue.scale);
        setup.services.push_back(
            {{id}, name, series.at(id), std::llround(expectedMin * kMinuteMs), kServiceLevelMs});
        setup.profiles.push_back({{id}, name, {{id}}});
        for (std::int64_t i = 0; i < queue.counters && counters < limits::kCounterNumberMax; ++i) {
            ++counters;
            setup.counters.push_back({{counters}, counters, {id}});
            setup.staff.push_back({{counters}, "Teller " + std::to_string(counters)});
        }
    }
    return setup;
}

} // namespace

DayPlan planOf(const OfficeDay &office, const std::map<std::int64_t, std::string> &queueNames, std::uint64_t seed)
{
    const auto queues = queuesOf(office);
    DayPlan plan;
    plan.source = office.office + " " + office.date;
    plan.day = office.date;
    plan.seed = seed;
    plan.setup = branchOf(office, queues, queueNames);
    for (const auto &[id, queue] : queues) {
        if (queue.scale < 1.0)
            plan.scaled[id] = queue.scale;
    }
    Random random(seed);
    for (const OfficeTicket &ticket : office.tickets) {
        const Queue &queue = queues.at(ticket.queue);
        // the file knows the minute only; within it people are spread
        const TimeMs atMs = ticket.arrivalMin * kMinuteMs + static_cast<TimeMs>(random.unit() * 600) * 100;
        plan.arrivals.push_back(drawnArrival(random, atMs, {ticket.queue}, displayedOf(ticket, queue) * queue.scale,
                                             kServiceCv, kPeople));
    }
    std::stable_sort(plan.arrivals.begin(), plan.arrivals.end(),
                     [](const PlannedArrival &a, const PlannedArrival &b) { return a.atMs < b.atMs; });
    plan.closesMs = plan.arrivals.back().atMs;
    plan.latestEndMs = plan.closesMs + kOvertimeMax;
    return plan;
}

} // namespace tiepdon
