// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entrypage.h"

class QPushButton;

namespace tiepdon {

class PasswordField;

/// Asks for a new password of one's own: instead of one for one use, which cannot be put off, or at will.
class PasswordPage : public EntryPage
{
    Q_OBJECT

public:
    explicit PasswordPage(BranchLink &link, QWidget *parent = nullptr);

    /// The password now, when it was typed a moment ago; else it is asked for. Empty: asked for.
    void setCurrent(const QString &password);
    /// At will: it can be left, and says when it is done. Until `reset`.
    void setAtWill();
    void begin() override;
    void reset() override;

Q_SIGNALS:
    /// Whoever came at will wants back to where they were.
    void closed();

protected:
    void submit() override;
    [[nodiscard]] QString primaryWords() const override { return m_isDone ? tr("Go on") : tr("Change password"); }
    [[nodiscard]] QString busyWords() const override { return tr("Changing…"); }
    [[nodiscard]] QLineEdit *fieldToCorrect() const override;
    void retranslate() override;
    [[nodiscard]] bool needsHub() const override { return !m_isDone; }

private:
    void onAnswer(const Result<SessionInfo> &info);
    void refreshRepeat();
    void showFields(bool areShown);

    BranchLink &m_link;
    bool m_isAtWill = false;
    bool m_isDone = false; ///< changed, at will
    QString m_known;
    PasswordField *m_current;
    PasswordField *m_new;
    PasswordField *m_again;
    QLabel *m_currentCaption;
    QLabel *m_newCaption;
    QLabel *m_againCaption;
    QLabel *m_rules;
    QLabel *m_mismatch;
    QPushButton *m_leave;
    PasswordField *m_wrong; ///< the one the last error is about
};

} // namespace tiepdon
