// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QKeyCombination>
#include <QStringList>

#include <vector>

class QHBoxLayout;

namespace tiepdon {

class ElidedLabel;
class FigureLabel;
class KeyButton;
class StateChip;
class WorkPage;

/// The teller's window in one line, for the top of a screen that other software fills: how the counter stands, the
/// ticket, who it is, what for, the clock against its target, and what can be done now. It stays above all, on
/// every workspace, and never takes the keyboard, not by a click either. It decides nothing: every button asks for
/// the key it shows. What one line cannot hold is said in short. Desk and page must outlive it.
class TellerBar : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    static constexpr int kHeight = 40;

    TellerBar(TellerDesk &desk, const WorkPage &work, QWidget *parent = nullptr);

    /// Who is at the counter or comes next, as far as known: how they are addressed, and what they need
    /// ("wheelchair"). Of the ticket shown now, and gone with it.
    void setCustomer(const QString &name, const QStringList &needs);
    /// The chord that lends the keyboard, or why there is none; empty says nothing.
    void setChord(const QString &text, Tone tone);
    /// The keyboard is lent: one key is waited for.
    void setLent(bool isLent);
    /// What the last key did not do; until the next one. Empty for nothing.
    void setRefused(const QString &text);

    /// Stands along the top of the available part of the screen it is on, or of `screen` for the first time.
    void present(QScreen *screen);
    /// Brings state and times up to now.
    void refresh();
    /// What the line says beside its buttons.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// A button asks for what this key does in the full window; F12 for the window itself.
    void keyAsked(QKeyCombination key);
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    /// A button, and the key it stands for.
    struct Offer {
        QKeyCombination key;
        QString keyText;
        QString words;
        bool isPrimary = false;
        bool isEnabled = true;
        friend bool operator==(const Offer &, const Offer &) = default;
    };

    void place();
    void retranslate();
    void showSaid(const QString &word, Tone tone, const QString &sentence, const std::vector<Offer> &offers);
    void showChoice();
    void showCounter();
    void showTicket(const Ticket &ticket);
    void showNext();
    void offer(const std::vector<Offer> &offers);
    /// What can be done now, the least needed last.
    [[nodiscard]] std::vector<Offer> offers() const;
    [[nodiscard]] std::vector<Offer> choiceOffers() const;
    [[nodiscard]] std::vector<Offer> goalOffers() const;
    [[nodiscard]] std::vector<Offer> messageOffers() const;
    /// As many of the first as there is room for beside what is always said.
    [[nodiscard]] std::vector<Offer> fitting(std::vector<Offer> offers);
    /// What the buttons take side by side.
    [[nodiscard]] int widthOf(const std::vector<Offer> &offers);
    [[nodiscard]] KeyButton *makeButton(const Offer &offer);
    [[nodiscard]] TicketId shownTicket() const;
    [[nodiscard]] QString noteToSay();

    TellerDesk &m_desk;
    const WorkPage &m_work;
    StateChip *m_state;
    FigureLabel *m_number;
    ElidedLabel *m_name;
    ElidedLabel *m_needs;
    ElidedLabel *m_service;
    FigureLabel *m_clock;
    StateChip *m_pace;
    ElidedLabel *m_said;
    QHBoxLayout *m_row;
    QHBoxLayout *m_buttonRow;
    std::vector<KeyButton *> m_buttons;
    std::vector<Offer> m_offers;
    ElidedLabel *m_chord;
    KeyButton *m_full;
    QScreen *m_screen = nullptr;
    TicketId m_customerOf;
    QString m_customerName;
    QStringList m_customerNeeds;
    Tone m_chordTone = Tone::Neutral;
    QString m_refused;
    QString m_note; ///< the page's note that was said last
    QElapsedTimer m_noteSince;
    bool m_isLent = false;
};

} // namespace tiepdon
