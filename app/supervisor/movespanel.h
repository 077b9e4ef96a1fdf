// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace tiepdon {

class EmptyState;
class KeyButton;

/// The last things done here, newest first, each with whether it can be taken back still, and why not.
class MovesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MovesPanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    void open();
    void close();
    void tick();

Q_SIGNALS:
    void undoAsked(int move);
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void undoChosen();

    SupervisorDesk &m_desk;
    QLabel *m_title;
    QListWidget *m_list;
    EmptyState *m_empty;
    QLabel *m_why;
    KeyButton *m_undo;
    KeyButton *m_close;
};

} // namespace tiepdon
