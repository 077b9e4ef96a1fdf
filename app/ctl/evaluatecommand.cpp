// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "core/simulation/evaluatedfile.h"

#include <QDir>
#include <QFileInfo>

namespace tiepdon {
namespace {

constexpr qint64 kDataBytesMax = 256 * 1024 * 1024;

/// Where the screens of an office's tickets are: named, or beside them as …_snapshots.csv.
QString snapshotsOf(const Context &context, const QString &tickets)
{
    if (context.isSet("snapshots"))
        return context.value("snapshots");
    const QFileInfo info(tickets);
    QString name = info.fileName();
    const QString ending = QStringLiteral("_tickets.csv");
    if (name.endsWith(ending))
        name.chop(ending.size());
    else if (name.endsWith(QLatin1String(".csv")))
        name.chop(4);
    return info.dir().filePath(name + QStringLiteral("_snapshots.csv"));
}

int evaluate(const Context &context)
{
    std::optional<std::size_t> days;
    if (context.isSet("days")) {
        const auto given = positiveNumber(context.value("days"));
        if (!given)
            return context.wrongUse(QStringLiteral("--days must be a positive whole number."));
        days = static_cast<std::size_t>(*given);
    }
    if (context.isSet("csv") && context.isJson())
        return context.wrongUse(QStringLiteral("--csv or --json, not both."));
    const QString path = context.arguments().constFirst();
    const auto content = contentOf(path, kDataBytesMax);
    if (!content)
        return context.failed(content.error());
    const std::string name = path.toStdString();
    const auto kind = recordedDaysIn({name, *content});
    if (!kind)
        return context.failed(kind.error());
    Result<std::string> snapshots = std::string();
    const QString beside = snapshotsOf(context, path);
    if (*kind == RecordedDays::Office)
        snapshots = contentOf(beside, kDataBytesMax);
    if (!snapshots)
        return context.failed(snapshots.error());
    const std::string besideName = beside.toStdString();
    const auto evaluation = evaluatedFile({name, *content}, {besideName, *snapshots}, days);
    if (!evaluation)
        return context.failed(evaluation.error());
    return context.done(jsonOf(*evaluation), toQt(context.isSet("csv") ? csvOf(*evaluation) : textOf(*evaluation)));
}

} // namespace

std::vector<CtlCommand> evaluateCommands()
{
    return {
        commandSpec("evaluate", "DATA.csv", "Measure wait estimates on recorded days", 1, 1, evaluate,
                    {optionSpec("days",
                                "Learn from so many days, test on the rest; else from 7 of an office, "
                                "from two thirds of a telephone branch.",
                                "N"),
                     optionSpec("snapshots",
                                "What an office's screens showed; else DATA_snapshots.csv beside "
                                "DATA_tickets.csv.",
                                "FILE"),
                     optionSpec("csv", "Answer with rows, times in seconds.")},
                    "DATA.csv holds an office's tickets or a telephone branch's calls; its columns say which.")};
}

} // namespace tiepdon
