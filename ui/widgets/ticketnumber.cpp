// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ticketnumber.h"

#include "ui/widgets/figurelabel.h"
#include "ui/widgets/statechip.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {
namespace {

std::pair<QString, Tone> standingOf(TicketFigures::State state)
{
    using State = TicketFigures::State;
    switch (state) {
    case State::Waiting:
        return {TicketNumber::tr("Waiting"), Tone::Neutral};
    case State::Called:
        return {TicketNumber::tr("Called"), Tone::Info};
    case State::Serving:
        return {TicketNumber::tr("Being served"), Tone::Good};
    case State::Finished:
        return {TicketNumber::tr("Finished"), Tone::Neutral};
    case State::NoShow:
        return {TicketNumber::tr("Did not come"), Tone::Warn};
    case State::Cancelled:
        return {TicketNumber::tr("Cancelled"), Tone::Neutral};
    case State::Later:
        return {TicketNumber::tr("Comes later"), Tone::Neutral};
    case State::Parked:
        return {TicketNumber::tr("Put aside"), Tone::Neutral};
    case State::WrapUp:
        return {TicketNumber::tr("Being wrapped up"), Tone::Good};
    case State::Abandoned:
        return {TicketNumber::tr("Left"), Tone::Neutral};
    }
    return {};
}

} // namespace

TicketNumber::TicketNumber(QWidget *parent, int pixelSize)
    : QWidget(parent), m_state(new StateChip(this)), m_number(new FigureLabel(this, pixelSize, QFont::Bold))
{
    setObjectName(QStringLiteral("ticketNumber"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::kGrid);
    column->addWidget(m_state);
    column->addWidget(m_number);
    sayAloud();
}

void TicketNumber::setFigures(const TicketFigures &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    sayAloud();
}

void TicketNumber::sayAloud()
{
    auto [word, tone] = standingOf(m_figures.state);
    if (!m_figures.detail.isEmpty())
        word += QStringLiteral(" · ") + m_figures.detail;
    m_state->setState(word, tone);
    m_number->setText(m_figures.number);
    m_number->setMeaning(tr("Ticket"));
    const QString name = tr("Ticket %1: %2").arg(m_figures.number, word);
    if (name != accessibleName())
        setAccessibleName(name);
}

void TicketNumber::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        sayAloud();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
