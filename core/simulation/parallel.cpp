// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace tiepdon {
namespace {

constexpr std::size_t kThreadsMax = 64;

} // namespace

void inParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1))
            work(i);
    };
    std::vector<std::thread> others;
    const std::size_t wanted = std::clamp<std::size_t>(std::min(threads, count), 1, kThreadsMax);
    for (std::size_t i = 1; i < wanted; ++i)
        others.emplace_back(take);
    take();
    for (std::thread &other : others)
        other.join();
}

} // namespace tiepdon
