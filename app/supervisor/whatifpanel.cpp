// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/whatifpanel.h"

#include "app/supervisor/advicewords.h"
#include "app/supervisor/coverlist.h"
#include "app/supervisor/floorevents.h"
#include "app/supervisor/words.h"
#include "ui/session/breakword.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kListRows = 3;
constexpr int kListRowHeight = 26;
/// A service's promises kept move by this much at least to be marked.
constexpr std::int64_t kMarkedPermille = 20;

/// Where what was chosen stands now; the first where nothing was. What stands next was not chosen: where the floor
/// has changed meanwhile, what is gone leaves nothing chosen.
int chosenAnew(const QComboBox &box, const QVariant &before, bool isByOthers)
{
    const int at = before.isValid() ? box.findData(before) : -1;
    return at < 0 && !isByOthers && box.count() > 0 ? 0 : at;
}

} // namespace

WhatIfPanel::WhatIfPanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_preview(desk), m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_whatTitle(mutedLabel(this, sizes::kText)), m_what(new QComboBox(this)),
      m_counterTitle(mutedLabel(this, sizes::kText)), m_counter(new QComboBox(this)),
      m_whoTitle(mutedLabel(this, sizes::kText)), m_who(new QComboBox(this)),
      m_profileTitle(mutedLabel(this, sizes::kText)), m_profile(new QComboBox(this)),
      m_keep(new KeyButton(QStringLiteral("Ctrl++"), false, this)),
      m_listTitle(plainLabel(this, sizes::kText, QFont::DemiBold)), m_list(new QListWidget(this)),
      m_effectTitle(plainLabel(this, sizes::kText, QFont::DemiBold)), m_effect(new CoverList(this)),
      m_whole(mutedLabel(this)), m_warning(plainLabel(this)), m_error(new ErrorBanner(this)),
      m_apply(new KeyButton(QStringLiteral("Ctrl+Enter"), false, this)),
      m_close(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("whatIfPanel"));
    setProperty("panel", QStringLiteral("info"));
    m_what->setObjectName(QStringLiteral("whatIfKindChoice"));
    m_counter->setObjectName(QStringLiteral("whatIfCounterChoice"));
    m_who->setObjectName(QStringLiteral("whatIfWhoChoice"));
    m_profile->setObjectName(QStringLiteral("whatIfProfileChoice"));
    m_keep->setObjectName(QStringLiteral("keepMoveButton"));
    m_list->setObjectName(QStringLiteral("whatIfMovesList"));
    m_effect->setObjectName(QStringLiteral("whatIfEffectList"));
    m_whole->setObjectName(QStringLiteral("whatIfEffectText"));
    m_warning->setObjectName(QStringLiteral("whatIfWarning"));
    m_error->setObjectName(QStringLiteral("whatIfErrorBanner"));
    m_apply->setObjectName(QStringLiteral("applyMovesButton"));
    m_close->setObjectName(QStringLiteral("closeWhatIfButton"));
    m_whole->setWordWrap(true);
    m_warning->setWordWrap(true);
    m_warning->setProperty("ink", QStringLiteral("bad"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addWidget(makeForm());
    column->addWidget(m_keep);
    column->addWidget(m_listTitle);
    column->addWidget(m_list);
    column->addWidget(m_effectTitle);
    column->addWidget(m_effect);
    column->addWidget(m_whole);
    column->addWidget(m_warning);
    column->addStretch(1);
    column->addWidget(m_error);
    column->addWidget(m_apply);

    connect(m_what, &QComboBox::currentIndexChanged, this, [this] { fillCounters(); });
    connect(m_counter, &QComboBox::currentIndexChanged, this, [this] { fillRest(); });
    for (const QComboBox *box : {m_who, m_profile})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { ask(); });
    for (const QComboBox *box : {m_what, m_counter, m_who, m_profile})
        connect(box, &QComboBox::activated, this, [this] {
            m_changed = {}; // looked at
            refresh();
        });
    connect(m_keep, &QPushButton::clicked, this, &WhatIfPanel::keep);
    connect(m_apply, &QPushButton::clicked, this, &WhatIfPanel::apply);
    connect(m_close, &QPushButton::clicked, this, &WhatIfPanel::leave);
    connect(m_list, &QListWidget::currentRowChanged, this, &WhatIfPanel::refresh);
    connect(&m_preview, &EffectPreview::changed, this, &WhatIfPanel::refreshEffect);
    connect(&desk, &SupervisorDesk::changed, this, &WhatIfPanel::refresh);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (const CounterId counter = movedBy(event); m_isOpen && (counter.isSet() || isAboutAll(event)))
            onMoved(counter); // who is free, and what is open, is another now
    });
    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        if (m_isOpen)
            onMoved({});
    });
    connect(&desk, &SupervisorDesk::personChanged, this, [this] {
        if (m_isOpen)
            leave();
    });
    addKeys();
    retranslate();
}

