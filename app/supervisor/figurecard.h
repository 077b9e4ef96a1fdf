// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

#include <vector>

class QLabel;

namespace tiepdon {

class FigureLabel;

/// One figure of the floor with what it is, its number of people and its period beside it.
class FigureCard : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    struct Words {
        QString title; ///< "Counters open"
        QString value; ///< "5 of 6"
        QString detail; ///< "1 on a break"
        QString period; ///< "now, n = 14"
        Tone tone = Tone::Neutral; ///< of the detail: warn and bad are marked by a shape too
        friend bool operator==(const Words &, const Words &) = default;
    };

    explicit FigureCard(QWidget *parent = nullptr);

    void setWords(const Words &words);
    [[nodiscard]] const Words &words() const { return m_words; }
    /// As it is said aloud.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words m_words;
    QLabel *m_title;
    FigureLabel *m_value;
    QLabel *m_detail;
    QLabel *m_period;
};

} // namespace tiepdon
