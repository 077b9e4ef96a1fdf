// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/historypage.h"

#include "app/supervisor/daycalendar.h"
#include "app/supervisor/dayscrubber.h"
#include "app/supervisor/floorfigures.h"
#include "app/supervisor/pastday.h"
#include "app/supervisor/pastfloor.h"
#include "app/supervisor/pasttickets.h"
#include "app/supervisor/pastwords.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kEventsWidth = 248;
constexpr int kArrowSize = 34;
constexpr int kDayView = 0;
constexpr int kTicketsView = 1;

QDate dateOf(const std::string &day) { return QDate::fromString(fromUtf8(day), Qt::ISODate); }

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

} // namespace

HistoryPage::HistoryPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_day(new PastDay(desk.link(), this)), m_earlier(new QToolButton(this)),
      m_days(new QComboBox(this)), m_later(new QToolButton(this)), m_openCalendar(new QPushButton(this)),
      m_calendar(std::make_unique<DayCalendar>()), m_dayView(new QPushButton(this)),
      m_ticketsView(new QPushButton(this)), m_error(new ErrorBanner(this)), m_views(new QStackedWidget(this)),
      m_when(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_stood(mutedLabel(this, sizes::kText)),
      m_scrubber(new DayScrubber(this)), m_start(new QPushButton(this)), m_eventBack(new QPushButton(this)),
      m_play(new QPushButton(this)), m_eventOn(new QPushButton(this)), m_end(new QPushButton(this)),
      m_hint(mutedLabel(this)), m_floor(new PastFloor(this)),
      m_eventsTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_events(new QListWidget(this)),
      m_tickets(new PastTickets(desk.link(), this))
{
    setObjectName(QStringLiteral("historyPage"));
    m_when->setObjectName(QStringLiteral("pastWhen"));
    m_stood->setObjectName(QStringLiteral("pastStood"));
    m_scrubber->setObjectName(QStringLiteral("dayScrubber"));
    m_error->setObjectName(QStringLiteral("historyErrorBanner"));
    auto *past = new QWidget(this);
    auto *pastColumn = new QVBoxLayout(past);
    pastColumn->setContentsMargins(0, 0, 0, 0);
    pastColumn->setSpacing(8);
    auto *words = new QHBoxLayout;
    words->setSpacing(16);
    words->addWidget(m_when);
    words->addWidget(m_stood, 1);
    pastColumn->addLayout(words);
    pastColumn->addWidget(m_scrubber);
    pastColumn->addWidget(makeControls());
    auto *floorRow = new QHBoxLayout;
    floorRow->setSpacing(16);
    floorRow->addWidget(m_floor, 1);
    floorRow->addWidget(makeEvents());
    pastColumn->addLayout(floorRow, 1);
    m_views->addWidget(past);
    m_views->addWidget(m_tickets);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(makeTop());
    column->addWidget(m_error);
    column->addWidget(m_views, 1);

    connect(m_day, &PastDay::daysChanged, this, &HistoryPage::fillDays);
    connect(m_day, &PastDay::moved, this, &HistoryPage::refresh);
    connect(m_day, &PastDay::shown, this, &HistoryPage::refreshShown);
    connect(m_day, &PastDay::failed, m_error, &ErrorBanner::showError);
    connect(m_scrubber, &DayScrubber::momentChosen, this, [this](qint64 atMs) {
        m_day->pause();
        m_day->go(atMs);
    });
    connect(m_scrubber, &DayScrubber::minutesAsked, m_day, &PastDay::stepMinutes);
    connect(m_scrubber, &DayScrubber::eventAsked, m_day, &PastDay::stepEvent);
    connect(m_tickets, &PastTickets::momentAsked, this, &HistoryPage::showMoment);
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        m_listedDay.clear();
        m_tickets->clear();
        m_error->clear();
    });
    connect(&desk.link(), &BranchLink::stateReplaced, m_tickets, &PastTickets::fillChoices);
    addKeys();
    retranslate();
    showView(kDayView);
}

HistoryPage::~HistoryPage() = default;

