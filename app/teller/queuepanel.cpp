// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/queuepanel.h"

#include "app/teller/parkedmodel.h"
#include "app/teller/ticketcard.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/callreason.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/queuedelegate.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

/// Of those parked, shown beside the queues; all of them open with the key.
constexpr int kParkedRows = 2;

} // namespace

QueuePanel::QueuePanel(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_queues(new QueuesModel(desk.link(), this)), m_profileTitle(mutedLabel(this)),
      m_profile(new QComboBox(this)), m_queuesTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_find(new KeyButton(QStringLiteral("Ctrl+K"), false, this)), m_queueList(new QListView(this)),
      m_parked(new ParkedModel(desk, this)), m_parkedTitle(plainLabel(this, sizes::kText, QFont::DemiBold)),
      m_parkedOpen(new KeyButton(QStringLiteral("Shift+F6"), false, this)), m_parkedList(new QListView(this)),
      m_nextCard(new QFrame(this)), m_nextTitle(mutedLabel(m_nextCard)),
      m_nextNumber(new FigureLabel(m_nextCard, sizes::kHeadline, QFont::Bold)),
      m_nextService(new ElidedLabel(m_nextCard)), m_nextSegment(new SegmentChip(m_nextCard)),
      m_nextFacts(plainLabel(m_nextCard, sizes::kText, QFont::Medium)), m_nextReason(mutedLabel(m_nextCard)),
      m_why(new KeyButton(QStringLiteral("F1"), false, m_nextCard)), m_dayTitle(mutedLabel(this))
{
    setProperty("panel", QStringLiteral("surface"));
    m_profile->setObjectName(QStringLiteral("workProfileChoice"));
    m_profile->setMinimumHeight(36);
    m_queueList->setObjectName(QStringLiteral("queueList"));
    m_queueList->setProperty("kind", QStringLiteral("plain"));
    m_queueList->setModel(m_queues);
    m_queueList->setItemDelegate(new QueueDelegate(m_queueList));
    m_queueList->setUniformItemSizes(true);
    m_queueList->setSelectionMode(QAbstractItemView::NoSelection);
    m_queueList->setFocusPolicy(Qt::TabFocus); // a click opens a queue and leaves the keyboard where it is
    m_queueList->viewport()->setCursor(Qt::PointingHandCursor);
    m_queueList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_why->setObjectName(QStringLiteral("whyButton"));
    m_find->setObjectName(QStringLiteral("findButton"));
    m_parkedOpen->setObjectName(QStringLiteral("parkedButton"));
    for (KeyButton *quiet : {m_why, m_find, m_parkedOpen}) {
        quiet->setProperty("kind", QStringLiteral("quiet"));
        quiet->setFont(textFont(sizes::kTextSmall, QFont::Medium));
        quiet->setMaximumHeight(32);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_profileTitle);
    column->addWidget(m_profile);
    column->addSpacing(8);
    auto *queuesRow = new QHBoxLayout;
    queuesRow->addWidget(m_queuesTitle, 1);
    queuesRow->addWidget(m_find);
    column->addLayout(queuesRow);
    column->addWidget(m_queueList, 1);
    column->addWidget(makeParked());
    column->addWidget(makeNext());
    column->addWidget(makeDay());

    connect(m_profile, &QComboBox::activated, this,
            [this] { m_desk.assignProfile(ProfileId{m_profile->currentData().toLongLong()}); });
    connect(m_why, &QPushButton::clicked, this, &QueuePanel::whyAsked);
    connect(m_find, &QPushButton::clicked, this, &QueuePanel::findAsked);
    connect(m_parkedOpen, &QPushButton::clicked, this, &QueuePanel::parkedAsked);
    connect(m_parkedList, &QListView::clicked, this, &QueuePanel::parkedAsked);
    connect(m_queueList, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT queueOpened(ServiceId{index.data(QueuesModel::ServiceRole).toLongLong()});
    });
    connect(&desk, &TellerDesk::changed, this, &QueuePanel::refresh);
    retranslate();
}

