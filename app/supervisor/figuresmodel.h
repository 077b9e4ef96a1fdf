// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/figurecolumns.h"
#include "core/client/branchlink.h"

#include <QAbstractTableModel>

namespace tiepdon {

/// A day's figures: everybody in the first row, then a row per half hour, service, segment or counter. Names are
/// the branch's of now. The link must outlive it.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kNameColumn = 0; ///< the figures follow, as `shownFigureColumns` has them

    enum Role {
        KeyRole = Qt::UserRole + 1, ///< qlonglong: id or minute; of everybody nothing
        KindRole, ///< int of FigureKind, of the tickets behind it; nothing where there are none
    };

    explicit FiguresModel(BranchLink &link, QObject *parent = nullptr);

    void setFigures(const DayFigures &figures);
    void setGroup(FigureGroup group);
    [[nodiscard]] FigureGroup group() const { return m_group; }
    /// No row at all.
    void clear();
    /// Names again, after the language or the branch changed.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void setRows(const std::vector<FigureRow> &rows);

    BranchLink &m_link;
    DayFigures m_figures;
    FigureGroup m_group = FigureGroup::Services;
    std::vector<FigureRow> m_rows; ///< behind everybody's, by key
    bool m_isKnown = false;
};

} // namespace tiepdon
