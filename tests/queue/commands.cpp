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
    switch (below(8)) {
    case 0:
    case 1:
        return below(90) * kSecondMs;
    case 2:
        return below(3);
    case 3:
        return below(20) == 0 ? below(40) * kMinuteMs : 0;
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

CounterId Commands::counter()
{
    const std::vector<CounterId> &likely = below(3) != 0 ? m_free : m_open;
    if (!likely.empty() && below(4) != 0)
        return likely[static_cast<std::size_t>(below(static_cast<std::int64_t>(likely.size())))];
    return {1 + below(below(50) == 0 ? 9 : 6)};
}

Command Commands::next(const BranchState &state)
{
    m_open.clear();
    m_free.clear();
    for (const auto &[id, counter] : state.counterStates()) {
        if (counter.isOpen())
            m_open.push_back(id);
        if (counter.isOpen() && !counter.ticket.isSet())
            m_free.push_back(id);
    }
    if (!state.isDefined())
        return command::DefineBranch{m_style.changesRules ? wholeBranch() : sampleSetup()};
    if (!state.isOpen() && below(10) < 7)
        return command::OpenDay{below(10) == 0 ? "2026-5-1" : day(state)};
    if (!state.isOpen() && below(10) < 3)
        return command::CloseDay{below(3) == 0};
    const std::int64_t dice = below(1000);
    if (dice < 3)
        return command::OpenDay{day(state)};
    if (dice < (m_style.isCrowded ? 4 : 6))
        return command::CloseDay{below(3) == 0};
    if (dice < 14 && m_style.changesRules)
        return below(8) == 0 ? change(state) : definition(state);
    if (dice < 60)
        return command::SignOn{
            {1 + below(below(50) == 0 ? 9 : 6)}, {below(7)}, {below(2) == 0 ? 0 : below(5)}, below(3) == 0};
    if (dice < 68)
        return command::SignOff{{1 + below(7)}};
    if (dice < 88)
        return command::AssignProfile{counter(),
                                      {below(5)},
                                      below(2) == 0 ? std::optional(ProfileId{below(5)}) : std::nullopt,
                                      below(3) != 0};
    if (dice < 98)
        return command::TakeBreak{counter(), static_cast<BreakReason>(below(5))};
    if (dice < 116)
        return command::EndBreak{counter()};
    const auto open = static_cast<std::int64_t>(state.tickets().size());
    if (dice < (open < (m_style.isCrowded ? 230 : 25) ? 420 : 200))
        return issue(state);
    if (dice < 560)
        return command::CallNext{counter(), below(4) == 0};
    if (dice < 570)
        return command::ForgetNext{counter()};
    if (dice < 580)
        return command::ServeWalkIn{counter(), {1 + below(6)}, segment()};
    if (dice < 690)
        return byHand(state);
    return inHand(state);
}

Command Commands::issue(const BranchState &state)
{
    command::IssueTicket c{{1 + below(below(50) == 0 ? 9 : 5)}, segment(), priorityReason(), {}, language()};
    constexpr TimeMs kSlotMs = 10 * kMinuteMs;
    if (below(6) == 0) // booked for about now; many at one time
        c.bookedMs = (state.changedMs() / kSlotMs + below(8) - 3) * kSlotMs;
    return c;
}

/// About the ticket at a counter.
Command Commands::inHand(const BranchState &state)
{
    CounterId at = counter();
    const CounterState *live = state.counterState(at);
    if ((!live || !live->ticket.isSet()) && below(4) != 0) {
        for (const auto &[id, other] : state.counterStates()) {
            if (other.ticket.isSet()) {
                at = id;
                live = &other;
            }
        }
    }
    TicketId ticket = live ? live->ticket : TicketId{};
    const Ticket *found = state.ticket(ticket);
    if (below(20) == 0)
        ticket = {below(state.lastTicket().value + 3)};
    const bool asItIs = below(8) != 0;
    const bool isCalled = found && found->state == TicketState::Called;
    return isCalled == asItIs ? ofCalled(at, ticket, state) : ofServed(at, ticket, state);
}

Command Commands::ofCalled(CounterId at, TicketId ticket, const BranchState &state)
{
    switch (below(8)) {
    case 0:
        return command::Recall{at, ticket};
    case 1:
        return command::MarkNoShow{at, ticket};
    case 2:
        return command::Requeue{at, ticket, below(3) == 0 ? below(12) - 1 : 0};
    case 3:
        return transfer(at, ticket);
    default:
        return command::StartService{at, ticket, claim(state)};
    }
}

Command Commands::ofServed(CounterId at, TicketId ticket, const BranchState &state)
{
    switch (below(12)) {
    case 0:
        return command::WrapUp{at, ticket, claim(state)};
    case 1:
    case 2:
        return command::Park{at, ticket, static_cast<ParkReason>(below(6)),
                             below(2) == 0 ? below(30) * kMinuteMs - kMinuteMs : 0};
    case 3:
    case 4:
        return command::AddService{at, ticket, {1 + below(6)}, below(3) == 0};
    case 5:
        return command::MarkOutcome{at, ticket, outcome()};
    case 6:
        return transfer(at, ticket);
    case 7:
        return below(3) == 0 ? Command(command::RemoveServices{at, ticket})
                             : command::WrapUp{at, ticket, claim(state)};
    default:
        return command::FinishService{at, ticket, claim(state), outcome()};
    }
}

Command Commands::transfer(CounterId at, TicketId ticket)
{
    command::Transfer c{at, ticket, {1 + below(6)}, static_cast<TransferPlace>(below(3)), {}};
    if (below(3) == 0)
        c.reason = static_cast<HandReason>(below(8));
    if (below(4) == 0)
        c.toCounter = counter();
    if (below(6) == 0)
        c.toStaff = {below(8)};
    if (below(4) == 0)
        c.delayMs = below(20) * kMinuteMs - kMinuteMs;
    if (below(4) == 0)
        c.from = ServiceId{1 + below(5)};
    return c;
}

TicketId Commands::openTicket(const BranchState &state)
{
    if (state.tickets().empty() || below(8) == 0)
        return {below(state.lastTicket().value + 3)};
    return std::next(state.tickets().begin(), below(static_cast<std::int64_t>(state.tickets().size())))->first;
}

/// About a ticket that waits, is parked, or waited.
Command Commands::byHand(const BranchState &state)
{
    TicketId ticket = openTicket(state);
    const auto reason = static_cast<HandReason>(below(8));
    switch (below(11)) {
    case 0:
    case 1:
        return command::CallTicket{counter(), ticket};
    case 2:
        return command::RaiseTicket{ticket, reason};
    case 3:
        return command::LowerTicket{ticket};
    case 4:
        return command::CancelTicket{ticket, reason};
    case 5:
        if (const auto &gone = state.restorable(); !gone.empty() && below(4) != 0)
            ticket = gone[static_cast<std::size_t>(below(static_cast<std::int64_t>(gone.size())))].id;
        return command::RestoreTicket{ticket, reason};
    case 6:
        return command::SetSegment{ticket, segment(), priorityReason()};
    case 7:
    case 8:
        if (const auto &parked = state.parked(); !parked.empty() && below(8) != 0)
            ticket = *std::next(parked.begin(), below(static_cast<std::int64_t>(parked.size())));
        return command::Resume{counter(), ticket};
    case 9:
        return command::LinkCustomer{
            ticket, {below(4)}, below(2) == 0 ? segment() : SegmentId{}, below(3) == 0 ? "en" : ""};
    default:
        return transfer({}, ticket);
    }
}

std::vector<OpeningWindow> Commands::hours()
{
    if (below(6) != 0)
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

Service Commands::service(std::int64_t id, const char *series)
{
    Service service{{id}, {"Dịch vụ", ""}, series,         (1 + below(9)) * kMinuteMs, (1 + below(30)) * kMinuteMs,
                    {},   hours(),         {"Giấy tờ", ""}};
    if (below(3) == 0)
        service.promises = {{{1 + below(3)}, below(2) * 3 * kMinuteMs, below(2) * 2500}};
    service.weightPermille = below(3) == 0 ? 200 + below(3000) : 0;
    service.neededSkill = below(4) == 0 ? below(4) : 0;
    service.dayLimit = below(8) == 0 && !m_style.isCrowded ? 1 + below(60) : 0;
    service.outcomeRequired = below(4) == 0;
    return service;
}

Staff Commands::staff(std::int64_t id)
{
    Staff staff{{id}, "Tên " + std::to_string(below(9)), {}, {}};
    for (std::int64_t of = 1; of <= 5; ++of) {
        if (below(3) != 0)
            staff.skills.push_back({{of}, 1 + below(3)});
    }
    if (below(3) == 0)
        staff.languages = {below(2) == 0 ? "en" : "zh"};
    return staff;
}

BranchSetup Commands::wholeBranch()
{
    BranchSetup setup = sampleSetup();
    BranchSettings &settings = setup.settings;
    settings.numberDigits = m_style.isCrowded ? 2 : 2 + below(2); // 99 numbers run out
    settings.recallLimit = below(4);
    settings.noShowMisses = below(30) == 0 ? 0 : 1 + below(4); // 0 is refused
    settings.noShowPlacesBack = 1 + below(6);
    settings.calling.kind = static_cast<CallingRuleKind>(below(6));
    settings.calling.guardPermille = below(3) * 1500;
    settings.calling.longestWaitMs = below(3) * 25 * kMinuteMs;
    settings.calling.bookedPermille = 1000 + below(3) * 1000;
    settings.calling.maxOvertaken = below(3) == 0 ? 10 : below(4);
    settings.booking = {below(40) * kMinuteMs, below(20) * kMinuteMs, {below(4)}};
    settings.minCallGapMs = below(4) == 0 ? below(90) * kSecondMs : 0;
    settings.carriesOver = m_style.isCrowded || below(2) == 0;
    setup.segments = {{{1}, {"Ưu tiên", ""}, 2, 3000, 5 * kMinuteMs},
                      {{2}, {"VIP", ""}, 1, 1000 + below(3000), 0},
                      {{3}, {"Hẹn giờ", ""}, below(3), 2000, (1 + below(9)) * kMinuteMs}};
    setup.priorityReasons = {{{1}, {"Có thai", ""}, {1}, true}, {{2}, {"Khách quen", ""}, {2}, false}};
    setup.outcomes = {{{1}, {"Xong", ""}}, {{2}, {"Thiếu giấy tờ", ""}}};
    setup.services = {service(1, "A"), service(2, "B"), service(3, "A"),
                      service(4, kLetters.at(below(3) == 0 ? 0 : 2)), service(5, "D")};
    setup.profiles.push_back({{4}, {"Khác", ""}, {{5}, {1 + below(4)}}});
    setup.staff.clear();
    for (std::int64_t i = 1; i <= 6; ++i) {
        setup.staff.push_back(staff(i));
        if (i > 3)
            setup.counters.push_back({{i}, i, {1 + below(4)}, {below(2)}});
    }
    setup.groups = {{{1}, {"Nhóm", ""}, {}}};
    setup.zones = {{{1}, {"Khu", ""}}};
    return setup;
}

/// A part of the branch as it is now, changed; its own settings more often than anything else.
Command Commands::definition(const BranchState &state)
{
    switch (below(13)) {
    case 0:
        return command::DefineBranch{wholeBranch()};
    case 1:
        return command::DefineService{service(1 + below(5), kLetters.at(static_cast<std::size_t>(below(4))))};
    case 2:
        return command::DefineProfile{{{1 + below(4)}, {"Hồ sơ", ""}, {{1 + below(5)}, {1 + below(5)}}}};
    case 3:
        return command::DefineCounter{{{1 + below(6)}, 1 + below(9), {1 + below(5)}, {below(3)}}};
    case 4:
        return command::DefineGroup{{{1 + below(2)}, {"Nhóm", "Group"}, {below(3)}}};
    case 5:
        return command::DefineZone{{{1 + below(2)}, {"Khu", "Zone"}}};
    case 6:
        return command::DefineStaff{staff(below(7))};
    case 7:
        return command::DefineSegment{
            {{below(4)}, {"Nhóm khách", ""}, below(4) - 1, 500 + below(4000), below(2) * 4 * kMinuteMs}};
    case 8:
        return command::DefinePriorityReason{{{1 + below(3)}, {"Lý do", ""}, {1 + below(4)}, false}};
    case 9:
        return command::DefineOutcome{{{below(4)}, {"Kết quả", ""}}};
    default: {
        BranchSetup setup = state.setup();
        setup.settings.calling.kind = static_cast<CallingRuleKind>(below(6));
        setup.settings.calling.maxOvertaken = below(6);
        setup.settings.carriesOver = below(2) == 0;
        setup.settings.minCallGapMs = below(3) == 0 ? below(60) * kSecondMs : 0;
        return command::DefineBranch{setup};
    }
    }
}

/// Some parts as they are, changed or taken away, and new ones; now and then believed to be otherwise.
Command Commands::change(const BranchState &state)
{
    command::ChangeSettings c;
    const BranchSetup setup = state.setup();
    const auto touch = [&](const auto &list, auto BranchParts::*part, auto &&another) {
        if (!list.empty() && below(3) != 0) {
            auto item = list.at(static_cast<std::size_t>(below(static_cast<std::int64_t>(list.size()))));
            auto old = item;
            if (below(12) == 0)
                old = another(item.id.value);
            if (below(15) != 0)
                (c.before.*part).push_back(old);
            if (below(5) < 2)
                (c.after.*part).push_back(another(item.id.value));
        } else {
            (c.after.*part).push_back(another(1 + below(7)));
        }
    };
    for (std::int64_t i = 1 + below(2); i > 0; --i) {
        switch (below(10)) {
        case 0:
            if (c.before.services.empty() && c.after.services.empty())
                touch(setup.services, &BranchParts::services, [this](std::int64_t id) {
                    return service(id, kLetters.at(static_cast<std::size_t>(below(4))));
                });
            break;
        case 1:
            if (c.before.profiles.empty() && c.after.profiles.empty())
                touch(setup.profiles, &BranchParts::profiles, [this](std::int64_t id) {
                    return WorkProfile{{id}, {"Hồ sơ", ""}, {{1 + below(5)}}};
                });
            break;
        case 2:
            if (c.before.counters.empty() && c.after.counters.empty())
                touch(setup.counters, &BranchParts::counters, [this](std::int64_t id) {
                    return Counter{{id}, 1 + below(9), {1 + below(4)}, {below(3)}};
                });
            break;
        case 3:
            if (c.before.staff.empty() && c.after.staff.empty())
                touch(setup.staff, &BranchParts::staff, [this](std::int64_t id) { return staff(id); });
            break;
        case 4:
            if (c.before.groups.empty() && c.after.groups.empty())
                touch(setup.groups, &BranchParts::groups, [this](std::int64_t id) {
                    return ServiceGroup{{id}, {"Nhóm", ""}, {below(2)}};
                });
            break;
        case 5:
            if (c.before.zones.empty() && c.after.zones.empty())
                touch(setup.zones, &BranchParts::zones, [](std::int64_t id) { return Zone{{id}, {"Khu", ""}}; });
            break;
        case 6:
            if (c.before.segments.empty() && c.after.segments.empty())
                touch(setup.segments, &BranchParts::segments, [this](std::int64_t id) {
                    return Segment{{id}, {"Nhóm khách", ""}, below(4), 500 + below(4000), below(2) * 4 * kMinuteMs};
                });
            break;
        case 7:
            if (c.before.priorityReasons.empty() && c.after.priorityReasons.empty())
                touch(setup.priorityReasons, &BranchParts::priorityReasons, [this](std::int64_t id) {
                    return PriorityReason{{id}, {"Lý do", ""}, {1 + below(3)}, false};
                });
            break;
        case 8:
            if (c.before.outcomes.empty() && c.after.outcomes.empty())
                touch(setup.outcomes, &BranchParts::outcomes, [](std::int64_t id) {
                    return Outcome{{id}, {"Kết quả", ""}};
                });
            break;
        default:
            if (below(6) != 0)
                c.before.settings = setup.settings;
            c.after.settings = setup.settings;
            c.after.settings->calling.maxOvertaken = below(6);
            c.after.settings->itemOwner = StaffId{below(4)};
            if (below(3) == 0)
                c.after.settings->numberDigits = 2 + below(3);
            break;
        }
    }
    return c;
}

} // namespace tiepdon::testing
