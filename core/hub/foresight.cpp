// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/foresight.h"

#include "core/wire/codec.h"

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

// Quotes are this old at most while anybody waits, by the branch's clock; in a fast played day by the real one.
constexpr double kRefreshMs = 5000;
constexpr double kRefreshRealMsMin = 1000;
// Tickets taken within this real time, and at one moment of the branch, are quoted from one refresh: a kiosk's
// crowd does not hold up the counters.
constexpr int kIssueRefreshMsMin = 500;
constexpr TimeMs kIssueAgeMsMax = 5000;

DayScore dayScore(const std::string &businessDay, const Score &score)
{
    return {businessDay, score.n, score.insidePermille, score.meanErrorMs};
}

} // namespace

Foresight::Foresight(BranchHost &host, const Clock &clock, Forecast forecast, QObject *parent)
    : QObject(parent), m_host(host), m_clock(clock), m_forecast(std::move(forecast)),
      m_followedSeq(host.publishedSeq())
{
    m_host.setExpect([this](const BranchState &decided, const Ticket &ticket, TimeMs now) {
        return expect(decided, ticket, now);
    });
    m_host.setFollow(
        [this](const BranchState &state, const PublishedEvent &published) { follow(state, published); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Foresight::onTimer);
    m_timer.start(0);
}

std::optional<WaitQuote> Foresight::expect(const BranchState &decided, const Ticket &ticket, TimeMs now)
{
    if (!m_sinceRefresh.isValid() || m_sinceRefresh.elapsed() >= kIssueRefreshMsMin
        || now - quotes().atMs >= kIssueAgeMsMax)
        refresh(decided, now);
    else if (m_timer.remainingTime() > kIssueRefreshMsMin)
        m_timer.start(kIssueRefreshMsMin);
    const WaitQuote *wait = quotes().ofTicket(ticket.id);
    if (!wait && !ticket.forCounter.isSet() && !ticket.forStaff.isSet())
        wait = quotes().ofService(ticket.step.service, ticket.segment);
    return wait ? std::optional(*wait) : std::nullopt;
}

void Foresight::refresh(const BranchState &state, TimeMs now)
{
    m_forecast.refresh(state, now);
    m_sinceRefresh.start();
    m_refreshedSeq = m_host.publishedSeq();
    m_isTold = false;
}

void Foresight::onTimer()
{
    const BranchState &state = m_host.state();
    const bool isAnybodyWaiting = !state.queues().empty();
    if (state.isOpen() && (isAnybodyWaiting || m_host.publishedSeq() != m_refreshedSeq))
        refresh(state, m_host.nowMs());
    tell();
    const double rate = std::max(1.0, m_clock.rate());
    m_timer.start(static_cast<int>(std::max(kRefreshRealMsMin, kRefreshMs / rate)));
}

void Foresight::tell()
{
    if (!std::exchange(m_isTold, true))
        Q_EMIT refreshed();
}

void Foresight::follow(const BranchState &state, const PublishedEvent &published)
{
    m_forecast.follow(state, published.entry.event, published.touched, published.entry.atMs);
    m_followedSeq = published.entry.seq;
    if (const auto *closed = std::get_if<event::DayClosed>(&published.entry.event)) {
        const ScoreRecord record{closed->businessDay, m_forecast.score(closed->businessDay)};
        m_before = dayScore(record.businessDay, record.score);
        m_host.keep({record});
        save();
    }
}

std::vector<DayScore> Foresight::scores() const
{
    std::vector<DayScore> scores;
    const BranchState &state = m_host.state();
    if (state.isOpen())
        scores.push_back(dayScore(state.businessDay(), m_forecast.score(state.businessDay())));
    if (m_before && (!state.isOpen() || m_before->businessDay != state.businessDay()))
        scores.push_back(*m_before);
    return scores;
}

void Foresight::setKept(const std::vector<ScoreRecord> &days)
{
    const std::string today = m_host.state().isOpen() ? m_host.state().businessDay() : std::string();
    for (const ScoreRecord &day : days) {
        if (!m_before && day.businessDay != today)
            m_before = dayScore(day.businessDay, day.score);
    }
}

void Foresight::save() { m_host.keep({LearnedRecord{m_followedSeq, toBytes(toJson(m_forecast.image()))}}); }

} // namespace tiepdon
