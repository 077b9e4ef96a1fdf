// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QAbstractButton>
#include <QRectF>

#include <cstdint>
#include <optional>

class QPainter;

namespace tiepdon {

/// How much of a promise was kept: `inTime` of `served` people.
struct PromiseKept {
    std::int64_t inTime = 0;
    std::int64_t served = 0;

    friend bool operator==(const PromiseKept &, const PromiseKept &) = default;
};

/// One service's queue. Texts are in the language spoken now.
struct QueueFigures {
    QString name = {};
    std::int64_t waiting = 0;
    TimeMs longestMs = 0; ///< how long the first has waited
    TimeMs promiseMs = 0;
    std::optional<PromiseKept> kept = {}; ///< today; nothing: not shown
    QString forecast = {}; ///< may be empty

    friend bool operator==(const QueueFigures &, const QueueFigures &) = default;
};

/// "promise kept 92 % of 48", "nobody served yet", or nothing.
QString keptWords(const QueueFigures &figures);
/// Name, people waiting, and a bar of the longest wait against its promise with the shape, colour and words of how
/// it stands: the part of a queue that rows of a list and QueueBar share, 52 px high.
void drawQueue(QPainter &painter, const QRectF &rect, const QueueFigures &figures);

/// One service's queue as a supervisor sees it: what drawQueue draws, the promise kept and the forecast. A button:
/// whoever has it decides what a click, Space or Enter opens.
class QueueBar : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QueueBar(QWidget *parent = nullptr);

    void setFigures(const QueueFigures &figures);
    [[nodiscard]] const QueueFigures &figures() const { return m_figures; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Name and description as the figures say them.
    void sayAloud();

private:
    QueueFigures m_figures;
};

} // namespace tiepdon
