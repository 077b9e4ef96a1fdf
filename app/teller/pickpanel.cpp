// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/pickpanel.h"

#include "app/teller/waitingmodel.h"
#include "ui/models/numbersearch.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 32;
/// Longer than any printed number.
constexpr int kTypedMax = 12;

/// "Deposits · ★ Priority by law".
QString whatFor(const QModelIndex &index)
{
    const QString service = index.data(WaitingModel::ServiceNameRole).toString();
    const QString segment = index.data(WaitingModel::SegmentRole).toString();
    return segment.isEmpty() ? service : QStringLiteral("%1 · ★ %2").arg(service, segment);
}

/// Number, service, and the wait against its promise, one line.
class WaitingDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const Tone tone = static_cast<Tone>(index.data(WaitingModel::ToneRole).toInt());
        const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
        const QRectF row = box.adjusted(10, 0, -10, 0);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().brand);
            painter->drawRoundedRect(box, 4, 4);
        }
        const QColor ink = isChosen ? theme().onBrand : theme().ink;
        painter->setPen(ink);
        painter->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
        drawFigures(*painter, row, Qt::AlignLeft, index.data().toString());

        const QString wait = PickPanel::tr("waiting %1 of %2 min")
                                 .arg(minutesText(index.data(WaitingModel::WaitedMsRole).toLongLong()),
                                      minutesText(index.data(WaitingModel::PromiseMsRole).toLongLong()));
        const QFont waitFont = textFont(sizes::kText);
        painter->setFont(waitFont);
        const qreal waitWidth = figuresWidth(waitFont, wait);
        if (!isChosen && tone != Tone::Good)
            painter->setPen(colourOf(tone));
        drawFigures(*painter, row, Qt::AlignRight, wait);
        if (!isChosen)
            drawShape(*painter, QRectF(row.right() - waitWidth - 18, row.center().y() - 5, 10, 10), tone);

        painter->setPen(isChosen ? theme().onBrand : theme().muted);
        const QRectF name = row.adjusted(80, 0, -(waitWidth + 28), 0);
        painter->drawText(
            name, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(waitFont).elidedText(whatFor(index), Qt::ElideRight, static_cast<int>(name.width())));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {320, kRowHeight};
    }
};

} // namespace

PickPanel::PickPanel(TellerDesk &desk, QWidget *parent)
    : DeskPanel(desk, QStringLiteral("pick"), parent), m_waiting(new WaitingModel(desk.link(), this)),
      m_filter(new WaitingFilter(this)), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_number(new QLineEdit(this)), m_service(new QComboBox(this)), m_list(new QListView(this)),
      m_hint(plainLabel(this, sizes::kText)), m_call(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    m_filter->setSourceModel(m_waiting);
    m_number->setObjectName(QStringLiteral("findNumberEdit"));
    m_number->setFont(textFont(sizes::kTextLarge));
    m_number->setMaxLength(kTypedMax);
    m_number->setMinimumHeight(40);
    m_number->setAttribute(Qt::WA_InputMethodEnabled, false); // VNI would make "á2" of "a12"
    m_number->installEventFilter(this);
    m_service->setObjectName(QStringLiteral("pickServiceChoice"));
    m_service->setMinimumHeight(36);
    m_list->setObjectName(QStringLiteral("waitingList"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new WaitingDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(4 * kRowHeight + 8);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_hint->setObjectName(QStringLiteral("pickHint"));
    m_hint->setWordWrap(true);
    m_call->setObjectName(QStringLiteral("callTicketButton"));
    m_cancel->setObjectName(QStringLiteral("pickCancelButton"));
    auto *callAction = new QAction(m_list);
    callAction->setObjectName(QStringLiteral("callTicketAction"));
    m_list->addAction(callAction);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_call);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_number);
    left->addWidget(m_service);
    left->addWidget(m_hint, 1, Qt::AlignTop);
    left->addLayout(buttons);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 12, 16, 12);
    columns->setSpacing(24);
    columns->addLayout(left, 2);
    columns->addWidget(m_list, 3);

    connect(m_number, &QLineEdit::textEdited, this, &PickPanel::onTyped);
    connect(m_service, &QComboBox::activated, this, [this] {
        m_number->clear();
        onTyped();
        m_number->setFocus(Qt::OtherFocusReason);
    });
    connect(m_call, &QPushButton::clicked, this, &PickPanel::callChosen);
    connect(callAction, &QAction::triggered, this, &PickPanel::callChosen);
    connect(m_list, &QListView::doubleClicked, this, &PickPanel::callChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PickPanel::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &PickPanel::close);
    retranslate();
}

