// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertstates.h"

#include "app/supervisor/alerthistoryview.h"
#include "app/supervisor/alertrulesview.h"
#include "app/supervisor/alertspage.h"
#include "app/supervisor/decisionform.h"
#include "app/supervisor/supervisorwindow.h"
#include "ui/session/demoalerts.h"
#include "ui/session/demofloor.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QSpinBox>

namespace tiepdon {
namespace {

/// Lets answers come.
void turn() { QCoreApplication::sendPostedEvents(); }

} // namespace

QStringList alertDemoStates()
{
    return {QStringLiteral("alert-rules"),      QStringLiteral("alert-rule-tried"),
            QStringLiteral("alert-rule-new"),   QStringLiteral("alert-rule-saving"),
            QStringLiteral("alert-history"),    QStringLiteral("alert-rules-none"),
            QStringLiteral("alert-rules-stale")};
}

void prepareAlerts(const QString &name, FixedLink &link)
{
    answerForAlerts(link);
    if (!name.startsWith(QLatin1String("alert")))
        return;
    AlertsNote note = demoAlerts(link.branch(), link.hubNowMs());
    if (name != QLatin1String("alert-rules-none"))
        note = withDemoRules(note);
    link.setAlerts(note);
}

void showAlertState(const QString &name, SupervisorWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (!alertDemoStates().contains(name))
        return;
    window.showAlerts();
    AlertsPage &page = window.alertsPage();
    AlertRulesView &rules = page.rules();
    turn();
    if (is("alert-rules") || is("alert-rules-stale"))
        rules.choose(AlertRuleId{3});
    if (is("alert-rules-stale"))
        link.setStatus(BranchLink::Status::Stale);
    if (is("alert-rule-new"))
        rules.addRule();
    if (is("alert-rule-tried")) {
        rules.choose(AlertRuleId{1});
        rules.tryRule();
        turn();
        auto *scroll = window.findChild<QScrollArea *>(QStringLiteral("ruleScroll"));
        scroll->widget()->adjustSize();
        scroll->ensureWidgetVisible(window.findChild<QWidget *>(QStringLiteral("ruleTried")), 0, 0);
    }
    if (is("alert-rule-saving")) {
        rules.choose(AlertRuleId{4});
        window.findChild<QSpinBox *>(QStringLiteral("ruleThresholdBox"))->setValue(12);
        rules.save();
    }
    if (is("alert-history")) {
        page.showHistory();
        turn();
        page.history().choose(AlertId{18});
    }
}

} // namespace tiepdon