QWidget *HistoryPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_earlier->setObjectName(QStringLiteral("earlierDayButton"));
    m_earlier->setArrowType(Qt::LeftArrow);
    m_later->setObjectName(QStringLiteral("laterDayButton"));
    m_later->setArrowType(Qt::RightArrow);
    m_days->setObjectName(QStringLiteral("pastDayChoice"));
    m_days->setMinimumWidth(280);
    m_days->setMaxVisibleItems(16);
    m_openCalendar->setObjectName(QStringLiteral("calendarButton"));
    for (QToolButton *arrow : {m_earlier, m_later})
        arrow->setFixedSize(kArrowSize, kArrowSize);
    m_dayView->setObjectName(QStringLiteral("pastDayViewButton"));
    m_ticketsView->setObjectName(QStringLiteral("pastTicketsViewButton"));
    row->addWidget(m_earlier);
    row->addWidget(m_days);
    row->addWidget(m_later);
    row->addWidget(m_openCalendar);
    row->addStretch();
    for (QPushButton *view : {m_dayView, m_ticketsView}) {
        view->setCheckable(true);
        row->addWidget(view);
    }
    connect(m_days, &QComboBox::currentIndexChanged, this, &HistoryPage::chooseDay);
    connect(m_openCalendar, &QPushButton::clicked, this,
            [this] { m_calendar->openBelow(*m_openCalendar, dateOf(m_day->businessDay())); });
    connect(m_calendar.get(), &DayCalendar::chosen, this,
            [this](const QDate &day) { m_days->setCurrentIndex(m_days->findData(day.toString(Qt::ISODate))); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { stepDay(1); });
    connect(m_later, &QToolButton::clicked, this, [this] { stepDay(-1); });
    connect(m_dayView, &QPushButton::clicked, this, [this] { showView(kDayView); });
    connect(m_ticketsView, &QPushButton::clicked, this, [this] { showView(kTicketsView); });
    return top;
}

QWidget *HistoryPage::makeControls()
{
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const std::pair<QPushButton *, const char *> named[] = {{m_start, "dayStartButton"},
                                                            {m_eventBack, "eventBackButton"},
                                                            {m_play, "playButton"},
                                                            {m_eventOn, "eventOnButton"},
                                                            {m_end, "dayEndButton"}};
    for (const auto &[button, name] : named) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    for (const int speed : {1, 10, 60}) {
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("speed%1Button").arg(speed));
        button->setCheckable(true);
        button->setChecked(speed == 10);
        connect(button, &QPushButton::clicked, this, [this, speed] { play(speed); });
        m_speeds.emplace_back(speed, button);
        row->addWidget(button);
    }
    m_hint->setObjectName(QStringLiteral("scrubHint"));
    row->addWidget(m_hint, 1);
    connect(m_start, &QPushButton::clicked, m_day, &PastDay::goToStart);
    connect(m_end, &QPushButton::clicked, m_day, &PastDay::goToEnd);
    connect(m_eventBack, &QPushButton::clicked, this, [this] { m_day->stepEvent(false); });
    connect(m_eventOn, &QPushButton::clicked, this, [this] { m_day->stepEvent(true); });
    connect(m_play, &QPushButton::clicked, this, &HistoryPage::togglePlay);
    return controls;
}

QWidget *HistoryPage::makeEvents()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kEventsWidth);
    m_events->setObjectName(QStringLiteral("pastEvents"));
    m_events->setFrameShape(QFrame::NoFrame);
    m_events->setWordWrap(true);
    m_events->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_events->setSpacing(1);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 12, 8, 8);
    column->addWidget(m_eventsTitle);
    column->addWidget(m_events, 1);
    connect(m_events, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        m_day->pause();
        m_day->go(item->data(Qt::UserRole).toLongLong());
    });
    return panel;
}

