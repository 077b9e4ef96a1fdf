// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/supervisorwindow.h"

#include "app/supervisor/alertspage.h"
#include "app/supervisor/advicepanel.h"
#include "app/supervisor/cover.h"
#include "app/supervisor/floorpage.h"
#include "app/supervisor/historypage.h"
#include "app/supervisor/movespanel.h"
#include "app/supervisor/personpanel.h"
#include "app/supervisor/promisespage.h"
#include "app/supervisor/railbutton.h"
#include "app/supervisor/signalspanel.h"
#include "app/supervisor/settings/leaveguard.h"
#include "app/supervisor/settings/settingspage.h"
#include "app/supervisor/ticketspage.h"
#include "app/supervisor/todaypage.h"
#include "app/supervisor/whatifpanel.h"
#include "app/supervisor/words.h"
#include "app/supervisor/workpages.h"
#include "core/wire/figuresmessage.h"
#include "core/wire/historymessage.h"
#include "core/wire/settingmessage.h"
#include "ui/entry/windowheader.h"
#include "ui/session/timetext.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/text.h"
#include "ui/widgets/undobar.h"

#include <QDate>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

/// Of what was done and can be undone, px.
constexpr int kCornerWidthMin = 520;
constexpr int kCornerWidthMax = 640;

/// Ids in an error's detail, parted by commas.
std::vector<ServiceId> servicesIn(const Error &error)
{
    std::vector<ServiceId> services;
    const auto it = error.detail.find("services");
    const QStringList parts = it == error.detail.end()
        ? QStringList()
        : fromUtf8(it->second).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        services.push_back(ServiceId{part.toLongLong()});
    return services;
}

} // namespace

