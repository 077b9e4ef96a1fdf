// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/entries.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace tiepdon::testing {

/// Runs an entry as libFuzzer wants it: says what is wrong and ends the program, so that the bytes are kept.
inline int stopAt(std::string (*entry)(std::string_view), const std::uint8_t *bytes, std::size_t size)
{
    const std::string wrong = entry({reinterpret_cast<const char *>(bytes), size});
    if (!wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        std::abort();
    }
    return 0;
}

} // namespace tiepdon::testing
