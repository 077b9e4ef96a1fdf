// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

/// What this room's files share of making certificates with OpenSSL; no other room includes it.
namespace tiepdon::openssl {

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T *p) const
    {
        Free(p);
    }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;
using Bio = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using Names = std::unique_ptr<GENERAL_NAMES, FreeWith<GENERAL_NAMES_free>>;

/// Internal, with the last error of OpenSSL.
Error failed(const char *step);

/// A certificate for `key`, dated from an hour ago for `days` days, numbered at random and named, without
/// extensions and signature. Without `issuer` its own. Null after a failure.
Certificate unsignedCertificate(EVP_PKEY *key, const char *commonName, X509_NAME *issuer, int days);
/// `value` as openssl.cnf writes it.
bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value);

/// Empty after a failure.
QByteArray pem(X509 *certificate);
/// PKCS #8, not encrypted: wipe it after use. Empty after a failure.
QByteArray pem(EVP_PKEY *key);
void wipe(QByteArray &bytes);

} // namespace tiepdon::openssl
