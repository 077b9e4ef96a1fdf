// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/figuresdesk.h"
#include "tests/hub/customerhub.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// A day's figures as a supervisor's console asks the hub for them.
class TestFiguresDesk : public QObject
{
    Q_OBJECT

private:
    static Json asked(const FigureFilter &filter) { return toJson(DayFiguresQuery{filter}); }
    Json ask(const FigureFilter &filter = {}, StaffId staff = kBoss)
    {
        return m_hub->ask(staff, DayFiguresQuery::kMethod, asked(filter));
    }
    Result<DayFigures> figures(const FigureFilter &filter = {})
    {
        return fromJson<DayFigures>(CustomerHub::result(ask(filter)), UnknownFields::Refuse);
    }

    std::unique_ptr<CustomerHub> m_hub;

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<CustomerHub>();
        QVERIFY(m_hub->isReady);
    }
    void cleanup() { m_hub.reset(); }

    void whatIsDurableIsInTheFigures()
    {
        QCOMPARE(figures()->total.arrived, 0);
        m_hub->ticket();
        m_hub->ticket();
        QVERIFY(m_hub->call(kTeller, 1) > 0);
        const auto now = figures();
        QVERIFY(now);
        QCOMPARE(now->days, std::vector<std::string>{std::string(kDay)});
        QVERIFY(now->isOpen);
        QCOMPARE(now->total.arrived, 2);
        QCOMPARE(now->total.called, 1);
        QCOMPARE(now->total.waiting, 1);
        QVERIFY(now->toMs >= now->fromMs && now->fromMs > 0);
        QVERIFY(!now->counters.empty());
        FigureFilter filter;
        filter.fromDay = std::string(kDay);
        filter.counter = CounterId{1};
        QCOMPARE(figures(filter)->total.arrived, 1);
    }

    void whoMayNotSeeThemIsRefused_data()
    {
        QTest::addColumn<qlonglong>("staff");
        QTest::newRow("a teller") << static_cast<qlonglong>(kTeller.value);
        QTest::newRow("a greeter") << static_cast<qlonglong>(kGreeter.value);
    }
    void whoMayNotSeeThemIsRefused()
    {
        QFETCH(qlonglong, staff);
        QCOMPARE(codeOf(ask({}, StaffId{staff})), std::string("NotAllowed"));
    }

    void whatCannotBeAskedIsRefused()
    {
        FigureFilter filter;
        filter.fromDay = "2020-01-01";
        QCOMPARE(codeOf(ask(filter)), std::string("UnknownDay"));
        filter.fromDay = "yesterday";
        QCOMPARE(codeOf(ask(filter)), std::string("InvalidParams"));
        QCOMPARE(codeOf(m_hub->ask(kBoss, DayFiguresQuery::kMethod)), std::string("InvalidParams"));
        Json params = asked({});
        params["filter"]["names"] = true;
        QCOMPARE(codeOf(m_hub->ask(kBoss, DayFiguresQuery::kMethod, params)), std::string("InvalidParams"));
    }

    /// The hub takes so many at once; who is turned away may ask again, and those taken are all answered.
    void tooManyAtOnceAreTurnedAway()
    {
        constexpr int kAsked = 3 * FiguresDesk::kWaitingMax;
        RawClient &client = m_hub->of(kBoss);
        std::string together; // in one piece, so that the hub reads them at once
        const std::int64_t first = client.lastId + 1;
        for (int i = 0; i < kAsked; ++i)
            together += framed(toBytes(Request{++client.lastId, std::string(DayFiguresQuery::kMethod), asked({})}));
        client.socket.write(together.data(), static_cast<qint64>(together.size()));
        const auto count = [&](const char *code) {
            return std::count_if(client.received.begin(), client.received.end(), [&](const Json &json) {
                return json.value("id", std::int64_t{0}) >= first && (!code || codeOf(json) == code);
            });
        };
        QTRY_COMPARE(count(nullptr), kAsked);
        QVERIFY(count("Busy") > 0);
        QVERIFY(count("") >= FiguresDesk::kWaitingMax);
        QCOMPARE(count("Busy") + count(""), kAsked);
        QVERIFY(figures());
    }
};

QTEST_GUILESS_MAIN(TestFiguresDesk)
#include "tst_figuresdesk.moc"
