// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/figurecolumns.h"
#include "app/supervisor/supervisordesk.h"
#include "core/wire/figuresmessage.h"
#include "ui/session/csvtext.h"

#include <QElapsedTimer>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class FigureCard;
class FigureChart;
class FiguresModel;
class NoteBar;

/// The figures of a business day: headline, charts by half hour, a table by half hour, service, segment or counter;
/// as a file too. Today's are asked for again every few seconds while they are shown; what is reckoned is reckoned
/// by the hub.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    explicit TodayPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// It is shown from now on.
    void load();
    /// A second has passed while it is shown.
    void tick();
    /// A business day, "YYYY-MM-DD"; empty: today.
    void showDay(const std::string &day);
    void showGroup(FigureGroup group);
    /// What is shown; nothing while nothing is known.
    [[nodiscard]] const std::optional<DayFigures> &figures() const { return m_figures; }
    /// Writes what is shown into a file; says in place how that came out.
    void saveCsv(const QString &file, CsvStyle style);
    void savePdf(const QString &file);

Q_SIGNALS:
    /// Somebody wants to see the tickets behind a figure.
    void ticketsAsked(const tiepdon::FigureTickets &tickets);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeNotes();
    [[nodiscard]] QWidget *makeFigures();
    void fillFilters();
    void ask();
    void take(const Result<DayFigures> &answer);
    /// The day wanted: what was chosen, else today by the hub's clock, or the day that is open.
    [[nodiscard]] std::string dayWanted() const;
    [[nodiscard]] std::string today() const;
    [[nodiscard]] bool isToday() const { return m_day.empty(); }
    void chooseDay(const std::string &day);
    void askTickets(FigureKind kind, std::optional<std::int64_t> halfHourMin, const FigureFilter &filter);
    void openCell(const QModelIndex &index);
    void chooseCsvFile();
    void choosePdfFile();
    void noteSaved(const Result<void> &written, const QString &file);
    void showFigures(const DayFigures &figures);
    void refresh();
    void retranslate();

    SupervisorDesk &m_desk;
    FiguresModel *m_model;
    QLabel *m_title;
    QPushButton *m_todayButton;
    QPushButton *m_yesterdayButton;
    QLineEdit *m_dayEdit;
    QComboBox *m_service;
    QComboBox *m_segment;
    QComboBox *m_counter;
    QPushButton *m_csv;
    QPushButton *m_pdf;
    QLabel *m_period;
    QCheckBox *m_leaveOut;
    ErrorBanner *m_error;
    NoteBar *m_note;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content = nullptr;
    std::vector<FigureCard *> m_cards;
    std::array<FigureChart *, 3> m_charts = {};
    QComboBox *m_group;
    QLabel *m_tableNote;
    QTableView *m_table;

    std::string m_day; ///< chosen; empty: today
    std::optional<DayFigures> m_figures;
    std::optional<Error> m_problem; ///< why there are none
    int m_asking = 0; ///< number of the last question
    bool m_isAsked = false;
    bool m_isOwed = false; ///< the last question was not answered: it is asked again
    QElapsedTimer m_since; ///< the last answer
};

} // namespace tiepdon
