// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/actionpanel.h"

#include "app/supervisor/coverlist.h"
#include "app/supervisor/effectpreview.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

using Kind = Action::Kind;

constexpr int kRowHeight = 32;
constexpr int kWidthMax = 560;
constexpr int kRowsShown = 8;
constexpr int kConfirmHeight = 52;

/// A choice, one line.
class ChoiceDelegate : public QStyledItemDelegate
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
        painter->setFont(option.font);
        painter->setPen(isChosen ? theme().onBrand : theme().ink);
        painter->drawText(
            row.adjusted(10, 0, -8, 0), Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(option.font)
                .elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(row.width()) - 18));
        painter->restore();
    }
};

/// Keeps what is chosen in view when the list has less room.
class ChosenInView : public QObject
{
public:
    explicit ChosenInView(QListWidget &list) : QObject(&list), m_list(list) { list.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isFiltered = QObject::eventFilter(watched, event);
        if (event->type() == QEvent::Resize && m_list.currentItem()) // when the list itself has heard of it
            QMetaObject::invokeMethod(
                &m_list, [list = &m_list] { list->scrollToItem(list->currentItem()); }, Qt::QueuedConnection);
        return isFiltered;
    }

private:
    QListWidget &m_list;
};

template <class Items>
bool isSame(const QComboBox &box, const Items &items)
{
    bool same = box.count() == static_cast<int>(items.size());
    for (int i = 0; same && i < box.count(); ++i)
        same = box.itemData(i).toLongLong() == items[static_cast<std::size_t>(i)].id
            && box.itemText(i) == items[static_cast<std::size_t>(i)].text;
    return same;
}

template <class Items>
void fill(QComboBox &box, const Items &items)
{
    if (isSame(box, items))
        return;
    const QVariant before = box.currentData();
    const QSignalBlocker blocker(box);
    box.clear();
    for (const auto &item : items)
        box.addItem(item.text, item.id);
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

template <class Items>
void fill(QListWidget &list, const Items &items)
{
    bool same = list.count() == static_cast<int>(items.size());
    for (int i = 0; same && i < list.count(); ++i)
        same = list.item(i)->data(Qt::UserRole).toLongLong() == items[static_cast<std::size_t>(i)].id;
    if (same) { // the words alone: choice and scrolling stay
        for (int i = 0; i < list.count(); ++i)
            list.item(i)->setText(items[static_cast<std::size_t>(i)].text);
        return;
    }
    const bool isFirst = list.count() == 0;
    const qlonglong before = list.currentItem() ? list.currentItem()->data(Qt::UserRole).toLongLong() : -1;
    const QSignalBlocker blocker(list);
    list.clear();
    int row = isFirst ? 0 : -1; // what stands next in the list was not chosen
    for (const auto &item : items) {
        auto *entry = new QListWidgetItem(item.text, &list);
        entry->setData(Qt::UserRole, item.id);
        entry->setSizeHint({120, kRowHeight});
        if (item.id == before)
            row = list.count() - 1;
    }
    list.setCurrentRow(row);
}

/// The item with an id becomes the chosen one, where there is such.
void chooseIn(QListWidget &list, qlonglong id)
{
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->data(Qt::UserRole).toLongLong() == id)
            list.setCurrentRow(row);
    }
}

/// The item of the form of who a customer is that says what is so now.
qlonglong customerItem(const Ticket &ticket)
{
    return ticket.priorityReason.isSet() ? ticket.priorityReason.value : -ticket.segment.value;
}

Tone toneOf(const ServiceCover &cover)
{
    if (cover.after == 0)
        return cover.waiting > 0 ? Tone::Bad : Tone::Warn;
    return cover.after > cover.before ? Tone::Good : Tone::Neutral;
}

} // namespace

