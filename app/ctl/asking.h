// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"

#include <QDateTime>

#include <functional>
#include <map>
#include <vector>

namespace tiepdon {

// What the commands about devices and staff have in common. Each ends the program when it is refused.

/// Sends a change and ends the program with what `answer` makes of its result.
void change(const Context &context, HubClient &hub, const AccessCommand &command,
            const std::function<int(const Json &)> &answer);
/// Asks a question and goes on with its result.
void question(const Context &context, HubClient &hub, std::string_view method, const Json &params,
              const std::function<void(const Json &)> &next);

void withStaff(const Context &context, HubClient &hub, const std::function<void(std::vector<StaffRow>)> &next);
void withDevices(const Context &context, HubClient &hub, const std::function<void(std::vector<DeviceRow>)> &next);
/// The one with this account or id. UnknownStaff.
void withMember(const Context &context, HubClient &hub, const QString &accountOrId,
                const std::function<void(const StaffRow &)> &next);

/// "teller,supervisor" as roles; nothing for what is none.
std::optional<std::vector<Role>> rolesFrom(const QString &text);
QString rolesText(const std::vector<Role> &roles);

/// A day's start (or, with `isEnd`, its end) or a moment, where this machine is; nothing for what is none.
std::optional<TimeMs> timeFrom(const QString &text, bool isEnd);
/// What `timeFrom` takes, in words.
inline const QString kDayFormat = QStringLiteral("a day, YYYY-MM-DD, or a time, YYYY-MM-DDTHH:MM");
/// A moment of the system's clock where this machine is: "2026-03-02 14:05".
QString momentText(TimeMs time);

/// Columns under a line of headings, as wide as what is in them.
QString tableText(const QStringList &headings, const std::vector<QStringList> &rows);

} // namespace tiepdon
