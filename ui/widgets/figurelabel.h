// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace tiepdon {

/// A number, a time or a ticket number in tabular figures. Never elided; asks for the width it needs.
class FigureLabel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit FigureLabel(QWidget *parent = nullptr, int pixelSize = sizes::kText,
                         QFont::Weight weight = QFont::Normal);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void setAlignment(Qt::Alignment alignment);
    /// Nothing for ordinary ink.
    void setTone(std::optional<Tone> tone);
    /// What the number is, for those who listen: "Ticket". The text follows it.
    void setMeaning(const QString &meaning);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sayAloud();

    QString m_text;
    QString m_meaning;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    std::optional<Tone> m_tone;
};

} // namespace tiepdon
