// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "core/base/ids.h"
#include "core/queue/publicview.h"
#include "core/queue/quotes.h"
#include "core/wire/json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

// JSON-RPC 2.0 as PROTOCOL.md narrows it: ids are whole numbers, params are objects, no batches.

namespace tiepdon {

struct Request {
    std::optional<std::int64_t> id; ///< none: a notification, never answered
    std::string method;
    Json params = Json::object();
};

struct Reply {
    std::int64_t id = 0;
    Result<Json> result = Json();
};

using Message = std::variant<Request, Reply>;

/// One message from its bytes. ParseError, TooLarge or InvalidRequest.
Result<Message> messageFrom(std::string_view bytes);
/// The id of a request that is otherwise not well-formed, so that it can be answered; nothing if none.
std::optional<std::int64_t> idIn(std::string_view bytes);

std::string toBytes(const Request &request);
std::string toBytes(const Reply &reply);
/// A refusal of something whose id could not be read.
std::string refusalWithoutId(const Error &error);

/// The version of the protocol. Another major is refused; both sides speak the lower minor.
struct ProtocolVersion {
    std::int64_t major = 1;
    std::int64_t minor = 0;

    friend bool operator==(const ProtocolVersion &, const ProtocolVersion &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("major", self.major);
        visit("minor", self.minor);
    }
};

/// What a client listens to. Staff: the branch's events. Public: what displays and kiosks may know.
enum class Stream : std::uint8_t { None, Staff, Public };

constexpr auto names(Stream) { return std::array<std::string_view, 3>{"none", "staff", "public"}; }

/// First message of a client. `epoch` and `seq` say what it has of the stream, if anything.
struct Hello {
    static constexpr std::string_view kMethod = "hello";
    ProtocolVersion protocol;
    std::string app; ///< "tiepdon-teller"
    std::string client; ///< names this run of the program; operation ids begin with it
    Stream stream = Stream::None;
    std::string epoch;
    std::int64_t seq = 0;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("protocol", self.protocol);
        visit("app", self.app);
        visit("client", self.client);
        visit("stream", self.stream);
        visit("epoch", self.epoch);
        visit("seq", self.seq);
    }
};

/// The hub's answer. The missing events or a snapshot follow it.
struct Welcome {
    ProtocolVersion protocol;
    std::string hub; ///< the hub's version
    std::string epoch; ///< one run of the hub; another epoch's numbers mean nothing
    std::int64_t seq = 0; ///< of the stream, now
    TimeMs timeMs = 0;
    double rate = 1.0;
    std::int64_t heartbeatMs = 0; ///< real ms between heartbeats, either way
    std::int64_t deadMs = 0; ///< real ms of silence after which a peer is gone
    DeviceId deviceId; ///< what the hub knows the device as, from the certificate it showed
    std::string device; ///< its name
    DeviceKind kind = DeviceKind::Workplace; ///< a workplace's people sign in; its staff stream begins then
    std::int64_t passwordCharactersMin = 0;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("protocol", self.protocol);
        visit("hub", self.hub);
        visit("epoch", self.epoch);
        visit("seq", self.seq);
        visit("timeMs", self.timeMs);
        visit("rate", self.rate);
        visit("heartbeatMs", self.heartbeatMs);
        visit("deadMs", self.deadMs);
        visit("deviceId", self.deviceId);
        visit("device", self.device);
        visit("kind", self.kind);
        visit("passwordCharactersMin", self.passwordCharactersMin);
    }
};

/// Hub to client: one event of the client's stream.
struct EventNote {
    static constexpr std::string_view kMethod = "event";
    std::int64_t seq = 0;
    TimeMs atMs = 0;
    std::string name;
    Json body;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("atMs", self.atMs);
        visit("name", self.name);
        visit("body", self.body);
    }
};

/// Hub to client: the whole state of the client's stream; StateImage or PublicState.
struct SnapshotNote {
    static constexpr std::string_view kMethod = "snapshot";
    std::string epoch;
    std::int64_t seq = 0;
    Json state;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("epoch", self.epoch);
        visit("seq", self.seq);
        visit("state", self.state);
    }
};

/// Hub to client, every `heartbeatMs`: the state's digest at `seq`, and the hub's clock.
struct HeartbeatNote {
    static constexpr std::string_view kMethod = "heartbeat";
    std::int64_t seq = 0;
    std::string digest;
    TimeMs timeMs = 0;
    double rate = 1.0;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("digest", self.digest);
        visit("timeMs", self.timeMs);
        visit("rate", self.rate);
    }
};

/// Client to hub, every `heartbeatMs`. Whether a person did something there since the last one.
struct ClientHeartbeat {
    static constexpr std::string_view kMethod = "heartbeat";
    std::optional<bool> active;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("active", self.active);
    }
};

/// Client to hub: asks for a snapshot of its stream.
inline constexpr std::string_view kResyncMethod = "resync";

/// Administrator to hub: sets the clock of a hub started for playing a day. Refused with ClockIsReal
/// elsewhere, with InvalidParams for a time before the last event or a rate not in (0, 3600].
struct SetClock {
    static constexpr std::string_view kMethod = "setClock";
    TimeMs timeMs = 0;
    double rate = 1.0;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("timeMs", self.timeMs);
        visit("rate", self.rate);
    }
};

/// Asks how good the waits were that people were told, of the last days. Answered with `days`, newest first, and
/// `isOpen`: whether the first of them still goes on.
struct ScoreQuery {
    static constexpr std::string_view kMethod = "score";
    std::int64_t days = 1; ///< 1–400

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("days", self.days);
    }
};

/// Asks why a ticket was called, each time. Answered with `calls`, oldest first, each with the rule that was in
/// force. UnknownTicket.
struct CallsQuery {
    static constexpr std::string_view kMethod = "calls";
    std::string number; ///< as printed
    std::string businessDay = {}; ///< empty: the last one

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("number", self.number);
        visit("businessDay", self.businessDay, kAddedLater);
    }
};

/// What a command's reply says. `ticket` and `number` are the ticket it was about, if any.
struct CommandReply {
    std::int64_t seq = 0; ///< of the command's last event, or the journal's when it changed nothing
    std::optional<TicketId> ticket;
    std::optional<std::string> number;
    /// Of a ticket just issued: how many wait for its service and stand before it, and how long it will wait from
    /// now on; nothing where that is not known well enough.
    std::optional<std::int64_t> ahead = {};
    std::optional<WaitQuote> wait = {};

    friend bool operator==(const CommandReply &, const CommandReply &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("ticket", self.ticket);
        visit("number", self.number);
        visit("ahead", self.ahead);
        visit("wait", self.wait);
    }
};

/// An operation's name: which run of which client made it, and its how-manieth. On the wire "run:n".
struct OperationId {
    std::string client; ///< 8–40 characters of A–Z a–z 0–9 and -
    std::int64_t n = 0; ///< from 1

    friend bool operator==(const OperationId &, const OperationId &) = default;
};
Result<OperationId> operationFrom(std::string_view text);
std::string toText(const OperationId &id);
/// Whether a text may name a client's run.
bool isClientName(std::string_view text);

} // namespace tiepdon
