// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csvday.h"

#include "core/base/clock.h"

#include <algorithm>
#include <limits>
#include <set>

namespace tiepdon {
namespace {

constexpr std::int64_t kLastMinute = 24 * 60 - 1;

enum Column : std::size_t {
    Office,
    Queue,
    Letter,
    Date,
    TicketNo,
    ArrivalMin,
    CallMin,
    WaitMin,
    Waiting,
    Counters,
    ServiceMin
};
const std::vector<std::string> kTicketColumns{"office",
                                              "queue_id",
                                              "letter",
                                              "date",
                                              "ticket_no",
                                              "arrival_min",
                                              "call_min",
                                              "wait_min",
                                              "waiting_at_arrival",
                                              "counters_at_arrival",
                                              "displayed_service_min"};

struct TicketRow {
    std::string office;
    std::string date;
    OfficeTicket ticket;
};

TicketRow ticketFrom(CsvRow &row)
{
    constexpr std::int64_t kIdMax = 1'000'000'000'000;
    TicketRow result;
    result.office = row.text(Office);
    result.ticket.queue = row.whole(Queue, 1, kIdMax);
    result.ticket.letter = row.text(Letter);
    if (result.ticket.letter.size() != 1 || result.ticket.letter[0] < 'A' || result.ticket.letter[0] > 'Z')
        row.mistake(Letter, "must be one letter A to Z");
    result.date = row.text(Date);
    if (dayStart(result.date, 0) < 0)
        row.mistake(Date, "must be a day, YYYY-MM-DD");
    row.whole(TicketNo, 0, 1'000'000);
    result.ticket.arrivalMin = row.whole(ArrivalMin, 0, kLastMinute);
    const std::int64_t callMin = row.whole(CallMin, 0, kLastMinute);
    if (callMin < result.ticket.arrivalMin)
        row.mistake(CallMin, "must not be before arrival_min");
    row.whole(WaitMin, 0, kLastMinute);
    row.whole(Waiting, 0, 100'000);
    result.ticket.counters = row.whole(Counters, 0, 99);
    result.ticket.displayedServiceMin = row.number(ServiceMin, 0, 720);
    return result;
}

Error notInFile(const char *field, const std::string &wanted, const std::set<std::string> &known)
{
    std::string list;
    for (const std::string &each : known)
        list += (list.empty() ? "" : ", ") + each;
    return {ErrorCode::InvalidParams,
            "the file has no " + std::string(field) + " " + wanted,
            {{"field", field}, {"wanted", wanted}, {"known", list}}};
}

} // namespace

Result<OfficeDay> officeDayFrom(std::string_view csv, const std::string &office, const std::string &date,
                                bool skipBadRows)
{
    CsvLines lines(csv);
    const auto columns = csvColumns(lines, kTicketColumns);
    if (!columns)
        return columns.error();
    OfficeDay day{office, date, {}, {}};
    std::set<std::string> offices;
    std::set<std::string> dates;
    std::string_view line;
    while (lines.next(line)) {
        const auto fields = csvFields(line);
        if (!fields) {
            day.badRows.push_back({lines.number(), "office", "has a quote without its end"});
            continue;
        }
        CsvRow row(*fields, *columns, kTicketColumns);
        const TicketRow read = ticketFrom(row);
        if (row.firstMistake()) {
            day.badRows.push_back(*row.firstMistake());
            day.badRows.back().line = lines.number();
            continue;
        }
        offices.insert(read.office);
        if (read.office != office)
            continue;
        dates.insert(read.date);
        if (read.date == date)
            day.tickets.push_back(read.ticket);
    }
    if (!day.badRows.empty() && !skipBadRows)
        return badRowsError(day.badRows);
    if (!offices.contains(office))
        return notInFile("office", office, offices);
    if (day.tickets.empty())
        return notInFile("date", date, dates);
    return day;
}

Result<std::map<std::int64_t, std::string>> queueNamesFrom(std::string_view csv)
{
    const std::vector<std::string> wanted{"queue_id", "queue_name"};
    CsvLines lines(csv);
    const auto columns = csvColumns(lines, wanted);
    if (!columns)
        return columns.error();
    std::map<std::int64_t, std::string> names;
    std::string_view line;
    while (lines.next(line)) {
        const auto fields = csvFields(line);
        if (!fields)
            return badRowsError({{lines.number(), "queue_name", "has a quote without its end"}});
        CsvRow row(*fields, *columns, wanted);
        const std::int64_t id = row.whole(0, 1, std::numeric_limits<std::int64_t>::max());
        const std::string name = row.text(1);
        if (row.firstMistake())
            return badRowsError({{lines.number(), row.firstMistake()->field, row.firstMistake()->reason}});
        names[id] = name;
    }
    return names;
}

} // namespace tiepdon
