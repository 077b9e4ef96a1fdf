// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"

#include <QWidget>

namespace tiepdon {

class BranchState;

/// Who a customer is to the branch: a star, the segment and why. Hidden for ordinary customers. Where room is short
/// it ends in an ellipsis; its tool tip then says it whole.
class SegmentChip : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit SegmentChip(QWidget *parent = nullptr);

    void showTicket(const BranchState &branch, const Ticket &ticket);
    void clear();
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/// "Priority by law · 75 and over"; empty for ordinary customers.
QString segmentText(const BranchState &branch, const Ticket &ticket);

} // namespace tiepdon
