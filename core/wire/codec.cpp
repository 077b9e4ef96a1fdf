// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"

namespace tiepdon {
namespace {

/// Reads the alternative of `Variant` that `nameOf<Alternative>()` says is called `name`.
template <class Variant, std::size_t index = 0, class NameOf>
Result<Variant> alternative(std::string_view name, const Json &json, UnknownFields unknown, NameOf nameOf,
                            ErrorCode otherwise)
{
    if constexpr (index == std::variant_size_v<Variant>) {
        return Error{otherwise, "nothing is called " + std::string(name), {{"name", std::string(name)}}};
    } else {
        using Alternative = std::variant_alternative_t<index, Variant>;
        if (nameOf(static_cast<Alternative *>(nullptr)) != name)
            return alternative<Variant, index + 1>(name, json, unknown, nameOf, otherwise);
        auto value = fromJson<Alternative>(json, unknown);
        if (!value)
            return std::move(value).error();
        return Variant(std::move(*value));
    }
}

constexpr auto kMethodOf = []<class T>(T *) { return T::kMethod; };
constexpr auto kNameOf = []<class T>(T *) { return T::kName; };

constexpr auto kMethodOfValue = []<class T>(const T &) { return T::kMethod; };

/// Whether one of a variant's alternatives has this method.
template <class Variant>
bool isMethodOf(std::string_view method)
{
    return [&]<std::size_t... i>(std::index_sequence<i...>)
    {
        return ((std::variant_alternative_t<i, Variant>::kMethod == method) || ...);
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>());
}

template <class Variant>
Json fieldsOf(const Variant &value)
{
    return std::visit([](const auto &alternative) { return toJson(alternative); }, value);
}

} // namespace

Result<Command> commandFrom(std::string_view method, const Json &params)
{
    return alternative<Command>(method, params, UnknownFields::Refuse, kMethodOf, ErrorCode::UnknownMethod);
}

Result<AccessCommand> accessCommandFrom(std::string_view method, const Json &params)
{
    return alternative<AccessCommand>(method, params, UnknownFields::Refuse, kMethodOf, ErrorCode::UnknownMethod);
}

Result<CustomerCommand> customerCommandFrom(std::string_view method, const Json &params)
{
    return alternative<CustomerCommand>(method, params, UnknownFields::Refuse, kMethodOf, ErrorCode::UnknownMethod);
}

bool isCustomerCommand(std::string_view method) { return isMethodOf<CustomerCommand>(method); }

bool isCommand(std::string_view method) { return isMethodOf<Command>(method); }

bool isAccessCommand(std::string_view method) { return isMethodOf<AccessCommand>(method); }

std::string_view methodOf(const Command &command) { return std::visit(kMethodOfValue, command); }

std::string_view methodOf(const AccessCommand &command) { return std::visit(kMethodOfValue, command); }

Json paramsOf(const Command &command) { return fieldsOf(command); }

Json paramsOf(const AccessCommand &command) { return fieldsOf(command); }

Json paramsOf(const CustomerCommand &command) { return fieldsOf(command); }

Json bodyOf(const Event &event) { return fieldsOf(event); }

Json bodyOf(const PublicEvent &event) { return fieldsOf(event); }

Result<Event> eventFrom(std::string_view name, const Json &body)
{
    return alternative<Event>(name, body, UnknownFields::Ignore, kNameOf, ErrorCode::InvalidParams);
}

Result<PublicEvent> publicEventFrom(std::string_view name, const Json &body)
{
    return alternative<PublicEvent>(name, body, UnknownFields::Ignore, kNameOf, ErrorCode::InvalidParams);
}

std::string digestOf(const BranchState &state) { return digestOf(toBytes(toJson(state.image()))); }

std::string digestOf(const PublicState &state) { return digestOf(toBytes(toJson(state))); }

} // namespace tiepdon
