// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/branchfile.h"

#include "core/base/limits.h"
#include "core/wire/tomlreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace tiepdon {
namespace {

/// More than this is no service time; the exact bound is `checked`'s.
constexpr double kMinutesMax = 24 * 60;

TimeMs minutes(TomlReader &reader, std::string_view key)
{
    return std::llround(reader.number(key, 0, kMinutesMax) * static_cast<double>(kMinuteMs));
}

TimeMs minutesOr(TomlReader &reader, std::string_view key, TimeMs fallback)
{
    return std::llround(reader.numberOr(key, static_cast<double>(fallback) / kMinuteMs, 0, kMinutesMax)
                        * static_cast<double>(kMinuteMs));
}

/// A number with a fraction, kept in thousandths.
std::int64_t permilleOr(TomlReader &reader, std::string_view key, std::int64_t fallback, std::int64_t low,
                        std::int64_t high)
{
    const auto shown = [](std::int64_t permille) { return static_cast<double>(permille) / 1000; };
    return std::llround(reader.numberOr(key, shown(fallback), shown(low), shown(high)) * 1000);
}

LocalText name(TomlReader &reader) { return {reader.text("name"), reader.textOr("name_en", {})}; }

LocalText bring(TomlReader &reader) { return {reader.textOr("bring", {}), reader.textOr("bring_en", {})}; }

constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/// "08:00" as minutes of the day, "24:00" being its end; nothing when it is no time.
std::optional<std::int64_t> clockMinutes(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[3])
        || !isDigit(text[4]))
        return std::nullopt;
    const std::int64_t minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
    return text[3] < '6' && minutes <= 24 * 60 ? std::optional(minutes) : std::nullopt;
}

/// "Mon-Fri 08:00-11:30", or with one day.
std::optional<OpeningWindow> windowFrom(std::string_view text)
{
    const auto weekday = [](std::string_view name) -> std::optional<std::size_t> {
        const auto *const it = std::find(kWeekdays.begin(), kWeekdays.end(), name);
        return it == kWeekdays.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(it - kWeekdays.begin()));
    };
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos)
        return std::nullopt;
    const std::string_view days = text.substr(0, blank);
    const std::string_view times = text.substr(blank + 1);
    const auto first = weekday(days.substr(0, 3));
    const auto last = days.size() == 3       ? first
        : days.size() == 7 && days[3] == '-' ? weekday(days.substr(4))
                                             : std::nullopt;
    if (!first || !last || *last < *first || times.size() != 11 || times[5] != '-')
        return std::nullopt;
    const auto from = clockMinutes(times.substr(0, 5));
    const auto to = clockMinutes(times.substr(6));
    if (!from || !to || *to <= *from)
        return std::nullopt;
    OpeningWindow window{0, *from, *to};
    for (std::size_t day = *first; day <= *last; ++day)
        window.weekdays |= std::int64_t{1} << day;
    return window;
}

std::vector<OpeningWindow> hoursFrom(TomlReader &reader)
{
    std::vector<OpeningWindow> hours;
    for (const std::string &text : reader.textsOr("hours")) {
        const auto window = windowFrom(text);
        if (!window) {
            reader.mistake("hours", "\"" + text + "\" is not like \"Mon-Fri 08:00-11:30\"");
            break;
        }
        hours.push_back(*window);
    }
    return hours;
}

BranchSettings settingsFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const BranchSettings usual;
    BranchSettings settings;
    settings.name = name(reader);
    settings.utcOffsetMin = reader.wholeOr("utc_offset_min", usual.utcOffsetMin);
    settings.numberDigits = reader.wholeOr("number_digits", usual.numberDigits);
    settings.recallLimit = reader.wholeOr("recall_limit", usual.recallLimit);
    settings.noShowMisses = reader.wholeOr("no_show_misses", usual.noShowMisses);
    settings.noShowPlacesBack = reader.wholeOr("no_show_places_back", usual.noShowPlacesBack);
    settings.followUrl = reader.textOr("follow_url", {});
    settings.booking.earlyMs = minutesOr(reader, "booking_early_min", usual.booking.earlyMs);
    settings.booking.lateMs = minutesOr(reader, "booking_late_min", usual.booking.lateMs);
    settings.booking.segment = {reader.wholeOr("booking_segment", 0)};
    settings.minCallGapMs = std::llround(
        reader.numberOr("min_call_gap_s", 0, 0, static_cast<double>(kHourMs / kSecondMs)) * kSecondMs);
    settings.carriesOver = reader.truthOr("carries_over", false);
    settings.itemOwner = {reader.wholeOr("item_owner", 0)};
    settings.hidesNamesBeforeCall = reader.truthOr("hides_names_before_call", false);
    reader.refuseUnknown();
    return settings;
}

