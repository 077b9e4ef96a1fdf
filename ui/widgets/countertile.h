// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timerring.h" // before ids.h: moc cannot read <compare> first
#include "core/base/ids.h"

#include <QAbstractButton>
#include <QPoint>

#include <functional>

namespace tiepdon {

/// One counter as a supervisor sees it. Texts are in the language spoken now; empty ones are left out.
struct CounterFigures {
    enum class State { Closed, Free, Called, Serving, OnBreak, WrapUp };

    std::int64_t number = 0; ///< as on its sign
    State state = State::Closed;
    QString stateDetail = {}; ///< what belongs to the state: "Meal since 11:40"
    QString who = {};
    QString profile = {};
    QString ticket = {};
    TimerFigures timer = {}; ///< of the ticket in hand, or of the break
    QString today = {}; ///< "1 put aside · 12 served today"
    QString todayShort = {}; ///< the same where room is short: "1 aside · 12 today"

    friend bool operator==(const CounterFigures &, const CounterFigures &) = default;
};

/// The type of what is dragged onto a counter; the bytes are the profile's id as text.
inline QString profileMimeType() { return QStringLiteral("application/x-tiepdon-profile"); }

/// The type of a person that is dragged onto a counter; the bytes are the id as text.
inline QString staffMimeType() { return QStringLiteral("application/x-tiepdon-staff"); }

/// The type of somebody who waits that is dragged onto a counter or a queue; the bytes are the ticket's id as text.
inline QString ticketMimeType() { return QStringLiteral("application/x-tiepdon-ticket"); }

/// What is dragged onto a counter: one of them is set.
struct CounterDrop {
    ProfileId profile = {};
    StaffId staff = {};
    TicketId ticket = {};

    [[nodiscard]] bool isSet() const { return profile.isSet() || staff.isSet() || ticket.isSet(); }
};

/// A counter on the supervisor's floor: a button (click, Space and Enter activate it; right click and the menu key
/// ask for its menu) onto which a work profile, a person or somebody who waits can be dragged.
class CounterTile : public QAbstractButton
{
    Q_OBJECT

public:
    /// Why something cannot be dropped here, in words, or nothing where it can.
    using DropCheck = std::function<QString(const CounterDrop &)>;

    explicit CounterTile(QWidget *parent = nullptr);

    void setFigures(const CounterFigures &figures);
    [[nodiscard]] const CounterFigures &figures() const { return m_figures; }
    /// Marked as the one that is looked at. Whoever has the tiles decides.
    void setSelected(bool isSelected);
    [[nodiscard]] bool isSelected() const { return m_isSelected; }
    /// Asked while something is dragged over it; without one everything can be dropped.
    void setDropCheck(DropCheck check) { m_dropCheck = std::move(check); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated();
    /// Where the menu should open, on the screen.
    void menuRequested(QPoint globalPos);
    /// Something is held over it, to say what the move would change; nothing set when it is gone again.
    void dropOver(const tiepdon::CounterDrop &drop);
    void dropped(const tiepdon::CounterDrop &drop);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void sayAloud();
    void endDrag();

    CounterFigures m_figures;
    DropCheck m_dropCheck;
    bool m_isSelected = false;
    bool m_isDragOver = false;
    QString m_dropRefusal; ///< why what is dragged over it cannot be dropped
};

} // namespace tiepdon
