// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/accessmessage.h"

namespace tiepdon {

struct StaffRows {
    std::vector<StaffRow> staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

/// Who may sign in, and as what.
struct StaffList {
    static constexpr std::string_view kMethod = kStaffListMethod;
    using Answer = StaffRows;
    template <class Self, class Visit>
    static void fields(Self &, Visit &&)
    {
    }
};

struct DeviceRows {
    std::vector<DeviceRow> devices;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("devices", self.devices);
    }
};

/// The devices that were ever enrolled.
struct DeviceList {
    static constexpr std::string_view kMethod = kDeviceListMethod;
    using Answer = DeviceRows;
    template <class Self, class Visit>
    static void fields(Self &, Visit &&)
    {
    }
};

} // namespace tiepdon
