// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/store/daypast.h"
#include "core/store/dayvisits.h"
#include "core/store/worker.h"
#include "core/wire/historymessage.h"

#include <QTimer>

#include <memory>
#include <string>
#include <vector>

namespace tiepdon {

/// Answers what is asked about past days: which are kept, how one was at a moment, and which tickets are behind a
/// figure. Days are read and replayed on threads of their own; the last ones asked about are held for a while, so
/// that scrubbing through one replays it once. Main thread of the hub.
class HistoryDesk : public Desk
{
    Q_OBJECT

public:
    /// Questions that may wait: a console asks one at a time, and again by itself.
    static constexpr int kWaitingMax = 8;
    /// Days held: two consoles may each look at another. What one takes, tests/bench/bench_history says.
    static constexpr std::size_t kDaysHeld = 2;
    /// How long a day is held after it was last asked for.
    static constexpr int kHeldMs = 10 * 60 * 1000;
    /// How long what lists of tickets are made of is held, by the branch's clock and by the hub's: while somebody
    /// turns its pages. What holds more visits than these is read for each page.
    static constexpr int kVisitsHeldMs = 10 * 1000;
    static constexpr std::size_t kVisitsHeldMax = 40'000;
    /// What happened around a moment: so far to either side, and so much of it at most.
    static constexpr TimeMs kAroundMs = 30 * kSecondMs;
    static constexpr std::size_t kAroundMax = 60;

    /// Both outlive it.
    HistoryDesk(BranchHost &host, Store &store, QObject *parent = nullptr);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    /// InvalidParams, Busy while too many wait, and what the questions themselves are refused with.
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;

private:
    /// A day as it is held; `past` is the worker's alone.
    struct Slot {
        std::unique_ptr<DayPast> past;
    };
    struct Held {
        std::string businessDay;
        std::int64_t lastSeq = 0; ///< of what the worker has or is about to get; 0: nothing
        std::shared_ptr<Slot> slot;
    };

    /// What some days' lists are made of, as it was at a moment.
    struct HeldVisits {
        std::string fromDay;
        std::string toDay;
        std::int64_t seq = 0; ///< published then
        std::shared_ptr<const DayVisits> visits; ///< null: none are held
    };

    void days(const DaysQuery &query, const Answer &answer);
    void dayAt(const DayAtQuery &query, const Answer &answer);
    void dayTickets(const DayTicketsQuery &query, const Answer &answer);
    /// What is held of the days asked for, if it is so still; of a further page, if it was when the first was read.
    [[nodiscard]] std::shared_ptr<const DayVisits> heldVisits(const DayTicketsQuery &query) const;
    void letVisitsGo();
    /// The day's place among those held, the last used first; made when there is none.
    [[nodiscard]] Held &held(const std::string &businessDay);
    /// Frees a day on the worker: that takes a while.
    void letGo(std::shared_ptr<Slot> slot);
    /// Runs `work` on the worker and gives its answer on this thread.
    void onWorker(std::function<Result<Json>()> work, const Answer &answer);
    /// The same answer, but one fewer waits then; not called once this is gone.
    [[nodiscard]] Answer counted(Answer answer);

    BranchHost &m_host;
    Store &m_store;
    int m_waiting = 0;
    std::vector<Held> m_held; ///< the last used first
    QTimer m_letGo;
    HeldVisits m_heldVisits;
    QTimer m_letVisitsGo;
    Worker m_worker{QStringLiteral("history")}; ///< last: its thread ends before the rest goes
};

} // namespace tiepdon
