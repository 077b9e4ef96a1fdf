// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/advice.h"

#include "core/estimate/futuregame.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace tiepdon {
namespace {

// the choosing: so many futures by the end of each round, and so many moves that go on after it
constexpr std::array<std::size_t, 3> kRoundFutures = {6, 16, 40};
constexpr std::array<std::size_t, 3> kRoundLeft = {20, 8, 4};
/// The first future of those that are told; those before are for choosing.
constexpr std::size_t kToldFrom = 1000;
/// A service that loses less is in no need.
constexpr double kNeedLoss = 0.05;
/// A counter closes when it costs less than this, and is worse in fewer futures than this share.
constexpr double kCloseLoss = 0.25;
constexpr double kCloseWorseShare = 0.05;
/// Counters of the same profile, before and after, that are tried: they differ in who sits there, and for how long
/// they are busy still.
constexpr std::size_t kAlikeTried = 2;
/// At the end nobody's wait counts as more promises than this.
constexpr double kRatioMax = 4;

std::int64_t permille(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 1000 : (1000 * part + whole / 2) / whole;
}

/// The time by which a share of all were called, by the estimator of Kaplan and Meier (1958): who waits still at
/// the end counts as long as was seen of them. False when that was not so within what was seen; then the longest.
std::pair<TimeMs, bool> calledBy(double share, std::vector<TimeMs> calledMs, std::vector<TimeMs> waitingMs)
{
    std::sort(calledMs.begin(), calledMs.end());
    std::sort(waitingMs.begin(), waitingMs.end());
    auto atRisk = static_cast<double>(calledMs.size() + waitingMs.size());
    double left = 1;
    auto out = waitingMs.begin();
    for (const TimeMs ms : calledMs) {
        for (; out != waitingMs.end() && *out < ms; ++out)
            --atRisk;
        left *= 1 - 1 / atRisk;
        --atRisk;
        if (left <= 1 - share + 1e-9)
            return {ms, true};
    }
    const TimeMs longest
        = std::max(calledMs.empty() ? 0 : calledMs.back(), waitingMs.empty() ? 0 : waitingMs.back());
    return {longest, calledMs.empty() && waitingMs.empty()};
}

} // namespace

double Advisor::Candidate::meanGain() const
{
    return gains.empty() ? 0 : std::accumulate(gains.begin(), gains.end(), 0.0) / static_cast<double>(gains.size());
}

Advisor::Advisor(BranchState state, Forecast knowledge, TimeMs nowMs, const AdvicePrices &prices)
    : m_knowsDays(knowledge.arrivals().days > 0), m_plan(std::move(state), std::move(knowledge), nowMs),
      m_prices(prices), m_seed(draws::mixed(static_cast<std::uint64_t>(nowMs)))
{
}

Advisor::Played Advisor::play(std::size_t first, std::size_t count, bool isTold)
{
    const Floor &floor = m_plan.floor();
    const TimeMs end = floor.nowMs + kAheadMs;
    Played played;
    played.services.resize(floor.services.size());
    const auto each = [&](std::size_t /*future*/, std::span<const Futures::Person> people) {
        double sum = 0;
        for (const Futures::Person &person : people) {
            const FloorQueue &queue = floor.queues[person.queue];
            Tally &tally = played.services[queue.serviceAt];
            const bool isCalled = person.calledMs > 0;
            const TimeMs waitMs = std::max<TimeMs>(0, (isCalled ? person.calledMs : end) - person.referenceMs);
            const double ratio = static_cast<double>(waitMs) / static_cast<double>(queue.terms.promiseMs);
            const bool isBroken = ratio > 1;
            double loss = isBroken ? 1 + 0.25 * (ratio - 1) : 0;
            if (person.isGone)
                loss = std::max(loss, 1.0);
            if (!isCalled)
                loss += 0.5 * std::min(ratio, kRatioMax) * std::min(ratio, kRatioMax);
            loss *= queue.terms.weight;
            sum += loss;
            ++tally.people;
            tally.loss += loss;
            tally.settled += isCalled || isBroken ? 1 : 0;
            tally.kept += isCalled && !isBroken && !person.isGone ? 1 : 0;
            if (isTold)
                (isCalled ? tally.calledMs : tally.waitingMs).push_back(waitMs);
        }
        played.losses.push_back(sum);
    };
    m_futures.playPeople(floor, m_seed, first, count, kAheadMs, each);
    return played;
}

