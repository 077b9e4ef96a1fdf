// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>
#include <cstddef>

namespace tiepdon {
namespace {

constexpr std::array kNames = {
    std::string_view("ParseError"),
    std::string_view("InvalidRequest"),
    std::string_view("UnknownMethod"),
    std::string_view("InvalidParams"),
    std::string_view("TooLarge"),
    std::string_view("RateLimited"),
    std::string_view("HelloRequired"),
    std::string_view("VersionMismatch"),
    std::string_view("StreamMismatch"),
    std::string_view("NotDefined"),
    std::string_view("UnknownService"),
    std::string_view("UnknownCounter"),
    std::string_view("UnknownProfile"),
    std::string_view("UnknownStaff"),
    std::string_view("UnknownTicket"),
    std::string_view("UnknownSegment"),
    std::string_view("UnknownPriorityReason"),
    std::string_view("UnknownOutcome"),
    std::string_view("DayNotOpen"),
    std::string_view("DayAlreadyOpen"),
    std::string_view("DayInThePast"),
    std::string_view("TicketsInService"),
    std::string_view("CounterNotOpen"),
    std::string_view("CounterOccupied"),
    std::string_view("StaffElsewhere"),
    std::string_view("CounterBusy"),
    std::string_view("CounterOnBreak"),
    std::string_view("CounterChanged"),
    std::string_view("ServiceUnserved"),
    std::string_view("ServiceClosed"),
    std::string_view("ServiceFull"),
    std::string_view("BookingTooEarly"),
    std::string_view("BookingTooLate"),
    std::string_view("NumberTaken"),
    std::string_view("TicketNotHere"),
    std::string_view("WrongState"),
    std::string_view("NobodyWaiting"),
    std::string_view("RecallLimitReached"),
    std::string_view("CalledTooSoon"),
    std::string_view("OutcomeRequired"),
    std::string_view("TooManySteps"),
    std::string_view("SeriesFull"),
    std::string_view("UnknownCustomer"),
    std::string_view("CustomerExists"),
    std::string_view("CustomerChanged"),
    std::string_view("UnknownNote"),
    std::string_view("UnknownOpenItem"),
    std::string_view("UnknownIdentifier"),
    std::string_view("UnknownConsent"),
    std::string_view("ConsentNeeded"),
    std::string_view("ReasonNeeded"),
    std::string_view("IdentityExpired"),
    std::string_view("SettingChanged"),
    std::string_view("SettingInUse"),
    std::string_view("DecisionNeeded"),
    std::string_view("UnknownAlert"),
    std::string_view("UnknownAlertRule"),
    std::string_view("UnknownMessage"),
    std::string_view("UnknownDay"),
    std::string_view("DeviceUnknown"),
    std::string_view("DeviceRevoked"),
    std::string_view("EnrolmentUnknown"),
    std::string_view("EnrolmentUsed"),
    std::string_view("EnrolmentExpired"),
    std::string_view("SignInNeeded"),
    std::string_view("SignInRefused"),
    std::string_view("SignInDelayed"),
    std::string_view("AccountDisabled"),
    std::string_view("SessionEnded"),
    std::string_view("SessionLocked"),
    std::string_view("PasswordChangeNeeded"),
    std::string_view("PasswordTooWeak"),
    std::string_view("NotAllowed"),
    std::string_view("AccountTaken"),
    std::string_view("UnknownDevice"),
    std::string_view("LastAdministrator"),
    std::string_view("Busy"),
    std::string_view("OperationReused"),
    std::string_view("StorageFull"),
    std::string_view("StorageFailed"),
    std::string_view("HubStopping"),
    std::string_view("ClockIsReal"),
    std::string_view("FileNotReadable"),
    std::string_view("FileNotWritable"),
    std::string_view("BadFile"),
    std::string_view("DirectoryInUse"),
    std::string_view("DatabaseNewer"),
    std::string_view("DatabaseOlder"),
    std::string_view("DatabaseDamaged"),
    std::string_view("NotInitialised"),
    std::string_view("AlreadyInitialised"),
    std::string_view("Offline"),
    std::string_view("Timeout"),
    std::string_view("TrustFailed"),
    std::string_view("NotEnrolled"),
    std::string_view("CodeDamaged"),
    std::string_view("SecretsLocked"),
    std::string_view("SecretsFailed"),
    std::string_view("Internal"),
};
static_assert(kNames.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

} // namespace

std::string_view name(ErrorCode code) { return kNames.at(static_cast<std::size_t>(code)); }

std::optional<ErrorCode> errorCode(std::string_view name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames.at(i) == name)
            return static_cast<ErrorCode>(i);
    }
    return std::nullopt;
}

} // namespace tiepdon
