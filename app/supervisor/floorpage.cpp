// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorpage.h"

#include "app/supervisor/advicepanel.h"
#include "app/supervisor/alertspanel.h"
#include "app/supervisor/counterform.h"
#include "app/supervisor/floorevents.h"
#include "app/supervisor/floorstrips.h"
#include "app/supervisor/floortiles.h"
#include "app/supervisor/floorwords.h"
#include "app/supervisor/messagepanel.h"
#include "app/supervisor/proposal.h"
#include "app/supervisor/ticketqueue.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kSideWidth = 336;
/// From here on alerts have a column of their own.
constexpr int kWideWidth = 1640;
/// Narrower, and standing upright, the queues go below the counters.
constexpr int kSideBySideWidth = 1200;
/// Less high, how good forecasts and advice were is said by tips: two rows of counters and two queues are seen.
constexpr int kShortHeight = 720;
/// Narrower, the five figures take two rows.
constexpr int kFiguresInARowWidth = 800;
constexpr int kGap = 12;
/// Enough to be steady, few enough to be of now.
constexpr std::size_t kRecentMax = 10;

} // namespace

FloorPage::FloorPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_figures(), m_figureGrid(new QGridLayout),
      m_split(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_tiles(new FloorTiles(
          desk, [this](CounterId counter, const CounterDrop &drop) { return whyNoDrop(counter, drop); }, this)),
      m_empty(new EmptyState(this)), m_error(new ErrorBanner(this)), m_centre(new QWidget(this)),
      m_strips(new FloorStrips(desk, this)), m_side(new QWidget(this)), m_sideStack(new QStackedWidget(m_side)),
      m_watch(new QWidget(m_side)), m_watchBox(new QBoxLayout(QBoxLayout::TopToBottom, m_watch)),
      m_queuesTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_score(mutedLabel(this)),
      m_queueGround(new QWidget), m_alerts(new AlertsPanel(desk, this)), m_action(new ActionPanel(desk, this)),
      m_messages(new MessagePanel(desk, this))
{
    setObjectName(QStringLiteral("floorPage"));
    m_figureGrid->setSpacing(kGap);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i] = new FigureCard(this);
        m_figures[i]->setObjectName(QStringLiteral("figure%1").arg(i + 1));
    }
    auto *centre = new QVBoxLayout(m_centre);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(8);
    centre->addWidget(m_tiles, 100); // as high as its tiles, so that what is given out is near them
    centre->addWidget(m_empty, 100);
    centre->addWidget(m_strips);
    centre->addStretch(1);
    m_watchBox->setContentsMargins(0, 0, 0, 0);
    m_watchBox->setSpacing(kGap);
    m_watchBox->addWidget(m_alerts);
    m_watchBox->addWidget(makeQueues(), 1);
    m_sideStack->addWidget(m_watch);
    m_sideStack->addWidget(m_action);
    m_sideStack->addWidget(m_messages);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_sideStack);
    m_split->setSpacing(16);
    m_split->addWidget(m_centre, 2);
    m_split->addWidget(m_side, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(16);
    column->addLayout(m_figureGrid);
    column->addWidget(m_error);
    column->addLayout(m_split, 1);
    m_empty->setObjectName(QStringLiteral("noCountersState"));
    connectParts();
    retranslate();
    rebuild();
}

