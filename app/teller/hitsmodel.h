// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/customermessage.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace tiepdon {

/// What a search found, as the hub put it in order. The display text is who it is; what tells two people apart
/// stands in DetailRole.
class HitsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, NumberRole };

    using QAbstractListModel::QAbstractListModel;

    /// `branch` and `nowMs` as of the answer; tickets are named by the branch.
    void setHits(std::vector<CustomerHit> hits, const BranchState &branch, TimeMs nowMs);
    [[nodiscard]] const CustomerHit *hit(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        CustomerHit hit;
        QString who;
        QString number;
        QString detail;
    };
    std::vector<Row> m_rows;
};

/// Ticket and name, and beneath them what tells two people apart.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 44;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {320, kRowHeight};
    }
};

} // namespace tiepdon
