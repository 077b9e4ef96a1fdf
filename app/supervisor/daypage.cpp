// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/daypage.h"

#include "core/access/permission.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QDate>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 440;
/// Who is of which segment changes slowly.
constexpr qint64 kCountAgainMs = 60000;
/// Room for a title and three lines of that width.
constexpr int kStateHeight = 104;

QDate dateOf(const std::string &day) { return QDate::fromString(fromUtf8(day), Qt::ISODate); }

} // namespace

std::string dayTyped(const QString &text)
{
    static const QRegularExpression kParts(QStringLiteral("^\\D*(\\d{1,4})\\D+(\\d{1,2})\\D+(\\d{1,4})\\D*$"));
    const auto match = kParts.match(text);
    if (!match.hasMatch())
        return {};
    const bool isYearFirst = match.captured(1).size() == 4;
    const QString year = match.captured(isYearFirst ? 1 : 3);
    if (year.size() != 4)
        return {};
    const QDate date(year.toInt(), match.captured(2).toInt(), match.captured(isYearFirst ? 3 : 1).toInt());
    return date.isValid() ? date.toString(Qt::ISODate).toStdString() : std::string();
}

DayPage::DayPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_state(new EmptyState(this)), m_past(plainLabel(this, sizes::kText)),
      m_segments(mutedLabel(this, sizes::kText)), m_title(mutedLabel(this, sizes::kText)),
      m_day(new QLineEdit(this)), m_hint(mutedLabel(this, sizes::kText)), m_error(new ErrorBanner(this)),
      m_open(new KeyButton(QStringLiteral("Enter"), true, this))
{
    setObjectName(QStringLiteral("dayPage"));
    m_state->setObjectName(QStringLiteral("dayClosedState"));
    m_day->setObjectName(QStringLiteral("dayEdit"));
    m_day->setFont(textFont(sizes::kTitle, QFont::Medium));
    m_day->setMaxLength(24);
    m_hint->setObjectName(QStringLiteral("dayHint"));
    m_hint->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openDayButton"));
    m_title->setBuddy(m_day);
    m_past->setObjectName(QStringLiteral("pastDay"));
    m_past->setWordWrap(true);
    m_segments->setObjectName(QStringLiteral("segmentCounts"));
    m_segments->setWordWrap(true);
    m_segments->setAlignment(Qt::AlignHCenter);
    m_segments->hide();
    m_past->setAlignment(Qt::AlignHCenter);
    m_state->setMinimumHeight(kStateHeight);
    auto *card = new QWidget(this);
    card->setFixedWidth(kCardWidth);
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->addWidget(m_state);
    form->addWidget(m_past);
    form->addWidget(m_segments);
    form->addSpacing(16);
    form->addWidget(m_title);
    form->addWidget(m_day);
    form->addWidget(m_hint);
    form->addSpacing(8);
    form->addWidget(m_open);
    form->addWidget(m_error);
    auto *column = new QVBoxLayout(this);
    auto *middle = new QHBoxLayout; // an aligned card would be as high as its words are on one line
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    column->addStretch(2);
    column->addLayout(middle);
    column->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &DayPage::open);
    connect(m_day, &QLineEdit::returnPressed, this, &DayPage::open);
    connect(m_day, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        m_error->clear();
        refresh();
    });
    connect(&desk, &SupervisorDesk::changed, this, &DayPage::refresh);
    connect(&desk.link(), &BranchLink::stateReplaced, this, &DayPage::tick);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (std::holds_alternative<event::DayClosed>(event)) {
            m_isTyped = false;
            m_error->clear();
        }
        tick();
    });
    setFocusProxy(m_day);
    retranslate();
}

void DayPage::tick()
{
    if (!m_isTyped) {
        const QString proposed = dateOf(m_desk.proposedDay()).toString(QStringLiteral("dd/MM/yyyy"));
        if (m_day->text() != proposed)
            m_day->setText(proposed);
    }
    refresh();
}

void DayPage::countSegments()
{
    const auto roles = m_desk.link().session().roles;
    if (m_isCounting || reachOf(SegmentCountsQuery::kMethod, roles) == Reach::None || !m_desk.isLive()
        || (m_countedSince.isValid() && !m_countedSince.hasExpired(kCountAgainMs)))
        return;
    m_isCounting = true;
    m_desk.link().ask(SegmentCountsQuery{}, this, [this](const Result<SegmentCountsAnswer> &answer) {
        m_isCounting = false;
        m_countedSince.restart();
        // figures beside the point of this page: without them it says nothing
        m_counts = answer ? *answer : SegmentCountsAnswer{};
        refresh();
    });
}

