// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fixturescenario.h"

namespace tiepdon::testing {

Scenario scenarioOf(const Fixture &fixture)
{
    Scenario scenario;
    scenario.name = fixture.name;
    scenario.opensMs = fixture.openMs;
    scenario.closesMs = fixture.closeMs;
    scenario.segments = {{"ordinary", 0, 1}, {"priority", 1, fixture.weight[1]}, {"booked", 2, fixture.weight[2]}};
    for (std::size_t v = 0; v < fixture.services.size(); ++v) {
        SimulatedService service;
        service.name = fixture.services[v];
        service.meanMs = static_cast<double>(fixture.meanServiceMs[v]);
        for (std::size_t g = 0; g < 3; ++g)
            service.promiseMs.push_back(fixture.promiseMs[v * 3 + g]);
        scenario.services.push_back(service);
    }
    for (std::size_t k = 0; k < fixture.skills.size(); ++k) {
        SimulatedCounter counter;
        for (std::size_t v = 0; v < fixture.services.size(); ++v) {
            if (fixture.skills[k][v])
                counter.services.push_back(v);
        }
        counter.speed = fixture.speed[k];
        scenario.counters.push_back(counter);
    }
    scenario.walkMs = static_cast<double>(fixture.walkMs);
    scenario.noShowMs = static_cast<double>(fixture.noShowMs);
    scenario.rules = fixtureRules();
    return scenario;
}

DrawnDay drawnOf(const FixtureDay &day)
{
    DrawnDay drawn;
    for (const FixtureTicket &ticket : day.tickets) {
        DrawnPerson person{ticket.arrivedMs, {},
                           ticket.service,   ticket.segment,
                           ticket.serviceMs, static_cast<double>(ticket.patienceMs)};
        if (ticket.segment == 2)
            person.bookedMs = ticket.referenceMs;
        drawn.people.push_back(person);
    }
    for (const auto &absence : day.absences) {
        drawn.absences.emplace_back();
        if (absence)
            drawn.absences.back().push_back({absence->fromMs, absence->toMs});
    }
    return drawn;
}

std::vector<RuleTrial> fixtureRules()
{
    std::vector<RuleTrial> rules;
    for (const auto &[name, kind] :
         {std::pair("FIFO", CallingRuleKind::Arrival), std::pair("FIXED", CallingRuleKind::FixedPriority),
          std::pair("RATIO", CallingRuleKind::Ratio), std::pair("EDF", CallingRuleKind::EarliestDue),
          std::pair("ATC", CallingRuleKind::BrokenPromise)}) {
        CallingRule rule = CallingRule::classical();
        rule.kind = kind;
        rule.maxOvertaken = 0;
        rules.push_back({name, rule});
    }
    return rules;
}

} // namespace tiepdon::testing
