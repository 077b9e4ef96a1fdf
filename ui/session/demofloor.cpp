// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demofloor.h"

#include "core/wire/advicemessage.h"

#include <algorithm>

namespace tiepdon {
namespace {

Result<Json> changeAlert(FixedLink &link, AlertId id, AlertState state, const std::string &action)
{
    AlertsNote note = link.alerts();
    const auto it
        = std::find_if(note.open.begin(), note.open.end(), [id](const Alert &alert) { return alert.id == id; });
    if (it == note.open.end())
        return Error{ErrorCode::UnknownAlert, "no such alert is open", {}};
    it->state = state;
    it->steps.push_back({state == AlertState::ActedOn ? AlertStepKind::ActedOn : AlertStepKind::Acknowledged,
                         link.hubNowMs(),
                         link.session().staff,
                         {},
                         action});
    link.setAlerts(std::move(note));
    return toJson(AlertReply{id, {}, 0});
}

Result<Json> send(FixedLink &link, const SendMessage &wanted)
{
    MessagesNote note = link.messages();
    if (note.messages.size() >= kMessagesMax)
        return Error{ErrorCode::Busy, "too many messages stand", {}};
    BranchMessage message;
    message.id = MessageId{note.messages.empty() ? 1 : note.messages.front().id.value + 1};
    message.to = wanted.to;
    message.counter = wanted.counter;
    message.zone = wanted.zone;
    message.text = wanted.text;
    message.by = link.session().staff;
    message.sentMs = link.hubNowMs();
    message.untilMs = message.sentMs + wanted.forMs;
    const MessageReply reply{message.id};
    note.messages.insert(note.messages.begin(), std::move(message));
    link.setMessages(std::move(note));
    return toJson(reply);
}

/// `what` does it with the message that stands; true when it is not to stand any longer.
template <class What>
Result<Json> changeMessage(FixedLink &link, MessageId id, What &&what)
{
    MessagesNote note = link.messages();
    const auto it = std::find_if(note.messages.begin(), note.messages.end(),
                                 [id](const BranchMessage &message) { return message.id == id; });
    if (it == note.messages.end())
        return Error{ErrorCode::UnknownMessage, "no such message stands", {}};
    if (what(*it))
        note.messages.erase(it);
    link.setMessages(std::move(note));
    return toJson(MessageReply{id});
}

/// As if each counter more or less shared the waits of a service evenly: for pictures, where no day was learned
/// from.
WhatIfAnswer effectOf(const FixedLink &link, const WhatIf &wanted)
{
    const BranchState &branch = link.branch();
    WhatIfAnswer answer;
    answer.atMs = link.hubNowMs();
    answer.effect.aheadMs = kHourMs;
    answer.effect.futures = 64;
    const auto serves = [&](ProfileId id, ServiceId service) {
        const WorkProfile *profile = branch.profile(id);
        return profile
            && std::find(profile->services.begin(), profile->services.end(), service) != profile->services.end();
    };
    for (const auto &[id, service] : branch.services()) {
        const auto before = branch.countersServing(id);
        std::int64_t after = before;
        for (const FloorMove &move : wanted.moves) {
            const CounterState *state = branch.counterState(move.counter);
            const bool isLost
                = state && state->isOpen() && move.kind != FloorMoveKind::EndBreak && serves(state->profile, id);
            const bool isWon = move.kind != FloorMoveKind::Close && move.kind != FloorMoveKind::Break
                && serves(move.profile, id);
            after += (isWon ? 1 : 0) - (isLost ? 1 : 0);
        }
        const auto outlook = [&](std::int64_t counters) {
            ServiceOutlook made;
            made.service = id;
            made.waiting = static_cast<std::int64_t>(branch.waiting(id).size());
            made.people = made.waiting + 6;
            made.p80WaitMs = counters == 0 ? kHourMs : made.people * service.expectedMs / (2 * counters);
            made.isP80Least = counters == 0;
            made.keptPermille = std::clamp<std::int64_t>(
                1000 * service.serviceLevelMs / std::max<TimeMs>(1, made.p80WaitMs), 0, 980);
            return made;
        };
        answer.effect.services.push_back({outlook(before), outlook(after)});
    }
    return answer;
}

template <class Wanted, class What>
Result<Json> with(const Json &params, What &&what)
{
    const auto wanted = fromJson<Wanted>(params, UnknownFields::Refuse);
    return wanted ? what(*wanted) : Result<Json>(wanted.error());
}

} // namespace

AlertsNote demoAlerts(const BranchState &branch, TimeMs now)
{
    AlertsNote note;
    note.atMs = now;
    const auto alert = [&](std::int64_t id, AlertKind kind, AlertSeverity severity, TimeMs agoMs) {
        Alert made;
        made.id = AlertId{id};
        made.rule = AlertRuleId{id};
        made.kind = kind;
        made.severity = severity;
        made.businessDay = branch.businessDay();
        made.raisedMs = now - agoMs;
        made.steps.push_back({AlertStepKind::Raised, made.raisedMs, {}, {}, {}});
        return made;
    };
    Alert wait = alert(1, AlertKind::WaitOver, AlertSeverity::Critical, 4 * kMinuteMs);
    wait.subject.service = ServiceId{4};
    wait.value = wait.worst = 1600;
    wait.threshold = 1000;
    wait.people = 3;
    wait.isEscalated = true;
    Alert soon = alert(2, AlertKind::WaitWillBeOver, AlertSeverity::Warning, 2 * kMinuteMs);
    soon.subject.service = ServiceId{1};
    soon.value = soon.worst = 720;
    soon.threshold = 500;
    soon.people = 2;
    Alert longService = alert(3, AlertKind::ServiceLong, AlertSeverity::Warning, 6 * kMinuteMs);
    longService.subject.counter = CounterId{4};
    longService.value = longService.worst = 2300;
    longService.threshold = 2000;
    longService.people = 1;
    longService.state = AlertState::Acknowledged;
    longService.steps.push_back({AlertStepKind::Acknowledged, now - 3 * kMinuteMs, StaffId{5}, {}, {}});
    Alert device = alert(4, AlertKind::PrinterOut, AlertSeverity::Notice, 9 * kMinuteMs);
    device.subject.device = DeviceId{3};
    device.value = device.worst = 9 * kMinuteMs;
    device.threshold = 2 * kMinuteMs;
    note.open = {soon, wait, longService, device};
    return note;
}

MessagesNote demoMessages(TimeMs now)
{
    const auto message = [now](std::int64_t id, MessageTo to, LocalText text, TimeMs agoMs) {
        BranchMessage made;
        made.id = MessageId{id};
        made.to = to;
        made.text = std::move(text);
        made.by = StaffId{1'000'001};
        made.sentMs = now - agoMs;
        made.untilMs = made.sentMs + 30 * kMinuteMs;
        return made;
    };
    BranchMessage lobby = message(1, MessageTo::Lobby,
                                  {"Quầy 3 sẽ mở sau 5 phút nữa.", "Counter 3 opens in 5 minutes."}, 6 * kMinuteMs);
    BranchMessage all = message(2, MessageTo::AllCounters, {"Họp ngắn sau giờ đóng cửa.", ""}, 4 * kMinuteMs);
    all.seenAt = {CounterId{2}, CounterId{5}};
    BranchMessage one
        = message(3, MessageTo::Counter, {"Khách A012 cần phiên dịch tiếng Anh, chị hỗ trợ nhé.", ""}, kMinuteMs);
    one.counter = CounterId{3};
    return {{one, all, lobby}};
}

void answerForFloor(FixedLink &link)
{
    link.addAnswers([&link](const std::string &method, const Json &params) -> Result<Json> {
        if (method == WhatIf::kMethod)
            return with<WhatIf>(params,
                                [&](const WhatIf &wanted) { return Result<Json>(toJson(effectOf(link, wanted))); });
        if (method == AcknowledgeAlert::kMethod)
            return with<AcknowledgeAlert>(params, [&](const AcknowledgeAlert &wanted) {
                return changeAlert(link, wanted.alert, AlertState::Acknowledged, {});
            });
        if (method == ActOnAlert::kMethod)
            return with<ActOnAlert>(params, [&](const ActOnAlert &wanted) {
                return changeAlert(link, wanted.alert, AlertState::ActedOn, wanted.action);
            });
        if (method == SendMessage::kMethod)
            return with<SendMessage>(params, [&](const SendMessage &wanted) { return send(link, wanted); });
        if (method == WithdrawMessage::kMethod)
            return with<WithdrawMessage>(params, [&](const WithdrawMessage &wanted) {
                return changeMessage(link, wanted.message, [](BranchMessage &) { return true; });
            });
        if (method == SeeMessage::kMethod)
            return with<SeeMessage>(params, [&](const SeeMessage &wanted) {
                return changeMessage(link, wanted.message, [&](BranchMessage &message) {
                    message.seenAt.push_back(wanted.counter);
                    return false;
                });
            });
        return Error{ErrorCode::UnknownMethod, "not of the floor", {{"name", method}}};
    });
}

} // namespace tiepdon
