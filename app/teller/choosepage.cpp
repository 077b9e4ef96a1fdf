// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/choosepage.h"

#include "ui/models/countersmodel.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/inlinequestion.h"
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

/// Room for a name on the button; it stands above it, too.
constexpr int kOccupantWidthMax = 200;

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

} // namespace

ChoosePage::ChoosePage(TellerDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_counters(new CountersModel(desk.link(), this)), m_card(new QWidget(this)),
      m_empty(new EmptyState(this)), m_title(plainLabel(m_card, sizes::kHeadline, QFont::DemiBold)),
      m_counterTitle(mutedLabel(m_card, sizes::kText)), m_whoTitle(mutedLabel(m_card, sizes::kText)),
      m_who(plainLabel(m_card, sizes::kTitle, QFont::DemiBold)), m_profileTitle(mutedLabel(m_card, sizes::kText)),
      m_counterChoice(new QListView(m_card)), m_profileChoice(new QComboBox(m_card)),
      m_hint(plainLabel(m_card, sizes::kText)), m_question(new InlineQuestion(m_card)),
      m_error(new ErrorBanner(m_card)), m_signOn(new KeyButton(QStringLiteral("Enter"), true, m_card))
{
    m_counterChoice->setObjectName(QStringLiteral("counterChoice"));
    m_counterChoice->setModel(m_counters);
    m_counterChoice->setItemDelegate(new CounterDelegate(m_counterChoice));
    m_counterChoice->setUniformItemSizes(true);
    m_counterChoice->setMinimumSize(320, 300);
    m_profileChoice->setObjectName(QStringLiteral("profileChoice"));
    m_profileChoice->setFont(textFont(sizes::kTextLarge));
    m_profileChoice->setMinimumHeight(40);
    m_profileChoice->setMaxVisibleItems(16);
    m_who->setObjectName(QStringLiteral("signedInName"));
    m_who->setWordWrap(true);
    m_signOn->setObjectName(QStringLiteral("signOnButton"));
    m_signOn->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_hint->setObjectName(QStringLiteral("chooseHint"));
    m_hint->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("takeOverQuestion"));
    m_counterTitle->setBuddy(m_counterChoice);
    m_profileTitle->setBuddy(m_profileChoice);

    auto *grid = new QGridLayout(m_card);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->setRowMinimumHeight(1, 8);
    grid->addWidget(m_counterTitle, 2, 0);
    grid->addWidget(m_counterChoice, 3, 0, 7, 1);
    grid->addWidget(m_whoTitle, 2, 1);
    grid->addWidget(m_who, 3, 1);
    grid->setRowMinimumHeight(4, 8);
    grid->addWidget(m_profileTitle, 5, 1);
    grid->addWidget(m_profileChoice, 6, 1);
    grid->addWidget(m_hint, 7, 1);
    grid->setRowStretch(8, 1);
    grid->addWidget(m_signOn, 9, 1);
    grid->setRowMinimumHeight(10, 8);
    grid->addWidget(m_question, 11, 0, 1, 2);
    grid->addWidget(m_error, 12, 0, 1, 2);
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
    connect(m_signOn, &QPushButton::clicked, this, &ChoosePage::press);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] {
            // Enter presses the button it is on; anywhere else it signs on
            auto *button = qobject_cast<QPushButton *>(focusWidget());
            if (button && button->hasFocus())
                button->click();
            else
                m_signOn->click();
        });
    }
    connect(m_question, &InlineQuestion::answered, this, [this] {
        if (m_askedFor == chosenCounter())
            m_desk.signOn(m_askedFor, chosenProfile(), true);
        m_counterChoice->setFocus(Qt::OtherFocusReason);
    });
    connect(m_question, &InlineQuestion::cancelled, this, [this] {
        refresh();
        if (isVisible())
            m_counterChoice->setFocus(Qt::OtherFocusReason);
    });
    connect(&desk.link(), &BranchLink::accessChanged, this, &ChoosePage::refresh);
    connect(&desk.link(), &BranchLink::stateReplaced, this, &ChoosePage::fill);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (!std::holds_alternative<event::TicketIssued>(event))
            fill();
    });
    connect(&desk, &TellerDesk::changed, this, &ChoosePage::refresh);
    retranslate();
}

