// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
struct xcb_connection_t;

// What Qt has no words for and X11 window managers want to be told. Nothing happens elsewhere than on X11.

namespace tiepdon {

/// Qt's own connection to the display; null elsewhere than on X11.
xcb_connection_t *x11Connection();

/// Makes a window along the top of a screen what panels are (EWMH: a dock, on every workspace, with its height kept
/// free): window managers keep it above the others, do not focus or list it, and maximise others below it. After
/// its geometry is set, and before it is shown: a window manager looks then.
void makePanel(QWidget &window);

/// Brings a window that is shown to the front and gives it the keyboard, although the person's last key went to
/// another program (EWMH, _NET_ACTIVE_WINDOW as a pager asks).
void bringForward(QWidget &window);

} // namespace tiepdon
