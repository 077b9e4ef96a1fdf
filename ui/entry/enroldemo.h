// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/program.h"

namespace tiepdon {

/// The enrolment page of a program in a named state: enrol, enrol-error, enrol-keychain.
QStringList enrolDemoStates();
/// No window for another name.
Demo enrolDemo(const QString &name, Language &language);

} // namespace tiepdon
