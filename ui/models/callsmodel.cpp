// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callsmodel.h"

#include "core/base/limits.h"

namespace tiepdon {

CallsModel::CallsModel(BranchLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &CallsModel::reload);
    connect(&link, &BranchLink::publicEvent, this, &CallsModel::onEvent);
    reload();
}

void CallsModel::reload()
{
    beginResetModel();
    m_calls = m_link.shown().calls;
    endResetModel();
}

void CallsModel::onEvent(const PublicEvent &event)
{
    if (const auto *shown = std::get_if<publicevent::CallShown>(&event)) {
        bringUp(shown->call);
    } else if (const auto *ended = std::get_if<publicevent::CallEnded>(&event)) {
        for (std::size_t i = 0; i < m_calls.size(); ++i) {
            if (m_calls[i].number != ended->number)
                continue;
            m_calls[i].isOpen = false;
            const QModelIndex row = index(static_cast<int>(i));
            Q_EMIT dataChanged(row, row);
        }
    } else if (std::holds_alternative<publicevent::BranchShown>(event)) {
        reload();
    }
}

void CallsModel::bringUp(const ShownCall &call)
{
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        if (m_calls[i].number != call.number)
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_calls.erase(m_calls.begin() + row);
        endRemoveRows();
        break;
    }
    if (m_calls.size() >= limits::kShownCallsMax) {
        const int last = static_cast<int>(limits::kShownCallsMax) - 1;
        beginRemoveRows({}, last, static_cast<int>(m_calls.size()) - 1);
        m_calls.resize(static_cast<std::size_t>(last));
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_calls.insert(m_calls.begin(), call);
    endInsertRows();
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
