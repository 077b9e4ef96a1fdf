// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingfields.h"

#include <QWidget>

#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace tiepdon {

/// Edits the value of one field. What is typed and cannot be read as the field's type is its value as text: so it
/// is not lost, and whoever asks for it sees that it is none.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual Json value() const = 0;
    /// Shows a value; `edited` does not follow.
    virtual void setValue(const Json &value) = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;
    /// What a label stands before, and what gets the focus.
    [[nodiscard]] virtual QWidget *first() = 0;
    /// Shows that something is wrong with it.
    virtual void setWrong(bool) { }

Q_SIGNALS:
    /// A person changed it.
    void edited();

protected:
    [[nodiscard]] static QString nameOf(const QString &path, const char *kind);
};

/// The editor for a field; the draft must outlive it.
[[nodiscard]] FieldEditor *makeEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent);

/// A list that is edited as rows of small fields.
class RowsEditor : public FieldEditor
{
    Q_OBJECT

public:
    RowsEditor(const SettingField &field, const QString &addWords, std::size_t most, QWidget *parent);

    [[nodiscard]] Json value() const override;
    void setValue(const Json &value) override;
    void setReadOnly(bool isReadOnly) override;
    [[nodiscard]] QWidget *first() override;

protected:
    /// A row that shows an item; it calls `rowEdited` when that changes.
    [[nodiscard]] virtual QWidget *makeRow(const Json &item) = 0;
    [[nodiscard]] virtual Json itemOf(const QWidget &row) const = 0;
    [[nodiscard]] virtual Json newItem() const = 0;
    void rowEdited() { Q_EMIT edited(); }
    const SettingField m_field;

private:
    void addRow(const Json &item);

    std::size_t m_most;
    std::vector<std::pair<QWidget *, QPushButton *>> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    bool m_isReadOnly = false;
};

/// Services in order of preference: dragged, or moved by keys.
class OrderEditor : public FieldEditor
{
    Q_OBJECT

public:
    OrderEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent);

    [[nodiscard]] Json value() const override;
    void setValue(const Json &value) override;
    void setReadOnly(bool isReadOnly) override;
    [[nodiscard]] QWidget *first() override;

private:
    void move(int by);
    void remove();
    void add();
    void fillOthers();
    void refresh();

    const SettingDraft &m_draft;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QComboBox *m_others;
    QPushButton *m_add;
    bool m_isReadOnly = false;
};

[[nodiscard]] FieldEditor *makeRowsEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent);

} // namespace tiepdon
