// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sentence.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// A fact of an error, or "?" when it did not come along.
QString fact(const Error &error, const char *name)
{
    const auto it = error.detail.find(name);
    return it == error.detail.end() || it->second.empty() ? QStringLiteral("?") : fromUtf8(it->second);
}

QString stateWord(const QString &protocolName)
{
    if (protocolName == QLatin1String("waiting"))
        return Words::tr("waiting");
    if (protocolName == QLatin1String("called"))
        return Words::tr("called");
    if (protocolName == QLatin1String("serving"))
        return Words::tr("being served");
    if (protocolName == QLatin1String("cancelled"))
        return Words::tr("cancelled");
    if (protocolName == QLatin1String("parked"))
        return Words::tr("parked");
    if (protocolName == QLatin1String("wrapUp"))
        return Words::tr("in wrap-up");
    if (protocolName == QLatin1String("abandoned"))
        return Words::tr("gone without being served");
    return Words::tr("closed");
}

QString ofMessage(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ParseError:
    case ErrorCode::InvalidRequest:
    case ErrorCode::UnknownMethod:
    case ErrorCode::InvalidParams:
    case ErrorCode::HelloRequired:
    case ErrorCode::StreamMismatch:
    case ErrorCode::OperationReused:
        return Words::tr("The hub did not understand this program; nothing was changed. Restart the program; if it "
                         "happens again, tell the administrator (%1).")
            .arg(QString::fromLatin1(name(error.code).data(), static_cast<qsizetype>(name(error.code).size())));
    case ErrorCode::TooLarge:
        return Words::tr("That is more than the hub takes at once; nothing was changed. Shorten it and try again.");
    case ErrorCode::RateLimited:
        return Words::tr(
            "Too many requests in a short time; nothing was changed. Wait a few seconds and try again.");
    case ErrorCode::VersionMismatch:
        return Words::tr(
            "This program and the hub are of different versions. Ask the administrator to update one of "
            "them; it connects by itself afterwards.");
    default:
        return {};
    }
}

QString ofBranch(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotDefined:
        return Words::tr("The branch has no services yet. Ask the administrator to import its definition.");
    case ErrorCode::UnknownService:
        return Words::tr("This service no longer exists. Choose another one.");
    case ErrorCode::UnknownCounter:
        return Words::tr("This counter does not exist. Choose another one.");
    case ErrorCode::UnknownProfile:
        return Words::tr("This work profile does not exist. Choose another one.");
    case ErrorCode::UnknownStaff:
        return Words::tr("This member of staff is not known here. Choose another name.");
    case ErrorCode::UnknownTicket:
        return Words::tr("This ticket is already closed. Look at what is on the screen now and go on from there.");
    case ErrorCode::UnknownSegment:
        return Words::tr("This customer segment no longer exists. Choose another one.");
    case ErrorCode::UnknownPriorityReason:
        return Words::tr("This reason for priority no longer exists. Choose another one.");
    case ErrorCode::UnknownOutcome:
        return Words::tr("This outcome no longer exists. Choose another one.");
    case ErrorCode::DayNotOpen:
        return Words::tr("The business day is not open. Ask the supervisor to open it, then try again.");
    case ErrorCode::DayAlreadyOpen:
        return Words::tr("The business day %1 is open already. Close it first.").arg(fact(error, "day"));
    case ErrorCode::DayInThePast:
        return Words::tr("A later day, %1, was open already. Choose that day or a later one.")
            .arg(fact(error, "day"));
    case ErrorCode::TicketsInService:
        return Words::tr("%1 people are called or being served. Let the counters finish, then close the day.")
            .arg(fact(error, "count"));
    case ErrorCode::CounterNotOpen:
        if (error.detail.contains("takenBy"))
            return Words::tr("%1 took over counter %2. Choose another counter, or ask them.")
                .arg(fact(error, "takenBy"), fact(error, "counter"));
        return Words::tr("Nobody is signed on at this counter any longer. Sign on again.");
    case ErrorCode::CounterOccupied:
        return Words::tr("%1 is signed on at this counter. Choose another counter, or take this one over.")
            .arg(fact(error, "name"));
    case ErrorCode::StaffElsewhere:
        return Words::tr(
                   "This member of staff is signed on at counter %1. Sign off there first, or choose another name.")
            .arg(fact(error, "counter"));
    case ErrorCode::CounterBusy:
        return Words::tr("%1 is still at this counter. Finish, transfer or mark as no-show first.")
            .arg(fact(error, "number"));
    case ErrorCode::CounterOnBreak:
        return Words::tr("This counter is on a break. End the break first, then call.");
    case ErrorCode::CounterChanged:
        return fact(error, "byName").isEmpty()
            ? Words::tr(
                "Somebody else changed this counter in the meantime; nothing was changed by you. Look at how "
                "it is now, then decide again.")
            : Words::tr(
                  "%1 changed this counter in the meantime; nothing was changed by you. Look at how it is now, "
                  "then decide again.")
                  .arg(fact(error, "byName"));
    case ErrorCode::ServiceUnserved:
        return Words::tr(
            "Some services would be left without an open counter; nothing was changed. Ask the supervisor to move "
            "another counter there first.");
    default:
        return {};
    }
}

