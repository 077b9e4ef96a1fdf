// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "ui/models/callsmodel.h"
#include "ui/models/countersmodel.h"
#include "ui/models/numbersearch.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/demobranch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tiepdon;

/// Models that follow the branch row by row.
class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        run(command::DefineBranch{demoSetup()});
        run(command::OpenDay{"2026-03-02"});
    }

    void queuesShowHowLongTheFirstHasWaited()
    {
        QueuesModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProfile(ProfileId{2});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(value(model, 0, QueuesModel::ToneRole), static_cast<int>(Tone::Neutral));

        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        run(command::IssueTicket{ServiceId{3}}); // promised within 15 minutes
        QCOMPARE(changes.count(), 1);
        QCOMPARE(value(model, 0, QueuesModel::WaitingRole), 1);
        QCOMPARE(value(model, 0, QueuesModel::ToneRole), static_cast<int>(Tone::Good));
        const std::pair<TimeMs, Tone> steps[] = {{11 * kMinuteMs, Tone::Good},
                                                 {15 * kSecondMs, Tone::Warn},
                                                 {3 * kMinuteMs + 44 * kSecondMs, Tone::Warn},
                                                 {kSecondMs, Tone::Bad}};
        for (const auto &[by, tone] : steps) {
            m_link->advance(by);
            if (tone == Tone::Warn && by == 15 * kSecondMs)
                continue; // 11:15 is three quarters exactly, checked with the next tick
            model.tick();
            QCOMPARE(value(model, 0, QueuesModel::ToneRole), static_cast<int>(tone));
        }
        QCOMPARE(value(model, 0, QueuesModel::LongestMsRole), 15 * kMinuteMs);
        QCOMPARE(resets.count(), 0);
    }

    void threeQuartersOfThePromiseWarn()
    {
        QCOMPARE(toneOfWait(749, 1000), Tone::Good);
        QCOMPARE(toneOfWait(750, 1000), Tone::Warn);
        QCOMPARE(toneOfWait(999, 1000), Tone::Warn);
        QCOMPARE(toneOfWait(1000, 1000), Tone::Bad);
    }

    void anotherProfileShowsItsOwnQueues()
    {
        QueuesModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProfile(ProfileId{1});
        QCOMPARE(model.rowCount(), 3);
        WorkProfile profile = *m_link->branch().profile(ProfileId{1});
        profile.services.pop_back();
        run(command::DefineProfile{profile});
        QCOMPARE(model.rowCount(), 2);
    }

    void countersSayWhoHasThem()
    {
        CountersModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 6);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        run(command::SignOn{CounterId{4}, StaffId{2}, {}});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 3);
        QCOMPARE(model.index(3).data(CountersModel::OccupantRole).toString(), QStringLiteral("Trần Văn Minh"));
        run(command::SignOff{CounterId{4}});
        QCOMPARE(model.index(3).data(CountersModel::OccupantRole).toString(), QString());
    }

    void callsComeInAtTheTopAndARecallMovesUp()
    {
        CallsModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const std::int64_t counter : {1, 2}) {
            run(command::SignOn{CounterId{counter}, StaffId{counter}, ProfileId{1}});
            run(command::IssueTicket{ServiceId{1}});
            run(command::CallNext{CounterId{counter}});
        }
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("A002"));
        run(command::Recall{CounterId{1}, m_link->branch().counterState(CounterId{1})->ticket});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("A001"));
        QCOMPARE(value(model, 0, CallsModel::CounterRole), 1);
        run(command::StartService{CounterId{1}, m_link->branch().counterState(CounterId{1})->ticket});
        QVERIFY(!model.index(0).data(CallsModel::IsOpenRole).toBool());
        QCOMPARE(model.calls(), m_link->shown().calls);
    }

    void callsOfAZoneStandAlone()
    {
        CallsModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto numbers = [&model] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all << model.index(row).data().toString();
            return all.join(u' ');
        };
        for (const std::int64_t counter : {1, 4, 2}) { // the second is in the other zone
            run(command::SignOn{CounterId{counter}, StaffId{counter}, ProfileId{1}});
            run(command::IssueTicket{ServiceId{1}});
            run(command::CallNext{CounterId{counter}});
        }
        QCOMPARE(numbers(), QStringLiteral("A003 A002 A001"));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setZones({ZoneId{1}});
        QCOMPARE(numbers(), QStringLiteral("A003 A001"));
        run(command::Recall{CounterId{1}, m_link->branch().counterState(CounterId{1})->ticket});
        run(command::Recall{CounterId{4}, m_link->branch().counterState(CounterId{4})->ticket});
        QCOMPARE(numbers(), QStringLiteral("A001 A003"));
        model.setZones({ZoneId{2}});
        QCOMPARE(numbers(), QStringLiteral("A002"));
        model.setZones({});
        QCOMPARE(numbers(), QStringLiteral("A002 A001 A003"));
        QCOMPARE(resets.count(), 0);
        m_link->restartHub();
        QCOMPARE(numbers(), QStringLiteral("A002 A001 A003"));
    }

    void callsAreBounded()
    {
        CallsModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        run(command::SignOn{CounterId{1}, StaffId{1}, ProfileId{1}});
        for (int i = 0; i < 20; ++i) {
            run(command::IssueTicket{ServiceId{1}});
            run(command::CallNext{CounterId{1}});
            const TicketId ticket = m_link->branch().counterState(CounterId{1})->ticket;
            run(command::StartService{CounterId{1}, ticket});
            run(command::FinishService{CounterId{1}, ticket});
            QCOMPARE(model.calls(), m_link->shown().calls);
        }
        QCOMPARE(model.rowCount(), static_cast<int>(limits::kShownCallsMax));
    }

    void aNumberIsFoundAsPeopleSayIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isMeant");
        QTest::newRow("whole") << QStringLiteral("A012") << true;
        QTest::newRow("small letters") << QStringLiteral("a012") << true;
        QTest::newRow("without zeros") << QStringLiteral("A12") << true;
        QTest::newRow("with blanks") << QStringLiteral(" a 12 ") << true;
        QTest::newRow("its beginning") << QStringLiteral("A01") << true;
        QTest::newRow("the letter alone") << QStringLiteral("A") << true;
        QTest::newRow("digits alone") << QStringLiteral("12") << true;
        QTest::newRow("another series") << QStringLiteral("B12") << false;
        QTest::newRow("another number") << QStringLiteral("A13") << false;
        QTest::newRow("more digits") << QStringLiteral("A0123") << false;
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("the first digit") << QStringLiteral("1") << true;
        QTest::newRow("a zero in front") << QStringLiteral("012") << true;
        QTest::newRow("the letter and a zero") << QStringLiteral("A0") << true;
        QTest::newRow("a digit from within") << QStringLiteral("a2") << false;
        QTest::newRow("words") << QStringLiteral("Lan") << false;
    }
    void aNumberIsFoundAsPeopleSayIt()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isMeant);
        QCOMPARE(isNumberMeant(typed, QStringLiteral("A012")), isMeant);
        // all its digits
        QVERIFY(isWholeNumberMeant(QStringLiteral("12"), QStringLiteral("A012")));
        QVERIFY(!isWholeNumberMeant(QStringLiteral("12"), QStringLiteral("A120")));
    }

private:
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    static qlonglong value(const QAbstractItemModel &model, int row, int role)
    {
        return model.index(row, 0).data(role).toLongLong();
    }

    std::unique_ptr<FixedLink> m_link;
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
