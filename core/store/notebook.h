// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QStringList>

namespace tiepdon {

class Connection;

/// What a branch writes down about its own running, by subject.
enum class NotebookKind : std::uint8_t {
    AlertRules,
    Alerts,
    Notices, ///< what is to be sent out
    Channels, ///< how alerts go out; one entry
    Messages,
    SettingChanges,
    Advices,
};

constexpr auto names(NotebookKind)
{
    return std::array<std::string_view, 7>{"alertRule", "alert",         "notice", "alertChannels",
                                           "message",   "settingChange", "advice"};
}

/// One record, whole: written again under its kind and id when it changes.
struct NotebookEntry {
    NotebookKind kind = NotebookKind::Alerts;
    std::int64_t id = 0; ///< from 1 in its kind
    TimeMs atMs = 0; ///< when it began; of an entry that is written again, the same again
    TimeMs endedMs = 0; ///< 0: it stands; what stands is all in memory, so let it end
    std::string body; ///< JSON, as the part of the hub that owns it writes it

    friend bool operator==(const NotebookEntry &, const NotebookEntry &) = default;
};

/// What a start finds.
struct Notebook {
    std::vector<NotebookEntry> standing; ///< in order of kind, then id
    std::map<NotebookKind, std::int64_t> lastIds; ///< kinds that have none are left out

    [[nodiscard]] std::int64_t lastId(NotebookKind kind) const
    {
        const auto it = lastIds.find(kind);
        return it == lastIds.end() ? 0 : it->second;
    }
};

/// Entries of one kind that began in [fromMs, toMs), newest first: by time and then id, from the beginning
/// (`fromMs` 0) by id alone.
struct NotesQuery {
    NotebookKind kind = NotebookKind::Alerts;
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
    std::int64_t beforeId = 0; ///< only smaller ids; 0: all. To read on behind a page
    std::int64_t limit = 200; ///< 1–5000
};

/// The statements that make version 6.
QStringList notebookMigration();
Result<Notebook> notebookOf(Connection &connection, std::int64_t branch);
Result<std::vector<NotebookEntry>> notesFor(Connection &connection, std::int64_t branch, const NotesQuery &query);

} // namespace tiepdon
