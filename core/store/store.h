// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/access/records.h"
#include "core/estimate/forecast.h"
#include "core/queue/engine.h"
#include "core/queue/quotes.h"
#include "core/store/customerreader.h"
#include "core/store/notebook.h"
#include "core/wire/accessmessage.h"
#include "core/wire/message.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tiepdon {

class DayFiguresReader;
class DayReader;

/// One event as the journal keeps it. The hash chain is the store's own.
struct JournalEntry {
    std::int64_t seq = 0; ///< from 1, no gaps
    TimeMs atMs = 0;
    StaffId actor; ///< 0: nobody signed on, the hub or its administrator
    std::string device; ///< id of the device it came from; empty: the hub itself
    std::string operation; ///< "client:n" of the operation it belongs to
    Event event;
};

/// A command as it was first answered, kept 30 days so that a retry gets the same answer.
struct OperationRecord {
    OperationId id; ///< an empty client: the hub's own doing, nothing is kept for a retry
    std::string bodyHash; ///< of method and params: the same id with another body is refused
    std::string answer; ///< JSON: {"result": …} or {"error": …}
    TimeMs atMs = 0; ///< system clock, for forgetting it
};

/// What somebody was told when they joined a queue. How long it came to be, the store sees from the call.
struct QuoteRecord {
    TicketId ticket;
    std::int64_t step = 1; ///< of the visit
    TimeMs atMs = 0;
    WaitQuote wait;
};

/// What the forecast has learned from the journal's entries up to `seq`, as it writes it itself.
struct LearnedRecord {
    std::int64_t seq = 0;
    std::string body;

    friend bool operator==(const LearnedRecord &, const LearnedRecord &) = default;
};

/// How good a day's quotes were.
struct ScoreRecord {
    std::string businessDay;
    Score score;

    friend bool operator==(const ScoreRecord &, const ScoreRecord &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("score", self.score);
    }
};

using ForecastRecord = std::variant<LearnedRecord, ScoreRecord>;

/// One call of a ticket as the journal has it, with the rule that was in force.
struct CallRecord {
    std::int64_t seq = 0; ///< of the journal's entry
    TimeMs atMs = 0;
    StaffId actor;
    event::TicketCalled call;
    CallingRule rule;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("atMs", self.atMs);
        visit("actor", self.actor);
        visit("call", self.call);
        visit("rule", self.rule);
    }
};

/// All of one operation: it is on disk whole or not at all.
struct Commit {
    std::vector<JournalEntry> entries; ///< none for a refusal or a command that changed nothing
    std::vector<Touched> touched; ///< what each entry did, in the order of `entries`
    std::string businessDay; ///< the day its tickets belong to
    OperationRecord operation;
    std::vector<AccessChange> access; ///< records of devices and people as they are from now on, in order
    std::vector<CustomerChange> customers; ///< records about customers as they are from now on, in order
    std::vector<AuditEntry> audit; ///< the store numbers and chains them
    std::vector<QuoteRecord> quotes; ///< first ones, of the tickets in `touched`
    std::vector<ForecastRecord> forecast;
    std::vector<NotebookEntry> notebook; ///< as they are from now on, in order
};

/// What a start finds on disk.
struct Recovered {
    BranchState state;
    std::int64_t lastSeq = 0; ///< 0: an empty journal
    TimeMs lastMs = 0; ///< time of the last event
    std::int64_t replayedEvents = 0;
    std::vector<AccessChange> access; ///< devices, accounts, live sessions and open enrolments
    LastCustomerIds lastCustomerIds;
    Notebook notebook;
    Forecast forecast; ///< having learned from all that is on disk
};

/// How far journal and audit have come, with the hashes of their last entries (64 hexadecimal digits).
struct ChainEnds {
    std::int64_t branch = 0;
    std::int64_t journalSeq = 0;
    std::string journalHash;
    std::int64_t auditSeq = 0;
    std::string auditHash;

    friend bool operator==(const ChainEnds &, const ChainEnds &) = default;
};

