// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tiepdon {

/// Three lines that can be taken hold of: dragged onto a counter, or pressed for the counter that is looked at.
class DragChip : public QAbstractButton
{
    Q_OBJECT

public:
    struct Words {
        QString name;
        QString second; ///< "Loans, Transfers"
        QString now; ///< "2 counters · 7 waiting"
        bool isQuiet = false; ///< not to be had just now: written less loud
        friend bool operator==(const Words &, const Words &) = default;
    };

    /// `type` is what a drag carries, with `id` as text.
    DragChip(QString type, qlonglong id, QWidget *parent = nullptr);

    void setWords(const Words &words);
    [[nodiscard]] QSize sizeHint() const override { return {216, 72}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 72}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    /// Marked as where something can be let go.
    void setDragOver(bool isOver);
    [[nodiscard]] bool isDragOver() const { return m_isDragOver; }

private:
    QString m_type;
    qlonglong m_id;
    Words m_words;
    QPoint m_pressedAt;
    bool m_isDragOver = false;
};

} // namespace tiepdon
