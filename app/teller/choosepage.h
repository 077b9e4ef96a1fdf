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
class KeyButton;

/// Where one chooses a counter, a name and a work profile before the day's work.
class ChoosePage : public QWidget
{
    Q_OBJECT

public:
    explicit ChoosePage(TellerDesk &desk, QWidget *parent = nullptr);

    /// Chooses, so that signing on is one keystroke. An id of 0 leaves a choice as it is.
    void choose(CounterId counter, StaffId staff, ProfileId profile);
    void showError(const Error &error);
    void clearError();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void refresh();
    void retranslate();
    void onCounterChosen();
    void signOn();
    [[nodiscard]] CounterId chosenCounter() const;
    [[nodiscard]] StaffId chosenStaff() const;
    [[nodiscard]] ProfileId chosenProfile() const;
    [[nodiscard]] bool isResuming() const;
    [[nodiscard]] QString hint() const;

    TellerDesk &m_desk;
    CountersModel *m_counters;
    QWidget *m_card;
    EmptyState *m_empty;
    QLabel *m_title;
    QLabel *m_counterTitle;
    QLabel *m_staffTitle;
    QLabel *m_profileTitle;
    QListView *m_counterChoice;
    QComboBox *m_staffChoice;
    QComboBox *m_profileChoice;
    QLabel *m_hint;
    ErrorBanner *m_error;
    KeyButton *m_signOn;
};

} // namespace tiepdon