SupervisorWindow::SupervisorWindow(BranchLink &link, Language &language, QWidget *parent)
    : QWidget(parent), m_link(link), m_desk(link), m_header(new WindowHeader(link, language, this)),
      m_closeDay(new QPushButton(this)), m_message(new QPushButton(this)), m_questionBar(new QWidget(this)),
      m_dayQuestion(new InlineQuestion(m_questionBar)), m_leaveQuestion(new InlineQuestion(m_questionBar)),
      m_dayError(new ErrorBanner(m_questionBar)), m_stale(new NoteBar(false, this)), m_rail(nullptr),
      m_movesButton(new RailButton(RailButton::Sign::Moves, this)), m_pages(new QStackedWidget(this)),
      m_working(new QWidget(m_pages)), m_work(new WorkPages(m_desk, m_working)), m_floor(made<FloorPage>()),
      m_advice(new AdvicePanel(m_desk, this)), m_whatIf(new WhatIfPanel(m_desk, this)),
      m_noRight(new EmptyState(this)), m_waiting(new EmptyState(this)), m_moves(new MovesPanel(m_desk, this)),
      m_note(new NoteBar(true, this)), m_undoError(new ErrorBanner(this)), m_undoQuestion(new InlineQuestion(this)),
      m_undoBar(new UndoBar(this)), m_undoKey(new QShortcut(QKeySequence(QKeySequence::Undo), this)),
      m_leaving(new LeaveGuard(*this, *m_leaveQuestion, [this] { return m_settings && m_settings->hasUnsaved(); }))
{
    m_leaveQuestion->setObjectName(QStringLiteral("leaveQuestion"));
    setObjectName(QStringLiteral("supervisorWindow"));
    setMinimumSize(1000, 680);
    m_noRight->setObjectName(QStringLiteral("noRightState"));
    m_waiting->setObjectName(QStringLiteral("waitingState"));
    m_stale->setObjectName(QStringLiteral("staleBar"));
    m_note->setObjectName(QStringLiteral("undoNote"));
    addPages();
    m_floor->setAdvice(m_advice);
    m_whatIf->hide();
    connect(m_advice, &AdvicePanel::whatIfAsked, this, &SupervisorWindow::askWhatIf);
    connect(m_whatIf, &WhatIfPanel::refusedLate, m_undoError, &ErrorBanner::showError);
    connect(m_whatIf, &WhatIfPanel::closed, this, [this] {
        m_floor->hideSide(m_whatIf);
        if (isVisible())
            m_floor->setFocus(Qt::OtherFocusReason);
    });
    auto *workColumn = new QVBoxLayout;
    workColumn->setSpacing(0);
    workColumn->addLayout(makeCorner(), 1);
    workColumn->addWidget(makeMessages());
    auto *workRow = new QHBoxLayout(m_working);
    workRow->setContentsMargins(0, 0, 0, 0);
    workRow->setSpacing(0);
    workRow->addWidget(makeRail());
    workRow->addLayout(workColumn, 1);
    workRow->addWidget(m_moves);
    m_note->raise();
    m_undoBar->raise();
    m_pages->addWidget(m_working);
    m_pages->addWidget(m_noRight);
    m_pages->addWidget(m_waiting);
    m_dayQuestion->setObjectName(QStringLiteral("dayQuestion"));
    m_undoQuestion->setObjectName(QStringLiteral("undoQuestion"));
    m_undoError->setObjectName(QStringLiteral("undoErrorBanner"));
    m_dayError->setObjectName(QStringLiteral("dayErrorBanner"));
    auto *questions = new QVBoxLayout(m_questionBar);
    questions->setContentsMargins(16, 0, 16, 0);
    questions->setSpacing(0);
    for (QWidget *each : {static_cast<QWidget *>(m_stale), static_cast<QWidget *>(m_dayQuestion),
                          static_cast<QWidget *>(m_leaveQuestion), static_cast<QWidget *>(m_dayError)})
        questions->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_closeDay->setObjectName(QStringLiteral("closeDayButton"));
    m_message->setObjectName(QStringLiteral("messageButton"));
    m_header->addQuiet(m_message);
    m_header->addQuiet(m_closeDay);
    column->addWidget(m_header);
    column->addWidget(m_questionBar);
    column->addWidget(m_pages, 1);

    connect(&m_desk, &SupervisorDesk::changed, this, [this] {
        offerUndo();
        refresh();
    });
    connect(&link, &BranchLink::stateReplaced, this, &SupervisorWindow::refresh);
    connect(&link, &BranchLink::branchEvent, this, [this](const Event &event) {
        if (std::holds_alternative<event::DayOpened>(event) || std::holds_alternative<event::DayClosed>(event)
            || std::holds_alternative<event::BranchRuled>(event)
            || std::holds_alternative<event::ServiceDefined>(event)) {
            m_dayQuestion->close();
            refresh();
        }
    });
    connect(&link, &BranchLink::accessChanged, this, [this] {
        m_dayQuestion->close();
        clearMessages();
        m_undoBar->dismiss();
        m_floor->action().close();
        if (m_tickets)
            m_tickets->action().close();
    });
    connect(m_header, &WindowHeader::signOutAsked, this, [this] {
        m_leaving->ask([this] {
            if (m_settings)
                m_settings->draft().discard();
            m_link.signOut();
        });
    });
    connect(m_closeDay, &QPushButton::clicked, this, &SupervisorWindow::askToCloseDay);
    connect(m_dayQuestion, &InlineQuestion::answered, this, [this] { closeDay(); });
    connect(m_dayQuestion, &InlineQuestion::cancelled, this, &SupervisorWindow::refresh);
    connect(m_movesButton, &QAbstractButton::clicked, this, &SupervisorWindow::toggleMoves);
    connect(m_floor, &FloorPage::queueChosen, this, [this](ServiceId service) {
        ticketsPage().showQueue(service);
        showTickets();
    });
    connect(m_floor, &FloorPage::ticketChosen, this, [this](TicketId ticket) {
        showTickets();
        ticketsPage().showWhich(TicketsFilter::Which::All);
        ticketsPage().choose(ticket);
    });
    connect(m_floor, &FloorPage::promisesAsked, this, &SupervisorWindow::showPromises);
    connect(&link, &BranchLink::alertsChanged, this, &SupervisorWindow::countAlerts);
    connect(m_message, &QPushButton::clicked, this, [this] {
        if (!m_desk.mayWork() || !m_desk.branch().isOpen())
            return;
        showFloor();
        m_floor->askMessage();
    });
    connect(m_moves, &MovesPanel::undoAsked, this, [this](int move) { undoMove(move, false); });
    connect(m_moves, &MovesPanel::closed, this, [this] {
        m_movesButton->setChecked(false);
        if (isVisible())
            m_work->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_undoBar, &UndoBar::undoAsked, this, &SupervisorWindow::undo);
    connect(m_undoBar, &UndoBar::dismissed, this, [this] { m_undoKey->setEnabled(true); });
    connect(m_undoKey, &QShortcut::activated, this, [this] {
        // without the bar that says what it is, the key is for who sees the floor or its tickets
        const QWidget *page = m_work->currentWidget();
        if (page == m_floor || page == m_tickets || m_moves->isVisible())
            undo();
    });
    connect(m_undoQuestion, &InlineQuestion::answered, this, [this] { undoMove(m_asked, true); });
    addKeys();

    m_tick.setParent(this);
    m_tick.setObjectName(QStringLiteral("tickTimer"));
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SupervisorWindow::tick);
    m_tick.start();
    retranslate();
    showFloor();
}

