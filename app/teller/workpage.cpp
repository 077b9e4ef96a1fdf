// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/workpage.h"

#include "app/teller/deskchoices.h"
#include "app/teller/parkedpanel.h"
#include "app/teller/pickpanel.h"
#include "app/teller/queuepanel.h"
#include "app/teller/ticketcard.h"
#include "app/teller/transferpanel.h"
#include "ui/session/breakword.h"
#include "ui/session/callreason.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
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
      m_choices(new DeskChoices(desk, this)), m_note(new NoteBar(true, this)), m_error(new ErrorBanner(this)),
      m_status(mutedLabel(this, sizes::kText)), m_call(new KeyButton(QStringLiteral("F2"), true, this)),
      m_resume(new KeyButton(QStringLiteral("F10"), true, this)),
      m_start(new KeyButton(QStringLiteral("Enter"), true, this)),
      m_finish(new KeyButton(QStringLiteral("F9"), true, this)),
      m_recall(new KeyButton(QStringLiteral("F3"), false, this)),
      m_noShow(new KeyButton(QStringLiteral("F4"), false, this)),
      m_requeue(new KeyButton(QStringLiteral("F5"), false, this)),
      m_wrapUp(new KeyButton(QStringLiteral("Shift+F9"), false, this)),
      m_park(new KeyButton(QStringLiteral("F6"), false, this)),
      m_transfer(new KeyButton(QStringLiteral("F7"), false, this)),
      m_walkIn(new KeyButton(QStringLiteral("F8"), false, this)),
      m_break(new KeyButton(QStringLiteral("F10"), false, this))
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
    m_status->setObjectName(QStringLiteral("statusText"));

    m_queues->setFixedWidth(328);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeCentre(), 1);
    middle->addWidget(m_reasonCard);
    for (DeskPanel *panel : m_panels)
        middle->addWidget(panel);
    middle->addWidget(m_choices);
    middle->addWidget(m_note);
    middle->addWidget(m_error);
    middle->addWidget(makeButtons());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_queues);
    row->addLayout(middle, 1);

    connect(&desk, &TellerDesk::changed, this, &WorkPage::refresh);
    connect(&desk, &TellerDesk::cameBack, this, &WorkPage::onCameBack);
    connect(m_queues, &QueuePanel::whyAsked, this, &WorkPage::toggleReason);
    connect(m_queues, &QueuePanel::findAsked, this, [this] { openPick(); });
    connect(m_queues, &QueuePanel::queueOpened, this, &WorkPage::openPick);
    connect(m_queues, &QueuePanel::parkedAsked, this, &WorkPage::openParked);
    for (DeskPanel *panel : m_panels)
        connect(panel, &DeskPanel::closed, this, &WorkPage::onPanelClosed);
    connect(m_choices, &DeskChoices::closed, this, &WorkPage::onPanelClosed);
    addKeys();
    setFocusPolicy(Qt::ClickFocus);
    retranslate();
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

