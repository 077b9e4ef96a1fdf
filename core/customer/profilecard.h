// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/profilefield.h"
#include "core/customer/records.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// Something to be careful about, said by the records.
enum class Signal : std::uint8_t {
    FirstVisit, ///< never served here before
    ComesLess, ///< came clearly less often in the last 90 days than before
    MissedTurns, ///< a no-show among the last three visits
    LowScore, ///< the last score was 1 or 2
    OpenComplaint,
    LatePromise,
    GoalNotReached, ///< at the last visit
};

constexpr auto names(Signal)
{
    return std::array<std::string_view, 7>{"firstVisit",    "comesLess",   "missedTurns",   "lowScore",
                                           "openComplaint", "latePromise", "goalNotReached"};
}

/// Somebody whose profile may be of the same person.
struct LikelyDuplicate {
    CustomerId customer;
    std::string name;
    std::string because; ///< names of what agrees, parted by commas: "document", "phone", "name", "birthDate"
    bool isStrong = false;

    friend bool operator==(const LikelyDuplicate &, const LikelyDuplicate &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("name", self.name);
        visit("because", self.because);
        visit("isStrong", self.isStrong);
    }
};

/// A customer as one role may see them: values masked or left out, and `hidden` says which. Lists are newest first.
struct CustomerCard {
    Customer customer; ///< name empty while it is hidden before the call
    std::string givenName = {}; ///< to be addressed by
    std::vector<ProfileField> hidden = {}; ///< fields left out for this role
    std::vector<ProfileField> masked = {}; ///< fields shown in part; `revealField` shows one whole
    bool isNameHidden = false; ///< until the call
    std::vector<Signal> signals = {};
    std::vector<OpenItem> openItems = {};
    std::vector<EarlierStep> visits = {}; ///< at most 10 steps
    std::vector<Happening> happenings
        = {}; ///< purchases, transactions, conversations, scores, what was declined: at most 20
    std::vector<CustomerNote> notes = {};
    std::vector<StageChange> stages = {}; ///< the latest of each product
    std::vector<ProductHeld> products = {}; ///< held now
    std::vector<Consent> consents = {}; ///< all, also those withdrawn
    std::vector<StaffId> servedBy = {}; ///< who served them before, the latest first, at most 5
    std::vector<LikelyDuplicate> duplicates = {};
    std::int64_t completePercent = 0;
    std::vector<ProfileField> missing = {}; ///< what a complete profile would have too
    std::int64_t visitsInYear = 0;
    std::int64_t visitsEver = 0;

    friend bool operator==(const CustomerCard &, const CustomerCard &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("givenName", self.givenName, kAddedLater);
        visit("hidden", self.hidden, kAddedLater);
        visit("masked", self.masked, kAddedLater);
        visit("isNameHidden", self.isNameHidden, kAddedLater);
        visit("signals", self.signals, kAddedLater);
        visit("openItems", self.openItems, kAddedLater);
        visit("visits", self.visits, kAddedLater);
        visit("happenings", self.happenings, kAddedLater);
        visit("notes", self.notes, kAddedLater);
        visit("stages", self.stages, kAddedLater);
        visit("products", self.products, kAddedLater);
        visit("consents", self.consents, kAddedLater);
        visit("servedBy", self.servedBy, kAddedLater);
        visit("duplicates", self.duplicates, kAddedLater);
        visit("completePercent", self.completePercent, kAddedLater);
        visit("missing", self.missing, kAddedLater);
        visit("visitsInYear", self.visitsInYear, kAddedLater);
        visit("visitsEver", self.visitsEver, kAddedLater);
    }
};

} // namespace tiepdon
