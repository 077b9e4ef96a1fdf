// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingform.h"

#include "app/supervisor/settings/fieldeditor.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kWidthMax = 760;

QLabel *wrapped(QLabel *label, const QString &name)
{
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    return label;
}

/// Whether a mistake in `named`, as the engine says it, is one in the field at `path`.
bool isOf(const QString &named, const QString &path)
{
    return named == path || named.startsWith(path + QLatin1Char('.')) || path.startsWith(named + QLatin1Char('.'));
}

} // namespace

NameOf namesIn(const SettingDraft &draft)
{
    return [&draft](const PartKey &key) {
        const Json part = draft.part(key);
        return partName(key.kind, part.is_null() ? draft.saved(key) : part);
    };
}

QString fieldProblem(const SettingField &field, const Json &value)
{
    using Type = SettingField::Type;
    const auto range = [&](const QString &least, const QString &most) {
        return SettingForm::tr("From %1 to %2.").arg(least, most);
    };
    const auto isWithin = [&] {
        const auto number = value.get<std::int64_t>();
        return (number >= field.least && number <= field.most) || (number == 0 && !field.zero.isEmpty());
    };
    switch (field.type) {
    case Type::Minutes:
        if (!value.is_number())
            return SettingForm::tr("Type minutes, like 5, or minutes and seconds, like 1:30.");
        return isWithin() ? QString() : range(minutesTyped(field.least), minutesTyped(field.most));
    case Type::Weight:
        if (!value.is_number())
            return SettingForm::tr("Type a factor, like 1 or 2.5.");
        return isWithin() ? QString() : range(factorTyped(field.least), factorTyped(field.most));
    case Type::Number:
        if (!value.is_number())
            return SettingForm::tr("Type a whole number.");
        return isWithin() ? QString() : range(QString::number(field.least), QString::number(field.most));
    case Type::Both:
        return field.path == QLatin1String("name") && value.value("vi", std::string()).empty()
            ? SettingForm::tr("Give it a Vietnamese name.")
            : QString();
    case Type::Hours:
        for (const Json &window : value) {
            if (!window.value("fromMin", Json()).is_number() || !window.value("toMin", Json()).is_number())
                return SettingForm::tr("Type times of day like 8:30.");
            if (window["fromMin"] >= window["toMin"])
                return SettingForm::tr("A window must end after it begins.");
            if (window.value("weekdays", std::int64_t(0)) == 0)
                return SettingForm::tr("Choose a day for each window.");
        }
        return {};
    case Type::Promises:
        for (const Json &promise : value) {
            if (!promise.value("serviceLevelMs", Json()).is_number())
                return SettingForm::tr("Type minutes, like 5, or minutes and seconds, like 1:30.");
            if (!promise.value("weightPermille", Json()).is_number())
                return SettingForm::tr("Type a factor, like 1 or 2.5.");
        }
        return {};
    case Type::Conditions:
        for (const Json &condition : value) {
            if (!condition.value("number", Json()).is_number())
                return SettingForm::tr("Type a whole number.");
        }
        return {};
    case Type::Order:
        return value.empty() ? SettingForm::tr("Add a service: a profile serves one at least.") : QString();
    case Type::Choice:
        return value.is_null() || value == Json("") ? SettingForm::tr("Choose one.") : QString();
    case Type::Part:
        return field.none.isEmpty() && value == Json(0) ? SettingForm::tr("Choose one.") : QString();
    case Type::Heading:
    case Type::Text:
    case Type::Flag:
    case Type::Languages:
        break;
    }
    return {};
}

SettingForm::SettingForm(SettingDraft &draft, QWidget *parent) : QScrollArea(parent), m_draft(draft)
{
    setObjectName(QStringLiteral("settingForm"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&draft, &SettingDraft::changed, this, &SettingForm::refresh);
    connect(&draft, &SettingDraft::renumbered, this, [this](const PartKey &from, const PartKey &to) {
        if (m_key == from)
            m_key = to;
    });
}

void SettingForm::showPart(const PartKey &key, bool isCallingRule, const std::vector<Role> &roles)
{
    const bool isSame = m_isShowing && key == m_key && isCallingRule == m_isCallingRule && roles == m_roles;
    if (isSame)
        return refresh();
    m_key = key;
    m_isCallingRule = isCallingRule;
    m_roles = roles;
    m_isShowing = true;
    m_problems.clear();
    build();
}

void SettingForm::clear()
{
    m_isShowing = false;
    m_lines.clear();
    if (QWidget *old = takeWidget())
        old->deleteLater();
}

void SettingForm::build()
{
    m_lines.clear();
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("settingFormContent"));
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *holder = new QWidget(content);
    holder->setMaximumWidth(kWidthMax);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    for (const SettingField &field : fieldsOf(m_key.kind, m_isCallingRule)) {
        m_lines.push_back(makeLine(field, holder));
        column->addWidget(m_lines.back().frame);
    }
    column->addStretch();
    outer->addWidget(holder, 1);
    outer->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false); // the panel beneath is seen
    viewport()->setAutoFillBackground(false);
    refresh();
}

