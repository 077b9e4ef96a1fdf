// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>
#include <QWidget>

namespace tiepdon {

/// One line that shrinks until it fits its rectangle, digits tabular. Drawn for reading from afar.
class FitText : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    enum class Ink { Plain, Muted, Brand, OnWarn };

    explicit FitText(QWidget *parent = nullptr, Ink ink = Ink::Plain, QFont::Weight weight = QFont::Medium);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    /// Where the whole text is too long for one line: its two parts, of one size; none to go back to one line.
    void setLines(const QStringList &lines);
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    /// Pixel size wanted where there is room.
    void setPixelSize(int size);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QStringList m_lines;
    Ink m_ink;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// Draws one line with the painter's font, made smaller until it fits the rectangle's width.
void drawFitting(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

/// A line with a smaller, muted one below it, in the painter's font and pen; alone and centred when there is no
/// other.
void drawTwoLines(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &line,
                  const QString &other);

} // namespace tiepdon
