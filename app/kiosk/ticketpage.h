// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/ticketlayout.h"
#include "app/kiosk/touchbutton.h"

class QLabel;

namespace tiepdon {

/// The ticket as it looks on paper.
class TicketPaper : public QWidget
{
    Q_OBJECT

public:
    explicit TicketPaper(QWidget *parent = nullptr);
    void setTicket(std::unique_ptr<TicketLayout> ticket);
    /// The part of `area` a ticket fills.
    [[nodiscard]] QRect fitted(const QRect &area) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::unique_ptr<TicketLayout> m_ticket;
};

/// A ticket that was given: its number as large as can be, and all it says.
class TicketPage : public KioskPage
{
    Q_OBJECT

public:
    /// What becomes of the paper.
    enum class Printing { NotWanted, UnderWay, Done, Failed };

    explicit TicketPage(QWidget *parent = nullptr);

    void setTicket(const TicketFacts &facts, const Paper &paper);
    void setPrinting(Printing printing);
    [[nodiscard]] Printing printing() const { return m_printing; }
    /// Whole seconds until the page goes.
    void setSecondsLeft(int seconds);
    void setLook(const Look &look) override;
    [[nodiscard]] QString said() const override;
    [[nodiscard]] QWidget *first() const override { return m_done; }

Q_SIGNALS:
    void done();
    void moreTimeAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void layOut();

    Look m_look;
    TicketFacts m_facts;
    Paper m_paper = kPaper80;
    Printing m_printing = Printing::NotWanted;
    int m_secondsLeft = 0;
    QLabel *m_label;
    QLabel *m_number;
    QLabel *m_service;
    QLabel *m_about;
    QLabel *m_print;
    QLabel *m_left;
    TicketPaper *m_picture;
    TouchButton *m_done;
    TouchButton *m_more;
};

} // namespace tiepdon
