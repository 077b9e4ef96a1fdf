// SPDX-License-Identifier: GPL-3.0-or-later
// core/queue/STATES.md: what each command makes of a ticket in each state, and of a counter, done with the engine
// and written down. TIEPDON_WRITE_STATES=1 writes the page instead of comparing it.
#include "core/wire/codec.h"
#include "tests/queue/fixture.h"

#include <QFile>
#include <QTest>

#include <functional>
#include <set>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr CounterId kHere{1}; ///< where the ticket is, if it is at a counter; signed on
constexpr CounterId kOther{3}; ///< signed on, free, serves everything
constexpr ServiceId kService{1};

constexpr auto kIntroduction = R"(<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
# What a command makes of a ticket

A test does every command of these tables with the engine, in every state, and goes red when this page says something
else. A cell holds the state the ticket, the counter or the branch is in afterwards, or the `Error` the command is refused with; then
nothing has changed.

)";

using Ran = std::set<std::string>;

/// The state a ticket is in, also one that is in the branch no more.
std::string stateName(const Branch &branch, TicketId id)
{
    const auto text
        = [](TicketState state) { return std::string(names(state).at(static_cast<std::size_t>(state))); };
    if (const Ticket *ticket = branch.state.ticket(id))
        return text(ticket->state) + (ticket->held ? ", delayed" : "")
            + (ticket->state == TicketState::Waiting && ticket->raisedFrom ? ", first" : "");
    for (const Touched &touched : branch.touched) {
        if (touched.ticket && touched.ticket->id == id)
            return text(touched.ticket->state);
    }
    return "gone";
}

/// Two outcomes, a segment; staff 1 to 3 at their counters; people wait before and behind for the service.
Branch workingBranch()
{
    Branch branch = openBranch();
    BranchSetup setup = branch.state.setup();
    setup.outcomes = {{{1}, {"Xong", ""}}};
    setup.segments = {{{1}, {"Ưu tiên", ""}, 1, 2000, 0}};
    setup.settings.recallLimit = 1;
    setup.settings.noShowMisses = 2;
    if (!branch.run(command::DefineBranch{setup}).empty())
        qFatal("the branch is not taken");
    return branch;
}

using Steps = std::function<bool(Branch &, TicketId)>;

/// One thing after the other; false when one of them is refused.
template <class... Commands>
bool runAll(Branch &branch, const Commands &...commands)
{
    branch.now += kSecondMs;
    return (branch.run(commands).empty() && ...);
}

struct State {
    const char *name;
    Steps reach; ///< from a ticket that waits
};

std::vector<State> ticketStates()
{
    using namespace command;
    const auto call = [](Branch &b, TicketId t) { return runAll(b, CallTicket{kHere, t}); };
    const auto serve = [call](Branch &b, TicketId t) { return call(b, t) && runAll(b, StartService{kHere, t}); };
    return {
        {"waiting", [](Branch &, TicketId) { return true; }},
        {"waiting, first",
         [](Branch &b, TicketId t) {
             return runAll(b, RaiseTicket{t, HandReason::Other});
         }},
        {"waiting, delayed",
         [](Branch &b, TicketId t) {
             return runAll(b, Transfer{{}, t, kService, TransferPlace::Last, {}, {}, {}, kMinuteMs});
         }},
        {"called", call},
        {"serving", serve},
        {"wrapUp",
         [serve](Branch &b, TicketId t) {
             return serve(b, t) && runAll(b, WrapUp{kHere, t});
         }},
        {"parked",
         [serve](Branch &b, TicketId t) {
             return serve(b, t) && runAll(b, Park{kHere, t, ParkReason::Other, kMinuteMs});
         }},
        {"done",
         [serve](Branch &b, TicketId t) {
             return serve(b, t) && runAll(b, FinishService{kHere, t});
         }},
        {"noShow",
         [call](Branch &b, TicketId t) {
             return call(b, t) && runAll(b, MarkNoShow{kHere, t}) && call(b, t) && runAll(b, MarkNoShow{kHere, t});
         }},
        {"cancelled",
         [](Branch &b, TicketId t) {
             return runAll(b, CancelTicket{t, HandReason::Other});
         }},
        {"abandoned",
         [](Branch &b, TicketId t) {
             return runAll(b, CancelTicket{t, HandReason::Left});
         }},
        {"ended",
         [](Branch &b, TicketId) {
             return runAll(b, CloseDay{true}, OpenDay{"2026-05-01"}, SignOn{kHere, {1}, {}},
                           SignOn{kOther, {3}, {}});
         }},
    };
}

