// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <span>
#include <string_view>

// The lists invented people are drawn from. Weights are parts of the sum of their list.

namespace tiepdon::invented {

struct Word {
    std::string_view text;
    int weight = 1;
};

std::span<const Word> familyNames(); ///< about as common as in Vietnam
std::span<const Word> middleNames(bool isFemale, bool isOld);
std::span<const Word> givenNames(bool isFemale, bool isOld);
std::span<const Word> foreignNames();
std::span<const Word> streets();
std::span<const Word> wards();
std::span<const Word> provinces();
std::span<const Word> wishes();
std::span<const Word> notes();
std::span<const Word> promises();
std::span<const Word> complaints();
std::span<const Word> talks();
std::span<const Word> asked(); ///< what was declined
std::span<const Word> refusals(); ///< why
std::span<const Word> alternatives();

struct Product {
    std::string_view name;
    int heldPercent = 0; ///< of all people
    std::int64_t priceMin = 0; ///< đồng; 0: nothing is paid at once
    std::int64_t priceMax = 0;
};
std::span<const Product> products();

} // namespace tiepdon::invented
