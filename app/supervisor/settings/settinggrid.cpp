// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settinggrid.h"

#include "app/supervisor/settings/settingform.h"
#include "app/supervisor/settings/settingwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/text.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 36;
constexpr int kTextsColumn = 260;
constexpr int kColumn = 160;

/// A cell: what is set in ink, what holds without in grey, what is not saved with a mark at its corner.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen)
            painter->fillRect(option.rect, theme().brand);
        painter->setPen(theme().line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const bool isInherited = index.data(SettingGridModel::IsInheritedRole).toBool();
        const bool isMissing = index.data(SettingGridModel::IsMissingRole).toBool();
        QColor ink = isInherited ? theme().muted : theme().ink;
        if (isMissing)
            ink = theme().warn;
        const bool isChanged = index.data(SettingGridModel::IsChangedRole).toBool();
        if (isChanged) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isChosen ? theme().onBrand : theme().brand);
            painter->drawEllipse(QPointF(option.rect.left() + 6, option.rect.top() + 8), 3, 3);
        }
        const QFont font = textFont(sizes::kText, isChanged ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(isChosen ? theme().onBrand : ink);
        const QRect cell = option.rect.adjusted(12, 0, -8, 0);
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
        painter->restore();
    }
};

} // namespace

// ---- the model ----

SettingGridModel::SettingGridModel(SettingDraft &draft, QObject *parent)
    : QAbstractTableModel(parent), m_draft(draft)
{
    connect(&draft, &SettingDraft::changed, this, [this] {
        if (filtered() != m_rows || columns() != m_columns)
            reload();
        else if (!m_rows.empty() && !m_columns.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void SettingGridModel::setRoles(const std::vector<tiepdon::Role> &roles) { m_roles = roles; }

void SettingGridModel::setFilter(const QString &filter)
{
    m_filter = filter;
    reload();
}

std::vector<PartKey> SettingGridModel::filtered() const
{
    std::vector<PartKey> kept;
    for (const PartKey &row : rows()) {
        const Json part = m_draft.part(row);
        const bool fits = m_filter.isEmpty() || rowName(row).contains(m_filter, Qt::CaseInsensitive)
            || (part.contains("name")
                && part["name"].dump(-1, ' ', false).find(m_filter.toStdString()) != std::string::npos);
        if (!part.is_null() && fits)
            kept.push_back(row);
    }
    return kept;
}

void SettingGridModel::reload()
{
    beginResetModel();
    m_rows = filtered();
    m_columns = columns();
    endResetModel();
}

QString SettingGridModel::rowName(const PartKey &row) const { return partName(row.kind, m_draft.part(row)); }

int SettingGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SettingGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant SettingGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PartKey &row = m_rows[static_cast<std::size_t>(index.row())];
    const Cell cell = this->cell(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return role == Qt::DisplayRole ? QVariant(cell.text) : QVariant(toolTipOf(cell.text));
    case Qt::EditRole:
        return cell.isInherited || cell.isMissing ? QString() : cell.text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3").arg(rowName(row), m_columns.at(index.column()), cell.text);
    case IsInheritedRole:
        return cell.isInherited;
    case IsMissingRole:
        return cell.isMissing;
    case IsChangedRole:
        return cell.isChanged;
    case KeyRole:
        return static_cast<int>(cell.key.kind);
    case IdRole:
        return qlonglong(cell.key.id);
    default:
        return {};
    }
}

bool SettingGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString problem
        = type(m_rows[static_cast<std::size_t>(index.row())], index.column(), value.toString().trimmed());
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
    return problem.isEmpty();
}

Qt::ItemFlags SettingGridModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return Qt::NoItemFlags;
    const Cell cell = this->cell(m_rows[static_cast<std::size_t>(index.row())], index.column());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!cell.path.isEmpty() && mayChangeField(cell.key.kind, cell.path, m_roles))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant SettingGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString name;
    if (orientation == Qt::Horizontal && section < m_columns.size())
        name = m_columns.at(section);
    if (orientation == Qt::Vertical && section < rowCount())
        name = rowName(m_rows[static_cast<std::size_t>(section)]);
    return role == Qt::ToolTipRole ? toolTipOf(name) : name;
}

// ---- the view ----

SettingGrid::SettingGrid(Subject subject, SettingDraft &draft, QWidget *parent)
    : QWidget(parent), m_subject(subject), m_model(makeGrid(subject, draft, this)), m_table(new QTableView(this)),
      m_search(new QLineEdit(this)), m_count(mutedLabel(this, sizes::kText)),
      m_problem(plainLabel(this, sizes::kText)), m_empty(new EmptyState(this))
{
    const QString name = QStringLiteral("settingGrid%1").arg(static_cast<int>(subject));
    setObjectName(name);
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    if (auto *corner = m_table->findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide(); // it chooses everything, which there is nothing to do with
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumWidth(180);
    m_table->verticalHeader()->setMaximumWidth(240);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setDefaultSectionSize(subject == Subject::Texts ? kTextsColumn : kColumn);
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_search->setClearButtonEnabled(true);
    m_count->setObjectName(name + QStringLiteral("Count"));
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setProperty("ink", QStringLiteral("bad"));
    m_problem->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_search->setMaximumWidth(280);
    top->addWidget(m_search);
    top->addWidget(m_count);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_problem);
    connect(m_search, &QLineEdit::textChanged, m_model, &SettingGridModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SettingGrid::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SettingGrid::refresh);
    connect(m_model, &SettingGridModel::problemChanged, this, &SettingGrid::refresh);
    auto *go = new QShortcut(Qt::CTRL | Qt::Key_Return, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(go, &QShortcut::activated, this, [this] {
        if (const QModelIndex at = m_table->currentIndex(); at.isValid())
            Q_EMIT goAsked({static_cast<SettingKind>(at.data(SettingGridModel::KeyRole).toInt()),
                            at.data(SettingGridModel::IdRole).toLongLong()});
    });
    setFocusProxy(m_table);
    retranslate();
    m_model->reload();
}

void SettingGrid::setRoles(const std::vector<tiepdon::Role> &roles)
{
    m_model->setRoles(roles);
    m_table->setEditTriggers(mayChangeSettings(roles) && m_subject != Subject::Series
                                 ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                     | QAbstractItemView::AnyKeyPressed
                                 : QAbstractItemView::NoEditTriggers);
}

void SettingGrid::refresh()
{
    const bool isThere = m_model->rowCount() > 0 && m_model->columnCount() > 0;
    m_table->setVisible(isThere);
    m_empty->setVisible(!isThere);
    m_problem->setText(m_model->problem());
    m_problem->setVisible(!m_model->problem().isEmpty());
    int missing = 0;
    if (m_subject == Subject::Texts) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            missing += m_model->index(row, 1).data(SettingGridModel::IsMissingRole).toBool() ? 1 : 0;
    }
    m_count->setText(m_subject == Subject::Texts ? tr("%1 texts").arg(m_model->rowCount()) + QStringLiteral(" · ")
                             + tr("without English: %1").arg(missing)
                                                 : tr("%1 rows").arg(m_model->rowCount()));
}

void SettingGrid::retranslate()
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_table->setAccessibleName(subjectWord(m_subject));
    m_empty->setTexts(tr("Nothing here"), tr("What fits the search, and what the branch is made of, stands here."));
    m_model->reload();
    refresh();
}

void SettingGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
