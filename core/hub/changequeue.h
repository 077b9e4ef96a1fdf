// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <set>
#include <vector>

namespace tiepdon {

/// What a change about customers reads and writes, so that no other may at the same time.
struct ChangeKey {
    enum class Kind : std::uint8_t { Everything, Identity, Customer, Ticket, Note, Item };

    Kind kind = Kind::Everything; ///< Identity: who has which number
    std::int64_t id = 0;

    friend bool operator==(const ChangeKey &, const ChangeKey &) = default;
    friend bool operator<(const ChangeKey &a, const ChangeKey &b)
    {
        return a.kind == b.kind ? a.id < b.id : a.kind < b.kind;
    }
};

/// Lets changes that have a key in common run one after the other, in the order they came, and all others side by
/// side: each reads what it is decided on, and nothing else may write that until it is on disk. Main thread.
class ChangeQueue
{
public:
    /// To be called once, when the change is on disk or given up.
    using Release = std::function<void()>;
    using Start = std::function<void(Release)>;

    /// Those that wait at most; each is a few KiB.
    static constexpr std::size_t kWaitingMax = 1000;

    /// Starts it at once, or as soon as its keys are free. False when too many wait already.
    [[nodiscard]] bool add(std::vector<ChangeKey> keys, Start start);
    [[nodiscard]] std::size_t waiting() const { return m_state->waiting.size(); }

private:
    struct Waiting {
        std::vector<ChangeKey> keys;
        Start start;
    };
    /// Outlived by changes under way when the hub ends.
    struct State {
        std::multiset<ChangeKey> running;
        std::list<Waiting> waiting;
        bool isPumping = false;
        bool isAgain = false; ///< something ended meanwhile
    };
    static void pump(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace tiepdon
