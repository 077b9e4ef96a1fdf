// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecustomers.h"

#include "storedbranch.h"

namespace tiepdon {
namespace {

constexpr TimeMs kAt = StoredBranch::kStart;

template <class Enum>
Enum nth(std::int64_t n)
{
    return static_cast<Enum>(static_cast<std::size_t>(n) % names(Enum()).size());
}

std::string numbered(const char *text, std::int64_t n) { return text + std::to_string(n); }

std::string digits(std::int64_t n, std::size_t count)
{
    const std::string end = std::to_string(n);
    return std::string(count - end.size(), '0') + end;
}

std::optional<TimeMs> sometimes(std::int64_t n, TimeMs ms) { return n % 2 == 0 ? std::optional(ms) : std::nullopt; }

} // namespace

CustomerId sampleCustomerId(std::int64_t n) { return {StoredBranch::kBranch * kCustomersOfBranch + n}; }

Customer sampleCustomer(std::int64_t n)
{
    Customer c;
    c.id = sampleCustomerId(n);
    c.revision = n;
    c.name = numbered("Trần Thị Bích Thủy ", n);
    c.form = nth<AddressForm>(n);
    c.language = n % 2 == 0 ? "vi" : "en";
    c.needs = n % 3 == 0 ? std::vector<Need>{} : std::vector{nth<Need>(n), nth<Need>(n + 3)};
    if (n % 2 == 0)
        c.preferences.channel = nth<Channel>(n);
    c.preferences.quietFromMin = n;
    c.preferences.quietToMin = 2 * n;
    c.preferences.wishes = numbered("nói chậm; \"rõ\" ", n);
    c.identifiers = {{IdentifierId{1}, IdentifierKind::Phone, "+84" + digits(n, 9)},
                     {IdentifierId{2}, IdentifierKind::CitizenCard, digits(n, 12)},
                     {IdentifierId{5}, IdentifierKind::CustomerNumber, "KH" + digits(n, 6)},
                     {IdentifierId{4}, IdentifierKind::Card, digits(n, 16)}};
    c.birthDate = n % 2 == 0 ? "1990-02-" + digits(n % 10, 2) : "";
    c.address = numbered("Bến Nghé, số ", n);
    c.tier = numbered("tier-", n);
    c.segment = {n % 4};
    c.lookedAfterBy = {n % 5};
    c.lookedAfterByName = numbered("Lê Văn ", n);
    c.createdMs = kAt + n;
    c.changedMs = kAt + 2 * n;
    return c;
}

StageChange sampleStage(std::int64_t n)
{
    return {sampleCustomerId(n), numbered("savings-", n), nth<Stage>(n), kAt + n, {n}};
}

ProductHeld sampleProduct(std::int64_t n)
{
    return {sampleCustomerId(n), numbered("card-", n), numbered("ref-", n), "2024-01-0" + std::to_string(1 + n % 9),
            n % 2 == 0 ? "2025-01-01" : ""};
}

Consent sampleConsent(std::int64_t n)
{
    return {{n},
            sampleCustomerId(n),
            nth<ConsentPurpose>(n),
            numbered("form ", n),
            numbered("v", n),
            nth<Channel>(n),
            kAt + n,
            {n},
            sometimes(n, kAt + 2 * n),
            {n % 2 == 0 ? n : 0}};
}

Happening sampleHappening(std::int64_t n)
{
    Happening h;
    h.id = {n};
    h.customer = sampleCustomerId(n);
    h.kind = nth<HappeningKind>(n);
    h.atMs = kAt + n;
    h.channel = nth<Channel>(n);
    h.text = numbered("mở sổ tiết kiệm ", n);
    h.product = numbered("p-", n);
    h.amount = -1'000'000'000'000 * n;
    h.currency = n % 2 == 0 ? "VND" : "USD";
    h.reason = numbered("reason ", n);
    h.alternative = numbered("alternative ", n);
    h.score = n % 6;
    h.isInward = n % 2 == 0;
    h.staff = {n};
    h.ticket = {n};
    h.reference = numbered("book-", n);
    return h;
}

CustomerNote sampleNote(std::int64_t n)
{
    return {{n},
            sampleCustomerId(n),
            {n},
            nth<Department>(n),
            n % 2 == 0,
            numbered("thích ngồi gần cửa sổ ", n),
            {n},
            kAt + n,
            sometimes(n, kAt + 2 * n),
            {}};
}

NoteDraft sampleDraft(std::int64_t n)
{
    return {{n}, sampleCustomerId(n), {n}, numbered("đang viết ", n), kAt + n};
}

OpenItem sampleItem(std::int64_t n)
{
    OpenItem i;
    i.id = {n};
    i.kind = nth<OpenItemKind>(n);
    i.customer = sampleCustomerId(n);
    i.ticket = {n};
    i.department = nth<Department>(n);
    i.blocker = nth<BlockerKind>(n);
    i.text = numbered("gọi lại ", n);
    i.owner = {n};
    i.dueMs = kAt + 1000 * n;
    i.state = n % 2 == 0 ? OpenItemState::Kept : OpenItemState::Open;
    i.ending = numbered("xong ", n);
    i.madeBy = {n + 1};
    i.madeMs = kAt + n;
    i.changedMs = kAt + 2 * n;
    i.endedMs = sometimes(n, kAt + 3 * n);
    i.revision = n;
    return i;
}

VisitGoal sampleGoal(std::int64_t n)
{
    return {{n}, sampleCustomerId(n), numbered("làm thẻ cho con ", n), nth<GoalReached>(n), {n}, kAt + n};
}

std::vector<CustomerChange> oneOfEach(std::int64_t n)
{
    return {sampleCustomer(n), sampleStage(n), sampleProduct(n), sampleConsent(n), sampleHappening(n),
            sampleNote(n),     sampleDraft(n), sampleItem(n),    sampleGoal(n)};
}

Customer customerNamed(std::int64_t n, std::string name, std::vector<Identifier> identifiers)
{
    Customer customer;
    customer.id = sampleCustomerId(n);
    customer.revision = 1;
    customer.name = std::move(name);
    customer.identifiers = std::move(identifiers);
    customer.createdMs = customer.changedMs = kAt;
    return customer;
}

Commit customerCommit(std::vector<CustomerChange> customers)
{
    Commit commit;
    commit.customers = std::move(customers);
    return commit;
}

} // namespace tiepdon
