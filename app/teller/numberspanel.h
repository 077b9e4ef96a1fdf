// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

class QComboBox;
class QListWidget;

namespace tiepdon {

/// The numbers somebody is found by: another phone, a new document, one that is wrong.
class NumbersPanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit NumbersPanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    /// Adds what was typed.
    void confirm() override;
    bool refused(const Error &error) override;
    void retranslate() override;

private:
    void fill();
    /// Asks once more before the one chosen is taken out: as it is masked, nobody could type it again.
    void remove();

    QListWidget *m_list;
    KeyButton *m_remove;
    QComboBox *m_kind;
    QLineEdit *m_value;
    std::vector<Identifier> m_all;
    IdentifierId m_asked; ///< to be taken out with the next press
};

} // namespace tiepdon
