// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketstory.h"

#include "app/supervisor/pastwords.h"
#include "app/supervisor/words.h"
#include "ui/session/callreason.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kWidth = 312;

Tone toneOf(TicketState state)
{
    switch (state) {
    case TicketState::Done:
        return Tone::Good;
    case TicketState::NoShow:
    case TicketState::Abandoned:
    case TicketState::Ended:
        return Tone::Warn;
    case TicketState::Cancelled:
        return Tone::Neutral;
    default:
        return Tone::Info;
    }
}

} // namespace

TicketStory::TicketStory(BranchLink &link, QWidget *parent)
    : QFrame(parent), m_link(link), m_none(new EmptyState(this)), m_content(new QWidget(this)),
      m_number(plainLabel(this, sizes::kHeadline, QFont::DemiBold)), m_state(new StateChip(this)),
      m_about(mutedLabel(this, sizes::kText)), m_suspect(plainLabel(this, sizes::kText, QFont::Medium)),
      m_steps(new QListWidget(this)), m_error(new ErrorBanner(this)), m_go(new QPushButton(this))
{
    setObjectName(QStringLiteral("ticketStory"));
    setProperty("panel", QStringLiteral("surface"));
    setFixedWidth(kWidth);
    m_none->setObjectName(QStringLiteral("noStoryState"));
    m_number->setObjectName(QStringLiteral("storyNumber"));
    m_state->setObjectName(QStringLiteral("storyState"));
    m_about->setObjectName(QStringLiteral("storyAbout"));
    m_suspect->setObjectName(QStringLiteral("storySuspect"));
    m_steps->setObjectName(QStringLiteral("storySteps"));
    m_error->setObjectName(QStringLiteral("storyErrorBanner"));
    m_go->setObjectName(QStringLiteral("storyGoButton"));
    m_about->setWordWrap(true);
    m_suspect->setWordWrap(true);
    m_steps->setWordWrap(true);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_number);
    head->addStretch();
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_suspect);
    column->addWidget(m_steps, 1);
    column->addWidget(m_error);
    column->addWidget(m_go);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_content, 1);
    all->addWidget(m_none, 1);
    connect(m_go, &QPushButton::clicked, this, &TicketStory::goToChosen);
    connect(m_steps, &QListWidget::itemActivated, this, &TicketStory::goToChosen);
    refresh();
}

void TicketStory::showTicket(const DayTicketRow &row, std::int64_t utcOffsetMin)
{
    const bool isAnother = !m_row || m_row->ticket != row.ticket || m_row->businessDay != row.businessDay;
    m_row = row;
    m_offsetMin = utcOffsetMin;
    if (isAnother) {
        m_calls.clear();
        m_error->clear();
        askCalls();
    }
    refresh();
}

void TicketStory::clear()
{
    ++m_asking;
    m_row.reset();
    m_calls.clear();
    m_error->clear();
    refresh();
}

void TicketStory::askCalls()
{
    CallsQuestion question;
    question.number = m_row->number;
    question.businessDay = m_row->businessDay;
    m_link.ask(question, this, [this, asking = ++m_asking](const Result<CallsAnswer> &answer) {
        if (asking != m_asking || !m_row)
            return;
        if (!answer) {
            // a ticket of an earlier day that was carried over is asked for by that day
            if (answer.error().code != ErrorCode::UnknownTicket)
                m_error->showError(answer.error());
            return;
        }
        m_calls = answer->calls;
        std::erase_if(m_calls, [this](const CallTold &each) { return each.call.ticket != m_row->ticket; });
        refresh();
    });
}

void TicketStory::add(TimeMs atMs, const QString &text)
{
    auto *item
        = new QListWidgetItem(clockTextWithSeconds(atMs, m_offsetMin) + QStringLiteral("  ") + text, m_steps);
    item->setData(Qt::UserRole, static_cast<qlonglong>(atMs));
}

