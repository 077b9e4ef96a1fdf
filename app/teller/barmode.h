// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/globalchord.h"
#include "app/teller/tellerbar.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace tiepdon {

class TellerWindow;

/// Bar or full window, one at a time, and the chord that reaches either from another program. From the bar the
/// chord borrows the keyboard for one key, which does what it does in the full window; while the full window is
/// shown the chord brings it to the front. Belongs to the window.
class BarMode : public QObject
{
    Q_OBJECT

public:
    explicit BarMode(TellerWindow &window);
    ~BarMode() override;

    [[nodiscard]] TellerBar &bar() const { return *m_bar; }
    [[nodiscard]] GlobalChord &chord() { return m_chord; }
    [[nodiscard]] bool isBar() const { return m_isBar; }
    void setBar(bool isBar);
    void toggle() { setBar(!m_isBar); }
    /// What a key typed for the bar does: F12 opens the window, Escape closes what the bar asks, and every other
    /// key does what it does in the full window.
    void onKey(QKeyCombination key);
    void tick();
    void retranslate();
    /// Why the chord does not work, and what to do; empty when it does or is not wanted.
    [[nodiscard]] QString chordProblem() const;

Q_SIGNALS:
    /// The chord works, or does not any longer.
    void chordChanged();

private:
    void onChord();
    void onHub();

    TellerWindow &m_window;
    GlobalChord m_chord;
    std::unique_ptr<TellerBar> m_bar;
    QPointer<QWidget> m_top; ///< the outermost window, hidden while the bar is shown
    bool m_isBar = false;
};

} // namespace tiepdon
