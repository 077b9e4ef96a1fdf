// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorpage.h"

#include "app/supervisor/floorwords.h"
#include "app/supervisor/profilestrip.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDrag>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kSideWidth = 336;
constexpr int kTileWidth = 208; ///< at least, where there is room for two
constexpr int kTileWidthMax = 380;
constexpr int kTileHeight = 148;
constexpr int kStripTitleHeight = 48; ///< with the spacing around it
/// Narrower, and standing upright, the queues go below the counters.
constexpr int kSideBySideWidth = 1200;
/// Narrower, the five figures take two rows.
constexpr int kFiguresInARowWidth = 800;
constexpr int kGap = 12;
/// Enough to be steady, few enough to be of now.
constexpr std::size_t kRecentMax = 10;

/// The counter an event is about; 0 for none.
CounterId counterOf(const Event &event)
{
    return std::visit(
        [](const auto &e) {
            using Kind = std::decay_t<decltype(e)>;
            if constexpr (!std::is_same_v<Kind, event::CounterDefined> && requires { e.counter; })
                return CounterId{e.counter};
            else
                return CounterId{};
        },
        event);
}

/// What changes which counters, services or names there are, or all of them at once.
bool isAboutAll(const Event &event)
{
    return std::holds_alternative<event::BranchRuled>(event) || std::holds_alternative<event::ServiceDefined>(event)
        || std::holds_alternative<event::ProfileDefined>(event)
        || std::holds_alternative<event::CounterDefined>(event)
        || std::holds_alternative<event::StaffDefined>(event)
        || std::holds_alternative<event::SegmentDefined>(event) || std::holds_alternative<event::DayOpened>(event)
        || std::holds_alternative<event::DayClosed>(event);
}

/// What changes how many counters serve what.
bool isAboutCover(const Event &event)
{
    return std::holds_alternative<event::CounterOpened>(event)
        || std::holds_alternative<event::CounterClosed>(event)
        || std::holds_alternative<event::ProfileAssigned>(event)
        || std::holds_alternative<event::CounterPaused>(event)
        || std::holds_alternative<event::CounterResumed>(event);
}

} // namespace

FloorPage::FloorPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_figures(), m_figureGrid(new QGridLayout),
      m_split(new QBoxLayout(QBoxLayout::LeftToRight)), m_tileScroll(new QScrollArea(this)),
      m_tileGround(new QWidget), m_grid(new QGridLayout(m_tileGround)), m_empty(new EmptyState(this)),
      m_error(new ErrorBanner(this)), m_centre(new QWidget(this)), m_stripTitle(new ElidedLabel(this)),
      m_strip(new ProfileStrip(desk.link(), this)), m_side(new QWidget(this)),
      m_sideStack(new QStackedWidget(m_side)), m_queuesTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_score(mutedLabel(this)), m_queueGround(new QWidget), m_action(new ActionPanel(desk, this))
{
    setObjectName(QStringLiteral("floorPage"));
    m_figureGrid->setSpacing(kGap);
    m_stripTitle->setProperty("ink", QStringLiteral("muted"));
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i] = new FigureCard(this);
        m_figures[i]->setObjectName(QStringLiteral("figure%1").arg(i + 1));
    }
    auto *centre = new QVBoxLayout(m_centre);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(8);
    centre->addWidget(makeTiles(), 100); // as high as its tiles, so that the profiles are near them
    centre->addWidget(m_empty, 100);
    centre->addWidget(m_stripTitle);
    centre->addWidget(m_strip);
    centre->addStretch(1);
    m_split->setSpacing(16);
    m_split->addWidget(m_centre, 2);
    m_split->addWidget(makeQueues(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(16);
    column->addLayout(m_figureGrid);
    column->addWidget(m_error);
    column->addLayout(m_split, 1);
    m_empty->setObjectName(QStringLiteral("noCountersState"));

    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        m_recentMs.clear();
        rebuild();
    });
    connect(&desk.link(), &BranchLink::branchEvent, this,
            [this](const Event &event, qint64, const Touched &touched) { onEvent(event, touched); });
    connect(&desk.link(), &BranchLink::statusChanged, this, &FloorPage::tick);
    connect(m_action, &ActionPanel::shownChanged, this, &FloorPage::refreshSide);
    connect(m_action, &ActionPanel::closed, this, [this] {
        if (CounterTile *last = tile(m_acted); last && isVisible())
            last->setFocus(Qt::OtherFocusReason);
    });
    connect(m_strip, &ProfileStrip::chosen, this, [this](ProfileId profile) {
        if (m_selected.isSet())
            askMove(m_selected, profile);
    });
    connect(m_strip, &ProfileStrip::counterOver, this, [this](ProfileId profile, CounterId counter) {
        if (counter.isSet())
            m_action->preview(counter, profile);
        else
            m_action->endPreview();
    });
    connect(m_strip, &ProfileStrip::counterDropped, this, [this](ProfileId profile, CounterId counter) {
        m_action->endPreview();
        askMove(counter, profile);
    });
    retranslate();
    rebuild();
}

