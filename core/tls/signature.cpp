// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/signature.h"

#include "core/tls/openssl.h"

#include <QFile>

#include <openssl/pem.h>

namespace tiepdon {
namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, openssl::FreeWith<EVP_MD_CTX_free>>;

constexpr qint64 kPemBytesMax = 64 * 1024;

Error unusable(const QString &file, ErrorCode code)
{
    return {code, "cannot use " + file.toStdString(), {{"file", file.toStdString()}}};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, ErrorCode::NotInitialised);
    return file.read(kPemBytesMax);
}

openssl::Bio bioOf(const QByteArray &bytes)
{
    return openssl::Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

const unsigned char *bytesOf(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

} // namespace

Result<QByteArray> signedWith(const QString &keyFile, const QByteArray &text)
{
    auto content = contentOf(keyFile);
    if (!content)
        return content.error();
    openssl::Key key;
    {
        const openssl::Bio bio = bioOf(*content);
        key.reset(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    }
    openssl::wipe(*content);
    if (!key)
        return unusable(keyFile, ErrorCode::BadFile);
    const Digest digest(EVP_MD_CTX_new());
    const auto textSize = static_cast<std::size_t>(text.size());
    std::size_t size = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(text), textSize) != 1)
        return openssl::failed("signing");
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(text),
                       textSize)
        != 1)
        return openssl::failed("signing");
    signature.resize(static_cast<qsizetype>(size)); // the first answer is the longest it may be
    return signature;
}

Result<bool> isSignedBy(const QString &certificateFile, const QByteArray &text, const QByteArray &signature)
{
    const auto content = contentOf(certificateFile);
    if (!content)
        return content.error();
    const openssl::Bio bio = bioOf(*content);
    const openssl::Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return unusable(certificateFile, ErrorCode::BadFile);
    const Digest digest(EVP_MD_CTX_new());
    if (!digest
        || EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, X509_get0_pubkey(certificate.get()))
            != 1)
        return openssl::failed("verifying");
    return EVP_DigestVerify(digest.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                            bytesOf(text), static_cast<std::size_t>(text.size()))
        == 1;
}

} // namespace tiepdon
