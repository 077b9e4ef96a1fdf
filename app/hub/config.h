// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/hub.h"

#include <QString>

namespace tiepdon {

/// What a configuration file says.
struct HubFile {
    HubConfig config;
    QString runDirectory; ///< where hub.sock and hub.port are for other users' programs; empty: the data directory
};

/// Reads a hub's configuration file (TOML; packaging/hub.toml shows every key). FileNotReadable, or BadFile
/// with detail "file", "line" and "field": an unknown key, a wrong type or a value out of range.
Result<HubFile> hubFileFrom(const QString &file);

} // namespace tiepdon
