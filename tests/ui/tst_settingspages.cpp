// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/historypage.h"
#include "app/supervisor/settings/accountspanel.h"
#include "app/supervisor/settings/devicespanel.h"
#include "app/supervisor/settings/historypanel.h"
#include "app/supervisor/settings/partpanel.h"
#include "app/supervisor/settings/reviewpanel.h"
#include "app/supervisor/settings/settinggrid.h"
#include "app/supervisor/settings/settingspage.h"
#include "app/supervisor/settings/settingwords.h"
#include "app/supervisor/supervisorwindow.h"
#include "core/wire/enrolmentcode.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/demosettings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/undobar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace tiepdon;

/// What the branch is made of, changed by a person at the keyboard.
class TestSettingsPages : public QObject
{
    Q_OBJECT

private:
    static constexpr StaffId kOther{2};

    static std::vector<FixedAccount> accounts()
    {
        const auto account = [](std::int64_t staff, const char *name, const char *who, Role role) {
            return FixedAccount{
                StaffId{staff}, QString::fromLatin1(name), QString::fromUtf8(who), demoPassword(), {role}, false,
                false};
        };
        return {account(1'000'001, "hung", "Phạm Quốc Hùng", Role::Supervisor),
                account(1'000'002, "kiemtoan", "Đặng Thu Hương", Role::Auditor),
                account(1'000'000, "admin", "Quản trị viên", Role::Administrator),
                account(3, "ha", "Phạm Thu Hà", Role::Teller)};
    }
    void open(const char *account)
    {
        m_link->enter(QString::fromLatin1(account));
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
        m_window->showSettings();
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_frame->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    SettingsPage &page() { return m_window->settingsPage(); }
    void type(const char *name, const QString &typed)
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        if (typed.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, typed);
    }
    const Service &service(std::int64_t id) { return *m_link->branch().service(ServiceId{id}); }
    /// Everything said on the review, line by line.
    QString reviewLines()
    {
        QStringList lines;
        const auto labels = find<QWidget>("reviewLinesContent")->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            lines << label->text();
        return lines.join(QLatin1Char('\n'));
    }
    void answerAll()
    {
        for (const char *name : {"affectsEdit", "feelsEdit", "solvesEdit", "valueEdit"}) {
            auto *edit = find<QPlainTextEdit>(name);
            edit->setFocus();
            QTest::keyClicks(edit, QStringLiteral("they wait less"));
        }
    }
    void change(const AskForSettings &ask)
    {
        AskForSettings whole = ask;
        whole.decision = {"a", "b", "c", "d"};
        const auto reply = m_settings->change(whole, kOther, {Role::Administrator});
        QVERIFY2(reply.isOk(), reply.isOk() ? "" : reply.error().message.c_str());
    }
    AskForSettings promise(std::int64_t id, TimeMs level)
    {
        AskForSettings ask;
        ask.before.services = ask.after.services = {service(id)};
        ask.after.services[0].serviceLevelMs = level;
        return ask;
    }
    static PartKey key(SettingKind kind, std::int64_t id) { return {kind, id}; }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    DemoSettings *m_settings = nullptr; ///< the link has it
    std::unique_ptr<EntryFrame> m_frame;
    SupervisorWindow *m_window = nullptr; ///< the frame has it

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_language.set(LanguageKind::English);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_settings = new DemoSettings(*m_link);
        fillDemoSettings(*m_settings);
        m_link->setHubPlace(
            {{QStringLiteral("localhost"), QStringLiteral("hub.example")}, 7117, QByteArray(32, '\x2a')});
        m_link->setAccounts(accounts());
    }
    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    // ---- a whole change ----

    void aPromiseIsShortenedByKeyboardAlone()
    {
        open("hung");
        page().showSubject(Subject::Services);
        auto *list = find<QTreeWidget>("partList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down); // the group's first service
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("nameViEdit"));
        type("serviceLevelMsEdit", QStringLiteral("5"));
        QCOMPARE(text("serviceLevelMsWas"), QStringLiteral("Now: 10 min"));
        QCOMPARE(text("unsavedText"), QStringLiteral("1 part changed here, not saved."));
        QCOMPARE(service(1).serviceLevelMs, 10 * kMinuteMs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
        QTRY_VERIFY(find<QWidget>("reviewPanel")->isVisible());
        QVERIFY2(reviewLines().contains(QStringLiteral("Promised wait, in minutes: 10 min → 5 min")),
                 qPrintable(reviewLines()));
        QVERIFY2(reviewLines().contains(
                     QStringLiteral("Deposits and withdrawals; the promise goes from 10 to 5 minutes")),
                 qPrintable(reviewLines()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9); // nothing was answered yet
        QCOMPARE(text("affectsProblem"), QStringLiteral("Answer this: it is kept with the change."));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("affectsEdit"));
        for (int i = 0; i < 4; ++i) {
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("they wait less"));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("backToEditingButton"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("saveSettingsButton"));
        find<QAbstractButton>("movesButton")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
        QTRY_COMPARE(service(1).serviceLevelMs, 5 * kMinuteMs);
        QTRY_VERIFY(page().undoBar().isOffering());
        QVERIFY(page().draft().isEmpty());
        QCOMPARE(m_settings->changes.size(), std::size_t(1));
        QCOMPARE(m_settings->changes[0].decision.value, std::string("they wait less"));
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier); // a slip, taken back without a word
        QTRY_COMPARE(service(1).serviceLevelMs, 10 * kMinuteMs);
        QCOMPARE(m_settings->changes.back().reverts, m_settings->changes[0].id);
    }

    void manyFieldsOfManyPartsAreOneChange()
    {
        open("hung");
        page().showPart(key(SettingKind::Counter, 6));
        auto *zone = find<QComboBox>("zoneChoice");
        zone->setFocus();
        QTest::keyClick(zone, Qt::Key_Up);
        page().showSubject(Subject::Branch);
        type("recallLimitEdit", QStringLiteral("4"));
        page().showSubject(Subject::Outcomes);
        find<QTreeWidget>("partList")->setFocus();
        QTest::keyClick(find<QTreeWidget>("partList"), Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("nameViEdit"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Chuyen tiep"));
        QCOMPARE(page().draft().count(), std::size_t(3));
        page().review();
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_COMPARE(m_link->branch().settings().recallLimit, std::int64_t(4));
        QCOMPARE(m_link->branch().counter(CounterId{6})->zone, ZoneId{1});
        QCOMPARE(m_link->branch().outcomes().at(OutcomeId{4}).name.vi, std::string("Chuyen tiep"));
        QCOMPARE(m_settings->changes.size(), std::size_t(1));
    }

    void unsavedEditsStayWhileOtherPagesAreLookedAt()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("expectedMsEdit", QStringLiteral("7:30"));
        m_window->showFloor();
        m_window->showSettings();
        page().showSubject(Subject::Counters);
        page().showPart(key(SettingKind::Service, 1));
        QCOMPARE(text("expectedMsEdit"), QStringLiteral("7:30"));
        QVERIFY(page().hasUnsaved());
        m_frame->close();
        QVERIFY(m_frame->isVisible()); // asked first
        QVERIFY(find<QWidget>("leaveQuestion")->isVisible());
        QTest::keyClick(find<QWidget>("leaveQuestion"), Qt::Key_Escape);
        QVERIFY(m_frame->isVisible());
        m_frame->close();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!m_frame->isVisible());
    }

    void whatWasTypedIsForgottenOnlyWhenAsked()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("expectedMsEdit", QStringLiteral("9"));
        button("discardButton")->click();
        QVERIFY(find<QWidget>("discardQuestion")->isVisible());
        QVERIFY(!page().draft().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(page().draft().isEmpty());
        QCOMPARE(text("expectedMsEdit"), QStringLiteral("5"));
    }

    void anotherPersonFindsNothingOfTheOneBefore()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("expectedMsEdit", QStringLiteral("9"));
        m_link->lockFromHub("idle");
        QVERIFY(!page().draft().isEmpty()); // the same person comes back to it
        m_link->endFromHub("expired");
        m_link->enter(QStringLiteral("admin"));
        QTRY_VERIFY(page().draft().isEmpty());
    }

    // ---- what is wrong ----

    void whatCannotBeReadIsSaidAtTheFieldAndKept()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("serviceLevelMsEdit", QStringLiteral("ten"));
        QCOMPARE(text("serviceLevelMsProblem"),
                 QStringLiteral("Type minutes, like 5, or minutes and seconds, like 1:30."));
        page().showSubject(Subject::Branch);
        page().review();
        QVERIFY(!find<QWidget>("reviewPanel")->isVisible());
        QCOMPARE(text("serviceLevelMsEdit"), QStringLiteral("ten")); // led there
        type("serviceLevelMsEdit", QStringLiteral("1,5"));
        QVERIFY(!find<QWidget>("serviceLevelMsProblem")->isVisible());
        QVERIFY(page().draft().part(key(SettingKind::Service, 1))["serviceLevelMs"] == Json(90'000));
    }

    void theBranchsWordsComeToTheField()
    {
        open("hung");
        page().showPart(key(SettingKind::Counter, 6));
        type("numberEdit", QStringLiteral("2")); // counter 2's
        page().review();
        QVERIFY2(reviewLines().contains(QStringLiteral("Another counter has this number")),
                 qPrintable(reviewLines()));
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_VERIFY(!find<QWidget>("reviewPanel")->isVisible());
        QVERIFY(find<QWidget>("numberProblem")->isVisible());
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("numberEdit"));
        QCOMPARE(m_link->branch().counter(CounterId{6})->number, std::int64_t(6));
    }

    void whatOnlyAnAdministratorMayIsGrey()
    {
        open("hung");
        page().showSubject(Subject::Branch);
        QVERIFY(!find<QLineEdit>("followUrlEdit")->isEnabled());
        QVERIFY(find<QLineEdit>("recallLimitEdit")->isEnabled());
        page().showSubject(Subject::People);
        QVERIFY(!find<QLineEdit>("nameEdit")->isEnabled());
        QVERIFY(find<QLineEdit>("languagesEdit")->isEnabled());
        QVERIFY(!button("addPartButton")->isVisible());
        for (int row = 0; row < find<QListWidget>("subjectList")->count(); ++row)
            QVERIFY(find<QListWidget>("subjectList")->item(row)->text() != QStringLiteral("Devices"));
    }

    void whoMayOnlyLookSeesItReadOnly()
    {
        open("kiemtoan");
        page().showPart(key(SettingKind::Service, 1));
        QVERIFY(!find<QLineEdit>("nameViEdit")->isEnabled());
        QVERIFY(!button("reviewButton")->isVisible());
        QVERIFY(!button("addPartButton")->isVisible());
        page().showSubject(Subject::Skills);
        auto *table = find<QTableView>("settingGrid9Table");
        QVERIFY(!(table->model()->flags(table->model()->index(0, 0)) & Qt::ItemIsEditable));
        page().showSubject(Subject::History);
        QVERIFY(!button("revertButton")->isVisible());
    }

    // ---- somebody else ----

    void whatOthersChangeMeanwhileIsTakenInAndSaid()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("serviceLevelMsEdit", QStringLiteral("5"));
        AskForSettings theirs = promise(1, 8 * kMinuteMs);
        theirs.after.services[0].name.en = "Cash";
        change(theirs);
        QCOMPARE(text("nameEnEdit"), QStringLiteral("Cash")); // not touched here: theirs
        QCOMPARE(text("serviceLevelMsEdit"), QStringLiteral("5")); // typed here: kept
        QVERIFY(find<QWidget>("serviceLevelMsCrossing")->isVisible());
        QCOMPARE(text("serviceLevelMsCrossing"),
                 QStringLiteral("Somebody else changed this meanwhile to: 8 min. Yours is kept here."));
        page().review();
        QVERIFY2(reviewLines().contains(QStringLiteral("8 min → 5 min")), qPrintable(reviewLines()));
        QVERIFY(!reviewLines().contains(QStringLiteral("Cash →")));
        button("backToEditingButton")->click();
        button("serviceLevelMsTakeButton")->click();
        QVERIFY(page().draft().isEmpty());
        QCOMPARE(text("serviceLevelMsEdit"), QStringLiteral("8"));
    }

    void aChangeThatCrossedIsShownAnewAndSavedThen()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("serviceLevelMsEdit", QStringLiteral("5"));
        page().review();
        answerAll();
        m_link->hold();
        button("saveSettingsButton")->click();
        change(promise(1, 8 * kMinuteMs)); // quicker
        m_link->release();
        QTRY_VERIFY(find<QWidget>("reviewCrossedNote")->isVisible());
        QVERIFY2(reviewLines().contains(QStringLiteral("8 min → 5 min")), qPrintable(reviewLines()));
        QCOMPARE(service(1).serviceLevelMs, 8 * kMinuteMs);
        QVERIFY(page().reviewPanel().hasAnswers());
        button("saveSettingsButton")->click();
        QTRY_COMPARE(service(1).serviceLevelMs, 5 * kMinuteMs);
    }

    void whatSomebodyRemovedMeanwhileIsSaid()
    {
        open("hung");
        page().showPart(key(SettingKind::Outcome, 3));
        type("nameEnEdit", QStringLiteral("Come again"));
        AskForSettings gone;
        gone.before.outcomes = {m_link->branch().outcomes().at(OutcomeId{3})};
        change(gone);
        QVERIFY(find<QWidget>("partCrossedNote")->isVisible());
        QCOMPARE(text("nameEnEdit"), QStringLiteral("Come again"));
        page().review();
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_VERIFY(m_link->branch().outcomes().contains(OutcomeId{3}));
        QCOMPARE(m_link->branch().outcomes().at(OutcomeId{3}).name.en, std::string("Come again"));
    }

    void twoWhoAddAtOnceBothHaveTheirs()
    {
        open("hung");
        page().showSubject(Subject::Services);
        const PartKey mine = page().draft().add(SettingKind::Service);
        page().draft().set(mine, QStringLiteral("name.vi"), "Của tôi");
        page().draft().set(mine, QStringLiteral("series"), "E");
        page().draft().set(key(SettingKind::Profile, 3), QStringLiteral("services"), Json{4, 3, mine.id});
        AskForSettings theirs;
        theirs.after.services = {service(1)};
        theirs.after.services[0].id = ServiceId{mine.id};
        theirs.after.services[0].name = {"Của họ", ""};
        change(theirs);
        const Json services = page().draft().part(key(SettingKind::Profile, 3))["services"];
        QVERIFY(services == (Json{4, 3, mine.id + 1}));
        page().review();
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_VERIFY(m_link->branch().service(ServiceId{mine.id + 1}));
        QCOMPARE(service(mine.id).name.vi, std::string("Của họ"));
        QCOMPARE(service(mine.id + 1).name.vi, std::string("Của tôi"));
    }

    // ---- removing ----

    void whatIsNeededIsNotRemovedAndTheWayThereIsShown()
    {
        open("hung");
        page().showPart(key(SettingKind::Segment, 1));
        button("removePartButton")->click();
        QVERIFY(find<QWidget>("usersPanel")->isVisible());
        QCOMPARE(text("usersText"), QStringLiteral("Priority cannot be removed: it is needed."));
        QVERIFY(page().draft().isEmpty());
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("userButton0"));
        QCOMPARE(text("userButton0"), QStringLiteral("Show priority reason 75 and over"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(text("subjectTitle"), QStringLiteral("Priority reasons"));
        QCOMPARE(text("nameEnEdit"), QStringLiteral("75 and over"));
        page().showPart(key(SettingKind::Service, 1));
        button("removePartButton")->click();
        QVERIFY(text("usersText").contains(QStringLiteral("open tickets need it")));
    }

    void whatNothingNeedsGoesAndCanBeKeptAgain()
    {
        open("hung");
        page().showPart(key(SettingKind::Outcome, 3));
        auto *list = find<QTreeWidget>("partList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(page().draft().isRemoved(key(SettingKind::Outcome, 3)));
        QVERIFY(list->currentItem()->text(0).contains(QStringLiteral("to be removed")));
        QVERIFY(!find<QLineEdit>("nameViEdit")->isEnabled());
        button("removePartButton")->click();
        QVERIFY(page().draft().isEmpty());
        button("removePartButton")->click();
        page().review();
        QVERIFY2(reviewLines().contains(QStringLiteral("To be removed: outcome To come again")),
                 qPrintable(reviewLines()));
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_VERIFY(!m_link->branch().outcomes().contains(OutcomeId{3}));
    }

    // ---- whom it affects ----

    void aServiceThatNobodyWouldServeIsSaid()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 4));
        auto *skill = find<QComboBox>("neededSkillChoice");
        skill->setCurrentIndex(2);
        Q_EMIT skill->activated(2);
        page().review();
        QVERIFY2(reviewLines().contains(
                     QStringLiteral("■ Loans: open counters that can serve it go from 1 to 0, while")),
                 qPrintable(reviewLines()));
    }

    void anotherRuleOfCallingSaysWhoIsNext()
    {
        open("hung");
        page().showSubject(Subject::Calling);
        auto *rule = find<QComboBox>("calling_kindChoice");
        QVERIFY(!text("calling_kindExplained").isEmpty());
        rule->setCurrentIndex(2);
        Q_EMIT rule->activated(2);
        QVERIFY(text("calling_kindExplained").contains(QStringLiteral("highest rank")));
        QVERIFY(!find<QWidget>("calling_guardPermilleEdit")->isVisible());
        page().review();
        QVERIFY2(reviewLines().contains(QStringLiteral("→ Highest rank")), qPrintable(reviewLines()));
    }

    // ---- tables ----

    void skillsAreTypedIntoTheGrid()
    {
        open("hung");
        page().showSubject(Subject::Skills);
        auto *table = find<QTableView>("settingGrid9Table");
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 3));
        QTest::keyClick(table, Qt::Key_3);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("3"));
        QVERIFY(table->model()->index(0, 3).data(SettingGridModel::IsChangedRole).toBool());
        table->model()->setData(table->model()->index(0, 2), QStringLiteral("7"), Qt::EditRole);
        QVERIFY(find<QWidget>("settingGrid9Problem")->isVisible());
        table->model()->setData(table->model()->index(0, 2), QStringLiteral("2"), Qt::EditRole);
        QVERIFY(!find<QWidget>("settingGrid9Problem")->isVisible());
        page().review();
        QVERIFY2(reviewLines().contains(QStringLiteral("Skill for Loans: 0 none → 3 expert")),
                 qPrintable(reviewLines()));
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_COMPARE(m_link->branch().staffMember(StaffId{1})->skills.size(), std::size_t(2));
    }

    void promisesToSegmentsAreOneGrid()
    {
        open("hung");
        page().showSubject(Subject::Levels);
        auto *table = find<QTableView>("settingGrid4Table");
        QAbstractItemModel *model = table->model();
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("10"));
        QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("5")); // the segment's
        QVERIFY(model->index(0, 1).data(SettingGridModel::IsInheritedRole).toBool());
        QVERIFY(model->setData(model->index(0, 1), QStringLiteral("3:30"), Qt::EditRole));
        QVERIFY(page().draft().part(key(SettingKind::Service, 1))["promises"][0]["serviceLevelMs"]
                == Json(210'000));
        QVERIFY(model->setData(model->index(0, 1), QString(), Qt::EditRole));
        QVERIFY(page().draft().isEmpty());
    }

    void textsWithoutEnglishAreMarked()
    {
        open("hung");
        AskForSettings ask;
        ask.after.outcomes = {{OutcomeId{9}, {"Chuyển tiếp", ""}}};
        change(ask);
        page().showSubject(Subject::Texts);
        QVERIFY(text("settingGrid13Count").contains(QStringLiteral("without English: 1")));
        type("settingGrid13Search", QStringLiteral("outcome 9")); // keys are ASCII
        QAbstractItemModel *model = find<QTableView>("settingGrid13Table")->model();
        QCOMPARE(model->rowCount(), 1);
        QVERIFY(model->index(0, 1).data(SettingGridModel::IsMissingRole).toBool());
        QVERIFY(model->setData(model->index(0, 1), QStringLiteral("Sent on"), Qt::EditRole));
        QVERIFY(!model->setData(model->index(0, 0), QString(), Qt::EditRole)); // Vietnamese is needed
        QVERIFY(page().draft().part(key(SettingKind::Outcome, 9))["name"]["en"] == Json("Sent on"));
    }

    // ---- lists within a part ----

    void aProfilesServicesAreMovedByKeys()
    {
        open("hung");
        page().showPart(key(SettingKind::Profile, 1));
        auto *list = find<QListWidget>("servicesList");
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(page().draft().part(key(SettingKind::Profile, 1))["services"] == (Json{1, 5, 2}));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(page().draft().part(key(SettingKind::Profile, 1))["services"] == (Json{1, 2}));
        button("servicesAddButton")->click();
        QCOMPARE(page().draft().part(key(SettingKind::Profile, 1))["services"].size(), std::size_t(3));
    }

    void openingWindowsAreAddedAndRemoved()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        button("hoursAddButton")->click();
        QCOMPARE(page().draft().part(key(SettingKind::Service, 1))["hours"].size(), std::size_t(1));
        type("toEdit", QStringLiteral("7"));
        QCOMPARE(text("hoursProblem"), QStringLiteral("A window must end after it begins."));
        type("toEdit", QStringLiteral("11h30"));
        QVERIFY(!find<QWidget>("hoursProblem")->isVisible());
        QVERIFY(page().draft().part(key(SettingKind::Service, 1))["hours"][0]["toMin"] == Json(690));
        button("hoursRemoveButton")->click();
        QVERIFY(page().draft().isEmpty());
    }

    // ---- history ----

    void theHistoryTellsAndTakesBack()
    {
        open("hung");
        change(promise(4, 12 * kMinuteMs));
        page().showSubject(Subject::History);
        QTRY_COMPARE(page().historyPanel().changes().size(), std::size_t(1));
        QVERIFY(find<QListWidget>("historyList")->item(0)->text().contains(QStringLiteral("Trần Văn Minh")));
        button("revertButton")->click();
        QTRY_VERIFY(find<QWidget>("reviewPanel")->isVisible());
        QCOMPARE(text("reviewTitle"), QStringLiteral("Take back change no. 1"));
        QVERIFY2(reviewLines().contains(QStringLiteral("12 min → 15 min")), qPrintable(reviewLines()));
        button("saveSettingsButton")->click();
        QVERIFY(find<QWidget>("affectsProblem")->isVisible()); // another's change: it is said what it means
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_COMPARE(service(4).serviceLevelMs, 15 * kMinuteMs);
        QTRY_COMPARE(page().historyPanel().changes().size(), std::size_t(2));
        QVERIFY(find<QListWidget>("historyList")->item(0)->text().contains(QStringLiteral("takes back no. 1")));
    }

    void whoLeavesTheReviewIsWhereTheyWere()
    {
        open("hung");
        change(promise(4, 12 * kMinuteMs));
        page().showSubject(Subject::History);
        QTRY_COMPARE(page().historyPanel().changes().size(), std::size_t(1));
        button("revertButton")->click();
        QTRY_VERIFY(find<QWidget>("reviewPanel")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("reviewPanel")->isVisible());
        QVERIFY(find<QListWidget>("historyList")->hasFocus());
    }

    void aChangeTheBranchMovedOnFromIsNotTakenBack()
    {
        open("hung");
        change(promise(4, 12 * kMinuteMs));
        change(promise(4, 13 * kMinuteMs));
        page().showSubject(Subject::History);
        QTRY_COMPARE(page().historyPanel().changes().size(), std::size_t(2));
        page().historyPanel().choose(SettingChangeId{1});
        button("revertButton")->click();
        answerAll();
        button("saveSettingsButton")->click();
        QTRY_VERIFY(find<QWidget>("reviewCrossedNote")->isVisible());
        QVERIFY(text("reviewCrossedNote").contains(QStringLiteral("moved on")));
        QCOMPARE(service(4).serviceLevelMs, 13 * kMinuteMs);
    }

    // ---- people and devices ----

    void anAdministratorGivesAccountsAndRoles()
    {
        open("admin");
        page().showSubject(Subject::Accounts);
        QTRY_COMPARE(page().accountsPanel().rows().size(), m_settings->staff.size());
        page().accountsPanel().startAdding();
        auto *person = find<QComboBox>("accountPersonChoice");
        person->setCurrentIndex(person->findData(qlonglong(1)));
        Q_EMIT person->activated(person->currentIndex());
        QVERIFY(!button("saveRolesButton")->isEnabled());
        type("newAccountEdit", QStringLiteral("lan"));
        find<QCheckBox>("roletellerBox")->click();
        QVERIFY(button("saveRolesButton")->isEnabled());
        button("saveRolesButton")->click();
        QTRY_VERIFY(find<QWidget>("oneTimePasswordEdit")->isVisible());
        const auto *add = std::get_if<accesscommand::AddStaff>(&m_settings->administered.back());
        QVERIFY(add);
        QCOMPARE(add->staff, StaffId{1});
        QCOMPARE(add->account, std::string("lan"));
        QCOMPARE(QString::fromStdString(add->password), text("oneTimePasswordEdit"));
        QVERIFY(add->roles == std::vector<Role>{Role::Teller});
        QTRY_COMPARE(text("accountTitle"), QStringLiteral("Nguyễn Thị Lan"));
        find<QCheckBox>("rolegreeterBox")->click();
        button("saveRolesButton")->click();
        QTRY_VERIFY(std::holds_alternative<accesscommand::SetRoles>(m_settings->administered.back()));
        QTRY_COMPARE(page().accountsPanel().rows().back().roles.size(), std::size_t(2));
        button("shutAccountButton")->click();
        QVERIFY(find<QWidget>("accountQuestion")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(page().accountsPanel().rows().back().isDisabled);
    }

    void anAdministratorBringsADeviceInAndShutsOneOut()
    {
        open("admin");
        page().showSubject(Subject::Devices);
        QTRY_COMPARE(page().devicesPanel().rows().size(), m_settings->devices.size());
        page().devicesPanel().startEnrolling();
        QCOMPARE(find<QComboBox>("enrolHostChoice")->currentText(), QStringLiteral("hub.example"));
        QVERIFY(!button("makeCodeButton")->isEnabled());
        type("enrolNameEdit", QStringLiteral("Quay 7"));
        button("makeCodeButton")->click();
        QTRY_VERIFY(find<QWidget>("enrolPicture")->isVisible());
        const auto code = enrolmentCodeFrom(find<QPlainTextEdit>("enrolCodeEdit")->toPlainText().toStdString());
        QVERIFY(code.isOk());
        QCOMPARE(code->host, std::string("hub.example"));
        QCOMPARE(code->port, std::uint16_t(7117));
        const auto *enrol = std::get_if<accesscommand::AddEnrolment>(&m_settings->administered.back());
        QVERIFY(enrol);
        QCOMPARE(enrol->name, std::string("Quay 7"));
        auto *shown = find<QPlainTextEdit>("enrolCodeEdit");
        QVERIFY(!shown->toPlainText().contains(QString::fromStdString(enrol->secretHash)));
        QVERIFY(!shown->horizontalScrollBar()->isVisible());
        QCOMPARE(shown->verticalScrollBar()->maximum(), 0); // it is read whole
        page().devicesPanel().choose(DeviceId{3});
        type("deviceNameEdit", QStringLiteral("Counter two"));
        button("renameDeviceButton")->click();
        QTRY_COMPARE(page().devicesPanel().rows()[2].device.name, std::string("Counter two"));
        button("revokeDeviceButton")->click();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(page().devicesPanel().rows()[2].device.revokedMs.has_value());
        m_settings->devices[3].device.name = "gone";
        m_link->refuseNextAsked({ErrorCode::UnknownDevice, "", {}});
        page().devicesPanel().choose(DeviceId{4});
        type("deviceNameEdit", QStringLiteral("x"));
        button("renameDeviceButton")->click();
        QTRY_VERIFY(find<QWidget>("deviceErrorBanner")->isVisible());
    }

    void aQuestionIsAnsweredAboutWhomItWasAsked()
    {
        open("admin");
        page().showSubject(Subject::Accounts);
        QTRY_COMPARE(page().accountsPanel().rows().size(), m_settings->staff.size());
        find<QTableWidget>("accountsTable")->setCurrentCell(0, 0);
        button("shutAccountButton")->click();
        QVERIFY(find<QWidget>("accountQuestion")->isVisible());
        find<QTableWidget>("accountsTable")->setCurrentCell(1, 0);
        QVERIFY(!find<QWidget>("accountQuestion")->isVisible());
        page().showSubject(Subject::Devices);
        QTRY_COMPARE(page().devicesPanel().rows().size(), m_settings->devices.size());
        find<QTableWidget>("devicesTable")->setCurrentCell(2, 0);
        button("revokeDeviceButton")->click();
        QVERIFY(find<QWidget>("deviceQuestion")->isVisible());
        find<QTableWidget>("devicesTable")->setCurrentCell(3, 0);
        QVERIFY(!find<QWidget>("deviceQuestion")->isVisible());
        QVERIFY(m_settings->administered.empty());
    }

    void aPasswordIsShownWithWhomItIsOf()
    {
        open("admin");
        page().showSubject(Subject::Accounts);
        QTRY_COMPARE(page().accountsPanel().rows().size(), m_settings->staff.size());
        auto *table = find<QTableWidget>("accountsTable");
        table->setCurrentCell(0, 0);
        const QString who = text("accountTitle");
        m_link->hold();
        button("newPasswordButton")->click();
        table->setCurrentCell(2, 0);
        QVERIFY(text("accountTitle") != who);
        m_link->release();
        QTRY_VERIFY(find<QWidget>("oneTimePasswordEdit")->isVisible());
        QCOMPARE(text("accountTitle"), who);
        QTest::qWait(0); // the list that is asked for then
        QCOMPARE(text("accountTitle"), who);
    }

    void whatIsTypedStaysWhenTheListComesLate()
    {
        open("admin");
        page().showSubject(Subject::Devices);
        QTRY_COMPARE(page().devicesPanel().rows().size(), m_settings->devices.size());
        find<QTableWidget>("devicesTable")->setCurrentCell(2, 0);
        m_link->hold();
        page().devicesPanel().load();
        type("deviceNameEdit", QStringLiteral("Counter two"));
        m_settings->devices[0].device.name = "seen to have come";
        m_link->release();
        QTRY_COMPARE(page().devicesPanel().rows()[0].device.name, std::string("seen to have come"));
        QCOMPARE(text("deviceNameEdit"), QStringLiteral("Counter two"));
        page().showSubject(Subject::Accounts);
        QTRY_COMPARE(page().accountsPanel().rows().size(), m_settings->staff.size());
        find<QTableWidget>("accountsTable")->setCurrentCell(0, 0);
        m_link->hold();
        page().accountsPanel().load();
        find<QCheckBox>("rolegreeterBox")->click();
        const bool isTicked = find<QCheckBox>("rolegreeterBox")->isChecked();
        m_settings->staff[1].name = "seen to have come";
        m_link->release();
        QTRY_COMPARE(page().accountsPanel().rows()[1].name, std::string("seen to have come"));
        QCOMPARE(find<QCheckBox>("rolegreeterBox")->isChecked(), isTicked);
    }

    void everyFormFitsTheNarrowestScreen()
    {
        open("admin");
        m_frame->resize(1280, 720);
        for (const LanguageKind kind : {LanguageKind::English, LanguageKind::Vietnamese}) {
            m_language.set(kind);
            for (int i = 0; i < kSubjects; ++i) {
                const auto subject = static_cast<Subject>(i);
                page().showSubject(subject);
                if (subject == Subject::Services) // one with opening windows
                    page().showPart(key(SettingKind::Service, 4));
                QTest::qWait(0);
                auto *form = find<QScrollArea>("settingForm");
                if (!form->isVisible())
                    continue;
                QString widest;
                for (const auto *child : form->widget()->findChildren<QWidget *>()) {
                    if (child->isVisible() && child->minimumSizeHint().width() > form->viewport()->width() - 40)
                        widest += QStringLiteral("%1 %2 %3; ")
                                      .arg(QLatin1String(child->metaObject()->className()), child->objectName())
                                      .arg(child->minimumSizeHint().width());
                }
                QVERIFY2(form->widget()->width() <= form->viewport()->width(),
                         qPrintable(subjectWord(subject) + QStringLiteral(": ") + widest));
            }
        }
    }

    void everyPageIsInTheOrderOfTabs()
    {
        open("admin");
        QVERIFY(!m_window->historyPage().isVisible()); // a page is made when it is first looked at
        QStringList reached;
        for (QWidget *next = m_frame->nextInFocusChain(); next && next != m_frame.get();
             next = next->nextInFocusChain())
            reached << next->objectName();
        for (const char *name : {"subjectList", "partSearch", "accountsTable", "devicesTable", "historyList",
                                 "reviewButton", "pastDayChoice", "calendarButton", "pastTicketsTable"})
            QVERIFY2(reached.contains(QLatin1String(name)), name);
    }

    // ---- words ----

    void timesAndFactorsAreReadAsPeopleTypeThem()
    {
        QCOMPARE(minutesFrom(QStringLiteral("5")), std::optional<TimeMs>(5 * kMinuteMs));
        QCOMPARE(minutesFrom(QStringLiteral("2,5")), std::optional<TimeMs>(150 * kSecondMs));
        QCOMPARE(minutesFrom(QStringLiteral("2.5")), std::optional<TimeMs>(150 * kSecondMs));
        QCOMPARE(minutesFrom(QStringLiteral(" 1:05 ")), std::optional<TimeMs>(65 * kSecondMs));
        for (const char *wrong : {"", "x", "1:60", "-1", "1e3", "1:5", "99999"})
            QVERIFY(!minutesFrom(QString::fromLatin1(wrong)));
        QCOMPARE(factorFrom(QStringLiteral("1,25")), std::optional<std::int64_t>(1250));
        QCOMPARE(factorFrom(QStringLiteral("0.001")), std::optional<std::int64_t>(1));
        QVERIFY(!factorFrom(QStringLiteral("1.2345")));
        QCOMPARE(clockFrom(QStringLiteral("8h30")), std::optional<std::int64_t>(510));
        QCOMPARE(clockFrom(QStringLiteral("24:00")), std::optional<std::int64_t>(1440));
        QVERIFY(!clockFrom(QStringLiteral("24:01")));
        QVERIFY(!clockFrom(QStringLiteral("8:75")));
        for (const TimeMs time : {kSecondMs, kMinuteMs, 90 * kSecondMs, 12 * kHourMs})
            QCOMPARE(minutesFrom(minutesTyped(time)), std::optional<TimeMs>(time));
        for (const std::int64_t factor : {1, 250, 1000, 1500, 1'000'000})
            QCOMPARE(factorFrom(factorTyped(factor)), std::optional<std::int64_t>(factor));
    }

    void bothLanguagesAreSpoken()
    {
        open("hung");
        page().showPart(key(SettingKind::Service, 1));
        type("serviceLevelMsEdit", QStringLiteral("5"));
        m_language.set(LanguageKind::Vietnamese);
        QCOMPARE(text("serviceLevelMsEdit"), QStringLiteral("5"));
        QVERIFY(page().hasUnsaved());
        QTRY_COMPARE(find<QTreeWidget>("partList")->currentItem()->text(0).section(QStringLiteral(" · "), 0, 0),
                     QStringLiteral("Gửi, rút tiền"));
        page().review();
        m_language.set(LanguageKind::English);
        QTRY_VERIFY2(reviewLines().contains(QStringLiteral("10 min → 5 min")), qPrintable(reviewLines()));
    }
};

QTEST_MAIN(TestSettingsPages)
#include "tst_settingspages.moc"
