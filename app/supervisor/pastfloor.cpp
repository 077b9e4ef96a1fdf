// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/pastfloor.h"

#include "app/supervisor/floorwords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kTileWidth = 196; ///< at least
constexpr int kTileWidthMax = 380;
constexpr int kQueuesWidth = 304;
constexpr int kGap = 12;

QScrollArea *quietScroll(QWidget *content, const char *name, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setObjectName(QLatin1String(name));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

/// To look at: neither the pointer nor the keyboard does anything there.
void makeStill(QWidget &widget)
{
    widget.setFocusPolicy(Qt::NoFocus);
    widget.setAttribute(Qt::WA_TransparentForMouseEvents);
    widget.setAcceptDrops(false);
}

} // namespace

PastFloor::PastFloor(QWidget *parent)
    : QWidget(parent), m_tileScroll(nullptr), m_tileGround(new QWidget), m_grid(new QGridLayout(m_tileGround)),
      m_empty(new EmptyState(this)), m_queuesTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_queueGround(new QWidget), m_queueColumn(new QVBoxLayout(m_queueGround))
{
    setObjectName(QStringLiteral("pastFloor"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    m_grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_tileScroll = quietScroll(m_tileGround, "pastTileScroll", this);
    m_tileScroll->viewport()->installEventFilter(this);
    m_empty->setObjectName(QStringLiteral("pastFloorEmptyState"));
    m_queueColumn->setContentsMargins(0, 0, 0, 0);
    m_queueColumn->setSpacing(0);
    m_queueColumn->addStretch();
    auto *queues = new QFrame(this);
    queues->setProperty("panel", QStringLiteral("surface"));
    queues->setFixedWidth(kQueuesWidth);
    auto *queuesColumn = new QVBoxLayout(queues);
    queuesColumn->setContentsMargins(8, 12, 8, 4);
    queuesColumn->setSpacing(4);
    queuesColumn->addWidget(m_queuesTitle);
    queuesColumn->addWidget(quietScroll(m_queueGround, "pastQueueScroll", queues), 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_tileScroll, 1);
    row->addWidget(m_empty, 1);
    row->addWidget(queues);
    clear();
    retranslate();
}

void PastFloor::clear()
{
    m_tileScroll->hide();
    m_empty->show();
    for (auto &[id, bar] : m_queues)
        bar->hide();
}

void PastFloor::showAt(const BranchState &branch, TimeMs atMs)
{
    rebuild(branch);
    for (const auto &[id, tile] : m_tiles)
        tile->setFigures(counterFigures(branch, id, atMs));
    for (const auto &[id, bar] : m_queues) {
        QueueFigures figures = queueFigures(branch, {}, id, atMs);
        figures.forecast.clear(); // what was expected then is not kept
        bar->setFigures(figures);
        bar->show();
    }
    m_tileScroll->setVisible(!m_tiles.empty());
    m_empty->setVisible(m_tiles.empty());
    arrange();
}

void PastFloor::rebuild(const BranchState &branch)
{
    const auto dropGone = [](auto &widgets, const auto &there) {
        return std::erase_if(widgets, [&](const auto &entry) {
            if (there.contains(entry.first))
                return false;
            delete entry.second;
            return true;
        });
    };
    bool isAnother = dropGone(m_tiles, branch.counters()) > 0;
    dropGone(m_queues, branch.services());
    for (const auto &[id, counter] : branch.counters()) {
        CounterTile *&tile = m_tiles[id];
        if (tile)
            continue;
        tile = new CounterTile(m_tileGround);
        tile->setObjectName(QStringLiteral("pastTile%1").arg(counter.number));
        makeStill(*tile);
        isAnother = true;
    }
    for (const auto &[id, service] : branch.services()) {
        QueueBar *&bar = m_queues[id];
        if (bar)
            continue;
        bar = new QueueBar(m_queueGround);
        bar->setObjectName(QStringLiteral("pastQueue%1").arg(id.value));
        makeStill(*bar);
        m_queueColumn->insertWidget(m_queueColumn->count() - 1, bar);
    }
    if (!isAnother)
        return;
    m_order.clear();
    for (const auto &[id, counter] : branch.counters())
        m_order.push_back(id);
    std::sort(m_order.begin(), m_order.end(),
              [&](CounterId a, CounterId b) { return branch.counter(a)->number < branch.counter(b)->number; });
    m_columns = 0;
}

void PastFloor::arrange()
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
    for (int i = 0; i < count; ++i) {
        CounterTile *tile = m_tiles[m_order[static_cast<std::size_t>(i)]];
        m_grid->addWidget(tile, i / columns, i % columns);
        tile->show();
    }
}

bool PastFloor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tileScroll->viewport() && event->type() == QEvent::Resize)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void PastFloor::retranslate()
{
    m_queuesTitle->setText(tr("Queues then"));
    m_empty->setTexts(tr("No moment chosen"),
                      tr("Choose a day above: its counters and queues appear here as they "
                         "were at the moment the strip shows."));
}

void PastFloor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
