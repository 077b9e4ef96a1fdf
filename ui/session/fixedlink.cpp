// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/fixedlink.h"

#include <QMetaObject>

#include <utility>

namespace tiepdon {

FixedLink::FixedLink(TimeMs nowMs, QObject *parent) : BranchLink(parent), m_nowMs(nowMs), m_asOfMs(nowMs) { }

void FixedLink::send(const Command &command, QObject *context, Done done)
{
    m_sent.push_back(command);
    Held held{command, context, std::move(done)};
    if (m_isHeld) {
        m_held.push_back(std::move(held));
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, held = std::move(held)] { answer(held); }, Qt::QueuedConnection);
}

void FixedLink::answer(const Held &held)
{
    Result<CommandReply> reply = m_status != Status::Live ? Error{ErrorCode::Offline, "not live", {}}
        : m_refusal                                       ? *std::exchange(m_refusal, std::nullopt)
                                                          : run(held.command);
    if (held.context)
        held.done(reply);
}

Result<CommandReply> FixedLink::run(const Command &command)
{
    const auto events = decide(m_branch, command, m_nowMs);
    if (!events)
        return events.error();
    CommandReply reply;
    for (const Event &event : *events) {
        ++m_seq;
        const Touched touched = apply(m_branch, event, m_nowMs);
        if (touched.ticket) {
            reply.ticket = touched.ticket->id;
            reply.number = touched.ticket->number;
        }
        const auto shown = publicEvents(m_branch, event, touched);
        for (const PublicEvent &each : shown)
            apply(m_shown, each);
        Q_EMIT branchEvent(event, m_nowMs, touched);
        for (const PublicEvent &each : shown)
            Q_EMIT publicEvent(each);
    }
    reply.seq = m_seq;
    return reply;
}

void FixedLink::advance(TimeMs byMs)
{
    m_nowMs += byMs;
    if (m_status == Status::Live)
        m_asOfMs = m_nowMs;
}

void FixedLink::setStatus(Status status, Error problem)
{
    m_status = status;
    m_problem = std::move(problem);
    m_asOfMs = status == Status::Live ? m_nowMs : status == Status::Connecting ? 0 : m_asOfMs;
    Q_EMIT statusChanged();
}

void FixedLink::release()
{
    m_isHeld = false;
    for (const Held &held : std::exchange(m_held, {}))
        answer(held);
}

} // namespace tiepdon
