// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/estimate/forecast.h"
#include "core/hub/branchhost.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// What people are told about their wait. Owns the branch's forecast: feeds it with what is durable, has it made
/// anew when somebody takes a ticket and every few seconds while anybody waits, and gives the host what is to be
/// kept: each ticket's first range, what was learned, each day's score. Main thread of the hub.
class Foresight : public QObject
{
    Q_OBJECT

public:
    /// `host` and `clock` outlive it.
    Foresight(BranchHost &host, const Clock &clock, Forecast forecast, QObject *parent = nullptr);

    /// As last made, without scores. Empty before the first time.
    [[nodiscard]] const Quotes &quotes() const { return m_forecast.quotes(); }
    /// How likely promises break soon, as last made.
    [[nodiscard]] const Outlook &outlook() const { return m_forecast.outlook(); }
    /// A copy of all that was learned, to foretell on another thread.
    [[nodiscard]] Forecast::Image learned() const { return m_forecast.image(); }
    /// Of the day that is open and the one before, newest first.
    [[nodiscard]] std::vector<DayScore> scores() const;
    /// What was kept of earlier days, newest first.
    void setKept(const std::vector<ScoreRecord> &days);
    /// How good the quotes of a day were, so far.
    [[nodiscard]] Score score(const std::string &businessDay) const { return m_forecast.score(businessDay); }
    /// Gives out quotes that were made while a ticket was taken, once that is durable.
    void tell();
    /// What it is made with.
    [[nodiscard]] const Forecast &forecast() const { return m_forecast; }
    /// Has what was learned kept.
    void save();

Q_SIGNALS:
    /// `quotes` are new.
    void refreshed();

private:
    [[nodiscard]] std::optional<WaitQuote> expect(const BranchState &decided, const Ticket &ticket, TimeMs now);
    void follow(const BranchState &state, const PublishedEvent &published);
    void refresh(const BranchState &state, TimeMs now);
    void onTimer();

    BranchHost &m_host;
    const Clock &m_clock;
    Forecast m_forecast;
    QTimer m_timer;
    QElapsedTimer m_sinceRefresh; ///< not valid before the first
    std::int64_t m_followedSeq = 0;
    std::int64_t m_refreshedSeq = -1; ///< what was published at the last refresh
    std::optional<DayScore> m_before; ///< of the last day that was closed
    bool m_isTold = true; ///< the last quotes were given out
};

} // namespace tiepdon
