// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/kiosklook.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QStringList>

#include <optional>

namespace tiepdon {

/// A button for fingers: a title that wraps, lines below it, large as its page wants it. Its focus is seen once a
/// key was used. Enter presses it; arrows go to whoever lays it out.
class TouchButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Plain, Primary, Quiet };

    TouchButton(const QString &objectName, Kind kind, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Smaller lines below the title. `tone` gives the last line its shape and colour.
    void setLines(const QStringList &lines, std::optional<Tone> tone = {});
    [[nodiscard]] QStringList lines() const { return m_lines; }
    /// More choices lie behind it.
    void setLeadsOn(bool leadsOn);
    /// A mode that is on is shown as such.
    void setOn(bool isOn);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// The key that presses it, 1–9, shown once keys are used; 0 none.
    void setDigit(int digit);
    [[nodiscard]] int digit() const { return m_digit; }
    void setTextSizes(int title, int line);

    /// Whether keys are used: focus and digits are shown.
    static void setKeysUsed(bool areUsed);
    static bool areKeysUsed();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void say();
    [[nodiscard]] QFont titleFont() const;

    Kind m_kind;
    QStringList m_lines;
    std::optional<Tone> m_tone;
    bool m_leadsOn = false;
    bool m_isOn = false;
    int m_digit = 0;
    int m_titleSize = 24;
    int m_lineSize = 18;
};

} // namespace tiepdon