ActionPanel::ActionPanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_hint(mutedLabel(this, sizes::kText)), m_listTitle(mutedLabel(this, sizes::kText)),
      m_list(new QListWidget(this)), m_firstTitle(mutedLabel(this, sizes::kText)), m_first(new QComboBox(this)),
      m_whoTitle(mutedLabel(this, sizes::kText)), m_who(new QComboBox(this)),
      m_delayTitle(mutedLabel(this, sizes::kText)), m_delay(new QComboBox(this)),
      m_secondTitle(mutedLabel(this, sizes::kText)), m_second(new QComboBox(this)),
      m_coverTitle(mutedLabel(this, sizes::kText)), m_cover(new CoverList(this)),
      m_effect(new EffectPreview(desk, this)), m_effectText(plainLabel(this, sizes::kText)),
      m_warningCard(new QFrame(this)), m_warning(plainLabel(m_warningCard, sizes::kText, QFont::Medium)),
      m_error(new ErrorBanner(this)), m_confirm(new KeyButton(QStringLiteral("Enter"), true, this)),
      m_insist(new KeyButton({}, false, this)), m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("actionPanel"));
    setProperty("panel", QStringLiteral("info"));
    setMaximumWidth(kWidthMax);
    m_title->setObjectName(QStringLiteral("actionTitle"));
    m_hint->setObjectName(QStringLiteral("actionHint"));
    m_list->setObjectName(QStringLiteral("actionChoice"));
    m_first->setObjectName(QStringLiteral("actionFirstChoice"));
    m_second->setObjectName(QStringLiteral("actionReasonChoice"));
    m_who->setObjectName(QStringLiteral("actionWhoChoice"));
    m_delay->setObjectName(QStringLiteral("actionDelayChoice"));
    m_cover->setObjectName(QStringLiteral("actionCover"));
    m_effectText->setObjectName(QStringLiteral("actionEffect"));
    m_warningCard->setObjectName(QStringLiteral("actionWarningCard"));
    m_warningCard->setProperty("panel", QStringLiteral("warn"));
    m_warning->setObjectName(QStringLiteral("actionWarning"));
    m_confirm->setObjectName(QStringLiteral("actionConfirmButton"));
    m_cancel->setObjectName(QStringLiteral("actionCancelButton"));
    for (QLabel *label : {m_title, m_hint, m_warning, m_effectText})
        label->setWordWrap(true);
    m_confirm->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_confirm->setFixedHeight(kConfirmHeight);
    m_insist->setObjectName(QStringLiteral("actionInsistButton"));
    m_list->setFont(textFont(sizes::kTextLarge));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setMouseTracking(true);
    new ChosenInView(*m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_listTitle->setBuddy(m_list);
    m_firstTitle->setBuddy(m_first);
    m_secondTitle->setBuddy(m_second);
    m_whoTitle->setBuddy(m_who);
    m_delayTitle->setBuddy(m_delay);
    for (QComboBox *box : {m_first, m_second, m_who, m_delay}) {
        box->setMinimumHeight(36);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        connect(box, &QComboBox::currentIndexChanged, this, &ActionPanel::refresh);
    }
    auto *warningRow = new QHBoxLayout(m_warningCard);
    warningRow->setContentsMargins(12, 8, 12, 8);
    warningRow->addWidget(m_warning);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 1);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const std::pair<QLabel *, QComboBox *> rows[]
        = {{m_whoTitle, m_who}, {m_firstTitle, m_first}, {m_delayTitle, m_delay}};
    for (int row = 0; row < 3; ++row) {
        grid->addWidget(rows[row].first, row, 0);
        grid->addWidget(rows[row].second, row, 1);
    }
    column->addLayout(grid);
    column->addWidget(m_secondTitle);
    column->addWidget(m_second);
    column->addWidget(m_coverTitle);
    column->addWidget(m_cover);
    column->addWidget(m_effectText);
    column->addWidget(m_warningCard);
    column->addWidget(m_error);
    column->addSpacing(4);
    column->addWidget(m_confirm);
    column->addWidget(m_insist);
    column->addWidget(m_cancel);
    column->addStretch();

    connect(m_confirm, &QPushButton::clicked, this, &ActionPanel::confirm);
    connect(m_insist, &QPushButton::clicked, this, &ActionPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &ActionPanel::close);
    connect(m_list, &QListWidget::currentRowChanged, this, &ActionPanel::refresh);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &ActionPanel::onEnter);
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ActionPanel::close);
    connect(m_effect, &EffectPreview::changed, this, [this] {
        if (m_effect->state() != EffectPreview::State::Asking) // that is shown where it is asked
            refresh();
    });
    connect(&desk, &SupervisorDesk::changed, this, &ActionPanel::refresh);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this] { noticeChange(); });
    connect(&desk.link(), &BranchLink::stateReplaced, this, &ActionPanel::noticeChange);
    retranslate();
    hide();
}