/// What is about one ticket, or getting one.
QString ofTicket(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServiceClosed:
        if (error.detail.contains("opens"))
            return Words::tr(
                       "This service is closed at this time and opens at %1. Choose another one, or come back "
                       "then.")
                .arg(fact(error, "opens"));
        return Words::tr("This service is closed at this time. Choose another one, or come back when it opens.");
    case ErrorCode::ServiceFull:
        return Words::tr("All %1 tickets of this service are given out for today. Choose another service, or come "
                         "back tomorrow.")
            .arg(fact(error, "limit"));
    case ErrorCode::BookingTooEarly:
        return Words::tr(
                   "It is too early for this booking: its ticket is given from %1 on. Come back then, or take a "
                   "ticket without the booking.")
            .arg(fact(error, "from"));
    case ErrorCode::BookingTooLate:
        return Words::tr("This booking was kept until %1 and has lapsed. Take a ticket without it.")
            .arg(fact(error, "until"));
    case ErrorCode::NumberTaken:
        return Words::tr("The number %1 is on another open ticket by now, so this one cannot come back. Give the "
                         "person a new ticket.")
            .arg(fact(error, "number"));
    case ErrorCode::TicketNotHere:
        return Words::tr("%1 is no longer at this counter. Look at what is on the screen now and go on from there.")
            .arg(fact(error, "number"));
    case ErrorCode::WrongState:
        return Words::tr("%1 is %2 now, so this step does not fit. Choose a step that is offered.")
            .arg(fact(error, "number"), stateWord(fact(error, "state")));
    case ErrorCode::NobodyWaiting:
        return Words::tr("Nobody waits for your services. The next ticket will appear here by itself.");
    case ErrorCode::RecallLimitReached:
        return Words::tr(
                   "%1 was recalled %2 times, as often as this branch allows. Start if the person came, or mark as "
                   "no-show.")
            .arg(fact(error, "number"), fact(error, "limit"));
    case ErrorCode::CalledTooSoon:
        if (error.detail.contains("waitMs"))
            return Words::tr("The branch wants some time between two calls of a counter: %1 s are left. Call again "
                             "then.")
                .arg((fact(error, "waitMs").toLongLong() + 999) / 1000);
        return Words::tr(
            "The branch wants some time between two calls of a counter. Wait a moment and call again.");
    case ErrorCode::OutcomeRequired:
        return Words::tr("%1 cannot be finished yet: say first how it came out.").arg(fact(error, "number"));
    case ErrorCode::TooManySteps:
        return Words::tr(
                   "This visit has %1 services planned, as many as fit. Take some back, or let the person come "
                   "again.")
            .arg(fact(error, "limit"));
    case ErrorCode::SeriesFull:
        return Words::tr("Every number of series %1 is in use. Finish some of its tickets, then issue again.")
            .arg(fact(error, "series"));
    default:
        return {};
    }
}

QString ofCustomer(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SettingChanged:
        return Words::tr(
            "Somebody else changed this in the meantime; nothing of yours was written. Look at what it "
            "says now, then change it again.");
    case ErrorCode::SettingInUse:
        return Words::tr("This cannot be removed: something still needs it. Change that first.");
    case ErrorCode::DecisionNeeded:
        return Words::tr("Say first what this means for the customer.");
    case ErrorCode::UnknownAlert:
        return Words::tr("This alert is not kept here any longer.");
    case ErrorCode::UnknownAlertRule:
        return Words::tr("This rule was removed in the meantime.");
    case ErrorCode::UnknownMessage:
        return Words::tr("This message does not stand any longer.");
    case ErrorCode::UnknownDay:
        return Words::tr("Nothing is kept of this day.");
    case ErrorCode::UnknownCustomer:
        return Words::tr("This customer is not known here any longer. Find them again, or make a new profile.");
    case ErrorCode::CustomerExists:
        return Words::tr(
            "There is a profile like this already; nothing was added. Look whether it is the same person.");
    case ErrorCode::CustomerChanged:
        return Words::tr(
            "Somebody else changed this in the meantime; nothing of yours was written. Look at what it "
            "says now, then change it again.");
    case ErrorCode::UnknownNote:
        return Words::tr("This note was taken back by now. Nothing needs to be done.");
    case ErrorCode::UnknownOpenItem:
        return Words::tr("This promise or complaint is not in the list any longer. Look at the list again.");
    case ErrorCode::UnknownIdentifier:
        return Words::tr("This number is not in the profile any longer. Look at the profile again.");
    case ErrorCode::UnknownConsent:
        return Words::tr("This consent is not in the profile any longer. Look at the profile again.");
    case ErrorCode::ConsentNeeded:
        return Words::tr("The customer has not agreed to this; nothing was changed. Ask them first and record what "
                         "they say.");
    case ErrorCode::ReasonNeeded:
        return Words::tr("Say why in a few words; nothing was changed yet.");
    case ErrorCode::IdentityExpired:
        return Words::tr(
            "That was too long ago to know who it was. Scan or type it again, or go on without a name.");
    default:
        return {};
    }
}

