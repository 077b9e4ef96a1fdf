// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "tests/queue/commands.h"
#include "tests/queue/fixture.h"
#include "tests/queue/model.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr int kSeeds = 40;
constexpr int kCommandsPerSeed = 5500; // 220,000 in all; TIEPDON_MODEL_FACTOR multiplies the seeds

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
        Choices choices(static_cast<std::uint64_t>(seed));
        Commands commands(choices, {seed % 10 == 0, seed % 2 == 0});
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
