// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingfields.h"

#include "app/supervisor/settings/settingwords.h"
#include "core/access/permission.h"
#include "core/base/limits.h"
#include "core/queue/command.h"
#include "core/wire/settingmessage.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingFields)
};

using Type = SettingField::Type;

SettingField heading(const QString &label) { return {Type::Heading, {}, label}; }

SettingField bothNames() { return {Type::Both, QStringLiteral("name"), Words::tr("Name")}; }

SettingField number(const char *path, const QString &label, const QString &hint, std::int64_t least,
                    std::int64_t most, const QString &zero = {})
{
    SettingField field{Type::Number, QLatin1String(path), label, hint, least, most};
    field.zero = zero;
    return field;
}

SettingField minutes(const char *path, const QString &label, const QString &hint, TimeMs least, TimeMs most,
                     const QString &zero = {})
{
    SettingField field{Type::Minutes, QLatin1String(path), label, hint, least, most};
    field.zero = zero;
    return field;
}

SettingField weight(const char *path, const QString &label, const QString &hint, std::int64_t least,
                    std::int64_t most, const QString &zero = {})
{
    SettingField field{Type::Weight, QLatin1String(path), label, hint, least, most};
    field.zero = zero;
    return field;
}

SettingField flag(const char *path, const QString &label, const QString &hint = {})
{
    return {Type::Flag, QLatin1String(path), label, hint};
}

SettingField other(const char *path, SettingKind named, const QString &label, const QString &none,
                   const QString &hint = {})
{
    SettingField field{Type::Part, QLatin1String(path), label, hint};
    field.named = named;
    field.none = none;
    return field;
}

std::vector<SettingField> branchFields()
{
    return {
        heading(Words::tr("The branch")),
        bothNames(),
        number("numberDigits", Words::tr("Digits of a ticket's number"),
               Words::tr("Changes only while the day is closed."), limits::kNumberDigitsMin,
               limits::kNumberDigitsMax),
        number("utcOffsetMin", Words::tr("Time ahead of UTC, in minutes"),
               Words::tr("420 in Vietnam. Changes only while the day is closed."), -12 * 60, 14 * 60),
        {Type::Text, QStringLiteral("followUrl"), Words::tr("Address to follow a ticket on a phone"),
         Words::tr("Begins with https:// and holds {ticket} where the ticket's id goes. Empty: tickets carry no "
                   "code.")},
        flag("hidesNamesBeforeCall", Words::tr("Tellers learn who somebody is with the call, not before")),
        other("itemOwner", SettingKind::Staff, Words::tr("Who owns what tellers report without naming somebody"),
              Words::tr("A supervisor")),
        heading(Words::tr("When somebody does not come")),
        number("recallLimit", Words::tr("Recalls of one call"), {}, 0, 10),
        number("noShowMisses", Words::tr("The miss that ends a ticket"), {}, 1, 10),
        number("noShowPlacesBack", Words::tr("Places back after an earlier miss"), {}, 1, 100),
        heading(Words::tr("Calls and the end of the day")),
        minutes("minCallGapMs", Words::tr("Least time between two calls of one counter"), {}, 0, kHourMs,
                Words::tr("none")),
        flag("carriesOver", Words::tr("Who still waits when the day closes waits on the next day")),
        heading(Words::tr("Bookings")),
        minutes("booking.earlyMs", Words::tr("A ticket is given this long before the booked time"), {}, 0,
                limits::kServiceMsMax),
        minutes("booking.lateMs", Words::tr("And this long after it"), Words::tr("Later the booking has lapsed."),
                0, limits::kServiceMsMax),
        other("booking.segment", SettingKind::Segment, Words::tr("People with a booking are"),
              Words::tr("Ordinary customers")),
    };
}

