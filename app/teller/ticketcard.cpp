// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/ticketcard.h"

#include "app/teller/tellercustomer.h"
#include "app/teller/transferpanel.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/languageword.h"
#include "ui/session/timetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timerring.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tiepdon {

QStringList factsOf(const BranchState &branch, const Ticket &ticket)
{
    QStringList facts;
    if (ticket.bookedMs)
        facts << TicketCard::tr("booked for %1").arg(clockText(*ticket.bookedMs, branch.settings().utcOffsetMin));
    if (!ticket.language.empty() && ticket.language != "vi") // as everybody here
        facts << TicketCard::tr("speaks %1").arg(languageWord(ticket.language));
    if (const Counter *counter = branch.counter(ticket.forCounter))
        facts << TicketCard::tr("only for counter %1").arg(counter->number);
    if (const Staff *who = branch.staffMember(ticket.forStaff))
        facts << TicketCard::tr("only for %1").arg(fromUtf8(who->name));
    if (!ticket.carriedFrom.empty())
        facts << TicketCard::tr("waits since an earlier day");
    return facts;
}

TicketCard::TicketCard(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_state(new StateChip(this)),
      m_number(new FigureLabel(this, sizes::kTicket, QFont::Bold)), m_called(new ElidedLabel(this)),
      m_segment(new SegmentChip(this)), m_facts(plainLabel(this, sizes::kTextLarge, QFont::Medium)),
      m_serviceName(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_serviceOther(mutedLabel(this, sizes::kTextLarge)), m_steps(mutedLabel(this, sizes::kText)),
      m_planned(plainLabel(this, sizes::kText, QFont::Medium)), m_timer(new TimerRing(this))
{
    setProperty("panel", QStringLiteral("surface"));
    m_number->setObjectName(QStringLiteral("ticketNumber"));
    m_called->setObjectName(QStringLiteral("ticketCalled"));
    m_called->setFont(textFont(sizes::kHeadline, QFont::DemiBold));
    m_called->hide();
    m_segment->setObjectName(QStringLiteral("ticketSegment"));
    m_facts->setObjectName(QStringLiteral("ticketFacts"));
    m_serviceName->setObjectName(QStringLiteral("ticketService"));
    m_serviceOther->setObjectName(QStringLiteral("ticketServiceOther"));
    m_state->setObjectName(QStringLiteral("ticketState"));
    m_timer->setObjectName(QStringLiteral("serviceTimer"));
    m_steps->setObjectName(QStringLiteral("ticketSteps"));
    m_planned->setObjectName(QStringLiteral("ticketPlanned"));
    for (QLabel *wrapped : {m_facts, m_serviceName, m_serviceOther, m_steps, m_planned})
        wrapped->setWordWrap(true);

    auto *who = new QVBoxLayout;
    who->setSpacing(4);
    who->addStretch();
    who->addWidget(m_segment);
    who->addWidget(m_facts);
    who->addStretch();
    auto *first = new QHBoxLayout;
    first->setSpacing(16);
    first->addWidget(m_number);
    first->addLayout(who, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addLayout(first);
    words->addWidget(m_called);
    words->addWidget(m_serviceName);
    words->addWidget(m_serviceOther);
    words->addSpacing(8);
    words->addWidget(m_steps);
    words->addWidget(m_planned);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_timer, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(4);
    column->addStretch(2);
    column->addWidget(m_state); // the widest words there are: over the whole card
    column->addLayout(row);
    column->addStretch(3);
}

void TicketCard::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    m_timer->setVisible(room != Room::Least);
    m_steps->setVisible(room != Room::Least);
    refresh();
}

void TicketCard::refresh()
{
    const Ticket *ticket = m_desk.ticket();
    if (!ticket)
        return;
    const BranchState &branch = m_desk.link().branch();
    m_number->setText(fromUtf8(ticket->number));
    m_segment->showTicket(branch, *ticket);
    const QString facts = factsOf(branch, *ticket).join(QStringLiteral("\n"));
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    const Service *service = branch.service(ticket->step.service);
    const LocalText name = service ? service->name : LocalText{};
    const bool isVietnamese = Language::current() == LanguageKind::Vietnamese;
    const QString other = fromUtf8(isVietnamese ? name.english() : name.vi);
    m_serviceName->setText(inLanguage(name));
    m_serviceOther->setText(other);
    m_serviceOther->setVisible(m_room == Room::Full && other != inLanguage(name));
    m_steps->setText(stepsText(*ticket));
    const QString planned = plannedText(branch, *ticket);
    m_planned->setText(tr("Then: %1").arg(planned));
    m_planned->setVisible(m_room != Room::Least && !planned.isEmpty());
    refreshCalled();
    refreshState(*ticket);
}

void TicketCard::refreshCalled()
{
    const KnownPerson *person = m_customer ? m_customer->inHand() : nullptr;
    const QString called = person && person->card() ? addressed(*person->card()) : QString();
    m_called->setText(called);
    m_called->setVisible(m_room == Room::Full && !called.isEmpty()); // the profile says it beside a choice, too
}

void TicketCard::refreshState(const Ticket &ticket)
{
    const TimeMs now = m_desk.link().hubNowMs();
    const Service *service = m_desk.link().branch().service(ticket.step.service);
    const TimeMs expected = service ? service->expectedMs : 0;
    const TimeMs started = m_desk.startedMs().value_or(now) - ticket.step.servedBeforeMs;
    switch (m_desk.inHand()) {
    case InHand::Serving:
        m_state->setState(tr("Being served"), Tone::Good);
        m_timer->setFigures({now - started, expected, tr("in service")});
        break;
    case InHand::WrapUp:
        m_state->setState(tr("Wrap-up · the customer has left"), Tone::Info);
        m_timer->setFigures({now - ticket.step.wrapUpMs.value_or(now), 0, tr("in wrap-up")});
        break;
    case InHand::Finished:
        m_state->setState(m_desk.isLive() ? tr("Finished") : tr("Finished · kept here until the hub is back"),
                          Tone::Neutral);
        m_timer->setFigures({ticket.step.wrapUpMs.value_or(m_desk.finishedMs().value_or(now)) - started, expected,
                             tr("in service")});
        break;
    case InHand::None:
    case InHand::Called: {
        const auto recalls = ticket.step.recalls;
        m_state->setState(recalls == 0 ? tr("Called") : tr("Called · recalls: %1").arg(recalls), Tone::Info);
        m_timer->setFigures({now - ticket.step.calledMs.value_or(now), 0, tr("since the call")});
        break;
    }
    }
}

QString TicketCard::stepsText(const Ticket &ticket) const
{
    const BranchState &branch = m_desk.link().branch();
    const auto offset = branch.settings().utcOffsetMin;
    const VisitStep &step = ticket.step;
    QStringList parts{tr("Ticket taken %1").arg(clockText(ticket.issuedMs, offset))};
    if (step.no > 1)
        parts << tr("step %1 of the visit, here since %2").arg(step.no).arg(clockText(step.waitingFromMs, offset));
    if (step.calledMs)
        parts << tr("called %1 after %2 of %3 min")
                     .arg(clockText(*step.calledMs, offset), minutesText(step.waitMs()),
                          minutesText(branch.promiseMs(ticket)));
    if (const auto started = m_desk.startedMs())
        parts << tr("started %1").arg(clockText(*started, offset));
    if (step.servedBeforeMs > 0)
        parts << tr("served %1 before it was parked").arg(elapsedText(step.servedBeforeMs));
    if (step.wrapUpMs)
        parts << tr("served %1").arg(elapsedText(step.serviceMs(*step.wrapUpMs)));
    if (step.misses > 0)
        parts << tr("calls missed: %1").arg(step.misses);
    const auto outcome = branch.outcomes().find(step.result);
    if (outcome != branch.outcomes().end())
        parts << tr("outcome: %1").arg(inLanguage(outcome->second.name));
    return parts.join(QStringLiteral("  ·  "));
}

void TicketCard::retranslate() { m_number->setMeaning(tr("Ticket")); }

} // namespace tiepdon
