// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/authority.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <vector>

namespace tiepdon {
namespace {

constexpr int kAuthorityDays = 3652;
constexpr int kHubDays = 825;
/// Begins this much earlier, for devices whose clock is a little behind.
constexpr long kBackdateS = 3600;
constexpr int kSerialBytes = 16;

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
using Extension = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, FreeWith<GENERAL_NAMES_free>>;

Error failed(const char *step)
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return {ErrorCode::Internal, std::string(step) + ": " + text.data(), {}};
}

Error aboutFile(ErrorCode code, const std::string &message, const QString &file)
{
    return {code, message, {{"file", file.toStdString()}}};
}

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

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A certificate for `key`, dated, numbered and named, without extensions and signature.
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

Certificate authorityCertificate(EVP_PKEY *key)
{
    Certificate certificate = unsignedCertificate(key, "Tiep Don branch authority", nullptr, kAuthorityDays);
    X509 *c = certificate.get();
    if (!c || !addExtension(c, c, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(c, c, NID_key_usage, "critical,keyCertSign")
        || !addExtension(c, c, NID_subject_key_identifier, "hash") || X509_sign(c, key, EVP_sha256()) == 0)
        return nullptr;
    return certificate;
}

/// One host as certificates name it; nothing when it is neither an address nor a DNS name.
GENERAL_NAME *generalName(const QString &host)
{
    const bool isAddress = !QHostAddress(host).isNull();
    const QByteArray text = isAddress ? host.toLatin1() : QUrl::toAce(host);
    if (text.isEmpty() || text.size() > 253)
        return nullptr;
    for (const char c : text) {
        const bool isName
            = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!isName && !isAddress)
            return nullptr;
    }
    // takes the text as one value, so nothing in it can add a second name
    return a2i_GENERAL_NAME(nullptr, nullptr, nullptr, isAddress ? GEN_IPADD : GEN_DNS, text.constData(), 0);
}

Result<Names> namesOf(const QStringList &hosts)
{
    Names names(GENERAL_NAMES_new());
    if (!names)
        return failed("names");
    for (const QString &host : hosts) {
        GENERAL_NAME *name = generalName(host);
        if (!name)
            return Error{ErrorCode::InvalidParams,
                         "neither a DNS name nor an IP address: " + host.toStdString(),
                         {{"host", host.toStdString()}}};
        if (sk_GENERAL_NAME_push(names.get(), name) == 0) {
            GENERAL_NAME_free(name);
            return failed("names");
        }
    }
    return names;
}

Certificate hubCertificate(EVP_PKEY *key, GENERAL_NAMES *names, X509 *authority, EVP_PKEY *authorityKey)
{
    Certificate certificate = unsignedCertificate(key, "Tiep Don hub", X509_get_subject_name(authority), kHubDays);
    X509 *c = certificate.get();
    if (!c || !addExtension(c, authority, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(c, authority, NID_key_usage, "critical,digitalSignature")
        || !addExtension(c, authority, NID_ext_key_usage, "serverAuth")
        || !addExtension(c, authority, NID_subject_key_identifier, "hash")
        || !addExtension(c, authority, NID_authority_key_identifier, "keyid:always")
        || X509_add1_ext_i2d(c, NID_subject_alt_name, names, 0, X509V3_ADD_DEFAULT) != 1
        || X509_sign(c, authorityKey, EVP_sha256()) == 0)
        return nullptr;
    return certificate;
}

/// What a BIO in memory holds; empty after a failure.
QByteArray bytesOf(BIO *bio)
{
    const char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    return size > 0 ? QByteArray(text, size) : QByteArray();
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

struct NewFile {
    QString path;
    QByteArray bytes;
    QFileDevice::Permissions permissions;
};

/// Writes all files, none of which may exist, or leaves none of them.
Result<void> writeAll(const std::vector<NewFile> &files)
{
    QStringList written;
    for (const NewFile &wanted : files) {
        QFile file(wanted.path);
        const bool isNew = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, wanted.permissions);
        if (isNew)
            written.append(wanted.path);
        if (!isNew || file.write(wanted.bytes) != wanted.bytes.size() || !file.flush()) {
            const bool isThere = !isNew && QFileInfo::exists(wanted.path);
            const Error error = aboutFile(isThere ? ErrorCode::AlreadyInitialised : ErrorCode::FileNotWritable,
                                          file.errorString().toStdString(), wanted.path);
            file.close();
            for (const QString &path : std::as_const(written))
                QFile::remove(path);
            return error;
        }
    }
    return {};
}

} // namespace

Result<void> createAuthority(const QString &directory, const QStringList &hosts)
{
    const QDir dir(directory);
    for (const char *name : {"authority.pem", "authority.key", "hub.pem", "hub.key"}) {
        const QString path = dir.filePath(QString::fromLatin1(name));
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            return aboutFile(ErrorCode::AlreadyInitialised, "there is an authority already", path);
    }
    QStringList all{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    all += hosts;
    all.removeDuplicates();
    const auto names = namesOf(all);
    if (!names)
        return names.error();

    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key hubKey(EVP_EC_gen("P-256"));
    if (!authorityKey || !hubKey)
        return failed("keys");
    const Certificate authority = authorityCertificate(authorityKey.get());
    if (!authority)
        return failed("authority certificate");
    const Certificate hub = hubCertificate(hubKey.get(), names->get(), authority.get(), authorityKey.get());
    if (!hub)
        return failed("hub certificate");

    const QFileDevice::Permissions secret = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const QFileDevice::Permissions open = secret | QFileDevice::ReadGroup | QFileDevice::ReadOther;
    std::vector<NewFile> files{
        {dir.filePath(QStringLiteral("authority.key")), pem(authorityKey.get()), secret},
        {dir.filePath(QStringLiteral("authority.pem")), pem(authority.get()), open},
        {dir.filePath(QStringLiteral("hub.key")), pem(hubKey.get()), secret},
        {dir.filePath(QStringLiteral("hub.pem")), pem(hub.get()), open},
    };
    for (const NewFile &file : files) {
        if (file.bytes.isEmpty())
            return failed("encoding");
    }
    Result<void> result = writeAll(files);
    for (NewFile &file : files)
        OPENSSL_cleanse(file.bytes.data(), static_cast<std::size_t>(file.bytes.size()));
    return result;
}

Result<QString> fingerprint(const QString &pemFile)
{
    QFile file(pemFile);
    if (!file.open(QIODevice::ReadOnly))
        return aboutFile(ErrorCode::FileNotReadable, file.errorString().toStdString(), pemFile);
    constexpr qint64 kPemBytesMax = 64 * 1024; // a certificate has about 1 KiB
    const QByteArray bytes = file.read(kPemBytesMax);
    const Bio bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    const Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1)
        return aboutFile(ErrorCode::BadFile, "no certificate in it", pemFile);
    const QByteArray hex(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size));
    return QString::fromLatin1(hex.toHex(':').toUpper());
}

} // namespace tiepdon
