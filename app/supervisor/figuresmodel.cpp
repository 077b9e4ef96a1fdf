// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/figuresmodel.h"

#include "ui/widgets/text.h"

#include <QLocale>

namespace tiepdon {

FiguresModel::FiguresModel(BranchLink &link, QObject *parent) : QAbstractTableModel(parent), m_link(link) { }

void FiguresModel::setFigures(const DayFigures &figures)
{
    m_figures = figures;
    if (!m_isKnown) {
        beginInsertRows({}, 0, 0);
        m_isKnown = true;
        endInsertRows();
    }
    setRows(figureRows(figures, m_group));
}

void FiguresModel::setGroup(FigureGroup group)
{
    if (group == m_group)
        return;
    beginResetModel();
    m_group = group;
    m_rows = m_isKnown ? figureRows(m_figures, group) : std::vector<FigureRow>();
    endResetModel();
}

void FiguresModel::clear()
{
    beginResetModel();
    m_isKnown = false;
    m_rows.clear();
    endResetModel();
}

/// Rows come and go one by one, so that a selection stays where it was.
void FiguresModel::setRows(const std::vector<FigureRow> &rows)
{
    std::size_t at = 0;
    for (const FigureRow &row : rows) {
        while (at < m_rows.size() && m_rows[at].key < row.key) {
            beginRemoveRows({}, static_cast<int>(at) + 1, static_cast<int>(at) + 1);
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
            endRemoveRows();
        }
        if (at == m_rows.size() || m_rows[at].key != row.key) {
            beginInsertRows({}, static_cast<int>(at) + 1, static_cast<int>(at) + 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), row);
            endInsertRows();
        } else {
            m_rows[at] = row;
        }
        ++at;
    }
    while (m_rows.size() > at) {
        const int last = static_cast<int>(m_rows.size());
        beginRemoveRows({}, last, last);
        m_rows.pop_back();
        endRemoveRows();
    }
    retranslate();
}

void FiguresModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_isKnown ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shownFigureColumns().size()) + 1;
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isAll = index.row() == 0;
    const FigureRow &row = isAll ? m_figures.total : m_rows[static_cast<std::size_t>(index.row() - 1)];
    if (role == KeyRole)
        return isAll ? QVariant() : QVariant(static_cast<qlonglong>(row.key));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == kNameColumn ? Qt::AlignLeft : Qt::AlignRight)));
    const QString name = isAll ? tr("Everybody") : figureRowName(m_link.branch(), m_group, row.key);
    if (index.column() == kNameColumn) {
        if (role == Qt::ToolTipRole)
            return toolTipOf(name);
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(name) : QVariant();
    }
    const FigureColumn column = shownFigureColumns()[static_cast<std::size_t>(index.column() - 1)];
    const FigureValue value = figureValue(row, column);
    const auto kind = figureKind(column);
    if (role == KindRole)
        return kind && value.number ? QVariant(static_cast<int>(*kind)) : QVariant();
    if (role == Qt::DisplayRole)
        return figureText(value);
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    QString said = tr("%1, %2: %3").arg(name, figureHeading(column), figureText(value));
    if (value.n > 0 && value.number)
        said += QStringLiteral(", n = ") + QLocale().toString(static_cast<qlonglong>(value.n));
    if (role == Qt::ToolTipRole && kind && value.number)
        said += QLatin1Char('\n') + tr("Enter or a double click shows the tickets behind it.");
    return role == Qt::ToolTipRole ? toolTipOf(said) : said;
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole) // headings are longer than their figures
        return static_cast<int>(Qt::AlignBottom | (section == kNameColumn ? Qt::AlignLeft : Qt::AlignRight))
            | static_cast<int>(Qt::TextWordWrap);
    if (section == kNameColumn)
        return role == Qt::DisplayRole ? QVariant(groupName(m_group)) : QVariant();
    const FigureColumn column = shownFigureColumns()[static_cast<std::size_t>(section - 1)];
    if (role == Qt::DisplayRole)
        return figureHeading(column);
    if (role == Qt::ToolTipRole)
        return toolTipOf(figureMeaning(column));
    return {};
}

} // namespace tiepdon
