// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/historystates.h"

#include "app/supervisor/historypage.h"
#include "app/supervisor/pastday.h"
#include "app/supervisor/pasttickets.h"
#include "app/supervisor/playeddays.h"
#include "app/supervisor/supervisorwindow.h"

#include <QAbstractItemModel>
#include <QTableView>

#include <memory>

namespace tiepdon {
namespace {

constexpr int kOffsetMin = 7 * 60; ///< of the made-up branch

} // namespace

void answerHistory(FixedLink &link, bool hasDays)
{
    const auto offset = static_cast<int>(link.branch().settings().utcOffsetMin);
    std::vector<std::string> days;
    for (int back = 3; hasDays && days.size() < 4; ++back) // the last days before, weekends left out
        if (const TimeMs atMs = link.hubNowMs() - back * kDayMs; (atMs / kDayMs + 4) % 7 != 0)
            days.push_back(localDay(atMs, offset));
    link.addAnswers([played = std::make_shared<PlayedDays>(days)](const std::string &method, const Json &params) {
        return played->answer(method, params);
    });
}

QStringList historyDemoStates()
{
    return {QStringLiteral("history"), QStringLiteral("history-tickets"), QStringLiteral("history-suspects"),
            QStringLiteral("history-none")};
}

void showHistoryState(const QString &name, SupervisorWindow &window, const std::function<void()> &turn)
{
    if (!historyDemoStates().contains(name))
        return;
    window.showHistory();
    turn();
    HistoryPage &page = window.historyPage();
    if (page.day().days().empty())
        return;
    const std::string &day = page.day().days().front().businessDay;
    if (name == QLatin1String("history")) {
        page.day().choose(day, dayStart(day, kOffsetMin) + 10 * kHourMs + 41 * kMinuteMs);
        turn();
        return;
    }
    FigureTickets tickets;
    tickets.filter.fromDay = day;
    tickets.filter.toDay = day;
    if (name == QLatin1String("history-tickets"))
        tickets.kind = FigureKind::BrokenPromise;
    page.showTickets(tickets);
    turn();
    if (name == QLatin1String("history-suspects")) {
        page.tickets().showSuspectsOnly();
        turn();
    }
    if (auto *table = window.findChild<QTableView *>(QStringLiteral("pastTicketsTable")))
        table->setCurrentIndex(table->model()->index(2, 0));
    turn();
}

} // namespace tiepdon
