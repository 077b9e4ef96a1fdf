// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/figuresfile.h"

#include "app/supervisor/figurecolumns.h"
#include "ui/session/language.h"
#include "ui/session/savedfile.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FiguresFile)
};

} // namespace

QByteArray figuresCsv(const DayFigures &figures, const BranchState &branch, CsvStyle style)
{
    CsvText csv(style);
    const auto line = [&](const QString &what, const QString &text) {
        csv.addText(what);
        csv.addText(text);
        csv.endRow();
    };
    const QString of = filterText(branch, figures.filter);
    line(Words::tr("Branch"), inLanguage(branch.settings().name));
    line(Words::tr("Period"), periodText(figures));
    line(Words::tr("Counted"), of.isEmpty() ? Words::tr("Everybody") : of);
    line(Words::tr("Quality"), suspectsText(figures));
    csv.endRow();
    csv.addText(Words::tr("Group"));
    csv.addText(Words::tr("Name"));
    for (const FigureColumn column : allFigureColumns())
        csv.addText(figureHeading(column));
    csv.addText(Words::tr("Walks (n)"));
    csv.addText(Words::tr("Wrap-ups (n)"));
    csv.endRow();
    const auto add = [&](const QString &group, const QString &name, const FigureRow &row) {
        csv.addText(group);
        csv.addText(name);
        for (const FigureColumn column : allFigureColumns()) {
            const FigureValue value = figureValue(row, column);
            if (value.number)
                csv.addNumber(*value.number, value.digits);
            else
                csv.addEmpty();
        }
        csv.addNumber(row.walks.n);
        csv.addNumber(row.wrapUps.n);
        csv.endRow();
    };
    add(Words::tr("All"), Words::tr("Everybody"), figures.total);
    for (const FigureGroup group :
         {FigureGroup::HalfHours, FigureGroup::Services, FigureGroup::Segments, FigureGroup::Counters}) {
        for (const FigureRow &row : figureRows(figures, group))
            add(groupName(group), figureRowName(branch, group, row.key), row);
    }
    return csv.bytes();
}

QString figuresFileName(const DayFigures &figures, const BranchState &branch)
{
    QStringList parts{fileNamePart(Words::tr("figures")), fileNamePart(inLanguage(branch.settings().name))};
    if (!figures.days.empty())
        parts << fromUtf8(figures.days.front());
    if (figures.days.size() > 1)
        parts << fromUtf8(figures.days.back());
    parts.removeAll(QString());
    return parts.join(QLatin1Char('-'));
}

} // namespace tiepdon
