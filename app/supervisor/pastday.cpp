// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/pastday.h"

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

/// Often enough to look smooth at sixty times the speed, seldom enough for an answer between.
constexpr int kPlayMs = 200;

} // namespace

PastDay::PastDay(BranchLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_timer.setInterval(kPlayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(m_since.restart()); });
    connect(&link, &BranchLink::accessChanged, this, &PastDay::forget); // the next one may see less
    connect(&link, &BranchLink::branchEvent, this, [this](const Event &event) {
        if (std::holds_alternative<event::DayOpened>(event) || std::holds_alternative<event::DayClosed>(event))
            lookAgain();
    });
    connect(&link, &BranchLink::stateReplaced, this, &PastDay::lookAgain); // it may have missed one
}

void PastDay::forget()
{
    ++m_asking;
    m_timer.stop();
    m_days.clear();
    m_areDaysKnown = false;
    m_businessDay.clear();
    m_shown.reset();
    m_branch = {};
    m_strip = {};
    m_hasStrip = false;
    m_isAsked = false;
    Q_EMIT daysChanged();
    Q_EMIT moved();
    Q_EMIT shown();
}

void PastDay::lookAgain()
{
    if (m_areDaysKnown)
        loadDays();
    if (!isDayOpen())
        return;
    m_isOutdated = m_isAsked; // what was asked before may say it is open still
    ask();
}

void PastDay::loadDays()
{
    m_link.ask(DaysQuery{}, this, [this, staff = m_link.session().staff](const Result<DaysAnswer> &answer) {
        if (staff != m_link.session().staff)
            return; // asked by somebody else
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_days = answer->days;
        m_areDaysKnown = true;
        Q_EMIT daysChanged();
    });
}

void PastDay::choose(const std::string &businessDay, std::optional<TimeMs> atMs)
{
    const bool isAnother = businessDay != m_businessDay;
    if (isAnother) {
        ++m_asking;
        m_timer.stop();
        m_businessDay = businessDay;
        m_shown.reset();
        m_branch = {};
        m_strip = {};
        m_hasStrip = false;
        m_isAsked = false;
        m_isSearching = !atMs;
        m_wantedMs = atMs.value_or(fromMs());
    } else if (atMs) {
        m_isSearching = false;
        m_wantedMs = *atMs;
    }
    Q_EMIT moved();
    if (isAnother)
        Q_EMIT shown();
    ask();
}

void PastDay::go(TimeMs atMs)
{
    if (m_businessDay.empty())
        return;
    m_isSearching = false;
    m_wantedMs = std::clamp(atMs, fromMs(), std::max(fromMs(), toMs()));
    Q_EMIT moved();
    ask();
}

void PastDay::stepMinutes(int minutes)
{
    // from within a minute, the first step back goes to its beginning
    const TimeMs begunMs = m_wantedMs / kMinuteMs * kMinuteMs;
    const TimeMs baseMs = minutes < 0 && begunMs < m_wantedMs ? begunMs + kMinuteMs : begunMs;
    go(baseMs + minutes * kMinuteMs);
}

void PastDay::stepEvent(bool isForward)
{
    if (!m_shown || m_shown->atMs != m_wantedMs)
        return; // what comes next is not known yet
    if (const auto nextMs = isForward ? m_shown->afterMs : m_shown->beforeMs)
        go(*nextMs);
}

void PastDay::play(int speed)
{
    m_speed = std::max(1, speed);
    if (m_businessDay.empty() || m_wantedMs >= toMs())
        return;
    m_since.start();
    m_timer.start();
    Q_EMIT moved();
}

void PastDay::pause()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT moved();
}

void PastDay::advance(TimeMs realMs)
{
    go(m_wantedMs + realMs * m_speed);
    if (m_wantedMs >= toMs())
        pause();
}

const std::vector<PastEvent> &PastDay::events() const
{
    static const std::vector<PastEvent> kNone;
    return m_shown ? m_shown->events : kNone;
}

const DayKept *PastDay::day() const
{
    if (m_shown)
        return &m_shown->day;
    const auto it = std::find_if(m_days.begin(), m_days.end(),
                                 [this](const DayKept &each) { return each.businessDay == m_businessDay; });
    return it == m_days.end() || it->openings.empty() ? nullptr : &*it;
}

TimeMs PastDay::fromMs() const { return day() ? day()->openings.front().openedMs : 0; }

TimeMs PastDay::toMs() const
{
    return day() ? std::max(fromMs(), day()->openings.back().closedMs.value_or(m_link.hubNowMs())) : 0;
}

bool PastDay::isDayOpen() const { return day() && !day()->openings.back().closedMs; }

void PastDay::ask()
{
    if (m_isAsked || m_businessDay.empty())
        return;
    m_isAsked = true;
    m_askedMs = m_wantedMs;
    m_link.ask(DayAtQuery{m_businessDay, m_askedMs, !m_hasStrip || isDayOpen()}, this,
               [this, asking = m_asking, isSearch = m_isSearching](const Result<DayAtAnswer> &answer) {
                   onAnswer(answer, asking, isSearch);
               });
}

void PastDay::onAnswer(const Result<DayAtAnswer> &answer, int asking, bool isSearch)
{
    if (asking != m_asking)
        return;
    m_isAsked = false;
    if (!answer || answer->day.openings.empty()) {
        pause();
        Q_EMIT failed(answer ? Error{ErrorCode::InvalidParams, "a day without an opening", {}} : answer.error());
        return;
    }
    m_shown = *answer;
    m_branch = BranchState(answer->state);
    if (answer->strip) {
        m_strip = *answer->strip;
        m_hasStrip = true;
    }
    if (m_wantedMs == m_askedMs)
        m_wantedMs = m_shown->atMs; // as the hub kept it within the day
    if (isSearch && m_isSearching && !m_strip.waiting.empty()) {
        const auto most = std::max_element(m_strip.waiting.begin(), m_strip.waiting.end());
        go(m_strip.fromMs + (most - m_strip.waiting.begin()) * m_strip.stepMs);
    }
    m_isSearching = false;
    Q_EMIT moved();
    Q_EMIT shown();
    if (std::exchange(m_isOutdated, false) || m_wantedMs != m_shown->atMs)
        ask();
}

} // namespace tiepdon
