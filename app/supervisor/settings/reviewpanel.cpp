// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/reviewpanel.h"

#include "app/supervisor/settings/settingform.h"
#include "app/supervisor/settings/settingsentence.h"
#include "core/wire/settingmessage.h"
#include "ui/session/language.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <map>
#include <set>

namespace tiepdon {
namespace {

constexpr int kAnswersWidth = 380;
constexpr std::array<const char *, 4> kFields{"affects", "feels", "solves", "value"};

} // namespace

ReviewPanel::ReviewPanel(SettingDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_crossed(new NoteBar(true, this)), m_scroll(new QScrollArea(this)),
      m_questionsTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_error(new ErrorBanner(this)),
      m_save(new KeyButton(QStringLiteral("F9"), true, this)),
      m_back(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("reviewPanel"));
    m_title->setObjectName(QStringLiteral("reviewTitle"));
    m_crossed->setObjectName(QStringLiteral("reviewCrossedNote"));
    m_error->setObjectName(QStringLiteral("reviewErrorBanner"));
    m_save->setObjectName(QStringLiteral("saveSettingsButton"));
    m_back->setObjectName(QStringLiteral("backToEditingButton"));
    m_scroll->setObjectName(QStringLiteral("reviewLines"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *left = new QFrame(this);
    left->setProperty("panel", QStringLiteral("surface"));
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(16, 12, 12, 12);
    leftColumn->setSpacing(8);
    m_title->setWordWrap(true);
    leftColumn->addWidget(m_title);
    leftColumn->addWidget(m_crossed);
    leftColumn->addWidget(m_scroll, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(left, 1);
    row->addWidget(makeQuestions());
    connect(m_save, &QPushButton::clicked, this, &ReviewPanel::save);
    connect(m_back, &QPushButton::clicked, this, &ReviewPanel::backAsked);
    const auto key = [this](const QKeySequence &keys, auto &&what, Qt::ShortcutContext where) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, where);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    // the key is on the button for all to see, so it works from the rail too
    key(Qt::Key_F9, [this] { m_save->click(); }, Qt::WindowShortcut);
    key(Qt::Key_Escape, [this] { m_back->click(); }, Qt::WidgetWithChildrenShortcut);
    retranslate();
}

QWidget *ReviewPanel::makeQuestions()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", QStringLiteral("surface"));
    panel->setFixedWidth(kAnswersWidth);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(4);
    m_questionsTitle->setWordWrap(true);
    column->addWidget(m_questionsTitle);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        Answer &answer = m_answers[i];
        answer.label = mutedLabel(panel, sizes::kText);
        answer.label->setWordWrap(true);
        answer.edit = new QPlainTextEdit(panel);
        answer.edit->setObjectName(QLatin1String(kFields[i]) + QStringLiteral("Edit"));
        answer.edit->setTabChangesFocus(true);
        answer.edit->setMinimumHeight(44);
        answer.edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        answer.problem = plainLabel(panel, sizes::kText);
        answer.problem->setObjectName(QLatin1String(kFields[i]) + QStringLiteral("Problem"));
        answer.problem->setProperty("ink", QStringLiteral("bad"));
        answer.problem->setWordWrap(true);
        answer.problem->hide();
        answer.label->setBuddy(answer.edit);
        column->addSpacing(4);
        column->addWidget(answer.label);
        column->addWidget(answer.edit, 1);
        column->addWidget(answer.problem);
        connect(answer.edit, &QPlainTextEdit::textChanged, this, [this, i] {
            m_answers[i].problem->hide();
            setStyleProperty(*m_answers[i].edit, "wrong", QString());
        });
    }
    column->addWidget(m_error);
    column->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_back);
    buttons->addWidget(m_save, 1);
    column->addLayout(buttons);
    setTabOrder(m_answers.back().edit, m_back);
    setTabOrder(m_back, m_save);
    return panel;
}

void ReviewPanel::showProposal(const SettingProposal &proposal, const QString &title, TimeMs now)
{
    m_proposal = proposal;
    m_now = now;
    m_title->setText(title);
    auto *lines = new QWidget;
    lines->setObjectName(QStringLiteral("reviewLinesContent"));
    m_column = new QVBoxLayout(lines);
    m_column->setContentsMargins(0, 0, 16, 0);
    m_column->setSpacing(4);
    showDifferences();
    showEffect(effectOf(m_draft.branch(), m_proposal, now));
    m_column->addStretch();
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(lines);
    lines->setAutoFillBackground(false); // the panel beneath is seen
    m_scroll->viewport()->setAutoFillBackground(false);
    m_lines = lines;
}

void ReviewPanel::addLine(const QString &text, const char *ink, bool isStrong)
{
    auto *label = plainLabel(m_scroll, isStrong ? sizes::kTextLarge : sizes::kText,
                             isStrong ? QFont::DemiBold : QFont::Normal);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (*ink != '\0')
        label->setProperty("ink", QLatin1String(ink));
    m_column->addWidget(label);
}

