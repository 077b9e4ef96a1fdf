// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/waitingmodel.h"

#include "ui/models/numbersearch.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <algorithm>
#include <unordered_set>

namespace tiepdon {
WaitingModel::WaitingModel(BranchLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link), m_nowMs(link.hubNowMs())
{
}

void WaitingModel::setProfile(ProfileId profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    follow();
}

std::vector<TicketId> WaitingModel::order() const
{
    const BranchState &branch = m_link.branch();
    std::vector<ServiceId> services;
    if (const WorkProfile *profile = branch.profile(m_profile))
        services = profile->services;
    for (const auto &[id, service] : branch.services()) {
        if (std::find(services.begin(), services.end(), id) == services.end())
            services.push_back(id);
    }
    std::vector<TicketId> tickets;
    for (const ServiceId service : services) {
        for (const QueueKey &key : branch.waiting(service))
            tickets.push_back(key.ticket);
    }
    return tickets;
}

void WaitingModel::follow()
{
    const std::vector<TicketId> wanted = order();
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

void WaitingModel::tick(TimeMs now)
{
    m_nowMs = now;
    follow();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int WaitingModel::rowOf(TicketId ticket) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), ticket);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int WaitingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TicketId id = m_rows[static_cast<std::size_t>(index.row())];
    if (role == TicketRole) // also of one that has gone since the last tick
        return static_cast<qlonglong>(id.value);
    const Ticket *ticket = m_link.branch().ticket(id);
    const Service *service = ticket ? m_link.branch().service(ticket->step.service) : nullptr;
    if (!service)
        return {};
    // who was put first has waited no longer for that
    const TimeMs waited = std::max<TimeMs>(0, m_nowMs - ticket->ownPlace().ms);
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(ticket->number);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, waiting %3 of %4 minutes")
            .arg(fromUtf8(ticket->number), inLanguage(service->name), minutesText(waited),
                 minutesText(service->serviceLevelMs));
    case ServiceRole:
        return static_cast<qlonglong>(service->id.value);
    case ServiceNameRole:
        return inLanguage(service->name);
    case WaitedMsRole:
        return static_cast<qlonglong>(waited);
    case PromiseMsRole:
        return static_cast<qlonglong>(service->serviceLevelMs);
    case ToneRole:
        return static_cast<int>(toneOfWait(waited, service->serviceLevelMs));
    default:
        return {};
    }
}

void WaitingFilter::setService(ServiceId service)
{
    m_service = service;
    invalidateFilter();
}

void WaitingFilter::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    invalidateFilter();
}

bool WaitingFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_typed.isEmpty())
        return isNumberMeant(m_typed, index.data().toString());
    return !m_service.isSet() || index.data(WaitingModel::ServiceRole).toLongLong() == m_service.value;
}

} // namespace tiepdon
