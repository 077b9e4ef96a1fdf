// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/floordesk.h"

#include "core/hub/accessdecisions.h"
#include "core/wire/codec.h"
#include "core/wire/floormessage.h"

#include <QPointer>

#include <charconv>

namespace tiepdon {
namespace {

/// What is left for those who check later, of people who wait for what nobody serves.
AuditEntry leftEntry(const std::vector<ServiceId> &services, UnservedReason reason)
{
    std::string ids;
    for (const ServiceId id : services)
        ids += (ids.empty() ? "" : ",") + std::to_string(id.value);
    return auditEntry("leftUnserved", "services " + ids, "done",
                      "reason=" + std::string(names(reason).at(static_cast<std::size_t>(reason))));
}

} // namespace

FloorDesk::FloorDesk(BranchHost &host, QObject *parent) : Desk(parent), m_host(host) { }

bool FloorDesk::isQuestion(std::string_view method) const { return method == LastCounterChange::kMethod; }

bool FloorDesk::isChange(std::string_view method) const { return method == MoveCounters::kMethod; }

void FloorDesk::ask(const Asker & /*asker*/, std::string_view /*method*/, const Json &params, Answer answer)
{
    const auto wanted = fromJson<LastCounterChange>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    if (!m_host.state().counter(wanted->counter)) {
        answer(
            Error{ErrorCode::UnknownCounter, "no such counter", {{"id", std::to_string(wanted->counter.value)}}});
        return;
    }
    const auto it = m_last.find(wanted->counter);
    answer(toJson(it == m_last.end() ? CounterChange{}
                                     : CounterChange{it->second.by, nameOf(it->second.by), it->second.atMs}));
}

void FloorDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                       Answer answer)
{
    const auto wanted = fromJson<MoveCounters>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    m_host.execute(
        id, bodyHash(method, params), asker.doer,
        [this, wanted = *wanted](TimeMs now) {
            const BranchState &branch = m_host.decidedState();
            Decision decision;
            const auto left = leftUnserved(branch, wanted.moves);
            auto events = decideMoves(branch, wanted.moves, wanted.leaveUnserved.has_value(), now);
            if (!events) {
                decision.refused = std::move(events).error();
                return decision;
            }
            decision.events = std::move(*events);
            if (!left.empty() && wanted.leaveUnserved)
                decision.audit.push_back(leftEntry(left, *wanted.leaveUnserved));
            return decision;
        },
        [this, self = QPointer<FloorDesk>(this), answer = std::move(answer)](const Result<Json> &done) {
            // who was first is known by now: their change was committed before this was answered
            if (self && !done && done.error().code == ErrorCode::CounterChanged)
                answer(told(done.error()));
            else
                answer(done);
        });
}

std::string FloorDesk::nameOf(StaffId staff) const
{
    if (const Staff *listed = m_host.state().staffMember(staff))
        return listed->name;
    const auto it = m_host.access().accounts().find(staff);
    return it == m_host.access().accounts().end() ? std::string() : it->second.name;
}

Error FloorDesk::told(Error refusal) const
{
    const auto counter = refusal.detail.find("counter");
    if (counter == refusal.detail.end())
        return refusal;
    CounterId id;
    const std::string &text = counter->second;
    std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (const auto it = m_last.find(id); it != m_last.end() && it->second.by.isSet()) {
        refusal.detail["by"] = std::to_string(it->second.by.value);
        refusal.detail["byName"] = nameOf(it->second.by);
        refusal.detail["atMs"] = std::to_string(it->second.atMs);
    }
    return refusal;
}

void FloorDesk::onPublished(const std::vector<PublishedEvent> &events)
{
    for (const PublishedEvent &each : events) {
        if (std::holds_alternative<event::DayClosed>(each.entry.event))
            m_last.clear();
        else if (const CounterId counter = movedBy(each.entry.event); counter.isSet())
            m_last[counter] = {each.entry.actor, each.entry.atMs};
    }
}

} // namespace tiepdon
