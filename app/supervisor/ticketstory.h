// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/wire/historymessage.h"

#include <QFrame>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class StateChip;

/// The story of one ticket: each step with its times, who and where, how it came out, why it was called, and why
/// its figures are not to be believed where they are not. The link must outlive it.
class TicketStory : public QFrame
{
    Q_OBJECT

public:
    explicit TicketStory(BranchLink &link, QWidget *parent = nullptr);

    /// Shows a ticket; asks why it was called.
    void showTicket(const DayTicketRow &row, std::int64_t utcOffsetMin);
    void clear();
    [[nodiscard]] const std::optional<DayTicketRow> &row() const { return m_row; }

Q_SIGNALS:
    /// To be shown as the branch was then.
    void momentAsked(const std::string &businessDay, qint64 atMs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void askCalls();
    void add(TimeMs atMs, const QString &text);
    void addStep(const StoryStep &step);
    void goToChosen();

    BranchLink &m_link;
    std::optional<DayTicketRow> m_row;
    std::vector<CallTold> m_calls;
    std::int64_t m_offsetMin = 0;
    int m_asking = 0;
    EmptyState *m_none;
    QWidget *m_content;
    QLabel *m_number;
    StateChip *m_state;
    QLabel *m_about;
    QLabel *m_suspect;
    QListWidget *m_steps;
    ErrorBanner *m_error;
    QPushButton *m_go;
};

} // namespace tiepdon
