// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callsmodel.h"

#include <algorithm>

namespace tiepdon {

CallsModel::CallsModel(BranchLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &CallsModel::reload);
    connect(&link, &BranchLink::publicEvent, this, &CallsModel::follow);
    reload();
}

void CallsModel::setZones(const std::vector<ZoneId> &zones)
{
    if (zones == m_zones)
        return;
    m_zones = zones;
    follow();
}

std::vector<ShownCall> CallsModel::wanted() const
{
    std::vector<ShownCall> calls;
    for (const ShownCall &call : m_link.shown().calls) {
        if (m_zones.empty() || std::find(m_zones.begin(), m_zones.end(), call.zone) != m_zones.end())
            calls.push_back(call);
    }
    return calls;
}

void CallsModel::reload()
{
    beginResetModel();
    m_calls = wanted();
    endResetModel();
}

void CallsModel::follow()
{
    const std::vector<ShownCall> calls = wanted();
    const auto isCallOf = [](const std::string &number) {
        return [&number](const ShownCall &call) { return call.number == number; };
    };
    for (int row = static_cast<int>(m_calls.size()) - 1; row >= 0; --row) {
        if (std::any_of(calls.begin(), calls.end(), isCallOf(m_calls[static_cast<std::size_t>(row)].number)))
            continue;
        beginRemoveRows({}, row, row);
        m_calls.erase(m_calls.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const int row = static_cast<int>(i);
        const auto old = std::find_if(m_calls.begin() + row, m_calls.end(), isCallOf(calls[i].number));
        if (old == m_calls.end()) {
            beginInsertRows({}, row, row);
            m_calls.insert(m_calls.begin() + row, calls[i]);
            endInsertRows();
            continue;
        }
        if (const int from = static_cast<int>(old - m_calls.begin()); from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_calls.begin() + row, old, old + 1);
            endMoveRows();
        }
        if (m_calls[i] != calls[i]) {
            m_calls[i] = calls[i];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ShownCall &call = m_calls[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(call.number);
    case CounterRole:
        return static_cast<qlonglong>(call.counter);
    case IsOpenRole:
        return call.isOpen;
    case ShownMsRole:
        return static_cast<qlonglong>(call.shownMs);
    default:
        return {};
    }
}

} // namespace tiepdon
