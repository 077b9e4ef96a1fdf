// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/workpage.h"

#include "app/teller/customerpanels.h"
#include "app/teller/deskchoices.h"
#include "app/teller/goalstrip.h"
#include "app/teller/messageline.h"
#include "app/teller/nextpreview.h"
#include "app/teller/parkedpanel.h"
#include "app/teller/pickpanel.h"
#include "app/teller/profilepanel.h"
#include "app/teller/queuepanel.h"
#include "app/teller/scanwatch.h"
#include "app/teller/ticketcard.h"
#include "app/teller/transferpanel.h"
#include "ui/session/breakword.h"
#include "ui/session/callreason.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timerring.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {

WorkPage::WorkPage(TellerDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_queues(new QueuePanel(desk, this)), m_centre(new QStackedWidget(this)),
      m_card(new TicketCard(desk, this)), m_free(new EmptyState(this)), m_reasonCard(new QFrame(this)),
      m_reason(plainLabel(m_reasonCard, sizes::kText)), m_breakState(new StateChip(this)),
      m_breakReason(plainLabel(this, sizes::kDisplay, QFont::DemiBold)),
      m_breakWords(mutedLabel(this, sizes::kTextLarge)), m_breakTimer(new TimerRing(this)),
      m_transferPanel(new TransferPanel(desk, this)), m_pickPanel(new PickPanel(desk, this)),
      m_parkedPanel(new ParkedPanel(desk, this)), m_panels{m_transferPanel, m_pickPanel, m_parkedPanel},
      m_choices(new DeskChoices(desk, this)), m_message(new MessageLine(desk, this)),
      m_note(new NoteBar(true, this)), m_error(new ErrorBanner(this)), m_buttons(new WorkButtons(desk, this)),
      m_customer(new TellerCustomer(desk, this)), m_profile(new ProfilePanel(*m_customer, this)),
      m_customers(new CustomerPanels(*m_customer, this)), m_goal(new GoalStrip(*m_customer, this)),
      m_scans(new ScanWatch(this))
{
    m_free->setObjectName(QStringLiteral("freeState"));
    m_reason->setObjectName(QStringLiteral("reasonText"));
    m_reason->setWordWrap(true);
    m_reasonCard->setObjectName(QStringLiteral("reasonCard"));
    m_reasonCard->setProperty("panel", QStringLiteral("info"));
    auto *reasonColumn = new QVBoxLayout(m_reasonCard);
    reasonColumn->setContentsMargins(16, 12, 16, 12);
    reasonColumn->addWidget(m_reason);
    m_note->setObjectName(QStringLiteral("cameBackNote"));

    m_queues->setFixedWidth(328);
    // who is served and what is known of them stand side by side; what is chosen takes the width of both
    auto *work = new QVBoxLayout;
    work->setSpacing(12);
    work->addWidget(makeCentre(), 1);
    work->addWidget(m_reasonCard);
    auto *person = new QHBoxLayout;
    person->setSpacing(16);
    person->addLayout(work, 1);
    person->addWidget(m_profile);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_message);
    middle->addLayout(person, 1);
    for (DeskPanel *panel : m_panels)
        middle->addWidget(panel);
    middle->addWidget(m_choices);
    middle->addWidget(m_customers);
    middle->addWidget(m_goal);
    middle->addWidget(m_note);
    middle->addWidget(m_error);
    middle->addWidget(m_buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_queues);
    row->addLayout(middle, 1);
    connectCustomers();

    connect(&desk, &TellerDesk::changed, this, &WorkPage::refresh);
    connect(&desk, &TellerDesk::cameBack, this, &WorkPage::onCameBack);
    connect(m_queues, &QueuePanel::whyAsked, this, &WorkPage::toggleReason);
    connect(m_queues, &QueuePanel::findAsked, m_customers, &CustomerPanels::openFind);
    connect(m_queues, &QueuePanel::queueOpened, this, &WorkPage::openPick);
    connect(m_queues, &QueuePanel::parkedAsked, this, &WorkPage::openParked);
    for (DeskPanel *panel : m_panels)
        connect(panel, &DeskPanel::closed, this, &WorkPage::onPanelClosed);
    connect(m_choices, &DeskChoices::closed, this, &WorkPage::onPanelClosed);
    connect(m_buttons, &WorkButtons::pressed, this, &WorkPage::onPressed);
    addKeys();
    setFocusPolicy(Qt::ClickFocus);
    retranslate();
}

