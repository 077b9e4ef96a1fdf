// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tiepdon {

/// A row of a table as the supervisor's pages have them: text in tabular figures, a line below, and in one column
/// the shape of a tone before its word.
class TonedDelegate : public QStyledItemDelegate
{
public:
    /// `shaped`: the column with the shape; `toneRole`: int of Tone; `strong`: the column in a heavier type.
    TonedDelegate(int shaped, int toneRole, int strong, QObject *parent)
        : QStyledItemDelegate(parent), m_shaped(shaped), m_toneRole(toneRole), m_strong(strong)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_shaped;
    int m_toneRole;
    int m_strong;
};

} // namespace tiepdon