CallingRule callingFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    CallingRule rule;
    const auto kinds = names(rule.kind);
    const std::string kind = reader.text("rule");
    const auto *const it = std::find(kinds.begin(), kinds.end(), kind);
    if (it != kinds.end()) {
        rule.kind = static_cast<CallingRuleKind>(it - kinds.begin());
    } else {
        std::string known;
        for (const std::string_view each : kinds)
            known.append(known.empty() ? "" : ", ").append(each);
        reader.mistake("rule", "must be one of " + known);
    }
    rule.lookAheadPermille = permilleOr(reader, "look_ahead", rule.lookAheadPermille, 10, 10'000);
    rule.savePermille = permilleOr(reader, "save", rule.savePermille, 0, 100'000);
    rule.basePermille = permilleOr(reader, "base", rule.basePermille, 0, 100'000);
    rule.latePermille = permilleOr(reader, "late", rule.latePermille, 0, 100'000);
    rule.slopePermille = permilleOr(reader, "slope", rule.slopePermille, 0, 100'000);
    rule.guardPermille = permilleOr(reader, "guard", rule.guardPermille, 0, 100'000);
    rule.servicePowerPermille = permilleOr(reader, "service_power", rule.servicePowerPermille, 0, 3'000);
    rule.cMuPowerPermille = permilleOr(reader, "c_mu_power", rule.cMuPowerPermille, 1'000, 5'000);
    rule.longestWaitMs = minutesOr(reader, "longest_wait_min", rule.longestWaitMs);
    rule.bookedPermille = permilleOr(reader, "booked", rule.bookedPermille, 1, 100'000);
    rule.maxOvertaken = reader.wholeOr("max_overtaken", rule.maxOvertaken);
    reader.refuseUnknown();
    return rule;
}

std::int64_t weightOr(TomlReader &reader, std::int64_t fallback)
{
    return permilleOr(reader, "weight", fallback, 1, limits::kWeightPermilleMax);
}

std::vector<SegmentPromise> promisesFrom(TomlReader &service, std::optional<Error> &error)
{
    std::vector<SegmentPromise> promises;
    for (const toml::table *table : service.tables("promises")) {
        TomlReader reader(*table, error);
        SegmentPromise promise;
        promise.segment = {reader.whole("segment")};
        promise.serviceLevelMs = minutesOr(reader, "service_level_min", 0);
        promise.weightPermille = weightOr(reader, 0);
        reader.refuseUnknown();
        promises.push_back(promise);
    }
    return promises;
}

Service serviceFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    Service service;
    service.id = {reader.whole("id")};
    service.name = name(reader);
    service.series = reader.text("series");
    service.expectedMs = minutes(reader, "expected_min");
    service.serviceLevelMs = minutes(reader, "service_level_min");
    service.group = {reader.wholeOr("group", 0)};
    service.hours = hoursFrom(reader);
    service.bring = bring(reader);
    service.promises = promisesFrom(reader, error);
    service.weightPermille = weightOr(reader, 0);
    service.neededSkill = reader.wholeOr("needed_skill", 0);
    service.dayLimit = reader.wholeOr("day_limit", 0);
    service.outcomeRequired = reader.truthOr("outcome_required", false);
    reader.refuseUnknown();
    return service;
}

WorkProfile profileFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    WorkProfile profile;
    profile.id = {reader.whole("id")};
    profile.name = name(reader);
    for (const std::int64_t id : reader.wholes("services"))
        profile.services.push_back({id});
    reader.refuseUnknown();
    return profile;
}

Counter counterFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const Counter counter{
        {reader.whole("id")}, reader.whole("number"), {reader.whole("profile")}, {reader.wholeOr("zone", 0)}};
    reader.refuseUnknown();
    return counter;
}

Staff staffFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    Staff staff{{reader.whole("id")}, reader.text("name")};
    for (const toml::table *each : reader.tables("skills")) {
        TomlReader skill(*each, error);
        staff.skills.push_back({{skill.whole("service")}, skill.whole("level")});
        skill.refuseUnknown();
    }
    staff.languages = reader.textsOr("languages");
    reader.refuseUnknown();
    return staff;
}

/// "tier = Gold", "ageAtLeast = 75", "lookedAfter": the fact's name on the wire and what it is compared with.
std::vector<SegmentCondition> conditionsFrom(TomlReader &reader)
{
    std::vector<SegmentCondition> conditions;
    const auto trimmed = [](std::string_view text) {
        const auto first = text.find_first_not_of(' ');
        return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
    };
    for (const std::string &line : reader.textsOr("when")) {
        const auto equals = line.find('=');
        const std::string_view fact = trimmed(std::string_view(line).substr(0, equals));
        SegmentCondition condition;
        const auto known = names(condition.fact);
        const auto it = std::find(known.begin(), known.end(), fact);
        if (it == known.end()) {
            reader.mistake("when",
                           "must begin with one of tier, product, need, ageAtLeast, ageUnder, visitsAtLeast, "
                           "lookedAfter");
            return conditions;
        }
        condition.fact = static_cast<ProfileFact>(it - known.begin());
        const std::string_view value
            = equals == std::string::npos ? std::string_view{} : trimmed(std::string_view(line).substr(equals + 1));
        switch (condition.fact) {
        case ProfileFact::Tier:
        case ProfileFact::Product:
        case ProfileFact::Need:
            condition.text = value;
            break;
        case ProfileFact::LookedAfter:
            break;
        default: {
            const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), condition.number);
            if (wrong != std::errc() || end != value.data() + value.size())
                reader.mistake("when", "must have a whole number behind " + std::string(fact));
        }
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Segment segmentFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    Segment segment;
    segment.id = {reader.whole("id")};
    segment.name = name(reader);
    segment.rank = reader.wholeOr("rank", 0);
    segment.weightPermille = weightOr(reader, segment.weightPermille);
    segment.serviceLevelMs = minutesOr(reader, "service_level_min", 0);
    segment.when = conditionsFrom(reader);
    reader.refuseUnknown();
    return segment;
}

PriorityReason priorityReasonFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const PriorityReason reason{
        {reader.whole("id")}, name(reader), {reader.whole("segment")}, reader.truthOr("at_kiosk", false)};
    reader.refuseUnknown();
    return reason;
}

Outcome outcomeFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const Outcome outcome{{reader.whole("id")}, name(reader)};
    reader.refuseUnknown();
    return outcome;
}

ServiceGroup groupFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const ServiceGroup group{{reader.whole("id")}, name(reader), {reader.wholeOr("parent", 0)}};
    reader.refuseUnknown();
    return group;
}

