// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/promisespage.h"

#include "app/supervisor/floorevents.h"
#include "core/access/permission.h"
#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"
#include "ui/widgets/undobar.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kSideWidth = 336;
constexpr int kRowHeight = 40;
/// The hub tells nobody of a promise: while somebody looks, it is asked again after this.
constexpr qint64 kAskAgainMs = 10000;
/// As many as anybody reads; more are said to be there.
constexpr std::int64_t kRowsMax = 200;
/// As the hub takes of what was done.
constexpr int kWordsMax = 400;

/// When it is due has its shape and its colour.
class PromiseDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    [[nodiscard]] Look lookOf(const QModelIndex &index) const override
    {
        Look look;
        if (index.column() == PromisesModel::CustomerColumn)
            look.font.setWeight(QFont::Medium);
        if (index.column() == PromisesModel::DueColumn)
            look.shape = static_cast<Tone>(index.data(PromisesModel::ToneRole).toInt());
        look.isInked = true;
        return look;
    }
};

} // namespace

PromisesPage::PromisesPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new PromisesModel(desk.link(), this)), m_which(new QComboBox(this)),
      m_kind(new QComboBox(this)), m_owner(new QComboBox(this)), m_count(mutedLabel(this, sizes::kText)),
      m_table(new QTableView(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("promises"), kRowHeight, TablePane::Ground::Panel, this)),
      m_cardStack(new QStackedWidget(this)), m_noneChosen(new EmptyState(this)), m_state(new StateChip(this)),
      m_customer(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_text(plainLabel(this, sizes::kTextLarge)),
      m_detail(mutedLabel(this, sizes::kText)), m_ownerTitle(mutedLabel(this)), m_newOwner(new QComboBox(this)),
      m_dueTitle(mutedLabel(this)), m_newDue(new QLineEdit(this)),
      m_save(new KeyButton(QStringLiteral("F8"), false, this)), m_wordsTitle(mutedLabel(this)),
      m_words(new QLineEdit(this)), m_kept(new KeyButton(QStringLiteral("F9"), false, this)),
      m_broken(new KeyButton(QStringLiteral("F6"), false, this)),
      m_withdrawn(new KeyButton(QStringLiteral("F7"), false, this)),
      m_reopen(new KeyButton(QStringLiteral("F5"), false, this)), m_error(new ErrorBanner(this)),
      m_note(new NoteBar(true, this)), m_undoBar(new UndoBar(this))
{
    setObjectName(QStringLiteral("promisesPage"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PromiseDelegate(m_table));
    m_pane->setWidths({{PromisesModel::DueColumn, 172},
                       {PromisesModel::KindColumn, 112},
                       {PromisesModel::CustomerColumn, 164},
                       {PromisesModel::OwnerColumn, 144},
                       {PromisesModel::StateColumn, 92}},
                      PromisesModel::TextColumn);
    m_pane->addHeading(makeFilters());
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_pane, 1);
    row->addWidget(makeCard());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addLayout(row, 1);
    column->addWidget(m_note);
    column->addWidget(m_undoBar);

    for (QComboBox *filter : {m_which, m_kind, m_owner})
        connect(filter, &QComboBox::currentIndexChanged, this, &PromisesPage::load);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                m_chosen = OpenItemId{now.isValid() ? now.data(PromisesModel::ItemRole).toLongLong() : 0};
                m_error->clear();
                refreshCard();
            });
    connect(&desk, &SupervisorDesk::changed, this, &PromisesPage::refreshCard);
    connect(&desk.link(), &BranchLink::statusChanged, this, &PromisesPage::refreshCard);
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        m_undoBar->dismiss();
        m_back.reset();
        m_changed += 1;
        m_isChanging = false;
        m_model->setRows({}); // the next one may see less
        m_isKnown = false;
        m_asking += 1;
        m_isAsked = false;
        refresh();
    });
    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        fillFilters();
        refresh();
    });
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (isAboutAll(event))
            fillFilters();
    });
    connect(m_undoBar, &UndoBar::undoAsked, this, &PromisesPage::undo);
    connect(m_undoBar, &UndoBar::dismissed, this, [this] {
        m_back.reset();
        Q_EMIT undoOffered(false);
    });
    addKeys();
    setFocusProxy(m_table);
    retranslate();
}

