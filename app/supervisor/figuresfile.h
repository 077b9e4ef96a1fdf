// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/figuresmessage.h"
#include "ui/session/csvtext.h"

#include <QByteArray>
#include <QString>

namespace tiepdon {

/// A day's figures as a table for spreadsheets: what they are of and what was left out first, then a row for
/// everybody, each half hour, service, segment and counter. In the language windows speak now.
[[nodiscard]] QByteArray figuresCsv(const DayFigures &figures, const BranchState &branch, CsvStyle style);

/// The same to print, on A4: headline, charts as vectors, tables. `nowMs`: when it was made, by the hub's clock.
[[nodiscard]] QByteArray figuresPdf(const DayFigures &figures, const BranchState &branch, TimeMs nowMs);

/// "figures-Chi-nhánh-Bến-Thành-2026-03-02".
[[nodiscard]] QString figuresFileName(const DayFigures &figures, const BranchState &branch);

} // namespace tiepdon