void WorkPage::connectCustomers()
{
    connect(m_customers, &CustomerPanels::aboutToOpen, this, [this] { closePanels(m_customers); });
    connect(m_customers, &CustomerPanels::opened, this, &WorkPage::onPanelOpened);
    connect(m_customers, &CustomerPanels::closed, this, &WorkPage::onPanelClosed);
    connect(m_profile, &ProfilePanel::asked, m_customers, &CustomerPanels::open);
    connect(m_profile, &ProfilePanel::revealAsked, m_customers, &CustomerPanels::openReveal);
    connect(m_customers, &CustomerPanels::revealed, m_profile, &ProfilePanel::showRevealed);
    connect(m_customer, &TellerCustomer::changed, this, [this] { m_card->refresh(); });
    connect(m_scans, &ScanWatch::scanned, m_customers, &CustomerPanels::openScanned);
    connect(m_scans, &ScanWatch::bursting, m_goal, &GoalStrip::forgetChosen);
    m_scans->setActiveWhile([this] {
        return isVisible() && m_desk.isAtWork() && m_desk.link().access() == BranchLink::Access::SignedIn;
    });
    m_queues->setPreview(new NextPreview(*m_customer, m_queues));
    m_card->setCustomer(*m_customer);
}

void WorkPage::onPressed(WorkButtons::Deed deed)
{
    using Deed = WorkButtons::Deed;
    switch (deed) {
    case Deed::Call:
        callOrForget();
        break;
    case Deed::Start:
        m_desk.start();
        break;
    case Deed::Finish:
        finish();
        break;
    case Deed::Resume:
        m_desk.endBreak();
        break;
    case Deed::Recall:
        m_desk.recall();
        break;
    case Deed::NoShow:
        m_desk.markNoShow();
        break;
    case Deed::Requeue:
        openRequeue();
        break;
    case Deed::WrapUp:
        m_desk.wrapUp();
        break;
    case Deed::Park:
        parkOrShow();
        break;
    case Deed::Transfer:
        openTransfer();
        break;
    case Deed::WalkIn:
        openWalkIn();
        break;
    case Deed::Break:
        toggleBreak();
        break;
    }
}

QWidget *WorkPage::makeCentre()
{
    auto *freeCard = new QFrame(this);
    freeCard->setProperty("panel", QStringLiteral("surface"));
    auto *freeColumn = new QVBoxLayout(freeCard);
    freeColumn->addWidget(m_free);
    m_centre->addWidget(freeCard);
    m_centre->addWidget(m_card);
    m_centre->addWidget(makeBreakCard());
    return m_centre;
}

QWidget *WorkPage::makeBreakCard()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("breakCard"));
    card->setProperty("panel", QStringLiteral("surface"));
    m_breakState->setObjectName(QStringLiteral("breakState"));
    m_breakReason->setObjectName(QStringLiteral("breakReason"));
    m_breakWords->setObjectName(QStringLiteral("breakWords"));
    m_breakWords->setWordWrap(true);
    m_breakTimer->setObjectName(QStringLiteral("breakTimer"));
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addStretch(2);
    words->addWidget(m_breakState);
    words->addWidget(m_breakReason);
    words->addWidget(m_breakWords);
    words->addStretch(3);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(40, 12, 40, 12);
    row->setSpacing(24);
    row->addLayout(words, 1);
    row->addWidget(m_breakTimer, 0, Qt::AlignVCenter);
    return card;
}

void WorkPage::addKeys()
{
    const auto key = [this](QKeyCombination code, auto &&what) {
        m_keys.emplace_back(code, what);
        auto *shortcut = new QShortcut(QKeySequence(code), this, nullptr, nullptr, Qt::WindowShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
        return shortcut;
    };
    key(Qt::Key_F1, [this] { toggleReason(); });
    key(Qt::Key_F2, [this] { callOrForget(); });
    key(Qt::Key_F3, [this] { m_desk.recall(); });
    key(Qt::Key_F4, [this] { m_desk.markNoShow(); });
    key(Qt::Key_F5, [this] { openRequeue(); });
    key(Qt::Key_F6, [this] { parkOrShow(); });
    key(Qt::SHIFT | Qt::Key_F6, [this] { openParked(); });
    key(Qt::Key_F7, [this] { openTransfer(); });
    key(Qt::Key_F8, [this] { openWalkIn(); });
    key(Qt::Key_F9, [this] { finish(); });
    key(Qt::SHIFT | Qt::Key_F9, [this] { m_desk.wrapUp(); });
    key(Qt::Key_F10, [this] { toggleBreak(); });
    key(Qt::CTRL | Qt::Key_M, [this] { m_desk.readMessage(); });
    for (const auto &[code, panel] : CustomerPanels::keys())
        key(code, [this, which = panel] { m_customers->open(which); });
    QShortcut *const ofPage[]
        = {key(Qt::Key_Return, [this] { onEnter(); }), key(Qt::Key_Enter, [this] { onEnter(); }),
           key(Qt::Key_Escape, [this] { onEscape(); })};
    // not where a choice is open that has its own
    for (QShortcut *shortcut : ofPage) {
        const bool isEscape = shortcut == ofPage[2];
        if (isEscape)
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        const auto follow = [this, shortcut, isEscape] {
            shortcut->setEnabled(!isChoosing() && (!isEscape || m_desk.nextStoredMs() || m_customer->opened()));
        };
        connect(&m_desk, &TellerDesk::changed, shortcut, follow);
        for (DeskPanel *panel : m_panels)
            connect(panel, &DeskPanel::closed, shortcut, follow);
        connect(m_choices, &DeskChoices::closed, shortcut, follow);
        connect(m_choices, &DeskChoices::opened, shortcut, follow);
        connect(m_customer, &TellerCustomer::changed, shortcut, follow);
        connect(m_customers, &CustomerPanels::closed, shortcut, follow);
        connect(m_customers, &CustomerPanels::opened, shortcut, follow);
        follow();
    }
}

void WorkPage::onEnter()
{
    // Enter starts the service or ends the break; on a button or queue reached with Tab it opens that, but it never
    // finishes
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && !m_buttons->isOwnOfEnter(button))
        button->click();
    else if (m_queues->isChoosing())
        m_queues->openChosen();
    else if (m_desk.onBreak())
        m_desk.endBreak();
    else
        m_desk.start();
}

