// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"

#include "app/teller/choosepage.h"
#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "ui/entry/enroldemo.h"
#include "ui/entry/entryframe.h"
#include "ui/entry/lockpage.h"
#include "ui/entry/passwordpage.h"
#include "ui/entry/signinpage.h"
#include "ui/session/demobranch.h"

#include <QLineEdit>

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
    while (nextFor(link.branch(), *link.branch().counterState(other), link.hubNowMs())) {
        run(link, command::CallNext{other});
        free();
    }
}

void type(QWidget &page, const char *field, const QString &text)
{
    if (auto *edit = page.findChild<QLineEdit *>(QLatin1String(field)))
        edit->setText(text);
}

const QStringList &signInStates()
{
    static const QStringList kStates{QStringLiteral("signin"), QStringLiteral("signin-wrong"),
                                     QStringLiteral("signin-delayed"), QStringLiteral("signin-ended")};
    return kStates;
}

void showSignIn(const QString &name, EntryFrame &frame, FixedLink &link)
{
    SignInPage &page = frame.signInPage();
    if (name == QLatin1String("signin-ended")) {
        link.enter(QStringLiteral("ha"));
        link.endFromHub("signedOutElsewhere");
        return;
    }
    if (name == QLatin1String("signin"))
        return;
    type(page, "accountEdit", QStringLiteral("ha"));
    type(page, "passwordEdit", QStringLiteral("not this one"));
    if (name == QLatin1String("signin-wrong"))
        page.showError({ErrorCode::SignInRefused, "", {}});
    else
        page.showError({ErrorCode::SignInDelayed, "", {{"waitMs", "12000"}}});
}

/// States before or beside the work at a counter; false for any other.
bool showEntry(const QString &name, EntryFrame &frame, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (signInStates().contains(name)) {
        showSignIn(name, frame, link);
        return true;
    }
    if (is("password")) {
        link.enter(QStringLiteral("moi"));
        frame.passwordPage().setCurrent(demoPassword());
        type(frame.passwordPage(), "newPasswordEdit", QStringLiteral("matkhau123"));
        type(frame.passwordPage(), "repeatPasswordEdit", QStringLiteral("matkhau123"));
        frame.passwordPage().showError({ErrorCode::PasswordTooWeak, "", {{"reason", "common"}}});
        return true;
    }
    if (is("newpassword")) {
        link.enter(QStringLiteral("ha"));
        run(link, command::SignOn{kCounter, kStaff, {}});
        frame.changePassword();
        return true;
    }
    if (is("noright")) {
        link.enter(QStringLiteral("admin"));
        return true;
    }
    link.enter(QStringLiteral("ha"));
    if (is("choose")) {
        window.choosePage().choose(kCounter, {});
        return true;
    }
    if (is("occupied") || is("takeover")) {
        window.choosePage().choose(CounterId{2}, {});
        if (is("takeover"))
            window.choosePage().press();
        return true;
    }
    return false;
}

/// States at counter 3 in which nobody is called to it by the rule.
const QStringList &freeStates()
{
    static const QStringList kStates{
        QStringLiteral("idle"),        QStringLiteral("empty"),       QStringLiteral("signout"),
        QStringLiteral("breakchoice"), QStringLiteral("break"),       QStringLiteral("pick"),
        QStringLiteral("find"),        QStringLiteral("whereabouts"), QStringLiteral("chosen")};
    return kStates;
}

/// A given ticket: looked for, and called.
void showPick(const QString &name, TellerWindow &window, FixedLink &link)
{
    if (name == QLatin1String("pick"))
        window.workPage().openPick(ServiceId{1});
    for (const auto &[state, typed] : {std::pair{"find", "b0"}, std::pair{"whereabouts", "a7"}}) {
        if (name != QLatin1String(state))
            continue;
        window.workPage().openPick();
        auto *edit = window.findChild<QLineEdit *>(QStringLiteral("findNumberEdit"));
        edit->setText(QLatin1String(typed));
        Q_EMIT edit->textEdited(edit->text());
    }
    if (name == QLatin1String("chosen")) {
        run(link, command::CallTicket{kCounter, std::next(link.branch().waiting(ServiceId{2}).begin())->ticket});
        link.advance(12 * kSecondMs);
        window.workPage().toggleReason();
    }
}