void FloorPage::connectParts()
{
    connect(&m_desk.link(), &BranchLink::stateReplaced, this, [this] {
        m_recentMs.clear();
        rebuild();
    });
    connect(&m_desk.link(), &BranchLink::branchEvent, this,
            [this](const Event &event, qint64, const Touched &touched) { onEvent(event, touched); });
    connect(&m_desk.link(), &BranchLink::statusChanged, this, &FloorPage::tick);
    connect(m_action, &ActionPanel::shownChanged, this, &FloorPage::refreshSide);
    connect(m_action, &ActionPanel::closed, this, [this] {
        m_desk.actFor({});
        if (CounterTile *last = tile(m_acted); last && isVisible())
            last->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tiles, &FloorTiles::activated, this, [this](CounterId counter, const QPoint &at) {
        m_desk.actFor({});
        showMenu(counter, at);
    });
    connect(m_tiles, &FloorTiles::placeAsked, this, [this](CounterId counter) {
        m_desk.actFor({});
        askPlace(counter);
    });
    connect(m_tiles, &FloorTiles::dropOver, this, &FloorPage::preview);
    connect(m_tiles, &FloorTiles::dropped, this, &FloorPage::take);
    // the layout around it is at work just then: heights change with its next turn
    connect(m_tiles, &FloorTiles::arranged, this,
            [this] { QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest)); });
    connect(&m_strips->profiles(), &ProfileStrip::chosen, this, [this](ProfileId profile) {
        if (m_tiles->selected().isSet())
            take(m_tiles->selected(), {profile, {}});
    });
    connect(&m_strips->profiles(), &ProfileStrip::counterOver, this, [this](ProfileId profile, CounterId counter) {
        preview(counter, {profile, {}});
    });
    connect(&m_strips->profiles(), &ProfileStrip::counterDropped, this,
            [this](ProfileId profile, CounterId counter) {
                take(counter, {profile, {}});
            });
    connect(&m_strips->people(), &PeopleStrip::chosen, this, [this](StaffId staff) {
        if (m_tiles->selected().isSet())
            take(m_tiles->selected(), {{}, staff});
    });
    connect(m_action, &ActionPanel::refusedLate, m_error, &ErrorBanner::showError);
    connect(m_messages, &MessagePanel::refusedLate, m_error, &ErrorBanner::showError);
    connect(&m_desk, &SupervisorDesk::personChanged, this, [this] {
        m_error->clear();
        hideSide(m_messages);
    });
    connect(m_messages, &MessagePanel::closed, this, [this] {
        hideSide(m_messages);
        if (isVisible())
            setFocus(Qt::OtherFocusReason);
    });
    connect(m_alerts, &AlertsPanel::actAsked, this, &FloorPage::actOn);
    auto *alertsKey = new QShortcut(Qt::Key_F6, this); // wherever the keyboard is in the window
    connect(alertsKey, &QShortcut::activated, m_alerts, [this] {
        if (m_watch->isVisible())
            m_alerts->takeKeyboard();
    });
}