void WorkPage::onEscape()
{
    if (m_customer->opened())
        m_customer->closeOpened();
    else
        m_desk.forgetNext();
}

bool WorkPage::isChoosing() const
{
    return m_choices->isOpen() || m_customers->isOpen()
        || std::any_of(m_panels.begin(), m_panels.end(), [](const DeskPanel *panel) { return panel->isOpen(); });
}

void WorkPage::closePanels(const QWidget *but)
{
    m_isReasonAsked = false;
    for (DeskPanel *panel : m_panels) {
        if (panel != but)
            panel->close();
    }
    if (but != m_choices)
        m_choices->close();
    if (but != m_customers)
        m_customers->close();
}

void WorkPage::onPanelClosed()
{
    refresh();
    if (!isChoosing())
        setFocus(Qt::OtherFocusReason);
}

void WorkPage::onPanelOpened()
{
    refresh();
    Q_EMIT m_desk.changed();
}

void WorkPage::openTransfer()
{
    closePanels(m_transferPanel);
    m_transferPanel->open();
    onPanelOpened();
}

void WorkPage::openPick(ServiceId service)
{
    closePanels(m_pickPanel);
    m_pickPanel->open(service);
    onPanelOpened();
}

void WorkPage::openParked()
{
    closePanels(m_parkedPanel);
    m_parkedPanel->open();
    onPanelOpened();
}

void WorkPage::openRequeue()
{
    closePanels(m_choices);
    m_choices->openRequeue();
    onPanelOpened();
}

void WorkPage::openWalkIn()
{
    closePanels(m_choices);
    m_choices->openWalkIn();
    onPanelOpened();
}

void WorkPage::callOrForget()
{
    if (m_desk.nextStoredMs())
        m_desk.forgetNext();
    else
        m_desk.callNext();
}

void WorkPage::parkOrShow()
{
    if (m_desk.inHand() == InHand::None) {
        openParked();
        return;
    }
    closePanels(m_choices);
    m_choices->openPark();
    onPanelOpened();
}

void WorkPage::finish()
{
    if (!m_desk.canFinish())
        return;
    if (m_desk.link().branch().outcomes().empty() && !m_desk.needsOutcome()) {
        m_desk.finish();
        return;
    }
    closePanels(m_choices);
    m_choices->openOutcome();
    onPanelOpened();
}

void WorkPage::toggleBreak()
{
    if (m_desk.onBreak()) {
        m_desk.endBreak();
        return;
    }
    if (m_choices->isBreakOpen()) {
        m_choices->close();
        return;
    }
    closePanels(m_choices);
    m_buttons->setBreakRefusedFor(m_desk.ticket() ? m_desk.ticket()->id : TicketId{});
    m_choices->openBreak();
    onPanelOpened();
}

void WorkPage::onCameBack(const QString &number)
{
    m_note->say(tr("%1 waits again, first in the queue: the time it was parked for is up.").arg(number),
                Tone::Info);
    QApplication::alert(window());
    refresh();
}

void WorkPage::toggleReason()
{
    const bool isAsked = !m_isReasonAsked;
    closePanels(nullptr);
    m_isReasonAsked = isAsked;
    m_reasonFor = m_desk.ticket() ? m_desk.ticket()->id : TicketId{};
    refreshReason();
}

void WorkPage::tick()
{
    m_queues->refresh();
    m_customer->tick();
    m_pickPanel->tick();
    m_parkedPanel->tick();
    m_message->refresh();
    refresh();
}

