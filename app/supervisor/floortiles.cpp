// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floortiles.h"

#include "app/supervisor/floorwords.h"
#include "app/supervisor/profilestrip.h"

#include <QApplication>
#include <QDrag>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

constexpr int kTileWidth = 208; ///< at least, where there is room for two
constexpr int kTileWidthMax = 380;
constexpr int kTileHeight = 148;
constexpr int kTileHeightShort = 138;
constexpr int kGap = 12;

} // namespace

FloorTiles::FloorTiles(SupervisorDesk &desk, DropCheck check, QWidget *parent)
    : QScrollArea(parent), m_desk(desk), m_check(std::move(check)), m_ground(new QWidget),
      m_grid(new QGridLayout(m_ground)), m_tileHeight(kTileHeight)
{
    setObjectName(QStringLiteral("tileScroll"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_ground);
    viewport()->setAutoFillBackground(false);
    m_ground->setAutoFillBackground(false);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    m_grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

CounterTile *FloorTiles::tile(CounterId counter) const
{
    const auto it = m_tiles.find(counter);
    return it == m_tiles.end() ? nullptr : it->second;
}

void FloorTiles::rebuild()
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
        tile = new CounterTile(m_ground);
        tile->setObjectName(QStringLiteral("counterTile%1").arg(counter.number));
        tile->installEventFilter(this);
        tile->setDropCheck([this, id = id](const CounterDrop &drop) { return m_check(id, drop); });
        connect(tile, &CounterTile::activated, this, [this, id = id] {
            CounterTile *pressed = m_tiles[id];
            Q_EMIT activated(id, pressed->mapToGlobal(QPoint(12, pressed->height() - 8)));
        });
        connect(tile, &CounterTile::menuRequested, this, [this, id = id](QPoint at) { Q_EMIT activated(id, at); });
        connect(tile, &CounterTile::dropOver, this,
                [this, id = id](const CounterDrop &drop) { Q_EMIT dropOver(id, drop); });
        connect(tile, &CounterTile::dropped, this,
                [this, id = id](const CounterDrop &drop) { Q_EMIT dropped(id, drop); });
    }
    std::sort(m_order.begin(), m_order.end(),
              [&](CounterId a, CounterId b) { return branch.counter(a)->number < branch.counter(b)->number; });
    m_columns = 0;
    arrange();
    if (!tile(m_selected))
        m_selected = {};
    setFocusProxy(m_selected.isSet() ? tile(m_selected) : m_order.empty() ? nullptr : tile(m_order.front()));
}

void FloorTiles::arrange()
{
    const int count = static_cast<int>(m_order.size());
    const int width = viewport()->width();
    const int columns = std::clamp((width + kGap) / (kTileWidth + kGap), 1, std::max(1, count));
    const int tileWidth = std::min(kTileWidthMax, (width + kGap) / columns - kGap);
    for (const auto &[id, each] : m_tiles)
        each->setFixedSize(tileWidth, m_tileHeight);
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
    Q_EMIT arranged();
}

void FloorTiles::setShort(bool isShort)
{
    m_tileHeight = isShort ? kTileHeightShort : kTileHeight;
    arrange();
}

int FloorTiles::heightWanted() const { return std::max(1, m_rows) * (m_tileHeight + kGap); }

void FloorTiles::refresh(CounterId id)
{
    if (CounterTile *shown = tile(id))
        shown->setFigures(counterFigures(m_desk.branch(), id, m_desk.now()));
}

void FloorTiles::refreshAll()
{
    for (const CounterId id : m_order)
        refresh(id);
}

void FloorTiles::select(CounterId counter)
{
    m_selected = counter;
    for (const auto &[id, each] : m_tiles)
        each->setSelected(id == counter);
    setFocusProxy(tile(counter)); // the focus goes where it was
}

void FloorTiles::startDrag(CounterId counter)
{
    CounterTile *dragged = tile(counter);
    dragged->setDown(false);
    auto *what = new QMimeData;
    what->setData(counterMimeType(), QByteArray::number(static_cast<qlonglong>(counter.value)));
    auto *drag = new QDrag(window()); // the tile may be gone when the drag ends
    drag->setMimeData(what);
    drag->setPixmap(dragged->grab().scaledToWidth(dragged->width() / 2, Qt::SmoothTransformation));
    drag->exec(Qt::CopyAction);
}

void FloorTiles::step(CounterId from, int key)
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
    default:
        at = count - 1;
        break;
    }
    if (at < 0 || at >= count)
        return;
    CounterTile *next = m_tiles[m_order[static_cast<std::size_t>(at)]];
    next->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(next, 0, kGap);
}

bool FloorTiles::pressKey(CounterId counter, int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        step(counter, key);
        return true;
    case Qt::Key_F4:
        Q_EMIT placeAsked(counter);
        return true;
    default:
        return false;
    }
}

void FloorTiles::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

bool FloorTiles::eventFilter(QObject *watched, QEvent *event)
{
    const auto it
        = std::find_if(m_tiles.begin(), m_tiles.end(), [&](const auto &entry) { return entry.second == watched; });
    if (it == m_tiles.end())
        return QScrollArea::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
        if (pressKey(it->first, static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    case QEvent::FocusIn:
        if (m_isFollowing)
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
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tiepdon
