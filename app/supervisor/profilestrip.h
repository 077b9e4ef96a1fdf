// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/chiprow.h"
#include "app/supervisor/dragchip.h"
#include "core/client/branchlink.h"

#include <map>

namespace tiepdon {

/// The type of a counter that is dragged onto a profile; the bytes are the counter's id as text.
inline QString counterMimeType() { return QStringLiteral("application/x-tiepdon-counter"); }

/// One work profile with its services: dragged onto a counter, or a counter onto it.
class ProfileChip : public DragChip
{
    Q_OBJECT

public:
    explicit ProfileChip(ProfileId profile, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A counter is held over it; 0 when it is gone again.
    void counterOver(tiepdon::CounterId counter);
    void counterDropped(tiepdon::CounterId counter);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

/// The branch's work profiles in a row, for the supervisor's hand. The link must outlive it.
class ProfileStrip : public ChipRow
{
    Q_OBJECT

public:
    explicit ProfileStrip(BranchLink &link, QWidget *parent = nullptr);

    /// Brings the chips up to the branch as it is now.
    void refresh();
    [[nodiscard]] ProfileChip *chip(ProfileId profile) const;

Q_SIGNALS:
    /// Pressed: for the counter that is looked at.
    void chosen(tiepdon::ProfileId profile);
    void counterOver(tiepdon::ProfileId profile, tiepdon::CounterId counter);
    void counterDropped(tiepdon::ProfileId profile, tiepdon::CounterId counter);

private:
    BranchLink &m_link;
    std::map<ProfileId, ProfileChip *> m_chips;
};

} // namespace tiepdon
