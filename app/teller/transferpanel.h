// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace tiepdon {

class KeyButton;

/// Where the ticket in hand goes to, a service, one counter or one colleague, at which place and when; or what it
/// needs besides in this visit. Chosen in place, by keyboard or mouse. Hidden until opened.
class TransferPanel : public DeskPanel
{
    Q_OBJECT

public:
    explicit TransferPanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// Shows the choice for the ticket in hand; nothing when it can go nowhere.
    void open();

protected:
    void onEnter() override;
    void follow() override;
    void retranslate() override;

private:
    enum class Aim { Service, Counter, Colleague, Further };
    static constexpr std::size_t kAims = 4;
    static constexpr std::array<TimeMs, 5> kDelaysMs{0, 5 * kMinuteMs, 10 * kMinuteMs, 15 * kMinuteMs,
                                                     30 * kMinuteMs};

    [[nodiscard]] QWidget *makeTransferOptions();
    [[nodiscard]] QWidget *makeFurtherOptions();
    void aimAt(Aim aim);
    void fill();
    void fillServices();
    void refresh();
    void confirm();
    void addRow(const QString &text, std::int64_t id);
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] std::int64_t chosen() const;
    [[nodiscard]] TransferPlace place() const;
    [[nodiscard]] TimeMs delayMs() const;
    /// What will happen, in a sentence.
    [[nodiscard]] QString outlook() const;

    TicketId m_ticket;
    Aim m_aim = Aim::Service;
    QLabel *m_title;
    std::array<KeyButton *, kAims> m_aims{};
    QListWidget *m_list;
    QComboBox *m_service; ///< what the person needs at a counter or of a colleague
    QStackedWidget *m_options;
    QLabel *m_placeTitle;
    QRadioButton *m_byTime;
    QRadioButton *m_first;
    QRadioButton *m_last;
    QLabel *m_delayTitle;
    std::array<QRadioButton *, kDelaysMs.size()> m_delays{};
    QCheckBox *m_back;
    QLabel *m_planned;
    QPushButton *m_takeBack;
    QLabel *m_outlook;
    KeyButton *m_confirm;
    KeyButton *m_cancel;
};

/// The services planned after the one in hand, in order: "Cards → Deposits (counter 3)"; empty where there are
/// none.
QString plannedText(const BranchState &branch, const Ticket &ticket);

} // namespace tiepdon
