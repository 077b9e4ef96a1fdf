// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/alertsignals.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tiepdon {

/// How alerts reach whoever works at this PC: sound and the system's notifications, and whether it has any. The
/// signals must outlive it.
class SignalsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit SignalsPanel(AlertSignals &signals, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keep();
    void retranslate();

    AlertSignals &m_signals;
    QLabel *m_title;
    QCheckBox *m_sound;
    QCheckBox *m_notices;
    QLabel *m_missing;
    QPushButton *m_try;
};

} // namespace tiepdon
