// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/fieldeditor.h"

#include "app/supervisor/settings/settingwords.h"
#include "core/base/limits.h"
#include "ui/session/language.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kNumberWidth = 120;

std::string typed(const QLineEdit &edit) { return edit.text().toStdString(); }

/// Only when it says something else: the cursor stays where it is.
void put(QLineEdit &edit, const QString &text)
{
    if (edit.text() != text)
        edit.setText(text);
}

QString textOf(const Json &value) { return value.is_string() ? fromUtf8(value.get<std::string>()) : QString(); }

class TextEditor : public FieldEditor
{
public:
    TextEditor(const SettingField &field, QWidget *parent) : FieldEditor(parent), m_edit(new QLineEdit(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_edit);
        m_edit->setObjectName(nameOf(field.path, "Edit"));
        m_edit->setAccessibleName(field.label);
        m_edit->setMaxLength(static_cast<int>(limits::kNameCharactersMax));
        connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    [[nodiscard]] Json value() const override { return typed(*m_edit); }
    void setValue(const Json &value) override { put(*m_edit, textOf(value)); }
    void setReadOnly(bool isReadOnly) override { m_edit->setEnabled(!isReadOnly); }
    [[nodiscard]] QWidget *first() override { return m_edit; }
    void setWrong(bool isWrong) override
    {
        setStyleProperty(*m_edit, "wrong", isWrong ? QStringLiteral("yes") : QString());
    }

protected:
    QLineEdit *m_edit;
};

/// Two-letter codes, parted by commas.
class LanguagesEditor : public TextEditor
{
public:
    using TextEditor::TextEditor;
    [[nodiscard]] Json value() const override
    {
        Json list = Json::array();
        const QStringList parts = m_edit->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                list.push_back(part.trimmed().toLower().toStdString());
        }
        return list;
    }
    void setValue(const Json &value) override
    {
        if (value == this->value())
            return; // the comma that is being typed stays
        QStringList codes;
        for (const Json &code : value)
            codes << textOf(code);
        put(*m_edit, codes.join(QStringLiteral(", ")));
    }
};

/// A number, a time or a factor: what cannot be read is kept as it was typed.
class NumberEditor : public TextEditor
{
public:
    NumberEditor(const SettingField &field, QWidget *parent) : TextEditor(field, parent), m_type(field.type)
    {
        m_edit->setMaxLength(12);
        m_edit->setFixedWidth(kNumberWidth);
        static_cast<QHBoxLayout *>(layout())->addStretch();
        if (!field.zero.isEmpty()) {
            auto *zero = mutedLabel(this);
            zero->setText(FieldEditor::tr("0: %1").arg(field.zero));
            static_cast<QHBoxLayout *>(layout())->insertWidget(1, zero);
        }
    }
    [[nodiscard]] Json value() const override
    {
        const QString text = m_edit->text().trimmed();
        if (m_type == SettingField::Type::Minutes || m_type == SettingField::Type::Weight) {
            const auto typed = m_type == SettingField::Type::Minutes ? minutesFrom(text) : factorFrom(text);
            return typed ? Json(typed.value()) : Json(text.toStdString());
        }
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? Json(number) : Json(text.toStdString());
    }
    void setValue(const Json &value) override
    {
        if (value == this->value())
            return; // "2,50" stays as it is typed
        if (!value.is_number())
            return put(*m_edit, textOf(value));
        const auto number = value.get<std::int64_t>();
        put(*m_edit,
            m_type == SettingField::Type::Minutes      ? minutesTyped(number)
                : m_type == SettingField::Type::Weight ? factorTyped(number)
                                                       : QString::number(number));
    }

private:
    SettingField::Type m_type;
};

