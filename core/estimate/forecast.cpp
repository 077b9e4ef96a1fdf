// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"

#include "core/queue/waitrange.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tiepdon {
namespace {

/// Cycles at the counters of a queue that were learned before a wait there is said to be known.
constexpr double kCyclesForAQuote = 10;
constexpr TimeMs kFineStepMs = 2 * kMinuteMs;
constexpr TimeMs kCoarseStepMs = 5 * kMinuteMs;
constexpr TimeMs kCoarseFromMs = 20 * kMinuteMs;
constexpr TimeMs kWorthTellingMs = 2 * kMinuteMs;
/// Nobody's call is kept waiting longer than this before it is given up as a no-show.
constexpr TimeMs kNoShowMaxMs = 10 * kMinuteMs;
/// A counter that takes longer between two calls was not just between two calls.
constexpr TimeMs kGapMaxMs = 5 * kMinuteMs;
/// As believed before any was seen.
constexpr TimeMs kUsualNoShowMs = kMinuteMs;
constexpr TimeMs kUsualGapMs = 5 * kSecondMs;
constexpr TimeMs kBreakMaxMs = 4 * kHourMs;

TimeMs downToStep(TimeMs ms)
{
    const TimeMs step = ms < kCoarseFromMs ? kFineStepMs : kCoarseStepMs;
    return ms / step * step;
}

TimeMs upToStep(TimeMs ms)
{
    const TimeMs step = ms <= kCoarseFromMs ? kFineStepMs : kCoarseStepMs;
    return (ms + step - 1) / step * step;
}

/// The quantile of values in rising order, linear between two of them.
double quantile(std::span<const TimeMs> rising, double p)
{
    const double at = p * static_cast<double>(rising.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, rising.size() - 1);
    const double part = at - static_cast<double>(below);
    return static_cast<double>(rising[below]) * (1 - part) + static_cast<double>(rising[above]) * part;
}

WaitQuantiles quantiles(std::span<const TimeMs> rising)
{
    return {quantile(rising, 0.1), quantile(rising, 0.5), quantile(rising, 0.9)};
}

/// The running sums of what breaks, per future.
BreachOutlook outlookOf(ServiceId service, const Futures::Breaches &breaches, std::size_t futures)
{
    BreachOutlook outlook{service};
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(1, futures));
    std::int64_t inFutures = 0;
    std::int64_t people = 0;
    for (std::size_t minute = 0; minute < BreachOutlook::kMinutes; ++minute) {
        inFutures += breaches.futures[minute];
        people += breaches.people[minute];
        outlook.breachPermille[minute] = inFutures * 1000 / count;
        outlook.peoplePermille[minute] = people * 1000 / count;
    }
    return outlook;
}

TimeMs wholeMs(double ms) { return static_cast<TimeMs>(std::llround(ms)); }

WaitQuantiles rawOf(const QuoteOutcome &outcome)
{
    return {static_cast<double>(outcome.rawLowMs), static_cast<double>(outcome.rawMedianMs),
            static_cast<double>(outcome.rawHighMs)};
}

/// FNV-1a of a business day and the number of a refresh.
std::uint64_t seedOf(const std::string &businessDay, std::int64_t refresh)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto add = [&](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3ULL; };
    for (const char c : businessDay)
        add(static_cast<unsigned char>(c));
    for (int i = 0; i < 8; ++i)
        add(static_cast<std::uint64_t>(refresh) >> (8 * i) & 0xff);
    return hash;
}

} // namespace

Quote roundedForPeople(const Quote &quote)
{
    if (!quote.isKnown)
        return {};
    return {true, downToStep(quote.lowMs), (quote.medianMs + kMinuteMs / 2) / kMinuteMs * kMinuteMs,
            upToStep(quote.highMs)};
}

bool isWorthTelling(const Quote &told, TimeMs toldMs, const Quote &now, TimeMs nowMs)
{
    if (told.isKnown != now.isKnown)
        return true;
    if (!now.isKnown)
        return false;
    const TimeMs passed = std::max<TimeMs>(0, nowMs - toldMs);
    const auto hasMoved = [&](TimeMs before, TimeMs here) {
        return std::abs(here - std::max<TimeMs>(0, before - passed)) > kWorthTellingMs;
    };
    return hasMoved(told.lowMs, now.lowMs) || hasMoved(told.highMs, now.highMs);
}

