// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/changequeue.h"

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

constexpr ChangeKey kEverything{ChangeKey::Kind::Everything, 0};

/// Whether something with these keys must wait for what has those.
bool conflict(const std::vector<ChangeKey> &keys, const std::multiset<ChangeKey> &taken)
{
    if (taken.empty() || keys.empty()) // what has no key crosses nothing
        return false;
    return taken.contains(kEverything) || std::any_of(keys.begin(), keys.end(), [&](const ChangeKey &key) {
               return key == kEverything || taken.contains(key);
           });
}

} // namespace

bool ChangeQueue::add(std::vector<ChangeKey> keys, Start start)
{
    if (m_state->waiting.size() >= kWaitingMax)
        return false;
    m_state->waiting.push_back({std::move(keys), std::move(start)});
    pump(m_state);
    return true;
}

void ChangeQueue::pump(const std::shared_ptr<State> &state)
{
    state->isAgain = true;
    if (state->isPumping) // what was started has ended at once
        return;
    state->isPumping = true;
    while (std::exchange(state->isAgain, false)) {
        std::multiset<ChangeKey> taken = state->running;
        for (auto it = state->waiting.begin(); it != state->waiting.end();) {
            if (conflict(it->keys, taken)) {
                taken.insert(it->keys.begin(), it->keys.end()); // nobody overtakes who waits for the same
                ++it;
                continue;
            }
            Waiting next = std::move(*it);
            it = state->waiting.erase(it);
            taken.insert(next.keys.begin(), next.keys.end());
            state->running.insert(next.keys.begin(), next.keys.end());
            next.start([state, keys = next.keys] {
                for (const ChangeKey &key : keys)
                    state->running.erase(state->running.find(key));
                pump(state);
            });
        }
    }
    state->isPumping = false;
}

} // namespace tiepdon
