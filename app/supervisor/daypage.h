// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/wire/customermessage.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class KeyButton;

/// The business day somebody typed, as "YYYY-MM-DD"; empty when it is no day of the calendar. Day, month and year
/// in this order, or year, month and day; parted by anything.
std::string dayTyped(const QString &text);

/// What there is while the day is closed: how to open it.
class DayPage : public QWidget
{
    Q_OBJECT

public:
    explicit DayPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Proposes today again, unless somebody typed another day.
    void tick();
    /// Asks how many customers are of each segment, when the last answer is older than a moment. For while it
    /// is shown.
    void countSegments();
    void open();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    /// What the day that was closed has seen; empty before the first.
    [[nodiscard]] QString pastText() const;
    [[nodiscard]] QString segmentsText() const;

    SupervisorDesk &m_desk;
    EmptyState *m_state;
    QLabel *m_past;
    QLabel *m_segments;
    QLabel *m_title;
    QLineEdit *m_day;
    QLabel *m_hint;
    ErrorBanner *m_error;
    KeyButton *m_open;
    bool m_isTyped = false;
    SegmentCountsAnswer m_counts;
    QElapsedTimer m_countedSince; ///< the last answer
    bool m_isCounting = false;
};

} // namespace tiepdon