void ActionPanel::begin(const Action &action)
{
    m_action = action;
    ++m_number;
    if (const Ticket *about = m_desk.branch().ticket(action.ticket)) {
        m_action->waitsFor = about->step.service;
        if (about->isAtCounter())
            m_action->inHandAt = about->step.counter;
    }
    m_isPreview = false;
    m_isWarned = false;
    m_isSent = false;
    lookAgain();
    m_error->clear();
    m_list->clear();
    m_first->clear();
    m_second->clear();
    m_who->clear();
    m_delay->clear();
    if (action.kind == Kind::Open || action.kind == Kind::Place) {
        const Counter *counter = m_desk.branch().counter(action.counter);
        const CounterState *state = m_desk.branch().counterState(action.counter);
        const ActionForm first = form();
        fill(*m_first, first.first);
        ProfileId proposed = action.profile;
        if (!proposed.isSet() && counter)
            proposed = state && state->isOpen() ? state->profile : counter->profile;
        m_first->setCurrentIndex(std::max(0, m_first->findData(static_cast<qlonglong>(proposed.value))));
        fill(*m_list, first.list);
        chooseIn(*m_list, action.staff.value);
    }
    if (const Ticket *about = m_desk.branch().ticket(action.ticket); about && action.kind == Kind::Segment) {
        fill(*m_list, form().list); // as it is: Enter alone changes nothing
        chooseIn(*m_list, customerItem(*about));
    }
    if (action.toService.isSet() || action.toCounter.isSet()) {
        const ActionForm first = form();
        fill(*m_list, first.list);
        chooseIn(*m_list, action.toService.isSet() ? action.toService.value : m_action->waitsFor.value);
        fill(*m_who, first.who);
        m_who->setCurrentIndex(std::max(0, m_who->findData(static_cast<qlonglong>(action.toCounter.value))));
    }
}

void ActionPanel::open(const Action &action)
{
    begin(action);
    refresh();
    QFrame::show();
    Q_EMIT shownChanged();
    QWidget *first = m_list->isVisibleTo(this) ? static_cast<QWidget *>(m_list) : m_confirm;
    first->setFocus(Qt::OtherFocusReason);
}

void ActionPanel::preview(const Action &action)
{
    if (m_action && !m_isPreview) // what is being confirmed is not dragged away
        return;
    begin(action);
    m_isPreview = true;
    refresh();
    QFrame::show();
    Q_EMIT shownChanged();
}

void ActionPanel::endPreview()
{
    if (!m_isPreview)
        return;
    m_isPreview = false;
    m_action.reset();
    m_effect->clear();
    hide();
    Q_EMIT shownChanged();
}

void ActionPanel::close()
{
    if (!m_action)
        return;
    m_action.reset();
    ++m_number;
    m_isPreview = false;
    m_effect->clear();
    hide();
    Q_EMIT shownChanged();
    Q_EMIT closed();
}

void ActionPanel::hurry() { m_effect->hurry(); }

void ActionPanel::lookAgain()
{
    m_news = {};
    m_seen.clear();
    for (const auto &[id, state] : m_desk.branch().counterStates())
        m_seen[id] = standingOf(state);
}

std::vector<CounterMove> ActionPanel::moves() const { return actionMoves(m_desk, *m_action, choice(), m_seen); }

ActionChoice ActionPanel::choice() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return {item ? item->data(Qt::UserRole).toLongLong() : 0, m_first->currentData().toLongLong(),
            m_second->currentData().toLongLong(), m_who->currentData().toLongLong(),
            m_delay->currentData().toLongLong()};
}

ActionForm ActionPanel::form() const
{
    return actionForm(m_desk, *m_action, choice(), m_isWarned, m_error->text().isEmpty() ? m_news : ActionNews{});
}

