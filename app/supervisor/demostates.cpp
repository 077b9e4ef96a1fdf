// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/demostates.h"

#include "app/supervisor/alertstates.h"
#include "app/supervisor/advicestates.h"
#include "app/supervisor/cover.h"
#include "app/supervisor/floorpage.h"
#include "app/supervisor/floorstates.h"
#include "app/supervisor/historystates.h"
#include "app/supervisor/personpanel.h"
#include "app/supervisor/promisespage.h"
#include "app/supervisor/settings/settingstates.h"
#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/ticketspage.h"
#include "app/supervisor/todaydemo.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"
#include "ui/session/demosettings.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>
#include <functional>

namespace tiepdon {
namespace {

constexpr CounterId kAccounts{4}; ///< one of three that open accounts
constexpr CounterId kLoans{6}; ///< the only one for loans
constexpr ProfileId kCash{1};
constexpr ProfileId kLoanAdvice{3};

void run(FixedLink &link, const Command &command)
{
    if (const auto reply = link.run(command); !reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

TicketId inHand(const FixedLink &link, CounterId counter) { return link.branch().counterState(counter)->ticket; }

TicketId lastOf(const FixedLink &link, ServiceId service)
{
    return link.branch().waiting(service).rbegin()->ticket;
}

/// On from the morning: somebody did not come, somebody left, somebody was put first, one counter is on a break.
void playOn(FixedLink &link)
{
    const CounterId second{2};
    const CounterId fifth{5};
    const TicketId missed = inHand(link, second);
    run(link, command::MarkNoShow{second, missed});
    run(link, command::StartService{fifth, inHand(link, fifth)});
    link.advance(70 * kSecondMs);
    run(link, command::CallTicket{second, missed});
    run(link, command::CancelTicket{lastOf(link, ServiceId{3}), HandReason::Left});
    run(link, command::RaiseTicket{lastOf(link, ServiceId{2}), HandReason::NeedsHelp});
    link.advance(40 * kSecondMs);
    run(link, command::MarkNoShow{second, missed});
    run(link, command::FinishService{fifth, inHand(link, fifth)});
    run(link, command::TakeBreak{fifth, BreakReason::Meal});
    run(link, command::CallNext{second});
    run(link, command::IssueTicket{ServiceId{4}});
    link.advance(55 * kSecondMs);
}

/// Nth of those who wait for a service, from 0.
TicketId waitingAt(const FixedLink &link, ServiceId service, std::ptrdiff_t n)
{
    return std::next(link.branch().waiting(service).begin(), n)->ticket;
}

/// Further on: people who go first and why, one who has a booking, one put aside, one sent to a colleague, one who
/// comes later, and a counter that works on after its customer has left.
void playFurther(FixedLink &link)
{
    constexpr CounterId kAccountsDesk{4};
    for (const std::int64_t service : {3, 2, 3})
        run(link, command::IssueTicket{ServiceId{service}});
    const TicketId parked = inHand(link, kLoans);
    run(link, command::AddService{kLoans, parked, ServiceId{1}, true});
    run(link, command::Park{kLoans, parked, ParkReason::FillsForm, 12 * kMinuteMs});
    run(link, command::CallNext{kLoans});
    run(link, command::StartService{kLoans, inHand(link, kLoans)});
    run(link, command::WrapUp{kAccountsDesk, inHand(link, kAccountsDesk)});
    run(link, command::SetSegment{waitingAt(link, ServiceId{1}, 2), {}, PriorityReasonId{1}});
    run(link, command::SetSegment{waitingAt(link, ServiceId{3}, 0), {}, PriorityReasonId{5}});
    command::IssueTicket booked{ServiceId{3}};
    booked.bookedMs = link.hubNowMs() - link.hubNowMs() % (15 * kMinuteMs) + 15 * kMinuteMs;
    run(link, booked);
    command::IssueTicket pregnant{ServiceId{2}};
    pregnant.priorityReason = PriorityReasonId{2};
    pregnant.language = "en";
    run(link, pregnant);
    command::Transfer colleague;
    colleague.ticket = waitingAt(link, ServiceId{1}, 1);
    colleague.service = ServiceId{1};
    colleague.toStaff = StaffId{1};
    colleague.reason = HandReason::NeedsHelp;
    run(link, colleague);
    command::Transfer later;
    later.ticket = lastOf(link, ServiceId{1});
    later.service = ServiceId{2};
    later.delayMs = 15 * kMinuteMs;
    later.reason = HandReason::Other;
    run(link, later);
    link.advance(35 * kSecondMs);
}

/// What the hub would expect: counted from the queue as it stands, wide as such ranges are.
Quotes demoQuotes(const BranchState &branch, TimeMs now)
{
    const auto quote = [](std::int64_t ahead, TimeMs meanMs, int counters) {
        const TimeMs middle = (ahead + 1) * meanMs / std::max(1, counters);
        return WaitQuote{middle * 6 / 10, middle, middle * 16 / 10};
    };
    Quotes quotes;
    quotes.atMs = now;
    for (const auto &[id, service] : branch.services()) {
        const int counters = countersServing(branch, id, Counting::AtWork);
        const auto waiting = static_cast<std::int64_t>(branch.waiting(id).size());
        if (branch.serviceDay(id).served > 1) // of others not enough is known
            quotes.services.push_back({id, {}, quote(waiting, service.expectedMs, counters)});
        std::int64_t ahead = 0;
        for (const QueueKey &key : branch.waiting(id)) {
            if (branch.serviceDay(id).served > 1)
                quotes.tickets.push_back({key.ticket, quote(ahead, service.expectedMs, counters)});
            ++ahead;
        }
    }
    quotes.scores = {{"2026-02-27", 143, 797, 2 * kMinuteMs + 24 * kSecondMs}};
    if (const DayTotals &day = branch.totals(); day.served > 0)
        quotes.scores.insert(quotes.scores.begin(),
                             {branch.businessDay(), day.served, 824, 2 * kMinuteMs + 6 * kSecondMs});
    std::sort(quotes.tickets.begin(), quotes.tickets.end(),
              [](const TicketQuote &a, const TicketQuote &b) { return a.ticket < b.ticket; });
    return quotes;
}

/// Early: nobody waits, and two counters call whoever comes next.
void playQuiet(FixedLink &link)
{
    run(link, command::DefineBranch{demoSetup()});
    run(link, command::OpenDay{"2026-03-02"});
    for (const std::int64_t counter : {1, 2, 4, 6})
        run(link, command::SignOn{CounterId{counter}, StaffId{counter}, {}});
    link.advance(6 * kMinuteMs);
    run(link, command::IssueTicket{ServiceId{1}});
    run(link, command::CallNext{CounterId{1}});
    run(link, command::StartService{CounterId{1}, inHand(link, CounterId{1})});
    run(link, command::CallNext{CounterId{2}, true});
    link.advance(2 * kMinuteMs);
    run(link, command::CallNext{CounterId{6}, true});
    link.advance(50 * kSecondMs);
}

/// A branch as large as they come: forty counters, thirty services, five hundred people.
void playLarge(FixedLink &link)
{
    constexpr std::int64_t kServices = 30;
    constexpr std::int64_t kCounters = 40;
    constexpr std::int64_t kPeople = 540;
    const std::string series = "ABCDEFGHJK";
    BranchSetup setup;
    setup.settings.name = {"Bệnh viện Đa khoa Sông Hồng", "Song Hong general hospital"};
    for (std::int64_t i = 1; i <= kServices; ++i) {
        Service service;
        service.id = ServiceId{i};
        service.name = {"Phòng khám chuyên khoa số " + std::to_string(i), "Specialist clinic " + std::to_string(i)};
        service.series = series.substr(static_cast<std::size_t>(i) % series.size(), 1);
        service.expectedMs = (5 + i % 9) * kMinuteMs;
        service.serviceLevelMs = (15 + 5 * (i % 5)) * kMinuteMs;
        setup.services.push_back(service);
    }
    for (std::int64_t i = 1; i <= kServices / 3; ++i)
        setup.profiles.push_back({ProfileId{i},
                                  {"Khu khám " + std::to_string(i), "Clinic area " + std::to_string(i)},
                                  {ServiceId{3 * i - 2}, ServiceId{3 * i - 1}, ServiceId{3 * i}}});
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        Counter counter;
        counter.id = CounterId{i};
        counter.number = i;
        counter.profile = ProfileId{(i - 1) % (kServices / 3) + 1};
        setup.counters.push_back(counter);
        setup.staff.push_back({StaffId{i}, "Điều dưỡng " + std::to_string(i)});
    }
    run(link, command::DefineBranch{setup});
    run(link, command::OpenDay{"2026-03-02"});
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        if (i % 11 != 0)
            run(link, command::SignOn{CounterId{i}, StaffId{i}, {}});
    }
    for (std::int64_t i = 0; i < kPeople; ++i) {
        link.advance(4 * kSecondMs);
        run(link, command::IssueTicket{ServiceId{i * i % kServices + 1}});
    }
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        if (i % 11 == 0 || !nextFor(link.branch(), *link.branch().counterState(CounterId{i}), link.hubNowMs()))
            continue;
        link.advance(11 * kSecondMs);
        run(link, command::CallNext{CounterId{i}});
        if (i % 4 != 0)
            run(link, command::StartService{CounterId{i}, inHand(link, CounterId{i})});
    }
}

std::vector<FixedAccount> accounts()
{
    std::vector<FixedAccount> all = demoAccounts();
    FixedAccount supervisor;
    supervisor.staff = StaffId{kFirstWithoutCounter.value + 1};
    supervisor.account = QStringLiteral("hung");
    supervisor.name = QStringLiteral("Phạm Quốc Hùng");
    supervisor.password = demoPassword();
    supervisor.roles = {Role::Supervisor};
    all.push_back(supervisor);
    FixedAccount auditor = supervisor;
    auditor.staff = StaffId{kFirstWithoutCounter.value + 2};
    auditor.account = QStringLiteral("kiemtoan");
    auditor.name = QStringLiteral("Đặng Thu Hương");
    auditor.roles = {Role::Auditor};
    all.push_back(auditor);
    return all;
}

/// Confirmed while somebody else is quicker.
void loseTheRace(FixedLink &link, ActionPanel &action)
{
    action.open({Action::Kind::Move, kAccounts, kCash, {}});
    link.setOthersName("Lý Thị Mai");
    link.hold();
    action.confirm();
    run(link, command::AssignProfile{kAccounts, kLoanAdvice});
    link.release();
}

void doSome(FixedLink &link, SupervisorWindow &window)
{
    link.hold();
    const auto standing = [&link](CounterId counter) { return standingOf(*link.branch().counterState(counter)); };
    const CounterStanding accounts = standing(kAccounts);
    const std::function<void()> done[]
        = {[&] {
               window.desk().moveCounters({{kAccounts, accounts, {accounts.staff, kCash, accounts.onBreak}}}, {});
           },
           [&] {
               window.desk().act(command::RaiseTicket{lastOf(link, ServiceId{1}), HandReason::NeedsHelp});
           },
           [&] {
               window.desk().moveCounters({{CounterId{3}, standing(CounterId{3}), {StaffId{7}, kCash, {}}}}, {});
           }};
    for (const auto &each : done) {
        each();
        link.release();
        link.hold();
        link.advance(20 * kSecondMs);
    }
    link.release();
}

void show(const QString &name, SupervisorWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    ActionPanel &action = window.floorPage().action();
    if (is("moving"))
        action.open({Action::Kind::Move, kAccounts, kCash, {}});
    if (is("unserved")) {
        action.open({Action::Kind::Move, kLoans, kCash, {}});
        action.confirm();
    }
    if (is("conflict"))
        loseTheRace(link, action);
    if (is("opening"))
        action.open({Action::Kind::Open, CounterId{3}, {}, {}});
    if (is("undo") || is("moves"))
        doSome(link, window);
    if (is("moves")) {
        run(link, command::AssignProfile{kAccounts, kLoanAdvice}); // somebody else, since
        window.toggleMoves();
    }
    if (is("closing-day"))
        window.askToCloseDay();
    if (is("tickets")) {
        window.showTickets();
        window.ticketsPage().choose(lastOf(link, ServiceId{1}));
    }
    if (is("transfer")) {
        window.showTickets();
        window.ticketsPage().choose(lastOf(link, ServiceId{1}));
        window.ticketsPage().action().open({Action::Kind::Transfer, {}, {}, lastOf(link, ServiceId{1})});
    }
    if (is("ticket-aside")) {
        window.showTickets();
        window.ticketsPage().choose(*link.branch().parked().begin());
    }
    if (is("why")) {
        window.showTickets();
        window.ticketsPage().showWhich(TicketsFilter::Which::AtCounters);
        window.ticketsPage().choose(inHand(link, CounterId{2}));
    }
    if (is("segment")) {
        const TicketId id = lastOf(link, ServiceId{1});
        window.showTickets();
        window.ticketsPage().choose(id);
        window.ticketsPage().action().open({Action::Kind::Segment, {}, {}, id});
    }
    if (is("restore")) {
        window.showTickets();
        window.ticketsPage().showWhich(TicketsFilter::Which::Over);
        const TicketId id = link.branch().restorable().back().id;
        window.ticketsPage().choose(id);
        window.ticketsPage().action().open({Action::Kind::Restore, {}, {}, id});
    }
    if (is("day-closed"))
        run(link, command::CloseDay{true});
    if (is("stale")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        link.advance(48 * kSecondMs);
    }
}

/// A few turns, so that answers arrive.
void turn()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
}

