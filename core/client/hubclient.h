// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QString>

#include <memory>

namespace tiepdon {

/// Where a hub is, whom to trust, and who we are.
struct HubAddress {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QString authorityFile; ///< PEM; the one authority trusted
    QString directory; ///< when set, its hub.port is read again before each attempt

    /// Of the hub that serves a data directory on this machine: its authority.pem and hub.port.
    /// NotInitialised when the directory has none, Offline when no hub has left a port there.
    static Result<HubAddress> ofDirectory(const QString &directory);
};

/// The data directory used when none is named: $TIEPDON_DATA, or tiepdon in the user's data folder.
QString defaultDataDirectory();

/// A connection to the hub over TLS that keeps itself up (reconnecting with jitter), mirrors one stream and
/// sends commands. Lives on one thread with an event loop.
class HubClient : public BranchLink
{
    Q_OBJECT

public:
    HubClient(HubAddress address, const QString &app, const QString &device, Stream stream,
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
    void send(const Command &command, QObject *context, Done done) override;

    /// A request that is no command (setClock). Not repeated when the connection breaks: Offline then.
    void request(std::string_view method, const Json &params, QObject *context,
                 std::function<void(const Result<Json> &)> done);

    /// Number of the last event mirrored, and how often a snapshot was asked for because of a gap or a
    /// digest that differed.
    [[nodiscard]] std::int64_t seq() const;
    [[nodiscard]] int resyncs() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
