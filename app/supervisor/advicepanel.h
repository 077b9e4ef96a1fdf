// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/wire/advicemessage.h"

#include <QFrame>
#include <QTimer>

#include <optional>
#include <vector>

class QLabel;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// What the hub advises to do with the counters now: a piece of advice with what it would bring, followed or
/// dismissed with one press; or that nothing is to be done; and how good advice was so far. Asks when it is shown,
/// when counters have changed, and about once a minute while anybody waits. The desk must outlive it.
class AdvicePanel : public QFrame
{
    Q_OBJECT

public:
    enum class State { Idle, Asking, Known, Offline, Refused };

    /// While anybody waits, by the branch's clock; in a fast played day not sooner than `kAskRealMsMin`.
    static constexpr int kAskMs = 60'000;
    static constexpr int kAskRealMsMin = 4'000;
    /// After counters changed: more may follow.
    static constexpr int kSettleMs = 1'500;
    static constexpr std::int64_t kScoreDays = 7;

    explicit AdvicePanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<AdviceAnswer> &answer() const { return m_answer; }
    void ask();
    /// Where there is little height how good advice was is told by a tip alone.
    void setShort(bool isShort);
    /// Makes the move a piece of advice is about, and says that it was followed. Nothing for a hint.
    void follow(std::size_t advice);
    /// Says that it will not be followed; it is not shown again for a while.
    void dismiss(std::size_t advice);

Q_SIGNALS:
    void whatIfAsked();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Row {
        QFrame *frame = nullptr;
        QLabel *move = nullptr;
        QLabel *effect = nullptr;
        KeyButton *follow = nullptr;
        KeyButton *dismiss = nullptr;
    };

    void addRow(std::size_t number);
    void askScore();
    void settle(AdviceId advice, bool isFollowed);
    void takeOff(AdviceId advice);
    void onTimer();
    void wait();
    void take(const Result<AdviceAnswer> &answer);
    void refresh();
    void retranslate();
    [[nodiscard]] QString stateText() const;

    SupervisorDesk &m_desk;
    State m_state = State::Idle;
    std::optional<AdviceAnswer> m_answer;
    std::optional<AdviceScore> m_score;
    int m_number = 0; ///< of the question under way
    QTimer m_timer;
    QLabel *m_title;
    QLabel *m_said;
    KeyButton *m_more;
    KeyButton *m_whatIf;
    std::vector<Row> m_rows;
    ErrorBanner *m_error;
    QLabel *m_scoreLine;
    bool m_isShort = false;
};

} // namespace tiepdon
