// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/accesstables.h"
#include "core/store/customerlookup.h"
#include "core/store/customerwriter.h"
#include "core/store/dayfigures.h"
#include "core/store/dayreader.h"
#include "core/store/forecasttables.h"
#include "core/store/journal.h"
#include "core/store/reader.h"
#include "core/store/schema.h"
#include "core/store/writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>

#include <algorithm>

namespace tiepdon {
namespace {

/// Takes a data directory for this process; it is given back when the lock goes. What a killed process
/// left behind is taken over.
Result<std::unique_ptr<QLockFile>> lockOf(const QString &directory)
{
    auto lock = std::make_unique<QLockFile>(QDir(directory).filePath(QStringLiteral("hub.lock")));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return Error{ErrorCode::FileNotWritable,
                     "cannot write " + lock->fileName().toStdString(),
                     {{"file", lock->fileName().toStdString()}}};
    qint64 pid = 0;
    QString host;
    QString program;
    (void)lock->getLockInfo(&pid, &host, &program);
    // In a container the next run may get the number of the killed one and take its lock for its own; the
    // system's lock on the file tells them apart.
    if (pid == QCoreApplication::applicationPid() && lock->removeStaleLockFile() && lock->tryLock(0))
        return lock;
    return Error{ErrorCode::DirectoryInUse,
                 "process " + std::to_string(pid) + " uses " + directory.toStdString(),
                 {{"pid", std::to_string(pid)}, {"host", host.toStdString()}, {"program", program.toStdString()}}};
}

/// A database of the version known, and what is sealed in it opens.
struct Prepared {
    std::int64_t branch = 0;
    Sealing sealing;
};

/// Brings the database to the version known. The directory is locked.
Result<Prepared> prepare(const QString &directory)
{
    const auto found = openToRead(directory);
    if (!found)
        return found.error();
    auto connection = Connection::open(directory, Connection::Mode::Write);
    if (!connection)
        return std::move(connection).error();
    if (auto migrated = migrate(**connection, found->version); !migrated)
        return std::move(migrated).error();
    auto sealing = prepareSealing(**connection, directory, found->branch);
    if (!sealing)
        return std::move(sealing).error();
    return Prepared{found->branch, *sealing};
}

/// Writes one commit while no hub does. The directory is locked.
Result<void> writeOnce(const QString &directory, const Prepared &prepared, Commit commit)
{
    Result<void> result;
    {
        Writer writer([](std::size_t) {}, [&result](const Error &error) { result = error; });
        if (auto started = writer.start(directory, prepared.branch, prepared.sealing); !started)
            return started;
        writer.commit(std::move(commit));
    } // its end waits for what is queued
    return result;
}

/// An account made or mended on the hub's machine, where nobody can sign in for it.
Commit commitOf(const Account &account, std::vector<AccessChange> more, const char *action, TimeMs now)
{
    Commit commit;
    commit.access = std::move(more);
    commit.access.insert(commit.access.begin(), account);
    AuditEntry entry;
    entry.atMs = now;
    entry.action = action;
    entry.subject = "staff " + std::to_string(account.staff.value);
    entry.outcome = "done";
    entry.detail = "hub=stopped";
    commit.audit.push_back(std::move(entry));
    return commit;
}

} // namespace

class Store::Private
{
public:
    QString directory;
    std::int64_t branch = 0;
    std::optional<Sealing> sealing; ///< there since `open`
    std::unique_ptr<QLockFile> lock;
    // What is queued is written before the lock goes. The writer's connection is the last to close: only it
    // can bring the log home into the database's file.
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<CustomerReader> customers;
    std::unique_ptr<DayReader> pastDays;
    std::unique_ptr<DayFiguresReader> figures;
    std::size_t pending = 0;
    bool hasFailed = false;
};

Store::Store(std::unique_ptr<Private> content) : d(std::move(content)) { }

Store::~Store() = default;

Result<void> Store::create(const QString &directory, std::int64_t branchId)
{
    const auto lock = lockOf(directory);
    if (!lock)
        return lock.error();
    const QString file = Connection::fileIn(directory);
    const Error taken{ErrorCode::AlreadyInitialised,
                      "there is a database already: " + file.toStdString(),
                      {{"file", file.toStdString()}}};
    int version = 0;
    if (QFile::exists(file)) {
        const auto existing = openToRead(directory);
        // Only what an interrupted `create` left may be gone on with.
        if (existing || existing.error().code != ErrorCode::NotInitialised)
            return taken;
    }
    const auto created = [&]() -> Result<void> {
        auto connection = Connection::open(directory, Connection::Mode::Write);
        if (!connection)
            return std::move(connection).error();
        const auto found = schemaVersion(**connection);
        if (!found)
            return found.error();
        version = *found;
        if (auto migrated = migrate(**connection, version); !migrated)
            return migrated;
        if (auto made = Sealing::makeFile(directory); !made)
            return made;
        const auto sealing = Sealing::open(directory);
        if (!sealing)
            return sealing.error();
        auto statement = Statement::prepare(
            **connection,
            QStringLiteral("INSERT INTO branch (branch, last_seq, last_hash, probes, customer_key_check) "
                           "VALUES (:branch, 0, :last_hash, 0, :customer_key_check)"),
            {QStringLiteral("branch"), QStringLiteral("last_hash"), QStringLiteral("customer_key_check")});
        if (!statement)
            return std::move(statement).error();
        return statement->run({wholeValue(branchId), QString::fromLatin1(HashChain(branchId).hash()),
                               textValue(sealing->checkOf(branchId))});
    }();
    if (!created && created.error().code == ErrorCode::StorageFailed)
        return Error{ErrorCode::FileNotWritable, created.error().message, {{"file", file.toStdString()}}};
    return created;
}

Result<void> Store::create(const QString &directory, std::int64_t branchId, const Account &administrator)
{
    if (auto created = create(directory, branchId);
        !created && created.error().code != ErrorCode::AlreadyInitialised)
        return created;
    const auto lock = lockOf(directory);
    if (!lock)
        return lock.error();
    const auto prepared = prepare(directory);
    if (!prepared)
        return prepared.error();
    {
        const auto connection = Connection::open(directory, Connection::Mode::Read);
        if (!connection)
            return connection.error();
        const auto records = accessRecords(**connection, prepared->branch, 0);
        if (!records)
            return records.error();
        for (const AccessChange &record : *records) {
            if (std::holds_alternative<Account>(record))
                return Error{ErrorCode::AlreadyInitialised,
                             "there are accounts already",
                             {{"file", Connection::fileIn(directory).toStdString()}}};
        }
    }
    return writeOnce(directory, *prepared,
                     commitOf(administrator, {}, "accountAdded", QDateTime::currentMSecsSinceEpoch()));
}

Result<void> Store::resetAccount(const QString &directory, const Account &account)
{
    const auto lock = lockOf(directory);
    if (!lock)
        return lock.error();
    const auto prepared = prepare(directory);
    if (!prepared)
        return prepared.error();
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    std::vector<AccessChange> ended;
    {
        const auto connection = Connection::open(directory, Connection::Mode::Read);
        if (!connection)
            return connection.error();
        const auto records = accessRecords(**connection, prepared->branch, now);
        if (!records)
            return records.error();
        for (const AccessChange &record : *records) {
            const auto *session = std::get_if<Session>(&record);
            if (!session || session->staff != account.staff)
                continue;
            Session over = *session;
            over.endedMs = now;
            ended.push_back(over);
        }
    }
    return writeOnce(directory, *prepared, commitOf(account, std::move(ended), "accountReset", now));
}

std::int64_t Store::branch() const { return d->branch; }

Result<std::unique_ptr<Store>> Store::open(const QString &directory)
{
    if (!QFile::exists(Connection::fileIn(directory)))
        return Error{ErrorCode::NotInitialised,
                     "no branch database in " + directory.toStdString(),
                     {{"directory", directory.toStdString()}}};
    auto d = std::make_unique<Private>();
    auto lock = lockOf(directory);
    if (!lock)
        return std::move(lock).error();
    d->lock = std::move(*lock);
    d->directory = directory;
    const auto prepared = prepare(directory);
    if (!prepared)
        return prepared.error();
    d->branch = prepared->branch;
    d->sealing = prepared->sealing;

    auto store = std::unique_ptr<Store>(new Store(std::move(d)));
    Store *self = store.get();
    const auto deliver = [self](std::function<void()> what) {
        QMetaObject::invokeMethod(self, std::move(what), Qt::QueuedConnection);
    };
    self->d->writer = std::make_unique<Writer>(
        [=](std::size_t count) {
            deliver([=] {
                self->d->pending -= std::min(count, self->d->pending);
                Q_EMIT self->committed(count);
            });
        },
        [=](const Error &error) {
            deliver([=] {
                self->d->hasFailed = true;
                Q_EMIT self->failed(error);
            });
        });
    if (auto started = self->d->writer->start(directory, self->d->branch, *self->d->sealing); !started)
        return std::move(started).error();
    self->d->reader = std::make_unique<Reader>();
    if (auto started = self->d->reader->start(directory, self->d->branch); !started)
        return std::move(started).error();
    self->d->customers = std::make_unique<CustomerReader>();
    if (auto started = self->d->customers->start(directory, self->d->branch, *self->d->sealing); !started)
        return std::move(started).error();
    self->d->pastDays = std::make_unique<DayReader>();
    if (auto started = self->d->pastDays->start(directory, self->d->branch); !started)
        return std::move(started).error();
    self->d->figures = std::make_unique<DayFiguresReader>();
    if (auto started = self->d->figures->start(directory, self->d->branch); !started)
        return std::move(started).error();
    return store;
}

Result<Recovered> Store::recover()
{
    auto connection = Connection::open(d->directory, Connection::Mode::Read);
    if (!connection)
        return std::move(connection).error();
    const auto opened = lastOpening(**connection, d->branch);
    if (!opened)
        return opened.error();
    const std::int64_t fromSeq = std::max<std::int64_t>(*opened, 1);
    const auto before = journalEnd(**connection, d->branch, fromSeq - 1);
    if (!before)
        return before.error();
    HashChain chain(d->branch);
    Recovered recovered;
    const auto learned = learnedRecord(**connection, d->branch);
    if (!learned)
        return learned.error();
    bool isLearned = false;
    if (*learned) {
        const auto body = parseJson((*learned)->body);
        const auto image = body ? fromJson<Forecast::Image>(*body, UnknownFields::Ignore)
                                : Result<Forecast::Image>(body.error());
        if (image) { // what cannot be read is learned anew
            recovered.forecast = Forecast(*image);
            isLearned = true;
        }
    }
    const std::int64_t learnedSeq = isLearned ? (*learned)->seq : 0;
    if (*before) {
        chain.continueAfter((*before)->hash);
        recovered.lastSeq = (*before)->seq;
    }

    auto reader = JournalReader::start(**connection, d->branch, fromSeq);
    if (!reader)
        return std::move(reader).error();
    for (;;) {
        const auto row = reader->next();
        if (!row)
            return row.error();
        if (!*row) {
            const auto noted = notedEnd(**connection, d->branch);
            if (!noted)
                return noted.error();
            if (noted->seq != recovered.lastSeq || noted->hash != chain.hash())
                return Error{ErrorCode::DatabaseDamaged,
                             "the journal ends at " + std::to_string(recovered.lastSeq) + ", it had reached "
                                 + std::to_string(noted->seq),
                             {{"seq", std::to_string(recovered.lastSeq)}}};
            if (auto checked = checkAuditEnd(**connection, d->branch); !checked)
                return std::move(checked).error();
            auto access = accessRecords(**connection, d->branch, QDateTime::currentMSecsSinceEpoch());
            if (!access)
                return std::move(access).error();
            recovered.access = std::move(*access);
            const auto ids = CustomerLookup(**connection, d->branch, *d->sealing).lastIds();
            if (!ids)
                return ids.error();
            recovered.lastCustomerIds = *ids;
            auto notebook = notebookOf(**connection, d->branch);
            if (!notebook)
                return std::move(notebook).error();
            recovered.notebook = std::move(*notebook);
            return recovered;
        }
        const std::int64_t seq = (*row)->seq;
        const auto damaged = [&](const std::string &what) {
            return Error{ErrorCode::DatabaseDamaged,
                         "journal entry " + std::to_string(seq) + " " + what,
                         {{"seq", std::to_string(seq)}}};
        };
        if (seq != recovered.lastSeq + 1)
            return damaged("does not follow " + std::to_string(recovered.lastSeq));
        if (chain.extend(**row) != (*row)->hash)
            return damaged("breaks the hash chain");
        const auto event = eventOf(**row);
        if (!event)
            return event.error();
        const Touched touched = apply(recovered.state, *event, (*row)->atMs);
        if (seq > learnedSeq)
            recovered.forecast.follow(recovered.state, *event, touched, (*row)->atMs);
        if (!isLearned && std::holds_alternative<event::DayOpened>(*event)) {
            // behind the opening, which says what services there are
            const auto done = doneServices(**connection, d->branch, recovered.state.businessDay());
            if (!done)
                return done.error();
            for (const SeenCall &call : *done)
                recovered.forecast.learn(call);
        }
        recovered.lastSeq = seq;
        recovered.lastMs = (*row)->atMs;
        ++recovered.replayedEvents;
    }
}

void Store::commit(Commit commit)
{
    ++d->pending;
    d->writer->commit(std::move(commit));
}

std::size_t Store::pending() const { return d->pending; }

void Store::resume(std::function<void(Result<void>)> done)
{
    if (d->hasFailed)
        d->pending = 0;
    d->writer->probe([this, done = std::move(done)](const Result<void> &written) {
        QMetaObject::invokeMethod(
            this,
            [this, done, written] {
                d->hasFailed = !written;
                done(written);
            },
            Qt::QueuedConnection);
    });
}

void Store::findOperation(const OperationId &id, std::function<void(Result<std::optional<OperationRecord>>)> done)
{
    d->reader->findOperation(id, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

void Store::findAudit(const AuditQuery &query, std::function<void(Result<std::vector<AuditEntry>>)> done)
{
    d->reader->findAudit(query, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

void Store::findScores(std::int64_t daysMax, std::function<void(Result<std::vector<ScoreRecord>>)> done)
{
    d->reader->findScores(daysMax, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

void Store::findCalls(const std::string &number, const std::string &businessDay,
                      std::function<void(Result<std::vector<CallRecord>>)> done)
{
    d->reader->findCalls(number, businessDay, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

void Store::findNotes(const NotesQuery &query, std::function<void(Result<std::vector<NotebookEntry>>)> done)
{
    d->reader->findNotes(query, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

std::string Store::sealed(std::string_view use, std::string_view secret) const
{
    return d->sealing->seal({d->branch, 0, use}, secret);
}

Result<std::string> Store::opened(std::string_view use, std::string_view sealed) const
{
    return d->sealing->unseal({d->branch, 0, use}, sealed);
}

void Store::findEnds(std::function<void(Result<ChainEnds>)> done)
{
    d->reader->findEnds([this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

CustomerReader &Store::customers() { return *d->customers; }

DayReader &Store::pastDays() { return *d->pastDays; }

DayFiguresReader &Store::figures() { return *d->figures; }

std::string Store::keyedHash(std::string_view text) const { return d->sealing->lookup("text", text); }

void Store::highestOperation(const std::string &client, std::function<void(Result<std::int64_t>)> done)
{
    d->reader->highestOperation(client, [this, done = std::move(done)](const auto &found) {
        QMetaObject::invokeMethod(
            this, [done, found] { done(found); }, Qt::QueuedConnection);
    });
}

} // namespace tiepdon
