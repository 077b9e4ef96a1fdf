// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entrypage.h"

class QPushButton;

namespace tiepdon {

class PasswordField;

/// Says who is signed in here and what goes on meanwhile, and asks for the password again.
class LockPage : public EntryPage
{
    Q_OBJECT

public:
    explicit LockPage(BranchLink &link, QWidget *parent = nullptr);

    void begin() override;
    void reset() override;

protected:
    void submit() override;
    [[nodiscard]] QString primaryWords() const override { return tr("Unlock"); }
    [[nodiscard]] QString busyWords() const override { return tr("Unlocking…"); }
    [[nodiscard]] QLineEdit *fieldToCorrect() const override;
    void retranslate() override;

private:
    [[nodiscard]] QString inHandText() const;
    void refreshWho();

    BranchLink &m_link;
    QLabel *m_who;
    QLabel *m_inHand;
    PasswordField *m_password;
    QLabel *m_passwordCaption;
    QPushButton *m_other;
};

} // namespace tiepdon