/// The branch's database: owns the lock on the data directory, the one writer thread with the one writing
/// connection, a reader thread, one for questions about customers, one for past days and one for figures. Lives on
/// the thread that made it; its signals and callbacks come there. Destroying it waits for what was given to
/// `commit`.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Makes a new database in `directory` (which exists) for the branch of this id.
    /// AlreadyInitialised, FileNotWritable, StorageFull, DirectoryInUse; of the key that customers' data is sealed
    /// with (core/store/sealing.h) BadFile and FileNotReadable. Interrupted, it can be done again.
    static Result<void> create(const QString &directory, std::int64_t branchId);
    /// As `create`, with somebody who may sign in and make everybody else: on an interrupted database too, and on
    /// one that has no account at all.
    static Result<void> create(const QString &directory, std::int64_t branchId, const Account &administrator);
    /// Writes an account into the database of a hub that is stopped: for who has lost the last password. Audited as
    /// "accountReset". Its open sessions end. NotInitialised, DirectoryInUse and what `open` is refused with.
    static Result<void> resetAccount(const QString &directory, const Account &account);
    /// Opens the database and takes the directory for this process. NotInitialised, DirectoryInUse,
    /// DatabaseNewer (detail: "found", "known"; nothing is written), DatabaseDamaged, StorageFull,
    /// StorageFailed. Older databases are migrated first. Where customers' data is sealed, the key file must be
    /// there and theirs: FileNotReadable, BadFile (detail: "file"), and nothing is served.
    static Result<std::unique_ptr<Store>> open(const QString &directory);
    ~Store() override;

    /// The branch's id in its bank.
    [[nodiscard]] std::int64_t branch() const;

    /// The state after replaying the last day opened, with the hash chain of that part checked.
    /// DatabaseDamaged when the chain is broken, an entry cannot be read, or the journal or the audit does not end
    /// where it had come to. Call once, before `commit`.
    Result<Recovered> recover();

    /// Hands one operation to the writer; those that wait together are committed together. In order.
    /// Answered by `committed` or `failed`.
    void commit(Commit commit);
    /// How many commits were handed over and are not answered yet.
    [[nodiscard]] std::size_t pending() const;

    /// After `failed`: everything handed over and not committed is forgotten, new commits are taken again.
    /// `done` says whether a small write now succeeds and has room behind it. StorageFull while not: then
    /// what was handed over since is not answered, until another `resume` forgets it.
    void resume(std::function<void(Result<void>)> done);

    /// The first answer to an operation, if it was ever given.
    void findOperation(const OperationId &id, std::function<void(Result<std::optional<OperationRecord>>)> done);
    /// Entries of the audit, newest first. Not checked against its chain.
    void findAudit(const AuditQuery &query, std::function<void(Result<std::vector<AuditEntry>>)> done);
    /// The scores kept, newest day first, at most so many.
    void findScores(std::int64_t daysMax, std::function<void(Result<std::vector<ScoreRecord>>)> done);
    /// The calls of the ticket with this printed number of a day (empty: of the last day opened), oldest first; of
    /// several the one issued last. UnknownTicket.
    void findCalls(const std::string &number, const std::string &businessDay,
                   std::function<void(Result<std::vector<CallRecord>>)> done);
    /// What was written down earlier. As they are on disk.
    void findNotes(const NotesQuery &query, std::function<void(Result<std::vector<NotebookEntry>>)> done);
    /// As they are on disk.
    void findEnds(std::function<void(Result<ChainEnds>)> done);
    /// Questions about customers; for as long as the store is there.
    [[nodiscard]] CustomerReader &customers();
    /// Questions about past days and the open one (core/store/dayreader.h); for as long as the store is there.
    [[nodiscard]] DayReader &pastDays();
    /// Figures of business days (core/store/dayfigures.h); for as long as the store is there.
    [[nodiscard]] DayFiguresReader &figures();
    /// 32 hexadecimal digits that say nothing about the text to who lacks the branch's key, where a plain hash of
    /// something as short as a phone number could be tried out. The same for the same text.
    [[nodiscard]] std::string keyedHash(std::string_view text) const;
    /// A secret as it may stand in the notebook, and back: with the branch's key, and for this `use` alone
    /// ("mail"). DatabaseDamaged for what does not open.
    [[nodiscard]] std::string sealed(std::string_view use, std::string_view secret) const;
    [[nodiscard]] Result<std::string> opened(std::string_view use, std::string_view sealed) const;
    /// The highest n among the operations of a client's run; 0 when it has none.
    void highestOperation(const std::string &client, std::function<void(Result<std::int64_t>)> done);

Q_SIGNALS:
    /// The first `count` pending commits are durable.
    void committed(qulonglong count);
    /// Nothing pending was written. StorageFull: space may come back, see `resume`. StorageFailed or
    /// DatabaseDamaged: the process must end.
    void failed(const tiepdon::Error &error);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