QWidget *WhatIfPanel::makeForm()
{
    auto *form = new QWidget(this);
    form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setSizeConstraint(QLayout::SetMinimumSize);
    const std::pair<QLabel *, QComboBox *> rows[]
        = {{m_whatTitle, m_what}, {m_counterTitle, m_counter}, {m_whoTitle, m_who}, {m_profileTitle, m_profile}};
    int row = 0;
    for (const auto &[label, box] : rows) {
        label->setBuddy(box);
        box->setMinimumHeight(34);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row++, 1);
    }
    return form;
}

void WhatIfPanel::addKeys()
{
    const auto key = [this](const QKeySequence &keys, QWidget *of, Qt::ShortcutContext context, auto what) {
        auto *shortcut = new QShortcut(keys, of, nullptr, nullptr, context);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::CTRL | Qt::Key_Return, this, Qt::WidgetWithChildrenShortcut, &WhatIfPanel::apply);
    key(Qt::CTRL | Qt::Key_Enter, this, Qt::WidgetWithChildrenShortcut, &WhatIfPanel::apply);
    key(Qt::CTRL | Qt::Key_Plus, this, Qt::WidgetWithChildrenShortcut, &WhatIfPanel::keep);
    key(Qt::Key_Escape, this, Qt::WidgetWithChildrenShortcut, &WhatIfPanel::leave);
    key(Qt::Key_Delete, m_list, Qt::WidgetShortcut, &WhatIfPanel::takeOff);
}

void WhatIfPanel::begin()
{
    ++m_number;
    m_isSent = false;
    m_changed = {};
    m_kept.clear();
    m_error->clear();
    m_isOpen = true;
    for (QComboBox *box : {m_counter, m_who, m_profile}) {
        const QSignalBlocker quiet(box);
        box->clear();
    }
    fillCounters();
    m_what->setFocus(Qt::OtherFocusReason);
}

void WhatIfPanel::leave()
{
    ++m_number;
    m_isOpen = false;
    m_kept.clear();
    m_preview.clear();
    Q_EMIT closed();
}

/// As the person's own moves do, while they are sent.
void WhatIfPanel::onMoved(CounterId counter)
{
    const auto all = moves();
    if (!m_isSent && counter.isSet() && std::any_of(all.begin(), all.end(), [counter](const FloorMove &move) {
            return move.counter == counter || move.toCounter == counter;
        }))
        m_changed = counter;
    fillCounters(true);
}

FloorMoveKind WhatIfPanel::kind() const { return static_cast<FloorMoveKind>(std::max(0, m_what->currentIndex())); }

bool WhatIfPanel::isKept(CounterId counter) const
{
    return std::any_of(m_kept.begin(), m_kept.end(),
                       [&](const FloorMove &move) { return move.counter == counter || move.toCounter == counter; });
}

/// The counters a move of the kind could be about.
void WhatIfPanel::fillCounters(bool isByOthers)
{
    const qlonglong before = m_counter->currentData().toLongLong();
    {
        const QSignalBlocker quiet(m_counter);
        m_counter->clear();
        std::vector<const Counter *> order;
        for (const auto &[id, counter] : m_desk.branch().counters())
            order.push_back(&counter);
        std::sort(order.begin(), order.end(),
                  [](const Counter *a, const Counter *b) { return a->number < b->number; });
        for (const Counter *counter : order) {
            const CounterState *state = m_desk.branch().counterState(counter->id);
            if (!state || isKept(counter->id) || state->isOpen() == (kind() == FloorMoveKind::Open)
                || (kind() == FloorMoveKind::Break && state->onBreak)
                || (kind() == FloorMoveKind::EndBreak && !state->onBreak))
                continue;
            const QString name = counterName(m_desk.branch(), counter->id);
            m_counter->addItem(state->isOpen() ? tr("%1 · %2").arg(name, staffName(m_desk.branch(), state->staff))
                                               : name,
                               QVariant::fromValue(static_cast<qlonglong>(counter->id.value)));
        }
        m_counter->setCurrentIndex(chosenAnew(*m_counter, before == 0 ? QVariant() : QVariant(before), isByOthers));
    }
    fillRest(isByOthers);
}

