// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <string>
#include <vector>

// What a branch is made of. Every value lists its fields once, in `fields`; the wire's codec, the
// journal and the digest all go by that list, so a field added there is sent, kept and compared.

namespace tiepdon {

/// A text in the branch's two languages. English may be empty: then Vietnamese stands for it.
struct LocalText {
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string &english() const { return en.empty() ? vi : en; }
    friend bool operator==(const LocalText &, const LocalText &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("vi", self.vi);
        visit("en", self.en);
    }
};

/// What people come for.
struct Service {
    ServiceId id;
    LocalText name;
    /// Letter of its tickets, A–Z without I, O and Q (read as 1, 0 and 0). Services may share one.
    std::string series;
    TimeMs expectedMs = 0; ///< usual service time
    TimeMs serviceLevelMs = 0; ///< the wait promised to most people

    friend bool operator==(const Service &, const Service &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("series", self.series);
        visit("expectedMs", self.expectedMs);
        visit("serviceLevelMs", self.serviceLevelMs);
    }
};

/// Which services a counter serves, in order of preference.
struct WorkProfile {
    ProfileId id;
    LocalText name;
    std::vector<ServiceId> services;

    friend bool operator==(const WorkProfile &, const WorkProfile &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("services", self.services);
    }
};

/// A place where one person at a time is served.
struct Counter {
    CounterId id;
    std::int64_t number = 0; ///< what its sign shows, 1–999
    ProfileId profile; ///< what it opens with unless told otherwise

    friend bool operator==(const Counter &, const Counter &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("number", self.number);
        visit("profile", self.profile);
    }
};

/// Somebody who works here.
struct Staff {
    StaffId id;
    std::string name;

    friend bool operator==(const Staff &, const Staff &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
    }
};

/// The branch's own facts and rules.
struct BranchSettings {
    LocalText name;
    std::int64_t utcOffsetMin = 7 * 60; ///< local time ahead of UTC; Vietnam has no summer time
    std::int64_t numberDigits = 3; ///< digits of a printed number, 2–5
    std::int64_t recallLimit = 2; ///< recalls of one call
    std::int64_t noShowMisses = 2; ///< the miss that ends a ticket
    std::int64_t noShowPlacesBack = 3; ///< where an earlier miss puts the person

    friend bool operator==(const BranchSettings &, const BranchSettings &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("name", self.name);
        visit("utcOffsetMin", self.utcOffsetMin);
        visit("numberDigits", self.numberDigits);
        visit("recallLimit", self.recallLimit);
        visit("noShowMisses", self.noShowMisses);
        visit("noShowPlacesBack", self.noShowPlacesBack);
    }
};

/// A whole branch as a person defines it.
struct BranchSetup {
    BranchSettings settings;
    std::vector<Service> services;
    std::vector<WorkProfile> profiles;
    std::vector<Counter> counters;
    std::vector<Staff> staff;

    friend bool operator==(const BranchSetup &, const BranchSetup &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("settings", self.settings);
        visit("services", self.services);
        visit("profiles", self.profiles);
        visit("counters", self.counters);
        visit("staff", self.staff);
    }
};

/// Checks a whole branch and gives it back with its texts cleaned. Refused with InvalidParams (TooLarge
/// for a long text), `detail` naming where: "list" (services, profiles, counters, staff or settings),
/// "index" (position in the list, from 0) and "field".
Result<BranchSetup> checked(BranchSetup setup);

} // namespace tiepdon
