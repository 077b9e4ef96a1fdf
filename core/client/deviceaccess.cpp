// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/deviceaccess.h"

#include "core/client/enrolment.h"
#include "core/client/localcode.h"
#include "core/client/ownfile.h"
#include "core/tls/devicecertificate.h"
#include "core/wire/enrolmentcode.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

namespace tiepdon {
namespace {

// A hub on this machine may still be starting, or be let to us by its administrator meanwhile.
constexpr int kLookMs = 1000;
// One that said no writes that in its log each time.
constexpr int kLookAfterNoMs = 15000;
// Another program of this user is at it: it needs a moment.
constexpr int kOtherMs = 300;

// The enrolment as it is kept. What is secret of it is elsewhere.
struct Kept {
    std::string host;
    std::int64_t port = 0;
    std::string authority; ///< PEM
    std::string certificate; ///< PEM
    std::string key; ///< name of the secret
    DeviceId device;
    std::string name;
    DeviceKind kind = DeviceKind::Workplace;
    std::string directory; ///< of a hub on this machine; may be empty

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("host", self.host);
        visit("port", self.port);
        visit("authority", self.authority);
        visit("certificate", self.certificate);
        visit("key", self.key);
        visit("device", self.device);
        visit("name", self.name);
        visit("kind", self.kind);
        visit("directory", self.directory);
    }
};

QSslCertificate certificateOf(const std::string &pem)
{
    return QSslCertificate(QByteArray::fromStdString(pem), QSsl::Pem);
}

QString environment(const char *name) { return qEnvironmentVariable(name); }

} // namespace

DevicePlace DevicePlace::of(const QString &app, const QString &device, const QString &data)
{
    const QString named = data.isEmpty() ? environment("TIEPDON_DATA") : data;
    DevicePlace place;
    place.dataDirectory = named.isEmpty() ? defaultDataDirectory() : named;
    if (!device.isEmpty())
        place.folder = device;
    else if (!environment("TIEPDON_DEVICE").isEmpty())
        place.folder = environment("TIEPDON_DEVICE");
    else if (!named.isEmpty())
        place.folder = named + QStringLiteral("/devices/") + app;
    else
        place.folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/tiepdon/") + app;
    place.dataDirectory = QDir(place.dataDirectory).absolutePath();
    place.folder = QDir(place.folder).absolutePath();
    return place;
}

class DeviceAccess::Private : public QObject
{
public:
    Private(DeviceAccess &access, DevicePlace where, QString appName, DeviceKind deviceKind)
        : q(access), place(std::move(where)), app(std::move(appName)), kind(deviceKind), secrets(place.folder, app),
          door({place.dataDirectory + QStringLiteral("/hub.sock"), QStringLiteral("/run/tiepdon/hub.sock")}, app,
               kind),
          lock(QDir(place.folder).filePath(QStringLiteral("enrol.lock")))
    {
        lock.setStaleLockTime(0); // only a program that is gone loses it
        look.setSingleShot(true);
        connect(&look, &QTimer::timeout, this, &Private::load);
        connect(&door, &LocalCode::answered, this, &Private::onLocalCode);
    }

    QString file() const { return QDir(place.folder).filePath(QStringLiteral("device.json")); }

    void set(State next, const Error &why = {})
    {
        if (state == next && problem == why)
            return;
        state = next;
        problem = why;
        Q_EMIT q.changed();
    }

    // ---- what is kept ----

    /// Nothing when there is none. FileNotReadable, BadFile (detail "file").
    Result<std::optional<Kept>> readKept() const
    {
        const auto bytes = ownfile::read(file());
        if (!bytes)
            return bytes.error();
        if (!*bytes)
            return std::optional<Kept>();
        const auto json = parseJson((*bytes)->toStdString());
        const auto read = json ? fromJson<Kept>(*json, UnknownFields::Ignore) : Result<Kept>(json.error());
        if (!read || certificateOf(read->authority).isNull() || certificateOf(read->certificate).isNull())
            return Error{
                ErrorCode::BadFile, file().toStdString() + " is damaged", {{"file", file().toStdString()}}};
        return std::optional(*read);
    }

