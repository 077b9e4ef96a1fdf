// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QAbstractListModel>

#include <vector>

namespace tiepdon {

/// The calls a display shows, newest first, from the link's public mirror. A call comes in at the top, a recall
/// moves there. The link must outlive it.
class CallsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CounterRole = Qt::UserRole + 1, ///< qlonglong, on the counter's sign
        IsOpenRole, ///< bool, false once the person came or is not called any longer
        ShownMsRole, ///< qlonglong, UTC ms of the last call or recall
    };

    explicit CallsModel(BranchLink &link, QObject *parent = nullptr);

    /// Shows only the calls to counters of these zones; all when empty.
    void setZones(const std::vector<ZoneId> &zones);

    [[nodiscard]] const std::vector<ShownCall> &calls() const { return m_calls; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] std::vector<ShownCall> wanted() const;
    void reload();
    void follow();

    BranchLink &m_link;
    std::vector<ZoneId> m_zones;
    std::vector<ShownCall> m_calls;
};

} // namespace tiepdon
