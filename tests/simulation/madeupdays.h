// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

// Days of an office and of a telephone branch, made up from a seed, as the files people keep of them.

namespace tiepdon::test {

struct MadeUpTicket {
    int day = 0;
    int number = 0;
    int arrivalMin = 0; ///< of the look that first shows it
    int callMin = 0;
};

/// One queue that is looked at every five minutes from 8:00 to 16:00; day after day from Monday, 5 January 2026.
class MadeUpOffice
{
public:
    MadeUpOffice(int days, std::uint64_t seed) : m_days(days)
    {
        std::mt19937_64 random(seed);
        const auto exponential = [&random](double mean) {
            return -mean * std::log1p(-static_cast<double>(random() >> 11U) * 0x1p-53);
        };
        for (int day = 0; day < days; ++day) {
            std::array<double, 2> freeMin{480, 480};
            int number = 0;
            for (double minute = 480 + exponential(3); minute < 900;
                 minute += exponential(minute < 660 ? 2.4 : 4)) {
                double &first = *std::min_element(freeMin.begin(), freeMin.end());
                const double calledMin = std::max(first, minute);
                first = calledMin + 1 + exponential(5);
                tickets.push_back({day, ++number, look(minute), look(calledMin)});
            }
        }
    }

    [[nodiscard]] std::string ticketsCsv() const
    {
        std::string text = "office,queue_id,letter,date,ticket_no,arrival_min,call_min,wait_min,waiting_at_arrival,"
                           "counters_at_arrival,displayed_service_min\n";
        for (const MadeUpTicket &each : tickets)
            text += "Nowhere,7,A," + date(each.day) + "," + std::to_string(each.number) + ","
                + std::to_string(each.arrivalMin) + "," + std::to_string(each.callMin) + ","
                + std::to_string(each.callMin - each.arrivalMin) + ",1,2,6\n";
        return text;
    }

    /// `countersLater` are open from `laterMin` on, on the last day.
    [[nodiscard]] std::string snapshotsCsv(int laterMin = 2000, int countersLater = 2) const
    {
        std::string text = "queue_id,letter,date,minute,waiting,counters,displayed_service_min,called\n";
        for (int day = 0; day < m_days; ++day)
            for (int minute = 480; minute <= 1380; minute += 5)
                text += "7,A," + date(day) + "," + std::to_string(minute) + ",0,"
                    + std::to_string(day + 1 == m_days && minute >= laterMin ? countersLater : 2) + ",6,0\n";
        return text;
    }

    std::vector<MadeUpTicket> tickets;

private:
    static int look(double minute) { return static_cast<int>(std::ceil(minute / 5)) * 5; }
    static std::string date(int day)
    {
        return day < 5 ? "2026-01-0" + std::to_string(day + 5) : "2026-01-" + std::to_string(day + 5);
    }

    int m_days;
};

struct MadeUpCall {
    int day = 0;
    int queuedS = 0; ///< 0: an agent was free
    int leftS = 0;
    bool isServed = true;
    int startS = 0;
    int endS = 0;
    int priority = 0;
    int agent = 0;
};

/// Three agents from 8:00 to 12:00; every ninth caller who has to wait gives up.
class MadeUpTelephone
{
public:
    MadeUpTelephone(int days, std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        const auto exponential = [&random](double mean) {
            return -mean * std::log1p(-static_cast<double>(random() >> 11U) * 0x1p-53);
        };
        for (int day = 0; day < days; ++day) {
            std::array<int, 3> freeS{28800, 28800, 28800};
            for (double at = 28800; at < 43200; at += exponential(55)) {
                const int came = static_cast<int>(at);
                const auto first = std::min_element(freeS.begin(), freeS.end());
                MadeUpCall call{day, 0, 0, true, 0, 0, static_cast<int>(random() % 3), 0};
                const int start = std::max(*first, came + 1);
                if (start > came + 1) {
                    call.queuedS = came;
                    call.leftS = start;
                    call.isServed = random() % 9 != 0;
                    if (!call.isServed)
                        call.leftS = came + (start - came + 1) / 2;
                }
                if (call.isServed) {
                    call.agent = static_cast<int>(first - freeS.begin()) + 1;
                    call.startS = start;
                    call.endS = start + 10 + static_cast<int>(exponential(140));
                    *first = call.endS + 2;
                }
                calls.push_back(call);
            }
        }
    }

    [[nodiscard]] std::string csv() const
    {
        std::string text
            = "date,weekday,arrival_s,vru_exit_s,q_start_s,q_exit_s,wait_s,outcome,ser_start_s,ser_exit_s,"
              "service_s,type,priority,identified,server\n";
        const auto add = [&text](int value) { text += std::to_string(value) + ","; };
        for (const MadeUpCall &call : calls) {
            text += "2026-01-" + std::string(call.day < 9 ? "0" : "") + std::to_string(call.day + 1) + ",";
            for (const int value : {call.day % 7, 0, 0, call.queuedS, call.leftS, call.leftS - call.queuedS})
                add(value);
            text += call.isServed ? "AGENT," : "HANG,";
            for (const int value : {call.startS, call.endS, call.endS - call.startS})
                add(value);
            text += "PS," + std::to_string(call.priority) + ",1,"
                + (call.agent ? "AGENT" + std::to_string(call.agent) : std::string("NO_SERVER")) + "\n";
        }
        return text;
    }

    std::vector<MadeUpCall> calls;
};

} // namespace tiepdon::test
