// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/hubaddress.h"
#include "core/client/secretstore.h"
#include "core/store/store.h"
#include "core/tls/authority.h"
#include "core/tls/devicecertificate.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <sodium.h>

// A branch whose devices are enrolled and whose people are signed in already, for tests about something else. The
// records are those that enrolling and signing in leave.

namespace tiepdon::test {

inline constexpr DeviceId kWorkplace{1};
inline constexpr DeviceId kDisplay{2};
inline constexpr DeviceId kKiosk{3};
inline constexpr DeviceId kSensor{4};
/// Signed in at the workplace: may do everything there is at counters, and define the branch.
inline constexpr StaffId kBoss = kFirstWithoutCounter;
inline const std::string kBossAccount = "boss";
inline const std::string kPassword = "bốn từ dễ nhớ này";
inline const std::string kToken = "a-token-of-a-test-0123456789abcdefghijklmno";

inline std::string sha256Hex(const std::string &text)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

/// As cheap as libsodium makes them: what a test waits for is not the hashing.
inline std::string cheapHash(const std::string &password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                                 crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        qFatal("a test's password cannot be hashed");
    return text.data();
}

inline Account accountOf(StaffId staff, const std::string &account, std::vector<Role> roles,
                         const std::string &password = kPassword)
{
    return {staff, account, account, std::move(roles), cheapHash(password), false, false, 0};
}

/// The certificates the test's devices show, made once in a process. By id, from 1.
inline const DeviceCertificate &certificateOf(DeviceId device)
{
    static const auto kAll = [] {
        std::array<DeviceCertificate, 4> all;
        for (DeviceCertificate &each : all) {
            auto made = createDeviceCertificate();
            if (!made)
                qFatal("%s", made.error().message.c_str());
            each = *made;
        }
        return all;
    }();
    return kAll.at(static_cast<std::size_t>(device.value - 1));
}

inline Device deviceOf(DeviceId id, DeviceKind kind)
{
    return {id,
            "device " + std::to_string(id.value),
            kind,
            "test",
            fingerprintHex(certificateOf(id).certificate).toStdString(),
            0,
            std::nullopt};
}

/// A session of an account on a device, as long as sessions are.
inline Session sessionOf(StaffId staff, DeviceId device, const std::string &token)
{
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    return {sha256Hex(token), staff, device, now, now + 12 * kHourMs, false, std::nullopt};
}

/// Writes records into the database of a hub that is not running; "" or what went wrong.
inline QByteArray writeRecords(const QString &directory, std::vector<AccessChange> records)
{
    auto store = Store::open(directory);
    if (!store)
        return QByteArray::fromStdString(store.error().message);
    QByteArray problem;
    QObject::connect(store->get(), &Store::failed, store->get(),
                     [&](const Error &error) { problem = QByteArray::fromStdString(error.message); });
    Commit commit;
    commit.access = std::move(records);
    (*store)->commit(std::move(commit));
    if (!QTest::qWaitFor([&] { return (*store)->pending() == 0 || !problem.isEmpty(); }, 10000))
        return "the records were not written in time";
    return problem;
}

/// A new data directory with certificate, database, the four devices, and the boss signed in at the workplace. ""
/// or what went wrong.
inline QByteArray initialise(const QString &directory)
{
    if (const auto made = createAuthority(directory, {}); !made)
        return QByteArray::fromStdString(made.error().message);
    if (const auto made = Store::create(directory, 1); !made)
        return QByteArray::fromStdString(made.error().message);
    return writeRecords(directory,
                        {deviceOf(kWorkplace, DeviceKind::Workplace), deviceOf(kDisplay, DeviceKind::Display),
                         deviceOf(kKiosk, DeviceKind::Kiosk), deviceOf(kSensor, DeviceKind::Sensor),
                         accountOf(kBoss, kBossAccount, {Role::Supervisor, Role::Administrator}),
                         sessionOf(kBoss, kWorkplace, kToken)});
}

/// Where the hub of a data directory is, as one of the test's devices reaches it.
inline HubAddress addressIn(const QString &directory, DeviceId device = kWorkplace)
{
    HubAddress address;
    QFile file(directory + QStringLiteral("/authority.pem"));
    if (file.open(QIODevice::ReadOnly))
        address.authority = QSslCertificate(&file, QSsl::Pem);
    address.certificate = certificateOf(device).certificate;
    address.key = certificateOf(device).key;
    address.port = portIn(directory).value_or(0);
    return address;
}

/// A program's secrets that hold the boss's session, so that a client of them is signed in by itself.
inline SecretStore &signedInSecrets()
{
    static QTemporaryDir folder;
    static SecretStore *const kSecrets = [] {
        qputenv("TIEPDON_SECRETS", "file");
        auto *secrets = new SecretStore(folder.path(), QStringLiteral("test"), qApp);
        bool isWritten = false;
        secrets->write(QStringLiteral("session"), QByteArray::fromStdString(kToken), secrets,
                       [&](const Result<void> &written) { isWritten = written.isOk(); });
        if (!QTest::qWaitFor([&] { return isWritten; }, 10000))
            qFatal("a test's session cannot be kept");
        return secrets;
    }();
    return *kSecrets;
}

} // namespace tiepdon::test
