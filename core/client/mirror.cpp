// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/mirror.h"

#include "core/wire/codec.h"

namespace tiepdon {

void HubTime::set(TimeMs timeMs, double rate)
{
    m_baseMs = timeMs;
    m_baseSteadyMs = m_steady.elapsed();
    m_rate = rate;
    m_isSet = true;
}

TimeMs HubTime::nowMs() const
{
    if (!m_isSet)
        return SystemClock().nowMs();
    return m_baseMs + static_cast<TimeMs>(static_cast<double>(m_steady.elapsed() - m_baseSteadyMs) * m_rate);
}

void Mirror::onWelcome(const Welcome &welcome)
{
    m_welcomeEpoch = welcome.epoch;
    m_welcomeSeq = welcome.seq;
    m_isResyncing = false;
}

bool Mirror::isCurrent() const
{
    return m_stream == Stream::None || (m_hasState && m_epoch == m_welcomeEpoch && m_seq >= m_welcomeSeq);
}

Result<void> Mirror::onSnapshot(const SnapshotNote &note)
{
    if (m_stream == Stream::Public) {
        auto state = fromJson<PublicState>(note.state, UnknownFields::Ignore);
        if (!state)
            return state.error();
        m_shown = std::move(*state);
    } else {
        const auto image = fromJson<StateImage>(note.state, UnknownFields::Ignore);
        if (!image)
            return image.error();
        m_branch = BranchState(*image);
    }
    m_epoch = note.epoch;
    m_seq = note.seq;
    m_verifiedSeq = -1;
    m_isResyncing = false;
    m_hasState = true;
    m_asOfMs = m_time.nowMs();
    Q_EMIT m_link.stateReplaced();
    return {};
}

Mirror::Fit Mirror::onEvent(const EventNote &note)
{
    if (m_isResyncing || (m_hasState && note.seq <= m_seq))
        return Fit::Good;
    if (!m_hasState || note.seq != m_seq + 1)
        return resync();
    if (m_stream == Stream::Public) {
        const auto event = publicEventFrom(note.name, note.body);
        if (!event)
            return resync();
        apply(m_shown, *event);
        m_seq = note.seq;
        m_asOfMs = m_time.nowMs();
        Q_EMIT m_link.publicEvent(*event);
    } else {
        const auto event = eventFrom(note.name, note.body);
        if (!event)
            return resync();
        const Touched touched = apply(m_branch, *event, note.atMs);
        m_seq = note.seq;
        m_asOfMs = m_time.nowMs();
        Q_EMIT m_link.branchEvent(*event, note.atMs, touched);
    }
    return Fit::Good;
}

Mirror::Fit Mirror::onHeartbeat(const HeartbeatNote &note)
{
    if (m_stream == Stream::None || m_isResyncing)
        return Fit::Good;
    if (!m_hasState || note.seq > m_seq)
        return resync();
    if (note.seq < m_seq)
        return Fit::Good;
    if (m_verifiedSeq != m_seq) {
        if ((m_stream == Stream::Public ? digestOf(m_shown) : digestOf(m_branch)) != note.digest)
            return resync();
        m_verifiedSeq = m_seq;
    }
    m_asOfMs = m_time.nowMs();
    return Fit::Good;
}

void Mirror::onQuotes(Quotes quotes)
{
    if (m_stream == Stream::None)
        return;
    m_quotes = std::move(quotes);
    Q_EMIT m_link.quotesChanged();
}

void Mirror::onAlerts(AlertsNote alerts)
{
    if (m_stream == Stream::None)
        return;
    m_alerts = std::move(alerts);
    Q_EMIT m_link.alertsChanged();
}

void Mirror::onMessages(MessagesNote messages)
{
    if (m_stream == Stream::None)
        return;
    m_messages = std::move(messages);
    Q_EMIT m_link.messagesChanged();
}

void Mirror::drop()
{
    if (m_alerts != AlertsNote()) {
        m_alerts = {};
        Q_EMIT m_link.alertsChanged();
    }
    if (m_messages != MessagesNote()) {
        m_messages = {};
        Q_EMIT m_link.messagesChanged();
    }
    if (m_quotes != Quotes()) {
        m_quotes = Quotes();
        Q_EMIT m_link.quotesChanged();
    }
    if (!m_hasState)
        return;
    m_hasState = false;
    m_isResyncing = false;
    m_branch = BranchState();
    m_shown = PublicState();
    m_seq = 0;
    Q_EMIT m_link.stateReplaced();
}

Mirror::Fit Mirror::resync()
{
    if (m_hasState)
        ++m_resyncs;
    m_isResyncing = true;
    return Fit::Resync;
}

} // namespace tiepdon
