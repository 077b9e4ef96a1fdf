// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertrulesview.h"

#include "app/supervisor/alertruleeditor.h"
#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/decisionform.h"
#include "app/supervisor/floorevents.h"
#include "app/supervisor/toneddelegate.h"
#include "core/access/permission.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 40;
constexpr int kSideWidth = 560;
/// Narrower, the list leaves out what its rules' names say too.
constexpr int kWideWidth = 1200;
constexpr std::array<int, 3> kDays{1, 7, 30};

} // namespace

AlertRulesView::AlertRulesView(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new AlertRulesModel(desk.link(), this)),
      m_count(mutedLabel(this, sizes::kText)), m_add(new QPushButton(this)), m_table(new QTableView(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("alertRules"), kRowHeight, TablePane::Ground::Panel, this)),
      m_sideStack(new QStackedWidget(this)), m_noneChosen(new EmptyState(this)), m_scroll(new QScrollArea(this)),
      m_words(plainLabel(this, sizes::kTextLarge)), m_editor(new AlertRuleEditor(desk, this)),
      m_tried(plainLabel(this, sizes::kText)), m_days(new QComboBox(this)),
      m_try(new KeyButton(QStringLiteral("F7"), false, this)), m_decision(new DecisionForm(this)),
      m_save(new KeyButton(QStringLiteral("F8"), false, this)),
      m_discard(new KeyButton(QStringLiteral("Esc"), false, this)), m_remove(new QPushButton(this)),
      m_note(new NoteBar(true, this)), m_error(new ErrorBanner(this)), m_question(new InlineQuestion(this))
{
    setObjectName(QStringLiteral("alertRulesView"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    setUpList();
    row->addWidget(m_pane, 1);
    row->addWidget(makeSide());
    connect(m_add, &QPushButton::clicked, this, &AlertRulesView::addRule);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (!m_isGoing && now.isValid())
                    go(AlertRuleId{now.data(AlertRulesModel::RuleRole).toLongLong()}, false);
            });
    connect(m_editor, &AlertRuleEditor::edited, this, &AlertRulesView::onEdited);
    connect(m_decision, &DecisionForm::edited, this, &AlertRulesView::refreshButtons);
    connect(m_try, &QPushButton::clicked, this, &AlertRulesView::tryRule);
    connect(m_save, &QPushButton::clicked, this, &AlertRulesView::save);
    connect(m_remove, &QPushButton::clicked, this, &AlertRulesView::remove);
    connect(m_discard, &QPushButton::clicked, this, &AlertRulesView::letGo);
    connect(m_question, &InlineQuestion::answered, this, [this] {
        m_isDirty = false;
        goNow(m_next, m_nextIsNew);
    });
    connect(m_question, &InlineQuestion::cancelled, this, &AlertRulesView::refreshButtons);
    connect(&desk.link(), &BranchLink::alertsChanged, this, &AlertRulesView::onRules);
    connect(&desk.link(), &BranchLink::statusChanged, this, &AlertRulesView::refreshButtons);
    connect(&desk.link(), &BranchLink::stateReplaced, this, [this] {
        m_editor->refreshNames();
        refresh();
    });
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (isAboutAll(event))
            m_editor->refreshNames();
    });
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        m_isDirty = false; // the next one starts from what is saved
        m_isSaving = false;
        ++m_saved;
        m_decision->clear();
        m_asked += 1;
        m_trying = 0;
        closeRule();
        onRules();
    });
    addKeys();
    setFocusProxy(m_table);
    retranslate();
    onRules();
}

void AlertRulesView::setUpList()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TonedDelegate(AlertRulesModel::StateColumn, AlertRulesModel::ToneRole,
                                               AlertRulesModel::NameColumn, m_table));
    m_pane->setWidths({{AlertRulesModel::KindColumn, 148},
                       {AlertRulesModel::ThresholdColumn, 84},
                       {AlertRulesModel::StateColumn, 136}},
                      AlertRulesModel::NameColumn);
    m_count->setObjectName(QStringLiteral("alertRulesCount"));
    m_add->setObjectName(QStringLiteral("alertRuleAddButton"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_count, 1);
    bar->addWidget(m_add);
    m_pane->addHeading(bar);
}

