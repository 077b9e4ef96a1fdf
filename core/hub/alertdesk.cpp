// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/alertdesk.h"

#include "core/alerting/alertrule.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/answerbounds.h"
#include "core/hub/notebookread.h"
#include "core/wire/codec.h"

#include <QPointer>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace tiepdon {
namespace {

/// Of many open alerts supervisors get the first and the last steps; the history has all.
constexpr std::size_t kAlertsWithAllSteps = 40;
constexpr std::size_t kLastSteps = 5;
/// Alerts read in one turn of the main thread: a millisecond or two, even if each has all its steps.
constexpr std::size_t kReadAtOnce = 20;

NotebookEntry entryOf(const Alert &alert)
{
    return {NotebookKind::Alerts, alert.id.value, alert.raisedMs, alert.endedMs, toBytes(toJson(alert))};
}

NoticeWhy whyOf(AlertChange::What what)
{
    switch (what) {
    case AlertChange::What::Repeated:
        return NoticeWhy::Repeated;
    case AlertChange::What::Escalated:
        return NoticeWhy::Escalated;
    case AlertChange::What::Resolved:
        return NoticeWhy::Resolved;
    default:
        return NoticeWhy::Raised;
    }
}

/// Whether another system was told that it began, and so wants to hear that it is over.
bool wasPosted(const Alert &alert)
{
    return std::any_of(alert.steps.begin(), alert.steps.end(), [](const AlertStep &step) {
        return step.kind == AlertStepKind::Told && step.channel == AlertChannel::Webhook;
    });
}

void shorten(Alert &alert)
{
    if (alert.steps.size() > kLastSteps + 1)
        alert.steps.erase(alert.steps.begin() + 1, alert.steps.end() - static_cast<std::ptrdiff_t>(kLastSteps));
}

} // namespace

AlertDesk::AlertDesk(BranchHost &host, Store &store, NoticeDesk &notices, SettingDesk &settings,
                     const Notebook &notebook, const AlertLimits &limits, QObject *parent)
    : Desk(parent), m_host(host), m_store(store), m_notices(notices), m_settings(settings),
      m_limits(limits), m_lastRule{notebook.lastId(NotebookKind::AlertRules)}
{
    std::vector<Alert> open;
    for (const NotebookEntry &entry : notebook.standing) {
        if (entry.kind == NotebookKind::AlertRules) {
            if (auto kept = readEntry<KeptRule>(entry))
                m_rules[kept->rule.id] = std::move(*kept);
        } else if (entry.kind == NotebookKind::Alerts) {
            if (auto alert = readEntry<Alert>(entry))
                open.push_back(std::move(*alert));
        } else if (entry.kind == NotebookKind::Notices) {
            if (const auto notice = readEntry<Notice>(entry))
                ++m_owed[notice->alert];
        }
    }
    m_durableRules = m_rules;
    m_day = m_host.state().businessDay();
    m_noShows = NoShowRuns(open);
    for (const Alert &alert : open)
        m_devices.resume(alert);
    std::reverse(open.begin(), open.end()); // of several of the same the newest is the one that goes on
    m_watch = AlertWatch({}, open, AlertId{notebook.lastId(NotebookKind::Alerts)});
    for (Alert &alert : open) {
        if (!alert.isOpen() || m_watch.alert(alert.id))
            continue;
        alert.state = AlertState::Resolved;
        alert.endedMs = std::max(m_host.nowMs(), alert.raisedMs);
        addStep(alert, {AlertStepKind::Resolved, alert.endedMs});
        m_unsaved.insert_or_assign(alert.id, alert);
        m_isUnsaved = true;
    }
    useRules();
    connect(&m_notices, &NoticeDesk::settled, this, &AlertDesk::onSettled);
    connect(&m_tick, &QTimer::timeout, this, &AlertDesk::tick);
    m_tick.start(m_limits.tickMs);
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &AlertDesk::tellNow);
}

// ---- looking ----

