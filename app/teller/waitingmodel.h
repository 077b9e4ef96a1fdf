// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/ticketrows.h"

#include <QSortFilterProxyModel>

namespace tiepdon {

/// A row per ticket that waits: the services of one work profile first, in its order, then all others; each queue
/// first first. Follows the branch a row at a time. The link must outlive it.
class WaitingModel : public TicketRows
{
    Q_OBJECT

public:
    enum Role {
        TicketRole = kTicketRole,
        ServiceRole, ///< qlonglong
        ServiceNameRole, ///< QString
        WaitedMsRole, ///< qlonglong
        PromiseMsRole, ///< qlonglong
        ToneRole, ///< int of Tone
        SegmentRole, ///< QString, empty for ordinary customers
    };

    explicit WaitingModel(BranchLink &link, QObject *parent = nullptr);

    void setProfile(ProfileId profile);
    /// Brings rows and waits up to a time. A model nobody looks at need not be told.
    void tick(TimeMs now);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] std::vector<TicketId> order() const;

    ProfileId m_profile;
    TimeMs m_nowMs = 0;
};

/// The rows of one service, or those whose number is meant; what is typed looks among all services.
class WaitingFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// 0 for every service.
    void setService(ServiceId service);
    void setTyped(const QString &typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ServiceId m_service;
    QString m_typed;
};

} // namespace tiepdon
