// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace tiepdon {

/// A table of values that have an `id`. New rows come, others go and move one by one, so that what is chosen stays
/// chosen and a list stays where it was scrolled to.
template <class Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::vector<Row> &wanted)
    {
        for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
            if (place(wanted, m_rows[at(row)].id) >= 0)
                continue;
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
        for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
            const Row &next = wanted[at(row)];
            const int now = rowOf(next.id);
            if (now < 0) {
                beginInsertRows({}, row, row);
                m_rows.insert(m_rows.begin() + row, next);
                endInsertRows();
            } else if (now != row) { // those before stand right by now
                beginMoveRows({}, now, now, {}, row);
                std::rotate(m_rows.begin() + row, m_rows.begin() + now, m_rows.begin() + now + 1);
                endMoveRows();
            }
            if (!(m_rows[at(row)] == next)) {
                m_rows[at(row)] = next;
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            }
        }
    }
    /// Words and times anew.
    void refresh()
    {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// Null for none.
    [[nodiscard]] const Row *rowAt(int row) const
    {
        return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[at(row)] : nullptr;
    }
    /// -1 for none.
    [[nodiscard]] int rowOf(decltype(Row::id) id) const { return place(m_rows, id); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

private:
    [[nodiscard]] static std::size_t at(int row) { return static_cast<std::size_t>(row); }
    [[nodiscard]] static int place(const std::vector<Row> &rows, decltype(Row::id) id)
    {
        const auto it = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
        return it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
    }

    std::vector<Row> m_rows;
};

} // namespace tiepdon
