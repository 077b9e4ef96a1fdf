// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QListView;

namespace tiepdon {

class FigureLabel;
class KeyButton;
class QueuesModel;

/// The left side of the working page: the work profile, its queues, and whom the hub would call next.
class QueuePanel : public QFrame
{
    Q_OBJECT

public:
    explicit QueuePanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings everything up to the hub's time now.
    void refresh();

Q_SIGNALS:
    void whyAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillProfiles();

    TellerDesk &m_desk;
    QueuesModel *m_queues;
    QLabel *m_profileTitle;
    QComboBox *m_profile;
    QLabel *m_queuesTitle;
    QListView *m_queueList;
    QFrame *m_nextCard;
    QLabel *m_nextTitle;
    FigureLabel *m_nextNumber;
    QLabel *m_nextService;
    QLabel *m_nextReason;
    KeyButton *m_why;
    QLabel *m_served;
};

} // namespace tiepdon
