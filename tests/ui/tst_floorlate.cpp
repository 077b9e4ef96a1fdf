// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/advicewords.h"
#include "app/supervisor/alertrulesview.h"
#include "app/supervisor/alertspage.h"
#include "app/supervisor/alertspanel.h"
#include "app/supervisor/alerthistoryview.h"
#include "app/supervisor/decisionform.h"
#include "app/supervisor/messagepanel.h"
#include "app/supervisor/whatifpanel.h"
#include "core/wire/customermessage.h"
#include "tests/ui/floorbench.h"
#include "ui/session/demoalerts.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>
#include <string>

using namespace tiepdon;

namespace {

constexpr CounterId kAccounts{4};
constexpr ProfileId kCash{1};
constexpr ProfileId kLoanAdvice{3};
constexpr StaffId kFree{7};

} // namespace

/// What comes late: answers about what is not shown any more, other people at the same PC, and changes by others
/// while somebody is about to act.
class TestFloorLate : public QObject, private FloorBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_asked.clear();
        begin([this](FixedLink &link) {
            link.addAnswers([this](const std::string &method, const Json &params) -> Result<Json> {
                m_asked.emplace_back(method, params.dump());
                return Error{ErrorCode::UnknownMethod, "", {}};
            });
            answerForAlerts(link);
        });
    }
    void cleanup() { end(); }

    // ---- one action ----

    void anAnswerAboutWhatWasBeforeClosesNothing()
    {
        floor().action().open({Action::Kind::Move, kAccounts, kCash, {}});
        m_link->hold();
        confirm();
        floor().action().close();
        floor().askPlace(CounterId{3}, kFree);
        m_link->release();
        QTRY_COMPARE(at(4).profile, kCash);
        QTRY_VERIFY(m_window->desk().canAct());
        QVERIFY(isShown("actionPanel"));
        QVERIFY(text("actionTitle").contains(QStringLiteral("Counter 3")));
        confirm();
        QTRY_COMPARE(at(3).staff, kFree);
    }

    void aRefusalOfWhatWasLeftIsSaidAllTheSame()
    {
        floor().action().open({Action::Kind::Move, kAccounts, kCash, {}});
        m_link->hold();
        confirm();
        QTest::keyClick(&floor().action(), Qt::Key_Escape);
        QVERIFY(!isShown("actionPanel"));
        run(command::AssignProfile{kAccounts, kLoanAdvice}); // somebody is quicker
        m_link->release();
        QTRY_VERIFY2(errorText().contains(QStringLiteral("Lý Thị Mai")), qPrintable(errorText()));
        QCOMPARE(at(4).profile, kLoanAdvice);
        QCOMPARE(tile(4)->figures().profile, QStringLiteral("Loan advice"));
    }

    void whatIsHeldOverACounterThatGoesIsPutAway()
    {
        const std::unique_ptr<QMimeData> person(carried(staffMimeType(), kFree.value));
        enter(tile(3), person.get());
        QVERIFY(isShown("actionPanel"));
        command::ChangeSettings gone;
        gone.before.counters = {*m_link->branch().counter(CounterId{3})};
        run(gone);
        QVERIFY(!floor().tile(CounterId{3}));
        QCOMPARE(m_window->findChildren<CounterTile *>().size(), 5);
        QVERIFY(!isShown("actionPanel"));
    }

    void whoTheCustomerIsStaysWithEnterAlone()
    {
        const TicketId id = m_link->branch().waiting(ServiceId{1}).begin()->ticket;
        run(command::SetSegment{id, {}, PriorityReasonId{1}});
        floor().action().open({Action::Kind::Segment, {}, {}, id});
        QCOMPARE(find<QListWidget>("actionChoice")->currentItem()->data(Qt::UserRole).toLongLong(), 1);
        confirm();
        QVERIFY(!isShown("actionPanel"));
        QVERIFY(m_link->sent().empty());
        QCOMPARE(m_link->branch().ticket(id)->segment, SegmentId{1});
    }

    // ---- alerts ----

    void whatIsDoneIsReportedForTheAlertItWasBegunFor()
    {
        m_link->setAlerts(demoAlerts(m_link->branch(), m_link->hubNowMs()));
        m_window->desk().actFor(AlertId{1});
        m_link->hold();
        m_window->desk().moveCounters({{CounterId{3}, at(3), {kFree, kCash, {}}}}, {});
        m_window->desk().actFor(AlertId{2}); // looked at meanwhile
        m_link->release();
        QTRY_COMPARE(acted(), std::vector<std::int64_t>{1});
        m_window->desk().moveCounters({{CounterId{3}, at(3), {}}}, {});
        QTRY_COMPARE(acted(), (std::vector<std::int64_t>{1, 2}));
    }

    void anAlertIsTakenUpOnce()
    {
        m_link->setAlerts(demoAlerts(m_link->branch(), m_link->hubNowMs()));
        QListWidget *list = find<QListWidget>("alertsList");
        list->setFocus();
        m_link->hold();
        QTest::keyClick(list, Qt::Key_A);
        QTest::keyClick(list, Qt::Key_A);
        m_link->release();
        QTRY_COMPARE(timesAsked(AcknowledgeAlert::kMethod), 1);
        QTRY_VERIFY(!button("takeAlertButton")->isEnabled());
        QCOMPARE(errorText(), QString());
    }

    void whatStandsInAnEndedAlertsPlaceIsNotChosen()
    {
        AlertsNote note = demoAlerts(m_link->branch(), m_link->hubNowMs());
        m_link->setAlerts(note);
        AlertsPanel &panel = floor().alerts();
        const AlertId chosen = panel.chosen()->id;
        std::erase_if(note.open, [chosen](const Alert &alert) { return alert.id == chosen; });
        m_link->setAlerts(note);
        QVERIFY(!panel.chosen());
        m_window->tick();
        QVERIFY(!panel.chosen());
        QVERIFY(!button("takeAlertButton")->isEnabled());
        QTest::keyClick(find<QListWidget>("alertsList"), Qt::Key_Down);
        QVERIFY(panel.chosen());
        m_link->setAlerts({});
        m_link->setAlerts(note); // afresh: the worst is proposed
        QVERIFY(panel.chosen());
    }

    void anotherPeriodIsAskedForThoughOneIsUnderWay()
    {
        m_window->showAlerts();
        m_window->alertsPage().showHistory();
        auto *period = find<QComboBox>("alertPeriod");
        m_asked.clear();
        m_link->hold();
        Q_EMIT period->activated(period->currentIndex());
        period->setCurrentIndex(2);
        Q_EMIT period->activated(2);
        m_link->release();
        QTRY_COMPARE(timesAsked(AlertHistoryQuery::kMethod), 2);
    }

    // ---- what if ----

    void aTrialGoesOnWhenItsPageIsSeenAgain()
    {
        m_window->askWhatIf();
        choose("whatIfKindChoice", 0); // open a counter
        QTRY_VERIFY(text("whatIfEffectText").contains(QStringLiteral("futures")));
        m_window->showTickets();
        m_window->showFloor();
        QTRY_VERIFY2(text("whatIfEffectText").contains(QStringLiteral("futures")),
                     qPrintable(text("whatIfEffectText")));
    }

    void whoIsTakenMeanwhileIsNotReplaced()
    {
        m_window->askWhatIf();
        choose("whatIfKindChoice", 0);
        const StaffId who{find<QComboBox>("whatIfWhoChoice")->currentData().toLongLong()};
        QVERIFY(who.isSet());
        QVERIFY(button("applyMovesButton")->isEnabled());
        run(command::SignOn{CounterId{3}, who, {}});
        QVERIFY(text("whatIfWarning").contains(QStringLiteral("Counter 3 has just been changed")));
        QCOMPARE(find<QComboBox>("whatIfCounterChoice")->currentIndex(), -1);
        QVERIFY(!button("applyMovesButton")->isEnabled());
        QVERIFY(m_link->moved().empty());
    }

    void aMoveIsNoneWhereTheCounterIsAnother()
    {
        FloorMove open;
        open.kind = FloorMoveKind::Open;
        open.counter = CounterId{3};
        open.staff = kFree;
        QCOMPARE(counterMovesOf(m_link->branch(), {open}).size(), 1U);
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        QVERIFY(counterMovesOf(m_link->branch(), {open}).empty()); // who opened it is not sent away
        FloorMove away;
        away.kind = FloorMoveKind::MovePerson;
        away.counter = CounterId{5};
        away.staff = kFree; // somebody else works there
        away.toCounter = CounterId{3};
        QVERIFY(counterMovesOf(m_link->branch(), {away}).empty());
    }

    // ---- people ----

    void theNextPersonBeginsAnew()
    {
        floor().askMessage();
        find<QLineEdit>("messageViEdit")->setText(QStringLiteral("Họp lúc 5 giờ"));
        m_link->hold();
        button("sendMessageButton")->click();
        m_link->endFromHub("ended");
        m_link->enter(QStringLiteral("hung"));
        m_link->release();
        QVERIFY(!isShown("messagePanel"));
        floor().askMessage();
        QCOMPARE(find<QLineEdit>("messageViEdit")->text(), QString());
        find<QLineEdit>("messageViEdit")->setText(QStringLiteral("a"));
        QTRY_VERIFY(button("sendMessageButton")->isEnabled());
    }

    void aTrialIsNotTheNextOnes()
    {
        m_window->askWhatIf();
        choose("whatIfKindChoice", 0);
        m_link->hold();
        QTRY_VERIFY(button("applyMovesButton")->isEnabled());
        button("applyMovesButton")->click();
        m_link->endFromHub("ended");
        m_link->enter(QStringLiteral("hung"));
        m_link->release();
        QVERIFY(!isShown("whatIfPanel"));
        m_window->askWhatIf();
        choose("whatIfKindChoice", 2); // close one
        QTRY_VERIFY(button("applyMovesButton")->isEnabled());
    }

    void aRuleSavedBeforeIsNotTheNextOnes()
    {
        m_link->setAlerts(withDemoRules(demoAlerts(m_link->branch(), m_link->hubNowMs())));
        m_window->showAlerts();
        AlertRulesView &rules = m_window->alertsPage().rules();
        rules.choose(AlertRuleId{4});
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        rules.save();
        for (int i = 1; i <= 4; ++i)
            find<QPlainTextEdit>(qPrintable(QStringLiteral("decision%1Edit").arg(i)))
                ->setPlainText(QStringLiteral("x"));
        m_link->hold();
        rules.save();
        m_link->endFromHub("ended");
        m_link->enter(QStringLiteral("hung"));
        m_link->release();
        QVERIFY(!isShown("ruleNote"));
        QVERIFY(isShown("noRuleChosenState"));
    }

    // ---- pages ----

    void aPageIsMadeWhenItIsFirstShownAndAsksOnce()
    {
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("promisesPage")));
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("settingsPage")));
        m_asked.clear();
        m_window->showPromises();
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("promisesPage"))->isVisible());
        QTRY_COMPARE(timesAsked(OpenItemsQuery::kMethod), 1);
        m_window->showFloor();
        m_window->showPromises();
        QCoreApplication::sendPostedEvents();
        QTRY_COMPARE(timesAsked(OpenItemsQuery::kMethod), 2);
    }

    void aScrolledListOfMessagesStaysWhereItIs()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        floor().askMessage();
        auto *list = find<QListWidget>("standingMessagesList");
        const QListWidgetItem *item = list->item(1);
        m_link->advance(kSecondMs);
        m_window->tick();
        QCOMPARE(list->item(1), item);
    }

private:
    FloorPage &floor() { return m_window->floorPage(); }
    void choose(const char *box, int index)
    {
        auto *choice = find<QComboBox>(box);
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
    }
    [[nodiscard]] int timesAsked(std::string_view method) const
    {
        return static_cast<int>(std::count_if(m_asked.begin(), m_asked.end(),
                                              [method](const auto &each) { return each.first == method; }));
    }
    /// The alerts something was reported as done about, in order.
    [[nodiscard]] std::vector<std::int64_t> acted() const
    {
        std::vector<std::int64_t> all;
        for (const auto &[method, params] : m_asked) {
            if (method == ActOnAlert::kMethod)
                all.push_back(fromJson<ActOnAlert>(Json::parse(params), UnknownFields::Refuse)->alert.value);
        }
        return all;
    }

    std::vector<std::pair<std::string, std::string>> m_asked; ///< what the hub was asked, method and params
};

QTEST_MAIN(TestFloorLate)
#include "tst_floorlate.moc"
