// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/workpage.h"

#include "app/teller/breakpanel.h"
#include "app/teller/pickpanel.h"
#include "app/teller/queuepanel.h"
#include "app/teller/transferpanel.h"
#include "ui/session/breakword.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timerring.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tiepdon {

WorkPage::WorkPage(TellerDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_queues(new QueuePanel(desk, this)), m_centre(new QStackedWidget(this)),
      m_card(new QFrame(this)), m_free(new EmptyState(this)), m_state(new StateChip(m_card)),
      m_number(new FigureLabel(m_card, sizes::kTicket, QFont::Bold)),
      m_serviceName(plainLabel(m_card, sizes::kTitle, QFont::DemiBold)),
      m_serviceOther(mutedLabel(m_card, sizes::kTextLarge)), m_steps(mutedLabel(m_card, sizes::kText)),
      m_timer(new TimerRing(m_card)), m_reasonCard(new QFrame(this)),
      m_reason(plainLabel(m_reasonCard, sizes::kText)), m_breakState(new StateChip(this)),
      m_breakReason(plainLabel(this, sizes::kDisplay, QFont::DemiBold)),
      m_breakWords(mutedLabel(this, sizes::kTextLarge)), m_breakTimer(new TimerRing(this)),
      m_transferPanel(new TransferPanel(desk, this)), m_breakPanel(new BreakPanel(desk, this)),
      m_pickPanel(new PickPanel(desk, this)), m_error(new ErrorBanner(this)),
      m_status(mutedLabel(this, sizes::kText)), m_call(new KeyButton(QStringLiteral("F2"), true, this)),
      m_resume(new KeyButton(QStringLiteral("F10"), true, this)),
      m_start(new KeyButton(QStringLiteral("Enter"), true, this)),
      m_finish(new KeyButton(QStringLiteral("F9"), true, this)),
      m_recall(new KeyButton(QStringLiteral("F3"), false, this)),
      m_noShow(new KeyButton(QStringLiteral("F4"), false, this)),
      m_transfer(new KeyButton(QStringLiteral("F7"), false, this)),
      m_break(new KeyButton(QStringLiteral("F10"), false, this))
{
    m_number->setObjectName(QStringLiteral("ticketNumber"));
    m_serviceName->setObjectName(QStringLiteral("ticketService"));
    m_serviceOther->setObjectName(QStringLiteral("ticketServiceOther"));
    m_state->setObjectName(QStringLiteral("ticketState"));
    m_timer->setObjectName(QStringLiteral("serviceTimer"));
    m_steps->setObjectName(QStringLiteral("ticketSteps"));
    m_free->setObjectName(QStringLiteral("freeState"));
    m_reason->setObjectName(QStringLiteral("reasonText"));
    m_reason->setWordWrap(true);
    m_reasonCard->setObjectName(QStringLiteral("reasonCard"));
    m_reasonCard->setProperty("panel", QStringLiteral("info"));
    auto *reasonColumn = new QVBoxLayout(m_reasonCard);
    reasonColumn->setContentsMargins(16, 12, 16, 12);
    reasonColumn->addWidget(m_reason);
    m_status->setObjectName(QStringLiteral("statusText"));

    m_queues->setFixedWidth(328);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeTicketCard(), 1);
    middle->addWidget(m_reasonCard);
    middle->addWidget(m_transferPanel);
    middle->addWidget(m_pickPanel);
    middle->addWidget(m_breakPanel);
    middle->addWidget(m_error);
    middle->addWidget(makeButtons());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_queues);
    row->addLayout(middle, 1);

    connect(&desk, &TellerDesk::changed, this, &WorkPage::refresh);
    connect(m_queues, &QueuePanel::whyAsked, this, &WorkPage::toggleReason);
    connect(m_queues, &QueuePanel::findAsked, this, [this] { openPick(); });
    connect(m_queues, &QueuePanel::queueOpened, this, &WorkPage::openPick);
    connect(m_transferPanel, &TransferPanel::closed, this, &WorkPage::onPanelClosed);
    connect(m_breakPanel, &BreakPanel::closed, this, &WorkPage::onPanelClosed);
    connect(m_pickPanel, &PickPanel::closed, this, &WorkPage::onPanelClosed);
    addKeys();
    setFocusPolicy(Qt::ClickFocus);
    retranslate();
}

