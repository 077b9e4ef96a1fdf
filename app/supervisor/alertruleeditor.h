// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/alerting/alertrule.h"
#include "core/wire/alertmessage.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace tiepdon {

class QuietHours;

/// Every field of a rule of alerts, in people's units. What a person did not touch stays as it is, also where its
/// field cannot show it to the last second. The desk must outlive it.
class AlertRuleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AlertRuleEditor(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Shows a rule; `edited` does not follow.
    void setRule(const AlertRule &rule);
    /// As the fields say now. Nothing while quiet hours are no hours.
    [[nodiscard]] std::optional<AlertRule> rule() const;
    void setReadOnly(bool isReadOnly);
    /// Marks the field that the hub, or `checked`, would not have.
    void showWrong(const QString &field);
    /// Services, segments and counters by their names now; what is chosen stays.
    void refreshNames();
    void focusFirst();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// How people are told: ways, and addresses of mail.
    struct Telling {
        std::array<QCheckBox *, 4> channels = {};
        QLineEdit *mailTo = nullptr;
        QWidget *widget = nullptr;
    };
    /// A number with what it stands for, so that what is not touched is not rounded.
    struct Amount {
        QSpinBox *box = nullptr;
        std::int64_t value = 0; ///< as the rule had it
        std::int64_t unit = 1; ///< of one step of the box
        int shown = 0; ///< in the box for `value`
    };

    [[nodiscard]] Telling makeTelling(const QString &prefix);
    [[nodiscard]] QListWidget *makeList(const char *name);
    void addField(const char *name, QLabel *&label, QWidget *field);
    static void setAmount(Amount &amount, std::int64_t value, std::int64_t unit, std::int64_t least,
                          std::int64_t most);
    [[nodiscard]] static std::int64_t amountOf(const Amount &amount);
    static void setTelling(const Telling &telling, const AlertTelling &value);
    [[nodiscard]] static AlertTelling tellingOf(const Telling &telling);
    void setKind(AlertKind kind, const AlertRule &rule);
    void showKindsFields();
    void retranslate();
    void onEdited();

    SupervisorDesk &m_desk;
    AlertRule m_rule; ///< as it was given
    bool m_isFilling = false;
    QFormLayout *m_form;
    QCheckBox *m_on;
    QLineEdit *m_nameVi;
    QLineEdit *m_nameEn;
    QComboBox *m_kind;
    QComboBox *m_severity;
    Amount m_threshold;
    Amount m_clearAt;
    Amount m_ahead;
    Amount m_hold;
    Amount m_repeat;
    Amount m_escalate;
    QListWidget *m_services;
    QListWidget *m_segments;
    QListWidget *m_counters;
    Telling m_telling;
    Telling m_escalation;
    QuietHours *m_quiet;
    struct Labels {
        QLabel *nameVi = nullptr, *nameEn = nullptr, *kind = nullptr, *severity = nullptr, *threshold = nullptr,
               *clearAt = nullptr, *ahead = nullptr, *hold = nullptr, *services = nullptr, *segments = nullptr,
               *counters = nullptr, *telling = nullptr, *repeat = nullptr, *escalate = nullptr,
               *escalation = nullptr, *quiet = nullptr;
    } m_labels;
};

} // namespace tiepdon
