// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/sight.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tiepdon {

/// What a look, or a person, did to one alert.
struct AlertChange {
    enum class What : std::uint8_t {
        Raised,
        Changed, ///< its value or the people it concerns, by enough to be seen; no step of its history
        Repeated,
        Escalated,
        Acknowledged,
        ActedOn,
        Resolved,
    };

    What what = What::Raised;
    Alert alert; ///< as it is after
    /// Who is to be told of this now; empty: nobody. In quiet hours nobody, and the alert's steps say so.
    AlertTelling telling = {};

    friend bool operator==(const AlertChange &, const AlertChange &) = default;
};

/// Looks at a branch by its rules and holds the alerts that are open. A plain, deterministic value with one owner:
/// the same looks give the same alerts. What is open is all it needs after a restart, but for how long something
/// has been so that was not raised yet: that begins anew.
///
/// There is at most one alert of a rule and subject. A rule raises when what it looks for has been so at every look
/// for `holdMs`, and ends when it is below `clearAt` or no longer there. All end when the day closes, and of a rule
/// that is switched off, removed or made one of another kind. What is looked at, by kind:
///
/// - WaitOver: of each service and segment the longest wait of who stands in the queue, in thousandths of what was
///   promised to them; `people` have waited as long as the threshold.
/// - WaitWillBeOver: of each service the probability from the outlook; `people` as many as would break on average.
///   Nothing while an outlook is missing or older than `AlertSight::kOutlookAgeMsMax`: an alert goes on as it was.
/// - QueueLong: of each service the people in the queue (in the segments of the scope, if it names some).
/// - ServiceLong: of each counter how long it has served who is there, in thousandths of the service's usual time.
/// - CounterIdle: of each counter that is open, free and not on a break how long somebody has been waiting whom it
///   may call, counted from when it became so; `people` wait for it.
/// - BreakLong: of each counter; NoShowsInRow: of each counter that is open.
/// - TicketForgotten: of each ticket at a counter, or put aside without a time to come back at or past it, since it
///   became so.
/// - DeviceLost, PrinterOut, BlockerOld: since when, as the view says.
///
/// Of the scope counts what a kind has: services and segments of WaitOver, QueueLong and TicketForgotten; services
/// of WaitWillBeOver, ServiceLong and (of those who wait) CounterIdle; counters of ServiceLong, CounterIdle,
/// BreakLong, NoShowsInRow and TicketForgotten.
class AlertWatch
{
public:
    AlertWatch() = default;
    /// Goes on from the alerts that were open; ids are given from `last` on.
    AlertWatch(std::vector<AlertRule> rules, const std::vector<Alert> &open, AlertId last);

    /// The rules from now on; what is open under one that is gone ends with the next look.
    void setRules(std::vector<AlertRule> rules);
    [[nodiscard]] const std::vector<AlertRule> &rules() const { return m_rules; }

    /// What is to be changed in the alerts at `now`, UTC ms; a time that steps back counts as the last. Cost: rules
    /// times queues, counters and open tickets; nothing of what the day has seen.
    std::vector<AlertChange> look(const AlertView &view, TimeMs now);

    /// Somebody has seen it. Again by anybody changes nothing (and gives no change). UnknownAlert; WrongState when
    /// it has ended.
    Result<std::optional<AlertChange>> acknowledge(AlertId alert, StaffId by, TimeMs now);
    /// Something was done about it; `action` is the method of that command. UnknownAlert, WrongState.
    Result<AlertChange> actOn(AlertId alert, StaffId by, std::string_view action, TimeMs now);
    /// Takes a step of a person's back that came to nothing, as if it had not been made.
    void takeBack(AlertId alert, const AlertStep &step);
    /// What became of telling people (`Told`, `NotTold`). Nothing when it is not open.
    std::optional<Alert> note(AlertId alert, AlertStep step);

    /// Newest first.
    [[nodiscard]] std::vector<Alert> open() const;
    /// Null when it is not open.
    [[nodiscard]] const Alert *alert(AlertId id) const;
    [[nodiscard]] AlertId last() const { return m_last; }

private:
    using Key = std::pair<AlertRuleId, AlertSubject>;
    /// An alert that is open, and what its steps say of telling people.
    struct Open {
        Alert alert;
        TimeMs toldMs = 0; ///< raised, repeated or let go by in quiet hours
        bool isOwed = false; ///< quiet hours kept it back
        std::int64_t shownValue = 0; ///< at the last change
        std::int64_t shownPeople = 0;
    };

    [[nodiscard]] const AlertRule *rule(AlertRuleId id) const;
    void insert(const Alert &alert);
    [[nodiscard]] Result<Open *> find(AlertId id);
    void lookByRule(const AlertRule &rule, const AlertSight &sight, const BranchState &state, TimeMs now,
                    std::vector<AlertChange> &changes);
    void raise(const AlertRule &rule, const AlertSubject &subject, const AlertSight::Seen &seen,
               const BranchState &state, TimeMs now, std::vector<AlertChange> &changes);
    [[nodiscard]] bool makeRoom(const AlertRule &rule, TimeMs now, std::vector<AlertChange> &changes);
    void follow(const AlertRule &rule, Open &open, const AlertSight::Seen &seen, std::vector<AlertChange> &changes);
    void tell(const AlertRule &rule, Open &open, const BranchState &state, TimeMs now,
              std::vector<AlertChange> &changes);
    void resolve(const Key &key, std::string_view why, TimeMs now, std::vector<AlertChange> &changes);

    std::vector<AlertRule> m_rules; ///< in order of id
    std::map<Key, Open> m_open;
    std::map<AlertId, Key> m_keys;
    std::map<Key, TimeMs> m_pending; ///< since when something has been so that was not raised yet
    /// When a counter was last seen not free to call; of those that are.
    std::map<CounterId, TimeMs> m_notFreeMs;
    AlertId m_last;
    TimeMs m_nowMs = 0;
};

/// Whether nobody is told at `now` by a rule's quiet hours, of which one may go past midnight as two windows.
[[nodiscard]] bool isQuiet(const AlertRule &rule, std::int64_t utcOffsetMin, TimeMs now);

/// Keeps a step; of more than `kAlertStepsMax` the first and the last ones stay.
void addStep(Alert &alert, AlertStep step);

/// Takes a step of a person's out again; the alert is then as the others left it. Nothing where it has no such
/// step.
void takeBack(Alert &alert, const AlertStep &step);

} // namespace tiepdon
