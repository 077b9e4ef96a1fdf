// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingeffect.h"

#include "app/supervisor/settings/settingwords.h"
#include "app/supervisor/ticketwords.h"
#include "app/supervisor/words.h"
#include "core/domain/opening.h"
#include "core/queue/engine.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingEffect)
};

QString people(std::int64_t count) { return counted(count, Words::tr("1 person"), Words::tr("%1 people")); }

/// Those of one service and segment who wait, and what they are promised before and after.
struct Promised {
    std::int64_t waiting = 0;
    std::int64_t overBefore = 0;
    std::int64_t overAfter = 0;
    TimeMs before = 0;
    TimeMs after = 0;
};

class Comparison
{
public:
    Comparison(const BranchState &was, const BranchState &is, TimeMs now) : m_was(was), m_is(is), m_now(now) { }

    std::vector<EffectLine> lines()
    {
        comparePromises();
        compareCounters();
        compareCalls();
        compareTickets();
        compareSegments();
        std::stable_sort(m_lines.begin(), m_lines.end(),
                         [](const EffectLine &a, const EffectLine &b) { return weight(a.tone) > weight(b.tone); });
        return std::move(m_lines);
    }

private:
    static int weight(Tone tone)
    {
        return tone == Tone::Bad ? 3 : tone == Tone::Warn ? 2 : tone == Tone::Good ? 1 : 0;
    }
    void say(Tone tone, const QString &text) { m_lines.push_back({tone, text}); }

    void comparePromises()
    {
        std::map<std::pair<ServiceId, SegmentId>, Promised> all;
        for (const auto &[id, ticket] : m_was.tickets()) {
            if (ticket.state != TicketState::Waiting)
                continue;
            const TimeMs before = m_was.promiseMs(ticket);
            const TimeMs after = m_is.promiseMs(ticket);
            if (before == after || after <= 0)
                continue;
            const TimeMs waited = ticketWaitedMs(ticket, m_now);
            Promised &each = all[{ticket.step.service, ticket.segment}];
            ++each.waiting;
            each.before = before;
            each.after = after;
            each.overBefore += waited >= before ? 1 : 0;
            each.overAfter += waited >= after ? 1 : 0;
        }
        for (const auto &[key, each] : all) {
            const QString who = key.second.isSet() ? segmentName(m_is, key.second) : QString();
            const QString head
                = (who.isEmpty()
                       ? Words::tr("%1 for %2").arg(waitingWord(each.waiting), serviceName(m_is, key.first))
                       : Words::tr("%1 for %2 (%3)")
                             .arg(waitingWord(each.waiting), serviceName(m_is, key.first), who));
            const QString promise = Words::tr("the promise goes from %1 to %2 minutes")
                                        .arg(minutesTyped(each.before), minutesTyped(each.after));
            const std::int64_t fresh = each.overAfter - each.overBefore;
            if (fresh > 0)
                say(Tone::Bad,
                    Words::tr("%1; %2: for %3 it would be broken at once.").arg(head, promise, people(fresh)));
            else if (fresh < 0)
                say(Tone::Good,
                    Words::tr("%1; %2: for %3 it would not be broken any longer.")
                        .arg(head, promise, people(-fresh)));
            else
                say(Tone::Info, Words::tr("%1; %2: it is broken for nobody by that.").arg(head, promise));
        }
    }
    static QString waitingWord(std::int64_t count)
    {
        return counted(count, Words::tr("1 person waits"), Words::tr("%1 people wait"));
    }

    /// Open counters that may serve something, before and after.
    static int serving(const BranchState &branch, ServiceId service)
    {
        return static_cast<int>(
            std::count_if(branch.counterStates().begin(), branch.counterStates().end(), [&](const auto &each) {
                return each.second.isOpen() && branch.mayServe(each.second, service);
            }));
    }
    void compareCounters()
    {
        for (const auto &[id, service] : m_is.services()) {
            const int before = serving(m_was, id);
            const int after = serving(m_is, id);
            if (before == after)
                continue;
            const auto waiting = static_cast<std::int64_t>(m_is.waiting(id).size());
            const QString text = Words::tr("%1: open counters that can serve it go from %2 to %3")
                                     .arg(inLanguage(service.name))
                                     .arg(before)
                                     .arg(after);
            if (after == 0 && waiting > 0)
                say(Tone::Bad, Words::tr("%1, while %2.").arg(text, waitingWord(waiting)));
            else
                say(after < before ? Tone::Warn : Tone::Good, text + QLatin1Char('.'));
        }
        int otherwise = 0;
        for (const auto &[id, counter] : m_is.counterStates()) {
            const Counter *defined = m_is.counter(id);
            const Counter *had = m_was.counter(id);
            if (defined && had && defined->profile != had->profile && counter.isOpen())
                ++otherwise;
        }
        if (otherwise > 0)
            say(Tone::Info,
                Words::tr(
                    "Counters that are open go on with the profile they have; the new one holds when they open "
                    "again."));
    }

