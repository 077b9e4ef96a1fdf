// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/csvday.h"
#include "app/ctl/figures.h"
#include "app/ctl/player.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

#include <cmath>
#include <memory>

namespace tiepdon {
namespace {

constexpr qint64 kTicketsBytesMax = 64 * 1024 * 1024;
constexpr qint64 kFiguresBytesMax = 1024 * 1024;
constexpr double kSpeedMax = 3600; ///< the hub's own bound
constexpr double kUsualSpeed = 60;

double tenth(double value) { return std::round(value * 10) / 10; }

Json reportJson(const PlayReport &report, const DayPlan &plan, const std::vector<BadRow> &badRows)
{
    Json scaled = Json::object();
    for (const auto &[queue, factor] : plan.scaled)
        scaled[std::to_string(queue)] = std::round(factor * 1000) / 1000;
    Json skipped = Json::array();
    for (const BadRow &row : badRows)
        skipped.push_back({{"line", row.line}, {"field", row.field}, {"reason", row.reason}});
    return {{"source", report.source},
            {"day", report.day},
            {"seed", report.seed},
            {"speed",
             {{"asked", report.speedAsked}, {"reached", tenth(report.speedReached)}, {"atEnd", report.speedAtEnd}}},
            {"slowedDown", report.speedAtEnd < report.speedAsked},
            {"latestIssueMin", tenth(report.latestMin)},
            {"counters", report.counters},
            {"planned", report.planned},
            {"issued", report.totals.issued},
            {"called", report.totals.called},
            {"served", report.totals.served},
            {"noShows", report.totals.noShows},
            {"ended", report.totals.ended},
            {"foreignTickets", report.foreignTickets},
            {"meanWaitMin", tenth(report.meanWaitMin)},
            {"p90WaitMin", tenth(report.p90WaitMin)},
            {"isEndReached", report.isEndReached},
            {"overtimeMin", tenth(report.overtimeMin)},
            {"scaledServices", std::move(scaled)},
            {"skippedRows", std::move(skipped)},
            {"errors", report.errors}};
}

QString reportText(const PlayReport &report)
{
    QString text
        = QStringLiteral("%1: issued %2, served %3, no-shows %4, sent home %5; wait %6 min mean, %7 min P90; "
                         "speed %8 of %9%10.")
              .arg(toQt(report.day))
              .arg(report.totals.issued)
              .arg(report.totals.served)
              .arg(report.totals.noShows)
              .arg(report.totals.ended)
              .arg(tenth(report.meanWaitMin))
              .arg(tenth(report.p90WaitMin))
              .arg(tenth(report.speedReached))
              .arg(report.speedAsked)
              .arg(report.speedAtEnd < report.speedAsked ? QStringLiteral(" (lowered: this machine did not follow)")
                                                         : QString());
    for (const auto &[code, count] : report.errors)
        text += QStringLiteral("\nError %1: %2 times.").arg(toQt(code)).arg(count);
    return text + QStringLiteral("\nCheck the database with: tiepdon-ctl verify");
}

/// Writes and prints a played day's report; the exit code. Errors during the day are a failure.
int sayPlayed(const Context &context, const PlayReport &report, const DayPlan &plan,
              const std::vector<BadRow> &badRows)
{
    const Json json = reportJson(report, plan, badRows);
    if (context.isSet("report")) {
        QSaveFile file(context.value("report"));
        const QByteArray bytes = QByteArray::fromStdString(json.dump(2)) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return context.failed({ErrorCode::FileNotWritable,
                                   file.errorString().toStdString(),
                                   {{"file", context.value("report").toStdString()}}});
    }
    return context.done(json, reportText(report), report.errors.empty() ? kDone : kRefused);
}

/// Plays a plan and ends the program with its report.
int playPlan(const Context &context, const DayPlan &plan, const PlayOptions &options,
             const std::vector<BadRow> &badRows)
{
    HubVisit visit(context, HubVisit::Until::Live);
    std::unique_ptr<Player> player; // ends before the visit, whose session it works in
    const auto fail = [&](const Error &error) { QCoreApplication::exit(context.failed(error)); };
    QObject::connect(&visit, &HubVisit::failed, &visit, fail);
    QObject::connect(&visit, &HubVisit::ready, &visit, [&] {
        player = std::make_unique<Player>(visit.hub(), visit.device(), plan, options);
        QObject::connect(player.get(), &Player::progressed, &visit,
                         [&](const QString &line) { context.progress(line); });
        QObject::connect(player.get(), &Player::failed, &visit, fail);
        QObject::connect(player.get(), &Player::finished, &visit,
                         [&] { QCoreApplication::exit(sayPlayed(context, player->report(), plan, badRows)); });
        player->start();
    });
    QTimer::singleShot(0, &visit, &HubVisit::start);
    return QCoreApplication::exec();
}

/// The file's name goes into its mistakes.
Error inFile(Error error, const QString &path)
{
    error.detail["file"] = path.toStdString();
    return error;
}

/// Names of the queues from the file beside the tickets': "…_tickets.csv" has "…_queues.csv"; none without it.
Result<std::map<std::int64_t, std::string>> queueNamesBeside(const QString &ticketsPath)
{
    QString path = ticketsPath;
    path.replace(QStringLiteral("_tickets.csv"), QStringLiteral("_queues.csv"));
    if (path == ticketsPath || !QFileInfo::exists(path))
        return std::map<std::int64_t, std::string>();
    const auto content = contentOf(path, kTicketsBytesMax);
    if (!content)
        return content.error();
    auto names = queueNamesFrom(*content);
    if (!names)
        return inFile(names.error(), path);
    return names;
}

int playOffice(const Context &context, std::uint64_t seed, const PlayOptions &options)
{
    const QString path = context.arguments().constFirst();
    if (!context.isSet("office") || !context.isSet("date"))
        return context.wrongUse(
            QStringLiteral("A CSV file holds many offices and days: give --office and --date."));
    const auto content = contentOf(path, kTicketsBytesMax);
    if (!content)
        return context.failed(content.error());
    const auto day = officeDayFrom(*content, context.value("office").toStdString(),
                                   context.value("date").toStdString(), context.isSet("skip-bad"));
    if (!day)
        return context.failed(inFile(day.error(), path));
    const auto names = queueNamesBeside(path);
    if (!names)
        return context.failed(names.error());
    return playPlan(context, planOf(*day, *names, seed), options, day->badRows);
}

int playFigures(const Context &context, std::uint64_t seed, const PlayOptions &options)
{
    const QString path = context.value("figures");
    if (!context.arguments().isEmpty() || context.isSet("office"))
        return context.wrongUse(QStringLiteral("Give either a CSV file with --office, or --figures."));
    const auto content = contentOf(path, kFiguresBytesMax);
    if (!content)
        return context.failed(content.error());
    auto plan = planFromFigures(*content, seed);
    if (!plan)
        return context.failed(inFile(plan.error(), path));
    plan->source = QFileInfo(path).fileName().toStdString();
    plan->day = context.value("date").toStdString();
    return playPlan(context, *plan, options, {});
}

int play(const Context &context)
{
    PlayOptions options;
    options.keepOpen = context.isSet("keep-open");
    options.speed = kUsualSpeed;
    if (context.isSet("speed")) {
        bool isNumber = false;
        options.speed = context.value("speed").toDouble(&isNumber);
        if (!isNumber || !(options.speed >= 1 && options.speed <= kSpeedMax))
            return context.wrongUse(QStringLiteral("--speed takes a number from 1 to %1.").arg(kSpeedMax));
    }
    std::uint64_t seed = 1;
    if (context.isSet("seed")) {
        bool isNumber = false;
        seed = context.value("seed").toULongLong(&isNumber);
        if (!isNumber)
            return context.wrongUse(QStringLiteral("--seed takes a whole number, 0 or more."));
    }
    if (context.isSet("known-customers")) {
        bool isNumber = false;
        options.knownPercent = context.value("known-customers").toLongLong(&isNumber);
        if (!isNumber || options.knownPercent < 0 || options.knownPercent > 100)
            return context.wrongUse(QStringLiteral("--known-customers takes a percentage, 0 to 100."));
    }
    for (const QString &text : context.values("leave-counter")) {
        const auto number = positiveNumber(text);
        if (!number)
            return context.wrongUse(QStringLiteral("--leave-counter takes the number of a counter."));
        options.leftCounters.insert(*number);
    }
    if (context.isSet("date") && dayStart(context.value("date").toStdString(), 0) < 0)
        return context.wrongUse(QStringLiteral("--date takes a day, YYYY-MM-DD."));
    if (context.isSet("figures"))
        return playFigures(context, seed, options);
    if (context.arguments().isEmpty())
        return context.wrongUse(QStringLiteral("Give a CSV file with --office and --date, or --figures FILE."));
    return playOffice(context, seed, options);
}

} // namespace

std::vector<CtlCommand> playCommands()
{
    return {
        {QStringLiteral("play"),
         QStringLiteral("[FILE.csv]"),
         QStringLiteral("Plays a day: arrivals, and simulated tellers at the counters."),
         QStringLiteral(
             "With a CSV file: the arrivals of a real office on one day, on a branch made of its queues (use an\n"
             "empty data directory). With --figures: a day drawn from figures, on the branch the hub has.\n"
             "Who plays needs the roles supervisor and administrator. The hub must run for playing: tiepdon-hub "
             "--data DIR --play-clock YYYY-MM-DDT06:00:00+07:00, with a\n"
             "time before the first arrival. If the machine cannot follow, the speed goes down and the report\n"
             "says so. Exit code 0 only without errors during the day."),
         {optionSpec("office", "The office, as in the CSV's column.", "NAME"),
          optionSpec("date", "The day, YYYY-MM-DD; with --figures the hub's own without it.", "D"),
          optionSpec("speed", "Branch seconds in a real one, 1 to 3600 (60).", "N"),
          optionSpec("seed", "Draws another day of the same kind (1).", "S"),
          optionSpec("figures", "Figures of a day, such as resources/demo/bank-day.toml.", "FILE"),
          optionSpec("skip-bad", "Leaves bad rows of the CSV out; the report lists them."),
          optionSpec("leave-counter", "Leaves a counter (its number) to a person; may be repeated.", "N"),
          optionSpec("known-customers",
                     "This percentage of the people are customers of the sample (tiepdon-ctl sample) (0).", "N"),
          optionSpec("keep-open", "Leaves the day open at the end."),
          optionSpec("report", "Also writes the report, as JSON.", "FILE")},
         0,
         1,
         play}};
}

} // namespace tiepdon
