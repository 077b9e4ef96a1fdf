// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/breakword.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

struct BreakWord {
    Q_DECLARE_TR_FUNCTIONS(BreakWord)
};

} // namespace

QString breakWord(BreakReason reason)
{
    switch (reason) {
    case BreakReason::Meal:
        return BreakWord::tr("Meal");
    case BreakReason::Rest:
        return BreakWord::tr("Rest");
    case BreakReason::Paperwork:
        return BreakWord::tr("Paperwork");
    case BreakReason::Meeting:
        return BreakWord::tr("Meeting");
    case BreakReason::Other:
        break;
    }
    return BreakWord::tr("Other reason");
}

} // namespace tiepdon
