// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

#include <array>

class QCheckBox;
class QComboBox;

namespace tiepdon {

/// How somebody is addressed, what they need and how they like it. What was not touched is not written; where
/// somebody else changed the profile meanwhile, that is said, and what was chosen here stands to be written again.
class EditPanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit EditPanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    void confirm() override;
    void retranslate() override;

private:
    [[nodiscard]] std::vector<Need> needs() const;
    [[nodiscard]] Preferences preferences() const;

    static constexpr std::size_t kNeeds = names(Need{}).size();

    QComboBox *m_form;
    QComboBox *m_language;
    QComboBox *m_channel;
    QComboBox *m_quietFrom;
    QComboBox *m_quietTo;
    QLabel *m_quietTitle;
    QLineEdit *m_wishes;
    std::array<QCheckBox *, kNeeds> m_needs{};
    Customer m_before; ///< as it was opened
};

} // namespace tiepdon
