// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QAbstractNativeEventFilter>
#include <QKeyCombination>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace tiepdon {

/// A chord as it is written: "Ctrl+Alt+Space"; nothing for "none". InvalidParams, `detail` naming the "option", for
/// anything but one key with Ctrl, Alt or Meta.
Result<std::optional<QKeyCombination>> chordFrom(const QString &text);

/// One key combination of the whole X11 display, whichever program has the keyboard, and the keyboard itself for
/// one keystroke after it. Num Lock and Caps Lock do not matter. The display takes back both when the program ends,
/// however it ends. Elsewhere than on X11 it is not available. Lives on the main thread.
class GlobalChord : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    enum class State {
        Off, ///< not wanted
        NotAvailable, ///< this is no X11
        Ready,
        Taken, ///< another program has it
        NoSuchKey, ///< the keyboard has no such key
    };
    Q_ENUM(State)

    /// How long the keyboard is lent at most.
    static constexpr int kLentMs = 3000;

    explicit GlobalChord(QObject *parent = nullptr);
    ~GlobalChord() override;

    /// Gives back the one before, if any, and grabs this one.
    void set(std::optional<QKeyCombination> chord);
    [[nodiscard]] State state() const { return m_state; }
    /// As people read it: "Ctrl+Alt+Space".
    [[nodiscard]] QString text() const;

    /// Takes the keyboard until one key was typed or the time is up, and says `typed` and `givenBack`. False when
    /// another program holds it. Only right after `pressed`.
    bool lend();
    [[nodiscard]] bool isLent() const { return m_isLent; }
    /// At once; nothing when it is not lent.
    void giveBack();

Q_SIGNALS:
    /// Somebody pressed the chord.
    void pressed();
    /// The one key that was typed while the keyboard was lent, modifiers that were still held from the chord left
    /// out. A key this program has no name for is Qt::Key_unknown.
    void typed(QKeyCombination key);
    void givenBack();
    /// Another chord, or the same stands otherwise.
    void stateChanged();

private:
    struct Display; ///< what is known of the X11 display

    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;
    void setState(State state);
    void grab();
    void ungrab();
    void onKeymap();
    void onLentPress(quint8 keycode, quint16 modifiers);
    void onLentRelease(quint8 keycode);

    std::unique_ptr<Display> m_display; ///< null elsewhere than on X11
    std::optional<QKeyCombination> m_chord;
    State m_state = State::Off;
    QTimer m_lentTimer;
    QTimer m_keymapTimer;
    bool m_isLent = false;
    std::optional<quint8> m_typedCode; ///< typed and not let go yet
};

} // namespace tiepdon
