// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/accessquestion.h"
#include "core/wire/settingmessage.h"
#include "ui/session/fixedlink.h"

#include <QObject>

#include <vector>

namespace tiepdon {

/// What a hub's desk of settings, accounts and devices answers, for a FixedLink: changes are decided by the engine
/// and kept with their history, staff and devices are lists in memory. For demo states and window tests; a child of
/// the link.
class DemoSettings : public QObject
{
    Q_OBJECT

public:
    explicit DemoSettings(FixedLink &link);

    /// As somebody else's change: decided, done and kept.
    Result<SettingReply> change(const AskForSettings &ask, StaffId by, const std::vector<Role> &roles);

    std::vector<SettingChange> changes; ///< oldest first
    std::vector<StaffRow> staff;
    std::vector<DeviceRow> devices;
    std::vector<AccessCommand> administered; ///< what was asked for, oldest first

private:
    [[nodiscard]] Result<Json> answer(const std::string &method, const Json &params);
    [[nodiscard]] Result<Json> history(const Json &params) const;
    [[nodiscard]] Result<Json> administer(const AccessCommand &command);
    [[nodiscard]] StaffRow *row(StaffId id);
    [[nodiscard]] DeviceRow *device(DeviceId id);

    FixedLink &m_link;
};

/// Devices and accounts of the made-up branch.
void fillDemoSettings(DemoSettings &settings);

} // namespace tiepdon
