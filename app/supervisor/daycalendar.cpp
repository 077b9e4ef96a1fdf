// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/daycalendar.h"

#include "ui/theme/figures.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kWeeks = 6; ///< as many as a month can touch
constexpr int kCellWidth = 44;
constexpr int kCellHeight = 36;
constexpr int kHeaderHeight = 28;
constexpr int kFrame = 4; ///< of the table, on both sides together

/// A day: its number, and a dot where something is kept of it.
class DayDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isKept = index.flags() & Qt::ItemIsEnabled;
        const bool isChosen = isKept && option.state & QStyle::State_Selected;
        const QRectF cell = QRectF(option.rect).adjusted(2, 2, -2, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (isChosen || (isKept && option.state & QStyle::State_MouseOver)) {
            painter->setBrush(isChosen ? theme().brand : theme().line);
            painter->drawRoundedRect(cell, sizes::kRadius, sizes::kRadius);
        }
        if (isKept) {
            painter->setBrush(isChosen ? theme().onBrand : theme().brand);
            painter->drawEllipse(QPointF(cell.center().x(), cell.bottom() - 5), 2, 2);
        }
        painter->setFont(textFont(sizes::kText, isKept ? QFont::DemiBold : QFont::Normal));
        painter->setPen(isChosen ? theme().onBrand : isKept ? theme().ink : theme().muted);
        drawFigures(*painter, cell.adjusted(0, 0, 0, -6), Qt::AlignHCenter, index.data().toString());
        painter->restore();
    }
};

} // namespace

DayCalendar::DayCalendar(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_earlier(new QToolButton(this)),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_later(new QToolButton(this)),
      m_table(new QTableWidget(kWeeks, 7, this))
{
    setObjectName(QStringLiteral("dayCalendar"));
    setProperty("panel", QStringLiteral("raised"));
    m_earlier->setObjectName(QStringLiteral("earlierMonthButton"));
    m_earlier->setArrowType(Qt::LeftArrow);
    m_later->setObjectName(QStringLiteral("laterMonthButton"));
    m_later->setArrowType(Qt::RightArrow);
    m_title->setObjectName(QStringLiteral("calendarMonth"));
    m_title->setAlignment(Qt::AlignCenter);
    m_table->setObjectName(QStringLiteral("calendarTable"));
    m_table->setItemDelegate(new DayDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kCellHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setStyleProperty(*m_table->horizontalHeader(), "kind", QStringLiteral("dense"));
    m_table->horizontalHeader()->setMinimumSectionSize(kCellWidth);
    m_table->horizontalHeader()->setDefaultSectionSize(kCellWidth);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_table->horizontalHeader()->setFixedHeight(kHeaderHeight);
    m_table->setFixedSize(7 * kCellWidth + kFrame, kWeeks * kCellHeight + kHeaderHeight + kFrame);
    m_table->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_earlier);
    head->addWidget(m_title, 1);
    head->addWidget(m_later);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_table);
    connect(m_earlier, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int at) { choose(dayOf(row, at)); });
    retranslate();
}

void DayCalendar::setDays(std::map<QDate, QString> days)
{
    m_days = std::move(days);
    if (isVisible())
        moveTo(m_day);
}

void DayCalendar::openBelow(const QWidget &anchor, const QDate &day)
{
    if (m_days.empty())
        return;
    moveTo(m_days.contains(day) ? day : m_days.rbegin()->first);
    adjustSize();
    winId(); // its window is there: it stands over the other
    if (windowHandle())
        windowHandle()->setTransientParent(anchor.window()->windowHandle());
    move(anchor.mapToGlobal(QPoint(0, anchor.height() + sizes::kGrid)));
    show();
    m_table->setFocus(Qt::PopupFocusReason);
}

QDate DayCalendar::dayOf(int row, int column) const
{
    const QDate day = m_month.addDays(1 - m_month.dayOfWeek() + row * 7 + column); // weeks begin on Monday
    return day.month() == m_month.month() ? day : QDate();
}

