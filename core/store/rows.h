// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"
#include "core/queue/engine.h"

#include <QString>
#include <QStringList>
#include <QVariant>

namespace tiepdon {

/// A table made from the journal: its columns in groups. A row is a list of values in the order of
/// `columns()`.
struct DerivedTable {
    QString name;
    QStringList key; ///< begins with branch
    QStringList fixed; ///< written once
    QStringList changing; ///< written again when the row is

    [[nodiscard]] QStringList columns() const { return key + fixed + changing; }
    /// Inserts a row, or changes the one of its key.
    [[nodiscard]] QString upsert() const;
};

const DerivedTable &ticketTable();
const DerivedTable &visitTable();
const DerivedTable &stepTable();
const DerivedTable &intervalTable();
const DerivedTable &dayTable();

/// `businessDay` is the day that is open; one carried over keeps the day it was taken on.
QVariantList ticketRow(std::int64_t branch, const std::string &businessDay, const Ticket &ticket);
/// A visit has its ticket's id.
QVariantList visitRow(std::int64_t branch, const Ticket &ticket);
QVariantList stepRow(std::int64_t branch, TicketId visit, const VisitStep &step);
/// `endedSeq`: the entry that ended it.
QVariantList intervalRow(std::int64_t branch, std::int64_t endedSeq, const Interval &interval);
QVariantList dayRow(std::int64_t branch, std::int64_t openedSeq, const std::string &businessDay);

} // namespace tiepdon
