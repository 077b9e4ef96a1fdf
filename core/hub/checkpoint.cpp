// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/checkpoint.h"

#include "core/store/verify.h"
#include "core/tls/devicecertificate.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace tiepdon {
namespace {

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
using Digest = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;

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

Bio bioOf(const QByteArray &bytes) { return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size()))); }

QByteArray signature(EVP_PKEY *key, const std::string &text)
{
    const Digest digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size()) != 1)
        return {};
    QByteArray signed_(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signed_.data()), &size, bytes, text.size()) != 1)
        return {};
    return signed_.left(static_cast<qsizetype>(size));
}

bool isSignature(EVP_PKEY *key, const std::string &text, const QByteArray &signature)
{
    const Digest digest(EVP_MD_CTX_new());
    return digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<std::size_t>(signature.size()),
                            reinterpret_cast<const unsigned char *>(text.data()), text.size())
        == 1;
}

} // namespace

Result<std::string> checkpointLine(const QString &directory, const ChainEnds &ends, TimeMs atMs)
{
    const QString keyFile = directory + QStringLiteral("/hub.key");
    const QString certificateFile = directory + QStringLiteral("/hub.pem");
    auto keyPem = contentOf(keyFile);
    const auto certificatePem = contentOf(certificateFile);
    if (!keyPem)
        return keyPem.error();
    if (!certificatePem)
        return certificatePem.error();
    const Bio bio = bioOf(*keyPem);
    const Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    OPENSSL_cleanse(keyPem->data(), static_cast<std::size_t>(keyPem->size()));
    const QSslCertificate certificate(*certificatePem, QSsl::Pem);
    if (!key)
        return unusable(keyFile, ErrorCode::BadFile);
    if (certificate.isNull())
        return unusable(certificateFile, ErrorCode::BadFile);
    const std::string text = "tiepdon-checkpoint-1 branch=" + std::to_string(ends.branch) + " at="
        + QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODate).toStdString()
        + " journal=" + std::to_string(ends.journalSeq) + ":" + ends.journalHash
        + " audit=" + std::to_string(ends.auditSeq) + ":" + ends.auditHash
        + " key=" + fingerprintHex(certificate).toStdString();
    const QByteArray signed_ = signature(key.get(), text);
    if (signed_.isEmpty())
        return unusable(keyFile, ErrorCode::BadFile);
    return text + " sig=" + signed_.toBase64().toStdString();
}

Result<CheckpointReport> verifyCheckpoint(const QString &directory, std::string_view line)
{
    static const QRegularExpression kLine(QStringLiteral(
        "^(tiepdon-checkpoint-1 branch=(\\d{1,18}) at=(\\S+) journal=(\\d{1,18}):([0-9a-f]{64}) "
        "audit=(\\d{1,18}):([0-9a-f]{64}) key=([0-9a-f]{64})) sig=([A-Za-z0-9+/=]{1,200})$"));
    const auto match
        = kLine.match(QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())).trimmed());
    if (!match.hasMatch())
        return Error{ErrorCode::BadFile, "this is no checkpoint line, or not a whole one", {{"reason", "notACheckpoint"}}};
    const auto certificatePem = contentOf(directory + QStringLiteral("/hub.pem"));
    if (!certificatePem)
        return certificatePem.error();
    const Bio bio = bioOf(*certificatePem);
    const Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return unusable(directory + QStringLiteral("/hub.pem"), ErrorCode::BadFile);

    CheckpointReport report;
    report.noted = {match.captured(2).toLongLong(), match.captured(4).toLongLong(),
                    match.captured(5).toStdString(), match.captured(6).toLongLong(),
                    match.captured(7).toStdString()};
    report.atMs = QDateTime::fromString(match.captured(3), Qt::ISODate).toMSecsSinceEpoch();
    if (match.captured(8).toLatin1() != fingerprintHex(QSslCertificate(*certificatePem, QSsl::Pem)))
        report.problems.push_back("it was signed by another hub's key than the one here");
    else if (!isSignature(X509_get0_pubkey(certificate.get()), match.captured(1).toStdString(),
                          QByteArray::fromBase64(match.captured(9).toLatin1())))
        report.problems.push_back("its signature does not fit: the line was altered");
    const auto found = chainEndsAt(directory, report.noted.journalSeq, report.noted.auditSeq);
    if (!found)
        return found.error();
    if (found->branch != report.noted.branch)
        report.problems.push_back("it is of branch " + std::to_string(report.noted.branch) + ", the database of "
                                  + std::to_string(found->branch));
    const auto compare = [&report](const char *what, std::int64_t seq, const std::string &here,
                                   const std::string &noted) {
        const std::string entry = std::string(what) + " entry " + std::to_string(seq);
        if (here.empty())
            report.problems.push_back(entry + " is missing");
        else if (here != noted)
            report.problems.push_back(entry + " or something before it was altered");
    };
    compare("journal", report.noted.journalSeq, found->journalHash, report.noted.journalHash);
    compare("audit", report.noted.auditSeq, found->auditHash, report.noted.auditHash);
    return report;
}

} // namespace tiepdon
