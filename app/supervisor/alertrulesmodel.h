// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/rowsmodel.h"
#include "core/client/branchlink.h"

namespace tiepdon {

/// A row per rule of alerts, in order of id. The link must outlive it.
class AlertRulesModel : public RowsModel<AlertRule>
{
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, ThresholdColumn, StateColumn, ColumnCount };
    enum Role {
        RuleRole = Qt::UserRole + 1, ///< qlonglong, the rule's id
        ToneRole, ///< int of Tone, by how grave it is
        IsOnRole, ///< bool
    };

    explicit AlertRulesModel(BranchLink &link, QObject *parent = nullptr);

    /// Null for none.
    [[nodiscard]] const AlertRule *rule(AlertRuleId id) const { return rowAt(rowOf(id)); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    BranchLink &m_link;
};

} // namespace tiepdon
