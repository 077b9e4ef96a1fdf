// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/rowsmodel.h"
#include "core/client/branchlink.h"

namespace tiepdon {

/// A row per alert of a period, newest first. The link must outlive it.
class AlertHistoryModel : public RowsModel<Alert>
{
    Q_OBJECT

public:
    enum Column { RaisedColumn, TextColumn, LastedColumn, StateColumn, ColumnCount };
    enum Role {
        AlertRole = Qt::UserRole + 1, ///< qlonglong, the alert's id
        ToneRole, ///< int of Tone, by how grave it is
    };

    explicit AlertHistoryModel(BranchLink &link, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    BranchLink &m_link;
};

} // namespace tiepdon