void TicketStory::addStep(const StoryStep &story)
{
    const VisitStep &step = story.step;
    const BranchState &branch = m_link.branch();
    const QString service = serviceName(branch, step.service);
    const QString counter = step.counter.isSet() ? counterName(branch, step.counter) : QString();
    const QString who = step.staff.isSet() ? staffName(branch, step.staff) : QString();
    add(step.waitingFromMs, step.no == 1 ? tr("Waits for %1").arg(service) : tr("Waits on, for %1").arg(service));
    bool hasCalls = false;
    for (const CallTold &told : m_calls) {
        const bool isOfStep = told.atMs >= step.waitingFromMs && told.atMs <= step.finishedMs.value_or(told.atMs);
        if (!isOfStep)
            continue;
        hasCalls = true;
        add(told.atMs,
            tr("Called to %1 by %2. %3.")
                .arg(counterName(branch, told.call.counter), staffName(branch, told.call.staff),
                     sentence(told.call.reason, branch)));
    }
    if (step.calledMs && !hasCalls)
        add(*step.calledMs, tr("Called to %1 by %2").arg(counter, who));
    if (step.calledMs)
        m_steps->item(m_steps->count() - 1)
            ->setText(m_steps->item(m_steps->count() - 1)->text() + QLatin1Char(' ')
                      + tr("Waited %1 of %2 min promised.")
                            .arg(minutesText(story.waitedMs), minutesText(story.promiseMs)));
    if (step.startedMs)
        add(*step.startedMs, tr("Service began"));
    if (step.wrapUpMs)
        add(*step.wrapUpMs, tr("Left; the counter worked on"));
    if (!step.finishedMs)
        return;
    switch (step.outcome) {
    case StepOutcome::Served:
        add(*step.finishedMs, tr("Finished, served %1").arg(elapsedText(story.servedMs.value_or(0))));
        break;
    case StepOutcome::Transferred:
        add(*step.finishedMs, tr("Sent on to another queue"));
        break;
    case StepOutcome::NoShow:
        add(*step.finishedMs, tr("Did not come"));
        break;
    case StepOutcome::Ended:
        add(*step.finishedMs, tr("Still open when the day closed"));
        break;
    case StepOutcome::Cancelled:
        add(*step.finishedMs, tr("Cancelled"));
        break;
    case StepOutcome::Abandoned:
        add(*step.finishedMs, tr("Left without being served"));
        break;
    case StepOutcome::Open:
        break;
    }
}

void TicketStory::refresh()
{
    m_content->setVisible(m_row.has_value());
    m_none->setVisible(!m_row);
    m_none->setTexts(tr("No ticket chosen"),
                     tr("Choose a line: what happened to that ticket, who served it and why it was called appear "
                        "here."));
    m_go->setText(tr("Show the branch at that moment"));
    m_go->setAccessibleName(m_go->text());
    m_steps->setAccessibleName(tr("What happened to the ticket"));
    const int chosen = m_steps->currentRow();
    m_steps->clear();
    if (!m_row)
        return;
    m_number->setText(fromUtf8(m_row->number));
    m_state->setState(stateWord(m_row->state), toneOf(m_row->state));
    QStringList about{pastDayText(m_row->businessDay)};
    if (const QString segment = segmentName(m_link.branch(), m_row->segment); !segment.isEmpty())
        about << segment;
    if (m_row->bookedMs)
        about << tr("booked for %1").arg(clockText(*m_row->bookedMs, m_offsetMin));
    if (m_row->isCarriedIn)
        about << tr("waited on from an earlier day");
    m_about->setText(about.join(QStringLiteral(" · ")));
    QStringList why;
    for (const Suspicion each : m_row->suspicions)
        why << suspicionText(each);
    m_suspect->setText(why.isEmpty() ? QString() : tr("Suspect: %1").arg(why.join(QStringLiteral(", "))));
    m_suspect->setVisible(!why.isEmpty());
    add(m_row->issuedMs, tr("Ticket taken"));
    for (const StoryStep &step : m_row->steps)
        addStep(step);
    // where the line is about a call, that is the moment to look at
    int wanted = 0;
    for (int i = 0; i < m_steps->count(); ++i) {
        const StoryStep *line = m_row->line();
        if (line && line->step.calledMs
            && m_steps->item(i)->data(Qt::UserRole).toLongLong() <= *line->step.calledMs)
            wanted = i;
    }
    m_steps->setCurrentRow(chosen >= 0 && chosen < m_steps->count() ? chosen : wanted);
}

void TicketStory::goToChosen()
{
    const QListWidgetItem *item = m_steps->currentItem();
    if (m_row && item)
        Q_EMIT momentAsked(m_row->businessDay, item->data(Qt::UserRole).toLongLong());
}

void TicketStory::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