void DayCalendar::showMonth(const QDate &month)
{
    m_month = QDate(month.year(), month.month(), 1);
    const QSignalBlocker blocker(m_table);
    for (int row = 0; row < kWeeks; ++row) {
        for (int column = 0; column < 7; ++column) {
            const QDate day = dayOf(row, column);
            auto *item = new QTableWidgetItem(day.isValid() ? QString::number(day.day()) : QString());
            const auto kept = m_days.find(day);
            item->setFlags(kept == m_days.end() ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            const QString words = QLocale().toString(day, QLocale::LongFormat)
                + (kept == m_days.end() ? QString() : QStringLiteral(", ") + kept->second);
            item->setData(Qt::AccessibleTextRole, words);
            if (kept != m_days.end())
                item->setToolTip(toolTipOf(words));
            m_table->setItem(row, column, item);
        }
    }
    m_title->setText(
        QStringLiteral("%1 %2").arg(QLocale().standaloneMonthName(m_month.month())).arg(m_month.year()));
    m_earlier->setEnabled(!m_days.empty() && m_days.begin()->first < m_month);
    m_later->setEnabled(!m_days.empty() && m_days.rbegin()->first >= m_month.addMonths(1));
}

void DayCalendar::moveTo(const QDate &day)
{
    if (!day.isValid())
        return;
    m_day = day;
    showMonth(day);
    const qint64 at = QDate(day.year(), day.month(), 1).dayOfWeek() - 1 + day.day() - 1;
    m_table->setCurrentCell(static_cast<int>(at / 7), static_cast<int>(at % 7));
}

QDate DayCalendar::before(const QDate &day) const
{
    const auto next = m_days.upper_bound(day);
    return next == m_days.begin() ? QDate() : std::prev(next)->first;
}

QDate DayCalendar::from(const QDate &day) const
{
    const auto next = m_days.lower_bound(day);
    return next == m_days.end() ? QDate() : next->first;
}

void DayCalendar::turn(int months)
{
    const QDate there = months < 0 ? before(m_month.addDays(-1)) : from(m_month.addMonths(1));
    if (!there.isValid())
        return;
    const QDate first(there.year(), there.month(), 1);
    const QDate wanted = first.addDays(std::min(m_day.day(), first.daysInMonth()) - 1);
    const QDate earlier = before(wanted);
    moveTo(earlier >= first ? earlier : from(wanted));
}

void DayCalendar::choose(const QDate &day)
{
    if (!m_days.contains(day))
        return;
    close();
    Q_EMIT chosen(day);
}

bool DayCalendar::onKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
        moveTo(before(m_day.addDays(-1)));
        return true;
    case Qt::Key_Right:
        moveTo(from(m_day.addDays(1)));
        return true;
    case Qt::Key_Up:
        moveTo(before(m_day.addDays(-7)));
        return true;
    case Qt::Key_Down:
        moveTo(from(m_day.addDays(7)));
        return true;
    case Qt::Key_Home:
        moveTo(from(m_month));
        return true;
    case Qt::Key_End:
        moveTo(before(m_month.addMonths(1).addDays(-1)));
        return true;
    case Qt::Key_PageUp:
        turn(-1);
        return true;
    case Qt::Key_PageDown:
        turn(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(m_day);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool DayCalendar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && onKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

void DayCalendar::retranslate()
{
    QStringList days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        days << QLocale().standaloneDayName(day, QLocale::ShortFormat);
    m_table->setHorizontalHeaderLabels(days);
    m_table->setAccessibleName(tr("Days that are kept"));
    const std::pair<QToolButton *, QString> named[]
        = {{m_earlier, tr("The month before (Page Up)")}, {m_later, tr("The month after (Page Down)")}};
    for (const auto &[button, words] : named) {
        button->setAccessibleName(words);
        button->setToolTip(words);
    }
    moveTo(m_day);
}

void DayCalendar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
