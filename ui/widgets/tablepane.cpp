// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablepane.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace tiepdon {

TablePane::TablePane(QTableView &table, const QString &name, int rowHeight, Ground ground, QWidget *parent)
    : QFrame(parent), m_table(&table), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_error(new ErrorBanner(this)), m_headings(new QVBoxLayout), m_column(new QVBoxLayout(this))
{
    table.setObjectName(name + QStringLiteral("Table"));
    m_error->setObjectName(name + QStringLiteral("ErrorBanner"));
    m_empty->setObjectName(QStringLiteral("no") + name.left(1).toUpper() + name.mid(1) + QStringLiteral("State"));
    if (ground == Ground::Panel)
        setProperty("panel", QStringLiteral("surface"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setMouseTracking(true);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_headings->setSpacing(8);
    m_column->setContentsMargins(12, ground == Ground::Panel ? 12 : 8, 12, ground == Ground::Panel ? 12 : 8);
    m_column->setSpacing(8);
    m_column->addLayout(m_headings);
    m_column->addWidget(m_error);
    m_column->addWidget(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
}

void TablePane::addHeading(QWidget *heading) { m_headings->addWidget(heading); }

void TablePane::addHeading(QLayout *heading) { m_headings->addLayout(heading); }

void TablePane::addFoot(QWidget *foot, Qt::Alignment alignment) { m_column->addWidget(foot, 0, alignment); }

void TablePane::setWidths(std::initializer_list<std::pair<int, int>> widths, int stretched)
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

void TablePane::showRows(bool areThere) { m_stack->setCurrentIndex(areThere ? 0 : 1); }

} // namespace tiepdon
