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

/// A single part of a branch that has been defined before (NotDefined otherwise). So are the next three.
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

/// Gives an open counter another work profile from its next call on.
struct AssignProfile {
    static constexpr std::string_view kMethod = "assignProfile";
    CounterId counter;
    ProfileId profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("profile", self.profile);
    }
};

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

/// Sends the person called or being served to wait for a service.
struct Transfer {
    static constexpr std::string_view kMethod = "transfer";
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    TransferPlace place = TransferPlace::ByTimeWaited;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("service", self.service);
        visit("place", self.place);
    }
};

} // namespace command

using Command
    = std::variant<command::DefineBranch, command::DefineService, command::DefineProfile, command::DefineCounter,
                   command::DefineStaff, command::OpenDay, command::CloseDay, command::SignOn, command::SignOff,
                   command::AssignProfile, command::IssueTicket, command::CallNext, command::Recall,
                   command::StartService, command::FinishService, command::MarkNoShow, command::Transfer>;

} // namespace tiepdon
