// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/openssl.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <array>

namespace tiepdon::openssl {
namespace {

/// Begins this much earlier, for devices whose clock is a little behind.
constexpr long kBackdateS = 3600;
constexpr int kSerialBytes = 16;

/// A random, positive number of 128 bits at most: two certificates never share one.
bool setRandomSerial(X509 *certificate)
{
    std::array<unsigned char, kSerialBytes> bytes{};
    if (RAND_bytes(bytes.data(), kSerialBytes) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7F) | 0x40); // positive, and of full length
    const std::unique_ptr<BIGNUM, FreeWith<BN_free>> number(BN_bin2bn(bytes.data(), kSerialBytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

/// The name hubs and devices see; ASCII, so that every tool shows it.
bool setCommonName(X509_NAME *name, const char *text)
{
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text), -1,
                                      -1, 0)
        == 1;
}

/// What a BIO in memory holds; empty after a failure.
QByteArray bytesOf(BIO *bio)
{
    const char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    return size > 0 ? QByteArray(text, size) : QByteArray();
}

} // namespace

Error failed(const char *step)
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return {ErrorCode::Internal, std::string(step) + ": " + text.data(), {}};
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate unsignedCertificate(EVP_PKEY *key, const char *commonName, X509_NAME *issuer, int days)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1
        || !setRandomSerial(certificate.get())
        || !X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kBackdateS)
        || !X509_time_adj_ex(X509_getm_notAfter(certificate.get()), days, 0, nullptr)
        || !setCommonName(X509_get_subject_name(certificate.get()), commonName)
        || X509_set_issuer_name(certificate.get(), issuer ? issuer : X509_get_subject_name(certificate.get())) != 1
        || X509_set_pubkey(certificate.get(), key) != 1)
        return nullptr;
    return certificate;
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) == 1 ? bytesOf(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_secmem())); // wipes itself
    return bio && PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1
        ? bytesOf(bio.get())
        : QByteArray();
}

void wipe(QByteArray &bytes) { OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size())); }

} // namespace tiepdon::openssl
