// SPDX-License-Identifier: GPL-3.0-or-later
// How long the figures of a day take after a month and (but with --quick) after a year of a thousand tickets a day,
// beside a bare SELECT of the same rows in the same run. Through the store's real writer and reader, no hub. A year
// takes a few minutes and a gigabyte of disk. Prints "name value unit" lines.
#include "core/store/dayfigures.h"
#include "tests/bench/lines.h"
#include "tests/store/storedbranch.h"
#include "tests/store/storefiles.h"

#include <QCoreApplication>
#include <QDate>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace tiepdon;
using namespace tiepdon::bench;

namespace {

constexpr int kTicketsADay = 1000;
constexpr int kDaysOfMonth = 22;
constexpr int kDaysOfYear = 260;
constexpr std::int64_t kCounters = 8;
constexpr int kRounds = 30;

/// Business days, one after the other, weekends left out.
class Days
{
public:
    explicit Days(Store &store) : m_store(store)
    {
        BranchSetup setup;
        setup.settings.name = {"Chi nhánh đo", "Measured branch"};
        for (std::int64_t id = 1; id <= 5; ++id)
            setup.services.push_back({{id},
                                      {"Dịch vụ", "Service"},
                                      std::string(1, static_cast<char>('A' + id)),
                                      4 * kMinuteMs,
                                      10 * kMinuteMs});
        setup.profiles = {{{1}, {"Tất cả", "All"}, {{1}, {2}, {3}, {4}, {5}}}};
        for (std::int64_t id = 1; id <= kCounters; ++id) {
            setup.counters.push_back({{id}, id, {1}});
            setup.staff.push_back({{id}, "Nhân viên"});
        }
        run(command::DefineBranch{setup});
    }

    void work()
    {
        do
            m_date = m_date.addDays(1);
        while (m_date.dayOfWeek() > 5);
        m_day = m_date.toString(Qt::ISODate).toStdString();
        m_branch.now = dayStart(m_day, 7 * 60) + 8 * kHourMs;
        run(command::OpenDay{m_day});
        for (std::int64_t id = 1; id <= kCounters; ++id)
            run(command::SignOn{{id}, {id}, {}});
        const TimeMs opens = m_branch.now;
        for (int i = 0; i < kTicketsADay; ++i) {
            m_branch.now = std::max(m_branch.now, opens + i * 29 * kSecondMs);
            run(command::IssueTicket{ServiceId{1 + i % 5}});
            const CounterId counter{1 + i % kCounters};
            finish(counter);
            if (i % 200 == 10) {
                run(command::TakeBreak{counter, BreakReason::Rest});
                run(command::EndBreak{counter});
            }
            run(command::CallNext{counter});
            run(command::StartService{counter, inHand(counter)});
        }
        for (std::int64_t id = 1; id <= kCounters; ++id)
            finish({id});
        run(command::CloseDay{false});
        if (const auto written = writeAll(m_store, std::move(m_commits)); !written)
            giveUp(written.error().message.c_str());
        m_commits.clear();
    }

    [[nodiscard]] const std::string &day() const { return m_day; }
    [[nodiscard]] TimeMs now() const { return m_branch.now; }

private:
    TicketId inHand(CounterId counter) { return m_branch.state.counterState(counter)->ticket; }
    void run(const Command &command) { m_commits.push_back(m_branch.run(command)); }
    void finish(CounterId counter)
    {
        if (const TicketId ticket = inHand(counter); ticket.isSet())
            run(command::FinishService{counter, ticket});
    }

