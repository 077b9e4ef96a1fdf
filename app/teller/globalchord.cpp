// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/globalchord.h"

#include "app/teller/x11window.h"

#include <QGuiApplication>
#include <QKeySequence>

#include <xcb/xcb.h>
#include <xcb/xcb_keysyms.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace tiepdon {
namespace {

template <class Reply>
struct Free {
    void operator()(Reply *reply) const { std::free(reply); }
};
template <class Reply>
using Owned = std::unique_ptr<Reply, Free<Reply>>;

/// Keysyms of X11's keysymdef.h that are no Latin letters; those are numbered as Unicode is.
constexpr std::array<std::pair<xcb_keysym_t, Qt::Key>, 20> kNamedKeys{{
    {0xff1b, Qt::Key_Escape}, {0xff0d, Qt::Key_Return},   {0xff8d, Qt::Key_Enter},      {0xff08, Qt::Key_Backspace},
    {0xff09, Qt::Key_Tab},    {0xff13, Qt::Key_Pause},    {0xff14, Qt::Key_ScrollLock}, {0xff50, Qt::Key_Home},
    {0xff51, Qt::Key_Left},   {0xff52, Qt::Key_Up},       {0xff53, Qt::Key_Right},      {0xff54, Qt::Key_Down},
    {0xff55, Qt::Key_PageUp}, {0xff56, Qt::Key_PageDown}, {0xff57, Qt::Key_End},        {0xff61, Qt::Key_Print},
    {0xff63, Qt::Key_Insert}, {0xff67, Qt::Key_Menu},     {0xffff, Qt::Key_Delete},     {0x0020, Qt::Key_Space},
}};
constexpr xcb_keysym_t kFirstFunction = 0xffbe; // F1
constexpr xcb_keysym_t kLastFunction = 0xffe0; // F35
constexpr xcb_keysym_t kFirstModifier = 0xffe1; // Shift_L to Hyper_R
constexpr xcb_keysym_t kLastModifier = 0xffee;
constexpr xcb_keysym_t kNumLock = 0xff7f;
constexpr xcb_keysym_t kFirstKeypadDigit = 0xffb0;
/// Levels of a key in two groups: enough to find a digit where the layout has letters in its row.
constexpr int kColumns = 8;

constexpr std::uint16_t kChordMask = XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;

std::uint16_t maskOf(Qt::KeyboardModifiers modifiers)
{
    unsigned mask = 0;
    if (modifiers & Qt::ShiftModifier)
        mask |= XCB_MOD_MASK_SHIFT;
    if (modifiers & Qt::ControlModifier)
        mask |= XCB_MOD_MASK_CONTROL;
    if (modifiers & Qt::AltModifier)
        mask |= XCB_MOD_MASK_1;
    if (modifiers & Qt::MetaModifier)
        mask |= XCB_MOD_MASK_4;
    return static_cast<std::uint16_t>(mask);
}

Qt::KeyboardModifiers modifiersOf(std::uint16_t mask)
{
    Qt::KeyboardModifiers modifiers;
    if (mask & XCB_MOD_MASK_SHIFT)
        modifiers |= Qt::ShiftModifier;
    if (mask & XCB_MOD_MASK_CONTROL)
        modifiers |= Qt::ControlModifier;
    if (mask & XCB_MOD_MASK_1)
        modifiers |= Qt::AltModifier;
    if (mask & XCB_MOD_MASK_4)
        modifiers |= Qt::MetaModifier;
    return modifiers;
}

std::optional<xcb_keysym_t> symbolOf(Qt::Key key)
{
    for (const auto &[symbol, named] : kNamedKeys) {
        if (named == key)
            return symbol;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return kFirstFunction + static_cast<xcb_keysym_t>(key - Qt::Key_F1);
    if (key >= Qt::Key_A && key <= Qt::Key_Z) // keysyms of letters are those of the small ones
        return 'a' + static_cast<xcb_keysym_t>(key - Qt::Key_A);
    if (key > Qt::Key_Space && key < Qt::Key_AsciiTilde)
        return static_cast<xcb_keysym_t>(key);
    return {};
}

Qt::Key keyOf(xcb_keysym_t symbol)
{
    for (const auto &[named, key] : kNamedKeys) {
        if (named == symbol)
            return key;
    }
    if (symbol >= kFirstFunction && symbol <= kLastFunction)
        return static_cast<Qt::Key>(Qt::Key_F1 + static_cast<int>(symbol - kFirstFunction));
    if (symbol >= kFirstKeypadDigit && symbol <= kFirstKeypadDigit + 9)
        return static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(symbol - kFirstKeypadDigit));
    if (symbol >= 'a' && symbol <= 'z')
        return static_cast<Qt::Key>(Qt::Key_A + static_cast<int>(symbol - 'a'));
    if (symbol > ' ' && symbol < '~')
        return static_cast<Qt::Key>(symbol);
    return Qt::Key_unknown;
}

bool isModifier(xcb_keysym_t symbol)
{
    // the second range is of the third level and the group: ISO_Lock to ISO_Last_Group_Lock
    return (symbol >= kFirstModifier && symbol <= kLastModifier) || symbol == kNumLock
        || (symbol >= 0xfe01 && symbol <= 0xfe0f) || symbol == 0xff7e;
}

} // namespace

