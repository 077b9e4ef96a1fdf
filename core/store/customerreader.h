// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/customer/records.h"
#include "core/store/sealing.h"
#include "core/wire/customermessage.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// What is looked for: everybody whom any part of it fits. Nothing in it finds nobody.
struct CustomerSearch {
    std::vector<std::string> words = {}; ///< folded; a name must have all, each as a word or a word's beginning
    std::vector<Identifier> identifiers = {}; ///< in their normal form; their ids say nothing
    std::string phoneEnd = {}; ///< six digits or more, the last of a phone
    std::int64_t limit = 20; ///< 1–200
};

struct FoundCustomer {
    Customer customer; ///< unmasked
    FoundBy foundBy = FoundBy::Name;
    TimeMs lastVisitMs = 0; ///< when their last ticket was taken; 0: never here
};

/// Those found by a number first, then by name: names that have every word whole before those that have beginnings,
/// among them who was here last first.
struct FoundCustomers {
    std::vector<FoundCustomer> found;
    bool isMore = false;
    bool isSuperseded = false; ///< the same asker has asked again since; nothing was looked up
};

struct Timeline {
    std::vector<EarlierStep> visits; ///< steps by the time somebody came, newest first; a visit's by their number
    std::vector<Happening> happenings;
    std::vector<CustomerNote> notes; ///< not taken back
    bool isMore = false;
};

/// What the branch's segments are made by.
struct CustomerFacts {
    Customer customer;
    std::vector<ProductHeld> products;
    std::int64_t visitsInYear = 0;
};

/// All that is kept of one visit while nobody knows whose it is.
struct VisitRecords {
    std::optional<VisitGoal> goal; ///< whosever the visit is
    std::vector<CustomerNote> notes; ///< not taken back
    std::vector<Happening> happenings;
    std::vector<OpenItem> items;
};

/// A ticket of a day, open or not.
struct TicketOfDay {
    TicketId ticket;
    CustomerId customer; ///< 0: nobody's
    StaffId staff; ///< who last had it at a counter; 0: nobody
};

/// A happening by the books it was imported from.
struct HappeningKey {
    CustomerId customer;
    HappeningKind kind = HappeningKind::Purchase;
    std::string reference;
};

/// The ids of customers a branch makes begin behind its own id times this.
constexpr std::int64_t kCustomersOfBranch = 1'000'000'000;

/// The last number given to each kind of thing the branch keeps about people; 0: none yet.
struct LastCustomerIds {
    CustomerId customer = {}; ///< of those this branch made; the branch's id x kCustomersOfBranch: none yet
    ConsentId consent = {};
    HappeningId happening = {};
    CustomerNoteId note = {};
    OpenItemId item = {};
};

/// Reads what is kept about customers, from a connection that cannot write, on a thread of its own, so that a
/// search delays nothing else. Owned by `Store`; lives on its thread, where callbacks come, in the order of the
/// questions. What was committed before a question is in its answer. Every answer is an Error where the database
/// cannot be read: StorageFailed, DatabaseDamaged (also for what is sealed and does not open). `nowMs` is the
/// branch's clock.
class CustomerReader : public QObject
{
public:
    template <class Answer>
    using Done = std::function<void(Result<Answer>)>;

    CustomerReader();
    ~CustomerReader() override;

    /// Opens the connection; to be called once, first.
    Result<void> start(const QString &directory, std::int64_t branch, const Sealing &sealing);

    /// A later search of the same `asker` takes the place of one that has not ended, which is then answered as
    /// superseded.
    void find(std::uint64_t asker, CustomerSearch search, Done<FoundCustomers> done);
    /// Records of those that exist, in the order asked for.
    void read(std::vector<CustomerId> customers, TimeMs nowMs, Done<std::vector<CustomerRecord>> done);
    /// What came before a time (none: all), newest first. Each list has at most `limit` (1–200) and, where one was
    /// cut off, only what is not older than the oldest of the one that reaches back least.
    void timeline(CustomerId customer, std::optional<TimeMs> beforeMs, std::int64_t limit, Done<Timeline> done);
    /// Names unmasked.
    void openItems(OpenItemsQuery query, TimeMs nowMs, Done<OpenItemsAnswer> done);
    void openItem(OpenItemId item, Done<std::optional<OpenItem>> done);
    void note(CustomerNoteId note, Done<std::optional<CustomerNote>> done);
    /// Who has each of these, in their order: nobody, one, or several. At most 20 of each.
    void byIdentifiers(std::vector<Identifier> identifiers, Done<std::vector<std::vector<CustomerId>>> done);
    /// The happening of each key, in their order.
    void byReferences(std::vector<HappeningKey> keys, Done<std::vector<std::optional<Happening>>> done);
    /// How many are of each segment, those of none among them; segments nobody is of are left out.
    void segmentCounts(Done<std::vector<SegmentCount>> done);
    /// Up to `count` (1–1000) customers with a larger id, by id.
    void customersAfter(CustomerId customer, std::int64_t count, TimeMs nowMs,
                        Done<std::vector<CustomerFacts>> done);
    void ticketsOfDay(const std::string &businessDay, Done<std::vector<TicketOfDay>> done);
    void draft(StaffId staff, CustomerId customer, TicketId ticket, Done<std::optional<NoteDraft>> done);
    void draftsOf(StaffId staff, Done<std::vector<NoteDraft>> done); ///< newest first
    void goal(TicketId ticket, Done<std::optional<VisitGoal>> done);
    /// What has this ticket and no customer, newest first; at most 200 of each.
    void visitRecords(TicketId ticket, Done<VisitRecords> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
