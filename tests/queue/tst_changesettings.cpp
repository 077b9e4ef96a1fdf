// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fixture.h"

#include <QTest>

#include <map>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// The sample branch with one part of each kind that nothing needs (id 9), and one that is needed.
BranchSetup furnished()
{
    BranchSetup setup = sampleSetup();
    setup.services.push_back({{9}, {"Đổi tiền", "Exchange"}, "C", 4 * kMinuteMs, 8 * kMinuteMs});
    setup.profiles.push_back({{9}, {"Dự phòng", "Spare"}, {{1}}});
    setup.counters.push_back({{9}, 9, {1}});
    setup.staff.push_back({{9}, "Lê Quốc Bảo"});
    setup.groups = {{{1}, {"Tiền", "Money"}, {}}, {{2}, {"Quầy", "Tellers"}, {1}}, {{9}, {"Khác", "Other"}, {}}};
    setup.services[0].group = {2};
    setup.zones = {{{1}, {"Khu A", "Zone A"}}, {{9}, {"Khu Z", "Zone Z"}}};
    setup.counters[0].zone = {1};
    setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 2, 3000, 5 * kMinuteMs},
                      {{2}, {"VIP", "VIP"}, 1, 2000, 5 * kMinuteMs},
                      {{3}, {"Đặt hẹn", "Booked"}, 1, 1000, 0},
                      {{9}, {"Khác", "Other"}, 0, 1000, 0}};
    setup.services[1].promises = {{{2}, 4 * kMinuteMs, 0}};
    setup.settings.booking.segment = {3};
    setup.settings.itemOwner = {3};
    setup.priorityReasons
        = {{{1}, {"Từ 75 tuổi", "75 and over"}, {1}, true}, {{9}, {"Lý do khác", "Another"}, {2}, false}};
    setup.outcomes = {{{1}, {"Xong", "Done"}}, {{9}, {"Hẹn lại", "Again"}}};
    setup.staff[1].skills = {{{3}, 2}};
    return setup;
}

Branch closedFurnished()
{
    Branch branch;
    if (!branch.run(command::DefineBranch{furnished()}).empty())
        qFatal("the furnished branch is refused");
    return branch;
}

/// Its day is open, staff 1 and 2 at counters 1 and 2.
Branch openFurnished()
{
    Branch branch = closedFurnished();
    bool isDone = branch.run(command::OpenDay{"2026-05-01"}).empty();
    for (std::int64_t i = 1; i <= 2; ++i)
        isDone = isDone && branch.run(command::SignOn{{i}, {i}, {}}).empty();
    if (!isDone)
        qFatal("the furnished branch does not open");
    return branch;
}

/// The part of an id, as the branch has it, alone.
BranchParts part(const Branch &branch, PartKind kind, std::int64_t id)
{
    BranchParts parts;
    const BranchSetup setup = branch.state.setup();
    const auto take = [id](const auto &from, auto &to) {
        for (const auto &item : from) {
            if (item.id.value == id)
                to.push_back(item);
        }
    };
    switch (kind) {
    case PartKind::Service:
        take(setup.services, parts.services);
        break;
    case PartKind::Profile:
        take(setup.profiles, parts.profiles);
        break;
    case PartKind::Counter:
        take(setup.counters, parts.counters);
        break;
    case PartKind::Staff:
        take(setup.staff, parts.staff);
        break;
    case PartKind::Group:
        take(setup.groups, parts.groups);
        break;
    case PartKind::Zone:
        take(setup.zones, parts.zones);
        break;
    case PartKind::Segment:
        take(setup.segments, parts.segments);
        break;
    case PartKind::PriorityReason:
        take(setup.priorityReasons, parts.priorityReasons);
        break;
    case PartKind::Outcome:
        take(setup.outcomes, parts.outcomes);
        break;
    }
    return parts;
}

command::ChangeSettings removal(const Branch &branch, PartKind kind, std::int64_t id)
{
    return {part(branch, kind, id), {}, {}, {}};
}

command::ChangeSettings swapped(const command::ChangeSettings &change)
{
    return {change.after, change.before, {}, {}};
}

/// What a change is refused with: "SettingInUse service 1 by profile 1"; "" when it would be done.
std::string refusal(const Branch &branch, const command::ChangeSettings &change)
{
    const auto decided = decide(branch.state, change, branch.now);
    if (decided)
        return {};
    std::string text(name(decided.error().code));
    auto detail = decided.error().detail;
    if (detail.contains("kind"))
        text += " " + detail["kind"] + (detail.contains("id") ? " " + detail["id"] : "");
    if (detail.contains("by"))
        text += " by " + detail["by"] + (detail.contains("byId") ? " " + detail["byId"] : "");
    if (detail.contains("waiting"))
        text += " waiting " + detail["waiting"];
    if (detail.contains("list"))
        text += " " + detail["list"] + "[" + detail["index"] + "]";
    if (detail.contains("field"))
        text += " " + detail["field"];
    return text;
}

