// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/advicewords.h"

#include "app/supervisor/words.h"
#include "ui/session/breakword.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace tiepdon {
namespace {

struct AdviceWords {
    Q_DECLARE_TR_FUNCTIONS(AdviceWords)
};

QString numberText(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }

QString counterNumber(const BranchState &branch, CounterId id)
{
    const Counter *counter = branch.counter(id);
    return counter ? numberText(counter->number) : QStringLiteral("?");
}

/// The service a move does most for: kept promises first, then waits.
const ServiceEffect *mainEffect(const MoveEffect &effect)
{
    const auto weight = [](const ServiceEffect &each) {
        return std::abs(each.after.keptPermille - each.before.keptPermille) * each.before.people
            + std::abs(each.after.p80WaitMs - each.before.p80WaitMs) / kSecondMs;
    };
    const auto it = std::max_element(effect.services.begin(), effect.services.end(),
                                     [&](const auto &a, const auto &b) { return weight(a) < weight(b); });
    return it == effect.services.end() ? nullptr : &*it;
}

QString costText(const MoveEffect &effect)
{
    if (effect.counterMin > 0)
        return AdviceWords::tr("costs %1 min of a counter").arg(numberText(effect.counterMin));
    if (effect.counterMin < 0)
        return AdviceWords::tr("saves %1 min of a counter").arg(numberText(-effect.counterMin));
    return {};
}

QString sureText(const MoveEffect &effect)
{
    if (effect.gainMilli >= 0 && effect.betterIn > 0)
        return AdviceWords::tr("better in %1 of %2 runs")
            .arg(numberText(effect.betterIn), numberText(effect.futures));
    return AdviceWords::tr("worse in %1 of %2 runs").arg(numberText(effect.worseIn), numberText(effect.futures));
}

QString tallyText(const AdviceTally &tally, bool isFollowed)
{
    if (tally.advice == 0)
        return {};
    const QString words = isFollowed
        ? AdviceWords::tr("Where followed: %1 % of promises kept, %2 % forecast (n = %3 people).")
        : AdviceWords::tr("Where not: %1 % of promises kept, %2 % forecast (n = %3 people).");
    return words.arg(percentText(tally.camePermille), percentText(tally.forecastPermille),
                     numberText(tally.people));
}

} // namespace

QString percentText(std::int64_t permille) { return numberText((permille + 5) / 10); }

QString waitText(const ServiceOutlook &outlook)
{
    const QString minutes = minutesText(outlook.p80WaitMs);
    return outlook.isP80Least ? AdviceWords::tr("over %1").arg(minutes) : minutes;
}

QString moveText(const BranchState &branch, const FloorMove &move)
{
    const QString counter = counterNumber(branch, move.counter);
    const Counter *of = branch.counter(move.counter);
    const CounterState *now = branch.counterState(move.counter);
    const ProfileId profile = move.profile.isSet() ? move.profile : of ? of->profile : ProfileId{};
    switch (move.kind) {
    case FloorMoveKind::Open:
        return move.staff.isSet()
            ? AdviceWords::tr("Open counter %1 for %2, with %3")
                  .arg(counter, profileName(branch, profile), staffName(branch, move.staff))
            : AdviceWords::tr("One more person at counter %1, for %2").arg(counter, profileName(branch, profile));
    case FloorMoveKind::Switch:
        return AdviceWords::tr("Switch counter %1 to %2").arg(counter, profileName(branch, profile));
    case FloorMoveKind::Close:
        return AdviceWords::tr("Close counter %1").arg(counter);
    case FloorMoveKind::MovePerson:
        return AdviceWords::tr("%1 goes from counter %2 to counter %3")
            .arg(staffName(branch, now ? now->staff : StaffId{}), counter, counterNumber(branch, move.toCounter));
    case FloorMoveKind::Break:
        return AdviceWords::tr("Break at counter %1: %2").arg(counter, breakWord(move.reason));
    case FloorMoveKind::EndBreak:
        break;
    }
    return AdviceWords::tr("Ask %1 back from the break, to counter %2")
        .arg(staffName(branch, now ? now->staff : StaffId{}), counter);
}

