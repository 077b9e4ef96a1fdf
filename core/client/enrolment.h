// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tls/devicecertificate.h"
#include "core/wire/accessmessage.h"
#include "core/wire/enrolmentcode.h"
#include "core/wire/frame.h"
#include "core/wire/message.h"

#include <QObject>
#include <QSslCertificate>
#include <QString>
#include <QTimer>

class QSslSocket;

namespace tiepdon {

/// Brings a device to its hub with a one-time code, over three connections at most. The first trusts nobody, so it
/// fails, and shows the hub's certificates: among them must be the authority whose fingerprint the code has.
/// Whatever comes next trusts that authority alone, and only there the secret is said. Of one attempt; lives on one
/// thread.
class HubEnrolment : public QObject
{
    Q_OBJECT

public:
    HubEnrolment(EnrolmentCode code, QString app, QObject *parent = nullptr);
    ~HubEnrolment() override;

    /// Looks for the authority; then `found`, or `failed` with Offline or TrustFailed.
    void begin();
    /// After `found`: shows `certificate` and says the secret; then `enrolled`, or `failed` with the hub's refusal
    /// too. An answer that got lost is asked for again: the hub knows the certificate by then.
    void proceed(const DeviceCertificate &certificate);

    [[nodiscard]] const QSslCertificate &authority() const { return m_authority; }

Q_SIGNALS:
    void found();
    void enrolled(const tiepdon::Enrolled &what);
    void failed(const tiepdon::Error &error);

private:
    void connectAnew(const QSslCertificate &trusted);
    void onProbed();
    void connectTrusting();
    void ask(std::string_view method, const Json &params);
    void read();
    void onReply(const Reply &reply);
    void onLost(const QString &problem);
    void finish(const Error &error);

    EnrolmentCode m_code;
    QString m_app;
    DeviceCertificate m_device;
    QSslCertificate m_authority;
    QSslSocket *m_socket = nullptr; ///< of the connection there is
    FrameReader m_reader;
    QTimer m_limit;
    int m_attempts = 0;
    bool m_isSaid = false; ///< the secret was sent once
    bool m_isDone = false;
};

} // namespace tiepdon