struct Row {
    const char *what; ///< beside the method's name
    std::function<Command(TicketId)> command;
    Steps before = {}; ///< what must be so, that is no state; where it cannot be, the cell is empty
};

bool define(Branch &branch, const std::function<void(BranchSetup &)> &change)
{
    BranchSetup setup = branch.state.setup();
    change(setup);
    return branch.run(command::DefineBranch{setup}).empty();
}

std::vector<Row> ticketRows()
{
    using namespace command;
    const auto wantsOutcome = [](Branch &b, TicketId) {
        return define(b, [](BranchSetup &setup) { setup.services.front().outcomeRequired = true; });
    };
    const auto lastMiss = [](Branch &b, TicketId) {
        return define(b, [](BranchSetup &setup) { setup.settings.noShowMisses = 1; });
    };
    const auto carries = [](Branch &b, TicketId) {
        return define(b, [](BranchSetup &setup) { setup.settings.carriesOver = true; });
    };
    const auto recalled = [](Branch &b, TicketId t) { return b.run(Recall{kHere, t}).empty(); };
    const auto added = [](Branch &b, TicketId t) { return b.run(AddService{kHere, t, {2}}).empty(); };
    const auto inTenSteps = [](Branch &b, TicketId t) {
        for (int i = 0; i < 10; ++i) {
            if (!b.run(AddService{kHere, t, {2}}).empty())
                return false;
        }
        return true;
    };
    const auto alone = [](Branch &b, TicketId t) { // so that the rule has nobody else to call
        const auto tickets = b.state.tickets();
        for (const auto &[id, ticket] : tickets) {
            if (id != t && !b.run(CancelTicket{id, HandReason::Other}).empty())
                return false;
        }
        return true;
    };
    return {
        {", at a free counter, nobody else waiting", [](TicketId) { return CallNext{kOther}; }, alone},
        {", at a free counter",
         [](TicketId t) {
             return CallTicket{kOther, t};
         }},
        {", at its own counter",
         [](TicketId t) {
             return CallTicket{kHere, t};
         }},
        {"",
         [](TicketId t) {
             return Recall{kHere, t};
         }},
        {", after the last recall allowed",
         [](TicketId t) {
             return Recall{kHere, t};
         },
         recalled},
        {", at another counter",
         [](TicketId t) {
             return Recall{kOther, t};
         }},
        {"",
         [](TicketId t) {
             return MarkNoShow{kHere, t};
         }},
        {", the last miss",
         [](TicketId t) {
             return MarkNoShow{kHere, t};
         },
         lastMiss},
        {"",
         [](TicketId t) {
             return Requeue{kHere, t};
         }},
        {"",
         [](TicketId t) {
             return StartService{kHere, t};
         }},
        {", at another counter",
         [](TicketId t) {
             return StartService{kOther, t};
         }},
        {"",
         [](TicketId t) {
             return Park{kHere, t};
         }},
        {", at a free counter",
         [](TicketId t) {
             return Resume{kOther, t};
         }},
        {"",
         [](TicketId t) {
             return AddService{kHere, t, {2}};
         }},
        {", with ten services to come",
         [](TicketId t) {
             return AddService{kHere, t, {2}};
         },
         inTenSteps},
        {"",
         [](TicketId t) {
             return RemoveServices{kHere, t};
         }},
        {"",
         [](TicketId t) {
             return command::WrapUp{kHere, t};
         }},
        {"",
         [](TicketId t) {
             return MarkOutcome{kHere, t, {1}};
         }},
        {"",
         [](TicketId t) {
             return FinishService{kHere, t};
         }},
        {", with a service to come",
         [](TicketId t) {
             return FinishService{kHere, t};
         },
         added},
        {", where an outcome is wanted and missing",
         [](TicketId t) {
             return FinishService{kHere, t};
         },
         wantsOutcome},
        {", where an outcome is wanted and said",
         [](TicketId t) {
             return FinishService{kHere, t, {}, {1}};
         },
         wantsOutcome},
        {", from the counter",
         [](TicketId t) {
             return Transfer{kHere, t, {2}};
         }},
        {", from the counter, first",
         [](TicketId t) {
             return Transfer{kHere, t, {2}, TransferPlace::First};
         }},
        {", from the counter, delayed",
         [](TicketId t) { return Transfer{kHere, t, {2}, TransferPlace::Last, {}, {}, {}, kMinuteMs}; }},
        {", of who waits",
         [](TicketId t) {
             return Transfer{{}, t, {2}};
         }},
        {"",
         [](TicketId t) {
             return SetSegment{t, {1}};
         }},
        {"",
         [](TicketId t) {
             return LinkCustomer{t, {7}};
         }},
        {"",
         [](TicketId t) {
             return RaiseTicket{t, HandReason::Other};
         }},
        {"", [](TicketId t) { return LowerTicket{t}; }},
        {"",
         [](TicketId t) {
             return CancelTicket{t, HandReason::Other};
         }},
        {", who left",
         [](TicketId t) {
             return CancelTicket{t, HandReason::Left};
         }},
        {"",
         [](TicketId t) {
             return RestoreTicket{t, HandReason::Other};
         }},
        {"", [](TicketId) { return CloseDay{}; }},
        {", forced", [](TicketId) { return CloseDay{true}; }},
        {", forced, where the queue is kept overnight", [](TicketId) { return CloseDay{true}; }, carries},
    };
}

