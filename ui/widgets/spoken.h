// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tiepdon {

/// Tells assistive technology what the project's own widgets are; once per program, after QApplication is made.
/// Qt knows its own classes. Every other widget it calls a filler, which screen readers pass over, and a QFrame it
/// calls a frame, which to them is a window. With this
/// - a widget that paints a text and says it as its accessible name is a label (no class needs to do more),
/// - a widget that is a window is a window, a QFrame around others is a panel,
/// - a button that paints itself is a button, selected when it is checked,
/// - what appears to say something, an error or a question, is an alert.
/// Other widgets one can act on derive from one of Qt's, or bring a QAccessibleInterface of their own.
void installSpokenRoles();

} // namespace tiepdon
