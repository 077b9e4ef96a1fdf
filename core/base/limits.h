// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The bounds every part keeps, each with its reason. Bounds of one class alone stand with that class.
namespace tiepdon::limits {

/// A person's, service's or branch's name: what a tile or a ticket can still show.
constexpr std::size_t kNameCharactersMax = 120;
/// Services, counters, work profiles and staff of one branch: the largest hospital has under 400 rooms.
constexpr std::size_t kDefinitionsMax = 2000;
/// Staff of the branch; ids above are people who have no counter (administrators, auditors).
constexpr std::int64_t kStaffIdMax = 999'999;
/// A claimed time nearer to the hub's own than this says nothing the hub does not know.
constexpr std::int64_t kClaimDiffersMs = 2000;
/// The number a counter shows: three digits are read from eight metres.
constexpr std::int64_t kCounterNumberMax = 999;
/// Longest service time or service level that is no typing mistake.
constexpr std::int64_t kServiceMsMax = 12LL * 60 * 60 * 1000;
/// Opening windows of one service: a morning and an afternoon of its own for each day.
constexpr std::size_t kOpeningWindowsMax = 14;
/// Groups above a service: three are one more than anybody wants to tap through.
constexpr std::size_t kGroupDepthMax = 3;
/// Digits of a printed ticket number.
constexpr int kNumberDigitsMin = 2;
constexpr int kNumberDigitsMax = 5;
/// Calls a display keeps of each zone; the lobby shows up to eight of them.
constexpr std::size_t kShownCallsMax = 12;
/// Waits a service's recent wait is taken from: enough to be steady, few enough to be of now.
constexpr std::size_t kRecentWaitsMax = 10;

/// No-shows and cancelled tickets of the day that can still be brought back: more than half an hour of a busy
/// branch.
constexpr std::size_t kRestorableMax = 100;

/// Services that wait after the one in hand, in one visit.
constexpr std::size_t kNextStepsMax = 10;
/// Places somebody is put back at once.
constexpr std::int64_t kPlacesBackMax = 100;
/// Longest delay of a transfer, and of the return of what is parked: a working day.
constexpr std::int64_t kDelayMsMax = 12LL * 60 * 60 * 1000;
/// Weight of a segment or a service: a thousand times an ordinary one.
constexpr std::int64_t kWeightPermilleMax = 1'000'000;
/// Conditions of one segment, and the largest age or number of visits in one.
constexpr std::size_t kSegmentConditionsMax = 8;
constexpr std::int64_t kSegmentNumberMax = 1000;
/// Tickets of a service a day, by setting.
constexpr std::int64_t kDayLimitMax = 100'000;
/// Languages of one person.
constexpr std::size_t kLanguagesMax = 10;
/// How often somebody may be overtaken, by setting.
constexpr std::int64_t kOvertakenMax = 1000;

/// A frame from a peer that has not said hello: a hello has under 1 KiB.
constexpr std::size_t kFrameBytesBeforeHello = 4 * 1024;
/// A frame from a client; a branch definition is the largest there is.
constexpr std::size_t kFrameBytesFromClient = 64 * 1024;
/// A frame from the hub: a snapshot with every number of every series waiting.
constexpr std::size_t kFrameBytesFromHub = 64 * 1024 * 1024;
/// Nesting of a message: params, setup, list, item, name, and room to grow.
constexpr std::size_t kJsonDepthMax = 16;

} // namespace tiepdon::limits
