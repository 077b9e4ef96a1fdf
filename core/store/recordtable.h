// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"

#include <QStringList>
#include <QVariant>

#include <initializer_list>
#include <optional>
#include <string>

namespace tiepdon {

/// A table of records: its key behind `branch`, and its other columns.
struct RecordTable {
    const char *name;
    QStringList key;
    QStringList others;

    [[nodiscard]] QStringList columns() const { return QStringList{QStringLiteral("branch")} + key + others; }
    /// Inserts a row, or changes the one of its key.
    [[nodiscard]] QString upsert() const;
    /// Rows of a branch in the order of `key` and `others`. `condition` goes behind "WHERE branch = :branch AND".
    [[nodiscard]] QString select(const QString &condition) const;
};

/// Values of records as the database takes and gives them.
namespace records {

inline QStringList list(std::initializer_list<const char *> names)
{
    QStringList result;
    for (const char *name : names)
        result.push_back(QString::fromLatin1(name));
    return result;
}

inline QVariant orNull(const std::optional<TimeMs> &ms)
{
    return ms ? wholeValue(*ms) : QVariant(QMetaType::fromType<qlonglong>());
}

inline std::optional<TimeMs> timeOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<TimeMs>(value.toLongLong());
}

inline std::string textOf(const QVariant &value) { return value.toString().toStdString(); }

template <class Enum>
QVariant named(Enum value)
{
    return textValue(names(value).at(static_cast<std::size_t>(value)));
}

/// The value of this name; nothing where none has it.
template <class Enum>
std::optional<Enum> valueOf(const QString &name)
{
    const auto known = names(Enum());
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (name == QLatin1String(known.at(i).data(), static_cast<qsizetype>(known.at(i).size())))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace records
} // namespace tiepdon