void SupervisorWindow::addPages()
{
    using Sign = RailButton::Sign;
    const auto add = [this](WorkPage page) { m_work->add(std::move(page), *this); };
    add({Sign::Floor, QStringLiteral("floorButton"), command::AssignProfile::kMethod, true,
         [] { return tr("Floor"); }, [this]() -> QWidget & { return *m_floor; }, [this] { m_floor->tick(); },
         [this] {
             m_floor->tick();
             m_whatIf->tick();
         }});
    add({Sign::Tickets, QStringLiteral("ticketsButton"), command::RaiseTicket::kMethod, true,
         [] { return tr("Tickets"); }, [this]() -> QWidget & { return ticketsPage(); },
         [this] { ticketsPage().tick(); }, [this] { ticketsPage().tick(); }});
    add({Sign::Promises, QStringLiteral("promisesButton"), command::RaiseTicket::kMethod, false,
         [] { return tr("Promises"); }, [this]() -> QWidget & { return promisesPage(); },
         [this] { promisesPage().load(); }, [this] { promisesPage().tick(); }});
    add({Sign::Today, QStringLiteral("todayButton"), DayFiguresQuery::kMethod, false, [] { return tr("Today"); },
         [this]() -> QWidget & { return todayPage(); }, [this] { todayPage().load(); },
         [this] { todayPage().tick(); }});
    add({Sign::History, QStringLiteral("historyButton"), DayAtQuery::kMethod, false, [] { return tr("History"); },
         [this]() -> QWidget & { return historyPage(); }, [this] { historyPage().load(); },
         [this] { historyPage().tick(); }});
    add({Sign::Alerts, QStringLiteral("alertsButton"), AlertHistoryQuery::kMethod, false,
         [] { return tr("Alerts"); }, [this]() -> QWidget & { return alertsPage(); },
         [this] { alertsPage().load(); }, [this] { alertsPage().tick(); }});
    add({Sign::Settings,
         QStringLiteral("settingsButton"),
         SettingHistory::kMethod,
         false,
         [] { return tr("Settings"); },
         [this]() -> QWidget & { return settingsPage(); },
         [this] { settingsPage().load(); },
         {}});
    m_work->button(Sign::Floor).openForDragged(ticketMimeType());
}

template <class Page>
Page *SupervisorWindow::made()
{
    auto *page = new Page(m_desk, m_work);
    m_work->addWidget(page);
    return page;
}

TicketsPage &SupervisorWindow::ticketsPage()
{
    if (!m_tickets)
        m_tickets = made<TicketsPage>();
    return *m_tickets;
}

PromisesPage &SupervisorWindow::promisesPage()
{
    if (!m_promises) {
        m_promises = made<PromisesPage>();
        connect(m_promises, &PromisesPage::undoOffered, this, &SupervisorWindow::followOffer);
    }
    return *m_promises;
}

TodayPage &SupervisorWindow::todayPage()
{
    if (!m_today) {
        m_today = made<TodayPage>();
        connect(m_today, &TodayPage::ticketsAsked, this, [this](const FigureTickets &tickets) {
            historyPage().showTickets(tickets);
            showHistory();
        });
    }
    return *m_today;
}

HistoryPage &SupervisorWindow::historyPage()
{
    if (!m_history)
        m_history = made<HistoryPage>();
    return *m_history;
}

AlertsPage &SupervisorWindow::alertsPage()
{
    if (!m_alerts) {
        m_alerts = made<AlertsPage>();
        if (m_signals)
            m_alerts->addFoot(new SignalsPanel(*m_signals, m_alerts));
    }
    return *m_alerts;
}

SettingsPage &SupervisorWindow::settingsPage()
{
    if (!m_settings) {
        m_settings = made<SettingsPage>();
        connect(m_settings, &SettingsPage::undoOffered, this, &SupervisorWindow::followOffer);
    }
    return *m_settings;
}

void SupervisorWindow::followOffer(bool isOffered)
{
    if (isOffered)
        m_undoBar->dismiss(); // one thing at a time is taken back by the key
    m_undoKey->setEnabled(!isOffered);
}