/// Plays a candidate's futures [from, to) and leaves the floor as it was.
void Advisor::tryOut(Candidate &candidate, std::size_t from, std::size_t to)
{
    m_plan.reset();
    if (to > m_losses.size()) {
        const Played more = play(m_losses.size(), to - m_losses.size(), false);
        m_losses.insert(m_losses.end(), more.losses.begin(), more.losses.end());
    }
    if (m_plan.make(candidate.move)) {
        const Played played = play(from, to - from, false);
        for (std::size_t i = from; i < to; ++i)
            candidate.gains.push_back(m_losses[i] - played.losses[i - from]);
    }
    m_plan.reset();
}

/// Leaves the few best.
void Advisor::halve(std::vector<Candidate> &candidates)
{
    for (std::size_t round = 0; round < kRoundFutures.size(); ++round) {
        for (Candidate &candidate : candidates)
            tryOut(candidate, round == 0 ? 0 : kRoundFutures[round - 1], kRoundFutures[round]);
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate &a, const Candidate &b) { return a.net() > b.net(); });
        if (candidates.size() > kRoundLeft[round])
            candidates.resize(kRoundLeft[round]);
    }
}

const Advisor::Played &Advisor::told()
{
    if (!m_told) {
        m_plan.reset();
        m_told = play(kToldFrom, kFutures, true);
    }
    return *m_told;
}

ServiceOutlook Advisor::outlookOf(std::size_t service, const Tally &tally) const
{
    ServiceOutlook outlook;
    outlook.service = m_plan.services()[service];
    outlook.waiting = m_plan.waiting()[service];
    outlook.people = (tally.people + static_cast<std::int64_t>(kFutures) / 2) / static_cast<std::int64_t>(kFutures);
    const auto [p80, isSeen] = calledBy(0.8, tally.calledMs, tally.waitingMs);
    outlook.p80WaitMs = p80;
    outlook.isP80Least = !isSeen;
    outlook.keptPermille = permille(tally.kept, tally.settled);
    return outlook;
}

MoveEffect Advisor::effectOf(const Played &before, const Played &after) const
{
    MoveEffect effect;
    effect.aheadMs = kAheadMs;
    effect.futures = static_cast<std::int64_t>(kFutures);
    std::array<std::int64_t, 4> sums = {};
    for (std::size_t v = 0; v < before.services.size(); ++v) {
        const Tally &without = before.services[v];
        const Tally &with = after.services[v];
        sums[0] += without.kept;
        sums[1] += without.settled;
        sums[2] += with.kept;
        sums[3] += with.settled;
        if (without.people > 0 || with.people > 0)
            effect.services.push_back({outlookOf(v, without), outlookOf(v, with)});
    }
    effect.keptBeforePermille = permille(sums[0], sums[1]);
    effect.keptAfterPermille = permille(sums[2], sums[3]);
    double gain = 0;
    for (std::size_t i = 0; i < before.losses.size(); ++i) {
        const double of = before.losses[i] - after.losses[i];
        gain += of;
        effect.betterIn += of > 1e-9 ? 1 : 0;
        effect.worseIn += of < -1e-9 ? 1 : 0;
    }
    effect.gainMilli = std::llround(1000 * gain / static_cast<double>(before.losses.size()));
    effect.counterMin = m_plan.counterMs() / kMinuteMs;
    effect.unserved = m_plan.unserved();
    return effect;
}

