// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "core/wire/frame.h"
#include "core/wire/message.h"
#include "tests/fuzz/entries.h"
#include "tests/wire/filled.h"

namespace tiepdon::testing {
namespace {

/// A value that was read, written and read again: the same bytes, or what they were of.
template <class T>
std::string wrongWithValue(std::string_view what, const Json &json, UnknownFields unknown)
{
    const auto first = fromJson<T>(json, unknown);
    if (!first)
        return {};
    const std::string bytes = toBytes(toJson(*first));
    const auto parsed = parseJson(bytes);
    if (!parsed)
        return std::string(what) + " is written so that it is no JSON: " + bytes;
    const auto second = fromJson<T>(*parsed, UnknownFields::Refuse);
    if (!second)
        return std::string(what) + " cannot be read again: " + bytes;
    if (toBytes(toJson(*second)) != bytes)
        return std::string(what) + " is read again as another: " + bytes;
    return {};
}

template <class Value, class From, class Body, class Name>
std::string wrongWithAlternative(std::string_view method, const Json &params, From from, Body body, Name nameOf)
{
    const Result<Value> first = from(method, params);
    if (!first)
        return {};
    if (nameOf(*first) != method)
        return std::string(method) + " is read as " + std::string(nameOf(*first));
    const std::string bytes = toBytes(body(*first));
    const auto parsed = parseJson(bytes);
    const Result<Value> second = parsed ? from(method, *parsed) : Result<Value>(parsed.error());
    if (!second || second->index() != first->index() || toBytes(body(*second)) != bytes)
        return std::string(method) + " does not come back: " + bytes;
    return {};
}

/// Any image is a state, that is wrong or not, and its own image is one that stays.
std::string wrongWithImage(const Json &json)
{
    const auto image = fromJson<StateImage>(json, UnknownFields::Ignore);
    if (!image)
        return {};
    const BranchState state(*image);
    const auto ignored = violations(state);
    const StateImage again = state.image();
    if (ignored.empty() && !(BranchState(again).image() == again))
        return "a state without violations is another after its image: " + toBytes(json);
    return {};
}

std::string wrongWithRequest(const Request &request)
{
    const auto commandName = [](const Command &command) { return methodOf(command); };
    const auto accessName = [](const AccessCommand &command) { return methodOf(command); };
    const auto commandFields = [](const Command &command) { return paramsOf(command); };
    const auto accessFields = [](const AccessCommand &command) { return paramsOf(command); };
    const auto eventFields = [](const auto &event) { return bodyOf(event); };
    const auto eventName = [](const auto &event) { return name(event); };

    Json params = request.params;
    if (const auto op = params.find("op"); op != params.end()) {
        if (op->is_string()) {
            const auto id = operationFrom(op->get_ref<const std::string &>());
            if (id && toText(*id) != op->get_ref<const std::string &>())
                return "an operation's id is written as " + toText(*id);
        }
        params.erase(op);
    }
    std::vector<std::string> found;
    found.push_back(wrongWithAlternative<Command>(request.method, params, commandFrom, commandFields, commandName));
    found.push_back(
        wrongWithAlternative<AccessCommand>(request.method, params, accessCommandFrom, accessFields, accessName));
    if (commandFrom(request.method, params) && !isCommand(request.method))
        found.push_back(request.method + " is read as a command and is none");
    if (request.method == Hello::kMethod)
        found.push_back(wrongWithValue<Hello>("hello", params, UnknownFields::Refuse));
    if (request.method == HeartbeatNote::kMethod) {
        found.push_back(wrongWithValue<HeartbeatNote>("the hub's heartbeat", params, UnknownFields::Ignore));
        found.push_back(wrongWithValue<ClientHeartbeat>("a heartbeat", params, UnknownFields::Refuse));
    }
    if (request.method == SetClock::kMethod)
        found.push_back(wrongWithValue<SetClock>("setClock", params, UnknownFields::Refuse));
    if (request.method == EventNote::kMethod) {
        if (const auto note = fromJson<EventNote>(params, UnknownFields::Ignore)) {
            found.push_back(wrongWithAlternative<Event>(note->name, note->body, eventFrom, eventFields, eventName));
            found.push_back(
                wrongWithAlternative<PublicEvent>(note->name, note->body, publicEventFrom, eventFields, eventName));
            if (const auto event = eventFrom(note->name, note->body)) {
                BranchState state; // total, whatever the event is about
                apply(state, *event, note->atMs);
            }
        }
    }
    if (request.method == SnapshotNote::kMethod) {
        if (const auto note = fromJson<SnapshotNote>(params, UnknownFields::Ignore)) {
            found.push_back(wrongWithValue<StateImage>("a state", note->state, UnknownFields::Ignore));
            found.push_back(wrongWithValue<PublicState>("a public state", note->state, UnknownFields::Ignore));
            found.push_back(wrongWithImage(note->state));
        }
    }
    for (const std::string &wrong : found) {
        if (!wrong.empty())
            return wrong;
    }
    return {};
}

std::string wrongWithOne(std::string_view bytes)
{
    const auto message = messageFrom(bytes);
    const auto id = idIn(bytes);
    if (!message)
        return {};
    const auto *request = std::get_if<Request>(&*message);
    const std::string written = request ? toBytes(*request) : toBytes(std::get<Reply>(*message));
    const auto again = messageFrom(written);
    if (!again || again->index() != message->index())
        return "a message cannot be read again: " + written;
    if (!request) {
        const auto &first = std::get<Reply>(*message);
        const auto &second = std::get<Reply>(*again);
        const bool isSame = first.id == second.id && first.result.isOk() == second.result.isOk()
            && (first.result ? *first.result == *second.result : first.result.error() == second.result.error());
        return isSame ? std::string() : "a reply is read again as another: " + written;
    }
    const auto &second = std::get<Request>(*again);
    if (second.id != request->id || second.method != request->method || second.params != request->params
        || id != request->id)
        return "a request is read again as another: " + written;
    return wrongWithRequest(*request);
}

std::string asRequest(std::string_view method, Json params, std::optional<std::int64_t> id)
{
    if (id)
        params["op"] = "fuzzfuzz:" + std::to_string(*id);
    return toBytes(Request{id, std::string(method), std::move(params)});
}

} // namespace

std::string wrongWithMessage(std::string_view bytes)
{
    // as a stream that comes in two pieces, and the messages that stand in it by their lengths
    std::vector<std::string> wanted;
    std::vector<std::string> found;
    for (std::string_view left = bytes; left.size() >= 4;) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = length * 256 + static_cast<unsigned char>(left[i]);
        if (length > limits::kFrameBytesFromClient || length > left.size() - 4)
            break;
        wanted.emplace_back(left.substr(4, length));
        left.remove_prefix(4 + length);
    }
    FrameReader reader(limits::kFrameBytesFromClient);
    const std::size_t half = bytes.size() / 2;
    for (const std::string_view piece : {bytes.substr(0, half), bytes.substr(half)}) {
        reader.append(piece);
        for (auto next = reader.next(); next && *next; next = reader.next())
            found.push_back(**next);
    }
    if (found != wanted)
        return "the stream is cut into other messages than stand in it";
    found.emplace_back(bytes);
    for (const std::string &message : found) {
        if (std::string wrong = wrongWithOne(message); !wrong.empty())
            return wrong;
    }
    return {};
}