Result<std::optional<QKeyCombination>> chordFrom(const QString &text)
{
    if (text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
        return std::optional<QKeyCombination>();
    const Error bad{ErrorCode::InvalidParams,
                    "--chord wants one key with Ctrl, Alt or Meta, like Ctrl+Alt+Space, or none",
                    {{"option", "chord"}}};
    const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
    if (sequence.count() != 1)
        return bad;
    const QKeyCombination chord = sequence[0];
    const bool isHeld = chord.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!isHeld || !symbolOf(chord.key()))
        return bad;
    return std::optional(chord);
}

struct GlobalChord::Display {
    xcb_connection_t *connection = nullptr; ///< Qt's
    std::vector<xcb_window_t> roots;
    xcb_key_symbols_t *symbols = nullptr;
    std::uint8_t keymapEvent = 0; ///< of the keyboard extension; 0: there is none
    std::uint16_t numLock = 0;
    std::vector<xcb_keycode_t> codes; ///< grabbed
    std::uint16_t modifiers = 0; ///< of the chord
    xcb_timestamp_t lastTime = XCB_CURRENT_TIME;
    xcb_window_t lastRoot = 0;
    std::uint16_t stillHeld = 0; ///< modifiers not let go since the chord

    explicit Display(xcb_connection_t *of) : connection(of), symbols(xcb_key_symbols_alloc(of))
    {
        for (auto it = xcb_setup_roots_iterator(xcb_get_setup(connection)); it.rem > 0; xcb_screen_next(&it))
            roots.push_back(it.data->root);
        const char name[] = "XKEYBOARD";
        const Owned<xcb_query_extension_reply_t> keyboard(
            xcb_query_extension_reply(connection, xcb_query_extension(connection, sizeof name - 1, name), nullptr));
        if (keyboard && keyboard->present)
            keymapEvent = keyboard->first_event;
        findNumLock();
    }
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;
    ~Display() { xcb_key_symbols_free(symbols); }

    void readKeymap()
    {
        xcb_key_symbols_free(symbols);
        symbols = xcb_key_symbols_alloc(connection);
        findNumLock();
    }

    [[nodiscard]] std::vector<xcb_keycode_t> codesOf(xcb_keysym_t symbol) const
    {
        const Owned<xcb_keycode_t> found(xcb_key_symbols_get_keycode(symbols, symbol));
        std::vector<xcb_keycode_t> all;
        for (const xcb_keycode_t *code = found.get(); code && *code != XCB_NO_SYMBOL; ++code)
            all.push_back(*code);
        return all;
    }

    /// What a modifier key holds down; 0 for any other key.
    [[nodiscard]] std::uint16_t modifierOf(xcb_keycode_t code) const
    {
        const Owned<xcb_get_modifier_mapping_reply_t> mapping(
            xcb_get_modifier_mapping_reply(connection, xcb_get_modifier_mapping(connection), nullptr));
        if (!mapping)
            return 0;
        const xcb_keycode_t *codesOfAll = xcb_get_modifier_mapping_keycodes(mapping.get());
        unsigned mask = 0;
        for (unsigned modifier = 0; modifier < 8; ++modifier) {
            for (unsigned i = 0; i < mapping->keycodes_per_modifier; ++i) {
                if (codesOfAll[modifier * mapping->keycodes_per_modifier + i] == code)
                    mask |= 1U << modifier;
            }
        }
        return static_cast<std::uint16_t>(mask);
    }

