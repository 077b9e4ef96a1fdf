// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/scenarios.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// Every field there is, and nothing else.
const QByteArray kWhole = R"({
  "name": "Small",
  "opens": "09:00",
  "closes": "10:30",
  "segments": [
    { "name": "priority", "rank": 1, "weight": 2 },
    { "name": "booked", "rank": 2, "weight": 4 }
  ],
  "services": [
    {
      "name": "Cash",
      "meanMin": 4,
      "cv": 0.8,
      "weight": 1.5,
      "promiseMin": { "ordinary": 10, "priority": 5 },
      "share": { "priority": 0.2 },
      "walkInsPerHour": [10, 20, 30],
      "bookingsPerHour": 2
    }
  ],
  "counters": [
    { "services": ["Cash"], "speed": 0.9, "breaks": [{ "from": "09:30", "to": "09:45" }] },
    { "services": ["Cash"] }
  ],
  "booking": { "segment": "booked", "showShare": 0.8, "slotMin": 10, "earlyMin": 5, "spreadMin": 3, "extraPatienceMin": 20 },
  "shock": {
    "crowd": { "from": "09:00", "to": "09:30", "factor": 1.5 },
    "outage": { "from": "09:15", "to": "10:00", "counters": 1 }
  },
  "dayVariation": 0.1,
  "patienceMin": 60,
  "walkS": 10,
  "noShowS": 30,
  "rules": [
    "arrival",
    { "name": "mine", "kind": "brokenPromise", "latePermille": 700, "maxOvertaken": 0 }
  ],
  "days": 3,
  "seed": 5
}
)";

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const auto read = scenarioFrom(kWhole.toStdString());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        const Scenario &s = *read;
        QCOMPARE(s.name, std::string("Small"));
        QCOMPARE(s.opensMs, 9 * kHourMs);
        QCOMPARE(s.closesMs, 10 * kHourMs + 30 * kMinuteMs);
        QCOMPARE(s.segments.size(), std::size_t{3});
        QCOMPARE(s.segments[0].name, std::string("ordinary"));
        QCOMPARE(s.segments[2].rank, 2);
        const SimulatedService &cash = s.services.at(0);
        QCOMPARE(cash.meanMs, 240'000.0);
        QCOMPARE(cash.promiseMs, (std::vector<TimeMs>{600'000, 300'000, 600'000})); // who is not named is ordinary
        QCOMPARE(cash.share, (std::vector<double>{0.8, 0.2, 0}));
        QCOMPARE(cash.walkInsPerHour, (std::vector<double>{10, 20, 30}));
        QCOMPARE(cash.bookingsPerHour, 2.0);
        QCOMPARE(s.weight(0, 2), 6.0);
        QCOMPARE(s.counters.at(0).speed, 0.9);
        QCOMPARE(s.counters.at(0).breaks.at(0),
                 (TimeSpan{9 * kHourMs + 30 * kMinuteMs, 9 * kHourMs + 45 * kMinuteMs}));
        QVERIFY(s.booking && s.shock);
        QCOMPARE(s.booking->segment, std::size_t{2});
        QCOMPARE(s.booking->slotMs, 10 * kMinuteMs);
        QCOMPARE(s.booking->extraPatienceMs, 20.0 * kMinuteMs);
        QCOMPARE(s.shock->crowdFactor, 1.5);
        QCOMPARE(s.shock->countersDown, std::size_t{1});
        QCOMPARE(s.patienceMs, 60.0 * kMinuteMs);
        QCOMPARE(s.noShowMs, 30'000.0);
        QCOMPARE(s.rules.at(0).rule.kind, CallingRuleKind::Arrival);
        QCOMPARE(s.rules.at(1).name, std::string("mine"));
        QCOMPARE(s.rules.at(1).rule.latePermille, 700);
        QCOMPARE(s.rules.at(1).rule.savePermille, CallingRule().savePermille);
        QCOMPARE(s.days, 3);
        QCOMPARE(s.seed, 5);
        const auto setup = checked(setupOf(s, s.rules.at(1)));
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
    }

    void theSamplesAreSound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a bank branch") << QStringLiteral("bank-branch.json");
        QTest::newRow("a bank branch on a bad day") << QStringLiteral("bank-branch-shock.json");
        QTest::newRow("a public office") << QStringLiteral("public-office.json");
    }
    void theSamplesAreSound()
    {
        QFETCH(QString, name);
        const auto read = scenarioFrom(sampleText(name).toStdString());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(read->services.size() >= 4);
        QVERIFY(read->rules.size() >= 6);
        for (const RuleTrial &rule : read->rules) {
            const auto setup = checked(setupOf(*read, rule));
            QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        }
    }

    void aMistakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *from, const char *to, int line, const char *field) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << QString::fromLatin1(field);
        };
        row("no JSON", "\"days\": 3,", "\"days\": 3", 39, "");
        row("a field twice", "\"days\": 3,", "\"days\": 3, \"seed\": 4,", 39, "seed");
        row("an unknown field", "\"days\": 3,", "\"days\": 3, \"nights\": 4,", 38, "nights");
        row("an unknown field of a service", "\"cv\": 0.8,", "\"cv\": 0.8, \"colour\": 1,", 13,
            "services[0].colour");
        row("a missing name", "\"name\": \"Small\",", "", 1, "name");
        row("a missing mean", "\"meanMin\": 4,", "", 10, "services[0].meanMin");
        row("a text for a number", "\"meanMin\": 4", "\"meanMin\": \"4\"", 12, "services[0].meanMin");
        row("a mean of nothing", "\"meanMin\": 4", "\"meanMin\": 0", 12, "services[0].meanMin");
        row("a negative variation", "\"cv\": 0.8", "\"cv\": -0.8", 13, "services[0].cv");
        row("no time of day", "\"09:00\",\n", "\"9 o'clock\",\n", 3, "opens");
        row("minutes beyond the hour", "\"closes\": \"10:30\"", "\"closes\": \"10:75\"", 4, "closes");
        row("closed before it opens", "\"closes\": \"10:30\"", "\"closes\": \"08:30\"", 4, "closes");
        row("too few half hours", "[10, 20, 30]", "[10, 20]", 17, "services[0].walkInsPerHour");
        row("a crowd no branch holds", "[10, 20, 30]", "[10, 20, 3000]", 17, "services[0].walkInsPerHour[2]");
        row("a promise to nobody known", "\"priority\": 5", "\"vip\": 5", 15, "services[0].promiseMin.vip");
        row("nothing promised to ordinary people", "\"ordinary\": 10, ", "", 15, "services[0].promiseMin");
        row("shares over one", "\"share\": { \"priority\": 0.2 }",
            "\"share\": { \"priority\": 0.7, \"booked\": 0.7 }", 16, "services[0].share");
        row("a share for ordinary people", "\"share\": { \"priority\": 0.2 }", "\"share\": { \"ordinary\": 0.2 }",
            16, "services[0].share");
        row("a segment twice", "\"name\": \"booked\", \"rank\"", "\"name\": \"priority\", \"rank\"", 7,
            "segments[1].name");
        row("a counter for no service", "{ \"services\": [\"Cash\"] }", "{ \"services\": [\"Loans\"] }", 23,
            "counters[1].services[0]");
        row("a counter with no service", "{ \"services\": [\"Cash\"] }", "{ \"services\": [] }", 23,
            "counters[1].services");
        row("a break that ends first", "\"to\": \"09:45\"", "\"to\": \"09:15\"", 22, "counters[0].breaks[0].to");
        row("a booking of nobody known", "\"segment\": \"booked\"", "\"segment\": \"late\"", 25, "booking.segment");
        row("more counters missing than there are but one", "\"counters\": 1 }", "\"counters\": 2 }", 28,
            "shock.outage.counters");
        row("no patience", "\"patienceMin\": 60", "\"patienceMin\": 0", 31, "patienceMin");
        row("an unknown rule", "\"arrival\"", "\"byMood\"", 35, "rules[0]");
        row("a rule of an unknown kind", "\"kind\": \"brokenPromise\"", "\"kind\": \"byMood\"", 36,
            "rules[1].kind");
        row("a rule with an unknown parameter", "\"latePermille\": 700", "\"mood\": 700", 36, "rules[1].mood");
        row("half a parameter", "\"latePermille\": 700", "\"latePermille\": 0.7", 36, "rules[1].latePermille");
        row("a parameter no branch may have", "\"latePermille\": 700", "\"latePermille\": 700000", 36, "rules[1]");
        row("half a day", "\"days\": 3", "\"days\": 2.5", 38, "days");
    }
    void aMistakeIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, line);
        QFETCH(QString, field);
        QByteArray text = kWhole;
        QCOMPARE(text.count(from), 1);
        text.replace(from, to);
        const auto read = scenarioFrom(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadFile);
        QCOMPARE(QString::fromStdString(read.error().detail.at("field")), field);
        QCOMPARE(QString::fromStdString(read.error().detail.at("line")), QString::number(line));
        QVERIFY(!read.error().detail.at("reason").empty());
    }

    void nothingCrashesOnWhatIsCutOff()
    {
        for (qsizetype size = 0; size + 2 < kWhole.size(); ++size)
            QVERIFY(!scenarioFrom(kWhole.left(size).toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
