// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"

#include <QString>

#include <optional>

namespace tiepdon {

/// Why a change of settings was not taken and what to do, with the parts and fields it is about by their names.
[[nodiscard]] QString settingSentence(const Error &error, const SettingProposal &proposal,
                                      const SettingDraft &draft);
/// What is wrong with a field, as the branch says it.
[[nodiscard]] QString fieldSentence(const Error &error);
/// The part that two fields of an error's detail name: its kind and its id; nothing when they name none.
[[nodiscard]] std::optional<PartKey> partIn(const Error &error, const char *kind, const char *id);

} // namespace tiepdon
