// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/devicecertificate.h"

#include "core/tls/openssl.h"

#include <QCryptographicHash>

namespace tiepdon {

using namespace openssl;

namespace {

constexpr int kDeviceDays = 9131;

Certificate selfSigned(EVP_PKEY *key)
{
    Certificate certificate = unsignedCertificate(key, "Tiep Don device", nullptr, kDeviceDays);
    X509 *c = certificate.get();
    if (!c || !addExtension(c, c, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(c, c, NID_key_usage, "critical,digitalSignature")
        || !addExtension(c, c, NID_ext_key_usage, "clientAuth")
        || !addExtension(c, c, NID_subject_key_identifier, "hash") || X509_sign(c, key, EVP_sha256()) == 0)
        return nullptr;
    return certificate;
}

} // namespace

Result<DeviceCertificate> createDeviceCertificate()
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? selfSigned(key.get()) : nullptr;
    if (!certificate)
        return failed("device certificate");
    QByteArray keyPem = pem(key.get());
    DeviceCertificate made{QSslCertificate(pem(certificate.get()), QSsl::Pem), QSslKey(keyPem, QSsl::Ec)};
    wipe(keyPem);
    if (made.certificate.isNull() || made.key.isNull())
        return failed("device certificate's encoding");
    return made;
}

QByteArray fingerprintHex(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256).toHex();
}

} // namespace tiepdon
