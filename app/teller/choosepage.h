// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;

namespace tiepdon {

class CountersModel;
class EmptyState;
class ErrorBanner;
class InlineQuestion;
class KeyButton;

/// Where whoever is signed in chooses a counter and a work profile before the day's work. A counter somebody else
/// has can be taken over, after a question in place.
class ChoosePage : public QWidget
{
    Q_OBJECT

public:
    explicit ChoosePage(TellerDesk &desk, QWidget *parent = nullptr);

    /// Chooses, so that signing on is one keystroke. An id of 0 leaves a choice as it is.
    void choose(CounterId counter, ProfileId profile);
    /// What the button does: signs on, or asks whether to take over.
    void press();
    void showError(const Error &error);
    void clearError();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void refresh();
    void retranslate();
    void onCounterChosen();
    [[nodiscard]] CounterId chosenCounter() const;
    [[nodiscard]] ProfileId chosenProfile() const;
    /// Who has the chosen counter; null when nobody has.
    [[nodiscard]] const Staff *occupant() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString hint() const;

    TellerDesk &m_desk;
    CountersModel *m_counters;
    QWidget *m_card;
    EmptyState *m_empty;
    QLabel *m_title;
    QLabel *m_counterTitle;
    QLabel *m_whoTitle;
    QLabel *m_who;
    QLabel *m_profileTitle;
    QListView *m_counterChoice;
    QComboBox *m_profileChoice;
    QLabel *m_hint;
    InlineQuestion *m_question;
    CounterId m_askedFor; ///< the counter in question
    ErrorBanner *m_error;
    KeyButton *m_signOn;
};

} // namespace tiepdon