void AlertDesk::tick()
{
    if (m_isUnsaved)
        saveAll();
    m_notices.saveAll();
    if (!m_host.state().isDefined())
        return;
    beginUsual();
    const TimeMs now = m_host.nowMs();
    if (m_hasNews || (m_host.state().isOpen() && (now - m_lookedMs >= m_limits.everyMs || now < m_lookedMs)))
        look();
}

void AlertDesk::look()
{
    m_hasNews = false;
    m_lookedMs = m_host.nowMs();
    readBlockers();
    const std::vector<DeviceTrouble> lost = m_devices.lost(m_host.access());
    const std::vector<DeviceTrouble> out = m_devices.printersOut(m_host.access());
    const AlertView view{m_host.state(), m_outlook ? m_outlook() : nullptr, &m_noShows, lost, out, m_blockers};
    carry(m_watch.look(view, m_lookedMs));
}

/// What a branch that never had a rule begins with.
void AlertDesk::beginUsual()
{
    if (m_lastRule.isSet())
        return;
    const TimeMs now = m_host.nowMs();
    Decision decision;
    for (AlertRule rule : usualAlertRules()) {
        rule.id = m_lastRule = AlertRuleId{m_lastRule.value + 1};
        rule.revision = 1;
        const KeptRule kept{rule, now, {}, {}};
        m_rules[rule.id] = kept;
        decision.notebook.push_back({NotebookKind::AlertRules, rule.id.value, now, 0, toBytes(toJson(kept))});
    }
    if (decision.notebook.empty())
        return;
    useRules();
    m_host.record(std::move(decision), {},
                  [this, self = QPointer<AlertDesk>(this), made = m_rules](const Result<void> &done) {
                      if (!self)
                          return;
                      if (done) {
                          m_durableRules = made;
                          tellSoon();
                      } else { // with the next tick
                          m_lastRule = {};
                          m_rules.clear();
                          useRules();
                      }
                  });
}

void AlertDesk::readBlockers()
{
    const bool isWatched = std::any_of(m_rules.begin(), m_rules.end(), [](const auto &each) {
        return each.second.rule.isOn && each.second.rule.kind == AlertKind::BlockerOld;
    });
    const bool isTime
        = m_areBlockersOld || !m_sinceBlockers.isValid() || m_sinceBlockers.elapsed() >= m_limits.blockersMs;
    if (!isWatched || !isTime || m_isReadingBlockers || !m_host.state().isOpen())
        return;
    m_isReadingBlockers = true;
    m_areBlockersOld = false;
    m_sinceBlockers.start();
    OpenItemsQuery query;
    query.kind = OpenItemKind::Blocker;
    query.limit = 200; // as many as can be open alerts
    m_store.customers().openItems(query, m_host.nowMs(),
                                  [this, self = QPointer<AlertDesk>(this)](const Result<OpenItemsAnswer> &answer) {
                                      if (!self)
                                          return;
                                      m_isReadingBlockers = false;
                                      if (!answer)
                                          return; // what was known stands until the next time
                                      std::vector<OpenBlocker> blockers;
                                      for (const OpenItemRow &row : answer->items)
                                          blockers.push_back({row.item.id, row.item.madeMs});
                                      if (blockers != m_blockers) {
                                          m_blockers = std::move(blockers);
                                          m_hasNews = true;
                                      }
                                  });
}

void AlertDesk::onPublished(const std::vector<PublishedEvent> &events)
{
    for (const PublishedEvent &event : events) {
        m_noShows.follow(event.entry.event);
        if (const auto *opened = std::get_if<event::DayOpened>(&event.entry.event);
            opened && std::exchange(m_day, m_host.state().businessDay()) != m_host.state().businessDay())
            m_devices.beginDay(); // not of a day that is opened again
    }
    m_hasNews = true;
}

void AlertDesk::deviceCame(DeviceId device, DeviceKind kind)
{
    m_devices.came(device, kind);
    m_hasNews = true;
}

void AlertDesk::deviceLeft(DeviceId device)
{
    m_devices.left(device, m_host.nowMs());
    m_hasNews = true;
}

// ---- what came of it ----

