// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/queue/publicview.h"
#include "core/wire/codec.h"
#include "tests/queue/fixture.h"

#include <QTest>

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// A branch with somebody outside who sees its public events alone.
class Watched : public Branch
{
public:
    Watched() : Branch(openBranch()), shown(publicState(state)) { }

    /// Does a command that must be done; what the outside heard, all of it as JSON.
    std::string show(const Command &command)
    {
        const auto decided = decide(state, command, now);
        if (!decided)
            qFatal("%s", decided.error().message.c_str());
        std::string heard;
        for (const Event &event : *decided) {
            const Touched seen = apply(state, event, now);
            for (const PublicEvent &publicEvent : publicEvents(state, event, seen)) {
                heard += std::string(name(publicEvent)) + " " + toBytes(bodyOf(publicEvent)) + "\n";
                apply(shown, publicEvent);
            }
        }
        return heard;
    }
    TicketId at(std::int64_t counter) const { return state.counterState({counter})->ticket; }
    /// The calls as "A01>1" or, when over, "A01>1-", newest first.
    std::string calls() const
    {
        std::string list;
        for (const ShownCall &call : shown.calls)
            list += (list.empty() ? "" : " ") + call.number + ">" + std::to_string(call.counter)
                + (call.isOpen ? "" : "-");
        return list;
    }

    PublicState shown;
};

} // namespace

class TestPublicView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallIsShownAndEnds();
    void aRecallMovesToTheTop();
    void aMissAndATransferEndTheCall();
    void aLaterCallOfTheSameNumberReplacesTheEarlier();
    void theListIsBounded();
    void queuesFollow();
    void theDaysEndShowsEverythingAnew();
    void staffIsNeverSeenOutside();
    void afterARestartTheSameIsShown();
    void aQueueSaysHowFastItMoves();
    void publicEventsAboutTheUnknownChangeNothing();
};

void TestPublicView::aCallIsShownAndEnds()
{
    Watched b;
    b.show(command::IssueTicket{{1}});
    b.show(command::IssueTicket{{2}});
    b.now += 1000;
    b.show(command::CallNext{{1}});
    QCOMPARE(b.calls(), std::string("A01>1"));
    QVERIFY((b.shown.calls.at(0) == ShownCall{"A01", 1, {1}, b.now, b.now, 0, true}));
    b.show(command::CallNext{{2}});
    QCOMPARE(b.calls(), std::string("B01>2 A01>1"));
    b.show(command::StartService{{1}, b.at(1)});
    QCOMPARE(b.calls(), std::string("B01>2 A01>1-"));
    QCOMPARE(b.show(command::FinishService{{1}, b.at(1)}), std::string());
    QCOMPARE(b.calls(), std::string("B01>2 A01>1-"));
}

void TestPublicView::aRecallMovesToTheTop()
{
    Watched b;
    b.show(command::IssueTicket{{1}});
    b.show(command::IssueTicket{{2}});
    b.show(command::CallNext{{1}});
    const TimeMs calledMs = b.now;
    b.now += 1000;
    b.show(command::CallNext{{2}});
    b.now += 1000;
    b.show(command::Recall{{1}, b.at(1)});
    QCOMPARE(b.calls(), std::string("A01>1 B01>2"));
    QVERIFY((b.shown.calls.at(0) == ShownCall{"A01", 1, {1}, calledMs, b.now, 1, true}));
}

void TestPublicView::aMissAndATransferEndTheCall()
{
    Watched b;
    b.show(command::IssueTicket{{1}});
    b.show(command::CallNext{{1}});
    b.show(command::MarkNoShow{{1}, b.at(1)});
    QCOMPARE(b.calls(), std::string("A01>1-"));
    b.show(command::CallNext{{3}});
    QCOMPARE(b.calls(), std::string("A01>3"));
    b.show(command::Transfer{{3}, b.at(3), {2}, command::TransferPlace::Last});
    QCOMPARE(b.calls(), std::string("A01>3-"));
    b.show(command::CallNext{{2}});
    b.show(command::MarkNoShow{{2}, b.at(2)});
    b.show(command::CallNext{{2}});
    QCOMPARE(b.calls(), std::string("A01>2"));
    b.show(command::MarkNoShow{{2}, b.at(2)}); // the last miss
    QCOMPARE(b.calls(), std::string("A01>2-"));
}

