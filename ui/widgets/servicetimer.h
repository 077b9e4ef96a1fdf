// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tiepdon {

/// Elapsed time against a target: a ring that fills, the time in tabular figures, and a word for how it
/// stands. A target of 0 counts without judging.
class ServiceTimer : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ServiceTimer(QWidget *parent = nullptr);

    /// `caption` says what is counted ("since the call"); times in ms.
    void setTimes(TimeMs elapsedMs, TimeMs targetMs, const QString &caption);
    /// "3:07".
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] QSize sizeHint() const override { return {180, 212}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {148, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString word() const;

    TimeMs m_elapsedMs = 0;
    TimeMs m_targetMs = 0;
    QString m_caption;
};

} // namespace tiepdon