/// A ticket in a state, with others waiting before and behind; nothing when the state cannot be reached.
std::pair<Branch, TicketId> inState(const State &state)
{
    Branch branch = workingBranch();
    branch.issue(kService.value);
    branch.now += kMinuteMs;
    const TicketId ticket = branch.issue(kService.value);
    branch.now += kMinuteMs;
    branch.issue(kService.value);
    branch.issue(2);
    if (!state.reach(branch, ticket) || stateName(branch, ticket) != state.name)
        if (std::string(state.name) != "ended" || branch.state.ticket(ticket))
            qFatal("the state %s is not reached: %s", state.name, stateName(branch, ticket).c_str());
    return {branch, ticket};
}

std::string header(const std::string &first, const std::vector<std::string> &names)
{
    std::string line = "| " + first + " |";
    std::string under = "| --- |";
    for (const std::string &name : names) {
        line += " " + name + " |";
        under += " --- |";
    }
    return line + "\n" + under + "\n";
}

/// A cell of the first table.
std::string ticketCell(const Row &row, const State &state, Ran &ran)
{
    auto [branch, ticket] = inState(state);
    branch.now += kSecondMs;
    if (row.before && !row.before(branch, ticket))
        return "";
    const Command command = row.command(ticket);
    ran.insert(std::string(methodOf(command)));
    const std::string before = digestOf(branch.state);
    const std::string refusal = branch.run(command);
    if (refusal.empty())
        return stateName(branch, ticket) == "gone" ? "as it was" : stateName(branch, ticket);
    if (digestOf(branch.state) != before)
        qFatal("a refusal changes the branch");
    return "`" + refusal + "`";
}

std::string ticketTable(Ran &ran)
{
    std::vector<std::string> states;
    for (const State &state : ticketStates())
        states.emplace_back(state.name);
    std::string page = header("command", states);
    for (const Row &row : ticketRows()) {
        page += "| `" + std::string(methodOf(row.command({}))) + "`" + row.what + " |";
        for (const State &state : ticketStates())
            page += " " + ticketCell(row, state, ran) + " |";
        page += "\n";
    }
    page += "| its time comes |";
    for (const State &state : ticketStates()) {
        auto [branch, ticket] = inState(state);
        branch.now += kHourMs;
        for (auto events = passTime(branch.state, branch.now); !events.empty();
             events = passTime(branch.state, branch.now)) {
            for (const Event &event : events)
                branch.touched.push_back(apply(branch.state, event, branch.now));
        }
        page += " " + stateName(branch, ticket) + " |";
    }
    return page + "\n";
}

struct CounterSetting {
    const char *name;
    std::function<bool(Branch &)> reach; ///< of counter 1, which is closed; somebody waits
};

/// How a counter is now.
std::string counterName(const Branch &branch)
{
    const CounterState &counter = *branch.state.counterState(kHere);
    if (!counter.isOpen())
        return "closed";
    if (counter.onBreak)
        return "on a break";
    if (counter.nextStoredMs)
        return "next stored";
    return counter.ticket.isSet() ? "with a person" : "free";
}