Zone zoneFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    const Zone zone{{reader.whole("id")}, name(reader)};
    reader.refuseUnknown();
    return zone;
}

/// The key a field of a definition is written as.
std::string keyOf(const std::string &field)
{
    static const std::map<std::string, std::string> kKeys{
        {"name.en", "name_en"},
        {"bring.en", "bring_en"},
        {"followUrl", "follow_url"},
        {"utcOffsetMin", "utc_offset_min"},
        {"numberDigits", "number_digits"},
        {"recallLimit", "recall_limit"},
        {"noShowMisses", "no_show_misses"},
        {"noShowPlacesBack", "no_show_places_back"},
        {"expectedMs", "expected_min"},
        {"serviceLevelMs", "service_level_min"},
        {"weightPermille", "weight"},
        {"neededSkill", "needed_skill"},
        {"dayLimit", "day_limit"},
        {"outcomeRequired", "outcome_required"},
        {"promises.serviceLevelMs", "promises"},
        {"promises.weightPermille", "promises"},
        {"skills.level", "skills"},
        {"booking.earlyMs", "booking_early_min"},
        {"booking.lateMs", "booking_late_min"},
        {"booking.segment", "booking_segment"},
        {"minCallGapMs", "min_call_gap_s"},
        {"calling.maxOvertaken", "max_overtaken"},
        {"calling.longestWaitMs", "longest_wait_min"},
        {"calling.bookedPermille", "booked"},
    };
    const auto it = kKeys.find(field);
    return it == kKeys.end() ? field : it->second;
}

