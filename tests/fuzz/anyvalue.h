// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/json.h"
#include "tests/queue/choices.h"

#include <array>
#include <utility>

namespace tiepdon::testing {

/// A value of any type the wire knows, whatever the choices make of it: sensible or not.
template <class T>
T anyValue(Choices &choices)
{
    if constexpr (std::same_as<T, std::string>) {
        constexpr std::array kTexts
            = {"", "A", "I", "Tên", "2026-05-01", "2026-05-02", "2026-13-40", "\x01\xCC\x81", "{ticket}/x\n", "vi"};
        return kTexts.at(static_cast<std::size_t>(choices.below(kTexts.size())));
    } else if constexpr (std::same_as<T, bool>) {
        return choices.below(2) == 1;
    } else if constexpr (std::same_as<T, std::int64_t>) {
        return choices.any();
    } else if constexpr (detail::IsId<T>::value) {
        return T{choices.any()};
    } else if constexpr (detail::Named<T>) {
        return static_cast<T>(choices.below(static_cast<std::int64_t>(names(T{}).size())));
    } else if constexpr (detail::IsList<T>::value) {
        T list;
        for (std::int64_t left = choices.below(3); left > 0; --left)
            list.push_back(anyValue<typename T::value_type>(choices));
        return list;
    } else if constexpr (detail::IsOptional<T>::value) {
        return choices.below(2) == 0 ? T() : T(anyValue<typename T::value_type>(choices));
    } else {
        T value{};
        T::fields(value, [&](const char *, auto &part, auto...) {
            part = anyValue<std::decay_t<decltype(part)>>(choices);
        });
        return value;
    }
}

/// Any of a variant's alternatives.
template <class Variant, std::size_t index = 0>
Variant anyOf(Choices &choices, std::int64_t which)
{
    if constexpr (index + 1 < std::variant_size_v<Variant>) {
        if (which != static_cast<std::int64_t>(index))
            return anyOf<Variant, index + 1>(choices, which);
    }
    return Variant(anyValue<std::variant_alternative_t<index, Variant>>(choices));
}
template <class Variant>
Variant anyOf(Choices &choices)
{
    return anyOf<Variant>(choices, choices.below(static_cast<std::int64_t>(std::variant_size_v<Variant>)));
}

} // namespace tiepdon::testing
