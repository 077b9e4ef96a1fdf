// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace tiepdon {

/// Calls `work` once for each of 0 … count−1, on up to `threads` threads (at least one, at most 64: more than any
/// machine of a branch has), and returns when all are done. Which thread takes which, and in which order, is not
/// said: `work` writes to a place of its own.
void inParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)> &work);

} // namespace tiepdon