QWidget *WorkPage::makeButtons()
{
    const std::pair<KeyButton *, const char *> named[] = {
        {m_call, "callNextButton"}, {m_start, "startButton"},   {m_finish, "finishButton"},
        {m_recall, "recallButton"}, {m_noShow, "noShowButton"}, {m_requeue, "requeueButton"},
        {m_wrapUp, "wrapUpButton"}, {m_park, "parkButton"},     {m_transfer, "transferButton"},
        {m_walkIn, "walkInButton"}, {m_resume, "resumeButton"}, {m_break, "breakButton"},
    };
    for (const auto &[button, name] : named)
        button->setObjectName(QLatin1String(name));
    connect(m_call, &QPushButton::clicked, this, &WorkPage::callOrForget);
    connect(m_start, &QPushButton::clicked, &m_desk, &TellerDesk::start);
    connect(m_finish, &QPushButton::clicked, this, &WorkPage::finish);
    connect(m_recall, &QPushButton::clicked, &m_desk, &TellerDesk::recall);
    connect(m_noShow, &QPushButton::clicked, &m_desk, &TellerDesk::markNoShow);
    connect(m_requeue, &QPushButton::clicked, this, &WorkPage::openRequeue);
    connect(m_wrapUp, &QPushButton::clicked, &m_desk, &TellerDesk::wrapUp);
    connect(m_park, &QPushButton::clicked, this, &WorkPage::parkOrShow);
    connect(m_transfer, &QPushButton::clicked, this, &WorkPage::openTransfer);
    connect(m_walkIn, &QPushButton::clicked, this, &WorkPage::openWalkIn);
    connect(m_resume, &QPushButton::clicked, &m_desk, &TellerDesk::endBreak);
    connect(m_break, &QPushButton::clicked, this, &WorkPage::toggleBreak);

    auto *bar = new QFrame(this);
    bar->setProperty("panel", QStringLiteral("surface"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (KeyButton *primary : {m_call, m_resume, m_start, m_finish}) {
        primary->setMinimumWidth(200);
        buttons->addWidget(primary);
    }
    buttons->addSpacing(4);
    for (KeyButton *beside : {m_recall, m_noShow, m_requeue, m_wrapUp, m_park, m_transfer, m_walkIn})
        buttons->addWidget(beside);
    buttons->addStretch();
    buttons->addWidget(m_break);
    // above the buttons: they do not move under the hand when there is something to say
    m_status->setWordWrap(true);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_status);
    column->addLayout(buttons);
    return bar;
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
    key(Qt::CTRL | Qt::Key_K, [this] { openPick(); });
    QShortcut *const ofPage[]
        = {key(Qt::Key_Return, [this] { onEnter(); }), key(Qt::Key_Enter, [this] { onEnter(); }),
           key(Qt::Key_Escape, [this] { m_desk.forgetNext(); })};
    // not where a choice is open that has its own
    for (QShortcut *shortcut : ofPage) {
        const bool isEscape = shortcut == ofPage[2];
        if (isEscape)
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        const auto follow = [this, shortcut, isEscape] {
            shortcut->setEnabled(!isChoosing() && (!isEscape || m_desk.nextStoredMs()));
        };
        connect(&m_desk, &TellerDesk::changed, shortcut, follow);
        for (DeskPanel *panel : m_panels)
            connect(panel, &DeskPanel::closed, shortcut, follow);
        connect(m_choices, &DeskChoices::closed, shortcut, follow);
        connect(m_choices, &DeskChoices::opened, shortcut, follow);
        follow();
    }
}

void WorkPage::onEnter()
{
    // Enter starts the service or ends the break; on a button or queue reached with Tab it opens that, but it never
    // finishes
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && button != m_start && button != m_finish && button != m_call && button != m_resume)
        button->click();
    else if (m_queues->isChoosing())
        m_queues->openChosen();
    else if (m_desk.onBreak())
        m_desk.endBreak();
    else
        m_desk.start();
}

