// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <QWidget>

#include <vector>

namespace tiepdon {

/// What somebody needs to be served well, each as a picture and a word, in as many lines as the width asks for.
/// Hidden while there is none. Says all of it as its accessible name.
class NeedChips : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit NeedChips(QWidget *parent = nullptr);

    void setNeeds(const std::vector<Need> &needs);
    /// Pictures alone, where there is one line and little room; the words are its tool tip.
    void setCompact(bool isCompact);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::vector<QRect> boxes(int width) const;
    [[nodiscard]] int widthOf(Need need) const;
    void sayAloud();

    std::vector<Need> m_needs;
    bool m_isCompact = false;
};

/// The picture of a need, in the painter's pen and brush colour `ink`, within a square.
void drawNeed(QPainter &painter, const QRectF &square, Need need, const QColor &ink);

} // namespace tiepdon
