// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/wire/historymessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// The past day that is looked at, and the moment of it: asks the hub for it, one question at a time, and plays on
/// from it. What is shown is the last answer; the moment wanted may be ahead of it for as long as the hub takes.
/// Main thread; the link must outlive it.
class PastDay : public QObject
{
    Q_OBJECT

public:
    explicit PastDay(BranchLink &link, QObject *parent = nullptr);

    /// Asks which days are kept.
    void loadDays();
    [[nodiscard]] const std::vector<DayKept> &days() const { return m_days; } ///< newest first
    [[nodiscard]] bool areDaysKnown() const { return m_areDaysKnown; }

    /// Looks at a day from a moment on; without one, where most people waited.
    void choose(const std::string &businessDay, std::optional<TimeMs> atMs = {});
    /// Looks at another moment of the day, kept within it.
    void go(TimeMs atMs);
    void goToStart() { go(fromMs()); }
    void goToEnd() { go(toMs()); }
    /// To the full minute that many minutes on; negative: back.
    void stepMinutes(int minutes);
    /// To when something happened next, or last before.
    void stepEvent(bool isForward);

    /// Runs on at so many times the speed of the day, up to its end.
    void play(int speed);
    void pause();
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] int speed() const { return m_speed; }
    /// Plays on as if so much real time had passed.
    void advance(TimeMs realMs);

    [[nodiscard]] const std::string &businessDay() const { return m_businessDay; } ///< empty: none chosen
    [[nodiscard]] TimeMs wantedMs() const { return m_wantedMs; }
    /// What follows is of `shownMs`, once there was an answer about the day.
    [[nodiscard]] bool isShown() const { return m_shown.has_value(); }
    [[nodiscard]] TimeMs shownMs() const { return m_shown ? m_shown->atMs : 0; }
    [[nodiscard]] const BranchState &branch() const { return m_branch; }
    [[nodiscard]] const std::vector<PastEvent> &events() const;
    [[nodiscard]] const DayStrip &strip() const { return m_strip; }
    [[nodiscard]] TimeMs fromMs() const;
    [[nodiscard]] TimeMs toMs() const; ///< of a day that is open, now
    [[nodiscard]] bool isDayOpen() const;

Q_SIGNALS:
    void daysChanged();
    /// Another day, another moment wanted, playing or not.
    void moved();
    /// What is shown is another.
    void shown();
    void failed(const tiepdon::Error &error);

private:
    void ask();
    void onAnswer(const Result<DayAtAnswer> &answer, int asking, bool isSearch);
    void forget();
    /// A day was opened or closed, or may have been.
    void lookAgain();
    [[nodiscard]] const DayKept *day() const;

    BranchLink &m_link;
    std::vector<DayKept> m_days;
    bool m_areDaysKnown = false;
    std::string m_businessDay;
    TimeMs m_wantedMs = 0;
    bool m_isSearching = false; ///< no moment was asked for: the strip says which
    std::optional<DayAtAnswer> m_shown;
    BranchState m_branch;
    DayStrip m_strip;
    bool m_hasStrip = false;
    bool m_isAsked = false; ///< an answer is under way
    bool m_isOutdated = false; ///< and what it says may be so no longer
    TimeMs m_askedMs = 0; ///< about this moment
    int m_asking = 0; ///< counts days chosen: answers about earlier ones are dropped
    QTimer m_timer;
    QElapsedTimer m_since; ///< the last step while it plays
    int m_speed = 1;
};

} // namespace tiepdon
