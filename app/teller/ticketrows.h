// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QAbstractListModel>

#include <vector>

namespace tiepdon {

/// A row per ticket in some order, brought up to another order a row at a time. The link must outlive it.
class TicketRows : public QAbstractListModel
{
    Q_OBJECT

public:
    /// qlonglong, the ticket's id; every model of tickets has it, also of one that has gone since the last look.
    static constexpr int kTicketRole = Qt::UserRole + 1;

    [[nodiscard]] int rowOf(TicketId ticket) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    TicketRows(BranchLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link) { }

    [[nodiscard]] BranchLink &link() const { return m_link; }
    [[nodiscard]] TicketId idAt(const QModelIndex &index) const;
    void follow(const std::vector<TicketId> &wanted);
    /// Every row may say something else now.
    void touchAll();

private:
    BranchLink &m_link;
    std::vector<TicketId> m_rows;
};

} // namespace tiepdon
