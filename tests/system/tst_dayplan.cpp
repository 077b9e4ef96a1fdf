// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csvday.h"
#include "app/ctl/figures.h"
#include "core/base/random.h"

#include <QFile>
#include <QtTest>

#include <cmath>
#include <set>

using namespace tiepdon;

namespace {

const std::string kHeader("office,queue_id,letter,date,ticket_no,arrival_min,call_min,wait_min,waiting_at_arrival,"
                          "counters_at_arrival,displayed_service_min\n");

std::string row(std::int64_t queue, const std::string &letter, int arrival, int counters,
                const std::string &service)
{
    return "Office," + std::to_string(queue) + "," + letter + ",2026-03-02,7," + std::to_string(arrival) + ","
        + std::to_string(arrival + 3) + ",3,1," + std::to_string(counters) + "," + service + "\n";
}

Result<OfficeDay> read(const std::string &rows, bool skip = false)
{
    return officeDayFrom(kHeader + rows, "Office", "2026-03-02", skip);
}

std::string figuresText()
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/demo/bank-day.toml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestDayPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // From the reference implementation of xoshiro256** 1.0 seeded by splitmix64.
    void theGeneratorIsXoshiro()
    {
        Random random(0);
        QCOMPARE(random.next(), 0x99EC5F36CB75F2B4ULL);
        QCOMPARE(random.next(), 0xBF6E1F784956452AULL);
        QCOMPARE(random.next(), 0x1A5F849D4933E6E0ULL);
    }

    void theDistributionsHaveTheirMoments()
    {
        Random random(42);
        constexpr int n = 200'000;
        double sum = 0;
        double squares = 0;
        double gaps = 0;
        for (int i = 0; i < n; ++i) {
            const double x = random.lognormal(5, 0.8);
            QVERIFY(x > 0);
            sum += x;
            squares += x * x;
            gaps += random.exponential(3);
        }
        const double mean = sum / n;
        QVERIFY(std::abs(mean - 5) < 0.05);
        QVERIFY(std::abs(std::sqrt(squares / n - mean * mean) / mean - 0.8) < 0.03);
        QVERIFY(std::abs(gaps / n - 3) < 0.03);
    }

    void anOfficeBecomesABranch()
    {
        const auto day = read(row(20, "B", 480, 1, "4") + row(20, "B", 500, 3, "6") + row(30, "B", 490, 2, "0")
                              + row(40, "I", 495, 0, "10") + "Other,9,A,2026-03-02,1,480,480,0,0,1,5\n");
        QVERIFY(day);
        QCOMPARE(day->tickets.size(), 4U);
        const DayPlan plan = planOf(*day, {{20, "B: Hộ tịch"}}, 5);
        QVERIFY(checked(*plan.setup));
        const auto &services = plan.setup->services;
        QCOMPARE(services.size(), 3U);
        QCOMPARE(services[0].name.vi, "Hộ tịch");
        QCOMPARE(services[1].name.vi, "Queue B (30)");
        QCOMPARE(services[0].series, "B");
        std::set<std::string> series;
        for (const Service &service : services)
            series.insert(service.series);
        QCOMPARE(series.size(), 3U); // two queues of one letter, and one no series may have, are told apart
        QVERIFY(!series.contains("I"));
        QCOMPARE(services[0].expectedMs, 6 * kMinuteMs);
        QCOMPARE(services[1].expectedMs, 5 * kMinuteMs); // nothing displayed
        QCOMPARE(plan.setup->counters.size(), 6U); // 3 + 2 + at least 1
        QCOMPARE(plan.arrivals.size(), 4U);
        QVERIFY(plan.arrivals[0].atMs >= 480 * kMinuteMs && plan.arrivals[0].atMs < 481 * kMinuteMs);
        QVERIFY(std::is_sorted(plan.arrivals.begin(), plan.arrivals.end(),
                               [](const auto &a, const auto &b) { return a.atMs < b.atMs; }));
        QVERIFY(plan.scaled.empty());
    }

    void moreQueuesThanLettersShareThem()
    {
        std::string rows;
        for (int i = 1; i <= 30; ++i)
            rows += row(i, "A", 480 + i, 1, "4");
        const DayPlan plan = planOf(*read(rows), {}, 1);
        QVERIFY(checked(*plan.setup));
        std::set<std::string> series;
        for (const Service &service : plan.setup->services)
            series.insert(service.series);
        QCOMPARE(series.size(), 23U);
    }

    void anImpossibleDisplayIsScaledToWhatTheOfficeManaged()
    {
        std::string rows;
        for (int i = 0; i < 100; ++i)
            rows += row(1, "A", 480 + i, 1, "60");
        const DayPlan plan = planOf(*read(rows), {}, 1);
        QVERIFY(plan.scaled.contains(1));
        double total = 0;
        for (const PlannedArrival &arrival : plan.arrivals)
            total += static_cast<double>(arrival.serviceMs) / kMinuteMs;
        QVERIFY(total < 130); // 100 people in 99 minutes
    }

    void theSameSeedIsTheSameDay()
    {
        const auto first = planFromFigures(figuresText(), 7);
        QVERIFY2(first, first ? "" : first.error().message.c_str());
        QVERIFY(first->arrivals == planFromFigures(figuresText(), 7)->arrivals);
        QVERIFY(!(first->arrivals == planFromFigures(figuresText(), 8)->arrivals));
        QVERIFY(first->arrivals.size() > 180 && first->arrivals.size() < 300);
        QCOMPARE(first->closesMs, 16 * kHourMs);
        QVERIFY(first->arrivals.front().atMs >= 8 * kHourMs && first->arrivals.back().atMs < 16 * kHourMs);
    }

