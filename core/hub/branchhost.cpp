// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/branchhost.h"

#include "core/hub/log.h"
#include "core/wire/codec.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

// How often a full disk is tried again: soon enough to be back when space is, rare enough to cost nothing.
constexpr int kProbeMs = 1000;
// How long at most until the clock is looked at again while something is due later: a clock can be set.
constexpr double kDueMsMax = 1000;
// What happens by itself in one go; the rest follows in the next turn of the event loop, behind those who ask.
constexpr int kDueAtOnceMax = 256;

/// The ticket a command's events were about, for its reply.
CommandReply replyOf(const std::vector<PublishedEvent> &events, std::int64_t seq)
{
    CommandReply reply;
    reply.seq = seq;
    for (const PublishedEvent &event : events) {
        const auto &ticket = event.touched.ticket;
        if (!ticket
            || (reply.ticket && *reply.ticket != ticket->id)) { // a whole day's end is about none in particular
            reply.ticket.reset();
            reply.number.reset();
            return reply;
        }
        reply.ticket = ticket->id;
        reply.number = ticket->number;
    }
    return reply;
}

/// How many wait for the same service at an earlier place. Linear in those behind it.
std::int64_t peopleAhead(const BranchState &state, const Ticket &ticket)
{
    const auto &waiting = state.waiting(ticket.step.service);
    auto ahead = static_cast<std::int64_t>(waiting.size());
    for (auto it = waiting.rbegin(); it != waiting.rend(); ++it) {
        --ahead;
        if (it->ticket == ticket.id)
            return ahead;
    }
    return 0;
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
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &BranchHost::passTime);
    m_due.start(0); // what came due while no hub ran, once who made this is ready
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
        take(std::move(decided.events), doer, operation, now, commit, flight);
        for (const AccessChange &change : decided.access)
            m_decidedAccess.apply(change);
        commit.access = decided.access;
        commit.customers = std::move(decided.customers);
        commit.notebook = std::move(decided.notebook);
        flight.access = std::move(decided.access);
        flight.reason = std::move(decided.reason);
        CommandReply reply = replyOf(flight.events, m_decidedSeq);
        quote(flight.events, now, commit, reply);
        Json answer = toJson(reply);
        answer.update(decided.extra);
        flight.answer = std::move(answer);
    }
    const bool hasChanged = !flight.events.empty();
    commit.operation
        = {id, m_asked[operation].bodyHash, answerText(flight.answer), QDateTime::currentMSecsSinceEpoch()};
    m_inFlight.push_back(std::move(flight));
    m_store.commit(std::move(commit));
    if (hasChanged)
        passTime();
}

/// Applies events to the decided state and makes the entries of a commit of them.
void BranchHost::take(std::vector<Event> events, const Doer &doer, const std::string &operation, TimeMs now,
                      Commit &commit, InFlight &flight)
{
    const std::string device = doer.device.isSet() ? std::to_string(doer.device.value) : std::string();
    for (Event &event : events) {
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
}

/// What those who have just joined a queue are told, and keeps it.
void BranchHost::quote(const std::vector<PublishedEvent> &events, TimeMs now, Commit &commit,
                       CommandReply &reply) const
{
    for (const PublishedEvent &published : events) {
        const Event &event = published.entry.event;
        const bool isIssue = std::holds_alternative<event::TicketIssued>(event);
        if (!published.touched.ticket || (!isIssue && !published.touched.endedStep))
            continue;
        const Ticket *ticket = m_decided.ticket(published.touched.ticket->id);
        if (!ticket || !ticket->isQueued())
            continue;
        const auto wait = m_expect ? m_expect(m_decided, *ticket, now) : std::nullopt;
        if (wait)
            commit.quotes.push_back({ticket->id, ticket->step.no, now, *wait});
        if (isIssue) {
            reply.ahead = peopleAhead(m_decided, *ticket);
            reply.wait = wait;
        }
    }
}

void BranchHost::passTime()
{
    if (m_isFull || m_isStopping)
        return;
    for (int i = 0; i < kDueAtOnceMax; ++i) {
        const TimeMs now = nowMs();
        std::vector<Event> events = tiepdon::passTime(m_decided, now);
        if (events.empty()) {
            waitForDue();
            return;
        }
        InFlight flight;
        Commit commit;
        commit.businessDay = m_decided.businessDay();
        take(std::move(events), {}, {}, now, commit, flight);
        CommandReply unread;
        quote(flight.events, now, commit, unread);
        m_inFlight.push_back(std::move(flight));
        m_store.commit(std::move(commit));
    }
    m_due.start(0);
}

void BranchHost::waitForDue()
{
    const auto due = m_decided.nextDueMs(nowMs());
    const double rate = m_clock.rate();
    if (!due || rate <= 0) { // a clock that stands still is set before anything can be due
        m_due.stop();
        return;
    }
    const double realMs = static_cast<double>(*due - nowMs()) / rate;
    m_due.start(static_cast<int>(std::ceil(std::clamp(realMs, 1.0, kDueMsMax))));
}

void BranchHost::clockMoved() { passTime(); }

void BranchHost::keep(std::vector<ForecastRecord> records)
{
    if (m_isFull || m_isStopping || records.empty())
        return; // it is learned anew from what the journal has
    InFlight flight;
    Commit commit;
    commit.businessDay = m_decided.businessDay();
    commit.forecast = std::move(records);
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
    const bool hasChanged = !decision.events.empty();
    take(std::move(decision.events), doer, {}, nowMs(), commit, flight);
    commit.customers = std::move(decision.customers);
    commit.notebook = std::move(decision.notebook);
    commit.access = std::move(decision.access);
    commit.audit = std::move(decision.audit);
    m_inFlight.push_back(std::move(flight));
    m_store.commit(std::move(commit));
    if (hasChanged)
        passTime();
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
            if (m_follow)
                m_follow(m_published, event);
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
            passTime();
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
