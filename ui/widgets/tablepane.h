// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <initializer_list>
#include <utility>

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace tiepdon {

class EmptyState;
class ErrorBanner;

/// A table whose rows are chosen, with what stands around it: a heading above, an error in place, and where there
/// is no row what will appear there.
class TablePane : public QFrame
{
    Q_OBJECT

public:
    enum class Ground { Panel, None };

    /// Takes `table` over and gives its parts their names: for "tickets" they are "ticketsTable",
    /// "ticketsErrorBanner" and "noTicketsState". `rowHeight` in pixels.
    TablePane(QTableView &table, const QString &name, int rowHeight, Ground ground, QWidget *parent = nullptr);

    /// Above the table, below what was added before.
    void addHeading(QWidget *heading);
    void addHeading(QLayout *heading);
    /// Below the table.
    void addFoot(QWidget *foot, Qt::Alignment alignment = {});
    /// Fixed widths in pixels; the column named last has what is left, so that nothing scrolls sideways.
    void setWidths(std::initializer_list<std::pair<int, int>> widths, int stretched);
    /// The table, or in its place what will appear there.
    void showRows(bool areThere);
    [[nodiscard]] EmptyState &empty() { return *m_empty; }
    [[nodiscard]] ErrorBanner &error() { return *m_error; }

private:
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorBanner *m_error;
    QVBoxLayout *m_headings;
    QVBoxLayout *m_column;
};

} // namespace tiepdon
