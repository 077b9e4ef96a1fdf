// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/x11window.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <xcb/xcb.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <span>
#include <string_view>

namespace tiepdon {
namespace {

/// 0 when there is none.
xcb_atom_t atom(xcb_connection_t *display, std::string_view name)
{
    xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply(
        display, xcb_intern_atom(display, 0, static_cast<std::uint16_t>(name.size()), name.data()), nullptr);
    const xcb_atom_t found = reply ? reply->atom : 0;
    std::free(reply);
    return found;
}

} // namespace

xcb_connection_t *x11Connection()
{
    // other platforms may have the interface and nothing behind it
    auto *x11 = QGuiApplication::platformName() == QLatin1String("xcb")
        ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>()
        : nullptr;
    return x11 ? x11->connection() : nullptr;
}

void makePanel(QWidget &window)
{
    xcb_connection_t *display = x11Connection();
    if (!display)
        return;
    const auto self = static_cast<xcb_window_t>(window.winId());
    const auto set = [&](std::string_view name, xcb_atom_t type, std::span<const std::uint32_t> values) {
        xcb_change_property(display, XCB_PROP_MODE_REPLACE, self, atom(display, name), type, 32,
                            static_cast<std::uint32_t>(values.size()), values.data());
    };
    const std::array all{0xffffffffU};
    set("_NET_WM_DESKTOP", XCB_ATOM_CARDINAL, all);
    const std::array dock{atom(display, "_NET_WM_WINDOW_TYPE_DOCK")};
    set("_NET_WM_WINDOW_TYPE", XCB_ATOM_ATOM, dock);
    // physical pixels, from the top of the whole display
    const QRect at = window.geometry();
    const qreal ratio = window.devicePixelRatioF();
    const QPoint origin = window.screen() ? window.screen()->geometry().topLeft() : QPoint();
    const auto pixels = [ratio](int length) { return static_cast<std::uint32_t>(std::lround(length * ratio)); };
    const auto top = static_cast<std::uint32_t>(origin.y()) + pixels(at.y() - origin.y() + at.height());
    const auto left = static_cast<std::uint32_t>(origin.x()) + pixels(at.x() - origin.x());
    std::array<std::uint32_t, 12> strut = {};
    strut[2] = top;
    strut[8] = left;
    strut[9] = left + pixels(at.width()) - 1;
    set("_NET_WM_STRUT_PARTIAL", XCB_ATOM_CARDINAL, strut);
    xcb_flush(display);
}

void bringForward(QWidget &window)
{
    window.raise();
    window.activateWindow();
    xcb_connection_t *display = x11Connection();
    if (!display)
        return;
    xcb_client_message_event_t message = {};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = static_cast<xcb_window_t>(window.winId());
    message.type = atom(display, "_NET_ACTIVE_WINDOW");
    message.data.data32[0] = 2; // asked for by the person, not by the program
    message.data.data32[1] = XCB_CURRENT_TIME;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    xcb_send_event(display, 0, root, XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                   reinterpret_cast<const char *>(&message));
    xcb_flush(display);
}

} // namespace tiepdon
