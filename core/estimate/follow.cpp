// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"

#include <algorithm>

namespace tiepdon {

/// Learns from one event.
class Forecast::Follower
{
public:
    Follower(Forecast &own, const BranchState &state, const Touched &touched, TimeMs atMs)
        : m_own(own), m_state(state), m_touched(touched), m_at(atMs)
    {
    }

    void operator()(const event::TicketIssued &e) const
    {
        const TimeMs start = dayStart(m_state.businessDay(), static_cast<int>(m_state.settings().utcOffsetMin));
        m_own.arrived(m_state.businessDay(), std::max<TimeMs>(0, m_at - start), e.service, e.segment);
    }

    void operator()(const event::TicketCalled &e) const
    {
        const auto watched = m_own.m_watched.find(e.counter);
        if (watched != m_own.m_watched.end() && watched->second.freeMs) {
            m_own.learnGap(m_at - *watched->second.freeMs);
            watched->second.freeMs.reset();
        }
        if (e.reason.rule != CallRule::WalkIn)
            m_own.calledAt(e.ticket, m_at);
    }

    void operator()(const event::ServiceFinished &e) const { done(e.counter, e.claimedMs); }
    void operator()(const event::StepFinished &e) const { done(e.counter, e.claimedMs); }
    void operator()(const event::TicketParked &e) const { done(e.counter, {}); }
    void operator()(const event::TicketTransferred &e) const
    {
        m_own.forget(e.ticket); // what was quoted was for the queue before
        if (e.counter.isSet())
            done(e.counter, {});
    }
    void operator()(const event::TicketRequeued &e) const { free(e.counter); }
    void operator()(const event::TicketMissed &e) const { missed(e.counter); }
    void operator()(const event::TicketNoShow &e) const { missed(e.counter); }

    void operator()(const event::TicketCancelled &e) const
    {
        m_own.forget(e.ticket);
        if (e.reason == HandReason::Left && m_touched.ended)
            m_own.m_patience.leftAfter(m_at - m_touched.ended->fromMs);
    }
    void operator()(const event::TicketEnded &e) const { m_own.forget(e.ticket); }

    void operator()(const event::CounterPaused &e) const
    {
        endBreak(e.counter);
        const CounterState *counter = m_state.counterState(e.counter);
        m_own.m_watched[e.counter] = {{}, Break{e.reason, m_at}, counter ? counter->staff : StaffId{}};
    }
    void operator()(const event::CounterResumed &e) const { endBreak(e.counter); }
    void operator()(const event::CounterOpened &e) const
    {
        m_own.m_watched.erase(e.counter);
        m_own.m_habits.works(m_state.businessDay(), e.staff);
    }
    void operator()(const event::CounterClosed &e) const { m_own.m_watched.erase(e.counter); }
    void operator()(const event::ProfileAssigned &e) const
    {
        const auto watched = m_own.m_watched.find(e.counter);
        if (watched != m_own.m_watched.end())
            watched->second.freeMs.reset();
    }
    void operator()(const event::DayClosed &) const
    {
        m_own.m_watched.clear();
        m_own.m_pending.clear();
    }

    template <class Other>
    void operator()(const Other &) const
    {
    }

private:
    [[nodiscard]] TimeMs startMs() const
    {
        return dayStart(m_state.businessDay(), static_cast<int>(m_state.settings().utcOffsetMin));
    }

    /// The step that was in hand until now.
    [[nodiscard]] const VisitStep *step() const
    {
        if (m_touched.endedStep)
            return &*m_touched.endedStep;
        return m_touched.ticket ? &m_touched.ticket->step : nullptr;
    }

    void done(CounterId counter, std::optional<TimeMs> claimedMs) const
    {
        const VisitStep *of = step();
        if (of && of->calledMs) {
            const TimeMs end = std::min(m_at, claimedMs.value_or(m_at));
            m_own.learn({of->service, of->staff, of->waitMs(), end - *of->calledMs, false});
        }
        free(counter);
    }

    void missed(CounterId counter) const
    {
        const VisitStep *of = step();
        if (of && of->calledMs)
            m_own.learn({of->service, of->staff, of->waitMs(), m_at - *of->calledMs, true});
        free(counter);
    }

    /// From now on the counter may call; how soon it does is learned if somebody waits for it now.
    void free(CounterId id) const
    {
        const CounterState *counter = m_state.counterState(id);
        const bool isNeeded = counter && !counter->onBreak
            && std::any_of(m_state.queues().begin(), m_state.queues().end(),
                           [&](const auto &queue) { return m_state.mayCall(*counter, queue.first); });
        auto &watched = m_own.m_watched[id];
        watched.freeMs = isNeeded ? std::optional(m_at) : std::nullopt;
    }

    void endBreak(CounterId counter) const
    {
        const auto watched = m_own.m_watched.find(counter);
        if (watched == m_own.m_watched.end())
            return;
        if (const auto &of = watched->second.onBreak)
            m_own.learnBreak(m_state.businessDay(), watched->second.staff, of->reason, of->sinceMs - startMs(),
                             m_at - startMs());
        m_own.m_watched.erase(watched);
    }

    Forecast &m_own;
    const BranchState &m_state;
    const Touched &m_touched;
    TimeMs m_at;
};

void Forecast::follow(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs)
{
    std::visit(Follower(*this, state, touched, atMs), event);
}

} // namespace tiepdon
