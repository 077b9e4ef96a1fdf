// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/touchbutton.h"
#include "ui/session/language.h"

class QLabel;

namespace tiepdon {

/// One thing said calmly, in the middle, perhaps with one button. In both languages where nobody has chosen one
/// yet.
class NoticePage : public KioskPage
{
    Q_OBJECT

public:
    explicit NoticePage(QWidget *parent = nullptr);

    /// The other language's may be empty.
    void setNotice(Tone tone, const LocalText &title, const LocalText &hint);
    /// The language spoken alone.
    void setNotice(Tone tone, const QString &title, const QString &hint);
    /// Empty: no button.
    void setButton(const QString &text);
    void setLook(const Look &look) override;
    [[nodiscard]] QString said() const override;
    [[nodiscard]] QWidget *first() const override;

Q_SIGNALS:
    void pressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    Look m_look;
    Tone m_tone = Tone::Info;
    QRect m_shape;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_titleOther;
    QLabel *m_hintOther;
    TouchButton *m_button;
};

} // namespace tiepdon