void PickPanel::open(ServiceId service)
{
    if (!desk().isAtWork())
        return;
    m_inHand = desk().ticket() ? desk().ticket()->id : TicketId{};
    m_waiting->setProfile(desk().profile() ? desk().profile()->id : ProfileId{});
    m_waiting->tick(desk().link().hubNowMs());
    fillServices();
    m_service->setCurrentIndex(std::max(0, m_service->findData(static_cast<qlonglong>(service.value))));
    m_number->clear();
    reveal(*m_number);
    onTyped();
}

void PickPanel::onEnter()
{
    if (m_cancel->hasFocus())
        close();
    else
        callChosen();
}

void PickPanel::follow()
{
    // somebody else is in hand now: this has done what it was for
    const Ticket *inHand = desk().ticket();
    if (!desk().isAtWork() || (inHand && inHand->id != m_inHand))
        close();
    else
        tick();
}

void PickPanel::tick()
{
    if (!isOpen())
        return;
    const TicketId before = chosen();
    const QString number = m_chosenNumber;
    m_waiting->tick(desk().link().hubNowMs());
    // whoever stands next in the list was not chosen: Enter must not call them
    if (before.isSet() && chosen() != before) {
        m_gone = number;
        m_list->setCurrentIndex({});
    }
    fillServices();
    refresh();
}

void PickPanel::fillServices()
{
    const BranchState &branch = desk().link().branch();
    const auto words = [&](ServiceId id, const QString &name) {
        std::size_t waiting = 0;
        for (const auto &[each, service] : branch.services())
            waiting += !id.isSet() || each == id ? branch.waiting(each).size() : 0;
        return QStringLiteral("%1 · %2").arg(name, QLocale().toString(static_cast<qulonglong>(waiting)));
    };
    std::vector<std::pair<ServiceId, QString>> rows{{ServiceId{}, words({}, tr("All services"))}};
    for (const auto &[id, service] : branch.services())
        rows.emplace_back(id, words(id, inLanguage(service.name)));
    const QVariant current = m_service->currentData();
    while (m_service->count() > static_cast<int>(rows.size()))
        m_service->removeItem(m_service->count() - 1);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const auto &[id, name] = rows[static_cast<std::size_t>(i)];
        if (i >= m_service->count())
            m_service->addItem(name);
        m_service->setItemText(i, name);
        m_service->setItemData(i, static_cast<qlonglong>(id.value));
    }
    m_service->setCurrentIndex(std::max(0, m_service->findData(current)));
}

void PickPanel::onTyped()
{
    m_gone.clear();
    const TicketId before = chosen();
    const QString typed = m_number->text().trimmed();
    m_filter->setTyped(typed);
    m_filter->setService(ServiceId{m_service->currentData().toLongLong()});
    // the whole number is meant before one that begins alike
    TicketId exact;
    for (int row = 0; row < m_filter->rowCount() && !typed.isEmpty(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!exact.isSet() && isWholeNumberMeant(typed, index.data().toString()))
            exact = TicketId{index.data(WaitingModel::TicketRole).toLongLong()};
    }
    choose(exact.isSet() ? exact : before);
    refresh();
}

TicketId PickPanel::chosen() const
{
    return TicketId{m_list->currentIndex().data(WaitingModel::TicketRole).toLongLong()};
}

