// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/historydesk.h"

#include "core/store/dayfigures.h"
#include "core/store/ticketlist.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

constexpr std::int64_t kDaysMax = 2000; ///< as DaysQuery says

Error wrong(const char *field)
{
    return {ErrorCode::InvalidParams, std::string(field) + " is out of range", {{"field", field}}};
}

bool isDay(const std::string &day) { return day.size() == 10 && dayStart(day, 0) >= 0; }

DayAtAnswer answerAt(const DayPast &past, const DayAtQuery &query, TimeMs nowMs)
{
    DayAtAnswer answer;
    answer.day = past.day();
    const DayOpening &last = answer.day.openings.back();
    const TimeMs firstMs = answer.day.openings.front().openedMs;
    answer.atMs = std::clamp(query.atMs, firstMs, std::max(firstMs, last.closedMs.value_or(nowMs)));
    answer.state = past.at(answer.atMs).image();
    answer.events = past.between(answer.atMs - HistoryDesk::kAroundMs, answer.atMs + HistoryDesk::kAroundMs,
                                 HistoryDesk::kAroundMax);
    answer.beforeMs = past.beforeMs(answer.atMs);
    answer.afterMs = past.afterMs(answer.atMs);
    if (query.withStrip)
        answer.strip = past.strip();
    return answer;
}

} // namespace

HistoryDesk::HistoryDesk(BranchHost &host, Store &store, QObject *parent)
    : Desk(parent), m_host(host), m_store(store)
{
    m_letGo.setInterval(kHeldMs);
    m_letGo.setSingleShot(true);
    connect(&m_letGo, &QTimer::timeout, this, [this] {
        for (Held &each : m_held)
            letGo(std::move(each.slot));
        m_held.clear();
    });
    m_letVisitsGo.setInterval(kVisitsHeldMs);
    m_letVisitsGo.setSingleShot(true);
    connect(&m_letVisitsGo, &QTimer::timeout, this, &HistoryDesk::letVisitsGo);
}

bool HistoryDesk::isQuestion(std::string_view method) const
{
    return method == DaysQuery::kMethod || method == DayAtQuery::kMethod || method == DayTicketsQuery::kMethod;
}

void HistoryDesk::ask(const Asker & /*asker*/, std::string_view method, const Json &params, Answer answer)
{
    const auto with = [&](auto query, auto serve) {
        if (!query) {
            answer(query.error());
            return;
        }
        if (m_waiting >= kWaitingMax) {
            answer(Error{ErrorCode::Busy, "too many questions about past days wait", {}});
            return;
        }
        ++m_waiting;
        (this->*serve)(*query, counted(std::move(answer)));
    };
    if (method == DaysQuery::kMethod)
        with(fromJson<DaysQuery>(params, UnknownFields::Refuse), &HistoryDesk::days);
    else if (method == DayAtQuery::kMethod)
        with(fromJson<DayAtQuery>(params, UnknownFields::Refuse), &HistoryDesk::dayAt);
    else
        with(fromJson<DayTicketsQuery>(params, UnknownFields::Refuse), &HistoryDesk::dayTickets);
}

Desk::Answer HistoryDesk::counted(Answer answer)
{
    return [self = QPointer<HistoryDesk>(this), answer = std::move(answer)](const Result<Json> &result) {
        if (HistoryDesk *desk = self.data()) {
            --desk->m_waiting;
            answer(result);
        }
    };
}

void HistoryDesk::days(const DaysQuery &query, const Answer &answer)
{
    if (query.limit < 1 || query.limit > kDaysMax)
        return answer(wrong("limit"));
    if (!query.fromDay.empty() && !isDay(query.fromDay))
        return answer(wrong("fromDay"));
    if (!query.toDay.empty() && !isDay(query.toDay))
        return answer(wrong("toDay"));
    // one more says whether there are earlier ones
    m_store.pastDays().days(query.fromDay, query.toDay, query.limit + 1,
                            [answer, limit = query.limit](const Result<std::vector<DayKept>> &found) {
                                if (!found)
                                    return answer(found.error());
                                DaysAnswer days{*found, std::cmp_greater(found->size(), limit)};
                                if (days.isMore)
                                    days.days.pop_back();
                                answer(toJson(days));
                            });
}

HistoryDesk::Held &HistoryDesk::held(const std::string &businessDay)
{
    const auto it = std::find_if(m_held.begin(), m_held.end(),
                                 [&](const Held &each) { return each.businessDay == businessDay; });
    if (it != m_held.end()) {
        std::rotate(m_held.begin(), it, it + 1);
        return m_held.front();
    }
    if (m_held.size() == kDaysHeld) {
        letGo(std::move(m_held.back().slot));
        m_held.pop_back();
    }
    m_held.insert(m_held.begin(), Held{businessDay, 0, std::make_shared<Slot>()});
    return m_held.front();
}

