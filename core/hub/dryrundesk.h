// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/simulation/alerttrial.h"
#include "core/store/dayreader.h"
#include "core/wire/alertmessage.h"

#include <QThreadPool>

#include <atomic>
#include <deque>
#include <memory>

namespace tiepdon {

/// Answers what a rule of alerts would have done on past days (`dryRunAlertRule`). Reads one day after the other
/// from the journal and tries the rule on each on a thread of its own, that takes what the hub leaves it; one
/// question at a time. Owned by the hub, used on its thread.
class DryRunDesk : public Desk
{
    Q_OBJECT

public:
    static constexpr std::int64_t kDaysMax = 30;
    /// Days before the first, to learn from what is to be expected.
    static constexpr std::int64_t kLearnDays = 5;
    /// Questions that wait behind the one in hand: one person edits rules at a time; two more do no harm.
    static constexpr std::size_t kWaitingMax = 3;

    /// `store` outlives it.
    explicit DryRunDesk(Store &store, QObject *parent = nullptr);
    /// Waits for the day that is being tried, or less; nobody is answered any more.
    ~DryRunDesk() override;

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    /// InvalidParams; Busy when too many wait, and for what the same connection asked before: that is given up.
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    /// What was asked through it is given up.
    void onLineClosed(std::uint64_t connection) override;

private:
    struct Job;

    void giveUp(std::uint64_t connection);
    void begin();
    void readNext();
    void tryDay(const std::shared_ptr<const DayEntries> &entries);
    void finish(const Result<Json> &answer);

    Store &m_store;
    std::deque<std::unique_ptr<Job>> m_waiting;
    std::unique_ptr<Job> m_job;
    std::atomic<bool> m_isStopped = false;
    QThreadPool m_pool;
};

} // namespace tiepdon