QWidget *FloorPage::makeTiles()
{
    m_tileScroll->setObjectName(QStringLiteral("tileScroll"));
    m_tileScroll->setFrameShape(QFrame::NoFrame);
    m_tileScroll->setWidgetResizable(true);
    m_tileScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tileScroll->setFocusPolicy(Qt::NoFocus);
    m_tileScroll->setWidget(m_tileGround);
    m_tileScroll->viewport()->setAutoFillBackground(false);
    m_tileScroll->viewport()->installEventFilter(this);
    m_tileGround->setAutoFillBackground(false);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    m_grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return m_tileScroll;
}

QWidget *FloorPage::makeQueues()
{
    auto *panel = new QFrame(m_side);
    panel->setProperty("panel", QStringLiteral("surface"));
    auto *scroll = new QScrollArea(panel);
    scroll->setObjectName(QStringLiteral("queueScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *queues = new QVBoxLayout(m_queueGround);
    queues->setContentsMargins(0, 0, 0, 0);
    queues->setSpacing(0);
    queues->addStretch();
    scroll->setWidget(m_queueGround);
    scroll->viewport()->setAutoFillBackground(false);
    m_queueGround->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(8, 12, 8, 4);
    column->setSpacing(4);
    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(8, 0, 8, 0);
    titleRow->addWidget(m_queuesTitle);
    column->addLayout(titleRow);
    column->addWidget(scroll, 1);
    m_score->setObjectName(QStringLiteral("scoreText"));
    m_score->setWordWrap(true);
    m_score->setContentsMargins(8, 4, 8, 8);
    m_score->hide();
    column->addWidget(m_score);

    m_sideStack->addWidget(panel);
    m_sideStack->addWidget(m_action);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_sideStack);
    return m_side;
}

CounterTile *FloorPage::tile(CounterId counter) const
{
    const auto it = m_tiles.find(counter);
    return it == m_tiles.end() ? nullptr : it->second;
}

void FloorPage::rebuild()
{
    const BranchState &branch = m_desk.branch();
    std::erase_if(m_tiles, [&](const auto &entry) {
        if (branch.counter(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    m_order.clear();
    for (const auto &[id, counter] : branch.counters()) {
        m_order.push_back(id);
        CounterTile *&tile = m_tiles[id];
        if (tile)
            continue;
        tile = new CounterTile(m_tileGround);
        tile->setObjectName(QStringLiteral("counterTile%1").arg(counter.number));
        tile->installEventFilter(this);
        tile->setDropCheck([this, id = id](ProfileId profile) { return whyNoDrop(id, profile); });
        connect(tile, &CounterTile::activated, this, [this, id = id] {
            CounterTile *pressed = m_tiles[id];
            showMenu(id, pressed->mapToGlobal(QPoint(12, pressed->height() - 8)));
        });
        connect(tile, &CounterTile::menuRequested, this, [this, id = id](QPoint at) { showMenu(id, at); });
        connect(tile, &CounterTile::profileOver, this, [this, id = id](ProfileId profile) {
            if (profile.isSet() && whyNoDrop(id, profile).isEmpty())
                m_action->preview(id, profile);
            else
                m_action->endPreview();
        });
        connect(tile, &CounterTile::profileDropped, this,
                [this, id = id](ProfileId profile) { askMove(id, profile); });
    }
    std::sort(m_order.begin(), m_order.end(),
              [&](CounterId a, CounterId b) { return branch.counter(a)->number < branch.counter(b)->number; });
    std::erase_if(m_queues, [&](const auto &entry) {
        if (branch.service(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    auto *queues = static_cast<QVBoxLayout *>(m_queueGround->layout());
    for (const auto &[id, service] : branch.services()) {
        QueueBar *&bar = m_queues[id];
        if (bar)
            continue;
        bar = new QueueBar(m_queueGround);
        bar->setObjectName(QStringLiteral("queueBar%1").arg(id.value));
        queues->insertWidget(queues->count() - 1, bar);
        connect(bar, &QAbstractButton::clicked, this, [this, id = id] { Q_EMIT queueChosen(id); });
    }
    m_tileScroll->setVisible(!m_order.empty());
    m_empty->setVisible(m_order.empty());
    m_columns = 0;
    arrangeTiles();
    if (!tile(m_selected))
        m_selected = {};
    setFocusProxy(m_selected.isSet() ? tile(m_selected) : m_order.empty() ? nullptr : tile(m_order.front()));
    tick();
}

void FloorPage::arrangeTiles()
{
    const int count = static_cast<int>(m_order.size());
    const int width = m_tileScroll->viewport()->width();
    const int columns = std::clamp((width + kGap) / (kTileWidth + kGap), 1, std::max(1, count));
    const int tileWidth = std::min(kTileWidthMax, (width + kGap) / columns - kGap);
    for (const auto &[id, each] : m_tiles)
        each->setFixedWidth(tileWidth);
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    QWidget *before = nullptr;
    for (int i = 0; i < count; ++i) {
        CounterTile *each = m_tiles[m_order[static_cast<std::size_t>(i)]];
        m_grid->addWidget(each, i / columns, i % columns);
        if (before)
            setTabOrder(before, each);
        before = each;
    }
    m_rows = (count + columns - 1) / columns;
    // the layout around it is at work just now: heights change with its next turn
    QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

void FloorPage::onEvent(const Event &event, const Touched &touched)
{
    if (isAboutAll(event)) {
        rebuild();
        return;
    }
    if (const CounterId counter = counterOf(event); counter.isSet())
        refreshTile(counter);
    if (isAboutCover(event)) {
        for (const auto &[id, bar] : m_queues)
            refreshQueue(id);
        m_strip->refresh();
    }
    if (touched.ticket)
        refreshQueue(touched.ticket->step.service);
    if (touched.endedStep)
        refreshQueue(touched.endedStep->service);
    const VisitStep *done = nullptr;
    if (std::holds_alternative<event::ServiceFinished>(event) && touched.ticket)
        done = &touched.ticket->step;
    else if (std::holds_alternative<event::StepFinished>(event) && touched.endedStep)
        done = &*touched.endedStep;
    if (done && done->calledMs && done->finishedMs) {
        m_recentMs.push_back(*done->finishedMs - *done->calledMs);
        if (m_recentMs.size() > kRecentMax)
            m_recentMs.pop_front();
    }
}

void FloorPage::refreshTile(CounterId id)
{
    if (CounterTile *shown = tile(id))
        shown->setFigures(counterFigures(m_desk.branch(), id, m_desk.now()));
}

void FloorPage::refreshQueue(ServiceId id)
{
    if (const auto it = m_queues.find(id); it != m_queues.end())
        it->second->setFigures(queueFigures(m_desk.branch(), m_desk.link().quotes(), id, m_desk.now()));
}

void FloorPage::refreshFigures()
{
    const auto words = figureWords(m_desk.branch(), m_desk.now(), m_desk.isLive(), m_recentMs);
    for (std::size_t i = 0; i < words.size(); ++i)
        m_figures[i]->setWords(words[i]);
}

void FloorPage::tick()
{
    for (const CounterId id : m_order)
        refreshTile(id);
    for (const auto &[id, bar] : m_queues)
        refreshQueue(id);
    refreshFigures();
    m_score->setText(scoreText(m_desk.branch(), m_desk.link().quotes()));
    m_score->setVisible(!m_score->text().isEmpty());
    m_strip->refresh();
}

void FloorPage::refreshSide()
{
    m_sideStack->setCurrentIndex(m_action->isOpen() ? 1 : 0);
    if (m_action->action() && m_action->action()->counter.isSet()) {
        m_acted = m_action->action()->counter;
        select(m_acted);
    }
}

void FloorPage::select(CounterId counter)
{
    m_selected = counter;
    for (const auto &[id, each] : m_tiles)
        each->setSelected(id == counter);
    setFocusProxy(tile(counter)); // the page's focus goes where it was
}

QString FloorPage::whyNoDrop(CounterId counter, ProfileId profile) const
{
    const BranchState &branch = m_desk.branch();
    const CounterState *state = branch.counterState(counter);
    if (!m_desk.canAct())
        return m_desk.isLive() ? tr("Wait: the last step is not confirmed yet.")
                               : tr("The hub cannot be reached now.");
    if (!state || !state->isOpen())
        return tr("This counter is closed. Open it first.");
    if (state->profile == profile)
        return tr("It has this work profile already.");
    return {};
}

void FloorPage::askMove(CounterId counter, ProfileId profile)
{
    m_error->clear();
    select(counter);
    m_action->open({Action::Kind::Move, counter, profile, {}});
}

void FloorPage::act(const Command &command)
{
    m_error->clear();
    m_desk.act(command, [this](const Result<CommandReply> &reply) {
        if (!reply)
            m_error->showError(reply.error());
    });
}

void FloorPage::fillMenu(QMenu &menu, CounterId id)
{
    const BranchState &branch = m_desk.branch();
    const CounterState *state = branch.counterState(id);
    const Counter *counter = branch.counter(id);
    if (!state || !counter)
        return;
    const auto add = [&](QMenu &to, const char *name, const QString &words, bool isEnabled, auto &&what) {
        QAction *action = to.addAction(words, this, what);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(isEnabled);
        return action;
    };
    const auto ask = [this, id](Action::Kind kind, TicketId ticket = {}) {
        m_error->clear();
        m_action->open({kind, id, {}, ticket});
    };
    const bool canAct = m_desk.canAct();
    if (!canAct)
        add(menu, "cannotAction",
            m_desk.isLive() ? tr("Wait: the last step is not confirmed yet") : tr("The hub cannot be reached now"),
            false, [] {});
    if (!state->isOpen()) {
        add(menu, "openAction", tr("Open %1…").arg(counterName(branch, id)), canAct && branch.isOpen(),
            [ask] { ask(Action::Kind::Open); });
        return;
    }
    for (const auto &[profileId, profile] : branch.profiles()) {
        QAction *action = add(menu, "", inLanguage(profile.name), canAct && profileId != state->profile,
                              [this, id, profileId = profileId] { askMove(id, profileId); });
        action->setObjectName(QStringLiteral("profileAction%1").arg(profileId.value));
        action->setCheckable(true);
        action->setChecked(profileId == state->profile);
    }
    menu.addSeparator();
    if (const Ticket *ticket = branch.ticket(state->ticket))
        add(menu, "transferAction", tr("Transfer %1…").arg(fromUtf8(ticket->number)), canAct,
            [ask, ticket = ticket->id] { ask(Action::Kind::Transfer, ticket); });
    if (state->onBreak)
        add(menu, "endBreakAction", tr("End the break"), canAct, [this, id] { act(command::EndBreak{id}); });
    else
        add(menu, "breakAction", tr("Break…"), canAct, [ask] { ask(Action::Kind::Break); });
    add(menu, "closeAction", tr("Close %1…").arg(counterName(branch, id)), canAct,
        [ask] { ask(Action::Kind::Close); });
}

void FloorPage::showMenu(CounterId counter, const QPoint &at)
{
    select(counter);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("counterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, counter);
    menu->popup(at);
    const auto actions = menu->actions();
    const auto first = std::find_if(actions.begin(), actions.end(),
                                    [](const QAction *each) { return each->isEnabled() && !each->isSeparator(); });
    if (first != actions.end())
        menu->setActiveAction(*first);
}

void FloorPage::startDrag(CounterId counter)
{
    CounterTile *dragged = tile(counter);
    dragged->setDown(false);
    auto *what = new QMimeData;
    what->setData(counterMimeType(), QByteArray::number(static_cast<qlonglong>(counter.value)));
    auto *drag = new QDrag(dragged);
    drag->setMimeData(what);
    drag->setPixmap(dragged->grab().scaledToWidth(dragged->width() / 2, Qt::SmoothTransformation));
    drag->exec(Qt::CopyAction);
}

void FloorPage::step(CounterId from, int key)
{
    const auto it = std::find(m_order.begin(), m_order.end(), from);
    if (it == m_order.end())
        return;
    const int count = static_cast<int>(m_order.size());
    int at = static_cast<int>(it - m_order.begin());
    switch (key) {
    case Qt::Key_Left:
        at -= 1;
        break;
    case Qt::Key_Right:
        at += 1;
        break;
    case Qt::Key_Up:
        at -= m_columns;
        break;
    case Qt::Key_Down:
        at += m_columns;
        break;
    case Qt::Key_Home:
        at = 0;
        break;
    case Qt::Key_End:
        at = count - 1;
        break;
    default:
        return;
    }
    if (at < 0 || at >= count)
        return;
    CounterTile *next = m_tiles[m_order[static_cast<std::size_t>(at)]];
    next->setFocus(Qt::OtherFocusReason);
    m_tileScroll->ensureWidgetVisible(next, 0, kGap);
}

bool FloorPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tileScroll->viewport() && event->type() == QEvent::Resize)
        arrangeTiles();
    const auto it
        = std::find_if(m_tiles.begin(), m_tiles.end(), [&](const auto &entry) { return entry.second == watched; });
    if (it == m_tiles.end())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down
            || key == Qt::Key_Home || key == Qt::Key_End) {
            step(it->first, key);
            return true;
        }
        break;
    }
    case QEvent::FocusIn:
        if (!m_action->isOpen())
            select(it->first);
        break;
    case QEvent::MouseButtonPress:
        m_pressedAt = static_cast<QMouseEvent *>(event)->pos();
        break;
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const CounterState *state = m_desk.branch().counterState(it->first);
        if (mouse->buttons() & Qt::LeftButton && state && state->isOpen() && m_desk.canAct()
            && (mouse->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
            startDrag(it->first);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FloorPage::retranslate()
{
    m_queuesTitle->setText(tr("Queues"));
    m_stripTitle->setText(
        tr("Work profiles: drag one onto a counter, or choose it from the counter's menu (Enter)"));
    m_empty->setTexts(tr("No counters yet"),
                      tr("Counters appear here as soon as the administrator has set the branch up."));
}

void FloorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        tick();
    }
    QWidget::changeEvent(event);
}

void FloorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSides();
}

bool FloorPage::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrangeSides();
    return QWidget::event(event);
}

void FloorPage::arrangeSides()
{
    const int figures = width() < kFiguresInARowWidth ? 3 : static_cast<int>(m_figures.size());
    if (figures != m_figureColumns) {
        m_figureColumns = figures;
        for (int i = 0; i < static_cast<int>(m_figures.size()); ++i) {
            m_figureGrid->addWidget(m_figures[static_cast<std::size_t>(i)], i / figures, i % figures);
            m_figureGrid->setColumnStretch(i, i < figures ? 1 : 0);
        }
    }
    m_tileScroll->setMaximumHeight(std::max(1, m_rows) * (kTileHeight + kGap));
    const bool isUpright = height() > width() && width() < kSideBySideWidth;
    m_split->setDirection(isUpright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(isUpright ? 0 : kSideWidth);
    m_side->setMaximumWidth(isUpright ? QWIDGETSIZE_MAX : kSideWidth);
    // what the counters do not need, and a third at least
    m_centre->setMaximumHeight(isUpright ? m_tileScroll->maximumHeight() + m_strip->height() + kStripTitleHeight
                                         : QWIDGETSIZE_MAX);
}

} // namespace tiepdon
