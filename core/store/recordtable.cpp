// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordtable.h"

namespace tiepdon {

QString RecordTable::upsert() const
{
    QStringList assignments;
    for (const QString &column : others)
        assignments.push_back(column + QStringLiteral(" = excluded.") + column);
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (:%3) ON CONFLICT (branch, %4) DO UPDATE SET %5")
        .arg(QLatin1String(name), columns().join(QStringLiteral(", ")), columns().join(QStringLiteral(", :")),
             key.join(QStringLiteral(", ")), assignments.join(QStringLiteral(", ")));
}

QString RecordTable::select(const QString &condition) const
{
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE branch = :branch")
                            .arg((key + others).join(QStringLiteral(", ")), QLatin1String(name));
    return condition.isEmpty() ? sql : sql + QStringLiteral(" AND ") + condition;
}

} // namespace tiepdon
