// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerlookup.h"

#include <algorithm>
#include <set>

namespace tiepdon {
namespace {

using namespace records;

/// Names looked at for one question: a list that people read has twenty. Of more than these, those made last are
/// taken, and who was here lately.
constexpr std::int64_t kCandidatesMax = 200;
/// Tickets whose people come before others of the same name: about two busy days of a branch.
constexpr std::int64_t kRecentTickets = 500;
/// Words of one question; a name of more is found by these.
constexpr qsizetype kWordsMax = 10;

FoundBy foundBy(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return FoundBy::Phone;
    case IdentifierKind::CustomerNumber:
        return FoundBy::CustomerNumber;
    case IdentifierKind::Card:
        return FoundBy::Card;
    case IdentifierKind::CitizenCard:
    case IdentifierKind::OldIdentityCard:
    case IdentifierKind::Passport:
        break;
    }
    return FoundBy::Document;
}

/// What of a question can be asked of names: each word once.
QStringList askable(const std::vector<std::string> &words)
{
    QStringList all;
    for (const std::string &word : words) {
        const QString text = textValue(word).toString();
        if (all.size() < kWordsMax && !Dialect::searchFor({text}, 1).isEmpty() && !all.contains(text))
            all.push_back(text);
    }
    return all;
}

/// A time, 0 where there is none.
TimeMs timeMs(const Statement &row, int column) { return timeOf(row.column(column)).value_or(0); }

/// How many of the words stand whole in a name; nothing when one does not even begin a word of it.
std::optional<qsizetype> wholeWords(const QStringList &asked, const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    qsizetype whole = 0;
    for (const QString &word : asked) {
        if (words.contains(word))
            ++whole;
        else if (std::none_of(words.begin(), words.end(), [&](const QString &w) { return w.startsWith(word); }))
            return std::nullopt;
    }
    return whole;
}

} // namespace

Result<FoundCustomers> CustomerLookup::find(const CustomerSearch &search, const std::function<bool()> &isStale)
{
    const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(search.limit, 1, kCandidatesMax));
    return atOneMoment<FoundCustomers>([&]() -> Result<FoundCustomers> {
        const FoundCustomers superseded{{}, true, true};
        if (isStale())
            return superseded;
        std::vector<Candidate> found;
        if (auto done = findByNumbers(search, found); !done)
            return std::move(done).error();
        if (const QStringList words = askable(search.words); !words.isEmpty()) {
            if (auto done = findByName(words, found, limit, isStale); !done)
                return std::move(done).error();
        }
        std::set<std::int64_t> seen;
        std::erase_if(found,
                      [&](const Candidate &candidate) { return !seen.insert(candidate.customer.value).second; });
        FoundCustomers answer;
        answer.isMore = found.size() > limit;
        found.resize(std::min(found.size(), limit));
        if (isStale())
            return superseded;
        for (const Candidate &candidate : found) {
            auto who = customer(candidate.customer);
            if (!who)
                return std::move(who).error();
            if (*who)
                answer.found.push_back({std::move(**who), candidate.foundBy, candidate.lastVisitMs});
        }
        return answer;
    });
}

Result<void> CustomerLookup::findByNumbers(const CustomerSearch &search, std::vector<Candidate> &found)
{
    for (const Identifier &identifier : search.identifiers) {
        const auto ids = having(identifier, kCandidatesMax);
        if (!ids)
            return ids.error();
        for (const CustomerId id : *ids)
            found.push_back({id, foundBy(identifier.kind)});
    }
    if (const std::string end = endLookupOf(m_sealing, search.phoneEnd); !end.empty()) {
        auto done = forEach(identifierTable().select(QStringLiteral("end_lookup = :end_lookup LIMIT :most")),
                            list({"branch", "end_lookup", "most"}),
                            {wholeValue(m_branch), textValue(end), wholeValue(kCandidatesMax)},
                            [&](const Statement &row) -> Result<void> {
                                const auto phone = identifierOf(m_branch, row, m_sealing);
                                if (!phone)
                                    return phone.error();
                                if (phone->value.ends_with(search.phoneEnd))
                                    found.push_back({{row.column(0).toLongLong()}, FoundBy::Phone});
                                return {};
                            });
        if (!done)
            return done;
    }
    for (Candidate &candidate : found) {
        const auto lastMs = lastVisitOf(candidate.customer);
        if (!lastMs)
            return lastMs.error();
        candidate.lastVisitMs = *lastMs;
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate &one, const Candidate &other) {
        return one.lastVisitMs > other.lastVisitMs;
    });
    return {};
}

Result<void> CustomerLookup::findByName(const QStringList &words, std::vector<Candidate> &found, std::size_t limit,
                                        const std::function<bool()> &isStale)
{
    // What is typed last may be the beginning of a word, then each may be. Whoever has more of the words whole
    // comes first in any case, so later steps are for those who are not enough.
    std::map<std::int64_t, Candidate> byId;
    bool isCutOff = false;
    for (const qsizetype whole : {words.size(), words.size() - 1, qsizetype(0)}) {
        if (isStale() || byId.size() > limit)
            break;
        std::int64_t rows = 0;
        auto done
            = forEach(Dialect::findWords(), list({"branch", "asked", "most"}),
                      {wholeValue(m_branch), Dialect::searchFor(words, whole), wholeValue(kCandidatesMax)},
                      [&](const Statement &row) -> Result<void> {
                          ++rows;
                          const CustomerId id{row.column(0).toLongLong()};
                          byId.try_emplace(
                              id.value, Candidate{id, FoundBy::Name, row.column(1).toString(), 0, timeMs(row, 2)});
                          return {};
                      });
        if (!done)
            return done;
        isCutOff = isCutOff || rows == kCandidatesMax;
        if (whole == 0)
            break;
    }
    if (isCutOff) {
        if (auto done = addRecent(words, byId); !done)
            return done;
    }
    std::vector<Candidate> named;
    for (auto &[id, candidate] : byId) {
        candidate.wholeWords = wholeWords(words, candidate.words).value_or(0);
        named.push_back(std::move(candidate));
    }
    std::sort(named.begin(), named.end(), [](const Candidate &one, const Candidate &other) {
        const auto rank = [](const Candidate &c) {
            return std::tuple(-c.wholeWords, -c.lastVisitMs, c.words.count(u' '), c.words, c.customer.value);
        };
        return rank(one) < rank(other);
    });
    found.insert(found.end(), named.begin(), named.end());
    return {};
}

/// Those of this name who were here lately: they may not be among those made last.
Result<void> CustomerLookup::addRecent(const QStringList &words, std::map<std::int64_t, Candidate> &byId)
{
    return forEach(Dialect::recentWords(), list({"branch", "most"}),
                   {wholeValue(m_branch), wholeValue(kRecentTickets)}, [&](const Statement &row) -> Result<void> {
                       const QString name = row.column(1).toString();
                       if (const CustomerId id{row.column(0).toLongLong()}; wholeWords(words, name))
                           byId.try_emplace(id.value, Candidate{id, FoundBy::Name, name, 0, timeMs(row, 2)});
                       return {};
                   });
}

Result<TimeMs> CustomerLookup::lastVisitOf(CustomerId customer)
{
    return number(
        QStringLiteral("SELECT issued_ms FROM ticket WHERE branch = :branch AND customer_id = :customer_id "
                       "ORDER BY ticket_id DESC LIMIT 1"),
        list({"branch", "customer_id"}), {wholeValue(m_branch), wholeValue(customer.value)});
}

} // namespace tiepdon
