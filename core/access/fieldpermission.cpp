// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/fieldpermission.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Access by role, one character each in the order of `Role`: - none, m masked, s shown.
constexpr std::array<FieldAccess, kRoleCount> of(std::string_view columns)
{
    std::array<FieldAccess, kRoleCount> access{};
    for (std::size_t i = 0; i < kRoleCount; ++i)
        access.at(i) = columns.at(i) == 's' ? FieldAccess::Shown
            : columns.at(i) == 'm'          ? FieldAccess::Masked
                                            : FieldAccess::None;
    return access;
}

// clang-format off
constexpr auto kFields = std::to_array<FieldPermission>({
    //                                kiosk
    //                                |display
    //                                ||teller
    //                                |||greeter
    //                                ||||supervisor
    //                                |||||back office
    //                                ||||||administrator
    //                                |||||||auditor
    //                                ||||||||sensor
    {ProfileField::Name,            of("--ssss---"), "name and form of address"},
    {ProfileField::Phone,           of("--mmmm---"), "phone numbers"},
    {ProfileField::Document,        of("--m-mm---"), "citizen card, older identity card, passport, card"},
    {ProfileField::CustomerNumber,  of("--s-ss---"), "the house's own number"},
    {ProfileField::BirthDate,       of("--m-mm---"), "date of birth; masked: the year"},
    {ProfileField::Address,         of("--s-ss---"), "where they live"},
    {ProfileField::Needs,           of("--ssss---"), "what they need to be served well, and their language"},
    {ProfileField::Preferences,     of("--s-ss---"), "how they want to be reached, what they wish, who looks after them"},
    {ProfileField::Tier,            of("--ssss---"), "grade and segment"},
    {ProfileField::Visits,          of("--s-ss---"), "earlier visits and how they ended"},
    {ProfileField::Purchases,       of("--s-ss---"), "products held, bought, and how far they are with others"},
    {ProfileField::Transactions,    of("--s-ss---"), "transactions"},
    {ProfileField::Conversations,   of("--s-ss---"), "conversations, and what was declined"},
    {ProfileField::Notes,           of("--s-ss---"), "notes"},
    {ProfileField::SupervisorNotes, of("----ss---"), "notes that are not for counters"},
    {ProfileField::OpenItems,       of("--ssss---"), "promises, complaints, callbacks, what somebody lacks"},
    {ProfileField::Scores,          of("--s-ss---"), "how satisfied they said they were"},
    {ProfileField::Consents,        of("--ssss---"), "what they agreed to"},
});
// clang-format on
static_assert(kFields.size() == names(ProfileField{}).size());

std::string_view word(FieldAccess access)
{
    switch (access) {
    case FieldAccess::None:
        return "—";
    case FieldAccess::Masked:
        return "masked";
    case FieldAccess::Shown:
        return "shown";
    }
    return {};
}

constexpr std::string_view kIntroduction = R"(
# Who sees what of a customer

What a card, a search and a timeline hold, for each role; who has several roles sees what any of them sees. **masked**: enough to tell
two people apart, and whole for who may `revealField` and says why; that is audited. In lists that a search finds, phone and
document are masked for everybody. Where a branch hides names before the call, a teller sees neither name nor numbers nor address of
somebody who waits.

| field | what it is |)";

} // namespace

std::span<const FieldPermission> fieldPermissions() { return kFields; }

FieldAccess accessTo(ProfileField field, const std::vector<Role> &roles)
{
    FieldAccess widest = FieldAccess::None;
    const FieldPermission &row = kFields.at(static_cast<std::size_t>(field));
    for (const Role role : roles)
        widest = std::max(widest, row.access.at(static_cast<std::size_t>(role)));
    return widest;
}

std::string fieldPermissionsPage()
{
    std::string page(kIntroduction);
    for (const std::string_view role : names(Role{}))
        page.append(" ").append(role).append(" |");
    page += "\n| --- | --- |";
    for (std::size_t i = 0; i < kRoleCount; ++i)
        page += " --- |";
    page += '\n';
    for (const FieldPermission &row : kFields) {
        page.append("| `").append(names(row.field).at(static_cast<std::size_t>(row.field))).append("` | ");
        page.append(row.what).append(" |");
        for (const FieldAccess access : row.access)
            page.append(" ").append(word(access)).append(" |");
        page += '\n';
    }
    return page;
}

} // namespace tiepdon
