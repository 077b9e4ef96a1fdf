// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/json.h"

#include <type_traits>

namespace tiepdon::testing {

/// Gives every field of a value, as deep as it goes, something that is not what it begins with, and no two
/// numbers or texts the same: what is lost or mixed up on the way shows.
template <class T>
void fill(T &value, std::int64_t &count)
{
    if constexpr (std::same_as<T, std::string>) {
        value = "Chữ \"" + std::to_string(++count) + "\" \\";
    } else if constexpr (std::same_as<T, bool>) {
        value = true;
    } else if constexpr (std::same_as<T, std::int64_t>) {
        value = ++count;
    } else if constexpr (std::same_as<T, double>) {
        value = static_cast<double>(++count) + 0.25;
    } else if constexpr (std::same_as<T, Json>) {
        value = Json{{"any", ++count}};
    } else if constexpr (detail::IsId<T>::value) {
        value.value = ++count;
    } else if constexpr (detail::Named<T>) {
        value = static_cast<T>(names(value).size() - 1);
    } else if constexpr (detail::IsList<T>::value) {
        value.clear();
        for (int i = 0; i < 2; ++i)
            fill(value.emplace_back(), count);
    } else if constexpr (detail::IsOptional<T>::value) {
        fill(value.emplace(), count);
    } else {
        T::fields(value, [&](const char *, auto &part, auto...) { fill(part, count); });
    }
}

template <class T>
T filled()
{
    T value{};
    std::int64_t count = 0;
    fill(value, count);
    return value;
}

/// One filled value of every alternative of a variant.
template <class Variant, std::size_t... i>
std::vector<Variant> everyFilled(std::index_sequence<i...>)
{
    return {Variant(filled<std::variant_alternative_t<i, Variant>>())...};
}
template <class Variant>
std::vector<Variant> everyFilled()
{
    return everyFilled<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

/// The same with nothing filled: empty texts, empty lists, nothing optional.
template <class Variant, std::size_t... i>
std::vector<Variant> everyEmpty(std::index_sequence<i...>)
{
    return {Variant(std::variant_alternative_t<i, Variant>{})...};
}
template <class Variant>
std::vector<Variant> everyEmpty()
{
    return everyEmpty<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

} // namespace tiepdon::testing
