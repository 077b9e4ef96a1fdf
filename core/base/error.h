// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tiepdon {

/// Every reason a request can be refused or a step can fail. The names are part of the protocol
/// (PROTOCOL.md lists them); sentences for people are made from them in `ui/` and in the command line.
enum class ErrorCode : std::uint8_t {
    // the message itself
    ParseError,
    InvalidRequest,
    UnknownMethod,
    InvalidParams,
    TooLarge,
    RateLimited,
    HelloRequired,
    VersionMismatch,
    StreamMismatch,
    // the branch
    NotDefined,
    UnknownService,
    UnknownCounter,
    UnknownProfile,
    UnknownStaff,
    UnknownTicket,
    UnknownSegment,
    UnknownPriorityReason,
    UnknownOutcome,
    DayNotOpen,
    DayAlreadyOpen,
    DayInThePast,
    TicketsInService,
    CounterNotOpen,
    CounterOccupied,
    StaffElsewhere,
    CounterBusy,
    CounterOnBreak,
    CounterChanged,
    ServiceUnserved,
    ServiceClosed,
    ServiceFull,
    BookingTooEarly,
    BookingTooLate,
    NumberTaken,
    TicketNotHere,
    WrongState,
    NobodyWaiting,
    RecallLimitReached,
    CalledTooSoon,
    OutcomeRequired,
    TooManySteps,
    SeriesFull,
    // customers
    UnknownCustomer,
    CustomerExists,
    CustomerChanged,
    UnknownNote,
    UnknownOpenItem,
    UnknownIdentifier,
    UnknownConsent,
    ConsentNeeded,
    ReasonNeeded,
    IdentityExpired,
    // the branch's settings, alerts and days
    SettingChanged,
    SettingInUse,
    DecisionNeeded,
    UnknownAlert,
    UnknownAlertRule,
    UnknownMessage,
    UnknownDay,
    // devices and people
    DeviceUnknown,
    DeviceRevoked,
    EnrolmentUnknown,
    EnrolmentUsed,
    EnrolmentExpired,
    SignInNeeded,
    SignInRefused,
    SignInDelayed,
    AccountDisabled,
    SessionEnded,
    SessionLocked,
    PasswordChangeNeeded,
    PasswordTooWeak,
    NotAllowed,
    AccountTaken,
    UnknownDevice,
    LastAdministrator,
    Busy,
    // the hub
    OperationReused,
    StorageFull,
    StorageFailed,
    HubStopping,
    ClockIsReal,
    // files, directories, databases
    FileNotReadable,
    FileNotWritable,
    BadFile,
    DirectoryInUse,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseDamaged,
    NotInitialised,
    AlreadyInitialised,
    // the client's own
    Offline,
    Timeout,
    TrustFailed,
    NotEnrolled,
    CodeDamaged,
    SecretsLocked,
    SecretsFailed,
    Internal,
};

/// The protocol's name of a code, for example "NobodyWaiting".
std::string_view name(ErrorCode code);
/// The code of a name, or nothing when this version does not know it.
std::optional<ErrorCode> errorCode(std::string_view name);

/// Why something did not happen. `message` is for developers, in English; `detail` holds the facts a
/// sentence for people needs (who is at the counter, which line of a file), by name.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::map<std::string, std::string> detail;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace tiepdon
