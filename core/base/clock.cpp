// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace tiepdon {
namespace {

std::int64_t steadyNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

TimeMs SystemClock::nowMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

TimeMs PlayClock::nowMs() const
{
    if (m_rate <= 0.0)
        return m_base;
    const double elapsedMs = static_cast<double>(steadyNs() - m_steadyBaseNs) / 1e6;
    return m_base + static_cast<TimeMs>(elapsedMs * m_rate);
}

void PlayClock::set(TimeMs time, double rate)
{
    m_base = time;
    m_steadyBaseNs = steadyNs();
    m_rate = rate;
}

std::string localDay(TimeMs time, int utcOffsetMin)
{
    using namespace std::chrono;
    const sys_time<milliseconds> local{milliseconds(time + utcOffsetMin * kMinuteMs)};
    const year_month_day ymd{floor<days>(local)};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text.data();
}

TimeMs dayStart(const std::string &day, int utcOffsetMin)
{
    using namespace std::chrono;
    if (day.size() != 10 || day[4] != '-' || day[7] != '-')
        return -1;
    for (std::size_t i = 0; i < day.size(); ++i) {
        if (i != 4 && i != 7 && (day[i] < '0' || day[i] > '9'))
            return -1;
    }
    const year_month_day ymd{year{std::stoi(day.substr(0, 4))},
                             month{static_cast<unsigned>(std::stoi(day.substr(5, 2)))},
                             std::chrono::day{static_cast<unsigned>(std::stoi(day.substr(8, 2)))}};
    if (!ymd.ok())
        return -1;
    return duration_cast<milliseconds>(sys_days{ymd}.time_since_epoch()).count() - utcOffsetMin * kMinuteMs;
}

} // namespace tiepdon
