// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

#include <array>

class QCheckBox;
class QComboBox;

namespace tiepdon {

/// A new profile: a name and what is known besides, typed or scanned, and what the customer agrees to, which is
/// never ticked beforehand. With a ticket in hand it is theirs at once.
class CreatePanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit CreatePanel(TellerCustomer &customer, QWidget *parent = nullptr);

    /// `typed` goes where it looks as if it belonged.
    void open(const QString &typed, const ScannedCard &scanned);

Q_SIGNALS:
    /// There are such profiles; they are found by this.
    void showAsked(const QString &text);

protected:
    void confirm() override { create(false); }
    bool refused(const Error &error) override;
    void retranslate() override;

private:
    void create(bool isSure);
    /// Asks whether it is the same person, in the place of the agreements: there is room for one.
    void showExists(bool isThere);
    /// What was typed as a profile; nothing, and said where, when a field is not what it should be.
    [[nodiscard]] std::optional<Customer> typed();
    void refuse(QLineEdit &field, const QString &why);

    static constexpr std::array kPurposes{ConsentPurpose::Profile, ConsentPurpose::Contact,
                                          ConsentPurpose::Greeting, ConsentPurpose::Offers};

    QComboBox *m_form;
    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_document;
    QLineEdit *m_birth;
    QComboBox *m_language;
    std::array<QCheckBox *, kPurposes.size()> m_consents{};
    std::array<QLabel *, kPurposes.size()> m_wordings{};
    QWidget *m_agreements;
    QWidget *m_exists;
    QLabel *m_existsText;
    KeyButton *m_show;
    KeyButton *m_anyway;
    ScannedCard m_scanned;
};

/// All forms of address, and all languages windows know by name; what is chosen stays chosen.
void fillForms(QComboBox &box);
void fillLanguages(QComboBox &box);

} // namespace tiepdon
