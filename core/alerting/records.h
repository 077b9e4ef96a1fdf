// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What is watched in a branch, and what came of it. Values only; `AlertWatch` finds, the hub keeps and tells.

namespace tiepdon {

/// What a rule looks for. In brackets: what it is about (the subject), and the unit of `AlertRule::threshold`.
enum class AlertKind : std::uint8_t {
    WaitOver, ///< somebody waits longer than promised [queue; permille of the promise]
    WaitWillBeOver, ///< a promise will probably break within `aheadMs` [service; permille of probability]
    QueueLong, ///< many wait [queue; people]
    ServiceLong, ///< a service takes far longer than expected [counter; permille of the expected time]
    CounterIdle, ///< nobody at a counter while people wait who could be served there [counter; ms]
    BreakLong, ///< a break lasts [counter; ms]
    NoShowsInRow, ///< people called to a counter do not come [counter; calls]
    TicketForgotten, ///< a ticket stands open at a counter or aside [ticket; ms]
    DeviceLost, ///< a kiosk, display or sensor is out of reach [device; ms]
    BlockerOld, ///< what a teller said they lack is still open [open item; ms]
    PrinterOut, ///< a kiosk cannot print [device; ms]
};

constexpr auto names(AlertKind)
{
    return std::array<std::string_view, 11>{"waitOver",    "waitWillBeOver", "queueLong",    "serviceLong",
                                            "counterIdle", "breakLong",      "noShowsInRow", "ticketForgotten",
                                            "deviceLost",  "blockerOld",     "printerOut"};
}

enum class AlertSeverity : std::uint8_t { Notice, Warning, Critical };

constexpr auto names(AlertSeverity) { return std::array<std::string_view, 3>{"notice", "warning", "critical"}; }

/// How people are told, beside the list of alerts every supervisor sees.
enum class AlertChannel : std::uint8_t {
    Sound, ///< at the supervisors' workplaces
    Desktop, ///< the system's own notification there
    Mail, ///< through the branch's mail server
    Webhook, ///< a signed message to another system
};

constexpr auto names(AlertChannel)
{
    return std::array<std::string_view, 4>{"sound", "desktop", "mail", "webhook"};
}

/// Which part of the branch a rule looks at; an empty list: all of it.
struct AlertScope {
    std::vector<ServiceId> services = {};
    std::vector<SegmentId> segments = {}; ///< 0 in it: ordinary people
    std::vector<CounterId> counters = {};

    friend bool operator==(const AlertScope &, const AlertScope &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("services", self.services, kAddedLater);
        visit("segments", self.segments, kAddedLater);
        visit("counters", self.counters, kAddedLater);
    }
};

/// Who is told how. Staff are told by mail at the address here; a webhook goes to the branch's receiver.
struct AlertTelling {
    std::vector<AlertChannel> channels = {};
    std::vector<std::string> mailTo = {}; ///< addresses

    friend bool operator==(const AlertTelling &, const AlertTelling &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("channels", self.channels, kAddedLater);
        visit("mailTo", self.mailTo, kAddedLater);
    }
};

struct AlertRule {
    AlertRuleId id;
    std::int64_t revision = 0; ///< counts changes, from 1
    LocalText name;
    AlertKind kind = AlertKind::WaitOver;
    bool isOn = true;
    AlertSeverity severity = AlertSeverity::Warning;
    AlertScope scope = {};
    std::int64_t threshold = 0; ///< reached or passed; unit by kind
    std::int64_t clearAt = 0; ///< ends when below this, the same unit; 0: the threshold
    TimeMs aheadMs = 0; ///< of WaitWillBeOver
    TimeMs holdMs = 0; ///< how long it must be so before it is raised
    TimeMs repeatMs = 0; ///< told again while nobody has acknowledged; 0: once
    TimeMs escalateMs = 0; ///< told to `escalation` when nobody has acknowledged by then; 0: never
    AlertTelling telling = {};
    AlertTelling escalation = {};
    /// When nobody is told by any channel; the list shows it all the same. Local hours.
    std::vector<OpeningWindow> quiet = {};

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("revision", self.revision, kAddedLater);
        visit("name", self.name);
        visit("kind", self.kind);
        visit("isOn", self.isOn);
        visit("severity", self.severity);
        visit("scope", self.scope, kAddedLater);
        visit("threshold", self.threshold);
        visit("clearAt", self.clearAt, kAddedLater);
        visit("aheadMs", self.aheadMs, kAddedLater);
        visit("holdMs", self.holdMs, kAddedLater);
        visit("repeatMs", self.repeatMs, kAddedLater);
        visit("escalateMs", self.escalateMs, kAddedLater);
        visit("telling", self.telling, kAddedLater);
        visit("escalation", self.escalation, kAddedLater);
        visit("quiet", self.quiet, kAddedLater);
    }
};