QWidget *QueuePanel::makeNext()
{
    m_nextCard->setObjectName(QStringLiteral("nextCard"));
    m_nextCard->setProperty("panel", QStringLiteral("raised"));
    m_nextNumber->setObjectName(QStringLiteral("nextNumber"));
    m_nextService->setFont(textFont(sizes::kText, QFont::Medium));
    m_nextService->setObjectName(QStringLiteral("nextService"));
    m_nextSegment->setObjectName(QStringLiteral("nextSegment"));
    m_nextFacts->setObjectName(QStringLiteral("nextFacts"));
    m_nextFacts->setWordWrap(true);
    m_nextReason->setObjectName(QStringLiteral("nextReason"));
    m_nextReason->setWordWrap(true);

    auto *numberRow = new QHBoxLayout;
    numberRow->setSpacing(12);
    numberRow->addWidget(m_nextNumber);
    numberRow->addWidget(m_nextService, 1);
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_nextTitle, 1);
    titleRow->addWidget(m_why);
    auto *card = new QVBoxLayout(m_nextCard);
    card->setContentsMargins(12, 6, 8, 12);
    card->setSpacing(4);
    card->addLayout(titleRow);
    card->addLayout(numberRow);
    card->addWidget(m_nextSegment);
    card->addWidget(m_nextFacts);
    card->addWidget(m_nextReason);
    return m_nextCard;
}

QWidget *QueuePanel::makeParked()
{
    auto *parked = new QWidget(this);
    parked->setObjectName(QStringLiteral("parkedSection"));
    m_parkedTitle->setObjectName(QStringLiteral("parkedTitle"));
    m_parkedList->setObjectName(QStringLiteral("parkedHere"));
    m_parkedList->setProperty("kind", QStringLiteral("plain"));
    m_parkedList->setModel(m_parked);
    m_parkedList->setItemDelegate(new ParkedDelegate(m_parkedList));
    m_parkedList->setUniformItemSizes(true);
    m_parkedList->setSelectionMode(QAbstractItemView::NoSelection);
    m_parkedList->setFocusPolicy(Qt::NoFocus); // the key beside it opens the same with a cursor
    m_parkedList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_parkedList->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_parkedList->viewport()->setCursor(Qt::PointingHandCursor);
    auto *head = new QHBoxLayout;
    head->addWidget(m_parkedTitle, 1);
    head->addWidget(m_parkedOpen);
    auto *column = new QVBoxLayout(parked);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_parkedList);
    return parked;
}

QWidget *QueuePanel::makeDay()
{
    auto *day = new QWidget(this);
    day->setObjectName(QStringLiteral("todayFigures"));
    auto *cells = new QHBoxLayout;
    cells->setSpacing(8);
    const std::array names{"servedToday", "meanToday", "noShowsToday", "breaksToday"};
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_figures[i] = new FigureLabel(day, sizes::kTextLarge, QFont::DemiBold);
        m_figures[i]->setObjectName(QLatin1String(names[i]));
        m_figureNames[i] = mutedLabel(day);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(m_figures[i]);
        cell->addWidget(m_figureNames[i]);
        cells->addLayout(cell, 1);
    }
    auto *column = new QVBoxLayout(day);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_dayTitle);
    column->addLayout(cells);
    return day;
}

void QueuePanel::refreshDay()
{
    const StaffDay today = m_desk.today();
    const auto number = [](std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); };
    m_figures[0]->setText(number(today.served));
    m_figures[1]->setText(today.served > 0 ? elapsedText(today.serviceMs / today.served) : QStringLiteral("—"));
    m_figures[2]->setText(number(today.noShows));
    m_figures[3]->setText(today.breakMs > 0 ? tr("%1 min").arg(minutesText(today.breakMs)) : QStringLiteral("—"));
}

void QueuePanel::setPreview(QWidget *preview)
{
    auto *card = qobject_cast<QVBoxLayout *>(m_nextCard->layout());
    preview->setParent(m_nextCard);
    card->insertWidget(2, preview); // beneath number and service
}

