// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace tiepdon {

/// What a change would make of the services: a line each with shape, words and a figure at the end. Painted; not
/// for the keyboard, its words are in its accessible name.
class CoverList : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    struct Line {
        QString name; ///< "Loans"
        QString change; ///< "1 → 2"
        QString side; ///< "3 waiting"
        Tone tone = Tone::Neutral;
        friend bool operator==(const Line &, const Line &) = default;
    };
    /// Lines beyond this, or beyond the room there is, are said as a number.
    static constexpr int kLinesMax = 8;

    explicit CoverList(QWidget *parent = nullptr);

    void setLines(std::vector<Line> lines);
    /// All lines, as they are said aloud.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int wantedLines() const;

    std::vector<Line> m_lines;
};

} // namespace tiepdon
