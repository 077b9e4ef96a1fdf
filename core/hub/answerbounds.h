// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/customermessage.h"

#include <cstddef>

namespace tiepdon {

/// Bytes of one answer about customers: long notes must not fill a client's line, which is cut off at a MiB.
constexpr std::size_t kAnswerBytesMax = std::size_t{256} * 1024;

/// Leaves out what is oldest, of all lists down to the same time, until the answer fits; `isMore` then.
void bound(TimelineAnswer &answer);
/// The same of what is due last.
void bound(OpenItemsAnswer &answer);
/// The same of a card's lists, each by itself; the rest of it is short.
void bound(CustomerCard &card);

} // namespace tiepdon
