// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csvday.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <set>

namespace tiepdon {
namespace {

constexpr std::size_t kRowsSaidMax = 20;
constexpr std::int64_t kLastMinute = 24 * 60 - 1;

/// A line's fields. Quotes as in RFC 4180, but a field does not go over the end of its line.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields;
    std::size_t at = 0;
    for (;;) {
        std::string field;
        if (at < line.size() && line[at] == '"') {
            for (++at;; ++at) {
                if (at >= line.size())
                    return std::nullopt;
                if (line[at] != '"')
                    field += line[at];
                else if (at + 1 < line.size() && line[at + 1] == '"')
                    field += line[at++];
                else
                    break;
            }
            ++at;
            if (at < line.size() && line[at] != ',')
                return std::nullopt;
        } else {
            const std::size_t end = std::min(line.find(',', at), line.size());
            field = line.substr(at, end - at);
            at = end;
        }
        fields.push_back(std::move(field));
        if (at >= line.size())
            return fields;
        ++at; // the comma
    }
}

/// Goes through a CSV file line by line.
class CsvLines
{
public:
    explicit CsvLines(std::string_view text) : m_text(text)
    {
        if (m_text.starts_with("\xEF\xBB\xBF"))
            m_text.remove_prefix(3);
    }
    /// The next line that is not empty; false at the end.
    bool next(std::string_view &line)
    {
        while (!m_text.empty()) {
            const std::size_t end = std::min(m_text.find('\n'), m_text.size());
            line = m_text.substr(0, end);
            m_text.remove_prefix(std::min(end + 1, m_text.size()));
            ++m_number;
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            if (!line.empty())
                return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t number() const { return m_number; }

private:
    std::string_view m_text;
    std::size_t m_number = 0;
};

Error badHeader(std::size_t line, const std::string &field)
{
    return {
        ErrorCode::BadFile,
        "the first line must name the columns; " + field + " is missing",
        {{"line", std::to_string(line)}, {"field", field}, {"reason", "the column is missing in the first line"}}};
}

/// Where the wanted columns stand, from the header.
Result<std::vector<std::size_t>> columnsOf(CsvLines &lines, const std::vector<std::string> &wanted)
{
    std::string_view line;
    if (!lines.next(line))
        return badHeader(1, wanted.front());
    const auto header = fieldsOf(line).value_or(std::vector<std::string>());
    std::vector<std::size_t> columns;
    for (const std::string &name : wanted) {
        const auto it = std::find(header.begin(), header.end(), name);
        if (it == header.end())
            return badHeader(lines.number(), name);
        columns.push_back(static_cast<std::size_t>(it - header.begin()));
    }
    return columns;
}

/// Reads the fields of one row and keeps the first mistake.
class Row
{
public:
    Row(const std::vector<std::string> &fields, const std::vector<std::size_t> &columns,
        const std::vector<std::string> &names)
        : m_fields(fields), m_columns(columns), m_names(names)
    {
    }

    std::string text(std::size_t column)
    {
        const std::string *value = field(column);
        if (value && (value->empty() || value->size() > 200 || !isUtf8(*value)))
            mistake(column, "must be text of 1 to 200 bytes of UTF-8");
        return value ? *value : std::string();
    }

    std::int64_t whole(std::size_t column, std::int64_t low, std::int64_t high)
    {
        std::int64_t number = 0;
        const std::string *value = field(column);
        if (!value)
            return 0;
        const char *end = value->data() + value->size();
        const auto [stop, problem] = std::from_chars(value->data(), end, number);
        if (problem != std::errc() || stop != end || number < low || number > high)
            mistake(column, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        return number;
    }

    double number(std::size_t column, double low, double high)
    {
        double number = 0;
        const std::string *value = field(column);
        if (!value)
            return 0;
        const char *end = value->data() + value->size();
        const auto [stop, problem] = std::from_chars(value->data(), end, number, std::chars_format::fixed);
        if (problem != std::errc() || stop != end || !(number >= low && number <= high))
            mistake(column,
                    "must be a number from " + std::to_string(static_cast<int>(low)) + " to "
                        + std::to_string(static_cast<int>(high)));
        return number;
    }

    void mistake(std::size_t column, const std::string &reason)
    {
        if (!m_mistake)
            m_mistake = {0, m_names.at(column), reason};
    }
    [[nodiscard]] const std::optional<BadRow> &firstMistake() const { return m_mistake; }

private:
    const std::string *field(std::size_t column)
    {
        const std::size_t at = m_columns.at(column);
        if (at < m_fields.size())
            return &m_fields[at];
        mistake(column, "is missing: the row has " + std::to_string(m_fields.size()) + " fields");
        return nullptr;
    }

    const std::vector<std::string> &m_fields;
    const std::vector<std::size_t> &m_columns;
    const std::vector<std::string> &m_names;
    std::optional<BadRow> m_mistake;
};

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

TicketRow ticketFrom(Row &row)
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

Error badRowsError(const std::vector<BadRow> &rows)
{
    std::string said;
    for (std::size_t i = 0; i < std::min(rows.size(), kRowsSaidMax); ++i)
        said += (i ? "; " : "") + std::string("line ") + std::to_string(rows[i].line) + ", " + rows[i].field + " "
            + rows[i].reason;
    return {ErrorCode::BadFile,
            std::to_string(rows.size()) + " bad rows: " + said,
            {{"line", std::to_string(rows.front().line)},
             {"field", rows.front().field},
             {"reason", rows.front().reason},
             {"count", std::to_string(rows.size())},
             {"rows", said}}};
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
    const auto columns = columnsOf(lines, kTicketColumns);
    if (!columns)
        return columns.error();
    OfficeDay day{office, date, {}, {}};
    std::set<std::string> offices;
    std::set<std::string> dates;
    std::string_view line;
    while (lines.next(line)) {
        const auto fields = fieldsOf(line);
        if (!fields) {
            day.badRows.push_back({lines.number(), "office", "has a quote without its end"});
            continue;
        }
        Row row(*fields, *columns, kTicketColumns);
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
    const auto columns = columnsOf(lines, wanted);
    if (!columns)
        return columns.error();
    std::map<std::int64_t, std::string> names;
    std::string_view line;
    while (lines.next(line)) {
        const auto fields = fieldsOf(line);
        if (!fields)
            return badRowsError({{lines.number(), "queue_name", "has a quote without its end"}});
        Row row(*fields, *columns, wanted);
        const std::int64_t id = row.whole(0, 1, std::numeric_limits<std::int64_t>::max());
        const std::string name = row.text(1);
        if (row.firstMistake())
            return badRowsError({{lines.number(), row.firstMistake()->field, row.firstMistake()->reason}});
        names[id] = name;
    }
    return names;
}

} // namespace tiepdon
