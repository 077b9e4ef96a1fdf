// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entrypage.h"

namespace tiepdon {

class CodeEdit;

/// Asks once for the code that brings this program to its hub.
class EnrolPage : public EntryPage
{
    Q_OBJECT

public:
    enum class Mode {
        Looking, ///< at what is known already; nothing to do yet
        WantsCode,
        Enrolling,
        SecretsLocked, ///< the keychain has to be unlocked first
    };

    explicit EnrolPage(QWidget *parent = nullptr);

    void setMode(Mode mode);
    /// Folder whose files hold secrets because there is no keychain; empty when there is one or nothing is known.
    void setSecretsFolder(const QString &folder);
    void setCode(const QString &code);
    void begin() override;
    void reset() override;

Q_SIGNALS:
    void codeEntered(const QString &code);
    /// The keychain may be unlocked now.
    void retryAsked();

protected:
    void submit() override;
    [[nodiscard]] QString primaryWords() const override;
    [[nodiscard]] QString busyWords() const override;
    void retranslate() override;

private:
    Mode m_mode = Mode::Looking;
    QString m_secretsFolder;
    CodeEdit *m_code;
    QLabel *m_codeCaption;
    QWidget *m_noteHolder;
    QFrame *m_note;
    QLabel *m_noteText;
};

} // namespace tiepdon