std::vector<SettingField> callingFields()
{
    SettingField kind{Type::Choice, QStringLiteral("calling.kind"), Words::tr("Whom a counter calls next")};
    for (std::size_t i = 0; i < names(CallingRuleKind()).size(); ++i) {
        const auto rule = static_cast<CallingRuleKind>(i);
        kind.choices.emplace_back(std::string(names(rule).at(i)), ruleWord(rule));
        kind.explained.push_back(ruleExplained(rule));
    }
    const std::vector<Json> onPromise{"brokenPromise"};
    const std::vector<Json> onCMu{"generalizedCMu"};
    const std::vector<Json> priced{"brokenPromise", "generalizedCMu"};
    const auto only = [](SettingField field, const std::vector<Json> &rules) {
        field.onlyFor = rules;
        return field;
    };
    return {
        kind,
        heading(Words::tr("For everybody, whatever the rule")),
        number("calling.maxOvertaken", Words::tr("How often others may be called before somebody who came earlier"),
               Words::tr("Then that person goes before everything else."), 0, limits::kOvertakenMax,
               Words::tr("as often as the rule has it")),
        only(heading(Words::tr("How this rule weighs")), priced),
        only(weight("calling.lookAheadPermille", Words::tr("How early a promise about to break weighs"),
                    Words::tr("In shares of the promise: 0.25 of 20 minutes is 5 minutes before it breaks."), 10,
                    10'000),
             onPromise),
        only(
            weight("calling.savePermille", Words::tr("Weight of a promise that can still be kept"), {}, 0, 100'000),
            onPromise),
        only(weight("calling.basePermille", Words::tr("Least weight of waiting, before a promise is near"), {}, 0,
                    100'000),
             onPromise),
        only(weight("calling.latePermille", Words::tr("Weight of a promise just broken"), {}, 0, 100'000),
             onPromise),
        only(weight("calling.slopePermille", Words::tr("How that weight grows with lateness"),
                    Words::tr("For each further promise waited."), 0, 100'000),
             onPromise),
        only(weight("calling.guardPermille", Words::tr("Who waited this many promises goes first"), {}, 0, 100'000,
                    Words::tr("no such bound")),
             onPromise),
        only(minutes("calling.longestWaitMs", Words::tr("Who waited this long goes first"), {}, 0,
                     limits::kServiceMsMax, Words::tr("no such bound")),
             onPromise),
        only(weight("calling.servicePowerPermille", Words::tr("How much short services are preferred"),
                    Words::tr("0 not at all, 1 in proportion."), 0, 3000),
             onPromise),
        only(weight("calling.cMuPowerPermille", Words::tr("How steeply the price of waiting rises"),
                    Words::tr("2: waiting twice as long costs four times as much."), 1000, 5000),
             onCMu),
        only(weight("calling.bookedPermille", Words::tr("Weight of who comes with a booking"),
                    Words::tr("Beside somebody of the same segment without one."), 1, 100'000),
             priced),
    };
}

std::vector<SettingField> serviceFields()
{
    SettingField series{Type::Choice, QStringLiteral("series"), Words::tr("Letter of its tickets"),
                        Words::tr("Services may share one.")};
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (letter != 'I' && letter != 'O' && letter != 'Q')
            series.choices.emplace_back(std::string(1, letter), QString(QLatin1Char(letter)));
    }
    SettingField skill{Type::Choice, QStringLiteral("neededSkill"), Words::tr("Least skill of whoever serves it")};
    for (std::int64_t level = 0; level <= 3; ++level)
        skill.choices.emplace_back(level, level == 0 ? Words::tr("None: anybody") : skillWord(level));
    SettingField hours{Type::Hours, QStringLiteral("hours"), Words::tr("When tickets are given"),
                       Words::tr("No window: as long as the day is open.")};
    SettingField promises{Type::Promises, QStringLiteral("promises"), Words::tr("Promised to segments here"),
                          Words::tr("Where that is not what the segment is promised elsewhere.")};
    SettingField bring{Type::Both, QStringLiteral("bring"), Words::tr("What people should bring"),
                       Words::tr("Said at the kiosk and on the ticket. May be empty.")};
    return {
        bothNames(),
        other("group", SettingKind::Group, Words::tr("Group"), Words::tr("At the top")),
        series,
        minutes("expectedMs", Words::tr("Usual service time, in minutes"), {}, kSecondMs, limits::kServiceMsMax),
        heading(Words::tr("Promise")),
        minutes("serviceLevelMs", Words::tr("Promised wait, in minutes"), {}, kSecondMs, limits::kServiceMsMax),
        promises,
        weight("weightPermille", Words::tr("Weight of its promises"), Words::tr("Beside those of other services."),
               0, limits::kWeightPermilleMax, Words::tr("as usual")),
        heading(Words::tr("Tickets")),
        hours,
        number("dayLimit", Words::tr("Tickets a day"), {}, 0, limits::kDayLimitMax, Words::tr("no limit")),
        bring,
        heading(Words::tr("At the counter")),
        skill,
        flag("outcomeRequired", Words::tr("Finishing says how it came out")),
    };
}

std::vector<SettingField> segmentFields()
{
    SettingField when{Type::Conditions, QStringLiteral("when"),
                      Words::tr("Of customers whose profile meets all of"),
                      Words::tr("No condition: only when somebody says so, at the door or the counter.")};
    return {
        bothNames(),
        number("rank", Words::tr("Rank"),
               Words::tr("Larger goes first under fixed priority, and of several segments that fit. Ordinary "
                         "customers have 0."),
               -100, 100),
        weight("weightPermille", Words::tr("Weight of a promise to them"),
               Words::tr("What a broken one costs beside one of an ordinary customer."), 1,
               limits::kWeightPermilleMax),
        minutes("serviceLevelMs", Words::tr("Promised wait, in minutes"), {}, 0, limits::kServiceMsMax,
                Words::tr("each service's own")),
        when,
    };
}

} // namespace

std::optional<SettingKind> kindOf(Subject subject)
{
    switch (subject) {
    case Subject::Branch:
    case Subject::Calling:
        return SettingKind::Branch;
    case Subject::Services:
        return SettingKind::Service;
    case Subject::Counters:
        return SettingKind::Counter;
    case Subject::Zones:
        return SettingKind::Zone;
    case Subject::Profiles:
        return SettingKind::Profile;
    case Subject::People:
        return SettingKind::Staff;
    case Subject::Segments:
        return SettingKind::Segment;
    case Subject::Reasons:
        return SettingKind::PriorityReason;
    case Subject::Outcomes:
        return SettingKind::Outcome;
    case Subject::Series:
    case Subject::Levels:
    case Subject::Skills:
    case Subject::Texts:
    case Subject::Accounts:
    case Subject::Devices:
    case Subject::History:
        break;
    }
    return std::nullopt;
}

std::vector<SettingField> fieldsOf(SettingKind kind, bool isCallingRule)
{
    switch (kind) {
    case SettingKind::Branch:
        return isCallingRule ? callingFields() : branchFields();
    case SettingKind::Service:
        return serviceFields();
    case SettingKind::Profile:
        return {bothNames(),
                {Type::Order, QStringLiteral("services"), Words::tr("Services, most preferred first"),
                 Words::tr("Drag a line, or move it with Alt+Up and Alt+Down.")}};
    case SettingKind::Counter:
        return {number("number", Words::tr("Number on its sign"), {}, 1, limits::kCounterNumberMax),
                other("profile", SettingKind::Profile, Words::tr("Work profile it opens with"), {}),
                other("zone", SettingKind::Zone, Words::tr("Zone"), Words::tr("None"),
                      Words::tr("Displays of a zone show the calls of its counters."))};
    case SettingKind::Staff:
        return {{Type::Text, QStringLiteral("name"), Words::tr("Name")},
                {Type::Languages, QStringLiteral("languages"), Words::tr("Languages beside the branch's own"),
                 Words::tr("Two letters each, parted by commas: en, zh.")}};
    case SettingKind::Group:
        return {bothNames(),
                other("parent", SettingKind::Group, Words::tr("Within the group"), Words::tr("At the top"))};
    case SettingKind::Segment:
        return segmentFields();
    case SettingKind::PriorityReason:
        return {bothNames(), other("segment", SettingKind::Segment, Words::tr("Whoever gives it is"), {}),
                flag("atKiosk", Words::tr("People may say so themselves at the kiosk"))};
    case SettingKind::Zone:
    case SettingKind::Outcome:
        break;
    }
    return {bothNames()};
}

bool mayChangeSettings(const std::vector<Role> &roles)
{
    return reachOf(command::ChangeSettings::kMethod, roles) == Reach::Any;
}

bool mayAddAndRemove(SettingKind kind, const std::vector<Role> &roles)
{
    const bool isAdministrator = std::find(roles.begin(), roles.end(), Role::Administrator) != roles.end();
    return kind != SettingKind::Branch && mayChangeSettings(roles)
        && (kind != SettingKind::Staff || isAdministrator);
}

bool mayChangeField(SettingKind kind, const QString &path, const std::vector<Role> &roles)
{
    if (!mayChangeSettings(roles))
        return false;
    const bool isAdministrators = kind == SettingKind::Staff
        ? path == QLatin1String("name")
        : kind == SettingKind::Branch && isAdministratorsSetting(path.toStdString());
    return !isAdministrators || std::find(roles.begin(), roles.end(), Role::Administrator) != roles.end();
}

} // namespace tiepdon