std::string counterTable(Ran &ran)
{
    using namespace command;
    const SignOn open{kHere, {1}, {}};
    const std::vector<CounterSetting> settings = {
        {"closed", [](Branch &) { return true; }},
        {"free", [=](Branch &b) { return runAll(b, open); }},
        {"free, nobody waiting",
         [=](Branch &b) {
             return runAll(b, open) && runAll(b, CancelTicket{{1}, HandReason::Other});
         }},
        {"free, called a moment ago",
         [=](Branch &b) {
             return define(b, [](BranchSetup &s) { s.settings.minCallGapMs = kHourMs; }) && runAll(b, open)
                 && runAll(b, CallNext{kHere}, Requeue{kHere, {1}});
         }},
        {"with a person", [=](Branch &b) { return runAll(b, open) && runAll(b, CallNext{kHere}); }},
        {"on a break",
         [=](Branch &b) {
             return runAll(b, open) && runAll(b, TakeBreak{kHere, BreakReason::Rest});
         }},
        {"next stored",
         [=](Branch &b) {
             return runAll(b, open, CancelTicket{{1}, HandReason::Other}) && runAll(b, CallNext{kHere, true});
         }},
    };
    const std::vector<std::pair<const char *, Command>> rows = {
        {"", open},
        {", taking it over", SignOn{kHere, {2}, {}, true}},
        {"", SignOff{kHere}},
        {"", AssignProfile{kHere, {3}}},
        {"", TakeBreak{kHere, BreakReason::Meal}},
        {"", EndBreak{kHere}},
        {"", CallNext{kHere}},
        {", to be stored", CallNext{kHere, true}},
        {"", ForgetNext{kHere}},
        {"", CallTicket{kHere, {1}}},
        {"", ServeWalkIn{kHere, kService}},
    };
    std::vector<std::string> names;
    for (const CounterSetting &setting : settings)
        names.emplace_back(setting.name);
    std::string page = header("command", names);
    for (const auto &[what, command] : rows) {
        page += "| `" + std::string(methodOf(command)) + "`" + what + " |";
        for (const CounterSetting &setting : settings) {
            Branch branch = closedBranch();
            if (!runAll(branch, OpenDay{"2026-05-01"}, IssueTicket{kService}) || !setting.reach(branch))
                qFatal("a counter is not %s", setting.name);
            branch.now += kSecondMs;
            ran.insert(std::string(methodOf(command)));
            const std::string refusal = branch.run(command);
            page += refusal.empty() ? " " + counterName(branch) + " |" : " `" + refusal + "` |";
        }
        page += "\n";
    }
    return page;
}

/// Every command there is, with a branch that is not defined, closed, and open with a ticket waiting.
template <std::size_t... i>
std::vector<Command> everyCommand(std::index_sequence<i...>)
{
    return {Command(std::variant_alternative_t<i, Command>{})...};
}

std::string dayTable(Ran &ran)
{
    std::string page = header("command", {"nothing defined", "day closed"});
    for (Command command : everyCommand(std::make_index_sequence<std::variant_size_v<Command>>())) {
        if (auto *open = std::get_if<command::OpenDay>(&command))
            open->businessDay = "2026-05-01";
        if (auto *setup = std::get_if<command::DefineBranch>(&command))
            setup->setup = sampleSetup();
        page += "| `" + std::string(methodOf(command)) + "` |";
        ran.insert(std::string(methodOf(command)));
        Branch nothing;
        for (Branch branch : {nothing, closedBranch()}) {
            const std::string refusal = branch.run(command);
            page += refusal.empty() ? " done |" : " `" + refusal + "` |";
        }
        page += "\n";
    }
    return page;
}

std::string statesPage(Ran &ran)
{
    std::string page = kIntroduction;
    page += "## Tickets\n\nThe ticket is at counter 1 where its state is one at a counter; a command about the "
            "ticket in "
            "hand comes from there\nunless it says otherwise. Two others wait for its service and one for another. "
            "An empty "
            "cell: that cannot be.\n\n"
        + ticketTable(ran);
    page += "\n## Counters\n\nSomebody waits for the counter's service unless it says otherwise.\n\n"
        + counterTable(ran);
    page += "\n## The day\n\nEvery command there is, empty but for the branch or the day it names.\n\n"
        + dayTable(ran);
    return page;
}

} // namespace

class TestStateTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageSaysWhatTheEngineDoes();
};

void TestStateTable::thePageSaysWhatTheEngineDoes()
{
    Ran ran;
    const std::string page = statesPage(ran);
    for (const Command &command : everyCommand(std::make_index_sequence<std::variant_size_v<Command>>()))
        QVERIFY2(ran.contains(std::string(methodOf(command))), std::string(methodOf(command)).c_str());

    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/core/queue/STATES.md"));
    if (qEnvironmentVariableIsSet("TIEPDON_WRITE_STATES")) {
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(QByteArray::fromStdString(page));
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const QList<QByteArray> written = file.readAll().split('\n');
    const QList<QByteArray> wanted = QByteArray::fromStdString(page).split('\n');
    for (qsizetype i = 0; i < std::min(written.size(), wanted.size()); ++i)
        QCOMPARE(written[i], wanted[i]);
    QCOMPARE(written.size(), wanted.size());
}

QTEST_APPLESS_MAIN(TestStateTable)
#include "tst_statetable.moc"