void PickPanel::choose(TicketId ticket)
{
    QModelIndex index = m_filter->mapFromSource(m_waiting->index(m_waiting->rowOf(ticket)));
    if (!index.isValid())
        index = m_filter->index(0, 0);
    m_list->setCurrentIndex(index);
}

void PickPanel::callChosen()
{
    if (m_call->isEnabled())
        desk().callTicket(chosen());
}

QString whereabouts(const BranchState &branch, const QString &typed)
{
    for (const auto &[id, ticket] : branch.tickets()) {
        const QString number = fromUtf8(ticket.number);
        if (ticket.isQueued() || !isWholeNumberMeant(typed, number))
            continue;
        if (ticket.held)
            return PickPanel::tr("%1 joins its queue at %2.")
                .arg(number, clockText(ticket.held->untilMs, branch.settings().utcOffsetMin));
        const Counter *counter = branch.counter(ticket.step.counter);
        const QString sign = counter ? QString::number(counter->number) : QStringLiteral("?");
        if (ticket.state == TicketState::Parked)
            return PickPanel::tr("%1 is parked at counter %2. Shift+F6 takes it up.").arg(number, sign);
        return ticket.state == TicketState::Called
            ? PickPanel::tr("%1 is called to counter %2.").arg(number, sign)
            : PickPanel::tr("%1 is being served at counter %2.").arg(number, sign);
    }
    for (auto it = branch.restorable().rbegin(); it != branch.restorable().rend(); ++it) {
        const QString number = fromUtf8(it->number);
        if (!isWholeNumberMeant(typed, number))
            continue;
        return it->state == TicketState::NoShow
            ? PickPanel::tr("%1 did not come when it was called. The supervisor can bring it back.").arg(number)
            : PickPanel::tr("%1 was cancelled. The supervisor can bring it back.").arg(number);
    }
    return {};
}

QString PickPanel::hint() const
{
    if (!chosen().isSet() && !m_gone.isEmpty() && m_filter->rowCount() > 0)
        return tr("%1 does not wait any longer. Choose again.").arg(m_gone);
    if (m_filter->rowCount() == 0) {
        const QString typed = m_number->text().trimmed().toUpper();
        const QString where = whereabouts(desk().link().branch(), typed);
        return typed.isEmpty() ? tr("Nobody is waiting here.")
            : where.isEmpty()  ? tr("No ticket %1 is waiting.").arg(typed)
                               : where;
    }
    if (const Ticket *inHand = desk().ticket())
        return tr("To look only: %1 is still at your counter.").arg(fromUtf8(inHand->number));
    if (desk().onBreak())
        return tr("To look only: you are on a break.");
    return tr("The call is kept as chosen by hand, with whom the rule would have called.");
}

void PickPanel::refresh()
{
    m_hint->setText(hint());
    m_call->setEnabled(desk().canCall() && chosen().isSet());
    const QString number = m_list->currentIndex().data().toString();
    if (!number.isEmpty())
        m_chosenNumber = number;
    m_call->setWords(number.isEmpty() ? tr("Call this one") : tr("Call %1").arg(number));
    for (QAction *action : m_list->actions()) {
        action->setText(m_call->text());
        action->setEnabled(m_call->isEnabled());
    }
}

bool PickPanel::eventFilter(QObject *watched, QEvent *event)
{
    // up and down choose while a number is typed
    if (watched == m_number && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void PickPanel::retranslate()
{
    m_title->setText(tr("Find a number and call it"));
    m_number->setPlaceholderText(tr("Number, for example A012"));
    m_number->setAccessibleName(tr("Number to find"));
    m_service->setAccessibleName(tr("Service"));
    m_list->setAccessibleName(tr("People waiting"));
    m_cancel->setWords(tr("Close"));
    setAccessibleName(m_title->text());
    fillServices();
    refresh();
}

} // namespace tiepdon