QWidget *WorkPage::makeTicketCard()
{
    m_card->setProperty("panel", QStringLiteral("surface"));
    auto *freeCard = new QFrame(this);
    freeCard->setProperty("panel", QStringLiteral("surface"));
    auto *freeColumn = new QVBoxLayout(freeCard);
    freeColumn->addWidget(m_free);

    m_serviceName->setWordWrap(true);
    m_serviceOther->setWordWrap(true);
    m_steps->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch(2);
    words->addWidget(m_state);
    words->addWidget(m_number);
    words->addWidget(m_serviceName);
    words->addWidget(m_serviceOther);
    words->addSpacing(20);
    words->addWidget(m_steps);
    words->addStretch(3);
    auto *row = new QHBoxLayout(m_card);
    row->setContentsMargins(40, 12, 40, 12);
    row->setSpacing(24);
    row->addLayout(words, 1);
    row->addWidget(m_timer, 0, Qt::AlignVCenter);

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
        {m_recall, "recallButton"}, {m_noShow, "noShowButton"}, {m_transfer, "transferButton"},
        {m_resume, "resumeButton"}, {m_break, "breakButton"},
    };
    for (const auto &[button, name] : named)
        button->setObjectName(QLatin1String(name));
    connect(m_call, &QPushButton::clicked, &m_desk, &TellerDesk::callNext);
    connect(m_start, &QPushButton::clicked, &m_desk, &TellerDesk::start);
    connect(m_finish, &QPushButton::clicked, &m_desk, &TellerDesk::finish);
    connect(m_recall, &QPushButton::clicked, &m_desk, &TellerDesk::recall);
    connect(m_noShow, &QPushButton::clicked, &m_desk, &TellerDesk::markNoShow);
    connect(m_transfer, &QPushButton::clicked, this, &WorkPage::openTransfer);
    connect(m_resume, &QPushButton::clicked, &m_desk, &TellerDesk::endBreak);
    connect(m_break, &QPushButton::clicked, this, &WorkPage::toggleBreak);

    auto *bar = new QFrame(this);
    bar->setProperty("panel", QStringLiteral("surface"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    for (KeyButton *primary : {m_call, m_resume, m_start, m_finish}) {
        primary->setMinimumWidth(200);
        buttons->addWidget(primary);
    }
    buttons->addSpacing(4);
    buttons->addWidget(m_recall);
    buttons->addWidget(m_noShow);
    buttons->addWidget(m_transfer);
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
    const auto key = [this](Qt::Key code, auto &&what) {
        auto *shortcut = new QShortcut(code, this, nullptr, nullptr, Qt::WindowShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::Key_F1, [this] { toggleReason(); });
    key(Qt::Key_F2, [this] { m_desk.callNext(); });
    key(Qt::Key_F3, [this] { m_desk.recall(); });
    key(Qt::Key_F4, [this] { m_desk.markNoShow(); });
    key(Qt::Key_F7, [this] { openTransfer(); });
    key(Qt::Key_F9, [this] { m_desk.finish(); });
    key(Qt::Key_F10, [this] { toggleBreak(); });
    auto *find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(find, &QShortcut::activated, this, [this] { openPick(); });
    for (const auto code : {Qt::Key_Return, Qt::Key_Enter}) {
        // not where a choice is open that has its own
        auto *shortcut = new QShortcut(code, m_centre, nullptr, nullptr, Qt::WindowShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &WorkPage::onEnter);
        const auto follow = [this, shortcut] {
            shortcut->setEnabled(!m_transferPanel->isVisibleTo(this) && !m_pickPanel->isVisibleTo(this));
        };
        connect(&m_desk, &TellerDesk::changed, shortcut, follow);
        connect(m_transferPanel, &TransferPanel::closed, shortcut, follow);
        connect(m_pickPanel, &PickPanel::closed, shortcut, follow);
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

void WorkPage::closePanels(const QWidget *but)
{
    m_isReasonAsked = false;
    if (but != m_transferPanel)
        m_transferPanel->close();
    if (but != m_breakPanel)
        m_breakPanel->close();
    if (but != m_pickPanel)
        m_pickPanel->close();
}

void WorkPage::onPanelClosed()
{
    refresh();
    setFocus(Qt::OtherFocusReason);
}

void WorkPage::openTransfer()
{
    closePanels(m_transferPanel);
    m_transferPanel->open();
    refresh();
    Q_EMIT m_desk.changed();
}

void WorkPage::openPick(ServiceId service)
{
    closePanels(m_pickPanel);
    m_pickPanel->open(service);
    refresh();
    Q_EMIT m_desk.changed();
}

void WorkPage::toggleBreak()
{
    if (m_desk.onBreak()) {
        m_desk.endBreak();
        return;
    }
    if (m_breakPanel->isVisibleTo(this)) {
        m_breakPanel->close();
        return;
    }
    closePanels(m_breakPanel);
    m_breakRefusedFor = m_desk.ticket() ? m_desk.ticket()->id : TicketId{};
    m_breakPanel->open();
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
    refresh();
}

void WorkPage::showError(const Error &error) { m_error->showError(error); }

void WorkPage::clearError() { m_error->clear(); }

void WorkPage::refresh()
{
    refreshTicket();
    refreshReason();
    refreshButtons();
}

void WorkPage::refreshTicket()
{
    const Ticket *ticket = m_desk.ticket();
    m_centre->setCurrentIndex(ticket ? 1 : m_desk.onBreak() ? 2 : 0);
    if (!ticket) {
        m_desk.onBreak() ? refreshBreak() : refreshFree();
        return;
    }
    m_number->setText(fromUtf8(ticket->number));
    const Service *service = m_desk.link().branch().service(ticket->step.service);
    const bool isVietnamese = Language::current() == LanguageKind::Vietnamese;
    const QString other = service ? fromUtf8(isVietnamese ? service->name.en : service->name.vi) : QString();
    m_serviceName->setText(service ? inLanguage(service->name) : QString());
    m_serviceOther->setText(other);
    m_serviceOther->setVisible(!other.isEmpty() && other != m_serviceName->text());
    m_steps->setText(stepsText(*ticket));

    const TimeMs now = m_desk.link().hubNowMs();
    const TimeMs expected = service ? service->expectedMs : 0;
    const TimeMs started = m_desk.startedMs().value_or(now);
    switch (m_desk.inHand()) {
    case InHand::Serving:
        m_state->setState(tr("Being served"), Tone::Good);
        m_timer->setFigures({now - started, expected, tr("in service")});
        break;
    case InHand::Finished:
        m_state->setState(m_desk.isLive() ? tr("Finished") : tr("Finished · kept here until the hub is back"),
                          Tone::Neutral);
        m_timer->setFigures({m_desk.finishedMs().value_or(now) - started, expected, tr("in service")});
        break;
    case InHand::None:
    case InHand::Called: {
        const auto recalls = ticket->step.recalls;
        m_state->setState(recalls == 0 ? tr("Called") : tr("Called · recalls: %1").arg(recalls), Tone::Info);
        m_timer->setFigures({now - ticket->step.calledMs.value_or(now), 0, tr("since the call")});
        break;
    }
    }
}

void WorkPage::refreshFree()
{
    const auto next = m_desk.next();
    const Ticket *waiting = next ? m_desk.link().branch().ticket(next->ticket) : nullptr;
    if (waiting)
        m_free->setTexts(tr("Nobody at your counter"),
                         tr("%1 is next. Press F2 to call.").arg(fromUtf8(waiting->number)));
    else
        m_free->setTexts(tr("Nobody is waiting"), tr("The person you call will appear here."));
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

QString WorkPage::stepsText(const Ticket &ticket) const
{
    const auto offset = m_desk.link().branch().settings().utcOffsetMin;
    const VisitStep &step = ticket.step;
    QStringList parts{tr("Ticket taken %1").arg(clockText(ticket.issuedMs, offset))};
    if (step.no > 1)
        parts << tr("step %1 of the visit, here since %2").arg(step.no).arg(clockText(step.waitingFromMs, offset));
    if (step.calledMs)
        parts << tr("called %1 after %2 min")
                     .arg(clockText(*step.calledMs, offset), minutesText(*step.calledMs - step.waitingFromMs));
    if (const auto started = m_desk.startedMs())
        parts << tr("started %1").arg(clockText(*started, offset));
    if (step.misses > 0)
        parts << tr("calls missed: %1").arg(step.misses);
    return parts.join(QStringLiteral("  ·  "));
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
                          + (reason ? explanation(*reason) : tr("Its reason is kept in the branch's journal.")));
        return;
    }
    const auto next = m_desk.next();
    const Ticket *waiting = next ? m_desk.link().branch().ticket(next->ticket) : nullptr;
    m_reason->setText(waiting ? tr("Why %1?").arg(fromUtf8(waiting->number)) + QLatin1Char('\n')
                              + explanation(next->reason)
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

void WorkPage::refreshButtons()
{
    const InHand inHand = m_desk.inHand();
    const bool isOnBreak = m_desk.onBreak();
    m_call->setVisible(inHand == InHand::None && !isOnBreak);
    m_resume->setVisible(isOnBreak);
    m_resume->setEnabled(m_desk.canEndBreak());
    for (KeyButton *ofTicket : {m_recall, m_noShow, m_transfer})
        ofTicket->setVisible(!isOnBreak);
    m_break->setVisible(!isOnBreak);
    m_break->setEnabled(m_desk.canTakeBreak());
    const Ticket *ticket = m_desk.ticket();
    m_break->setToolTip(
        ticket ? tr("A break begins with nobody at the counter: %1 is still here.").arg(fromUtf8(ticket->number))
               : QString());
    m_start->setVisible(inHand == InHand::Called);
    m_finish->setVisible(inHand == InHand::Serving || inHand == InHand::Finished);
    m_call->setEnabled(m_desk.canCall());
    m_start->setEnabled(m_desk.canStart());
    m_finish->setEnabled(m_desk.canFinish());
    m_recall->setEnabled(m_desk.canRecall());
    m_noShow->setEnabled(m_desk.canMarkNoShow());
    m_transfer->setEnabled(m_desk.canTransfer());
    const QString status = statusText();
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
    setStyleProperty(*m_status, "ink", m_desk.isLive() ? QStringLiteral("muted") : QStringLiteral("warn"));
}

void WorkPage::retranslate()
{
    m_call->setWords(tr("Call next"));
    m_resume->setWords(tr("Go on working"));
    m_start->setWords(tr("Start"));
    m_finish->setWords(tr("Finish"));
    m_recall->setWords(tr("Recall"));
    m_noShow->setWords(tr("No-show"));
    m_transfer->setWords(tr("Transfer"));
    m_break->setWords(tr("Break"));
    m_number->setMeaning(tr("Ticket"));
    refresh();
}

void WorkPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
