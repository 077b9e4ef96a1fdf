// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/dayvisits.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace tiepdon {

/// The figures of what was read. Pure. Days other than the filter's are not looked for: it names who of them
/// counts.
DayFigures figuresOf(const DayVisits &day, const FigureFilter &filter);

/// Number of durations, mean and percentiles by nearest rank: the smallest that so many percent do not exceed.
Spread spreadOf(std::vector<TimeMs> durationsMs);

/// Reads business days from a connection that cannot write, on a thread of its own, so that figures delay nothing
/// else. Owned by `Store`; lives on its thread, where callbacks come, in the order of the questions. What was
/// committed before a question is in its answer. `nowMs` is the branch's clock. Errors as `readDayVisits`.
class DayFiguresReader : public QObject
{
public:
    template <class Answer>
    using Done = std::function<void(const Result<Answer> &)>;

    DayFiguresReader();
    ~DayFiguresReader() override;

    /// Opens the connection; to be called once, first.
    Result<void> start(const QString &directory, std::int64_t branch);

    void figures(FigureFilter filter, TimeMs nowMs, Done<DayFigures> done);
    /// What figures are reckoned from; for lists of tickets.
    void visits(std::string fromDay, std::string toDay, TimeMs nowMs, Done<std::shared_ptr<const DayVisits>> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
