// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/ticketlayout.h"
#include "core/domain/opening.h"
#include "core/wire/message.h"
#include "ui/session/newcomerwait.h"

#include <QStringList>

#include <vector>

// What a person can choose from, made from what the public stream says.

namespace tiepdon {

/// One thing to choose.
struct ServiceChoice {
    enum class Kind {
        Group, ///< leads to more
        Open,
        Unserved, ///< a ticket can be taken, though no open counter serves it now
        Closed, ///< no tickets now
        Full, ///< no tickets any more today
        Reason, ///< why somebody goes first, or that nobody does
    };

    Kind kind = Kind::Open;
    GroupId group; ///< of a group
    ServiceId service; ///< of a service
    LocalText name;
    std::int64_t waiting = 0;
    std::optional<WaitRange> wait; ///< for who comes now; nothing when too little is known
    std::optional<TimeMs> opensMs; ///< of a closed one, when known
    PriorityReasonId reason = {}; ///< 0: none

    friend bool operator==(const ServiceChoice &, const ServiceChoice &) = default;
};

/// What stands in a group (0: at the top), groups first; groups without a service in or below them are left out.
/// `segment` is of who chooses, 0 ordinary: how long they would wait depends on it.
std::vector<ServiceChoice> choicesIn(const PublicState &branch, const Quotes &quotes, GroupId group,
                                     SegmentId segment, TimeMs nowMs);
/// Why people may be called first, as they may say themselves, and last that they do not; empty when the branch
/// has no such reasons.
std::vector<ServiceChoice> reasonsIn(const PublicState &branch);
/// Null for one that cannot be given.
[[nodiscard]] const PriorityReason *reasonOf(const PublicState &branch, PriorityReasonId reason);
/// The group above; 0 at the top, and for one the branch does not know.
GroupId parentOf(const PublicState &branch, GroupId group);
[[nodiscard]] const PublicQueue *queueOf(const PublicState &branch, ServiceId service);
[[nodiscard]] const ServiceGroup *groupOf(const PublicState &branch, GroupId group);
/// When the first service opens, with the day closed; nothing unless all services' hours say it.
std::optional<TimeMs> opensNext(const PublicState &branch, TimeMs nowMs);

// ---- in words, in the language spoken now ----

/// "3 người đang chờ", "Không có ai chờ".
QString waitingText(std::int64_t waiting);
/// "Mở lại lúc 13:00", "Mở lại ngày mai, 08:00", "Mở lại thứ Hai, 08:00"; "Hiện không nhận số" when it is not
/// known.
LocalText opensInBoth(std::optional<TimeMs> opensMs, TimeMs nowMs, std::int64_t utcOffsetMin);
QString opensText(std::optional<TimeMs> opensMs, TimeMs nowMs, std::int64_t utcOffsetMin);
/// A week's hours, a line for days with the same: "Thứ Hai – Thứ Sáu: 08:00–11:30, 13:00–16:30".
QStringList hoursText(const std::vector<OpeningWindow> &hours);

/// What the ticket of `reply`, which has one with its number, says of a service's queue. `isFresh` when the reply
/// came at once: later it tells nothing about how many are before it and how long it takes. What the reply does not
/// say is taken from the queue and `quotes` for ordinary people, and left out for others.
TicketFacts factsOf(const PublicState &branch, const Quotes &quotes, ServiceId service, SegmentId segment,
                    const CommandReply &reply, TimeMs nowMs, bool isFresh);

} // namespace tiepdon