/// What an alert is about; what does not matter is 0.
struct AlertSubject {
    ServiceId service = {};
    SegmentId segment = {};
    CounterId counter = {};
    TicketId ticket = {};
    DeviceId device = {};
    OpenItemId item = {};

    friend auto operator<=>(const AlertSubject &, const AlertSubject &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("counter", self.counter, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("device", self.device, kAddedLater);
        visit("item", self.item, kAddedLater);
    }
};

enum class AlertState : std::uint8_t { Raised, Acknowledged, ActedOn, Resolved };

constexpr auto names(AlertState)
{
    return std::array<std::string_view, 4>{"raised", "acknowledged", "actedOn", "resolved"};
}

/// One thing that happened with an alert.
enum class AlertStepKind : std::uint8_t {
    Raised,
    Told, ///< by `channel`
    NotTold, ///< by `channel`: given up, or quiet hours (`text` "quiet")
    Repeated,
    Acknowledged,
    ActedOn, ///< `text`: the method of what was done
    Escalated,
    Resolved, ///< its cause ended (`text` empty), or the rule was switched off or the day closed ("ruleOff",
              ///< "dayClosed", or worse ones took its place: "crowdedOut")
};

constexpr auto names(AlertStepKind)
{
    return std::array<std::string_view, 8>{"raised",       "told",    "notTold",   "repeated",
                                           "acknowledged", "actedOn", "escalated", "resolved"};
}

struct AlertStep {
    AlertStepKind kind = AlertStepKind::Raised;
    TimeMs atMs = 0;
    StaffId by = {}; ///< 0: the hub
    AlertChannel channel = AlertChannel::Sound;
    std::string text = {}; ///< a word, never a person's

    friend bool operator==(const AlertStep &, const AlertStep &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("atMs", self.atMs);
        visit("by", self.by, kAddedLater);
        visit("channel", self.channel, kAddedLater);
        visit("text", self.text, kAddedLater);
    }
};

/// One alert from its beginning to its end.
struct Alert {
    AlertId id;
    AlertRuleId rule;
    AlertKind kind = AlertKind::WaitOver;
    AlertSeverity severity = AlertSeverity::Warning;
    AlertSubject subject = {};
    AlertState state = AlertState::Raised;
    std::string businessDay = {}; ///< of the day it began in; empty outside one
    TimeMs raisedMs = 0;
    TimeMs endedMs = 0; ///< 0: goes on
    std::int64_t value = 0; ///< now, or at its end; unit by kind
    std::int64_t worst = 0; ///< the furthest from what should be
    std::int64_t threshold = 0; ///< the rule's when it was raised
    std::int64_t people = 0; ///< how many it concerns now
    bool isEscalated = false;
    std::vector<AlertStep> steps = {}; ///< oldest first, at most `kAlertStepsMax`: of more, the first and the last

    [[nodiscard]] bool isOpen() const { return endedMs == 0; }
    friend bool operator==(const Alert &, const Alert &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("rule", self.rule);
        visit("kind", self.kind);
        visit("severity", self.severity);
        visit("subject", self.subject, kAddedLater);
        visit("state", self.state);
        visit("businessDay", self.businessDay, kAddedLater);
        visit("raisedMs", self.raisedMs);
        visit("endedMs", self.endedMs, kAddedLater);
        visit("value", self.value);
        visit("worst", self.worst);
        visit("threshold", self.threshold);
        visit("people", self.people, kAddedLater);
        visit("isEscalated", self.isEscalated, kAddedLater);
        visit("steps", self.steps, kAddedLater);
    }
};

constexpr std::size_t kAlertStepsMax = 40;
constexpr std::size_t kAlertRulesMax = 200;
/// Open at once: as many as anybody can look at; the worst stay.
constexpr std::size_t kOpenAlertsMax = 200;

} // namespace tiepdon
