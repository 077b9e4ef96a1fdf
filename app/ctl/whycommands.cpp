// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "app/ctl/context.h"
#include "core/queue/ruleindex.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// A difference of two indices that rounding explains: weights are kept in thousandths.
constexpr double kIndexTolerance = 1e-3;

double fromNano(std::int64_t nano) { return static_cast<double>(nano) * 1e-9; }

QString minutes(TimeMs ms) { return QStringLiteral("%1 min").arg(static_cast<double>(ms) / kMinuteMs, 0, 'f', 2); }

QString percent(std::int64_t permille)
{
    return QStringLiteral("%1 %").arg(static_cast<double>(permille) / 10, 0, 'f', 1);
}

QString clock(const BranchState &branch, TimeMs time)
{
    const TimeMs local = time + branch.settings().utcOffsetMin * kMinuteMs;
    return QDateTime::fromMSecsSinceEpoch(local, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

/// What decided, for who reads the records.
QString ruleText(CallRule rule)
{
    switch (rule) {
    case CallRule::OnlyOne:
        return QStringLiteral("nobody else waited for the counter's services");
    case CallRule::OnlyService:
        return QStringLiteral("one queue alone had people waiting: who came first there");
    case CallRule::ServiceLevel:
        return QStringLiteral("the largest share of the promised wait was used up");
    case CallRule::EarlierPlace:
        return QStringLiteral("the earlier reference time");
    case CallRule::LowerTicket:
        return QStringLiteral("equal by the rule and in time: the ticket taken first");
    case CallRule::Raised:
        return QStringLiteral("a person had put it first in its queue");
    case CallRule::Chosen:
        return QStringLiteral("a person named it; the other is whom the rule would have called");
    case CallRule::Price:
        return QStringLiteral("its promise cost most to break then, per minute of service");
    case CallRule::Rank:
        return QStringLiteral("the higher rank of its segment");
    case CallRule::DueFirst:
        return QStringLiteral("its promise ended first");
    case CallRule::WaitingCost:
        return QStringLiteral("its waiting cost most, per minute of service");
    case CallRule::PastGuard:
        return QStringLiteral("it had waited past the guard, before all who had not");
    case CallRule::Overtaken:
        return QStringLiteral("it had been overtaken as often as the branch allows");
    case CallRule::BookedEarly:
        return QStringLiteral("nobody was due; its booked time was the nearest");
    case CallRule::WalkIn:
        return QStringLiteral("came to the counter without a ticket");
    }
    return {};
}

/// One of the two a call was decided between.
struct Side {
    QString name;
    ServiceId service;
    SegmentId segment;
    TimeMs waitedMs = 0;
    TimeMs promiseMs = 0;
    std::int64_t weightPermille = 0;
    TimeMs meanServiceMs = 0;
    std::int64_t indexNano = 0;
};

Side chosen(const CallReason &reason)
{
    return {QStringLiteral("called"), reason.service,        reason.segment,       reason.waitedMs,
            reason.serviceLevelMs,    reason.weightPermille, reason.meanServiceMs, reason.indexNano};
}

Side runnerUp(const CallReason &reason)
{
    return {toQt(reason.runnerUp),        reason.runnerUpService,        reason.runnerUpSegment,
            reason.runnerUpWaitedMs,      reason.runnerUpServiceLevelMs, reason.runnerUpWeightPermille,
            reason.runnerUpMeanServiceMs, reason.runnerUpIndexNano};
}

/// The index anew from the numbers kept with the call and the rule that was in force; nothing where an entry of an
/// earlier version lacks them. Ranks are those the branch has now: a call does not keep them.
std::optional<double> recomputed(const BranchState &branch, const CallRecord &call, const Side &side)
{
    if (side.promiseMs <= 0 || side.meanServiceMs <= 0 || side.weightPermille <= 0
        || call.rule.kind != call.call.reason.kind)
        return std::nullopt;
    const auto segment = branch.segments().find(side.segment);
    const QueueTerms terms{side.promiseMs, static_cast<double>(side.weightPermille) / 1000,
                           segment == branch.segments().end() ? 0 : segment->second.rank, side.meanServiceMs};
    const TimeMs reference = call.atMs - side.waitedMs;
    return RuleIndex(call.rule).of(terms, {reference, reference, false}, call.atMs);
}

bool agrees(double kept, double anew)
{
    return std::abs(kept - anew) <= kIndexTolerance * std::max(std::abs(kept), std::abs(anew)) + 1e-9;
}

QStringList rowOf(const BranchState &branch, const CallRecord &call, const Side &side)
{
    const auto anew = recomputed(branch, call, side);
    const double kept = fromNano(side.indexNano);
    return {side.name,
            QString::number(side.service.value),
            side.segment.isSet() ? QString::number(side.segment.value) : QStringLiteral("ordinary"),
            minutes(side.waitedMs),
            minutes(side.promiseMs),
            QString::number(static_cast<double>(side.weightPermille) / 1000, 'f', 3),
            minutes(side.meanServiceMs),
            QString::number(kept, 'g', 10),
            !anew                     ? QStringLiteral("—")
                : agrees(kept, *anew) ? QString::number(*anew, 'g', 10)
                                      : QString::number(*anew, 'g', 10) + QStringLiteral(" (differs)")};
}

QString ruleLine(const CallingRule &rule)
{
    const auto plain = [](std::int64_t permille) { return static_cast<double>(permille) / 1000; };
    return QStringLiteral("Rule %1: look_ahead %2, save %3, base %4, late %5, slope %6, guard %7, service_power "
                          "%8, c_mu_power %9, ")
               .arg(toQt(names(rule.kind).at(static_cast<std::size_t>(rule.kind))))
               .arg(plain(rule.lookAheadPermille))
               .arg(plain(rule.savePermille))
               .arg(plain(rule.basePermille))
               .arg(plain(rule.latePermille))
               .arg(plain(rule.slopePermille))
               .arg(plain(rule.guardPermille))
               .arg(plain(rule.servicePowerPermille))
               .arg(plain(rule.cMuPowerPermille))
        + QStringLiteral("longest_wait_min %1, booked %2, max_overtaken %3.")
              .arg(static_cast<double>(rule.longestWaitMs) / kMinuteMs)
              .arg(plain(rule.bookedPermille))
              .arg(rule.maxOvertaken);
}

QString callText(const BranchState &branch, const CallRecord &call)
{
    const CallReason &reason = call.call.reason;
    QString text
        = QStringLiteral("%1, journal entry %2: called to counter %3 by staff %4.\nDecided: %5 (%6). ")
              .arg(clock(branch, call.atMs))
              .arg(call.seq)
              .arg(call.call.counter.value)
              .arg(call.call.staff.value)
              .arg(ruleText(reason.rule), toQt(names(reason.rule).at(static_cast<std::size_t>(reason.rule))));
    text += QStringLiteral("%1 people waited for %2 of the counter's services. Overtaken %3 times before.\n")
                .arg(reason.waiting)
                .arg(reason.services)
                .arg(reason.overtaken);
    std::vector<QStringList> rows{rowOf(branch, call, chosen(reason))};
    if (!reason.runnerUp.empty())
        rows.push_back(rowOf(branch, call, runnerUp(reason)));
    text += tableText({QStringLiteral("ticket"), QStringLiteral("service"), QStringLiteral("segment"),
                       QStringLiteral("waited"), QStringLiteral("promised"), QStringLiteral("weight"),
                       QStringLiteral("takes"), QStringLiteral("index"), QStringLiteral("recomputed")},
                      rows);
    return text + ruleLine(call.rule) + QStringLiteral("\n");
}

Json recomputedJson(const BranchState &branch, const CallRecord &call, const Side &side)
{
    const auto anew = recomputed(branch, call, side);
    return anew ? Json{{"index", *anew}, {"agrees", agrees(fromNano(side.indexNano), *anew)}} : Json();
}

int why(const Context &context)
{
    const QString number = context.arguments().constFirst().toUpper();
    const QString day = context.value("day");
    if (!day.isEmpty() && dayStart(day.toStdString(), 0) < 0)
        return context.wrongUse(QStringLiteral("\"%1\" is no day; write YYYY-MM-DD.").arg(day));
    return context.withHub([&context, number, day](HubClient &hub) {
        const CallsQuery query{number.toStdString(), day.toStdString()};
        question(context, hub, CallsQuery::kMethod, toJson(query), [&context, &hub, number](const Json &answer) {
            const auto calls
                = fromJson<std::vector<CallRecord>>(answer.value("calls", Json::array()), UnknownFields::Ignore);
            if (!calls) {
                QCoreApplication::exit(context.failed(calls.error()));
                return;
            }
            Json json = Json::array();
            QString text;
            for (const CallRecord &call : *calls) {
                Json one = toJson(call);
                one["recomputed"] = recomputedJson(hub.branch(), call, chosen(call.call.reason));
                if (!call.call.reason.runnerUp.empty())
                    one["runnerUpRecomputed"] = recomputedJson(hub.branch(), call, runnerUp(call.call.reason));
                json.push_back(std::move(one));
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + callText(hub.branch(), call);
            }
            if (calls->empty())
                text = QStringLiteral("%1 has not been called.").arg(number);
            QCoreApplication::exit(
                context.done(Json{{"number", number.toStdString()}, {"calls", std::move(json)}}, text));
        });
    });
}

int score(const Context &context)
{
    const auto days
        = context.isSet("days") ? positiveNumber(context.value("days")) : std::optional<std::int64_t>(7);
    if (!days)
        return context.wrongUse(QStringLiteral("--days takes a positive whole number."));
    return context.withHub([&context, days = *days](HubClient &hub) {
        question(context, hub, ScoreQuery::kMethod, toJson(ScoreQuery{days}), [&context](const Json &answer) {
            const auto found
                = fromJson<std::vector<ScoreRecord>>(answer.value("days", Json::array()), UnknownFields::Ignore);
            if (!found) {
                QCoreApplication::exit(context.failed(found.error()));
                return;
            }
            std::vector<QStringList> rows;
            for (const ScoreRecord &day : *found) {
                const Score &score = day.score;
                const bool isSome = score.n > 0;
                const auto orDash = [&](const QString &text) { return isSome ? text : QStringLiteral("—"); };
                rows.push_back({toQt(day.businessDay), QString::number(score.n),
                                orDash(percent(score.insidePermille)),
                                score.n < 30 ? QStringLiteral("—") : percent(score.worstInsidePermille),
                                orDash(minutes(score.meanErrorMs)), orDash(minutes(score.biasMs)),
                                orDash(percent(score.underPermille)), orDash(minutes(score.pinballMs))});
            }
            const QString text = rows.empty()
                ? QStringLiteral("No day has been scored yet. A day is when it is closed.")
                : tableText({QStringLiteral("day"), QStringLiteral("people"), QStringLiteral("in range"),
                             QStringLiteral("worst third"), QStringLiteral("mean error"), QStringLiteral("bias"),
                             QStringLiteral("5 min longer"), QStringLiteral("loss")},
                            rows)
                    + QStringLiteral("Four in five people should wait within the range they were told.");
            QCoreApplication::exit(context.done(answer, text));
        });
    });
}

} // namespace

std::vector<CtlCommand> whyCommands()
{
    return {
        commandSpec(
            "why", "NUMBER", "Why a ticket was called, each time, with all the numbers.", 1, 1, why,
            {optionSpec("day", "Of another day than the last one.", "DATE")},
            "The index is what the rule compares; it is computed anew here from the numbers the journal keeps "
            "and the rule that was in force."),
        commandSpec("score", "", "How good the waits were that people were told, by day.", 0, 0, score,
                    {optionSpec("days", "How many days; else 7.", "N")}),
    };
}

} // namespace tiepdon
