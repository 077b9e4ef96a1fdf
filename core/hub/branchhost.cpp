// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/branchhost.h"

#include "core/hub/log.h"
#include "core/wire/codec.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace tiepdon {
namespace {

// How often a full disk is tried again: soon enough to be back when space is, rare enough to cost nothing.
constexpr int kProbeMs = 1000;

/// The ticket a command's events were about, for its reply.
CommandReply replyOf(const std::vector<PublishedEvent> &events, std::int64_t seq)
{
    CommandReply reply;
    reply.seq = seq;
    for (const PublishedEvent &event : events) {
        if (event.touched.ticket) {
            reply.ticket = event.touched.ticket->id;
            reply.number = event.touched.ticket->number;
        }
    }
    if (events.size() != 1) { // a whole day's end is about no ticket in particular
        reply.ticket.reset();
        reply.number.reset();
    }
    return reply;
}

} // namespace

std::string bodyHash(std::string_view method, const Json &params)
{
    const std::string body = std::string(method) + toBytes(params);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(body.data(), static_cast<qsizetype>(body.size())), QCryptographicHash::Sha256);
    return hash.left(16).toHex().toStdString();
}

std::string answerText(const Result<Json> &answer) { return toBytes(Reply{0, answer}); }

Result<Json> answerFrom(const std::string &text)
{
    auto message = messageFrom(text);
    if (!message)
        return std::move(message).error();
    const auto *reply = std::get_if<Reply>(&*message);
    if (!reply)
        return Error{ErrorCode::DatabaseDamaged, "a stored answer is not an answer", {}};
    return reply->result;
}

