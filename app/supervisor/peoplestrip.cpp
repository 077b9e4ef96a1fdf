// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/peoplestrip.h"

#include "app/supervisor/counterform.h"
#include "app/supervisor/words.h"
#include "ui/widgets/countertile.h"

#include <QHBoxLayout>
#include <QLocale>

namespace tiepdon {

PeopleStrip::PeopleStrip(SupervisorDesk &desk, QWidget *parent) : ChipRow(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("peopleStrip"));
    row().layout()->setAlignment(Qt::AlignLeft);
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
    auto *chips = static_cast<QHBoxLayout *>(row().layout());
    const std::vector<StaffId> order = staffByUse(m_desk);
    for (const StaffId staff : order) {
        DragChip *&chip = m_chips[staff];
        if (!chip) {
            chip = new DragChip(staffMimeType(), staff.value, &row());
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
        chips->addWidget(chip); // to the end, one after the other
        if (before)
            setTabOrder(before, chip);
        before = chip;
        chip->show();
    }
}

} // namespace tiepdon
