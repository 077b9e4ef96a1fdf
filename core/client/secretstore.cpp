// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/secretstore.h"

#include "core/client/ownfile.h"
#include "core/wire/json.h"

#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDir>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <deque>

namespace tiepdon {
namespace {

const QString kService = QStringLiteral("tiepdon");
// A keychain may ask its user for a password; who does not answer in this time is not there.
constexpr int kAnswerMsMax = 20000;

// Where a secret is, and the secret itself when that is no keychain: one small file for each, so that the two
// change together.
struct Place {
    std::optional<std::string> keychain; ///< the entry's name there
    std::optional<std::string> secret; ///< base64

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("keychain", self.keychain);
        visit("secret", self.secret);
    }
};

Error locked(const std::string &why) { return {ErrorCode::SecretsLocked, why, {}}; }

Error failed(const Error &error) { return {ErrorCode::SecretsFailed, error.message, error.detail}; }

/// Whether one of the names on a bus is that of a keychain which QtKeychain speaks with.
bool hasKeychain(const QStringList &names)
{
    return names.contains(QStringLiteral("org.freedesktop.secrets"))
        || names.contains(QStringLiteral("org.kde.kwalletd5"))
        || names.contains(QStringLiteral("org.kde.kwalletd6"));
}

} // namespace

/// Does one thing after the other, so that what is written is there for the read that was asked for later.
class SecretStore::Private : public QObject
{
public:
    enum class Kind { Read, Write, Remove };

    struct Task {
        Kind kind = Kind::Read;
        QString key;
        QByteArray secret;
        QPointer<QObject> context;
        bool hasContext = false;
        std::function<void(const Result<std::optional<QByteArray>> &)> done;
    };

    Private(SecretStore &store, QString where, QString name)
        : QObject(&store), q(store), folder(std::move(where)), app(std::move(name))
    {
        limit.setSingleShot(true);
        limit.setInterval(kAnswerMsMax);
        connect(&limit, &QTimer::timeout, this, [this] { finish(locked("the keychain does not answer")); });
        filesKept = countFiles();
    }

    void add(Task task)
    {
        tasks.push_back(std::move(task));
        if (tasks.size() == 1)
            QMetaObject::invokeMethod(this, &Private::begin, Qt::QueuedConnection);
    }

    void begin()
    {
        ++run;
        const Task &task = tasks.front();
        limit.start();
        if (task.kind == Kind::Write) {
            askForKeychain(&Private::beginWrite);
            return;
        }
        const auto known = place(task.key);
        if (!known && task.kind == Kind::Remove) {
            finish(removeFile());
        } else if (!known) {
            finish(known.error());
        } else if (!known->keychain) {
            if (task.kind == Kind::Remove)
                finish(removeFile());
            else if (known->secret)
                finish(std::optional(QByteArray::fromBase64(QByteArray::fromStdString(*known->secret))));
            else
                finish(std::optional<QByteArray>());
        } else {
            entry = QString::fromStdString(*known->keychain);
            askForKeychain(task.kind == Kind::Read ? &Private::beginRead : &Private::beginRemove);
        }
    }

    /// Looks, without waking it, whether the system has a keychain; goes on with `next`.
    void askForKeychain(void (Private::*next)(bool))
    {
        if (qEnvironmentVariable("TIEPDON_SECRETS") == QStringLiteral("file")) {
            (this->*next)(false);
            return;
        }
        askBus(QStringLiteral("ListNames"), [this, next](bool isRunning) {
            if (isRunning)
                (this->*next)(true);
            else
                askBus(QStringLiteral("ListActivatableNames"),
                       [this, next](bool isThere) { (this->*next)(isThere); });
        });
    }

