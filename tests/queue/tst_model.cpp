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

constexpr int kSeeds = 60;
constexpr int kCommandsPerSeed = 5500; // 330,000 in all; TIEPDON_MODEL_FACTOR multiplies the seeds

/// Every command, and how it must have come out at least once.
constexpr auto kMet = R"(
addService: done CounterNotOpen DayNotOpen TicketNotHere UnknownCounter UnknownService UnknownTicket WrongState
assignProfile: done CounterChanged CounterNotOpen ServiceUnserved UnknownCounter UnknownProfile
callNext: done CalledTooSoon CounterBusy CounterNotOpen CounterOnBreak DayNotOpen NobodyWaiting UnknownCounter
callTicket: done CalledTooSoon CounterBusy CounterNotOpen CounterOnBreak UnknownCounter UnknownTicket WrongState
cancelTicket: done DayNotOpen UnknownTicket WrongState
changeSettings: done DayAlreadyOpen InvalidParams SettingChanged SettingInUse
closeDay: done DayNotOpen TicketsInService
defineBranch: done DayAlreadyOpen
defineCounter: done InvalidParams
defineGroup: done InvalidParams
defineOutcome: done InvalidParams
definePriorityReason: done InvalidParams
defineProfile: done InvalidParams
defineSegment: done InvalidParams
defineService: done InvalidParams
defineStaff: done InvalidParams
defineZone: done
endBreak: done CounterNotOpen UnknownCounter
finishService: done CounterNotOpen DayNotOpen OutcomeRequired TicketNotHere UnknownCounter UnknownOutcome UnknownTicket WrongState
forgetNext: done CounterNotOpen UnknownCounter
issueTicket: done BookingTooEarly BookingTooLate DayNotOpen InvalidParams SeriesFull ServiceClosed ServiceFull UnknownPriorityReason UnknownSegment UnknownService
lowerTicket: done UnknownTicket WrongState
markNoShow: done CounterNotOpen TicketNotHere UnknownCounter UnknownTicket WrongState
markOutcome: done CounterNotOpen TicketNotHere UnknownCounter UnknownOutcome UnknownTicket WrongState
openDay: done DayAlreadyOpen DayInThePast InvalidParams
park: done CounterNotOpen DayNotOpen InvalidParams TicketNotHere UnknownCounter UnknownTicket WrongState
raiseTicket: done UnknownTicket WrongState
recall: done CounterNotOpen RecallLimitReached TicketNotHere UnknownCounter UnknownTicket WrongState
removeServices: done CounterNotOpen TicketNotHere UnknownCounter UnknownTicket WrongState
requeue: done CounterNotOpen InvalidParams TicketNotHere UnknownCounter UnknownTicket WrongState
restoreTicket: done NumberTaken UnknownTicket
resume: done CounterBusy CounterNotOpen CounterOnBreak UnknownCounter UnknownTicket WrongState
serveWalkIn: done CounterBusy CounterNotOpen CounterOnBreak SeriesFull UnknownCounter UnknownSegment UnknownService
setSegment: done InvalidParams UnknownPriorityReason UnknownSegment UnknownTicket WrongState
signOff: done CounterBusy CounterNotOpen UnknownCounter
signOn: done CounterOccupied DayNotOpen StaffElsewhere UnknownCounter UnknownProfile UnknownStaff
startService: done CounterNotOpen TicketNotHere UnknownCounter UnknownTicket WrongState
takeBreak: done CounterBusy CounterNotOpen UnknownCounter
transfer: done CounterNotOpen DayNotOpen InvalidParams TicketNotHere UnknownCounter UnknownService UnknownStaff UnknownTicket WrongState
wrapUp: done CounterNotOpen DayNotOpen TicketNotHere UnknownCounter UnknownTicket WrongState
)";

using Seen = std::map<std::string, std::int64_t>; ///< "command refusal" and how often

int factor() { return std::max(1, qEnvironmentVariableIntValue("TIEPDON_MODEL_FACTOR")); }

/// The engine, the model and two mirrors side by side.
class Walk
{
public:
    explicit Walk(Seen &seen) : m_seen(seen), m_shown(publicState(m_state)) { }

    [[nodiscard]] const BranchState &state() const { return m_state; }