void HistoryDesk::letGo(std::shared_ptr<Slot> slot)
{
    m_worker.post([slot = std::move(slot)]() mutable { slot.reset(); });
}

void HistoryDesk::onWorker(std::function<Result<Json>()> work, const Answer &answer)
{
    m_worker.post([this, work = std::move(work), answer] {
        auto result = std::make_shared<Result<Json>>(work());
        QMetaObject::invokeMethod(
            this, [answer, result] { answer(*result); }, Qt::QueuedConnection);
    });
}

void HistoryDesk::dayAt(const DayAtQuery &query, const Answer &answer)
{
    if (!isDay(query.businessDay))
        return answer(wrong("businessDay"));
    m_letGo.start();
    const Held &day = held(query.businessDay);
    const auto look
        = [this, query, answer](const std::shared_ptr<Slot> &slot, std::shared_ptr<const DayEntries> read) {
              onWorker(
                  [slot, query, read = std::move(read), nowMs = m_host.nowMs()]() -> Result<Json> {
                      if (!slot->past)
                          slot->past = std::make_unique<DayPast>(read);
                      else if (read)
                          slot->past->extend(read);
                      return toJson(answerAt(*slot->past, query, nowMs));
                  },
                  answer);
          };
    // a day may have gone on since it was last looked at, to its closing and beyond the next opening
    m_store.pastDays().entries(query.businessDay, day.lastSeq,
                               [this, self = QPointer<HistoryDesk>(this), slot = day.slot, look,
                                answer](const Result<std::shared_ptr<const DayEntries>> &read) {
                                   if (!self)
                                       return;
                                   const auto it
                                       = std::find_if(m_held.begin(), m_held.end(),
                                                      [&](const Held &each) { return each.slot == slot; });
                                   if (!read) {
                                       if (it != m_held.end() && it->lastSeq == 0)
                                           m_held.erase(it);
                                       answer(read.error());
                                       return;
                                   }
                                   if (it != m_held.end() && !(*read)->entries.empty())
                                       it->lastSeq = std::max(it->lastSeq, (*read)->entries.back().seq);
                                   look(slot, *read);
                               });
}

void HistoryDesk::dayTickets(const DayTicketsQuery &query, const Answer &answer)
{
    if (query.limit < 1 || query.limit > DayTicketsQuery::kRowsMax)
        return answer(wrong("limit"));
    if (query.skip < 0)
        return answer(wrong("skip"));
    const auto list = [this, query, answer](const std::shared_ptr<const DayVisits> &days) {
        onWorker([query, days]() -> Result<Json> { return toJson(ticketList(*days, query)); }, answer);
    };
    if (const auto days = heldVisits(query))
        return list(days);
    const FigureFilter &filter = query.tickets.filter;
    m_store.figures().visits(filter.fromDay, filter.toDay, m_host.nowMs(),
                             [this, self = QPointer<HistoryDesk>(this), list, answer, fromDay = filter.fromDay,
                              toDay = filter.toDay,
                              seq = m_host.publishedSeq()](const Result<std::shared_ptr<const DayVisits>> &read) {
                                 if (!self)
                                     return;
                                 if (!read)
                                     return answer(read.error());
                                 letVisitsGo();
                                 if ((*read)->visits.size() <= kVisitsHeldMax) {
                                     m_heldVisits = {fromDay, toDay, seq, *read};
                                     m_letVisitsGo.start();
                                 }
                                 list(*read);
                             });
}

std::shared_ptr<const DayVisits> HistoryDesk::heldVisits(const DayTicketsQuery &query) const
{
    const auto &[fromDay, toDay, seq, visits] = m_heldVisits;
    const FigureFilter &filter = query.tickets.filter;
    if (!visits || filter.fromDay != fromDay || filter.toDay != toDay)
        return nullptr;
    // a list's pages are of one moment, or somebody would be on two of them
    const bool isSoStill = query.skip > 0 || seq == m_host.publishedSeq();
    const TimeMs ageMs = m_host.nowMs() - visits->nowMs;
    return isSoStill && ageMs >= 0 && ageMs < kVisitsHeldMs ? visits : nullptr;
}

void HistoryDesk::letVisitsGo()
{
    m_letVisitsGo.stop();
    if (auto visits = std::exchange(m_heldVisits, {}).visits)
        m_worker.post([visits = std::move(visits)]() mutable { visits.reset(); }); // that takes a while
}

} // namespace tiepdon
