// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/promisesmodel.h"

#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace tiepdon {

int toneOfDue(const OpenItem &item, TimeMs nowMs)
{
    if (!item.isOpen())
        return static_cast<int>(Tone::Neutral);
    if (item.isLate(nowMs))
        return static_cast<int>(Tone::Bad);
    return static_cast<int>(item.dueMs - nowMs < kDayMs ? Tone::Warn : Tone::Neutral);
}

QString customerText(const OpenItemRow &row)
{
    if (row.name.empty())
        return row.item.customer.isSet() ? PromisesModel::tr("Name hidden") : QStringLiteral("—");
    const QString form = addressWord(row.form);
    return form.isEmpty() ? fromUtf8(row.name) : form + QLatin1Char(' ') + fromUtf8(row.name);
}

QString itemText(const OpenItem &item)
{
    const QString words = fromUtf8(item.text);
    if (item.blocker == BlockerKind::None)
        return words;
    return words.isEmpty() ? blockerWord(item.blocker) : blockerWord(item.blocker) + QStringLiteral(": ") + words;
}

PromisesModel::PromisesModel(BranchLink &link, QObject *parent) : QAbstractTableModel(parent), m_link(link) { }

void PromisesModel::setRows(const std::vector<OpenItemRow> &rows)
{
    const auto isIn = [](const std::vector<OpenItemRow> &all, OpenItemId id) {
        return std::any_of(all.begin(), all.end(), [id](const OpenItemRow &each) { return each.item.id == id; });
    };
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (isIn(rows, m_rows[static_cast<std::size_t>(row)].item.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const OpenItemRow &wanted = rows[static_cast<std::size_t>(row)];
        const int now = rowOf(wanted.item.id);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, wanted);
            endInsertRows();
            continue;
        }
        if (now != row) { // those before stand right by now
            beginMoveRows({}, now, now, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + now, m_rows.begin() + now + 1);
            endMoveRows();
        }
        m_rows[static_cast<std::size_t>(row)] = wanted;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void PromisesModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const OpenItemRow *PromisesModel::rowAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int PromisesModel::rowOf(OpenItemId item) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [item](const OpenItemRow &each) { return each.item.id == item; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int PromisesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PromisesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PromisesModel::text(const OpenItemRow &row, int column) const
{
    const Staff *owner = m_link.branch().staffMember(row.item.owner);
    switch (column) {
    case DueColumn:
        return row.item.isOpen()
            ? dueText(row.item.dueMs, m_link.hubNowMs(), m_link.branch().settings().utcOffsetMin)
            : shortDay(row.item.dueMs, m_link.branch().settings().utcOffsetMin);
    case KindColumn:
        return openItemWord(row.item.kind);
    case CustomerColumn:
        return customerText(row);
    case TextColumn:
        return itemText(row.item);
    case OwnerColumn:
        return owner ? fromUtf8(owner->name) : QStringLiteral("—");
    case StateColumn:
        return openItemStateWord(row.item.state);
    default:
        return {};
    }
}

QVariant PromisesModel::data(const QModelIndex &index, int role) const
{
    const OpenItemRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole: {
        QStringList all;
        for (int column = 0; column < ColumnCount; ++column)
            all << text(*row, column);
        return index.column() == 0 ? all.join(QStringLiteral(", ")) : text(*row, index.column());
    }
    case ItemRole:
        return static_cast<qlonglong>(row->item.id.value);
    case ToneRole:
        return toneOfDue(row->item, m_link.hubNowMs());
    default:
        return {};
    }
}

QVariant PromisesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DueColumn:
        return tr("Due");
    case KindColumn:
        return tr("Kind");
    case CustomerColumn:
        return tr("Customer");
    case TextColumn:
        return tr("What");
    case OwnerColumn:
        return tr("Owner");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace tiepdon