QWidget *SupervisorWindow::makeRail()
{
    auto *rail = new QFrame(this);
    rail->setObjectName(QStringLiteral("rail"));
    rail->setProperty("panel", QStringLiteral("rail"));
    m_movesButton->setObjectName(QStringLiteral("movesButton"));
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(4);
    for (RailButton *button : m_work->buttons())
        column->addWidget(button);
    column->addStretch();
    column->addWidget(m_movesButton);
    m_rail = rail;
    return rail;
}

QLayout *SupervisorWindow::makeCorner()
{
    // over the page, which keeps its place under the pointer while they come and go
    auto *corner = new QVBoxLayout;
    corner->setContentsMargins(16, 0, 16, 12);
    corner->setSpacing(8);
    corner->addStretch();
    for (QWidget *each : {static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_undoBar)}) {
        each->setMinimumWidth(kCornerWidthMin);
        each->setMaximumWidth(kCornerWidthMax);
        corner->addWidget(each, 0, Qt::AlignRight);
    }
    auto *cell = new QGridLayout;
    cell->addWidget(m_work, 0, 0);
    cell->addLayout(corner, 0, 0);
    return cell;
}

QWidget *SupervisorWindow::makeMessages()
{
    auto *messages = new QWidget(this);
    auto *column = new QVBoxLayout(messages);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_undoError);
    column->addWidget(m_undoQuestion);
    return messages;
}