class BothEditor : public FieldEditor
{
public:
    BothEditor(const SettingField &field, QWidget *parent)
        : FieldEditor(parent), m_vi(new QLineEdit(this)), m_en(new QLineEdit(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        for (const auto &[edit, words] :
             {std::pair(m_vi, FieldEditor::tr("Vietnamese")), std::pair(m_en, FieldEditor::tr("English"))}) {
            auto *column = new QVBoxLayout;
            column->setSpacing(2);
            auto *label = mutedLabel(this);
            label->setText(words);
            column->addWidget(label);
            column->addWidget(edit);
            row->addLayout(column, 1);
        }
        m_vi->setObjectName(nameOf(field.path, "ViEdit"));
        m_vi->setAccessibleName(FieldEditor::tr("%1, in Vietnamese").arg(field.label));
        m_en->setObjectName(nameOf(field.path, "EnEdit"));
        m_en->setAccessibleName(FieldEditor::tr("%1, in English").arg(field.label));
        m_en->setPlaceholderText(FieldEditor::tr("not there yet"));
        for (QLineEdit *edit : {m_vi, m_en}) {
            edit->setMaxLength(static_cast<int>(limits::kNameCharactersMax));
            connect(edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
        }
    }
    [[nodiscard]] Json value() const override { return {{"vi", typed(*m_vi)}, {"en", typed(*m_en)}}; }
    void setValue(const Json &value) override
    {
        put(*m_vi, textOf(value.is_object() ? value.value("vi", Json()) : Json()));
        put(*m_en, textOf(value.is_object() ? value.value("en", Json()) : Json()));
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_vi->setEnabled(!isReadOnly);
        m_en->setEnabled(!isReadOnly);
    }
    [[nodiscard]] QWidget *first() override { return m_vi; }
    void setWrong(bool isWrong) override
    {
        setStyleProperty(*m_vi, "wrong", isWrong ? QStringLiteral("yes") : QString());
    }

private:
    QLineEdit *m_vi;
    QLineEdit *m_en;
};

class FlagEditor : public FieldEditor
{
public:
    FlagEditor(const SettingField &field, QWidget *parent) : FieldEditor(parent), m_box(new QCheckBox(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_box);
        row->addStretch();
        m_box->setObjectName(nameOf(field.path, "Box"));
        m_box->setText(field.label);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    [[nodiscard]] Json value() const override { return m_box->isChecked(); }
    void setValue(const Json &value) override { m_box->setChecked(value == Json(true)); }
    void setReadOnly(bool isReadOnly) override { m_box->setEnabled(!isReadOnly); }
    [[nodiscard]] QWidget *first() override { return m_box; }

private:
    QCheckBox *m_box;
};

/// One of a list of choices, or another part. A value that is none of them is kept and shown as such.
class ChoiceEditor : public FieldEditor
{
public:
    ChoiceEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent)
        : FieldEditor(parent), m_field(field), m_draft(draft), m_box(new QComboBox(this)),
          m_explained(mutedLabel(this, sizes::kText))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(m_box);
        column->addWidget(m_explained);
        m_box->setObjectName(nameOf(field.path, "Choice"));
        m_box->setAccessibleName(field.label);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(16);
        m_box->setMaximumWidth(420);
        m_explained->setObjectName(nameOf(field.path, "Explained"));
        m_explained->setWordWrap(true);
        m_explained->setVisible(!field.explained.empty());
        connect(m_box, &QComboBox::activated, this, [this] {
            explain();
            Q_EMIT edited();
        });
    }
    [[nodiscard]] Json value() const override
    {
        const auto at = static_cast<std::size_t>(std::max(0, m_box->currentIndex()));
        return at < m_values.size() ? m_values[at] : Json();
    }
    void setValue(const Json &value) override
    {
        fill(value);
        const auto it = std::find(m_values.begin(), m_values.end(), value);
        m_box->setCurrentIndex(it == m_values.end() ? -1 : static_cast<int>(it - m_values.begin()));
        explain();
    }
    void setReadOnly(bool isReadOnly) override { m_box->setEnabled(!isReadOnly); }
    [[nodiscard]] QWidget *first() override { return m_box; }

private:
    void fill(const Json &value)
    {
        std::vector<std::pair<Json, QString>> wanted = m_field.choices;
        if (m_field.type == SettingField::Type::Part) {
            if (!m_field.none.isEmpty())
                wanted.emplace_back(std::int64_t(0), m_field.none);
            for (const PartKey &key : m_draft.keys(m_field.named)) {
                if (const Json part = m_draft.part(key); !part.is_null())
                    wanted.emplace_back(key.id, partName(key.kind, part));
            }
        }
        const bool isThere = std::any_of(wanted.begin(), wanted.end(),
                                         [&value](const auto &choice) { return choice.first == value; });
        if (!isThere)
            wanted.emplace_back(
                value, value.is_string() && value != Json("") ? textOf(value) : FieldEditor::tr("(choose one)"));
        if (wanted == m_shown)
            return;
        m_shown = wanted;
        m_values.clear();
        m_box->clear();
        for (const auto &[choice, word] : wanted) {
            m_values.push_back(choice);
            m_box->addItem(word);
        }
    }
    void explain()
    {
        const auto at = static_cast<std::size_t>(std::max(0, m_box->currentIndex()));
        m_explained->setText(at < m_field.explained.size() ? m_field.explained[at] : QString());
    }

    const SettingField m_field;
    const SettingDraft &m_draft;
    QComboBox *m_box;
    QLabel *m_explained;
    std::vector<Json> m_values;
    std::vector<std::pair<Json, QString>> m_shown;
};

} // namespace

QString FieldEditor::nameOf(const QString &path, const char *kind)
{
    QString name = path;
    return name.replace(QLatin1Char('.'), QLatin1Char('_')) + QLatin1String(kind);
}

FieldEditor *makeEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent)
{
    using Type = SettingField::Type;
    switch (field.type) {
    case Type::Both:
        return new BothEditor(field, parent);
    case Type::Minutes:
    case Type::Number:
    case Type::Weight:
        return new NumberEditor(field, parent);
    case Type::Flag:
        return new FlagEditor(field, parent);
    case Type::Choice:
    case Type::Part:
        return new ChoiceEditor(field, draft, parent);
    case Type::Hours:
    case Type::Promises:
    case Type::Conditions:
        return makeRowsEditor(field, draft, parent);
    case Type::Order:
        return new OrderEditor(field, draft, parent);
    case Type::Languages:
        return new LanguagesEditor(field, parent);
    case Type::Text:
    case Type::Heading:
        break;
    }
    return new TextEditor(field, parent);
}

} // namespace tiepdon
