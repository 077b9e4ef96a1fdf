// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

#include <cstddef>
#include <functional>
#include <string>

namespace tiepdon {

/// Hashes and checks passwords (Argon2id) on two threads of its own, so that many sign-ins at once cost the hub
/// neither its memory nor its main thread. Owned by the hub, used on its thread. Passwords are wiped when they were
/// used, or were not.
class PasswordHasher : public QObject
{
public:
    /// What one hash costs. The default is RELIABILITY's: 64 MiB, 3 passes, about a tenth of a second.
    struct Cost {
        unsigned long long opsLimit = 3; ///< passes over the memory
        std::size_t memBytes = 64 * 1024 * 1024;
    };
    static constexpr int kThreads = 2; ///< 128 MiB; on a branch's small PC more would be felt
    static constexpr int kWaitingMax = 64; ///< about four seconds; who comes later is told Busy at once

    /// Ends the program when libsodium cannot begin: there would be no randomness.
    explicit PasswordHasher(Cost cost, QObject *parent = nullptr);
    explicit PasswordHasher(QObject *parent = nullptr) : PasswordHasher(Cost(), parent) { }
    /// Drops what has not begun and waits for what has; nothing is told any more.
    ~PasswordHasher() override;

    /// Whether `password` (clean) is the one `hash` was made of: `done` is called on this thread, later, and not at
    /// all once `context` is gone. False also for a hash that is none. Busy when too many wait; then `done` is
    /// dropped.
    Result<void> verify(std::string hash, std::string password, QObject *context, std::function<void(bool)> done);
    /// A hash of `password` (clean) with its salt and cost, as libsodium writes it, under 128 bytes; empty when
    /// there was no memory for it. Otherwise as above.
    Result<void> hash(std::string password, QObject *context, std::function<void(std::string)> done);

    /// A hash that no password fits and that costs what real ones do: to check when there is no such account, so
    /// that time does not tell.
    [[nodiscard]] const std::string &dummyHash() const { return m_dummyHash; }
    /// Jobs begun or waiting.
    [[nodiscard]] int pending() const { return m_pending; }

private:
    template <class Outcome>
    Result<void> run(std::function<Outcome()> job, QObject *context, std::function<void(Outcome)> done);

    Cost m_cost;
    std::string m_dummyHash;
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace tiepdon
