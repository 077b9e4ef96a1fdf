// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/branchfile.h"

#include <array>
#include <charconv>
#include <string_view>

namespace tiepdon {
namespace {

/// A number as short as it can be to be read back the same.
std::string number(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string minutes(TimeMs ms) { return number(static_cast<double>(ms) / kMinuteMs); }

std::string plain(std::int64_t permille) { return number(static_cast<double>(permille) / 1000); }

std::string quoted(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// "08:00" of minutes of the day.
std::string clock(std::int64_t minute)
{
    const auto twoDigits = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
}

/// Windows by stretches of days that follow each other.
std::string hours(const std::vector<OpeningWindow> &windows)
{
    constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::string list;
    for (const OpeningWindow &window : windows) {
        for (std::size_t day = 0; day < kDays.size(); ++day) {
            const auto isOn = [&](std::size_t d) { return d < kDays.size() && (window.weekdays >> d & 1) != 0; };
            if (!isOn(day))
                continue;
            std::string text(kDays[day]);
            const std::size_t first = day;
            while (isOn(day + 1))
                ++day;
            if (day > first)
                text.append("-").append(kDays[day]);
            text += " " + clock(window.fromMin) + "-" + clock(window.toMin);
            list += (list.empty() ? "" : ", ") + quoted(text);
        }
    }
    return "[" + list + "]";
}

std::string list(const std::vector<SegmentCondition> &conditions)
{
    std::string list;
    for (const SegmentCondition &condition : conditions) {
        std::string text(names(condition.fact).at(static_cast<std::size_t>(condition.fact)));
        if (!condition.text.empty())
            text += " = " + condition.text;
        else if (condition.number != 0)
            text += " = " + std::to_string(condition.number);
        list += (list.empty() ? "" : ", ") + quoted(text);
    }
    return "[" + list + "]";
}

/// The lines of a file, one after the other.
class Lines
{
public:
    void table(std::string_view name) { m_text.append(m_text.empty() ? "" : "\n").append(name).append("\n"); }
    void key(std::string_view key, const std::string &value)
    {
        m_text.append(key).append(" = ").append(value).append("\n");
    }
    void whole(std::string_view name, std::int64_t value) { key(name, std::to_string(value)); }
    /// Left out where it is what it would be anyway.
    void wholeUnless(std::int64_t usual, std::string_view name, std::int64_t value)
    {
        if (value != usual)
            whole(name, value);
    }
    void flag(std::string_view name, bool value)
    {
        if (value)
            key(name, "true");
    }
    void name(const LocalText &name) { both("name", name); }
    void both(const std::string &name, const LocalText &text)
    {
        if (!text.vi.empty())
            key(name, quoted(text.vi));
        if (!text.en.empty())
            key(name + "_en", quoted(text.en));
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void write(Lines &lines, const BranchSettings &settings)
{
    lines.table("[branch]");
    lines.name(settings.name);
    lines.whole("utc_offset_min", settings.utcOffsetMin);
    lines.whole("number_digits", settings.numberDigits);
    lines.whole("recall_limit", settings.recallLimit);
    lines.whole("no_show_misses", settings.noShowMisses);
    lines.whole("no_show_places_back", settings.noShowPlacesBack);
    if (!settings.followUrl.empty())
        lines.key("follow_url", quoted(settings.followUrl));
    lines.key("booking_early_min", minutes(settings.booking.earlyMs));
    lines.key("booking_late_min", minutes(settings.booking.lateMs));
    lines.wholeUnless(0, "booking_segment", settings.booking.segment.value);
    lines.key("min_call_gap_s", number(static_cast<double>(settings.minCallGapMs) / kSecondMs));
    lines.flag("carries_over", settings.carriesOver);
    lines.wholeUnless(0, "item_owner", settings.itemOwner.value);
    lines.flag("hides_names_before_call", settings.hidesNamesBeforeCall);

    const CallingRule &rule = settings.calling;
    lines.table("[calling]");
    lines.key("rule", quoted(names(rule.kind).at(static_cast<std::size_t>(rule.kind))));
    lines.key("look_ahead", plain(rule.lookAheadPermille));
    lines.key("save", plain(rule.savePermille));
    lines.key("base", plain(rule.basePermille));
    lines.key("late", plain(rule.latePermille));
    lines.key("slope", plain(rule.slopePermille));
    lines.key("guard", plain(rule.guardPermille));
    lines.key("service_power", plain(rule.servicePowerPermille));
    lines.key("c_mu_power", plain(rule.cMuPowerPermille));
    lines.key("longest_wait_min", minutes(rule.longestWaitMs));
    lines.key("booked", plain(rule.bookedPermille));
    lines.whole("max_overtaken", rule.maxOvertaken);
}

void write(Lines &lines, const Service &service)
{
    lines.table("[[service]]");
    lines.whole("id", service.id.value);
    lines.name(service.name);
    lines.key("series", quoted(service.series));
    lines.key("expected_min", minutes(service.expectedMs));
    lines.key("service_level_min", minutes(service.serviceLevelMs));
    lines.wholeUnless(0, "group", service.group.value);
    lines.both("bring", service.bring);
    if (!service.hours.empty())
        lines.key("hours", hours(service.hours));
    std::string promises;
    for (const SegmentPromise &promise : service.promises) {
        promises += promises.empty() ? "{ segment = " : ", { segment = ";
        promises += std::to_string(promise.segment.value);
        if (promise.serviceLevelMs != 0)
            promises += ", service_level_min = " + minutes(promise.serviceLevelMs);
        if (promise.weightPermille != 0)
            promises += ", weight = " + plain(promise.weightPermille);
        promises += " }";
    }
    if (!promises.empty())
        lines.key("promises", "[" + promises + "]");
    if (service.weightPermille != 0)
        lines.key("weight", plain(service.weightPermille));
    lines.wholeUnless(0, "needed_skill", service.neededSkill);
    lines.wholeUnless(0, "day_limit", service.dayLimit);
    lines.flag("outcome_required", service.outcomeRequired);
}

void write(Lines &lines, const WorkProfile &profile)
{
    lines.table("[[profile]]");
    lines.whole("id", profile.id.value);
    lines.name(profile.name);
    std::string services;
    for (const ServiceId id : profile.services)
        services += (services.empty() ? "" : ", ") + std::to_string(id.value);
    lines.key("services", "[" + services + "]");
}

void write(Lines &lines, const Counter &counter)
{
    lines.table("[[counter]]");
    lines.whole("id", counter.id.value);
    lines.whole("number", counter.number);
    lines.whole("profile", counter.profile.value);
    lines.wholeUnless(0, "zone", counter.zone.value);
}

void write(Lines &lines, const Staff &staff)
{
    lines.table("[[staff]]");
    lines.whole("id", staff.id.value);
    lines.key("name", quoted(staff.name));
    std::string skills;
    for (const StaffSkill &skill : staff.skills)
        skills += (skills.empty() ? "" : ", ") + ("{ service = " + std::to_string(skill.service.value))
            + ", level = " + std::to_string(skill.level) + " }";
    if (!skills.empty())
        lines.key("skills", "[" + skills + "]");
    std::string languages;
    for (const std::string &language : staff.languages)
        languages += (languages.empty() ? "" : ", ") + quoted(language);
    if (!languages.empty())
        lines.key("languages", "[" + languages + "]");
}

void write(Lines &lines, const ServiceGroup &group)
{
    lines.table("[[group]]");
    lines.whole("id", group.id.value);
    lines.name(group.name);
    lines.wholeUnless(0, "parent", group.parent.value);
}

void write(Lines &lines, const Zone &zone)
{
    lines.table("[[zone]]");
    lines.whole("id", zone.id.value);
    lines.name(zone.name);
}

void write(Lines &lines, const Segment &segment)
{
    lines.table("[[segment]]");
    lines.whole("id", segment.id.value);
    lines.name(segment.name);
    lines.wholeUnless(0, "rank", segment.rank);
    lines.key("weight", plain(segment.weightPermille));
    if (segment.serviceLevelMs != 0)
        lines.key("service_level_min", minutes(segment.serviceLevelMs));
    if (!segment.when.empty())
        lines.key("when", list(segment.when));
}

void write(Lines &lines, const PriorityReason &reason)
{
    lines.table("[[priority_reason]]");
    lines.whole("id", reason.id.value);
    lines.name(reason.name);
    lines.whole("segment", reason.segment.value);
    lines.flag("at_kiosk", reason.atKiosk);
}

void write(Lines &lines, const Outcome &outcome)
{
    lines.table("[[outcome]]");
    lines.whole("id", outcome.id.value);
    lines.name(outcome.name);
}

template <class Item>
void writeAll(Lines &lines, const std::vector<Item> &items)
{
    for (const Item &item : items)
        write(lines, item);
}

} // namespace

std::string branchText(const BranchSetup &setup)
{
    Lines lines;
    write(lines, setup.settings);
    writeAll(lines, setup.segments);
    writeAll(lines, setup.priorityReasons);
    writeAll(lines, setup.outcomes);
    writeAll(lines, setup.groups);
    writeAll(lines, setup.zones);
    writeAll(lines, setup.services);
    writeAll(lines, setup.profiles);
    writeAll(lines, setup.counters);
    writeAll(lines, setup.staff);
    return lines.take();
}

} // namespace tiepdon
