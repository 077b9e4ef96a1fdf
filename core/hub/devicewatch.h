// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/accessstate.h"
#include "core/alerting/view.h"
#include "core/wire/noticemessage.h"

#include <map>
#include <vector>

namespace tiepdon {

/// Which devices that ask nobody to sign in (kiosks, displays, sensors) were here today and are gone, and which say
/// that they cannot print. A plain value; times are the branch's.
class DeviceWatch
{
public:
    /// A connection of a device began. Of workplaces nothing is kept: people turn them off.
    void came(DeviceId device, DeviceKind kind);
    /// One ended.
    void left(DeviceId device, TimeMs now);
    /// What a device says of its printer.
    void reported(DeviceId device, PrinterCondition printer, TimeMs now);
    /// As an alert that was open before a restart had it, until the device is heard of again.
    void resume(const Alert &alert);
    /// A business day begins: who is not here is not missed any more.
    void beginDay();

    /// In order of id; without those shut out.
    [[nodiscard]] std::vector<DeviceTrouble> lost(const AccessState &access) const;
    [[nodiscard]] std::vector<DeviceTrouble> printersOut(const AccessState &access) const;

private:
    struct Seen {
        int connections = 0;
        TimeMs goneMs = 0; ///< since when there is none
    };

    std::map<DeviceId, Seen> m_seen;
    std::map<DeviceId, TimeMs> m_outMs; ///< since when a printer is out
};

} // namespace tiepdon
