// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace tiepdon {

/// A row with the shape of its tone in one column and another, or the same, in a heavier type.
class TonedDelegate : public RowDelegate
{
public:
    /// `shaped`: the column with the shape; `toneRole`: int of Tone; `strong`: the column in a heavier type.
    TonedDelegate(int shaped, int toneRole, int strong, QObject *parent)
        : RowDelegate(parent), m_shaped(shaped), m_toneRole(toneRole), m_strong(strong)
    {
    }

protected:
    [[nodiscard]] Look lookOf(const QModelIndex &index) const override
    {
        Look look;
        if (index.column() == m_strong)
            look.font.setWeight(QFont::Medium);
        if (index.column() == m_shaped)
            look.shape = static_cast<Tone>(index.data(m_toneRole).toInt());
        return look;
    }

private:
    int m_shaped;
    int m_toneRole;
    int m_strong;
};

} // namespace tiepdon
