// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace tiepdon {

/// Milliseconds since 1970-01-01T00:00:00Z. Durations are milliseconds too.
using TimeMs = std::int64_t;

constexpr TimeMs kSecondMs = 1000;
constexpr TimeMs kMinuteMs = 60 * kSecondMs;
constexpr TimeMs kHourMs = 60 * kMinuteMs;
constexpr TimeMs kDayMs = 24 * kHourMs;

/// The only thing that reads time. Not thread-safe; one owner, one thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// The branch's time, UTC ms.
    [[nodiscard]] virtual TimeMs nowMs() const = 0;
    /// How many branch seconds pass in a real one: 1 but in a played day, 0 while that stands still. In [0, 3600].
    [[nodiscard]] virtual double rate() const { return 1.0; }
};

/// The system's clock.
class SystemClock : public Clock
{
public:
    [[nodiscard]] TimeMs nowMs() const override;
};

/// A clock for played days: stands still until set, then runs at a rate of real (steady) time.
class PlayClock : public Clock
{
public:
    explicit PlayClock(TimeMs start) : m_base(start) { }

    [[nodiscard]] TimeMs nowMs() const override;
    [[nodiscard]] double rate() const override { return m_rate; }
    /// Jumps to `time` and runs on at `rate` (0 stands still).
    void set(TimeMs time, double rate);

private:
    TimeMs m_base;
    std::int64_t m_steadyBaseNs = 0;
    double m_rate = 0.0;
};

/// A clock a test moves by hand.
class ManualClock : public Clock
{
public:
    explicit ManualClock(TimeMs start) : m_now(start) { }

    [[nodiscard]] TimeMs nowMs() const override { return m_now; }
    void set(TimeMs time) { m_now = time; }
    void advance(TimeMs byMs) { m_now += byMs; }

private:
    TimeMs m_now;
};

/// The calendar day "YYYY-MM-DD" at `time` where clocks are `utcOffsetMin` minutes ahead of UTC.
std::string localDay(TimeMs time, int utcOffsetMin);
/// The UTC ms of local midnight of "YYYY-MM-DD"; -1 when the text is no day of the calendar. Days from 1970 on.
TimeMs dayStart(const std::string &day, int utcOffsetMin);

} // namespace tiepdon