    void compareCalls()
    {
        int others = 0;
        QString first;
        for (const auto &[id, counter] : m_was.counterStates()) {
            const CounterState *after = m_is.counterState(id);
            if (!counter.isOpen() || !after)
                continue;
            const auto before = nextFor(m_was, counter, m_now);
            const auto then = nextFor(m_is, *after, m_now);
            const TicketId was = before ? before->ticket : TicketId{};
            const TicketId is = then ? then->ticket : TicketId{};
            if (was == is)
                continue;
            ++others;
            if (first.isEmpty())
                first = Words::tr("%1 would call %2 next, not %3")
                            .arg(counterName(m_is, id), numberOf(m_is, is), numberOf(m_was, was));
        }
        if (others == 1)
            say(Tone::Info, first + QLatin1Char('.'));
        else if (others > 1)
            say(Tone::Info,
                Words::tr("%1; %2 other counters would call somebody else too.").arg(first).arg(others - 1));
    }
    static QString numberOf(const BranchState &branch, TicketId id)
    {
        const Ticket *ticket = branch.ticket(id);
        return ticket ? fromUtf8(ticket->number) : Words::tr("nobody");
    }

    void compareTickets()
    {
        for (const auto &[id, service] : m_is.services()) {
            const Service *had = m_was.service(id);
            if (!had || !m_is.isOpen())
                continue;
            const auto offset = m_is.settings().utcOffsetMin;
            const Opening before = openingAt(had->hours, offset, m_now);
            const Opening after = openingAt(service.hours, offset, m_now);
            if (before.isOpen && !after.isOpen)
                say(Tone::Warn,
                    after.opensMs
                        ? Words::tr("%1: no tickets are given from now on, until %2.")
                              .arg(inLanguage(service.name), clockText(*after.opensMs, offset))
                        : Words::tr("%1: no tickets are given from now on.").arg(inLanguage(service.name)));
            if (!before.isOpen && after.isOpen)
                say(Tone::Good, Words::tr("%1: tickets are given from now on.").arg(inLanguage(service.name)));
            const std::int64_t given = m_is.serviceDay(id).issued;
            const bool wasFull = had->dayLimit > 0 && given >= had->dayLimit;
            const bool isFull = service.dayLimit > 0 && given >= service.dayLimit;
            if (isFull && !wasFull)
                say(Tone::Warn,
                    Words::tr("%1: today's tickets are used up by that, %2 were given.")
                        .arg(inLanguage(service.name))
                        .arg(given));
        }
        if (m_was.settings().noShowMisses > m_is.settings().noShowMisses)
            say(Tone::Warn, Words::tr("Who missed a call before is ended sooner now."));
    }

    void compareSegments()
    {
        const bool differs = std::any_of(m_is.segments().begin(), m_is.segments().end(), [&](const auto &each) {
            const auto it = m_was.segments().find(each.first);
            return it == m_was.segments().end() ? !each.second.when.empty() : it->second.when != each.second.when;
        });
        if (differs)
            say(Tone::Info,
                Words::tr("All profiles are looked through anew for their segment; who waits keeps theirs."));
    }

    const BranchState &m_was;
    const BranchState &m_is;
    TimeMs m_now;
    std::vector<EffectLine> m_lines;
};

} // namespace

Effect effectOf(const BranchState &branch, const SettingProposal &proposal, TimeMs now)
{
    Effect effect;
    const auto events = decide(branch, command::ChangeSettings{proposal.before, proposal.after, {}, {}}, now);
    if (!events) {
        effect.refused = events.error();
        return effect;
    }
    BranchState after = branch;
    for (const Event &event : *events)
        apply(after, event, now);
    effect.lines = Comparison(branch, after, now).lines();
    return effect;
}

} // namespace tiepdon