QWidget *PromisesPage::makeFilters()
{
    auto *bar = new QWidget(this);
    const std::pair<QComboBox *, const char *> named[]
        = {{m_which, "promisesWhichFilter"}, {m_kind, "promisesKindFilter"}, {m_owner, "promisesOwnerFilter"}};
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto &[box, name] : named) {
        box->setObjectName(QLatin1String(name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        row->addWidget(box, 2);
    }
    m_count->setObjectName(QStringLiteral("promisesCount"));
    row->addWidget(m_count, 1);
    return bar;
}

QWidget *PromisesPage::makeCard()
{
    m_state->setObjectName(QStringLiteral("promiseState"));
    m_customer->setObjectName(QStringLiteral("promiseCustomer"));
    m_text->setObjectName(QStringLiteral("promiseText"));
    m_detail->setObjectName(QStringLiteral("promiseDetail"));
    m_newOwner->setObjectName(QStringLiteral("promiseOwnerChoice"));
    m_newOwner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_newDue->setObjectName(QStringLiteral("promiseDueEdit"));
    m_newDue->setMaxLength(16);
    m_words->setObjectName(QStringLiteral("promiseWordsEdit"));
    m_words->setMaxLength(kWordsMax);
    m_error->setObjectName(QStringLiteral("promiseErrorBanner"));
    m_note->setObjectName(QStringLiteral("promiseNote"));
    m_noneChosen->setObjectName(QStringLiteral("noPromiseChosenState"));
    const std::pair<KeyButton *, const char *> named[] = {{m_save, "promiseSaveButton"},
                                                          {m_kept, "promiseKeptButton"},
                                                          {m_broken, "promiseBrokenButton"},
                                                          {m_withdrawn, "promiseWithdrawnButton"},
                                                          {m_reopen, "promiseReopenButton"}};
    for (const auto &[button, name] : named)
        button->setObjectName(QLatin1String(name));
    for (QLabel *wrapped : {m_customer, m_text, m_detail})
        wrapped->setWordWrap(true);
    m_ownerTitle->setBuddy(m_newOwner);
    m_dueTitle->setBuddy(m_newDue);
    m_wordsTitle->setBuddy(m_words);
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kSideWidth);
    auto *card = new QWidget(panel);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(6);
    for (QWidget *each : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_customer),
                          static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_detail)})
        column->addWidget(each);
    column->addSpacing(8);
    for (QWidget *each :
         {static_cast<QWidget *>(m_ownerTitle), static_cast<QWidget *>(m_newOwner),
          static_cast<QWidget *>(m_dueTitle), static_cast<QWidget *>(m_newDue), static_cast<QWidget *>(m_save)})
        column->addWidget(each);
    column->addSpacing(8);
    for (QWidget *each :
         {static_cast<QWidget *>(m_wordsTitle), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_kept)})
        column->addWidget(each);
    column->addWidget(m_broken);
    column->addWidget(m_withdrawn);
    column->addWidget(m_reopen);
    column->addWidget(m_error);
    column->addStretch();
    m_cardStack->addWidget(card);
    m_cardStack->addWidget(m_noneChosen);
    auto *all = new QVBoxLayout(panel);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_cardStack);
    connect(m_newOwner, &QComboBox::currentIndexChanged, this, &PromisesPage::refreshCard);
    connect(m_newDue, &QLineEdit::textEdited, this, &PromisesPage::refreshCard);
    connect(m_newDue, &QLineEdit::returnPressed, this, &PromisesPage::save);
    connect(m_words, &QLineEdit::textEdited, this, &PromisesPage::refreshCard);
    connect(m_save, &QPushButton::clicked, this, &PromisesPage::save);
    connect(m_kept, &QPushButton::clicked, this, [this] { settle(OpenItemState::Kept); });
    connect(m_broken, &QPushButton::clicked, this, [this] { settle(OpenItemState::Broken); });
    connect(m_withdrawn, &QPushButton::clicked, this, [this] { settle(OpenItemState::Withdrawn); });
    connect(m_reopen, &QPushButton::clicked, this, [this] { settle(OpenItemState::Open); });
    return panel;
}

void PromisesPage::addKeys()
{
    const std::pair<Qt::Key, KeyButton *> keys[] = {{Qt::Key_F8, m_save},
                                                    {Qt::Key_F9, m_kept},
                                                    {Qt::Key_F6, m_broken},
                                                    {Qt::Key_F7, m_withdrawn},
                                                    {Qt::Key_F5, m_reopen}};
    for (const auto &[code, button] : keys) {
        auto *shortcut = new QShortcut(code, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [button = button] {
            if (button->isVisible() && button->isEnabled())
                button->click();
        });
    }
}