void AlertDesk::carry(std::vector<AlertChange> changes)
{
    if (changes.empty())
        return;
    Decision decision;
    std::vector<Notice> notices;
    std::vector<Alert> ended;
    for (const AlertChange &change : changes) {
        if (change.what == AlertChange::What::Changed)
            continue; // shown, not kept: the next step has it
        auto made = keep(change, decision);
        std::move(made.begin(), made.end(), std::back_inserter(notices));
        if (change.what == AlertChange::What::Resolved)
            ended.push_back(change.alert);
    }
    if (!decision.notebook.empty())
        record(std::move(decision), ended);
    m_notices.send(std::move(notices));
    for (const Alert &alert : ended) // nobody is woken by what is over
        m_notices.drop(alert.id);
    tellSoon();
}

std::vector<Notice> AlertDesk::keep(const AlertChange &change, Decision &decision)
{
    // a look may have done two things with it, and the first may have had a step noted since
    const Alert *open = m_watch.alert(change.alert.id);
    Alert alert = open ? *open : change.alert;
    AlertTelling telling = change.telling;
    if (change.what == AlertChange::What::Resolved && (wasPosted(alert) || m_notices.mayBeKnown(alert.id)))
        telling.channels = {AlertChannel::Webhook};
    for (const AlertChannel channel : telling.channels) {
        if (channel != AlertChannel::Sound && channel != AlertChannel::Desktop)
            continue;
        // supervisors' programs go by this step
        if (auto noted = m_watch.note(alert.id, {AlertStepKind::Told, m_host.nowMs(), {}, channel, {}}))
            alert = std::move(*noted);
    }
    const auto rule = m_rules.find(alert.rule);
    std::vector<Notice> notices = m_notices.make(alert, rule == m_rules.end() ? nullptr : &rule->second.rule,
                                                 whyOf(change.what), telling, decision);
    if (!notices.empty())
        m_owed[alert.id] += static_cast<int>(notices.size());
    decision.notebook.push_back(entryOf(alert));
    if (!alert.isOpen() && m_owed.contains(alert.id))
        m_ended[alert.id] = alert;
    return notices;
}

void AlertDesk::keep(const Alert &alert)
{
    Decision decision;
    decision.notebook.push_back(entryOf(alert));
    m_unsaved.erase(alert.id);
    if (alert.isOpen())
        record(std::move(decision));
    else
        record(std::move(decision), {alert});
}

/// `ended`: those among it that are held here no longer, and must not be lost on a full disk.
void AlertDesk::record(Decision decision, std::vector<Alert> ended)
{
    ++m_recording;
    m_host.record(std::move(decision), {},
                  [this, self = QPointer<AlertDesk>(this), ended = std::move(ended)](const Result<void> &done) {
                      if (!self)
                          return;
                      if (!done) {
                          m_isUnsaved = true;
                          for (const Alert &alert : ended)
                              m_unsaved.insert_or_assign(alert.id, alert);
                      }
                      recorded();
                  });
}

void AlertDesk::recorded()
{
    if (--m_recording == 0 && m_isTellDue)
        tellNow();
}

/// After a full disk: what is open, as it is by now, and what ended meanwhile.
void AlertDesk::saveAll()
{
    m_isUnsaved = false;
    Decision decision;
    for (const Alert &alert : m_watch.open())
        decision.notebook.push_back(entryOf(alert));
    std::vector<Alert> ended;
    for (auto &[id, alert] : std::exchange(m_unsaved, {})) {
        for (const auto &[of, step] : m_takenBack) {
            if (of == id)
                takeBack(alert, step);
        }
        decision.notebook.push_back(entryOf(alert));
        ended.push_back(std::move(alert));
    }
    m_takenBack.clear();
    if (!decision.notebook.empty())
        record(std::move(decision), std::move(ended));
}

