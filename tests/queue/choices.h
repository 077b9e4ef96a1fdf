// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string_view>

namespace tiepdon::testing {

/// Where a walk through a branch takes its choices from: a seed, or bytes that a fuzzer makes up.
class Choices
{
public:
    explicit Choices(std::uint64_t seed) : m_random(seed) { }
    /// Has an end: after it every choice is 0. `bytes` outlive it.
    explicit Choices(std::string_view bytes) : m_bytes(bytes) { }

    /// 0 to n - 1; n is at least 1.
    std::int64_t below(std::int64_t n)
    {
        const auto bound = static_cast<std::uint64_t>(n);
        if (!m_bytes)
            return static_cast<std::int64_t>(m_random() % bound);
        std::uint64_t value = 0;
        for (std::uint64_t reach = 1; reach < bound && reach < (1ULL << 56U); reach <<= 8U)
            value = value << 8U | byte();
        return static_cast<std::int64_t>(value % bound);
    }
    /// Any of the 64-bit numbers, the extremes and small ones more often.
    std::int64_t any()
    {
        switch (below(8)) {
        case 0:
            return INT64_MAX - below(3);
        case 1:
            return INT64_MIN + below(3);
        case 2:
            return static_cast<std::int64_t>(static_cast<std::uint64_t>(below(INT64_MAX)) << 1U);
        case 3:
            return -below(5);
        default:
            return below(12);
        }
    }
    /// Whether the bytes are all used; never with a seed.
    [[nodiscard]] bool isOver() const { return m_bytes && m_bytes->empty(); }

private:
    std::uint64_t byte()
    {
        if (m_bytes->empty())
            return 0;
        const auto value = static_cast<unsigned char>(m_bytes->front());
        m_bytes->remove_prefix(1);
        return value;
    }

    std::mt19937_64 m_random{1};
    std::optional<std::string_view> m_bytes;
};

} // namespace tiepdon::testing
