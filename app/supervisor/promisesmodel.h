// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/wire/customermessage.h"

#include <QAbstractTableModel>

#include <vector>

namespace tiepdon {

/// A row per promise, complaint, callback or blocker, as the hub last answered, the most urgent first. The link
/// must outlive it.
class PromisesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DueColumn, KindColumn, CustomerColumn, TextColumn, OwnerColumn, StateColumn, ColumnCount };
    enum Role {
        ItemRole = Qt::UserRole + 1, ///< qlonglong, the item's id
        ToneRole, ///< int of Tone, of when it is due
    };

    explicit PromisesModel(BranchLink &link, QObject *parent = nullptr);

    /// Rows that are the same items stay; the others come and go.
    void setRows(const std::vector<OpenItemRow> &rows);
    /// Brings what is said of times up to now.
    void tick();
    /// Null for no such row.
    [[nodiscard]] const OpenItemRow *rowAt(int row) const;
    /// -1 for none.
    [[nodiscard]] int rowOf(OpenItemId item) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const OpenItemRow &row, int column) const;

    BranchLink &m_link;
    std::vector<OpenItemRow> m_rows;
};

/// Late: bad; due within the day: warn; else neutral. What has ended is neutral.
int toneOfDue(const OpenItem &item, TimeMs nowMs);
/// "Anh Nguyễn Hoài Nam"; a dash for nobody in particular.
QString customerText(const OpenItemRow &row);
/// What it is about: its words, or for a blocker without any what is missing.
QString itemText(const OpenItem &item);

} // namespace tiepdon
