// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/chiprow.h"
#include "app/supervisor/dragchip.h"
#include "app/supervisor/supervisordesk.h"

#include <map>

namespace tiepdon {

/// The branch's staff in a row, free ones first, each with where they are now: dragged onto a counter, or pressed
/// for the counter that is looked at. The desk must outlive it.
class PeopleStrip : public ChipRow
{
    Q_OBJECT

public:
    explicit PeopleStrip(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Brings the chips up to the branch as it is now.
    void refresh();
    [[nodiscard]] DragChip *chip(StaffId staff) const;

Q_SIGNALS:
    void chosen(tiepdon::StaffId staff);

private:
    SupervisorDesk &m_desk;
    std::map<StaffId, DragChip *> m_chips;
    std::vector<StaffId> m_order; ///< of the chips, as they stand
};

} // namespace tiepdon