Result<MoveEffect> Advisor::whatIf(const std::vector<FloorMove> &moves)
{
    const Played &before = told();
    m_plan.reset();
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (auto made = m_plan.make(moves[i]); !made) {
            Error error = made.error();
            error.detail.emplace("move", std::to_string(i));
            m_plan.reset();
            return error;
        }
    }
    MoveEffect effect = effectOf(before, play(kToldFrom, kFutures, true));
    m_plan.reset();
    return effect;
}

std::size_t Advisor::reach(const std::vector<std::size_t> &queues, const std::vector<bool> &needed) const
{
    std::set<std::size_t> services;
    for (const std::size_t q : queues) {
        const std::size_t v = m_plan.floor().queues[q].serviceAt;
        if (needed[v])
            services.insert(v);
    }
    return services.size();
}

/// Who is at no counter and serves most of what is needed with a profile: those seen today first, then the fastest.
StaffId Advisor::freeStaffFor(CounterId counter, ProfileId profile, const std::vector<bool> &needed) const
{
    const BranchState &state = m_plan.branch();
    std::set<StaffId> taken;
    for (const CounterState &other : m_plan.counters())
        taken.insert(other.staff);
    StaffId best;
    std::tuple<bool, std::size_t, double> bestOf = {};
    for (const auto &[id, who] : state.staff()) {
        if (taken.contains(id))
            continue;
        const std::size_t served = reach(m_plan.queuesOf(counter, id, profile), needed);
        const std::tuple of{state.staffDay(id).calls > 0, served, -m_plan.speed(id)};
        if (served > 0 && (!best.isSet() || of > bestOf)) {
            best = id;
            bestOf = of;
        }
    }
    return best;
}

void Advisor::addOpenings(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const
{
    const BranchState &state = m_plan.branch();
    for (const auto &[profileId, profile] : state.profiles()) {
        // of closed counters the one that opens with this profile anyway, else the first
        CounterId at;
        for (const CounterState &counter : m_plan.counters()) {
            const Counter *of = state.counter(counter.counter);
            if (counter.isOpen() || !of)
                continue;
            if (of->profile == profileId) {
                at = counter.counter;
                break;
            }
            if (!at.isSet())
                at = counter.counter;
        }
        if (!at.isSet())
            return;
        FloorMove move{FloorMoveKind::Open, at, freeStaffFor(at, profileId, needed), profileId};
        move.forMs = kOpenMs;
        if (reach(m_plan.queuesOf(at, move.staff, profileId), needed) > 0)
            candidates.push_back({move, !move.staff.isSet(), m_prices.halfHour});
    }
}

void Advisor::addSwitches(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const
{
    const auto &counters = m_plan.counters();
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < counters.size(); ++k) {
        if (counters[k].isOpen() && m_plan.floor().counters[k].doing != FloorCounter::Doing::Away)
            order.push_back(k);
    }
    // who is free first, then who has served for longest
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const FloorCounter &first = m_plan.floor().counters[a];
        const FloorCounter &second = m_plan.floor().counters[b];
        return std::pair(first.doing != FloorCounter::Doing::Idle, first.sinceMs)
            < std::pair(second.doing != FloorCounter::Doing::Idle, second.sinceMs);
    });
    std::map<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>, std::size_t> tried;
    for (const std::size_t k : order) {
        const auto &now = m_plan.floor().counters[k].queues;
        for (const auto &[profileId, profile] : m_plan.branch().profiles()) {
            if (profileId == counters[k].profile)
                continue;
            auto queues = m_plan.queuesOf(counters[k].counter, counters[k].staff, profileId);
            if (queues == now || reach(queues, needed) == 0 || tried[{now, queues}]++ >= kAlikeTried)
                continue;
            candidates.push_back(
                {{FloorMoveKind::Switch, counters[k].counter, {}, profileId}, false, m_prices.change});
        }
    }
}