constexpr PartKind kKinds[]
    = {PartKind::Service, PartKind::Profile, PartKind::Counter,        PartKind::Staff,  PartKind::Group,
       PartKind::Zone,    PartKind::Segment, PartKind::PriorityReason, PartKind::Outcome};

/// Gives every part of a list another name or number.
void otherwise(BranchParts &parts)
{
    const auto rename = [](auto &list) {
        for (auto &item : list)
            item.name.vi += " mới";
    };
    rename(parts.services);
    rename(parts.profiles);
    rename(parts.groups);
    rename(parts.zones);
    rename(parts.segments);
    rename(parts.priorityReasons);
    rename(parts.outcomes);
    for (Counter &counter : parts.counters)
        counter.number += 100;
    for (Staff &staff : parts.staff)
        staff.name += " mới";
}

} // namespace

/// Parts of a branch changed, added and removed together.
class TestChangeSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChangedBeforeThereIsABranch()
    {
        Branch b;
        QCOMPARE(refusal(b, {}), std::string("NotDefined"));
    }

    void severalPartsAreChangedAtOnceAndBackAgain()
    {
        Branch b = openFurnished();
        const StateImage before = b.state.image();
        command::ChangeSettings change;
        change.before.settings = b.state.settings();
        change.before.services = {*b.state.service({1}), *b.state.service({2})};
        change.before.zones = part(b, PartKind::Zone, 9).zones;
        change.after = change.before;
        change.after.settings->recallLimit = 5;
        change.after.services[0].serviceLevelMs = 3 * kMinuteMs;
        change.after.services[1].name.en = "Credit";
        change.after.zones.clear();
        change.after.outcomes = {{{10}, {"Chuyển tiếp", ""}}};
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.events.size(), std::size_t(5));
        QCOMPARE(b.state.settings().recallLimit, std::int64_t(5));
        QCOMPARE(b.state.service({1})->serviceLevelMs, 3 * kMinuteMs);
        QVERIFY(!b.state.zones().contains({9}));
        QVERIFY(b.state.outcomes().contains({10}));
        QCOMPARE(b.run(swapped(change)), std::string());
        QVERIFY(b.state.image() == before);
        QCOMPARE(refusal(b, swapped(change)), std::string("SettingChanged settings")); // it is so no longer
    }

    void whatIsThereAlreadyChangesNothing()
    {
        Branch b = closedFurnished();
        command::ChangeSettings change;
        change.before = change.after = part(b, PartKind::Service, 1);
        QCOMPARE(b.run(change), std::string());
        QVERIFY(b.events.empty());
    }

    // ---- somebody else was quicker ----

    void aPartOfEachKindIsAsTheChangeBelieves_data()
    {
        QTest::addColumn<int>("kind");
        for (const PartKind kind : kKinds)
            QTest::newRow(std::string(names(kind).at(static_cast<std::size_t>(kind))).c_str())
                << static_cast<int>(kind);
    }
    void aPartOfEachKindIsAsTheChangeBelieves()
    {
        QFETCH(int, kind);
        const auto what = static_cast<PartKind>(kind);
        const std::string name(names(what).at(static_cast<std::size_t>(kind)));
        const Branch b = closedFurnished();
        command::ChangeSettings stale;
        stale.before = stale.after = part(b, what, 9);
        otherwise(stale.before);
        QCOMPARE(refusal(b, stale), "SettingChanged " + name + " 9");
        command::ChangeSettings gone = removal(b, what, 9);
        otherwise(gone.before);
        QCOMPARE(refusal(b, gone), "SettingChanged " + name + " 9"); // not removed as what it is not
        command::ChangeSettings taken{{}, part(b, what, 9), {}, {}};
        QCOMPARE(refusal(b, taken), "SettingChanged " + name + " 9"); // somebody made one of this id
        Branch without = closedFurnished();
        const command::ChangeSettings remove = removal(without, what, 9);
        QCOMPARE(without.run(remove), std::string());
        QCOMPARE(refusal(without, remove), "SettingChanged " + name + " 9"); // gone already
    }

    void theSettingsAreAsTheChangeBelieves()
    {
        const Branch b = closedFurnished();
        command::ChangeSettings change;
        change.before.settings = change.after.settings = b.state.settings();
        change.before.settings->recallLimit = 7;
        QCOMPARE(refusal(b, change), std::string("SettingChanged settings"));
    }

    void theSettingsStandOnBothSidesOrOnNone()
    {
        const Branch b = closedFurnished();
        command::ChangeSettings change;
        change.before.settings = b.state.settings();
        QCOMPARE(refusal(b, change), std::string("InvalidParams before.settings"));
        QCOMPARE(refusal(b, swapped(change)), std::string("InvalidParams before.settings"));
    }

    // ---- what goes ----

    void aPartThatNothingNeedsGoesAndComesBackAsItWas_data() { aPartOfEachKindIsAsTheChangeBelieves_data(); }
    void aPartThatNothingNeedsGoesAndComesBackAsItWas()
    {
        QFETCH(int, kind);
        const auto what = static_cast<PartKind>(kind);
        Branch b = openFurnished();
        const StateImage before = b.state.image();
        const command::ChangeSettings change = removal(b, what, 9);
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.events.size(), std::size_t(1));
        const auto *removed = std::get_if<event::PartRemoved>(&b.events[0]);
        QVERIFY(removed && removed->kind == what && removed->id == 9);
        QVERIFY(part(b, what, 9) == BranchParts());
        QVERIFY(BranchState(b.state.image()).image() == b.state.image());
        QCOMPARE(b.run(swapped(change)), std::string());
        QVERIFY(b.state.image() == before);
    }

    void whatOtherPartsNameStays_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("id");
        QTest::addColumn<QString>("by");
        const auto row = [](const char *name, PartKind kind, int id, const char *by) {
            QTest::newRow(name) << static_cast<int>(kind) << id << QString::fromLatin1(by);
        };
        row("a service that a profile serves", PartKind::Service, 1, "service 1 by profile 1");
        row("a profile that a counter opens with", PartKind::Profile, 3, "profile 3 by counter 3");
        row("a group that a service is in", PartKind::Group, 2, "group 2 by service 1");
        row("a group that another is in", PartKind::Group, 1, "group 1 by group 2");
        row("a zone that a counter is in", PartKind::Zone, 1, "zone 1 by counter 1");
        row("a segment that a reason is for", PartKind::Segment, 1, "segment 1 by priorityReason 1");
        row("a segment that a service promises to", PartKind::Segment, 2, "segment 2 by service 2");
        row("a segment of people with a booking", PartKind::Segment, 3, "segment 3 by settings");
        row("staff who own what is reported", PartKind::Staff, 3, "staff 3 by settings");
    }
    void whatOtherPartsNameStays()
    {
        QFETCH(int, kind);
        QFETCH(int, id);
        QFETCH(QString, by);
        Branch b = closedFurnished();
        const StateImage before = b.state.image();
        const command::ChangeSettings change = removal(b, static_cast<PartKind>(kind), id);
        QCOMPARE(refusal(b, change), "SettingInUse " + by.toStdString());
        QCOMPARE(b.run(change), std::string("SettingInUse"));
        QVERIFY(b.state.image() == before);
    }

    void aServiceThatStaffHaveASkillForStays()
    {
        Branch b = closedFurnished();
        command::ChangeSettings change = removal(b, PartKind::Service, 3);
        change.before.profiles = part(b, PartKind::Profile, 3).profiles;
        change.after.profiles = change.before.profiles;
        change.after.profiles[0].services = {{1}, {2}};
        QCOMPARE(refusal(b, change), std::string("SettingInUse service 3 by staff 2"));
        change.before.staff = part(b, PartKind::Staff, 2).staff;
        change.after.staff = change.before.staff;
        change.after.staff[0].skills.clear();
        QCOMPARE(b.run(change), std::string()); // what named it is changed along with it
        QVERIFY(!b.state.service({3}));
    }

    void whatIsInUseAtACounterStays()
    {
        Branch b = openFurnished();
        QCOMPARE(refusal(b, removal(b, PartKind::Counter, 1)), std::string("SettingInUse counter 1 by counter 1"));
        QCOMPARE(refusal(b, removal(b, PartKind::Staff, 2)), std::string("SettingInUse staff 2 by counter 2"));
        QCOMPARE(b.run(command::AssignProfile{{1}, {9}, ProfileId{1}}), std::string());
        QCOMPARE(refusal(b, removal(b, PartKind::Profile, 9)), std::string("SettingInUse profile 9 by counter 1"));
        QCOMPARE(b.run(command::SignOff{{1}}), std::string());
        QCOMPARE(refusal(b, removal(b, PartKind::Counter, 1)), std::string());
        const command::ChangeSettings change = removal(b, PartKind::Profile, 9);
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.state.counterState({1})->profile, ProfileId{1}); // what it opens with
    }

    void whatOpenTicketsNeedStays()
    {
        Branch b = openFurnished();
        const auto inUse = [&](PartKind kind, std::int64_t id) { return refusal(b, removal(b, kind, id)); };
        QVERIFY(b.issue(9).isSet());
        QVERIFY(b.issue(9).isSet());
        QCOMPARE(inUse(PartKind::Service, 9), std::string("SettingInUse service 9 waiting 2"));
        command::IssueTicket priority{{1}};
        priority.priorityReason = {9};
        QCOMPARE(b.run(priority), std::string());
        QCOMPARE(inUse(PartKind::PriorityReason, 9), std::string("SettingInUse priorityReason 9 waiting 1"));
        const TicketId ticket = b.state.lastTicket();
        QCOMPARE(b.run(command::SetSegment{ticket, {9}, {}}), std::string());
        QCOMPARE(inUse(PartKind::Segment, 9), std::string("SettingInUse segment 9 waiting 1"));
        QCOMPARE(inUse(PartKind::PriorityReason, 9), std::string());
        command::Transfer send;
        send.ticket = ticket;
        send.service = {1};
        send.toStaff = {9};
        QCOMPARE(b.run(send), std::string());
        QCOMPARE(inUse(PartKind::Staff, 9), std::string("SettingInUse staff 9 waiting 1"));
        send.toStaff = {};
        send.toCounter = {9};
        QCOMPARE(b.run(send), std::string());
        QCOMPARE(inUse(PartKind::Staff, 9), std::string());
        QCOMPARE(inUse(PartKind::Counter, 9), std::string("SettingInUse counter 9 waiting 1"));
        const TicketId served = b.issue(1);
        QCOMPARE(b.run(command::CallTicket{{1}, served}), std::string());
        QCOMPARE(b.run(command::StartService{{1}, served}), std::string());
        QCOMPARE(b.run(command::MarkOutcome{{1}, served, {9}}), std::string());
        QCOMPARE(inUse(PartKind::Outcome, 9), std::string("SettingInUse outcome 9 waiting 1"));
    }

    void aLimitOfTheDayOutlivesARemoval()
    {
        Branch b = openFurnished();
        command::ChangeSettings limited{part(b, PartKind::Service, 9), part(b, PartKind::Service, 9), {}, {}};
        limited.after.services[0].dayLimit = 2;
        QCOMPARE(b.run(limited), std::string());
        for (int i = 0; i < 2; ++i) {
            const TicketId ticket = b.issue(9);
            QVERIFY(ticket.isSet());
            QCOMPARE(b.run(command::CancelTicket{ticket, HandReason::Left}), std::string());
        }
        QCOMPARE(b.run(command::IssueTicket{{9}}), std::string("ServiceFull"));
        const command::ChangeSettings change = removal(b, PartKind::Service, 9);
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.run(swapped(change)), std::string());
        QCOMPARE(b.run(command::IssueTicket{{9}}), std::string("ServiceFull"));
        QCOMPARE(b.state.serviceDay({9}).issued, std::int64_t(2));
        // a new day begins anew, with the counts of nothing that is gone
        QCOMPARE(b.run(removal(b, PartKind::Service, 9)), std::string());
        QCOMPARE(b.run(command::CloseDay{true}), std::string());
        b.now += kDayMs;
        QCOMPARE(b.run(command::OpenDay{"2099-01-01"}), std::string());
        QCOMPARE(b.state.serviceDay({9}).issued, std::int64_t(0));
        QCOMPARE(b.run(swapped(change)), std::string());
        QVERIFY(b.issue(9).isSet());
    }

    void aServiceToComeInAVisitStays()
    {
        Branch b = openFurnished();
        const TicketId ticket = b.issue(1);
        QCOMPARE(b.call(1), ticket);
        QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
        QCOMPARE(b.run(command::AddService{{1}, ticket, {9}}), std::string());
        QCOMPARE(refusal(b, removal(b, PartKind::Service, 9)), std::string("SettingInUse service 9 waiting 1"));
        QCOMPARE(b.run(command::RemoveServices{{1}, ticket}), std::string());
        QCOMPARE(refusal(b, removal(b, PartKind::Service, 9)), std::string());
    }

    void whoCouldBeBroughtBackNeedsWhatIsThere()
    {
        Branch b = openFurnished();
        const TicketId ticket = b.issue(9);
        QCOMPARE(b.run(command::CancelTicket{ticket, HandReason::Left}), std::string());
        QCOMPARE(b.state.restorable().size(), std::size_t(1));
        // whoever is gone holds nothing up, and cannot come back to what is no longer there
        QCOMPARE(b.run(removal(b, PartKind::Service, 9)), std::string());
        QCOMPARE(b.state.restorable().size(), std::size_t(0));
        QCOMPARE(b.refusal(command::RestoreTicket{ticket, HandReason::CameBack}), std::string("UnknownTicket"));
        QVERIFY(violations(b.state).empty());
        QVERIFY(BranchState(b.state.image()).image() == b.state.image());
    }

    void theLastServiceStays()
    {
        Branch b;
        BranchSetup setup = sampleSetup();
        setup.services.resize(1);
        setup.profiles = {{{1}, {"Quầy", "Teller"}, {{1}}}};
        setup.counters.clear();
        QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
        command::ChangeSettings change;
        change.before.services = part(b, PartKind::Service, 1).services;
        change.before.profiles = part(b, PartKind::Profile, 1).profiles;
        QCOMPARE(refusal(b, change), std::string("InvalidParams before.services"));
    }

    // ---- what is wrong ----

    void aMistakeIsPlacedInTheChangesOwnList()
    {
        const Branch b = closedFurnished();
        command::ChangeSettings change;
        change.before.counters = part(b, PartKind::Counter, 3).counters;
        change.after.counters = change.before.counters;
        change.after.counters.push_back({{10}, 2, {1}}); // number 2 is counter 2's
        QCOMPARE(refusal(b, change), std::string("InvalidParams counters[1] number"));
        change.after.counters = {change.before.counters[0], {{10}, 10, {77}}};
        QCOMPARE(refusal(b, change), std::string("InvalidParams counters[1] profile"));
        command::ChangeSettings settings;
        settings.before.settings = settings.after.settings = b.state.settings();
        settings.after.settings->noShowMisses = 0;
        QCOMPARE(refusal(b, settings), std::string("InvalidParams settings[0] noShowMisses"));
        command::ChangeSettings circle;
        circle.before.groups = part(b, PartKind::Group, 1).groups;
        circle.after.groups = circle.before.groups;
        circle.after.groups[0].parent = {2};
        QCOMPARE(refusal(b, circle), std::string("InvalidParams groups[0] parent"));
    }

    void oneMistakeAndNothingIsDone()
    {
        Branch b = openFurnished();
        const StateImage before = b.state.image();
        command::ChangeSettings change = removal(b, PartKind::Zone, 9);
        change.before.services = change.after.services = part(b, PartKind::Service, 1).services;
        change.after.services[0].serviceLevelMs = 2 * kMinuteMs;
        change.after.outcomes = {{{10}, {"", ""}}}; // without a name
        QCOMPARE(b.run(change), std::string("InvalidParams"));
        QVERIFY(b.state.image() == before);
        change.after.outcomes[0].name.vi = "Chuyển tiếp";
        change.before.segments = part(b, PartKind::Segment, 1).segments; // and one that is needed
        QCOMPARE(b.run(change), std::string("SettingInUse"));
        QVERIFY(b.state.image() == before);
    }

    void numbersAndZoneStandWhileTheDayIsOpen()
    {
        Branch b = openFurnished();
        command::ChangeSettings change;
        change.before.settings = change.after.settings = b.state.settings();
        change.after.settings->numberDigits = 4;
        QCOMPARE(refusal(b, change), std::string("DayAlreadyOpen settings[0] numberDigits"));
        QCOMPARE(b.run(command::CloseDay{true}), std::string());
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.state.settings().numberDigits, std::int64_t(4));
    }

    void textsAreCleaned()
    {
        Branch b = closedFurnished();
        command::ChangeSettings change;
        change.before.outcomes = change.after.outcomes = part(b, PartKind::Outcome, 9).outcomes;
        change.after.outcomes[0].name = {"  Hẹn \t lại  sau ", " Later  on"};
        QCOMPARE(b.run(change), std::string());
        QVERIFY((b.state.outcomes().at({9}).name == LocalText{"Hẹn lại sau", "Later on"}));
    }

    void whoWaitsGoesByTheNewPromise()
    {
        Branch b = openFurnished();
        const TicketId ticket = b.issue(1);
        command::ChangeSettings change;
        change.before.services = change.after.services = part(b, PartKind::Service, 1).services;
        change.after.services[0].serviceLevelMs = 2 * kMinuteMs;
        QCOMPARE(b.run(change), std::string());
        QCOMPARE(b.state.promiseMs(b.ticket(ticket)), 2 * kMinuteMs);
    }
};

QTEST_APPLESS_MAIN(TestChangeSettings)
#include "tst_changesettings.moc"