Forecast::Forecast(const Image &image)
    : m_times(image.times), m_arrivals(image.arrivals), m_patience(image.patience),
      m_refreshes(std::max<std::int64_t>(0, image.refreshes))
{
    if (!m_patience.isSound())
        m_patience = {};
    if (!m_arrivals.isSound())
        m_arrivals = {};
    if (image.noShow.isSound())
        m_noShow = image.noShow;
    if (image.gap.isSound())
        m_gap = image.gap;
    for (std::size_t i = 0; i < std::min(m_breaks.size(), image.breaks.size()); ++i) {
        if (image.breaks[i].isSound())
            m_breaks[i] = image.breaks[i];
    }
    if (image.habits.isSound())
        m_habits = image.habits;
    for (const QuoteOutcome &outcome : image.outcomes)
        keep(outcome);
    for (const QuoteOutcome &quote : image.pending) {
        if (m_pending.size() < kPendingMax)
            m_pending.emplace(quote.ticket, quote);
    }
}

Forecast Forecast::forFloors() const
{
    Forecast copy;
    copy.m_times = m_times;
    copy.m_arrivals = m_arrivals;
    copy.m_patience = m_patience;
    copy.m_noShow = m_noShow;
    copy.m_gap = m_gap;
    copy.m_breaks = m_breaks;
    copy.m_habits = m_habits;
    return copy;
}

Forecast::Image Forecast::image() const
{
    Image image{m_times.image(), m_arrivals, m_patience, m_noShow, m_gap, {}, m_habits, {}, {}, m_refreshes};
    image.breaks.assign(m_breaks.begin(), m_breaks.end());
    image.outcomes.assign(m_outcomes.begin(), m_outcomes.end());
    for (const auto &[ticket, quote] : m_pending)
        image.pending.push_back(quote);
    std::sort(image.pending.begin(), image.pending.end(),
              [](const QuoteOutcome &a, const QuoteOutcome &b) { return a.ticket < b.ticket; });
    return image;
}

void Forecast::arrived(const std::string &businessDay, TimeMs sinceDayStartMs, ServiceId service, SegmentId segment)
{
    m_arrivals.arrived(businessDay, sinceDayStartMs, service, segment);
}

void Forecast::learn(const SeenCall &call)
{
    if (call.isNoShow) {
        m_patience.didNotCome(call.waitedMs);
        if (call.cycleMs > 0 && call.cycleMs <= kNoShowMaxMs)
            m_noShow.add(call.cycleMs);
        return;
    }
    m_patience.came(call.waitedMs);
    m_times.learn(call.service, call.staff, call.cycleMs);
}

void Forecast::learnGap(TimeMs gapMs)
{
    if (gapMs >= 0 && gapMs <= kGapMaxMs)
        m_gap.add(gapMs);
}

void Forecast::learnBreak(const std::string &businessDay, StaffId staff, BreakReason reason, TimeMs fromMs,
                          TimeMs toMs)
{
    const TimeMs lastedMs = toMs - fromMs;
    if (lastedMs <= 0 || lastedMs > kBreakMaxMs)
        return;
    m_breaks[static_cast<std::size_t>(reason)].add(static_cast<double>(lastedMs));
    m_breakTables[static_cast<std::size_t>(reason)].reset();
    if (staff.isSet())
        m_habits.took(businessDay, staff, fromMs, toMs);
}

