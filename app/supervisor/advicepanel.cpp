// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/advicepanel.h"

#include "app/supervisor/advicewords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kRowsMax = 3;

bool isAboutCounters(const Event &event)
{
    return std::holds_alternative<event::CounterOpened>(event)
        || std::holds_alternative<event::CounterClosed>(event)
        || std::holds_alternative<event::ProfileAssigned>(event)
        || std::holds_alternative<event::CounterPaused>(event)
        || std::holds_alternative<event::CounterResumed>(event) || std::holds_alternative<event::DayOpened>(event);
}

} // namespace

AdvicePanel::AdvicePanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kText, QFont::DemiBold)),
      m_said(new ElidedLabel(this)), m_more(new KeyButton({}, false, this)),
      m_whatIf(new KeyButton(QStringLiteral("Ctrl+W"), false, this)), m_error(new ErrorBanner(this)),
      m_scoreLine(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("advicePanel"));
    setProperty("panel", QStringLiteral("surface"));
    m_title->setObjectName(QStringLiteral("adviceTitle"));
    m_said->setObjectName(QStringLiteral("adviceStateText"));
    m_said->setProperty("ink", QStringLiteral("muted"));
    m_scoreLine->setObjectName(QStringLiteral("adviceScoreText"));
    m_scoreLine->setProperty("ink", QStringLiteral("muted"));
    m_more->setObjectName(QStringLiteral("adviceMoreButton"));
    m_more->setCheckable(true);
    m_whatIf->setObjectName(QStringLiteral("whatIfButton"));
    m_error->setObjectName(QStringLiteral("adviceErrorBanner"));
    for (KeyButton *button : {m_more, m_whatIf})
        button->setCompact();
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_title);
    top->addWidget(m_said, 1);
    top->addWidget(m_more);
    top->addWidget(m_whatIf);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(4);
    column->addLayout(top);
    for (std::size_t i = 0; i < kRowsMax; ++i)
        addRow(i);
    column->addWidget(m_error);
    column->addWidget(m_scoreLine);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_more, &QAbstractButton::toggled, this, &AdvicePanel::refresh);
    connect(m_whatIf, &QAbstractButton::clicked, this, &AdvicePanel::whatIfAsked);
    m_timer.setSingleShot(true);
    m_timer.setObjectName(QStringLiteral("adviceTimer"));
    connect(&m_timer, &QTimer::timeout, this, &AdvicePanel::onTimer);
    connect(&desk, &SupervisorDesk::changed, this, &AdvicePanel::refresh);
    connect(&desk.link(), &BranchLink::statusChanged, this, [this] {
        if (m_desk.isLive() && isVisible())
            ask();
        else
            refresh();
    });
    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        m_answer.reset();
        if (isVisible())
            ask();
    });
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        m_score.reset();
        if (isVisible() && m_desk.mayWork())
            ask();
    });
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (isAboutCounters(event) && isVisible())
            m_timer.start(kSettleMs);
    });
    retranslate();
}

void AdvicePanel::addRow(std::size_t number)
{
    Row row;
    row.frame = new QFrame(this);
    const QString index = QString::number(number + 1);
    row.move = plainLabel(row.frame, sizes::kText, QFont::Medium);
    row.move->setObjectName(QStringLiteral("adviceMoveText") + index);
    row.move->setWordWrap(true);
    row.effect = new ElidedLabel(row.frame);
    row.effect->setProperty("ink", QStringLiteral("muted"));
    row.effect->setObjectName(QStringLiteral("adviceEffectText") + index);
    row.follow = new KeyButton({}, number == 0, row.frame);
    row.follow->setObjectName(QStringLiteral("followAdviceButton") + index);
    row.dismiss = new KeyButton({}, false, row.frame);
    row.dismiss->setObjectName(QStringLiteral("dismissAdviceButton") + index);
    for (KeyButton *button : {row.follow, row.dismiss})
        button->setCompact();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.move);
    words->addWidget(row.effect);
    auto *line = new QHBoxLayout(row.frame);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(8);
    line->addLayout(words, 1);
    line->addWidget(row.follow);
    line->addWidget(row.dismiss);
    connect(row.follow, &QAbstractButton::clicked, this, [this, number] { follow(number); });
    connect(row.dismiss, &QAbstractButton::clicked, this, [this, number] { dismiss(number); });
    layout()->addWidget(row.frame);
    row.frame->hide();
    m_rows.push_back(row);
}

void AdvicePanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    const bool isScored = m_score.has_value(); // else it is asked for with advice
    ask();
    if (isScored)
        askScore();
}

void AdvicePanel::ask()
{
    if (!m_desk.mayWork())
        return;
    m_timer.stop();
    m_state = m_desk.isLive() ? State::Asking : State::Offline;
    if (m_desk.isLive())
        m_desk.link().ask(Advise{}, this, [this, number = ++m_number](const Result<AdviceAnswer> &answer) {
            if (number == m_number)
                take(answer);
        });
    if (!m_score)
        askScore();
    refresh();
}

void AdvicePanel::askScore()
{
    if (!m_desk.mayWork() || !m_desk.isLive())
        return;
    m_desk.link().ask(AdviceScoreQuery{kScoreDays}, this, [this](const Result<AdviceScore> &score) {
        if (score)
            m_score = *score;
        refresh();
    });
}

void AdvicePanel::take(const Result<AdviceAnswer> &answer)
{
    if (answer) {
        m_answer = *answer;
        m_state = State::Known;
    } else {
        m_state = answer.error().code == ErrorCode::Offline ? State::Offline : State::Refused;
    }
    refresh();
    wait();
}

