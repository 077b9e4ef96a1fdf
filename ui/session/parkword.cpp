// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/parkword.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

struct ParkWord {
    Q_DECLARE_TR_FUNCTIONS(ParkWord)
};

} // namespace

QString parkWord(ParkReason reason)
{
    switch (reason) {
    case ParkReason::FillsForm:
        return ParkWord::tr("Fills in a form");
    case ParkReason::FetchesPapers:
        return ParkWord::tr("Fetches papers");
    case ParkReason::Payment:
        return ParkWord::tr("Pays elsewhere");
    case ParkReason::Approval:
        return ParkWord::tr("Waits for approval");
    case ParkReason::Processing:
        return ParkWord::tr("Being processed");
    case ParkReason::Other:
        break;
    }
    return ParkWord::tr("Other reason");
}

} // namespace tiepdon
