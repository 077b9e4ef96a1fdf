// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace tiepdon {

/// A button that shows the key it can be pressed with. The mouse does not take the keyboard's place: only
/// Tab moves the focus to it.
class KeyButton : public QPushButton
{
    Q_OBJECT

public:
    /// `key` as printed on the keyboard, for example "F2"; may be empty.
    KeyButton(const QString &key, bool isPrimary, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Sets the text and the accessible name, which says the key too.
    void setWords(const QString &text);
    /// Words at the left, key at the right, for buttons that stand beneath each other.
    void setSpread();
    /// Small enough for a line of 40 px.
    void setCompact();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] int keyGap() const;
    /// Of the key in its frame; 0 without one.
    [[nodiscard]] int keyWidth() const;

    QString m_key;
    bool m_isPrimary;
    bool m_isCompact = false;
    bool m_isSpread = false;
};

} // namespace tiepdon
