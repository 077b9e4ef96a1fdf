// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/hub/acquaintances.h"
#include "core/hub/arrivals.h"
#include "core/hub/customerdecisions.h"
#include "core/hub/identities.h"
#include "core/store/store.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiepdon {

/// Answers what is asked about customers, as the asker's role may see it. That something was read is on disk before
/// it is answered. Main thread of the hub; owned by `CustomerDesk`.
class CustomerQuestions : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<Json> &)>;
    /// Leaves a refusal in the audit.
    using Refused = std::function<void(const Asker &asker, AuditEntry entry)>;

    /// All outlive it.
    CustomerQuestions(BranchHost &host, Store &store, const DayTickets &tickets, Refused refused,
                      QObject *parent = nullptr);

    [[nodiscard]] static bool isQuestion(std::string_view method);
    /// `asker` was found allowed to ask this at all.
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer);

    [[nodiscard]] Acquaintances &acquaintances() { return m_acquaintances; }
    [[nodiscard]] Identities &identities() { return m_identities; }
    [[nodiscard]] ReportedArrivals &arrivals() { return m_arrivals; }
    void setSettling(bool isSettling) { m_isSettling = isSettling; }
    /// Something about customers or their visits is on disk: what is being read now is not shared with who asks
    /// later.
    void changed() { m_reads.clear(); }
    /// Another day: tickets of the last one are looked at no more.
    void dayOpened();

private:
    /// A list that a window keeps fresh is one reading for so long.
    static constexpr TimeMs kListReadMs = 10 * kMinuteMs;

    /// Whom a card is of, read once for all who ask for it at the same time.
    struct CardFacts {
        std::optional<CustomerRecord> record;
        std::vector<LikelyDuplicate> duplicates;
        std::optional<VisitGoal> goal;
        std::vector<CustomerNote> visitNotes;
    };
    using CardRead = std::function<void(const Result<std::shared_ptr<const CardFacts>> &)>;
    struct SharedRead {
        std::vector<CardRead> waiting;
    };

    void find(const Asker &asker, const FindCustomers &query, const Answer &answer);
    void answerFound(const Asker &asker, const FindCustomers &query, const std::string &kinds,
                     const std::vector<TicketId> &tickets, const std::vector<CustomerRecord> &ofTickets,
                     const FoundCustomers &found, std::optional<ScannedCard> scanned, const Answer &answer);
    void card(const Asker &asker, const CustomerCardQuery &query, const Answer &answer);
    void answerCard(const Asker &asker, const CustomerCardQuery &query, CustomerId customer, bool hidesName,
                    const CardFacts &facts, const Answer &answer);
    void readCard(CustomerId customer, TicketId ticket, CardRead done);
    void readDuplicates(const Customer &customer, const std::function<void(std::vector<LikelyDuplicate>)> &done);
    void timeline(const Asker &asker, const CustomerTimeline &query, const Answer &answer);
    void reveal(const Asker &asker, const RevealField &query, const Answer &answer);
    void openItems(const Asker &asker, const OpenItemsQuery &query, const Answer &answer);
    void segmentCounts(const Answer &answer);
    void identify(const Asker &asker, const Identify &query, const Answer &answer);
    void answerIdentified(const Asker &asker, const std::vector<CustomerRecord> &records, const Answer &answer);
    void arrivals(const Asker &asker, const Answer &answer);

    /// Whether an asker whose reach is their own may see this customer, named by id.
    [[nodiscard]] bool mayOpen(const Asker &asker, CustomerId customer) const;
    /// Whether the branch keeps from this asker who somebody is that waits for a call.
    [[nodiscard]] bool hidesWaiting(const Asker &asker, CustomerId customer) const;
    void refuseOwn(const Asker &asker, std::string_view method, const Answer &answer);
    /// Puts it on disk, then goes on; StorageFull and the like are answered instead.
    void audited(const Asker &asker, AuditEntry entry, const Answer &answer, std::function<void()> then);
    /// The same, once for each `key` for a while.
    void auditedOnce(const Asker &asker, const std::string &key, TimeMs forMs, AuditEntry entry,
                     const Answer &answer, std::function<void()> then);
    [[nodiscard]] std::string today() const;
    /// A callback that does nothing once this is gone.
    template <class T, class Then>
    auto here(Answer answer, Then then)
    {
        return
            [self = QPointer<CustomerQuestions>(this), answer = std::move(answer), then](Result<T> found) mutable {
                if (!self)
                    return;
                if (found)
                    then(std::move(*found));
                else
                    answer(found.error());
            };
    }

    BranchHost &m_host;
    CustomerReader &m_reader;
    const DayTickets &m_tickets;
    Refused m_refused;
    Acquaintances m_acquaintances;
    Identities m_identities;
    ReportedArrivals m_arrivals;
    std::map<std::pair<CustomerId, TicketId>, std::shared_ptr<SharedRead>> m_reads;
    std::map<std::string, TimeMs> m_auditedAt; ///< by key: when that was last put on disk
    std::uint64_t m_lastAsker = std::uint64_t{1} << 63; ///< of searches of the hub's own, beside connections'
    bool m_isSettling = false;
};

} // namespace tiepdon