void WhatIfPanel::fillRest(bool isByOthers)
{
    const BranchState &branch = m_desk.branch();
    const CounterId counter{m_counter->currentData().toLongLong()};
    const CounterState *state = branch.counterState(counter);
    const auto id = [](std::int64_t value) { return QVariant::fromValue(static_cast<qlonglong>(value)); };
    const bool hasWho
        = kind() == FloorMoveKind::Open || kind() == FloorMoveKind::MovePerson || kind() == FloorMoveKind::Break;
    const bool hasProfile
        = kind() == FloorMoveKind::Open || kind() == FloorMoveKind::Switch || kind() == FloorMoveKind::MovePerson;
    const QVariant who = m_who->currentData();
    const QVariant profile = m_profile->currentData();
    {
        const QSignalBlocker quietWho(m_who);
        const QSignalBlocker quietProfile(m_profile);
        m_who->clear();
        m_profile->clear();
        if (kind() == FloorMoveKind::Open) {
            for (const StaffId staff : m_desk.freeStaff()) {
                if (std::none_of(m_kept.begin(), m_kept.end(),
                                 [&](const FloorMove &move) { return move.staff == staff; }))
                    m_who->addItem(staffName(branch, staff), id(staff.value));
            }
            m_who->addItem(tr("Somebody else"), id(0));
        } else if (kind() == FloorMoveKind::MovePerson) {
            for (const auto &[other, otherState] : branch.counterStates()) {
                if (!otherState.isOpen() && !isKept(other))
                    m_who->addItem(counterName(branch, other), id(other.value));
            }
        } else if (kind() == FloorMoveKind::Break) {
            for (std::size_t i = 0; i < names(BreakReason()).size(); ++i)
                m_who->addItem(breakWord(static_cast<BreakReason>(i)), id(static_cast<std::int64_t>(i)));
        }
        for (const auto &[other, named] : branch.profiles()) {
            if (kind() != FloorMoveKind::Switch || !state || state->profile != other)
                m_profile->addItem(profileName(branch, other), id(other.value));
        }
        m_who->setCurrentIndex(chosenAnew(*m_who, who, isByOthers));
        const Counter *of = branch.counter(counter);
        const ProfileId usual = state && state->isOpen() ? state->profile : of ? of->profile : ProfileId{};
        const int kept = m_profile->findData(profile);
        m_profile->setCurrentIndex(
            kept >= 0 ? kept : std::max(m_profile->count() > 0 ? 0 : -1, m_profile->findData(id(usual.value))));
    }
    m_whoTitle->setVisible(hasWho);
    m_who->setVisible(hasWho);
    m_profileTitle->setVisible(hasProfile);
    m_profile->setVisible(hasProfile);
    const QString whoWord = kind() == FloorMoveKind::Open ? tr("Who")
        : kind() == FloorMoveKind::MovePerson             ? tr("Goes to")
                                                          : tr("Reason");
    m_whoTitle->setText(whoWord);
    m_who->setAccessibleName(whoWord);
    ask();
}

std::optional<FloorMove> WhatIfPanel::chosen() const
{
    FloorMove move;
    move.kind = kind();
    move.counter = CounterId{m_counter->currentData().toLongLong()};
    if (!move.counter.isSet() || m_kept.size() >= kWhatIfMovesMax)
        return std::nullopt;
    if (m_who->count() > 0 && m_who->currentIndex() < 0) // whoever it was is not to be had any more
        return std::nullopt;
    const qlonglong who = m_who->currentData().toLongLong();
    const ProfileId profile{m_profile->currentData().toLongLong()};
    switch (move.kind) {
    case FloorMoveKind::Open:
        move.staff = StaffId{who};
        [[fallthrough]];
    case FloorMoveKind::Switch:
        move.profile = profile;
        return profile.isSet() ? std::optional(move) : std::nullopt;
    case FloorMoveKind::MovePerson:
        move.toCounter = CounterId{who};
        move.profile = profile;
        return move.toCounter.isSet() && profile.isSet() ? std::optional(move) : std::nullopt;
    case FloorMoveKind::Break:
        move.reason = static_cast<BreakReason>(who);
        break;
    case FloorMoveKind::Close:
    case FloorMoveKind::EndBreak:
        break;
    }
    return move;
}

std::vector<FloorMove> WhatIfPanel::moves() const
{
    std::vector<FloorMove> all = m_kept;
    if (const auto more = chosen())
        all.push_back(*more);
    return all;
}

void WhatIfPanel::keep()
{
    const auto move = chosen();
    if (!move || m_kept.size() + 1 >= kWhatIfMovesMax)
        return;
    m_kept.push_back(*move);
    m_counter->setCurrentIndex(-1);
    fillCounters();
}

void WhatIfPanel::takeOff()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_kept.size()))
        return;
    m_kept.erase(m_kept.begin() + row);
    m_changed = {};
    fillCounters();
}

