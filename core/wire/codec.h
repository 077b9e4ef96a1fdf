// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"
#include "core/queue/event.h"
#include "core/queue/publicview.h"
#include "core/wire/accessmessage.h"
#include "core/wire/customermessage.h"
#include "core/wire/json.h"

#include <string>
#include <string_view>

namespace tiepdon {

/// The command a method and its parameters (without "op") stand for. UnknownMethod when there is no such
/// command, InvalidParams when the parameters are not exactly its fields.
Result<Command> commandFrom(std::string_view method, const Json &params);
/// Whether a method is a command (changes the branch, carries an operation id).
bool isCommand(std::string_view method);
std::string_view methodOf(const Command &command);
Json paramsOf(const Command &command);

/// The same for changes of devices and staff.
Result<AccessCommand> accessCommandFrom(std::string_view method, const Json &params);
bool isAccessCommand(std::string_view method);
std::string_view methodOf(const AccessCommand &command);
Json paramsOf(const AccessCommand &command);

/// The same for changes about customers.
Result<CustomerCommand> customerCommandFrom(std::string_view method, const Json &params);
bool isCustomerCommand(std::string_view method);
Json paramsOf(const CustomerCommand &command);

/// An event's fields, without its name.
Json bodyOf(const Event &event);
Json bodyOf(const PublicEvent &event);
/// The event of a name and its fields; fields not known are ignored. InvalidParams otherwise.
Result<Event> eventFrom(std::string_view name, const Json &body);
Result<PublicEvent> publicEventFrom(std::string_view name, const Json &body);

/// What two mirrors of one state share. Cost: linear in the open tickets; taken once a heartbeat.
std::string digestOf(const BranchState &state);
std::string digestOf(const PublicState &state);

} // namespace tiepdon
