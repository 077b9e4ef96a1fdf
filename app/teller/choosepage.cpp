// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/choosepage.h"

#include "ui/models/countersmodel.h"
#include "ui/session/language.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QListView>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

/// A counter and who has it, one line.
class CounterDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const QString occupant = index.data(CountersModel::OccupantRole).toString();
        const QRectF row = QRectF(option.rect).adjusted(2, 2, -2, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().brand);
            painter->drawRoundedRect(row, 4, 4);
        }
        const QFont nameFont = textFont(sizes::kTextLarge, QFont::DemiBold);
        painter->setFont(nameFont);
        painter->setPen(isChosen ? theme().onBrand : theme().ink);
        const QString name = index.data().toString();
        const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(name) + 16;
        painter->drawText(row.adjusted(12, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, name);

        const QFont whoFont = textFont(sizes::kText);
        const QString who = occupant.isEmpty() ? ChoosePage::tr("free") : occupant;
        painter->setFont(whoFont);
        const QRectF rest = row.adjusted(12 + nameWidth, 0, -12, 0);
        const QString shown
            = QFontMetrics(whoFont).elidedText(who, Qt::ElideRight, static_cast<int>(rest.width()) - 20);
        if (!isChosen)
            painter->setPen(occupant.isEmpty() ? theme().good : theme().muted);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shown);
        if (!isChosen) {
            const qreal width = QFontMetrics(whoFont).horizontalAdvance(shown);
            drawShape(*painter, QRectF(rest.right() - width - 18, rest.center().y() - 5, 10, 10),
                      occupant.isEmpty() ? Tone::Good : Tone::Neutral);
        }
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {280, 44};
    }
};

void prepare(QComboBox *box, const char *name)
{
    box->setObjectName(QLatin1String(name));
    box->setFont(textFont(sizes::kTextLarge));
    box->setMinimumHeight(40);
    box->setMaxVisibleItems(16);
}

} // namespace

ChoosePage::ChoosePage(TellerDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_counters(new CountersModel(desk.link(), this)), m_card(new QWidget(this)),
      m_empty(new EmptyState(this)), m_title(plainLabel(m_card, sizes::kHeadline, QFont::DemiBold)),
      m_counterTitle(mutedLabel(m_card, sizes::kText)), m_staffTitle(mutedLabel(m_card, sizes::kText)),
      m_profileTitle(mutedLabel(m_card, sizes::kText)), m_counterChoice(new QListView(m_card)),
      m_staffChoice(new QComboBox(m_card)), m_profileChoice(new QComboBox(m_card)),
      m_hint(plainLabel(m_card, sizes::kText)), m_error(new ErrorBanner(m_card)),
      m_signOn(new KeyButton(QStringLiteral("Enter"), true, m_card))
{
    m_counterChoice->setObjectName(QStringLiteral("counterChoice"));
    m_counterChoice->setModel(m_counters);
    m_counterChoice->setItemDelegate(new CounterDelegate(m_counterChoice));
    m_counterChoice->setUniformItemSizes(true);
    m_counterChoice->setMinimumSize(320, 300);
    prepare(m_staffChoice, "staffChoice");
    prepare(m_profileChoice, "profileChoice");
    m_signOn->setObjectName(QStringLiteral("signOnButton"));
    m_hint->setObjectName(QStringLiteral("chooseHint"));
    m_hint->setWordWrap(true);
    m_counterTitle->setBuddy(m_counterChoice);
    m_staffTitle->setBuddy(m_staffChoice);
    m_profileTitle->setBuddy(m_profileChoice);

    auto *grid = new QGridLayout(m_card);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->setRowMinimumHeight(1, 8);
    grid->addWidget(m_counterTitle, 2, 0);
    grid->addWidget(m_counterChoice, 3, 0, 7, 1);
    grid->addWidget(m_staffTitle, 2, 1);
    grid->addWidget(m_staffChoice, 3, 1);
    grid->setRowMinimumHeight(4, 8);
    grid->addWidget(m_profileTitle, 5, 1);
    grid->addWidget(m_profileChoice, 6, 1);
    grid->addWidget(m_hint, 7, 1);
    grid->setRowStretch(8, 1);
    grid->addWidget(m_signOn, 9, 1);
    grid->setRowMinimumHeight(10, 8);
    grid->addWidget(m_error, 11, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_card->setFixedWidth(760);
    setFocusProxy(m_counterChoice);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->addStretch(2);
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addWidget(m_empty);
    column->addStretch(3);

    connect(m_counterChoice->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChoosePage::onCounterChosen);
    connect(m_staffChoice, &QComboBox::currentIndexChanged, this, &ChoosePage::refresh);
    connect(m_signOn, &QPushButton::clicked, this, &ChoosePage::signOn);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, m_signOn, &QPushButton::click);
    }
    connect(&desk.link(), &BranchLink::stateReplaced, this, &ChoosePage::fill);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (!std::holds_alternative<event::TicketIssued>(event))
            fill();
    });
    connect(&desk, &TellerDesk::changed, this, &ChoosePage::refresh);
    retranslate();
}

void ChoosePage::choose(CounterId counter, StaffId staff, ProfileId profile)
{
    if (const int row = m_counters->rowOf(counter); row >= 0)
        m_counterChoice->setCurrentIndex(m_counters->index(row));
    if (const int index = m_staffChoice->findData(static_cast<qlonglong>(staff.value)); index >= 0)
        m_staffChoice->setCurrentIndex(index);
    if (const int index = m_profileChoice->findData(static_cast<qlonglong>(profile.value)); index >= 0)
        m_profileChoice->setCurrentIndex(index);
    refresh();
}

