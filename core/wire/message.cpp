// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/message.h"

#include <charconv>

namespace tiepdon {
namespace {

// JSON-RPC's own numbers for its own errors; everything of ours is one number and told apart by name.
std::int64_t rpcNumber(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ParseError:
        return -32700;
    case ErrorCode::InvalidRequest:
        return -32600;
    case ErrorCode::UnknownMethod:
        return -32601;
    case ErrorCode::InvalidParams:
        return -32602;
    default:
        return -32000;
    }
}

Json toErrorJson(const Error &error)
{
    Json data{{"code", std::string(name(error.code))}};
    if (!error.detail.empty())
        data["detail"] = error.detail;
    return {{"code", rpcNumber(error.code)}, {"message", error.message}, {"data", std::move(data)}};
}

Error errorFrom(const Json &json)
{
    Error error{ErrorCode::Internal, "the hub's error could not be read", {}};
    if (!json.is_object())
        return error;
    error.message = json.value("message", Json()).is_string() ? json["message"].get<std::string>() : error.message;
    const Json data = json.value("data", Json::object());
    if (!data.is_object())
        return error;
    const Json code = data.value("code", Json());
    if (code.is_string())
        error.code = errorCode(code.get_ref<const std::string &>()).value_or(ErrorCode::Internal);
    const Json detail = data.value("detail", Json::object());
    if (detail.is_object()) {
        for (const auto &[key, value] : detail.items()) {
            if (value.is_string())
                error.detail[key] = value.get<std::string>();
        }
    }
    return error;
}

Error invalid(const std::string &message) { return {ErrorCode::InvalidRequest, message, {}}; }

std::optional<std::int64_t> wholeId(const Json &json)
{
    const auto it = json.find("id");
    if (it == json.end() || !detail::isWholeNumber(*it))
        return std::nullopt;
    return it->get<std::int64_t>();
}

} // namespace

Result<Message> messageFrom(std::string_view bytes)
{
    auto parsed = parseJson(bytes);
    if (!parsed)
        return std::move(parsed).error();
    Json &json = *parsed;
    if (!json.is_object())
        return invalid("a message is an object; batches are not taken");
    const auto version = json.find("jsonrpc");
    if (version == json.end() || *version != "2.0")
        return invalid("jsonrpc must be \"2.0\"");
    const auto id = wholeId(json);
    if (json.contains("id") && !id && !(json["id"].is_null() && json.contains("error")))
        return invalid("id must be a whole number");

    const auto method = json.find("method");
    if (method != json.end()) {
        if (!method->is_string())
            return invalid("method must be text");
        Request request{id, method->get<std::string>(), Json::object()};
        if (const auto params = json.find("params"); params != json.end()) {
            if (!params->is_object())
                return invalid("params must be an object");
            request.params = std::move(*params);
        }
        return Message(std::move(request));
    }
    if (const auto error = json.find("error"); error != json.end())
        return Message(Reply{id.value_or(0), errorFrom(*error)});
    const auto result = json.find("result");
    if (result == json.end() || !id)
        return invalid("neither a request nor a reply");
    return Message(Reply{*id, std::move(*result)});
}

std::optional<std::int64_t> idIn(std::string_view bytes)
{
    const auto parsed = parseJson(bytes);
    return parsed && parsed->is_object() ? wholeId(*parsed) : std::nullopt;
}

std::string toBytes(const Request &request)
{
    Json json{{"jsonrpc", "2.0"}, {"method", request.method}, {"params", request.params}};
    if (request.id)
        json["id"] = *request.id;
    return toBytes(json);
}

std::string toBytes(const Reply &reply)
{
    Json json{{"jsonrpc", "2.0"}, {"id", reply.id}};
    if (reply.result)
        json["result"] = *reply.result;
    else
        json["error"] = toErrorJson(reply.result.error());
    return toBytes(json);
}

std::string refusalWithoutId(const Error &error)
{
    return toBytes(Json{{"jsonrpc", "2.0"}, {"id", nullptr}, {"error", toErrorJson(error)}});
}

bool isClientName(std::string_view text)
{
    if (text.size() < 8 || text.size() > 40)
        return false;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!isPlain)
            return false;
    }
    return true;
}

Result<OperationId> operationFrom(std::string_view text)
{
    const Error bad{ErrorCode::InvalidParams, "op must be CLIENT:NUMBER", {{"field", "op"}}};
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || !isClientName(text.substr(0, colon)))
        return bad;
    OperationId id{std::string(text.substr(0, colon)), 0};
    const std::string_view digits = text.substr(colon + 1);
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), id.n);
    if (failure != std::errc() || end != digits.data() + digits.size() || id.n < 1 || digits.front() == '0')
        return bad;
    return id;
}

std::string toText(const OperationId &id) { return id.client + ":" + std::to_string(id.n); }

} // namespace tiepdon
