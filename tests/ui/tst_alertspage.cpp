// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alerthistorymodel.h"
#include "app/supervisor/alerthistoryview.h"
#include "app/supervisor/alertrulesmodel.h"
#include "app/supervisor/alertrulesview.h"
#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/alertspage.h"
#include "app/supervisor/quiethours.h"
#include "app/supervisor/supervisorwindow.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demoalerts.h"
#include "ui/session/demobranch.h"
#include "ui/session/demofloor.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <functional>

using namespace tiepdon;

/// Rules of alerts as a supervisor edits and tries them, and what became of earlier alerts.
class TestAlertsPage : public QObject
{
    Q_OBJECT

private:
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_frame->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    AlertRulesView &rules() { return m_window->alertsPage().rules(); }
    const AlertRule &kept(std::int64_t id)
    {
        for (const AlertRule &rule : m_link->alerts().rules) {
            if (rule.id.value == id)
                return rule;
        }
        qFatal("no such rule");
    }
    bool isKept(std::int64_t id)
    {
        const auto &all = m_link->alerts().rules;
        return std::any_of(all.begin(), all.end(), [id](const AlertRule &rule) { return rule.id.value == id; });
    }
    /// As somebody else has it from now on.
    void changeElsewhere(std::int64_t id, const std::function<void(AlertRule &)> &change)
    {
        AlertsNote note = m_link->alerts();
        for (AlertRule &rule : note.rules) {
            if (rule.id.value == id) {
                change(rule);
                ++rule.revision;
            }
        }
        m_link->setAlerts(note);
    }
    void answerAll()
    {
        for (int i = 1; i <= 4; ++i)
            find<QPlainTextEdit>(qPrintable(QStringLiteral("decision%1Edit").arg(i)))
                ->setPlainText(QStringLiteral("Khách chờ ít hơn"));
    }
    void press(Qt::Key key) { QTest::keyClick(m_frame->focusWidget() ? m_frame->focusWidget() : m_window, key); }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<EntryFrame> m_frame;
    SupervisorWindow *m_window = nullptr; ///< the frame has it

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        answerForAlerts(*m_link);
        m_link->setAlerts(withDemoRules(demoAlerts(m_link->branch(), m_link->hubNowMs())));
        m_link->setAccounts({{StaffId{1'000'001},
                              QStringLiteral("hung"),
                              QStringLiteral("Phạm Quốc Hùng"),
                              demoPassword(),
                              {Role::Supervisor},
                              false,
                              false}});
        m_link->enter(QStringLiteral("hung"));
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
        m_window->showAlerts();
    }
    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    // ---- rules ----

    void rulesStandInOrder()
    {
        auto *model = find<QTableView>("alertRulesTable")->model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 12);
        QCOMPARE(text("alertRulesCount"), QStringLiteral("12 rules, 11 switched on"));
        QCOMPARE(model->index(0, AlertRulesModel::NameColumn).data().toString(),
                 QStringLiteral("A promised wait will soon be over"));
        QCOMPARE(model->index(0, AlertRulesModel::ThresholdColumn).data().toString(), QStringLiteral("60 %"));
        QCOMPARE(model->index(3, AlertRulesModel::ThresholdColumn).data().toString(), QStringLiteral("15 people"));
        QCOMPARE(model->index(5, AlertRulesModel::ThresholdColumn).data().toString(), QStringLiteral("3 min"));
        QCOMPARE(model->index(6, AlertRulesModel::StateColumn).data().toString(), QStringLiteral("Off"));
        // what goes, goes alone
        rules().choose({4});
        AlertsNote note = m_link->alerts();
        note.rules.erase(note.rules.begin());
        m_link->setAlerts(note);
        QCOMPARE(model->rowCount(), 11);
        QCOMPARE(find<QTableView>("alertRulesTable")->currentIndex().data(AlertRulesModel::RuleRole).toInt(), 4);
    }

    void nothingIsWatched()
    {
        AlertsNote note = m_link->alerts();
        note.rules.clear();
        m_link->setAlerts(note);
        QVERIFY(find<QWidget>("noAlertRulesState")->isVisible());
        QVERIFY(button("alertRuleAddButton")->isEnabled());
    }

    void aRuleIsSaidInWords()
    {
        rules().choose({3});
        const QString words = text("ruleWords");
        QVERIFY(words.startsWith(
            QStringLiteral("Somebody has waited 200 % of the time promised, or longer, for any service.")));
        QVERIFY(words.contains(QStringLiteral("Supervisors are told: sound, system notification.")));
        QVERIFY(words.contains(QStringLiteral("Again every 10 min until somebody takes it up.")));
        QVERIFY(words.contains(QStringLiteral("after 15 min, also: system notification, mail to "
                                              "truongphong@chinhanh-hoguom.example.")));
        QVERIFY(words.contains(QStringLiteral("Mon–Sun 20:00–07:00")));
        rules().choose({1});
        QVERIFY(text("ruleWords").contains(QStringLiteral("probability of 60 % or more")));
        QVERIFY(text("ruleWords").contains(QStringLiteral("within 15 min for Deposits and withdrawals")));
        QVERIFY(text("ruleWords").contains(QStringLiteral("It ends below 35 %.")));
        find<QSpinBox>("ruleThresholdBox")->setValue(70);
        QVERIFY(text("ruleWords").contains(QStringLiteral("probability of 70 % or more")));
    }

    void aChangeNeedsFourAnswers()
    {
        rules().choose({4});
        QVERIFY(!button("ruleSaveButton")->isEnabled());
        QVERIFY(!find<QWidget>("decisionForm")->isVisible());
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        QVERIFY(button("ruleSaveButton")->isEnabled());
        press(Qt::Key_F8);
        QVERIFY(find<QWidget>("decisionForm")->isVisible());
        QCOMPARE(m_frame->focusWidget(), find<QWidget>("decision1Edit"));
        find<QPlainTextEdit>("decision1Edit")->setPlainText(QStringLiteral("Ít khách phải chờ"));
        press(Qt::Key_F8);
        QCOMPARE(m_frame->focusWidget(), find<QWidget>("decision2Edit"));
        QCOMPARE(kept(4).threshold, std::int64_t(15));
        answerAll();
        press(Qt::Key_F8);
        QTRY_COMPARE(kept(4).threshold, std::int64_t(12));
        QCOMPARE(kept(4).revision, std::int64_t(2));
        QTRY_COMPARE(text("ruleNote"), QStringLiteral("Saved. It counts from now on."));
        QVERIFY(!find<QWidget>("decisionForm")->isVisible());
        QVERIFY(find<QPlainTextEdit>("decision1Edit")->toPlainText().isEmpty());
        QVERIFY(!rules().isDirty());
    }

    void whatIsNotTouchedStaysToTheSecond()
    {
        changeElsewhere(10, [](AlertRule &rule) {
            rule.threshold = 90 * kSecondMs; // between two minutes
            rule.holdMs = 1500;
        });
        rules().choose({10});
        QVERIFY(text("ruleWords").contains(QStringLiteral("1 min 30 s")));
        auto *name = find<QLineEdit>("ruleNameEnEdit");
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral(" now"));
        rules().save();
        answerAll();
        rules().save();
        QTRY_COMPARE(kept(10).revision, std::int64_t(3));
        QCOMPARE(kept(10).threshold, 90 * kSecondMs);
        QCOMPARE(kept(10).holdMs, TimeMs(1500));
        find<QSpinBox>("ruleThresholdBox")->setValue(4);
        rules().save();
        answerAll();
        rules().save();
        QTRY_COMPARE(kept(10).threshold, 4 * kMinuteMs);
    }

    void everyFieldIsSaved()
    {
        rules().addRule();
        find<QLineEdit>("ruleNameViEdit")->setText(QStringLiteral("Quầy tiền mặt trống"));
        auto *kind = find<QComboBox>("ruleKindChoice");
        kind->setCurrentIndex(kind->findData(static_cast<int>(AlertKind::CounterIdle)));
        QVERIFY(!find<QSpinBox>("ruleAheadBox")->isVisible());
        QVERIFY(find<QListWidget>("ruleCountersList")->isVisible());
        QVERIFY(!find<QListWidget>("ruleSegmentsList")->isVisible());
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 3); // as is usual for the kind
        find<QSpinBox>("ruleThresholdBox")->setValue(5);
        find<QSpinBox>("ruleClearBox")->setValue(2);
        find<QSpinBox>("ruleHoldBox")->setValue(45);
        find<QSpinBox>("ruleRepeatBox")->setValue(10);
        QVERIFY(!find<QWidget>("ruleEscalationTelling")->isVisible());
        find<QSpinBox>("ruleEscalateBox")->setValue(20);
        QVERIFY(find<QWidget>("ruleEscalationTelling")->isVisible());
        find<QComboBox>("ruleSeverityChoice")->setCurrentIndex(2);
        find<QListWidget>("ruleServicesList")->item(0)->setCheckState(Qt::Checked);
        find<QListWidget>("ruleCountersList")->item(1)->setCheckState(Qt::Checked);
        find<QCheckBox>("rule_mailCheck")->click();
        find<QLineEdit>("ruleMailEdit")->setText(QStringLiteral("lan@b.vn; minh@b.vn"));
        find<QCheckBox>("ruleEscalation_webhookCheck")->click();
        button("quietAddButton")->click();
        rules().save();
        answerAll();
        rules().save();
        QTRY_VERIFY(isKept(13));
        const AlertRule &rule = kept(13);
        QCOMPARE(rule.name.vi, std::string("Quầy tiền mặt trống"));
        QVERIFY(rule.kind == AlertKind::CounterIdle && rule.severity == AlertSeverity::Critical && rule.isOn);
        QCOMPARE(rule.threshold, 5 * kMinuteMs);
        QCOMPARE(rule.clearAt, 2 * kMinuteMs);
        QCOMPARE(rule.holdMs, 45 * kSecondMs);
        QCOMPARE(rule.repeatMs, 10 * kMinuteMs);
        QCOMPARE(rule.escalateMs, 20 * kMinuteMs);
        QCOMPARE(rule.aheadMs, TimeMs(0));
        QVERIFY((rule.scope.services == std::vector<ServiceId>{{1}}));
        QVERIFY((rule.scope.counters == std::vector<CounterId>{{2}}));
        QVERIFY((rule.telling.channels
                 == std::vector<AlertChannel>{AlertChannel::Sound, AlertChannel::Desktop, AlertChannel::Mail}));
        QVERIFY((rule.telling.mailTo == std::vector<std::string>{"lan@b.vn", "minh@b.vn"}));
        QVERIFY((rule.escalation.channels == std::vector<AlertChannel>{AlertChannel::Webhook}));
        QVERIFY((rule.quiet == std::vector<OpeningWindow>{{127, 20 * 60, 24 * 60}, {127, 0, 7 * 60}}));
        QCOMPARE(find<QTableView>("alertRulesTable")->currentIndex().row(), 12);
    }

    void whatCannotBeIsSaidAtItsField()
    {
        rules().choose({4});
        auto *name = find<QLineEdit>("ruleNameViEdit");
        name->setFocus();
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        rules().save();
        QCOMPARE(text("ruleNote"), QStringLiteral("The rule needs a name in Vietnamese."));
        QCOMPARE(name->property("wrong").toString(), QStringLiteral("yes"));
        QVERIFY(!find<QWidget>("decisionForm")->isVisible());
        QTest::keyClicks(name, QStringLiteral("Hang"));
        QCOMPARE(name->property("wrong").toString(), QStringLiteral("no"));
        find<QCheckBox>("rule_mailCheck")->click();
        QTest::keyClicks(find<QLineEdit>("ruleMailEdit"), QStringLiteral("nobody"));
        rules().save();
        QVERIFY(text("ruleNote").startsWith(QStringLiteral("Mail needs an address")));
        find<QCheckBox>("rule_mailCheck")->click();
        find<QLineEdit>("ruleMailEdit")->clear();
        find<QSpinBox>("ruleClearBox")->setValue(40);
        rules().save();
        QCOMPARE(text("ruleNote"), QStringLiteral("A rule cannot end above where it begins."));
        QCOMPARE(kept(4).revision, std::int64_t(1));
    }

    void quietHoursThatAreNoneAreNotSaved()
    {
        rules().choose({3});
        auto *to = find<QLineEdit>("quietTo1Edit");
        to->setFocus();
        to->selectAll();
        QTest::keyClicks(to, QStringLiteral("7x"));
        QCOMPARE(to->property("wrong").toString(), QStringLiteral("yes"));
        QVERIFY(!button("ruleSaveButton")->isEnabled());
        QVERIFY(text("ruleWords").contains(QStringLiteral("quiet hours")));
        to->selectAll();
        QTest::keyClicks(to, QStringLiteral("6h30"));
        QVERIFY(button("ruleSaveButton")->isEnabled());
        QVERIFY(text("ruleWords").contains(QStringLiteral("20:00–06:30")));
    }

    void aRuleIsTriedOnPastDays()
    {
        rules().choose({2});
        press(Qt::Key_F7);
        QTRY_VERIFY(text("ruleTried")
                        .startsWith(QStringLiteral("Yesterday it would have alerted 3 times, twice rightly.")));
        QVERIFY(text("ruleTried").contains(QStringLiteral("In all: 17 alerts, 12 rightly, 2 missed")));
        QVERIFY(text("ruleTried").contains(QStringLiteral("7 days")));
        auto *tried = find<QLabel>("ruleTried"); // the form is longer than the window
        QTRY_COMPARE(tried->visibleRegion().boundingRect(), tried->rect());
        find<QSpinBox>("ruleThresholdBox")->setValue(150); // it was about another rule
        QVERIFY(text("ruleTried").isEmpty());
        find<QSpinBox>("ruleThresholdBox")->setValue(100);
        QVERIFY(!rules().isDirty()); // as it was
        rules().choose({10});
        rules().tryRule();
        QTRY_VERIFY(text("ruleTried").startsWith(QStringLiteral("This cannot be tried")));
    }

    void whatIsTriedIsSaidPlainly()
    {
        AlertRule rule;
        rule.kind = AlertKind::QueueLong;
        DryRun result;
        const auto first = [&] { return dryRunSentences(rule, result, "2026-03-02").first(); };
        QVERIFY(first().startsWith(QStringLiteral("There is no past day to try it on.")));
        result.isUnknowable = true;
        QVERIFY(first().startsWith(QStringLiteral("This cannot be tried")));
        result = {};
        result.days = {{"2026-03-01"}, {"2026-02-28"}};
        result.neverFires = true;
        QCOMPARE(first(),
                 QStringLiteral("It would never have alerted (28/02/2026 to 01/03/2026, 2 days). Perhaps its "
                                "threshold is out of reach."));
        result.neverFires = false;
        result.alwaysFires = true;
        result.days[0].raised = 1;
        QVERIFY(first().startsWith(QStringLiteral("It would have alerted more than half of the time")));
        QCOMPARE(dryRunSentences(rule, result, "2026-03-02").at(1),
                 QStringLiteral("Yesterday it would have alerted once, never rightly."));
        result.days[0].raised = 5;
        result.days[0].rightly = 4;
        result.days[0].missed = 2;
        QCOMPARE(dryRunSentences(rule, result, "2026-03-05").at(1),
                 QStringLiteral("On 01/03/2026 it would have alerted 5 times, 4 times rightly, and missed 2."));
    }

    void aTryThatIsRefusedSaysWhy()
    {
        rules().choose({2});
        m_link->refuseNextAsked({ErrorCode::Busy, "others", {}});
        rules().tryRule();
        QTRY_VERIFY(!text("ruleErrorBanner").isEmpty());
        QVERIFY(text("ruleTried").isEmpty());
        QVERIFY(button("ruleTryButton")->isEnabled());
    }

    void twoPeopleChangeOneRule()
    {
        rules().choose({4});
        changeElsewhere(4, [](AlertRule &rule) { rule.threshold = 20; });
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 20); // nothing was typed: as it is now
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        changeElsewhere(4, [](AlertRule &rule) { rule.threshold = 25; });
        QVERIFY(text("ruleNote").startsWith(QStringLiteral("Somebody else has changed this rule")));
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 12);
        rules().save();
        answerAll();
        rules().save();
        QTRY_VERIFY(!text("ruleErrorBanner").isEmpty());
        QCOMPARE(kept(4).threshold, std::int64_t(25));
        QVERIFY(!find<QPlainTextEdit>("decision1Edit")->toPlainText().isEmpty()); // nothing typed is lost
        press(Qt::Key_Escape); // back from the questions
        press(Qt::Key_Escape);
        QVERIFY(find<QWidget>("ruleQuestion")->isVisible());
        press(Qt::Key_Space);
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 25);
    }

    void whatIsTypedIsNotLostUnasked()
    {
        rules().choose({4});
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        find<QTableView>("alertRulesTable")->selectRow(0);
        QVERIFY(find<QWidget>("ruleQuestion")->isVisible());
        QTRY_COMPARE(find<QTableView>("alertRulesTable")->currentIndex().row(), 3);
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 12);
        press(Qt::Key_Escape); // stay
        QVERIFY(!find<QWidget>("ruleQuestion")->isVisible());
        QVERIFY(rules().isDirty());
        find<QTableView>("alertRulesTable")->selectRow(0);
        press(Qt::Key_Space);
        QCOMPARE(find<QTableView>("alertRulesTable")->currentIndex().row(), 0);
        QVERIFY(!rules().isDirty());
        QCOMPARE(kept(4).threshold, std::int64_t(15));
    }

    void aRuleIsRemoved()
    {
        rules().choose({12});
        button("ruleRemoveButton")->click();
        QVERIFY(find<QWidget>("decisionForm")->isVisible());
        QCOMPARE(button("ruleSaveButton")->text(), QStringLiteral("Remove with these answers"));
        rules().save();
        QVERIFY(isKept(12));
        answerAll();
        rules().save();
        QTRY_VERIFY(!isKept(12));
        QCOMPARE(find<QTableView>("alertRulesTable")->model()->rowCount(), 11);
        QVERIFY(find<QWidget>("noRuleChosenState")->isVisible());
    }

    void outOfReachNothingIsSaved()
    {
        rules().choose({4});
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        m_link->setStatus(BranchLink::Status::Stale);
        QVERIFY(!button("ruleSaveButton")->isEnabled());
        QVERIFY(!button("ruleTryButton")->isEnabled());
        QVERIFY(!button("alertRuleAddButton")->isEnabled());
        QCOMPARE(find<QSpinBox>("ruleThresholdBox")->value(), 12);
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(button("ruleSaveButton")->isEnabled());
    }

    void whoeverSignsInNextStartsAnew()
    {
        rules().choose({4});
        find<QSpinBox>("ruleThresholdBox")->setValue(12);
        m_link->signOut();
        QTRY_COMPARE(m_link->access(), BranchLink::Access::SignedOut);
        QVERIFY(!rules().isDirty());
    }

    // ---- earlier alerts ----

    void earlierAlertsSayWhoDidWhat()
    {
        button("alertHistoryButton")->click();
        auto *table = find<QTableView>("alertHistoryTable");
        QTRY_COMPARE(table->model()->rowCount(), 8);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(text("alertHistoryCount").startsWith(QStringLiteral("8 alerts, ")));
        m_window->alertsPage().history().choose({18});
        QVERIFY(text("alertSteps").contains(QStringLiteral("Taken up by you")));
        QVERIFY(text("alertSteps").contains(QStringLiteral("You did something about it (another work profile)")));
        QVERIFY(text("alertSteps").contains(QStringLiteral("Passed on: nobody had taken it up")));
        QVERIFY(text("alertSteps").contains(QStringLiteral("Could not be told by: mail")));
        QCOMPARE(text("alertRule"), QStringLiteral("Rule: Somebody waits twice as long as promised"));
        auto *period = find<QComboBox>("alertPeriod");
        period->setCurrentIndex(0);
        Q_EMIT period->activated(0);
        QTRY_COMPARE(table->model()->rowCount(), 6);
        QVERIFY(text("alertHistoryCount").startsWith(QStringLiteral("6 alerts, ")));
    }

    void theHistoryFollowsWhatChanges()
    {
        button("alertHistoryButton")->click();
        auto *table = find<QTableView>("alertHistoryTable");
        QTRY_COMPARE(table->model()->rowCount(), 8);
        m_window->alertsPage().history().choose({18});
        AlertsNote note = m_link->alerts();
        note.open.erase(note.open.begin());
        m_link->setAlerts(note);
        QTRY_COMPARE(table->model()->rowCount(), 7);
        QCOMPARE(table->currentIndex().data(AlertHistoryModel::AlertRole).toInt(), 18);
    }

    void aHistoryThatCannotBeReadSaysSo()
    {
        m_link->refuseNextAsked({ErrorCode::StorageFailed, "", {}});
        button("alertHistoryButton")->click();
        QTRY_VERIFY(!text("alertHistoryErrorBanner").isEmpty());
        QVERIFY(find<QWidget>("noAlertsState")->isVisible());
    }

    void noAlertsYet()
    {
        m_link->setStatus(BranchLink::Status::Stale);
        button("alertHistoryButton")->click();
        QVERIFY(find<QWidget>("noAlertsState")->isVisible());
        QVERIFY(!find<QComboBox>("alertPeriod")->isEnabled());
    }

    // ---- words ----

    void timesAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("minute"); // -1: none
        QTest::newRow("with a colon") << QStringLiteral("22:05") << 22 * 60 + 5;
        QTest::newRow("the Vietnamese way") << QStringLiteral("7h") << 7 * 60;
        QTest::newRow("the Vietnamese way with minutes") << QStringLiteral("7h30") << 7 * 60 + 30;
        QTest::newRow("with a dot") << QStringLiteral("6.15") << 6 * 60 + 15;
        QTest::newRow("four digits") << QStringLiteral("0630") << 6 * 60 + 30;
        QTest::newRow("the day's end") << QStringLiteral("24:00") << 24 * 60;
        QTest::newRow("past the day's end") << QStringLiteral("24:01") << -1;
        QTest::newRow("sixty minutes") << QStringLiteral("7:60") << -1;
        QTest::newRow("nothing") << QString() << -1;
        QTest::newRow("words") << QStringLiteral("seven") << -1;
    }
    void timesAsPeopleTypeThem()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, minute);
        QCOMPARE(static_cast<int>(minuteTyped(typed).value_or(-1)), minute);
    }

    void quietHoursGoOverMidnight()
    {
        const std::vector<OpeningWindow> friday{{1 << 4, 22 * 60, 24 * 60}, {1 << 5, 0, 6 * 60}};
        QVERIFY((quietSpans(friday) == std::vector<QuietSpan>{{1 << 4, 22 * 60, 6 * 60}}));
        QVERIFY(quietWindows(quietSpans(friday)) == friday);
        const std::vector<OpeningWindow> sunday{{1 << 6, 23 * 60, 24 * 60}, {1, 0, 60}};
        QVERIFY((quietSpans(sunday) == std::vector<QuietSpan>{{1 << 6, 23 * 60, 60}}));
        QVERIFY(quietWindows(quietSpans(sunday)) == sunday);
        const std::vector<OpeningWindow> apart{{1 << 4, 22 * 60, 24 * 60}, {1 << 6, 0, 6 * 60}};
        QCOMPARE(quietSpans(apart).size(), std::size_t(2));
        QVERIFY(quietWindows(quietSpans(apart)) == apart);
        const std::vector<OpeningWindow> noon{{127, 12 * 60, 13 * 60}};
        QVERIFY(quietWindows(quietSpans(noon)) == noon);
        QVERIFY((quietWindows({{1, 22 * 60, 0}}) == std::vector<OpeningWindow>{{1, 22 * 60, 24 * 60}}));
    }
};

QTEST_MAIN(TestAlertsPage)
#include "tst_alertspage.moc"