    void load()
    {
        if (enrolment || isReading)
            return;
        const auto read = readKept();
        if (!read && read.error().code == ErrorCode::FileNotReadable) {
            set(State::SecretsLocked, read.error());
            return;
        }
        if (!read || !*read || isOfAnotherHub(**read)) {
            lookForHub(read ? Error() : read.error());
            return;
        }
        isReading = true;
        secrets.read(QString::fromStdString((*read)->key), this,
                     [this, found = **read, asked = turn](const Result<std::optional<QByteArray>> &secret) {
                         isReading = false;
                         if (asked == turn)
                             onKey(found, secret);
                     });
    }

    void onKey(const Kept &found, const Result<std::optional<QByteArray>> &secret)
    {
        if (!secret) {
            set(State::SecretsLocked, secret.error());
            return;
        }
        const QSslKey key = *secret ? QSslKey(**secret, QSsl::Ec) : QSslKey();
        if (key.isNull()) {
            lookForHub({ErrorCode::SecretsFailed, "the device's key is gone", {}});
            return;
        }
        use(found, key);
    }

    /// Whether the data directory it was made on has become another branch's. A hub out of reach says nothing.
    static bool isOfAnotherHub(const Kept &found)
    {
        if (found.directory.empty())
            return false;
        const auto now
            = QSslCertificate::fromPath(QString::fromStdString(found.directory) + QStringLiteral("/authority.pem"));
        return !now.isEmpty() && now.first() != certificateOf(found.authority);
    }

    void use(const Kept &found, const QSslKey &key)
    {
        look.stop();
        lock.unlock();
        address = HubAddress();
        address.host = QString::fromStdString(found.host);
        address.port = static_cast<quint16>(found.port);
        address.authority = certificateOf(found.authority);
        address.certificate = certificateOf(found.certificate);
        address.key = key;
        address.directory = QString::fromStdString(found.directory);
        address.folder = place.folder;
        name = QString::fromStdString(found.name);
        set(State::Enrolled);
    }

    // ---- by itself ----

    void lookForHub(const Error &why)
    {
        lookProblem = why;
        if (!door.isThere()) { // and leaves no folder where there is no branch
            onLocalCode(Error{ErrorCode::Offline, "no hub runs on this machine", {}}, {});
            return;
        }
        if (!takeLock()) {
            look.start(kOtherMs); // then its enrolment is ours too
            return;
        }
        door.ask();
    }

    /// Two programs that start at once must not both enrol. A folder that cannot be made is found out later, when
    /// something is written there.
    bool takeLock()
    {
        static_cast<void>(ownfile::makeFolder(place.folder));
        return lock.isLocked() || lock.tryLock(0) || lock.error() != QLockFile::LockFailedError;
    }

    void onLocalCode(const Result<std::string> &code, const QString &folder)
    {
        if (enrolment || state == State::Enrolled)
            return;
        if (code) {
            const bool isData = folder == place.dataDirectory;
            enrol(*code, isData ? folder : QString());
            return;
        }
        lock.unlock();
        const bool isNo = code.error().code != ErrorCode::Offline;
        const bool isHubHere = QFile::exists(place.dataDirectory + QStringLiteral("/authority.pem"));
        // what a person was told stays until there is something new to say
        if (state == State::Looking || (isNo && problem.message.empty()))
            set(State::NotEnrolled,
                !lookProblem.message.empty() ? lookProblem
                    : isNo || isHubHere      ? code.error()
                                             : Error());
        look.start(isNo ? kLookAfterNoMs : kLookMs);
    }

    // ---- with a code ----

    void enrol(const std::string &text, const QString &directory)
    {
        look.stop();
        const auto code = enrolmentCodeFrom(text);
        if (!code) {
            fail(code.error());
            return;
        }
        wanted = {};
        wanted.host = code->host;
        wanted.port = code->port;
        wanted.directory = directory.toStdString();
        delete enrolment;
        enrolment = new HubEnrolment(*code, app, this);
        connect(enrolment, &HubEnrolment::found, this, &Private::onFound);
        connect(enrolment, &HubEnrolment::enrolled, this, &Private::onEnrolled);
        connect(enrolment, &HubEnrolment::failed, this, &Private::fail);
        set(State::Enrolling);
        enrolment->begin();
    }

