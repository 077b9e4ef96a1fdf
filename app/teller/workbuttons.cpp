// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/workbuttons.h"

#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tiepdon {

WorkButtons::WorkButtons(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_status(mutedLabel(this, sizes::kText)),
      m_call(new KeyButton(QStringLiteral("F2"), true, this)),
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
    m_status->setObjectName(QStringLiteral("statusText"));
    const std::tuple<KeyButton *, const char *, Deed> all[] = {
        {m_call, "callNextButton", Deed::Call},         {m_start, "startButton", Deed::Start},
        {m_finish, "finishButton", Deed::Finish},       {m_recall, "recallButton", Deed::Recall},
        {m_noShow, "noShowButton", Deed::NoShow},       {m_requeue, "requeueButton", Deed::Requeue},
        {m_wrapUp, "wrapUpButton", Deed::WrapUp},       {m_park, "parkButton", Deed::Park},
        {m_transfer, "transferButton", Deed::Transfer}, {m_walkIn, "walkInButton", Deed::WalkIn},
        {m_resume, "resumeButton", Deed::Resume},       {m_break, "breakButton", Deed::Break},
    };
    for (const auto &[button, name, deed] : all) {
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, what = deed] { Q_EMIT pressed(what); });
    }

    setProperty("panel", QStringLiteral("surface"));
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
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_status);
    column->addLayout(buttons);
}

QString WorkButtons::statusText() const
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

void WorkButtons::tick()
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

void WorkButtons::refresh()
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
    tick();
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

void WorkButtons::retranslate()
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
    refresh();
}

bool WorkButtons::isOwnOfEnter(const QPushButton *button) const
{
    return button == m_start || button == m_finish || button == m_call || button == m_resume;
}

} // namespace tiepdon