void ActionPanel::noticeChange()
{
    if (!m_action)
        return;
    // what is about to be sent says what the person saw: a change in between is said first
    if (m_action->isAboutCounter() && !m_isSent) {
        CounterId changed;
        for (const CounterMove &move : moves()) {
            const CounterState *state = m_desk.branch().counterState(move.counter);
            if (state && standingOf(*state) != move.seen)
                changed = move.counter;
        }
        for (const auto &[id, state] : m_desk.branch().counterStates())
            m_seen[id] = standingOf(state);
        if (changed.isSet()) {
            m_news = {true, {}};
            m_isWarned = false;
            askWho(changed);
        }
    }
    noticeSentOn();
    refresh();
}

void ActionPanel::askWho(CounterId counter)
{
    m_desk.link().ask(LastCounterChange{counter}, this, [this, counter](const Result<CounterChange> &change) {
        const bool isStill = m_action && m_action->isAboutCounter() && m_news.isNews;
        if (!isStill || !change || change->by == m_desk.link().session().staff || counter != m_action->counter)
            return;
        m_news.by = QString::fromStdString(change->name);
        refresh();
    });
}

void ActionPanel::noticeSentOn()
{
    const Ticket *about = m_desk.branch().ticket(m_action->ticket);
    if (m_action->kind != Kind::Transfer || m_isSent || !about || about->step.service == m_action->waitsFor)
        return;
    m_action->waitsFor = about->step.service;
    m_news.isNews = true;
}

void ActionPanel::refresh()
{
    if (!m_action)
        return;
    const qlonglong before = choice().list;
    show(form());
    if (choice().list != before) // what is chosen has a say in what is shown
        show(form());
}

void ActionPanel::show(const ActionForm &form)
{
    m_title->setText(form.title);
    fill(*m_list, form.list);
    const bool isChosen = form.list.empty() || m_list->currentItem();
    QString hint = form.blocked.isEmpty() ? form.hint : form.blocked;
    if (m_isSent)
        hint = tr("Confirming…");
    else if (!m_desk.isLive())
        hint = tr("The hub cannot be reached. This can be done again when the badge says live.");
    else if (!isChosen && form.blocked.isEmpty())
        hint = tr("What was chosen is not possible any more. Choose again.");
    else if (m_isPreview && form.blocked.isEmpty())
        hint = tr("Let go to move it here; it is asked for once more.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setStyleProperty(*m_hint, "ink",
                     (form.blocked.isEmpty() && isChosen && m_desk.isLive()) || m_isSent ? QStringLiteral("muted")
                                                                                         : QStringLiteral("warn"));
    m_list->setVisible(!form.list.empty());
    m_list->setAccessibleName(form.listTitle);
    const int rowsLeast = form.who.empty() ? 4 : 2; // what there is below it needs the room
    m_list->setMinimumHeight(std::min(rowsLeast, static_cast<int>(form.list.size())) * kRowHeight + 10);
    m_list->setMaximumHeight(std::min(kRowsShown, static_cast<int>(form.list.size())) * kRowHeight + 10);
    m_listTitle->setText(form.listTitle);
    m_listTitle->setVisible(!form.list.empty());
    const std::tuple<QComboBox *, QLabel *, const QString &, const std::vector<ActionItem> &> boxes[]
        = {{m_first, m_firstTitle, form.firstTitle, form.first},
           {m_who, m_whoTitle, form.whoTitle, form.who},
           {m_delay, m_delayTitle, form.delayTitle, form.delay},
           {m_second, m_secondTitle, form.secondTitle, form.second}};
    for (const auto &[box, label, title, items] : boxes) {
        fill(*box, items);
        box->setVisible(!items.empty());
        box->setAccessibleName(title);
        label->setText(title);
        label->setVisible(!items.empty());
    }
    std::vector<CoverList::Line> lines;
    for (const ServiceCover &each : form.cover)
        lines.push_back(
            {serviceName(m_desk.branch(), each.service), QStringLiteral("%1 → %2").arg(each.before).arg(each.after),
             each.waiting == 0 ? QString()
                               : tr("%1 waiting").arg(QLocale().toString(static_cast<qlonglong>(each.waiting))),
             toneOf(each)});
    m_coverTitle->setVisible(!lines.empty());
    m_cover->setVisible(!lines.empty());
    m_cover->setLines(std::move(lines));
    showEffect(form.blocked.isEmpty() && isChosen);
    m_warning->setText(form.warning);
    m_warningCard->setVisible(!form.warning.isEmpty());
    m_warningCard->setAccessibleName(form.warning);
    m_confirm->setWords(form.confirm);
    m_confirm->setVisible(!m_isPreview && !m_isWarned);
    m_insist->setVisible(!m_isPreview && m_isWarned);
    m_cancel->setVisible(!m_isPreview);
    for (KeyButton *button : {m_confirm, m_insist})
        button->setEnabled(m_desk.canAct() && form.blocked.isEmpty() && isChosen);
    setAccessibleName(form.title);
    // what stands above a button is heard where the button is
    const QStringList parts{hint, m_cover->isVisibleTo(this) ? m_cover->text() : QString(),
                            m_effectText->isVisibleTo(this) ? m_effectText->text() : QString(), form.warning};
    const QString said
        = QStringList(parts).filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(". "));
    for (KeyButton *button : {m_confirm, m_insist})
        button->setAccessibleDescription(said);
    m_cancel->setAccessibleDescription(form.warning);
}

