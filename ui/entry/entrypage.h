// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// What the pages before a program's content have in common: a card with a title, a few words, fields, one primary
/// button that Enter presses, and the error in place. While the hub wants a pause the button counts down.
class EntryPage : public QWidget
{
    Q_OBJECT

public:
    /// Gives the focus to where one begins.
    virtual void begin() = 0;
    /// Forgets what was typed and said.
    virtual void reset();
    void showError(const Error &error);
    void clearError();

protected:
    /// `link` may be null: then the page works without the hub.
    EntryPage(BranchLink *link, int cardWidth, QWidget *parent);

    [[nodiscard]] QFrame *card() const { return m_card; }
    /// The card's column below title and words; what is added stands in this order.
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QLabel *title() const { return m_title; }
    [[nodiscard]] QLabel *words() const { return m_words; }
    [[nodiscard]] KeyButton *primary() const { return m_primary; }
    /// Adds hint, error and primary button; call when the fields are there.
    void addEnding();
    /// Adds a caption and its field, in a holder of their own that can be hidden.
    QLabel *addField(QWidget *field);

    /// What the primary button does, when it can be pressed.
    virtual void submit() = 0;
    /// The button's words.
    [[nodiscard]] virtual QString primaryWords() const = 0;
    [[nodiscard]] virtual QString busyWords() const = 0;
    /// Where a wrong answer is corrected; may be null.
    [[nodiscard]] virtual QLineEdit *fieldToCorrect() const { return nullptr; }
    virtual void retranslate() = 0;
    /// Whether the primary button is of no use while the hub is out of reach.
    [[nodiscard]] virtual bool needsHub() const { return m_link != nullptr; }

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    void setBusy(bool isBusy);
    /// Says a refusal, waits when it wants a pause, and puts the cursor on what to correct.
    void fail(const Error &error);
    /// Ends a pause: it was another account's.
    void endPause();
    void refresh();
    void press();
    void changeEvent(QEvent *event) override;
    /// Enter presses the primary button also where it has the focus itself.
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QString reachHint() const;

    BranchLink *m_link;
    QFrame *m_card;
    QVBoxLayout *m_column;
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_hint;
    ErrorBanner *m_error;
    KeyButton *m_primary;
    bool m_isBusy = false;
    QDeadlineTimer m_pause;
    QTimer m_tick;
};

} // namespace tiepdon
