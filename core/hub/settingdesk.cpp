// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/settingdesk.h"

#include "core/hub/accessdecisions.h"
#include "core/hub/branchdecisions.h"
#include "core/wire/codec.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

/// Changes read at once: few enough that reading them as JSON holds nobody up.
constexpr std::int64_t kPage = 100;
/// Changes looked at for one answer about a single part; the next answer goes on where it stopped.
constexpr std::int64_t kLookedMax = 2000;

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

/// Somebody who can sign in and is to go from the staff list.
std::optional<Error> stillSignsIn(const AccessState &access, const BranchParts &before, const BranchParts &after)
{
    for (const Staff &staff : before.staff) {
        const bool stays = std::any_of(after.staff.begin(), after.staff.end(),
                                       [&](const Staff &other) { return other.id == staff.id; });
        const Account *account = access.account(staff.id);
        if (!stays && account && !account->isDisabled)
            return Error{ErrorCode::SettingInUse,
                         "an account that is not shut has this id",
                         {{"kind", "staff"}, {"id", std::to_string(staff.id.value)}, {"by", "account"}}};
    }
    return std::nullopt;
}

} // namespace

SettingDesk::SettingDesk(BranchHost &host, Store &store, SettingChangeId last, QObject *parent)
    : Desk(parent), m_host(host), m_store(store), m_last(last)
{
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
    const auto *change = std::get_if<command::ChangeSettings>(&*command);
    if (!change || !change->reverts.isSet())
        return run(id, asker, *command, std::nullopt, std::move(answer));
    const SettingChangeId wanted = change->reverts;
    if (wanted.value < 0 || wanted > m_last)
        return answer(Error{ErrorCode::InvalidParams, "there is no such change", {{"field", "reverts"}}});
    NotesQuery query;
    query.kind = NotebookKind::SettingChanges;
    query.toMs = std::numeric_limits<TimeMs>::max();
    query.beforeId = wanted.value + 1;
    query.limit = 1;
    const QPointer<SettingDesk> self(this);
    m_store.findNotes(
        query,
        [self, id, asker, command = *command, wanted,
         answer = std::move(answer)](const Result<std::vector<NotebookEntry>> &found) {
            if (!self)
                return;
            if (!found)
                return answer(found.error());
            if (found->empty() || found->front().id != wanted.value)
                return answer(Error{ErrorCode::InvalidParams, "there is no such change", {{"field", "reverts"}}});
            const auto reverted = changeIn(found->front());
            if (!reverted)
                return answer(reverted.error());
            self->run(id, asker, command, *reverted, answer);
        });
}

void SettingDesk::run(const OperationId &id, const Asker &asker, const Command &command, const Reverted &reverted,
                      Answer answer)
{
    // with a key: the answers people gave are in it
    const std::string body = m_store.keyedHash(bodyHash(methodOf(command), paramsOf(command)));
    m_host.execute(
        id, body, asker.doer,
        [this, asker, command, reverted](TimeMs now) { return decide(asker, command, reverted, now); },
        std::move(answer));
}

std::optional<Error> SettingDesk::refusal(const Asker &asker, const command::ChangeSettings &change,
                                          const Reverted &reverted, TimeMs now) const
{
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
    return stillSignsIn(m_host.access(), change.before, change.after);
}

Decision SettingDesk::decide(const Asker &asker, const Command &command, const Reverted &reverted, TimeMs now)
{
    const auto *change = std::get_if<command::ChangeSettings>(&command);
    SettingChange kept;
    if (change) {
        if (auto refused = refusal(asker, *change, reverted, now)) {
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
    decision.notebook.push_back(
        {NotebookKind::SettingChanges, change.id.value, now, now, toBytes(toJson(change))});
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
    look(std::make_shared<Search>(Search{std::move(*asked), {}, 0, std::move(answer)}), before);
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
            last = {entry.id};
            auto change = changeIn(entry);
            if (!change)
                return search->answer(change.error());
            if (isAbout(*change, search->asked.part, search->asked.id))
                search->found.push_back(std::move(*change));
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
