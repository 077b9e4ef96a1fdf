// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/wire/advicemessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace tiepdon {

/// Asks the hub what moves would change, for whoever is about to make them: a moment after they stand still, the
/// latest alone, and again when the answer has grown old. It never stands in the way of a move. The desk must
/// outlive it.
class EffectPreview : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Asking, Known, Refused };

    /// Moves that change within it are asked about once.
    static constexpr int kStandMs = 150;
    /// After it the floor is another.
    static constexpr qint64 kFreshMs = 20000;

    explicit EffectPreview(SupervisorDesk &desk, QObject *parent = nullptr);

    /// None: as `clear`.
    void ask(const std::vector<FloorMove> &moves);
    void clear();
    /// Asks at once what would be asked in a moment.
    void hurry();
    [[nodiscard]] State state() const { return m_state; }
    /// Null unless it is known.
    [[nodiscard]] const MoveEffect *effect() const { return m_effect ? &*m_effect : nullptr; }
    /// In the language windows speak now, a line for each service that changes much; or why there is none. Empty
    /// without a question.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed();

private:
    void send();
    void take(const Result<WhatIfAnswer> &answer);

    SupervisorDesk &m_desk;
    State m_state = State::None;
    std::vector<FloorMove> m_asked;
    std::optional<MoveEffect> m_effect;
    ErrorCode m_refusal = ErrorCode::Internal;
    int m_number = 0; ///< of the question under way; answers to others are late
    QTimer m_stand;
    QElapsedTimer m_age;
};

/// What an effect is, in words: "P80 wait for Loans 24 → 13 min, promises kept 61 → 84 %", the largest changes
/// first.
[[nodiscard]] QString effectText(const BranchState &branch, const MoveEffect &effect);

/// Moves of counters as the forecast takes them. Who takes a counter over from somebody else counts as nobody's
/// change but in the work profile: how fast the one is and the other differs little.
[[nodiscard]] std::vector<FloorMove> floorMovesOf(const std::vector<CounterMove> &moves);

} // namespace tiepdon
