// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What the fuzzer runs, and a short deterministic test too. Each takes any bytes and gives back what is wrong with
// what the program made of them, or nothing.

namespace tiepdon::testing {

/// Bytes from a peer: frames, messages, commands, events, states. What can be read must come back the same when it
/// is written and read again.
std::string wrongWithMessage(std::string_view bytes);

/// Bytes as the choices of a walk through a small branch, command by command, while the clock jumps. After each
/// step the invariants hold, and a mirror and a branch begun anew from the image are the same branch.
std::string wrongWithSequence(std::string_view bytes);

/// Where a fuzzer begins: messages the protocol's own values give, one of each; and the choices of some long walks.
std::vector<std::string> sampleMessages();
std::vector<std::string> sampleWalks();

} // namespace tiepdon::testing
