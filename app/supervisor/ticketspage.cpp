// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketspage.h"

#include "app/supervisor/floorevents.h"
#include "app/supervisor/personpanel.h"
#include "app/supervisor/ticketdrag.h"
#include "app/supervisor/ticketwords.h"
#include "app/supervisor/words.h"
#include "ui/models/numbersearch.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"
#include "ui/widgets/ticketnumber.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kSideWidth = 336;
constexpr int kRowHeight = 36;
/// Longest number that can be typed: a series and five digits, with room for slips.
constexpr int kNumberMax = 12;
/// The segment filter's item for people of any segment.
constexpr qlonglong kEverybody = -1;

/// How long somebody waits, where a ticket stands and of which segment it is have their shape and colour.
class TicketDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    [[nodiscard]] Look lookOf(const QModelIndex &index) const override
    {
        Look look;
        if (index.column() == TicketsModel::NumberColumn)
            look.font = textFont(sizes::kTextLarge, QFont::DemiBold);
        if (index.column() == TicketsModel::WaitedColumn || index.column() == TicketsModel::StateColumn
            || (index.column() == TicketsModel::SegmentColumn
                && index.data(TicketsModel::SegmentRole).toLongLong() != 0))
            look.shape = static_cast<Tone>(index.data(TicketsModel::ToneRole).toInt());
        look.isInked = true;
        return look;
    }
};

} // namespace

