// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/customerbench.h"

#include "app/teller/scanwatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>

#include <algorithm>

using namespace tiepdon;

/// What a teller finds and writes down about people, by keys alone.
class TestCustomerPanels : public QObject, private CustomerBench
{
    Q_OBJECT

private:
    const CustomerRecord &made()
    {
        const auto it = std::find_if(m_customers->people().begin(), m_customers->people().end(),
                                     [](const auto &each) { return each.first > demoCustomer(1000); });
        if (it == m_customers->people().end())
            qFatal("nobody was added");
        return it->second;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { beginKnown(); }
    void cleanup() { end(); }

    void somebodyIsFoundAsOneTypesAndTheirCardOpened()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(focusName(), QStringLiteral("findPersonEdit"));
        type(QStringLiteral("tran mai"));
        QTRY_COMPARE(find<QListView>("hitsList")->model()->rowCount(), 1);
        QCOMPARE(m_customers->askedOf("findCustomers"), 1); // once, after the last key
        press(Qt::Key_Return);
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Bà Hoa"));
        QVERIFY(!isOpen("findPersonPanel"));
        press(Qt::Key_Escape);
        QCOMPARE(text("profileCalled"), QStringLiteral("Anh Nam")); // who comes next, again
    }

    void whatWasTypedMeanwhileCounts()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("hoa"));
        m_link->hold();
        QTRY_COMPARE(text("findPersonHint"), QStringLiteral("Looking…"));
        press(Qt::Key_Return); // before the answer
        type(QStringLiteral("x"));
        m_link->release();
        QTRY_VERIFY(text("findPersonHint").startsWith(QStringLiteral("Nobody found")));
        QCOMPARE(find<QListView>("hitsList")->model()->rowCount(), 0);
        QVERIFY(isOpen("findPersonPanel")); // and nobody was opened
    }

    void aTicketThatWaitsIsCalledFromTheSameField()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("a12"));
        QTRY_COMPARE(button("findPersonConfirmButton")->text(), QStringLiteral("Call A012"));
        press(Qt::Key_Return);
        QTRY_COMPARE(text("ticketNumber"), QStringLiteral("A012"));
    }

    void aTicketElsewhereIsSaidWhere()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("a7"));
        QTRY_COMPARE(text("findPersonHint"), QStringLiteral("A007 is being served at counter 1."));
        QVERIFY(!button("findPersonConfirmButton")->isEnabled());
    }

    void withoutTheHubTheSearchSaysSo()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        type(QStringLiteral("nam"));
        QTRY_VERIFY(text("findPersonHint").contains(QStringLiteral("cannot be reached")));
    }

    void aTicketIsSaidToBeSomebodysByPhone()
    {
        serve(0);
        press(Qt::Key_I, Qt::ControlModifier);
        type(QStringLiteral("0983 000 258"));
        press(Qt::Key_Return); // at once, as a scanner does
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Bà Hoa"));
        QCOMPARE(m_link->branch().ticket(inHand())->customer, demoCustomer(2));
        QTRY_COMPARE(text("ticketCalled"), QStringLiteral("Bà Hoa"));
    }

    void whoIsFoundIsNotSaidToBeTheNextOne()
    {
        serve(0);
        const TicketId asked = inHand();
        press(Qt::Key_I, Qt::ControlModifier);
        m_link->hold();
        type(QStringLiteral("0983000258"));
        press(Qt::Key_Return);
        m_link->release();
        m_link->hold();
        // the visit is over and another began while it was looked up
        run(command::FinishService{CounterId{3}, asked, {}, OutcomeId{1}});
        QVERIFY(!isOpen("findPersonPanel"));
        run(command::CallNext{CounterId{3}});
        QVERIFY(inHand() != asked);
        m_link->release();
        QTest::qWait(0);
        QVERIFY(m_link->branch().ticket(inHand())->customer != demoCustomer(2));
    }

    void anOlderListLinksNobody()
    {
        serve(0);
        press(Qt::Key_I, Qt::ControlModifier);
        type(QStringLiteral("0983000258"));
        QTRY_COMPARE(find<QListView>("hitsList")->model()->rowCount(), 1);
        type(QStringLiteral("9"));
        press(Qt::Key_Return, Qt::ControlModifier);
        button("findPersonConfirmButton")->click();
        QTRY_COMPARE(find<QListView>("hitsList")->model()->rowCount(), 0);
        QVERIFY(!m_link->branch().ticket(inHand())->customer.isSet());
    }

    void withSeveralOfThemEnterWaitsForAChoice()
    {
        serve(0);
        press(Qt::Key_I, Qt::ControlModifier);
        type(QStringLiteral("0912000147"));
        press(Qt::Key_Return);
        QTRY_COMPARE(find<QListView>("hitsList")->model()->rowCount(), 2);
        QVERIFY(!m_link->branch().ticket(inHand())->customer.isSet());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_link->branch().ticket(inHand())->customer, demoCustomer(7));
    }

    void aScannedCardOfNobodyKnownFillsANewProfile()
    {
        serve(0);
        press(Qt::Key_I, Qt::ControlModifier);
        find<QLineEdit>("findPersonEdit")
            ->setText(QStringLiteral("001195000777||Vũ Thị Thảo|23021995|Nữ|5 ngõ Mẫu, Hà Nội|0101202"));
        type(QStringLiteral("2"));
        press(Qt::Key_Return);
        QTRY_VERIFY(isOpen("createPanel"));
        QCOMPARE(text("newNameEdit"), QStringLiteral("Vũ Thị Thảo"));
        QCOMPARE(text("newDocumentEdit"), QStringLiteral("001195000777"));
        QCOMPARE(text("newBirthEdit"), QStringLiteral("23/02/1995"));
        for (const char *consent : {"profileConsent", "contactConsent", "greetingConsent", "offersConsent"})
            QVERIFY2(!find<QCheckBox>(consent)->isChecked(), consent);
        find<QCheckBox>("profileConsent")->setChecked(true);
        find<QLineEdit>("newNameEdit")->setFocus();
        press(Qt::Key_Return);
        QTRY_COMPARE(text("profileName"), QStringLiteral("Vũ Thị Thảo"));
        QCOMPARE(m_link->branch().ticket(inHand())->customer, made().customer.id);
        QCOMPARE(made().customer.birthDate, std::string("1995-02-23"));
        QCOMPARE(made().customer.address, std::string("5 ngõ Mẫu, Hà Nội"));
        QCOMPARE(made().consents.size(), std::size_t(1));
        QCOMPARE(made().consents.front().purpose, ConsentPurpose::Profile);
        QCOMPARE(made().consents.front().wording, std::string("profile-2026-01-en"));
        QCOMPARE(made().consents.front().source, std::string("counter 3"));
    }

    void aMistypedFieldIsSaidAndNothingSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addRow("a phone too short") << QStringLiteral("newPhoneEdit") << QStringLiteral("0912");
        QTest::addRow("a document of no kind") << QStringLiteral("newDocumentEdit") << QStringLiteral("12345");
        QTest::addRow("a day there is not") << QStringLiteral("newBirthEdit") << QStringLiteral("31/2/1990");
        QTest::addRow("a name without letters") << QStringLiteral("newNameEdit") << QStringLiteral("12 34");
    }
    void aMistypedFieldIsSaidAndNothingSent()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        serve(0);
        press(Qt::Key_I, Qt::ControlModifier);
        press(Qt::Key_N, Qt::AltModifier);
        find<QLineEdit>("newNameEdit")->setText(QStringLiteral("Lý Văn Mẫu"));
        find<QLineEdit>(field.toLatin1().constData())->setText(typed);
        press(Qt::Key_Return);
        QVERIFY(!text("createHint").isEmpty());
        QCOMPARE(focusName(), field);
        QTest::qWait(0);
        QCOMPARE(m_customers->askedOf("addCustomer"), 0);
    }

    void aProfileThatIsThereAlreadyIsShownOrAddedAllTheSame()
    {
        serve(0);
        const auto fill = [this] {
            press(Qt::Key_I, Qt::ControlModifier);
            press(Qt::Key_N, Qt::AltModifier);
            find<QLineEdit>("newNameEdit")->setText(QStringLiteral("Nguyễn Hoài Nam"));
            find<QLineEdit>("newPhoneEdit")->setText(QStringLiteral("0912000147"));
            press(Qt::Key_Return);
            QTRY_VERIFY(find<QWidget>("existsRow")->isVisible());
        };
        fill();
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(find<QListView>("hitsList")->model()->rowCount(), 2);
        press(Qt::Key_Escape);
        fill();
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(m_link->branch().ticket(inHand())->customer > demoCustomer(1000));
        QVERIFY(!isOpen("createPanel"));
    }

    void aNoteIsKeptWhileItIsWrittenAlsoOverACrash()
    {
        serve(1);
        press(Qt::Key_N, Qt::ControlModifier);
        type(QStringLiteral("brings his mother"));
        QTRY_COMPARE(m_customers->drafts(), std::vector<std::string>{"brings his mother"});
        m_frame.reset(); // the program is gone
        open({});
        QTRY_VERIFY(customer().inHand() && customer().inHand()->card());
        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(find<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("brings his mother"));
        QVERIFY(text("noteHint").contains(QStringLiteral("it was kept")));
        type(QStringLiteral(" along"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("notePanel"));
        QCOMPARE(person(1).notes.front().text, std::string("brings his mother along"));
        QVERIFY(m_customers->drafts().empty());
        QTRY_VERIFY(says("brings his mother along"));
    }

    void aNoteOfAVisitOfNobodyKnownIsOfTheVisit()
    {
        serve(0);
        press(Qt::Key_N, Qt::ControlModifier);
        type(QStringLiteral("waits for a call"));
        press(Qt::Key_2, Qt::AltModifier);
        press(Qt::Key_S, Qt::AltModifier);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_customers->nobody().notes.size(), std::size_t(1));
        QCOMPARE(m_customers->nobody().notes.front().ticket, inHand());
        QCOMPARE(m_customers->nobody().notes.front().department, Department::Sales);
        QVERIFY(m_customers->nobody().notes.front().isForSupervisors);
        QTRY_VERIFY(says("waits for a call"));
    }

    void aNoteThatIsRefusedStays()
    {
        serve(1);
        press(Qt::Key_N, Qt::ControlModifier);
        type(QStringLiteral("x"));
        QTRY_COMPARE(m_customers->drafts().size(), std::size_t(1));
        m_link->refuseNextAsked({ErrorCode::StorageFull, "", {}});
        press(Qt::Key_Return);
        QTRY_VERIFY(shownBanner());
        QVERIFY(isOpen("notePanel"));
        QCOMPARE(find<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("x"));
        press(Qt::Key_Return);
        QTRY_COMPARE(person(1).notes.front().text, std::string("x"));
    }

    void aConversationIsWrittenDownWithItsChannel()
    {
        serve(1);
        press(Qt::Key_N, Qt::ControlModifier);
        press(Qt::Key_2, Qt::ControlModifier);
        type(QStringLiteral("asked about the rate"));
        find<QCheckBox>("outwardCheck")->setChecked(true);
        press(Qt::Key_Return);
        QTRY_COMPARE(person(1).happenings.front().text, std::string("asked about the rate"));
        QCOMPARE(person(1).happenings.front().channel, Channel::Phone);
        QVERIFY(!person(1).happenings.front().isInward);
        QVERIFY(m_customers->drafts().empty());
    }

    void aPromiseHasADayAndAnOwnerAndCanBeTakenBack()
    {
        serve(1);
        const std::size_t before = itemsOf(1).size();
        press(Qt::Key_H, Qt::ControlModifier);
        type(QStringLiteral("send the form"));
        press(Qt::Key_3, Qt::AltModifier); // in three days
        press(Qt::Key_Return);
        QTRY_COMPARE(itemsOf(1).size(), before + 1);
        const OpenItem made = itemsOf(1).back();
        QCOMPARE(made.kind, OpenItemKind::Promise);
        QCOMPARE(made.owner, StaffId{3});
        QCOMPARE(made.ticket, inHand());
        const TimeMs day = dayStart("2026-03-05", 7 * 60);
        QCOMPARE(made.dueMs, day + 17 * kHourMs);
        QTRY_VERIFY(says("Promise: send the form"));
        QVERIFY(text("undoText").contains(QStringLiteral("due on 05/03/2026")));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(itemsOf(1).back().state, OpenItemState::Withdrawn);
    }

    void aDayIsTypedAndAColleagueChosen()
    {
        serve(1);
        press(Qt::Key_H, Qt::ControlModifier);
        press(Qt::Key_2, Qt::ControlModifier); // a complaint
        type(QStringLiteral("waited long"));
        press(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(focusName(), QStringLiteral("dueDayEdit"));
        type(QStringLiteral("1/3")); // was yesterday: of the next year
        QVERIFY(text("itemHint").contains(QStringLiteral("01/03/2027")));
        find<QLineEdit>("dueDayEdit")->setText(QStringLiteral("31/2"));
        Q_EMIT find<QLineEdit>("dueDayEdit")->textEdited(QString());
        press(Qt::Key_Return);
        QCOMPARE(m_customers->askedOf("addOpenItem"), 0);
        find<QLineEdit>("dueDayEdit")->setText(QStringLiteral("9.3.2026"));
        find<QComboBox>("ownerChoice")->setCurrentIndex(2);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_customers->askedOf("addOpenItem"), 1);
        QTRY_VERIFY(!isOpen("itemPanel"));
        QCOMPARE(itemsOf(1).back().kind, OpenItemKind::Complaint);
        QCOMPARE(itemsOf(1).back().owner, StaffId{2});
        QCOMPARE(itemsOf(1).back().dueMs, dayStart("2026-03-09", 7 * 60) + 17 * kHourMs);
    }

    void aComplaintIsSettledWithAWord()
    {
        serve(1);
        press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(find<QListWidget>("openItemsList")->count(), 2);
        press(Qt::Key_Down); // the second: one's own
        press(Qt::Key_2, Qt::AltModifier); // not kept
        press(Qt::Key_Return);
        QVERIFY(text("settleHint").contains(QStringLiteral("why")));
        QCOMPARE(m_customers->askedOf("changeOpenItem"), 0);
        type(QStringLiteral("the card did not come"));
        press(Qt::Key_Return);
        QTRY_COMPARE(itemsOf(1)[1].state, OpenItemState::Broken);
        QCOMPARE(itemsOf(1)[1].ending, std::string("the card did not come"));
        QVERIFY(!isOpen("settlePanel"));
        // another's is the supervisor's to settle, and that is said
        press(Qt::Key_R, Qt::ControlModifier);
        press(Qt::Key_Return);
        QTRY_VERIFY(shownBanner());
        QVERIFY(isOpen("settlePanel"));
    }

    void aDeclinedRequestSaysWhyAndWhatInstead()
    {
        serve(1);
        press(Qt::Key_D, Qt::ControlModifier);
        type(QStringLiteral("a higher limit"));
        press(Qt::Key_Return);
        QCOMPARE(focusName(), QStringLiteral("declinedWhyEdit"));
        press(Qt::Key_Return); // not without
        QCOMPARE(m_customers->askedOf("declineRequest"), 0);
        type(QStringLiteral("no papers"));
        press(Qt::Key_Return);
        type(QStringLiteral("bring them"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("declinePanel"));
        const Happening &declined = person(1).happenings.front();
        QCOMPARE(declined.kind, HappeningKind::Declined);
        QCOMPARE(declined.reason, std::string("no papers"));
        QCOMPARE(declined.alternative, std::string("bring them"));
    }

    void whatIsMissingIsSentWithOneFigureAndTakenBack()
    {
        press(Qt::Key_F11); // also with nobody at the counter
        press(Qt::Key_3);
        QTRY_COMPARE(m_customers->nobody().openItems.size(), std::size_t(1));
        const OpenItem &sent = m_customers->nobody().openItems.front();
        QCOMPARE(sent.blocker, BlockerKind::Authority);
        QTRY_VERIFY(text("undoText").contains(QStringLiteral("authority to decide")));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(sent.state, OpenItemState::Withdrawn);
        press(Qt::Key_F11);
        find<QLineEdit>("blockerEdit")->setFocus();
        type(QStringLiteral("printer 2 is out of paper"));
        press(Qt::Key_Tab);
        press(Qt::Key_6);
        QTRY_COMPARE(m_customers->nobody().openItems.back().text, std::string("printer 2 is out of paper"));
    }

    void howToServeThemIsChangedInPlace()
    {
        serve(1);
        press(Qt::Key_E, Qt::ControlModifier);
        find<QComboBox>("formChoice")->setCurrentIndex(3);
        find<QCheckBox>("patienceNeed")->setChecked(true);
        press(Qt::Key_Return);
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Ông Nam"));
        QCOMPARE(person(1).customer.needs, (std::vector<Need>{Need::Hearing, Need::Privacy, Need::Patience}));
        QCOMPARE(person(1).customer.preferences.quietFromMin, 21 * 60);
        // nothing touched, nothing sent
        press(Qt::Key_E, Qt::ControlModifier);
        press(Qt::Key_Return);
        QVERIFY(!isOpen("editPanel"));
        QCOMPARE(m_customers->askedOf("changeCustomer"), 1);
    }

    void whoWasOvertakenIsToldAndWritesAgain()
    {
        serve(1);
        press(Qt::Key_E, Qt::ControlModifier);
        find<QCheckBox>("readingNeed")->setChecked(true);
        ++person(1).customer.revision; // at another counter
        person(1).customer.needs = {Need::Sight};
        press(Qt::Key_Return);
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().contains(QStringLiteral("Somebody else changed this")));
        QVERIFY(isOpen("editPanel"));
        QTRY_VERIFY(!isAsking());
        QCOMPARE(needsShown(), std::vector<Need>{Need::Sight});
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("editPanel"));
        QCOMPARE(person(1).customer.needs, (std::vector<Need>{Need::Hearing, Need::Reading, Need::Privacy}));
    }

    void aConsentIsReadGivenAndWithdrawn()
    {
        serve(1);
        press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(button("consent1Button")->text(), QStringLiteral("Be known again: agreed"));
        QCOMPARE(button("consent5Button")->text(), QStringLiteral("Offers: no"));
        press(Qt::Key_5);
        QVERIFY(find<QWidget>("consentsPanel")->accessibleName().contains(QStringLiteral("send me offers")));
        press(Qt::Key_Return); // no answer by habit
        QVERIFY(!isOpen("consentsPanel"));
        QCOMPARE(m_customers->askedOf("giveConsent"), 0);
        press(Qt::Key_T, Qt::ControlModifier);
        press(Qt::Key_5);
        press(Qt::Key_1);
        QTRY_COMPARE(m_customers->askedOf("giveConsent"), 1);
        QCOMPARE(person(1).consents.back().purpose, ConsentPurpose::Offers);
        QTRY_VERIFY(!isAsking());
        press(Qt::Key_T, Qt::ControlModifier);
        press(Qt::Key_1);
        press(Qt::Key_1);
        QTRY_VERIFY(person(1).consents.front().withdrawnMs.has_value());
    }

    void aMaskedFieldIsShownForAReason()
    {
        serve(1);
        QVERIFY(!text("phoneValue").contains(QStringLiteral("912000147")));
        button("phoneShowButton")->click();
        press(Qt::Key_2);
        QTRY_VERIFY(text("phoneValue").contains(QStringLiteral("+84912000147")));
        QCOMPARE(m_customers->askedOf("revealField"), 1);
        // of this person alone
        customer().open(demoCustomer(2));
        QTRY_COMPARE(text("profileCalled"), QStringLiteral("Bà Hoa"));
        customer().closeOpened();
        QVERIFY(!text("phoneValue").contains(QStringLiteral("912000147")));
    }

    void aStageAndANumberAreWrittenDown()
    {
        serve(1);
        press(Qt::Key_J, Qt::ControlModifier);
        find<QComboBox>("productChoice")->setEditText(QStringLiteral("Bảo hiểm xe"));
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_Return);
        QTRY_COMPARE(person(1).stages.back().product, std::string("Bảo hiểm xe"));
        QCOMPARE(person(1).stages.back().stage, Stage::Decision);
        QTRY_VERIFY(!isOpen("stagePanel"));
        press(Qt::Key_P, Qt::ControlModifier);
        type(QStringLiteral("12"));
        press(Qt::Key_Return);
        QVERIFY(text("numbersHint").contains(QStringLiteral("no number of that kind")));
        find<QLineEdit>("numberEdit")->setText(QStringLiteral("0905 111 222"));
        press(Qt::Key_Return);
        QTRY_COMPARE(person(1).customer.identifiers.back().value, std::string("+84905111222"));
        QTRY_VERIFY(!isAsking());
        press(Qt::Key_P, Qt::ControlModifier);
        auto *list = find<QListWidget>("numbersList");
        list->setFocus();
        list->setCurrentRow(list->count() - 1);
        press(Qt::Key_Delete);
        QCOMPARE(m_customers->askedOf("removeIdentifier"), 0); // it is asked once more
        press(Qt::Key_Delete);
        QTRY_COMPARE(person(1).customer.identifiers.size(), std::size_t(3));
    }

    void afterTheVisitOneCanStillWriteAboutWhoLeft()
    {
        serve(1);
        finish();
        QTRY_VERIFY(m_window->desk().canCall());
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(text("noteTitle").contains(QStringLiteral("Anh Nam")));
        type(QStringLiteral("left an umbrella"));
        press(Qt::Key_Return);
        QTRY_COMPARE(person(1).notes.front().text, std::string("left an umbrella"));
    }

    void withNobodyThereIsNothingToWriteAbout()
    {
        for (const Qt::Key code : {Qt::Key_N, Qt::Key_H, Qt::Key_D, Qt::Key_G, Qt::Key_E, Qt::Key_T}) {
            press(code, Qt::ControlModifier);
            QVERIFY(!m_window->workPage().customerPanels().isOpen());
        }
    }

    void aLockedWindowForgetsWhatWasBegun()
    {
        serve(1);
        press(Qt::Key_N, Qt::ControlModifier);
        type(QStringLiteral("secret"));
        m_link->lockFromHub("idle");
        QVERIFY(find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
        QVERIFY(!m_window->workPage().customerPanels().isOpen());
    }
};

QTEST_MAIN(TestCustomerPanels)
#include "tst_customerpanels.moc"
