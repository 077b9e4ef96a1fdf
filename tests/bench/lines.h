// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

// What every program that measures says and how.

namespace tiepdon::bench {

inline void print(const char *name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

[[noreturn]] inline void giveUp(const char *why)
{
    std::fprintf(stderr, "bench: %s\n", why);
    std::exit(1);
}

inline double quantile(std::vector<double> values, double q)
{
    if (values.empty())
        giveUp("nothing was measured");
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

} // namespace tiepdon::bench