    /// What is wrong after a command, or nothing.
    std::string take(const Command &command, TimeMs now)
    {
        const auto decided = decide(m_state, command, now);
        const auto refusal = m_model.run(command, now);
        const std::string engineSays = decided ? "" : std::string(name(decided.error().code));
        const std::string modelSays = refusal ? std::string(name(*refusal)) : "";
        if (engineSays != modelSays)
            return "engine: " + engineSays + ", model: " + modelSays;
        ++m_seen[std::string(methodOf(command)) + " " + engineSays];
        return decided ? happens(*decided, now) : std::string();
    }

    /// What is wrong after all that happens by itself by now, or nothing.
    std::string passTime(TimeMs now)
    {
        for (;;) {
            const std::vector<Event> events = tiepdon::passTime(m_state, now);
            if (m_model.passTime(now) == events.empty())
                return events.empty() ? "by the model something happens by itself"
                                      : "by the model nothing happens by itself";
            if (events.empty())
                break;
            ++m_seen["by itself " + std::string(name(events.front()))];
            if (std::string wrong = happens(events, now); !wrong.empty())
                return "by itself: " + wrong;
        }
        const auto dueMs = m_state.nextDueMs();
        return dueMs && *dueMs <= m_state.changedMs() ? "something is due and does not happen" : std::string();
    }

    [[nodiscard]] std::string wrongWithDigests() const
    {
        const StateImage image = m_state.image();
        if (digestOf(m_mirror) != digestOf(m_state))
            return "the mirror has another digest";
        return BranchState(image).image() == image ? std::string() : "the state is another after its image";
    }

private:
    std::string happens(const std::vector<Event> &events, TimeMs now)
    {
        for (const Event &event : events) {
            const auto *opened = std::get_if<event::CounterOpened>(&event);
            const CounterState *before = opened ? m_state.counterState(opened->counter) : nullptr;
            if (before && before->isOpen())
                ++m_seen[before->ticket.isSet() ? "taken over with a ticket" : "taken over"];
            const Touched touched = apply(m_state, event, now);
            if (const auto *started = std::get_if<event::ServiceStarted>(&event))
                ++m_seen[started->claimedMs ? "start claimed" : "start not claimed"];
            if (std::holds_alternative<event::ServiceFinished>(event)) {
                const auto &claimed = touched.ticket->step.claimedFinishedMs;
                if (claimed != m_model.claimedEnd())
                    return "another end is believed";
                ++m_seen[claimed ? "end claimed" : "end not claimed"];
            }
            if (const auto *call = std::get_if<event::TicketCalled>(&event)) {
                ++m_seen["called "
                         + std::string(names(call->reason.rule)[static_cast<std::size_t>(call->reason.rule)])];
                if (!(call->reason == m_model.reason()))
                    return "another reason\n" + toBytes(toJson(call->reason)) + "\n"
                        + toBytes(toJson(m_model.reason()));
            }
            for (const PublicEvent &publicEvent : publicEvents(m_state, event, touched))
                apply(m_shown, publicEvent);
            const auto text = parseJson(toBytes(bodyOf(event)));
            const auto heard = text ? eventFrom(name(event), *text) : Result<Event>(text.error());
            if (!heard)
                return "an event cannot be read";
            apply(m_mirror, *heard, now);
        }

        StateImage image = m_state.image();
        if (!(m_mirror.image() == image))
            return "the mirror differs";
        image.overtakings.clear(); // the model counts person by person
        if (!(image == m_model.image()))
            return "the state differs\n" + toBytes(toJson(image)) + "\n" + toBytes(toJson(m_model.image()));
        for (const auto &[id, ticket] : m_state.tickets()) {
            const std::int64_t count = ticket.isQueued() ? m_model.overtaken(id) : 0;
            if (m_state.overtaken(ticket) != count)
                return "ticket " + ticket.number + " was overtaken " + std::to_string(m_state.overtaken(ticket))
                    + " times, by the model " + std::to_string(count);
        }
        if (const auto wrong = violations(m_state); !wrong.empty())
            return wrong.front();
        const PublicState anew = publicState(m_state);
        if (!(m_shown == anew))
            return "the public sees\n" + toBytes(toJson(m_shown)) + "\n" + toBytes(toJson(anew));
        return {};
    }

