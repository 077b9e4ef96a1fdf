// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingfields.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QTableView;

namespace tiepdon {

class EmptyState;

/// Many parts of a draft as one table whose cells are typed into: skills, promised waits, texts, series. Holds the
/// order of rows and columns alone. The draft must outlive it.
class SettingGridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IsInheritedRole = Qt::UserRole + 1, ///< bool: what holds because nothing is set here
        IsChangedRole, ///< bool: not saved yet
        IsMissingRole, ///< bool: wanted and not there
        KeyRole, ///< of a cell: the kind of its part, and with
        IdRole, ///< its id, where to go from it
    };

    explicit SettingGridModel(SettingDraft &draft, QObject *parent = nullptr);

    void setRoles(const std::vector<tiepdon::Role> &roles);
    /// Rows whose name holds this.
    void setFilter(const QString &filter);
    /// Rows and columns anew.
    void reload();
    /// Why what was typed last was not taken; empty when it was.
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Something typed was not taken, or was.
    void problemChanged();

protected:
    /// A cell's part, the path in it, what it says and what is typed to change it.
    struct Cell {
        PartKey key;
        QString path = {}; ///< empty: nothing to change here
        QString text = {};
        bool isInherited = false;
        bool isMissing = false;
        bool isChanged = false;
    };

    [[nodiscard]] virtual std::vector<PartKey> rows() const = 0;
    [[nodiscard]] virtual QString rowName(const PartKey &row) const;
    [[nodiscard]] virtual QStringList columns() const = 0;
    [[nodiscard]] virtual Cell cell(const PartKey &row, int column) const = 0;
    /// Takes what was typed; what is wrong with it, or nothing.
    virtual QString type(const PartKey &row, int column, const QString &typed) = 0;

    SettingDraft &m_draft;

private:
    [[nodiscard]] std::vector<PartKey> filtered() const;

    std::vector<tiepdon::Role> m_roles;
    std::vector<PartKey> m_rows;
    QStringList m_columns;
    QString m_filter;
    QString m_problem;
};

[[nodiscard]] SettingGridModel *makeGrid(Subject subject, SettingDraft &draft, QObject *parent);

/// A grid with its search and what was wrong with what was typed.
class SettingGrid : public QWidget
{
    Q_OBJECT

public:
    SettingGrid(Subject subject, SettingDraft &draft, QWidget *parent = nullptr);

    void setRoles(const std::vector<tiepdon::Role> &roles);
    [[nodiscard]] QTableView &table() { return *m_table; }

Q_SIGNALS:
    /// To the part behind a cell.
    void goAsked(const tiepdon::PartKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    Subject m_subject;
    SettingGridModel *m_model;
    QTableView *m_table;
    QLineEdit *m_search;
    QLabel *m_count;
    QLabel *m_problem;
    EmptyState *m_empty;
};

} // namespace tiepdon
