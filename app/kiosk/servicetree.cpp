// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/servicetree.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

/// Deeper trees are nobody's: it stops what would go round.
constexpr int kDepthMax = 8;

struct ServiceTree {
    Q_DECLARE_TR_FUNCTIONS(ServiceTree)
};

bool isKnown(const PublicState &branch, GroupId group) { return groupOf(branch, group) != nullptr; }

/// Whether a service stands in the group or below it.
bool holdsServices(const PublicState &branch, GroupId group, int depth = 0)
{
    if (depth >= kDepthMax)
        return false;
    return std::any_of(branch.queues.begin(), branch.queues.end(),
                       [&](const PublicQueue &queue) { return queue.group == group; })
        || std::any_of(branch.groups.begin(), branch.groups.end(), [&](const ServiceGroup &each) {
               return each.parent == group && holdsServices(branch, each.id, depth + 1);
           });
}

ServiceChoice choiceOf(const PublicState &branch, const Quotes &quotes, const PublicQueue &queue, SegmentId segment,
                       TimeMs nowMs)
{
    ServiceChoice choice;
    choice.service = queue.service;
    choice.name = queue.name;
    choice.waiting = queue.waiting;
    const Opening opening = openingAt(queue.hours, branch.utcOffsetMin, nowMs);
    if (!opening.isOpen) {
        choice.kind = ServiceChoice::Kind::Closed;
        choice.opensMs = opening.opensMs;
        return choice;
    }
    if (queue.ticketsLeft == 0) {
        choice.kind = ServiceChoice::Kind::Full;
        return choice;
    }
    choice.kind = queue.counters > 0 ? ServiceChoice::Kind::Open : ServiceChoice::Kind::Unserved;
    choice.wait = newcomerWait(quotes, queue, segment, nowMs);
    return choice;
}

QDateTime localTime(TimeMs time, std::int64_t utcOffsetMin)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, static_cast<int>(utcOffsetMin * 60));
}

QString minuteText(std::int64_t minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString dayName(int weekday) { return QLocale().dayName(weekday, QLocale::LongFormat); }

/// "Thứ Hai – Thứ Sáu, Chủ Nhật".
QString daysText(std::int64_t weekdays)
{
    QStringList runs;
    for (int day = 0; day < 7; ++day) {
        if ((weekdays >> day & 1) == 0)
            continue;
        int last = day;
        while (last < 6 && (weekdays >> (last + 1) & 1) != 0)
            ++last;
        runs << (last == day ? dayName(day + 1) : dayName(day + 1) + QStringLiteral(" – ") + dayName(last + 1));
        day = last;
    }
    return runs.join(QStringLiteral(", "));
}

} // namespace

const ServiceGroup *groupOf(const PublicState &branch, GroupId group)
{
    const auto it = std::find_if(branch.groups.begin(), branch.groups.end(),
                                 [&](const ServiceGroup &each) { return each.id == group; });
    return it == branch.groups.end() ? nullptr : &*it;
}

const PublicQueue *queueOf(const PublicState &branch, ServiceId service)
{
    const auto it = std::find_if(branch.queues.begin(), branch.queues.end(),
                                 [&](const PublicQueue &each) { return each.service == service; });
    return it == branch.queues.end() ? nullptr : &*it;
}

GroupId parentOf(const PublicState &branch, GroupId group)
{
    const ServiceGroup *found = groupOf(branch, group);
    return found && isKnown(branch, found->parent) ? found->parent : GroupId();
}

std::vector<ServiceChoice> choicesIn(const PublicState &branch, const Quotes &quotes, GroupId group,
                                     SegmentId segment, TimeMs nowMs)
{
    std::vector<ServiceChoice> choices;
    // what stands in a group that is not there stands at the top: nothing is out of reach
    const auto standsHere
        = [&](GroupId parent) { return parent == group || (!group.isSet() && !isKnown(branch, parent)); };
    for (const ServiceGroup &each : branch.groups) {
        if (!standsHere(each.parent) || !holdsServices(branch, each.id))
            continue;
        ServiceChoice choice;
        choice.kind = ServiceChoice::Kind::Group;
        choice.group = each.id;
        choice.name = each.name;
        choices.push_back(choice);
    }
    for (const PublicQueue &queue : branch.queues) {
        if (standsHere(queue.group))
            choices.push_back(choiceOf(branch, quotes, queue, segment, nowMs));
    }
    return choices;
}

std::vector<ServiceChoice> reasonsIn(const PublicState &branch)
{
    std::vector<ServiceChoice> reasons;
    if (branch.priorityReasons.empty())
        return reasons;
    ServiceChoice none;
    none.kind = ServiceChoice::Kind::Reason;
    none.name = inBoth("Kiosk", QT_TRANSLATE_NOOP("Kiosk", "None of these"));
    for (const PriorityReason &each : branch.priorityReasons) {
        ServiceChoice choice;
        choice.kind = ServiceChoice::Kind::Reason;
        choice.reason = each.id;
        choice.name = each.name;
        reasons.push_back(choice);
    }
    reasons.push_back(none);
    return reasons;
}

