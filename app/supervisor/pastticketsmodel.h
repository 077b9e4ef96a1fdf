// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/wire/historymessage.h"

#include <QAbstractTableModel>

#include <vector>

namespace tiepdon {

/// The tickets of days or behind a figure, as the hub lists them: a line for each step of a visit that is counted.
/// The rest of a long list comes when it is looked at. The hub sorts and narrows it. The link must outlive it.
class PastTicketsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        ServiceColumn,
        SegmentColumn,
        IssuedColumn,
        CalledColumn,
        StartedColumn,
        FinishedColumn,
        CounterColumn,
        StaffColumn,
        WaitedColumn,
        ServedColumn,
        OutcomeColumn,
        SuspectColumn,
        ColumnCount
    };
    enum Role { ToneRole = Qt::UserRole + 1 };

    explicit PastTicketsModel(BranchLink &link, QObject *parent = nullptr);

    /// Asks for another list; what was shown stays until the answer.
    void load(DayTicketsQuery query);
    /// Shows nothing.
    void clear();
    [[nodiscard]] const DayTicketsQuery &query() const { return m_query; }
    /// What the last answer says of the whole list; its rows are the first page's.
    [[nodiscard]] const DayTicketsAnswer &whole() const { return m_whole; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] bool isLoading() const { return m_isAsked; }
    [[nodiscard]] const DayTicketRow *rowAt(int row) const;
    /// A cell's text, of a row of any list.
    [[nodiscard]] QString text(const DayTicketRow &row, int column) const;
    /// What a column is sorted by; nothing for one that is not.
    [[nodiscard]] static std::optional<TicketsOrder> orderOf(int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Words are another language's.
    void retranslate();

Q_SIGNALS:
    void loaded();
    void failed(const tiepdon::Error &error);

private:
    void ask(std::int64_t skip);
    [[nodiscard]] QString timeText(std::optional<TimeMs> time) const;

    BranchLink &m_link;
    DayTicketsQuery m_query;
    DayTicketsAnswer m_whole;
    std::vector<DayTicketRow> m_rows;
    bool m_isKnown = false;
    bool m_isAsked = false;
    int m_asking = 0; ///< counts lists asked for: answers about earlier ones are dropped
};

} // namespace tiepdon