    // Whatever machine this runs on.
    void aSeedsDayIsKnown()
    {
        const auto plan
            = planFromFigures("[day]\nopens = \"08:00\"\nlatest_end = \"12:00\"\n"
                              "arrivals_per_half_hour = [4, 0, 3]\nno_show_share = 0.5\nwalking_s = 20\n"
                              "[[service]]\nid = 1\nshare = 0.5\nmean_min = 4\ncv = 0.8\n"
                              "[[service]]\nid = 2\nshare = 0.5\nmean_min = 8\ncv = 0.8\n",
                              2026);
        QVERIFY(plan);
        QString said;
        for (const PlannedArrival &a : plan->arrivals)
            said += QStringLiteral("%1 %2 %3 %4 %5;")
                        .arg(a.atMs)
                        .arg(a.service.value)
                        .arg(a.comes)
                        .arg(a.walkMs)
                        .arg(a.serviceMs);
        QCOMPARE(said,
                 QStringLiteral("29032800 1 1 13500 245900;29676900 1 1 23600 322100;30036900 1 1 19700 124800;"
                                "32496100 2 0 18300 952500;33636300 2 1 40600 814200;"));
    }

    void aBadRowIsPlaced_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("field");
        QTest::newRow("a letter missing")
            << QByteArray("Office,1,,2026-03-02,1,480,481,1,1,1,5") << QStringLiteral("letter");
        QTest::newRow("no number") << QByteArray("Office,x,A,2026-03-02,1,480,481,1,1,1,5")
                                   << QStringLiteral("queue_id");
        QTest::newRow("no day") << QByteArray("Office,1,A,2026-02-30,1,480,481,1,1,1,5") << QStringLiteral("date");
        QTest::newRow("past midnight") << QByteArray("Office,1,A,2026-03-02,1,1440,1440,1,1,1,5")
                                       << QStringLiteral("arrival_min");
        QTest::newRow("called before it came")
            << QByteArray("Office,1,A,2026-03-02,1,480,479,1,1,1,5") << QStringLiteral("call_min");
        QTest::newRow("negative") << QByteArray("Office,1,A,2026-03-02,1,480,481,1,1,-1,5")
                                  << QStringLiteral("counters_at_arrival");
        QTest::newRow("no minutes") << QByteArray("Office,1,A,2026-03-02,1,480,481,1,1,1,nan")
                                    << QStringLiteral("displayed_service_min");
        QTest::newRow("too few fields") << QByteArray("Office,1,A,2026-03-02,1,480") << QStringLiteral("call_min");
        QTest::newRow("an open quote") << QByteArray("\"Office,1,A") << QStringLiteral("office");
        QTest::newRow("not UTF-8") << QByteArray("Off\xffice,1,A,2026-03-02,1,480,481,1,1,1,5")
                                   << QStringLiteral("office");
    }
    void aBadRowIsPlaced()
    {
        QFETCH(QByteArray, bad);
        QFETCH(QString, field);
        const std::string rows = row(1, "A", 480, 1, "5") + "\r\n" + bad.toStdString() + "\r\n";
        const auto refused = read(rows);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QCOMPARE(refused.error().detail.at("line"), "4");
        QCOMPARE(QString::fromStdString(refused.error().detail.at("field")), field);
        const auto skipped = read(rows, true);
        QVERIFY(skipped);
        QCOMPARE(skipped->tickets.size(), 1U);
        QCOMPARE(skipped->badRows.size(), 1U);
        QCOMPARE(skipped->badRows[0].line, 4U);
    }

    void whatTheFileLacksIsSaid()
    {
        QCOMPARE(officeDayFrom("", "Office", "2026-03-02", false).error().detail.at("field"), "office");
        QCOMPARE(officeDayFrom("office,queue_id\n", "Office", "2026-03-02", false).error().detail.at("field"),
                 "letter");
        const std::string text = kHeader + row(1, "A", 480, 1, "5");
        QCOMPARE(officeDayFrom(text, "None", "2026-03-02", false).error().detail.at("known"), "Office");
        QCOMPARE(officeDayFrom(text, "Office", "2026-03-03", false).error().detail.at("known"), "2026-03-02");
    }

    void quotedFieldsAreRead()
    {
        const auto names = queueNamesFrom("queue_id,office,letter,queue_name\n5,\"A, \"\"B\"\"\",A,\"A: x, y\"\n");
        QVERIFY(names);
        QCOMPARE(names->at(5), "A: x, y");
    }

    void mistakesInFiguresArePlaced_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QString>("field");
        QTest::newRow("no time") << QByteArray("\"08:00\"") << QByteArray("\"8h\"") << QStringLiteral("opens");
        QTest::newRow("ends before it closes")
            << QByteArray("\"19:00\"") << QByteArray("\"15:00\"") << QStringLiteral("latest_end");
        QTest::newRow("shares over one")
            << QByteArray("share = 0.36") << QByteArray("share = 0.5") << QStringLiteral("share");
        QTest::newRow("unknown key") << QByteArray("walking_s") << QByteArray("walking")
                                     << QStringLiteral("walking_s");
        QTest::newRow("negative people")
            << QByteArray("[10,") << QByteArray("[-10,") << QStringLiteral("arrivals_per_half_hour");
    }
    void mistakesInFiguresArePlaced()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QString, field);
        QByteArray text = QByteArray::fromStdString(figuresText());
        QVERIFY(text.contains(what));
        const auto plan = planFromFigures(text.replace(text.indexOf(what), what.size(), with).toStdString(), 1);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::BadFile);
        QCOMPARE(QString::fromStdString(plan.error().detail.at("field")), field);
    }
};

QTEST_GUILESS_MAIN(TestDayPlan)
#include "tst_dayplan.moc"
