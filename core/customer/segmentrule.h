// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <string>
#include <vector>

namespace tiepdon {

/// What segments ask of a customer.
struct SegmentFacts {
    const Customer &customer;
    const std::vector<ProductHeld> &products;
    std::int64_t visitsInYear = 0;
};

/// Whether a profile meets all conditions of a segment; a segment without any is given by hand alone. Tiers and
/// products are compared as they are searched for (`folded`), products as held on that day. Of whom only the year
/// of birth is known nothing is assumed: they are at least 75 in the year they become 76. `today`: the local day.
bool meets(const Segment &segment, const SegmentFacts &facts, const std::string &today);

/// The segment of the highest rank a profile meets (of equal rank the one of the lower id); 0: ordinary.
SegmentId segmentOf(const std::vector<Segment> &segments, const SegmentFacts &facts, const std::string &today);

/// Whether a product is held on a day.
bool isHeld(const ProductHeld &product, const std::string &today);

} // namespace tiepdon
