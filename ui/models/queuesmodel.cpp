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
    const auto &queue = m_link.branch().waiting(service);
    TimeMs longest = 0;
    for (const QueueKey &key : queue) {
        const Ticket *ticket = m_link.branch().ticket(key.ticket);
        longest = std::max(longest, ticket ? now - ticket->ownPlace().ms : 0);
        if (!ticket || !ticket->raisedFrom)
            break; // whoever comes later by their own time has waited less
    }
    return {service, static_cast<std::int64_t>(queue.size()), longest};
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
    const TimeMs promise = service ? service->serviceLevelMs : 0;
    const QString name = service ? inLanguage(service->name) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return waitSentence(name, row.waiting, row.longestMs, promise);
    case WaitingRole:
        return static_cast<qlonglong>(row.waiting);
    case LongestMsRole:
        return static_cast<qlonglong>(row.longestMs);
    case PromiseMsRole:
        return static_cast<qlonglong>(promise);
    case ToneRole:
        return static_cast<int>(row.waiting == 0 ? Tone::Neutral : toneOfWait(row.longestMs, promise));
    case ServiceRole:
        return static_cast<qlonglong>(row.service.value);
    default:
        return {};
    }
}

} // namespace tiepdon