QString adviceText(const BranchState &branch, const Advice &advice)
{
    QStringList parts;
    const ServiceEffect *main = mainEffect(advice.effect);
    if (main && advice.move.kind != FloorMoveKind::Close) {
        parts << AdviceWords::tr("P80 wait for %1 %2 → %3 min")
                     .arg(serviceName(branch, main->before.service), waitText(main->before), waitText(main->after));
        parts << AdviceWords::tr("promises kept %1 → %2 %")
                     .arg(percentText(main->before.keptPermille), percentText(main->after.keptPermille));
    } else {
        parts << AdviceWords::tr("promises kept %1 → %2 %")
                     .arg(percentText(advice.effect.keptBeforePermille),
                          percentText(advice.effect.keptAfterPermille));
    }
    parts << costText(advice.effect) << sureText(advice.effect);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString wholeEffectText(const MoveEffect &effect)
{
    QStringList parts{AdviceWords::tr("promises kept %1 → %2 %")
                          .arg(percentText(effect.keptBeforePermille), percentText(effect.keptAfterPermille)),
                      costText(effect), sureText(effect),
                      AdviceWords::tr("forecast for %1 min, n = %2 futures")
                          .arg(minutesText(effect.aheadMs), numberText(effect.futures))};
    parts.removeAll(QString());
    QString text = parts.join(QStringLiteral(" · "));
    if (!text.isEmpty())
        text.replace(0, 1, text.left(1).toUpper());
    return text;
}

QString unservedText(const BranchState &branch, const MoveEffect &effect)
{
    return effect.unserved.empty() ? QString()
                                   : AdviceWords::tr("No open counter would serve %1, and people wait for it.")
                                         .arg(serviceNames(branch, effect.unserved));
}

QString outlookText(const AdviceAnswer &answer)
{
    std::int64_t people = 0;
    for (const ServiceOutlook &each : answer.services)
        people += each.people;
    if (answer.state == AdviceState::Closed)
        return AdviceWords::tr("Advice comes once the day is open.");
    if (people == 0)
        return AdviceWords::tr("The floor is well manned: nobody is expected in the next %1 min.")
            .arg(minutesText(kAdviceAheadMs));
    const QString words = answer.state == AdviceState::Advised
        ? AdviceWords::tr("If nothing is done, %1 % of promises are kept in the next %2 min (n = %3 people).")
        : AdviceWords::tr(
            "The floor is well manned: %1 % of promises will be kept in the next %2 min (n = %3 people).");
    return words.arg(percentText(answer.keptPermille), minutesText(kAdviceAheadMs), numberText(people));
}

QString adviceScoreText(const AdviceScore &score, std::int64_t days)
{
    if (score.given == 0)
        return {};
    QStringList parts{AdviceWords::tr("Last %1 days: %2 of %3 pieces of advice were followed.")
                          .arg(numberText(days), numberText(score.followed), numberText(score.given)),
                      tallyText(score.whenFollowed, true), tallyText(score.whenNot, false)};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

std::vector<CounterMove> counterMovesOf(const BranchState &branch, const std::vector<FloorMove> &moves)
{
    std::vector<CounterMove> all;
    const auto add = [&](CounterId counter) -> CounterMove * {
        const CounterState *state = branch.counterState(counter);
        if (!state || std::any_of(all.begin(), all.end(), [&](const CounterMove &each) {
                return each.counter == counter;
            }))
            return nullptr;
        all.push_back({counter, standingOf(*state), standingOf(*state)});
        return &all.back();
    };
    for (const FloorMove &move : moves) {
        CounterMove *at = add(move.counter);
        if (!at)
            return {};
        const Counter *counter = branch.counter(move.counter);
        // as it was chosen: what somebody else has changed since is not moved over
        if (at->seen.isOpen() == (move.kind == FloorMoveKind::Open))
            return {};
        switch (move.kind) {
        case FloorMoveKind::Open:
            if (!move.staff.isSet() || !counter)
                return {};
            at->to = {move.staff, move.profile.isSet() ? move.profile : counter->profile, {}};
            break;
        case FloorMoveKind::Switch:
            at->to.profile = move.profile;
            break;
        case FloorMoveKind::Close:
            at->to = {};
            break;
        case FloorMoveKind::MovePerson: {
            CounterStanding standing = at->seen;
            at->to = {};
            CounterMove *to = add(move.toCounter);
            if (!to || to->seen.isOpen() || (move.staff.isSet() && move.staff != standing.staff))
                return {};
            if (move.profile.isSet())
                standing.profile = move.profile;
            standing.onBreak.reset();
            to->to = standing;
            break;
        }
        case FloorMoveKind::Break:
            at->to.onBreak = move.reason;
            break;
        case FloorMoveKind::EndBreak:
            at->to.onBreak.reset();
            break;
        }
    }
    return all;
}

} // namespace tiepdon
