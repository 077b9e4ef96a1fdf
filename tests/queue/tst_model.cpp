// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "tests/queue/fixture.h"
#include "tests/queue/model.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr int kSeeds = 40;
constexpr int kCommandsPerSeed = 5500; // 220,000 in all; TIEPDON_MODEL_FACTOR multiplies the seeds

/// Commands as a branch gets them, and as it should not: mostly about what is there, sometimes about
/// anything.
class Commands
{
public:
    explicit Commands(std::uint64_t seed)
        : m_random(seed), m_isCrowded(seed % 10 == 0), m_changesRules(seed % 2 == 0)
    {
    }

    std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(n));
    }

    /// How far the clock moves before the next command: often not at all.
    TimeMs pause()
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
    std::optional<TimeMs> claim(const BranchState &state)
    {
        const TimeMs about = state.counterStates().empty() ? 0 : state.counterStates().begin()->second.sinceMs;
        return below(3) == 0 ? std::optional(about + below(8 * kMinuteMs) - 4 * kMinuteMs) : std::nullopt;
    }

    Command next(const BranchState &state)
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
        if (dice < 12 && m_changesRules)
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
        const std::int64_t open = static_cast<std::int64_t>(state.tickets().size());
        if (dice < (open < (m_isCrowded ? 230 : 25) ? 520 : 250))
            return command::IssueTicket{{1 + below(below(50) == 0 ? 9 : 5)}};
        if (dice < 660)
            return command::CallNext{counter()};
        if (dice < 760)
            return byHand(state);

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