void TestPublicView::aLaterCallOfTheSameNumberReplacesTheEarlier()
{
    Watched b;
    for (int i = 0; i < 100; ++i) { // two digits: the hundredth ticket is A01 again
        b.show(command::IssueTicket{{1}});
        b.show(command::CallNext{{1}});
        if (i == 99)
            break;
        b.show(command::StartService{{1}, b.at(1)});
        b.show(command::FinishService{{1}, b.at(1)});
    }
    QCOMPARE(b.shown.calls.at(0).number, std::string("A01"));
    QCOMPARE(std::count_if(b.shown.calls.begin(), b.shown.calls.end(),
                           [](const ShownCall &c) { return c.number == "A01"; }),
             std::ptrdiff_t(1));
}

void TestPublicView::theListIsBounded()
{
    Watched b;
    for (int i = 1; i <= 20; ++i) {
        b.show(command::IssueTicket{{1}});
        b.show(command::CallNext{{1}});
        b.show(command::StartService{{1}, b.at(1)});
        b.show(command::FinishService{{1}, b.at(1)});
        QCOMPARE(b.shown.calls.size(), std::min<std::size_t>(static_cast<std::size_t>(i), limits::kShownCallsMax));
    }
    QCOMPARE(b.shown.calls.front().number, std::string("A20"));
    QCOMPARE(b.shown.calls.back().number, std::string("A09"));
}

void TestPublicView::queuesFollow()
{
    Watched b;
    const auto isTrue = [&] { return b.shown.queues == publicState(b.state).queues; };
    QCOMPARE(b.shown.queues.size(), std::size_t(3));
    for (int i = 0; i < 4; ++i) {
        b.show(command::IssueTicket{{1}});
        b.show(command::IssueTicket{{2}});
        b.now += 1000;
        QVERIFY(isTrue());
    }
    QCOMPARE(b.shown.queues.at(0).waiting, std::int64_t(4));
    QVERIFY(!b.shown.queues.at(0).recentWaitMs.has_value());
    b.show(command::CallNext{{1}});
    QVERIFY(isTrue());
    QCOMPARE(b.shown.queues.at(0).waiting, std::int64_t(3));
    QCOMPARE(b.shown.queues.at(0).recentWaitMs.value(), TimeMs(4000));
    b.show(command::MarkNoShow{{1}, b.at(1)});
    QVERIFY(isTrue());
    b.show(command::CallNext{{2}});
    b.show(command::Transfer{{2}, b.at(2), {3}, command::TransferPlace::First});
    QVERIFY(isTrue());
    QCOMPARE(b.shown.queues.at(2).waiting, std::int64_t(1));
}

void TestPublicView::theDaysEndShowsEverythingAnew()
{
    Watched b;
    b.show(command::IssueTicket{{1}});
    b.show(command::IssueTicket{{1}});
    b.show(command::CallNext{{1}});
    b.show(command::CloseDay{true});
    QVERIFY(b.shown == publicState(b.state));
    QVERIFY(!b.shown.isOpen);
    QVERIFY(b.shown.calls.empty());
    QCOMPARE(b.shown.queues.at(0).waiting, std::int64_t(0));
    b.show(command::OpenDay{"2026-05-02"});
    QVERIFY(b.shown == publicState(b.state));
    QCOMPARE(b.shown.businessDay, std::string("2026-05-02"));
    BranchSetup setup = sampleSetup();
    setup.settings.name.vi = "Tên mới";
    setup.services[0].name.en = "Money";
    b.show(command::DefineBranch{setup});
    QVERIFY(b.shown == publicState(b.state));
    QCOMPARE(b.shown.branch.vi, std::string("Tên mới"));
    QCOMPARE(b.shown.queues.at(0).name.en, std::string("Money"));
}

void TestPublicView::staffIsNeverSeenOutside()
{
    Watched b;
    std::string heard = toBytes(toJson(b.shown));
    BranchSetup setup = sampleSetup();
    setup.staff.push_back({{4}, "Nguyễn Văn Ẩn"});
    setup.settings.recallLimit = 3;
    heard += b.show(command::DefineBranch{setup});
    heard += b.show(command::DefineStaff{{{4}, "Nguyễn Văn Hiện"}});
    heard += b.show(command::SignOff{{3}});
    heard += b.show(command::SignOn{{3}, {4}, {}});
    for (int i = 0; i < 3; ++i)
        heard += b.show(command::IssueTicket{{1}});
    heard += b.show(command::CallNext{{1}});
    heard += b.show(command::Recall{{1}, b.at(1)});
    heard += b.show(command::MarkNoShow{{1}, b.at(1)});
    heard += b.show(command::CallNext{{3}});
    heard += b.show(command::StartService{{3}, b.at(3)});
    heard += b.show(command::Transfer{{3}, b.at(3), {2}, command::TransferPlace::Last});
    heard += b.show(command::CallNext{{1}});
    heard += toBytes(toJson(publicState(b.state)));
    heard += b.show(command::CloseDay{true});
    heard += toBytes(toJson(b.shown));
    QVERIFY(heard.find("CallShown") != std::string::npos);
    QVERIFY(heard.find("BranchShown") != std::string::npos);
    for (const auto &[id, staff] : b.state.staff())
        QVERIFY2(heard.find(staff.name) == std::string::npos, staff.name.c_str());
    QVERIFY2(heard.find("staff") == std::string::npos, heard.c_str());
}