const PriorityReason *reasonOf(const PublicState &branch, PriorityReasonId reason)
{
    const auto &all = branch.priorityReasons;
    const auto it
        = std::find_if(all.begin(), all.end(), [&](const PriorityReason &each) { return each.id == reason; });
    return it == all.end() ? nullptr : &*it;
}

std::optional<TimeMs> opensNext(const PublicState &branch, TimeMs nowMs)
{
    std::optional<TimeMs> next;
    for (const PublicQueue &queue : branch.queues) {
        const Opening opening = openingAt(queue.hours, branch.utcOffsetMin, nowMs);
        if (!opening.opensMs) // it would be open whenever the day is
            return std::nullopt;
        next = std::min(next.value_or(*opening.opensMs), *opening.opensMs);
    }
    return next;
}

QString waitingText(std::int64_t waiting)
{
    return waiting == 0 ? ServiceTree::tr("Nobody is waiting")
                        : ServiceTree::tr("%n waiting", nullptr, static_cast<int>(waiting));
}

LocalText opensInBoth(std::optional<TimeMs> opensMs, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    if (!opensMs)
        return inBoth("Kiosk", QT_TRANSLATE_NOOP("Kiosk", "No tickets at the moment"));
    const QDate date = localTime(*opensMs, utcOffsetMin).date();
    const qint64 days = localTime(nowMs, utcOffsetMin).date().daysTo(date);
    const LocalText words = inBoth("Kiosk",
                                   days <= 0       ? QT_TRANSLATE_NOOP("Kiosk", "Opens at %1")
                                       : days == 1 ? QT_TRANSLATE_NOOP("Kiosk", "Opens tomorrow, %1")
                                                   : QT_TRANSLATE_NOOP("Kiosk", "Opens %2, %1"));
    const auto said = [&](const std::string &sentence, const QLocale &locale) {
        QString day = locale.dayName(date.dayOfWeek(), QLocale::LongFormat);
        if (locale.language() == QLocale::Vietnamese && !day.isEmpty())
            day.front() = day.front().toLower(); // "thứ Hai", within a sentence
        if (days >= 7)
            day += date.toString(QStringLiteral(" dd/MM"));
        const QString text = fromUtf8(sentence).arg(clockText(*opensMs, utcOffsetMin));
        return (days > 1 ? text.arg(day) : text).toStdString();
    };
    return {said(words.vi, QLocale(QLocale::Vietnamese, QLocale::Vietnam)),
            said(words.english(), QLocale(QLocale::English, QLocale::UnitedKingdom))};
}

QString opensText(std::optional<TimeMs> opensMs, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    return inLanguage(opensInBoth(opensMs, nowMs, utcOffsetMin));
}

QStringList hoursText(const std::vector<OpeningWindow> &hours)
{
    std::vector<std::pair<std::int64_t, QStringList>> byDays; // in the order of the first window
    for (const OpeningWindow &window : hours) {
        auto it = std::find_if(byDays.begin(), byDays.end(),
                               [&](const auto &each) { return each.first == window.weekdays; });
        if (it == byDays.end())
            it = byDays.insert(byDays.end(), {window.weekdays, {}});
        it->second << minuteText(window.fromMin) + QStringLiteral("–") + minuteText(window.toMin);
    }
    QStringList lines;
    for (const auto &[days, times] : byDays)
        lines << daysText(days) + QStringLiteral(": ") + times.join(QStringLiteral(", "));
    return lines;
}

TicketFacts factsOf(const PublicState &branch, const Quotes &quotes, ServiceId service, SegmentId segment,
                    const CommandReply &reply, TimeMs nowMs, bool isFresh)
{
    TicketFacts facts;
    facts.ticket = reply.ticket.value_or(TicketId{});
    facts.number = reply.number.value_or(std::string());
    facts.branch = branch.branch;
    facts.takenMs = nowMs;
    facts.utcOffsetMin = branch.utcOffsetMin;
    facts.followUrl = fromUtf8(branch.followUrl)
                          .replace(QStringLiteral("{ticket}"), QString::number(qlonglong(facts.ticket.value)));
    const PublicQueue *queue = queueOf(branch, service);
    if (!queue)
        return facts;
    facts.service = queue->name;
    facts.bring = queue->bring;
    for (const ZoneId id : queue->zones) {
        const auto zone = std::find_if(branch.zones.begin(), branch.zones.end(),
                                       [&](const Zone &each) { return each.id == id; });
        if (zone != branch.zones.end())
            facts.zones.push_back(zone->name);
    }
    if (!isFresh)
        return facts;
    // Whoever goes before others by their segment has people ahead who are called later.
    if (reply.ahead && !segment.isSet())
        facts.ahead = std::max<std::int64_t>(0, *reply.ahead);
    else if (!segment.isSet())
        facts.ahead = std::max<std::int64_t>(0, queue->waiting - 1); // the ticket itself waits too
    if (reply.wait) {
        facts.waitMin = wholeMinutes(WaitRange{reply.wait->lowMs, reply.wait->highMs});
    } else if (facts.ahead) {
        PublicQueue before = *queue;
        before.waiting = *facts.ahead;
        if (const auto range = newcomerWait(quotes, before, segment, nowMs))
            facts.waitMin = wholeMinutes(*range);
    }
    return facts;
}

} // namespace tiepdon
