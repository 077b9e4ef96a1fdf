// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/noticequeue.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

/// Whether it is sure of a failure that the other side has seen nothing of what was sent.
bool isSeenByNobody(NoticeProblem problem)
{
    return problem == NoticeProblem::Unreachable || problem == NoticeProblem::NoEncryption
        || problem == NoticeProblem::CertificateRefused || problem == NoticeProblem::NoRecipient;
}

/// How long a hub that ends waits for a worker: libcurl asks once a second whether to go on.
constexpr int kFarewellMs = 3000;
constexpr TimeMs kLookMsMax = kMinuteMs; ///< the system's clock may be set while we wait

/// Whether a failure is the server's, and so everybody's who would be sent to it.
bool isOfServer(NoticeProblem problem)
{
    return problem != NoticeProblem::RecipientRefused && problem != NoticeProblem::NoRecipient;
}

} // namespace

NoticeQueue::NoticeQueue(NoticeLimits limits, QObject *parent)
    : QObject(parent), m_limits(limits), m_mailbox(std::make_unique<QObject>())
{
    prepareSending();
    m_lanes[1].channel = AlertChannel::Webhook;
    for (Lane &lane : m_lanes) {
        lane.worker = std::make_unique<QThreadPool>();
        lane.worker->setMaxThreadCount(1);
    }
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, qOverload<>(&NoticeQueue::goOn));
}

NoticeQueue::~NoticeQueue()
{
    *m_isStopping = true;
    bool isDone = true;
    for (Lane &lane : m_lanes)
        isDone = lane.worker->waitForDone(kFarewellMs) && isDone;
    if (!isDone) {
        // still in a call of the system's, which has a bound; whoever waits for it has gone
        static auto &retired = *new std::vector<std::pair<std::array<Lane, 2>, std::unique_ptr<QObject>>>;
        retired.emplace_back(std::move(m_lanes), std::move(m_mailbox));
    }
}

bool NoticeQueue::isOn(AlertChannel channel) const
{
    return channel == AlertChannel::Mail ? m_channels.mail.isOn
                                         : channel == AlertChannel::Webhook && m_channels.webhook.isOn;
}

void NoticeQueue::setChannels(NoticeChannels channels)
{
    m_channels = std::move(channels);
    for (Lane &lane : m_lanes) {
        lane.failures = 0;
        lane.heldUntilMs = 0;
        lane.state.nextTryMs = 0;
    }
    std::vector<NoticeId> off;
    for (auto &[id, notice] : m_notices) {
        notice.nextTryMs = 0;
        if (!isOn(notice.channel))
            off.push_back(id);
    }
    for (const NoticeId id : off)
        giveUp(id, NoticeProblem::Off);
    goOn();
}

void NoticeQueue::add(Notice notice)
{
    const NoticeId id = notice.id;
    if (!isOn(notice.channel)) {
        Q_EMIT givenUp(notice, NoticeProblem::Off);
        return;
    }
    m_notices[id] = std::move(notice);
    while (m_notices.size() > m_limits.noticesMax) {
        const auto oldest = std::find_if(m_notices.begin(), m_notices.end(), [this](const auto &each) {
            const Lane &its = lane(each.second.channel);
            return !its.isSending || its.sending != each.first; // that one may have gone through
        });
        giveUp(oldest->first, NoticeProblem::TooMany);
    }
    if (!m_next.isActive() || m_next.remainingTime() > 0)
        m_next.start(0); // when whoever adds it is done with what else it does
}

void NoticeQueue::giveUp(NoticeId id, NoticeProblem problem)
{
    const auto it = m_notices.find(id);
    if (it == m_notices.end())
        return;
    const Notice notice = std::move(it->second);
    m_notices.erase(it);
    Q_EMIT givenUp(notice, problem);
}

void NoticeQueue::drop(AlertId alert)
{
    std::vector<NoticeId> over;
    for (auto &[id, notice] : m_notices) {
        if (notice.alert != alert || notice.why == NoticeWhy::Resolved)
            continue;
        const Lane &its = lane(notice.channel);
        if (its.isSending && its.sending == id)
            notice.isOver = true;
        else
            over.push_back(id);
    }
    for (const NoticeId id : over)
        giveUp(id, NoticeProblem::Over);
}

bool NoticeQueue::mayBeKnown(AlertId alert) const
{
    const Lane &posts = lane(AlertChannel::Webhook);
    return std::any_of(m_notices.begin(), m_notices.end(), [&](const auto &each) {
        const Notice &notice = each.second;
        return notice.alert == alert && notice.channel == AlertChannel::Webhook
            && (notice.mayHaveArrived || (posts.isSending && posts.sending == each.first));
    });
}

TimeMs NoticeQueue::delayMs(std::int64_t failures) const
{
    TimeMs delay = m_limits.firstDelayMs;
    for (std::int64_t i = 1; i < failures && delay < m_limits.delayMsMax; ++i)
        delay *= 2;
    return std::min(delay, m_limits.delayMsMax);
}

void NoticeQueue::giveUpOld()
{
    std::vector<NoticeId> old;
    for (const auto &[id, notice] : m_notices) {
        if (m_clock.nowMs() - notice.madeMs >= m_limits.ageMsMax)
            old.push_back(id);
    }
    for (const NoticeId id : old)
        giveUp(id, NoticeProblem::TooOld);
}

void NoticeQueue::goOn()
{
    giveUpOld();
    const TimeMs now = m_clock.nowMs();
    TimeMs next = now + kLookMsMax;
    for (Lane &lane : m_lanes) {
        goOn(lane);
        if (lane.isSending)
            continue; // it goes on by itself
        for (const auto &[id, notice] : m_notices) {
            if (notice.channel == lane.channel)
                next = std::min(next, std::max(notice.nextTryMs, lane.heldUntilMs));
        }
    }
    if (!m_notices.empty())
        m_next.start(static_cast<int>(std::clamp(next - now, TimeMs{1}, kLookMsMax)));
}

