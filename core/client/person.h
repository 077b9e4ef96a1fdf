// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/client/secretstore.h"

#include <QObject>

#include <string>

namespace tiepdon {

/// Who is signed in at this client: keeps the session over lost connections and, with secrets, over a restart of
/// the program. What is decided here (lock, sign out) holds at once and is told to the hub when it can be. Of one
/// HubClient, on its thread.
class Person : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<Json> &)>;
    /// Sends a request over the connection there is; Offline when that ends first.
    using Ask = std::function<void(std::string_view method, const Json &params, Answer answer)>;

    /// `isNeeded` is a guess that holds until the hub says what the device is. `secrets` may be null.
    Person(Ask ask, SecretStore *secrets, bool isNeeded, QObject *parent = nullptr);

    /// Looks for a session remembered.
    void load();
    void onWelcome(DeviceKind kind);
    void onEnded();
    void onNote(const SessionNote &note);

    [[nodiscard]] BranchLink::Access access() const;
    [[nodiscard]] const SessionInfo &info() const { return m_info; }
    /// Why it was ended or locked by the hub; empty message: it was not.
    [[nodiscard]] const Error &why() const { return m_why; }

    void signIn(const QString &account, const QString &password, BranchLink::SessionDone done);
    void unlock(const QString &password, BranchLink::SessionDone done);
    void changePassword(const QString &password, const QString &newPassword, BranchLink::SessionDone done);
    void lock();
    void signOut();

Q_SIGNALS:
    void accessChanged();
    /// The hub was heard about this connection: it may show the branch (or not, see `access`).
    void resumed();
    /// Nobody is signed in any more, or nobody was.
    void nobody();
    /// The hub could not answer about the session just now; the connection is of no use.
    void stuck(const tiepdon::Error &error);

private:
    void resume();
    void tellLock();
    void tellSignOut();
    /// What the hub says of the session.
    void take(SessionInfo info);
    void end(const Error &why);
    void remember();
    void forget();
    /// The answer to something only the person's password opens.
    void onInfo(const Result<Json> &result, const BranchLink::SessionDone &done);

    Ask m_ask;
    SecretStore *m_secrets;
    SessionInfo m_info;
    std::string m_token; ///< empty: none
    std::string m_tokenToEnd; ///< of a session signed out, until the hub has heard it
    Error m_why;
    bool m_isNeeded;
    bool m_isGreeted = false;
    bool m_isLoading = false;
    bool m_isLockToTell = false;
};

} // namespace tiepdon
