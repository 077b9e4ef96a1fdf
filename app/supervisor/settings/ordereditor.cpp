// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/fieldeditor.h"

#include "app/supervisor/settings/settingwords.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <set>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 32;
constexpr int kRowsSeen = 8;

} // namespace

OrderEditor::OrderEditor(const SettingField &field, const SettingDraft &draft, QWidget *parent)
    : FieldEditor(parent), m_draft(draft), m_list(new QListWidget(this)), m_up(new QPushButton(tr("Up"), this)),
      m_down(new QPushButton(tr("Down"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_others(new QComboBox(this)), m_add(new QPushButton(tr("Add"), this))
{
    m_list->setObjectName(nameOf(field.path, "List"));
    m_list->setAccessibleName(field.label);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(kRowHeight * 4);
    m_list->setMaximumHeight(kRowHeight * kRowsSeen);
    const std::pair<QPushButton *, const char *> buttons[]
        = {{m_up, "UpButton"}, {m_down, "DownButton"}, {m_remove, "RemoveButton"}, {m_add, "AddButton"}};
    for (const auto &[button, name] : buttons)
        button->setObjectName(nameOf(field.path, name));
    m_others->setObjectName(nameOf(field.path, "AddChoice"));
    m_others->setAccessibleName(tr("Service to add"));
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_others->setMinimumContentsLength(16);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addWidget(m_remove);
    side->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_list, 1);
    top->addLayout(side);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_others, 1);
    bottom->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(bottom);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &OrderEditor::remove);
    connect(m_add, &QPushButton::clicked, this, &OrderEditor::add);
    connect(m_list, &QListWidget::currentRowChanged, this, &OrderEditor::refresh);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &FieldEditor::edited);
    const auto key = [this](const QKeySequence &keys, auto &&what) {
        auto *shortcut = new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    key(Qt::ALT | Qt::Key_Down, [this] { move(1); });
    key(Qt::Key_Delete, [this] { remove(); });
    refresh();
}

Json OrderEditor::value() const
{
    Json ids = Json::array();
    for (int i = 0; i < m_list->count(); ++i)
        ids.push_back(std::int64_t(m_list->item(i)->data(Qt::UserRole).toLongLong()));
    return ids;
}

void OrderEditor::setValue(const Json &value)
{
    if (value != this->value()) {
        const int row = m_list->currentRow();
        m_list->clear();
        for (const Json &id : value) {
            auto *item = new QListWidgetItem(m_list);
            item->setData(Qt::UserRole, qlonglong(id.get<std::int64_t>()));
        }
        m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    }
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const PartKey key{SettingKind::Service, item->data(Qt::UserRole).toLongLong()};
        item->setText(partName(key.kind, m_draft.part(key)));
        item->setSizeHint({0, kRowHeight});
    }
    refresh();
}

void OrderEditor::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (m_isReadOnly || from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

void OrderEditor::remove()
{
    if (m_isReadOnly || m_list->currentRow() < 0)
        return;
    delete m_list->takeItem(m_list->currentRow());
    refresh();
    Q_EMIT edited();
}

void OrderEditor::add()
{
    if (m_isReadOnly || m_others->currentIndex() < 0)
        return;
    auto *item = new QListWidgetItem(m_others->currentText(), m_list);
    item->setData(Qt::UserRole, m_others->currentData());
    item->setSizeHint({0, kRowHeight});
    m_list->setCurrentItem(item);
    refresh();
    Q_EMIT edited();
}

void OrderEditor::fillOthers()
{
    std::set<std::int64_t> taken;
    for (int i = 0; i < m_list->count(); ++i)
        taken.insert(m_list->item(i)->data(Qt::UserRole).toLongLong());
    m_others->clear();
    for (const PartKey &key : m_draft.keys(SettingKind::Service)) {
        if (const Json part = m_draft.part(key); !part.is_null() && !taken.contains(key.id))
            m_others->addItem(partName(key.kind, part), qlonglong(key.id));
    }
}

void OrderEditor::refresh()
{
    fillOthers();
    const int row = m_list->currentRow();
    m_up->setEnabled(!m_isReadOnly && row > 0);
    m_down->setEnabled(!m_isReadOnly && row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(!m_isReadOnly && row >= 0);
    m_others->setVisible(!m_isReadOnly);
    m_add->setVisible(!m_isReadOnly);
    m_add->setEnabled(m_others->count() > 0);
}

void OrderEditor::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_list->setDragDropMode(isReadOnly ? QAbstractItemView::NoDragDrop : QAbstractItemView::InternalMove);
    for (QPushButton *button : {m_up, m_down, m_remove})
        button->setVisible(!isReadOnly);
    refresh();
}

QWidget *OrderEditor::first() { return m_list; }

} // namespace tiepdon
