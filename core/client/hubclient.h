// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/client/hubaddress.h"
#include "core/client/secretstore.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace tiepdon {

/// A connection to the hub over TLS that keeps itself up (reconnecting with jitter), mirrors one stream and
/// sends commands. Lives on one thread with an event loop.
class HubClient : public BranchLink
{
    Q_OBJECT

public:
    /// With `secrets` a session is remembered over a restart of the program; they must outlive it.
    HubClient(HubAddress address, const QString &app, Stream stream, SecretStore *secrets = nullptr,
              QObject *parent = nullptr);
    ~HubClient() override;

    void start();
    /// Closes the connection and stays down. Commands in flight end with Offline.
    void stop();

    [[nodiscard]] Status status() const override;
    [[nodiscard]] Error problem() const override;
    [[nodiscard]] const BranchState &branch() const override;
    [[nodiscard]] const PublicState &shown() const override;
    [[nodiscard]] TimeMs hubNowMs() const override;
    [[nodiscard]] double rate() const override;
    [[nodiscard]] TimeMs asOfMs() const override;
    [[nodiscard]] const Quotes &quotes() const override;
    [[nodiscard]] const AlertsNote &alerts() const override;
    [[nodiscard]] const MessagesNote &messages() const override;
    void send(const Command &command, QObject *context, Done done) override;
    void change(const CustomerCommand &command, QObject *context, ChangeDone done) override;
    [[nodiscard]] Access access() const override;
    [[nodiscard]] const SessionInfo &session() const override;
    void signIn(const QString &account, const QString &password, QObject *context, SessionDone done) override;
    void unlock(const QString &password, QObject *context, SessionDone done) override;
    void changePassword(const QString &password, const QString &newPassword, QObject *context,
                        SessionDone done) override;
    void lock() override;
    void signOut() override;
    void noteActivity() override;
    [[nodiscard]] int kept() const override;
    [[nodiscard]] std::optional<HubPlace> hubPlace() const override;

    /// A request that is no command (setClock), whoever is signed in: the hub says whether it may be. Not repeated
    /// when the connection breaks: Offline then, and at once while there is none.
    void request(std::string_view method, const Json &params, QObject *context,
                 std::function<void(const Result<Json> &)> done);

    /// The names and addresses that the hub's certificate has (empty while not connected), and the port of the last
    /// attempt.
    [[nodiscard]] QStringList hubNames() const;
    [[nodiscard]] quint16 hubPort() const;
    /// What the hub said at the last welcome; empty before the first.
    [[nodiscard]] Welcome welcome() const;
    /// Number of the last event mirrored, and how often a snapshot was asked for because of a gap or a
    /// digest that differed.
    [[nodiscard]] std::int64_t seq() const;
    [[nodiscard]] int resyncs() const;

protected:
    void askJson(const std::string &method, const Json &params, QObject *context, JsonDone done) override;
    void changeJson(const std::string &method, const Json &params, QObject *context, JsonDone done) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