private:
    Command byHand(const BranchState &state)
    {
        TicketId ticket{below(state.lastTicket().value + 3)};
        if (!state.tickets().empty() && below(4) != 0)
            ticket = std::next(state.tickets().begin(), below(static_cast<std::int64_t>(state.tickets().size())))
                         ->first;
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
            if (!state.restorable().empty() && below(4) != 0)
                ticket = state.restorable()[m_random() % state.restorable().size()].id;
            return command::RestoreTicket{ticket, reason};
        default:
            return command::Transfer{
                {}, ticket, {1 + below(6)}, static_cast<command::TransferPlace>(below(3)), reason};
        }
    }

    std::vector<OpeningWindow> hours()
    {
        if (below(3) != 0)
            return {};
        const std::int64_t from = below(12) * 60;
        return {{1 + below(127), from, from + 1 + below(600)}};
    }

    CounterId counter() { return {1 + below(below(50) == 0 ? 9 : 6)}; }

    std::string day(const BranchState &state)
    {
        if (state.businessDay().empty() || below(3) == 0)
            return localDay(kMorning + below(4) * kDayMs, 0);
        return localDay(dayStart(state.businessDay(), 0) + below(2) * kDayMs, 0);
    }

    Command definition()
    {
        const std::vector<std::string> letters = {"A", "B", "C", "O"};
        switch (below(7)) {
        case 0: {
            BranchSetup setup = sampleSetup();
            setup.settings.numberDigits = 2 + below(2);
            setup.settings.recallLimit = below(4);
            setup.settings.noShowMisses = below(5); // 0 is refused
            setup.settings.noShowPlacesBack = 1 + below(6);
            setup.services.push_back(
                {{4}, {"Đổi tiền", ""}, letters[m_random() % 3], kMinuteMs, (1 + below(30)) * kMinuteMs});
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
                                           letters[m_random() % 4],
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

    std::mt19937_64 m_random;
    bool m_isCrowded;
    bool m_changesRules;
};

int factor() { return std::max(1, qEnvironmentVariableIntValue("TIEPDON_MODEL_FACTOR")); }

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engineAgreesWithTheModel();
};

void TestModel::engineAgreesWithTheModel()
{
    std::map<std::string, std::int64_t> seen; // "command refusal" and how often
    for (int seed = 1; seed <= kSeeds * factor(); ++seed) {
        Commands commands(static_cast<std::uint64_t>(seed));
        Model model;
        BranchState state;
        BranchState mirror; // hears of events alone, as text
        PublicState shown = publicState(state);
        TimeMs now = kMorning;
        for (int i = 0; i < kCommandsPerSeed; ++i) {
            now += commands.pause();
            const Command command = commands.next(state);
            const auto where = [&] {
                return "seed " + std::to_string(seed) + ", command " + std::to_string(i) + ": "
                    + std::string(methodOf(command)) + " " + toBytes(paramsOf(command));
            };
            const auto decided = decide(state, command, now);
            const auto refusal = model.run(command, now);
            const std::string engineSays = decided ? "" : std::string(name(decided.error().code));
            const std::string modelSays = refusal ? std::string(name(*refusal)) : "";
            if (engineSays != modelSays)
                QFAIL((where() + " engine: " + engineSays + ", model: " + modelSays).c_str());
            ++seen[std::string(methodOf(command)) + " " + engineSays];
            if (!decided)
                continue;

            for (const Event &event : *decided) {
                const auto *opened = std::get_if<event::CounterOpened>(&event);
                const CounterState *before = opened ? state.counterState(opened->counter) : nullptr;
                if (before && before->isOpen())
                    ++seen[before->ticket.isSet() ? "taken over with a ticket" : "taken over"];
                const Touched touched = apply(state, event, now);
                if (const auto *started = std::get_if<event::ServiceStarted>(&event))
                    ++seen[started->claimedMs ? "start claimed" : "start not claimed"];
                if (std::holds_alternative<event::ServiceFinished>(event)) {
                    const auto &claimed = touched.ticket->step.claimedFinishedMs;
                    QVERIFY2(claimed == model.claimedEnd(), where().c_str());
                    ++seen[claimed ? "end claimed" : "end not claimed"];
                }
                for (const PublicEvent &publicEvent : publicEvents(state, event, touched))
                    apply(shown, publicEvent);
                const auto text = parseJson(toBytes(bodyOf(event)));
                if (!text)
                    QFAIL(where().c_str());
                const auto heard = eventFrom(name(event), *text);
                if (!heard)
                    QFAIL(where().c_str());
                apply(mirror, *heard, now);
            }
            const auto *call = decided->empty() ? nullptr : std::get_if<event::TicketCalled>(&decided->front());
            if (call && !(call->reason == model.reason()))
                QFAIL((where() + toBytes(toJson(call->reason)) + toBytes(toJson(model.reason()))).c_str());

            const StateImage image = state.image();
            if (!(image == model.image()))
                QFAIL((where() + "\n" + toBytes(toJson(image)) + "\n" + toBytes(toJson(model.image()))).c_str());
            if (!(mirror.image() == image))
                QFAIL(where().c_str());
            if (const auto wrong = violations(state); !wrong.empty())
                QFAIL((where() + " " + wrong.front()).c_str());

            const PublicState anew = publicState(state);
            if (!(shown == anew))
                QFAIL((where() + "\n" + toBytes(toJson(shown)) + "\n" + toBytes(toJson(anew))).c_str());
            if (i % 25 == 0) {
                QCOMPARE(digestOf(mirror), digestOf(state));
                QVERIFY2(BranchState(image).image() == image, where().c_str());
            }
        }
        QCOMPARE(digestOf(mirror), digestOf(state));
    }

    // the walk has been everywhere it should: a refusal never met is a rule never tested
    for (const char *needed : {"defineBranch ",
                               "defineBranch InvalidParams",
                               "defineBranch DayAlreadyOpen",
                               "defineService ",
                               "defineService InvalidParams",
                               "defineProfile ",
                               "defineProfile InvalidParams",
                               "defineCounter ",
                               "defineCounter InvalidParams",
                               "defineStaff ",
                               "defineStaff InvalidParams",
                               "openDay ",
                               "openDay DayAlreadyOpen",
                               "openDay DayInThePast",
                               "openDay InvalidParams",
                               "closeDay ",
                               "closeDay TicketsInService",
                               "closeDay DayNotOpen",
                               "signOn ",
                               "signOn DayNotOpen",
                               "signOn UnknownCounter",
                               "signOn UnknownStaff",
                               "signOn UnknownProfile",
                               "signOn CounterOccupied",
                               "signOn StaffElsewhere",
                               "signOff ",
                               "signOff CounterBusy",
                               "signOff CounterNotOpen",
                               "signOff UnknownCounter",
                               "assignProfile ",
                               "assignProfile UnknownProfile",
                               "assignProfile CounterNotOpen",
                               "issueTicket ",
                               "issueTicket UnknownService",
                               "issueTicket SeriesFull",
                               "callNext ",
                               "callNext NobodyWaiting",
                               "callNext CounterBusy",
                               "callNext CounterNotOpen",
                               "callNext CounterOnBreak",
                               "callTicket ",
                               "callTicket CounterOnBreak",
                               "callTicket WrongState",
                               "callTicket UnknownTicket",
                               "takeBreak ",
                               "takeBreak CounterBusy",
                               "endBreak ",
                               "endBreak CounterNotOpen",
                               "assignProfile CounterChanged",
                               "assignProfile ServiceUnserved",
                               "issueTicket ServiceClosed",
                               "raiseTicket ",
                               "raiseTicket WrongState",
                               "lowerTicket ",
                               "lowerTicket WrongState",
                               "cancelTicket ",
                               "cancelTicket WrongState",
                               "restoreTicket ",
                               "restoreTicket UnknownTicket",
                               "restoreTicket NumberTaken",
                               "transfer WrongState",
                               "defineGroup ",
                               "defineGroup InvalidParams",
                               "defineZone ",
                               "recall ",
                               "recall RecallLimitReached",
                               "recall WrongState",
                               "startService ",
                               "startService TicketNotHere",
                               "startService WrongState",
                               "finishService ",
                               "finishService WrongState",
                               "markNoShow ",
                               "markNoShow UnknownTicket",
                               "transfer ",
                               "transfer UnknownService",
                               "transfer UnknownTicket",
                               "taken over",
                               "taken over with a ticket",
                               "start claimed",
                               "start not claimed",
                               "end claimed",
                               "end not claimed"})
        QVERIFY2(seen[needed] > 0, needed);
}

QTEST_APPLESS_MAIN(TestModel)
#include "tst_model.moc"
