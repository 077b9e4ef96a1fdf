// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alerthistoryview.h"

#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/alertwords.h"
#include "app/supervisor/toneddelegate.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 40;
constexpr int kSideWidth = 400;
constexpr std::array<int, 3> kDays{1, 7, 30};
constexpr std::size_t kAlertsMax = 500;

QString dayOf(TimeMs time, std::int64_t offset)
{
    const QDate date = QDate::fromString(fromUtf8(localDay(time, static_cast<int>(offset))), Qt::ISODate);
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

} // namespace

AlertHistoryView::AlertHistoryView(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new AlertHistoryModel(desk.link(), this)),
      m_period(new QComboBox(this)), m_count(mutedLabel(this, sizes::kText)), m_table(new QTableView(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("alertHistory"), kRowHeight, TablePane::Ground::Panel, this)),
      m_sideStack(new QStackedWidget(this)), m_noneChosen(new EmptyState(this)), m_state(new StateChip(this)),
      m_text(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_rule(mutedLabel(this, sizes::kText)),
      m_steps(plainLabel(this, sizes::kText))
{
    setObjectName(QStringLiteral("alertHistoryView"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    setUpList();
    row->addWidget(m_pane, 1);
    row->addWidget(makeSide());
    connect(m_period, &QComboBox::activated, this, [this] {
        m_isAsked = false; // an answer about another period is nobody's
        m_asking += 1;
        load();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertHistoryView::refreshSide);
    connect(&desk.link(), &BranchLink::alertsChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            load();
    });
    connect(&desk.link(), &BranchLink::statusChanged, this, &AlertHistoryView::refresh);
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        m_model->setRows({}); // the next one may see less
        m_isKnown = false;
        m_isAsked = false;
        m_asking += 1;
        m_pane->error().clear();
        refresh();
    });
    setFocusProxy(m_table);
    retranslate();
}

void AlertHistoryView::setUpList()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TonedDelegate(AlertHistoryModel::TextColumn, AlertHistoryModel::ToneRole,
                                               AlertHistoryModel::TextColumn, m_table));
    m_pane->setWidths({{AlertHistoryModel::RaisedColumn, 116},
                       {AlertHistoryModel::LastedColumn, 104},
                       {AlertHistoryModel::StateColumn, 108}},
                      AlertHistoryModel::TextColumn);
    m_period->setObjectName(QStringLiteral("alertPeriod"));
    m_count->setObjectName(QStringLiteral("alertHistoryCount"));
    m_pane->empty().setObjectName(QStringLiteral("noAlertsState"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_period);
    bar->addWidget(m_count, 1);
    m_pane->addHeading(bar);
}

QWidget *AlertHistoryView::makeSide()
{
    m_noneChosen->setObjectName(QStringLiteral("noAlertChosenState"));
    m_state->setObjectName(QStringLiteral("alertState"));
    m_text->setObjectName(QStringLiteral("alertText"));
    m_rule->setObjectName(QStringLiteral("alertRule"));
    m_steps->setObjectName(QStringLiteral("alertSteps"));
    for (QLabel *wrapped : {m_text, m_rule, m_steps})
        wrapped->setWordWrap(true);
    m_steps->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kSideWidth);
    auto *scroll = new QScrollArea(panel);
    auto *card = new QWidget(scroll);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addWidget(m_rule);
    column->addWidget(m_steps);
    column->addStretch();
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    card->setAutoFillBackground(false);
    m_sideStack->addWidget(scroll);
    m_sideStack->addWidget(m_noneChosen);
    auto *outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 4, 0, 4);
    outer->addWidget(m_sideStack);
    return panel;
}

void AlertHistoryView::load()
{
    if (!m_desk.isLive() || m_isAsked) {
        refresh();
        return;
    }
    const auto offset = static_cast<int>(m_desk.branch().settings().utcOffsetMin);
    const TimeMs now = m_desk.link().hubNowMs();
    const TimeMs midnight = dayStart(localDay(now, offset), offset);
    AlertHistoryQuery query;
    query.fromMs = midnight - (m_period->currentData().toInt() - 1) * kDayMs;
    query.toMs = midnight + kDayMs;
    query.limit = static_cast<std::int64_t>(kAlertsMax);
    m_isAsked = true;
    m_isStale = false;
    ++m_asking;
    ask(query, query.toMs, {});
    refresh();
}

