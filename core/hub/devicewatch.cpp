// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/devicewatch.h"

#include <algorithm>

namespace tiepdon {
namespace {

bool isShutOut(const AccessState &access, DeviceId id)
{
    const Device *device = access.device(id);
    return !device || device->revokedMs.has_value();
}

} // namespace

void DeviceWatch::came(DeviceId device, DeviceKind kind)
{
    if (kind != DeviceKind::Workplace)
        ++m_seen[device].connections;
}

void DeviceWatch::left(DeviceId device, TimeMs now)
{
    const auto it = m_seen.find(device);
    if (it == m_seen.end() || it->second.connections == 0)
        return;
    if (--it->second.connections == 0)
        it->second.goneMs = now;
}

void DeviceWatch::reported(DeviceId device, PrinterCondition printer, TimeMs now)
{
    if (printer == PrinterCondition::Out)
        m_outMs.try_emplace(device, now);
    else
        m_outMs.erase(device);
}

void DeviceWatch::resume(const Alert &alert)
{
    if (!alert.isOpen() || !alert.subject.device.isSet())
        return;
    const TimeMs since = alert.raisedMs - alert.threshold; // the threshold is how long it had been so
    if (alert.kind == AlertKind::DeviceLost)
        m_seen.try_emplace(alert.subject.device, Seen{0, since});
    else if (alert.kind == AlertKind::PrinterOut)
        m_outMs.try_emplace(alert.subject.device, since);
}

void DeviceWatch::beginDay()
{
    std::erase_if(m_seen, [](const auto &each) { return each.second.connections == 0; });
    std::erase_if(m_outMs, [this](const auto &each) { return !m_seen.contains(each.first); });
}

std::vector<DeviceTrouble> DeviceWatch::lost(const AccessState &access) const
{
    std::vector<DeviceTrouble> found;
    for (const auto &[id, seen] : m_seen) {
        if (seen.connections == 0 && !isShutOut(access, id))
            found.push_back({id, seen.goneMs});
    }
    return found;
}

std::vector<DeviceTrouble> DeviceWatch::printersOut(const AccessState &access) const
{
    std::vector<DeviceTrouble> found;
    for (const auto &[id, since] : m_outMs) {
        if (!isShutOut(access, id))
            found.push_back({id, since});
    }
    return found;
}

} // namespace tiepdon