TicketsPage::TicketsPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_tickets(new TicketsModel(desk.link(), this)),
      m_filter(new TicketsFilter(*m_tickets, this)), m_number(new QLineEdit(this)), m_service(new QComboBox(this)),
      m_segment(new QComboBox(this)), m_which(new QComboBox(this)), m_count(mutedLabel(this, sizes::kText)),
      m_table(new QTableView(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("tickets"), kRowHeight, TablePane::Ground::Panel, this)),
      m_side(new QStackedWidget(this)), m_cardStack(new QStackedWidget(this)), m_noneChosen(new EmptyState(this)),
      m_card(new TicketNumber(this, 2 * sizes::kHeadline)),
      m_cardService(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_cardSegment(new SegmentChip(this)),
      m_cardWhy(plainLabel(this, sizes::kText)), m_cardDetail(mutedLabel(this, sizes::kText)),
      m_error(new ErrorBanner(this)), m_transfer(new KeyButton(QStringLiteral("F7"), false, this)),
      m_raise(new KeyButton(QStringLiteral("F8"), false, this)),
      m_lower(new KeyButton(QStringLiteral("F6"), false, this)),
      m_who(new KeyButton(QStringLiteral("F9"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Del"), false, this)),
      m_restore(new KeyButton(QStringLiteral("F5"), false, this)), m_action(new ActionPanel(desk, this)),
      m_person(new PersonPanel(desk, this)), m_personOpen(new KeyButton(QStringLiteral("F4"), false, this))
{
    setObjectName(QStringLiteral("ticketsPage"));
    // heard before the table moves on: whoever stands next in the list was not chosen
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isRemoving = true; });
    m_table->setModel(m_filter);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_isRemoving = false;
        const QModelIndex now = m_table->currentIndex();
        if (now.isValid() && now.data(TicketsModel::TicketRole).toLongLong() != m_chosen.value)
            m_table->selectionModel()->clear();
    });
    m_table->setItemDelegate(new TicketDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TicketsModel::WaitedColumn, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(72);
    m_pane->setWidths(
        {{TicketsModel::NumberColumn, 80}, {TicketsModel::SegmentColumn, 104}, {TicketsModel::WaitedColumn, 152}},
        TicketsModel::ServiceColumn);
    for (const int column : {TicketsModel::StateColumn, TicketsModel::WhereColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_pane->addHeading(makeFilters());
    m_side->addWidget(makeCard());
    m_side->addWidget(m_action);
    m_side->addWidget(m_person);
    m_side->setFixedWidth(kSideWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 12);
    row->setSpacing(16);
    row->addWidget(m_pane, 1);
    row->addWidget(m_side);

    connect(m_number, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_filter->setNumber(typed);
        if (!typed.trimmed().isEmpty() && m_filter->rowCount() > 0)
            m_table->setCurrentIndex(m_filter->index(rowMeant(typed), 0));
        refresh();
    });
    connect(m_number, &QLineEdit::returnPressed, this, [this] {
        if (m_filter->rowCount() > 0)
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setService(ServiceId{m_service->currentData().toLongLong()});
        refresh();
    });
    connect(m_segment, &QComboBox::currentIndexChanged, this, &TicketsPage::filterSegment);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setWhich(static_cast<TicketsFilter::Which>(m_which->currentData().toInt()));
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (m_isRemoving)
                    return;
                if (now.isValid())
                    m_chosen = TicketId{now.data(TicketsModel::TicketRole).toLongLong()};
                m_error->clear();
                m_person->setTicket(m_chosen);
                refreshCard();
            });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!ticket())
            return;
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("ticketMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (KeyButton *button : {m_transfer, m_raise, m_lower, m_who, m_cancel, m_restore}) {
            if (button->isVisibleTo(this))
                menu->addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
        }
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    connect(&desk, &SupervisorDesk::changed, this, &TicketsPage::refreshCard);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (isAboutAll(event))
            fillServices();
        refresh();
    });
    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        fillServices();
        choose(m_chosen);
        refresh();
    });
    connect(m_action, &ActionPanel::shownChanged, this, [this] {
        if (m_action->isOpen())
            m_person->close();
        m_side->setCurrentIndex(m_action->isOpen() ? 1 : 0);
    });
    connect(m_person, &PersonPanel::shownChanged, this, [this] {
        if (m_person->isOpen())
            m_action->close();
        m_side->setCurrentIndex(m_person->isOpen() ? 2 : m_action->isOpen() ? 1 : 0);
    });
    connect(m_person, &PersonPanel::closed, this, [this] {
        if (isVisible())
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_personOpen, &QPushButton::clicked, this, &TicketsPage::togglePerson);
    connect(m_action, &ActionPanel::closed, this, [this] {
        if (isVisible())
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_action, &ActionPanel::refusedLate, m_error, &ErrorBanner::showError);
    new TicketRowDrag(*m_table, [this](const QModelIndex &at) -> TicketRowDrag::Held {
        const Ticket *held = m_desk.branch().ticket(TicketId{at.data(TicketsModel::TicketRole).toLongLong()});
        if (!held || held->state != TicketState::Waiting || !m_desk.canAct())
            return {};
        return {held->id, fromUtf8(held->number)};
    });
    addKeys();
    setFocusProxy(m_table);
    retranslate();
}

QWidget *TicketsPage::makeFilters()
{
    auto *bar = new QWidget(this);
    m_number->setObjectName(QStringLiteral("findNumberEdit"));
    m_number->setMaxLength(kNumberMax);
    m_number->setClearButtonEnabled(true);
    m_number->setMinimumWidth(140);
    m_number->setMaximumWidth(220);
    m_service->setObjectName(QStringLiteral("serviceFilter"));
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_service->setMinimumContentsLength(9);
    m_segment->setObjectName(QStringLiteral("segmentFilter"));
    m_segment->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_segment->setMinimumContentsLength(8);
    m_which->setObjectName(QStringLiteral("stateFilter"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(16);
    m_count->setObjectName(QStringLiteral("ticketCount"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_number, 1);
    row->addWidget(m_service, 2);
    row->addWidget(m_segment, 2);
    row->addWidget(m_which, 3);
    row->addWidget(m_count);
    m_personOpen->setObjectName(QStringLiteral("arrivalsButton"));
    m_personOpen->setCompact();
    row->addWidget(m_personOpen);
    return bar;
}

QWidget *TicketsPage::makeCard()
{
    const std::pair<KeyButton *, const char *> named[] = {
        {m_transfer, "ticketTransferButton"}, {m_raise, "ticketRaiseButton"},   {m_lower, "ticketLowerButton"},
        {m_who, "ticketSegmentButton"},       {m_cancel, "ticketCancelButton"}, {m_restore, "ticketRestoreButton"}};
    for (const auto &[button, name] : named)
        button->setObjectName(QLatin1String(name));
    m_card->setObjectName(QStringLiteral("chosenTicket"));
    m_cardService->setObjectName(QStringLiteral("chosenService"));
    m_cardDetail->setObjectName(QStringLiteral("chosenDetail"));
    m_noneChosen->setObjectName(QStringLiteral("noTicketChosenState"));
    m_cardSegment->setObjectName(QStringLiteral("chosenSegment"));
    m_cardWhy->setObjectName(QStringLiteral("chosenWhy"));
    for (QLabel *label : {m_cardService, m_cardWhy, m_cardDetail})
        label->setWordWrap(true);
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    auto *card = new QWidget(panel);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_card);
    column->addWidget(m_cardService);
    column->addWidget(m_cardSegment);
    column->addWidget(m_cardWhy);
    column->addWidget(m_cardDetail);
    column->addSpacing(8);
    for (KeyButton *button : {m_transfer, m_raise, m_lower, m_who, m_cancel, m_restore})
        column->addWidget(button);
    column->addWidget(m_error);
    column->addStretch();
    m_cardStack->addWidget(card);
    m_cardStack->addWidget(m_noneChosen);
    auto *all = new QVBoxLayout(panel);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_cardStack);
    connect(m_transfer, &QPushButton::clicked, this, [this] { ask(Action::Kind::Transfer); });
    connect(m_raise, &QPushButton::clicked, this, [this] { ask(Action::Kind::Raise); });
    connect(m_lower, &QPushButton::clicked, this, &TicketsPage::lower);
    connect(m_who, &QPushButton::clicked, this, [this] { ask(Action::Kind::Segment); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(Action::Kind::Cancel); });
    connect(m_restore, &QPushButton::clicked, this, [this] { ask(Action::Kind::Restore); });
    return panel;
}

void TicketsPage::addKeys()
{
    const auto key = [this](const QKeySequence &code, QWidget *where, auto &&what) {
        auto *shortcut = new QShortcut(code, where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    const auto press = [](KeyButton *button) {
        return [button] {
            if (button->isVisible() && button->isEnabled())
                button->click();
        };
    };
    key(Qt::Key_F4, this, [this] { togglePerson(); });
    key(Qt::Key_F7, this, press(m_transfer));
    key(Qt::Key_F8, this, press(m_raise));
    key(Qt::Key_F6, this, press(m_lower));
    key(Qt::Key_F9, this, press(m_who));
    key(Qt::Key_F5, this, press(m_restore));
    key(Qt::Key_Delete, m_table, press(m_cancel)); // in the field above it deletes a letter
    key(QKeySequence(QKeySequence::Find), this, [this] { find(); });
    auto *clear = new QShortcut(Qt::Key_Escape, m_number, nullptr, nullptr, Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, this, [this] {
        m_number->clear();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void TicketsPage::togglePerson()
{
    if (m_person->isOpen())
        m_person->close();
    else
        m_person->open(m_chosen);
}

int TicketsPage::rowMeant(const QString &typed) const
{
    // the whole number is meant before one that begins alike
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (isWholeNumberMeant(typed, m_filter->index(row, TicketsModel::NumberColumn).data().toString()))
            return row;
    }
    return 0;
}

void TicketsPage::find()
{
    m_action->close();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

const Ticket *TicketsPage::ticket() const { return m_tickets->ticketAt(m_tickets->rowOf(m_chosen)); }

TicketId TicketsPage::chosen() const { return ticket() ? m_chosen : TicketId{}; }

void TicketsPage::choose(TicketId id)
{
    m_chosen = id;
    const int row = m_tickets->rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_filter->mapFromSource(m_tickets->index(row, 0));
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
    refreshCard();
}

void TicketsPage::showQueue(ServiceId service)
{
    m_number->clear();
    m_service->setCurrentIndex(std::max(0, m_service->findData(static_cast<qlonglong>(service.value))));
    showWhich(TicketsFilter::Which::Waiting);
    if (m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void TicketsPage::showWhich(TicketsFilter::Which which)
{
    m_which->setCurrentIndex(m_which->findData(static_cast<int>(which)));
}

void TicketsPage::ask(Action::Kind kind)
{
    m_error->clear();
    if (const TicketId id = chosen(); id.isSet())
        m_action->open({kind, {}, {}, id});
}

void TicketsPage::lower()
{
    m_error->clear();
    m_desk.act(command::LowerTicket{chosen()}, [this](const Result<CommandReply> &reply) {
        if (!reply)
            m_error->showError(reply.error());
    });
}

void TicketsPage::tick()
{
    m_tickets->tick();
    m_filter->tick();
    m_person->tick();
    refresh();
}

void TicketsPage::fillServices()
{
    const QSignalBlocker blocker(m_service);
    const QVariant before = m_service->currentData();
    m_service->clear();
    m_service->addItem(tr("All services"), qlonglong{0});
    for (const auto &[id, service] : m_desk.branch().services())
        m_service->addItem(inLanguage(service.name), static_cast<qlonglong>(id.value));
    m_service->setCurrentIndex(std::max(0, m_service->findData(before)));
    m_filter->setService(ServiceId{m_service->currentData().toLongLong()});
    fillSegments();
}

void TicketsPage::fillSegments()
{
    const QSignalBlocker blocker(m_segment);
    const QVariant before = m_segment->currentData();
    m_segment->clear();
    m_segment->addItem(tr("All customers"), kEverybody);
    m_segment->addItem(tr("Ordinary"), qlonglong{0});
    for (const auto &[id, segment] : m_desk.branch().segments())
        m_segment->addItem(inLanguage(segment.name), static_cast<qlonglong>(id.value));
    m_segment->setCurrentIndex(std::max(0, m_segment->findData(before)));
    const bool hasSegments = !m_desk.branch().segments().empty();
    m_segment->setVisible(hasSegments);
    m_table->setColumnHidden(TicketsModel::SegmentColumn, !hasSegments);
    filterSegment();
}

void TicketsPage::filterSegment()
{
    const qlonglong chosen = m_segment->currentData().toLongLong();
    m_filter->setSegment(chosen == kEverybody ? std::nullopt : std::optional(SegmentId{chosen}));
    refresh();
}

void TicketsPage::refresh()
{
    const int count = m_filter->rowCount();
    m_count->setText(tr("n = %1").arg(QLocale().toString(count)));
    m_count->setAccessibleName(tr("Shown: %1").arg(ticketsWord(count)));
    m_pane->showRows(count > 0);
    if (count == 0) {
        if (!m_number->text().trimmed().isEmpty())
            m_pane->empty().setTexts(
                tr("No ticket %1").arg(m_number->text().trimmed().toUpper()),
                tr("It is not waiting or being served, and not among those of today that can be "
                   "restored. Look at the letter and the digits."));
        else if (m_filter->which() == TicketsFilter::Which::Over)
            m_pane->empty().setTexts(
                tr("Nothing to restore"),
                tr("No-shows and cancelled tickets of today appear here and can be restored."));
        else
            sayNobody();
    }
    refreshCard();
}

void TicketsPage::sayNobody()
{
    if (m_service->currentIndex() > 0 || m_segment->currentIndex() > 0) {
        m_pane->empty().setTexts(tr("Nobody of those chosen"),
                                 tr("Choose all services and all customers to see everybody."));
        return;
    }
    switch (m_filter->which()) {
    case TicketsFilter::Which::Named:
        m_pane->empty().setTexts(tr("Nobody waits for one counter or colleague"),
                                 tr("Who is sent to one counter or colleague appears here until they are called."));
        break;
    case TicketsFilter::Which::Overtaken:
        m_pane->empty().setTexts(tr("Nobody was overtaken"),
                                 tr("Those before whom later ones were called appear here, with how often."));
        break;
    case TicketsFilter::Which::Later:
        m_pane->empty().setTexts(tr("Nobody comes later"),
                                 tr("Who is sent on for a later time appears here until then."));
        break;
    case TicketsFilter::Which::Parked:
        m_pane->empty().setTexts(
            tr("Nothing is put aside"),
            tr("What a counter puts aside in the middle of serving appears here, with why and until "
               "when."));
        break;
    default:
        m_pane->empty().setTexts(tr("Nobody is here"), tr("Tickets appear here as soon as they are taken."));
    }
}

void TicketsPage::refreshCard()
{
    const BranchState &branch = m_desk.branch();
    const Ticket *about = ticket();
    m_cardStack->setCurrentIndex(about ? 0 : 1);
    m_personOpen->setVisible(PersonPanel::mayWork(m_desk));
    if (!about)
        return;
    TicketFigures figures;
    figures.number = fromUtf8(about->number);
    const std::pair<TicketState, TicketFigures::State> states[]
        = {{TicketState::Waiting, TicketFigures::State::Waiting},
           {TicketState::Called, TicketFigures::State::Called},
           {TicketState::Serving, TicketFigures::State::Serving},
           {TicketState::NoShow, TicketFigures::State::NoShow},
           {TicketState::Cancelled, TicketFigures::State::Cancelled},
           {TicketState::Parked, TicketFigures::State::Parked},
           {TicketState::WrapUp, TicketFigures::State::WrapUp},
           {TicketState::Abandoned, TicketFigures::State::Abandoned}};
    figures.state = TicketFigures::State::Finished;
    for (const auto &[state, shown] : states) {
        if (about->state == state)
            figures.state = shown;
    }
    if (about->held)
        figures.state = TicketFigures::State::Later;
    if (about->isAtCounter())
        figures.detail = counterName(branch, about->step.counter);
    m_card->setFigures(figures);
    m_cardService->setText(serviceName(branch, about->step.service));
    m_cardSegment->showTicket(branch, *about);
    const QString why = whyCalled(branch, *about);
    m_cardWhy->setText(why.isEmpty() ? why : tr("Why this number: %1").arg(why));
    m_cardWhy->setVisible(!why.isEmpty());
    m_cardDetail->setText(
        ticketLines(branch, m_desk.link().quotes(), *about, m_desk.now()).join(QLatin1Char('\n')));
    const bool canAct = m_desk.canAct();
    const TicketId id = about->id;
    const bool isOpen = branch.ticket(id) != nullptr;
    m_transfer->setVisible(isOpen);
    m_raise->setVisible(isOpen && !m_desk.canLower(id));
    m_lower->setVisible(m_desk.canLower(id));
    m_who->setVisible(isOpen && (!branch.segments().empty() || !branch.priorityReasons().empty()));
    m_cancel->setVisible(isOpen);
    m_restore->setVisible(!isOpen);
    m_transfer->setEnabled(canAct && m_desk.canTransfer(id));
    m_raise->setEnabled(canAct && m_desk.canRaise(id));
    m_lower->setEnabled(canAct);
    m_who->setEnabled(canAct && m_desk.canSetSegment(id));
    m_cancel->setEnabled(canAct && m_desk.canCancel(id));
    m_restore->setEnabled(canAct && m_desk.canRestore(id));
}

void TicketsPage::retranslate()
{
    m_number->setPlaceholderText(tr("Find by number"));
    m_number->setAccessibleName(tr("Find by number"));
    m_number->setToolTip(tr("Ctrl+F"));
    m_service->setAccessibleName(tr("Service"));
    m_segment->setAccessibleName(tr("Customers"));
    m_which->setAccessibleName(tr("Which tickets"));
    m_table->setAccessibleName(tr("Tickets"));
    m_personOpen->setWords(tr("Arrivals"));
    m_personOpen->setToolTip(tr("Who came in, and whose a ticket is"));
    const QSignalBlocker blocker(m_which);
    const int before = std::max(0, m_which->currentIndex());
    m_which->clear();
    const std::pair<TicketsFilter::Which, QString> kinds[]
        = {{TicketsFilter::Which::Open, tr("Waiting and served")},
           {TicketsFilter::Which::Waiting, tr("Waiting")},
           {TicketsFilter::Which::Named, tr("For one counter or colleague")},
           {TicketsFilter::Which::Overtaken, tr("Others went before them")},
           {TicketsFilter::Which::Later, tr("Come later")},
           {TicketsFilter::Which::AtCounters, tr("At a counter")},
           {TicketsFilter::Which::Parked, tr("Put aside")},
           {TicketsFilter::Which::Over, tr("Can be restored")},
           {TicketsFilter::Which::All, tr("All")}};
    for (const auto &[which, words] : kinds)
        m_which->addItem(words, static_cast<int>(which));
    m_which->setCurrentIndex(before);
    m_transfer->setWords(tr("Transfer…"));
    m_raise->setWords(tr("Put first…"));
    m_lower->setWords(tr("Put back to its place"));
    m_who->setWords(tr("Who the customer is…"));
    m_cancel->setWords(tr("Cancel…"));
    m_restore->setWords(tr("Restore…"));
    m_noneChosen->setTexts(tr("No ticket chosen"), tr("Choose one in the list, or type its number."));
    m_tickets->retranslate();
    fillServices();
    refresh();
}

void TicketsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
