// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/log.h"
#include "core/store/notebook.h"
#include "core/wire/json.h"

#include <optional>
#include <string>

namespace tiepdon {

/// What an entry of the notebook holds; nothing, and a line in the log, when it is no such thing.
template <class T>
std::optional<T> readEntry(const NotebookEntry &entry)
{
    const auto json = parseJson(entry.body);
    auto value = json ? fromJson<T>(*json, UnknownFields::Ignore) : Result<T>(json.error());
    if (value)
        return std::move(value).value();
    const auto kinds = names(entry.kind);
    logLine(LogLevel::Error, "a notebook entry cannot be read",
            {{"kind", std::string(kinds.at(static_cast<std::size_t>(entry.kind)))}, {"id", entry.id}});
    return std::nullopt;
}

} // namespace tiepdon
