// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/figuresmessage.h"

namespace tiepdon {

std::optional<TimeMs> countedEndMs(FigureKind kind, const VisitStep &step, bool isKept)
{
    const auto endedAs
        = [&](StepOutcome outcome) { return step.outcome == outcome ? step.finishedMs : std::nullopt; };
    switch (kind) {
    case FigureKind::Served:
        return endedAs(StepOutcome::Served);
    case FigureKind::KeptPromise:
        return isKept ? endedAs(StepOutcome::Served) : std::nullopt;
    case FigureKind::BrokenPromise:
        return isKept ? std::nullopt : endedAs(StepOutcome::Served);
    case FigureKind::NoShow:
        return endedAs(StepOutcome::NoShow);
    case FigureKind::Abandoned:
        return endedAs(StepOutcome::Abandoned);
    case FigureKind::Cancelled:
        return endedAs(StepOutcome::Cancelled);
    case FigureKind::Ended:
        return endedAs(StepOutcome::Ended);
    case FigureKind::Transferred:
        return endedAs(StepOutcome::Transferred);
    default:
        return std::nullopt;
    }
}

std::int64_t halfHourOf(TimeMs timeMs, std::int64_t utcOffsetMin)
{
    const TimeMs localMs = timeMs + utcOffsetMin * kMinuteMs;
    return (localMs % kDayMs + kDayMs) % kDayMs / (30 * kMinuteMs) * 30;
}

} // namespace tiepdon