void PromisesPage::tick()
{
    if (!isVisible())
        return;
    if (!m_isKnown || !m_since.isValid() || m_since.hasExpired(kAskAgainMs))
        load();
    m_model->tick();
    refreshCard();
}

void PromisesPage::showWhich(Which which) { m_which->setCurrentIndex(m_which->findData(static_cast<int>(which))); }

void PromisesPage::choose(OpenItemId item)
{
    m_chosen = item;
    if (const int at = m_model->rowOf(item); at >= 0)
        m_table->setCurrentIndex(m_model->index(at, 0));
    refreshCard();
}

bool PromisesPage::mayChange() const
{
    return reachOf(customercommand::ChangeOpenItem::kMethod, m_desk.link().session().roles) == Reach::Any;
}

const OpenItemRow *PromisesPage::row() const { return m_model->rowAt(m_model->rowOf(m_chosen)); }

void PromisesPage::load()
{
    if (m_desk.link().access() != BranchLink::Access::SignedIn || m_which->count() == 0)
        return;
    const auto which = static_cast<Which>(m_which->currentData().toInt());
    const TimeMs now = m_desk.link().hubNowMs();
    const auto offset = m_desk.branch().settings().utcOffsetMin;
    OpenItemsQuery question;
    question.limit = kRowsMax;
    question.withEnded = which == Which::All;
    if (which == Which::Late)
        question.dueBeforeMs = now;
    else if (which == Which::Today) // the local day's end
        question.dueBeforeMs = now + kDayMs - (now + offset * kMinuteMs) % kDayMs;
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        question.kind = static_cast<OpenItemKind>(kind);
    if (const qlonglong owner = m_owner->currentData().toLongLong(); owner > 0)
        question.owner = StaffId{owner};
    m_isAsked = true;
    const int asking = ++m_asking;
    m_desk.link().ask(question, this, [this, asking](const Result<OpenItemsAnswer> &answer) {
        if (asking != m_asking) // another filter was chosen
            return;
        m_isAsked = false;
        m_since.restart();
        if (!answer) {
            if (m_desk.isLive()) // else the window says it
                m_pane->error().showError(answer.error());
            refresh();
            return;
        }
        m_pane->error().clear();
        m_isKnown = true;
        m_open = answer->open;
        m_late = answer->late;
        m_isMore = answer->isMore;
        const OpenItemId before = m_chosen;
        m_model->setRows(answer->items);
        choose(before);
        refresh();
    });
    refresh();
}

TimeMs PromisesPage::dueAsked() const
{
    return dueTyped(m_newDue->text(), m_desk.link().hubNowMs(), m_desk.branch().settings().utcOffsetMin);
}

StaffId PromisesPage::ownerAsked() const
{
    const OpenItemRow *now = row();
    return m_newOwner->currentIndex() >= 0 ? StaffId{m_newOwner->currentData().toLongLong()}
                                           : (now ? now->item.owner : StaffId{});
}

void PromisesPage::save()
{
    const OpenItemRow *now = row();
    if (!now || !m_save->isEnabled())
        return;
    customercommand::ChangeOpenItem change;
    change.item = now->item.id;
    change.revision = now->item.revision;
    if (const StaffId owner = ownerAsked(); owner != now->item.owner)
        change.owner = owner;
    if (const TimeMs due = dueAsked(); m_newDue->isModified() && due > 0 && due != now->item.dueMs)
        change.dueMs = due;
    if (!change.owner && !change.dueMs)
        return;
    const auto offset = m_desk.branch().settings().utcOffsetMin;
    const Staff *owner = m_desk.branch().staffMember(change.owner.value_or(now->item.owner));
    const QString name = owner ? fromUtf8(owner->name) : QString();
    send(change, tr("%1 now owns it, due %2.").arg(name, shortDay(change.dueMs.value_or(now->item.dueMs), offset)));
}

void PromisesPage::settle(OpenItemState state)
{
    const OpenItemRow *now = row();
    if (!now)
        return;
    customercommand::ChangeOpenItem change;
    change.item = now->item.id;
    change.revision = now->item.revision;
    change.state = state;
    if (!m_words->text().trimmed().isEmpty())
        change.ending = m_words->text().trimmed().toStdString();
    send(change, tr("“%1” is now: %2.").arg(itemText(now->item), openItemStateWord(state)));
}