/// One answer holds what fits a message: asks on up to as many as are shown. `so` is what was found so far.
void AlertHistoryView::ask(const AlertHistoryQuery &query, TimeMs toMs, const std::vector<Alert> &so)
{
    m_desk.link().ask(query, this, [this, query, toMs, so, number = m_asking](const Result<AlertHistory> &answer) {
        if (number != m_asking)
            return;
        m_isAsked = false;
        if (!answer) {
            m_pane->error().showError(answer.error());
            refresh();
            return;
        }
        std::vector<Alert> found = so;
        bool isNew = false;
        for (const Alert &alert : answer->alerts) {
            isNew = isNew || alert.raisedMs < query.toMs - 1;
            if (std::none_of(found.begin(), found.end(), [&](const Alert &each) { return each.id == alert.id; }))
                found.push_back(alert);
        }
        if (answer->isMore && isNew && found.size() < kAlertsMax) {
            AlertHistoryQuery older = query; // from the last one's moment on, of which others may be left
            older.toMs = found.back().raisedMs + 1;
            m_isAsked = true;
            ask(older, toMs, found);
            return;
        }
        m_pane->error().clear();
        m_isKnown = true;
        m_isMore = answer->isMore || found.size() > kAlertsMax;
        found.resize(std::min(found.size(), kAlertsMax));
        m_fromMs = query.fromMs;
        m_toMs = toMs;
        m_model->setRows(found);
        refresh();
    });
}

void AlertHistoryView::tick()
{
    if (m_isStale || (!m_isKnown && m_pane->error().text().isEmpty()))
        load();
    const auto &alerts = m_model->rows();
    if (std::any_of(alerts.begin(), alerts.end(), [](const Alert &alert) { return alert.isOpen(); }))
        m_model->refresh();
}

void AlertHistoryView::choose(AlertId alert)
{
    const int row = m_model->rowOf(alert);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void AlertHistoryView::refresh()
{
    const auto &alerts = m_model->rows();
    const auto offset = m_desk.branch().settings().utcOffsetMin;
    QString count;
    if (m_isKnown) {
        const QString n = QLocale().toString(static_cast<qlonglong>(alerts.size()));
        const QString period = m_toMs - m_fromMs <= kDayMs
            ? dayOf(m_fromMs, offset)
            : tr("%1 to %2").arg(dayOf(m_fromMs, offset), dayOf(m_toMs - 1, offset));
        count = m_isMore         ? tr("the newest %1 alerts, %2").arg(n, period)
            : alerts.size() == 1 ? tr("1 alert, %1").arg(period)
                                 : tr("%1 alerts, %2").arg(n, period);
    } else if (m_isAsked) {
        count = tr("Asking the hub…");
    }
    m_count->setText(count);
    if (m_isKnown)
        m_pane->empty().setTexts(tr("No alerts"),
                                 tr("What rules alert about stands here, with what was done about it."));
    else if (!m_desk.isLive())
        m_pane->empty().setTexts(tr("The hub cannot be reached"),
                                 tr("Earlier alerts appear when the badge says live."));
    else
        m_pane->empty().setTexts(tr("Earlier alerts"), tr("They appear here in a moment."));
    m_pane->showRows(!alerts.empty());
    m_period->setEnabled(m_desk.isLive());
    refreshSide();
}

void AlertHistoryView::refreshSide()
{
    const Alert *alert = m_model->rowAt(m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1);
    m_sideStack->setCurrentIndex(alert ? 0 : 1);
    if (!alert)
        return;
    const BranchState &branch = m_desk.branch();
    m_state->setState(severityWord(alert->severity) + QStringLiteral(" · ") + alertStateWord(*alert),
                      toneOf(alert->severity));
    Alert asItWas = *alert;
    if (!alert->isOpen())
        asItWas.value = alert->worst;
    m_text->setText(alertText(branch, asItWas));
    const auto &rules = m_desk.link().alerts().rules;
    const auto rule
        = std::find_if(rules.begin(), rules.end(), [&](const AlertRule &each) { return each.id == alert->rule; });
    m_rule->setText(rule == rules.end() ? tr("Its rule has been removed.")
                                        : tr("Rule: %1").arg(inLanguage(rule->name)));
    QStringList lines;
    for (const AlertStep &step : alert->steps)
        lines << clockTextWithSeconds(step.atMs, branch.settings().utcOffsetMin) + QStringLiteral("  ")
                + stepText(branch, m_desk.link().session(), step);
    m_steps->setText(lines.join(QLatin1Char('\n')));
}

void AlertHistoryView::retranslate()
{
    m_table->setAccessibleName(tr("Earlier alerts"));
    m_period->setAccessibleName(tr("Period"));
    const bool isFirst = m_period->count() == 0;
    const int chosen = isFirst ? 1 : m_period->currentIndex();
    m_period->clear();
    for (const int days : kDays)
        m_period->addItem(days == 1 ? tr("Today") : tr("The last %1 days").arg(QLocale().toString(days)), days);
    m_period->setCurrentIndex(chosen);
    m_noneChosen->setTexts(tr("No alert chosen"), tr("Choose one in the list to see what became of it."));
    m_steps->setAccessibleName(tr("What became of it"));
    m_model->refresh();
    refresh();
}

void AlertHistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
