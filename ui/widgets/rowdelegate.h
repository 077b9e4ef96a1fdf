// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace tiepdon {

/// A row of a table, list or tree as pages have it: text in tabular figures, a line below, and where a cell has one
/// the shape of a tone before its words.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;

protected:
    struct Look {
        QFont font = textFont(sizes::kText);
        std::optional<Tone> shape = {};
        bool isInked = false; ///< the words have the shape's colour too
        int inset = 12; ///< pixels before the words
    };
    /// What a cell looks like; by itself its words alone, in the model's font if it has one.
    [[nodiscard]] virtual Look lookOf(const QModelIndex &index) const;
};

} // namespace tiepdon
