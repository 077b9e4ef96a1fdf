// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tiepdon {

class KeyButton;

/// Something that was done and can be undone for a while.
struct UndoOffer {
    QString done = {}; ///< "Counter 3 now serves Loans", in the language spoken now
    int forMs = 12000; ///< until it goes away by itself
};

/// Says what was done and offers to undo it, also by Ctrl+Z in the whole window, until the time is up; a line shows
/// what is left of it. It waits as long as the pointer or the keyboard is on it. Hidden when there is nothing.
class UndoBar : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit UndoBar(QWidget *parent = nullptr);

    /// Takes the place of an offer before, which is dismissed.
    void offer(const UndoOffer &offer);
    /// As if the time were up.
    void dismiss();
    [[nodiscard]] bool isOffering() const { return m_isOffering; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void undoAsked();
    /// The time is up, it was closed, or another offer came.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void end();
    void tick();
    void retranslate();

    QLabel *m_text;
    KeyButton *m_undo;
    QPushButton *m_close;
    QTimer m_tick;
    int m_leftMs = 0;
    int m_forMs = 0;
    bool m_isOffering = false;
};

} // namespace tiepdon
