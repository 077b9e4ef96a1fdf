// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/dayheadline.h"
#include "app/supervisor/figurechart.h"
#include "app/supervisor/figuresfile.h"
#include "app/supervisor/figuresmodel.h"
#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/todaypage.h"
#include "core/base/csv.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QChart>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

/// What a supervisor does with a day's figures.
class TestTodayPage : public QObject
{
    Q_OBJECT

private:
    /// Figures of a day as a hub might give them, with a mark that tells one answer from another.
    static DayFigures figuresOf(const FigureFilter &filter, std::int64_t mark, TimeMs nowMs)
    {
        DayFigures figures;
        figures.filter = filter;
        figures.filter.toDay = filter.fromDay;
        figures.days = {filter.fromDay};
        figures.utcOffsetMin = 7 * 60;
        figures.fromMs = nowMs - 2 * kHourMs;
        figures.toMs = nowMs;
        figures.isOpen = true;
        FigureRow row;
        row.arrived = mark;
        row.called = 40;
        row.served = 36;
        row.visitsServed = 35;
        row.kept = 27;
        row.noShows = 2;
        row.abandoned = 1;
        row.waits
            = {40, 8 * kMinuteMs, 7 * kMinuteMs, 12 * kMinuteMs + 30 * kSecondMs, 15 * kMinuteMs, 19 * kMinuteMs};
        row.services = {36, 5 * kMinuteMs, 4 * kMinuteMs, 7 * kMinuteMs, 9 * kMinuteMs, 11 * kMinuteMs};
        row.promiseMs = 10 * kMinuteMs;
        row.servingMs = 3 * kHourMs;
        row.openMs = 5 * kHourMs;
        row.breakMs = kHourMs;
        row.staff = 4;
        row.tooShort = 1;
        row.duplicates = 2;
        row.suspects = 3;
        figures.total = row;
        for (const std::int64_t minute : {540, 570, 630}) { // none between 10:00 and 10:30
            row.key = minute;
            row.arrived = minute == 570 ? 30 : 10;
            figures.halfHours.push_back(row);
        }
        for (const std::int64_t id : {1, 2, 5}) {
            row.key = id;
            figures.services.push_back(row);
        }
        row.key = 0;
        row.served = 0;
        figures.segments = {row};
        row.key = 2;
        figures.counters = {row};
        return figures;
    }

    void open(const char *account = "hung")
    {
        m_link->enter(QString::fromLatin1(account));
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }
    void openToday()
    {
        open();
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(page().figures().has_value());
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_frame->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    TodayPage &page() { return m_window->todayPage(); }
    QTableView *table() { return find<QTableView>("figuresTable"); }
    QString cell(int row, FigureColumn column)
    {
        const auto &shown = shownFigureColumns();
        const auto at = std::find(shown.begin(), shown.end(), column) - shown.begin();
        return table()->model()->index(row, static_cast<int>(at) + 1).data().toString();
    }
    QModelIndex indexOf(int row, FigureColumn column)
    {
        const auto &shown = shownFigureColumns();
        const auto at = std::find(shown.begin(), shown.end(), column) - shown.begin();
        return table()->model()->index(row, static_cast<int>(at) + 1);
    }
    FigureCard *card(std::size_t n) { return find<FigureCard>(qPrintable(QStringLiteral("dayCard%1").arg(n))); }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<EntryFrame> m_frame;
    SupervisorWindow *m_window = nullptr;
    std::vector<FigureFilter> m_asked;
    std::optional<Error> m_refusal;

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }

