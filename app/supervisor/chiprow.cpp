// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/chiprow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>

namespace tiepdon {
namespace {

constexpr int kChipHeight = 72;

} // namespace

ChipRow::ChipRow(QWidget *parent) : QScrollArea(parent), m_row(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *chips = new QHBoxLayout(m_row);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(8);
    setWidget(m_row);
    viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    m_row->installEventFilter(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    giveRoom();
}

bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isFiltered = QScrollArea::eventFilter(watched, event);
    if (watched == m_row && event->type() == QEvent::LayoutRequest)
        giveRoom();
    return isFiltered;
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    giveRoom();
}

void ChipRow::giveRoom()
{
    const bool hasBar = m_row->minimumSizeHint().width() > width();
    setFixedHeight(kChipHeight + 2 + (hasBar ? horizontalScrollBar()->sizeHint().height() : 0));
}

} // namespace tiepdon
