// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/hub/noticequeue.h"
#include "core/store/store.h"

#include <map>
#include <string>
#include <vector>

namespace tiepdon {

/// How alerts leave the branch: the settings of mail and webhook, and what waits to be sent, both kept in the
/// notebook; secrets are sealed there and told to nobody. Answers setAlertChannels, alertChannels and
/// testAlertChannel. Main thread of the hub.
class NoticeDesk : public Desk
{
    Q_OBJECT

public:
    /// `host` and `store` outlive it. `notebook` is what the start found: what waited is sent now.
    NoticeDesk(BranchHost &host, Store &store, const Notebook &notebook, NoticeLimits limits,
               QObject *parent = nullptr);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    [[nodiscard]] bool isChange(std::string_view method) const override;
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;

    /// What is to be sent out when people are to be told of an alert, its notebook entries added to `decision`.
    /// `rule` may be null.
    [[nodiscard]] std::vector<Notice> make(const Alert &alert, const AlertRule *rule, NoticeWhy why,
                                           const AlertTelling &telling, Decision &decision);
    /// Sends them: once `decision` was handed to the host.
    void send(std::vector<Notice> notices);
    /// An alert has ended, and its end was handed to the host: who was not told of it by now is not told any more.
    void drop(AlertId alert) { m_queue.drop(alert); }
    /// Whether another system may know of an alert by what waits or is on its way.
    [[nodiscard]] bool mayBeKnown(AlertId alert) const { return m_queue.mayBeKnown(alert); }
    /// What found no room on a full disk is written, where there is some again.
    void saveAll();

Q_SIGNALS:
    /// What became of telling people: a step Told or NotTold of this alert.
    void settled(tiepdon::AlertId alert, const tiepdon::AlertStep &step);

private:
    /// As the notebook keeps it.
    struct Kept {
        std::int64_t revision = 0;
        MailSettings mail = {};
        std::string mailPassword = {}; ///< sealed
        WebhookSettings webhook = {};
        std::string webhookSecret = {}; ///< sealed
        TimeMs setMs = 0;

        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("revision", self.revision);
            visit("mail", self.mail);
            visit("mailPassword", self.mailPassword, kAddedLater);
            visit("webhook", self.webhook);
            visit("webhookSecret", self.webhookSecret, kAddedLater);
            visit("setMs", self.setMs);
        }
    };

    [[nodiscard]] Result<Kept> changed(const SetAlertChannels &wanted, TimeMs now) const;
    [[nodiscard]] Decision decide(const SetAlertChannels &wanted, TimeMs now);
    [[nodiscard]] NoticeChannels channelsOf(const Kept &kept) const;
    [[nodiscard]] AlertChannels answer(const Asker &asker) const;
    void test(const Asker &asker, const TestAlertChannel &wanted, Answer answer);
    [[nodiscard]] Notice madeNotice(AlertChannel channel, NoticeWhy why);
    [[nodiscard]] NotebookEntry entryOf(const Notice &notice, TimeMs endedMs) const;
    void keep(const Notice &notice, TimeMs endedMs);
    void write(std::vector<NotebookEntry> entries);
    void onSettled(const Notice &notice, AlertStepKind kind, std::string_view word);

    BranchHost &m_host;
    Store &m_store;
    Kept m_kept; ///< as decided
    Kept m_durable;
    NoticeId m_last;
    std::map<std::int64_t, NotebookEntry> m_unsaved; ///< by number; the disk was full
    NoticeQueue m_queue;
};

} // namespace tiepdon