/// States about customers.
void showPeople(const QString &name, SupervisorWindow &window, FixedLink &link, DemoCustomers &customers)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (is("promises-none")) {
        for (const auto &[id, record] : customers.people())
            customers.person(id).openItems.clear();
    }
    if (name.startsWith(QLatin1String("promises"))) {
        window.showPromises();
        turn();
        const auto &items = customers.people().at(demoCustomer(1)).openItems;
        if (is("promises"))
            window.promisesPage().choose(items.front().id);
        if (is("promises-ended")) {
            OpenItem &kept = customers.person(demoCustomer(1)).openItems.front();
            kept.state = OpenItemState::Kept;
            kept.ending = "Đã gửi qua Zalo";
            kept.endedMs = link.hubNowMs();
            window.promisesPage().showWhich(PromisesPage::Which::All);
            turn();
            window.promisesPage().choose(kept.id);
        }
    }
    if (is("day-closed"))
        turn();
    if (is("arrivals") || is("find-person")) {
        window.showTickets();
        window.ticketsPage().choose(lastOf(link, ServiceId{1}));
        window.ticketsPage().togglePerson();
        turn();
        auto *list = window.findChild<QListWidget *>(QStringLiteral("personList"));
        if (is("find-person")) {
            auto *edit = window.findChild<QLineEdit *>(QStringLiteral("personFindEdit"));
            edit->setText(QStringLiteral("hoai nam"));
            window.ticketsPage().person().look();
            turn();
        }
        list->setCurrentRow(0);
    }
}

} // namespace

