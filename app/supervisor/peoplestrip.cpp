// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/peoplestrip.h"

#include "app/supervisor/counterform.h"
#include "app/supervisor/words.h"
#include "ui/widgets/countertile.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>

namespace tiepdon {

PeopleStrip::PeopleStrip(SupervisorDesk &desk, QWidget *parent)
    : QScrollArea(parent), m_desk(desk), m_row(new QWidget(this))
{
    setObjectName(QStringLiteral("peopleStrip"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->setAlignment(Qt::AlignLeft);
    setWidget(m_row);
    viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(72 + horizontalScrollBar()->sizeHint().height() + 2);
}

DragChip *PeopleStrip::chip(StaffId staff) const
{
    const auto it = m_chips.find(staff);
    return it == m_chips.end() ? nullptr : it->second;
}

void PeopleStrip::refresh()
{
    const BranchState &branch = m_desk.branch();
    std::erase_if(m_chips, [&](const auto &entry) {
        if (branch.staffMember(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    auto *row = static_cast<QHBoxLayout *>(m_row->layout());
    const std::vector<StaffId> order = staffByUse(m_desk);
    for (const StaffId staff : order) {
        DragChip *&chip = m_chips[staff];
        if (!chip) {
            chip = new DragChip(staffMimeType(), staff.value, m_row);
            chip->setObjectName(QStringLiteral("personChip%1").arg(staff.value));
            connect(chip, &QAbstractButton::clicked, this, [this, staff] { Q_EMIT chosen(staff); });
        }
        const CounterId at = m_desk.counterOf(staff);
        const CounterState *state = branch.counterState(at);
        const QString served
            = tr("%1 served today").arg(QLocale().toString(static_cast<qlonglong>(branch.staffDay(staff).served)));
        chip->setWords({staffName(branch, staff), whereaboutsText(branch, staff),
                        state ? profileName(branch, state->profile) : served, m_desk.isBusy(at)});
    }
    if (order == m_order)
        return;
    m_order = order;
    QWidget *before = nullptr;
    for (const StaffId staff : m_order) {
        DragChip *chip = m_chips[staff];
        row->addWidget(chip); // to the end, one after the other
        if (before)
            setTabOrder(before, chip);
        before = chip;
        chip->show();
    }
}

} // namespace tiepdon