void AlertDesk::onSettled(AlertId id, const AlertStep &step)
{
    bool isLast = true;
    if (const auto owed = m_owed.find(id); owed != m_owed.end()) {
        isLast = --owed->second <= 0;
        if (isLast)
            m_owed.erase(owed);
    }
    if (const auto alert = m_watch.note(id, step)) {
        keep(*alert);
        tellSoon();
    } else if (const auto ended = m_ended.find(id); ended != m_ended.end()) {
        addStep(ended->second, step);
        keep(ended->second);
        if (isLast)
            m_ended.erase(ended);
    } else {
        addLate(id, step);
    }
}

/// To an alert that had ended before the hub was started.
void AlertDesk::addLate(AlertId id, const AlertStep &step)
{
    std::vector<AlertStep> &late = m_late[id];
    late.push_back(step);
    if (late.size() > 1)
        return; // it is being read already
    NotesQuery query;
    query.toMs = std::numeric_limits<TimeMs>::max();
    query.beforeId = id.value + 1;
    query.limit = 1;
    m_store.findNotes(
        query, [this, self = QPointer<AlertDesk>(this), id](const Result<std::vector<NotebookEntry>> &found) {
            if (!self)
                return;
            const auto steps = m_late.extract(id);
            if (!found || found->empty() || found->front().id != id.value || steps.empty())
                return;
            if (auto alert = readEntry<Alert>(found->front())) {
                for (const AlertStep &each : steps.mapped())
                    addStep(*alert, each);
                const bool hasMore = m_owed.contains(id);
                keep(*alert);
                if (hasMore)
                    m_ended[id] = std::move(*alert);
            }
        });
}

// ---- what people do ----

bool AlertDesk::isQuestion(std::string_view method) const
{
    return method == AlertHistoryQuery::kMethod || method == ReportDevice::kMethod;
}

bool AlertDesk::isChange(std::string_view method) const
{
    return method == AcknowledgeAlert::kMethod || method == ActOnAlert::kMethod || method == SetAlertRule::kMethod
        || method == RemoveAlertRule::kMethod;
}

void AlertDesk::ask(const Asker &asker, std::string_view method, const Json &params, Answer answer)
{
    if (method == ReportDevice::kMethod) {
        const auto report = fromJson<ReportDevice>(params, UnknownFields::Refuse);
        if (!report) {
            answer(report.error());
            return;
        }
        m_devices.reported(asker.doer.device, report->printer, m_host.nowMs());
        m_hasNews = true;
        answer(toJson(ReportDeviceReply{}));
        return;
    }
    const auto query = fromJson<AlertHistoryQuery>(params, UnknownFields::Refuse);
    if (query)
        history(*query, std::move(answer));
    else
        answer(query.error());
}

void AlertDesk::history(const AlertHistoryQuery &query, Answer answer)
{
    if (query.limit < 1 || query.limit > 500 || query.fromMs > query.toMs) {
        answer(Error{ErrorCode::InvalidParams, "there is no such period", {{"field", "limit"}}});
        return;
    }
    const auto search
        = std::make_shared<Search>(Search{static_cast<std::size_t>(query.limit), {}, 0, {}, 0, std::move(answer)});
    NotesQuery notes;
    notes.kind = NotebookKind::Alerts;
    notes.fromMs = query.fromMs;
    notes.toMs = query.toMs;
    notes.limit = query.limit + 1;
    m_store.findNotes(
        notes, [self = QPointer<AlertDesk>(this), search](const Result<std::vector<NotebookEntry>> &found) {
            AlertDesk *here = self.data();
            if (!here || !found) {
                search->answer(found ? Error{ErrorCode::HubStopping, "the hub stops", {}} : found.error());
                return;
            }
            search->entries = *found;
            here->goOn(search);
        });
}

/// Reads some more of what was found: a long answer must not hold up everybody else.
void AlertDesk::goOn(const std::shared_ptr<Search> &search)
{
    AlertHistory &history = search->history;
    for (std::size_t read = 0; read < kReadAtOnce && search->next < search->entries.size(); ++search->next) {
        const NotebookEntry &entry = search->entries[search->next];
        const std::size_t bytes = search->bytes + entry.body.size();
        if (history.alerts.size() == search->limit || (bytes > kAnswerBytesMax && !history.alerts.empty())) {
            history.isMore = true;
            search->next = search->entries.size();
            break;
        }
        ++read;
        search->bytes = bytes;
        const Alert *open
            = m_recording > 0 ? nullptr : m_watch.alert(AlertId{entry.id}); // its value is not on disk
        if (open)
            history.alerts.push_back(*open);
        else if (auto alert = readEntry<Alert>(entry))
            history.alerts.push_back(std::move(*alert));
    }
    if (search->next >= search->entries.size()) {
        search->answer(toJson(history));
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, search] { goOn(search); }, Qt::QueuedConnection);
}

void AlertDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                       Answer answer)
{
    const auto carryOut =
        [&]<class Wanted>(const Wanted *, Decision (AlertDesk::*decide)(const Wanted &, StaffId, TimeMs, Made &)) {
            const auto wanted = fromJson<Wanted>(params, UnknownFields::Refuse);
            if (!wanted) {
                answer(wanted.error());
                return;
            }
            const auto made = std::make_shared<Made>();
            m_host.execute(
                id, bodyHash(method, params), asker.doer,
                [this, decide, made, wanted = *wanted, by = asker.doer.actor](TimeMs now) {
                    Decision decision = (this->*decide)(wanted, by, now, *made);
                    if (!decision.refused) {
                        ++m_recording;
                        made->isDecided = true;
                    }
                    return decision;
                },
                [this, self = QPointer<AlertDesk>(this), made, answer](const Result<Json> &done) {
                    if (self && made->isDecided)
                        afterChange(*made, done.isOk());
                    answer(done);
                });
        };
    if (method == AcknowledgeAlert::kMethod)
        carryOut(static_cast<const AcknowledgeAlert *>(nullptr), &AlertDesk::acknowledge);
    else if (method == ActOnAlert::kMethod)
        carryOut(static_cast<const ActOnAlert *>(nullptr), &AlertDesk::actOn);
    else if (method == SetAlertRule::kMethod)
        carryOut(static_cast<const SetAlertRule *>(nullptr), &AlertDesk::setRule);
    else
        carryOut(static_cast<const RemoveAlertRule *>(nullptr), &AlertDesk::removeRule);
}

/// `isDone`: what was decided is on disk. Else nothing of it counts, nor of what was decided behind it: that is
/// lost with it.
void AlertDesk::afterChange(const Made &made, bool isDone)
{
    if (!isDone) {
        m_rules = m_durableRules;
        useRules();
        if (made.alert.isSet()) {
            m_watch.takeBack(made.alert, made.step);
            m_takenBack.emplace_back(made.alert, made.step); // should it have ended meanwhile
        }
        m_isUnsaved = true;
    } else if (made.rule.isSet()) {
        if (made.kept)
            m_durableRules[made.rule] = *made.kept;
        else
            m_durableRules.erase(made.rule);
    }
    m_hasNews = true;
    tellSoon();
    recorded();
}

// ---- what supervisors see ----

AlertsNote AlertDesk::noteNow() const
{
    AlertsNote note;
    note.atMs = m_host.nowMs();
    note.open = m_watch.open();
    if (note.open.size() > kAlertsWithAllSteps)
        std::for_each(note.open.begin(), note.open.end(), shorten);
    for (const auto &[id, kept] : m_durableRules)
        note.rules.push_back(kept.rule);
    return note;
}

std::vector<BoardNote> AlertDesk::notes() const
{
    return {{std::string(AlertsNote::kMethod), std::string(AlertsNote::kMethod), toJson(noteNow())}};
}

void AlertDesk::tellSoon()
{
    if (m_tell.isActive())
        return;
    const qint64 since = m_sinceTold.isValid() ? m_sinceTold.elapsed() : m_limits.tellMs;
    m_tell.start(static_cast<int>(std::clamp<qint64>(m_limits.tellMs - since, 0, m_limits.tellMs)));
}

void AlertDesk::tellNow()
{
    m_isTellDue = m_recording > 0; // nobody sees what is not on disk
    if (m_isTellDue)
        return;
    m_sinceTold.start();
    Q_EMIT told(notes().front());
}

} // namespace tiepdon
