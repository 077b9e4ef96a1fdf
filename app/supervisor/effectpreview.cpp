// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/effectpreview.h"

#include "app/supervisor/words.h"
#include "ui/session/timetext.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace tiepdon {
namespace {

constexpr std::size_t kServicesSaid = 3;
/// Smaller differences are chance.
constexpr TimeMs kWaitNoticedMs = kMinuteMs;
constexpr std::int64_t kKeptNoticed = 20; ///< permille

std::int64_t weightOf(const ServiceEffect &effect)
{
    return std::abs(effect.after.keptPermille - effect.before.keptPermille) * effect.before.people
        + std::abs(effect.after.p80WaitMs - effect.before.p80WaitMs) / kSecondMs;
}

bool isNoticed(const ServiceEffect &effect)
{
    return std::abs(effect.after.p80WaitMs - effect.before.p80WaitMs) >= kWaitNoticedMs
        || std::abs(effect.after.keptPermille - effect.before.keptPermille) >= kKeptNoticed;
}

/// "13", "over 60" where the end was not seen.
QString waitWord(const ServiceOutlook &outlook)
{
    const QString minutes = minutesText(outlook.p80WaitMs);
    return outlook.isP80Least ? EffectPreview::tr("over %1").arg(minutes) : minutes;
}

} // namespace

EffectPreview::EffectPreview(SupervisorDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_stand.setSingleShot(true);
    m_stand.setInterval(kStandMs);
    connect(&m_stand, &QTimer::timeout, this, &EffectPreview::send);
}

void EffectPreview::ask(const std::vector<FloorMove> &moves)
{
    if (moves.empty()) {
        clear();
        return;
    }
    const bool isSame = moves == m_asked && m_state != State::None;
    const bool wasAway = m_state == State::Refused && m_refusal == ErrorCode::Offline && m_desk.isLive();
    const bool isFresh = m_state == State::Asking || (!m_age.hasExpired(kFreshMs) && !wasAway);
    if (isSame && isFresh)
        return;
    if (!isSame)
        m_effect.reset();
    m_asked = moves;
    m_state = State::Asking;
    m_stand.start();
    Q_EMIT changed();
}

void EffectPreview::clear()
{
    m_stand.stop();
    ++m_number;
    m_effect.reset();
    m_asked.clear();
    if (m_state == State::None)
        return;
    m_state = State::None;
    Q_EMIT changed();
}

void EffectPreview::hurry()
{
    if (!m_stand.isActive())
        return;
    m_stand.stop();
    send();
}

void EffectPreview::send()
{
    m_desk.link().ask(WhatIf{m_asked}, this, [this, number = ++m_number](const Result<WhatIfAnswer> &answer) {
        if (number == m_number)
            take(answer);
    });
}

void EffectPreview::take(const Result<WhatIfAnswer> &answer)
{
    m_age.start();
    if (answer) {
        m_effect = answer->effect;
        m_state = State::Known;
    } else {
        m_effect.reset();
        m_refusal = answer.error().code;
        m_state = State::Refused;
    }
    Q_EMIT changed();
}

QString EffectPreview::text() const
{
    if (m_effect)
        return effectText(m_desk.branch(), *m_effect);
    switch (m_state) {
    case State::Asking:
        return tr("Working out what it would change…");
    case State::Refused:
        return m_refusal == ErrorCode::Offline ? tr("No forecast while the hub cannot be reached.")
            : m_refusal == ErrorCode::Busy     ? tr("No forecast now: too many ask at once.")
                                               : tr("No forecast for this.");
    case State::None:
    case State::Known:
        break;
    }
    return {};
}

QString effectText(const BranchState &branch, const MoveEffect &effect)
{
    std::vector<ServiceEffect> services;
    std::copy_if(effect.services.begin(), effect.services.end(), std::back_inserter(services), isNoticed);
    std::stable_sort(services.begin(), services.end(),
                     [](const ServiceEffect &a, const ServiceEffect &b) { return weightOf(a) > weightOf(b); });
    const auto percent
        = [](std::int64_t permille) { return QLocale().toString(static_cast<qlonglong>(permille / 10)); };
    QStringList lines;
    for (const ServiceEffect &each : services) {
        if (static_cast<std::size_t>(lines.size()) == kServicesSaid)
            break;
        lines << EffectPreview::tr("P80 wait for %1 %2 → %3 min, promises kept %4 → %5 %")
                     .arg(serviceName(branch, each.before.service), waitWord(each.before), waitWord(each.after),
                          percent(each.before.keptPermille), percent(each.after.keptPermille));
    }
    if (lines.isEmpty())
        lines << EffectPreview::tr("No noticeable change of waits is expected.");
    lines << EffectPreview::tr("Forecast for %1 min, n = %2 futures")
                 .arg(minutesText(effect.aheadMs), QLocale().toString(static_cast<qlonglong>(effect.futures)));
    return lines.join(QLatin1Char('\n'));
}

std::vector<FloorMove> floorMovesOf(const std::vector<CounterMove> &moves)
{
    std::vector<FloorMove> all;
    const auto closing = [&](StaffId staff) {
        return std::find_if(moves.begin(), moves.end(), [staff](const CounterMove &move) {
            return move.seen.staff == staff && !move.to.isOpen();
        });
    };
    std::vector<CounterId> left; // by somebody who goes to a closed counter: one move with that
    for (const CounterMove &move : moves) {
        if (!move.to.isOpen() || move.seen.isOpen())
            continue;
        if (const auto from = closing(move.to.staff); from != moves.end()) {
            all.push_back(
                {FloorMoveKind::MovePerson, from->counter, move.to.staff, move.to.profile, move.counter, {}, 0});
            left.push_back(from->counter);
        } else {
            all.push_back({FloorMoveKind::Open, move.counter, move.to.staff, move.to.profile, {}, {}, 0});
        }
    }
    for (const CounterMove &move : moves) {
        if (!move.seen.isOpen())
            continue;
        if (!move.to.isOpen()) {
            if (std::find(left.begin(), left.end(), move.counter) == left.end())
                all.push_back({FloorMoveKind::Close, move.counter, {}, {}, {}, {}, 0});
            continue;
        }
        if (move.to.profile != move.seen.profile)
            all.push_back({FloorMoveKind::Switch, move.counter, {}, move.to.profile, {}, {}, 0});
        if (move.to.onBreak && !move.seen.onBreak)
            all.push_back({FloorMoveKind::Break, move.counter, {}, {}, {}, *move.to.onBreak, 0});
        if (!move.to.onBreak && move.seen.onBreak)
            all.push_back({FloorMoveKind::EndBreak, move.counter, {}, {}, {}, {}, 0});
    }
    return all;
}

} // namespace tiepdon
