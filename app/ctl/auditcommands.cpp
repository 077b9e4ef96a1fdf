// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/access/permission.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <memory>

namespace tiepdon {
namespace {

constexpr std::int64_t kEntriesUsual = 100;
constexpr std::int64_t kEntriesMax = 100'000;
constexpr std::int64_t kPageMax = 1000; ///< the hub's own bound

/// What was asked for; names are looked up when the hub is there.
struct Wanted {
    AuditQuery query;
    QString who;
    std::int64_t limit = kEntriesUsual;
};

/// One reading of the audit, page after page.
struct Reading {
    std::map<std::int64_t, std::string> accounts;
    std::map<std::int64_t, std::string> devices;
    std::vector<AuditEntry> entries;
};

/// "staff 3" and "device 7" with the name behind them.
QString subjectText(const Reading &reading, const std::string &subject)
{
    const QString text = toQt(subject);
    const qsizetype blank = text.indexOf(u' ');
    const auto id = positiveNumber(text.mid(blank + 1));
    const QString kind = text.left(blank);
    const auto &known = kind == QStringLiteral("device") ? reading.devices : reading.accounts;
    if (!id || (kind != QStringLiteral("staff") && kind != QStringLiteral("device")))
        return text;
    const auto it = known.find(*id);
    return it == known.end() ? text : text + QStringLiteral(" (%1)").arg(toQt(it->second));
}

QString nameText(const std::map<std::int64_t, std::string> &names, std::int64_t id)
{
    if (id == 0)
        return QStringLiteral("-");
    const auto it = names.find(id);
    return it == names.end() ? QString::number(id) : toQt(it->second);
}

int sayEntries(const Context &context, const Reading &reading)
{
    std::vector<QStringList> rows;
    for (const AuditEntry &entry : reading.entries)
        rows.push_back({QString::number(entry.seq),
                        QDateTime::fromMSecsSinceEpoch(entry.atMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                        nameText(reading.accounts, entry.actor.value),
                        nameText(reading.devices, entry.device.value), toQt(entry.action),
                        subjectText(reading, entry.subject), toQt(entry.outcome), toQt(entry.detail)});
    const QStringList headings{QStringLiteral("no"),      QStringLiteral("time"),   QStringLiteral("who"),
                               QStringLiteral("device"),  QStringLiteral("action"), QStringLiteral("about"),
                               QStringLiteral("outcome"), QStringLiteral("detail")};
    Json list = Json::array();
    for (const AuditEntry &entry : reading.entries) {
        Json one = toJson(entry);
        const auto addName = [&one](const char *field, const auto &names, std::int64_t id) {
            if (const auto it = names.find(id); it != names.end())
                one[field] = it->second;
        };
        addName("actorAccount", reading.accounts, entry.actor.value);
        addName("deviceName", reading.devices, entry.device.value);
        list.push_back(std::move(one));
    }
    return context.done(Json{{"entries", std::move(list)}},
                        rows.empty() ? QStringLiteral("Nothing of this kind is in the audit.")
                                     : tableText(headings, rows));
}

void readPages(const Context &context, HubClient &hub, const Wanted &wanted,
               const std::shared_ptr<Reading> &reading)
{
    AuditQuery query = wanted.query;
    query.limit = std::min(kPageMax, wanted.limit - static_cast<std::int64_t>(reading->entries.size()));
    if (!reading->entries.empty())
        query.beforeSeq = reading->entries.back().seq;
    question(context, hub, AuditQuery::kMethod, toJson(query),
             [&context, &hub, wanted, query, reading](const Json &reply) {
                 const auto it = reply.find("entries");
                 const auto page = it == reply.end()
                     ? Result<std::vector<AuditEntry>>(Error{})
                     : fromJson<std::vector<AuditEntry>>(*it, UnknownFields::Ignore);
                 if (!page) {
                     QCoreApplication::exit(
                         context.failed({ErrorCode::Internal, "the hub's answer has no list of entries", {}}));
                     return;
                 }
                 reading->entries.insert(reading->entries.end(), page->begin(), page->end());
                 const auto count = static_cast<std::int64_t>(page->size());
                 if (count < query.limit || static_cast<std::int64_t>(reading->entries.size()) >= wanted.limit)
                     QCoreApplication::exit(sayEntries(context, *reading));
                 else
                     readPages(context, hub, wanted, reading);
             });
}

void lookUp(const Context &context, HubClient &hub, const Wanted &asked)
{
    withStaff(context, hub, [&context, &hub, asked](const std::vector<StaffRow> &staff) {
        auto reading = std::make_shared<Reading>();
        Wanted wanted = asked;
        for (const StaffRow &row : staff) {
            reading->accounts[row.staff.value] = row.account;
            if (!wanted.who.isEmpty() && wanted.who.toLower() == toQt(row.account))
                wanted.query.actor = row.staff;
        }
        if (!wanted.who.isEmpty() && !wanted.query.actor) {
            const auto id = positiveNumber(wanted.who);
            if (!id) {
                QCoreApplication::exit(context.failed(
                    {ErrorCode::UnknownStaff, "no such account", {{"account", wanted.who.toStdString()}}}));
                return;
            }
            wanted.query.actor = StaffId{*id};
        }
        withDevices(context, hub, [&context, &hub, wanted, reading](const std::vector<DeviceRow> &devices) {
            for (const auto &[device, isConnected] : devices)
                reading->devices[device.id.value] = device.name;
            readPages(context, hub, wanted, reading);
        });
    });
}

int audit(const Context &context)
{
    Wanted wanted;
    wanted.who = context.value("who");
    if (context.isSet("from")) {
        wanted.query.fromMs = timeFrom(context.value("from"), false);
        if (!wanted.query.fromMs)
            return context.wrongUse(QStringLiteral("--from takes %1.").arg(kDayFormat));
    }
    if (context.isSet("to")) {
        wanted.query.toMs = timeFrom(context.value("to"), true);
        if (!wanted.query.toMs)
            return context.wrongUse(QStringLiteral("--to takes %1.").arg(kDayFormat));
    }
    if (context.isSet("device-id")) {
        const auto id = positiveNumber(context.value("device-id"));
        if (!id)
            return context.wrongUse(
                QStringLiteral("--device-id takes a device's id; tiepdon-ctl device list shows them."));
        wanted.query.device = DeviceId{*id};
    }
    if (context.isSet("action"))
        wanted.query.action = context.value("action").toStdString();
    if (context.isSet("refused"))
        wanted.query.isRefused = true;
    if (context.isSet("limit")) {
        const auto limit = positiveNumber(context.value("limit"));
        if (!limit || *limit > kEntriesMax)
            return context.wrongUse(QStringLiteral("--limit takes a whole number from 1 to %1.").arg(kEntriesMax));
        wanted.limit = *limit;
    }
    return context.withHub([&context, wanted](HubClient &hub) { lookUp(context, hub, wanted); });
}

int checkpoint(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        question(context, hub, kCheckpointMethod, Json::object(), [&context](const Json &reply) {
            const auto it = reply.find("line");
            if (it == reply.end() || !it->is_string())
                QCoreApplication::exit(context.failed({ErrorCode::Internal, "the hub's answer has no line", {}}));
            else
                QCoreApplication::exit(context.done(reply, toQt(it->get_ref<const std::string &>())));
        });
    });
}

int showPermissions(const Context &context)
{
    Json rows = Json::array();
    for (const Permission &permission : permissions()) {
        Json reach = Json::object();
        for (std::size_t i = 0; i < kRoleCount; ++i) {
            constexpr std::array<const char *, 3> kWords{"none", "own", "any"};
            reach[std::string(names(Role()).at(i))] = kWords.at(static_cast<std::size_t>(permission.reach.at(i)));
        }
        rows.push_back({{"method", std::string(permission.method)},
                        {"what", std::string(permission.what)},
                        {"reach", std::move(reach)}});
    }
    return context.done(Json{{"permissions", std::move(rows)}}, toQt(permissionsPage()));
}

} // namespace

std::vector<CtlCommand> auditCommands()
{
    return {
        // the longer name first: "audit" alone begins both
        commandSpec(
            "audit checkpoint", "", "Prints a signed line to keep elsewhere.", 0, 0, checkpoint, {},
            "The line says how far journal and audit go and what their hash chains end with, signed by the\n"
            "hub. Keep it where nobody who can change the database can change it, and check it later with\n"
            "tiepdon-ctl verify --checkpoint FILE"),
        commandSpec("audit", "", "Who came in, was refused, changed whom; newest first.", 0, 0, audit,
                    {optionSpec("from", "From this day or time on.", "D"),
                     optionSpec("to", "To this day's end, or before this time.", "D"),
                     optionSpec("who", "What this person did.", "ACCOUNT"),
                     optionSpec("device-id", "What was done on this device.", "ID"),
                     optionSpec("action", "Only this kind, such as signedIn.", "ACTION"),
                     optionSpec("refused", "Only what was refused."),
                     optionSpec("limit", "How many at most (100).", "N")},
                    "Days and times are those of this machine's time zone."),
        commandSpec("permissions", "", "Prints which role may do what.", 0, 0, showPermissions),
    };
}

} // namespace tiepdon