QWidget *AlertRulesView::makeSide()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kSideWidth);
    m_noneChosen->setObjectName(QStringLiteral("noRuleChosenState"));
    m_words->setObjectName(QStringLiteral("ruleWords"));
    m_words->setWordWrap(true);
    m_tried->setObjectName(QStringLiteral("ruleTried"));
    m_tried->setWordWrap(true);
    m_days->setObjectName(QStringLiteral("ruleTryDays"));
    m_try->setObjectName(QStringLiteral("ruleTryButton"));
    m_save->setObjectName(QStringLiteral("ruleSaveButton"));
    m_discard->setObjectName(QStringLiteral("ruleDiscardButton"));
    m_remove->setObjectName(QStringLiteral("ruleRemoveButton"));
    m_remove->setProperty("kind", QStringLiteral("quiet"));
    m_note->setObjectName(QStringLiteral("ruleNote"));
    m_error->setObjectName(QStringLiteral("ruleErrorBanner"));
    m_question->setObjectName(QStringLiteral("ruleQuestion"));
    auto *inside = new QWidget(m_scroll);
    auto *content = new QVBoxLayout(inside);
    content->setContentsMargins(16, 12, 16, 12);
    content->setSpacing(12);
    content->addWidget(m_words);
    content->addWidget(m_editor);
    auto *trying = new QHBoxLayout;
    trying->addWidget(m_try);
    trying->addWidget(m_days);
    trying->addStretch();
    content->addLayout(trying);
    content->addWidget(m_tried);
    content->addWidget(m_decision);
    content->addStretch();
    m_scroll->setObjectName(QStringLiteral("ruleScroll"));
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *card = new QWidget(panel);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 4, 0, 12);
    column->setSpacing(8);
    column->addWidget(m_scroll, 1);
    auto *messages = new QVBoxLayout;
    messages->setContentsMargins(16, 0, 16, 0);
    messages->setSpacing(8);
    for (QWidget *each :
         {static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_question)})
        messages->addWidget(each);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    messages->addLayout(buttons);
    column->addLayout(messages);
    m_sideStack->addWidget(card);
    m_sideStack->addWidget(m_noneChosen);
    auto *outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_sideStack);
    return panel;
}

