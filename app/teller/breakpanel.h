// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>
#include <QString>

#include <array>

class QLabel;

namespace tiepdon {

class KeyButton;

/// Why a break is taken: chosen in place by a figure, by Tab and Enter, or by mouse. Hidden until opened.
class BreakPanel : public QFrame
{
    Q_OBJECT

public:
    explicit BreakPanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// Nothing when a break cannot begin now.
    void open();
    void close();
    /// What Enter does: presses the button with the focus.
    void press();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    static constexpr std::array kReasons{BreakReason::Meal, BreakReason::Rest, BreakReason::Paperwork,
                                         BreakReason::Meeting, BreakReason::Other};

    TellerDesk &m_desk;
    QLabel *m_title;
    std::array<KeyButton *, kReasons.size()> m_reasons{};
    KeyButton *m_cancel;
};

} // namespace tiepdon
