// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/wire/historymessage.h"

#include <map>
#include <string>
#include <vector>

namespace tiepdon {

/// Past days of a made-up branch, each played through by the engine when it is first asked about, the same each
/// time: what a hub would answer about them on a link without one.
class PlayedDays
{
public:
    /// The days there are, "YYYY-MM-DD", newest first.
    explicit PlayedDays(std::vector<std::string> days) : m_days(std::move(days)) { }

    /// The answer to a question about past days; UnknownMethod for another.
    Result<Json> answer(const std::string &method, const Json &params);

private:
    struct Happened {
        Event event;
        TimeMs atMs = 0;
        Touched touched;
    };
    struct Played {
        DayKept day;
        std::vector<Happened> events;
        std::vector<DayTicketRow> tickets; ///< by id, each with all its steps
    };

    const Played *played(const std::string &businessDay);
    static Played play(const std::string &businessDay);
    static void addTickets(Played &played, const BranchState &branch, const Touched &touched);
    DaysAnswer days();
    Result<Json> dayAt(const DayAtQuery &query);
    Result<Json> dayTickets(const DayTicketsQuery &query);
    Result<Json> calls(const CallsQuery &query);

    std::vector<std::string> m_days;
    std::map<std::string, Played> m_played;
};

} // namespace tiepdon