/// What the checker says, in the file's own terms.
std::string reasonOf(const Error &error, const std::string &key)
{
    if (key == "expected_min" || key == "service_level_min")
        return "must be from one second (0.017) to 12 hours (720)";
    const auto colon = error.message.find(": ");
    return colon == std::string::npos ? error.message : error.message.substr(colon + 2);
}

std::string detailOf(const Error &error, const char *key)
{
    const auto it = error.detail.find(key);
    return it == error.detail.end() ? std::string() : it->second;
}

struct Lists {
    const toml::table *branch = nullptr;
    const toml::table *calling = nullptr; ///< null: not in the file
    std::map<std::string, std::vector<const toml::table *>> entries; ///< by the checker's name of the list
};

/// A mistake the checker found, at the line it was written.
Error placed(const Error &error, const Lists &lists)
{
    const std::string list = detailOf(error, "list");
    const std::string index = detailOf(error, "index");
    const std::string key = keyOf(detailOf(error, "field"));
    const bool isRule = detailOf(error, "field").starts_with("calling.") && lists.calling;
    const toml::table *table = isRule ? lists.calling : lists.branch;
    if (const auto it = lists.entries.find(list); it != lists.entries.end()) {
        std::size_t i = 0;
        std::from_chars(index.data(), index.data() + index.size(), i);
        if (i < it->second.size())
            table = it->second[i];
    }
    std::optional<Error> unused;
    return fileMistake(TomlReader(*table, unused).line(key), key, reasonOf(error, key));
}

template <class Item>
void readAll(std::vector<Item> &items, const std::vector<const toml::table *> &tables,
             Item (*from)(const toml::table &, std::optional<Error> &), std::optional<Error> &error)
{
    for (const toml::table *table : tables)
        items.push_back(from(*table, error));
}

} // namespace

Result<BranchSetup> branchFrom(std::string_view text)
{
    const auto root = tomlFrom(text);
    if (!root)
        return root.error();
    std::optional<Error> error;
    TomlReader reader(*root, error);
    Lists lists;
    lists.branch = reader.table("branch");
    lists.calling = reader.tableOr("calling");
    for (const auto &[list, key] :
         {std::pair("services", "service"), std::pair("profiles", "profile"), std::pair("counters", "counter"),
          std::pair("staff", "staff"), std::pair("groups", "group"), std::pair("zones", "zone"),
          std::pair("segments", "segment"), std::pair("priorityReasons", "priority_reason"),
          std::pair("outcomes", "outcome")})
        lists.entries[list] = reader.tables(key);
    reader.refuseUnknown();
    if (!error && lists.entries["services"].empty())
        reader.mistake("service", "is missing: a branch has at least one [[service]]");
    if (error)
        return *error;

    BranchSetup setup;
    setup.settings = settingsFrom(*lists.branch, error);
    if (lists.calling)
        setup.settings.calling = callingFrom(*lists.calling, error);
    readAll(setup.services, lists.entries["services"], serviceFrom, error);
    readAll(setup.profiles, lists.entries["profiles"], profileFrom, error);
    readAll(setup.counters, lists.entries["counters"], counterFrom, error);
    readAll(setup.staff, lists.entries["staff"], staffFrom, error);
    readAll(setup.groups, lists.entries["groups"], groupFrom, error);
    readAll(setup.zones, lists.entries["zones"], zoneFrom, error);
    readAll(setup.segments, lists.entries["segments"], segmentFrom, error);
    readAll(setup.priorityReasons, lists.entries["priorityReasons"], priorityReasonFrom, error);
    readAll(setup.outcomes, lists.entries["outcomes"], outcomeFrom, error);
    if (error)
        return *error;
    auto whole = checked(std::move(setup));
    if (!whole)
        return placed(whole.error(), lists);
    return whole;
}

} // namespace tiepdon