QString ofDevice(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DeviceUnknown:
        return Words::tr(
            "The hub does not know this device. Ask the administrator for an enrolment code and enter it here.");
    case ErrorCode::DeviceRevoked:
        return Words::tr("This device was withdrawn and may no longer connect. If that is a mistake, ask the "
                         "administrator for a "
                         "new enrolment code.");
    case ErrorCode::EnrolmentUnknown:
        return Words::tr(
            "The hub does not know this code; it may be of another branch. Ask the administrator for a new one.");
    case ErrorCode::EnrolmentUsed:
        return Words::tr(
            "This code was used already; each is good for one device. Ask the administrator for a new one.");
    case ErrorCode::EnrolmentExpired:
        return Words::tr("The time of this code is over. Ask the administrator for a new one.");
    case ErrorCode::NotEnrolled:
        return Words::tr(
            "This program is not enrolled at a hub yet. Ask the administrator for an enrolment code and enter it.");
    case ErrorCode::CodeDamaged:
        return Words::tr("Something in the code is missing or mistyped. Compare it with the one you were given, or "
                         "scan it again.");
    case ErrorCode::UnknownDevice:
        return Words::tr("This device is not in the list any longer. Look at the list again.");
    case ErrorCode::SecretsLocked:
        return Words::tr("The system's keychain is locked or does not answer. Unlock it, then try again.");
    case ErrorCode::SecretsFailed:
        return Words::tr("The file %1 with this program's secrets cannot be used. Check the folder, its rights and "
                         "its space, then try again.")
            .arg(fact(error, "path"));
    default:
        return {};
    }
}

QString ofEndedSession(const QString &reason)
{
    if (reason == QLatin1String("expired"))
        return Words::tr("You were signed in as long as this branch allows. Sign in again to go on.");
    if (reason == QLatin1String("disabled"))
        return Words::tr("Your account was disabled, so you were signed out. Ask the administrator.");
    if (reason == QLatin1String("signedOutElsewhere"))
        return Words::tr("You were signed out from another place. Sign in again; if it was none of you, tell the "
                         "administrator.");
    if (reason == QLatin1String("passwordChanged"))
        return Words::tr("Your password was changed, so you were signed out. Sign in with the new one.");
    return Words::tr("You are signed in no longer. Sign in again to go on.");
}

QString ofWeakPassword(const Error &error)
{
    const QString reason = fact(error, "reason");
    if (reason == QLatin1String("tooShort"))
        return Words::tr("This password is too short: at least %1 characters. Add a word or two.")
            .arg(fact(error, "min"));
    if (reason == QLatin1String("tooLong"))
        return Words::tr("This password is too long. A sentence of a few words is enough.");
    if (reason == QLatin1String("common"))
        return Words::tr("This is one of the passwords everybody tries. Choose a few words only you would put "
                         "together.");
    if (reason == QLatin1String("likeAccount"))
        return Words::tr("This password is little more than your name. Choose a few other words.");
    if (reason == QLatin1String("sameAsBefore"))
        return Words::tr("This is the password you have now. Choose a new one.");
    return Words::tr("This password is too easy to guess. Choose a longer one of several words.");
}

