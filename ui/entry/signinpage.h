// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entrypage.h"

namespace tiepdon {

class PasswordField;

/// Asks who is there: account and password.
class SignInPage : public EntryPage
{
    Q_OBJECT

public:
    explicit SignInPage(BranchLink &link, QWidget *parent = nullptr);

    void begin() override;
    void reset() override;
    /// The password typed last, for a page that goes on with it; forgets it.
    [[nodiscard]] QString takePassword();

protected:
    void submit() override;
    [[nodiscard]] QString primaryWords() const override { return tr("Sign in"); }
    [[nodiscard]] QString busyWords() const override { return tr("Signing in…"); }
    [[nodiscard]] QLineEdit *fieldToCorrect() const override;
    void retranslate() override;

private:
    BranchLink &m_link;
    QLineEdit *m_account;
    PasswordField *m_password;
    QLabel *m_accountCaption;
    QLabel *m_passwordCaption;
};

} // namespace tiepdon
