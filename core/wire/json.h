// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

// Values to JSON and back, by the field list every value carries. Objects are written with their keys in
// alphabetical order, so equal values have equal bytes: the digest and the hash chain go by them.

namespace tiepdon {

using Json = nlohmann::json;

/// What to do with a field the reader does not know: a client's is refused, the hub's is ignored.
enum class UnknownFields : std::uint8_t { Refuse, Ignore };

/// Bytes to JSON. Refused with TooLarge when nested deeper than `limits::kJsonDepthMax`, with ParseError
/// when malformed or not UTF-8.
Result<Json> parseJson(std::string_view bytes);
/// JSON to its shortest bytes.
std::string toBytes(const Json &json);
/// FNV-1a, 64 bits, of bytes, as 16 hexadecimal digits: tells two states apart, keeps no secret.
std::string digestOf(std::string_view bytes);

namespace detail {

template <class T>
concept Named = std::is_enum_v<T> && requires(T value)
{
    names(value);
};

template <class T>
struct IsId : std::false_type {
};
template <class Kind>
struct IsId<Id<Kind>> : std::true_type {
};

template <class T>
struct IsList : std::false_type {
};
template <class T>
struct IsList<std::vector<T>> : std::true_type {
};

template <class T>
struct IsOptional : std::false_type {
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {
};

} // namespace detail

/// A value as JSON. An empty optional leaves its field out, and so does what is marked with `kAddedLater` and is as
/// it begins.
template <class T>
Json toJson(const T &value)
{
    if constexpr (
        std::same_as<
            T,
            std::
                string> || std::same_as<T, bool> || std::same_as<T, std::int64_t> || std::same_as<T, double> || std::same_as<T, Json>) {
        return value;
    } else if constexpr (detail::IsId<T>::value) {
        return value.value;
    } else if constexpr (detail::Named<T>) {
        return std::string(names(value).at(static_cast<std::size_t>(value)));
    } else if constexpr (detail::IsList<T>::value) {
        Json list = Json::array();
        for (const auto &item : value)
            list.push_back(toJson(item));
        return list;
    } else {
        Json object = Json::object();
        T::fields(value, [&](const char *field, const auto &part, auto... addedLater) {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (sizeof...(addedLater) > 0) {
                if (part == Part{})
                    return;
            }
            if constexpr (detail::IsOptional<Part>::value) {
                if (part)
                    object[field] = toJson(*part);
            } else {
                object[field] = toJson(part);
            }
        });
        return object;
    }
}

namespace detail {

inline Error badField(const std::string &path, const std::string &message)
{
    return {
        ErrorCode::InvalidParams, (path.empty() ? std::string("params") : path) + " " + message, {{"field", path}}};
}

inline std::string childPath(const std::string &path, std::string_view field)
{
    return path.empty() ? std::string(field) : path + "." + std::string(field);
}

/// Whether it is written without fraction or exponent and fits 64 bits with a sign.
inline bool isWholeNumber(const Json &json)
{
    return json.is_number_integer()
        && (!json.is_number_unsigned()
            || json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
}

template <class T>
Result<void> read(const Json &json, T &value, UnknownFields unknown, const std::string &path);

template <class T>
Result<void> readObject(const Json &json, T &value, UnknownFields unknown, const std::string &path)
{
    if (!json.is_object())
        return badField(path, "must be an object");
    Result<void> result;
    std::size_t known = 0;
    T::fields(value, [&](const char *field, auto &part, auto... addedLater) {
        if (!result)
            return;
        using Part = std::decay_t<decltype(part)>;
        const auto it = json.find(field);
        if (it == json.end()) {
            if constexpr (IsOptional<Part>::value || sizeof...(addedLater) > 0)
                part = Part{};
            else
                result = badField(childPath(path, field), "is missing");
            return;
        }
        ++known;
        if constexpr (IsOptional<Part>::value)
            result = read(*it, part.emplace(), unknown, childPath(path, field));
        else
            result = read(*it, part, unknown, childPath(path, field));
    });
    if (!result || unknown == UnknownFields::Ignore || known == json.size())
        return result;
    for (auto item = json.begin(); item != json.end(); ++item) {
        const std::string &field = item.key();
        bool isKnown = false;
        T::fields(value, [&](const char *name, auto &, auto...) { isKnown = isKnown || field == name; });
        if (!isKnown)
            return badField(childPath(path, field), "is not known");
    }
    return result;
}

template <class T>
Result<void> read(const Json &json, T &value, UnknownFields unknown, const std::string &path)
{
    if constexpr (std::same_as<T, Json>) {
        value = json;
    } else if constexpr (std::same_as<T, std::string>) {
        if (!json.is_string())
            return badField(path, "must be text");
        value = json.get<std::string>();
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.is_boolean())
            return badField(path, "must be true or false");
        value = json.get<bool>();
    } else if constexpr (std::same_as<T, double>) {
        if (!json.is_number())
            return badField(path, "must be a number");
        value = json.get<double>();
    } else if constexpr (std::same_as<T, std::int64_t>) {
        if (!isWholeNumber(json))
            return badField(path, "must be a whole number");
        value = json.get<std::int64_t>();
    } else if constexpr (IsId<T>::value) {
        return read(json, value.value, unknown, path);
    } else if constexpr (Named<T>) {
        const auto known = names(value);
        for (std::size_t i = 0; json.is_string() && i < known.size(); ++i) {
            if (known.at(i) == json.get_ref<const std::string &>()) {
                value = static_cast<T>(i);
                return {};
            }
        }
        return badField(path, "is not one of the names known");
    } else if constexpr (IsList<T>::value) {
        if (!json.is_array())
            return badField(path, "must be a list");
        value.clear();
        value.reserve(json.size());
        for (const Json &item : json) {
            const std::string itemPath = path + "[" + std::to_string(value.size()) + "]";
            if (auto r = read(item, value.emplace_back(), unknown, itemPath); !r)
                return r;
        }
    } else {
        return readObject(json, value, unknown, path);
    }
    return {};
}

} // namespace detail

/// JSON to a value. Refused with InvalidParams; the message names the field and `detail` has its path.
template <class T>
Result<T> fromJson(const Json &json, UnknownFields unknown)
{
    T value{};
    if (auto r = detail::read(json, value, unknown, {}); !r)
        return std::move(r).error();
    return value;
}

} // namespace tiepdon