bool QueuePanel::isChoosing() const { return m_queueList->hasFocus() && m_queueList->currentIndex().isValid(); }

void QueuePanel::openChosen()
{
    Q_EMIT queueOpened(ServiceId{m_queueList->currentIndex().data(QueuesModel::ServiceRole).toLongLong()});
}

void QueuePanel::fillProfiles()
{
    const auto &profiles = m_desk.link().branch().profiles();
    bool isSame = m_profile->count() == static_cast<int>(profiles.size());
    int row = 0;
    for (auto it = profiles.begin(); isSame && it != profiles.end(); ++it, ++row)
        isSame = m_profile->itemData(row).toLongLong() == it->first.value
            && m_profile->itemText(row) == inLanguage(it->second.name);
    if (isSame)
        return;
    m_profile->clear();
    for (const auto &[id, profile] : profiles)
        m_profile->addItem(inLanguage(profile.name), static_cast<qlonglong>(id.value));
}

void QueuePanel::refresh()
{
    fillProfiles();
    const WorkProfile *profile = m_desk.profile();
    m_queues->setProfile(profile ? profile->id : ProfileId{});
    if (profile && !m_profile->view()->isVisible())
        m_profile->setCurrentIndex(m_profile->findData(static_cast<qlonglong>(profile->id.value)));
    m_profile->setEnabled(m_desk.canAct());

    // the rows and the preview speak of the same person: of the same moment, too
    const TimeMs now = m_desk.link().hubNowMs();
    m_queues->tick(now);
    refreshNext(now);
    refreshParked();
    refreshDay();
}

void QueuePanel::refreshNext(TimeMs now)
{
    const BranchState &branch = m_desk.link().branch();
    const auto next = m_desk.nextAt(now);
    const Ticket *ticket = next ? branch.ticket(next->ticket) : nullptr;
    const Service *service = ticket ? branch.service(ticket->step.service) : nullptr;
    m_nextNumber->setText(ticket ? fromUtf8(ticket->number) : QStringLiteral("—"));
    m_nextService->setText(service ? inLanguage(service->name) : QString());
    if (ticket)
        m_nextSegment->showTicket(branch, *ticket);
    else
        m_nextSegment->clear();
    const QString facts = ticket ? factsOf(branch, *ticket).join(QStringLiteral(" · ")) : QString();
    m_nextFacts->setText(facts);
    m_nextFacts->setVisible(!facts.isEmpty());
    m_nextReason->setText(ticket ? sentence(next->reason, branch)
                                 : tr("Nobody waits for your services. The next ticket appears here by itself."));
}

void QueuePanel::refreshParked()
{
    m_parked->tick();
    const int all = m_parked->rowCount();
    const int rows = std::min(all, kParkedRows);
    m_parkedTitle->setText(all == 0 ? tr("Nobody parked") : tr("Parked: %1").arg(QLocale().toString(all)));
    m_parkedList->setVisible(rows > 0);
    m_parkedList->setFixedHeight(rows * ParkedDelegate::kRowHeight + 2);
}

void QueuePanel::retranslate()
{
    m_profileTitle->setText(tr("Work profile"));
    m_profile->setAccessibleName(tr("Work profile"));
    m_queuesTitle->setText(tr("My queues"));
    m_queueList->setAccessibleName(tr("My queues"));
    m_queueList->setToolTip(tr("Open a queue to see who waits there and to call one of them"));
    m_find->setWords(tr("Find a number…"));
    m_parkedOpen->setWords(tr("Show…"));
    m_parkedList->setAccessibleName(tr("People parked"));
    m_dayTitle->setText(tr("Your day so far"));
    const std::array figures{tr("served"), tr("mean time"), tr("no-shows"), tr("breaks")};
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_figureNames[i]->setText(figures[i]);
        m_figures[i]->setMeaning(figures[i]);
    }
    m_nextTitle->setText(tr("Next"));
    m_nextNumber->setMeaning(tr("Next"));
    m_why->setWords(tr("Why this number?"));
    m_queues->retranslate();
    refresh();
}

void QueuePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
