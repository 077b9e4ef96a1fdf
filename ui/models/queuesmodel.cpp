// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuesmodel.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QLocale>

#include <algorithm>

namespace tiepdon {

Tone toneOfWait(TimeMs waitedMs, TimeMs promisedMs)
{
    if (waitedMs >= promisedMs)
        return Tone::Bad;
    return waitedMs * 4 >= promisedMs * 3 ? Tone::Warn : Tone::Good;
}

QString waitWords(std::int64_t waiting, TimeMs longestMs, TimeMs promisedMs)
{
    if (waiting == 0)
        return QueuesModel::tr("nobody waiting");
    const QString text
        = QueuesModel::tr("longest %1 of %2 min").arg(minutesText(longestMs), minutesText(promisedMs));
    switch (toneOfWait(longestMs, promisedMs)) {
    case Tone::Warn:
        return text + QStringLiteral(" · ") + QueuesModel::tr("near the promise");
    case Tone::Bad:
        return text + QStringLiteral(" · ") + QueuesModel::tr("over the promise");
    default:
        return text;
    }
}

QString waitSentence(const QString &name, std::int64_t waiting, TimeMs longestMs, TimeMs promisedMs)
{
    const QString words = waitWords(waiting, longestMs, promisedMs);
    return waiting == 0 ? QStringLiteral("%1: %2").arg(name, words)
                        : QueuesModel::tr("%1: %2 waiting, %3")
                              .arg(name, QLocale().toString(static_cast<qlonglong>(waiting)), words);
}

WorstWait worstWait(const BranchState &branch, ServiceId service, TimeMs now)
{
    const Service *known = branch.service(service);
    WorstWait worst{0, known ? known->serviceLevelMs : 0};
    bool isFirst = true;
    const auto look = [&](const Ticket &ticket) {
        const WorstWait each{std::max<TimeMs>(0, now - ticket.ownPlace().ms), branch.promiseMs(ticket)};
        // shares compared without a division
        if (isFirst || each.waitedMs * worst.promiseMs > worst.waitedMs * each.promiseMs)
            worst = each;
        isFirst = false;
    };
    for (auto it = branch.queues().lower_bound(QueueId{service});
         it != branch.queues().end() && it->first.service == service; ++it) {
        for (const QueueKey &key : it->second) {
            const Ticket *ticket = branch.ticket(key.ticket);
            if (ticket)
                look(*ticket);
            if (!it->first.raised)
                break; // whoever stands behind came later and is promised the same
        }
    }
    return worst;
}

QueuesModel::QueuesModel(BranchLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &QueuesModel::reload);
    connect(&link, &BranchLink::branchEvent, this, [this] { tick(); });
}

void QueuesModel::setProfile(ProfileId profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    reload();
}

QueuesModel::Row QueuesModel::rowOf(ServiceId service, TimeMs now) const
{
    return {service, static_cast<std::int64_t>(m_link.branch().waiting(service).size()),
            worstWait(m_link.branch(), service, now)};
}

void QueuesModel::reload()
{
    beginResetModel();
    m_rows.clear();
    if (const WorkProfile *profile = m_link.branch().profile(m_profile)) {
        for (const ServiceId service : profile->services)
            m_rows.push_back(rowOf(service, m_link.hubNowMs()));
    }
    endResetModel();
}

void QueuesModel::tick() { tick(m_link.hubNowMs()); }

void QueuesModel::tick(TimeMs now)
{
    const WorkProfile *profile = m_link.branch().profile(m_profile);
    const std::size_t count = profile ? profile->services.size() : 0;
    bool isSame = count == m_rows.size();
    for (std::size_t i = 0; isSame && i < count; ++i)
        isSame = profile->services[i] == m_rows[i].service;
    if (!isSame) {
        reload();
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Row row = rowOf(m_rows[i].service, now);
        if (row == m_rows[i])
            continue;
        m_rows[i] = row;
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void QueuesModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int QueuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Service *service = m_link.branch().service(row.service);
    const TimeMs promise = row.worst.promiseMs;
    const QString name = service ? inLanguage(service->name) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return waitSentence(name, row.waiting, row.worst.waitedMs, promise);
    case WaitingRole:
        return static_cast<qlonglong>(row.waiting);
    case LongestMsRole:
        return static_cast<qlonglong>(row.worst.waitedMs);
    case PromiseMsRole:
        return static_cast<qlonglong>(promise);
    case ToneRole:
        return static_cast<int>(row.waiting == 0 ? Tone::Neutral : toneOfWait(row.worst.waitedMs, promise));
    case ServiceRole:
        return static_cast<qlonglong>(row.service.value);
    default:
        return {};
    }
}

} // namespace tiepdon