void ChoosePage::fill()
{
    if (!isVisible() && m_staffChoice->count() > 1 && m_desk.isAtWork())
        return;
    const BranchState &branch = m_desk.link().branch();
    const StaffId staffBefore = chosenStaff();
    const ProfileId profileBefore = chosenProfile();
    std::map<StaffId, std::int64_t> elsewhere;
    for (const auto &[id, state] : branch.counterStates()) {
        const Counter *counter = branch.counter(id);
        if (state.isOpen() && counter)
            elsewhere[state.staff] = counter->number;
    }
    const QSignalBlocker staffBlocker(m_staffChoice);
    const QSignalBlocker profileBlocker(m_profileChoice);
    m_staffChoice->clear();
    m_staffChoice->addItem(tr("Choose your name"), 0LL);
    for (const auto &[id, staff] : branch.staff()) {
        const auto at = elsewhere.find(id);
        const QString name = fromUtf8(staff.name);
        m_staffChoice->addItem(at == elsewhere.end() ? name : tr("%1 · at counter %2").arg(name).arg(at->second),
                               static_cast<qlonglong>(id.value));
    }
    m_profileChoice->clear();
    for (const auto &[id, profile] : branch.profiles())
        m_profileChoice->addItem(inLanguage(profile.name), static_cast<qlonglong>(id.value));
    m_staffChoice->setCurrentIndex(std::max(0, m_staffChoice->findData(static_cast<qlonglong>(staffBefore.value))));
    m_profileChoice->setCurrentIndex(
        std::max(0, m_profileChoice->findData(static_cast<qlonglong>(profileBefore.value))));
    if (!m_counterChoice->currentIndex().isValid() && m_counters->rowCount() > 0) {
        int row = 0;
        for (int i = m_counters->rowCount() - 1; i >= 0; --i) {
            if (m_counters->index(i).data(CountersModel::OccupantRole).toString().isEmpty())
                row = i;
        }
        m_counterChoice->setCurrentIndex(m_counters->index(row));
        onCounterChosen();
    }
    refresh();
}

void ChoosePage::onCounterChosen()
{
    const QModelIndex current = m_counterChoice->currentIndex();
    if (current.isValid()) {
        const int index = m_profileChoice->findData(current.data(CountersModel::ProfileRole));
        if (index >= 0)
            m_profileChoice->setCurrentIndex(index);
    }
    refresh();
}

CounterId ChoosePage::chosenCounter() const
{
    return {m_counterChoice->currentIndex().data(CountersModel::CounterRole).toLongLong()};
}

StaffId ChoosePage::chosenStaff() const { return {m_staffChoice->currentData().toLongLong()}; }

ProfileId ChoosePage::chosenProfile() const { return {m_profileChoice->currentData().toLongLong()}; }

bool ChoosePage::isResuming() const
{
    const CounterState *state = m_desk.link().branch().counterState(chosenCounter());
    return state && state->isOpen() && state->staff == chosenStaff();
}

QString ChoosePage::hint() const
{
    const BranchState &branch = m_desk.link().branch();
    if (m_desk.isConfirming())
        return tr("Confirming…");
    if (!m_desk.isLive())
        return tr("The hub cannot be reached. Signing on is possible again when the badge says live.");
    if (!branch.isOpen())
        return tr("The business day is not open yet. Ask the supervisor to open it; this page notices by itself.");
    if (isResuming())
        return tr("You are signed on here already: go on where you were.");
    const CounterState *state = branch.counterState(chosenCounter());
    if (state && state->isOpen()) {
        const Staff *staff = branch.staffMember(state->staff);
        return tr("%1 is at this counter. Choose another one, or ask them to sign off.")
            .arg(staff ? fromUtf8(staff->name) : QString());
    }
    return {};
}

void ChoosePage::refresh()
{
    const BranchState &branch = m_desk.link().branch();
    m_card->setVisible(branch.isDefined());
    m_empty->setVisible(!branch.isDefined());
    const QString text = hint();
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_signOn->setWords(isResuming() ? tr("Go on") : tr("Sign on"));
    m_profileChoice->setEnabled(!isResuming());
    m_signOn->setEnabled(m_desk.isLive() && branch.isOpen() && !m_desk.isConfirming() && chosenStaff().isSet()
                         && chosenCounter().isSet());
}

void ChoosePage::signOn() { m_desk.signOn(chosenCounter(), chosenStaff(), chosenProfile()); }

void ChoosePage::showError(const Error &error) { m_error->showError(error); }

void ChoosePage::clearError() { m_error->clear(); }

void ChoosePage::retranslate()
{
    m_title->setText(tr("Where do you work today?"));
    m_counterTitle->setText(tr("Counter"));
    m_staffTitle->setText(tr("Your name"));
    m_profileTitle->setText(tr("Work profile"));
    m_counterChoice->setAccessibleName(tr("Counter"));
    m_staffChoice->setAccessibleName(tr("Your name"));
    m_profileChoice->setAccessibleName(tr("Work profile"));
    m_empty->setTexts(tr("Waiting for the branch"),
                      tr("Counters and names appear here as soon as the hub answers."));
    m_counters->retranslate();
    fill();
}

void ChoosePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