void PromisesPage::send(customercommand::ChangeOpenItem change, const QString &done)
{
    const OpenItemRow *now = row();
    if (!now || m_isChanging)
        return;
    Back back;
    back.change.item = change.item;
    if (change.owner)
        back.change.owner = now->item.owner;
    // a day that is past is nobody's promise any longer
    const bool isDayLost = change.dueMs && now->item.dueMs < m_desk.link().hubNowMs();
    if (change.dueMs && !isDayLost)
        back.change.dueMs = now->item.dueMs;
    if (change.state) {
        back.change.state = now->item.state;
        back.change.ending = now->item.ending;
    }
    m_isChanging = true;
    m_error->clear();
    m_note->clear();
    refreshCard();
    m_desk.link().change(
        change, this,
        [this, back, done, isDayLost, number = ++m_changed](const Result<CustomerReply> &reply) mutable {
            if (number != m_changed) // of somebody who is signed out by now
                return;
            m_isChanging = false;
            if (!reply) {
                m_error->showError(reply.error());
                load(); // what it says now
                return;
            }
            back.change.revision = reply->revision;
            m_words->clear();
            load();
            const QString lost = QLatin1Char(' ') + tr("The day it had is past and cannot be set again.");
            if (!back.change.owner && !back.change.dueMs && !back.change.state) {
                m_note->say(done + lost, Tone::Info);
                return;
            }
            m_note->clear();
            m_undoBar->offer({isDayLost ? done + lost : done});
            m_back = back;
            Q_EMIT undoOffered(true);
        });
}

void PromisesPage::undo()
{
    if (!m_back)
        return;
    const Back back = *m_back;
    m_undoBar->dismiss();
    m_isChanging = true;
    m_desk.link().change(back.change, this, [this, number = ++m_changed](const Result<CustomerReply> &reply) {
        if (number != m_changed)
            return;
        m_isChanging = false;
        if (!reply)
            m_error->showError(reply.error());
        load();
    });
    refreshCard();
}

void PromisesPage::refresh()
{
    const bool hasRows = m_model->rowCount() > 0;
    // without those ended all are open: the room is the words'
    m_table->setColumnHidden(PromisesModel::StateColumn,
                             static_cast<Which>(m_which->currentData().toInt()) != Which::All);
    m_pane->showRows(hasRows);
    if (!m_isKnown)
        m_pane->empty().setTexts(tr("Looking up what is due…"),
                                 tr("Promises, complaints, callbacks and what staff lack appear here."));
    else if (m_open == 0)
        m_pane->empty().setTexts(
            tr("Nothing is open"),
            tr("What any department promises a customer appears here, with who owns it and when it "
               "is due."));
    else
        m_pane->empty().setTexts(tr("Nothing of this kind"),
                                 tr("Choose other filters above to see what else is open."));
    const auto number = [](std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); };
    m_count->setText(!m_isKnown     ? QString()
                         : m_isMore ? tr("Open: %1 · late: %2 · the first %3 are shown")
                                          .arg(number(m_open), number(m_late), number(m_model->rowCount()))
                                    : tr("Open: %1 · late: %2").arg(number(m_open), number(m_late)));
    refreshCard();
}

void PromisesPage::refreshCard()
{
    const OpenItemRow *now = row();
    m_cardStack->setCurrentIndex(now ? 0 : 1);
    if (!now) {
        m_filledFor = {};
        return;
    }
    const OpenItem &item = now->item;
    const auto offset = m_desk.branch().settings().utcOffsetMin;
    const TimeMs time = m_desk.link().hubNowMs();
    const Tone tone = static_cast<Tone>(toneOfDue(item, time));
    m_state->setState(openItemWord(item.kind) + QStringLiteral(" · ")
                          + (item.isOpen() ? dueText(item.dueMs, time, offset) : openItemStateWord(item.state)),
                      tone);
    m_customer->setText(customerText(*now));
    m_text->setText(itemText(item));
    const Staff *maker = m_desk.branch().staffMember(item.madeBy);
    QStringList details{tr("Made %1 by %2, %3")
                            .arg(shortDay(item.madeMs, offset), maker ? fromUtf8(maker->name) : QStringLiteral("—"),
                                 departmentWord(item.department))};
    if (!item.ending.empty())
        details << fromUtf8(item.ending);
    m_detail->setText(details.join(QLatin1Char('\n')));
    if (m_filledFor != item.id)
        m_words->clear(); // written about another one
    if (m_filledFor != item.id || m_filledRevision != item.revision) {
        m_filledFor = item.id;
        m_filledRevision = item.revision;
        fillOwners();
        m_newDue->setText(shortDay(item.dueMs, offset));
        m_newDue->setModified(false);
    }
    const bool canAct = mayChange() && m_desk.isLive() && !m_isChanging;
    const bool isOpen = item.isOpen();
    for (QWidget *ofOpen :
         {static_cast<QWidget *>(m_ownerTitle), static_cast<QWidget *>(m_newOwner),
          static_cast<QWidget *>(m_dueTitle), static_cast<QWidget *>(m_newDue), static_cast<QWidget *>(m_save),
          static_cast<QWidget *>(m_wordsTitle), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_kept),
          static_cast<QWidget *>(m_broken), static_cast<QWidget *>(m_withdrawn)})
        ofOpen->setVisible(isOpen && mayChange());
    m_reopen->setVisible(!isOpen && mayChange());
    const bool isDueRead = !m_newDue->isModified() || dueAsked() > 0;
    const bool isOther
        = ownerAsked() != item.owner || (m_newDue->isModified() && isDueRead && dueAsked() != item.dueMs);
    setStyleProperty(*m_newDue, "wrong", isDueRead ? QString() : QStringLiteral("yes"));
    m_dueTitle->setText(isDueRead ? tr("Due") : tr("Due: type a day to come, as in 31/12"));
    m_save->setEnabled(canAct && isOther && isDueRead);
    const bool hasWords = !m_words->text().trimmed().isEmpty();
    m_kept->setEnabled(canAct);
    m_broken->setEnabled(canAct && hasWords);
    m_withdrawn->setEnabled(canAct && hasWords);
    m_reopen->setEnabled(canAct);
}

