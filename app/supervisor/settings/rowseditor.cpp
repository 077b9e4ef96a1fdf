// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/fieldeditor.h"

#include "app/supervisor/settings/settingwords.h"
#include "core/base/limits.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

QLineEdit *smallEdit(QWidget *parent, const QString &name, const QString &text, int width = 88)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("rowEdit"));
    edit->setAccessibleName(name);
    edit->setToolTip(name);
    edit->setText(text);
    edit->setMaxLength(120);
    if (width > 0)
        edit->setFixedWidth(width);
    return edit;
}

/// What was typed as a number where it can be read as one, else as it is.
Json numberOr(const QString &text, const std::optional<std::int64_t> &number)
{
    return number ? Json(*number) : Json(text.trimmed().toStdString());
}

QString shown(const Json &value, QString (*textOf)(std::int64_t))
{
    return value.is_number() ? textOf(value.get<std::int64_t>())
        : value.is_string()  ? fromUtf8(value.get<std::string>())
                             : QString();
}

/// Opening windows: days of the week, from and to.
class HoursEditor : public RowsEditor
{
public:
    HoursEditor(const SettingField &field, QWidget *parent)
        : RowsEditor(field, RowsEditor::tr("Add a window"), limits::kOpeningWindowsMax, parent)
    {
    }

protected:
    [[nodiscard]] QWidget *makeRow(const Json &item) override
    {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(0); // seven days and two times fit beside a list on the narrowest screen
        const auto days = item.value("weekdays", std::int64_t(0));
        for (int day = 0; day < 7; ++day) {
            auto *box = new QCheckBox(weekdayWord(day), row);
            box->setObjectName(QStringLiteral("day%1Box").arg(day));
            box->setChecked((days >> day & 1) != 0);
            line->addWidget(box);
            connect(box, &QCheckBox::clicked, this, [this] { rowEdited(); });
        }
        line->addStretch();
        for (const auto &[name, field, words] :
             {std::tuple("fromEdit", "fromMin", RowsEditor::tr("From, a time of day")),
              std::tuple("toEdit", "toMin", RowsEditor::tr("To, a time of day"))}) {
            auto *edit = smallEdit(row, words, shown(item.value(field, Json(0)), clockTyped), 60);
            edit->setObjectName(QLatin1String(name));
            line->addSpacing(4);
            line->addWidget(edit);
            connect(edit, &QLineEdit::textEdited, this, [this] { rowEdited(); });
        }
        return row;
    }
    [[nodiscard]] Json itemOf(const QWidget &row) const override
    {
        std::int64_t days = 0;
        for (int day = 0; day < 7; ++day) {
            if (row.findChild<QCheckBox *>(QStringLiteral("day%1Box").arg(day))->isChecked())
                days |= std::int64_t(1) << day;
        }
        const QString from = row.findChild<QLineEdit *>(QStringLiteral("fromEdit"))->text();
        const QString to = row.findChild<QLineEdit *>(QStringLiteral("toEdit"))->text();
        return {{"weekdays", days},
                {"fromMin", numberOr(from, clockFrom(from))},
                {"toMin", numberOr(to, clockFrom(to))}};
    }
    [[nodiscard]] Json newItem() const override
    {
        return {{"weekdays", std::int64_t(0b11111)},
                {"fromMin", std::int64_t(8 * 60)},
                {"toMin", std::int64_t(17 * 60)}};
    }
};

/// What a service promises to segments.
class PromisesEditor : public RowsEditor
{
public:
    PromisesEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent)
        : RowsEditor(field, RowsEditor::tr("Add a segment's promise"), 100, parent), m_draft(draft)
    {
    }

