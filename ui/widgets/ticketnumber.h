// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace tiepdon {

class FigureLabel;
class StateChip;

/// A printed ticket and how it stands. `detail` is in the language spoken now and may be empty: "recalls: 2".
struct TicketFigures {
    enum class State { Waiting, Called, Serving, Finished, NoShow, Cancelled, Later, Parked, WrapUp, Abandoned };

    QString number = {};
    State state = State::Waiting;
    QString detail = {};

    friend bool operator==(const TicketFigures &, const TicketFigures &) = default;
};

/// A ticket's number as large as it is printed, under the shape and word of how it stands.
class TicketNumber : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit TicketNumber(QWidget *parent = nullptr, int pixelSize = sizes::kTicket);

    void setFigures(const TicketFigures &figures);
    [[nodiscard]] QString text() const { return m_figures.number; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void sayAloud();

    TicketFigures m_figures;
    StateChip *m_state;
    FigureLabel *m_number;
};

} // namespace tiepdon
