// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace tiepdon {

/// A program's secrets (its device's key, its session's token): in the system's keychain, or, where there is none,
/// in files of mode 0600 in `folder`. Which of the two a secret is in is found out by asking, never guessed
/// from an error of the other: a small file per secret (KEY.secret) says where it was put. A keychain that was
/// restarted answers only programs started later (libsecret 0.20 keeps its first connection). Answers come on the
/// event loop, always once. Lives on one thread. $TIEPDON_SECRETS=file does without a keychain.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    SecretStore(QString folder, QString app, QObject *parent = nullptr);

    /// Nothing when there is no such secret. SecretsLocked when the keychain is locked, refuses or does not answer;
    /// SecretsFailed for a file that cannot be read.
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QByteArray>> &)> done);
    /// Into the keychain; into a file when the system has none. SecretsLocked, SecretsFailed: nothing was kept.
    void write(const QString &key, const QByteArray &secret, QObject *context,
               std::function<void(const Result<void> &)> done);
    void remove(const QString &key, QObject *context, std::function<void(const Result<void> &)> done);

    /// The folder whose files hold secrets because the system has no keychain; empty when there is one, or
    /// when nothing was kept yet.
    [[nodiscard]] QString fileFolder() const;

Q_SIGNALS:
    /// `fileFolder` says something else.
    void fileFolderChanged();

private:
    class Private;
    Private *d; ///< a child of this
};

} // namespace tiepdon
