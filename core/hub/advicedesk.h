// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/advicebook.h"
#include "core/hub/advicescoring.h"
#include "core/hub/desk.h"
#include "core/hub/foresight.h"
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace tiepdon {

/// Says which counter to open, close or switch, and what moves would change. The futures are played on a thread of
/// its own from copies of the branch and of what was learned; advice that is given is kept, and scored when its
/// time is over. Main thread of the hub.
class AdviceDesk : public Desk
{
    Q_OBJECT

public:
    /// Questions that wait for the thread; one takes some hundred milliseconds.
    static constexpr int kJobsMax = 8;
    /// Scores being reckoned at once.
    static constexpr int kScoresMax = 4;
    /// Records that become a score, in one page and in all: more than anybody gets in that time.
    static constexpr std::int64_t kScorePage = 200;
    static constexpr std::int64_t kScoreRecordsMax = 50'000;
    /// How long what was found is answered again.
    static constexpr qint64 kFreshMs = 30'000;

    /// All outlive it; `notebook` is what the start found.
    AdviceDesk(BranchHost &host, Store &store, const Foresight &foresight, const Notebook &notebook,
               const AdvicePrices &prices, QObject *parent = nullptr);
    /// Waits for the question being answered; nobody is told any more.
    ~AdviceDesk() override;

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    [[nodiscard]] bool isChange(std::string_view method) const override;
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;
    void onPublished(const std::vector<PublishedEvent> &events) override;

private:
    using Job = std::function<void(Advisor &advisor)>;

    /// A score being reckoned; `scoring` is the thread's while a page is with it.
    struct Score {
        TimeMs fromMs = 0;
        TimeMs toMs = 0;
        Answer answer;
        AdviceScoring scoring = {};
    };

    void advise(Answer answer);
    void answerAdvice(const FoundAdvice &found, TimeMs atMs, std::int64_t seq);
    void whatIf(const Json &params, const Answer &answer);
    void score(const Json &params, Answer answer);
    /// Reads one page of records, has it reckoned on the thread, and then the next.
    void readScore(const std::shared_ptr<Score> &score, std::int64_t beforeId);
    void addToScore(const std::shared_ptr<Score> &score, std::vector<NotebookEntry> page);
    void finishScore(const Score &score, const Result<Json> &answer);
    /// Has a job done on the thread, on the floor as it is now. False when too many wait.
    bool start(Job job);
    void keep(std::vector<NotebookEntry> entries);
    void reckon();
    void waitForEnd();

    BranchHost &m_host;
    Store &m_store;
    const Foresight &m_foresight;
    AdvicePrices m_prices;
    AdviceBook m_book;
    AdviceAnswer m_answer; ///< the last
    QElapsedTimer m_answered; ///< since it was found; not valid: there is none that holds
    bool m_isAdvising = false;
    bool m_isStale = false; ///< counters changed while it was looked for
    std::vector<Answer> m_advising; ///< who waits for it
    std::shared_ptr<Advisor> m_advisor; ///< of the floor last asked about; used on the thread alone
    std::int64_t m_advisorSeq = -1;
    QElapsedTimer m_advisorAge;
    int m_jobs = 0;
    int m_scores = 0; ///< being reckoned
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace tiepdon