void WhatIfPanel::ask()
{
    if (m_isOpen && !isHidden())
        m_preview.ask(moves());
    refresh();
}

void WhatIfPanel::tick()
{
    if (m_isOpen && isVisible())
        m_preview.ask(moves()); // again only when it has grown old
}

void WhatIfPanel::apply()
{
    const std::vector<CounterMove> all = counterMovesOf(m_desk.branch(), moves());
    if (all.empty() || all.size() > kCountersMovedMax || !m_desk.canAct() || m_isSent)
        return;
    m_error->clear();
    m_isSent = true;
    refresh();
    m_desk.moveCounters(all, {}, [this, number = m_number](const Result<CommandReply> &reply) {
        if (number != m_number) {
            if (!reply)
                Q_EMIT refusedLate(reply.error());
            return;
        }
        m_isSent = false;
        if (reply) {
            leave();
            return;
        }
        m_error->showError(reply.error());
        refresh();
    });
}

void WhatIfPanel::refresh()
{
    const BranchState &branch = m_desk.branch();
    {
        const QSignalBlocker quiet(m_list);
        const int row = m_list->currentRow();
        m_list->clear();
        for (const FloorMove &move : m_kept)
            m_list->addItem(moveText(branch, move));
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        m_list->setFixedHeight(std::clamp(m_list->count(), 1, kListRows) * kListRowHeight + 4);
    }
    m_listTitle->setVisible(!m_kept.empty());
    m_list->setVisible(!m_kept.empty());
    const auto move = chosen();
    m_keep->setEnabled(move && m_kept.size() + 1 < kWhatIfMovesMax);
    const bool canApply = !counterMovesOf(branch, moves()).empty();
    m_apply->setEnabled(canApply && m_desk.canAct() && !m_isSent);
    refreshEffect();
}

void WhatIfPanel::refreshEffect()
{
    const MoveEffect *effect = m_preview.effect();
    std::vector<CoverList::Line> lines;
    QString warning;
    if (effect) {
        for (const ServiceEffect &each : effect->services) {
            const std::int64_t won = each.after.keptPermille - each.before.keptPermille;
            lines.push_back(
                {serviceName(m_desk.branch(), each.before.service),
                 tr("%1 → %2 min").arg(waitText(each.before), waitText(each.after)),
                 tr("%1 → %2 %").arg(percentText(each.before.keptPermille), percentText(each.after.keptPermille)),
                 won >= kMarkedPermille        ? Tone::Good
                     : won <= -kMarkedPermille ? Tone::Bad
                                               : Tone::Neutral});
        }
        warning = unservedText(m_desk.branch(), *effect);
    }
    if (m_changed.isSet())
        warning = tr("%1 has just been changed. Look at the moves once more.")
                      .arg(counterName(m_desk.branch(), m_changed))
            + (warning.isEmpty() ? QString() : QLatin1Char(' ') + warning);
    m_effectTitle->setVisible(effect != nullptr);
    m_effect->setVisible(!lines.empty());
    m_effect->setLines(std::move(lines));
    m_whole->setText(effect ? wholeEffectText(*effect)
                         : m_preview.state() == EffectPreview::State::None
                         ? tr("Choose a move to see what it would change.")
                         : m_preview.text());
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void WhatIfPanel::retranslate()
{
    m_title->setText(tr("What if…"));
    setAccessibleName(tr("What if…"));
    m_whatTitle->setText(tr("Move"));
    m_counterTitle->setText(tr("Counter"));
    m_profileTitle->setText(tr("Work profile"));
    {
        const QSignalBlocker quiet(m_what);
        const int row = std::max(0, m_what->currentIndex());
        m_what->clear();
        // in the order of FloorMoveKind
        m_what->addItems({tr("Open a counter"), tr("Switch a counter"), tr("Close a counter"), tr("Move a person"),
                          tr("Begin a break"), tr("End a break")});
        m_what->setCurrentIndex(row);
    }
    m_what->setAccessibleName(tr("Move"));
    m_counter->setAccessibleName(tr("Counter"));
    m_profile->setAccessibleName(tr("Work profile"));
    m_keep->setWords(tr("And another move"));
    m_listTitle->setText(tr("Together with"));
    m_list->setAccessibleName(tr("Moves chosen so far"));
    m_effectTitle->setText(tr("P80 wait and promises kept"));
    m_apply->setWords(tr("Make these moves"));
    m_close->setWords(tr("Leave all as it is"));
    fillCounters();
}

void WhatIfPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WhatIfPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (m_isOpen)
        fillCounters(true);
}

void WhatIfPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_preview.clear(); // asked anew when it is seen again
}

} // namespace tiepdon
