// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/advicestates.h"

#include "app/supervisor/advicepanel.h"
#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/whatifpanel.h"
#include "core/estimate/advice.h"
#include "ui/session/fixedlink.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

namespace tiepdon {
namespace {

/// What was given out so far, for as long as the link answers.
struct Given {
    std::int64_t last = 0;
    std::vector<FloorMove> declined;
    std::map<std::int64_t, FloorMove> moves;
    std::int64_t followed = 0;
};

Advisor advisorOf(const FixedLink &link) { return Advisor(link.branch(), Forecast(), link.hubNowMs()); }

Result<Json> advised(const FixedLink &link, Given &given)
{
    AdviceAnswer answer;
    answer.atMs = link.hubNowMs();
    if (!link.branch().isOpen())
        return toJson(answer);
    const FoundAdvice found = advisorOf(link).advise();
    for (const AdvisedMove &each : found.moves) {
        if (std::find(given.declined.begin(), given.declined.end(), each.move) != given.declined.end())
            continue;
        Advice advice{{}, each.move, each.effect};
        if (!each.isHint) {
            advice.id = {++given.last};
            given.moves[given.last] = each.move;
        }
        answer.advice.push_back(advice);
    }
    answer.state = answer.advice.empty() ? AdviceState::WellManned : AdviceState::Advised;
    answer.services = found.services;
    answer.keptPermille = found.keptPermille;
    answer.moves = static_cast<std::int64_t>(found.tried);
    return toJson(answer);
}

Result<Json> tried(const FixedLink &link, const Json &params)
{
    const auto wanted = fromJson<WhatIf>(params, UnknownFields::Refuse);
    if (!wanted)
        return wanted.error();
    const auto effect = advisorOf(link).whatIf(wanted->moves);
    return effect ? Result<Json>(toJson(WhatIfAnswer{link.hubNowMs(), *effect})) : Result<Json>(effect.error());
}

Result<Json> settled(const Json &params, Given &given)
{
    const auto wanted = fromJson<SettleAdvice>(params, UnknownFields::Refuse);
    if (!wanted)
        return wanted.error();
    const auto it = given.moves.find(wanted->advice.value);
    if (it == given.moves.end())
        return Error{ErrorCode::WrongState, "no such advice waits for an answer", {}};
    if (wanted->isFollowed)
        ++given.followed;
    else
        given.declined.push_back(it->second);
    given.moves.erase(it);
    return toJson(SettleReply{wanted->advice});
}

/// A made-up week beside what was done here.
Json scored(const FixedLink &link, const Given &given)
{
    AdviceScore score;
    score.toMs = link.hubNowMs();
    score.fromMs = score.toMs - 7 * 24 * kHourMs;
    score.given = 31 + given.last;
    score.followed = 12 + given.followed;
    score.declined = 6 + static_cast<std::int64_t>(given.declined.size());
    score.whenFollowed = {12, 2, 241, 838, 822, 61};
    score.whenNot = {19, 5, 390, 655, 631, 84};
    return toJson(score);
}

} // namespace

void answerForAdvice(FixedLink &link)
{
    link.addAnswers(
        [&link, given = std::make_shared<Given>()](const std::string &method, const Json &params) -> Result<Json> {
            if (method == Advise::kMethod)
                return advised(link, *given);
            if (method == WhatIf::kMethod)
                return tried(link, params);
            if (method == SettleAdvice::kMethod)
                return settled(params, *given);
            if (method == AdviceScoreQuery::kMethod)
                return scored(link, *given);
            return Error{ErrorCode::UnknownMethod, "not about advice", {{"name", method}}};
        });
}

QStringList adviceDemoStates()
{
    return {QStringLiteral("advice"), QStringLiteral("advice-all"), QStringLiteral("what-if"),
            QStringLiteral("what-if-two"), QStringLiteral("what-if-unserved")};
}

void prepareAdvice(const QString & /*name*/, FixedLink &link) { answerForAdvice(link); }

void showAdviceState(const QString &name, SupervisorWindow &window, FixedLink & /*link*/)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    const auto turn = [] {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    };
    window.findChild<AdvicePanel *>()->ask();
    turn();
    if (is("advice-all"))
        window.findChild<QAbstractButton *>(QStringLiteral("adviceMoreButton"))->setChecked(true);
    if (!name.startsWith(QLatin1String("what-if")))
        return;
    window.askWhatIf();
    auto *panel = window.findChild<WhatIfPanel *>();
    const auto choose = [&](const char *box, int row) {
        window.findChild<QComboBox *>(QLatin1String(box))->setCurrentIndex(row);
    };
    const bool isClosing = is("what-if-unserved");
    choose("whatIfKindChoice", static_cast<int>(isClosing ? FloorMoveKind::Close : FloorMoveKind::Open));
    if (is("what-if-two")) {
        panel->keep();
        choose("whatIfKindChoice", static_cast<int>(FloorMoveKind::Switch));
    }
    if (isClosing)
        choose("whatIfCounterChoice", 4);
    panel->hurry();
    turn();
}

} // namespace tiepdon
