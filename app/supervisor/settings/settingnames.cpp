// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingNames)
};

} // namespace

QString subjectWord(Subject subject)
{
    switch (subject) {
    case Subject::Branch:
        return Words::tr("Branch");
    case Subject::Calling:
        return Words::tr("Rule of calling");
    case Subject::Services:
        return Words::tr("Services");
    case Subject::Series:
        return Words::tr("Ticket series");
    case Subject::Levels:
        return Words::tr("Promised waits");
    case Subject::Counters:
        return Words::tr("Counters");
    case Subject::Zones:
        return Words::tr("Zones");
    case Subject::Profiles:
        return Words::tr("Work profiles");
    case Subject::People:
        return Words::tr("Staff");
    case Subject::Skills:
        return Words::tr("Skills");
    case Subject::Segments:
        return Words::tr("Segments");
    case Subject::Reasons:
        return Words::tr("Priority reasons");
    case Subject::Outcomes:
        return Words::tr("Outcomes");
    case Subject::Texts:
        return Words::tr("Texts, both languages");
    case Subject::Accounts:
        return Words::tr("Accounts and roles");
    case Subject::Devices:
        return Words::tr("Devices");
    case Subject::History:
        return Words::tr("History of changes");
    }
    return {};
}

QString subjectHint(Subject subject)
{
    switch (subject) {
    case Subject::Branch:
        return Words::tr("What holds for the whole branch.");
    case Subject::Calling:
        return Words::tr("Whom a counter calls next, and how the rule weighs.");
    case Subject::Services:
        return Words::tr("What people come for, as the kiosk's tree shows it.");
    case Subject::Series:
        return Words::tr("Which services give numbers under which letter, and how far they have come today.");
    case Subject::Levels:
        return Words::tr(
            "The wait promised to each segment at each service, in minutes. In grey: what holds because "
            "nothing is set here.");
    case Subject::Counters:
        return Words::tr("Where people are served.");
    case Subject::Zones:
        return Words::tr("Parts of the hall. A display shows the zone it was started for, or all.");
    case Subject::Profiles:
        return Words::tr("Which services a counter serves, most preferred first.");
    case Subject::People:
        return Words::tr("Who works at counters.");
    case Subject::Skills:
        return Words::tr("How well each member of staff knows each service: 0 to 3, typed.");
    case Subject::Segments:
        return Words::tr("Who a customer is to the branch, and what that promises.");
    case Subject::Reasons:
        return Words::tr("Why somebody is of a segment, said with one tap.");
    case Subject::Outcomes:
        return Words::tr("How a service can come out.");
    case Subject::Texts:
        return Words::tr(
            "Every name in Vietnamese and English. Where English is missing, Vietnamese stands for it.");
    case Subject::Accounts:
        return Words::tr("Who may sign in, and as what.");
    case Subject::Devices:
        return Words::tr("Which devices belong to the branch.");
    case Subject::History:
        return Words::tr("Who changed what, when and why. Each change can be taken back.");
    }
    return {};
}

QString kindWord(SettingKind kind)
{
    switch (kind) {
    case SettingKind::Service:
        return Words::tr("service");
    case SettingKind::Profile:
        return Words::tr("work profile");
    case SettingKind::Counter:
        return Words::tr("counter");
    case SettingKind::Staff:
        return Words::tr("member of staff");
    case SettingKind::Group:
        return Words::tr("group");
    case SettingKind::Zone:
        return Words::tr("zone");
    case SettingKind::Segment:
        return Words::tr("segment");
    case SettingKind::PriorityReason:
        return Words::tr("priority reason");
    case SettingKind::Outcome:
        return Words::tr("outcome");
    case SettingKind::Branch:
        break;
    }
    return Words::tr("branch");
}

QString addWord(SettingKind kind)
{
    switch (kind) {
    case SettingKind::Service:
        return Words::tr("Add a service");
    case SettingKind::Profile:
        return Words::tr("Add a work profile");
    case SettingKind::Counter:
        return Words::tr("Add a counter");
    case SettingKind::Staff:
        return Words::tr("Add somebody");
    case SettingKind::Group:
        return Words::tr("Add a group");
    case SettingKind::Zone:
        return Words::tr("Add a zone");
    case SettingKind::Segment:
        return Words::tr("Add a segment");
    case SettingKind::PriorityReason:
        return Words::tr("Add a reason");
    case SettingKind::Outcome:
        return Words::tr("Add an outcome");
    case SettingKind::Branch:
        break;
    }
    return {};
}

