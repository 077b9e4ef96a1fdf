// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"
#include "core/wire/json.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

// Messages that people of a branch send to counters and to the lobby.

namespace tiepdon {

enum class MessageTo : std::uint8_t { Counter, AllCounters, Lobby };

constexpr auto names(MessageTo) { return std::array<std::string_view, 3>{"counter", "allCounters", "lobby"}; }

struct BranchMessage {
    MessageId id;
    MessageTo to = MessageTo::AllCounters;
    CounterId counter = {}; ///< of MessageTo::Counter
    ZoneId zone = {}; ///< of MessageTo::Lobby; 0: every display
    LocalText text; ///< to staff: Vietnamese stands for both
    StaffId by = {}; ///< left out of what displays get
    TimeMs sentMs = 0;
    TimeMs untilMs = 0;
    TimeMs endedMs = 0; ///< taken back; 0: not
    std::vector<CounterId> seenAt = {}; ///< counters where it was seen; left out of what displays get
    friend bool operator==(const BranchMessage &, const BranchMessage &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("to", self.to);
        visit("counter", self.counter, kAddedLater);
        visit("zone", self.zone, kAddedLater);
        visit("text", self.text);
        visit("by", self.by, kAddedLater);
        visit("sentMs", self.sentMs);
        visit("untilMs", self.untilMs);
        visit("endedMs", self.endedMs, kAddedLater);
        visit("seenAt", self.seenAt, kAddedLater);
    }
};

/// Hub to all who listen, unnumbered: the messages that stand, newest first; displays get those to the lobby. Again
/// whenever one changes or its time is up.
struct MessagesNote {
    static constexpr std::string_view kMethod = "messages";
    std::vector<BranchMessage> messages = {};
    friend bool operator==(const MessagesNote &, const MessagesNote &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("messages", self.messages, kAddedLater);
    }
};

struct MessageReply {
    MessageId message;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("message", self.message);
    }
};

/// UnknownCounter; InvalidParams or TooLarge for the text (1–`kMessageCharactersMax`) or the time it stands (a
/// minute to a day); Busy beyond `kMessagesMax` that stand.
struct SendMessage {
    static constexpr std::string_view kMethod = "sendMessage";
    using Answer = MessageReply;
    MessageTo to = MessageTo::AllCounters;
    CounterId counter = {};
    ZoneId zone = {};
    LocalText text;
    TimeMs forMs = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("to", self.to);
        visit("counter", self.counter, kAddedLater);
        visit("zone", self.zone, kAddedLater);
        visit("text", self.text);
        visit("forMs", self.forMs);
    }
};

/// UnknownMessage when it no longer stands.
struct WithdrawMessage {
    static constexpr std::string_view kMethod = "withdrawMessage";
    using Answer = MessageReply;
    MessageId message;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("message", self.message);
    }
};

/// Whoever sits at a counter has read it (own: at the counter where one is signed on). UnknownMessage.
struct SeeMessage {
    static constexpr std::string_view kMethod = "seeMessage";
    using Answer = MessageReply;
    MessageId message;
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("message", self.message);
        visit("counter", self.counter);
    }
};

/// What a line of a screen and a lobby's running line can show.
constexpr std::size_t kMessageCharactersMax = 200;
constexpr std::size_t kMessagesMax = 30;

} // namespace tiepdon
