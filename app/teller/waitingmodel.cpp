// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/waitingmodel.h"

#include "ui/models/numbersearch.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/segmentchip.h"

#include <algorithm>

namespace tiepdon {

WaitingModel::WaitingModel(BranchLink &link, QObject *parent) : TicketRows(link, parent), m_nowMs(link.hubNowMs())
{
}

void WaitingModel::setProfile(ProfileId profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    follow(order());
}

std::vector<TicketId> WaitingModel::order() const
{
    const BranchState &branch = link().branch();
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

void WaitingModel::tick(TimeMs now)
{
    m_nowMs = now;
    follow(order());
    touchAll();
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    const TicketId id = idAt(index);
    if (role == TicketRole) // also of one that has gone since the last tick
        return static_cast<qlonglong>(id.value);
    const Ticket *ticket = link().branch().ticket(id);
    const Service *service = ticket ? link().branch().service(ticket->step.service) : nullptr;
    if (!service)
        return {};
    const TimeMs promise = link().branch().promiseMs(*ticket);
    const QString segment = segmentText(link().branch(), *ticket);
    // who was put first has waited no longer for that
    const TimeMs waited = std::max<TimeMs>(0, m_nowMs - ticket->ownPlace().ms);
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(ticket->number);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, waiting %3 of %4 minutes")
                   .arg(fromUtf8(ticket->number), inLanguage(service->name), minutesText(waited),
                        minutesText(promise))
            + (segment.isEmpty() ? QString() : QStringLiteral(", ") + segment);
    case ServiceRole:
        return static_cast<qlonglong>(service->id.value);
    case ServiceNameRole:
        return inLanguage(service->name);
    case WaitedMsRole:
        return static_cast<qlonglong>(waited);
    case PromiseMsRole:
        return static_cast<qlonglong>(promise);
    case ToneRole:
        return static_cast<int>(toneOfWait(waited, promise));
    case SegmentRole:
        return segment;
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
