// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/settingdesk.h"

#include "core/hub/accessdecisions.h"
#include "core/hub/answerbounds.h"
#include "core/hub/branchdecisions.h"
#include "core/wire/codec.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

/// Changes read at once: few enough that reading them as JSON holds nobody up.
constexpr std::int64_t kPage = 25;
/// Changes looked at for one answer about a single part; the next answer goes on where it stopped.
constexpr std::int64_t kLookedMax = 2000;
/// Open items of somebody that are counted at most.
constexpr std::int64_t kItemsCounted = 200;

bool isAdministrator(const Asker &asker)
{
    return std::find(asker.roles.begin(), asker.roles.end(), Role::Administrator) != asker.roles.end();
}

Result<SettingChange> changeIn(const NotebookEntry &entry)
{
    const auto json = parseJson(entry.body);
    if (!json)
        return json.error();
    return fromJson<SettingChange>(*json, UnknownFields::Ignore);
}

/// Calls `visit(kind, name of the list, list)` for each list of parts.
template <class Parts, class Visit>
void eachList(Parts &parts, Visit &&visit)
{
    visit(PartKind::Service, "services", parts.services);
    visit(PartKind::Profile, "profiles", parts.profiles);
    visit(PartKind::Counter, "counters", parts.counters);
    visit(PartKind::Staff, "staff", parts.staff);
    visit(PartKind::Group, "groups", parts.groups);
    visit(PartKind::Zone, "zones", parts.zones);
    visit(PartKind::Segment, "segments", parts.segments);
    visit(PartKind::PriorityReason, "priorityReasons", parts.priorityReasons);
    visit(PartKind::Outcome, "outcomes", parts.outcomes);
}

/// The highest id of each list of a setup or of parts.
template <class Parts>
void raise(std::array<std::int64_t, names(PartKind()).size()> &highest, const Parts &parts)
{
    eachList(parts, [&](PartKind kind, const char *, const auto &list) {
        std::int64_t &most = highest.at(static_cast<std::size_t>(kind));
        for (const auto &item : list)
            most = std::max(most, item.id.value);
    });
}

/// Who is to go from the staff list.
std::vector<StaffId> leaving(const BranchParts &before, const BranchParts &after)
{
    std::vector<StaffId> gone;
    for (const Staff &staff : before.staff) {
        if (std::none_of(after.staff.begin(), after.staff.end(),
                         [&](const Staff &other) { return other.id == staff.id; }))
            gone.push_back(staff.id);
    }
    return gone;
}

/// Somebody who can sign in and is to go from the staff list.
std::optional<Error> stillSignsIn(const AccessState &access, const std::vector<StaffId> &gone)
{
    for (const StaffId staff : gone) {
        const Account *account = access.account(staff);
        if (account && !account->isDisabled)
            return Error{ErrorCode::SettingInUse,
                         "an account that is not shut has this id",
                         {{"kind", "staff"}, {"id", std::to_string(staff.value)}, {"by", "account"}}};
    }
    return std::nullopt;
}

/// Nobody would be reminded of what was promised to customers, of complaints and blockers.
Error stillOwns(StaffId staff, const OpenItemsAnswer &found)
{
    const std::string items = std::to_string(found.items.size()) + (found.isMore ? "+" : "");
    return {ErrorCode::SettingInUse,
            "staff " + std::to_string(staff.value) + " owns " + items + " open items",
            {{"kind", "staff"}, {"id", std::to_string(staff.value)}, {"by", "openItems"}, {"items", items}}};
}

} // namespace

SettingDesk::SettingDesk(BranchHost &host, Store &store, SettingChangeId last, QObject *parent)
    : Desk(parent), m_host(host), m_store(store), m_last(last)
{
    learn({});
}

void SettingDesk::see(const BranchParts &parts) { raise(m_highest, parts); }

void SettingDesk::learn(SettingChangeId before)
{
    NotesQuery query;
    query.kind = NotebookKind::SettingChanges;
    query.toMs = std::numeric_limits<TimeMs>::max();
    query.beforeId = before.value;
    query.limit = kPage;
    const QPointer<SettingDesk> self(this);
    m_store.findNotes(query, [self](const Result<std::vector<NotebookEntry>> &page) {
        SettingDesk *const desk = self.data();
        if (!desk || !page)
            return; // without it nothing is added until the next start
        for (const NotebookEntry &entry : *page) {
            if (const auto change = changeIn(entry)) {
                desk->see(change->before);
                desk->see(change->after);
            }
        }
        if (static_cast<std::int64_t>(page->size()) == kPage)
            desk->learn({page->back().id});
        else
            desk->m_isLearnt = true;
    });
}

