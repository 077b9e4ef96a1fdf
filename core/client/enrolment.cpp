// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/enrolment.h"

#include "core/base/limits.h"

#include <QCryptographicHash>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUuid>

namespace tiepdon {
namespace {

// Of one connection: a hub in reach answers within one.
constexpr int kStepMsMax = 10000;
// Connections on which the secret is said: the answer to the first may get lost.
constexpr int kAttemptsMax = 3;
constexpr int kAgainMs = 500;

Error noTrust(const std::string &why) { return {ErrorCode::TrustFailed, why, {}}; }

bool isOf(const EnrolmentCode &code, const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    const QByteArray wanted(reinterpret_cast<const char *>(code.fingerprint.data()),
                            static_cast<qsizetype>(code.fingerprint.size()));
    return digest.startsWith(wanted);
}

} // namespace

HubEnrolment::HubEnrolment(EnrolmentCode code, QString app, QObject *parent)
    : QObject(parent), m_code(std::move(code)), m_app(std::move(app)), m_reader(limits::kFrameBytesFromClient)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kStepMsMax);
    connect(&m_limit, &QTimer::timeout, this, [this] { onLost(QStringLiteral("no answer from the hub")); });
}

HubEnrolment::~HubEnrolment()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void HubEnrolment::begin()
{
    connectAnew(QSslCertificate());
    connect(m_socket, &QSslSocket::sslErrors, this, &HubEnrolment::onProbed);
    connect(m_socket, &QSslSocket::encrypted, this, [this] { finish(noTrust("nobody was to be trusted yet")); });
}

/// A connection that trusts one authority, or, when that is null, nobody.
void HubEnrolment::connectAnew(const QSslCertificate &trusted)
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
    }
    m_socket = new QSslSocket(this);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(trusted.isNull() ? QList<QSslCertificate>() : QList<QSslCertificate>{trusted});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!trusted.isNull()) {
        tls.setLocalCertificate(m_device.certificate);
        tls.setPrivateKey(m_device.key);
    }
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { onLost(m_socket->errorString()); });
    m_limit.start();
    m_socket->connectToHostEncrypted(QString::fromStdString(m_code.host), m_code.port);
}

void HubEnrolment::onProbed()
{
    m_socket->disconnect(this);
    m_limit.stop();
    for (const QSslCertificate &certificate : m_socket->peerCertificateChain()) {
        if (isOf(m_code, certificate))
            m_authority = certificate;
    }
    m_socket->abort();
    if (m_authority.isNull())
        finish(noTrust("the hub there is not the one the code is of"));
    else
        Q_EMIT found();
}

void HubEnrolment::proceed(const DeviceCertificate &certificate)
{
    m_device = certificate;
    connectTrusting();
}

void HubEnrolment::connectTrusting()
{
    if (m_isDone)
        return;
    ++m_attempts;
    connectAnew(m_authority);
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        finish(noTrust(errors.isEmpty() ? std::string() : errors.first().errorString().toStdString()));
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_isSaid = true;
        ask(Enrol::kMethod, toJson(Enrol{base32(m_code.secret.data(), m_code.secret.size()), m_app.toStdString()}));
    });
    connect(m_socket, &QSslSocket::readyRead, this, &HubEnrolment::read);
}

void HubEnrolment::ask(std::string_view method, const Json &params)
{
    m_reader = FrameReader(limits::kFrameBytesFromClient);
    const std::string bytes = framed(toBytes(Request{1, std::string(method), params}));
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void HubEnrolment::read()
{
    const QByteArray bytes = m_socket->readAll();
    m_reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const auto next = m_reader.next();
    if (next && !*next)
        return;
    const auto message = next ? messageFrom(**next) : Result<Message>(next.error());
    if (!message)
        onLost(QString::fromStdString(message.error().message));
    else if (const auto *reply = std::get_if<Reply>(&*message))
        onReply(*reply);
}

void HubEnrolment::onReply(const Reply &reply)
{
    if (!reply.result) {
        // an earlier attempt got through, and its answer was lost: the hub says what we are to who greets it
        if (reply.result.error().code == ErrorCode::InvalidRequest && m_attempts > 1) {
            Hello hello;
            hello.app = m_app.toStdString();
            hello.client = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
            ask(Hello::kMethod, toJson(hello));
            return;
        }
        finish(reply.result.error());
        return;
    }
    auto what = fromJson<Enrolled>(*reply.result, UnknownFields::Ignore);
    if (const auto welcome = fromJson<Welcome>(*reply.result, UnknownFields::Ignore); !what && welcome)
        what = Enrolled{welcome->deviceId, welcome->device, welcome->kind};
    if (!what) {
        finish({ErrorCode::VersionMismatch, "the hub's answer cannot be read: " + what.error().message, {}});
        return;
    }
    m_isDone = true;
    m_limit.stop();
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
    Q_EMIT enrolled(*what);
}

void HubEnrolment::onLost(const QString &problem)
{
    if (m_isDone)
        return;
    m_limit.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    if (m_isSaid && m_attempts < kAttemptsMax)
        QTimer::singleShot(kAgainMs, this, &HubEnrolment::connectTrusting);
    else
        finish({ErrorCode::Offline, problem.toStdString(), {}});
}

void HubEnrolment::finish(const Error &error)
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_limit.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    Q_EMIT failed(error);
}

} // namespace tiepdon
