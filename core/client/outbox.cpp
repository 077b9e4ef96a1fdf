// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/outbox.h"

#include "core/client/ownfile.h"
#include "core/wire/codec.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace tiepdon {
namespace {

// As it stands in a file.
struct Kept {
    std::string op;
    StaffId staff;
    TimeMs madeMs = 0;
    std::string method;
    Json params;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("op", self.op);
        visit("staff", self.staff);
        visit("madeMs", self.madeMs);
        visit("method", self.method);
        visit("params", self.params);
    }
};

Result<Outbox::Entry> entryFrom(const QByteArray &bytes)
{
    const auto json = parseJson(bytes.toStdString());
    if (!json)
        return json.error();
    const auto kept = fromJson<Kept>(*json, UnknownFields::Ignore);
    if (!kept)
        return kept.error();
    const auto op = operationFrom(kept->op);
    if (!op)
        return op.error();
    const auto command = commandFrom(kept->method, kept->params);
    if (!command)
        return command.error();
    return Outbox::Entry{*op, kept->staff, *command, kept->madeMs, true};
}

} // namespace

bool isAboutTicketInHand(const Command &command)
{
    return std::holds_alternative<command::StartService>(command)
        || std::holds_alternative<command::WrapUp>(command) || std::holds_alternative<command::MarkOutcome>(command)
        || std::holds_alternative<command::FinishService>(command);
}

Command claimed(Command command, TimeMs atMs)
{
    if (auto *start = std::get_if<command::StartService>(&command); start && !start->claimedMs)
        start->claimedMs = atMs;
    if (auto *wrapUp = std::get_if<command::WrapUp>(&command); wrapUp && !wrapUp->claimedMs)
        wrapUp->claimedMs = atMs;
    if (auto *finish = std::get_if<command::FinishService>(&command); finish && !finish->claimedMs)
        finish->claimedMs = atMs;
    return command;
}

Outbox::Outbox(QString folder)
    : m_folder(folder.isEmpty() ? QString() : QDir(folder).filePath(QStringLiteral("outbox")))
{
}

QString Outbox::fileOf(const Entry &entry) const
{
    // the names sort as the entries were made
    return QStringLiteral("%1/%2-%3-%4.json")
        .arg(m_folder)
        .arg(entry.madeMs, 15, 10, QLatin1Char('0'))
        .arg(QString::fromStdString(entry.op.client))
        .arg(entry.op.n);
}

std::vector<Outbox::Entry> Outbox::load()
{
    std::vector<Entry> tooOld;
    if (m_folder.isEmpty())
        return tooOld;
    const TimeMs now = SystemClock().nowMs();
    const QDir dir(m_folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString path = dir.filePath(name);
        const auto bytes = ownfile::read(path);
        if (!bytes || !*bytes)
            continue; // another program answered for it meanwhile, or it is not ours to read
        const auto entry = entryFrom(**bytes);
        if (!entry) {
            QFile::rename(path, path + QStringLiteral(".damaged"));
        } else if (now - entry->madeMs > kAgeMsMax) {
            static_cast<void>(ownfile::remove(path));
            tooOld.push_back(*entry);
        } else {
            m_entries.push_back(*entry);
        }
    }
    return tooOld;
}

Result<void> Outbox::add(const OperationId &op, StaffId staff, const Command &command)
{
    if (m_entries.size() >= kEntriesMax)
        return Error{ErrorCode::Offline, "too many commands wait for the hub", {}};
    Entry entry{op, staff, command, SystemClock().nowMs(), false};
    if (!m_entries.empty()) // a clock set back does not change their order
        entry.madeMs = std::max(entry.madeMs, m_entries.back().madeMs + 1);
    if (!m_folder.isEmpty()) {
        const Kept kept{toText(op), staff, entry.madeMs, std::string(methodOf(command)), paramsOf(command)};
        Result<void> written = ownfile::makeFolder(m_folder);
        if (written)
            written = ownfile::write(fileOf(entry), QByteArray::fromStdString(toBytes(toJson(kept))));
        if (!written)
            return written.error();
    }
    m_entries.push_back(std::move(entry));
    return {};
}

void Outbox::remove(const OperationId &op)
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.op == op; });
    if (entry == m_entries.end())
        return;
    if (!m_folder.isEmpty())
        static_cast<void>(ownfile::remove(fileOf(*entry)));
    m_entries.erase(entry);
}

const Outbox::Entry *Outbox::firstOf(StaffId staff) const
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.staff == staff; });
    return entry == m_entries.end() ? nullptr : &*entry;
}

} // namespace tiepdon
