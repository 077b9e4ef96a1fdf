// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QString>

namespace tiepdon {

/// What happened and what to do next, in the language windows speak now. Has words for every code; facts
/// missing from `detail` are left out.
QString sentence(const Error &error);

/// The same error with its instants said as people read them: `fromMs`, `untilMs` and `opensMs` become the branch's
/// clock, and the time left to `untilMs` becomes `waitMs`. For errors made of the branch's times.
Error timed(Error error, TimeMs nowMs, std::int64_t utcOffsetMin);

} // namespace tiepdon
