// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/decisionform.h"

#include "ui/widgets/text.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <string>
#include <string_view>

namespace tiepdon {
namespace {

constexpr std::array<std::string_view, 4> kFields{"affects", "feels", "solves", "value"};
constexpr int kAnswerHeight = 52;

} // namespace

DecisionForm::DecisionForm(QWidget *parent)
    : QWidget(parent), m_title(plainLabel(this, sizes::kText, QFont::DemiBold))
{
    setObjectName(QStringLiteral("decisionForm"));
    m_title->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        Question &question = m_questions[i];
        question.label = mutedLabel(this, sizes::kText);
        question.label->setWordWrap(true);
        question.edit = new QPlainTextEdit(this);
        question.edit->setObjectName(QStringLiteral("decision%1Edit").arg(i + 1));
        question.edit->setFixedHeight(kAnswerHeight);
        question.edit->setTabChangesFocus(true);
        question.label->setBuddy(question.edit);
        column->addWidget(question.label);
        column->addWidget(question.edit);
        connect(question.edit, &QPlainTextEdit::textChanged, this, [this, i] {
            setStyleProperty(*m_questions[i].edit, "wrong", QStringLiteral("no"));
            Q_EMIT edited();
        });
    }
    retranslate();
}

DecisionRecord DecisionForm::answers() const
{
    const auto text
        = [this](std::size_t at) { return m_questions[at].edit->toPlainText().simplified().toStdString(); };
    return {text(0), text(1), text(2), text(3)};
}

bool DecisionForm::isComplete() const
{
    return std::all_of(m_questions.begin(), m_questions.end(), [](const Question &question) {
        return !question.edit->toPlainText().simplified().isEmpty();
    });
}

void DecisionForm::clear()
{
    for (const Question &question : m_questions)
        question.edit->clear();
}

void DecisionForm::focusMissing()
{
    for (const Question &question : m_questions) {
        if (question.edit->toPlainText().simplified().isEmpty()) {
            question.edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void DecisionForm::showWrong(const QString &field)
{
    const std::string name = field.toStdString();
    const auto at = std::find(kFields.begin(), kFields.end(), name);
    if (at == kFields.end())
        return;
    QPlainTextEdit *edit = m_questions[static_cast<std::size_t>(at - kFields.begin())].edit;
    setStyleProperty(*edit, "wrong", QStringLiteral("yes"));
    edit->setFocus(Qt::OtherFocusReason);
}

void DecisionForm::retranslate()
{
    m_title->setText(tr("Before it is saved: what does this mean for the customer?"));
    const std::array<QString, 4> questions{
        tr("How does it affect customers?"),
        tr("How will they feel?"),
        tr("What does it solve for them?"),
        tr("What is it worth to them?"),
    };
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        m_questions[i].label->setText(questions[i]);
        m_questions[i].edit->setAccessibleName(questions[i]);
    }
}

void DecisionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
