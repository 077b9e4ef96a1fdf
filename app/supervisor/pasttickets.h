// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/pastticketsmodel.h"
#include "core/client/branchlink.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace tiepdon {

class NoteBar;
class TablePane;
class TicketStory;

/// The tickets of days, or behind a figure: narrowed, sorted, suspects marked and left out, each with its story,
/// and written to a file for a spreadsheet. The link must outlive it.
class PastTickets : public QWidget
{
    Q_OBJECT

public:
    explicit PastTickets(BranchLink &link, QWidget *parent = nullptr);

    /// The tickets behind a figure; of a day without more said, all of it.
    void showTickets(const FigureTickets &tickets);
    void showSuspectsOnly();
    /// The list again, as it is by now.
    void reload();
    void clear();
    /// Where the keyboard is at work in it.
    [[nodiscard]] QWidget *table() const;
    /// Names in the lists of choices are the branch's of now.
    void fillChoices();
    [[nodiscard]] const PastTicketsModel &model() const { return *m_model; }
    /// Writes the whole list as a table; says how that went.
    void exportTo(const QString &file);

Q_SIGNALS:
    void momentAsked(const std::string &businessDay, qint64 atMs);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFilters();
    void setUpTable();
    /// As many columns as the table has room for, the most needed first; the story beside it tells the rest.
    void fitColumns();
    void applyFilters();
    void showFilters();
    void refresh();
    void retranslate();
    void askFile();
    void collect(DayTicketsQuery query, const QString &file, std::vector<DayTicketRow> rows);
    void write(const QString &file, const std::vector<DayTicketRow> &rows);
    [[nodiscard]] QString periodText() const;

    BranchLink &m_link;
    PastTicketsModel *m_model;
    FigureTickets m_tickets; ///< the days, and what a figure says beside the choices
    bool m_isFilling = false;
    bool m_isExporting = false;
    int m_exporting = 0; ///< an answer of an earlier one is not written
    QComboBox *m_kind;
    QComboBox *m_halfHour;
    QComboBox *m_service;
    QComboBox *m_segment;
    QComboBox *m_counter;
    QComboBox *m_staff;
    QComboBox *m_state;
    QCheckBox *m_leaveOut;
    QCheckBox *m_suspectsOnly;
    QPushButton *m_clear;
    QPushButton *m_export;
    QLabel *m_count;
    QTableView *m_table;
    TablePane *m_pane;
    NoteBar *m_note;
    TicketStory *m_story;
};

} // namespace tiepdon
