// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/ticketprinter.h"

#include <QPointer>

namespace tiepdon {

void TicketPrinter::look(QObject *context, Done done)
{
    const PrintState state = isPaperWanted() ? PrintState::Printed : PrintState::NotWanted;
    QMetaObject::invokeMethod(
        this,
        [still = QPointer<QObject>(context), done = std::move(done), state] {
            if (still)
                done({state, {}});
        },
        Qt::QueuedConnection);
}

} // namespace tiepdon
