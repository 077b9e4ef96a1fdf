// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/advicedesk.h"

#include "core/base/limits.h"
#include "core/hub/accessdecisions.h"

#include <QPointer>

#include <algorithm>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tiepdon {
namespace {

/// How long a floor is asked about again while nothing happened on it.
constexpr qint64 kFloorFreshMs = 5'000;
/// Until what is over is looked for again, at most: the branch's clock can be set.
constexpr TimeMs kReckonMsMax = 1'000;
constexpr TimeMs kReckonMsMin = 200;
constexpr std::int64_t kDaysMax = 90;
/// Scores are reckoned behind the advice that somebody waits for.
constexpr int kScorePriority = -1;

Error invalid(const char *field, const char *message)
{
    return {ErrorCode::InvalidParams, std::string(field) + " " + message, {{"field", field}}};
}

/// The thread takes what the hub's own leaves it.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    (void)::setpriority(PRIO_PROCESS, 0, kNice); // of this thread alone; not to be had is no harm
#endif
}

bool isCounterEvent(const Event &event)
{
    return std::holds_alternative<event::CounterOpened>(event)
        || std::holds_alternative<event::CounterClosed>(event)
        || std::holds_alternative<event::ProfileAssigned>(event)
        || std::holds_alternative<event::CounterPaused>(event)
        || std::holds_alternative<event::CounterResumed>(event) || std::holds_alternative<event::DayOpened>(event)
        || std::holds_alternative<event::DayClosed>(event);
}

} // namespace

