// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fixtureday.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace tiepdon::testing {
namespace {

using Json = nlohmann::json;
using Row = std::map<std::string, std::string>;

TimeMs msOf(double seconds) { return std::llround(seconds * 1000); }
double number(const Row &row, const std::string &column) { return std::stod(row.at(column)); }
std::size_t index(const Row &row, const std::string &column) { return std::stoul(row.at(column)); }

/// The cells of a line that may end as lines do elsewhere.
std::vector<std::string> cells(std::string line)
{
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    std::vector<std::string> parts;
    std::stringstream in(line);
    for (std::string part; std::getline(in, part, ',');)
        parts.push_back(part);
    if (!line.empty() && line.back() == ',')
        parts.emplace_back();
    return parts;
}

/// Columns by what stands before a bracket in their headings.
void readRows(const std::string &path, const std::function<void(const Row &)> &take)
{
    std::ifstream in(path);
    if (!in)
        throw std::runtime_error(path + " cannot be read");
    std::string line;
    std::getline(in, line);
    std::vector<std::string> headings = cells(line);
    for (std::string &heading : headings)
        heading = heading.substr(0, heading.find('('));
    while (std::getline(in, line)) {
        const std::vector<std::string> values = cells(line);
        if (values.size() != headings.size())
            throw std::runtime_error(path + ": a line with other columns than its heading: " + line);
        Row row;
        for (std::size_t i = 0; i < values.size(); ++i)
            row[headings[i]] = values[i];
        take(row);
    }
}

std::vector<TimeMs> msList(const Json &list)
{
    std::vector<TimeMs> values;
    for (const Json &seconds : list)
        values.push_back(seconds.is_null() ? 0 : msOf(seconds.get<double>())); // no break: of no length
    return values;
}

void readScenario(const Json &json, Fixture &fixture)
{
    fixture.services = json.at("services").get<std::vector<std::string>>();
    fixture.meanServiceMs = msList(json.at("mean_service_s"));
    for (const Json &counter : json.at("skills")) {
        fixture.skills.emplace_back();
        for (const Json &skill : counter)
            fixture.skills.back().push_back(skill.get<int>() != 0);
    }
    fixture.speed = json.at("speed").get<std::vector<double>>();
    const std::vector<TimeMs> from = msList(json.at("break_start_s"));
    const std::vector<TimeMs> to = msList(json.at("break_end_s"));
    for (std::size_t i = 0; i < from.size(); ++i)
        fixture.breaks.push_back({from[i], to.at(i)});
    fixture.promiseMs = msList(json.at("target_s_by_queue"));
    fixture.weight = json.at("weight_by_queue").get<std::vector<double>>();
    for (const Json &rank : json.at("prio_by_queue"))
        fixture.rank.push_back(static_cast<std::int64_t>(rank.get<double>()));
    fixture.openMs = msOf(json.at("open_s").get<double>());
    fixture.closeMs = msOf(json.at("close_s").get<double>());
    fixture.noShowMs = msOf(json.at("noshow_call_s").get<double>());
    fixture.walkMs = msOf(json.at("walk_s").get<double>());
}

FixtureDay &dayOf(Fixture &fixture, std::size_t day)
{
    while (fixture.days.size() <= day) {
        fixture.days.emplace_back();
        fixture.days.back().absences.resize(fixture.skills.size());
    }
    return fixture.days[day];
}

void readDays(const std::string &base, Fixture &fixture)
{
    readRows(base + "_tickets.csv", [&](const Row &row) {
        dayOf(fixture, index(row, "day"))
            .tickets.push_back({msOf(number(row, "arrival_s")), msOf(number(row, "ref_s")), index(row, "service"),
                                index(row, "segment"), number(row, "service_req_s") * 1000,
                                msOf(number(row, "patience_s"))});
    });
    readRows(base + "_bookings.csv", [&](const Row &row) {
        FixtureBooking booking{msOf(number(row, "slot_s")), index(row, "service"), {}};
        if (!row.at("arrival_s").empty())
            booking.arrivedMs = msOf(number(row, "arrival_s"));
        dayOf(fixture, index(row, "day")).bookings.push_back(booking);
    });
    readRows(base + "_outages.csv", [&](const Row &row) {
        dayOf(fixture, index(row, "day")).absences.at(index(row, "counter"))
            = FixtureAbsence{msOf(number(row, "actual_unavailable_from_s")), msOf(number(row, "to_s"))};
    });
}

void readAnswers(const std::string &base, Fixture &fixture)
{
    for (const char *rule : {"FIFO", "FIXED", "RATIO", "EDF", "ATC"}) {
        auto &days = fixture.expected[rule];
        readRows(base + "_expected_" + rule + ".csv", [&](const Row &row) {
            days.resize(std::max(days.size(), index(row, "day") + 1));
            auto &calls = days[index(row, "day")];
            calls.resize(std::max(calls.size(), index(row, "i") + 1));
            calls[index(row, "i")]
                = {msOf(number(row, "call_s")), index(row, "counter"), index(row, "outcome") == 2};
        });
    }
    if (!std::filesystem::exists(base + "_expected_metrics.csv"))
        return;
    readRows(base + "_expected_metrics.csv", [&](const Row &row) {
        fixture.metrics[row.at("policy")]
            = {number(row, "J"),    number(row, "SLA"),  number(row, "wSLA"),  number(row, "std"),
               number(row, "prio"), number(row, "appt"), number(row, "worst"), number(row, "mean"),
               number(row, "p95"),  number(row, "max"),  number(row, "ns"),    number(row, "u2")};
    });
}

} // namespace

std::string fixturesDirectory()
{
    const std::string path = TIEPDON_SOURCE_DIR "/../shared/fixtures";
    return std::filesystem::is_directory(path) ? path : std::string();
}

std::optional<Fixture> readFixture(const std::string &name)
{
    const std::string directory = fixturesDirectory();
    const std::string base = directory + "/" + name;
    if (directory.empty() || !std::filesystem::exists(base + ".json"))
        return std::nullopt;
    Fixture fixture;
    fixture.name = name;
    std::ifstream in(base + ".json");
    readScenario(Json::parse(in), fixture);
    readDays(base, fixture);
    readAnswers(base, fixture);
    return fixture;
}

} // namespace tiepdon::testing