void ChoosePage::choose(CounterId counter, ProfileId profile)
{
    if (const int row = m_counters->rowOf(counter); row >= 0)
        m_counterChoice->setCurrentIndex(m_counters->index(row));
    if (const int index = m_profileChoice->findData(static_cast<qlonglong>(profile.value)); index >= 0)
        m_profileChoice->setCurrentIndex(index);
    refresh();
}

void ChoosePage::fill()
{
    const BranchState &branch = m_desk.link().branch();
    const ProfileId profileBefore = chosenProfile();
    const QSignalBlocker profileBlocker(m_profileChoice);
    m_profileChoice->clear();
    for (const auto &[id, profile] : branch.profiles())
        m_profileChoice->addItem(inLanguage(profile.name), static_cast<qlonglong>(id.value));
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

ProfileId ChoosePage::chosenProfile() const { return {m_profileChoice->currentData().toLongLong()}; }

const Staff *ChoosePage::occupant() const
{
    const BranchState &branch = m_desk.link().branch();
    const CounterState *state = branch.counterState(chosenCounter());
    return state && state->isOpen() ? branch.staffMember(state->staff) : nullptr;
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
    if (const Staff *staff = occupant()) {
        const Ticket *ticket = branch.ticket(branch.counterState(chosenCounter())->ticket);
        if (ticket)
            return tr("%1 is at this counter, with %2.").arg(fromUtf8(staff->name), fromUtf8(ticket->number));
        if (const auto &onBreak = branch.counterState(chosenCounter())->onBreak)
            return tr("%1 is at this counter, on a break since %2.")
                .arg(fromUtf8(staff->name), clockText(onBreak->sinceMs, branch.settings().utcOffsetMin));
        return tr("%1 is at this counter.").arg(fromUtf8(staff->name));
    }
    return {};
}

QString ChoosePage::question() const
{
    const BranchState &branch = m_desk.link().branch();
    const Counter *counter = branch.counter(chosenCounter());
    const Staff *staff = occupant();
    if (!counter || !staff)
        return {};
    const Ticket *ticket = branch.ticket(branch.counterState(chosenCounter())->ticket);
    const QString name = fromUtf8(staff->name);
    return ticket ? tr("Take over counter %1 from %2? %3 goes on with you.")
                        .arg(QString::number(counter->number), name, fromUtf8(ticket->number))
                  : tr("Take over counter %1 from %2?").arg(QString::number(counter->number), name);
}

void ChoosePage::refresh()
{
    const BranchState &branch = m_desk.link().branch();
    m_card->setVisible(branch.isDefined());
    m_empty->setVisible(!branch.isDefined());
    m_who->setText(fromUtf8(m_desk.link().session().name));
    const QString text = hint();
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    const Staff *staff = occupant();
    if (m_question->isAsking() && (!staff || m_askedFor != chosenCounter()))
        m_question->close();
    QString words = tr("Sign on");
    if (staff) {
        const QString name = fromUtf8(staff->name);
        const QString fitting = m_signOn->fontMetrics().elidedText(name, Qt::ElideRight, kOccupantWidthMax);
        words = fitting == name ? tr("Take over from %1…").arg(name) : tr("Take over…");
    }
    m_signOn->setWords(words);
    m_signOn->setEnabled(m_desk.isLive() && branch.isOpen() && !m_desk.isConfirming() && m_desk.staffId().isSet()
                         && chosenCounter().isSet() && !m_question->isAsking());
}

void ChoosePage::press()
{
    const QString asked = question();
    if (asked.isEmpty()) {
        m_desk.signOn(chosenCounter(), chosenProfile());
        return;
    }
    clearError();
    m_askedFor = chosenCounter();
    m_question->ask(asked, {tr("Take over")});
    refresh();
}

void ChoosePage::showError(const Error &error) { m_error->showError(error); }

void ChoosePage::clearError() { m_error->clear(); }

void ChoosePage::retranslate()
{
    m_title->setText(tr("Where do you work today?"));
    m_counterTitle->setText(tr("Counter"));
    m_whoTitle->setText(tr("Signed in"));
    m_profileTitle->setText(tr("Work profile"));
    m_counterChoice->setAccessibleName(tr("Counter"));
    m_profileChoice->setAccessibleName(tr("Work profile"));
    m_empty->setTexts(tr("Waiting for the branch"), tr("Its counters appear here as soon as the hub answers."));
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