const Quotes &Forecast::refresh(const Floor &floor)
{
    ++m_refreshes;
    m_futures.run(floor, seedOf(floor.businessDay, m_refreshes), kFutures);
    m_quotes = {floor.nowMs, {}, {}};
    const std::vector<double> seen = cyclesSeen(floor);
    std::size_t row = 0;
    for (std::size_t q = 0; q < floor.queues.size(); ++q) {
        const FloorQueue &queue = floor.queues[q];
        for (const FloorTicket &ticket : queue.tickets) {
            const WaitQuantiles raw = quantiles(m_futures.waitsMs(row++));
            const Quote quote = quoteOf(queue.service, raw, seen[q]);
            if (!quote.isKnown || !ticket.isQuoted)
                continue;
            m_quotes.tickets.push_back({ticket.id, {quote.lowMs, quote.medianMs, quote.highMs}});
            if (ticket.misses == 0)
                keepFirst(floor, queue.service, ticket, raw, quote);
        }
        if (!queue.isPlain)
            continue;
        const Quote quote = quoteOf(queue.service, quantiles(m_futures.newcomerWaitsMs(q)), seen[q]);
        if (quote.isKnown)
            m_quotes.services.push_back(
                {queue.service, queue.segment, {quote.lowMs, quote.medianMs, quote.highMs}});
    }
    std::sort(m_quotes.tickets.begin(), m_quotes.tickets.end(),
              [](const TicketQuote &a, const TicketQuote &b) { return a.ticket < b.ticket; });
    std::sort(m_quotes.services.begin(), m_quotes.services.end(), [](const ServiceQuote &a, const ServiceQuote &b) {
        return std::tie(a.service, a.segment) < std::tie(b.service, b.segment);
    });
    lookOut(floor, seen);
    return m_quotes;
}

void Forecast::lookOut(const Floor &floor, const std::vector<double> &cyclesSeen)
{
    m_outlook = {floor.nowMs, {}};
    std::vector<bool> isKnown(floor.services.size(), false);
    std::vector<bool> isServed(floor.services.size(), false);
    for (const FloorCounter &counter : floor.counters) {
        for (const std::size_t q : counter.queues)
            isServed[floor.queues[q].serviceAt] = true;
    }
    for (std::size_t q = 0; q < floor.queues.size(); ++q) {
        const std::size_t v = floor.queues[q].serviceAt;
        isKnown[v] = isKnown[v] || !isServed[v] || cyclesSeen[q] >= kCyclesForAQuote;
    }
    std::vector<ServiceId> ids(floor.services.size());
    for (const FloorQueue &queue : floor.queues)
        ids[queue.serviceAt] = queue.service;
    for (std::size_t v = 0; v < ids.size(); ++v) {
        if (isKnown[v])
            m_outlook.services.push_back(outlookOf(ids[v], m_futures.breaches()[v], m_futures.count()));
    }
    std::sort(m_outlook.services.begin(), m_outlook.services.end(),
              [](const BreachOutlook &a, const BreachOutlook &b) { return a.service < b.service; });
}

void Forecast::fillArrivals(Floor &floor, TimeMs dayStartMs) const
{
    floor.leaversPerMs = m_patience.ratePerMs();
    floor.noShowMs = m_noShow.meanMs(kUsualNoShowMs);
    floor.gapMs = m_gap.meanMs(kUsualGapMs);

    const TimeMs sinceDayStart = std::max<TimeMs>(0, floor.nowMs - dayStartMs);
    const auto from = static_cast<std::size_t>(sinceDayStart / kSlotMs);
    const std::size_t slots = from < kSlots
        ? std::min(kSlots - from, static_cast<std::size_t>(Futures::kHorizonMs / kSlotMs) + 1)
        : 0; // a day left open over night
    floor.arrivalsSpread = m_arrivals.level(sinceDayStart).spread;
    floor.arrivalsFromMs = dayStartMs + static_cast<TimeMs>(from) * kSlotMs;
    floor.arrivals.assign(slots, {});
    std::map<std::pair<ServiceId, SegmentId>, std::size_t> places;
    for (std::size_t q = 0; q < floor.queues.size(); ++q) {
        if (floor.queues[q].isPlain)
            places[{floor.queues[q].service, floor.queues[q].segment}] = q;
    }
    const auto ahead = m_arrivals.ahead(sinceDayStart, slots);
    for (std::size_t i = 0; i < ahead.size(); ++i) {
        const QueueArrivals &queue = m_arrivals.queues[i];
        const auto it = places.find({queue.service, queue.segment});
        if (it == places.end())
            continue;
        for (std::size_t slot = 0; slot < slots; ++slot) {
            if (ahead[i][slot] > 0)
                floor.arrivals[slot].push_back({it->second, ahead[i][slot]});
        }
    }
}

