// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <QWidget>

#include <array>

class QLabel;
class QPlainTextEdit;

namespace tiepdon {

/// The four questions about the customer that are answered before something of how the branch works is changed.
class DecisionForm : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionForm(QWidget *parent = nullptr);

    [[nodiscard]] DecisionRecord answers() const;
    /// Whether all four have an answer.
    [[nodiscard]] bool isComplete() const;
    void clear();
    /// The first question without an answer.
    void focusMissing();
    /// Marks the answer the hub would not have ("affects", "feels", "solves", "value").
    void showWrong(const QString &field);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    struct Question {
        QLabel *label = nullptr;
        QPlainTextEdit *edit = nullptr;
    };
    QLabel *m_title;
    std::array<Question, 4> m_questions;
};

} // namespace tiepdon
