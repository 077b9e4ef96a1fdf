// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tiepdon {

/// From now on SIGTERM and SIGINT close the windows, as a person would, and end the application `farewellMs` later,
/// so that what closing says to others goes out. A second signal ends it at once. On Unix; once per process.
void closeOnSignals(int farewellMs);

} // namespace tiepdon