bool WorkPage::isChoosing() const
{
    return m_choices->isOpen()
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
    m_breakRefusedFor = m_desk.ticket() ? m_desk.ticket()->id : TicketId{};
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
    m_pickPanel->tick();
    m_parkedPanel->tick();
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
    refreshButtons();
    // there is room for the choice and one line more
    const bool isChoosingNow = isChoosing();
    m_note->setVisible(!m_note->text().isEmpty() && !isChoosingNow);
    m_card->setRoom(!isChoosingNow                   ? TicketCard::Room::Full
                        : m_error->isVisibleTo(this) ? TicketCard::Room::Least
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

QString WorkPage::statusText() const
{
    if (m_desk.isConfirming())
        return tr("Confirming…");
    if (!m_desk.isLive()) {
        if (m_desk.link().kept() > 0)
            return tr("Kept; will be sent when the hub is back.");
        return m_desk.canStart() || m_desk.canFinish()
            ? tr("The hub cannot be reached. Start and Finish are kept here and sent later.")
            : tr("The hub cannot be reached: wait until the badge says live.");
    }
    const Ticket *ticket = m_desk.ticket();
    if (ticket && ticket->id == m_breakRefusedFor)
        return tr("A break begins with nobody at the counter: %1 is still here.").arg(fromUtf8(ticket->number));
    if (ticket && m_desk.inHand() == InHand::Called && !m_desk.canRecall())
        return tr("No recalls left: start, or mark as no-show.");
    return {};
}

void WorkPage::refreshCall()
{
    // seconds are counted up: at 0 it can be called
    const TimeMs waitS = (m_desk.callWaitMs() + kSecondMs - 1) / kSecondMs;
    if (m_desk.nextStoredMs())
        m_call->setWords(tr("Do not call"));
    else if (waitS > 0)
        m_call->setWords(tr("Call in %1 s").arg(waitS));
    else
        m_call->setWords(m_desk.storesNext() && m_desk.isAtWork() ? tr("Call whoever comes") : tr("Call next"));
    m_call->setEnabled(m_desk.canCall());
}

void WorkPage::refreshButtons()
{
    const InHand inHand = m_desk.inHand();
    const bool isOnBreak = m_desk.onBreak();
    const bool isFree = inHand == InHand::None && !isOnBreak;
    const bool isServing = inHand == InHand::Serving;
    m_call->setVisible(isFree);
    m_walkIn->setVisible(isFree);
    m_resume->setVisible(isOnBreak);
    m_resume->setEnabled(m_desk.canEndBreak());
    for (KeyButton *ofCall : {m_start, m_recall, m_noShow, m_requeue})
        ofCall->setVisible(inHand == InHand::Called);
    for (KeyButton *ofService : {m_wrapUp, m_park})
        ofService->setVisible(isServing);
    m_finish->setVisible(isServing || inHand == InHand::WrapUp || inHand == InHand::Finished);
    m_transfer->setVisible(inHand != InHand::None && inHand != InHand::Finished);
    m_break->setVisible(isFree);
    m_break->setEnabled(m_desk.canTakeBreak());
    const Ticket *ticket = m_desk.ticket();
    m_break->setToolTip(
        ticket ? tr("A break begins with nobody at the counter: %1 is still here.").arg(fromUtf8(ticket->number))
               : QString());
    refreshCall();
    m_walkIn->setEnabled(m_desk.canCall());
    m_start->setEnabled(m_desk.canStart());
    m_finish->setEnabled(m_desk.canFinish());
    m_recall->setEnabled(m_desk.canRecall());
    m_noShow->setEnabled(m_desk.canMarkNoShow());
    m_requeue->setEnabled(m_desk.canRequeue());
    m_wrapUp->setEnabled(m_desk.canWrapUp());
    m_park->setEnabled(m_desk.canPark());
    m_transfer->setEnabled(m_desk.canTransfer() || m_desk.canAddService());
    const QString status = statusText();
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
    setStyleProperty(*m_status, "ink", m_desk.isLive() ? QStringLiteral("muted") : QStringLiteral("warn"));
}

void WorkPage::retranslate()
{
    m_resume->setWords(tr("Go on working"));
    m_start->setWords(tr("Start"));
    m_finish->setWords(tr("Finish"));
    m_recall->setWords(tr("Recall"));
    m_noShow->setWords(tr("No-show"));
    m_requeue->setWords(tr("Back to queue"));
    m_wrapUp->setWords(tr("Customer left"));
    m_wrapUp->setToolTip(tr("The customer has left and you work on: wrap-up"));
    m_park->setWords(tr("Park"));
    m_transfer->setWords(tr("Transfer"));
    m_walkIn->setWords(tr("Walk-in"));
    m_walkIn->setToolTip(tr("Serve a customer who has no ticket"));
    m_break->setWords(tr("Break"));
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
