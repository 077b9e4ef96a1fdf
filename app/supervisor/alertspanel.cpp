// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertspanel.h"

#include "app/supervisor/alertwords.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kLine = 18;
constexpr int kRowHeight = 3 * kLine + 12;
/// Of a list: its line and what is free within, on each side.
constexpr int kListFrame = 4;
constexpr int kShape = 14;
constexpr int kStandingRole = Qt::UserRole + 1; ///< QString
constexpr int kToneRole = Qt::UserRole + 2; ///< int of Tone
constexpr int kIsTakenRole = Qt::UserRole + 3; ///< bool: somebody has it

/// The severity as a shape, what is the matter on two lines, and how it stands.
class AlertDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto tone = static_cast<Tone>(index.data(kToneRole).toInt());
        const bool isTaken = index.data(kIsTakenRole).toBool();
        painter->setPen(isChosen ? QPen(theme().brand, 2) : QPen(Qt::NoPen));
        painter->setBrush(isChosen || option.state & QStyle::State_MouseOver ? theme().ground : theme().surface);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4);
        drawShape(*painter, QRectF(row.left() + 8, row.top() + 8, kShape, kShape), tone);
        const QRectF inner = row.adjusted(30, 5, -8, -4);
        const QFont font = textFont(sizes::kText, isTaken ? QFont::Normal : QFont::DemiBold);
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(isTaken ? theme().muted : theme().ink);
        const QString text = index.data().toString();
        // two lines, broken at a word; the rest ends in an ellipsis
        const int width = static_cast<int>(inner.width());
        QString first = text;
        QString second;
        if (metrics.horizontalAdvance(text) > width) {
            qsizetype at = text.size();
            while (at > 0 && metrics.horizontalAdvance(text.left(at)) > width)
                at = text.lastIndexOf(QLatin1Char(' '), at - 1);
            if (at > 0) {
                first = text.left(at);
                second = text.mid(at + 1);
            }
        }
        qreal y = inner.top();
        const auto line = [&](const QFontMetrics &of, const QString &words) {
            drawFigures(*painter, QRectF(inner.left(), y, inner.width(), kLine), Qt::AlignLeft,
                        of.elidedText(words, Qt::ElideRight, width));
            y += kLine;
        };
        line(metrics, first);
        if (!second.isEmpty())
            line(metrics, second);
        const QFont small = textFont(sizes::kTextSmall);
        painter->setFont(small);
        painter->setPen(theme().muted);
        line(QFontMetrics(small), index.data(kStandingRole).toString());
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, kRowHeight};
    }
};

} // namespace

AlertsPanel::AlertsPanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_empty(mutedLabel(this, sizes::kText)), m_list(new QListWidget(this)), m_error(new ErrorBanner(this)),
      m_buttons(new QWidget(this)), m_take(new KeyButton(QStringLiteral("A"), false, m_buttons)),
      m_act(new KeyButton(QStringLiteral("Enter"), false, m_buttons))
{
    setObjectName(QStringLiteral("alertsPanel"));
    setProperty("panel", QStringLiteral("surface"));
    m_title->setObjectName(QStringLiteral("alertsTitle"));
    m_empty->setObjectName(QStringLiteral("noAlertsText"));
    m_empty->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("alertsList"));
    m_list->setProperty("kind", QStringLiteral("plain"));
    m_list->setItemDelegate(new AlertDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_take->setObjectName(QStringLiteral("takeAlertButton"));
    m_act->setObjectName(QStringLiteral("actOnAlertButton"));
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_take, 1);
    row->addWidget(m_act, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 8);
    column->setSpacing(4);
    m_title->setContentsMargins(8, 0, 8, 0);
    m_empty->setContentsMargins(8, 0, 8, 4);
    column->addWidget(m_title);
    column->addWidget(m_empty);
    column->addWidget(m_list);
    column->addWidget(m_error);
    column->addWidget(m_buttons);
    column->addStretch();
    connect(m_list, &QListWidget::currentRowChanged, this, &AlertsPanel::onChosen);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &AlertsPanel::act);
    connect(m_take, &QPushButton::clicked, this, &AlertsPanel::acknowledge);
    connect(m_act, &QPushButton::clicked, this, &AlertsPanel::act);
    connect(&desk.link(), &BranchLink::alertsChanged, this, &AlertsPanel::refresh);
    connect(&desk, &SupervisorDesk::changed, this, &AlertsPanel::refreshButtons);
    retranslate();
}