SettingForm::Line SettingForm::makeLine(const SettingField &field, QWidget *parent)
{
    Line line;
    line.field = field;
    line.frame = new QWidget(parent);
    auto *column = new QVBoxLayout(line.frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (field.type == SettingField::Type::Heading) {
        auto *label = plainLabel(line.frame, sizes::kTextLarge, QFont::DemiBold);
        label->setText(field.label);
        column->setContentsMargins(0, 8, 0, 0);
        column->addWidget(label);
        return line;
    }
    line.editor = makeEditor(field, m_draft, line.frame);
    QString name = field.path;
    name.replace(QLatin1Char('.'), QLatin1Char('_'));
    if (field.type != SettingField::Type::Flag) {
        auto *label = mutedLabel(line.frame, sizes::kText);
        label->setText(field.label);
        label->setBuddy(line.editor->first());
        column->addWidget(label);
    }
    column->addWidget(line.editor);
    if (!field.hint.isEmpty()) {
        auto *hint = mutedLabel(line.frame);
        hint->setText(field.hint);
        hint->setWordWrap(true);
        column->addWidget(hint);
    }
    line.note = wrapped(mutedLabel(line.frame), name + QStringLiteral("Was"));
    line.problem = wrapped(plainLabel(line.frame, sizes::kText), name + QStringLiteral("Problem"));
    line.problem->setProperty("ink", QStringLiteral("bad"));
    line.crossing = new QWidget(line.frame);
    line.crossing->hide();
    auto *row = new QHBoxLayout(line.crossing);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    line.crossed = plainLabel(line.crossing, sizes::kText);
    line.crossed->setObjectName(name + QStringLiteral("Crossing"));
    line.crossed->setProperty("ink", QStringLiteral("warn"));
    line.crossed->setWordWrap(true);
    auto *take = new QPushButton(tr("Take theirs"), line.crossing);
    take->setObjectName(name + QStringLiteral("TakeButton"));
    take->setProperty("kind", QStringLiteral("quiet"));
    row->addWidget(line.crossed, 1);
    row->addWidget(take);
    column->addWidget(line.note);
    column->addWidget(line.problem);
    column->addWidget(line.crossing);
    connect(line.editor, &FieldEditor::edited, this,
            [this, field, editor = line.editor] { onEdited(field, *editor); });
    connect(take, &QPushButton::clicked, this,
            [this, path = field.path] { m_draft.set(m_key, path, valueAt(m_draft.saved(m_key), path)); });
    return line;
}

void SettingForm::onEdited(const SettingField &field, const FieldEditor &editor)
{
    m_problems.erase(field.path);
    m_draft.set(m_key, field.path, editor.value());
    refresh(); // also what the draft took for no change
}

void SettingForm::refresh()
{
    if (!m_isShowing)
        return;
    const Json part = m_draft.part(m_key);
    const Json saved = m_draft.saved(m_key);
    for (Line &line : m_lines)
        refreshLine(line, part.is_null() ? saved : part, saved);
}

void SettingForm::refreshLine(Line &line, const Json &part, const Json &saved)
{
    if (!line.field.onlyFor.empty()) {
        const Json rule = valueAt(part, QStringLiteral("calling.kind"));
        const auto &rules = line.field.onlyFor;
        line.frame->setVisible(std::find(rules.begin(), rules.end(), rule) != rules.end());
    }
    if (!line.editor || part.is_null())
        return;
    const QString &path = line.field.path;
    const Json value = valueAt(part, path);
    line.editor->setValue(value);
    line.editor->setReadOnly(m_draft.isRemoved(m_key) || !mayChangeField(m_key.kind, path, m_roles));
    const bool isChanged = !saved.is_null() && m_draft.isChanged(m_key) && valueAt(saved, path) != value;
    line.note->setVisible(isChanged);
    if (isChanged)
        line.note->setText(tr("Now: %1").arg(valueText(line.field, valueAt(saved, path), namesIn(m_draft))));
    const auto told = m_problems.find(path);
    const bool isTouched = m_draft.isChanged(m_key) && (isChanged || saved.is_null());
    const QString problem = told != m_problems.end() ? told->second
        : isTouched                                  ? fieldProblem(line.field, value)
                                                     : QString();
    line.problem->setText(problem);
    line.problem->setVisible(!problem.isEmpty());
    line.editor->setWrong(!problem.isEmpty());
    bool isCrossed = false;
    for (const SettingDraft::Crossing &crossing : m_draft.crossings(m_key))
        isCrossed = isCrossed || (!crossing.path.isEmpty() && isOf(crossing.path, path));
    isCrossed = isCrossed && isChanged;
    line.crossing->setVisible(isCrossed);
    if (isCrossed)
        line.crossed->setText(tr("Somebody else changed this meanwhile to: %1. Yours is kept here.")
                                  .arg(valueText(line.field, valueAt(saved, path), namesIn(m_draft))));
}

bool SettingForm::showProblem(const QString &field, const QString &problem)
{
    for (Line &line : m_lines) {
        if (!line.editor || !isOf(field, line.field.path))
            continue;
        m_problems[line.field.path] = problem;
        refresh();
        ensureWidgetVisible(line.frame);
        line.editor->first()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void SettingForm::clearProblems()
{
    m_problems.clear();
    refresh();
}

void SettingForm::focusFirst()
{
    for (const Line &line : m_lines) {
        if (line.editor && line.editor->first()->isEnabled()) {
            line.editor->first()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SettingForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_isShowing)
        build();
    QScrollArea::changeEvent(event);
}

} // namespace tiepdon
