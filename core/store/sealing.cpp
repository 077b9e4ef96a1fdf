// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <vector>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tiepdon {
namespace {

constexpr std::string_view kFormat = "tiepdon-customer-key-1";
/// Of crypto_kdf: eight letters that part these keys from any others made from the same bytes.
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "customer";
constexpr std::uint64_t kSealKeyNumber = 1;
constexpr std::uint64_t kLookupKeyNumber = 2;
constexpr std::size_t kSlipBytes = 8;
constexpr std::size_t kLookupBytes = 16;
constexpr std::string_view kCheckText = "the key of this branch's customers";
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
/// The line has 105 bytes.
constexpr qint64 kFileBytesMax = 256;

static_assert(crypto_kdf_KEYBYTES == 32 && crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

using Bytes = std::vector<unsigned char>;

void beginSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot begin");
}

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

std::string hexOf(const unsigned char *bytes, std::size_t size)
{
    std::string hex(size * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes, size);
    hex.pop_back();
    return hex;
}

/// What a slip in the key's digits changes.
std::string slipDigits(const std::string &keyDigits)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(keyDigits), keyDigits.size(), nullptr, 0);
    return hexOf(hash.data(), kSlipBytes);
}

Error aboutFile(ErrorCode code, const QString &file, const std::string &problem)
{
    return {code, file.toStdString() + ": " + problem, {{"file", file.toStdString()}}};
}

bool isSynced([[maybe_unused]] QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

void syncFolder([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#endif
}

void append(std::string &to, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        to.push_back(static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xFF));
}

/// What a sealed value is bound to: no two places give the same bytes.
std::string boundTo(const Sealing::Place &place)
{
    std::string bytes;
    append(bytes, place.branch);
    append(bytes, place.customer);
    bytes += place.kind;
    return bytes;
}

} // namespace

QString Sealing::fileIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("customer.key"));
}

bool Sealing::hasFile(const QString &directory)
{
    const QFileInfo info(fileIn(directory));
    return info.exists() || info.isSymLink();
}

Result<void> Sealing::makeFile(const QString &directory)
{
    if (hasFile(directory))
        return {};
    beginSodium();
    Key master{};
    crypto_kdf_keygen(master.data());
    std::string digits = hexOf(master.data(), master.size());
    std::string line = std::string(kFormat) + ' ' + digits + ' ' + slipDigits(digits) + '\n';
    const QString path = fileIn(directory);
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh); // of a making that was cut off; nothing is sealed with it
    QFile file(fresh);
    const auto size = static_cast<qint64>(line.size());
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                                     QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(line.data(), size) == size && isSynced(file);
    std::string problem = file.errorString().toStdString();
    file.close();
    sodium_memzero(master.data(), master.size());
    sodium_memzero(digits.data(), digits.size());
    sodium_memzero(line.data(), line.size());
    // Never over another: renaming is refused when the name is taken.
    if (!isWritten || !QFile::rename(fresh, path)) {
        QFile::remove(fresh);
        return aboutFile(ErrorCode::FileNotWritable, path, problem);
    }
    syncFolder(directory);
    return {};
}

Result<Sealing> Sealing::open(const QString &directory)
{
    beginSodium();
    const QString path = fileIn(directory);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return aboutFile(ErrorCode::FileNotReadable, path,
                         "the key that customers' data is sealed with: " + file.errorString().toStdString());
    QByteArray line = file.read(kFileBytesMax);
    const std::string_view text(line.constData(), static_cast<std::size_t>(line.size()));
    Key master{};
    bool isWhole = text.size() == kFormat.size() + 1 + 64 + 1 + 2 * kSlipBytes + 1 && text.starts_with(kFormat)
        && text.back() == '\n';
    if (isWhole) {
        std::string digits(text.substr(kFormat.size() + 1, 64));
        std::size_t size = 0;
        isWhole = text.substr(kFormat.size() + 1 + 64 + 1, 2 * kSlipBytes) == slipDigits(digits)
            && sodium_hex2bin(master.data(), master.size(), digits.data(), digits.size(), nullptr, &size, nullptr)
                == 0
            && size == master.size();
        sodium_memzero(digits.data(), digits.size());
    }
    sodium_memzero(line.data(), static_cast<std::size_t>(line.size()));
    if (!isWhole)
        return aboutFile(ErrorCode::BadFile, path, "this is no key of a branch's customers, or not a whole one");
    const Sealing sealing(master);
    sodium_memzero(master.data(), master.size());
    return sealing;
}

Sealing::Sealing(const Key &master)
{
    crypto_kdf_derive_from_key(m_sealKey.data(), m_sealKey.size(), kSealKeyNumber, kContext, master.data());
    crypto_kdf_derive_from_key(m_lookupKey.data(), m_lookupKey.size(), kLookupKeyNumber, kContext, master.data());
}

Sealing::~Sealing()
{
    sodium_memzero(m_sealKey.data(), m_sealKey.size());
    sodium_memzero(m_lookupKey.data(), m_lookupKey.size());
}

std::string Sealing::seal(const Place &place, std::string_view plain) const
{
    constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    const std::string bound = boundTo(place);
    Bytes bytes(kNonce + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    randombytes_buf(bytes.data(), kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes.data() + kNonce, nullptr, bytesOf(plain), plain.size(),
                                               bytesOf(bound), bound.size(), nullptr, bytes.data(),
                                               m_sealKey.data());
    std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
    text.pop_back();
    return text;
}

Result<std::string> Sealing::unseal(const Place &place, std::string_view sealed) const
{
    constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    const Error damaged{ErrorCode::DatabaseDamaged,
                        "the sealed " + std::string(place.kind) + " of customer " + std::to_string(place.customer)
                            + " does not open",
                        {{"customer", std::to_string(place.customer)}}};
    Bytes bytes(sealed.size());
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), sealed.data(), sealed.size(), nullptr, &size, nullptr,
                          kBase64)
            != 0
        || size < kNonce + kTag)
        return damaged;
    const std::string bound = boundTo(place);
    std::string plain(size - kNonce - kTag, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(plain.data()), nullptr,
                                                   nullptr, bytes.data() + kNonce, size - kNonce, bytesOf(bound),
                                                   bound.size(), bytes.data(), m_sealKey.data())
        != 0)
        return damaged;
    return plain;
}

std::string Sealing::lookup(std::string_view kind, std::string_view plain) const
{
    std::string bytes(kind);
    bytes.push_back('\0'); // no kind holds one, so kind and text cannot run into each other
    bytes += plain;
    std::array<unsigned char, kLookupBytes> hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(bytes), bytes.size(), m_lookupKey.data(),
                       m_lookupKey.size());
    sodium_memzero(bytes.data(), bytes.size());
    return hexOf(hash.data(), hash.size());
}

std::string Sealing::checkOf(std::int64_t branch) const { return seal({branch, 0, "check"}, kCheckText); }

bool Sealing::fits(std::int64_t branch, std::string_view check) const
{
    const auto opened = unseal({branch, 0, "check"}, check);
    return opened && *opened == kCheckText;
}

} // namespace tiepdon
