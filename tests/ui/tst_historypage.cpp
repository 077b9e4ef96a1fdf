// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/daycalendar.h"
#include "app/supervisor/dayscrubber.h"
#include "app/supervisor/historypage.h"
#include "app/supervisor/pastday.h"
#include "app/supervisor/pasttickets.h"
#include "app/supervisor/playeddays.h"
#include "ui/session/demobranch.h"
#include "ui/session/fixedlink.h"
#include "ui/session/language.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/queuebar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace tiepdon;

namespace {

const std::string kDay = "2026-02-27";
const std::string kBefore = "2026-02-26";

TimeMs at(int hour, int minute, int second = 0)
{
    return dayStart(kDay, 7 * 60) + hour * kHourMs + minute * kMinuteMs + second * kSecondMs;
}

} // namespace

/// The page of past days, on days that the engine played through.
class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_language.set(LanguageKind::English);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_asked.clear();
        m_error.reset();
        m_isNothingKept = false;
        m_isOpenStill = false;
        m_link->addAnswers([this](const std::string &method, const Json &params) -> Result<Json> {
            if (method == DayAtQuery::kMethod || method == DayTicketsQuery::kMethod)
                m_asked.emplace_back(method, params);
            if (m_error && method == m_failing)
                return *m_error;
            Result<Json> answer = m_days.answer(method, params);
            if (answer && method == DaysQuery::kMethod && m_isNothingKept)
                (*answer)["days"] = Json::array();
            if (answer && m_isOpenStill && method == DayAtQuery::kMethod && (*answer)["day"]["businessDay"] == kDay)
                (*answer)["day"]["openings"].back().erase("closedMs");
            return answer;
        });
        m_link->setAccounts({FixedAccount{StaffId{1'000'001},
                                          QStringLiteral("hung"),
                                          QStringLiteral("Phạm Quốc Hùng"),
                                          demoPassword(),
                                          {Role::Supervisor},
                                          false,
                                          false}});
        m_link->enter(QStringLiteral("hung"));
        m_desk = std::make_unique<SupervisorDesk>(*m_link);
        m_page = std::make_unique<HistoryPage>(*m_desk);
        m_page->resize(1280, 680);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_link.reset();
    }

    void theLastDayIsShownWhereMostWaited()
    {
        open();
        const DayStrip &strip = day().strip();
        const auto most = std::max_element(strip.waiting.begin(), strip.waiting.end());
        QCOMPARE(day().shownMs(), strip.fromMs + (most - strip.waiting.begin()) * strip.stepMs);
        QVERIFY(*most > 5);
        QVERIFY2(text("pastWhen").contains(QStringLiteral("as it was")), qPrintable(text("pastWhen")));
        QVERIFY(text("pastWhen").contains(QStringLiteral("2026")));
        QCOMPARE(find<QComboBox>("pastDayChoice")->count(), 2);
        QVERIFY(find<QComboBox>("pastDayChoice")->currentText().contains(QStringLiteral("27/02/2026")));
        // the live branch is another: 2 March
        QCOMPARE(m_link->branch().businessDay(), std::string("2026-03-02"));
        QCOMPARE(day().branch().businessDay(), kDay);
    }

    void theFloorIsTheOneOfThatMoment()
    {
        open();
        go(at(10, 41));
        std::int64_t waiting = 0;
        for (const auto &[id, service] : day().branch().services()) {
            const auto *bar = find<QueueBar>(qPrintable(QStringLiteral("pastQueue%1").arg(id.value)));
            waiting += bar->figures().waiting;
        }
        QVERIFY(waiting > 0);
        QCOMPARE(
            waiting,
            day().strip().waiting.at(static_cast<std::size_t>((at(10, 41) - day().strip().fromMs) / kMinuteMs)));
        int busy = 0;
        for (const auto &[id, state] : day().branch().counterStates()) {
            const Ticket *ticket = day().branch().ticket(state.ticket);
            const auto *tile = find<CounterTile>(
                qPrintable(QStringLiteral("pastTile%1").arg(day().branch().counter(id)->number)));
            QCOMPARE(tile->figures().ticket, ticket ? QString::fromStdString(ticket->number) : QString());
            busy += ticket ? 1 : 0;
        }
        QVERIFY(busy > 0);
        QVERIFY(text("pastWhen").contains(QStringLiteral("10:41:00")));
        go(at(8, 0));
        for (const auto &[id, service] : day().branch().services())
            QVERIFY(find<QueueBar>(qPrintable(QStringLiteral("pastQueue%1").arg(id.value)))->figures().waiting
                    <= 1);
    }

    void keysMoveThroughTheDay_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const qint64 base = at(10, 41, 30);
        QTest::newRow("Right to the next full minute") << int(Qt::Key_Right) << base << qint64(at(10, 42));
        QTest::newRow("Left to the minute's beginning") << int(Qt::Key_Left) << base << qint64(at(10, 41));
        QTest::newRow("Left from a full minute") << int(Qt::Key_Left) << qint64(at(10, 41)) << qint64(at(10, 40));
        QTest::newRow("Page Down by half an hour")
            << int(Qt::Key_PageDown) << qint64(at(10, 41)) << qint64(at(11, 11));
        QTest::newRow("Page Up by half an hour") << int(Qt::Key_PageUp) << qint64(at(10, 41)) << qint64(at(10, 11));
        QTest::newRow("Home to the opening") << int(Qt::Key_Home) << base << qint64(at(8, 0));
        QTest::newRow("End to the closing") << int(Qt::Key_End) << base << qint64(at(16, 30));
        QTest::newRow("not before the opening") << int(Qt::Key_Left) << qint64(at(8, 0)) << qint64(at(8, 0));
        QTest::newRow("not behind the closing")
            << int(Qt::Key_PageDown) << qint64(at(16, 20)) << qint64(at(16, 30));
    }

    void keysMoveThroughTheDay()
    {
        QFETCH(int, key);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        open();
        go(from);
        auto *scrubber = find<DayScrubber>("dayScrubber");
        scrubber->setFocus();
        QTest::keyClick(scrubber, static_cast<Qt::Key>(key));
        QTRY_COMPARE(day().shownMs(), TimeMs(to));
        QCOMPARE(scrubber->momentMs(), TimeMs(to));
    }

    void shiftStepsFromEventToEvent()
    {
        open();
        go(at(10, 41));
        auto *scrubber = find<DayScrubber>("dayScrubber");
        QTest::keyClick(scrubber, Qt::Key_Right, Qt::ShiftModifier);
        QTRY_VERIFY(day().shownMs() > at(10, 41));
        const TimeMs next = day().shownMs();
        const auto isThen = [&](const PastEvent &event) { return event.atMs == next; };
        QVERIFY(std::any_of(day().events().begin(), day().events().end(), isThen));
        QVERIFY(std::none_of(day().events().begin(), day().events().end(),
                             [&](const PastEvent &event) { return event.atMs > at(10, 41) && event.atMs < next; }));
        QTest::keyClick(scrubber, Qt::Key_Left, Qt::ShiftModifier);
        QTRY_VERIFY(day().shownMs() < next);
        QVERIFY(day().shownMs() <= at(10, 41));
    }

    void aClickGoesToThatPlace()
    {
        open();
        auto *scrubber = find<DayScrubber>("dayScrubber");
        const int x = static_cast<int>(scrubber->placeOf(at(12, 0)));
        QTest::mouseClick(scrubber, Qt::LeftButton, {}, QPoint(x, scrubber->height() / 2));
        QTRY_VERIFY(std::abs(day().shownMs() - at(12, 0)) < kMinuteMs);
        QVERIFY(day().shownMs() == scrubber->momentMs());
    }

    void theDayPlaysOnAtItsSpeedUpToItsEnd()
    {
        open();
        go(at(10, 0));
        QTest::mouseClick(find<QPushButton>("speed60Button"), Qt::LeftButton);
        QVERIFY(day().isPlaying());
        QCOMPARE(find<QPushButton>("playButton")->text(), QStringLiteral("Pause"));
        const TimeMs before = day().wantedMs();
        day().advance(2000);
        QCOMPARE(day().wantedMs(), before + 2 * kMinuteMs);
        QTest::mouseClick(find<QPushButton>("playButton"), Qt::LeftButton);
        QVERIFY(!day().isPlaying());
        go(at(16, 29));
        QTest::mouseClick(find<QPushButton>("playButton"), Qt::LeftButton); // goes on at sixty times
        QVERIFY(day().isPlaying());
        day().advance(2000);
        QCOMPARE(day().wantedMs(), at(16, 30));
        QVERIFY(!day().isPlaying());
        QTRY_VERIFY(!day().branch().isOpen());
        QVERIFY(text("pastStood").contains(QStringLiteral("closed")));
    }

    void oneQuestionAtATimeAndTheLastMomentWins()
    {
        open();
        const std::size_t before = m_asked.size();
        for (int minute = 0; minute < 50; ++minute)
            day().go(at(9, minute));
        QTRY_COMPARE(day().shownMs(), at(9, 49));
        QVERIFY(m_asked.size() - before <= 2);
        // the strip comes once
        QVERIFY(!m_asked.back().second.value("withStrip", false));
    }

    void whatHappenedAroundThenIsSaidInWords()
    {
        open();
        go(at(10, 41));
        auto *events = find<QListWidget>("pastEvents");
        QVERIFY(events->count() > 0);
        QCOMPARE(events->count(), static_cast<int>(day().events().size()));
        QString all;
        for (int i = 0; i < events->count(); ++i) {
            all += events->item(i)->text() + QLatin1Char('\n');
            QVERIFY2(!events->item(i)->text().contains(QLatin1Char('%')), qPrintable(events->item(i)->text()));
            const bool isAhead = day().events()[static_cast<std::size_t>(i)].atMs > at(10, 41);
            QCOMPARE(events->item(i)->text().contains(QStringLiteral("a moment later")), isAhead);
        }
        // an event's line goes there
        const PastEvent last = day().events().back();
        events->setFocus();
        events->setCurrentRow(events->count() - 1);
        Q_EMIT events->itemActivated(events->currentItem());
        QTRY_COMPARE(day().shownMs(), last.atMs);
    }

    void anotherDayIsChosenByList()
    {
        open();
        QTest::keyClick(find<DayScrubber>("dayScrubber"), Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(day().businessDay(), kBefore);
        QTRY_VERIFY(day().isShown());
        QCOMPARE(day().branch().businessDay(), kBefore);
        QVERIFY(!find<QWidget>("earlierDayButton")->isEnabled());
        QVERIFY(find<QWidget>("laterDayButton")->isEnabled());
    }

    void aDayIsChosenInTheCalendar()
    {
        open();
        find<QPushButton>("calendarButton")->click();
        DayCalendar *calendar = &m_page->calendar();
        auto *table = calendar->findChild<QTableWidget *>();
        QVERIFY(calendar->isVisible());
        QCOMPARE(calendar->findChild<QLabel *>(QStringLiteral("calendarMonth"))->text(),
                 QStringLiteral("February 2026"));
        QCOMPARE(table->horizontalHeaderItem(0)->text(), QStringLiteral("Mon"));
        const auto kept = [table] {
            QStringList days;
            for (int cell = 0; cell < 6 * 7; ++cell) {
                if (const auto *item = table->item(cell / 7, cell % 7); item->flags() & Qt::ItemIsEnabled)
                    days << item->text();
            }
            return days;
        };
        QCOMPARE(kept(), QStringList({QStringLiteral("26"), QStringLiteral("27")}));
        QCOMPARE(table->item(4, 3)->text(), QStringLiteral("26")); // a Thursday
        QVERIFY(!calendar->findChild<QWidget *>(QStringLiteral("earlierMonthButton"))->isEnabled());
        QVERIFY(!calendar->findChild<QWidget *>(QStringLiteral("laterMonthButton"))->isEnabled());
        // a day of which nothing is kept is not chosen
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(4, 2)).center());
        QVERIFY(calendar->isVisible());
        QCOMPARE(day().businessDay(), kDay);
        QTest::keyClick(table, Qt::Key_Left);
        QTest::keyClick(table, Qt::Key_Left);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(!calendar->isVisible());
        QTRY_COMPARE(day().businessDay(), kBefore);
        QTest::keyClick(m_page.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(calendar->isVisible());
        m_language.set(LanguageKind::Vietnamese);
        QTRY_COMPARE(table->horizontalHeaderItem(6)->text(), QStringLiteral("CN"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(4, 4)).center());
        QTRY_COMPARE(day().businessDay(), kDay);
        QVERIFY(!calendar->isVisible());
    }

    void theCalendarTurnsToMonthsThatHaveDays()
    {
        DayCalendar calendar;
        calendar.setDays({{QDate(2025, 11, 30), {}},
                          {QDate(2026, 1, 5), {}},
                          {QDate(2026, 1, 30), {}},
                          {QDate(2026, 3, 31), {}}});
        calendar.openBelow(*m_page, QDate(2026, 3, 31));
        auto *table = calendar.findChild<QTableWidget *>();
        const auto front = [&] {
            return table->currentItem()->text() + QLatin1Char(' ')
                + calendar.findChild<QLabel *>(QStringLiteral("calendarMonth"))->text();
        };
        QTest::keyClick(table, Qt::Key_PageUp);
        QCOMPARE(front(), QStringLiteral("30 January 2026"));
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(front(), QStringLiteral("5 January 2026"));
        QTest::keyClick(table, Qt::Key_PageUp);
        QCOMPARE(front(), QStringLiteral("30 November 2025"));
        QTest::keyClick(table, Qt::Key_PageUp);
        QCOMPARE(front(), QStringLiteral("30 November 2025"));
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(front(), QStringLiteral("5 January 2026"));
        QTest::keyClick(table, Qt::Key_PageDown);
        QCOMPARE(front(), QStringLiteral("31 March 2026"));
        QSignalSpy chosen(&calendar, &DayCalendar::chosen);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toDate(), QDate(2026, 3, 31));
        QVERIFY(!calendar.isVisible());
    }

    void anErrorIsSaidInPlace()
    {
        open();
        m_failing = "dayAt";
        m_error = Error{ErrorCode::Busy, "busy", {}};
        day().go(at(9, 0));
        QTRY_VERIFY(!text("historyErrorBanner").isEmpty());
        m_error.reset();
        go(at(9, 1));
        QVERIFY(text("historyErrorBanner").isEmpty());
    }

    void theTicketsOfTheDayAreListed()
    {
        open();
        QTest::keyClick(m_page.get(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(tickets().model().isKnown());
        auto *table = find<QTableView>("pastTicketsTable");
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::int64_t n = tickets().model().whole().n;
        QVERIFY(n > 100);
        QVERIFY2(text("pastTicketsCount").startsWith(QStringLiteral("n = %1").arg(n)),
                 qPrintable(text("pastTicketsCount")));
        QVERIFY(text("pastTicketsCount").contains(QStringLiteral("27/02/2026")));
        QVERIFY(text("pastTicketsCount").contains(QStringLiteral("suspect")));
        // the rest comes when it is looked at
        QCOMPARE(table->model()->rowCount(), 100);
        table->scrollToBottom();
        QTRY_VERIFY(table->model()->rowCount() > 100);
        // sorted by the hub
        auto *header = table->horizontalHeader();
        Q_EMIT header->sectionClicked(PastTicketsModel::WaitedColumn);
        QTRY_COMPARE(tickets().model().query().order, TicketsOrder::Waited);
        QVERIFY(!tickets().model().query().descending);
        Q_EMIT header->sectionClicked(PastTicketsModel::WaitedColumn);
        QTRY_VERIFY(!tickets().model().isLoading());
        QVERIFY(tickets().model().query().descending);
        const DayTicketRow *first = tickets().model().rowAt(0);
        const DayTicketRow *second = tickets().model().rowAt(1);
        const StoryStep *longer = first ? first->line() : nullptr;
        const StoryStep *shorter = second ? second->line() : nullptr;
        QVERIFY(longer && shorter);
        QVERIFY(longer->waitedMs >= shorter->waitedMs);
    }

    void aFigureOpensItsTickets()
    {
        FigureTickets figure;
        figure.filter.fromDay = kDay;
        figure.filter.toDay = kDay;
        figure.filter.service = ServiceId{1};
        figure.kind = FigureKind::BrokenPromise;
        figure.halfHourMin = 10 * 60 + 30;
        m_page->showTickets(figure);
        m_page->load();
        QTRY_VERIFY(tickets().model().isKnown());
        QCOMPARE(tickets().model().query().tickets, figure);
        QVERIFY(tickets().model().whole().n > 0);
        for (const DayTicketRow &row : tickets().model().whole().rows) {
            QVERIFY(row.line()->isPromiseBroken());
            QCOMPARE(row.line()->step.service, ServiceId{1});
        }
        QCOMPARE(find<QComboBox>("pastServiceFilter")->currentData().toLongLong(), 1LL);
        QCOMPARE(find<QComboBox>("pastHalfHourFilter")->currentText(), QStringLiteral("10:30–11:00"));
        const std::int64_t narrow = tickets().model().whole().n;
        QTest::mouseClick(find<QPushButton>("clearPastFiltersButton"), Qt::LeftButton);
        QTRY_VERIFY(tickets().model().whole().n > narrow);
        QCOMPARE(tickets().model().query().tickets.kind, FigureKind::Arrived);
        QVERIFY(!tickets().model().query().tickets.halfHourMin);
        QCOMPARE(tickets().model().query().tickets.filter.fromDay, kDay);
    }

    void suspectsAreMarkedAndLeftOut()
    {
        listTickets();
        const std::int64_t all = tickets().model().whole().n;
        const std::int64_t suspects = tickets().model().whole().suspects;
        QVERIFY(suspects > 0);
        find<QCheckBox>("leaveOutSuspectsBox")->click();
        QTRY_COMPARE(tickets().model().whole().n, all - suspects);
        QVERIFY(text("pastTicketsCount").contains(QStringLiteral("%1 suspect left out").arg(suspects)));
        find<QCheckBox>("suspectsOnlyBox")->click();
        QVERIFY(!find<QCheckBox>("leaveOutSuspectsBox")->isChecked());
        QTRY_COMPARE(tickets().model().whole().n, suspects);
        auto *table = find<QTableView>("pastTicketsTable");
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(!table->model()->index(row, PastTicketsModel::SuspectColumn).data().toString().isEmpty());
    }

    void aTicketTellsItsStoryAndShowsItsMoment()
    {
        FigureTickets figure;
        figure.filter.fromDay = kDay;
        figure.filter.toDay = kDay;
        figure.kind = FigureKind::BrokenPromise;
        open();
        m_page->showTickets(figure);
        QTRY_VERIFY(tickets().model().isKnown());
        auto *table = find<QTableView>("pastTicketsTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        const DayTicketRow row = *tickets().model().rowAt(0);
        QCOMPARE(text("storyNumber"), QString::fromStdString(row.number));
        auto *steps = find<QListWidget>("storySteps");
        const auto told = [&] {
            QString all;
            for (int i = 0; i < steps->count(); ++i)
                all += steps->item(i)->text() + QLatin1Char('\n');
            return all;
        };
        QVERIFY(told().contains(QStringLiteral("Ticket taken")));
        QVERIFY(told().contains(QStringLiteral("Waited")));
        QVERIFY(told().contains(QStringLiteral("Finished")));
        QTRY_VERIFY2(told().contains(QStringLiteral("min;")) || told().contains(QStringLiteral("romise")),
                     qPrintable(told())); // why it was called
        // the call is chosen, and shows the branch as it was
        QTest::mouseClick(find<QPushButton>("storyGoButton"), Qt::LeftButton);
        const StoryStep *line = row.line();
        const TimeMs calledMs = line ? line->step.calledMs.value_or(0) : 0;
        QTRY_COMPARE(day().shownMs(), calledMs);
        QVERIFY(find<DayScrubber>("dayScrubber")->isVisible());
        const Ticket *ticket = day().branch().ticket(row.ticket);
        QVERIFY(ticket && ticket->state == TicketState::Called);
    }

    void theWholeListIsWrittenToAFile()
    {
        listTickets();
        const QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("list.csv"));
        tickets().exportTo(file);
        QTRY_VERIFY(!text("pastTicketsNote").contains(QStringLiteral("Reading")));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
        QCOMPARE(static_cast<std::int64_t>(lines.size()) - 1, tickets().model().whole().n);
        QVERIFY(lines.at(1).contains(tickets().model().rowAt(0)->number.c_str()));
        // what cannot be written is said, until it could be
        tickets().exportTo(directory.filePath(QStringLiteral("none/list.csv")));
        QTRY_VERIFY(!text("pastTicketsErrorBanner").isEmpty());
        tickets().exportTo(directory.filePath(QStringLiteral("other.csv")));
        QTRY_VERIFY(text("pastTicketsNote").contains(QStringLiteral("other.csv")));
        QVERIFY(text("pastTicketsErrorBanner").isEmpty());
    }

    void aListIsNotWrittenForWhoLeft()
    {
        listTickets();
        const QTemporaryDir directory;
        m_link->hold();
        tickets().exportTo(directory.filePath(QStringLiteral("list.csv")));
        m_link->endFromHub("disabled");
        m_link->enter(QStringLiteral("hung"));
        m_link->release();
        m_page->load();
        QTRY_VERIFY(!find<QComboBox>("pastDayChoice")->currentText().isEmpty());
        QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("list.csv"))));
        QVERIFY(text("pastTicketsErrorBanner").isEmpty());
    }

    void everyColumnShownIsSeenWhole_data()
    {
        QTest::addColumn<QSize>("size");
        // of the page, beside the rail and below the header
        QTest::newRow("on the narrowest screen") << QSize(1192, 664);
        QTest::newRow("on a usual one") << QSize(1278, 712);
        QTest::newRow("on a large one") << QSize(1832, 1024);
    }
    void everyColumnShownIsSeenWhole()
    {
        QFETCH(const QSize, size);
        m_page->resize(size);
        listTickets();
        auto *table = find<QTableView>("pastTicketsTable");
        for (const bool isSuspectsOnly : {false, true}) {
            find<QCheckBox>("suspectsOnlyBox")->setChecked(isSuspectsOnly);
            QTRY_VERIFY(!tickets().model().isLoading());
            QVERIFY2(table->horizontalHeader()->length() <= table->viewport()->width(),
                     qPrintable(QStringLiteral("%1 > %2")
                                    .arg(table->horizontalHeader()->length())
                                    .arg(table->viewport()->width())));
            for (const int column : {PastTicketsModel::NumberColumn, PastTicketsModel::ServiceColumn,
                                     PastTicketsModel::WaitedColumn, PastTicketsModel::ServedColumn})
                QVERIFY(!table->isColumnHidden(column));
            if (isSuspectsOnly)
                QVERIFY(!table->isColumnHidden(PastTicketsModel::SuspectColumn));
        }
        QCOMPARE(table->isColumnHidden(PastTicketsModel::SegmentColumn), size.width() < 1800);
    }

    void thatNoDayIsKeptIsSaid()
    {
        m_isNothingKept = true;
        m_page->load();
        QTRY_VERIFY2(text("pastWhen").startsWith(QStringLiteral("No day is kept yet")),
                     qPrintable(text("pastWhen")));
    }

    void aDayThatClosesWhileItIsLookedAtIsOver()
    {
        m_isOpenStill = true;
        open();
        QVERIFY(day().isDayOpen());
        m_isOpenStill = false;
        Q_EMIT m_link->branchEvent(Event(event::DayClosed{kDay}), at(16, 30), {});
        QTRY_VERIFY(!day().isDayOpen());
        QCOMPARE(day().toMs(), at(16, 30));
    }

    void aDayThatClosesWhileAnAnswerIsUnderWayIsOverToo()
    {
        m_isOpenStill = true;
        open();
        m_link->hold();
        day().go(at(9, 0));
        m_link->release();
        Q_EMIT m_link->branchEvent(Event(event::DayClosed{kDay}), at(16, 30), {});
        QTRY_COMPARE(day().shownMs(), at(9, 0));
        m_isOpenStill = false;
        QTRY_VERIFY(!day().isDayOpen());
    }

    void anotherPersonSeesNothingOfIt()
    {
        listTickets();
        m_link->signOut();
        QVERIFY(day().businessDay().empty());
        QVERIFY(!day().isShown());
        QVERIFY(!tickets().model().isKnown());
        QCOMPARE(tickets().model().rowCount(), 0);
    }

    void theOtherLanguageIsSpokenAtOnce()
    {
        open();
        go(at(10, 41));
        const QString before = text("pastWhen");
        m_language.set(LanguageKind::Vietnamese);
        QTRY_VERIFY(text("pastWhen") != before);
    }

private:
    void open()
    {
        m_page->load();
        QTRY_VERIFY(day().isShown());
        QTRY_COMPARE(day().shownMs(), day().wantedMs());
        QTRY_VERIFY(day().shownMs() > day().fromMs());
    }
    void go(TimeMs moment)
    {
        day().go(moment);
        QTRY_COMPARE(day().shownMs(), moment);
    }
    void listTickets()
    {
        open();
        find<QPushButton>("pastTicketsViewButton")->click();
        QTRY_VERIFY(tickets().model().isKnown());
    }
    PastDay &day() { return m_page->day(); }
    PastTickets &tickets() { return m_page->tickets(); }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_page->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }

    Language m_language{LanguageKind::English};
    PlayedDays m_days{{kDay, kBefore}};
    std::unique_ptr<FixedLink> m_link;
    std::vector<std::pair<std::string, Json>> m_asked;
    std::string m_failing;
    std::optional<Error> m_error;
    bool m_isNothingKept = false;
    bool m_isOpenStill = false; ///< the last day
    std::unique_ptr<SupervisorDesk> m_desk;
    std::unique_ptr<HistoryPage> m_page;
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