QWidget *FloorPage::makeQueues()
{
    auto *panel = new QFrame(m_watch);
    panel->setProperty("panel", QStringLiteral("surface"));
    auto *scroll = new QScrollArea(panel);
    scroll->setObjectName(QStringLiteral("queueScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *queues = new QVBoxLayout(m_queueGround);
    queues->setContentsMargins(0, 0, 0, 0);
    queues->setSpacing(0);
    queues->addStretch();
    scroll->setWidget(m_queueGround);
    scroll->viewport()->setAutoFillBackground(false);
    m_queueGround->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(8, 12, 8, 4);
    column->setSpacing(4);
    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(8, 0, 8, 0);
    titleRow->addWidget(m_queuesTitle);
    column->addLayout(titleRow);
    column->addWidget(scroll, 1);
    m_queuesTitle->setObjectName(QStringLiteral("queuesTitle"));
    m_score->setObjectName(QStringLiteral("scoreText"));
    m_score->setWordWrap(true);
    m_score->setContentsMargins(8, 4, 8, 8);
    m_score->hide();
    column->addWidget(m_score);
    return panel;
}

TicketQueue *FloorPage::makeQueue(ServiceId service)
{
    const auto first = [this, service]() -> TicketQueue::First {
        const auto &waiting = m_desk.branch().waiting(service);
        const Ticket *ticket
            = waiting.empty() || !m_desk.canAct() ? nullptr : m_desk.branch().ticket(waiting.begin()->ticket);
        return ticket ? TicketQueue::First{ticket->id, fromUtf8(ticket->number)} : TicketQueue::First{};
    };
    const auto check = [this, service](TicketId ticket) { return whyNoTransferTo(service, ticket); };
    auto *bar = new TicketQueue(first, check, m_queueGround);
    bar->setObjectName(QStringLiteral("queueBar%1").arg(service.value));
    connect(bar, &QAbstractButton::clicked, this, [this, service] { Q_EMIT queueChosen(service); });
    connect(bar, &TicketQueue::ticketOver, this, [this, service](TicketId ticket) {
        if (ticket.isSet() && whyNoTransferTo(service, ticket).isEmpty())
            m_action->preview({Action::Kind::Transfer, {}, {}, ticket, {}, {}, {}, service});
        else
            m_action->endPreview();
    });
    connect(bar, &TicketQueue::ticketDropped, this,
            [this, service](TicketId ticket) { askTransfer(ticket, service, {}); });
    return bar;
}

CounterTile *FloorPage::tile(CounterId counter) const { return m_tiles->tile(counter); }

void FloorPage::rebuild()
{
    const BranchState &branch = m_desk.branch();
    m_tiles->rebuild();
    std::erase_if(m_queues, [&](const auto &entry) {
        if (branch.service(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    auto *queues = static_cast<QVBoxLayout *>(m_queueGround->layout());
    for (const auto &[id, service] : branch.services()) {
        TicketQueue *&bar = m_queues[id];
        if (bar)
            continue;
        bar = makeQueue(id);
        queues->insertWidget(queues->count() - 1, bar);
    }
    // what is held over a counter that is no more is held over nothing
    if (const auto &shown = m_action->action(); shown && shown->counter.isSet() && !branch.counter(shown->counter))
        m_action->endPreview();
    m_tiles->setVisible(!m_tiles->isEmpty());
    m_empty->setVisible(m_tiles->isEmpty());
    setFocusProxy(m_tiles->isEmpty() ? nullptr : m_tiles);
    tick();
}

void FloorPage::onEvent(const Event &event, const Touched &touched)
{
    if (isAboutAll(event)) {
        rebuild();
        return;
    }
    if (const CounterId counter = counterOf(event); counter.isSet())
        m_tiles->refresh(counter);
    if (isAboutCover(event)) {
        for (const auto &[id, bar] : m_queues)
            refreshQueue(id);
        m_strips->refresh();
    }
    if (touched.ticket)
        refreshQueue(touched.ticket->step.service);
    if (touched.endedStep)
        refreshQueue(touched.endedStep->service);
    const VisitStep *done = nullptr;
    if (std::holds_alternative<event::ServiceFinished>(event) && touched.ticket)
        done = &touched.ticket->step;
    else if (std::holds_alternative<event::StepFinished>(event) && touched.endedStep)
        done = &*touched.endedStep;
    if (done && done->calledMs && done->finishedMs) {
        m_recentMs.push_back(*done->finishedMs - *done->calledMs);
        if (m_recentMs.size() > kRecentMax)
            m_recentMs.pop_front();
    }
}

void FloorPage::refreshQueue(ServiceId id)
{
    if (const auto it = m_queues.find(id); it != m_queues.end())
        it->second->setFigures(queueFigures(m_desk.branch(), m_desk.link().quotes(), id, m_desk.now()));
}

void FloorPage::refreshFigures()
{
    const auto words = figureWords(m_desk.branch(), m_desk.now(), m_desk.isLive(), m_recentMs);
    for (std::size_t i = 0; i < words.size(); ++i)
        m_figures[i]->setWords(words[i]);
}

void FloorPage::tick()
{
    m_tiles->refreshAll();
    for (const auto &[id, bar] : m_queues)
        refreshQueue(id);
    refreshFigures();
    m_score->setText(scoreText(m_desk.branch(), m_desk.link().quotes()));
    m_queuesTitle->setToolTip(toolTipOf(m_score->text()));
    m_queuesTitle->setAccessibleDescription(m_score->text());
    m_score->setVisible(!m_score->text().isEmpty() && !m_isShort);
    m_strips->refresh();
    m_alerts->refresh();
    if (m_sidePage == m_messages)
        m_messages->refresh();
}

void FloorPage::refreshSide()
{
    m_sideStack->setCurrentWidget(m_action->isOpen() ? m_action : m_sidePage ? m_sidePage : m_watch);
    m_tiles->setFollowing(!m_action->isOpen());
    if (m_action->action() && m_action->action()->counter.isSet()) {
        m_acted = m_action->action()->counter;
        m_tiles->select(m_acted);
    }
}

void FloorPage::setAdvice(AdvicePanel *strip)
{
    m_advice = strip;
    strip->setShort(m_isShort);
    static_cast<QVBoxLayout *>(m_centre->layout())->insertWidget(2, strip);
}

void FloorPage::showSide(QWidget *page)
{
    if (m_sideStack->indexOf(page) < 0)
        m_sideStack->addWidget(page);
    m_sidePage = page;
    refreshSide();
}

void FloorPage::hideSide(QWidget *page)
{
    if (m_sidePage == page)
        m_sidePage = nullptr;
    refreshSide();
}

// ---- moving ----

QString FloorPage::whyNoDrop(CounterId counter, const CounterDrop &drop) const
{
    const CounterState *state = m_desk.branch().counterState(counter);
    if (!m_desk.canAct())
        return m_desk.isLive() ? tr("Wait: the last step is not confirmed yet.")
                               : tr("The hub cannot be reached now.");
    if (drop.staff.isSet()) {
        const CounterId from = m_desk.counterOf(drop.staff);
        if (from == counter)
            return tr("They work here already.");
        return m_desk.isBusy(from) ? tr("Somebody is still with them. They can move when that is finished.")
                                   : QString();
    }
    if (!state || !state->isOpen())
        return drop.ticket.isSet() ? tr("This counter is closed. Open it first.") : QString();
    if (drop.ticket.isSet()) {
        const Ticket *ticket = m_desk.branch().ticket(drop.ticket);
        const QString why = whyNoTransfer(drop.ticket);
        return why.isEmpty() && ticket && ticket->forCounter == counter
            ? tr("%1 waits for this counter already.").arg(fromUtf8(ticket->number))
            : why;
    }
    if (state->profile == drop.profile)
        return tr("It has this work profile already.");
    return {};
}

QString FloorPage::whyNoTransfer(TicketId id) const
{
    if (!m_desk.canAct())
        return m_desk.isLive() ? tr("Wait: the last step is not confirmed yet.")
                               : tr("The hub cannot be reached now.");
    const Ticket *ticket = m_desk.branch().ticket(id);
    return ticket && ticket->state == TicketState::Waiting ? QString()
                                                           : tr("This ticket does not wait any longer.");
}

QString FloorPage::whyNoTransferTo(ServiceId service, TicketId id) const
{
    const Ticket *ticket = m_desk.branch().ticket(id);
    const QString why = whyNoTransfer(id);
    return why.isEmpty() && ticket && ticket->step.service == service
        ? tr("%1 waits there already.").arg(fromUtf8(ticket->number))
        : why;
}

void FloorPage::preview(CounterId counter, const CounterDrop &drop)
{
    if (!counter.isSet() || !drop.isSet() || !whyNoDrop(counter, drop).isEmpty())
        m_action->endPreview();
    else if (drop.ticket.isSet())
        m_action->preview({Action::Kind::Transfer, {}, {}, drop.ticket, {}, {}, {}, {}, counter});
    else if (drop.staff.isSet())
        m_action->preview({Action::Kind::Place, counter, {}, {}, {}, {}, drop.staff});
    else
        m_action->preview(actionOf(counter, drop.profile));
}

void FloorPage::take(CounterId counter, const CounterDrop &drop)
{
    m_action->endPreview();
    m_desk.actFor({});
    if (drop.ticket.isSet())
        askTransfer(drop.ticket, {}, counter);
    else if (drop.staff.isSet())
        askPlace(counter, drop.staff);
    else
        askMove(counter, drop.profile);
}

Action FloorPage::actionOf(CounterId counter, ProfileId profile) const
{
    // onto a closed counter a work profile opens it: who works there is asked
    const CounterState *state = m_desk.branch().counterState(counter);
    return {state && state->isOpen() ? Action::Kind::Move : Action::Kind::Open, counter, profile, {}};
}

void FloorPage::askMove(CounterId counter, ProfileId profile)
{
    m_error->clear();
    m_tiles->select(counter);
    m_action->open(actionOf(counter, profile));
}

void FloorPage::askPlace(CounterId counter, StaffId staff)
{
    if (!m_desk.branch().isOpen())
        return;
    m_error->clear();
    m_tiles->select(counter);
    m_action->open({Action::Kind::Place, counter, {}, {}, {}, {}, staff});
}

void FloorPage::askTransfer(TicketId ticket, ServiceId service, CounterId counter)
{
    m_error->clear();
    m_action->open({Action::Kind::Transfer, {}, {}, ticket, {}, {}, {}, service, counter});
}

void FloorPage::askMessage(CounterId counter)
{
    m_action->close();
    showSide(m_messages);
    m_messages->begin(counter);
}

void FloorPage::endBreak(CounterId counter)
{
    m_error->clear();
    m_desk.moveCounters(actionMoves(m_desk, {Action::Kind::EndBreak, counter, {}, {}}, {}), {},
                        [this](const Result<CommandReply> &reply) {
                            if (!reply)
                                m_error->showError(reply.error());
                        });
}

void FloorPage::fillMenu(QMenu &menu, CounterId id)
{
    const BranchState &branch = m_desk.branch();
    const CounterState *state = branch.counterState(id);
    const Counter *counter = branch.counter(id);
    if (!state || !counter)
        return;
    const auto add = [&](QMenu &to, const char *name, const QString &words, bool isEnabled, auto &&what) {
        QAction *action = to.addAction(words, this, what);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(isEnabled);
        return action;
    };
    const auto ask = [this, id](Action::Kind kind, TicketId ticket = {}) {
        m_error->clear();
        m_action->open({kind, id, {}, ticket});
    };
    const bool canAct = m_desk.canAct();
    if (!canAct)
        add(menu, "cannotAction",
            m_desk.isLive() ? tr("Wait: the last step is not confirmed yet") : tr("The hub cannot be reached now"),
            false, [] {});
    if (!state->isOpen()) {
        add(menu, "openAction", tr("Open %1…").arg(counterName(branch, id)), canAct && branch.isOpen(),
            [ask] { ask(Action::Kind::Open); });
        add(menu, "placeAction", tr("Move somebody here… (F4)"), canAct && branch.isOpen(),
            [this, id] { askPlace(id); });
        return;
    }
    for (const auto &[profileId, profile] : branch.profiles()) {
        QAction *action = add(menu, "", inLanguage(profile.name), canAct && profileId != state->profile,
                              [this, id, profileId = profileId] { askMove(id, profileId); });
        action->setObjectName(QStringLiteral("profileAction%1").arg(profileId.value));
        action->setCheckable(true);
        action->setChecked(profileId == state->profile);
    }
    menu.addSeparator();
    add(menu, "placeAction", tr("Somebody else works here… (F4)"), canAct, [this, id] { askPlace(id); });
    if (const Ticket *ticket = branch.ticket(state->ticket))
        add(menu, "transferAction", tr("Transfer %1…").arg(fromUtf8(ticket->number)), canAct,
            [ask, ticket = ticket->id] { ask(Action::Kind::Transfer, ticket); });
    if (state->onBreak)
        add(menu, "endBreakAction", tr("End the break"), canAct, [this, id] { endBreak(id); });
    else
        add(menu, "breakAction", tr("Break…"), canAct, [ask] { ask(Action::Kind::Break); });
    add(menu, "messageAction", tr("Message to %1… (Ctrl+M)").arg(counterName(branch, id)), canAct,
        [this, id] { askMessage(id); });
    add(menu, "closeAction", tr("Close %1…").arg(counterName(branch, id)), canAct,
        [ask] { ask(Action::Kind::Close); });
}

QMenu *FloorPage::showMenu(CounterId counter, const QPoint &at)
{
    m_tiles->select(counter);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("counterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, counter);
    menu->popup(at);
    const auto actions = menu->actions();
    const auto first = std::find_if(actions.begin(), actions.end(),
                                    [](const QAction *each) { return each->isEnabled() && !each->isSeparator(); });
    if (first != actions.end())
        menu->setActiveAction(*first);
    return menu;
}

// ---- alerts ----

void FloorPage::openFor(ServiceId service)
{
    const auto proposed = proposalFor(m_desk, service);
    if (!proposed) { // every counter that could serve it does: who waits is seen in the list
        Q_EMIT queueChosen(service);
        return;
    }
    if (proposed->counter.isSet())
        m_tiles->select(proposed->counter);
    m_action->open(*proposed);
}

void FloorPage::actOn(const Alert &alert)
{
    m_error->clear();
    m_action->close();
    m_desk.actFor(alert.id, alert.subject.ticket);
    const AlertSubject &about = alert.subject;
    if (about.ticket.isSet() && alert.kind == AlertKind::TicketForgotten) {
        Q_EMIT ticketChosen(about.ticket);
    } else if (alert.kind == AlertKind::BlockerOld) {
        Q_EMIT promisesAsked();
    } else if (CounterTile *shown = tile(about.counter)) {
        m_tiles->select(about.counter);
        m_tiles->ensureWidgetVisible(shown, 0, kGap);
        shown->setFocus(Qt::OtherFocusReason);
        const QMenu *menu = showMenu(about.counter, shown->mapToGlobal(QPoint(12, shown->height() - 8)));
        // a choice is made only after the menu has gone
        connect(menu, &QMenu::aboutToHide, this, &FloorPage::forgetAlert, Qt::QueuedConnection);
    } else if (about.service.isSet()) {
        openFor(about.service);
    } else {
        m_desk.reportActed("lookedAt"); // nothing in the branch to change: somebody goes there
    }
}

void FloorPage::forgetAlert()
{
    if (!m_action->isOpen() && m_sidePage != m_messages)
        m_desk.actFor({});
}

void FloorPage::retranslate()
{
    m_queuesTitle->setText(tr("Queues"));
    m_empty->setTexts(tr("No counters yet"),
                      tr("Counters appear here as soon as the administrator has set the branch up."));
}

void FloorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        tick();
    }
    QWidget::changeEvent(event);
}

void FloorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSides();
}

bool FloorPage::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrangeSides();
    return QWidget::event(event);
}

void FloorPage::arrangeSides()
{
    const int figures = width() < kFiguresInARowWidth ? 3 : static_cast<int>(m_figures.size());
    if (figures != m_figureColumns) {
        m_figureColumns = figures;
        for (int i = 0; i < static_cast<int>(m_figures.size()); ++i) {
            m_figureGrid->addWidget(m_figures[static_cast<std::size_t>(i)], i / figures, i % figures);
            m_figureGrid->setColumnStretch(i, i < figures ? 1 : 0);
        }
    }
    if (const bool isShort = height() < kShortHeight; isShort != m_isShort) {
        m_isShort = isShort;
        m_tiles->setShort(isShort);
        layout()->setSpacing(isShort ? 12 : 16);
        layout()->setContentsMargins(16, 16, 16, isShort ? 8 : 12);
        m_score->setVisible(!m_score->text().isEmpty() && !isShort);
        if (m_advice)
            m_advice->setShort(isShort);
    }
    m_tiles->setMaximumHeight(m_tiles->heightWanted());
    const bool isUpright = height() > width() && width() < kSideBySideWidth;
    m_split->setDirection(isUpright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // alerts beside the queues where there is room for both
    const bool isWide = !isUpright && width() >= kWideWidth;
    m_watchBox->setDirection(isWide ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    m_watchBox->setStretch(0, isWide ? 1 : 0);
    // at the other's cost: the queues keep a third
    constexpr int kAlertRow = 66;
    m_alerts->setRowsMax(isWide ? (m_side->height() - 120) / kAlertRow
                                : (m_side->height() * 2 / 3 - 120) / kAlertRow);
    m_alerts->setSizePolicy(QSizePolicy::Preferred, isWide ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    const int side = isWide ? 2 * kSideWidth + kGap : kSideWidth;
    m_side->setMinimumWidth(isUpright ? 0 : side);
    m_side->setMaximumWidth(isUpright ? QWIDGETSIZE_MAX : side);
    // what the counters do not need, and a third at least
    const int advice = m_advice && m_advice->isVisible() ? m_advice->height() + 8 : 0;
    m_centre->setMaximumHeight(
        isUpright ? m_tiles->maximumHeight() + m_strips->sizeHint().height() + advice + 2 * kGap : QWIDGETSIZE_MAX);
}

} // namespace tiepdon