void SupervisorWindow::addKeys()
{
    const auto key = [this](const QKeySequence &code, auto &&what) {
        auto *shortcut = new QShortcut(code, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::CTRL | Qt::Key_W, [this] { askWhatIf(); });
    key(Qt::CTRL | Qt::Key_M, [this] { m_message->click(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_movesButton->click(); });
}

void SupervisorWindow::setSignals(AlertSignals &alertSignals)
{
    m_signals = &alertSignals;
    if (m_alerts)
        m_alerts->addFoot(new SignalsPanel(alertSignals, m_alerts));
}

void SupervisorWindow::showFloor() { m_work->go(RailButton::Sign::Floor); }

void SupervisorWindow::askWhatIf()
{
    if (!m_desk.mayWork() || !m_desk.branch().isOpen())
        return;
    showFloor();
    m_floor->showSide(m_whatIf);
    m_whatIf->begin();
}

void SupervisorWindow::showTickets() { m_work->go(RailButton::Sign::Tickets); }

void SupervisorWindow::showSettings() { m_work->go(RailButton::Sign::Settings); }

void SupervisorWindow::showPromises() { m_work->go(RailButton::Sign::Promises); }

void SupervisorWindow::showToday() { m_work->go(RailButton::Sign::Today); }

void SupervisorWindow::showHistory() { m_work->go(RailButton::Sign::History); }

void SupervisorWindow::showAlerts() { m_work->go(RailButton::Sign::Alerts); }

void SupervisorWindow::toggleMoves()
{
    if (!m_moves->isHidden())
        m_moves->close();
    else
        m_moves->open();
    m_movesButton->setChecked(!m_moves->isHidden());
}

void SupervisorWindow::clearMessages()
{
    m_note->clear();
    m_undoError->clear();
    m_undoQuestion->close();
    m_dayError->clear();
}

// ---- the day ----

void SupervisorWindow::askToCloseDay()
{
    if (!m_desk.canAct() || !m_desk.branch().isOpen())
        return;
    m_dayError->clear();
    m_said = ending();
    m_dayQuestion->ask(endingText(), {endingAnswer()});
    refresh();
}

SupervisorWindow::Ending SupervisorWindow::ending() const
{
    Ending ending;
    ending.tickets = static_cast<int>(m_desk.branch().tickets().size());
    for (const auto &[id, state] : m_desk.branch().counterStates())
        ending.atCounters += m_desk.branch().ticket(state.ticket) ? 1 : 0;
    ending.parked = static_cast<int>(m_desk.branch().parked().size());
    ending.carriesOver = m_desk.branch().settings().carriesOver;
    return ending;
}

QString SupervisorWindow::endingText() const
{
    int open = 0;
    QStringList numbers;
    for (const auto &[id, state] : m_desk.branch().counterStates()) {
        open += state.isOpen() ? 1 : 0;
        if (const Ticket *ticket = m_desk.branch().ticket(state.ticket); ticket && numbers.size() < 3)
            numbers << fromUtf8(ticket->number);
    }
    QString counters = QLatin1Char(' ') + tr("Open counters are signed off: %1.").arg(open);
    if (m_said.parked > 0)
        counters.prepend(QLatin1Char(' ')
                         + tr("%1 of them put aside by a counter.").arg(QLocale().toString(m_said.parked)));
    if (m_said.carriesOver && m_said.tickets > 0) {
        const QString others = ticketsWord(m_said.tickets - m_said.atCounters);
        if (m_said.atCounters == 0)
            return tr("Still open: %1. They wait on when the next day opens.").arg(others) + counters;
        return tr("%1 called or being served now (%2). Closing the day ends their tickets; the others, %3, wait on "
                  "when the next day opens.")
                   .arg(QLocale().toString(m_said.atCounters), numbers.join(QStringLiteral(", ")), others)
            + counters;
    }
    if (m_said.atCounters > 0)
        return tr("%1 called or being served now (%2). Closing the day ends their tickets and all others, %3 in "
                  "all.")
                   .arg(QLocale().toString(m_said.atCounters),
                        numbers.join(QStringLiteral(", "))
                            + (m_said.atCounters > numbers.size() ? QStringLiteral(" …") : QString()),
                        ticketsWord(m_said.tickets))
            + counters;
    return (m_said.tickets > 0
                ? tr("Still waiting: %1. Closing the day ends them.").arg(ticketsWord(m_said.tickets))
                : tr("Close the day? Nobody waits."))
        + counters;
}

QString SupervisorWindow::endingAnswer() const
{
    const int ended = m_said.carriesOver ? m_said.atCounters : m_said.tickets;
    return ended > 0 ? tr("End %1 and close").arg(ticketsWord(ended)) : tr("Close the day");
}

void SupervisorWindow::closeDay()
{
    // what was read is what ends: who came in that second is told first
    if (const Ending now = ending(); now.tickets > m_said.tickets || now.atCounters > m_said.atCounters) {
        askToCloseDay();
        return;
    }
    if (!m_desk.canAct()) {
        m_note->say(whyNotNow(), Tone::Warn);
        return;
    }
    m_desk.act(command::CloseDay{m_said.atCounters > 0}, [this](const Result<CommandReply> &reply) {
        if (!reply)
            m_dayError->showError(reply.error());
        refresh();
    });
}

QString SupervisorWindow::whyNotNow() const
{
    return m_desk.isLive() ? tr("Wait: the last step is not confirmed yet.")
                           : tr("The hub cannot be reached. Do it when the badge says live.");
}

// ---- undo ----

void SupervisorWindow::offerUndo()
{
    const Move *newest = m_desk.moves().empty() ? nullptr : &m_desk.moves().back();
    if (!newest || newest->id <= m_offered)
        return;
    m_offered = newest->id;
    clearMessages();
    if (!newest->canGoBack()) {
        m_undoBar->dismiss();
        return;
    }
    if (m_promises)
        m_promises->undoBar().dismiss();
    m_undoBar->offer({moveText(m_desk.branch(), *newest)});
    m_undoKey->setEnabled(false); // the bar has the key while it is there
}

void SupervisorWindow::countAlerts()
{
    const auto &open = m_link.alerts().open;
    const auto waiting = static_cast<int>(std::count_if(open.begin(), open.end(), [](const Alert &alert) {
        return alert.isOpen() && alert.state == AlertState::Raised;
    }));
    RailButton &floor = m_work->button(RailButton::Sign::Floor);
    floor.setBadge(waiting);
    floor.setAccessibleDescription(waiting == 0 ? QString() : tr("Alerts nobody has taken up: %1").arg(waiting));
}

void SupervisorWindow::undo()
{
    m_undoKey->setEnabled(true);
    clearMessages();
    const Move *newest = m_desk.newest();
    if (!newest)
        m_note->say(tr("There is nothing to undo."), Tone::Info);
    else
        undoMove(newest->id, false);
}

void SupervisorWindow::undoMove(int id, bool leaveUnserved)
{
    clearMessages();
    m_undoBar->dismiss();
    const Move *move = m_desk.move(id);
    if (!move)
        return;
    const QString why = whyNotBack(m_desk.branch(), *move);
    if (!why.isEmpty() || !move->canGoBack()) {
        m_note->say(tr("“%1” cannot be undone. %2").arg(moveText(m_desk.branch(), *move), why), Tone::Warn);
        return;
    }
    if (!m_desk.canAct()) {
        m_note->say(whyNotNow(), Tone::Warn);
        return;
    }
    m_desk.takeBack(id, leaveUnserved, [this, id](const Result<CommandReply> &reply) { onUndone(id, reply); });
}

void SupervisorWindow::onUndone(int id, const Result<CommandReply> &reply)
{
    const Move *move = m_desk.move(id);
    if (reply) {
        if (move)
            m_note->say(tr("Undone: %1").arg(moveText(m_desk.branch(), *move)), Tone::Good);
        return;
    }
    if (reply.error().code != ErrorCode::ServiceUnserved) {
        m_undoError->showError(reply.error());
        return;
    }
    m_asked = id;
    m_undoQuestion->ask(tr("Undoing this leaves no counter for: %1. Undo it all the same?")
                            .arg(serviceNames(m_desk.branch(), servicesIn(reply.error()))),
                        {tr("Undo all the same")});
}

// ---- what is shown ----

bool SupervisorWindow::isGreeter() const
{
    return m_link.session().staff.isSet() && !m_desk.mayWork() && PersonPanel::mayWork(m_desk);
}

void SupervisorWindow::refreshPage()
{
    const BranchState &branch = m_link.branch();
    const bool isSignedIn = m_link.session().staff.isSet();
    const int page = isSignedIn && !m_work->maySeeAny() ? 1 : !branch.isDefined() ? 2 : 0;
    m_movesButton->setVisible(!isGreeter());
    m_work->place();
    if (m_pages->currentIndex() == page)
        return;
    m_pages->setCurrentIndex(page);
    if (page == 0)
        m_work->goBack();
}

void SupervisorWindow::refresh()
{
    const BranchState &branch = m_link.branch();
    const bool isSignedIn = m_link.session().staff.isSet();
    const auto offset = branch.settings().utcOffsetMin;
    refreshPage();
    const QString name = fromUtf8(m_link.session().name);
    m_header->setPlace(name.isEmpty()    ? QString()
                           : isGreeter() ? tr("Reception · %1").arg(name)
                                         : tr("Supervisor · %1").arg(name));
    const QDate day = QDate::fromString(fromUtf8(branch.businessDay()), Qt::ISODate);
    m_header->setNote(!branch.isDefined()   ? QString()
                          : branch.isOpen() ? QLocale().toString(day, QStringLiteral("ddd dd/MM/yyyy"))
                                            : tr("Day closed"));
    m_header->tick();
    m_message->setVisible(isSignedIn && m_desk.mayWork() && branch.isOpen());
    countAlerts();
    m_closeDay->setVisible(isSignedIn && m_desk.mayWork() && branch.isOpen());
    m_closeDay->setEnabled(m_desk.canAct() && !m_dayQuestion->isAsking());
    const bool isStale = isSignedIn && branch.isDefined() && !m_desk.isLive();
    if (isStale)
        m_stale->say(tr("The hub cannot be reached. What is shown is as of %1; nothing can be changed until the "
                        "badge says live. It is tried again by itself.")
                         .arg(clockTextWithSeconds(m_link.asOfMs(), offset)),
                     Tone::Warn);
    else
        m_stale->clear();
    const bool hasMessage = isStale || m_dayQuestion->isAsking() || m_dayError->isVisibleTo(m_questionBar);
    m_questionBar->layout()->setContentsMargins(16, hasMessage ? 12 : 0, 16, 0);
}

void SupervisorWindow::tick()
{
    refresh();
    if (m_dayQuestion->isAsking()) {
        m_said = ending();
        m_dayQuestion->reword(endingText(), {endingAnswer()});
    }
    if (m_pages->currentIndex() != 0)
        return;
    m_work->tick();
    if (m_moves->isVisible())
        m_moves->tick();
}

void SupervisorWindow::retranslate()
{
    setWindowTitle(tr("Tiếp Đón supervisor"));
    m_message->setText(tr("Message…"));
    m_message->setAccessibleName(tr("Message…"));
    m_message->setToolTip(tr("Ctrl+M"));
    m_closeDay->setText(tr("Close day…"));
    m_closeDay->setAccessibleName(tr("Close day…"));
    m_work->retranslate();
    m_movesButton->setWords(tr("Done here"), tr("Ctrl+Shift+Z"));
    m_noRight->setTexts(tr("No floor for this account"),
                        tr("Your role does not include moving counters and tickets. Sign out so that a supervisor "
                           "can sign in, or ask the administrator to give you the role."));
    m_waiting->setTexts(
        tr("Waiting for the branch"),
        tr("Its counters and queues appear here as soon as the hub answers and the branch is set up."));
    refresh();
}

void SupervisorWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // what was said in the other language is past
        clearMessages();
        m_undoBar->dismiss();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
