// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countersmodel.h"

#include "ui/session/language.h"

#include <algorithm>

namespace tiepdon {

CountersModel::CountersModel(BranchLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &CountersModel::reload);
    connect(&link, &BranchLink::branchEvent, this, [this](const Event &event) { onEvent(event); });
    reload();
}

void CountersModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const auto &[id, counter] : m_link.branch().counters())
        m_rows.push_back(id);
    std::sort(m_rows.begin(), m_rows.end(), [this](CounterId a, CounterId b) {
        return m_link.branch().counter(a)->number < m_link.branch().counter(b)->number;
    });
    endResetModel();
}

void CountersModel::onEvent(const Event &event)
{
    if (const auto *opened = std::get_if<event::CounterOpened>(&event))
        changed(opened->counter);
    else if (const auto *closed = std::get_if<event::CounterClosed>(&event))
        changed(closed->counter);
    else if (std::holds_alternative<event::CounterDefined>(event) || std::holds_alternative<event::DayOpened>(event)
             || std::holds_alternative<event::StaffDefined>(event))
        reload();
}

void CountersModel::changed(CounterId counter)
{
    if (const int row = rowOf(counter); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int CountersModel::rowOf(CounterId counter) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), counter);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void CountersModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int CountersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CountersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CounterId id = m_rows[static_cast<std::size_t>(index.row())];
    const Counter *counter = m_link.branch().counter(id);
    const CounterState *state = m_link.branch().counterState(id);
    if (!counter || !state)
        return {};
    const Staff *staff = m_link.branch().staffMember(state->staff);
    const QString occupant = staff ? fromUtf8(staff->name) : QString();
    const QString label = tr("Counter %1").arg(counter->number);
    switch (role) {
    case Qt::DisplayRole:
        return label;
    case Qt::AccessibleTextRole:
        return staff ? tr("%1, taken by %2").arg(label, occupant) : tr("%1, free").arg(label);
    case CounterRole:
        return static_cast<qlonglong>(id.value);
    case NumberRole:
        return static_cast<qlonglong>(counter->number);
    case OccupantRole:
        return occupant;
    case OccupantIdRole:
        return static_cast<qlonglong>(state->staff.value);
    case ProfileRole:
        return static_cast<qlonglong>(counter->profile.value);
    default:
        return {};
    }
}

} // namespace tiepdon
