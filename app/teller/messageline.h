// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

class QLabel;

namespace tiepdon {

class KeyButton;

/// What somebody who looks after the floor wrote to this counter, in one line, or two where it is long, until it
/// was read or its time is up. Never takes the keyboard. Hidden when there is nothing. The desk must outlive it.
class MessageLine : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit MessageLine(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings it up to the messages and the hub's time now.
    void refresh();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    TellerDesk &m_desk;
    QLabel *m_text;
    QLabel *m_more;
    KeyButton *m_read;
};

} // namespace tiepdon