void PromisesPage::fillOwners()
{
    const OpenItemRow *now = row();
    const QSignalBlocker blocker(m_newOwner);
    m_newOwner->clear();
    for (const auto &[id, member] : m_desk.branch().staff())
        m_newOwner->addItem(fromUtf8(member.name), static_cast<qlonglong>(id.value));
    if (!now)
        return;
    const auto owner = static_cast<qlonglong>(now->item.owner.value);
    if (m_newOwner->findData(owner) < 0) // an account of nobody on the branch's list
        m_newOwner->addItem(tr("Somebody not on the list"), owner);
    m_newOwner->setCurrentIndex(m_newOwner->findData(owner));
}

void PromisesPage::fillFilters()
{
    const auto fill = [](QComboBox *box, const std::vector<std::pair<QString, QVariant>> &items) {
        const QVariant before = box->currentData();
        const QSignalBlocker blocker(box);
        box->clear();
        for (const auto &[words, value] : items)
            box->addItem(words, value);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    };
    fill(m_which,
         {{tr("Open"), static_cast<int>(Which::Open)},
          {tr("Late"), static_cast<int>(Which::Late)},
          {tr("Due by tonight"), static_cast<int>(Which::Today)},
          {tr("With those ended"), static_cast<int>(Which::All)}});
    std::vector<std::pair<QString, QVariant>> kinds{{tr("Every kind"), -1}};
    for (const OpenItemKind kind :
         {OpenItemKind::Promise, OpenItemKind::Complaint, OpenItemKind::CallBack, OpenItemKind::Blocker})
        kinds.emplace_back(openItemWord(kind), static_cast<int>(kind));
    fill(m_kind, kinds);
    std::vector<std::pair<QString, QVariant>> owners{{tr("Every owner"), qlonglong(0)}};
    for (const auto &[id, member] : m_desk.branch().staff())
        owners.emplace_back(fromUtf8(member.name), static_cast<qlonglong>(id.value));
    fill(m_owner, owners);
}

void PromisesPage::retranslate()
{
    m_which->setAccessibleName(tr("Which are shown"));
    m_kind->setAccessibleName(tr("Kind"));
    m_owner->setAccessibleName(tr("Owner"));
    m_table->setAccessibleName(tr("What is due"));
    m_noneChosen->setTexts(tr("None chosen"), tr("Choose one in the list to hand it on, move it or settle it."));
    m_ownerTitle->setText(tr("Owner"));
    m_newOwner->setAccessibleName(tr("Owner"));
    m_newDue->setAccessibleName(tr("Due"));
    m_save->setWords(tr("Hand on, move"));
    m_wordsTitle->setText(tr("What was done, or why not"));
    m_words->setAccessibleName(tr("What was done, or why not"));
    m_words->setPlaceholderText(tr("Wanted unless it was kept"));
    m_kept->setWords(tr("Kept"));
    m_broken->setWords(tr("Not kept"));
    m_withdrawn->setWords(tr("Withdrawn"));
    m_reopen->setWords(tr("Open again"));
    fillFilters();
    m_model->tick();
    m_filledFor = {};
    refresh();
}

void PromisesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
