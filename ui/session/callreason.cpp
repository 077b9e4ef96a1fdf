// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/callreason.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tiepdon {
namespace {

struct CallWords {
    Q_DECLARE_TR_FUNCTIONS(CallWords)
};

/// More than this is said as "far more": a guard or a rank lifts an index by orders of magnitude.
constexpr double kTimesMax = 100;

QString count(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }

QString decimal(double number, int digits) { return QLocale().toString(number, 'f', digits); }

QString weightText(std::int64_t permille)
{
    return QLocale().toString(static_cast<double>(permille) / 1000, 'g', 4);
}

QString waited(TimeMs waitedMs, TimeMs levelMs)
{
    return CallWords::tr("waited %1 of %2 min").arg(minutesText(waitedMs), minutesText(levelMs));
}

QString own(const CallReason &reason) { return waited(reason.waitedMs, reason.serviceLevelMs); }

/// "A014 waited 5 of 15".
QString other(const CallReason &reason)
{
    return CallWords::tr("%1 waited %2 of %3")
        .arg(fromUtf8(reason.runnerUp), minutesText(reason.runnerUpWaitedMs),
             minutesText(reason.runnerUpServiceLevelMs));
}

QString segmentName(const BranchState &branch, SegmentId id)
{
    const auto it = branch.segments().find(id);
    return it == branch.segments().end() ? CallWords::tr("ordinary customers") : inLanguage(it->second.name);
}

std::int64_t rankOf(const BranchState &branch, SegmentId id)
{
    const auto it = branch.segments().find(id);
    return it == branch.segments().end() ? 0 : it->second.rank;
}

/// How much more one index is than the other: "1.4 times that of A014"; empty where that says nothing.
QString timesText(const CallReason &reason)
{
    if (reason.runnerUpIndexNano <= 0 || reason.indexNano <= 0)
        return {};
    const double times = static_cast<double>(reason.indexNano) / static_cast<double>(reason.runnerUpIndexNano);
    if (times >= kTimesMax)
        return CallWords::tr("more than %1 times that of %2").arg(decimal(kTimesMax, 0), fromUtf8(reason.runnerUp));
    return CallWords::tr("%1 times that of %2").arg(decimal(times, times < 10 ? 2 : 0), fromUtf8(reason.runnerUp));
}

/// A line with whom it was compared to, where there is one.
QString compared(const QString &line, const CallReason &reason)
{
    return reason.runnerUp.empty() ? line : line + QStringLiteral("; ") + other(reason);
}

QString priced(const QString &line, const CallReason &reason)
{
    const QString times = timesText(reason);
    return compared(times.isEmpty() ? line : line + QStringLiteral(", ") + times, reason);
}

/// "ends in 2 min", "ended 3 min ago".
QString dueText(TimeMs waitedMs, TimeMs levelMs)
{
    const TimeMs left = levelMs - waitedMs;
    return left > 0 ? CallWords::tr("ends in %1 min").arg(minutesText(left))
                    : CallWords::tr("ended %1 min ago").arg(minutesText(-left));
}

QString ofEqual(const CallReason &reason)
{
    const QString number = fromUtf8(reason.runnerUp);
    if (reason.rule == CallRule::LowerTicket)
        return CallWords::tr("Level with %2 in everything, first in the branch's order: %1")
            .arg(own(reason), number);
    if (reason.kind == CallingRuleKind::Arrival)
        return compared(CallWords::tr("Came first: %1").arg(own(reason)), reason);
    if (reason.kind == CallingRuleKind::FixedPriority)
        return compared(CallWords::tr("Same rank as %2, waiting since earlier: %1").arg(own(reason), number),
                        reason);
    return CallWords::tr("Level with %2 by the rule, waiting since earlier: %1").arg(own(reason), number);
}

QString ofGuard(const CallReason &reason, const CallingRule &rule)
{
    const bool isByPromise
        = rule.guardPermille > 0 && reason.waitedMs * 1000 > rule.guardPermille * reason.serviceLevelMs;
    if (isByPromise || rule.longestWaitMs <= 0)
        return CallWords::tr("Waited more than %1 times its promise, so it goes first: %2")
            .arg(weightText(rule.guardPermille), own(reason));
    return CallWords::tr("Waited more than %1 min, so it goes first: %2")
        .arg(minutesText(rule.longestWaitMs), own(reason));
}

QString ofRule(const CallReason &reason, const BranchState &branch)
{
    switch (reason.rule) {
    case CallRule::ServiceLevel:
        return compared(CallWords::tr("Longest against its promise: %1").arg(own(reason)), reason);
    case CallRule::Price:
        return priced(CallWords::tr("Its promise costs most to break now: %1").arg(own(reason)), reason);
    case CallRule::WaitingCost:
        return priced(CallWords::tr("Letting it wait costs most now: %1").arg(own(reason)), reason);
    case CallRule::Rank:
        return CallWords::tr("Higher rank: %1 (%2) before %3 (%4) of %5: %6")
            .arg(segmentName(branch, reason.segment), count(rankOf(branch, reason.segment)),
                 segmentName(branch, reason.runnerUpSegment), count(rankOf(branch, reason.runnerUpSegment)),
                 fromUtf8(reason.runnerUp), own(reason));
    case CallRule::DueFirst:
        return CallWords::tr("Its promise ends first: %1, %2; that of %3 %4")
            .arg(own(reason), dueText(reason.waitedMs, reason.serviceLevelMs), fromUtf8(reason.runnerUp),
                 dueText(reason.runnerUpWaitedMs, reason.runnerUpServiceLevelMs));
    case CallRule::PastGuard:
        return compared(ofGuard(reason, branch.settings().calling), reason);
    case CallRule::Overtaken:
        return compared(
            CallWords::tr("Others who came later went first %1 times, as often as the branch allows: %2")
                .arg(count(reason.overtaken), own(reason)),
            reason);
    default:
        return ofEqual(reason);
    }
}

/// What the branch's rule is, without any number of this call.
QString ruleText(CallingRuleKind kind)
{
    switch (kind) {
    case CallingRuleKind::BrokenPromise:
        return CallWords::tr("Rule: of your queues, the one whose promise costs most to break now, per minute of "
                             "service; ties go to the one waiting since earlier, then to the ticket taken first.");
    case CallingRuleKind::Arrival:
        return CallWords::tr("Rule: of your queues, who came first; ties go to the ticket taken first.");
    case CallingRuleKind::FixedPriority:
        return CallWords::tr("Rule: of your queues, the highest rank; among equals the one waiting since earlier, "
                             "then the ticket taken first.");
    case CallingRuleKind::Ratio:
        return CallWords::tr("Rule: of your queues, the ticket that has used up the largest share of its promised "
                             "wait; ties go to the one waiting since earlier, then to the ticket taken first.");
    case CallingRuleKind::EarliestDue:
        return CallWords::tr(
            "Rule: of your queues, the ticket whose promise ends first; ties go to the one waiting "
            "since earlier, then to the ticket taken first.");
    case CallingRuleKind::GeneralizedCMu:
        return CallWords::tr(
            "Rule: of your queues, the one where waiting costs most, per minute of service; ties go "
            "to the one waiting since earlier, then to the ticket taken first.");
    }
    return {};
}

/// Weights and usual times, which the two rules with a price go by.
QString termsText(const CallReason &reason)
{
    const bool hasPrice
        = reason.kind == CallingRuleKind::BrokenPromise || reason.kind == CallingRuleKind::GeneralizedCMu;
    if (!hasPrice || reason.runnerUp.empty() || reason.weightPermille == 0)
        return {};
    return CallWords::tr(
               "Compared: weight %1 and usually %2 min of service here, weight %3 and usually %4 min for %5.")
        .arg(weightText(reason.weightPermille), minutesText(reason.meanServiceMs),
             weightText(reason.runnerUpWeightPermille), minutesText(reason.runnerUpMeanServiceMs),
             fromUtf8(reason.runnerUp));
}

const char *forCustomers(CallRule rule)
{
    switch (rule) {
    case CallRule::OnlyOne:
        return QT_TRANSLATE_NOOP("CallWords", "Nobody else was waiting for this counter.");
    case CallRule::OnlyService:
        return QT_TRANSLATE_NOOP("CallWords", "This number was the first in its queue, the only one with people.");
    case CallRule::EarlierPlace:
    case CallRule::LowerTicket:
        return QT_TRANSLATE_NOOP("CallWords", "Between equals, this number had been waiting longer.");
    case CallRule::Price:
    case CallRule::WaitingCost:
        return QT_TRANSLATE_NOOP("CallWords",
                                 "Promised waiting times count differently by service and customer; just now this "
                                 "number's counted most.");
    case CallRule::ServiceLevel:
    case CallRule::DueFirst:
        return QT_TRANSLATE_NOOP("CallWords",
                                 "Each service promises a waiting time; this number was nearest to its promise or "
                                 "furthest past it.");
    case CallRule::Raised:
    case CallRule::Chosen:
        return QT_TRANSLATE_NOOP(
            "CallWords",
            "Our staff called this number out of turn, to help somebody or to finish something "
            "begun before.");
    case CallRule::Rank:
        return QT_TRANSLATE_NOOP("CallWords", "Some customers go first by law or by the branch's rules.");
    case CallRule::PastGuard:
        return QT_TRANSLATE_NOOP("CallWords", "This number had waited so long that it goes before all others.");
    case CallRule::Overtaken:
        return QT_TRANSLATE_NOOP("CallWords",
                                 "Others had been called before this number often enough; now it is its turn.");
    case CallRule::BookedEarly:
        return QT_TRANSLATE_NOOP("CallWords", "This number has an appointment, and the counter is free before it.");
    case CallRule::WalkIn:
        return QT_TRANSLATE_NOOP("CallWords", "This customer came to the counter itself.");
    }
    return "";
}

} // namespace