std::optional<Error> SettingDesk::usedBefore(const command::ChangeSettings &change) const
{
    auto highest = m_highest;
    const BranchSetup setup = m_host.decidedState().setup();
    raise(highest, setup);
    std::int64_t &staff = highest.at(static_cast<std::size_t>(PartKind::Staff));
    for (const auto &[id, account] : m_host.access().accounts()) {
        if (id < kFirstWithoutCounter)
            staff = std::max(staff, id.value);
    }
    BranchSetup known = setup;
    std::optional<Error> used;
    eachList(change.after, [&](PartKind kind, const char *list, const auto &items) {
        const std::int64_t most = highest.at(static_cast<std::size_t>(kind));
        for (std::size_t i = 0; i < items.size() && !used; ++i) {
            const std::int64_t id = items[i].id.value;
            bool isThere = false;
            eachList(setup, [&](PartKind of, const char *, const auto &all) {
                isThere = isThere || (of == kind && std::any_of(all.begin(), all.end(), [id](const auto &item) {
                                          return item.id.value == id;
                                      }));
            });
            if (isThere)
                continue;
            if (!m_isLearnt)
                used = Error{ErrorCode::Busy, "the notebook is still being read", {}};
            else if (id > 0 && id <= most)
                used = Error{ErrorCode::InvalidParams,
                             std::string(list) + "[" + std::to_string(i) + "].id: was another's before",
                             {{"list", list},
                              {"index", std::to_string(i)},
                              {"field", "id"},
                              {"least", std::to_string(most + 1)}}};
        }
    });
    return used;
}

bool SettingDesk::isQuestion(std::string_view method) const { return method == SettingHistory::kMethod; }

bool SettingDesk::isChange(std::string_view method) const
{
    return method == command::ChangeSettings::kMethod || (method.starts_with("define") && isCommand(method));
}

// ---- changes ----

void SettingDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                         Answer answer)
{
    auto command = commandFrom(method, params);
    if (!command)
        return answer(command.error());
    const auto wanted = std::make_shared<Wanted>(Wanted{id, asker, std::move(*command), std::move(answer)});
    const auto *change = std::get_if<command::ChangeSettings>(&wanted->command);
    if (change)
        wanted->leaving = leaving(change->before, change->after);
    if (change && change->reverts.isSet())
        findReverted(wanted, change->reverts);
    else
        findOpenItems(wanted);
}

void SettingDesk::findReverted(const std::shared_ptr<Wanted> &wanted, SettingChangeId change)
{
    const Error none{ErrorCode::InvalidParams, "there is no such change", {{"field", "reverts"}}};
    if (change.value < 0 || change > m_last)
        return wanted->answer(none);
    NotesQuery query;
    query.kind = NotebookKind::SettingChanges;
    query.toMs = std::numeric_limits<TimeMs>::max();
    query.beforeId = change.value + 1;
    query.limit = 1;
    const QPointer<SettingDesk> self(this);
    m_store.findNotes(query, [self, wanted, change, none](const Result<std::vector<NotebookEntry>> &found) {
        SettingDesk *const here = self.data();
        if (!here)
            return;
        if (!found)
            return wanted->answer(found.error());
        if (found->empty() || found->front().id != change.value)
            return wanted->answer(none);
        auto reverted = changeIn(found->front());
        if (!reverted)
            return wanted->answer(reverted.error());
        wanted->reverted = std::move(*reverted);
        here->findOpenItems(wanted);
    });
}

void SettingDesk::findOpenItems(const std::shared_ptr<Wanted> &wanted)
{
    if (wanted->leaving.empty() || wanted->owns)
        return run(wanted);
    const StaffId staff = wanted->leaving.back();
    wanted->leaving.pop_back();
    OpenItemsQuery query;
    query.owner = staff;
    query.limit = kItemsCounted;
    const QPointer<SettingDesk> self(this);
    m_store.customers().openItems(query, m_host.nowMs(),
                                  [self, wanted, staff](const Result<OpenItemsAnswer> &found) {
                                      SettingDesk *const here = self.data();
                                      if (!here)
                                          return;
                                      if (!found)
                                          return wanted->answer(found.error());
                                      if (!found->items.empty())
                                          wanted->owns = stillOwns(staff, *found);
                                      here->findOpenItems(wanted);
                                  });
}

void SettingDesk::run(const std::shared_ptr<Wanted> &wanted)
{
    // with a key: the answers people gave are in it
    const std::string body = m_store.keyedHash(bodyHash(methodOf(wanted->command), paramsOf(wanted->command)));
    m_host.execute(
        wanted->id, body, wanted->asker.doer, [this, wanted](TimeMs now) { return decide(*wanted, now); },
        wanted->answer);
}

