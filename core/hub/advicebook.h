// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/advice.h"
#include "core/hub/branchhost.h"
#include "core/wire/advicemessage.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace tiepdon {

/// The advice that was given: what each promised, whether it was followed, and what came of it. Keeps what stands,
/// and who was called since the oldest of it; the entries it gives back are to be kept in the notebook. Bounded.
class AdviceBook
{
public:
    /// Pieces that stand at once; the oldest ends early.
    static constexpr std::size_t kStandingMax = 100;
    /// The same move advised again within this is the same piece of advice.
    static constexpr TimeMs kSameMs = 15 * kMinuteMs;
    /// Calls remembered: over an hour of a hundred counters.
    static constexpr std::size_t kCallsMax = 5000;

    explicit AdviceBook(AdviceId last) : m_last(last) { }

    /// What stood before the hub began: its time is cut short, and what came of it is not known.
    static std::vector<NotebookEntry> ended(const std::vector<NotebookEntry> &standing, TimeMs nowMs);

    /// Gives moves their ids (hints have none) and enters what is new. What was declined within `kSameMs` is left
    /// out.
    std::vector<Advice> give(const std::vector<AdvisedMove> &moves, TimeMs nowMs,
                             std::vector<NotebookEntry> &changed);
    struct Settled {
        NotebookEntry entry;
        bool isNew = false; ///< nobody had settled it the same way before
    };
    /// WrongState.
    Result<Settled> settle(AdviceId id, bool isFollowed, StaffId by, TimeMs nowMs);
    /// What was new did not come to the disk: it waits for an answer again.
    void unsettle(AdviceId id);
    /// Learns from one durable event; `state` is as it is by now. Moves made that were advised count as followed.
    void follow(const BranchState &state, const PublishedEvent &published, std::vector<NotebookEntry> &changed);
    /// Ends what is over.
    std::vector<NotebookEntry> reckon(const BranchState &state, TimeMs nowMs);
    /// When the next is over; nothing when none stands.
    [[nodiscard]] std::optional<TimeMs> nextEndMs() const;
    [[nodiscard]] std::size_t standing() const { return m_standing.size(); }

    /// Services a move changes something for, in order.
    static std::vector<ServiceId> concerned(const MoveEffect &effect);
    /// Nothing for what is no record.
    static std::optional<AdviceRecord> recordFrom(const NotebookEntry &entry);

private:
    struct Called {
        TicketId ticket;
        ServiceId service;
        TimeMs referenceMs = 0;
        TimeMs calledMs = 0;
        TimeMs promiseMs = 0;
        bool isGone = false;
    };

    static NotebookEntry entryOf(const AdviceRecord &record);
    [[nodiscard]] AdviceCame cameOf(const BranchState &state, const AdviceRecord &record) const;
    void noteMove(const FloorMove &made, StaffId by, TimeMs atMs, std::vector<NotebookEntry> &changed);
    void cutShort(TimeMs nowMs, std::vector<NotebookEntry> &changed);
    void forgetCalls();

    std::map<AdviceId, AdviceRecord> m_standing;
    std::deque<Called> m_calls; ///< oldest first
    AdviceId m_last;
};

} // namespace tiepdon
