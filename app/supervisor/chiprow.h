// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace tiepdon {

/// Chips side by side, scrolled where there is no room for all: as high as a chip, and the bar where there is one.
class ChipRow : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

protected:
    /// Where the chips stand, in a horizontal layout.
    [[nodiscard]] QWidget &row() { return *m_row; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveRoom();

    QWidget *m_row;
};

} // namespace tiepdon
