// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tiepdon {

/// Whether the window is live: a shape, a word and a colour. The link must outlive it.
class ConnectionBadge : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ConnectionBadge(BranchLink &link, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    BranchLink &m_link;
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

} // namespace tiepdon