std::optional<Error> SettingDesk::refusal(const Wanted &wanted, const command::ChangeSettings &change,
                                          TimeMs now) const
{
    const Asker &asker = wanted.asker;
    const Reverted &reverted = wanted.reverted;
    if (!isAdministrator(asker)) {
        if (auto beyond = beyondSupervisor(change.before, change.after))
            return beyond;
    }
    if (reverted && !(reverted->before == change.after && reverted->after == change.before))
        return Error{ErrorCode::InvalidParams, "this is not that change taken back", {{"field", "reverts"}}};
    const bool isSlip = reverted && reverted->by == asker.doer.actor && now - reverted->atMs <= kTakeBackMs;
    if (!isSlip || !(change.decision == DecisionRecord())) {
        if (const auto cleaned = cleanedDecision(change.decision); !cleaned)
            return cleaned.error();
    }
    if (!reverted) {
        if (auto used = usedBefore(change))
            return used;
    }
    if (auto signsIn = stillSignsIn(m_host.access(), leaving(change.before, change.after)))
        return signsIn;
    return wanted.owns;
}

Decision SettingDesk::decide(const Wanted &wanted, TimeMs now)
{
    const Asker &asker = wanted.asker;
    const Command &command = wanted.command;
    const auto *change = std::get_if<command::ChangeSettings>(&command);
    SettingChange kept;
    if (change) {
        if (auto refused = refusal(wanted, *change, now)) {
            Decision decision;
            if (refused->code == ErrorCode::NotAllowed)
                decision.audit.push_back(auditEntry("refused", std::string(methodOf(command)), "NotAllowed"));
            decision.refused = std::move(refused);
            return decision;
        }
        if (auto cleaned = cleanedDecision(change->decision))
            kept.decision = std::move(*cleaned);
        kept.reverts = change->reverts;
    }
    Decision decision
        = decideCommand(m_host.decidedState(), command, asker.reach, asker.doer.actor, asker.isKiosk, now);
    if (decision.refused)
        return decision;
    PartSides sides = sidesOf(m_host.decidedState(), decision.events);
    if (sides.isEmpty())
        return decision;
    see(sides.before);
    see(sides.after);
    kept.by = asker.doer.actor;
    kept.method = methodOf(command);
    kept.before = std::move(sides.before);
    kept.after = std::move(sides.after);
    note(decision, std::move(kept), now);
    return decision;
}

void SettingDesk::note(Decision &decision, SettingChange change, TimeMs now)
{
    change.id = m_last = SettingChangeId{m_last.value + 1};
    change.atMs = now;
    decision.notebook.push_back({NotebookKind::SettingChanges, change.id.value, now, now, toBytes(toJson(change))});
    decision.extra["change"] = change.id.value;
}

// ---- the history ----

void SettingDesk::ask(const Asker & /*asker*/, std::string_view /*method*/, const Json &params, Answer answer)
{
    auto asked = fromJson<SettingHistory>(params, UnknownFields::Refuse);
    if (!asked)
        return answer(asked.error());
    const char *wrong = !isPartName(asked->part) || (asked->part.empty() && asked->id != 0) ? "part"
        : asked->id < 0                                                                     ? "id"
        : asked->before.value < 0                                                           ? "before"
        : asked->limit < 1 || asked->limit > kSettingChangesMax                             ? "limit"
                                                                                            : nullptr;
    if (wrong)
        return answer(Error{ErrorCode::InvalidParams, std::string(wrong) + " cannot be that", {{"field", wrong}}});
    const SettingChangeId before = asked->before;
    look(std::make_shared<Search>(Search{std::move(*asked), {}, 0, 0, std::move(answer)}), before);
}

void SettingDesk::look(const std::shared_ptr<Search> &search, SettingChangeId before)
{
    NotesQuery query;
    query.kind = NotebookKind::SettingChanges;
    query.toMs = std::numeric_limits<TimeMs>::max();
    query.beforeId = before.value;
    query.limit = kPage;
    const QPointer<SettingDesk> self(this);
    m_store.findNotes(query, [self, search](const Result<std::vector<NotebookEntry>> &page) {
        if (!self)
            return;
        if (!page)
            return search->answer(page.error());
        SettingChanges answer;
        SettingChangeId last;
        for (const NotebookEntry &entry : *page) {
            if (static_cast<std::int64_t>(search->found.size()) == search->asked.limit) {
                answer.next = last; // there is one more at least
                break;
            }
            auto change = changeIn(entry);
            if (!change)
                return search->answer(change.error());
            if (isAbout(*change, search->asked.part, search->asked.id)) {
                search->bytes += entry.body.size();
                if (search->bytes > kAnswerBytesMax && !search->found.empty()) {
                    answer.next = last.isSet() ? last : SettingChangeId{entry.id + 1};
                    break; // more than a client's line takes at once
                }
                search->found.push_back(std::move(*change));
            }
            last = {entry.id};
        }
        search->looked += kPage;
        const bool isLastPage = static_cast<std::int64_t>(page->size()) < kPage;
        if (!answer.next.isSet() && !isLastPage) {
            const bool isFull = static_cast<std::int64_t>(search->found.size()) == search->asked.limit;
            if (!isFull && search->looked < kLookedMax)
                return self->look(search, last);
            answer.next = last;
        }
        answer.changes = std::move(search->found);
        search->answer(toJson(answer));
    });
}

} // namespace tiepdon