QString ruleWord(CallingRuleKind rule)
{
    switch (rule) {
    case CallingRuleKind::BrokenPromise:
        return Words::tr("Whose promise is about to break");
    case CallingRuleKind::Arrival:
        return Words::tr("Who came first");
    case CallingRuleKind::FixedPriority:
        return Words::tr("Highest rank");
    case CallingRuleKind::Ratio:
        return Words::tr("Largest share of the promise waited");
    case CallingRuleKind::EarliestDue:
        return Words::tr("Whose promise ends first");
    case CallingRuleKind::GeneralizedCMu:
        return Words::tr("Price of waiting per minute of work");
    }
    return {};
}

QString ruleExplained(CallingRuleKind rule)
{
    switch (rule) {
    case CallingRuleKind::BrokenPromise:
        return Words::tr(
            "Calls where a promise is about to break and costs most for the work it takes. Keeps the most "
            "promises; nobody waits beyond the bounds set below.");
    case CallingRuleKind::Arrival:
        return Words::tr("Strictly by arrival, whatever was promised. Easy to explain; short services and priority "
                         "customers gain nothing.");
    case CallingRuleKind::FixedPriority:
        return Words::tr(
            "The segment of the highest rank first, among equals who came first. Ordinary customers wait "
            "as long as priority customers keep coming.");
    case CallingRuleKind::Ratio:
        return Words::tr(
            "Who has used up the largest share of the wait promised to them. Fair between long and short "
            "promises.");
    case CallingRuleKind::EarliestDue:
        return Words::tr(
            "Whose promise ends soonest. Keeps promises while there is time for all of them; when there is "
            "not, late people come first.");
    case CallingRuleKind::GeneralizedCMu:
        return Words::tr("Waiting gets dearer the longer it lasts, and quick services are preferred. Shortens the "
                         "average wait; looks less at promises.");
    }
    return {};
}

QString skillWord(std::int64_t level)
{
    switch (level) {
    case 1:
        return Words::tr("1 learning");
    case 2:
        return Words::tr("2 able");
    case 3:
        return Words::tr("3 expert");
    default:
        return Words::tr("0 none");
    }
}

QString factWord(ProfileFact fact)
{
    switch (fact) {
    case ProfileFact::Tier:
        return Words::tr("Grade is");
    case ProfileFact::Product:
        return Words::tr("Holds the product");
    case ProfileFact::Need:
        return Words::tr("Has the need");
    case ProfileFact::AgeAtLeast:
        return Words::tr("Years of age, at least");
    case ProfileFact::AgeUnder:
        return Words::tr("Years of age, under");
    case ProfileFact::VisitsAtLeast:
        return Words::tr("Visits in a year, at least");
    case ProfileFact::LookedAfter:
        return Words::tr("Somebody looks after them");
    }
    return {};
}

bool factWantsText(ProfileFact fact)
{
    return fact == ProfileFact::Tier || fact == ProfileFact::Product || fact == ProfileFact::Need;
}

bool factWantsNumber(ProfileFact fact) { return !factWantsText(fact) && fact != ProfileFact::LookedAfter; }

QString roleWord(Role role)
{
    switch (role) {
    case Role::Kiosk:
        return Words::tr("Kiosk");
    case Role::Display:
        return Words::tr("Display");
    case Role::Teller:
        return Words::tr("Teller");
    case Role::Greeter:
        return Words::tr("Greeter");
    case Role::Supervisor:
        return Words::tr("Supervisor");
    case Role::BackOffice:
        return Words::tr("Back office");
    case Role::Administrator:
        return Words::tr("Administrator");
    case Role::Auditor:
        return Words::tr("Auditor");
    case Role::Sensor:
        return Words::tr("Sensor");
    }
    return {};
}

QString deviceKindWord(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Workplace:
        return Words::tr("Workplace");
    case DeviceKind::Kiosk:
        return Words::tr("Kiosk");
    case DeviceKind::Display:
        return Words::tr("Display");
    case DeviceKind::Sensor:
        return Words::tr("Sensor");
    }
    return {};
}

QString weekdayWord(int day) { return QLocale().dayName(day + 1, QLocale::ShortFormat); }

} // namespace tiepdon
