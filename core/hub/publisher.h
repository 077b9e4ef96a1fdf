// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/branchhost.h"
#include "core/queue/publicview.h"
#include "core/wire/message.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <string>

namespace tiepdon {

/// The last events of one stream as frames, each encoded once: what a client that was away missed.
class StreamLog
{
public:
    void start(std::int64_t seq) { m_seq = seq; }
    [[nodiscard]] std::int64_t seq() const { return m_seq; }

    /// Adds the next event and gives its frame.
    QByteArray append(TimeMs atMs, std::string_view name, Json body);
    /// Everything after `seq`; nothing when that reaches further back than is kept, or lies ahead.
    [[nodiscard]] std::optional<QByteArray> since(std::int64_t seq) const;

private:
    std::int64_t m_seq = 0;
    std::deque<QByteArray> m_frames; ///< of m_seq - size + 1 … m_seq
    qsizetype m_bytes = 0;
};

/// Turns committed events into the two streams. Owns the public mirror, the logs and the cached snapshots;
/// knows nothing of sockets. Hub's main thread.
class Publisher
{
public:
    explicit Publisher(const BranchHost &host);

    /// Frames of one group of events, per stream.
    struct Frames {
        QByteArray staff;
        QByteArray publicly;
    };
    Frames publish(const std::vector<PublishedEvent> &events);

    /// One run of the hub; a client's numbers of another run mean nothing here.
    [[nodiscard]] const std::string &epoch() const { return m_epoch; }
    [[nodiscard]] std::int64_t seq(Stream stream) const;
    /// What a client at `seq` of `epoch` missed, or nothing when it needs a snapshot.
    [[nodiscard]] std::optional<QByteArray> missed(Stream stream, const std::string &epoch, std::int64_t seq) const;
    /// The snapshot frame of a stream; made at most once per event.
    const QByteArray &snapshot(Stream stream);
    /// A heartbeat frame; the digest is taken at most once per event.
    QByteArray heartbeat(Stream stream, TimeMs nowMs, double rate);

private:
    /// One stream: its log, and what was last made of its state.
    struct Side {
        StreamLog log;
        std::int64_t snapshotSeq = -1;
        QByteArray snapshot;
        std::int64_t digestSeq = -1;
        std::string digest;
    };
    Side &side(Stream stream) { return stream == Stream::Public ? m_shown : m_staff; }
    const Side &side(Stream stream) const { return stream == Stream::Public ? m_shown : m_staff; }

    const BranchHost &m_host;
    PublicState m_public;
    std::string m_epoch;
    Side m_staff;
    Side m_shown;
};

/// A message as the bytes that go out.
QByteArray frameOf(const std::string &message);

} // namespace tiepdon
