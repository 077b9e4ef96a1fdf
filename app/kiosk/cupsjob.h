// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/ticketprinter.h"

#include <atomic>

namespace tiepdon {

/// Where and how long.
struct CupsPlace {
    QString server; ///< host, host:port or socket; empty: what CUPS_SERVER or the system's settings say
    QString printer; ///< empty: the default one
    int printMsMax = 10000; ///< from the job's being sent to the printer's being done with it
};

/// Sends a job to CUPS and waits until it is printed or is not going to be; what is not done in time is cancelled,
/// so that no paper comes out after somebody was told that none will. Blocks: for a worker thread. Each step has a
/// bound: connecting 3 s, an answer 5 s. Ends early, without cancelling, when `isStopping` becomes true.
PrintOutcome printByCups(const PrintJob &job, const CupsPlace &place, const std::atomic_bool &isStopping);

/// Whether a ticket would be printed now, without printing one: Printed when nothing stands against it. Blocks,
/// with the same bounds.
PrintOutcome lookByCups(const CupsPlace &place);

} // namespace tiepdon