/// Of each queue: the cycles learned of all that the counters do that may call from it.
std::vector<double> Forecast::cyclesSeen(const Floor &floor) const
{
    std::vector<std::set<ServiceId>> services(floor.queues.size());
    for (const FloorCounter &counter : floor.counters) {
        std::set<ServiceId> served;
        for (const std::size_t q : counter.queues)
            served.insert(floor.queues[q].service);
        for (const std::size_t q : counter.queues)
            services[q].insert(served.begin(), served.end());
    }
    std::vector<double> seen(floor.queues.size(), 0);
    for (std::size_t q = 0; q < seen.size(); ++q) {
        for (const ServiceId service : services[q])
            seen[q] += m_times.seen(service);
    }
    return seen;
}

Quote Forecast::quoteOf(ServiceId service, const WaitQuantiles &raw, double cyclesSeen) const
{
    // who would be called at once needs nothing learned to be told so
    if (raw.highMs > 0 && cyclesSeen < kCyclesForAQuote)
        return {};
    if (raw.highMs >= static_cast<double>(Futures::kHorizonMs))
        return {};
    const WaitQuantiles said = m_conformal.calibrated(service.value, raw);
    if (said.highMs > static_cast<double>(kUsefulWaitMaxMs))
        return {};
    return {true, wholeMs(said.lowMs), wholeMs(said.medianMs), wholeMs(said.highMs)};
}

void Forecast::keepFirst(const Floor &floor, ServiceId service, const FloorTicket &ticket, const WaitQuantiles &raw,
                         const Quote &quote)
{
    const auto it = m_pending.find(ticket.id);
    // an earlier one is of a ticket that never came to be: the number of one refused goes to the next
    const bool isFirst = it == m_pending.end() || it->second.quotedMs < ticket.times.arrivedMs;
    if (!isFirst || m_pending.size() >= kPendingMax)
        return;
    m_pending.insert_or_assign(ticket.id,
                               QuoteOutcome{ticket.id, service, floor.businessDay, floor.nowMs, wholeMs(raw.lowMs),
                                            wholeMs(raw.medianMs), wholeMs(raw.highMs), quote.lowMs, quote.medianMs,
                                            quote.highMs, 0});
}

Quote Forecast::quoteFor(TicketId ticket) const
{
    const WaitQuote *wait = m_quotes.ofTicket(ticket);
    return wait ? Quote{true, wait->lowMs, wait->medianMs, wait->highMs} : Quote{};
}

Quote Forecast::quoteFor(ServiceId service, SegmentId segment) const
{
    const WaitQuote *wait = m_quotes.ofService(service, segment);
    return wait ? Quote{true, wait->lowMs, wait->medianMs, wait->highMs} : Quote{};
}

std::optional<QuoteOutcome> Forecast::calledAt(TicketId ticket, TimeMs calledMs)
{
    const auto it = m_pending.find(ticket);
    if (it == m_pending.end())
        return std::nullopt;
    QuoteOutcome outcome = std::move(it->second);
    m_pending.erase(it);
    outcome.actualMs = std::max<TimeMs>(0, calledMs - outcome.quotedMs);
    keep(outcome);
    return outcome;
}

void Forecast::keep(const QuoteOutcome &outcome)
{
    m_conformal.called(outcome.service.value, rawOf(outcome), static_cast<double>(outcome.actualMs));
    if (m_outcomes.size() == kOutcomesMax)
        m_outcomes.pop_front();
    m_outcomes.push_back(outcome);
}

void Forecast::forget(TicketId ticket) { m_pending.erase(ticket); }

Score Forecast::score(const std::string &businessDay) const
{
    std::vector<QuoteOutcome> ofDay;
    std::copy_if(m_outcomes.begin(), m_outcomes.end(), std::back_inserter(ofDay),
                 [&](const QuoteOutcome &outcome) { return outcome.businessDay == businessDay; });
    return scoreOf(ofDay);
}

} // namespace tiepdon
