// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/movespanel.h"

#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QFrame>
#include <QListWidget>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kWidth = 336;
constexpr int kRowHeight = 52;
constexpr int kNoteRole = Qt::UserRole + 1; ///< QString, when and how it stands
constexpr int kIsBackRole = Qt::UserRole + 2; ///< bool, taken back

/// What was done, and under it when and how it stands.
class MoveDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isChosen ? theme().brand : theme().ground);
            painter->drawRoundedRect(row, 4, 4);
        }
        const QColor ink = isChosen ? theme().onBrand : theme().ink;
        const QColor muted = isChosen ? theme().onBrand : theme().muted;
        const auto line = [&](qreal y, const QFont &font, const QColor &colour, const QString &text) {
            painter->setFont(font);
            painter->setPen(colour);
            drawFigures(*painter, QRectF(row.left() + 10, row.top() + y, row.width() - 18, 20), Qt::AlignLeft,
                        QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(row.width()) - 18));
        };
        line(5, textFont(sizes::kText, QFont::Medium), index.data(kIsBackRole).toBool() ? muted : ink,
             index.data().toString());
        line(25, textFont(sizes::kTextSmall), muted, index.data(kNoteRole).toString());
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, kRowHeight};
    }
};

} // namespace

MovesPanel::MovesPanel(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_list(new QListWidget(this)), m_empty(new EmptyState(this)), m_why(mutedLabel(this, sizes::kText)),
      m_undo(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_close(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("movesPanel"));
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kWidth);
    auto *ground = new QVBoxLayout(this);
    ground->setContentsMargins(0, 16, 16, 12);
    ground->addWidget(panel);
    m_list->setObjectName(QStringLiteral("movesList"));
    m_list->setItemDelegate(new MoveDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setObjectName(QStringLiteral("noMovesState"));
    m_why->setObjectName(QStringLiteral("moveWhy"));
    m_why->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoChosenButton"));
    m_close->setObjectName(QStringLiteral("closeMovesButton"));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_why);
    column->addWidget(m_undo);
    column->addWidget(m_close);
    connect(m_list, &QListWidget::currentRowChanged, this, &MovesPanel::tick);
    connect(m_undo, &QPushButton::clicked, this, &MovesPanel::undoChosen);
    connect(m_close, &QPushButton::clicked, this, &MovesPanel::close);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] { m_close->hasFocus() ? close() : m_undo->click(); });
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &MovesPanel::close);
    connect(&desk, &SupervisorDesk::changed, this, &MovesPanel::refresh);
    connect(&desk.link(), &BranchLink::branchEvent, this, &MovesPanel::tick);
    retranslate();
    hide();
}

void MovesPanel::open()
{
    show();
    refresh();
    m_list->setCurrentRow(0);
    QWidget *first = m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_close;
    first->setFocus(Qt::OtherFocusReason);
}

void MovesPanel::close()
{
    hide();
    Q_EMIT closed();
}

void MovesPanel::undoChosen()
{
    if (const QListWidgetItem *item = m_list->currentItem(); item && m_undo->isEnabled())
        Q_EMIT undoAsked(item->data(Qt::UserRole).toInt());
}

void MovesPanel::refresh()
{
    const auto &moves = m_desk.moves();
    const int before = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toInt() : 0;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (auto it = moves.rbegin(); it != moves.rend(); ++it) {
        const QString words = moveText(m_desk.branch(), *it);
        auto *item = new QListWidgetItem(words, m_list);
        item->setToolTip(toolTipOf(words));
        item->setData(Qt::UserRole, it->id);
        item->setData(kIsBackRole, it->isTakenBack);
        if (it->id == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(!moves.empty());
    m_empty->setVisible(moves.empty());
    tick();
}

void MovesPanel::tick()
{
    const auto offset = m_desk.branch().settings().utcOffsetMin;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *each = m_list->item(i);
        const Move *done = m_desk.move(each->data(Qt::UserRole).toInt());
        if (!done)
            continue;
        const QString at = clockText(done->atMs, offset);
        const QString note = done->isTakenBack             ? tr("%1 · undone").arg(at)
            : whyNotBack(m_desk.branch(), *done).isEmpty() ? tr("%1 · can be undone").arg(at)
                                                           : tr("%1 · cannot be undone").arg(at);
        if (each->data(kNoteRole).toString() == note)
            continue;
        each->setData(kNoteRole, note);
        each->setData(Qt::AccessibleTextRole, QString(each->text() + QStringLiteral(", ") + note));
    }
    const QListWidgetItem *item = m_list->currentItem();
    const Move *move = item ? m_desk.move(item->data(Qt::UserRole).toInt()) : nullptr;
    const QString why = move ? whyNotBack(m_desk.branch(), *move) : QString();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_undo->setVisible(move != nullptr);
    m_undo->setEnabled(move && why.isEmpty() && m_desk.canAct());
}

void MovesPanel::retranslate()
{
    m_title->setText(tr("Done here"));
    setAccessibleName(tr("Done here"));
    m_list->setAccessibleName(tr("Done here"));
    m_empty->setTexts(tr("Nothing done yet"), tr("What you do appears here, newest first, and can be undone."));
    m_undo->setWords(tr("Undo this"));
    m_close->setWords(tr("Close"));
    refresh();
}

void MovesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
