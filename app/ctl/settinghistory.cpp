// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/wire/settingmessage.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr std::int64_t kChangesUsual = 20;

/// Which parts a change is about: "service 4, zone 2".
QString partsText(const SettingChange &change)
{
    QStringList parts;
    const auto add = [&parts](const char *kind, const auto &list) {
        for (const auto &item : list) {
            const QString text = QStringLiteral("%1 %2").arg(QLatin1String(kind)).arg(item.id.value);
            if (!parts.contains(text))
                parts << text;
        }
    };
    for (const BranchParts *side : {&change.before, &change.after}) {
        if (side->settings && !parts.contains(QStringLiteral("settings")))
            parts << QStringLiteral("settings");
        add("service", side->services);
        add("profile", side->profiles);
        add("counter", side->counters);
        add("staff", side->staff);
        add("group", side->groups);
        add("zone", side->zones);
        add("segment", side->segments);
        add("priorityReason", side->priorityReasons);
        add("outcome", side->outcomes);
    }
    constexpr qsizetype kNamed = 6;
    const qsizetype more = parts.size() - kNamed;
    return parts.mid(0, kNamed).join(QStringLiteral(", "))
        + (more > 0 ? QStringLiteral(" and %1 more").arg(more) : QString());
}

int history(const Context &context)
{
    SettingHistory query;
    query.limit = kChangesUsual;
    query.part = context.value("part").toStdString();
    if (!isPartName(query.part))
        return context.wrongUse(QStringLiteral("--part is settings, service, profile, counter, staff, group, zone, "
                                               "segment, priorityReason or outcome."));
    for (const auto &[option, wanted] : {std::pair("id", &query.id), std::pair("before", &query.before.value),
                                         std::pair("limit", &query.limit)}) {
        if (!context.isSet(option))
            continue;
        const auto number = positiveNumber(context.value(option));
        if (!number)
            return context.wrongUse(
                QStringLiteral("--%1 takes a whole number over 0.").arg(QLatin1String(option)));
        *wanted = *number;
    }
    if (query.limit > kSettingChangesMax)
        return context.wrongUse(QStringLiteral("--limit is at most %1.").arg(kSettingChangesMax));
    return context.withHub([&context, query](HubClient &hub) {
        question(context, hub, SettingHistory::kMethod, toJson(query), [&context](const Json &reply) {
            const auto changes = fromJson<SettingChanges>(reply, UnknownFields::Ignore);
            if (!changes)
                return QCoreApplication::exit(context.failed(changes.error()));
            std::vector<QStringList> rows;
            for (const SettingChange &change : changes->changes)
                rows.push_back({QString::number(change.id.value), momentText(change.atMs),
                                QString::number(change.by.value), toQt(change.method), partsText(change),
                                change.reverts.isSet() ? QString::number(change.reverts.value) : QString()});
            const QStringList headings{QStringLiteral("no."),     QStringLiteral("when"),  QStringLiteral("by"),
                                       QStringLiteral("command"), QStringLiteral("parts"), QStringLiteral("takes back")};
            QCoreApplication::exit(context.done(reply, tableText(headings, rows)));
        });
    });
}

} // namespace

std::vector<CtlCommand> settingCommands()
{
    return {commandSpec(
        "settings history", "", "Who changed what the branch is made of, newest first.", 0, 0, history,
        {optionSpec("part", "Of this kind of part alone: settings, service, counter …", "KIND"),
         optionSpec("id", "Of the part with this id.", "ID"),
         optionSpec("before", "Older than the change of this number.", "NO"),
         optionSpec("limit", "At most so many (20).", "N")},
        "With --json each change comes whole: what was before, what is after, and what was said of it.")};
}

} // namespace tiepdon
