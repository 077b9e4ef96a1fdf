// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"
#include "core/wire/historymessage.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tiepdon {

/// A business day's entries in order, from its opening on: those of each of its openings, up to the closing. What
/// was changed while the branch was closed is in the state the next opening holds.
struct DayEntries {
    DayKept day;
    std::vector<JournalEntry> entries;
};

/// Reads what the journal has of past days and of the one that is open, from a connection that cannot write, on a
/// thread of its own, so that a long day delays nothing else. Owned by `Store`; lives on its thread, where
/// callbacks come, in the order of the questions. What was committed before a question is in its answer. The hash
/// chain is not checked. Every answer is an Error where the database cannot be read: StorageFailed,
/// DatabaseDamaged.
class DayReader : public QObject
{
public:
    template <class Answer>
    using Done = std::function<void(const Result<Answer> &)>;

    /// Days of one answer: over ten years of business days.
    static constexpr std::int64_t kDaysMax = 4000;
    /// Entries of one day: a hospital of 20,000 tickets has a fifth of it.
    static constexpr std::size_t kEntriesMax = 1'000'000;

    DayReader();
    ~DayReader() override;

    /// Opens the connection; to be called once, first.
    Result<void> start(const QString &directory, std::int64_t branch);

    /// The business days kept, newest first, `from` to `to` ("YYYY-MM-DD", both included; empty: unbounded), the
    /// newest `limit` (1–kDaysMax) of them.
    void days(std::string from, std::string to, std::int64_t limit, Done<std::vector<DayKept>> done);
    /// A business day's entries; with `afterSeq`, those behind it alone. Shared, so that nobody copies a day.
    /// UnknownDay; TooLarge over `kEntriesMax`.
    void entries(std::string businessDay, std::int64_t afterSeq, Done<std::shared_ptr<const DayEntries>> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