/// States at counter 3.
void showWork(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (is("empty"))
        drain(link);
    run(link, command::SignOn{kCounter, kStaff, {}});
    if (is("next")) {
        window.workPage().toggleReason();
    } else if (!freeStates().contains(name)) {
        run(link, command::CallNext{kCounter});
        link.advance(37 * kSecondMs);
    }
    if (is("serving") || is("overdue") || is("transfer") || is("stale") || is("locked") || is("kept")) {
        run(link, command::StartService{kCounter, inHand(link)});
        link.advance(is("overdue") ? 7 * kMinuteMs + 12 * kSecondMs : 3 * kMinuteMs + 7 * kSecondMs);
    }
    if (is("transfer"))
        window.workPage().openTransfer();
    if (is("breakchoice"))
        window.workPage().toggleBreak();
    if (is("break")) {
        run(link, command::TakeBreak{kCounter, BreakReason::Meal});
        link.advance(21 * kMinuteMs + 40 * kSecondMs);
    }
    showPick(name, window, link);
    if (is("error")) {
        run(link, command::Recall{kCounter, inHand(link)});
        window.workPage().showError({ErrorCode::StorageFull, "", {}});
    }
    if (is("confirming")) {
        link.hold();
        window.desk().start();
    }
    if (is("takenover"))
        run(link, command::SignOn{kCounter, StaffId{7}, {}, true});
    if (is("stale") || is("kept")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        link.advance(48 * kSecondMs);
    }
    if (is("kept"))
        window.desk().finish();
    if (is("locked"))
        link.lockFromHub("idle");
    if (is("signout"))
        window.askToSignOut();
}

} // namespace

QStringList tellerDemoStates()
{
    return enrolDemoStates() + signInStates()
        + QStringList{QStringLiteral("password"),    QStringLiteral("newpassword"), QStringLiteral("locked"),
                      QStringLiteral("noright"),     QStringLiteral("choose"),      QStringLiteral("occupied"),
                      QStringLiteral("takeover"),    QStringLiteral("connecting"),  QStringLiteral("idle"),
                      QStringLiteral("next"),        QStringLiteral("called"),      QStringLiteral("serving"),
                      QStringLiteral("overdue"),     QStringLiteral("transfer"),    QStringLiteral("confirming"),
                      QStringLiteral("error"),       QStringLiteral("stale"),       QStringLiteral("kept"),
                      QStringLiteral("takenover"),   QStringLiteral("signout"),     QStringLiteral("empty"),
                      QStringLiteral("breakchoice"), QStringLiteral("break"),       QStringLiteral("pick"),
                      QStringLiteral("find"),        QStringLiteral("whereabouts"), QStringLiteral("chosen")};
}

Demo tellerDemo(const QString &name, Language &language)
{
    if (!tellerDemoStates().contains(name))
        return {};
    if (enrolDemoStates().contains(name))
        return enrolDemo(name, language);
    Demo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    const bool isConnecting = name == QLatin1String("connecting");
    if (!isConnecting)
        playDemoMorning(link);
    link.setAccounts(demoAccounts());
    if (isConnecting) {
        link.enter(QStringLiteral("ha"));
        link.setStatus(BranchLink::Status::Connecting);
    }
    auto *window = new TellerWindow(link, language);
    auto frame = std::make_unique<EntryFrame>(link, language, window);
    frame->setPlace({QStringLiteral("Quầy 3"), QStringLiteral("hub.chinhanh-hoguom.example:7117"), {}});
    if (!isConnecting && !showEntry(name, *frame, *window, link))
        showWork(name, *window, link);
    // as a second later: every time on the window is of the moment shown
    Q_EMIT link.statusChanged();
    window->workPage().tick();
    demo.window = std::move(frame);
    return demo;
}

} // namespace tiepdon
