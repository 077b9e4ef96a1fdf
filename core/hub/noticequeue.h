// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/hub/noticesend.h"
#include "core/hub/noticetext.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// Something to be sent out about an alert, as the notebook keeps it until it went through or was given up.
struct Notice {
    NoticeId id;
    std::string name
        = {}; ///< 32 hexadecimal digits at random: the same for each attempt, so a receiver knows a copy
    AlertId alert = {};
    AlertChannel channel = AlertChannel::Mail; ///< Mail or Webhook
    NoticeWhy why = NoticeWhy::Raised;
    std::vector<std::string> to = {}; ///< addresses; empty: as the settings say
    std::string subject = {}; ///< of a mail
    std::string text = {}; ///< a mail's lines, or what a webhook posts
    TimeMs madeMs = 0; ///< real time
    std::int64_t tries = 0; ///< that failed
    TimeMs nextTryMs = 0; ///< real time
    bool mayHaveArrived = false; ///< a try failed of which nobody knows how far it came
    bool isOver = false; ///< its alert ended while it was on its way: not tried again

    friend bool operator==(const Notice &, const Notice &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("alert", self.alert);
        visit("channel", self.channel);
        visit("why", self.why);
        visit("to", self.to, kAddedLater);
        visit("subject", self.subject, kAddedLater);
        visit("text", self.text);
        visit("madeMs", self.madeMs);
        visit("tries", self.tries, kAddedLater);
        visit("nextTryMs", self.nextTryMs, kAddedLater);
        visit("mayHaveArrived", self.mayHaveArrived, kAddedLater);
    }
};

/// How mail and webhooks go out, secrets and all. In memory only.
struct NoticeChannels {
    MailSettings mail;
    std::string mailPassword;
    WebhookSettings webhook;
    std::string webhookSecret;
};

struct NoticeLimits {
    /// Waiting at once: a day's alerts of a branch where everything goes wrong.
    std::size_t noticesMax = 500;
    TimeMs firstDelayMs = 5 * kSecondMs; ///< doubled after each failure
    TimeMs delayMsMax = kHourMs;
    TimeMs ageMsMax = kDayMs; ///< then it tells nobody anything any more
    SendLimits send;
};

/// Sends notices: one at a time of each channel, the oldest first, each channel on a thread of its own; tries again
/// with growing delays. After a failure that is the server's, all of that channel wait for its next try; one
/// address that is refused holds up nobody else's. Keeps nothing on disk: its signals say what to keep. Main thread
/// of the hub, which it never makes wait.
class NoticeQueue : public QObject
{
    Q_OBJECT

public:
    explicit NoticeQueue(NoticeLimits limits, QObject *parent = nullptr);
    /// Ends what is under way; it stays to be sent.
    ~NoticeQueue() override;

    /// From now on; what waits is tried at once.
    void setChannels(NoticeChannels channels);
    [[nodiscard]] const NoticeChannels &channels() const { return m_channels; }

    /// Will be sent, or given up. In order of id. Of a channel that is off, `givenUp` comes at once.
    void add(Notice notice);
    /// An alert is over: what waits to say that it began or goes on is given up, what is on its way is not tried
    /// again. Its end is sent all the same.
    void drop(AlertId alert);
    /// Whether another system may know of an alert by something that waits or is on its way.
    [[nodiscard]] bool mayBeKnown(AlertId alert) const;
    /// One that is only tried, at once, behind what is under way; never again.
    using Tried = std::function<void(const SendOutcome &)>;
    /// Busy while another is tried on this channel.
    Result<void> test(Notice notice, Tried tried);

    [[nodiscard]] ChannelState state(AlertChannel channel) const;
    [[nodiscard]] std::size_t size() const { return m_notices.size(); }
    [[nodiscard]] TimeMs nowMs() const { return m_clock.nowMs(); }

Q_SIGNALS:
    void sent(const tiepdon::Notice &notice);
    /// It did not go through, and will be tried again.
    void failed(const tiepdon::Notice &notice);
    void givenUp(const tiepdon::Notice &notice, tiepdon::NoticeProblem problem);

private:
    struct Lane {
        AlertChannel channel = AlertChannel::Mail;
        std::unique_ptr<QThreadPool> worker;
        bool isSending = false;
        NoticeId sending = {}; ///< 0: a test
        std::int64_t failures = 0; ///< one after the other
        TimeMs heldUntilMs = 0;
        std::optional<std::pair<Notice, Tried>> test;
        ChannelState state;
    };

    [[nodiscard]] Lane &lane(AlertChannel channel) { return m_lanes[channel == AlertChannel::Webhook ? 1U : 0U]; }
    [[nodiscard]] const Lane &lane(AlertChannel channel) const
    {
        return m_lanes[channel == AlertChannel::Webhook ? 1U : 0U];
    }
    [[nodiscard]] bool isOn(AlertChannel channel) const;
    [[nodiscard]] TimeMs delayMs(std::int64_t failures) const;
    [[nodiscard]] std::function<SendOutcome()> attempt(const Notice &notice) const;
    void giveUp(NoticeId id, NoticeProblem problem);
    void giveUpOld();
    void goOn();
    void goOn(Lane &lane);
    void start(Lane &lane, const Notice &notice, bool isTest);
    void recover(Lane &lane);
    void onAttempt(Lane &lane, NoticeId id, const SendOutcome &outcome);
    void onTested(Lane &lane, const SendOutcome &outcome);

    NoticeLimits m_limits;
    SystemClock m_clock;
    NoticeChannels m_channels;
    std::map<NoticeId, Notice> m_notices;
    std::array<Lane, 2> m_lanes;
    std::shared_ptr<std::atomic_bool> m_isStopping = std::make_shared<std::atomic_bool>(false);
    std::unique_ptr<QObject> m_mailbox; ///< the workers' outcomes arrive on its thread, the main one
    QTimer m_next;
};

} // namespace tiepdon