void AlertRulesView::addKeys()
{
    const auto key = [this](const QKeySequence &code, auto &&what) {
        auto *shortcut = new QShortcut(code, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
        return shortcut;
    };
    key(Qt::Key_F7, [this] { m_try->click(); });
    key(Qt::Key_F8, [this] { m_save->click(); });
    key(QKeySequence::New, [this] { m_add->click(); });
    auto *escape = key(Qt::Key_Escape, [this] {
        if (m_question->isAsking()) // what was asked is answered by staying
            m_question->close();
        else
            m_discard->click();
    });
    escape->setContext(Qt::WidgetWithChildrenShortcut); // elsewhere it is somebody else's
}

bool AlertRulesView::mayChange() const
{
    return reachOf(SetAlertRule::kMethod, m_desk.link().session().roles) == Reach::Any;
}

bool AlertRulesView::canChange() const { return mayChange() && m_desk.isLive() && !m_isSaving; }

void AlertRulesView::onRules()
{
    m_isGoing = true;
    m_model->setRows(m_desk.link().alerts().rules);
    m_isGoing = false;
    refresh();
    if (!m_rule || m_isNew || m_isSaving)
        return;
    const AlertRule *now = m_model->rule(m_rule->id);
    if (!now) {
        if (m_isDirty)
            m_note->say(tr("Somebody else has removed this rule meanwhile. What you typed can still be tried."),
                        Tone::Warn);
        else
            closeRule();
    } else if (now->revision != m_rule->revision) {
        if (m_isDirty)
            m_note->say(tr("Somebody else has changed this rule meanwhile. Let go of what you typed to see it."),
                        Tone::Warn);
        else
            open(*now, false);
    }
    refreshButtons();
}

void AlertRulesView::refresh()
{
    const auto &rules = m_model->rows();
    std::int64_t on = 0;
    for (const AlertRule &rule : rules)
        on += rule.isOn ? 1 : 0;
    m_count->setText(rules.empty() ? QString()
                                   : tr("%1 rules, %2 switched on")
                                         .arg(QLocale().toString(static_cast<qlonglong>(rules.size())),
                                              QLocale().toString(static_cast<qlonglong>(on))));
    const bool isKnown = m_desk.link().alerts().atMs > 0;
    m_pane->empty().setTexts(isKnown ? tr("Nothing is watched") : tr("The rules are not known yet"),
                             isKnown ? tr("Rules that are added stand here: what they look for, and who is told.")
                                     : tr("They appear here as soon as the hub says them."));
    m_pane->showRows(!rules.empty());
    refreshButtons();
}

void AlertRulesView::addFoot(QWidget *foot) { m_pane->addFoot(foot); }

void AlertRulesView::choose(AlertRuleId rule) { go(rule, false); }

void AlertRulesView::addRule() { go({}, true); }

void AlertRulesView::go(AlertRuleId rule, bool isNew)
{
    if (m_rule && !isNew && !m_isNew && m_rule->id == rule && !m_isDirty)
        return;
    if (m_isDirty) {
        m_next = rule;
        m_nextIsNew = isNew;
        // the list stays at what is open; later, because a click has not chosen its row yet
        QMetaObject::invokeMethod(this, &AlertRulesView::followRule, Qt::QueuedConnection);
        m_question->ask(tr("What you typed is not saved. Let go of it?"), {tr("Let go of it")});
        return;
    }
    goNow(rule, isNew);
}

void AlertRulesView::letGo()
{
    if (m_asking != Asking::Nothing)
        ask(Asking::Nothing);
    else if (m_isDirty)
        go(m_isNew ? AlertRuleId{} : m_rule->id, false);
}

void AlertRulesView::goNow(AlertRuleId rule, bool isNew)
{
    m_question->close();
    m_decision->clear();
    if (isNew) {
        AlertRule fresh;
        fresh.kind = AlertKind::WaitWillBeOver;
        fresh.threshold = thresholdsOf(fresh.kind).usual;
        fresh.clearAt = 350;
        fresh.aheadMs = 15 * kMinuteMs;
        fresh.holdMs = 30 * kSecondMs;
        fresh.telling.channels = {AlertChannel::Sound, AlertChannel::Desktop};
        open(fresh, true);
        m_editor->focusFirst();
        return;
    }
    if (const AlertRule *now = m_model->rule(rule))
        open(*now, false);
    else
        closeRule();
}

void AlertRulesView::open(const AlertRule &rule, bool isNew)
{
    m_rule = rule;
    m_isNew = isNew;
    m_isDirty = false;
    m_asking = Asking::Nothing;
    m_trying = 0;
    m_tried->clear();
    m_note->clear();
    m_error->clear();
    m_editor->setRule(rule);
    m_scroll->verticalScrollBar()->setValue(0);
    followRule();
    sayRule();
    refreshButtons();
}

void AlertRulesView::closeRule()
{
    m_rule.reset();
    m_isNew = false;
    m_isDirty = false;
    m_asking = Asking::Nothing;
    m_question->close();
    followRule();
    refreshButtons();
}

void AlertRulesView::followRule()
{
    m_isGoing = true;
    const int row = m_rule && !m_isNew ? m_model->rowOf(m_rule->id) : -1;
    if (row >= 0)
        m_table->selectRow(row);
    else
        m_table->setCurrentIndex({});
    m_isGoing = false;
}

void AlertRulesView::onEdited()
{
    const auto now = m_editor->rule();
    m_isDirty = m_isNew || !now || !(*now == *m_rule);
    m_error->clear();
    m_trying = 0; // an answer about something else
    m_tried->clear();
    if (m_asking == Asking::Remove)
        m_asking = Asking::Nothing;
    sayRule();
    refreshButtons();
}

void AlertRulesView::sayRule()
{
    const auto rule = m_editor->rule();
    m_words->setText(rule ? ruleSentences(m_desk.branch(), *rule).join(QLatin1Char(' '))
                          : tr("The quiet hours have a row without a day, or a time that is none."));
}

void AlertRulesView::tryRule()
{
    const auto rule = m_editor->rule();
    if (!rule || !m_try->isEnabled())
        return;
    if (const auto sound = checked(*rule);
        !sound && sound.error().detail.count("field") > 0 && sound.error().detail.at("field") != "name") {
        showError(sound.error());
        return;
    }
    DryRunQuery query{*rule, m_days->currentData().toInt()};
    if (query.rule.name.vi.empty()) // has none yet
        query.rule.name.vi = "?";
    m_trying = ++m_asked;
    m_error->clear();
    sayTried(tr("Trying it on past days…"), "muted");
    refreshButtons();
    m_desk.link().ask(query, this, [this, number = m_trying, rule = *rule](const Result<DryRun> &result) {
        if (number != m_trying)
            return;
        m_trying = 0;
        showTried(rule, result);
        refreshButtons();
    });
}

void AlertRulesView::showTried(const AlertRule &rule, const Result<DryRun> &result)
{
    if (!result) {
        m_tried->clear();
        m_error->showError(result.error());
        return;
    }
    QStringList lines = dryRunSentences(rule, *result, m_desk.proposedDay());
    const bool isWarning = result->neverFires || result->alwaysFires || result->isUnknowable;
    sayTried(lines.join(QLatin1Char('\n')), isWarning ? "warn" : "ink");
}

void AlertRulesView::sayTried(const QString &words, const char *ink)
{
    setStyleProperty(*m_tried, "ink", QLatin1String(ink));
    m_tried->setText(words);
    m_scroll->widget()->layout()->activate(); // it has its height, and the form is long
    m_scroll->widget()->resize(m_scroll->widget()->sizeHint().expandedTo(m_scroll->viewport()->size()));
    m_scroll->ensureWidgetVisible(m_tried, 0, 8);
}

void AlertRulesView::save()
{
    if (!m_save->isEnabled())
        return;
    if (m_asking == Asking::Remove) {
        if (m_decision->isComplete())
            send();
        else
            m_decision->focusMissing();
        return;
    }
    const auto rule = m_editor->rule();
    if (!rule)
        return;
    if (const auto sound = checked(*rule); !sound) {
        showError(sound.error());
        return;
    }
    if (m_asking != Asking::Save)
        ask(Asking::Save);
    else if (!m_decision->isComplete())
        m_decision->focusMissing();
    else
        send();
}

void AlertRulesView::remove()
{
    if (m_remove->isEnabled())
        ask(Asking::Remove);
}

void AlertRulesView::ask(Asking asking)
{
    m_asking = asking;
    m_error->clear();
    refreshButtons();
    if (asking == Asking::Nothing)
        return;
    m_scroll->widget()->layout()->activate();
    m_decision->focusMissing();
    m_scroll->ensureWidgetVisible(m_decision, 0, 0);
}

void AlertRulesView::send()
{
    m_isSaving = true;
    const int number = ++m_saved;
    refreshButtons();
    if (m_asking == Asking::Remove) {
        m_desk.link().carryOut(RemoveAlertRule{m_rule->id, m_rule->revision, m_decision->answers()}, this,
                               [this, number](const Result<AlertReply> &reply) { onSent(number, reply, true); });
        return;
    }
    m_desk.link().carryOut(SetAlertRule{*m_editor->rule(), m_decision->answers()}, this,
                           [this, number](const Result<AlertReply> &reply) { onSent(number, reply, false); });
}

void AlertRulesView::onSent(int number, const Result<AlertReply> &reply, bool isRemoval)
{
    if (number != m_saved)
        return;
    m_isSaving = false;
    if (!reply) {
        showError(reply.error());
        onRules();
        if (!isAncestorOf(window()->focusWidget())) // what had it could not keep it while it was saved
            m_save->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_decision->clear();
    m_isDirty = false;
    m_asking = Asking::Nothing;
    if (isRemoval) {
        closeRule();
        m_note->say(tr("The rule is removed."), Tone::Good);
    } else {
        AlertRule saved = *m_editor->rule();
        saved.id = reply->rule;
        saved.revision = reply->revision;
        const AlertRule *now = m_model->rule(saved.id);
        open(now && now->revision >= saved.revision ? *now : saved, false);
        m_note->say(tr("Saved. It counts from now on."), Tone::Good);
    }
    refresh();
}

void AlertRulesView::showError(const Error &error)
{
    const auto field = error.detail.find("field");
    if (error.code == ErrorCode::DecisionNeeded) {
        ask(m_asking == Asking::Nothing ? Asking::Save : m_asking);
        if (field != error.detail.end())
            m_decision->showWrong(fromUtf8(field->second));
    } else if (field != error.detail.end()) {
        m_editor->showWrong(fromUtf8(field->second));
    }
    const std::string which
        = error.code == ErrorCode::InvalidParams && field != error.detail.end() ? field->second : std::string();
    QString text;
    if (which == "name")
        text = tr("The rule needs a name in Vietnamese.");
    else if (which == "telling" || which == "escalation")
        text = tr("Mail needs an address such as name@branch.vn, and each must be one.");
    else if (which == "clearAt")
        text = tr("A rule cannot end above where it begins.");
    else if (which == "threshold")
        text = tr("That is no value this kind of rule can have.");
    if (text.isEmpty())
        m_error->showError(error);
    else
        m_note->say(text, Tone::Bad);
    refreshButtons();
}

void AlertRulesView::refreshButtons()
{
    const bool isOpen = m_rule.has_value();
    m_sideStack->setCurrentIndex(isOpen ? 0 : 1);
    const bool can = canChange();
    m_add->setVisible(mayChange());
    m_add->setEnabled(can);
    m_editor->setReadOnly(!mayChange() || m_isSaving);
    m_decision->setVisible(m_asking != Asking::Nothing);
    m_decision->setEnabled(!m_isSaving);
    m_try->setEnabled(isOpen && m_desk.isLive() && mayChange() && m_trying == 0 && m_editor->rule().has_value());
    m_days->setEnabled(m_try->isEnabled());
    m_save->setWords(m_isSaving                       ? tr("Confirming…")
                         : m_asking == Asking::Remove ? tr("Remove with these answers")
                         : m_asking == Asking::Save   ? tr("Save with these answers")
                                                      : tr("Save…"));
    m_save->setEnabled(isOpen && can && (m_asking == Asking::Remove || (m_isDirty && m_editor->rule())));
    m_discard->setWords(m_asking == Asking::Nothing ? tr("Let go") : tr("Back"));
    m_discard->setEnabled(isOpen && !m_isSaving && (m_isDirty || m_asking != Asking::Nothing));
    m_remove->setVisible(isOpen && !m_isNew && mayChange());
    m_remove->setEnabled(can && m_asking != Asking::Remove);
    m_tried->setVisible(!m_tried->text().isEmpty());
}

void AlertRulesView::retranslate()
{
    m_table->setAccessibleName(tr("Rules of alerts"));
    m_add->setText(tr("New rule"));
    m_noneChosen->setTexts(
        tr("No rule chosen"),
        tr("Choose one in the list to see what it looks for and who is told, or add a new one."));
    m_words->setAccessibleName(tr("The rule in words"));
    m_tried->setAccessibleName(tr("What it would have done"));
    m_try->setWords(tr("Try it on past days"));
    m_days->setAccessibleName(tr("How many past days"));
    const int chosen = m_days->count() == 0 ? 1 : m_days->currentIndex();
    m_days->clear();
    for (const int days : kDays)
        m_days->addItem(days == 1 ? tr("the last day") : tr("the last %1 days").arg(QLocale().toString(days)),
                        days);
    m_days->setCurrentIndex(chosen);
    m_remove->setText(tr("Remove the rule…"));
    m_model->refresh();
    if (m_rule)
        sayRule();
    refresh();
}

void AlertRulesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnHidden(AlertRulesModel::KindColumn, width() < kWideWidth);
}

void AlertRulesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
