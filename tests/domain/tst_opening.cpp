// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/opening.h"

#include <QTest>

using namespace tiepdon;

namespace {

constexpr std::int64_t kHanoi = 7 * 60;
constexpr std::int64_t kMondayToFriday = 0b0011111;
constexpr std::int64_t kSaturday = 0b0100000;
/// Monday 2026-03-02, 00:00 in Hanoi.
constexpr TimeMs kMonday = 1772384400000;

TimeMs at(std::int64_t day, std::int64_t hour, std::int64_t minute = 0)
{
    return kMonday + day * kDayMs + hour * kHourMs + minute * kMinuteMs;
}

const std::vector<OpeningWindow> &office()
{
    static const std::vector<OpeningWindow> kHours{{kMondayToFriday, 8 * 60, 11 * 60 + 30},
                                                   {kMondayToFriday, 13 * 60, 16 * 60 + 30},
                                                   {kSaturday, 8 * 60, 12 * 60}};
    return kHours;
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutHoursItIsAlwaysOpen()
    {
        QVERIFY(openingAt({}, kHanoi, at(6, 3)) == Opening{});
        QVERIFY(Opening{}.isOpen);
    }

    void anHourBelongsToItsWindow_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<qint64>("opens");
        const auto row = [](const char *name, TimeMs now, bool isOpen, TimeMs opens) {
            QTest::newRow(name) << qint64(now) << isOpen << qint64(opens);
        };
        row("before the first hour of the day", at(0, 7, 59), false, at(0, 8));
        row("as it opens", at(0, 8), true, 0);
        row("a millisecond before it closes", at(0, 11, 30) - 1, true, 0);
        row("as it closes it is closed, till the afternoon", at(0, 11, 30), false, at(0, 13));
        row("after the afternoon, till tomorrow", at(0, 16, 30), false, at(1, 8));
        row("on a Friday evening, till Saturday", at(4, 20), false, at(5, 8));
        row("on a Saturday", at(5, 9), true, 0);
        row("on a Saturday afternoon, till Monday", at(5, 12), false, at(7, 8));
        row("on a Sunday", at(6, 10), false, at(7, 8));
    }

    void anHourBelongsToItsWindow()
    {
        QFETCH(const qint64, now);
        QFETCH(const bool, isOpen);
        QFETCH(const qint64, opens);
        const Opening opening = openingAt(office(), kHanoi, now);
        QCOMPARE(opening.isOpen, isOpen);
        QCOMPARE(qint64(opening.opensMs.value_or(0)), opens);
    }

    void theLastWindowOfAWeekOpensInAWeek()
    {
        const std::vector<OpeningWindow> hours{{1, 8 * 60, 9 * 60}};
        QCOMPARE(qint64(openingAt(hours, kHanoi, at(0, 9)).opensMs.value_or(0)), qint64(at(7, 8)));
    }

    void midnightAndOtherZones()
    {
        const std::vector<OpeningWindow> late{{kMondayToFriday, 22 * 60, 24 * 60}};
        QVERIFY(openingAt(late, kHanoi, at(0, 24) - 1).isOpen);
        QVERIFY(!openingAt(late, kHanoi, at(0, 24)).isOpen);
        // Sunday 20:00 in Hanoi is Sunday 03:00 ten hours west of UTC's zone
        QVERIFY(!openingAt({{1, 0, 24 * 60}}, -10 * 60, at(0, 5)).isOpen);
        QVERIFY(openingAt({{1 << 6, 0, 24 * 60}}, -10 * 60, at(0, 5)).isOpen);
        // before 1970, in an hour that began before midnight
        QVERIFY(openingAt({{0b0000100, 23 * 60, 24 * 60}}, 0, -30 * kMinuteMs).isOpen); // a Wednesday
    }
};

QTEST_APPLESS_MAIN(TestOpening)
#include "tst_opening.moc"