    void init()
    {
        m_language.set(LanguageKind::English);
        m_asked.clear();
        m_refusal.reset();
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        const auto account = [](StaffId staff, const char *name, const char *who, Role role) {
            return FixedAccount{
                staff, QString::fromLatin1(name), QString::fromUtf8(who), demoPassword(), {role}, false, false};
        };
        m_link->setAccounts({account(StaffId{1'000'001}, "hung", "Phạm Quốc Hùng", Role::Supervisor),
                             account(StaffId{1'000'003}, "don", "Lê Thị Đón", Role::Greeter)});
        m_link->addAnswers([this](const std::string &method, const Json &params) -> Result<Json> {
            if (method != DayFiguresQuery::kMethod)
                return Error{ErrorCode::UnknownMethod, "", {}};
            const auto query = fromJson<DayFiguresQuery>(params, UnknownFields::Refuse);
            if (!query)
                return query.error();
            m_asked.push_back(query->filter);
            if (m_refusal)
                return *m_refusal;
            return toJson(figuresOf(query->filter, 41 + std::ssize(m_asked) - 1, m_link->hubNowMs()));
        });
    }
    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    void theDayIsShownWithItsNumbersAndPeriod()
    {
        openToday();
        QVERIFY(page().isVisible());
        QCOMPARE(m_asked.front().fromDay, m_link->branch().businessDay());
        QCOMPARE(card(0)->words().value, QString::number(page().figures()->total.arrived));
        QCOMPARE(card(3)->words().value, QStringLiteral("8.0"));
        QVERIFY(card(3)->words().period.startsWith(QStringLiteral("n = 40, ")));
        QCOMPARE(card(4)->words().value, QStringLiteral("12.5"));
        QVERIFY(card(4)->words().tone == Tone::Bad); // over the promise of 10
        QCOMPARE(card(5)->words().value, QStringLiteral("75 %"));
        QVERIFY(card(5)->words().detail.contains(QStringLiteral("69 % of 39"))); // the strict form, with its n
        QCOMPARE(card(7)->words().value, QStringLiteral("75 %"));
        for (std::size_t i = 0; i < kHeadlineFigures; ++i)
            QVERIFY2(!card(i)->words().period.isEmpty(), qPrintable(card(i)->words().title));
        QVERIFY(
            find<QLabel>("figuresPeriod")->text().contains(QStringLiteral("3 (1 served in under five seconds")));
    }

    void chartsSayWhatTheyShow()
    {
        openToday();
        for (const char *name : {"arrivalsChart", "waitsChart", "occupancyChart"}) {
            auto *chart = find<FigureChart>(name);
            QVERIFY2(chart->text().contains(QStringLiteral("n = ")), name);
            QCOMPARE(chart->accessibleName(), chart->text());
            QVERIFY2(!chart->chart().series().isEmpty(), name);
        }
        QVERIFY(find<FigureChart>("arrivalsChart")->text().contains(QStringLiteral("from 09:30: 30")));
        // the half hour between in which nobody came has its place
        const DayFigures figures = *page().figures();
        std::vector<std::int64_t> keys;
        for (const FigureRow &row : halfHoursWithGaps(figures))
            keys.push_back(row.key);
        QCOMPARE(keys, (std::vector<std::int64_t>{540, 570, 600, 630}));
    }