void ActionPanel::showEffect(bool isPossible)
{
    if (m_isSent) // it stays until the answer
        return;
    if (window()->isVisible() && !isVisible()) // on another page: asked when this is seen again
        return;
    if (isPossible && m_action->isAboutCounter())
        m_effect->ask(floorMovesOf(moves()));
    else
        m_effect->clear();
    m_effectText->setText(m_effect->text());
    m_effectText->setVisible(!m_effectText->text().isEmpty());
}

void ActionPanel::confirm()
{
    if (!m_action || m_isPreview || !m_confirm->isEnabled())
        return;
    m_error->clear();
    // what leaves a service without a counter wants a second yes, and one that is meant: Enter leaves it then
    if (m_action->isAboutCounter() && !m_isWarned && wantsSecondYes(m_desk.branch(), *m_action, moves())) {
        m_isWarned = true;
        refresh();
        m_cancel->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto heard = [this, number = m_number](const Result<CommandReply> &reply) { onAnswer(number, reply); };
    if (m_action->isAboutCounter()) {
        const auto all = moves();
        if (all.empty())
            return;
        std::optional<UnservedReason> leave;
        if (m_isWarned && m_second->count() > 0)
            leave = static_cast<UnservedReason>(choice().second);
        m_isSent = true;
        m_desk.moveCounters(all, leave, heard);
    } else {
        const Ticket *about = m_desk.branch().ticket(m_action->ticket);
        if (m_action->kind == Kind::Segment && about && choice().list == customerItem(*about)) {
            close(); // nothing changes: nothing to undo
            return;
        }
        const auto what = actionCommand(m_desk.branch(), *m_action, choice());
        if (!what)
            return;
        m_isSent = true;
        m_desk.act(*what, heard);
    }
    refresh();
}

void ActionPanel::onAnswer(int number, const Result<CommandReply> &reply)
{
    if (number != m_number) {
        if (!reply)
            Q_EMIT refusedLate(reply.error());
        return;
    }
    m_isSent = false;
    if (reply) {
        close();
        return;
    }
    // two sent it on at once: the other came first, and what is asked for now is said before it is done
    noticeSentOn();
    if (m_action->kind == Kind::Transfer && reply.error().code == ErrorCode::WrongState && m_news.isNews) {
        refresh();
        m_cancel->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_error->showError(reply.error());
    if (reply.error().code == ErrorCode::ServiceUnserved)
        m_isWarned = true;
    if (reply.error().code == ErrorCode::CounterChanged) { // what it has now is shown; confirming again means that
        m_isWarned = false;
        lookAgain();
    }
    refresh();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void ActionPanel::onEnter()
{
    if (m_cancel->hasFocus())
        close();
    else if (!m_isWarned || m_insist->hasFocus())
        confirm();
}

void ActionPanel::retranslate()
{
    m_coverTitle->setText(tr("Counters for each service"));
    m_cancel->setWords(tr("Leave"));
    m_insist->setWords(tr("Move all the same"));
    refresh();
}

void ActionPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

void ActionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
