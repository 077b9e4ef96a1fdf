// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/publisher.h"

#include "core/wire/codec.h"
#include "core/wire/frame.h"

#include <QUuid>

namespace tiepdon {
namespace {

// What a client may have missed and still get without a snapshot: minutes of a busy branch, 4 MiB at most.
constexpr std::size_t kLogFramesMax = 4096;
constexpr qsizetype kLogBytesMax = 4 * 1024 * 1024;

template <class Note>
QByteArray noteFrame(const Note &note)
{
    return frameOf(toBytes(Request{std::nullopt, std::string(Note::kMethod), toJson(note)}));
}

} // namespace

QByteArray frameOf(const std::string &message) { return QByteArray::fromStdString(framed(message)); }

QByteArray StreamLog::append(TimeMs atMs, std::string_view name, Json body)
{
    const QByteArray frame = noteFrame(EventNote{++m_seq, atMs, std::string(name), std::move(body)});
    m_frames.push_back(frame);
    m_bytes += frame.size();
    while (m_frames.size() > kLogFramesMax || m_bytes > kLogBytesMax) {
        m_bytes -= m_frames.front().size();
        m_frames.pop_front();
    }
    return frame;
}

std::optional<QByteArray> StreamLog::since(std::int64_t seq) const
{
    const std::int64_t first = m_seq - static_cast<std::int64_t>(m_frames.size());
    if (seq < first || seq > m_seq)
        return std::nullopt;
    QByteArray missed;
    for (auto i = static_cast<std::size_t>(seq - first); i < m_frames.size(); ++i)
        missed += m_frames[i];
    return missed;
}

Publisher::Publisher(const BranchHost &host)
    : m_host(host), m_public(publicState(host.state())),
      m_epoch(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString())
{
    m_staff.log.start(host.publishedSeq());
}

Publisher::Frames Publisher::publish(const std::vector<PublishedEvent> &events)
{
    Frames frames;
    for (const PublishedEvent &event : events) {
        frames.staff += m_staff.log.append(event.entry.atMs, name(event.entry.event), bodyOf(event.entry.event));
        for (const PublicEvent &shown : event.shown) {
            apply(m_public, shown);
            frames.publicly += m_shown.log.append(event.entry.atMs, name(shown), bodyOf(shown));
        }
    }
    return frames;
}

std::int64_t Publisher::seq(Stream stream) const { return stream == Stream::None ? 0 : side(stream).log.seq(); }

std::optional<QByteArray> Publisher::missed(Stream stream, const std::string &epoch, std::int64_t seq) const
{
    if (epoch != m_epoch)
        return std::nullopt;
    return side(stream).log.since(seq);
}

const QByteArray &Publisher::snapshot(Stream stream)
{
    Side &s = side(stream);
    if (s.snapshotSeq != s.log.seq()) {
        const Json state = stream == Stream::Public ? toJson(m_public) : toJson(m_host.state().image());
        s.snapshot = noteFrame(SnapshotNote{m_epoch, s.log.seq(), state});
        s.snapshotSeq = s.log.seq();
    }
    return s.snapshot;
}

QByteArray Publisher::heartbeat(Stream stream, TimeMs nowMs, double rate)
{
    if (stream == Stream::None)
        return noteFrame(HeartbeatNote{0, {}, nowMs, rate});
    Side &s = side(stream);
    if (s.digestSeq != s.log.seq()) {
        s.digest = stream == Stream::Public ? digestOf(m_public) : digestOf(m_host.state());
        s.digestSeq = s.log.seq();
    }
    return noteFrame(HeartbeatNote{s.log.seq(), s.digest, nowMs, rate});
}

} // namespace tiepdon
