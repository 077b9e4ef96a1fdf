// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/queue/fixture.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// Where the refusal of a command says the mistake is, as "list[index].field"; the code's name otherwise.
std::string placeOfMistake(const Branch &branch, const Command &command)
{
    const auto decided = decide(branch.state, command, branch.now);
    if (decided)
        return {};
    const auto &detail = decided.error().detail;
    if (!detail.contains("list"))
        return std::string(name(decided.error().code));
    return detail.at("list") + "[" + detail.at("index") + "]." + detail.at("field");
}

} // namespace

class TestDefinitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchIsDefinedAtOnce();
    void definingTheSameAgainChangesNothing();
    void onlyWhatChangesBecomesAnEvent();
    void whatIsLeftOutStays();
    void aMistakeIsPlacedWhereThePersonWroteIt();
    void aPartMayLeanOnWhatIsThere();
    void oneMistakeAndNothingChanges();
    void singlePartsAreDefined();
    void aSinglePartsMistakeIsAtZero();
    void partsWaitForTheBranch();
    void numbersAndZoneStandWhileTheDayIsOpen();
    void definingWhileTheDayIsOpen();
    void aServiceThatChangesItsSeriesKeepsItsTickets();
    void aCounterStaysAsItIsWhenRenumbered();
};

void TestDefinitions::aBranchIsDefinedAtOnce()
{
    Branch b;
    QVERIFY(!b.state.isDefined());
    QCOMPARE(b.run(command::DefineBranch{sampleSetup()}), std::string());
    QVERIFY(b.state.isDefined());
    QVERIFY(b.state.setup() == sampleSetup());
    QCOMPARE(b.events.size(), std::size_t(1 + 3 + 3 + 3 + 3));
    QVERIFY((*b.state.counterState({3}) == CounterState{{3}, {}, {3}, {}, b.now}));
}

void TestDefinitions::definingTheSameAgainChangesNothing()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::DefineBranch{sampleSetup()}), std::string());
    QVERIFY(b.events.empty());
}

void TestDefinitions::onlyWhatChangesBecomesAnEvent()
{
    Branch b = closedBranch();
    BranchSetup setup = sampleSetup();
    setup.services[1].serviceLevelMs = 30 * kMinuteMs;
    setup.staff[0].name = "  Nguyễn  Thị Lan "; // the same when cleaned
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.events.size(), std::size_t(1));
    QCOMPARE(std::get<event::ServiceDefined>(b.events[0]).service.id, ServiceId{2});
    QCOMPARE(b.state.service({2})->serviceLevelMs, 30 * kMinuteMs);
}

void TestDefinitions::whatIsLeftOutStays()
{
    Branch b = closedBranch();
    BranchSetup setup = sampleSetup();
    setup.services.resize(1);
    setup.profiles = {{{1}, {"Quầy", "Teller"}, {{1}}}};
    setup.counters = {{{4}, 4, {1}}};
    setup.staff.clear();
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.state.services().size(), std::size_t(3));
    QCOMPARE(b.state.profiles().size(), std::size_t(3));
    QCOMPARE(b.state.profile({1})->services.size(), std::size_t(1));
    QCOMPARE(b.state.counters().size(), std::size_t(4));
    QCOMPARE(b.state.staff().size(), std::size_t(3));
}

void TestDefinitions::aMistakeIsPlacedWhereThePersonWroteIt()
{
    const Branch b = closedBranch();
    BranchSetup setup = sampleSetup();
    setup.services[2].series = "Q";
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("services[2].series"));

    setup = sampleSetup();
    setup.staff.push_back({{1}, "Again"});
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("staff[3].id"));

    // against what is there and was left out
    setup = sampleSetup();
    setup.counters = {{{8}, 8, {1}}, {{9}, 2, {1}}}; // number 2 is counter 2's
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("counters[1].number"));
    setup.counters = {{{1}, 3, {1}}}; // number 3 is counter 3's
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("counters[0].number"));
    setup.counters.clear();
    setup.profiles = {{{7}, {"x", ""}, {{1}, {77}}}};
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("profiles[0].services"));

    setup = sampleSetup();
    setup.staff.clear();
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(limits::kDefinitionsMax) - 2; ++i)
        setup.staff.push_back({{100 + i}, "x"});
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}),
             std::string("staff[1997].id")); // with the three there
}

void TestDefinitions::aPartMayLeanOnWhatIsThere()
{
    Branch b = closedBranch();
    BranchSetup setup;
    setup.settings = sampleSetup().settings;
    setup.counters = {{{4}, 4, {2}}};
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.state.counter({4})->profile, ProfileId{2});
}

void TestDefinitions::oneMistakeAndNothingChanges()
{
    Branch b = closedBranch();
    const StateImage before = b.state.image();
    BranchSetup setup = sampleSetup();
    setup.settings.name.vi = "Khác";
    setup.services.push_back({{4}, {"Mới", ""}, "C", kMinuteMs, kMinuteMs});
    setup.staff[2].name = "\xff";
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string("InvalidParams"));
    QVERIFY(b.state.image() == before);
}

