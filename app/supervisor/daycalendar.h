// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFrame>

#include <map>

class QLabel;
class QTableWidget;
class QToolButton;

namespace tiepdon {

/// A month at a time, Monday first, in which one of the days that are kept is chosen; the others cannot be. Opens
/// over the window and closes when a day is chosen, with Escape, and when something else is clicked.
class DayCalendar : public QFrame
{
    Q_OBJECT

public:
    explicit DayCalendar(QWidget *parent = nullptr);

    /// The days that can be chosen, each with what is said of it beside its date.
    void setDays(std::map<QDate, QString> days);
    /// Opens below `anchor` with `day` in front, or the last day there is.
    void openBelow(const QWidget &anchor, const QDate &day);

Q_SIGNALS:
    void chosen(const QDate &day);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QDate dayOf(int row, int column) const;
    void showMonth(const QDate &month);
    void moveTo(const QDate &day);
    /// The last day that is kept and not after `day`; the first that is not before it; invalid if there is none.
    [[nodiscard]] QDate before(const QDate &day) const;
    [[nodiscard]] QDate from(const QDate &day) const;
    /// To the next month before or after that has a day, to about the same day of it.
    void turn(int months);
    void choose(const QDate &day);
    [[nodiscard]] bool onKey(int key);
    void retranslate();

    std::map<QDate, QString> m_days;
    QDate m_month; ///< its first day
    QDate m_day; ///< in front
    QToolButton *m_earlier;
    QLabel *m_title;
    QToolButton *m_later;
    QTableWidget *m_table;
};

} // namespace tiepdon
