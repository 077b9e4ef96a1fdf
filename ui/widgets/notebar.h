// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tiepdon {

/// Something to know, in place, with a shape. Hidden when there is nothing; what went well goes by itself.
class NoteBar : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit NoteBar(bool canClose, QWidget *parent = nullptr);

    /// How long good news stays, unless the pointer is on it.
    static constexpr int kGoodNewsMs = 12000;

    void say(const QString &text, Tone tone);
    void clear();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Tone m_tone = Tone::Info;
    QTimer m_fade;
    QLabel *m_text;
    QPushButton *m_close;
};

} // namespace tiepdon