protected:
    [[nodiscard]] QWidget *makeRow(const Json &item) override
    {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        auto *segment = new QComboBox(row);
        segment->setObjectName(QStringLiteral("segmentChoice"));
        segment->setAccessibleName(RowsEditor::tr("Segment"));
        for (const PartKey &key : m_draft.keys(SettingKind::Segment)) {
            if (const Json part = m_draft.part(key); !part.is_null())
                segment->addItem(partName(key.kind, part), qlonglong(key.id));
        }
        segment->setCurrentIndex(segment->findData(qlonglong(item.value("segment", std::int64_t(0)))));
        auto *level = smallEdit(row, RowsEditor::tr("Promised minutes; 0: as elsewhere"),
                                shown(item.value("serviceLevelMs", Json(0)), minutesTyped), 72);
        level->setObjectName(QStringLiteral("promiseEdit"));
        auto *minutes = mutedLabel(row);
        minutes->setText(RowsEditor::tr("min"));
        auto *weight = smallEdit(row, RowsEditor::tr("Weight; 0: as elsewhere"),
                                 shown(item.value("weightPermille", Json(0)), factorTyped), 72);
        weight->setObjectName(QStringLiteral("weightEdit"));
        auto *times = mutedLabel(row);
        times->setText(RowsEditor::tr("weight"));
        line->addWidget(segment, 1);
        for (QWidget *each : {static_cast<QWidget *>(level), static_cast<QWidget *>(minutes),
                              static_cast<QWidget *>(weight), static_cast<QWidget *>(times)})
            line->addWidget(each);
        connect(segment, &QComboBox::activated, this, [this] { rowEdited(); });
        for (QLineEdit *edit : {level, weight})
            connect(edit, &QLineEdit::textEdited, this, [this] { rowEdited(); });
        return row;
    }
    [[nodiscard]] Json itemOf(const QWidget &row) const override
    {
        const QString level = row.findChild<QLineEdit *>(QStringLiteral("promiseEdit"))->text();
        const QString weight = row.findChild<QLineEdit *>(QStringLiteral("weightEdit"))->text();
        return {
            {"segment",
             std::int64_t(row.findChild<QComboBox *>(QStringLiteral("segmentChoice"))->currentData().toLongLong())},
            {"serviceLevelMs", numberOr(level, minutesFrom(level))},
            {"weightPermille", numberOr(weight, factorFrom(weight))}};
    }
    [[nodiscard]] Json newItem() const override
    {
        std::int64_t segment = 0;
        const Json now = value();
        for (const PartKey &key : m_draft.keys(SettingKind::Segment)) {
            const bool isTaken = std::any_of(now.begin(), now.end(), [&key](const Json &item) {
                return item.value("segment", std::int64_t(0)) == key.id;
            });
            if (segment == 0 && !isTaken && !m_draft.part(key).is_null())
                segment = key.id;
        }
        return {{"segment", segment},
                {"serviceLevelMs", std::int64_t(5 * kMinuteMs)},
                {"weightPermille", std::int64_t(0)}};
    }

private:
    const SettingDraft &m_draft;
};

/// What is asked of a profile for its customer to be of a segment.
class ConditionsEditor : public RowsEditor
{
public:
    ConditionsEditor(const SettingField &field, QWidget *parent)
        : RowsEditor(field, RowsEditor::tr("Add a condition"), limits::kSegmentConditionsMax, parent)
    {
    }

protected:
    [[nodiscard]] QWidget *makeRow(const Json &item) override
    {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        auto *fact = new QComboBox(row);
        fact->setObjectName(QStringLiteral("factChoice"));
        fact->setAccessibleName(RowsEditor::tr("What is asked of the profile"));
        for (std::size_t i = 0; i < names(ProfileFact()).size(); ++i)
            fact->addItem(factWord(static_cast<ProfileFact>(i)), static_cast<int>(i));
        const auto read = fromJson<SegmentCondition>(item, UnknownFields::Ignore);
        const ProfileFact is = read ? read->fact : ProfileFact::Tier;
        fact->setCurrentIndex(static_cast<int>(is));
        auto *what = smallEdit(row, RowsEditor::tr("Which, or how many"), {}, 0);
        what->setObjectName(QStringLiteral("whatEdit"));
        what->setText(factWantsText(is) ? fromUtf8(item.value("text", std::string()))
                                        : shown(item.value("number", Json(0)),
                                                [](std::int64_t number) { return QString::number(number); }));
        what->setVisible(is != ProfileFact::LookedAfter);
        line->addWidget(fact);
        line->addWidget(what, 1);
        connect(fact, &QComboBox::activated, this, [this, fact, what] {
            what->setVisible(static_cast<ProfileFact>(fact->currentData().toInt()) != ProfileFact::LookedAfter);
            rowEdited();
        });
        connect(what, &QLineEdit::textEdited, this, [this] { rowEdited(); });
        return row;
    }
    [[nodiscard]] Json itemOf(const QWidget &row) const override
    {
        const auto fact = static_cast<ProfileFact>(
            row.findChild<QComboBox *>(QStringLiteral("factChoice"))->currentData().toInt());
        const QString what = row.findChild<QLineEdit *>(QStringLiteral("whatEdit"))->text();
        Json item{{"fact", std::string(names(fact).at(static_cast<std::size_t>(fact)))},
                  {"text", std::string()},
                  {"number", std::int64_t(0)}};
        bool isNumber = false;
        const qlonglong number = what.trimmed().toLongLong(&isNumber);
        if (factWantsText(fact))
            item["text"] = what.toStdString();
        else if (factWantsNumber(fact))
            item["number"] = isNumber ? Json(std::int64_t(number)) : Json(what.trimmed().toStdString());
        return item;
    }
    [[nodiscard]] Json newItem() const override
    {
        return {{"fact", "tier"}, {"text", std::string()}, {"number", std::int64_t(0)}};
    }
};

} // namespace