BranchHost::BranchHost(Store &store, const Clock &clock, Recovered recovered, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_decided(std::move(recovered.state)),
      m_published(m_decided), m_decidedSeq(recovered.lastSeq), m_publishedSeq(recovered.lastSeq),
      m_lastMs(recovered.lastMs)
{
    for (const AccessChange &record : recovered.access)
        m_decidedAccess.apply(record);
    m_publishedAccess = m_decidedAccess;
    connect(&m_store, &Store::committed, this, &BranchHost::onCommitted);
    connect(&m_store, &Store::failed, this, &BranchHost::onFailed);
    m_probe.setSingleShot(true);
    m_probe.setInterval(kProbeMs);
    connect(&m_probe, &QTimer::timeout, this, &BranchHost::probe);
}

TimeMs BranchHost::nowMs() const { return std::max(m_clock.nowMs(), m_lastMs); }

void BranchHost::execute(const OperationId &id, const std::string &bodyHash, const Doer &doer, Decide decide,
                         Answer answer)
{
    if (m_isStopping) {
        answer(Error{ErrorCode::HubStopping, "the hub is stopping", {}});
        return;
    }
    if (m_isFull) {
        answer(Error{ErrorCode::StorageFull, "the hub's disk is full", {}});
        return;
    }
    const std::string operation = toText(id);
    if (const auto asked = m_asked.find(operation); asked != m_asked.end()) {
        if (asked->second.bodyHash != bodyHash)
            answer(Error{ErrorCode::OperationReused, "this operation id was used for another command", {}});
        else
            asked->second.answers.push_back(std::move(answer));
        return;
    }
    m_asked[operation] = {bodyHash, {}};
    m_asked[operation].answers.push_back(std::move(answer));

    const auto met = m_clients.find(id.client);
    if (met != m_clients.end() && met->second.isSure && id.n > met->second.highest)
        decideAndCommit(id, doer, decide);
    else
        look(id, doer, decide);
}

void BranchHost::look(const OperationId &id, const Doer &doer, const Decide &decide)
{
    m_store.findOperation(id, [this, id, doer, decide](Result<std::optional<OperationRecord>> found) {
        const std::string operation = toText(id);
        const auto asked = m_asked.find(operation);
        if (asked == m_asked.end())
            return;
        if (!found) {
            finish(operation, found.error());
        } else if (!*found) {
            decideAndCommit(id, doer, decide);
        } else if ((*found)->bodyHash != asked->second.bodyHash) {
            finish(operation,
                   Error{ErrorCode::OperationReused, "this operation id was used for another command", {}});
        } else {
            finish(operation, answerFrom((*found)->answer));
        }
    });
}

void BranchHost::stamp(Decision &decision, const Doer &doer) const
{
    for (AuditEntry &entry : decision.audit) {
        entry.atMs = SystemClock().nowMs();
        entry.actor = doer.actor;
        entry.device = doer.device;
    }
}

void BranchHost::decideAndCommit(const OperationId &id, const Doer &doer, const Decide &decide)
{
    const std::string operation = toText(id);
    if (m_isFull || m_isStopping) { // became so while it was looked up
        finish(
            operation,
            Error{m_isFull ? ErrorCode::StorageFull : ErrorCode::HubStopping, "the hub takes no commands now", {}});
        return;
    }
    if (const auto met = m_clients.find(id.client); met != m_clients.end())
        met->second.highest = std::max(met->second.highest, id.n);
    const TimeMs now = nowMs();
    Decision decided = decide(now);
    stamp(decided, doer);

    InFlight flight;
    flight.operation = operation;
    Commit commit;
    commit.businessDay = m_decided.businessDay();
    commit.audit = std::move(decided.audit);
    if (decided.refused) {
        flight.answer = std::move(*decided.refused);
    } else {
        const std::string device = doer.device.isSet() ? std::to_string(doer.device.value) : std::string();
        for (Event &event : decided.events) {
            const bool isOpening = std::holds_alternative<event::DayOpened>(event);
            Touched touched = apply(m_decided, event, now);
            if (isOpening)
                commit.businessDay = m_decided.businessDay();
            commit.entries.push_back({++m_decidedSeq, now, doer.actor, device, operation, std::move(event)});
            commit.touched.push_back(touched);
            flight.events.push_back({commit.entries.back(), std::move(touched), {}});
        }
        if (!flight.events.empty())
            m_lastMs = now;
        for (const AccessChange &change : decided.access)
            m_decidedAccess.apply(change);
        commit.access = decided.access;
        flight.access = std::move(decided.access);
        flight.reason = std::move(decided.reason);
        Json reply = toJson(replyOf(flight.events, m_decidedSeq));
        reply.update(decided.extra);
        flight.answer = std::move(reply);
    }
    commit.operation
        = {id, m_asked[operation].bodyHash, answerText(flight.answer), QDateTime::currentMSecsSinceEpoch()};
    m_inFlight.push_back(std::move(flight));
    m_store.commit(std::move(commit));
}

void BranchHost::record(Decision decision, const Doer &doer, std::function<void(const Result<void> &)> done)
{
    if (m_isFull || m_isStopping) {
        if (done)
            done(Error{
                m_isFull ? ErrorCode::StorageFull : ErrorCode::HubStopping, "nothing can be written now", {}});
        return;
    }
    stamp(decision, doer);
    for (const AccessChange &change : decision.access)
        m_decidedAccess.apply(change);
    InFlight flight;
    flight.access = decision.access;
    flight.reason = std::move(decision.reason);
    flight.done = std::move(done);
    Commit commit;
    commit.businessDay = m_decided.businessDay();
    commit.access = std::move(decision.access);
    commit.audit = std::move(decision.audit);
    m_inFlight.push_back(std::move(flight));
    m_store.commit(std::move(commit));
}

void BranchHost::finish(const std::string &operation, const Result<Json> &answer)
{
    const auto asked = m_asked.find(operation);
    if (asked == m_asked.end())
        return;
    const std::vector<Answer> answers = std::move(asked->second.answers);
    m_asked.erase(asked);
    for (const Answer &each : answers)
        each(answer);
}

void BranchHost::onCommitted(qulonglong count)
{
    m_commandsCommitted += static_cast<std::int64_t>(count);
    ++m_groupsCommitted;
    std::vector<InFlight> done;
    for (qulonglong i = 0; i < count && !m_inFlight.empty(); ++i) {
        done.push_back(std::move(m_inFlight.front()));
        m_inFlight.pop_front();
    }
    std::vector<PublishedEvent> events;
    for (InFlight &flight : done) {
        for (PublishedEvent &event : flight.events) {
            apply(m_published, event.entry.event, event.entry.atMs);
            m_publishedSeq = event.entry.seq;
            event.shown = publicEvents(m_published, event.entry.event, event.touched);
            events.push_back(std::move(event));
        }
    }
    // events before answers: who asked finds the change in its mirror when the answer comes
    if (!events.empty())
        Q_EMIT published(events);
    for (const InFlight &flight : done) {
        for (const AccessChange &change : flight.access)
            m_publishedAccess.apply(change);
        if (!flight.operation.empty())
            finish(flight.operation, flight.answer);
        if (flight.done)
            flight.done({});
        // after the answer: who signs out hears of it before being told
        if (!flight.access.empty())
            Q_EMIT accessChanged(flight.access, flight.reason);
    }
    if (m_isStopping && m_inFlight.empty())
        Q_EMIT idle();
}

void BranchHost::onFailed(const Error &error)
{
    logLine(LogLevel::Error, "storage failed",
            {{"code", std::string(name(error.code))}, {"message", error.message}, {"commands", m_inFlight.size()}});
    std::deque<InFlight> lost;
    lost.swap(m_inFlight);
    m_decided = m_published;
    m_decidedAccess = m_publishedAccess;
    m_decidedSeq = m_publishedSeq;
    m_isFull = true;
    for (const InFlight &flight : lost) {
        if (!flight.operation.empty())
            finish(flight.operation, error);
        if (flight.done)
            flight.done(error);
    }
    if (error.code == ErrorCode::StorageFull)
        m_probe.start();
    else
        Q_EMIT broken(error);
}

void BranchHost::probe()
{
    m_store.resume([this](Result<void> written) {
        if (written) {
            m_isFull = false;
            logLine(LogLevel::Info, "storage has space again");
        } else if (written.error().code == ErrorCode::StorageFull) {
            m_probe.start();
        } else {
            Q_EMIT broken(written.error());
        }
    });
}

void BranchHost::meetClient(const std::string &client, std::function<void()> done)
{
    m_clients.try_emplace(client);
    m_store.highestOperation(client, [this, client, done = std::move(done)](Result<std::int64_t> highest) {
        // a client that could not be looked up stays unmet: each of its commands is looked up
        if (const auto met = m_clients.find(client); highest && met != m_clients.end())
            met->second = {std::max(*highest, met->second.highest), true};
        done();
    });
}

void BranchHost::forgetExpired(TimeMs systemMs)
{
    m_decidedAccess.forgetBefore(systemMs);
    m_publishedAccess.forgetBefore(systemMs);
}

void BranchHost::forgetClient(const std::string &client) { m_clients.erase(client); }

void BranchHost::stop()
{
    m_isStopping = true;
    if (m_inFlight.empty())
        Q_EMIT idle();
}

} // namespace tiepdon