    void theTableHasEveryGroup()
    {
        openToday();
        const QAbstractItemModelTester tester(table()->model());
        QCOMPARE(table()->model()->rowCount(), 4);
        QCOMPARE(cell(0, FigureColumn::Kept), QStringLiteral("75"));
        QCOMPARE(table()->model()->index(1, 0).data().toString(),
                 QString::fromStdString(m_link->branch().service({1})->name.english()));
        page().showGroup(FigureGroup::HalfHours);
        QCOMPARE(table()->model()->index(2, 0).data().toString(), QStringLiteral("09:30–10:00"));
        page().showGroup(FigureGroup::Segments);
        QCOMPARE(table()->model()->index(1, 0).data().toString(), QStringLiteral("Ordinary"));
        QCOMPARE(cell(1, FigureColumn::Kept), QStringLiteral("–")); // of none
        page().showGroup(FigureGroup::Counters);
        QCOMPARE(table()->model()->index(1, 0).data().toString(), QStringLiteral("Counter 2"));
        QVERIFY(indexOf(0, FigureColumn::WaitP80)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("n = 40")));
    }

    void theDayIsChosen()
    {
        openToday();
        const std::string today = m_link->branch().businessDay();
        const auto isAsked = [&](const std::string &day) { return m_asked.back().fromDay == day; };
        auto *edit = find<QLineEdit>("figuresDayEdit");
        const auto type = [&](const char *day) {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, QString::fromLatin1(day));
            QTest::keyClick(edit, Qt::Key_Return);
        };
        type("30/02/2026");
        QCOMPARE(edit->property("wrong").toString(), QStringLiteral("yes"));
        QVERIFY(isAsked(today));
        type("27.2.2026");
        QTRY_VERIFY(isAsked("2026-02-27"));
        QVERIFY(edit->property("wrong").toString().isEmpty());
        QTRY_VERIFY(page().figures() && page().figures()->days.front() == "2026-02-27");
        QTest::mouseClick(find<QPushButton>("yesterdayButton"), Qt::LeftButton);
        const QDate date = QDate::fromString(QString::fromStdString(today), Qt::ISODate);
        QTRY_VERIFY(isAsked(date.addDays(-1).toString(Qt::ISODate).toStdString()));
        QVERIFY(find<QPushButton>("yesterdayButton")->isChecked());
        // a past day stays as it is, however long it is looked at
        const auto before = m_asked.size();
        m_window->tick();
        QCOMPARE(m_asked.size(), before);
        QTest::mouseClick(find<QPushButton>("todayDayButton"), Qt::LeftButton);
        QTRY_VERIFY(isAsked(today));
    }

    void everyColumnIsSeenOnTheNarrowestScreen()
    {
        openToday();
        m_frame->resize(1280, 720);
        QTest::qWait(0);
        QVERIFY2(table()->horizontalHeader()->length() <= table()->viewport()->width(),
                 qPrintable(QStringLiteral("%1 > %2")
                                .arg(table()->horizontalHeader()->length())
                                .arg(table()->viewport()->width())));
    }

    void whatWasNotAnsweredAboutAPastDayIsAskedAgain()
    {
        openToday();
        m_refusal = Error{ErrorCode::Busy, "", {}};
        QTest::mouseClick(find<QPushButton>("yesterdayButton"), Qt::LeftButton);
        QTRY_VERIFY(m_asked.back().fromDay != m_link->branch().businessDay());
        m_refusal.reset();
        QTRY_VERIFY_WITH_TIMEOUT(page().figures().has_value(), 30000);
        QVERIFY(find<QPushButton>("yesterdayButton")->isChecked());
    }

    void todaysFiguresComeAgain()
    {
        openToday();
        const auto before = m_asked.size();
        QTRY_VERIFY_WITH_TIMEOUT(m_asked.size() > before, 30000);
        QTRY_COMPARE(page().figures()->total.arrived, 40 + std::ssize(m_asked));
    }

    void onlyThoseAskedForCount()
    {
        openToday();
        auto *service = find<QComboBox>("figuresServiceFilter");
        service->setCurrentIndex(service->findData(2));
        QTRY_VERIFY(m_asked.back().service == std::optional(ServiceId{2}));
        QVERIFY(!m_asked.back().segment && !m_asked.back().counter);
        auto *segment = find<QComboBox>("figuresSegmentFilter");
        segment->setCurrentIndex(segment->findData(0)); // ordinary people are a segment too
        QTRY_VERIFY(m_asked.back().segment == std::optional(SegmentId{}));
        find<QCheckBox>("leaveOutSuspects")->click();
        QTRY_VERIFY(m_asked.back().leaveOutSuspects);
        QTRY_VERIFY(find<QLabel>("figuresPeriod")->text().contains(QStringLiteral("Suspect visits left out: 3")));
    }

    void anAnswerThatCameTooLateIsNotShown()
    {
        openToday();
        bool wasShown = false;
        connect(table()->model(), &QAbstractItemModel::dataChanged, this,
                [&] { wasShown |= page().figures() && page().figures()->filter.leaveOutSuspects; });
        m_link->hold();
        find<QCheckBox>("leaveOutSuspects")->click();
        find<QCheckBox>("leaveOutSuspects")->click();
        m_link->release();
        QTRY_COMPARE(page().figures()->total.arrived, 40 + std::ssize(m_asked));
        QVERIFY(!wasShown);
    }

    void fromAFigureToItsTickets()
    {
        openToday();
        QSignalSpy asked(&page(), &TodayPage::ticketsAsked);
        const auto last = [&] { return asked.takeLast().front().value<FigureTickets>(); };
        table()->setFocus();
        table()->setCurrentIndex(indexOf(2, FigureColumn::NoShows));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        FigureTickets tickets = last();
        QVERIFY(tickets.kind == FigureKind::NoShow);
        QCOMPARE(tickets.filter.service, std::optional(ServiceId{2}));
        QCOMPARE(tickets.filter.fromDay, m_link->branch().businessDay());
        page().showGroup(FigureGroup::HalfHours);
        table()->setCurrentIndex(indexOf(3, FigureColumn::WaitP80));
        QTest::keyClick(table(), Qt::Key_Return);
        tickets = last();
        QVERIFY(tickets.kind == FigureKind::Called);
        QCOMPARE(tickets.halfHourMin, std::optional<std::int64_t>(630));
        QVERIFY(!tickets.filter.service);
        table()->setCurrentIndex(indexOf(0, FigureColumn::Occupancy)); // no ticket is behind it
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(asked.isEmpty());
        QTest::mouseClick(card(5), Qt::LeftButton);
        QVERIFY(last().kind == FigureKind::BrokenPromise);
    }

    void aDayTheBranchWasNotOpenSaysSo()
    {
        openToday();
        m_refusal = Error{ErrorCode::UnknownDay, "", {}};
        page().showDay("2026-03-01");
        QTRY_VERIFY(find<QWidget>("noFiguresState")->isVisible());
        QVERIFY(!find<QPushButton>("saveCsvButton")->isEnabled());
        QVERIFY(!find<QWidget>("figuresErrorBanner")->isVisible());
        m_refusal = Error{ErrorCode::StorageFailed, "", {}};
        page().showDay("2026-03-02");
        QTRY_VERIFY(find<QWidget>("figuresErrorBanner")->isVisible());
        m_refusal.reset();
        page().showDay({});
        QTRY_VERIFY(page().figures());
        QVERIFY(!find<QWidget>("figuresErrorBanner")->isVisible());
    }

    void nobodySeesWhatAnotherWasShown()
    {
        openToday();
        m_link->signOut();
        QVERIFY(!page().figures());
        QCOMPARE(table()->model()->rowCount(), 0);
    }

    void aGreeterHasNoSuchPage()
    {
        open("don");
        QVERIFY(!find<QWidget>("todayButton")->isVisible());
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        QVERIFY(!page().isVisible());
        QVERIFY(m_asked.empty());
    }

    void theTableOfAFileReadsBack_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<char>("separator");
        QTest::newRow("Vietnamese, decimal commas") << static_cast<int>(LanguageKind::Vietnamese) << ';';
        QTest::newRow("English, decimal points") << static_cast<int>(LanguageKind::English) << ',';
    }
    void theTableOfAFileReadsBack()
    {
        QFETCH(int, language);
        QFETCH(char, separator);
        m_language.set(static_cast<LanguageKind>(language));
        openToday();
        BranchSetup setup;
        setup.settings = m_link->branch().settings();
        setup.services = {m_link->branch().services().at({1})};
        setup.services.front().name = {"=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")"};
        QVERIFY(m_link->run(command::DefineBranch{setup}));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.csv"));
        page().saveCsv(path, csvStyleOf(QLocale()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        CsvLines lines(text);
        std::vector<std::vector<std::string>> rows;
        for (std::string_view line; lines.next(line);)
            rows.push_back(csvFields(line, separator).value());
        // five of what it is of and one of headings, then everybody, half hours, services, segment, counter
        QCOMPARE(rows.size(), 5U + 1 + 3 + 3 + 1 + 1);
        const auto &head = rows[4];
        const auto &all = rows[5];
        QCOMPARE(all.size(), head.size());
        const auto value = [&](const std::vector<std::string> &row, FigureColumn column) {
            const auto at = std::find(head.begin(), head.end(), figureHeading(column).toStdString()) - head.begin();
            bool isNumber = false;
            const double number
                = QLocale().toDouble(QString::fromStdString(row.at(static_cast<std::size_t>(at))), &isNumber);
            return isNumber ? number : -1;
        };
        QCOMPARE(value(all, FigureColumn::WaitP80), 12.5);
        QCOMPARE(value(all, FigureColumn::Kept), 75.0);
        QCOMPARE(value(all, FigureColumn::KeptStrict), 69.2);
        QCOMPARE(value(all, FigureColumn::Arrived), static_cast<double>(page().figures()->total.arrived));
        QCOMPARE(value(all, FigureColumn::WalkMean), -1.0); // of nobody: empty
        QCOMPARE(rows[9][1], std::string("'=HYPERLINK(\"http://x\")"));
        QVERIFY(find<QWidget>("figuresNote")->isVisible());
    }

    void aFileThatCannotBeWrittenIsSaidInPlace()
    {
        openToday();
        page().saveCsv(QStringLiteral("/nowhere/at/all.csv"), {});
        QVERIFY(find<QWidget>("figuresErrorBanner")->isVisible());
        QVERIFY(find<QWidget>("figuresErrorBanner")
                    ->property("text")
                    .toString()
                    .contains(QStringLiteral("/nowhere/at/all.csv")));
        QVERIFY(!find<QWidget>("figuresNote")->isVisible());
    }

    void thePagesHaveAllOfIt()
    {
        openToday();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        page().savePdf(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/Type /Page\n") || bytes.contains("/Type /Page"));
        QVERIFY(!bytes.contains("/Subtype /Image")); // vectors, not pictures
        QCOMPARE(figuresFileName(*page().figures(), m_link->branch())
                     .endsWith(QString::fromStdString(m_link->branch().businessDay())),
                 true);
    }

    void theLanguageIsSpokenAtOnce()
    {
        openToday();
        const QString english = card(0)->words().title;
        m_language.set(LanguageKind::Vietnamese);
        QVERIFY(page().figures());
        QTRY_VERIFY(card(3)->words().value.contains(QLatin1Char(','))); // 8,0
        m_language.set(LanguageKind::English);
        QTRY_COMPARE(card(0)->words().title, english);
    }
};

QTEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
