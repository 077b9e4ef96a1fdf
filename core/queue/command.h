// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"
#include "core/domain/ticket.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// What can be asked of the branch. `kMethod` is the command's name on the wire. Times are never in a
// command: the hub stamps them.

namespace tiepdon {

namespace command {

/// Adds and updates every part of a branch at once, or nothing. What it leaves out stays as it is, and may be
/// named by what it adds.
struct DefineBranch {
    static constexpr std::string_view kMethod = "defineBranch";
    BranchSetup setup;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("setup", self.setup);
    }
};

/// A single part of a branch that has been defined before (NotDefined otherwise). So are the next five.
struct DefineService {
    static constexpr std::string_view kMethod = "defineService";
    Service service;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
    }
};

struct DefineProfile {
    static constexpr std::string_view kMethod = "defineProfile";
    WorkProfile profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("profile", self.profile);
    }
};

struct DefineCounter {
    static constexpr std::string_view kMethod = "defineCounter";
    Counter counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

struct DefineStaff {
    static constexpr std::string_view kMethod = "defineStaff";
    Staff staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

struct DefineGroup {
    static constexpr std::string_view kMethod = "defineGroup";
    ServiceGroup group;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("group", self.group);
    }
};

struct DefineZone {
    static constexpr std::string_view kMethod = "defineZone";
    Zone zone;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("zone", self.zone);
    }
};

/// Opens a business day: a later one than the last, or the last again after it was closed too early (then
/// numbers and totals go on where they were).
struct OpenDay {
    static constexpr std::string_view kMethod = "openDay";
    std::string businessDay; ///< "YYYY-MM-DD"
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
    }
};

/// Closes the day: open tickets end, counters sign off. Refused while somebody is called or being
/// served, unless `force`.
struct CloseDay {
    static constexpr std::string_view kMethod = "closeDay";
    bool force = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("force", self.force);
    }
};

/// Somebody opens a counter. `profile` 0 takes the counter's own.
struct SignOn {
    static constexpr std::string_view kMethod = "signOn";
    CounterId counter;
    StaffId staff;
    ProfileId profile;
    bool takeOver = false; ///< from whoever has the counter now; the ticket in hand stays there
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("profile", self.profile);
        visit("takeOver", self.takeOver);
    }
};

struct SignOff {
    static constexpr std::string_view kMethod = "signOff";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Gives an open counter another work profile from its next call on. Refused with ServiceUnserved (`detail`
/// services: their ids, parted by commas) when a service it serves now would have no open counter left, unless
/// `leaveUnserved`.
struct AssignProfile {
    static constexpr std::string_view kMethod = "assignProfile";
    CounterId counter;
    ProfileId profile;
    std::optional<ProfileId> from = {}; ///< what it is believed to have now; CounterChanged when it has another
    bool leaveUnserved = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("profile", self.profile);
        visit("from", self.from);
        visit("leaveUnserved", self.leaveUnserved, kAddedLater);
    }
};

/// Whoever is at the counter is away for a while: nobody is called there until the break ends or somebody signs on.
struct TakeBreak {
    static constexpr std::string_view kMethod = "takeBreak";
    CounterId counter;
    BreakReason reason = BreakReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("reason", self.reason);
    }
};

struct EndBreak {
    static constexpr std::string_view kMethod = "endBreak";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Refused with ServiceClosed outside the service's hours; `detail` opensMs says when it opens, if it does.
struct IssueTicket {
    static constexpr std::string_view kMethod = "issueTicket";
    ServiceId service;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
    }
};

struct CallNext {
    static constexpr std::string_view kMethod = "callNext";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Calls a ticket that waits, whosever turn it is; also one of a service the counter does not serve.
struct CallTicket {
    static constexpr std::string_view kMethod = "callTicket";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

// What follows names the ticket in hand beside the counter, so that a command about an earlier one is
// refused instead of hitting the next.

struct Recall {
    static constexpr std::string_view kMethod = "recall";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

struct StartService {
    static constexpr std::string_view kMethod = "startService";
    CounterId counter;
    TicketId ticket;
    std::optional<TimeMs> claimedMs = {}; ///< when it happened by the client's measure; kept only when that differs
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("claimedMs", self.claimedMs);
    }
};

struct FinishService {
    static constexpr std::string_view kMethod = "finishService";
    CounterId counter;
    TicketId ticket;
    std::optional<TimeMs> claimedMs = {}; ///< when it happened by the client's measure; kept only when that differs
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("claimedMs", self.claimedMs);
    }
};

/// The person called did not come: places back, or the end of the ticket at the last miss.
struct MarkNoShow {
    static constexpr std::string_view kMethod = "markNoShow";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

enum class TransferPlace : std::uint8_t { First, Last, ByTimeWaited };

constexpr auto names(TransferPlace) { return std::array<std::string_view, 3>{"first", "last", "byTimeWaited"}; }

/// Sends the person called or being served to wait for a service; with `counter` 0 one who waits.
struct Transfer {
    static constexpr std::string_view kMethod = "transfer";
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    TransferPlace place = TransferPlace::ByTimeWaited;
    std::optional<HandReason> reason = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("service", self.service);
        visit("place", self.place);
        visit("reason", self.reason);
    }
};

// What follows is about tickets that wait, or waited.

/// Puts a ticket first in its queue.
struct RaiseTicket {
    static constexpr std::string_view kMethod = "raiseTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

/// Puts a ticket that was raised back to where it was. WrongState when it was not.
struct LowerTicket {
    static constexpr std::string_view kMethod = "lowerTicket";
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
    }
};

/// Takes a ticket that waits out of the queue.
struct CancelTicket {
    static constexpr std::string_view kMethod = "cancelTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

/// Brings back one of `BranchState::restorable`: a no-show first in its queue, a cancelled ticket at its old place,
/// also one that a person had given it; it can be lowered from there still.
/// UnknownTicket when it is not among them, NumberTaken when another open ticket shows its number by now.
struct RestoreTicket {
    static constexpr std::string_view kMethod = "restoreTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

} // namespace command

using Command
    = std::variant<command::DefineBranch, command::DefineService, command::DefineProfile, command::DefineCounter,
                   command::DefineStaff, command::DefineGroup, command::DefineZone, command::OpenDay,
                   command::CloseDay, command::SignOn, command::SignOff, command::AssignProfile, command::TakeBreak,
                   command::EndBreak, command::IssueTicket, command::CallNext, command::CallTicket, command::Recall,
                   command::StartService, command::FinishService, command::MarkNoShow, command::Transfer,
                   command::RaiseTicket, command::LowerTicket, command::CancelTicket, command::RestoreTicket>;

} // namespace tiepdon