std::vector<std::string> sampleMessages()
{
    std::vector<std::string> messages;
    std::int64_t id = 0;
    for (const auto &commands : {everyFilled<Command>(), everyEmpty<Command>()}) {
        for (const Command &command : commands)
            messages.push_back(asRequest(methodOf(command), paramsOf(command), ++id));
    }
    for (const AccessCommand &command : everyFilled<AccessCommand>())
        messages.push_back(asRequest(methodOf(command), paramsOf(command), ++id));
    for (const Event &event : everyFilled<Event>())
        messages.push_back(asRequest(EventNote::kMethod,
                                     toJson(EventNote{++id, id, std::string(name(event)), bodyOf(event)}), {}));
    for (const PublicEvent &event : everyFilled<PublicEvent>())
        messages.push_back(asRequest(EventNote::kMethod,
                                     toJson(EventNote{++id, id, std::string(name(event)), bodyOf(event)}), {}));
    messages.push_back(asRequest(Hello::kMethod, toJson(filled<Hello>()), {}));
    messages.push_back(asRequest(HeartbeatNote::kMethod, toJson(filled<HeartbeatNote>()), {}));
    messages.push_back(asRequest(SetClock::kMethod, toJson(filled<SetClock>()), 1));
    for (const Json &state : {toJson(filled<StateImage>()), toJson(filled<PublicState>())})
        messages.push_back(asRequest(SnapshotNote::kMethod, toJson(SnapshotNote{"epoch", 7, state}), {}));
    messages.push_back(toBytes(Reply{7, Json{{"seq", 3}}}));
    messages.push_back(toBytes(Reply{7, Error{ErrorCode::CounterBusy, "ticket A012", {{"number", "A012"}}}}));
    messages.push_back(framed(messages.front()) + framed(messages.back()));
    return messages;
}

} // namespace tiepdon::testing
