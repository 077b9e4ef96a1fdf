// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/store/store.h"

#include <string>

namespace tiepdon {

/// Records and entries that differ in every field from those of another number, from 1. Sessions and enrolments
/// last an hour from `now`.
Device sampleDevice(std::int64_t n);
Account sampleAccount(std::int64_t n);
Session sampleSession(std::int64_t n, TimeMs now);
Enrolment sampleEnrolment(std::int64_t n, TimeMs now);
AuditEntry sampleAudit(std::int64_t n);
/// An operation that changes nothing of the branch.
Commit accessCommit(std::vector<AccessChange> access, std::vector<AuditEntry> audit);

/// A small branch that makes the commits a hub would: decides, applies, counts the journal.
class StoredBranch
{
public:
    static constexpr TimeMs kStart = 1'700'000'000'000;
    static constexpr std::int64_t kBranch = 7;

    BranchState state;
    std::int64_t seq = 0;
    std::int64_t operations = 0;
    TimeMs now = kStart;
    /// Against `now`, when the system clock says the operation came.
    TimeMs operationsAheadMs = 0;
    std::string client = "test-client-1";

    /// What the command changes, as one operation. Every command of these tests is allowed.
    Commit run(const Command &command);
    /// `setUp` and a day's `work`.
    std::vector<Commit> setUpAndWork(int count, int left);
    /// A branch with two services, two counters open, the first day open: several commits.
    std::vector<Commit> setUp();
    /// Issues `count` tickets and carries each through to its end, but for the last `left`, which wait.
    std::vector<Commit> work(int count, int left);
};

} // namespace tiepdon
