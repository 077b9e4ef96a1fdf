// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/queue/reason.h"

#include <QString>

namespace tiepdon {

/// What happened and what to do next, in the language windows speak now. Has words for every code; facts
/// missing from `detail` are left out.
QString sentence(const Error &error);

/// Why a ticket is next, in one line: "Longest against its promise: waited 12 of 10 min; A014 waited 5 of 15".
QString sentence(const CallReason &reason);

/// The choice with all its numbers, a line each, for those who ask "why this number?".
QString explanation(const CallReason &reason);

} // namespace tiepdon