const Alert *AlertsPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= count() ? nullptr : &m_alerts[static_cast<std::size_t>(row)];
}

void AlertsPanel::refresh()
{
    const int count = this->count();
    m_alerts = alertsInOrder(m_desk.link().alerts());
    if (m_alerts.empty())
        m_chosen = {};
    {
        const QSignalBlocker quiet(m_list);
        fill();
        int row = m_chosen.isSet() || m_alerts.empty() ? -1 : 0;
        for (int i = 0; i < this->count(); ++i) {
            if (m_alerts[static_cast<std::size_t>(i)].id == m_chosen)
                row = i;
        }
        m_list->setCurrentRow(row);
        if (row < 0)
            m_list->clearSelection();
        else
            m_chosen = m_alerts[static_cast<std::size_t>(row)].id;
    }
    refreshButtons();
    if (count != this->count())
        Q_EMIT countChanged();
}

void AlertsPanel::fill()
{
    const BranchState &branch = m_desk.branch();
    while (m_list->count() > count())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count())
        m_list->addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const Alert &alert = m_alerts[static_cast<std::size_t>(i)];
        QListWidgetItem &item = *m_list->item(i);
        const QString text = alertText(branch, alert);
        const QString standing = alertStanding(branch, m_desk.link().session(), alert);
        const auto put = [&item](int role, const QVariant &value) {
            if (item.data(role) != value)
                item.setData(role, value);
        };
        put(Qt::DisplayRole, text);
        put(Qt::ToolTipRole, toolTipOf(text + QStringLiteral(" – ") + standing));
        put(Qt::AccessibleTextRole,
            severityWord(alert.severity) + QStringLiteral(": ") + text + QStringLiteral(", ") + standing);
        put(kStandingRole, standing);
        put(kToneRole, static_cast<int>(toneOf(alert.severity)));
        put(kIsTakenRole, alert.state != AlertState::Raised);
    }
    giveRoom();
    m_list->setVisible(count() > 0);
    m_empty->setVisible(count() == 0);
    m_buttons->setVisible(count() > 0);
    m_title->setText(count() == 0 ? tr("Alerts") : tr("Alerts: %1").arg(count()));
}

void AlertsPanel::setRowsMax(int rows)
{
    m_rowsMax = std::max(1, rows);
    giveRoom();
}

void AlertsPanel::giveRoom() { m_list->setFixedHeight(std::min(m_rowsMax, count()) * kRowHeight + 2 * kListFrame); }

void AlertsPanel::onChosen()
{
    if (const Alert *alert = chosen())
        m_chosen = alert->id;
    refreshButtons();
}

void AlertsPanel::refreshButtons()
{
    const Alert *alert = chosen();
    m_take->setEnabled(alert && alert->state == AlertState::Raised && !m_taking.contains(alert->id)
                       && m_desk.canAct());
    m_act->setEnabled(alert && m_desk.canAct());
    const QString said = alert ? alertText(m_desk.branch(), *alert) : QString();
    m_take->setAccessibleDescription(said);
    m_act->setAccessibleDescription(said);
}

void AlertsPanel::takeKeyboard()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!chosen() && count() > 0)
        m_list->setCurrentRow(0);
}

void AlertsPanel::acknowledge()
{
    const Alert *alert = chosen();
    if (!alert || !m_take->isEnabled())
        return;
    m_error->clear();
    m_taking.insert(alert->id);
    refreshButtons();
    m_desk.link().carryOut(AcknowledgeAlert{alert->id}, this,
                           [this, id = alert->id](const Result<AlertReply> &reply) {
                               m_taking.erase(id);
                               if (!reply)
                                   m_error->showError(reply.error());
                               refreshButtons();
                           });
}

void AlertsPanel::act()
{
    const Alert *alert = chosen();
    if (!alert || !m_act->isEnabled())
        return;
    m_error->clear();
    Q_EMIT actAsked(Alert(*alert)); // it may end while it is acted on
}

bool AlertsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_A:
            acknowledge();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            act();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void AlertsPanel::retranslate()
{
    m_empty->setText(tr("Nothing needs you now. What does appears here: long waits, promises about to break, "
                        "forgotten tickets, lost devices."));
    m_list->setAccessibleName(tr("Alerts"));
    m_take->setWords(tr("I have it"));
    m_act->setWords(tr("Act…"));
    refresh();
}

void AlertsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
