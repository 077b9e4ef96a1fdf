// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/messagedesk.h"

#include "core/base/text.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/branchdecisions.h"
#include "core/hub/log.h"
#include "core/wire/codec.h"

#include <QPointer>

#include <algorithm>
#include <memory>

namespace tiepdon {
namespace {

constexpr int kLookMs = 1000; ///< how often it is looked whose time is up; clocks of played days run fast
constexpr TimeMs kForMinMs = kMinuteMs;
constexpr TimeMs kForMaxMs = 24 * kHourMs;

Error invalid(const char *field, const char *message)
{
    return {ErrorCode::InvalidParams, message, {{"field", field}}};
}

/// The message as it may be kept, but for what only its turn can tell.
Result<SendMessage> cleaned(SendMessage wanted)
{
    for (const auto &[text, field] :
         {std::pair{&wanted.text.vi, "text.vi"}, std::pair{&wanted.text.en, "text.en"}}) {
        auto kept = cleanText(*text, kMessageCharactersMax);
        if (!kept)
            return Error{kept.error().code, "a text cannot be kept", {{"field", field}}};
        *text = std::move(*kept);
    }
    if (wanted.text.vi.empty())
        return invalid("text.vi", "a message says something");
    if (wanted.to == MessageTo::Lobby && wanted.text.en.empty())
        return invalid("text.en", "the lobby is told in both languages");
    if (wanted.to != MessageTo::Lobby)
        wanted.text.en.clear();
    if (wanted.forMs < kForMinMs || wanted.forMs > kForMaxMs)
        return invalid("forMs", "a message stands for a minute to a day");
    if ((wanted.to == MessageTo::Counter) != wanted.counter.isSet())
        return invalid("counter", "a counter is named for a message to one, and only then");
    if (wanted.zone.isSet() && wanted.to != MessageTo::Lobby)
        return invalid("zone", "only the lobby has zones");
    return wanted;
}

bool isTo(const BranchMessage &message, CounterId counter)
{
    return message.to == MessageTo::AllCounters || (message.to == MessageTo::Counter && message.counter == counter);
}

std::string subjectOf(MessageId id) { return "message " + std::to_string(id.value); }

Json noteOf(const std::map<MessageId, BranchMessage> &messages, Stream stream)
{
    MessagesNote note;
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        BranchMessage message = it->second;
        if (stream == Stream::Public) {
            if (message.to != MessageTo::Lobby)
                continue;
            message.by = {};
            message.seenAt.clear();
        }
        note.messages.push_back(std::move(message));
    }
    return toJson(note);
}

} // namespace

MessageDesk::MessageDesk(BranchHost &host, const Notebook &notebook, QObject *parent)
    : Desk(parent), m_host(host), m_lastId(notebook.lastId(NotebookKind::Messages))
{
    for (const NotebookEntry &entry : notebook.standing) {
        if (entry.kind != NotebookKind::Messages)
            continue;
        const auto json = parseJson(entry.body);
        auto message
            = json ? fromJson<BranchMessage>(*json, UnknownFields::Ignore) : Result<BranchMessage>(json.error());
        if (message)
            m_decided.emplace(message->id, std::move(*message));
        else
            logLine(LogLevel::Warning, "a message cannot be read", {{"id", entry.id}});
    }
    m_shown = m_decided;
    m_due.setInterval(kLookMs);
    connect(&m_due, &QTimer::timeout, this, &MessageDesk::endDue);
    if (!m_shown.empty())
        m_due.start();
}

bool MessageDesk::isChange(std::string_view method) const
{
    return method == SendMessage::kMethod || method == WithdrawMessage::kMethod || method == SeeMessage::kMethod;
}

void MessageDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                         Answer answer)
{
    if (method == SendMessage::kMethod) {
        send(id, asker, params, std::move(answer));
        return;
    }
    if (method == WithdrawMessage::kMethod) {
        const auto wanted = fromJson<WithdrawMessage>(params, UnknownFields::Refuse);
        if (!wanted) {
            answer(wanted.error());
            return;
        }
        run(
            id, asker, method, params, "messageWithdrawn",
            [this, wanted = wanted->message](TimeMs now) {
                auto message = standing(wanted, now);
                if (message)
                    message->endedMs = now;
                return message;
            },
            std::move(answer));
        return;
    }
    const auto seen = fromJson<SeeMessage>(params, UnknownFields::Refuse);
    if (!seen) {
        answer(seen.error());
        return;
    }
    run(
        id, asker, method, params, "messageSeen",
        [this, seen = *seen, asker](TimeMs now) -> Result<BranchMessage> {
            const CounterState *counter = m_host.decidedState().counterState(seen.counter);
            if (!counter)
                return Error{
                    ErrorCode::UnknownCounter, "no such counter", {{"id", std::to_string(seen.counter.value)}}};
            if (asker.reach == Reach::Own && counter->staff != asker.doer.actor)
                return Error{ErrorCode::NotAllowed,
                             "that is another person's counter",
                             {{"method", std::string(SeeMessage::kMethod)}, {"own", "true"}}};
            auto message = standing(seen.message, now);
            if (!message || !isTo(*message, seen.counter))
                return Error{ErrorCode::UnknownMessage,
                             "no such message stands for this counter",
                             {{"id", std::to_string(seen.message.value)}}};
            if (std::find(message->seenAt.begin(), message->seenAt.end(), seen.counter) == message->seenAt.end())
                message->seenAt.push_back(seen.counter);
            return message;
        },
        std::move(answer));
}

