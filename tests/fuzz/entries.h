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

/// Bytes as the text of a scanned card: what is kept of it has its form, and written as a card says it, is read
/// again as itself.
std::string wrongWithScan(std::string_view bytes);

/// Bytes as what somebody types into the search field, or as a name, a phone, a number, a day: what can be read is
/// in the form it is kept in, and read again it is the same.
std::string wrongWithAskedText(std::string_view bytes);

/// Where a fuzzer begins: messages the protocol's own values give, one of each; the choices of some long walks;
/// scanned cards; texts of every kind.
std::vector<std::string> sampleMessages();
std::vector<std::string> sampleWalks();
std::vector<std::string> sampleScans();
std::vector<std::string> sampleAskedTexts();

} // namespace tiepdon::testing