void ReviewPanel::showDifferences()
{
    std::map<PartKey, std::pair<Json, Json>> parts;
    for (auto &[key, part] : allOf(m_proposal.before))
        parts[key].first = std::move(part);
    for (auto &[key, part] : allOf(m_proposal.after))
        parts[key].second = std::move(part);
    const NameOf nameOf = [&](const PartKey &key) {
        const auto it = parts.find(key);
        if (it != parts.end())
            return partName(key.kind, it->second.second.is_null() ? it->second.first : it->second.second);
        return partName(key.kind, m_draft.saved(key));
    };
    for (const auto &[key, sides] : parts) {
        const auto &[was, is] = sides;
        const QString name = nameOf(key);
        m_column->addSpacing(4);
        if (was.is_null() && !is.is_null())
            addLine(tr("New %1: %2").arg(kindWord(key.kind), name), "", true);
        else if (is.is_null())
            addLine(tr("To be removed: %1 %2").arg(kindWord(key.kind), name), "bad", true);
        else
            addLine(name, "", true);
        const Json from = was.is_null() ? newPart(key.kind, key.id) : was;
        for (const Difference &difference : differences(key.kind, from, is, nameOf))
            addLine(was.is_null()
                        ? QStringLiteral("%1: %2").arg(difference.label, difference.is)
                        : QStringLiteral("%1: %2 → %3").arg(difference.label, difference.was, difference.is),
                    "");
    }
    if (parts.empty())
        addLine(tr("Nothing differs any longer from what the branch is made of."), "muted");
}

void ReviewPanel::showEffect(const Effect &effect)
{
    m_column->addSpacing(12);
    addLine(tr("Whom it affects now"), "", true);
    if (effect.refused) {
        addLine(settingSentence(*effect.refused, m_proposal, m_draft), "bad");
        addWay(*effect.refused);
        return;
    }
    for (const EffectLine &line : effect.lines)
        addLine((line.tone == Tone::Bad        ? QStringLiteral("■ ")
                     : line.tone == Tone::Warn ? QStringLiteral("▲ ")
                     : line.tone == Tone::Good ? QStringLiteral("● ")
                                               : QStringLiteral("– "))
                    + line.text,
                line.tone == Tone::Bad        ? "bad"
                    : line.tone == Tone::Warn ? "warn"
                                              : "");
    if (effect.lines.empty())
        addLine(tr("Nobody who waits or is served now would notice."), "muted");
}

void ReviewPanel::addWay(const Error &error)
{
    const auto go = [this](const PartKey &key) {
        auto *button = new QPushButton(tr("Show %1").arg(namesIn(m_draft)(key)), m_scroll);
        button->setObjectName(QStringLiteral("goThereButton"));
        connect(button, &QPushButton::clicked, this, [this, key] { Q_EMIT goAsked(key); });
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addStretch();
        m_column->addLayout(row);
    };
    std::set<PartKey> shown;
    if (const auto gone = partIn(error, "kind", "id"); gone && error.code == ErrorCode::SettingInUse) {
        for (const PartKey &user : m_draft.usersOf(*gone))
            shown.insert(user);
    }
    if (const auto by = partIn(error, "by", "byId"))
        shown.insert(*by);
    if (const auto place = m_proposal.placeOf(error))
        shown.insert(*place);
    for (const PartKey &key : shown)
        go(key);
}

void ReviewPanel::setState(bool canSave, bool isSaving)
{
    m_canSave = canSave && !isSaving;
    m_save->setEnabled(m_canSave);
    m_back->setEnabled(!isSaving);
    for (Answer &answer : m_answers)
        answer.edit->setReadOnly(isSaving);
    m_save->setWords(isSaving ? tr("Confirming…") : tr("Save the change"));
}

void ReviewPanel::save()
{
    clearMessages();
    const DecisionRecord decision = answers();
    if (const auto cleaned = cleanedDecision(decision); !cleaned) {
        showError(cleaned.error());
        return;
    }
    Q_EMIT saveAsked(decision);
}

void ReviewPanel::showError(const Error &error)
{
    const auto field = error.detail.find("field");
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (field == error.detail.end() || field->second != kFields[i] || error.detail.contains("list"))
            continue;
        Answer &answer = m_answers[i];
        answer.problem->setText(error.code == ErrorCode::DecisionNeeded
                                    ? tr("Answer this: it is kept with the change.")
                                    : tr("At most %1 characters.").arg(kDecisionCharactersMax));
        answer.problem->show();
        setStyleProperty(*answer.edit, "wrong", QStringLiteral("yes"));
        answer.edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_error->showError(error);
}

void ReviewPanel::sayCrossed(const QString &text) { m_crossed->say(text, Tone::Warn); }

void ReviewPanel::clearMessages()
{
    m_error->clear();
    m_crossed->clear();
    for (Answer &answer : m_answers) {
        answer.problem->hide();
        setStyleProperty(*answer.edit, "wrong", QString());
    }
}

void ReviewPanel::clearAnswers() { setAnswers({}); }

bool ReviewPanel::hasAnswers() const { return !(answers() == DecisionRecord()); }

DecisionRecord ReviewPanel::answers() const
{
    const auto text = [this](std::size_t i) { return m_answers[i].edit->toPlainText().trimmed().toStdString(); };
    return {text(0), text(1), text(2), text(3)};
}

void ReviewPanel::setAnswers(const DecisionRecord &answers)
{
    const std::array<const std::string *, 4> texts{&answers.affects, &answers.feels, &answers.solves,
                                                   &answers.value};
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        m_answers[i].edit->setPlainText(fromUtf8(*texts[i]));
}

void ReviewPanel::focusFirst() { m_answers[0].edit->setFocus(Qt::OtherFocusReason); }

void ReviewPanel::retranslate()
{
    m_questionsTitle->setText(tr("What does this mean for the customer?"));
    const QString questions[] = {tr("How does it affect customers?"), tr("How will they feel about it?"),
                                 tr("What does it solve for them?"), tr("What is it worth to them?")};
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i].label->setText(questions[i]);
        m_answers[i].edit->setAccessibleName(questions[i]);
    }
    m_save->setWords(tr("Save the change"));
    m_back->setWords(tr("Back"));
    if (m_lines)
        showProposal(m_proposal, m_title->text(), m_now);
}

void ReviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