QString sentence(const CallReason &reason, const BranchState &branch)
{
    switch (reason.rule) {
    case CallRule::OnlyOne:
        return CallWords::tr("The only person waiting: %1").arg(own(reason));
    case CallRule::OnlyService:
        return CallWords::tr("First in the only queue with people: %1").arg(own(reason));
    case CallRule::Raised:
        return compared(CallWords::tr("Put first in its queue: %1").arg(own(reason)), reason);
    case CallRule::Chosen:
        if (reason.runnerUp.empty())
            return CallWords::tr("Chosen by hand: %1").arg(own(reason));
        return CallWords::tr("Chosen by hand: %1; by the rule it would have been %2, %3")
            .arg(own(reason), fromUtf8(reason.runnerUp),
                 waited(reason.runnerUpWaitedMs, reason.runnerUpServiceLevelMs));
    case CallRule::BookedEarly:
        return CallWords::tr("Nobody is due yet; of those who wait for a booked time this one's is the nearest");
    case CallRule::WalkIn:
        return CallWords::tr("Came to this counter without a ticket");
    default:
        return ofRule(reason, branch);
    }
}

QString explanation(const CallReason &reason, const BranchState &branch)
{
    QStringList lines{sentence(reason, branch) + QStringLiteral(".")};
    if (reason.waiting > 0)
        lines << CallWords::tr("%1 waiting in %2 of this counter's services at that moment.")
                     .arg(count(reason.waiting), count(reason.services));
    if (const QString terms = termsText(reason); !terms.isEmpty())
        lines << terms;
    if (reason.rule != CallRule::WalkIn)
        lines << ruleText(reason.kind);
    lines << CallWords::tr("To a customer who asks: “%1”").arg(inLanguage(reasonForCustomers(reason.rule)));
    return lines.join(QLatin1Char('\n'));
}

LocalText reasonForCustomers(CallRule rule) { return inBoth("CallWords", forCustomers(rule)); }

} // namespace tiepdon