QString ofPerson(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SignInNeeded:
        return Words::tr("Nobody is signed in here. Sign in, then try again.");
    case ErrorCode::SignInRefused:
        return Words::tr("Account or password is not right. Check both, and Caps Lock, then try again.");
    case ErrorCode::SignInDelayed:
        return Words::tr("Too many wrong passwords for this account on this device. Wait until the button can be "
                         "pressed again; the administrator can end the wait.");
    case ErrorCode::AccountDisabled:
        return Words::tr("This account is disabled. Ask the administrator to enable it.");
    case ErrorCode::SessionEnded:
        return ofEndedSession(fact(error, "reason"));
    case ErrorCode::SessionLocked:
        return fact(error, "reason") == QLatin1String("idle")
            ? Words::tr("Locked because nobody used it for a while. Enter your password to go on.")
            : Words::tr("This session is locked. Enter your password to go on.");
    case ErrorCode::PasswordChangeNeeded:
        return Words::tr("Your password was for one use. Choose your own first.");
    case ErrorCode::PasswordTooWeak:
        return ofWeakPassword(error);
    case ErrorCode::NotAllowed:
        return Words::tr("Your role does not include this; nothing was changed. Ask the supervisor.");
    case ErrorCode::AccountTaken:
        return Words::tr("Somebody else has this account name. Choose another one.");
    case ErrorCode::LastAdministrator:
        return Words::tr("This is the last administrator. Make somebody else an administrator first.");
    case ErrorCode::Busy:
        return Words::tr("The hub is checking many passwords at this moment. Wait a few seconds and try again.");
    default:
        return {};
    }
}

QString ofSystem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StorageFull:
        return Words::tr(
            "The hub's disk is full; nothing was changed. Tell the administrator; work goes on when there "
            "is room.");
    case ErrorCode::StorageFailed:
        return Words::tr(
            "The hub could not write to its disk; it restarts by itself. Wait for the connection, look at "
            "the screen, then go on. Tell the administrator.");
    case ErrorCode::HubStopping:
        return Words::tr(
            "The hub is stopping; nothing was changed. Wait for the connection to come back, then try again.");
    case ErrorCode::ClockIsReal:
        return Words::tr(
            "This hub runs on real time, its clock cannot be set. Use a hub started for a played day.");
    case ErrorCode::FileNotReadable:
        return Words::tr("The file %1 cannot be read. Check that it is there and may be read.")
            .arg(fact(error, "path"));
    case ErrorCode::FileNotWritable:
        return Words::tr("The file %1 cannot be written. Check the folder and its space.").arg(fact(error, "path"));
    case ErrorCode::BadFile:
        return Words::tr("The file %1 has a mistake in it. Correct it and try again.").arg(fact(error, "path"));
    case ErrorCode::DirectoryInUse:
        return Words::tr("Another hub uses this data directory. Stop it first.");
    case ErrorCode::DatabaseNewer:
        return Words::tr("The database is of a newer version. Update this program.");
    case ErrorCode::DatabaseOlder:
        return Words::tr("The database is of an older version that this program cannot take over. Ask the "
                         "administrator to set the branch up anew or to use the program it was made with.");
    case ErrorCode::DatabaseDamaged:
        return Words::tr("The database is damaged. Ask the administrator to restore it from the backup.");
    case ErrorCode::NotInitialised:
        return Words::tr(
            "No branch is set up in this data directory. Ask the administrator to set it up, or name the "
            "right one with --data.");
    case ErrorCode::AlreadyInitialised:
        return Words::tr("This data directory is set up already. Nothing needs to be done.");
    case ErrorCode::Offline:
        return Words::tr(
            "The hub cannot be reached; nothing was sent. It is tried again by itself; go on when the badge "
            "says live.");
    case ErrorCode::Timeout:
        return Words::tr(
            "The hub did not answer in time. Look at what is on the screen now: it shows whether it was done.");
    case ErrorCode::TrustFailed:
        return Words::tr(
            "The hub's certificate is not of the authority this program trusts; nothing was sent. Do not "
            "go on; ask the administrator.");
    case ErrorCode::Internal:
        return Words::tr(
            "Something went wrong inside the program. Try again; if it happens again, tell the administrator.");
    default:
        return {};
    }
}

} // namespace

QString sentence(const Error &error)
{
    for (const auto of : {ofMessage, ofBranch, ofTicket, ofCustomer, ofDevice, ofPerson, ofSystem}) {
        const QString text = of(error);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Error timed(Error error, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    const auto instant = [&error](const char *name) -> std::optional<TimeMs> {
        const auto it = error.detail.find(name);
        bool isNumber = false;
        const qlonglong ms = it == error.detail.end() ? 0 : fromUtf8(it->second).toLongLong(&isNumber);
        return isNumber ? std::optional<TimeMs>(ms) : std::nullopt;
    };
    for (const char *name : {"fromMs", "untilMs", "opensMs"}) {
        if (const auto ms = instant(name))
            error.detail[std::string(name, std::strlen(name) - 2)] = clockText(*ms, utcOffsetMin).toStdString();
    }
    if (const auto until = instant("untilMs"); until && error.code == ErrorCode::CalledTooSoon)
        error.detail["waitMs"] = std::to_string(std::max<TimeMs>(0, *until - nowMs));
    return error;
}

} // namespace tiepdon