void MessageDesk::send(const OperationId &id, const Asker &asker, const Json &params, Answer answer)
{
    const auto wanted = fromJson<SendMessage>(params, UnknownFields::Refuse);
    const auto clean = wanted ? cleaned(*wanted) : Result<SendMessage>(wanted.error());
    if (!clean) {
        answer(clean.error());
        return;
    }
    run(
        id, asker, SendMessage::kMethod, params, "messageSent",
        [this, wanted = *clean, by = asker.doer.actor](TimeMs now) -> Result<BranchMessage> {
            const BranchState &branch = m_host.decidedState();
            if (wanted.counter.isSet() && !branch.counter(wanted.counter))
                return Error{
                    ErrorCode::UnknownCounter, "no such counter", {{"id", std::to_string(wanted.counter.value)}}};
            if (wanted.zone.isSet() && !branch.zones().contains(wanted.zone))
                return invalid("zone", "no such zone");
            const auto standing = std::count_if(m_decided.begin(), m_decided.end(), [now](const auto &each) {
                return each.second.endedMs == 0 && each.second.untilMs > now;
            });
            if (static_cast<std::size_t>(standing) >= kMessagesMax)
                return Error{ErrorCode::Busy, "too many messages stand", {}};
            BranchMessage message;
            message.id = MessageId{++m_lastId};
            message.to = wanted.to;
            message.counter = wanted.counter;
            message.zone = wanted.zone;
            message.text = wanted.text;
            message.by = by;
            message.sentMs = now;
            message.untilMs = now + wanted.forMs;
            return message;
        },
        std::move(answer));
}

Result<BranchMessage> MessageDesk::standing(MessageId id, TimeMs now) const
{
    const auto it = m_decided.find(id);
    if (it == m_decided.end() || it->second.endedMs > 0 || it->second.untilMs <= now)
        return Error{ErrorCode::UnknownMessage, "no such message stands", {{"id", std::to_string(id.value)}}};
    return it->second;
}

Decision MessageDesk::written(const BranchMessage &message, const std::string &action) const
{
    Decision decision;
    decision.notebook.push_back(
        {NotebookKind::Messages, message.id.value, message.sentMs, message.endedMs, toBytes(toJson(message))});
    std::string detail = "to=" + std::string(names(message.to).at(static_cast<std::size_t>(message.to)));
    if (message.counter.isSet())
        detail += " counter=" + std::to_string(message.counter.value);
    if (!action.empty())
        decision.audit.push_back(auditEntry(action, subjectOf(message.id), "done", std::move(detail)));
    decision.extra = {{"message", message.id.value}};
    return decision;
}

void MessageDesk::run(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                      const std::string &action, Next next, Answer answer)
{
    const auto made = std::make_shared<std::optional<BranchMessage>>();
    m_host.execute(
        id, bodyHash(method, params), asker.doer,
        [this, made, action, next = std::move(next)](TimeMs now) {
            auto message = next(now);
            if (!message) {
                Decision refused;
                refused.refused = message.error();
                if (message.error().code == ErrorCode::NotAllowed)
                    refused.audit.push_back(auditEntry("refused", std::string(SeeMessage::kMethod), "NotAllowed"));
                return refused;
            }
            m_decided.insert_or_assign(message->id, *message);
            *made = *message;
            return written(*message, action);
        },
        [this, self = QPointer<MessageDesk>(this), made, answer = std::move(answer)](const Result<Json> &done) {
            if (self && made->has_value()) {
                if (done)
                    show(**made);
                else
                    m_decided = m_shown; // nothing that was not on disk counts, neither here nor behind it
            }
            answer(done);
        });
}

void MessageDesk::show(const BranchMessage &message)
{
    if (message.endedMs > 0) {
        m_shown.erase(message.id);
        m_decided.erase(message.id);
    } else {
        m_shown.insert_or_assign(message.id, message);
    }
    if (m_shown.empty())
        m_due.stop();
    else if (!m_due.isActive())
        m_due.start();
    for (const BoardNote &note : notes())
        Q_EMIT told(note);
}

void MessageDesk::endDue()
{
    const TimeMs now = m_host.nowMs();
    for (const auto &[id, shown] : Messages(m_shown)) {
        const auto decided = m_decided.find(id);
        if (shown.untilMs > now || decided == m_decided.end() || decided->second.endedMs > 0)
            continue;
        BranchMessage message = decided->second;
        message.endedMs = message.untilMs;
        m_decided.insert_or_assign(id, message);
        m_host.record(written(message, {}), Doer{},
                      [this, self = QPointer<MessageDesk>(this), message](const Result<void> &done) {
                          if (!self)
                              return;
                          if (done)
                              show(message);
                          else
                              m_decided = m_shown; // tried again at the next look
                      });
    }
}

std::vector<BoardNote> MessageDesk::notes() const
{
    return {{"stream public", std::string(MessagesNote::kMethod), noteOf(m_shown, Stream::Public)},
            {"stream staff", std::string(MessagesNote::kMethod), noteOf(m_shown, Stream::Staff)}};
}

} // namespace tiepdon
