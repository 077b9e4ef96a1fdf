// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"

#include "app/teller/barmode.h"
#include "app/teller/choosepage.h"
#include "app/teller/customerstates.h"
#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "ui/entry/enroldemo.h"
#include "ui/entry/entryframe.h"
#include "ui/entry/lockpage.h"
#include "ui/entry/passwordpage.h"
#include "ui/entry/signinpage.h"
#include "ui/session/demobranch.h"
#include "ui/session/demofloor.h"
#include "ui/session/democustomers.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

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

/// Calls by the branch's rule and starts.
void serve(FixedLink &link)
{
    run(link, command::CallNext{kCounter});
    link.advance(15 * kSecondMs);
    run(link, command::StartService{kCounter, inHand(link)});
}

/// Somebody of a segment, booked and wanting English, is called.
void callBooked(FixedLink &link)
{
    command::IssueTicket issue;
    issue.service = ServiceId{2};
    issue.segment = SegmentId{1};
    issue.priorityReason = PriorityReasonId{1};
    issue.bookedMs = link.hubNowMs() + 2 * kMinuteMs;
    issue.language = "en";
    run(link, issue);
    const TicketId ticket = link.branch().lastTicket();
    link.advance(6 * kMinuteMs);
    run(link, command::CallTicket{kCounter, ticket});
    link.advance(9 * kSecondMs);
}

/// Two are parked at counter 3, one at counter 1.
void parkSome(FixedLink &link)
{
    serve(link);
    run(link, command::Park{kCounter, inHand(link), ParkReason::FillsForm, 10 * kMinuteMs});
    serve(link);
    run(link, command::Park{kCounter, inHand(link), ParkReason::Approval, 0});
    const CounterId other{1};
    run(link, command::Park{other, link.branch().counterState(other)->ticket, ParkReason::Payment, 5 * kMinuteMs});
    link.advance(4 * kMinuteMs + 20 * kSecondMs);
}

/// States of a branch that has segments, outcomes and languages.
const QStringList &richStates()
{
    static const QStringList kStates{
        QStringLiteral("segment"),     QStringLiteral("nextsegment"), QStringLiteral("requeue"),
        QStringLiteral("park"),        QStringLiteral("parktime"),    QStringLiteral("parked"),
        QStringLiteral("parkedlist"),  QStringLiteral("cameback"),    QStringLiteral("signoutparked"),
        QStringLiteral("walkin"),      QStringLiteral("wrapup"),      QStringLiteral("outcome"),
        QStringLiteral("outcomemust"), QStringLiteral("stored"),      QStringLiteral("offered"),
        QStringLiteral("toosoon"),     QStringLiteral("tocounter"),   QStringLiteral("tocolleague"),
        QStringLiteral("further"),     QStringLiteral("planned"),     QStringLiteral("transferrefused")};
    return kStates;
}

void pressDigit(QWidget &window, const char *button)
{
    if (auto *found = window.findChild<QPushButton *>(QLatin1String(button)))
        found->click();
}

void showParked(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    parkSome(link);
    if (is("parkedlist"))
        window.workPage().openParked();
    if (is("cameback"))
        link.advance(6 * kMinuteMs);
    if (is("signoutparked"))
        window.askToSignOut();
}

void showTransfer(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    serve(link);
    link.advance(2 * kMinuteMs + 40 * kSecondMs);
    if (is("further") || is("planned"))
        run(link, command::AddService{kCounter, inHand(link), ServiceId{3}, true});
    if (is("planned"))
        return;
    window.workPage().openTransfer();
    if (is("tocounter"))
        pressDigit(window, "transferToCounterButton");
    if (is("tocolleague"))
        pressDigit(window, "transferToColleagueButton");
    if (is("further"))
        pressDigit(window, "addServiceButton");
    if (is("transferrefused"))
        window.workPage().showError({ErrorCode::UnknownService, "", {}});
}