    Store &m_store;
    StoredBranch m_branch;
    std::vector<Commit> m_commits;
    QDate m_date{2026, 1, 1};
    std::string m_day;
};

double milliseconds(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// The rows that a day's figures are made of, and nothing done with them.
double bareMs(const QString &directory, const std::string &day)
{
    QElapsedTimer timer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bare"));
        database.setDatabaseName(QStringLiteral("file:") + directory + QStringLiteral("/branch.sqlite?mode=ro"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"));
        if (!database.open())
            giveUp("no bare connection");
        QSqlQuery query(database);
        query.setForwardOnly(true);
        std::int64_t rows = 0;
        const auto all = [&](const QString &sql) {
            if (!query.exec(sql))
                giveUp("a bare query does not run");
            qlonglong last = 0;
            while (query.next()) {
                ++rows;
                last = query.value(0).toLongLong();
            }
            return last;
        };
        timer.start();
        const QString of = QStringLiteral("branch = %1 AND business_day = '%2'")
                               .arg(StoredBranch::kBranch)
                               .arg(QString::fromStdString(day));
        const qlonglong last
            = all(QStringLiteral("SELECT ticket_id, number, issued_ms, state, ended_ms, segment_id "
                                 "FROM ticket WHERE %1 ORDER BY ticket_id")
                      .arg(of));
        const QString range = QStringLiteral("branch = %1 AND visit_id > %2 AND visit_id <= %3")
                                  .arg(StoredBranch::kBranch)
                                  .arg(last - kTicketsADay)
                                  .arg(last);
        all(QStringLiteral(
                "SELECT visit_id, step_no, service_id, waiting_from_ms, called_ms, started_ms, finished_ms, "
                "counter_id, outcome FROM visit_step WHERE %1")
                .arg(range));
        all(QStringLiteral("SELECT visit_id, from_ms, to_ms, counter_id FROM visit_interval WHERE %1 AND "
                           "state = 'serving'")
                .arg(range));
        if (rows < 3 * kTicketsADay)
            giveUp("a day has fewer rows than it should");
        query.finish();
    }
    const double taken = milliseconds(timer);
    QSqlDatabase::removeDatabase(QStringLiteral("bare"));
    return taken;
}

void measure(Store &store, const QString &directory, const Days &days, const std::string &day, const char *name)
{
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < kRounds; ++i) {
        bare.push_back(bareMs(directory, day));
        FigureFilter filter;
        filter.fromDay = day;
        QElapsedTimer timer;
        timer.start();
        std::optional<Result<DayFigures>> answer;
        store.figures().figures(filter, days.now(), [&](const auto &found) { answer = found; });
        while (!answer)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ours.push_back(milliseconds(timer));
        if (!*answer || (*answer)->total.served != kTicketsADay)
            giveUp("the figures are not the day's");
    }
    const auto line = [&](const char *what, double value) {
        print((std::string("figures.") + what + "." + name).c_str(), value, "ms");
    };
    line("day_ms.p50", quantile(ours, 0.5));
    line("day_ms.p99", quantile(ours, 0.99));
    line("bare_select_ms.p50", quantile(bare, 0.5));
    line("bare_select_ms.p99", quantile(bare, 0.99));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const bool isQuick = QCoreApplication::arguments().contains(QStringLiteral("--quick"));
    QTemporaryDir folder;
    if (!Store::create(folder.path(), StoredBranch::kBranch))
        giveUp("no database");
    auto store = Store::open(folder.path());
    if (!store)
        giveUp("the database does not open");
    Days days(**store);
    std::string middle;
    for (int n = 1; n <= (isQuick ? kDaysOfMonth : kDaysOfYear); ++n) {
        days.work();
        if (n == kDaysOfMonth / 2)
            middle = days.day();
        if (n == kDaysOfMonth) {
            measure(**store, folder.path(), days, days.day(), "month_last_day");
            measure(**store, folder.path(), days, middle, "month_middle_day");
        }
        if (n == kDaysOfYear / 2)
            middle = days.day();
    }
    if (!isQuick) {
        measure(**store, folder.path(), days, days.day(), "year_last_day");
        measure(**store, folder.path(), days, middle, "year_middle_day");
        print("figures.database_mib.year",
              static_cast<double>(QFileInfo(folder.filePath(QStringLiteral("branch.sqlite"))).size()) / 1048576,
              "MiB");
    }
    return 0;
}
