// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/ticketprinter.h"
#include "core/client/branchlink.h"
#include "core/wire/noticemessage.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tiepdon {

/// Tells the hub how this kiosk's printer is: when it is known, when it changes, and again each time the hub is
/// back. Looks at an idle printer now and then, so that staff hear of an empty roll before somebody stands without
/// a ticket. Whether paper comes out only a ticket tells: where one did not, it is well again with the next that
/// does, or when looks find what was wrong and then find it gone. Link and printer must outlive it. Main thread.
class PrinterReports : public QObject
{
    Q_OBJECT

public:
    /// `lookMs` between looks.
    PrinterReports(BranchLink &link, TicketPrinter &printer, int lookMs, QObject *parent = nullptr);

    /// How a ticket came out, which is news of the printer.
    void note(const PrintOutcome &outcome);

Q_SIGNALS:
    /// What a look found.
    void looked(const tiepdon::PrintOutcome &outcome);

private:
    void look();
    void onLook(const PrintOutcome &outcome);
    void take(const PrintOutcome &outcome);
    void tell();

    BranchLink &m_link;
    TicketPrinter &m_printer;
    QTimer m_look;
    std::optional<PrinterCondition> m_condition; ///< nothing: not known yet
    std::optional<PrinterCondition> m_told; ///< to this connection
    bool m_hasJobFailed = false; ///< since the last ticket that came out
    bool m_hasSeenWhy = false; ///< a look found something wrong since
    bool m_isTelling = false;
    bool m_isLooking = false;
};

} // namespace tiepdon