AdviceDesk::AdviceDesk(BranchHost &host, Store &store, const Foresight &foresight, const Notebook &notebook,
                       const AdvicePrices &prices, QObject *parent)
    : Desk(parent), m_host(host), m_store(store), m_foresight(foresight), m_prices(prices),
      m_book({notebook.lastId(NotebookKind::Advices)})
{
    m_pool.setMaxThreadCount(1);
    m_pool.setObjectName(QStringLiteral("advice"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AdviceDesk::reckon);
    keep(AdviceBook::ended(notebook.standing, host.nowMs()));
}

AdviceDesk::~AdviceDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool AdviceDesk::isQuestion(std::string_view method) const
{
    return method == Advise::kMethod || method == WhatIf::kMethod || method == AdviceScoreQuery::kMethod;
}

bool AdviceDesk::isChange(std::string_view method) const { return method == SettleAdvice::kMethod; }

void AdviceDesk::ask(const Asker & /*asker*/, std::string_view method, const Json &params, Answer answer)
{
    if (method == AdviceScoreQuery::kMethod) {
        score(params, std::move(answer));
    } else if (method == WhatIf::kMethod) {
        whatIf(params, answer);
    } else if (const auto wanted = fromJson<Advise>(params, UnknownFields::Refuse); !wanted) {
        answer(wanted.error());
    } else {
        advise(std::move(answer));
    }
}

bool AdviceDesk::start(Job job)
{
    if (m_jobs >= kJobsMax)
        return false;
    ++m_jobs;
    const std::int64_t seq = m_host.publishedSeq();
    if (!m_advisor || m_advisorSeq != seq || m_advisorAge.elapsed() >= kFloorFreshMs) {
        m_advisor.reset();
        m_advisorSeq = seq;
        m_advisorAge.start();
    }
    struct Ground {
        BranchState state;
        Forecast knowledge;
        TimeMs nowMs = 0;
    };
    std::shared_ptr<Ground> ground;
    if (!m_advisor)
        ground
            = std::make_shared<Ground>(Ground{m_host.state(), m_foresight.forecast().forFloors(), m_host.nowMs()});
    m_pool.start([this, advisor = m_advisor, ground, seq, prices = m_prices, job = std::move(job)]() mutable {
        stepBack();
        if (!advisor)
            advisor = std::make_shared<Advisor>(std::move(ground->state), std::move(ground->knowledge),
                                                ground->nowMs, prices);
        job(*advisor);
        QMetaObject::invokeMethod(
            this,
            [this, advisor = std::move(advisor), seq] {
                --m_jobs;
                if (m_advisorSeq == seq)
                    m_advisor = advisor;
            },
            Qt::QueuedConnection);
    });
    return true;
}

void AdviceDesk::advise(Answer answer)
{
    if (!m_host.state().isOpen()) {
        AdviceAnswer closed;
        closed.atMs = m_host.nowMs();
        closed.seq = m_host.publishedSeq();
        answer(toJson(closed));
        return;
    }
    if (m_answered.isValid() && m_answered.elapsed() < kFreshMs) {
        answer(toJson(m_answer));
        return;
    }
    if (m_isAdvising) {
        if (m_advising.size() < static_cast<std::size_t>(kJobsMax) * 8)
            m_advising.push_back(std::move(answer));
        else
            answer(Error{ErrorCode::Busy, "too many ask for advice", {}});
        return;
    }
    const TimeMs now = m_host.nowMs();
    const std::int64_t seq = m_host.publishedSeq();
    const bool isTaken = start([this, now, seq](Advisor &advisor) {
        FoundAdvice found = advisor.advise();
        QMetaObject::invokeMethod(
            this, [this, found = std::move(found), now, seq] { answerAdvice(found, now, seq); },
            Qt::QueuedConnection);
    });
    if (!isTaken) {
        answer(Error{ErrorCode::Busy, "too many questions wait", {}});
        return;
    }
    m_isAdvising = true;
    m_isStale = false;
    m_advising.push_back(std::move(answer));
}

void AdviceDesk::answerAdvice(const FoundAdvice &found, TimeMs atMs, std::int64_t seq)
{
    m_isAdvising = false;
    AdviceAnswer answer;
    answer.atMs = atMs;
    answer.seq = seq;
    answer.services = found.services;
    answer.keptPermille = found.keptPermille;
    answer.moves = static_cast<std::int64_t>(found.tried);
    if (m_host.state().isOpen()) {
        std::vector<NotebookEntry> changed;
        // what was found for counters as they are no longer is not given to anybody
        if (!m_isStale)
            answer.advice = m_book.give(found.moves, m_host.nowMs(), changed);
        answer.state = answer.advice.empty() ? AdviceState::WellManned : AdviceState::Advised;
        keep(std::move(changed));
        waitForEnd();
    }
    const std::vector<Answer> waiting = std::exchange(m_advising, {});
    if (m_isStale && m_host.state().isOpen()) { // who asked before is answered for the counters as they are
        for (const Answer &each : waiting)
            advise(each);
        return;
    }
    m_answer = answer;
    m_answered.start();
    const Json json = toJson(answer);
    for (const Answer &each : waiting)
        each(json);
}

void AdviceDesk::whatIf(const Json &params, const Answer &answer)
{
    auto wanted = fromJson<WhatIf>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    if (wanted->moves.empty() || wanted->moves.size() > kWhatIfMovesMax) {
        answer(invalid("moves", "must be 1 to 8"));
        return;
    }
    for (const FloorMove &move : wanted->moves) {
        if (move.forMs < 0 || move.forMs > limits::kServiceMsMax) {
            answer(invalid("moves", "last at most twelve hours"));
            return;
        }
    }
    if (!m_host.state().isOpen()) {
        answer(Error{ErrorCode::DayNotOpen, "no business day is open", {}});
        return;
    }
    const bool isTaken = start([this, moves = std::move(wanted->moves), answer](Advisor &advisor) {
        const auto effect = advisor.whatIf(moves);
        const TimeMs at = advisor.nowMs();
        QMetaObject::invokeMethod(
            this,
            [effect, at, answer] {
                answer(effect ? Result<Json>(toJson(WhatIfAnswer{at, *effect})) : Result<Json>(effect.error()));
            },
            Qt::QueuedConnection);
    });
    if (!isTaken)
        answer(Error{ErrorCode::Busy, "too many questions wait", {}});
}

void AdviceDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                        Answer answer)
{
    const auto wanted = fromJson<SettleAdvice>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    const auto isNew = std::make_shared<bool>(false);
    const auto decide = [this, settle = *wanted, by = asker.doer.actor, isNew](TimeMs now) {
        Decision decision;
        auto settled = m_book.settle(settle.advice, settle.isFollowed, by, now);
        const std::string subject = "advice:" + std::to_string(settle.advice.value);
        if (!settled) {
            decision.refused = settled.error();
            decision.audit.push_back(auditEntry("settleAdvice", subject, "refused"));
            return decision;
        }
        *isNew = settled->isNew;
        decision.notebook.push_back(std::move(settled->entry));
        decision.audit.push_back(
            auditEntry("settleAdvice", subject, "done", settle.isFollowed ? "followed" : "declined"));
        decision.extra["advice"] = settle.advice.value;
        m_answered.invalidate(); // it is not given again
        return decision;
    };
    const auto afterwards = [self = QPointer<AdviceDesk>(this), isNew, advice = wanted->advice,
                             answer = std::move(answer)](const Result<Json> &done) {
        AdviceDesk *const here = self.data();
        // what was decided is not on disk
        if (here && !done && done.error().code == ErrorCode::StorageFull && std::exchange(*isNew, false)) {
            here->m_book.unsettle(advice);
            here->m_answered.invalidate();
        }
        answer(done);
    };
    m_host.execute(id, bodyHash(method, params), asker.doer, decide, afterwards);
}

