// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/ticketrows.h"

#include <algorithm>
#include <unordered_set>

namespace tiepdon {

void TicketRows::follow(const std::vector<TicketId> &wanted)
{
    if (wanted == m_rows)
        return;
    const std::unordered_set<TicketId> stay(wanted.begin(), wanted.end());
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (stay.contains(m_rows[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < m_rows.size() && m_rows[i] == wanted[i])
            continue;
        // one that moved stands further down: everything above is in place already
        const auto old = std::find(m_rows.begin() + row, m_rows.end(), wanted[i]);
        if (old != m_rows.end()) {
            const int from = static_cast<int>(old - m_rows.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, old, old + 1);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, wanted[i]);
            endInsertRows();
        }
    }
}

void TicketRows::touchAll()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int TicketRows::rowOf(TicketId ticket) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), ticket);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int TicketRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

TicketId TicketRows::idAt(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
        ? m_rows[static_cast<std::size_t>(index.row())]
        : TicketId{};
}

} // namespace tiepdon