void HistoryPage::addKeys()
{
    const auto key = [this](const QKeySequence &code, auto &&what) {
        auto *shortcut = new QShortcut(code, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::CTRL | Qt::Key_Space, [this] { togglePlay(); });
    key(Qt::CTRL | Qt::Key_PageUp, [this] { stepDay(1); });
    key(Qt::CTRL | Qt::Key_PageDown, [this] { stepDay(-1); });
    key(Qt::CTRL | Qt::Key_G, [this] { m_openCalendar->click(); });
    key(Qt::CTRL | Qt::Key_D, [this] { showView(kDayView); });
    key(Qt::CTRL | Qt::Key_T, [this] { showView(kTicketsView); });
}

void HistoryPage::load()
{
    if (m_desk.link().access() != BranchLink::Access::SignedIn)
        return;
    m_error->clear();
    m_day->loadDays();
    if (m_views->currentIndex() == kTicketsView && m_tickets->model().isKnown())
        m_tickets->reload();
}

void HistoryPage::tick()
{
    if (m_day->isDayOpen() && !m_day->isPlaying())
        refresh(); // its end is now
}

void HistoryPage::fillDays()
{
    m_isFilling = true;
    m_days->clear();
    for (const DayKept &day : m_day->days()) {
        const bool isOpen = !day.openings.empty() && !day.openings.back().closedMs;
        const QString words = pastDayText(day.businessDay) + QStringLiteral(" · ") + ticketsWord(day.tickets);
        m_days->addItem(isOpen ? tr("%1, open still").arg(words) : words, fromUtf8(day.businessDay));
    }
    m_isFilling = false;
    fillCalendar();
    if (m_day->areDaysKnown() && m_day->businessDay().empty() && !m_day->days().empty())
        m_day->choose(m_day->days().front().businessDay);
    refresh();
    if (!m_day->isShown())
        refreshShown(); // says what is known of the days
}

void HistoryPage::fillCalendar()
{
    std::map<QDate, QString> days;
    for (const DayKept &day : m_day->days())
        days[dateOf(day.businessDay)] = ticketsWord(day.tickets);
    m_openCalendar->setEnabled(!days.empty());
    m_calendar->setDays(std::move(days));
}

void HistoryPage::chooseDay(int index)
{
    if (m_isFilling || index < 0)
        return;
    const std::string day = m_days->itemData(index).toString().toStdString();
    if (day == m_day->businessDay())
        return;
    m_error->clear();
    m_day->choose(day);
    if (m_views->currentIndex() == kTicketsView)
        showView(kTicketsView);
}

void HistoryPage::stepDay(int by)
{
    if (const int index = m_days->currentIndex() + by; index >= 0 && index < m_days->count())
        m_days->setCurrentIndex(index);
}

void HistoryPage::showView(int view)
{
    m_views->setCurrentIndex(view);
    m_dayView->setChecked(view == kDayView);
    m_ticketsView->setChecked(view == kTicketsView);
    if (isVisible())
        front()->setFocus(Qt::OtherFocusReason);
    if (view != kTicketsView || m_day->businessDay().empty() || m_listedDay == m_day->businessDay())
        return;
    m_listedDay = m_day->businessDay();
    FigureTickets all;
    all.filter.fromDay = m_listedDay;
    all.filter.toDay = m_listedDay;
    m_tickets->showTickets(all);
}

void HistoryPage::showTickets(const FigureTickets &tickets)
{
    m_error->clear();
    m_listedDay = tickets.filter.fromDay; // as the figure says, whatever day is looked at
    if (!m_listedDay.empty() && tickets.filter.toDay == m_listedDay)
        m_day->choose(m_listedDay);
    m_listedDay = m_day->businessDay();
    showView(kTicketsView);
    m_tickets->showTickets(tickets);
}

void HistoryPage::showMoment(const std::string &businessDay, TimeMs atMs)
{
    m_day->pause();
    m_error->clear();
    m_day->choose(businessDay, atMs);
    showView(kDayView);
}

void HistoryPage::togglePlay()
{
    if (m_day->isPlaying()) {
        m_day->pause();
        return;
    }
    const auto chosen
        = std::find_if(m_speeds.begin(), m_speeds.end(), [](const auto &each) { return each.second->isChecked(); });
    play(chosen == m_speeds.end() ? 1 : chosen->first);
}

void HistoryPage::play(int speed)
{
    for (const auto &[each, button] : m_speeds)
        button->setChecked(each == speed);
    m_day->play(speed);
}

void HistoryPage::refresh()
{
    const bool hasDay = !m_day->businessDay().empty();
    const std::int64_t offset = m_desk.branch().settings().utcOffsetMin;
    const int index = m_days->findData(fromUtf8(m_day->businessDay()));
    {
        const QSignalBlocker blocked(m_days);
        m_days->setCurrentIndex(hasDay ? index : -1);
    }
    m_earlier->setEnabled(index >= 0 && index + 1 < m_days->count());
    m_later->setEnabled(index > 0);
    m_scrubber->setDay(m_day->fromMs(), m_day->toMs(), offset);
    m_scrubber->setMoment(m_day->wantedMs());
    const bool canMove = hasDay && m_day->toMs() > m_day->fromMs();
    for (QWidget *each :
         {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_eventBack), static_cast<QWidget *>(m_play),
          static_cast<QWidget *>(m_eventOn), static_cast<QWidget *>(m_end), static_cast<QWidget *>(m_scrubber)})
        each->setEnabled(canMove);
    m_play->setText(m_day->isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
}

void HistoryPage::refreshShown()
{
    const std::int64_t offset = m_desk.branch().settings().utcOffsetMin;
    m_scrubber->setStrip(m_day->strip());
    if (!m_day->isShown()) {
        m_when->setText(
            !m_day->areDaysKnown()      ? tr("Which days are kept is being asked…")
                : m_day->days().empty() ? tr("No day is kept yet: this page shows each day from its opening on.")
                : m_day->businessDay().empty() ? QString()
                                               : tr("Reading %1…").arg(pastDayText(m_day->businessDay())));
        m_stood->clear();
        m_floor->clear();
        m_events->clear();
        return;
    }
    m_error->clear();
    const BranchState &branch = m_day->branch();
    const FloorFigures figures = floorFigures(branch, m_day->shownMs());
    m_when->setText(tr("%1, %2 · as it was")
                        .arg(longDayText(m_day->businessDay()), clockTextWithSeconds(m_day->shownMs(), offset)));
    m_stood->setText(branch.isOpen() ? tr("%1 waiting, longest %2 min · %3 at counters · %4 of %5 counters open")
                                           .arg(number(figures.waiting), minutesText(figures.longestMs),
                                                number(figures.called + figures.serving), number(figures.open),
                                                number(figures.counters))
                                     : tr("The day was closed then."));
    m_floor->showAt(branch, m_day->shownMs());
    refreshEvents();
}

void HistoryPage::refreshEvents()
{
    const std::int64_t offset = m_desk.branch().settings().utcOffsetMin;
    m_events->clear();
    int last = -1;
    for (const PastEvent &event : m_day->events()) {
        const bool isAhead = event.atMs > m_day->shownMs();
        QString words
            = clockTextWithSeconds(event.atMs, offset) + QStringLiteral("  ") + eventText(m_day->branch(), event);
        if (isAhead)
            words = tr("%1 (a moment later)").arg(words);
        auto *item = new QListWidgetItem(words, m_events);
        item->setData(Qt::UserRole, static_cast<qlonglong>(event.atMs));
        if (isAhead)
            item->setForeground(theme().muted);
        else
            last = m_events->count() - 1;
    }
    if (m_day->events().empty()) {
        auto *none = new QListWidgetItem(tr("Nothing happened within half a minute."), m_events);
        none->setFlags(Qt::NoItemFlags);
    }
    if (last >= 0)
        m_events->scrollToItem(m_events->item(last), QAbstractItemView::PositionAtCenter);
}

void HistoryPage::retranslate()
{
    const std::pair<QAbstractButton *, QString> named[] = {{m_earlier, tr("The day before (Ctrl+Page Up)")},
                                                           {m_later, tr("The day after (Ctrl+Page Down)")},
                                                           {m_dayView, tr("The day")},
                                                           {m_ticketsView, tr("Its tickets")},
                                                           {m_start, tr("Opening")},
                                                           {m_eventBack, tr("Event before")},
                                                           {m_eventOn, tr("Next event")},
                                                           {m_end, tr("End")}};
    for (const auto &[button, words] : named) {
        button->setText(words);
        button->setAccessibleName(words);
    }
    for (QToolButton *arrow : {m_earlier, m_later})
        arrow->setToolTip(arrow->text());
    for (const auto &[speed, button] : m_speeds) {
        button->setText(QStringLiteral("%1×").arg(speed));
        button->setAccessibleName(tr("%1 times as fast").arg(speed));
    }
    m_openCalendar->setText(tr("Calendar…"));
    m_openCalendar->setToolTip(tr("Choose a day in the calendar (Ctrl+G)"));
    m_days->setAccessibleName(tr("Day"));
    m_events->setAccessibleName(tr("What happened around then"));
    m_hint->setText(
        tr("Left and Right: a minute · with Shift: an event · Page keys: half an hour · Ctrl+Space: play"));
    m_eventsTitle->setText(tr("Around then"));
    fillDays();
    refreshShown();
}

QWidget *HistoryPage::front() const
{
    return m_views->currentIndex() == kDayView ? static_cast<QWidget *>(m_scrubber) : m_tickets->table();
}

void HistoryPage::focusInEvent(QFocusEvent *event) { front()->setFocus(event->reason()); }

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
