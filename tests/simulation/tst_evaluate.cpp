// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/rivals.h"
#include "core/simulation/evaluatedfile.h"
#include "tests/simulation/madeupdays.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

/// Whether everybody asked before a time was answered the same, whatever came after it.
void verifySameUntil(const AskedWaits &one, const AskedWaits &other, TimeMs untilMs, bool *isOutcomeOther)
{
    std::size_t compared = 0;
    for (std::size_t i = 0; i < std::min(one.waits.size(), other.waits.size()); ++i) {
        const AskedWait &a = one.waits[i];
        const AskedWait &b = other.waits[i];
        if (a.askedMs > untilMs)
            break;
        QCOMPARE(b.askedMs, a.askedMs);
        QCOMPARE(b.group, a.group);
        QVERIFY(b.rivalsMs == a.rivalsMs);
        QVERIFY(b.features == a.features);
        *isOutcomeOther |= a.actualMs != b.actualMs;
        ++compared;
    }
    QVERIFY(compared > 100);
}

void replaceFirst(std::string &text, const std::string &what, const std::string &with)
{
    const std::size_t at = text.find(what);
    QVERIFY(at != std::string::npos);
    text.replace(at, what.size(), with);
}

std::string fileOf(const char *name)
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/../shared/data/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

/// Recorded days played through, and estimators measured on them.
class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyInAnOfficeKnowsWhatComes()
    {
        MadeUpOffice office(6, 1);
        const auto one = officeWaits({"t", office.ticketsCsv()}, {"s", office.snapshotsCsv()});
        QVERIFY(one);
        const int untilMin = 660;
        for (MadeUpTicket &ticket : office.tickets) {
            if (ticket.day == 5 && ticket.callMin > untilMin)
                ticket.callMin += 40;
            if (ticket.day == 5 && ticket.arrivalMin > untilMin)
                ticket.arrivalMin += 5;
        }
        const auto other = officeWaits({"t", office.ticketsCsv()}, {"s", office.snapshotsCsv(untilMin + 1, 9)});
        QVERIFY(other);
        QCOMPARE(one->size(), std::size_t(2));
        for (std::size_t i = 0; i < one->size(); ++i) {
            bool isOutcomeOther = false;
            verifySameUntil((*one)[i], (*other)[i], 5 * kDayMs + untilMin * kMinuteMs, &isOutcomeOther);
            QVERIFY(isOutcomeOther);
        }
    }

    void nobodyOnTheTelephoneKnowsWhatComes()
    {
        MadeUpTelephone telephone(3, 1);
        const auto one = telephoneWaits({"t", telephone.csv()});
        QVERIFY(one);
        // while somebody waits
        const auto waits = std::find_if(telephone.calls.begin(), telephone.calls.end(), [](const MadeUpCall &call) {
            return call.day == 2 && call.isServed && call.queuedS > 36000 && call.leftS > call.queuedS + 20;
        });
        QVERIFY(waits != telephone.calls.end());
        const int untilS = waits->queuedS;
        for (MadeUpCall &call : telephone.calls) {
            if (call.day < 2)
                continue;
            if (call.leftS > untilS)
                call.leftS += 50;
            if (call.startS > untilS)
                call.startS += 50;
            if (call.endS > untilS)
                call.endS += 70;
        }
        const auto other = telephoneWaits({"t", telephone.csv()});
        QVERIFY(other);
        bool isOutcomeOther = false;
        verifySameUntil(one->front(), other->front(), 2 * kDayMs + untilS * kSecondMs, &isOutcomeOther);
        QVERIFY(isOutcomeOther);
    }

    void whoIsAskedAndHowLongTheyWaited()
    {
        const std::string tickets
            = "office,queue_id,letter,date,ticket_no,arrival_min,call_min,wait_min,waiting_at_arrival,"
              "counters_at_arrival,displayed_service_min\n"
              "X,1,A,2026-01-05,1,485,485,0,0,1,5\n" // called before they were seen to wait
              "X,1,A,2026-01-05,2,490,500,10,2,1,5\n"
              "X,1,A,2026-01-05,3,490,510,20,2,1,5\n"
              "X,1,A,2026-01-05,4,505,520,15,1,1,5\n";
        std::string screens = "queue_id,letter,date,minute,waiting,counters,displayed_service_min,called\n";
        for (int minute = 480; minute <= 520; minute += 5)
            screens += "1,A,2026-01-05," + std::to_string(minute) + ",0,1,5,0\n";
        const auto populations = officeWaits({"t", tickets}, {"s", screens});
        QVERIFY(populations);
        const auto &people = populations->front().waits;
        QCOMPARE(people.size(), std::size_t(3));
        QCOMPARE(people[0].actualMs, 10.0 * kMinuteMs);
        QCOMPARE(people[0].askedMs, 490 * kMinuteMs);
        // the prior says five minutes each; the second of two waits for two
        QCOMPARE(people[0].rivalsMs[kQueueLengthRival], 5.0 * kMinuteMs);
        QCOMPARE(people[1].rivalsMs[kQueueLengthRival], 10.0 * kMinuteMs);
        // whoever had come at a look: 490 and 495 with ticket 3's end, as 4 came before that; 505 on with ticket
        // 4's
        const auto &newcomers = populations->back().waits;
        QCOMPARE(newcomers.size(), std::size_t(6));
        QCOMPARE(newcomers[0].actualMs, 30.0 * kMinuteMs);
        QCOMPARE(newcomers[3].actualMs, 15.0 * kMinuteMs);
        QCOMPARE(newcomers[5].actualMs, 5.0 * kMinuteMs);
    }

    void everyEstimatorIsMeasured()
    {
        const MadeUpTelephone telephone(30, 2);
        const auto file = evaluatedFile({"t", telephone.csv()}, {}, {});
        QVERIFY(file);
        QCOMPARE(file->evaluations.size(), std::size_t(1));
        const Evaluation &evaluation = file->evaluations.front();
        QCOMPARE(evaluation.daysLearned, std::size_t(20));
        QCOMPARE(evaluation.daysTested, std::size_t(10));
        QCOMPARE(evaluation.scores.size(), rivals().size() + 1);
        for (const EstimatorScore &score : evaluation.scores) {
            QVERIFY(score.count > 200 && score.meanErrorMs > 0 && score.rootSquareErrorMs >= score.meanErrorMs);
            QVERIFY2(score.coverage > 0.7 && score.coverage < 0.92, score.name.c_str());
            QVERIFY(score.worstCoverage <= score.coverage && score.widthMs > 0);
        }
        // agents talk for as long as they have talked before, and this the formulas do not see
        QVERIFY(evaluation.learned().meanErrorMs < evaluation.bestRival().meanErrorMs);
        QCOMPARE(jsonOf(*file).at("populations").at(0).at("estimators").size(), evaluation.scores.size());
        const std::string csv = csvOf(*file);
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t(evaluation.scores.size()));
        QVERIFY(textOf(*file).find("learned from 20 days") != std::string::npos);
    }

    void aScoreEntersWhenItsPersonIsCalled()
    {
        for (const bool isCalledSoon : {false, true}) {
            AskedWaits asked{"people", 2, {}};
            for (int i = 0; i < 600; ++i) {
                AskedWait wait;
                wait.day = i < 300 ? 0 : 1;
                wait.askedMs = static_cast<TimeMs>(wait.day) * kDayMs + i * kMinuteMs;
                wait.actualMs = static_cast<double>((i % 7) * kSecondMs);
                wait.calledMs = isCalledSoon ? wait.askedMs + (i % 7) * kSecondMs : wait.askedMs + kDayMs;
                wait.rivalsMs.assign(rivals().size(), 0.0);
                wait.features = {static_cast<double>(i % 5)};
                asked.waits.push_back(wait);
            }
            const auto evaluation = evaluated(asked, 1, kSecondMs);
            QVERIFY(evaluation);
            for (std::size_t i = 0; i < rivals().size(); ++i)
                QCOMPARE(evaluation->scores[i].widthMs > 0, isCalledSoon);
        }
    }

    void tooFewDaysAreSaid()
    {
        const MadeUpTelephone telephone(2, 3);
        for (const std::size_t days : {std::size_t(0), std::size_t(2), std::size_t(9)}) {
            const auto file = evaluatedFile({"t", telephone.csv()}, {}, days);
            QVERIFY(!file);
            QCOMPARE(file.error().code, ErrorCode::InvalidParams);
        }
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const char *what, const char *with, const char *file,
                            const char *line, const char *field) {
            QTest::addRow("%s", name) << QByteArray(what) << QByteArray(with) << QByteArray(file)
                                      << QByteArray(line) << QByteArray(field);
        };
        row("a column nobody knows", "office,", "bureau,", "t.csv", "1", "bureau");
        row("a column that is missing", ",wait_min", "", "t.csv", "1", "wait_min");
        row("a column twice", "wait_min", "call_min", "t.csv", "1", "call_min");
        row("a call before the arrival", "485,490,5", "485,480,-5", "t.csv", "2", "call_min");
        row("a wait that is not the time between", "485,490,5", "485,490,6", "t.csv", "2", "wait_min");
        row("a day the calendar does not have", "2026-01-05,1,", "2026-02-30,1,", "t.csv", "2", "date");
        row("a word for a number", "485,490,5", "early,490,5", "t.csv", "2", "arrival_min");
        row("a row cut short", "485,490,5,1,2,6", "485", "t.csv", "2", "displayed_service_min");
        row("more counters than there are", "7,A,2026-01-05,480,0,2", "7,A,2026-01-05,480,0,200", "s.csv", "2",
            "counters");
        row("a minute past midnight", "7,A,2026-01-05,480", "7,A,2026-01-05,1440", "s.csv", "2", "minute");
        row("no kind of file that is known", "ticket_no", "nummer", "t.csv", "1", "ticket_no");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, what);
        QFETCH(const QByteArray, with);
        QFETCH(const QByteArray, file);
        MadeUpOffice office(2, 1);
        office.tickets.front() = {0, 1, 485, 490};
        std::string tickets = office.ticketsCsv();
        std::string screens = office.snapshotsCsv();
        replaceFirst(file == "t.csv" ? tickets : screens, what.toStdString(), with.toStdString());
        const auto result = evaluatedFile({"t.csv", tickets}, {"s.csv", screens}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadFile);
        QCOMPARE(QByteArray::fromStdString(result.error().detail.at("file")), file);
        QTEST(QByteArray::fromStdString(result.error().detail.at("line")), "line");
        QTEST(QByteArray::fromStdString(result.error().detail.at("field")), "field");
    }

    void whatIsWrongWithACallIsNamed()
    {
        for (const auto &[what, with, field] : {std::tuple("AGENT,", "LOST,", "outcome"),
                                                {"PS,", ",", "type"},
                                                {",1,AGENT", ",2,AGENT", "identified"}}) {
            std::string calls = MadeUpTelephone(1, 1).csv();
            replaceFirst(calls, what, with);
            const auto result = telephoneWaits({"c.csv", calls});
            QVERIFY(!result);
            QCOMPARE(result.error().detail.at("field"), std::string(field));
            QCOMPARE(result.error().detail.at("line"), std::string("2"));
        }
    }

    void realDaysAreRead()
    {
        const std::string tickets = fileOf("warsaw_2020_tickets.csv");
        const std::string calls = fileOf("anonbank_1999_tickets.csv");
        if (tickets.empty() || calls.empty())
            QSKIP("The recorded days are not beside this source tree.");
        const auto office = officeWaits({"t", tickets}, {"s", fileOf("warsaw_2020_snapshots.csv")});
        QVERIFY2(office, office ? "" : office.error().message.c_str());
        QCOMPARE(office->front().days, std::size_t(14));
        QVERIFY(office->front().waits.size() > 50'000);
        const auto telephone = telephoneWaits({"c", calls});
        QVERIFY2(telephone, telephone ? "" : telephone.error().message.c_str());
        QCOMPARE(telephone->front().days, std::size_t(57));
        QVERIFY(telephone->front().waits.size() > 27'000);
    }
};

QTEST_APPLESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