    Seen &m_seen;
    Model m_model;
    BranchState m_state;
    BranchState m_mirror; ///< hears of events alone, as text
    PublicState m_shown;
};

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engineAgreesWithTheModel();
    void whatGoesAndComesBackIsTheSameInBoth();
};

void TestModel::engineAgreesWithTheModel()
{
    Seen seen;
    for (int seed = 1; seed <= kSeeds * factor(); ++seed) {
        Choices choices(static_cast<std::uint64_t>(seed));
        Commands commands(choices, {seed % 10 == 0, seed % 4 != 1});
        Walk walk(seen);
        TimeMs now = kMorning;
        for (int i = 0; i < kCommandsPerSeed; ++i) {
            now += commands.pause();
            const auto where = [&](const std::string &what) {
                return "seed " + std::to_string(seed) + ", command " + std::to_string(i) + ": " + what;
            };
            std::string wrong = walk.passTime(now);
            if (!wrong.empty())
                QFAIL(where(wrong).c_str());
            const Command command = commands.next(walk.state());
            wrong = walk.take(command, now);
            if (wrong.empty() && i % 25 == 0)
                wrong = walk.wrongWithDigests();
            if (!wrong.empty())
                QFAIL(
                    where(std::string(methodOf(command)) + " " + toBytes(paramsOf(command)) + " " + wrong).c_str());
        }
        QCOMPARE(walk.wrongWithDigests(), std::string());
    }

    // the walk has been everywhere it should: a refusal never met is a rule never tested
    for (const QString &line : QString::fromLatin1(kMet).split(u'\n', Qt::SkipEmptyParts)) {
        const QString method = line.section(u": "_qs, 0, 0);
        for (const QString &outcome : line.section(u": "_qs, 1).split(u' ')) {
            const QString wanted = method + u' ' + (outcome == u"done" ? QString() : outcome);
            QVERIFY2(seen[wanted.toStdString()] > 0, qPrintable(wanted));
        }
    }
    for (const char *wanted : {"taken over", "taken over with a ticket", "start claimed", "start not claimed",
                               "end claimed", "end not claimed", "by itself TicketCalled", "by itself TicketDue"})
        QVERIFY2(seen[wanted] > 0, wanted);
    for (const std::string_view rule : names(CallRule()))
        QVERIFY2(seen["called " + std::string(rule)] > 0, std::string(rule).c_str());
}

/// A service that had people today is taken away and brought back: random walks come there too seldom.
void TestModel::whatGoesAndComesBackIsTheSameInBoth()
{
    Seen seen;
    Walk walk(seen);
    TimeMs now = kMorning;
    const auto take = [&](const Command &command) { return walk.take(command, now += kSecondMs); };
    const auto isRefused = [&](const char *code) { return seen["issueTicket " + std::string(code)]; };
    command::ChangeSettings more;
    more.after.services = {{{8}, {"Dịch vụ", "Service"}, "Z", 5 * kMinuteMs, 10 * kMinuteMs}};
    more.after.services[0].dayLimit = 2;
    const command::ChangeSettings less{more.after, {}, {}, {}};
    QCOMPARE(take(command::DefineBranch{sampleSetup()}), std::string());
    QCOMPARE(take(command::OpenDay{"2026-05-01"}), std::string());
    QCOMPARE(take(more), std::string());
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(take(command::IssueTicket{{8}}), std::string());
        QCOMPARE(take(command::CancelTicket{walk.state().lastTicket(), HandReason::Left}), std::string());
    }
    QCOMPARE(take(less), std::string());
    QVERIFY(!walk.state().service({8}));
    QCOMPARE(take(more), std::string());
    QCOMPARE(take(command::IssueTicket{{8}}), std::string());
    QCOMPARE(isRefused("ServiceFull"), std::int64_t(1));
    QCOMPARE(take(less), std::string());
    QCOMPARE(take(command::CloseDay{true}), std::string());
    now += kDayMs;
    QCOMPARE(take(command::OpenDay{"2026-05-02"}), std::string());
    QCOMPARE(take(more), std::string());
    QCOMPARE(take(command::IssueTicket{{8}}), std::string());
    QCOMPARE(isRefused("ServiceFull"), std::int64_t(1));
    QCOMPARE(walk.wrongWithDigests(), std::string());
}

QTEST_APPLESS_MAIN(TestModel)
#include "tst_model.moc"