void showRich(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    enrichDemoBranch(link);
    if (is("stored") || is("offered"))
        drain(link);
    run(link, command::SignOn{kCounter, kStaff, {}});
    if (is("segment") || is("requeue"))
        callBooked(link);
    if (is("requeue"))
        window.workPage().openRequeue();
    if (is("nextsegment")) {
        command::IssueTicket issue;
        issue.service = ServiceId{1};
        issue.priorityReason = PriorityReasonId{2};
        issue.language = "en";
        run(link, issue);
        link.advance(6 * kMinuteMs);
        window.workPage().toggleReason();
    }
    if (is("park") || is("parktime") || is("wrapup") || is("outcome") || is("outcomemust")) {
        if (is("outcomemust")) {
            Service service = *link.branch().service(ServiceId{1});
            service.outcomeRequired = true;
            run(link, command::DefineService{service});
        }
        serve(link);
        link.advance(3 * kMinuteMs + 7 * kSecondMs);
    }
    if (is("park") || is("parktime"))
        window.workPage().parkOrShow();
    if (is("parktime"))
        pressDigit(window, "park1Button");
    if (is("wrapup")) {
        run(link, command::WrapUp{kCounter, inHand(link)});
        link.advance(52 * kSecondMs);
    }
    if (is("outcome") || is("outcomemust"))
        window.workPage().finish();
    if (is("parked") || is("parkedlist") || is("cameback") || is("signoutparked"))
        showParked(name, window, link);
    if (is("walkin"))
        window.workPage().openWalkIn();
    if (is("stored"))
        run(link, command::CallNext{kCounter, true});
    if (is("toosoon")) {
        BranchSetup rules;
        rules.settings = link.branch().settings();
        rules.settings.minCallGapMs = 30 * kSecondMs;
        run(link, command::DefineBranch{rules});
        run(link, command::CallNext{kCounter});
        link.advance(12 * kSecondMs);
        run(link, command::MarkNoShow{kCounter, inHand(link)});
    }
    if (is("tocounter") || is("tocolleague") || is("further") || is("planned") || is("transferrefused"))
        showTransfer(name, window, link);
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

const QStringList &barStates()
{
    static const QStringList kStates{
        QStringLiteral("bar-free"),   QStringLiteral("bar-called"), QStringLiteral("bar-serving"),
        QStringLiteral("bar-over"),   QStringLiteral("bar-wrapup"), QStringLiteral("bar-break"),
        QStringLiteral("bar-finish"), QStringLiteral("bar-park"),   QStringLiteral("bar-transfer"),
        QStringLiteral("bar-why"),    QStringLiteral("bar-error"),  QStringLiteral("bar-key"),
        QStringLiteral("bar-stale"),  QStringLiteral("bar-locked"), QStringLiteral("bar-message")};
    return kStates;
}

/// The window in one line, at counter 3.
void showBar(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    WorkPage &work = window.workPage();
    enrichDemoBranch(link);
    run(link, command::SignOn{kCounter, kStaff, {}});
    if (is("bar-break")) {
        run(link, command::TakeBreak{kCounter, BreakReason::Meal});
        link.advance(21 * kMinuteMs + 40 * kSecondMs);
    } else if (!is("bar-free") && !is("bar-key") && !is("bar-locked")) {
        run(link, command::CallNext{kCounter});
        link.findChild<DemoCustomers *>()->linkTicket(inHand(link), demoCustomer(1));
        link.advance(14 * kSecondMs);
        if (!is("bar-called") && !is("bar-why") && !is("bar-error"))
            run(link, command::StartService{kCounter, inHand(link)});
        link.advance(is("bar-over") ? 9 * kMinuteMs + 12 * kSecondMs : 53 * kSecondMs);
    }
    if (is("bar-wrapup"))
        run(link, command::WrapUp{kCounter, inHand(link)});
    if (is("bar-finish"))
        work.finish();
    if (is("bar-park"))
        work.parkOrShow();
    if (is("bar-transfer"))
        work.openTransfer();
    if (is("bar-why"))
        work.toggleReason();
    if (is("bar-error"))
        work.showError({ErrorCode::StorageFull, "", {}});
    if (is("bar-stale"))
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
    if (is("bar-locked"))
        link.lockFromHub("idle");
    for (int i = 0; i < 4; ++i) // the card arrives
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    TellerBar &bar = window.barMode().bar();
    bar.setChord(QStringLiteral("Ctrl+Alt+Space"), Tone::Neutral);
    bar.setLent(is("bar-key"));
}

/// States at counter 3.
void showWork(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (isBarState(name)) {
        showBar(name, window, link);
        return;
    }
    if (customerStates().contains(name)) {
        showCustomerState(name, window, link);
        return;
    }
    if (richStates().contains(name)) {
        showRich(name, window, link);
        return;
    }
    if (is("empty"))
        drain(link);
    run(link, command::SignOn{kCounter, kStaff, {}});
    if (is("next")) {
        window.workPage().toggleReason();
    } else if (!freeStates().contains(name)) {
        run(link, command::CallNext{kCounter});
        link.advance(37 * kSecondMs);
    }
    if (is("serving") || is("message") || is("overdue") || is("transfer") || is("stale") || is("locked")
        || is("kept")) {
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
                      QStringLiteral("find"),        QStringLiteral("whereabouts"), QStringLiteral("chosen"),
                      QStringLiteral("message")}
    + richStates() + barStates() + customerStates();
}

bool isBarState(const QString &name) { return barStates().contains(name); }

Demo tellerDemo(const QString &name, Language &language)
{
    if (!tellerDemoStates().contains(name))
        return {};
    if (enrolDemoStates().contains(name))
        return enrolDemo(name, language);
    Demo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    const bool isConnecting = name == QLatin1String("connecting");
    if (!isConnecting) {
        playDemoMorning(link);
        new DemoCustomers(link);
    }
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
    if (name.endsWith(QLatin1String("message"))) {
        answerForFloor(link);
        link.setMessages(demoMessages(link.hubNowMs()));
    }
    QCoreApplication::sendPostedEvents(&link, QEvent::MetaCall); // what was asked about people is answered
    // as a second later: every time on the window is of the moment shown
    Q_EMIT link.statusChanged();
    window->workPage().tick();
    if (isBarState(name)) {
        window->barMode().bar().refresh();
        demo.face = &window->barMode().bar();
    }
    demo.window = std::move(frame);
    return demo;
}

} // namespace tiepdon
