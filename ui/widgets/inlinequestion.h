// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tiepdon {

/// Asks in place before something that others will notice. Hidden when nothing is asked; Escape cancels.
class InlineQuestion : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    static constexpr int kAnswersMax = 2;

    explicit InlineQuestion(QWidget *parent = nullptr);

    /// Shows the question with one or two answers and "Cancel", and gives the first answer the focus.
    void ask(const QString &text, const QStringList &answers);
    /// Other words for what is being asked; the focus stays where it is.
    void reword(const QString &text, const QStringList &answers);
    void close();
    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Number of the answer, from 0. Closed by then.
    void answered(int answer);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void finish(int answer);

    QLabel *m_text;
    QPushButton *m_answers[kAnswersMax];
    QPushButton *m_cancel;
    bool m_isAsking = false;
};

} // namespace tiepdon
