// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/queue/command.h"
#include "core/wire/message.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <vector>

namespace tiepdon {

/// Commands about the ticket in hand, on disk from before they are sent until they are answered: a program that is
/// killed in between sends them again, under the same operation ids. One small file each, so that two programs of
/// one device do not undo each other's. Without a folder they are in memory alone.
class Outbox
{
public:
    /// More would be hours without a hub: then somebody must look.
    static constexpr std::size_t kEntriesMax = 64;
    /// Older ones say nothing true about the ticket in hand.
    static constexpr TimeMs kAgeMsMax = kDayMs;

    struct Entry {
        OperationId op;
        StaffId staff; ///< who did it: goes out only while they are signed in
        Command command;
        TimeMs madeMs = 0; ///< system's clock; strictly rising
        bool isOfEarlierRun = false;
    };

    explicit Outbox(QString folder);

    /// Reads what an earlier run of the program left, oldest first. Gives back those too old to be sent, which are
    /// removed; what cannot be read is put aside as *.damaged.
    std::vector<Entry> load();

    /// Keeps one, durably. FileNotWritable (detail "file"), Offline when there are too many: nothing was kept.
    Result<void> add(const OperationId &op, StaffId staff, const Command &command);
    /// It was answered. One whose file stays is sent again after a restart and gets its first answer again.
    void remove(const OperationId &op);
    /// The first of somebody's; null when there is none. Valid until the next change.
    [[nodiscard]] const Entry *firstOf(StaffId staff) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    [[nodiscard]] QString fileOf(const Entry &entry) const;

    QString m_folder; ///< empty: in memory
    std::deque<Entry> m_entries; ///< in the order they were made
};

/// Whether a command is about the ticket in hand, and may so be late.
bool isAboutTicketInHand(const Command &command);
/// The command with the time it was made at, unless it has one.
Command claimed(Command command, TimeMs atMs);

} // namespace tiepdon
