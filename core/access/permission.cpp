// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permission.h"

#include "core/access/fieldpermission.h"

#include <algorithm>
#include <stdexcept>

namespace tiepdon {
namespace {

/// One letter per role, in the order of `Role`: "-" none, "o" own, "a" any.
consteval std::array<Reach, kRoleCount> of(std::string_view letters)
{
    std::array<Reach, kRoleCount> reach{};
    if (letters.size() != reach.size())
        throw std::invalid_argument("one letter per role");
    for (std::size_t i = 0; i < reach.size(); ++i) {
        if (letters[i] != '-' && letters[i] != 'o' && letters[i] != 'a')
            throw std::invalid_argument("no reach");
        reach[i] = letters[i] == 'a' ? Reach::Any : letters[i] == 'o' ? Reach::Own : Reach::None;
    }
    return reach;
}

// clang-format off
constexpr auto kPermissions = std::to_array<Permission>({
    //                   kiosk
    //                   |display
    //                   ||teller
    //                   |||greeter
    //                   ||||supervisor
    //                   |||||back office
    //                   ||||||administrator
    //                   |||||||auditor
    //                   ||||||||sensor
    {"signOn",        of("--o-a----"), "open a counter, also by taking it over (own: as oneself)"},
    {"signOff",       of("--o-a----"), "close a counter"},
    {"assignProfile", of("--o-a----"), "give an open counter another work profile"},
    {"takeBreak",     of("--o-a----"), "say that nobody is at an open counter for a while, and why"},
    {"endBreak",      of("--o-a----"), "end that"},
    {"issueTicket",   of("a--aa----"), "give out a ticket (kiosk: of a segment by the reasons people may give there)"},
    {"callNext",      of("--o-a----"), "call whose turn it is, or whoever comes next"},
    {"callTicket",    of("--o-a----"), "call somebody who waits, whosever turn it is"},
    {"recall",        of("--o-a----"), "call the same person again"},
    {"startService",  of("--o-a----"), "begin to serve"},
    {"finishService", of("--o-a----"), "finish serving"},
    {"markNoShow",    of("--o-a----"), "say that nobody came"},
    {"forgetNext",    of("--o-a----"), "take back that the next person who comes is called here"},
    {"requeue",       of("--o-a----"), "put the person called back into the queue, without a miss"},
    {"park",          of("--o-a----"), "put a service in progress aside"},
    {"resume",        of("--o-a----"), "take up at a counter what was put aside"},
    {"addService",    of("--o-a----"), "add a further service to the visit in hand"},
    {"removeServices", of("--o-a----"), "take back what was added"},
    {"wrapUp",        of("--o-a----"), "say that the person has left and the work goes on"},
    {"markOutcome",   of("--o-a----"), "say how the service in hand came out"},
    {"serveWalkIn",   of("--o-a----"), "serve somebody who has no ticket"},
    {"transfer",      of("--o-a----"), "send the person on to another service (own: the one at the counter)"},
    {"setSegment",    of("---aa----"), "say who somebody is who waits: of a segment, and why"},
    {"linkCustomer",  of("--oaa----"), "say whose a ticket is (own: the one at the counter, or next there)"},
    {"raiseTicket",   of("---aa----"), "put somebody who waits first"},
    {"lowerTicket",   of("---aa----"), "put them back to where they were"},
    {"cancelTicket",  of("----a----"), "take somebody who waits out of the queue"},
    {"restoreTicket", of("---aa----"), "bring back who missed their turn or was taken out"},

    {"openDay",       of("----a-a--"), "open a business day"},
    {"closeDay",      of("----a-a--"), "close it"},
    {"setClock",      of("----a-a--"), "set the time of a day that is played; a real day's hub refuses it"},

    {"defineBranch",  of("------a--"), "add and change all that a branch is made of, at once"},
    {"defineService", of("------a--"), "add or change a service"},
    {"defineProfile", of("------a--"), "add or change a work profile"},
    {"defineCounter", of("------a--"), "add or change a counter"},
    {"defineStaff",   of("------a--"), "add or change somebody on the branch's staff list"},
    {"defineGroup",   of("------a--"), "add or change a group of services"},
    {"defineZone",    of("------a--"), "add or change a part of the hall"},
    {"defineSegment", of("------a--"), "add or change a segment of customers and what it is promised"},
    {"definePriorityReason", of("------a--"), "add or change why somebody is of a segment"},
    {"defineOutcome", of("------a--"), "add or change how a service can come out"},

    {"changeSettings", of("----a-a--"), "change, add and remove parts of the branch, saying what it means for customers (supervisor: not who works here, where phones are sent, the time zone, or whether names are hidden)"},
    {"setAlertRule",  of("----a-a--"), "add or change what is watched, and who is told"},
    {"removeAlertRule", of("----a-a--"), "stop watching something"},
    {"setAlertChannels", of("------a--"), "say how mail and messages to other systems go out"},

    {"addStaff",      of("------a--"), "give somebody a way to sign in"},
    {"setRoles",      of("------a--"), "change what somebody may do"},
    {"setPassword",   of("------a--"), "give somebody a new one-time password"},
    {"disableStaff",  of("------a--"), "keep somebody out, at once"},
    {"enableStaff",   of("------a--"), "let somebody in again"},
    {"unlockStaff",   of("------a--"), "forget somebody's wrong passwords"},
    {"addEnrolment",  of("------a--"), "give out a code that brings one device"},
    {"renameDevice",  of("------a--"), "give a device another name"},
    {"revokeDevice",  of("------a--"), "shut a device out for ever"},

    {"moveCounters",  of("----a----"), "move people and work profiles between counters, all at once"},
    {"sendMessage",   of("----a----"), "send a line to a counter, to all, or to the lobby"},
    {"withdrawMessage", of("----a----"), "take it back"},
    {"seeMessage",    of("--o-a----"), "say that it was read at a counter"},
    {"acknowledgeAlert", of("----a----"), "say that one looks after an alert"},
    {"actOnAlert",    of("----a----"), "say what was done about it"},
    {"reportDevice",  of("aa-------"), "report how a device's own printer and screen are"},
    {"settleAdvice",  of("----a----"), "say that advice was followed, or will not be"},

    {"addCustomer",   of("--aaaa---"), "make a profile of somebody"},
    {"changeCustomer", of("--aaaa---"), "change facts of a profile that one's role sees"},
    {"addIdentifier", of("--aaaa---"), "add a phone, document or number to a profile"},
    {"removeIdentifier", of("--aaaa---"), "take one from a profile"},
    {"setStage",      of("--a-aa---"), "say how far somebody is with a product"},
    {"giveConsent",   of("--aaaa---"), "write down what somebody agreed to"},
    {"withdrawConsent", of("--aaaa---"), "write down that they agree no longer"},
    {"saveNote",      of("--aaaa---"), "write a note; change one's own (a supervisor: anybody's)"},
    {"saveDraft",     of("--aaaa---"), "keep a note while it is being written"},
    {"setGoal",       of("--oaa----"), "say what somebody came for and whether they reached it (own: of who is or was last at the counter, or next there)"},
    {"declineRequest", of("--a-aa---"), "write down what was refused, why, and what was offered instead"},
    {"addConversation", of("--a-aa---"), "write down what was said on another channel"},
    {"addOpenItem",   of("--aaaa---"), "promise, take a complaint, plan a callback, say what one lacks"},
    {"changeOpenItem", of("--o-aa---"), "hand on, move, end or reopen one (own: owned or made by oneself)"},
    {"importRows",    of("-----aa--"), "bring in customers and what happened with them from a file"},

    {"findCustomers", of("--aaaa---"), "look for somebody; audited"},
    {"customerCard",  of("--oaaa---"), "see a profile, as far as one's role does; audited (own: of who is at the counter, next there, or found by a search)"},
    {"customerTimeline", of("--oaaa---"), "see what happened with them before; audited (own: as a card, of who is known by name)"},
    {"revealField",   of("--o-aa---"), "see a masked field whole, and say why; audited (own: the same)"},
    {"openItems",     of("--aaaa---"), "see what is promised and due"},
    {"arrivals",      of("--aaaa---"), "see who other systems say came in"},
    {"segmentCounts", of("----aaaa-"), "see how many are of each segment"},
    {"identify",      of("a--aa----"), "say who one is before taking a ticket; nothing of a profile is answered but a greeting agreed to"},
    {"reportArrival", of("--------a"), "report that somebody came in"},

    {"alerts",        of("----aaa--"), "see alerts and the rules they come from, as they change"},
    {"alertHistory",  of("----aaaa-"), "see earlier alerts and what was done about them"},
    {"dryRunAlertRule", of("----a-a--"), "try a rule on past days"},
    {"alertChannels", of("----a-aa-"), "see how alerts go out, and what waits to be sent; no secrets"},
    {"testAlertChannel", of("------a--"), "send a message that only tries a channel"},
    {"advise",        of("----aa---"), "ask which counter to open, close or move"},
    {"whatIf",        of("----aa---"), "ask what moves of counters would change"},
    {"adviceScore",   of("----aaaa-"), "see how good advice was"},
    {"days",          of("----aaaa-"), "see which days are kept"},
    {"dayAt",         of("----aaaa-"), "see a past day as it was at a moment"},
    {"dayTickets",    of("----aaaa-"), "see the tickets behind a figure; numbers and times, no names"},
    {"dayFigures",    of("----aaaa-"), "see a day's figures"},
    {"settingHistory", of("----a-aa-"), "see who changed what the branch is made of, and why"},
    {"lastCounterChange", of("----a----"), "see who changed a counter last"},
    {"calls",         of("----aaaa-"), "see why a ticket was called, with all the numbers"},
    {"score",         of("----aaaa-"), "see how good the waits were that people were told"},
    {"staffList",     of("----a-aa-"), "see who may sign in, and as what"},
    {"deviceList",    of("------aa-"), "see the devices"},
    {"audit",         of("------aa-"), "read who did what; reading it is audited too"},
    {"checkpoint",    of("------aa-"), "get a signed line that proves the records up to now"},

    {"stream staff",  of("--aaaaaa-"), "follow everything that happens in the branch"},
    {"stream public", of("aaaaa-a--"), "follow what the lobby may see"},
});
// clang-format on

/// Where a part of the page begins.
struct Group {
    std::string_view first; ///< its first method
    std::string_view title;
};

constexpr auto kGroups = std::to_array<Group>({
    {"signOn", "Counters and tickets"},
    {"openDay", "The day"},
    {"defineBranch", "Definitions"},
    {"changeSettings", "Settings"},
    {"addStaff", "Staff and devices"},
    {"moveCounters", "The floor, messages and alerts"},
    {"addCustomer", "Customers: changes"},
    {"findCustomers", "Customers: questions"},
    {"calls", "Questions"},
    {"stream staff", "Streams"},
});

constexpr std::string_view kIntroduction = R"(<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
# Who may do what

Each row is something that can be asked of the hub, by its name on the wire; each column is a role. **any**: yes.
**own**: yes, but only at the counter where the person is signed on, and opening a counter only as oneself; a row may say more. **—**: no;
the hub answers `NotAllowed` and the audit keeps it. Who has several roles may do what any of them may. What is
in no row, nobody may. This page is written from the table in `permission.cpp`, which the hub goes by; a test fails when
the two differ.

Three roles are a device's own, and nobody signs in there: a **kiosk** gives out tickets, a **display** shows calls, a **sensor** is
another system that reports who came in. The others are people's, signed in on a workplace: a **teller** serves at a counter; a **greeter** gives out tickets at the door;
a **supervisor** runs the day and may act at every counter; the **back office** watches; an **administrator** looks after
devices, staff and what the branch is made of, and does not serve; an **auditor** reads everything that was done and
changes nothing.

No row is needed for one's own way in: enrolling with a code, signing in and out, locking, unlocking, and changing one's own
password. Until a first password is changed, and while a session is locked, no command and no question is taken.
)";

std::string_view word(Reach reach)
{
    switch (reach) {
    case Reach::None:
        return "—";
    case Reach::Own:
        return "own";
    case Reach::Any:
        return "any";
    }
    return {};
}

const Permission *find(std::string_view method)
{
    const auto *const it = std::find_if(kPermissions.begin(), kPermissions.end(),
                                        [&](const Permission &row) { return row.method == method; });
    return it == kPermissions.end() ? nullptr : it;
}

} // namespace

std::span<const Permission> permissions() { return kPermissions; }

Reach reachOf(std::string_view method, const std::vector<Role> &roles)
{
    Reach widest = Reach::None;
    if (const Permission *row = find(method)) {
        for (const Role role : roles)
            widest = std::max(widest, row->reach.at(static_cast<std::size_t>(role)));
    }
    return widest;
}

std::string permissionsPage()
{
    std::string page(kIntroduction);
    page += "\n| method | what it does |";
    for (const std::string_view role : names(Role{}))
        page.append(" ").append(role).append(" |");
    page += "\n| --- | --- |";
    for (std::size_t i = 0; i < kRoleCount; ++i)
        page += " --- |";
    page += '\n';
    for (const Permission &row : kPermissions) {
        for (const Group &group : kGroups) {
            if (group.first == row.method) {
                page.append("| **").append(group.title).append("** | |");
                for (std::size_t i = 0; i < kRoleCount; ++i)
                    page += " |";
                page += '\n';
            }
        }
        page.append("| `").append(row.method).append("` | ").append(row.what).append(" |");
        for (const Reach reach : row.reach)
            page.append(" ").append(word(reach)).append(" |");
        page += '\n';
    }
    return page + fieldPermissionsPage();
}

} // namespace tiepdon
