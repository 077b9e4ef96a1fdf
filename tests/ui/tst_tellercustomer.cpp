// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/customerbench.h"

#include "app/teller/hitsmodel.h"

#include <QAbstractItemModelTester>
#include <QListView>

using namespace tiepdon;

/// What a teller sees of people before, while and after they are served.
class TestTellerCustomer : public QObject, private CustomerBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { beginKnown(); }
    void cleanup() { end(); }

    void theNextPersonIsKnownBeforeTheCall()
    {
        QCOMPARE(text("profileCalled"), QStringLiteral("Anh Nam"));
        QCOMPARE(text("profileName"), QStringLiteral("Nguyễn Hoài Nam"));
        QVERIFY(text("profileTitle").startsWith(QStringLiteral("Next: ")));
        QCOMPARE(find<QWidget>("nextNeeds")->property("text").toString(),
                 QStringLiteral("Hard of hearing, Nothing said aloud"));
        QVERIFY(text("nextName").contains(QStringLiteral("Anh Nam")));
        QCOMPARE(text("nextOpen"), QStringLiteral("Promises and complaints open: 2, late: 1"));
        for (const char *block :
             {"whyBlock", "openItemsBlock", "historyBlock", "conversationsBlock", "careBlock", "journeyBlock",
              "preferencesBlock", "contactBlock", "consentsBlock", "duplicatesBlock"})
            QVERIFY2(find<QWidget>(block)->isVisibleTo(m_window), block);
        // late ones are first and say so
        const QStringList lines = profile();
        QVERIFY(lines.indexOf(QStringLiteral("Promise: Gửi bảng so sánh lãi suất 6 và 12 tháng"))
                < lines.indexOf(QStringLiteral("Complaint: Thẻ bị nuốt ở cây rút tiền, chưa nhận thẻ mới")));
        QVERIFY(says("2 days late · Trần Văn Minh · Sales"));
        QVERIFY(says("A promise is late"));
        // what is for supervisors is not here
        QVERIFY(!says("Cân nhắc ưu đãi phí năm sau"));
        QVERIFY(!says("+84912000147"));
    }

    void aNameIsHiddenUntilTheCallWhereTheBranchWantsIt()
    {
        BranchSetup hides;
        hides.settings = m_link->branch().settings();
        hides.settings.hidesNamesBeforeCall = true;
        run(command::DefineBranch{hides});
        customer().reload();
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Name is shown with the call"));
        QVERIFY(!says("Nguyễn Hoài Nam"));
        QCOMPARE(text("nextName"), QStringLiteral("Name is shown with the call"));
        QVERIFY(find<QWidget>("nextNeeds")->isVisible()); // what they need is not who they are
        QVERIFY(says("Gửi bảng so sánh lãi suất 6 và 12 tháng"));
        call();
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Anh Nam"));
        QCOMPARE(text("ticketCalled"), QStringLiteral("Anh Nam"));
    }

    void aCardIsAskedForOncePerPerson()
    {
        const int before = m_customers->askedOf("customerCard");
        for (int i = 0; i < 5; ++i)
            m_window->workPage().tick();
        run(command::IssueTicket{ServiceId{4}});
        QTest::qWait(0);
        QCOMPARE(m_customers->askedOf("customerCard"), before);
        call();
        settle();
        QTRY_VERIFY(customer().next() && !customer().next()->isLoading);
        QCOMPARE(m_customers->askedOf("customerCard"), before + 2); // in hand, and who is next now
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        QCOMPARE(m_customers->askedOf("customerCard"), before + 2);
    }

    void anAnswerThatComesTooLateIsDropped()
    {
        serve(1);
        m_link->hold();
        customer().open(demoCustomer(2));
        customer().closeOpened();
        m_link->release();
        QVERIFY(!customer().opened());
        QCOMPARE(text("profileCalled"), QStringLiteral("Anh Nam"));
        m_link->hold();
        customer().open(demoCustomer(2));
        customer().open(demoCustomer(3));
        m_link->release();
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Anh Huy"));
    }

    void nothingIsKeptOnceTheWindowIsLocked()
    {
        serve(1);
        m_link->hold();
        customer().open(demoCustomer(2));
        m_link->lockFromHub("idle");
        m_link->release();
        QTest::qWait(0);
        QVERIFY(!customer().shown());
        QVERIFY(!says("Nam"));
        QVERIFY(!says("Hoa"));
        m_link->unlock(demoPassword(), this, [](const auto &) {});
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Anh Nam"));
        QVERIFY(!customer().opened());
    }

    void nothingIsKeptOnceOneSignsOff()
    {
        QVERIFY(customer().next());
        signOff();
        QVERIFY(!customer().next());
        QVERIFY(!says("Nam"));
    }

    void withoutTheHubItIsSaidInPlaceAndMendedByItself()
    {
        serve(1);
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        customer().open(demoCustomer(2));
        QVERIFY(text("profileEmptyHint").contains(QStringLiteral("cannot be reached")));
        m_link->setStatus(BranchLink::Status::Live);
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Bà Hoa"));
        press(Qt::Key_Escape);
        QCOMPARE(text("profileCalled"), QStringLiteral("Anh Nam"));
    }

    void aRefusedCardIsSaidInPlace()
    {
        m_link->refuseNextAsked({ErrorCode::NotAllowed, "", {}});
        customer().open(demoCustomer(2));
        QTRY_VERIFY(text("profileEmptyHint").contains(QStringLiteral("Your role does not include this")));
    }

    void namesOfAnyKindAreShownAsTheyAre_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<QString>("called");
        QTest::addRow("in Chinese") << 4 << QStringLiteral("王小明");
        QTest::addRow("of one letter") << 5 << QStringLiteral("Chị Y");
        QTest::addRow("of 200 letters, with markup") << 6 << QStringLiteral("Ông Tên");
    }
    void namesOfAnyKindAreShownAsTheyAre()
    {
        QFETCH(int, who);
        QFETCH(QString, called);
        serve(who);
        QCOMPARE(text("profileCalled"), called);
        QCOMPARE(text("profileName").remove(QChar(0x200B)), QString::fromStdString(person(who).customer.name));
        for (const QLabel *label : find<QWidget>("profilePanel")->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        // and make nothing wider
        QVERIFY(find<QWidget>("profileContent")->minimumSizeHint().width()
                <= find<QWidget>("profileScroll")->width());
        QVERIFY(m_window->minimumSizeHint().width() <= 1200);
    }

    void aCommonVisitTakesFiveKeysAndNoMouse()
    {
        press(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().canStart());
        const TicketId ticket = inHand();
        press(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        press(Qt::Key_F9);
        press(Qt::Key_1); // how it came out, as this branch wants to know
        QTRY_VERIFY(isOpen("goalStrip"));
        press(Qt::Key_1);
        QTRY_VERIFY(m_customers->goals().contains(ticket));
        QCOMPARE(m_customers->goals().at(ticket).reached, GoalReached::Yes);
        QVERIFY(!isOpen("goalStrip"));
        QTRY_VERIFY(m_window->desk().canCall());
    }

    void theQuestionAboutTheGoalStandsInNobodysWay()
    {
        serve(1);
        press(Qt::Key_G, Qt::ControlModifier);
        type(QStringLiteral("a new card by Friday"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("goalPanel"));
        QTRY_VERIFY(says("a new card by Friday"));
        finish();
        QTRY_VERIFY(isOpen("goalStrip"));
        QVERIFY(text("goalQuestion").contains(QStringLiteral("a new card by Friday")));
        // a choice that is open has the figures first
        press(Qt::Key_F11);
        press(Qt::Key_2);
        QTRY_COMPARE(m_customers->askedOf("addOpenItem"), 1);
        QCOMPARE(m_customers->askedOf("setGoal"), 1);
        call();
        QVERIFY(!isOpen("goalStrip"));
        QCOMPARE(m_customers->askedOf("setGoal"), 1);
    }

    void parkedOrSentOnNobodyIsAskedAboutTheGoal()
    {
        serve(1);
        run(command::Park{CounterId{3}, inHand(), ParkReason::FillsForm, 0});
        QTRY_VERIFY(m_window->desk().canCall());
        QVERIFY(!isOpen("goalStrip"));
    }

    void aScannerAnswersNothingAndFindsWhoItRead()
    {
        serve(0);
        finish();
        QTRY_VERIFY(isOpen("goalStrip"));
        call();
        const QString card = QStringLiteral("123456789012|123456789|Nguyen Van Mau|01011990|Nam|Ha Noi|01012022");
        const auto before = m_link->sent().size();
        QWidget *page = QApplication::focusWidget();
        QTest::keyClicks(page, card);
        QTest::keyClick(page, Qt::Key_Return);
        QTRY_VERIFY(isOpen("findPersonPanel"));
        QCOMPARE(text("findPersonEdit"), card);
        QCOMPARE(m_link->sent().size(), before); // Enter started nothing
        QVERIFY(!m_window->desk().canFinish());
    }

    void aFigureOfAScannerIsNoAnswer()
    {
        serve(0);
        finish();
        QTRY_VERIFY(isOpen("goalStrip"));
        QTRY_VERIFY(m_window->desk().canCall());
        QWidget *page = QApplication::focusWidget();
        QTest::keyClicks(page, QStringLiteral("123456789012"));
        QTest::keyClick(page, Qt::Key_Return);
        QTRY_VERIFY(isOpen("findPersonPanel"));
        type(QStringLiteral("3")); // into the field; it is asked about after longer than a figure is thought over
        QTRY_COMPARE(m_customers->askedOf("findCustomers"), 2);
        QCOMPARE(m_customers->askedOf("setGoal"), 0);
    }

    void aScanIntoANoteIsTakenOutAgain()
    {
        serve(1);
        press(Qt::Key_N, Qt::ControlModifier);
        QWidget *note = QApplication::focusWidget();
        QTest::keyClicks(note, QStringLiteral("speaks softly "));
        QTest::keyClick(note, Qt::Key_End); // a scanner types no such key: it begins after this one
        QTest::keyClicks(note,
                         QStringLiteral("001190000147|123456789|Nguyen Van Mau|01011990|Nam|Ha Noi|01012022"));
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(isOpen("findPersonPanel"));
        QCOMPARE(m_customers->askedOf("saveNote"), 0);
        QTRY_COMPARE(m_customers->drafts(), std::vector<std::string>{"speaks softly"});
    }

    void whatIsFoundIsAModel()
    {
        HitsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CustomerHit hit;
        hit.customer = demoCustomer(1);
        hit.name = "<b>Nam</b>";
        hit.phone = "+84 ••• ••• 147";
        CustomerHit nobody;
        nobody.ticket = waitingTicket("A012");
        nobody.foundBy = FoundBy::Ticket;
        model.setHits({hit, nobody}, m_link->branch(), m_link->hubNowMs());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("<b>Nam</b>"));
        QCOMPARE(model.index(0).data(HitsModel::DetailRole).toString(),
                 QStringLiteral("+84 ••• ••• 147 · never here before · by name"));
        QCOMPARE(model.index(1).data(HitsModel::NumberRole).toString(), QStringLiteral("A012"));
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("A012, Nobody")));
        model.setHits({}, m_link->branch(), m_link->hubNowMs());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestTellerCustomer)
#include "tst_tellercustomer.moc"
