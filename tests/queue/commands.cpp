// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/commands.h"

#include "tests/queue/sample.h"

#include <array>
#include <iterator>

namespace tiepdon::testing {
namespace {

constexpr std::array<const char *, 4> kLetters = {"A", "B", "C", "O"}; // the last is refused

} // namespace

TimeMs Commands::pause()
{
    switch (below(4)) {
    case 0:
        return below(90) * kSecondMs;
    case 1:
        return below(3);
    default:
        return 0;
    }
}

/// Now and then a time of one's own: possible, too early, or not yet.
std::optional<TimeMs> Commands::claim(const BranchState &state)
{
    const TimeMs about = state.counterStates().empty() ? 0 : state.counterStates().begin()->second.sinceMs;
    return below(3) == 0 ? std::optional(about + below(8 * kMinuteMs) - 4 * kMinuteMs) : std::nullopt;
}

Command Commands::next(const BranchState &state)
{
    if (!state.isDefined())
        return command::DefineBranch{sampleSetup()};
    if (!state.isOpen() && below(10) < 7)
        return command::OpenDay{below(10) == 0 ? "2026-5-1" : day(state)};
    if (!state.isOpen() && below(10) < 3)
        return command::CloseDay{below(3) == 0};
    const std::int64_t dice = below(1000);
    if (dice < 3)
        return command::OpenDay{day(state)};
    if (dice < 6)
        return command::CloseDay{below(3) == 0};
    if (dice < 12 && m_style.changesRules)
        return definition();
    if (dice < 70)
        return command::SignOn{counter(), {below(7)}, {below(2) == 0 ? 0 : below(5)}, below(3) == 0};
    if (dice < 80)
        return command::SignOff{counter()};
    if (dice < 110)
        return command::AssignProfile{counter(),
                                      {below(5)},
                                      below(2) == 0 ? std::optional(ProfileId{below(5)}) : std::nullopt,
                                      below(3) != 0};
    if (dice < 120)
        return command::TakeBreak{counter(), static_cast<BreakReason>(below(5))};
    if (dice < 140)
        return command::EndBreak{counter()};
    const auto open = static_cast<std::int64_t>(state.tickets().size());
    if (dice < (open < (m_style.isCrowded ? 230 : 25) ? 520 : 250))
        return command::IssueTicket{{1 + below(below(50) == 0 ? 9 : 5)}};
    if (dice < 660)
        return command::CallNext{counter()};
    if (dice < 760)
        return byHand(state);
    return inHand(state);
}

/// About the ticket at a counter.
Command Commands::inHand(const BranchState &state)
{
    const CounterId at = counter();
    const CounterState *live = state.counterState(at);
    TicketId ticket = live ? live->ticket : TicketId{};
    if (below(20) == 0)
        ticket = {below(state.lastTicket().value + 3)};
    switch (below(7)) {
    case 0:
        return command::Recall{at, ticket};
    case 1:
    case 2:
        return command::StartService{at, ticket, claim(state)};
    case 3:
        return command::FinishService{at, ticket, claim(state)};
    case 4:
        return command::MarkNoShow{at, ticket};
    default:
        return command::Transfer{at, ticket, {1 + below(6)}, static_cast<command::TransferPlace>(below(3))};
    }
}

/// About a ticket that waits, or waited.
Command Commands::byHand(const BranchState &state)
{
    TicketId ticket{below(state.lastTicket().value + 3)};
    if (!state.tickets().empty() && below(4) != 0)
        ticket
            = std::next(state.tickets().begin(), below(static_cast<std::int64_t>(state.tickets().size())))->first;
    const auto reason = static_cast<HandReason>(below(8));
    switch (below(6)) {
    case 0:
        return command::CallTicket{counter(), ticket};
    case 1:
        return command::RaiseTicket{ticket, reason};
    case 2:
        return command::LowerTicket{ticket};
    case 3:
        return command::CancelTicket{ticket, reason};
    case 4:
        if (const auto &gone = state.restorable(); !gone.empty() && below(4) != 0)
            ticket = gone[static_cast<std::size_t>(below(static_cast<std::int64_t>(gone.size())))].id;
        return command::RestoreTicket{ticket, reason};
    default:
        return command::Transfer{{}, ticket, {1 + below(6)}, static_cast<command::TransferPlace>(below(3)), reason};
    }
}

std::vector<OpeningWindow> Commands::hours()
{
    if (below(3) != 0)
        return {};
    const std::int64_t from = below(12) * 60;
    return {{1 + below(127), from, from + 1 + below(600)}};
}

std::string Commands::day(const BranchState &state)
{
    if (state.businessDay().empty() || below(3) == 0)
        return localDay(kMorning + below(4) * kDayMs, 0);
    return localDay(dayStart(state.businessDay(), 0) + below(2) * kDayMs, 0);
}

Command Commands::definition()
{
    const auto letter = [this](std::int64_t of) { return kLetters.at(static_cast<std::size_t>(below(of))); };
    switch (below(7)) {
    case 0: {
        BranchSetup setup = sampleSetup();
        setup.settings.numberDigits = 2 + below(2);
        setup.settings.recallLimit = below(4);
        setup.settings.noShowMisses = below(5); // 0 is refused
        setup.settings.noShowPlacesBack = 1 + below(6);
        setup.services.push_back({{4}, {"Đổi tiền", ""}, letter(3), kMinuteMs, (1 + below(30)) * kMinuteMs});
        setup.services.push_back({{5}, {"Khác", ""}, "D", kMinuteMs, (1 + below(30)) * kMinuteMs});
        setup.profiles.push_back({{4}, {"Khác", ""}, {{5}, {1 + below(4)}}});
        for (std::int64_t i = 4; i <= 6; ++i) {
            setup.counters.push_back({{i}, i, {1 + below(4)}, {below(2)}});
            setup.staff.push_back({{i}, "Nhân viên " + std::to_string(i)});
        }
        setup.groups = {{{1}, {"Nhóm", ""}, {}}};
        setup.zones = {{{1}, {"Khu", ""}}};
        return command::DefineBranch{setup};
    }
    case 1:
        return command::DefineService{{{1 + below(5)},
                                       {"Dịch vụ", ""},
                                       letter(4),
                                       kMinuteMs,
                                       (1 + below(30)) * kMinuteMs,
                                       {below(3)},
                                       hours(),
                                       {"Giấy tờ", ""}}};
    case 2:
        return command::DefineProfile{{{1 + below(4)}, {"Hồ sơ", ""}, {{1 + below(5)}, {1 + below(5)}}}};
    case 3:
        return command::DefineCounter{{{1 + below(6)}, 1 + below(9), {1 + below(5)}, {below(3)}}};
    case 4:
        return command::DefineGroup{{{1 + below(2)}, {"Nhóm", "Group"}, {below(3)}}};
    case 5:
        return command::DefineZone{{{1 + below(2)}, {"Khu", "Zone"}}};
    default:
        return command::DefineStaff{{{below(7)}, "Tên " + std::to_string(below(9))}};
    }
}

} // namespace tiepdon::testing