    void findNumLock()
    {
        numLock = 0;
        for (const xcb_keycode_t code : codesOf(kNumLock))
            numLock = static_cast<std::uint16_t>(numLock | modifierOf(code));
    }

    /// The key's symbol; a digit wherever the layout has it, so that a choice's number can be typed on any.
    [[nodiscard]] xcb_keysym_t symbolAt(xcb_keycode_t code) const
    {
        const xcb_keysym_t plain = xcb_key_symbols_get_keysym(symbols, code, 0);
        for (int column = 0; column < kColumns; ++column) {
            const xcb_keysym_t symbol = xcb_key_symbols_get_keysym(symbols, code, column);
            const bool isDigit = (symbol >= '0' && symbol <= '9')
                || (symbol >= kFirstKeypadDigit && symbol <= kFirstKeypadDigit + 9);
            if (isDigit)
                return symbol;
        }
        return plain;
    }

    /// The chord's modifiers with every combination of the locks.
    [[nodiscard]] std::vector<std::uint16_t> masks() const
    {
        std::vector<std::uint16_t> all;
        for (const unsigned lock : {0U, static_cast<unsigned>(XCB_MOD_MASK_LOCK)}) {
            for (const unsigned num : {0U, static_cast<unsigned>(numLock)})
                all.push_back(static_cast<std::uint16_t>(modifiers | lock | num));
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    void ungrab()
    {
        for (const xcb_window_t root : roots) {
            for (const xcb_keycode_t code : codes) {
                for (const std::uint16_t mask : masks())
                    xcb_ungrab_key(connection, code, root, mask);
            }
        }
        codes.clear();
        xcb_flush(connection);
    }

    /// False when another program has any of it; nothing is grabbed then.
    bool grab(std::vector<xcb_keycode_t> all)
    {
        codes = std::move(all);
        std::vector<xcb_void_cookie_t> asked;
        for (const xcb_window_t root : roots) {
            for (const xcb_keycode_t code : codes) {
                for (const std::uint16_t mask : masks())
                    asked.push_back(xcb_grab_key_checked(connection, 0, root, mask, code, XCB_GRAB_MODE_ASYNC,
                                                         XCB_GRAB_MODE_ASYNC));
            }
        }
        bool isRefused = false;
        for (const xcb_void_cookie_t cookie : asked) {
            const Owned<xcb_generic_error_t> error(xcb_request_check(connection, cookie));
            isRefused = isRefused || error;
        }
        if (isRefused)
            ungrab();
        return !isRefused;
    }
};

GlobalChord::GlobalChord(QObject *parent) : QObject(parent)
{
    if (xcb_connection_t *connection = x11Connection()) {
        m_display = std::make_unique<Display>(connection);
        qGuiApp->installNativeEventFilter(this);
    }
    m_lentTimer.setSingleShot(true);
    m_lentTimer.setInterval(kLentMs);
    connect(&m_lentTimer, &QTimer::timeout, this, &GlobalChord::giveBack);
    m_keymapTimer.setSingleShot(true);
    m_keymapTimer.setInterval(0); // one keymap is told in several events
    connect(&m_keymapTimer, &QTimer::timeout, this, &GlobalChord::onKeymap);
}

GlobalChord::~GlobalChord()
{
    if (!m_display)
        return;
    qGuiApp->removeNativeEventFilter(this);
    if (m_isLent)
        xcb_ungrab_keyboard(m_display->connection, XCB_CURRENT_TIME);
    m_display->ungrab();
}

void GlobalChord::set(std::optional<QKeyCombination> chord)
{
    giveBack();
    ungrab();
    m_chord = chord;
    m_state = State::Off;
    grab();
    if (m_state == State::Off)
        Q_EMIT stateChanged();
}

QString GlobalChord::text() const
{
    return m_chord ? QKeySequence(*m_chord).toString(QKeySequence::PortableText) : QString();
}

void GlobalChord::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void GlobalChord::grab()
{
    if (!m_chord) {
        setState(State::Off);
        return;
    }
    if (!m_display) {
        setState(State::NotAvailable);
        return;
    }
    const auto symbol = symbolOf(m_chord->key());
    auto codes = symbol ? m_display->codesOf(*symbol) : std::vector<xcb_keycode_t>();
    if (codes.empty()) {
        setState(State::NoSuchKey);
        return;
    }
    m_display->modifiers = maskOf(m_chord->keyboardModifiers());
    setState(m_display->grab(std::move(codes)) ? State::Ready : State::Taken);
}

void GlobalChord::ungrab()
{
    if (m_display)
        m_display->ungrab();
}

void GlobalChord::onKeymap()
{
    const auto before = m_display->codes;
    const std::uint16_t numLockBefore = m_display->numLock;
    const auto symbol = m_chord ? symbolOf(m_chord->key()) : std::nullopt;
    Display now(m_display->connection);
    if (symbol && now.codesOf(*symbol) == before && now.numLock == numLockBefore) {
        m_display->readKeymap();
        return;
    }
    ungrab(); // by what was grabbed
    m_display->readKeymap();
    grab();
}

bool GlobalChord::lend()
{
    if (!m_display || m_isLent)
        return m_isLent;
    const Owned<xcb_grab_keyboard_reply_t> reply(
        xcb_grab_keyboard_reply(m_display->connection,
                                xcb_grab_keyboard(m_display->connection, 0, m_display->lastRoot,
                                                  m_display->lastTime, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC),
                                nullptr));
    if (!reply || reply->status != XCB_GRAB_STATUS_SUCCESS)
        return false;
    m_isLent = true;
    m_typedCode.reset();
    m_display->stillHeld = m_display->modifiers;
    m_lentTimer.start();
    return true;
}

void GlobalChord::giveBack()
{
    if (!m_isLent)
        return;
    m_isLent = false;
    m_typedCode.reset();
    m_lentTimer.stop();
    xcb_ungrab_keyboard(m_display->connection, XCB_CURRENT_TIME);
    xcb_flush(m_display->connection);
    Q_EMIT givenBack();
}

void GlobalChord::onLentPress(quint8 keycode, quint16 modifiers)
{
    if (m_typedCode) // one key, also when it repeats or another comes before it is let go
        return;
    const xcb_keysym_t symbol = m_display->symbolAt(keycode);
    if (isModifier(xcb_key_symbols_get_keysym(m_display->symbols, keycode, 0)))
        return;
    m_typedCode = keycode;
    const auto held = static_cast<std::uint16_t>(modifiers & kChordMask & ~m_display->stillHeld);
    Q_EMIT typed(QKeyCombination(modifiersOf(held), keyOf(symbol)));
}

void GlobalChord::onLentRelease(quint8 keycode)
{
    m_display->stillHeld = static_cast<std::uint16_t>(m_display->stillHeld & ~m_display->modifierOf(keycode));
    // not before it is let go: the program below would get what a held key repeats
    if (m_typedCode == keycode)
        giveBack();
}

bool GlobalChord::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const std::uint8_t type = event->response_type & 0x7fU;
    if (type == XCB_MAPPING_NOTIFY || (m_display->keymapEvent != 0 && type == m_display->keymapEvent)) {
        // of the extension's events, a new keyboard (0) and a new map (1)
        if (type == XCB_MAPPING_NOTIFY || event->pad0 <= 1)
            m_keymapTimer.start();
        return false;
    }
    if (type != XCB_KEY_PRESS && type != XCB_KEY_RELEASE)
        return false;
    xcb_key_press_event_t key; // a release is built the same
    static_assert(sizeof key == sizeof(xcb_key_release_event_t));
    std::memcpy(&key, message, sizeof key);
    const bool isPress = type == XCB_KEY_PRESS;
    if (m_isLent) {
        if (isPress)
            onLentPress(key.detail, key.state);
        else
            onLentRelease(key.detail);
        return true;
    }
    const auto &codes = m_display->codes;
    const bool isChord = std::find(codes.begin(), codes.end(), key.detail) != codes.end()
        && (key.state & kChordMask) == m_display->modifiers && key.event == key.root;
    if (!isChord)
        return false;
    if (isPress) {
        m_display->lastTime = key.time;
        m_display->lastRoot = key.root;
        Q_EMIT pressed();
    }
    return true;
}

} // namespace tiepdon
