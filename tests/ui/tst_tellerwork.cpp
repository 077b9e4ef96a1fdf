// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tellerbench.h"

#include "app/teller/parkedmodel.h"
#include "app/teller/waitingmodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>

using namespace tiepdon;

/// What a teller does beside calling, starting and finishing, worked by keyboard on a branch the engine decides.
class TestTellerWork : public QObject, private TellerBench
{
    Q_OBJECT

private:
    void press(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window, code, modifiers);
    }
    void serve()
    {
        call();
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canPark());
    }
    /// Parks whom the counter serves, for the option of a time (1 to 4) or with 5 for none.
    void park(Qt::Key reason, Qt::Key time)
    {
        key(Qt::Key_F6);
        press(reason);
        press(time);
        QTRY_VERIFY(!m_window->desk().ticket());
        QTRY_VERIFY(m_window->desk().canCall());
    }
    /// Nobody waits for the counter's services any more, but perhaps one.
    void emptyQueues(TicketId but = {})
    {
        for (const std::int64_t service : {1, 2, 5}) {
            std::vector<TicketId> others;
            for (const QueueKey &each : m_link->branch().waiting(ServiceId{service})) {
                if (each.ticket != but)
                    others.push_back(each.ticket);
            }
            for (const TicketId other : others)
                run(command::CancelTicket{other, HandReason::Left});
        }
    }
    void tick() { m_window->workPage().tick(); }
    QWidget *panel(const char *name) { return find<QWidget>(name); }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void finishingAsksHowItCameOut()
    {
        serve();
        const TicketId first = m_window->desk().ticket()->id;
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F9);
        QVERIFY(panel("outcomePanel")->isVisible());
        QCOMPARE(m_link->sent().size(), before);
        press(Qt::Key_2);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(std::get<command::FinishService>(m_link->sent().back()).outcome, OutcomeId{2});
        QVERIFY(!panel("outcomePanel")->isVisible());
        QVERIFY(!m_link->branch().ticket(first));

        QTRY_VERIFY(m_window->desk().canCall());
        serve();
        key(Qt::Key_F9);
        press(Qt::Key_Return); // it need not be said
        QTRY_VERIFY(!m_window->desk().ticket());
        QVERIFY(!std::get<command::FinishService>(m_link->sent().back()).outcome.isSet());
    }

    void whereAnOutcomeIsWantedItCannotBeSkipped()
    {
        Service service = *m_link->branch().service(ServiceId{1});
        service.outcomeRequired = true;
        run(command::DefineService{service});
        serve();
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F9);
        QVERIFY(!button("outcomeSkipButton")->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!panel("outcomePanel")->isVisible());
        QCOMPARE(m_link->sent().size(), before);
        key(Qt::Key_F9);
        QVERIFY(button("outcome1Button")->hasFocus());
        press(Qt::Key_1);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(std::get<command::FinishService>(m_link->sent().back()).outcome, OutcomeId{1});
    }

    void aRefusalForWantOfAnOutcomeAsksForIt()
    {
        serve();
        m_link->refuseNext({ErrorCode::OutcomeRequired, "", {{"number", "A009"}}});
        key(Qt::Key_F9);
        press(Qt::Key_Return);
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().startsWith(QStringLiteral("Chưa thể kết thúc A009")));
        QVERIFY(panel("outcomePanel")->isVisible());
        QVERIFY(!button("outcomeSkipButton")->isVisible());
        press(Qt::Key_3);
        QTRY_VERIFY(!m_window->desk().ticket());
        QVERIFY(!shownBanner());
    }

    void whoNeedsAMomentGoesBackWithoutAMiss()
    {
        call();
        const TicketId ticket = m_window->desk().ticket()->id;
        key(Qt::Key_F5);
        QVERIFY(panel("requeuePanel")->isVisible());
        QVERIFY(button("requeuePlaces3Button")->hasFocus()); // as many as a miss
        press(Qt::Key_2);
        QTRY_VERIFY(!m_window->desk().ticket());
        QVERIFY(!panel("requeuePanel")->isVisible());
        const auto &queue = m_link->branch().waiting(ServiceId{1});
        QCOMPARE(std::next(queue.begin(), 2)->ticket, ticket);
        QCOMPARE(m_link->branch().ticket(ticket)->step.misses, 0);
    }

    void onlyWhoIsCalledGoesBack()
    {
        key(Qt::Key_F5);
        QVERIFY(!panel("requeuePanel")->isVisible());
        serve();
        key(Qt::Key_F5);
        QVERIFY(!panel("requeuePanel")->isVisible());
        QVERIFY(!button("requeueButton")->isVisible());
    }

    void whoIsParkedComesBackFirstAndThatIsSaid()
    {
        serve();
        const TicketId ticket = m_window->desk().ticket()->id;
        key(Qt::Key_F6);
        QVERIFY(panel("parkPanel")->isVisible());
        press(Qt::Key_1);
        QVERIFY(panel("parkPanel")->isVisible());
        press(Qt::Key_2);
        QTRY_VERIFY(!m_window->desk().ticket());
        const Ticket &parked = *m_link->branch().ticket(ticket);
        QCOMPARE(parked.state, TicketState::Parked);
        QCOMPARE(parked.parked->reason, ParkReason::FillsForm);
        QCOMPARE(parked.parked->untilMs.value_or(0), m_link->hubNowMs() + 10 * kMinuteMs);
        QCOMPARE(find<QLabel>("parkedTitle")->text(), QStringLiteral("Đang tạm giữ: 1"));
        QVERIFY(!panel("cameBackNote")->isVisible());
        m_link->advance(10 * kMinuteMs);
        QVERIFY(panel("cameBackNote")->isVisible());
        QVERIFY(text("cameBackNote").startsWith(QStringLiteral("A009")));
        QCOMPARE(find<QLabel>("parkedTitle")->text(), QStringLiteral("Không ai tạm giữ"));
        QCOMPARE(m_link->branch().waiting(ServiceId{1}).begin()->ticket, ticket);
    }

    void whoIsParkedIsTakenUpByTheSameKey()
    {
        serve();
        const TicketId ticket = m_window->desk().ticket()->id;
        m_link->advance(2 * kMinuteMs);
        park(Qt::Key_6, Qt::Key_5);
        QVERIFY(!m_link->branch().ticket(ticket)->parked->untilMs);
        m_link->advance(kMinuteMs);
        key(Qt::Key_F6);
        QVERIFY(panel("parkedPanel")->isVisible());
        QCOMPARE(button("takeUpButton")->text(), QStringLiteral("Tiếp tục A009"));
        press(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().ticket());
        QCOMPARE(m_window->desk().ticket()->id, ticket);
        QVERIFY(!panel("parkedPanel")->isVisible());
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        tick();
        QCOMPARE(text("serviceTimer"), QStringLiteral("2:00")); // what was served before counts
    }

    void thoseParkedStandHereFirstByTheirTime()
    {
        serve();
        park(Qt::Key_1, Qt::Key_4);
        serve();
        park(Qt::Key_4, Qt::Key_1);
        const TicketId elsewhere = m_link->branch().counterState(CounterId{1})->ticket;
        run(command::Park{CounterId{1}, elsewhere, ParkReason::Payment, kMinuteMs});
        ParkedModel model(m_window->desk());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList said;
        for (int row = 0; row < model.rowCount(); ++row)
            said << model.index(row).data(ParkedModel::PlaceRole).toString();
        QCOMPARE(said,
                 (QStringList{QStringLiteral("ở đây"), QStringLiteral("ở đây"),
                              QStringLiteral("quầy 1 · Nguyễn Thị Lan")}));
        QCOMPARE(model.index(0).data(ParkedModel::LeftRole).toString(), QStringLiteral("5:00"));
        QVERIFY(model.index(2).data(ParkedModel::IsSoonRole).toBool());
        m_link->advance(kMinuteMs);
        model.tick();
        QCOMPARE(model.rowCount(), 2); // of the other counter is back in the queue
        QVERIFY(!panel("cameBackNote")->isVisible()); // and not this counter's business
    }

    void leavingSaysWhoIsParkedHere()
    {
        serve();
        park(Qt::Key_1, Qt::Key_4);
        button("signOutButton")->click();
        QVERIFY(text("signOutQuestion").contains(QStringLiteral("Còn 1 khách tạm giữ ở đây (A009)")));
        press(Qt::Key_Escape);
        button("signOffButton")->click();
        QVERIFY(text("signOutQuestion").startsWith(QStringLiteral("Vẫn rời quầy?")));
        QVERIFY(m_window->desk().isAtWork());
        panel("signOutQuestion")->findChild<QPushButton *>(QStringLiteral("answer1Button"))->click();
        QTRY_VERIFY(!m_window->desk().isAtWork());
        QCOMPARE(m_link->access(), BranchLink::Access::SignedIn);
    }

    void leavingSaysWhoWaitsForThisCounterAlone()
    {
        const TicketId kept = m_window->desk().next()->ticket;
        const Ticket *ticket = m_link->branch().ticket(kept);
        run(command::Transfer{{}, kept, ticket->step.service, TransferPlace::ByTimeWaited, {}, CounterId{3}});
        const QString number = QString::fromStdString(m_link->branch().ticket(kept)->number);
        button("signOffButton")->click();
        QVERIFY(text("signOutQuestion").startsWith(QStringLiteral("Vẫn rời quầy?")));
        QVERIFY(text("signOutQuestion").contains(QStringLiteral("Chỉ chờ bạn: 1 khách (%1).").arg(number)));
        QVERIFY(m_window->desk().isAtWork());
    }

    void whoHasNoTicketIsServedAtOnce()
    {
        key(Qt::Key_F8);
        QVERIFY(panel("walkInPanel")->isVisible());
        auto *segment = find<QComboBox>("walkInSegmentChoice");
        segment->setCurrentIndex(segment->findData(qlonglong(2)));
        tick(); // what was chosen stays
        press(Qt::Key_3);
        QTRY_VERIFY(m_window->desk().ticket());
        QCOMPARE(m_window->desk().ticket()->state, TicketState::Serving);
        QCOMPARE(m_window->desk().ticket()->step.service, ServiceId{2});
        QCOMPARE(m_window->desk().ticket()->segment, SegmentId{2});
        QVERIFY(!panel("walkInPanel")->isVisible());
        key(Qt::Key_F1);
        QVERIFY(find<QLabel>("reasonText")->text().contains(QStringLiteral("không lấy số")));
    }

    void whenTheCustomerHasLeftTheWorkGoesOn()
    {
        serve();
        m_link->advance(3 * kMinuteMs);
        QTest::keyClick(m_window, Qt::Key_F9, Qt::ShiftModifier);
        QTRY_COMPARE(m_window->desk().inHand(), InHand::WrapUp);
        QTRY_VERIFY(m_window->desk().canFinish());
        m_link->advance(42 * kSecondMs);
        tick();
        QVERIFY(text("ticketState").startsWith(QStringLiteral("Khách đã rời")));
        QCOMPARE(text("serviceTimer"), QStringLiteral("0:42"));
        QVERIFY(find<QLabel>("ticketSteps")->text().contains(QStringLiteral("đã phục vụ 3:00")));
        QVERIFY(!button("parkButton")->isVisible() && !button("wrapUpButton")->isVisible());
        key(Qt::Key_F9);
        press(Qt::Key_1);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(text("meanToday"), QStringLiteral("3:00"));
    }

    void withNobodyWaitingTheCallIsKept()
    {
        emptyQueues();
        QCOMPARE(button("callNextButton")->text(), QStringLiteral("Gọi ngay khi có khách"));
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().nextStoredMs());
        QTRY_COMPARE(button("callNextButton")->text(), QStringLiteral("Thôi, không gọi"));
        QVERIFY(panel("freeState")->accessibleName().contains(QStringLiteral("gọi ngay đến quầy này")));
        QTRY_VERIFY(m_window->desk().canCall());
        QTest::keyClick(&m_window->workPage(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->desk().nextStoredMs());
        QTRY_VERIFY(m_window->desk().canCall());
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().nextStoredMs());
        QTRY_VERIFY(m_window->desk().canCall());
        key(Qt::Key_F2); // takes it back as well
        QTRY_VERIFY(!m_window->desk().nextStoredMs());
        QTRY_VERIFY(m_window->desk().canCall());
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().nextStoredMs());
        run(command::IssueTicket{ServiceId{2}});
        QVERIFY(m_window->desk().ticket());
        QCOMPARE(m_window->desk().ticket()->state, TicketState::Called);
        QVERIFY(!m_window->desk().nextStoredMs());
    }

    void betweenTwoCallsTheBranchMayWantTime()
    {
        BranchSetup rules;
        rules.settings = m_link->branch().settings();
        rules.settings.minCallGapMs = 30 * kSecondMs;
        run(command::DefineBranch{rules});
        call();
        m_link->advance(12 * kSecondMs + 1);
        key(Qt::Key_F4);
        QTRY_VERIFY(m_window->desk().canCall());
        QCOMPARE(button("callNextButton")->text(), QStringLiteral("Gọi sau 18 giây"));
        m_window->workPage().openPick(ServiceId{2});
        press(Qt::Key_Return);
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().contains(QStringLiteral("còn 18 giây")));
        press(Qt::Key_Escape);
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().nextStoredMs());
        m_link->advance(17 * kSecondMs);
        QVERIFY(!m_window->desk().ticket());
        m_link->advance(kSecondMs);
        QVERIFY(m_window->desk().ticket());
    }

    void aTransferGoesToOneCounterLater()
    {
        serve();
        const TicketId ticket = m_window->desk().ticket()->id;
        key(Qt::Key_F7);
        press(Qt::Key_2);
        auto *list = find<QListWidget>("transferServiceChoice");
        QVERIFY(list->hasFocus());
        press(Qt::Key_Down); // counter 2
        find<QRadioButton>("transferDelay10Choice")->setChecked(true);
        find<QRadioButton>("transferFirstChoice")->setChecked(true);
        QCOMPARE(find<QLabel>("transferOutlook")->text(),
                 QStringLiteral("A009 chờ Gửi, rút tiền, chỉ ở quầy 2, đầu hàng, sau 10 phút."));
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_window->desk().ticket());
        const Ticket &moved = *m_link->branch().ticket(ticket);
        QCOMPARE(moved.forCounter, CounterId{2});
        QCOMPARE(moved.step.service, ServiceId{1});
        QVERIFY(moved.held && moved.held->place == TransferPlace::First);
        QCOMPARE(moved.held->untilMs, m_link->hubNowMs() + 10 * kMinuteMs);
        // and a search says when it is back
        m_window->workPage().openPick();
        QTest::keyClicks(find<QLineEdit>("findNumberEdit"), QStringLiteral("A009"));
        QCOMPARE(find<QLabel>("pickHint")->text(), QStringLiteral("A009 sẽ vào hàng lúc 10:51."));
    }

    void aTransferGoesToAColleagueForAnotherService()
    {
        call();
        const TicketId ticket = m_window->desk().ticket()->id;
        key(Qt::Key_F7);
        press(Qt::Key_3);
        auto *service = find<QComboBox>("transferForServiceChoice");
        service->setCurrentIndex(service->findData(qlonglong(4)));
        QCOMPARE(find<QListWidget>("transferServiceChoice")->count(), 6); // not oneself
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(m_link->branch().ticket(ticket)->forStaff, StaffId{1});
        QCOMPARE(m_link->branch().ticket(ticket)->step.service, ServiceId{4});
    }

    void aFurtherServiceIsPlannedAndTakenBack()
    {
        call();
        key(Qt::Key_F7);
        QVERIFY(!button("addServiceButton")->isEnabled()); // once they are served
        press(Qt::Key_Escape);
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canPark());
        key(Qt::Key_F7);
        press(Qt::Key_4);
        press(Qt::Key_Down); // accounts and cards
        find<QCheckBox>("backToMeChoice")->setChecked(true);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_window->desk().ticket()->nextSteps.size(), 2U);
        QVERIFY(panel("transferPanel")->isVisible()); // more may follow
        const QString planned = QStringLiteral("Mở tài khoản, thẻ → Gửi, rút tiền (quầy 3)");
        QTRY_VERIFY(m_window->desk().canAddService());
        QVERIFY(find<QLabel>("plannedText")->text().endsWith(planned));
        QVERIFY(find<QLabel>("ticketPlanned")->text().endsWith(planned));
        button("takeBackServicesButton")->click();
        QTRY_VERIFY(m_window->desk().ticket()->nextSteps.empty());
        QTRY_VERIFY(!find<QLabel>("ticketPlanned")->isVisible());
    }

    void whatIsPlannedFollowsWhenItIsFinished()
    {
        serve();
        const TicketId ticket = m_window->desk().ticket()->id;
        run(command::AddService{CounterId{3}, ticket, ServiceId{3}, true});
        key(Qt::Key_F9);
        press(Qt::Key_1);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(m_link->branch().ticket(ticket)->step.service, ServiceId{3});
        QCOMPARE(m_link->branch().ticket(ticket)->nextSteps.size(), 1U);
    }

    void whoSomebodyIsAndNeedsIsSaid()
    {
        QVERIFY(!panel("nextSegment")->isVisible());
        command::IssueTicket issue;
        issue.service = ServiceId{2};
        issue.priorityReason = PriorityReasonId{1};
        issue.bookedMs = m_link->hubNowMs() + 10 * kMinuteMs;
        issue.language = "en";
        run(issue);
        const TicketId ticket = m_link->branch().lastTicket();
        m_link->advance(14 * kMinuteMs);
        run(command::RaiseTicket{ticket, HandReason::NeedsHelp});
        emptyQueues(ticket);
        QTRY_VERIFY(panel("nextSegment")->isVisible());
        const QString segment = text("nextSegment");
        QVERIFY2(segment.contains(QStringLiteral("75 tuổi")), qPrintable(segment));
        QCOMPARE(find<QLabel>("nextFacts")->text(), QStringLiteral("hẹn lúc 10:51 · cần tiếng Anh"));
        call();
        QCOMPARE(text("ticketSegment"), segment);
        QCOMPARE(find<QLabel>("ticketFacts")->text(), QStringLiteral("hẹn lúc 10:51\ncần tiếng Anh"));
        // the wait counts from the booked time, against what the segment is promised
        QVERIFY2(find<QLabel>("ticketSteps")->text().contains(QStringLiteral("sau 4/5 phút")),
                 qPrintable(find<QLabel>("ticketSteps")->text()));
    }

    void aQueueGoesByWhatEachSegmentIsPromised()
    {
        command::IssueTicket issue;
        issue.service = ServiceId{2};
        issue.segment = SegmentId{1};
        run(issue);
        const TicketId ticket = m_link->branch().lastTicket();
        m_link->advance(6 * kMinuteMs);
        WaitingModel model(*m_link);
        model.tick(m_link->hubNowMs());
        const QModelIndex row = model.index(model.rowOf(ticket));
        QCOMPARE(row.data(WaitingModel::PromiseMsRole).toLongLong(), 5 * kMinuteMs);
        QCOMPARE(row.data(WaitingModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
        QVERIFY(!row.data(WaitingModel::SegmentRole).toString().isEmpty());
    }
};

QTEST_MAIN(TestTellerWork)
#include "tst_tellerwork.moc"