void TestDefinitions::singlePartsAreDefined()
{
    Branch b = closedBranch();
    QCOMPARE(b.run(command::DefineService{{{4}, {" Đổi  tiền", ""}, "C", kMinuteMs, kMinuteMs}}), std::string());
    QCOMPARE(b.events.size(), std::size_t(1));
    QCOMPARE(b.state.service({4})->name.vi, std::string("Đổi tiền"));
    QCOMPARE(b.run(command::DefineProfile{{{4}, {"Đổi", ""}, {{4}, {1}}}}), std::string());
    QCOMPARE(b.run(command::DefineCounter{{{4}, 14, {4}}}), std::string());
    QCOMPARE(b.run(command::DefineStaff{{{4}, "Hoa"}}), std::string());
    QCOMPARE(b.run(command::DefineStaff{{{4}, "Hoa"}}), std::string());
    QVERIFY(b.events.empty());
    QCOMPARE(b.state.staffMember({4})->name, std::string("Hoa"));
    QCOMPARE(b.state.counterState({4})->profile, ProfileId{4});
}

void TestDefinitions::aSinglePartsMistakeIsAtZero()
{
    const Branch b = closedBranch();
    QCOMPARE(placeOfMistake(b, command::DefineService{{{3}, {"x", ""}, "I", kMinuteMs, kMinuteMs}}),
             std::string("services[0].series"));
    QCOMPARE(placeOfMistake(b, command::DefineProfile{{{3}, {"x", ""}, {}}}), std::string("profiles[0].services"));
    QCOMPARE(placeOfMistake(b, command::DefineCounter{{{3}, 1, {3}}}), std::string("counters[0].number"));
    QCOMPARE(placeOfMistake(b, command::DefineCounter{{{1}, 3, {3}}}), std::string("counters[0].number"));
    QCOMPARE(placeOfMistake(b, command::DefineStaff{{{0}, "x"}}), std::string("staff[0].id"));
}

void TestDefinitions::partsWaitForTheBranch()
{
    const Branch empty;
    QCOMPARE(placeOfMistake(empty, command::DefineService{{{1}, {"x", ""}, "A", kMinuteMs, kMinuteMs}}),
             std::string("NotDefined"));
    QCOMPARE(placeOfMistake(empty, command::DefineStaff{{{1}, "x"}}), std::string("NotDefined"));
    QCOMPARE(placeOfMistake(empty, command::DefineBranch{{}}), std::string("settings[0].name"));
}

void TestDefinitions::numbersAndZoneStandWhileTheDayIsOpen()
{
    Branch b = openBranch();
    BranchSetup setup = sampleSetup();
    setup.settings.numberDigits = 3;
    QCOMPARE(placeOfMistake(b, command::DefineBranch{setup}), std::string("settings[0].numberDigits"));
    QCOMPARE(b.refusal(command::DefineBranch{setup}), std::string("DayAlreadyOpen"));
    BranchSetup zone = sampleSetup();
    zone.settings.utcOffsetMin = 0;
    QCOMPARE(placeOfMistake(b, command::DefineBranch{zone}), std::string("settings[0].utcOffsetMin"));
    QCOMPARE(b.run(command::CloseDay{false}), std::string());
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.state.settings().numberDigits, std::int64_t(3));
}

void TestDefinitions::definingWhileTheDayIsOpen()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(2);
    QVERIFY(b.call(1).isSet());
    BranchSetup setup = sampleSetup();
    setup.settings.recallLimit = 0;
    setup.services.push_back({{4}, {"Mới", ""}, "C", kMinuteMs, kMinuteMs});
    setup.profiles[0].services = {{4}};
    setup.counters.push_back({{4}, 4, {1}});
    setup.staff.push_back({{4}, "Hoa"});
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.refusal(command::Recall{{1}, {1}}), std::string("RecallLimitReached")); // rules hold at once
    QCOMPARE(b.run(command::SignOn{{4}, {4}, {}}), std::string());
    QCOMPARE(b.refusal(command::CallNext{{4}}), std::string("NobodyWaiting"));
    QVERIFY(b.issue(4).isSet());
    QVERIFY(b.call(4).isSet());
}

void TestDefinitions::aServiceThatChangesItsSeriesKeepsItsTickets()
{
    Branch b = openBranch();
    b.issue(1);
    BranchSetup setup = sampleSetup();
    Service service = setup.services[0];
    service.series = "C";
    QCOMPARE(b.run(command::DefineService{service}), std::string());
    const TicketId next = b.issue(1);
    QCOMPARE(b.ticket(next).number, std::string("C01"));
    QCOMPARE(b.call(1).value, std::int64_t(1));
    QCOMPARE(b.run(command::StartService{{1}, {1}}), std::string());
    QCOMPARE(b.run(command::FinishService{{1}, {1}}), std::string());
    QCOMPARE(b.state.openInSeries("A"), std::int64_t(0));
    QCOMPARE(b.state.openInSeries("C"), std::int64_t(1));
}

void TestDefinitions::aCounterStaysAsItIsWhenRenumbered()
{
    Branch b = openBranch();
    b.issue(1);
    QVERIFY(b.call(1).isSet());
    const CounterState before = *b.state.counterState({1});
    QCOMPARE(b.run(command::DefineCounter{{{1}, 11, {2}}}), std::string());
    QVERIFY(*b.state.counterState({1}) == before); // its own profile counts from the next sign-on
    QCOMPARE(b.state.counter({1})->number, std::int64_t(11));
}

QTEST_APPLESS_MAIN(TestDefinitions)
#include "tst_definitions.moc"