    /// The key is kept before the one-time secret is spent: a keychain that refuses costs no code.
    void onFound()
    {
        const auto made = createDeviceCertificate();
        if (!made) {
            fail(made.error());
            return;
        }
        device = *made;
        wanted.authority = enrolment->authority().toPem().toStdString();
        wanted.certificate = device.certificate.toPem().toStdString();
        wanted.key = "device-" + fingerprintHex(device.certificate).left(8).toStdString();
        QByteArray pem = device.key.toPem();
        secrets.write(QString::fromStdString(wanted.key), pem, this,
                      [this, asked = turn](const Result<void> &written) {
                          if (asked != turn || !enrolment)
                              return;
                          if (written)
                              enrolment->proceed(device);
                          else
                              fail(written.error());
                      });
        pem.fill('\0');
    }

    void onEnrolled(const Enrolled &what)
    {
        wanted.device = what.device;
        wanted.name = what.name;
        wanted.kind = what.kind;
        const auto before = readKept();
        const auto written = ownfile::write(file(), QByteArray::fromStdString(toBytes(toJson(wanted))));
        if (!written) {
            fail(written.error());
            return;
        }
        if (before && *before && (*before)->key != wanted.key)
            secrets.remove(QString::fromStdString((*before)->key), this, {});
        end();
        const QSslKey key = std::exchange(device, DeviceCertificate()).key;
        use(wanted, key);
    }

    void fail(const Error &error)
    {
        if (enrolment && !wanted.key.empty())
            secrets.remove(QString::fromStdString(wanted.key), this, {});
        device = DeviceCertificate();
        end();
        lock.unlock();
        set(State::NotEnrolled, error);
        // one that is kept and not to be had is not looked for again by itself: its words would replace these
        if (const auto kept = readKept(); !kept || !*kept || isOfAnotherHub(**kept))
            look.start(kLookMs);
    }

    void end()
    {
        if (!enrolment)
            return;
        enrolment->disconnect(this);
        enrolment->deleteLater(); // it is what called us
        enrolment = nullptr;
    }

    void forget()
    {
        ++turn;
        isReading = false;
        end();
        look.stop();
        if (const auto read = readKept(); read && *read)
            secrets.remove(QString::fromStdString((*read)->key), this, {});
        const auto removed = ownfile::remove(file());
        address = HubAddress();
        name.clear();
        set(State::NotEnrolled, removed ? Error() : removed.error());
    }

    DeviceAccess &q;
    DevicePlace place;
    QString app;
    DeviceKind kind;
    SecretStore secrets;
    LocalCode door;
    QLockFile lock;
    QTimer look; ///< for a hub on this machine, again
    Error lookProblem; ///< why what is kept is of no use

    State state = State::Looking;
    Error problem;
    HubAddress address;
    QString name;
    HubEnrolment *enrolment = nullptr; ///< under way; a child
    Kept wanted; ///< what will be kept of it
    DeviceCertificate device;
    bool isReading = false;
    int turn = 0; ///< counts starts: an answer to an earlier one is none to this
};

DeviceAccess::DeviceAccess(DevicePlace place, QString app, DeviceKind kind, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(place), std::move(app), kind))
{
}

DeviceAccess::~DeviceAccess() = default;

void DeviceAccess::start()
{
    if (d->enrolment || d->state == State::Enrolled)
        return;
    ++d->turn;
    d->isReading = false;
    d->set(State::Looking);
    d->load();
}

void DeviceAccess::enrol(const QString &code)
{
    if (d->state == State::Enrolling || d->state == State::Enrolled)
        return;
    ++d->turn;
    d->isReading = false;
    d->enrol(code.toStdString(), {});
}

void DeviceAccess::forget() { d->forget(); }

DeviceAccess::State DeviceAccess::state() const { return d->state; }

Error DeviceAccess::problem() const { return d->problem; }

HubAddress DeviceAccess::address() const { return d->address; }

QString DeviceAccess::deviceName() const { return d->name; }

SecretStore &DeviceAccess::secrets() const { return d->secrets; }

} // namespace tiepdon
