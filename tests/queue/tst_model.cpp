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
            return command::AssignProfile{counter(), {below(5)}};
        const std::int64_t open = static_cast<std::int64_t>(state.tickets().size());
        if (dice < (open < (m_isCrowded ? 230 : 25) ? 520 : 250))
            return command::IssueTicket{{1 + below(below(50) == 0 ? 9 : 5)}};
        if (dice < 700)
            return command::CallNext{counter()};

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
        switch (below(5)) {
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
                setup.counters.push_back({{i}, i, {1 + below(4)}});
                setup.staff.push_back({{i}, "Nhân viên " + std::to_string(i)});
            }
            return command::DefineBranch{setup};
        }
        case 1:
            return command::DefineService{
                {{1 + below(5)}, {"Dịch vụ", ""}, letters[m_random() % 4], kMinuteMs, (1 + below(30)) * kMinuteMs}};
        case 2:
            return command::DefineProfile{{{1 + below(4)}, {"Hồ sơ", ""}, {{1 + below(5)}, {1 + below(5)}}}};
        case 3:
            return command::DefineCounter{{{1 + below(6)}, 1 + below(9), {1 + below(5)}}};
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
            QVERIFY2(engineSays == modelSays,
                     (where() + " engine: " + engineSays + ", model: " + modelSays).c_str());
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
                QVERIFY2(text.isOk(), where().c_str());
                const auto heard = eventFrom(name(event), *text);
                QVERIFY2(heard.isOk(), where().c_str());
                apply(mirror, *heard, now);
            }
            if (const auto *call = decided->empty() ? nullptr : std::get_if<event::TicketCalled>(&decided->front()))
                QVERIFY2(call->reason == model.reason(),
                         (where() + toBytes(toJson(call->reason)) + toBytes(toJson(model.reason()))).c_str());

            const StateImage image = state.image();
            QVERIFY2(image == model.image(),
                     (where() + "\n" + toBytes(toJson(image)) + "\n" + toBytes(toJson(model.image()))).c_str());
            QVERIFY2(mirror.image() == image, where().c_str());
            const auto wrong = violations(state);
            QVERIFY2(wrong.empty(), (where() + " " + (wrong.empty() ? "" : wrong.front())).c_str());

            const PublicState anew = publicState(state);
            QVERIFY2(shown.queues == anew.queues && shown.isOpen == anew.isOpen && shown.branch == anew.branch
                         && shown.businessDay == anew.businessDay,
                     where().c_str());
            QVERIFY2(shown.calls.size() <= limits::kShownCallsMax, where().c_str());
            for (const ShownCall &call : anew.calls) { // an open call is shown as such, or newer ones fill the list
                const auto same = std::find_if(shown.calls.begin(), shown.calls.end(),
                                               [&](const ShownCall &c) { return c.number == call.number; });
                const bool isPushedOut = same == shown.calls.end() && shown.calls.size() == limits::kShownCallsMax
                    && shown.calls.back().shownMs >= call.shownMs;
                QVERIFY2(!call.isOpen || isPushedOut || (same != shown.calls.end() && same->isOpen),
                         where().c_str());
            }
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