void WorkPage::showError(const Error &error)
{
    m_error->showError(error);
    if (error.code == ErrorCode::OutcomeRequired && m_desk.canFinish()) {
        closePanels(m_choices);
        m_choices->openOutcome(true);
    }
    onPanelOpened();
}

void WorkPage::clearError()
{
    m_error->clear();
    refresh();
}

void WorkPage::refresh()
{
    refreshCentre();
    refreshReason();
    m_buttons->refresh();
    // there is room for the choice and one line more
    const bool isChoosingNow = isChoosing();
    m_goal->setQuiet(isChoosingNow);
    m_profile->setShort(isChoosingNow);
    m_note->setVisible(!m_note->text().isEmpty() && !isChoosingNow);
    giveRoom();
}

/// A tall choice leaves only what says whom it is about.
void WorkPage::giveRoom()
{
    constexpr int kBeside = 450;
    const bool isTall = m_customers->isOpen() && m_customers->sizeHint().height() + kBeside > height();
    m_card->setRoom(!isChoosing()                              ? TicketCard::Room::Full
                        : m_error->isVisibleTo(this) || isTall ? TicketCard::Room::Least
                                                               : TicketCard::Room::Less);
}

void WorkPage::refreshCentre()
{
    if (m_desk.ticket()) {
        m_centre->setCurrentIndex(1);
        m_card->refresh();
    } else if (m_desk.onBreak()) {
        m_centre->setCurrentIndex(2);
        refreshBreak();
    } else {
        m_centre->setCurrentIndex(0);
        refreshFree();
    }
}

void WorkPage::refreshFree()
{
    if (const auto stored = m_desk.nextStoredMs()) {
        const auto offset = m_desk.link().branch().settings().utcOffsetMin;
        m_free->setTexts(m_desk.callWaitMs() > 0 ? tr("The next person is called here in a moment")
                                                 : tr("Whoever comes next is called here at once"),
                         tr("Asked for at %1. F2 or Esc takes it back.").arg(clockText(*stored, offset)));
        return;
    }
    const auto next = m_desk.next();
    const Ticket *waiting = next ? m_desk.link().branch().ticket(next->ticket) : nullptr;
    if (waiting)
        m_free->setTexts(tr("Nobody at your counter"),
                         tr("%1 is next. Press F2 to call.").arg(fromUtf8(waiting->number)));
    else
        m_free->setTexts(tr("Nobody is waiting"),
                         tr("The person you call will appear here. Press F2 now and whoever comes next is called "
                            "at once."));
}

void WorkPage::refreshBreak()
{
    const Break &now = *m_desk.onBreak();
    const auto offset = m_desk.link().branch().settings().utcOffsetMin;
    m_breakState->setState(tr("On a break since %1").arg(clockText(now.sinceMs, offset)), Tone::Neutral);
    m_breakReason->setText(breakWord(now.reason));
    m_breakWords->setText(tr("Nobody is called to your counter until you go on."));
    m_breakTimer->setFigures({m_desk.link().hubNowMs() - now.sinceMs, 0, tr("on a break")});
}

void WorkPage::refreshReason()
{
    const Ticket *ticket = m_desk.ticket();
    // an explanation belongs to what it was asked for
    if (m_isReasonAsked && (ticket ? ticket->id : TicketId{}) != m_reasonFor)
        m_isReasonAsked = false;
    m_reasonCard->setVisible(m_isReasonAsked);
    if (!m_isReasonAsked)
        return;
    if (ticket) {
        const CallReason *reason = m_desk.reason();
        m_reason->setText(tr("Why %1?").arg(fromUtf8(ticket->number)) + QLatin1Char('\n')
                          + (reason ? explanation(*reason, m_desk.link().branch())
                                    : tr("Its reason is kept in the branch's journal.")));
        return;
    }
    const auto next = m_desk.next();
    const Ticket *waiting = next ? m_desk.link().branch().ticket(next->ticket) : nullptr;
    m_reason->setText(waiting ? tr("Why %1?").arg(fromUtf8(waiting->number)) + QLatin1Char('\n')
                              + explanation(next->reason, m_desk.link().branch())
                              : tr("Nobody waits for your services, so there is no next number."));
}

void WorkPage::resizeEvent(QResizeEvent *event)
{
    constexpr int kNarrow = 1300;
    constexpr int kWide = 1600;
    m_profile->setWantedWidth(width() < kNarrow ? 300 : width() < kWide ? 344 : 440);
    giveRoom();
    QWidget::resizeEvent(event);
}

void WorkPage::retranslate()
{
    m_buttons->retranslate();
    m_card->retranslate();
    refresh();
}

void WorkPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_note->clear(); // said in the other language, and past
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
