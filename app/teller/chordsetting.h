// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QKeyCombination>
#include <QString>

#include <optional>

namespace tiepdon {

/// The chord this workplace uses. `asked`, as on the command line, is kept in the folder for the next starts; empty
/// reads what was kept there, and where nothing was, or nothing that makes sense, Ctrl+Alt+Space. The folder may be
/// empty: nothing is read or kept. InvalidParams as `chordFrom` gives it, and nothing is kept then.
Result<std::optional<QKeyCombination>> chordSetting(const QString &asked, const QString &folder);

} // namespace tiepdon
