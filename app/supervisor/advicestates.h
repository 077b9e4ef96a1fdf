// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tiepdon {

class FixedLink;
class SupervisorWindow;

/// From now on the link answers about advice, reckoned as the hub does, from the branch as it is and nothing
/// learned. The link must outlive its answers.
void answerForAdvice(FixedLink &link);

/// Demo states of advice and of moves that are tried.
QStringList adviceDemoStates();
/// What the branch is like in one of them, before the window is made.
void prepareAdvice(const QString &name, FixedLink &link);
/// What is done in the window then.
void showAdviceState(const QString &name, SupervisorWindow &window, FixedLink &link);

} // namespace tiepdon
