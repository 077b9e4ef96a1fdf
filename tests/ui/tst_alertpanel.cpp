// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/actionpanel.h"
#include "app/supervisor/alertspanel.h"
#include "app/supervisor/alertwords.h"
#include "app/supervisor/railbutton.h"
#include "app/supervisor/ticketspage.h"
#include "tests/ui/floorbench.h"
#include "ui/theme/theme.h"

#include <QListWidget>

using namespace tiepdon;

/// The alerts beside the floor: what they say, who takes them up, and where one goes from them.
class TestAlertPanel : public QObject, private FloorBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        begin();
        m_link->setAlerts(demoAlerts(m_link->branch(), m_link->hubNowMs()));
    }
    void cleanup() { end(); }

    void withoutAlertsItSaysWhatWouldAppear()
    {
        m_link->setAlerts({});
        QVERIFY(!isShown("alertsList"));
        QVERIFY(isShown("noAlertsText"));
        QVERIFY(!isShown("takeAlertButton"));
        QCOMPARE(floorButton()->accessibleDescription(), QString());
    }

    void theWorstNobodyHasComesFirst()
    {
        QCOMPARE(list()->count(), 4);
        const QStringList said{line(0), line(1), line(2), line(3)};
        QVERIFY2(said[0].startsWith(QStringLiteral("Loans: waiting up to ")), qPrintable(said[0]));
        QVERIFY(said[0].contains(QStringLiteral("3 people")));
        QVERIFY(said[1].contains(QStringLiteral("probably be broken soon (72 %)")));
        QVERIFY(said[2].startsWith(QStringLiteral("Device 3 cannot print for 9 min")));
        QVERIFY(said[3].startsWith(QStringLiteral("Counter 4:"))); // somebody has it
        const QString heard = list()->item(0)->data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.startsWith(QStringLiteral("Critical")), qPrintable(heard));
        QVERIFY(heard.contains(QStringLiteral("nobody has it yet")));
        QVERIFY(heard.contains(QStringLiteral("passed on")));
        QVERIFY(list()
                    ->item(3)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Vũ Ngọc Anh has it")));
    }

    void theRailSaysHowManyNobodyHas()
    {
        QVERIFY(floorButton()->accessibleDescription().contains(QLatin1Char('3')));
        panel().takeKeyboard();
        QTest::keyClick(list(), Qt::Key_A);
        QTRY_VERIFY(floorButton()->accessibleDescription().contains(QLatin1Char('2')));
    }

    void oneIsTakenUpByKey()
    {
        QTest::keyClick(m_window, Qt::Key_F6);
        QTRY_VERIFY(list()->hasFocus());
        const AlertId first = panel().chosen()->id;
        QTest::keyClick(list(), Qt::Key_A);
        QTRY_COMPARE(stateOf(first), AlertState::Acknowledged);
        QCOMPARE(panel().chosen()->id, first); // it stands further down now, and is still the one
        QVERIFY(list()->currentRow() > 0);
        QVERIFY(
            list()->currentItem()->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("you have it")));
        QVERIFY(!button("takeAlertButton")->isEnabled());
    }

    void actingOnALongWaitOpensTheFittingMove()
    {
        choose(0);
        QTest::keyClick(list(), Qt::Key_Return);
        // somebody is free and a counter closed: that one is opened, for loans
        QVERIFY(isShown("actionPanel"));
        QVERIFY(text("actionTitle").contains(QStringLiteral("Open Counter 3")));
        QVERIFY(text("actionCover").contains(QStringLiteral("Loans: 1 → 2")));
        QCOMPARE(stateOf(AlertId{1}), AlertState::Raised);
        confirm();
        QTRY_VERIFY(at(3).isOpen());
        QTRY_COMPARE(stateOf(AlertId{1}), AlertState::ActedOn);
        QCOMPARE(lastStep(AlertId{1}).text, std::string("moveCounters"));
    }

    void withNobodyFreeACounterIsSwitched()
    {
        run(command::SignOn{CounterId{3}, StaffId{7}, {}}); // no counter is closed
        choose(0);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(isShown("actionPanel"));
        const auto &action = m_window->floorPage().action().action();
        QVERIFY(action);
        QVERIFY(action->kind == Action::Kind::Move);
        QCOMPARE(action->profile, ProfileId{3});
        QVERIFY(!text("actionWarning").contains(QStringLiteral("No counter is left"))); // nobody is left alone for it
    }

    void whatIsLeftWithoutDoingIsNotReported()
    {
        choose(0);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(isShown("actionPanel"));
        m_window->floorPage().action().close();
        // and what is done afterwards is about something else
        m_window->floorPage().askPlace(CounterId{3}, StaffId{7});
        confirm();
        QTRY_VERIFY(at(3).isOpen());
        QCOMPARE(stateOf(AlertId{1}), AlertState::Raised);
    }

    void actingOnACounterGoesToItsTile()
    {
        choose(3);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(tile(4)->isSelected());
        QTRY_VERIFY(!m_window->findChildren<QMenu *>(QStringLiteral("counterMenu")).isEmpty());
    }

    void actingOnAForgottenTicketOpensIt()
    {
        const TicketId ticket = m_link->branch().counterState(CounterId{4})->ticket;
        AlertsNote note;
        note.atMs = m_link->hubNowMs();
        Alert forgotten;
        forgotten.id = AlertId{9};
        forgotten.kind = AlertKind::TicketForgotten;
        forgotten.subject.ticket = ticket;
        forgotten.value = 50 * kMinuteMs;
        forgotten.raisedMs = note.atMs;
        note.open = {forgotten};
        m_link->setAlerts(note);
        QVERIFY(line(0).contains(QStringLiteral("has been open for 50 min")));
        choose(0);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(m_window->ticketsPage().isVisible());
        QCOMPARE(m_window->ticketsPage().chosen(), ticket);
    }

    void whatHasNoCommandIsLookedAt()
    {
        choose(2); // the printer
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(stateOf(AlertId{4}), AlertState::ActedOn);
        QCOMPARE(lastStep(AlertId{4}).text, std::string("lookedAt"));
    }

    void oneThatEndedMeanwhileSaysSo()
    {
        choose(0);
        m_link->hold();
        QTest::keyClick(list(), Qt::Key_A);
        m_link->setAlerts({});
        m_link->release();
        QTRY_VERIFY(!errorText().isEmpty());
    }

    void awayNothingCanBeTakenUp()
    {
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        choose(0);
        QVERIFY(!button("takeAlertButton")->isEnabled());
        QVERIFY(!button("actOnAlertButton")->isEnabled());
        QTest::keyClick(list(), Qt::Key_A);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(!isShown("actionPanel"));
        QCOMPARE(stateOf(AlertId{1}), AlertState::Raised);
    }

    void everyKindIsSaidInBothLanguages()
    {
        for (const LanguageKind language : {LanguageKind::English, LanguageKind::Vietnamese}) {
            m_language.set(language);
            for (std::size_t kind = 0; kind < names(AlertKind{}).size(); ++kind) {
                Alert alert;
                alert.kind = static_cast<AlertKind>(kind);
                alert.subject = {ServiceId{1}, {}, CounterId{4}, {}, DeviceId{3}, OpenItemId{2}};
                alert.value = alert.threshold = 5 * kMinuteMs;
                alert.people = 2;
                const QString said = alertText(m_link->branch(), alert);
                QVERIFY2(said.size() > 8, names(AlertKind{}).at(kind).data());
                QVERIFY2(!said.contains(QLatin1String("%1")), qPrintable(said));
            }
        }
    }

private:
    AlertsPanel &panel() { return m_window->floorPage().alerts(); }
    QListWidget *list() { return find<QListWidget>("alertsList"); }
    QString line(int row) { return list()->item(row)->text(); }
    void choose(int row)
    {
        panel().takeKeyboard();
        list()->setCurrentRow(row);
    }
    RailButton *floorButton() { return find<RailButton>("floorButton"); }
    [[nodiscard]] const Alert &alert(AlertId id) const
    {
        for (const Alert &each : m_link->alerts().open) {
            if (each.id == id)
                return each;
        }
        qFatal("no such alert");
    }
    [[nodiscard]] AlertState stateOf(AlertId id) const { return alert(id).state; }
    [[nodiscard]] const AlertStep &lastStep(AlertId id) const { return alert(id).steps.back(); }
};

QTEST_MAIN(TestAlertPanel)
#include "tst_alertpanel.moc"
