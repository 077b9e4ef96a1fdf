// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QAbstractListModel>

#include <vector>

namespace tiepdon {

/// A row per counter in order of its number, and who has it. The link must outlive it.
class CountersModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CounterRole = Qt::UserRole + 1, ///< qlonglong, the counter's id
        NumberRole, ///< qlonglong, on its sign
        OccupantRole, ///< QString, empty when free
        OccupantIdRole, ///< qlonglong, 0 when free
        ProfileRole, ///< qlonglong, the profile it opens with
    };

    explicit CountersModel(BranchLink &link, QObject *parent = nullptr);

    /// The row of a counter, or -1.
    [[nodiscard]] int rowOf(CounterId counter) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void reload();
    void onEvent(const Event &event);
    void changed(CounterId counter);

    BranchLink &m_link;
    std::vector<CounterId> m_rows;
};

} // namespace tiepdon
