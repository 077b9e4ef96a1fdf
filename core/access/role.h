// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tiepdon {

/// What somebody, or a device without a person, is here for. A person may have several.
enum class Role : std::uint8_t {
    Kiosk, ///< a device that gives tickets; nobody signs in
    Display, ///< a device that shows calls; nobody signs in
    Teller,
    Greeter,
    Supervisor,
    BackOffice,
    Administrator, ///< devices, staff and what the branch is made of; not its customers
    Auditor, ///< reads everything that was done, changes nothing
    Sensor, ///< another system that reports who came in; nobody signs in
};

constexpr std::size_t kRoleCount = 9;

constexpr auto names(Role)
{
    return std::array<std::string_view, kRoleCount>{
        "kiosk", "display", "teller", "greeter", "supervisor", "backOffice", "administrator", "auditor", "sensor"};
}

/// What a device is enrolled as.
enum class DeviceKind : std::uint8_t { Workplace, Kiosk, Display, Sensor };

constexpr auto names(DeviceKind)
{
    return std::array<std::string_view, 4>{"workplace", "kiosk", "display", "sensor"};
}

/// The name of a value of an enumeration that has `names`.
template <class Enum>
constexpr std::string_view nameOf(Enum value)
{
    return names(value).at(static_cast<std::size_t>(value));
}

} // namespace tiepdon