void Advisor::addReturns(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const
{
    const auto &counters = m_plan.counters();
    for (std::size_t k = 0; k < counters.size(); ++k) {
        if (counters[k].onBreak && reach(m_plan.floor().counters[k].queues, needed) > 0)
            candidates.push_back({{FloorMoveKind::EndBreak, counters[k].counter}, true, m_prices.change});
    }
}

std::vector<Advisor::Candidate> Advisor::helpful(const std::vector<Tally> &services) const
{
    std::vector<bool> needed;
    for (const Tally &tally : services)
        needed.push_back(tally.loss > kNeedLoss * static_cast<double>(kRoundFutures[0]));
    std::vector<Candidate> candidates;
    addOpenings(candidates, needed);
    addSwitches(candidates, needed);
    addReturns(candidates, needed);
    return candidates;
}

/// One of those alike, where all it serves is served by another that is there.
std::vector<Advisor::Candidate> Advisor::closings() const
{
    const auto &counters = m_plan.counters();
    const Floor &floor = m_plan.floor();
    std::vector<std::size_t> serving(floor.queues.size(), 0);
    for (const FloorCounter &counter : floor.counters) {
        if (counter.doing == FloorCounter::Doing::Away)
            continue;
        for (const std::size_t q : counter.queues)
            ++serving[q];
    }
    std::set<std::vector<std::size_t>> tried;
    std::vector<Candidate> candidates;
    for (std::size_t k = 0; k < counters.size(); ++k) {
        const FloorCounter &counter = floor.counters[k];
        if (counter.doing != FloorCounter::Doing::Idle || tried.contains(counter.queues))
            continue;
        if (std::all_of(counter.queues.begin(), counter.queues.end(),
                        [&](std::size_t q) { return serving[q] > 1; })) {
            tried.insert(counter.queues);
            candidates.push_back({{FloorMoveKind::Close, counters[k].counter}});
        }
    }
    return candidates;
}

FoundAdvice Advisor::advise()
{
    FoundAdvice found;
    m_plan.reset();
    const Played first = play(0, kRoundFutures[0], false);
    m_losses = first.losses;
    std::vector<Candidate> candidates = helpful(first.services);
    found.tried = candidates.size();
    halve(candidates);

    const Played &before = told();
    std::array<std::int64_t, 2> sums = {};
    for (std::size_t v = 0; v < before.services.size(); ++v) {
        sums[0] += before.services[v].kept;
        sums[1] += before.services[v].settled;
        if (before.services[v].people > 0)
            found.services.push_back(outlookOf(v, before.services[v]));
    }
    found.keptPermille = permille(sums[0], sums[1]);

    const auto isSure = [](const MoveEffect &effect) {
        return static_cast<double>(effect.betterIn) >= kSureShare * static_cast<double>(effect.futures);
    };
    std::vector<std::pair<double, AdvisedMove>> worth;
    for (const Candidate &candidate : candidates) {
        if (candidate.net() <= 0)
            continue;
        const auto effect = whatIf({candidate.move});
        const double net = effect ? static_cast<double>(effect->gainMilli) / 1000 - candidate.price : 0;
        if (effect && net > 0 && isSure(*effect) && effect->unserved.empty())
            worth.push_back({net, {candidate.move, *effect, candidate.isHint}});
    }
    std::stable_sort(worth.begin(), worth.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    // one of a kind: the same profile at another counter is no other advice
    std::set<std::pair<FloorMoveKind, ProfileId>> kinds;
    for (const auto &[net, advised] : worth) {
        if (found.moves.size() < kAdviceMax && kinds.insert({advised.move.kind, advised.move.profile}).second)
            found.moves.push_back(advised);
    }
    if (!worth.empty())
        return found;

    if (!m_knowsDays)
        return found;
    std::vector<Candidate> closing = closings();
    found.tried += closing.size();
    halve(closing);
    for (const Candidate &candidate : closing) {
        if (candidate.meanGain() < -kCloseLoss)
            break;
        const auto effect = whatIf({candidate.move});
        if (effect && effect->unserved.empty() && static_cast<double>(effect->gainMilli) >= -1000 * kCloseLoss
            && static_cast<double>(effect->worseIn) <= kCloseWorseShare * static_cast<double>(effect->futures)) {
            found.moves.push_back({candidate.move, *effect, false});
            break;
        }
    }
    return found;
}

} // namespace tiepdon