QString DayPage::segmentsText() const
{
    QStringList parts;
    for (const SegmentCount &each : m_counts.segments) {
        const auto it = m_desk.branch().segments().find(each.segment);
        const QString name = it == m_desk.branch().segments().end() ? tr("ordinary") : inLanguage(it->second.name);
        parts << QLocale().toString(static_cast<qlonglong>(each.customers)) + QLatin1Char(' ') + name;
    }
    if (parts.isEmpty())
        return {};
    const QString text = tr("Customers known: %1").arg(parts.join(QStringLiteral(" · ")));
    return m_counts.isSettling ? text + QLatin1Char(' ') + tr("(rules have changed, counting goes on)") : text;
}

void DayPage::open()
{
    const std::string day = dayTyped(m_day->text());
    if (day.empty() || !m_open->isEnabled())
        return;
    m_error->clear();
    m_desk.act(command::OpenDay{day}, [this](const Result<CommandReply> &reply) {
        if (!reply)
            m_error->showError(reply.error());
    });
}

QString DayPage::pastText() const
{
    const BranchState &branch = m_desk.branch();
    const DayTotals &day = branch.totals();
    const QDate date = dateOf(branch.businessDay());
    if (branch.isOpen() || !date.isValid() || day.issued == 0)
        return {};
    const auto number = [](std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); };
    QStringList parts{tr("%1 tickets taken").arg(number(day.issued)), tr("%1 served").arg(number(day.served))};
    const std::pair<std::int64_t, QString> rest[] = {
        {day.noShows, tr("%1 no-shows")},
        {day.abandoned, tr("%1 left without being served")},
        {day.cancelled, tr("%1 cancelled")},
        {day.ended, tr("%1 still open at the end")},
        {static_cast<std::int64_t>(branch.tickets().size()), tr("%1 wait on when the next day opens")},
    };
    for (const auto &[count, words] : rest) {
        if (count > 0)
            parts << words.arg(number(count));
    }
    if (const auto aside = static_cast<std::int64_t>(branch.parked().size()); aside > 0)
        parts << tr("%1 of them put aside").arg(number(aside));
    return QLocale().toString(date, QStringLiteral("dd/MM/yyyy")) + QStringLiteral(": ")
        + parts.join(QStringLiteral(" · "));
}

void DayPage::refresh()
{
    m_past->setText(pastText());
    m_past->setVisible(!m_past->text().isEmpty());
    m_segments->setText(segmentsText());
    m_segments->setVisible(!m_segments->text().isEmpty());
    const std::string day = dayTyped(m_day->text());
    const BranchState &branch = m_desk.branch();
    QString hint;
    if (m_desk.isConfirming())
        hint = tr("Confirming…");
    else if (!m_desk.isLive())
        hint = tr("The hub cannot be reached. The day can be opened when the badge says live.");
    else if (day.empty())
        hint = tr("Type day, month and year, as in 31/12/2026.");
    else {
        hint = QLocale().toString(dateOf(day), QLocale::LongFormat);
        if (day == branch.businessDay())
            hint += QStringLiteral(" · ") + tr("was open already: numbers and figures go on where they were");
        else if (day != m_desk.proposedDay())
            hint += QStringLiteral(" · ") + tr("is not today by the hub's clock");
    }
    m_hint->setText(hint);
    const bool isOdd = !m_desk.isLive() || day.empty() || (day != m_desk.proposedDay() && !m_desk.isConfirming());
    setStyleProperty(*m_hint, "ink", isOdd ? QStringLiteral("warn") : QStringLiteral("muted"));
    setStyleProperty(*m_day, "wrong", day.empty() ? QStringLiteral("yes") : QStringLiteral("no"));
    m_open->setEnabled(m_desk.canAct() && !day.empty());
}

void DayPage::retranslate()
{
    m_state->setTexts(
        tr("The business day is closed"),
        tr("Open it, and kiosks give tickets and counters can be opened. What happens then appears here."));
    m_title->setText(tr("Business day"));
    m_day->setAccessibleName(tr("Business day"));
    m_open->setWords(tr("Open the day"));
    tick();
}

void DayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
