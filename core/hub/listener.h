// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QSslServer>

#include <map>

namespace tiepdon {

/// Takes connections and their TLS handshakes, a bounded number at a time from one address until the hub knows who
/// is there. Hub's main thread.
class Listener : public QSslServer
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr) : QSslServer(parent) { }
    ~Listener() override;

    void setStrangersMax(int ofOneAddress) { m_strangersMax = ofOneAddress; }
    /// Who is there is known: it no longer counts for its address.
    void release(QSslSocket *socket);
    /// Connections closed at once because their address had too many.
    [[nodiscard]] std::int64_t turnedAway() const { return m_turnedAway; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Stranger;

    int m_strangersMax = 20;
    std::map<QString, int> m_strangers; ///< by address; of IPv6 by network, which is one house's
    std::int64_t m_turnedAway = 0;
};

} // namespace tiepdon
