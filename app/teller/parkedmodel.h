// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"
#include "app/teller/ticketrows.h"

#include <QStyledItemDelegate>

namespace tiepdon {

/// A row per parked ticket in the order of `TellerDesk::parked`. The desk must outlive it.
class ParkedModel : public TicketRows
{
    Q_OBJECT

public:
    enum Role {
        TicketRole = kTicketRole,
        ReasonRole, ///< QString, a word
        LeftRole, ///< QString: "3:07", "no time set"
        IsSoonRole, ///< bool: at most a minute is left
        PlaceRole, ///< QString: "here", "counter 4 · Lê Quốc Bảo"
        ServiceNameRole, ///< QString
    };

    explicit ParkedModel(TellerDesk &desk, QObject *parent = nullptr);

    /// Brings rows and times up to the hub's clock.
    void tick();
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    TellerDesk &m_desk;
};

/// A parked ticket on one line: number, why, where if there is room, and the time left.
class ParkedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 28;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {240, kRowHeight};
    }
};

} // namespace tiepdon
