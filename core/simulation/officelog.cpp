// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/officelog.h"

#include "core/base/clock.h"

namespace tiepdon {
namespace {

constexpr std::int64_t kLastMinute = 24 * 60 - 1;
constexpr std::int64_t kIdMax = 1'000'000'000'000;
constexpr std::int64_t kNumberMax = 1'000'000;
constexpr std::int64_t kWaitingMax = 100'000;
constexpr std::int64_t kCountersMax = 99;
constexpr double kServiceMinMax = 720;

std::string dayOf(CsvRow &row, std::size_t column)
{
    std::string date = row.text(column);
    if (dayStart(date, 0) < 0)
        row.mistake(column, "must be a day, YYYY-MM-DD");
    return date;
}

OfficeTicketRow ticketOf(CsvRow &row)
{
    OfficeTicketRow ticket;
    ticket.office = row.text(0);
    ticket.queue = row.whole(1, 1, kIdMax);
    ticket.letter = row.text(2);
    ticket.date = dayOf(row, 3);
    ticket.number = row.whole(4, 0, kNumberMax);
    ticket.arrivalMin = row.whole(5, 0, kLastMinute);
    ticket.callMin = row.whole(6, 0, kLastMinute);
    if (ticket.callMin < ticket.arrivalMin)
        row.mistake(6, "must not be before arrival_min");
    if (row.whole(7, 0, kLastMinute) != ticket.callMin - ticket.arrivalMin)
        row.mistake(7, "must be call_min less arrival_min");
    row.whole(8, 0, kWaitingMax);
    row.whole(9, 0, kCountersMax);
    row.number(10, 0, kServiceMinMax);
    return ticket;
}

OfficeScreenRow screenOf(CsvRow &row)
{
    OfficeScreenRow screen;
    screen.queue = row.whole(0, 1, kIdMax);
    screen.letter = row.text(1);
    screen.date = dayOf(row, 2);
    screen.minute = row.whole(3, 0, kLastMinute);
    screen.waiting = row.whole(4, 0, kWaitingMax);
    screen.counters = row.whole(5, 0, kCountersMax);
    screen.serviceMin = row.number(6, 0, kServiceMinMax);
    row.whole(7, 0, kNumberMax);
    return screen;
}

} // namespace

Result<std::vector<OfficeTicketRow>> officeTickets(const CsvText &text)
{
    return csvTable<OfficeTicketRow>(text,
                                     {"office", "queue_id", "letter", "date", "ticket_no", "arrival_min",
                                      "call_min", "wait_min", "waiting_at_arrival", "counters_at_arrival",
                                      "displayed_service_min"},
                                     ticketOf);
}

Result<std::vector<OfficeScreenRow>> officeScreens(const CsvText &text)
{
    return csvTable<OfficeScreenRow>(
        text, {"queue_id", "letter", "date", "minute", "waiting", "counters", "displayed_service_min", "called"},
        screenOf);
}

} // namespace tiepdon