void NoticeQueue::goOn(Lane &lane)
{
    if (lane.isSending)
        return;
    if (lane.test) {
        start(lane, lane.test->first, true);
        return;
    }
    const TimeMs now = m_clock.nowMs();
    // a clock that was set back must not hold anything for longer than a delay can be
    const auto isDue = [&](TimeMs time) { return time <= now || time > now + m_limits.delayMsMax; };
    if (!isDue(lane.heldUntilMs))
        return;
    const auto it = std::find_if(m_notices.begin(), m_notices.end(), [&](const auto &each) {
        return each.second.channel == lane.channel && isDue(each.second.nextTryMs);
    });
    if (it != m_notices.end())
        start(lane, it->second, false);
}

std::function<SendOutcome()> NoticeQueue::attempt(const Notice &notice) const
{
    if (notice.channel == AlertChannel::Mail) {
        MailJob job{
            m_channels.mail, m_channels.mailPassword, notice.to.empty() ? m_channels.mail.to : notice.to, {}};
        job.message
            = mailMessage(m_channels.mail, job.to, {notice.subject, notice.text}, notice.name, m_clock.nowMs());
        return [job = std::move(job), limits = m_limits.send, isStopping = m_isStopping] {
            return sendMail(job, limits, *isStopping);
        };
    }
    WebhookJob job{m_channels.webhook, m_channels.webhookSecret, notice.name, notice.text};
    return [job = std::move(job), seconds = m_clock.nowMs() / kSecondMs, limits = m_limits.send,
            isStopping = m_isStopping] { return sendWebhook(job, seconds, limits, *isStopping); };
}

void NoticeQueue::start(Lane &lane, const Notice &notice, bool isTest)
{
    lane.isSending = true;
    lane.sending = isTest ? NoticeId{} : notice.id;
    lane.worker->start([run = attempt(notice), mailbox = m_mailbox.get(), this, self = QPointer<NoticeQueue>(this),
                        channel = lane.channel, id = notice.id, isTest] {
        const SendOutcome outcome = run();
        QMetaObject::invokeMethod(
            mailbox,
            [this, self, channel, id, isTest, outcome] {
                if (!self)
                    return;
                Lane &its = this->lane(channel);
                its.isSending = false;
                if (isTest)
                    onTested(its, outcome);
                else
                    onAttempt(its, id, outcome);
                goOn();
            },
            Qt::QueuedConnection);
    });
}

/// Its server works again: what failed with it need not wait for its next try.
void NoticeQueue::recover(Lane &lane)
{
    const bool wasDown = lane.failures > 0;
    lane.failures = 0;
    lane.heldUntilMs = 0;
    lane.state.nextTryMs = 0;
    for (auto &[id, notice] : m_notices) {
        if (wasDown && notice.channel == lane.channel)
            notice.nextTryMs = 0;
    }
}

void NoticeQueue::onAttempt(Lane &lane, NoticeId id, const SendOutcome &outcome)
{
    const TimeMs now = m_clock.nowMs();
    const auto it = m_notices.find(id);
    if (outcome.isSent()) {
        lane.state.sentMs = now;
        recover(lane);
        if (it == m_notices.end()) // dropped while it was on its way
            return;
        const Notice notice = std::move(it->second);
        m_notices.erase(it);
        Q_EMIT sent(notice);
        return;
    }
    lane.state.failedMs = now;
    lane.state.problem = outcome.problem;
    lane.state.answer = outcome.answer;
    if (isOfServer(outcome.problem)) {
        ++lane.failures;
        lane.heldUntilMs = now + delayMs(lane.failures);
        lane.state.nextTryMs = lane.heldUntilMs;
    }
    if (it == m_notices.end())
        return;
    if (outcome.problem == NoticeProblem::NoRecipient || it->second.isOver) {
        giveUp(id, it->second.isOver ? NoticeProblem::Over : outcome.problem);
        return;
    }
    it->second.mayHaveArrived = it->second.mayHaveArrived || !isSeenByNobody(outcome.problem);
    ++it->second.tries;
    it->second.nextTryMs = now + delayMs(it->second.tries);
    const Notice notice = it->second;
    Q_EMIT failed(notice);
}

Result<void> NoticeQueue::test(Notice notice, Tried tried)
{
    Lane &its = lane(notice.channel);
    if (its.test)
        return Error{ErrorCode::Busy, "another test of this channel is under way", {}};
    if (!isOn(notice.channel)) {
        QMetaObject::invokeMethod(
            m_mailbox.get(),
            [tried = std::move(tried)] {
                tried({NoticeProblem::Off, {}});
            },
            Qt::QueuedConnection);
        return {};
    }
    its.test.emplace(std::move(notice), std::move(tried));
    goOn();
    return {};
}

void NoticeQueue::onTested(Lane &lane, const SendOutcome &outcome)
{
    const TimeMs now = m_clock.nowMs();
    if (outcome.isSent()) {
        lane.state.sentMs = now;
        recover(lane);
    } else {
        lane.state.failedMs = now;
        lane.state.problem = outcome.problem;
        lane.state.answer = outcome.answer;
    }
    const Tried tried = std::move(lane.test->second);
    lane.test.reset();
    tried(outcome);
}

ChannelState NoticeQueue::state(AlertChannel channel) const
{
    ChannelState state = lane(channel).state;
    state.waiting = std::count_if(m_notices.begin(), m_notices.end(),
                                  [channel](const auto &each) { return each.second.channel == channel; });
    if (state.waiting == 0)
        state.nextTryMs = 0;
    return state;
}

} // namespace tiepdon
