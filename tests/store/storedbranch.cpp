// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedbranch.h"

#include "core/wire/message.h"

#include <QtGlobal>

namespace tiepdon {
namespace {

/// 64 hexadecimal digits that are another number's for each `n`.
std::string hashLike(char what, std::int64_t n)
{
    const std::string digits = std::to_string(n);
    return std::string(1, what) + std::string(63 - digits.size(), '0') + digits;
}

template <class Enum>
Enum nth(std::int64_t n)
{
    return static_cast<Enum>(static_cast<std::size_t>(n) % names(Enum()).size());
}

} // namespace

Device sampleDevice(std::int64_t n)
{
    return {{n},
            "Quầy số " + std::to_string(n),
            nth<DeviceKind>(n),
            "app-" + std::to_string(n),
            hashLike('d', n),
            StoredBranch::kStart + n,
            n % 2 == 0 ? std::optional(StoredBranch::kStart + 1000 * n) : std::nullopt};
}

Account sampleAccount(std::int64_t n)
{
    return {{n},
            "account-" + std::to_string(n),
            "Lê Thị Thu " + std::to_string(n),
            n % 2 == 0 ? std::vector<Role>{nth<Role>(n)} : std::vector<Role>{nth<Role>(n), Role::Auditor},
            "$argon2id$" + std::to_string(n),
            n % 2 == 0,
            n % 3 == 0,
            StoredBranch::kStart + n};
}

Session sampleSession(std::int64_t n, TimeMs now)
{
    return {hashLike('e', n), {n}, {n}, now + n, now + n + kHourMs, n % 2 == 0, {}};
}

Enrolment sampleEnrolment(std::int64_t n, TimeMs now)
{
    return {hashLike('a', n),  "Kiosk " + std::to_string(n), nth<DeviceKind>(n), {n}, now + n,
            now + n + kHourMs, {n % 2 == 0 ? n : 0}};
}

AuditEntry sampleAudit(std::int64_t n)
{
    return {0,
            StoredBranch::kStart + n,
            {n % 3},
            {n % 5},
            n % 2 == 0 ? "signedIn" : "deviceRevoked",
            "staff " + std::to_string(n),
            n % 4 == 0 ? "SignInRefused" : "done",
            "n=" + std::to_string(n)};
}

Commit accessCommit(std::vector<AccessChange> access, std::vector<AuditEntry> audit)
{
    Commit commit;
    commit.access = std::move(access);
    commit.audit = std::move(audit);
    return commit;
}

Commit StoredBranch::run(const Command &command)
{
    now += 1000;
    const auto events = decide(state, command, now);
    if (!events)
        qFatal("a test's command is refused: %s", events.error().message.c_str());
    Commit commit;
    const OperationId id{client, ++operations};
    for (const Event &event : *events) {
        commit.touched.push_back(apply(state, event, now));
        commit.entries.push_back({++seq, now, StaffId{1}, "3", toText(id), event});
    }
    commit.businessDay = state.businessDay();
    commit.operation = {id, "hash-" + std::to_string(id.n), R"({"result":{"seq":)" + std::to_string(seq) + "}}",
                        now + operationsAheadMs};
    return commit;
}

std::vector<Commit> StoredBranch::setUp()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh Bến Thành", "Ben Thanh branch"};
    setup.services = {{ServiceId{1}, {"Gửi tiền", "Deposit"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {ServiceId{2}, {"Cho vay", "Loans"}, "B", 20 * kMinuteMs, 15 * kMinuteMs}};
    setup.profiles = {{ProfileId{1}, {"Tất cả", "All"}, {ServiceId{1}, ServiceId{2}}}};
    setup.counters = {{CounterId{1}, 1, ProfileId{1}}, {CounterId{2}, 2, ProfileId{1}}};
    setup.staff = {{StaffId{1}, "Nguyễn Thị Hoa"}, {StaffId{2}, "Trần Văn Nam"}};
    std::vector<Commit> commits;
    commits.push_back(run(command::DefineBranch{setup}));
    commits.push_back(run(command::OpenDay{"2026-03-02"}));
    commits.push_back(run(command::SignOn{CounterId{1}, StaffId{1}, {}}));
    commits.push_back(run(command::SignOn{CounterId{2}, StaffId{2}, {}}));
    return commits;
}

std::vector<Commit> StoredBranch::setUpAndWork(int count, int left)
{
    auto commits = setUp();
    for (Commit &commit : work(count, left))
        commits.push_back(std::move(commit));
    return commits;
}

std::vector<Commit> StoredBranch::work(int count, int left)
{
    std::vector<Commit> commits;
    const CounterId counter{1};
    for (int i = 0; i < count; ++i) {
        commits.push_back(run(command::IssueTicket{ServiceId{1 + i % 2}}));
        if (i >= count - left)
            continue;
        commits.push_back(run(command::CallNext{counter}));
        const auto ticket = [&] { return state.counterState(counter)->ticket; };
        if (i % 7 == 3) {
            commits.push_back(
                run(command::Transfer{counter, ticket(), ServiceId{2}, command::TransferPlace::First}));
            commits.push_back(run(command::CallNext{counter}));
        }
        commits.push_back(run(command::Recall{counter, ticket()}));
        commits.push_back(run(command::StartService{counter, ticket()}));
        commits.push_back(run(command::FinishService{counter, ticket()}));
    }
    return commits;
}

} // namespace tiepdon
