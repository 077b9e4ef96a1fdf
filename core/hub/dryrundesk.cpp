// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/dryrundesk.h"

#include "core/alerting/alertrule.h"

#include <QPointer>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tiepdon {
namespace {

/// Nobody's call waits for somebody's trying.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    (void)::setpriority(PRIO_PROCESS, 0, kNice); // of this thread alone; not to be had is no harm
#endif
}

Error replaced() { return {ErrorCode::Busy, "the same connection has asked to try another rule", {}}; }

DryRun resultOf(std::vector<DryRunDay> days)
{
    DryRun result;
    TimeMs openMs = 0;
    TimeMs watchedMs = 0;
    std::int64_t raised = 0;
    for (const DryRunDay &day : days) {
        openMs += day.openMs;
        watchedMs += day.watchedMs;
        raised += day.raised;
    }
    result.neverFires = !days.empty() && raised == 0;
    result.alwaysFires = openMs * 2 > watchedMs;
    std::reverse(days.begin(), days.end());
    result.days = std::move(days);
    return result;
}

} // namespace

struct DryRunDesk::Job {
    explicit Job(AlertRule rule) : trial(std::move(rule)) { }

    AlertTrial trial;
    std::uint64_t connection = 0; ///< of who asked
    std::atomic<bool> isGivenUp = false; ///< who asked has asked something else since
    std::int64_t wanted = 0; ///< days to try
    Answer answer;
    std::vector<DayKept> days = {}; ///< oldest first
    std::size_t next = 0;
    std::size_t firstTried = 0;
    std::vector<DryRunDay> tried = {};
};

DryRunDesk::DryRunDesk(Store &store, QObject *parent) : Desk(parent), m_store(store)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setObjectName(QStringLiteral("dry runs"));
}

DryRunDesk::~DryRunDesk()
{
    m_isStopped = true;
    m_pool.clear();
    m_pool.waitForDone();
}

bool DryRunDesk::isQuestion(std::string_view method) const { return method == DryRunQuery::kMethod; }

void DryRunDesk::ask(const Asker &asker, std::string_view /*method*/, const Json &params, Answer answer)
{
    const auto query = fromJson<DryRunQuery>(params, UnknownFields::Refuse);
    if (!query) {
        answer(query.error());
        return;
    }
    if (query->days < 1 || query->days > kDaysMax) {
        answer(Error{ErrorCode::InvalidParams, "not one to thirty days", {{"field", "days"}}});
        return;
    }
    auto rule = checked(query->rule);
    if (!rule) {
        answer(rule.error());
        return;
    }
    if (!isKnowable(rule->kind)) {
        answer(toJson(DryRun{{}, false, false, true}));
        return;
    }
    giveUp(asker.connection);
    if (m_waiting.size() >= kWaitingMax) {
        answer(Error{ErrorCode::Busy, "other rules are being tried", {}});
        return;
    }
    auto job = std::make_unique<Job>(std::move(*rule));
    job->connection = asker.connection;
    job->wanted = query->days;
    job->answer = std::move(answer);
    m_waiting.push_back(std::move(job));
    if (!m_job)
        begin();
}

void DryRunDesk::onLineClosed(std::uint64_t connection) { giveUp(connection); }

/// Who asks anew, or is gone, no longer waits for what they asked before.
void DryRunDesk::giveUp(std::uint64_t connection)
{
    for (auto at = m_waiting.begin(); at != m_waiting.end();) {
        if ((*at)->connection != connection) {
            ++at;
            continue;
        }
        const auto job = std::move(*at);
        at = m_waiting.erase(at);
        job->answer(replaced());
    }
    if (m_job && m_job->connection == connection)
        m_job->isGivenUp = true;
}

void DryRunDesk::begin()
{
    if (m_waiting.empty())
        return;
    m_job = std::move(m_waiting.front());
    m_waiting.pop_front();
    const std::int64_t learned = m_job->trial.isForetold() ? kLearnDays : 0;
    const std::int64_t limit = m_job->wanted + learned + 1; // one may be open
    const QPointer<DryRunDesk> self(this);
    m_store.pastDays().days({}, {}, limit, [self](const Result<std::vector<DayKept>> &days) {
        DryRunDesk *here = self.data();
        if (!here || !here->m_job)
            return;
        if (!days) {
            here->finish(days.error());
            return;
        }
        Job &job = *here->m_job;
        for (const DayKept &day : *days) {
            if (!day.openings.empty() && day.openings.back().closedMs)
                job.days.push_back(day);
        }
        std::reverse(job.days.begin(), job.days.end());
        const std::size_t wanted = std::min(job.days.size(), static_cast<std::size_t>(job.wanted));
        job.firstTried = job.days.size() - wanted;
        if (!job.trial.isForetold())
            job.next = job.firstTried;
        here->readNext();
    });
}

void DryRunDesk::readNext()
{
    if (m_job->isGivenUp) {
        finish(replaced());
        return;
    }
    if (m_job->next == m_job->days.size()) {
        finish(toJson(resultOf(std::move(m_job->tried))));
        return;
    }
    const QPointer<DryRunDesk> self(this);
    m_store.pastDays().entries(m_job->days[m_job->next].businessDay, 0,
                               [self](const Result<std::shared_ptr<const DayEntries>> &entries) {
                                   DryRunDesk *here = self.data();
                                   if (!here || !here->m_job)
                                       return;
                                   if (entries)
                                       here->tryDay(*entries);
                                   else
                                       here->finish(entries.error());
                               });
}

void DryRunDesk::tryDay(const std::shared_ptr<const DayEntries> &entries)
{
    const bool isTried = m_job->next++ >= m_job->firstTried;
    // the job is left alone here until the thread is done with it
    m_pool.start([this, job = m_job.get(), entries, isTried] {
        stepBack();
        job->trial.openDay(isTried);
        for (const JournalEntry &entry : entries->entries) {
            if (m_isStopped)
                return;
            if (job->isGivenUp)
                break;
            job->trial.see(entry.event, entry.atMs);
        }
        if (isTried && !job->isGivenUp)
            job->tried.push_back(job->trial.closeDay());
        QMetaObject::invokeMethod(
            this, [this] { readNext(); }, Qt::QueuedConnection);
    });
}

void DryRunDesk::finish(const Result<Json> &answer)
{
    const auto job = std::move(m_job);
    job->answer(answer);
    begin();
}

} // namespace tiepdon
