// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/watch.h"
#include "core/hub/devicewatch.h"
#include "core/hub/noticedesk.h"
#include "core/hub/settingdesk.h"
#include "core/wire/alertmessage.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tiepdon {

struct AlertLimits {
    int tickMs = 1000; ///< real: after events it is looked this often at most
    TimeMs everyMs = 5 * kSecondMs; ///< the branch's: without events
    int tellMs = 1000; ///< real: supervisors are told this often at most
    int blockersMs = 60'000; ///< real: what tellers lack is read this often at most, but for changes made here
    NoticeLimits notices;
};

/// Watches the branch by its alert rules while a day is open, keeps alerts and rules in the notebook, has people
/// told, and answers what they do about it: acknowledgeAlert, actOnAlert, setAlertRule, removeAlertRule,
/// alertHistory, reportDevice. Every alert's steps say what happened with it and who did it. Main thread of the
/// hub.
class AlertDesk : public Desk
{
    Q_OBJECT

public:
    /// All outlive it. `notebook` is what the start found: alerts that were open go on.
    AlertDesk(BranchHost &host, Store &store, NoticeDesk &notices, SettingDesk &settings, const Notebook &notebook,
              const AlertLimits &limits, QObject *parent = nullptr);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    [[nodiscard]] bool isChange(std::string_view method) const override;
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;
    [[nodiscard]] std::vector<BoardNote> notes() const override;
    void onPublished(const std::vector<PublishedEvent> &events) override;

    /// What is probably to come, asked for at each look; null while nothing is known.
    void setOutlook(std::function<const Outlook *()> outlook) { m_outlook = std::move(outlook); }
    /// There is something new to look at: another outlook.
    void lookSoon() { m_hasNews = true; }
    /// A connection of a device began, or ended.
    void deviceCame(DeviceId device, DeviceKind kind);
    void deviceLeft(DeviceId device);
    /// Promises, complaints and blockers were changed.
    void itemsChanged() { m_areBlockersOld = true; }

private:
    /// A rule as the notebook keeps it.
    struct KeptRule {
        AlertRule rule;
        TimeMs madeMs = 0;
        StaffId by = {}; ///< who changed it last; 0: it came with the branch
        DecisionRecord decision = {}; ///< and what they said then

        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("rule", self.rule);
            visit("madeMs", self.madeMs);
            visit("by", self.by, kAddedLater);
            visit("decision", self.decision, kAddedLater);
        }
    };
    using Rules = std::map<AlertRuleId, KeptRule>;
    /// What was decided for one operation, which counts once it is on disk.
    struct Made {
        AlertRuleId rule = {}; ///< changed
        std::optional<KeptRule> kept = {}; ///< how it is from now on; nothing: removed
        AlertId alert = {}; ///< that a person did something about
        AlertStep step = {}; ///< which says so
        bool isDecided = false;
    };

    /// A question for the history that is being answered.
    struct Search {
        std::size_t limit = 0;
        std::vector<NotebookEntry> entries; ///< found, newest first
        std::size_t next = 0; ///< to be read
        AlertHistory history;
        std::size_t bytes = 0; ///< of it
        Answer answer;
    };

    void tick();
    void look();
    void beginUsual();
    void readBlockers();
    void carry(std::vector<AlertChange> changes);
    /// Keeps a change with `decision`; what is to be sent out is returned.
    [[nodiscard]] std::vector<Notice> keep(const AlertChange &change, Decision &decision);
    void keep(const Alert &alert);
    void record(Decision decision, std::vector<Alert> ended = {});
    void onSettled(AlertId id, const AlertStep &step);
    void addLate(AlertId id, const AlertStep &step);
    void saveAll();

    Decision acknowledge(const AcknowledgeAlert &wanted, StaffId by, TimeMs now, Made &made);
    Decision actOn(const ActOnAlert &wanted, StaffId by, TimeMs now, Made &made);
    Decision setRule(const SetAlertRule &wanted, StaffId by, TimeMs now, Made &made);
    Decision removeRule(const RemoveAlertRule &wanted, StaffId by, TimeMs now, Made &made);
    /// The rule that is to be changed. UnknownAlertRule, SettingChanged.
    [[nodiscard]] Result<KeptRule> found(AlertRuleId id, std::int64_t revision) const;
    void useRules();
    /// Something handed to the disk is there, or is not.
    void recorded();
    void afterChange(const Made &made, bool isDone);
    void history(const AlertHistoryQuery &query, Answer answer);
    void goOn(const std::shared_ptr<Search> &search);

    [[nodiscard]] AlertsNote noteNow() const;
    void tellSoon();
    void tellNow();

    BranchHost &m_host;
    Store &m_store;
    NoticeDesk &m_notices;
    SettingDesk &m_settings;
    AlertLimits m_limits;
    Rules m_rules; ///< as decided
    Rules m_durableRules;
    AlertRuleId m_lastRule;
    AlertWatch m_watch;
    NoShowRuns m_noShows;
    DeviceWatch m_devices;
    std::vector<OpenBlocker> m_blockers;
    std::function<const Outlook *()> m_outlook;
    std::map<AlertId, int> m_owed; ///< notices on their way, by alert
    std::map<AlertId, Alert> m_ended; ///< that have some
    std::map<AlertId, std::vector<AlertStep>> m_late; ///< to be noted once the alert is read
    std::map<AlertId, Alert> m_unsaved; ///< ended while the disk was full
    std::vector<std::pair<AlertId, AlertStep>> m_takenBack; ///< then
    std::string m_day; ///< business day that devices are watched for
    TimeMs m_lookedMs = 0;
    bool m_hasNews = true;
    int m_recording = 0; ///< records and operations on their way to the disk
    bool m_isTellDue = false; ///< once they are there
    bool m_isUnsaved = false; ///< the disk was full: it has less than is known here
    bool m_areBlockersOld = true;
    bool m_isReadingBlockers = false;
    QElapsedTimer m_sinceBlockers; ///< not valid before the first time
    QElapsedTimer m_sinceTold; ///< not valid before the first time
    QTimer m_tick;
    QTimer m_tell;
};

} // namespace tiepdon