void AdvicePanel::wait()
{
    const double rate = std::max(1.0, m_desk.link().rate());
    m_timer.start(std::max(kAskRealMsMin, static_cast<int>(kAskMs / rate)));
}

void AdvicePanel::onTimer()
{
    if (!isVisible())
        return; // asks when it is shown again
    if (m_desk.branch().isOpen()
        && (!m_desk.branch().queues().empty() || m_state != State::Known
            || (m_answer && m_answer->state != AdviceState::WellManned)))
        ask();
    else if (m_answer && m_answer->state == AdviceState::Closed && m_desk.branch().isOpen())
        ask();
    else
        wait();
}

void AdvicePanel::follow(std::size_t number)
{
    if (!m_answer || number >= m_answer->advice.size() || !m_answer->advice[number].id.isSet() || !m_desk.canAct())
        return;
    const Advice advice = m_answer->advice[number];
    m_error->clear();
    const std::vector<CounterMove> moves = counterMovesOf(m_desk.branch(), {advice.move});
    if (moves.empty()) {
        takeOff(advice.id);
        m_error->showError({ErrorCode::CounterChanged, "advice about other counters", {}});
        ask();
        return;
    }
    m_desk.moveCounters(moves, {}, [this, advice](const Result<CommandReply> &reply) {
        takeOff(advice.id); // done, or not to be done: it is not pressed twice
        if (!reply) {
            m_error->showError(reply.error());
            ask(); // the floor is not what it was
            return;
        }
        settle(advice.id, true);
    });
}

void AdvicePanel::dismiss(std::size_t number)
{
    if (!m_answer || number >= m_answer->advice.size() || !m_desk.isLive())
        return;
    const Advice advice = m_answer->advice[number];
    if (advice.id.isSet())
        settle(advice.id, false);
    m_answer->advice.erase(m_answer->advice.begin() + static_cast<std::ptrdiff_t>(number));
    refresh();
}

void AdvicePanel::takeOff(AdviceId advice)
{
    if (m_answer)
        std::erase_if(m_answer->advice, [advice](const Advice &each) { return each.id == advice; });
    refresh();
}

void AdvicePanel::settle(AdviceId advice, bool isFollowed)
{
    m_desk.link().carryOut(SettleAdvice{advice, isFollowed}, this,
                           [this, isFollowed](const Result<SettleReply> &reply) {
                               if (!reply && reply.error().code != ErrorCode::WrongState)
                                   m_error->showError(reply.error());
                               if (isFollowed)
                                   ask();
                               askScore();
                           });
}

QString AdvicePanel::stateText() const
{
    if (!m_desk.isLive())
        return tr("No advice while the hub cannot be reached.");
    switch (m_state) {
    case State::Asking:
        if (m_answer)
            return outlookText(*m_answer);
        [[fallthrough]];
    case State::Idle:
        return tr("Looking at what the counters could do…");
    case State::Known:
        return outlookText(*m_answer);
    case State::Offline:
        return tr("No advice while the hub cannot be reached.");
    case State::Refused:
        break;
    }
    return tr("No advice now. It is asked for again in a minute.");
}

void AdvicePanel::refresh()
{
    const bool isShown = m_desk.isLive() && m_answer && m_answer->state == AdviceState::Advised;
    const std::size_t count = isShown ? std::min(m_answer->advice.size(), kRowsMax) : 0;
    const std::size_t opened = m_more->isChecked() ? count : std::min<std::size_t>(1, count);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row.frame->setVisible(i < opened);
        if (i >= opened)
            continue;
        const Advice &advice = m_answer->advice[i];
        row.move->setText(breakable(moveText(m_desk.branch(), advice.move)));
        const QString effect = adviceText(m_desk.branch(), advice);
        row.effect->setText(effect);
        row.effect->setToolTip(toolTipOf(effect));
        row.follow->setVisible(advice.id.isSet());
        row.follow->setEnabled(m_desk.canAct());
        row.dismiss->setEnabled(m_desk.isLive());
    }
    m_more->setVisible(count > 1);
    m_more->setWords(m_more->isChecked()
                         ? tr("Only the best")
                         : tr("Or instead (%1)").arg(QLocale().toString(static_cast<int>(count) - 1)));
    m_whatIf->setEnabled(m_desk.isLive());
    m_said->setText(stateText());
    m_said->setToolTip(toolTipOf(stateText()));
    const QString score = m_score ? adviceScoreText(*m_score, kScoreDays) : QString();
    m_scoreLine->setText(score);
    m_scoreLine->setToolTip(toolTipOf(score));
    m_scoreLine->setVisible(!score.isEmpty() && !m_isShort);
    m_title->setToolTip(toolTipOf(score));
    m_title->setAccessibleDescription(score);
    setStyleProperty(*this, "panel", count > 0 ? QStringLiteral("info") : QStringLiteral("surface"));
}

void AdvicePanel::setShort(bool isShort)
{
    if (isShort == m_isShort)
        return;
    m_isShort = isShort;
    refresh();
}

void AdvicePanel::retranslate()
{
    m_title->setText(tr("Advice"));
    setAccessibleName(tr("Advice about counters"));
    m_whatIf->setWords(tr("What if…"));
    for (const Row &row : m_rows) {
        row.follow->setWords(tr("Do it"));
        row.dismiss->setWords(tr("Dismiss"));
    }
    refresh();
}

void AdvicePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tiepdon
