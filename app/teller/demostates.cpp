// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"

#include "app/teller/choosepage.h"
#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "ui/session/demobranch.h"

namespace tiepdon {
namespace {

constexpr CounterId kCounter{3};
constexpr StaffId kStaff{3};

void run(FixedLink &link, const Command &command)
{
    if (const auto reply = link.run(command); !reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

TicketId inHand(const FixedLink &link) { return link.branch().counterState(kCounter)->ticket; }

/// Empties the queues of counter 3's profile, as if the others had called everybody.
void drain(FixedLink &link)
{
    const CounterId other{1};
    const auto free = [&] {
        const TicketId ticket = link.branch().counterState(other)->ticket;
        if (link.branch().ticket(ticket)->state == TicketState::Called)
            run(link, command::StartService{other, ticket});
        run(link, command::FinishService{other, ticket});
    };
    free();
    while (nextFor(link.branch(), *link.branch().profile(ProfileId{1}), link.hubNowMs())) {
        run(link, command::CallNext{other});
        free();
    }
}

} // namespace

QStringList tellerDemoStates()
{
    return {QStringLiteral("choose"),     QStringLiteral("occupied"), QStringLiteral("connecting"),
            QStringLiteral("idle"),       QStringLiteral("next"),     QStringLiteral("called"),
            QStringLiteral("serving"),    QStringLiteral("overdue"),  QStringLiteral("transfer"),
            QStringLiteral("confirming"), QStringLiteral("error"),    QStringLiteral("stale"),
            QStringLiteral("empty")};
}

TellerDemo tellerDemo(const QString &name, Language &language)
{
    if (!tellerDemoStates().contains(name))
        return {};
    TellerDemo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (is("connecting"))
        link.setStatus(BranchLink::Status::Connecting);
    else
        playDemoMorning(link);
    demo.window = std::make_unique<TellerWindow>(link, language);
    TellerWindow &window = *demo.window;
    if (is("connecting"))
        return demo;
    if (is("choose")) {
        window.choosePage().choose(kCounter, kStaff, {});
        return demo;
    }
    if (is("occupied")) {
        window.choosePage().choose(CounterId{2}, kStaff, {});
        window.choosePage().showError({ErrorCode::CounterOccupied, "", {{"name", "Trần Văn Minh"}}});
        return demo;
    }

    if (is("empty"))
        drain(link);
    run(link, command::SignOn{kCounter, kStaff, {}});
    window.desk().signOn(kCounter, kStaff, {});
    if (is("next")) {
        window.workPage().toggleReason();
    } else if (!is("idle") && !is("empty")) {
        run(link, command::CallNext{kCounter});
        link.advance(37 * kSecondMs);
    }
    if (is("serving") || is("overdue") || is("transfer") || is("stale")) {
        run(link, command::StartService{kCounter, inHand(link)});
        link.advance(is("overdue") ? 7 * kMinuteMs + 12 * kSecondMs : 3 * kMinuteMs + 7 * kSecondMs);
    }
    if (is("transfer"))
        window.workPage().openTransfer();
    if (is("error")) {
        run(link, command::Recall{kCounter, inHand(link)});
        window.workPage().showError({ErrorCode::StorageFull, "", {}});
    }
    if (is("confirming")) {
        link.hold();
        window.desk().start();
    }
    if (is("stale")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        link.advance(48 * kSecondMs);
    }
    // as a second later: every time on the window is of the moment shown
    Q_EMIT link.statusChanged();
    window.workPage().tick();
    return demo;
}

} // namespace tiepdon