RowsEditor::RowsEditor(const SettingField &field, const QString &addWords, std::size_t most, QWidget *parent)
    : FieldEditor(parent), m_field(field), m_most(most), m_column(new QVBoxLayout(this)),
      m_add(new QPushButton(addWords, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch();
    m_column->addLayout(row);
    m_add->setObjectName(nameOf(field.path, "AddButton"));
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow(newItem());
        Q_EMIT edited();
        m_rows.back().first->findChild<QWidget *>()->setFocus(Qt::OtherFocusReason);
    });
}

Json RowsEditor::value() const
{
    Json list = Json::array();
    for (const auto &[row, remove] : m_rows)
        list.push_back(itemOf(*row));
    return list;
}

void RowsEditor::setValue(const Json &value)
{
    if (value == this->value())
        return;
    for (const auto &[row, remove] : m_rows) {
        row->parentWidget()->hide();
        row->parentWidget()->deleteLater();
    }
    m_rows.clear();
    for (const Json &item : value)
        addRow(item);
    setReadOnly(m_isReadOnly);
}

void RowsEditor::addRow(const Json &item)
{
    auto *holder = new QWidget(this);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    QWidget *row = makeRow(item);
    row->setParent(holder);
    row->setObjectName(nameOf(m_field.path, "Row"));
    auto *remove = new QPushButton(tr("Remove"), holder);
    remove->setObjectName(nameOf(m_field.path, "RemoveButton"));
    remove->setProperty("kind", QStringLiteral("quiet"));
    line->addWidget(row, 1);
    line->addWidget(remove);
    m_column->insertWidget(static_cast<int>(m_rows.size()), holder);
    m_rows.emplace_back(row, remove);
    m_add->setEnabled(!m_isReadOnly && m_rows.size() < m_most);
    connect(remove, &QPushButton::clicked, this, [this, row] {
        std::erase_if(m_rows, [row](const auto &each) { return each.first == row; });
        row->parentWidget()->hide();
        row->parentWidget()->deleteLater();
        m_add->setEnabled(m_rows.size() < m_most);
        m_add->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
}

void RowsEditor::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_add->setVisible(!isReadOnly);
    m_add->setEnabled(!isReadOnly && m_rows.size() < m_most);
    for (const auto &[row, remove] : m_rows) {
        row->setEnabled(!isReadOnly);
        remove->setVisible(!isReadOnly);
    }
}

QWidget *RowsEditor::first() { return m_rows.empty() ? static_cast<QWidget *>(m_add) : m_rows.front().first; }

FieldEditor *makeRowsEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent)
{
    if (field.type == SettingField::Type::Hours)
        return new HoursEditor(field, parent);
    if (field.type == SettingField::Type::Promises)
        return new PromisesEditor(field, draft, parent);
    return new ConditionsEditor(field, parent);
}

} // namespace tiepdon