void TestPublicView::afterARestartTheSameIsShown()
{
    Watched b;
    for (int i = 0; i < 3; ++i)
        b.show(command::IssueTicket{{i % 2 + 1}});
    b.show(command::CallNext{{1}});
    b.now += 1000;
    b.show(command::CallNext{{3}});
    b.now += 1000;
    b.show(command::CallNext{{2}});
    b.show(command::StartService{{3}, b.at(3)});
    b.now += 1000;
    b.show(command::Recall{{1}, b.at(1)});
    const PublicState again = publicState(BranchState(b.state.image()));
    QVERIFY(again == b.shown);
    QCOMPARE(again.calls.size(), std::size_t(3)); // at counters 1 (recalled), 2 and 3: shown last first
    QCOMPARE(again.calls.at(0).counter, std::int64_t(1));
    QCOMPARE(again.calls.at(0).recalls, std::int64_t(1));
    QVERIFY(again.calls.at(0).isOpen);
    QCOMPARE(again.calls.at(1).counter, std::int64_t(2));
    QVERIFY(!again.calls.at(2).isOpen);
}

void TestPublicView::aQueueSaysHowFastItMoves()
{
    Watched b;
    const auto queue = [&] { return b.shown.queues.at(0); }; // of service 1
    QVERIFY(!queue().pace);
    QCOMPARE(queue().counters, std::int64_t(2));
    for (int i = 0; i < 3; ++i) {
        b.show(command::IssueTicket{{1}});
        b.now += kMinuteMs;
    }
    QVERIFY(!queue().pace);
    b.show(command::CallNext{{1}}); // the first waited three minutes for the first call
    QVERIFY((queue().pace == CallPace{1, 3 * kMinuteMs, b.now}));
    b.now += 5 * kMinuteMs;
    b.show(command::CallNext{{3}}); // five more for the second, however long the person waited
    QVERIFY((queue().pace == CallPace{2, 8 * kMinuteMs, b.now}));
    const TimeMs second = b.now;
    b.show(command::StartService{{1}, b.at(1)});
    b.now += kMinuteMs;
    b.show(command::FinishService{{1}, b.at(1)});
    b.show(command::CallNext{{1}});
    QVERIFY((queue().pace == CallPace{3, 9 * kMinuteMs, std::nullopt})); // nobody waits any more
    QCOMPARE(second + kMinuteMs, b.now);
    b.now += 20 * kMinuteMs;
    b.show(command::IssueTicket{{1}});
    QVERIFY((queue().pace == CallPace{3, 9 * kMinuteMs, b.now})); // an empty queue is no slow one
    b.show(command::AssignProfile{{3}, {2}, {}, true});
    QCOMPARE(queue().counters, std::int64_t(1));
    b.show(command::TakeBreak{{2}, BreakReason::Rest});
    QCOMPARE(b.shown.queues.at(1).counters, std::int64_t(3)); // whoever is on a break comes back
}

void TestPublicView::publicEventsAboutTheUnknownChangeNothing()
{
    Watched b;
    const PublicState before = b.shown;
    apply(b.shown, publicevent::CallEnded{"Z99"});
    apply(b.shown, publicevent::QueueChanged{{99}, 5, 7});
    QVERIFY(b.shown == before);
    // an event of a ticket the state does not know says nothing outside
    QVERIFY(publicEvents(b.state, event::TicketCalled{{99}, {1}, {1}, {}}, {}).empty());
    QVERIFY(publicEvents(b.state, event::ServiceStarted{{99}, {1}}, {}).empty());
}

QTEST_APPLESS_MAIN(TestPublicView)
#include "tst_publicview.moc"
