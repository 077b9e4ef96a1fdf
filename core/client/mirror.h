// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QElapsedTimer>

namespace tiepdon {

/// The hub's clock as it runs here.
class HubTime
{
public:
    HubTime() { m_steady.start(); }

    void set(TimeMs timeMs, double rate);
    /// The system's time before the hub was ever heard.
    [[nodiscard]] TimeMs nowMs() const;
    [[nodiscard]] double rate() const { return m_rate; }

private:
    QElapsedTimer m_steady;
    TimeMs m_baseMs = 0;
    qint64 m_baseSteadyMs = 0;
    double m_rate = 1.0;
    bool m_isSet = false;
};

/// One stream's state, kept equal to the hub's by its snapshots and events, and compared with it at each heartbeat.
/// Says through its link what changed. Of one HubClient, on its thread.
class Mirror
{
public:
    Mirror(BranchLink &link, Stream stream, const HubTime &time) : m_link(link), m_stream(stream), m_time(time) { }

    [[nodiscard]] Stream stream() const { return m_stream; }
    [[nodiscard]] bool hasState() const { return m_hasState; }
    /// What a hello says of it.
    [[nodiscard]] std::string epoch() const { return m_hasState ? m_epoch : std::string(); }
    [[nodiscard]] std::int64_t seq() const { return m_seq; }
    [[nodiscard]] int resyncs() const { return m_resyncs; }
    [[nodiscard]] const BranchState &branch() const { return m_branch; }
    [[nodiscard]] const PublicState &shown() const { return m_shown; }
    [[nodiscard]] TimeMs asOfMs() const { return m_asOfMs; }
    [[nodiscard]] const Quotes &quotes() const { return m_quotes; }
    [[nodiscard]] const AlertsNote &alerts() const { return m_alerts; }
    [[nodiscard]] const MessagesNote &messages() const { return m_messages; }

    /// What the hub has of the stream.
    void onWelcome(const Welcome &welcome);
    /// Whether it is the state of the hub's welcome, or a later one.
    [[nodiscard]] bool isCurrent() const;

    /// How the state stands after what came: as the hub's, or in need of a snapshot, which the caller asks for.
    enum class Fit { Good, Resync };
    /// InvalidParams: not to be read.
    Result<void> onSnapshot(const SnapshotNote &note);
    Fit onEvent(const EventNote &note);
    Fit onHeartbeat(const HeartbeatNote &note);
    void onQuotes(Quotes quotes);
    void onAlerts(AlertsNote alerts);
    void onMessages(MessagesNote messages);
    /// The snapshot asked for was refused: the next heartbeat decides again.
    void onResyncRefused() { m_isResyncing = false; }
    /// Forgets the state: it is nobody's to see now.
    void drop();

private:
    Fit resync();

    BranchLink &m_link;
    Stream m_stream;
    const HubTime &m_time;
    BranchState m_branch;
    PublicState m_shown;
    Quotes m_quotes;
    AlertsNote m_alerts;
    MessagesNote m_messages;
    std::string m_epoch;
    std::string m_welcomeEpoch;
    std::int64_t m_seq = 0;
    std::int64_t m_welcomeSeq = 0;
    std::int64_t m_verifiedSeq = -1;
    TimeMs m_asOfMs = 0;
    int m_resyncs = 0;
    bool m_hasState = false;
    bool m_isResyncing = false;
};

} // namespace tiepdon