void AdviceDesk::score(const Json &params, Answer answer)
{
    const auto wanted = fromJson<AdviceScoreQuery>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    if (wanted->days < 1 || wanted->days > kDaysMax) {
        answer(invalid("days", "must be 1 to 90"));
        return;
    }
    if (m_scores >= kScoresMax) {
        answer(Error{ErrorCode::Busy, "too many scores are being reckoned", {}});
        return;
    }
    ++m_scores;
    const TimeMs to = m_host.nowMs() + 1;
    readScore(std::make_shared<Score>(Score{to - wanted->days * 24 * kHourMs, to, std::move(answer)}), 0);
}

void AdviceDesk::readScore(const std::shared_ptr<Score> &score, std::int64_t beforeId)
{
    const QPointer<AdviceDesk> self(this);
    m_store.findNotes({NotebookKind::Advices, score->fromMs, score->toMs, beforeId, kScorePage},
                      [self, score](const Result<std::vector<NotebookEntry>> &entries) {
                          AdviceDesk *const here = self.data();
                          if (!here)
                              return;
                          if (entries)
                              here->addToScore(score, *entries);
                          else
                              here->finishScore(*score, entries.error());
                      });
}

void AdviceDesk::addToScore(const std::shared_ptr<Score> &score, std::vector<NotebookEntry> page)
{
    // pages are JSON of some kilobytes a record: the hub's own thread reads none of it
    m_pool.start(
        [this, score, page = std::move(page)] {
            stepBack();
            for (const NotebookEntry &entry : page) {
                if (auto record = AdviceBook::recordFrom(entry))
                    score->scoring.add(std::move(*record));
            }
            const bool isMore
                = static_cast<std::int64_t>(page.size()) == kScorePage && score->scoring.given() < kScoreRecordsMax;
            QMetaObject::invokeMethod(
                this,
                [this, score, next = isMore ? page.back().id : 0] {
                    if (next != 0)
                        readScore(score, next);
                    else
                        finishScore(*score, toJson(score->scoring.score(score->fromMs, score->toMs)));
                },
                Qt::QueuedConnection);
        },
        kScorePriority);
}

void AdviceDesk::finishScore(const Score &score, const Result<Json> &answer)
{
    --m_scores;
    score.answer(answer);
}

void AdviceDesk::onPublished(const std::vector<PublishedEvent> &events)
{
    std::vector<NotebookEntry> changed;
    for (const PublishedEvent &published : events) {
        if (isCounterEvent(published.entry.event)) {
            m_answered.invalidate();
            m_isStale = true;
        }
        m_book.follow(m_host.state(), published, changed);
    }
    keep(std::move(changed));
}

void AdviceDesk::reckon()
{
    keep(m_book.reckon(m_host.state(), m_host.nowMs()));
    waitForEnd();
}

void AdviceDesk::waitForEnd()
{
    const auto end = m_book.nextEndMs();
    if (!end) {
        m_timer.stop();
        return;
    }
    m_timer.start(static_cast<int>(std::clamp(*end - m_host.nowMs(), kReckonMsMin, kReckonMsMax)));
}

void AdviceDesk::keep(std::vector<NotebookEntry> entries)
{
    if (entries.empty())
        return;
    Decision decision;
    decision.notebook = std::move(entries);
    // a full disk or a stop: the next change writes it whole
    m_host.record(std::move(decision), {}, {});
}

} // namespace tiepdon
