// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/alertrulewords.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tiepdon {

/// Hours in which nobody is told of alerts: rows of weekdays, from and to; over midnight too.
class QuietHours : public QWidget
{
    Q_OBJECT

public:
    /// More rows than anybody keeps apart; half of the windows a rule may have, as each may need two.
    static constexpr std::size_t kRowsMax = 7;

    explicit QuietHours(QWidget *parent = nullptr);

    void setWindows(const std::vector<OpeningWindow> &windows);
    /// Nothing while a row has no day, or a time that is none.
    [[nodiscard]] std::optional<std::vector<OpeningWindow>> windows() const;
    void setReadOnly(bool isReadOnly);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QWidget *widget = nullptr;
        std::array<QCheckBox *, 7> days = {};
        QLineEdit *from = nullptr;
        QLineEdit *to = nullptr;
        QPushButton *remove = nullptr;
    };
    void addRow(const QuietSpan &span);
    void retranslate();
    void refresh();

    QVBoxLayout *m_column;
    std::vector<Row> m_rows;
    QPushButton *m_add;
    bool m_isReadOnly = false;
};

/// Minutes of the day of "22:00", "22h", "22.30" or "2230"; 24:00 is the day's end. Nothing for what is no time.
[[nodiscard]] std::optional<std::int64_t> minuteTyped(const QString &text);

} // namespace tiepdon
