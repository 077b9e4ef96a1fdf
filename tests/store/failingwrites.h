// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tiepdon {

/// Whether the disk takes what this program's database writes. The program's own `pwrite` and `fdatasync` stand
/// before the system's; it must export its symbols, so that the database's library finds them.
namespace failingwrites {

/// From now on the k-th write or flush (from 1) fails with `errorNumber`, and with `forGood` each one after it.
void failAt(int k, int errorNumber, bool forGood);
/// All succeed again. Whether one had failed.
bool stop();

} // namespace failingwrites
} // namespace tiepdon
