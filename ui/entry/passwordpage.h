// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entrypage.h"

class QPushButton;

namespace tiepdon {

class PasswordField;

/// Asks for a new password of one's own, instead of one for one use.
class PasswordPage : public EntryPage
{
    Q_OBJECT

public:
    explicit PasswordPage(BranchLink &link, QWidget *parent = nullptr);

    /// The password now, when it was typed a moment ago; else it is asked for. Empty: asked for.
    void setCurrent(const QString &password);
    void begin() override;
    void reset() override;

protected:
    void submit() override;
    [[nodiscard]] QString primaryWords() const override { return tr("Change password"); }
    [[nodiscard]] QString busyWords() const override { return tr("Changing…"); }
    [[nodiscard]] QLineEdit *fieldToCorrect() const override;
    void retranslate() override;

private:
    void onAnswer(const Result<SessionInfo> &info);
    void refreshRepeat();

    BranchLink &m_link;
    QString m_known;
    PasswordField *m_current;
    PasswordField *m_new;
    PasswordField *m_again;
    QLabel *m_currentCaption;
    QLabel *m_newCaption;
    QLabel *m_againCaption;
    QLabel *m_rules;
    QLabel *m_mismatch;
    QPushButton *m_signOut;
    PasswordField *m_wrong; ///< the one the last error is about
};

} // namespace tiepdon