    void askBus(const QString &method, const std::function<void(bool)> &then)
    {
        const QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected()) {
            then(false);
            return;
        }
        const QString name = QStringLiteral("org.freedesktop.DBus");
        auto *watcher = new QDBusPendingCallWatcher(
            bus.asyncCall(
                QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/DBus"), name, method),
                kAnswerMsMax),
            this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then, asked = run] {
            watcher->deleteLater();
            if (asked != run)
                return;
            const QDBusPendingReply<QStringList> reply = *watcher;
            if (reply.isError() && QDBusConnection::sessionBus().isConnected())
                finish(locked(reply.error().message().toStdString()));
            else
                then(!reply.isError() && hasKeychain(reply.value()));
        });
    }

    void beginRead(bool isThere)
    {
        if (!isThere) {
            finish(locked("the keychain that holds the secret is not there"));
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(kService);
        start(job, [this, job] {
            if (job->error() == QKeychain::NoError)
                finish(std::optional(QByteArray::fromBase64(job->textData().toLatin1())));
            else if (job->error() == QKeychain::EntryNotFound) // also said of one that stays locked
                finish(locked("the keychain is locked, or no longer holds the secret"));
            else
                finish(locked(job->errorString().toStdString()));
        });
    }

    void beginWrite(bool isThere)
    {
        const Task &task = tasks.front();
        if (!isThere) {
            finish(keep({std::nullopt, task.secret.toBase64().toStdString()}));
            return;
        }
        // programs of one user with folders of their own (a demonstration beside the real one) stay apart
        const QByteArray where
            = QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256)
                  .left(4)
                  .toHex();
        entry = QStringLiteral("%1/%2/%3").arg(app, task.key, QString::fromLatin1(where));
        auto *job = new QKeychain::WritePasswordJob(kService);
        job->setTextData(QString::fromLatin1(task.secret.toBase64()));
        start(job, [this, job] {
            if (job->error() == QKeychain::NoError)
                finish(keep({entry.toStdString(), std::nullopt}));
            else
                finish(locked(job->errorString().toStdString()));
        });
    }

    void beginRemove(bool isThere)
    {
        // forgotten here first: it is not asked for again, whatever the keychain does
        const Result<std::optional<QByteArray>> forgotten = removeFile();
        if (!forgotten) {
            finish(forgotten);
            return;
        }
        if (!isThere) {
            finish(locked("the keychain that holds the secret is not there"));
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(kService);
        start(job, [this, job] {
            if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
                finish(std::optional<QByteArray>());
            else
                finish(locked(job->errorString().toStdString()));
        });
    }

    /// A job that nobody waits for any more ends by itself, unheard.
    template <class Job, class Then>
    void start(Job *job, Then then)
    {
        job->setKey(entry);
        connect(job, &QKeychain::Job::finished, this, [this, then, asked = run] {
            if (asked == run)
                then();
        });
        job->start();
    }

    void finish(const Result<std::optional<QByteArray>> &result)
    {
        ++run;
        limit.stop();
        Task task = std::move(tasks.front());
        tasks.pop_front();
        task.secret.fill('\0');
        if (!tasks.empty())
            QMetaObject::invokeMethod(this, &Private::begin, Qt::QueuedConnection);
        const int files = countFiles();
        if ((files > 0) != (filesKept > 0)) {
            filesKept = files;
            Q_EMIT q.fileFolderChanged();
        }
        if (task.done && (!task.hasContext || task.context))
            QMetaObject::invokeMethod( // never inside the call that asked, nor inside the keychain's own
                this,
                [task, result] {
                    if (!task.hasContext || task.context)
                        task.done(result);
                },
                Qt::QueuedConnection);
    }

    // ---- files ----

    QString file(const QString &key) const { return QDir(folder).filePath(key + QStringLiteral(".secret")); }

    Result<Place> place(const QString &key) const
    {
        const auto bytes = ownfile::read(file(key));
        if (!bytes)
            return failed(bytes.error());
        if (!*bytes)
            return Place();
        const auto json = parseJson((*bytes)->toStdString());
        auto known = json ? fromJson<Place>(*json, UnknownFields::Ignore) : Result<Place>(json.error());
        if (!known || (known->keychain.has_value() == known->secret.has_value()))
            return Error{ErrorCode::SecretsFailed,
                         file(key).toStdString() + " is damaged",
                         {{"file", file(key).toStdString()}}};
        return known;
    }

    Result<std::optional<QByteArray>> keep(const Place &where)
    {
        const std::string bytes = toBytes(toJson(where));
        Result<void> kept = ownfile::makeFolder(folder);
        if (kept)
            kept = ownfile::write(file(tasks.front().key), QByteArray::fromStdString(bytes));
        if (!kept)
            return failed(kept.error());
        return std::optional<QByteArray>();
    }

    Result<std::optional<QByteArray>> removeFile()
    {
        const auto removed = ownfile::remove(file(tasks.front().key));
        if (!removed)
            return failed(removed.error());
        return std::optional<QByteArray>();
    }

    /// How many secrets are in files themselves.
    int countFiles() const
    {
        int count = 0;
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.secret")}, QDir::Files);
        for (const QString &name : names) {
            const auto known = place(name.chopped(static_cast<int>(qstrlen(".secret"))));
            if (known && known->secret)
                ++count;
        }
        return count;
    }

    SecretStore &q;
    QString folder;
    QString app;
    std::deque<Task> tasks; ///< the first is under way
    QTimer limit;
    QString entry; ///< of the task under way
    int run = 0; ///< counts tasks begun and ended: an answer of an earlier one is not taken for this one's
    int filesKept = 0;
};

SecretStore::SecretStore(QString folder, QString app, QObject *parent)
    : QObject(parent), d(new Private(*this, std::move(folder), std::move(app)))
{
}

void SecretStore::read(const QString &key, QObject *context,
                       std::function<void(const Result<std::optional<QByteArray>> &)> done)
{
    d->add({Private::Kind::Read, key, {}, context, context != nullptr, std::move(done)});
}

void SecretStore::write(const QString &key, const QByteArray &secret, QObject *context,
                        std::function<void(const Result<void> &)> done)
{
    d->add({Private::Kind::Write, key, secret, context, context != nullptr,
            [done = std::move(done)](const Result<std::optional<QByteArray>> &result) {
                if (done)
                    done(result ? Result<void>() : Result<void>(result.error()));
            }});
}

void SecretStore::remove(const QString &key, QObject *context, std::function<void(const Result<void> &)> done)
{
    d->add({Private::Kind::Remove,
            key,
            {},
            context,
            context != nullptr,
            [done = std::move(done)](const Result<std::optional<QByteArray>> &result) {
                if (done)
                    done(result ? Result<void>() : Result<void>(result.error()));
            }});
}

QString SecretStore::fileFolder() const { return d->filesKept > 0 ? d->folder : QString(); }

} // namespace tiepdon
