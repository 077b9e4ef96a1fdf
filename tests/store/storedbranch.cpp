// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedbranch.h"

#include "core/wire/message.h"

#include <QtGlobal>

namespace tiepdon {

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
        commit.entries.push_back({++seq, now, StaffId{1}, "máy-1", toText(id), event});
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
