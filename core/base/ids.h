// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace tiepdon {

/// A whole number that names one kind of thing and cannot be mixed with another's. 0 names nothing.
template <class Kind>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr bool isSet() const { return value != 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
};

using ServiceId = Id<struct ServiceKind>;
using CounterId = Id<struct CounterKind>;
using ProfileId = Id<struct ProfileKind>;
using StaffId = Id<struct StaffKind>;
using GroupId = Id<struct GroupKind>;
using ZoneId = Id<struct ZoneKind>;
using SegmentId = Id<struct SegmentKind>;
using PriorityReasonId = Id<struct PriorityReasonKind>;
using OutcomeId = Id<struct OutcomeKind>;
/// Names a ticket in its branch for ever: counted from 1, never used twice, across days.
using TicketId = Id<struct TicketKind>;
/// A person the branches know, in every branch: (id of the branch that made the profile) x 1,000,000,000 + n.
using CustomerId = Id<struct CustomerKind>;
/// Things a branch keeps about people, each kind counted from 1 in its branch.
using IdentifierId = Id<struct IdentifierIdKind>;
using ConsentId = Id<struct ConsentKind>;
using HappeningId = Id<struct HappeningIdKind>;
using CustomerNoteId = Id<struct CustomerNoteIdKind>;
using OpenItemId = Id<struct OpenItemIdKind>;
/// What a branch writes down about its own running, each kind counted from 1 in its branch.
using AlertRuleId = Id<struct AlertRuleIdKind>;
using AlertId = Id<struct AlertIdKind>;
using NoticeId = Id<struct NoticeIdKind>;
using MessageId = Id<struct MessageIdKind>;
using SettingChangeId = Id<struct SettingChangeIdKind>;
using AdviceId = Id<struct AdviceIdKind>;
/// A device that was enrolled, for ever.
using DeviceId = Id<struct DeviceIdKind>;

} // namespace tiepdon

template <class Kind>
struct std::hash<tiepdon::Id<Kind>> {
    std::size_t operator()(const tiepdon::Id<Kind> &id) const noexcept
    {
        return std::hash<std::int64_t>()(id.value);
    }
};
