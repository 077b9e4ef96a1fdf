// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace tiepdon {

/// A row per open ticket, and per ticket of today that can be restored. Follows the branch a row at a time; a reset
/// only where the whole state is another. The link must outlive it.
class TicketsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, SegmentColumn, ServiceColumn, WaitedColumn, StateColumn, WhereColumn, ColumnCount };
    enum Role {
        TicketRole = Qt::UserRole + 1, ///< qlonglong, the ticket's id
        ServiceRole, ///< qlonglong
        StateRole, ///< int of TicketState
        SortRole, ///< raw, of the column; does not change as time passes
        ToneRole, ///< int of Tone, of the wait or the state
        SegmentRole, ///< qlonglong; 0: ordinary
    };

    explicit TicketsModel(BranchLink &link, QObject *parent = nullptr);

    /// Brings the waits up to the hub's time now.
    void tick();
    /// Words again, after the language changed.
    void retranslate();
    /// Null for an invalid index.
    [[nodiscard]] const Ticket *ticketAt(int row) const;
    [[nodiscard]] int rowOf(TicketId ticket) const;
    [[nodiscard]] const BranchState &branch() const { return m_link.branch(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();
    void onEvent(const Event &event, const Touched &touched);
    void put(const Ticket &ticket);
    void remove(int row);
    /// Takes out closed tickets that cannot be restored any longer.
    void forget();
    [[nodiscard]] QString text(const Ticket &ticket, int column) const;
    [[nodiscard]] QVariant sortValue(const Ticket &ticket, int column) const;
    [[nodiscard]] int tone(const Ticket &ticket, int column) const;
    /// The moment what is shown is of.
    [[nodiscard]] TimeMs now() const;
    [[nodiscard]] TimeMs waitedMs(const Ticket &ticket) const;

    BranchLink &m_link;
    std::vector<Ticket> m_rows;
};

/// Which of them are shown, in which order. What is typed looks among all of them, whatever else is chosen.
class TicketsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Which { Open, Waiting, Named, Overtaken, Later, AtCounters, Parked, Over, All };

    /// The tickets must outlive it.
    explicit TicketsFilter(TicketsModel &tickets, QObject *parent = nullptr);

    void setWhich(Which which);
    [[nodiscard]] Which which() const { return m_which; }
    /// 0 for every service.
    void setService(ServiceId service);
    [[nodiscard]] ServiceId service() const { return m_service; }
    /// Nothing for everybody; 0: ordinary people.
    void setSegment(std::optional<SegmentId> segment);
    /// Looks again at what changes without a word about the ticket: whether others went before it.
    void tick();
    /// The beginning of a number, in any case, with or without its leading zeros: "a12" finds A012.
    void setNumber(const QString &typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TicketsModel &m_tickets;
    Which m_which = Which::Open;
    ServiceId m_service;
    std::optional<SegmentId> m_segment;
    QString m_number;
};

} // namespace tiepdon
