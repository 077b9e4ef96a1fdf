// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"

#include <QByteArray>
#include <QFile>
#include <QString>

// What the tests of the simulator share.

namespace tiepdon::testing {

/// A sample that is shipped: its text, empty when it cannot be read.
inline QByteArray sampleText(const QString &name)
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/scenarios/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The scenario of a sample; an empty one when it cannot be read.
inline Scenario sample(const QString &name)
{
    const auto scenario = scenarioFrom(sampleText(name).toStdString());
    return scenario ? *scenario : Scenario{};
}

/// The rule that the samples put first, with people overtaken as often as said.
inline RuleTrial ruleWith(CallingRuleKind kind, std::int64_t maxOvertaken)
{
    CallingRule rule;
    rule.kind = kind;
    rule.maxOvertaken = maxOvertaken;
    return {"tried", rule, {}};
}

} // namespace tiepdon::testing