QStringList supervisorDemoStates()
{
    return QStringList{
               QStringLiteral("floor"),         QStringLiteral("moving"),   QStringLiteral("unserved"),
               QStringLiteral("conflict"),      QStringLiteral("opening"),  QStringLiteral("undo"),
               QStringLiteral("moves"),         QStringLiteral("tickets"),  QStringLiteral("transfer"),
               QStringLiteral("restore"),       QStringLiteral("stale"),    QStringLiteral("closing-day"),
               QStringLiteral("day-closed"),    QStringLiteral("large"),    QStringLiteral("no-right"),
               QStringLiteral("segment"),       QStringLiteral("why"),      QStringLiteral("ticket-aside"),
               QStringLiteral("quiet"),         QStringLiteral("promises"), QStringLiteral("promises-ended"),
               QStringLiteral("promises-none"), QStringLiteral("arrivals"), QStringLiteral("find-person")}
    + floorDemoStates() + alertDemoStates() + todayDemoStates() + historyDemoStates() + adviceDemoStates()
        + settingDemoStates();
}

Demo supervisorDemo(const QString &name, Language &language)
{
    if (!supervisorDemoStates().contains(name))
        return {};
    Demo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    if (name == QLatin1String("large")) {
        playLarge(link);
    } else if (name == QLatin1String("quiet")) {
        playQuiet(link);
    } else {
        playDemoMorning(link);
        enrichDemoBranch(link);
        playOn(link);
        playFurther(link);
    }
    link.setQuotes(demoQuotes(link.branch(), link.hubNowMs()));
    auto *customers = new DemoCustomers(link); // the link has it
    for (const auto &[number, source] :
         {std::pair{"KH100147", ArrivalSource::CardReader}, // before anybody signs in
          std::pair{"KH100741", ArrivalSource::Camera}})
        link.ask(ReportArrival{IdentifierKind::CustomerNumber, number, source, {}}, &link,
                 [](const Result<ReportArrival::Answer> &) {});
    turn();
    prepareAdvice(name, link); // before the floor's answers: it reckons what a move would change
    prepareFloor(name, link);
    prepareAlerts(name, link);
    answerFigures(link);
    answerHistory(link, name != QLatin1String("history-none"));
    auto *settings = new DemoSettings(link); // likewise
    fillDemoSettings(*settings);
    link.setHubPlace({{QStringLiteral("hub.chinhanh-hoguom.example"), QStringLiteral("192.168.1.20")},
                      7117,
                      QByteArray(32, '\x2a')});
    link.setAccounts(accounts());
    auto *window = new SupervisorWindow(link, language);
    auto frame = std::make_unique<EntryFrame>(link, language, window);
    frame->setPlace({QStringLiteral("Bàn giám sát"), QStringLiteral("hub.chinhanh-hoguom.example:7117"), {}});
    const bool isSettings = name.startsWith(QLatin1String("settings-"));
    link.enter(name == QLatin1String("no-right") ? QStringLiteral("ha")
                   : isSettings                  ? settingDemoAccount(name)
                                                 : QStringLiteral("hung"));
    if (isSettings)
        showSettingState(name, *window, link, *settings, turn);
    else if (name != QLatin1String("no-right"))
        show(name, *window, link);
    showFloorState(name, *window, link);
    showAlertState(name, *window, link);
    showAdviceState(name, *window, link);
    showPeople(name, *window, link, *customers);
    showTodayState(name, *window);
    showHistoryState(name, *window, turn);
    turn();
    window->floorPage().action().hurry();
    turn();
    // as a second later: every time on the window is of the moment shown
    Q_EMIT link.statusChanged();
    window->tick();
    turn(); // what is asked for with a tick is answered
    demo.window = std::move(frame);
    return demo;
}

} // namespace tiepdon
