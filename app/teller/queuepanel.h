// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

#include <array>

class QComboBox;
class QLabel;
class QListView;

namespace tiepdon {

class FigureLabel;
class KeyButton;
class ParkedModel;
class QueuesModel;
class SegmentChip;

/// The left side of the working page: the work profile, its queues, who is parked, whom the hub would call next,
/// and the day so far of whoever is at work.
class QueuePanel : public QFrame
{
    Q_OBJECT

public:
    explicit QueuePanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings everything up to the hub's time now.
    void refresh();
    /// Who comes next, as far as somebody said it; shown with their ticket.
    void setPreview(QWidget *preview);
    /// Whether the keyboard chooses among the queues.
    [[nodiscard]] bool isChoosing() const;
    /// Opens the queue the keyboard is on, as a click does.
    void openChosen();

Q_SIGNALS:
    void whyAsked();
    /// One of its people is to be chosen.
    void queueOpened(tiepdon::ServiceId service);
    void findAsked();
    void parkedAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillProfiles();
    void refreshDay();
    void refreshParked();
    void refreshNext(TimeMs now);
    [[nodiscard]] QWidget *makeNext();
    [[nodiscard]] QWidget *makeParked();
    [[nodiscard]] QWidget *makeDay();

    static constexpr std::size_t kFigures = 4;

    TellerDesk &m_desk;
    QueuesModel *m_queues;
    QLabel *m_profileTitle;
    QComboBox *m_profile;
    QLabel *m_queuesTitle;
    KeyButton *m_find;
    QListView *m_queueList;
    ParkedModel *m_parked;
    QLabel *m_parkedTitle;
    KeyButton *m_parkedOpen;
    QListView *m_parkedList;
    QFrame *m_nextCard;
    QLabel *m_nextTitle;
    FigureLabel *m_nextNumber;
    QLabel *m_nextService;
    SegmentChip *m_nextSegment;
    QLabel *m_nextFacts;
    QLabel *m_nextReason;
    KeyButton *m_why;
    QLabel *m_dayTitle;
    std::array<FigureLabel *, kFigures> m_figures{}; ///< served, mean time, no-shows, breaks
    std::array<QLabel *, kFigures> m_figureNames{};
};

} // namespace tiepdon
