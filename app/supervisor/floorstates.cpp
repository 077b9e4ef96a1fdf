// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorstates.h"

#include "app/supervisor/alertspanel.h"
#include "app/supervisor/floorpage.h"
#include "app/supervisor/floorstrips.h"
#include "app/supervisor/messagepanel.h"
#include "app/supervisor/supervisorwindow.h"
#include "ui/session/demofloor.h"

#include <QComboBox>
#include <QLineEdit>

namespace tiepdon {

QStringList floorDemoStates()
{
    return {QStringLiteral("alerts"),           QStringLiteral("alert-act"),   QStringLiteral("people"),
            QStringLiteral("placing"),          QStringLiteral("place-taken"), QStringLiteral("message"),
            QStringLiteral("message-to-lobby"), QStringLiteral("floor-calm"),  QStringLiteral("ticket-move")};
}

void prepareFloor(const QString &name, FixedLink &link)
{
    answerForFloor(link);
    if (name.startsWith(QLatin1String("alert")) || name == QLatin1String("people")
        || name == QLatin1String("floor"))
        link.setAlerts(demoAlerts(link.branch(), link.hubNowMs()));
    if (name.startsWith(QLatin1String("message")))
        link.setMessages(demoMessages(link.hubNowMs()));
}

void showFloorState(const QString &name, SupervisorWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    FloorPage &floor = window.floorPage();
    if (is("alert-act"))
        floor.actOn(demoAlerts(link.branch(), link.hubNowMs()).open.front());
    if (is("ticket-move")) // as it was let go over a counter
        floor.askTransfer(link.branch().waiting(ServiceId{1}).begin()->ticket, {}, CounterId{4});
    if (is("people"))
        floor.strips().showPeople();
    if (is("placing")) {
        floor.strips().showPeople();
        floor.askPlace(CounterId{2}, StaffId{7});
    }
    if (is("place-taken")) {
        floor.askPlace(CounterId{3}, StaffId{7});
        link.setOthersName("Lý Thị Mai");
        link.hold();
        floor.action().confirm();
        if (!link.run(command::SignOn{CounterId{3}, StaffId{3}, {}}))
            qFatal("the demo state refused");
        link.release();
    }
    if (is("message"))
        floor.askMessage(CounterId{1});
    if (is("message-to-lobby")) {
        floor.askMessage();
        auto *to = window.findChild<QComboBox *>(QStringLiteral("messageToChoice"));
        to->setCurrentIndex(1);
        auto *begin = window.findChild<QComboBox *>(QStringLiteral("messageTemplateChoice"));
        begin->setCurrentIndex(1);
        Q_EMIT begin->activated(1);
    }
}

} // namespace tiepdon
