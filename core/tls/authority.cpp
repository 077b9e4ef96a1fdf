// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/authority.h"

#include "core/tls/openssl.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <openssl/pem.h>

#include <array>
#include <vector>

namespace tiepdon {

using namespace openssl;

namespace {

constexpr int kAuthorityDays = 3652;
constexpr int kHubDays = 825;

Error aboutFile(ErrorCode code, const std::string &message, const QString &file)
{
    return {code, message, {{"file", file.toStdString()}}};
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
        wipe(file.bytes);
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
