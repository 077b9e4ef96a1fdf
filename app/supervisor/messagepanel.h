// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// Where a line is written to a counter, to all of them or to the lobby, and where those that stand are seen: until
/// when, at which counters they were read, and taken back. Ctrl+Enter sends, Delete takes the chosen one back,
/// Escape leaves. The desk must outlive it.
class MessagePanel : public QFrame
{
    Q_OBJECT

public:
    explicit MessagePanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Begins a message: to a counter, or (0) to all.
    void begin(CounterId counter = {});
    /// Brings what stands up to the hub's time now.
    void refresh();
    void send();
    void withdraw();

Q_SIGNALS:
    void closed();
    /// The hub refused a message, but another is written by now, or none.
    void refusedLate(const tiepdon::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct To {
        MessageTo to = MessageTo::AllCounters;
        CounterId counter = {};
        ZoneId zone = {};
    };
    [[nodiscard]] To chosenTo() const;
    [[nodiscard]] QWidget *makeForm();
    void forget();
    void fillChoices();
    void fillTemplates();
    void useTemplate();
    void refreshForm();
    void refreshList();
    void retranslate();
    [[nodiscard]] QString standingText(const BranchMessage &message) const;

    SupervisorDesk &m_desk;
    QLabel *m_title;
    QLabel *m_toTitle;
    QComboBox *m_to;
    QLabel *m_templateTitle;
    QComboBox *m_template;
    QLabel *m_viTitle;
    QLineEdit *m_vi;
    QLabel *m_enTitle;
    QLineEdit *m_en;
    QLabel *m_forTitle;
    QComboBox *m_for;
    QLabel *m_hint;
    ErrorBanner *m_error;
    KeyButton *m_send;
    KeyButton *m_close;
    QLabel *m_listTitle;
    QListWidget *m_list;
    KeyButton *m_withdraw;
    std::vector<To> m_choices; ///< of `m_to`, in its order
    bool m_isSent = false; ///< and not answered yet
    int m_number = 0; ///< of what is written: an answer about another is late
};

} // namespace tiepdon
