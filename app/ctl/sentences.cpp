// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

namespace tiepdon {
namespace {

/// A fact of an error by name; empty when it has none.
QString fact(const Error &error, const char *key)
{
    const auto it = error.detail.find(key);
    return it == error.detail.end() ? QString() : toQt(it->second);
}

/// Where in a file people write a mistake is.
QString badFile(const Error &error)
{
    const QString file = fact(error, "file");
    const QString line = fact(error, "line");
    if (line.isEmpty())
        return QStringLiteral("%1 is not what it should be: %2.").arg(file, toQt(error.message));
    const QString field = fact(error, "field");
    const QString rows = fact(error, "rows");
    QString text
        = QStringLiteral("%1, line %2%3: %4. ")
              .arg(file, line, field.isEmpty() ? QString() : QStringLiteral(", ") + field, fact(error, "reason"));
    if (!rows.isEmpty())
        return text
            + QStringLiteral("Bad rows: %1 (%2). None was taken: mend them, or pass --skip-bad to leave them out.")
                  .arg(fact(error, "count"), rows);
    return text + QStringLiteral("Nothing was changed: mend that line and try again.");
}

QString invalid(const Error &error)
{
    const QString known = fact(error, "known");
    if (!known.isEmpty())
        return QStringLiteral("The file has no %1 \"%2\". It has: %3.")
            .arg(fact(error, "field"), fact(error, "wanted"), known);
    if (!fact(error, "host").isEmpty())
        return QStringLiteral("\"%1\" is neither a DNS name nor an IP address; give --host one of those.")
            .arg(fact(error, "host"));
    const QString field = fact(error, "field");
    if (field == QStringLiteral("account"))
        return QStringLiteral(
            "An account has 2 to 40 small letters a to z, digits, dots, hyphens or underscores. Take "
            "another.");
    if (field == QStringLiteral("roles"))
        return QStringLiteral("These roles cannot be given: %1.").arg(toQt(error.message));
    if (field == QStringLiteral("clock"))
        return QStringLiteral("The hub's clock is past the first arrival of %1. Start the hub for an earlier time: "
                              "tiepdon-hub --data DIR --play-clock %1T06:00:00+07:00, or play a later --date.")
            .arg(fact(error, "day"));
    if (!fact(error, "list").isEmpty())
        return QStringLiteral(
                   "The branch does not take this: %1. Change the file; a real office's day wants an empty "
                   "data directory of its own.")
            .arg(toQt(error.message));
    if (field.startsWith(QStringLiteral("--")))
        return QStringLiteral("%1 does not fit: %2. See tiepdon-ctl counter list.").arg(field, toQt(error.message));
    return QStringLiteral("The request was not understood: %1. Check the value of %2.")
        .arg(toQt(error.message), field);
}

/// How long until the next try, in words.
QString delayText(const Error &error)
{
    const auto waitMs = positiveNumber(fact(error, "waitMs")).value_or(0);
    const std::int64_t seconds = (waitMs + 999) / 1000;
    return seconds < 120 ? QStringLiteral("%1 s").arg(seconds)
                         : QStringLiteral("%1 minutes").arg((seconds + 59) / 60);
}

QString weakPassword(const Error &error)
{
    const QString reason = fact(error, "reason");
    if (reason == QStringLiteral("tooShort"))
        return QStringLiteral(
                   "This password is too short: take %1 characters or more. Several words are easy to keep "
                   "in mind.")
            .arg(fact(error, "min"));
    if (reason == QStringLiteral("tooLong"))
        return QStringLiteral("This password is too long: take 200 characters at most.");
    if (reason == QStringLiteral("common"))
        return QStringLiteral(
            "This password is one of those everybody tries first. Take another; several words are "
            "easy to keep in mind.");
    if (reason == QStringLiteral("likeAccount"))
        return QStringLiteral("This password is little more than the name or account. Take another.");
    if (reason == QStringLiteral("sameAsBefore"))
        return QStringLiteral("This is the password there was before. Take another.");
    return QStringLiteral("This password cannot be used (%1). Take another.").arg(toQt(error.message));
}

QString notEnrolled(const Error &error)
{
    if (fact(error, "reason") == QStringLiteral("notAllowed"))
        return QStringLiteral(
            "The hub on this machine lets in its own user, root and members of the group tiepdon. Have "
            "an administrator add you to that group, or enrol with a code: tiepdon-ctl enrol");
    return QStringLiteral(
        "This program is not enrolled at a hub yet. On the hub's own machine, name its data directory "
        "with --data DIR while it runs; elsewhere enrol with a code: tiepdon-ctl enrol (an "
        "administrator makes one with: tiepdon-ctl device enrol --name NAME). A new branch begins "
        "with: tiepdon-ctl init");
}

/// Sentences about customers; empty for other errors.
QString customerSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SettingChanged:
        return QStringLiteral("Somebody else changed this in the meantime; nothing was written. Read it again first.");
    case ErrorCode::SettingInUse:
        return QStringLiteral("It is still needed: %1.").arg(toQt(error.message));
    case ErrorCode::DecisionNeeded:
        return QStringLiteral("Say what it means for customers (%1).").arg(fact(error, "field"));
    case ErrorCode::UnknownAlert:
        return QStringLiteral("No alert has this id.");
    case ErrorCode::UnknownAlertRule:
        return QStringLiteral("No rule has this id.");
    case ErrorCode::UnknownMessage:
        return QStringLiteral("No message with this id stands.");
    case ErrorCode::UnknownDay:
        return QStringLiteral("Nothing is kept of this day.");
    case ErrorCode::UnknownCustomer:
        return QStringLiteral("No customer has this id.");
    case ErrorCode::CustomerExists:
        return QStringLiteral("There is a profile of the same person already (%1); nothing was added.")
            .arg(fact(error, "customers"));
    case ErrorCode::CustomerChanged:
        return QStringLiteral(
            "Somebody else changed this in the meantime; nothing was written. Read it again first.");
    case ErrorCode::UnknownNote:
        return QStringLiteral("There is no such note; it may have been taken back.");
    case ErrorCode::UnknownOpenItem:
        return QStringLiteral("There is no such promise, complaint or callback.");
    case ErrorCode::UnknownIdentifier:
        return QStringLiteral("The profile has no such number.");
    case ErrorCode::UnknownConsent:
        return QStringLiteral("The profile has no such consent.");
    case ErrorCode::ConsentNeeded:
        return QStringLiteral("The customer has not agreed to this; nothing was changed.");
    case ErrorCode::ReasonNeeded:
        return QStringLiteral("A reason in words is wanted; nothing was changed.");
    case ErrorCode::IdentityExpired:
        return QStringLiteral("The token of identify is older than five minutes or was used. Identify again.");
    default:
        return {};
    }
}

/// Sentences about devices and people; empty for other errors.
QString accessSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotEnrolled:
        return notEnrolled(error);
    case ErrorCode::DeviceUnknown:
        return QStringLiteral("The hub does not know this device. Enrol it anew with: tiepdon-ctl enrol --anew");
    case ErrorCode::DeviceRevoked:
        return QStringLiteral("This device was revoked at the hub. If that was a mistake, enrol it anew with: "
                              "tiepdon-ctl enrol --anew");
    case ErrorCode::UnknownDevice:
        return QStringLiteral("There is no such device. See the ids with: tiepdon-ctl device list");
    case ErrorCode::CodeDamaged:
        return QStringLiteral(
            "This code is not whole or has a typing mistake. Check it letter by letter, and enter all of "
            "it.");
    case ErrorCode::EnrolmentUnknown:
        return QStringLiteral(
            "The hub does not know this code. Make a new one with: tiepdon-ctl device enrol --name NAME");
    case ErrorCode::EnrolmentUsed:
        return QStringLiteral(
            "This code was used already; it is good for one device. If that was not you, see "
            "tiepdon-ctl device list and revoke that device. A new code: tiepdon-ctl device enrol "
            "--name NAME");
    case ErrorCode::EnrolmentExpired:
        return QStringLiteral(
            "This code is no longer good. Make a new one with: tiepdon-ctl device enrol --name NAME");
    case ErrorCode::SignInNeeded:
        return QStringLiteral("Nobody is signed in here. Sign in at a terminal with: tiepdon-ctl sign-in, or give "
                              "--account NAME --password-file FILE.");
    case ErrorCode::SignInRefused:
        return QStringLiteral("Account and password do not fit. Try again; an administrator can give a new "
                              "password with: tiepdon-ctl staff password WHO");
    case ErrorCode::SignInDelayed:
        return QStringLiteral(
                   "Too many wrong passwords for this account on this device: try again in %1, or have an "
                   "administrator use: tiepdon-ctl staff unlock WHO")
            .arg(delayText(error));
    case ErrorCode::AccountDisabled:
        return QStringLiteral("This account is disabled. An administrator lets it in again with: tiepdon-ctl staff "
                              "enable WHO");
    case ErrorCode::SessionEnded:
        return QStringLiteral(
            "The session has ended. Sign in again with: tiepdon-ctl sign-in, or give --account NAME "
            "--password-file FILE.");
    case ErrorCode::SessionLocked:
        return QStringLiteral(
            "The session is locked, as after every 15 minutes without a command. Unlock it at a terminal "
            "with: tiepdon-ctl sign-in, or give --password-file FILE.");
    case ErrorCode::PasswordChangeNeeded:
        return QStringLiteral(
            "This password is for one use. Set one of your own before anything else, at a terminal with: "
            "tiepdon-ctl password, or: tiepdon-ctl password --password-file FILE "
            "--new-password-file NEW_FILE");
    case ErrorCode::PasswordTooWeak:
        return weakPassword(error);
    case ErrorCode::NotAllowed:
        if (fact(error, "reason") == QStringLiteral("deviceKind"))
            return QStringLiteral(
                "This program was enrolled as a display or kiosk, where nobody signs in. Enrol it anew as "
                "a workplace: tiepdon-ctl enrol --anew");
        return QStringLiteral(
            "Your roles do not allow this. tiepdon-ctl permissions shows which role may; tiepdon-ctl "
            "sign-in --account NAME signs somebody else in.");
    case ErrorCode::AccountTaken:
        return QStringLiteral(
            "This account, or this member of staff, has a sign-in already. See them with: tiepdon-ctl "
            "staff list");
    case ErrorCode::LastAdministrator:
        return QStringLiteral(
            "This is the last administrator who can sign in. Make another one first: tiepdon-ctl staff "
            "add ACCOUNT --name NAME --role administrator");
    case ErrorCode::Busy:
        return QStringLiteral("Many people are signing in just now. Try again in a moment.");
    case ErrorCode::SecretsLocked:
        return QStringLiteral("The system's keychain is locked or does not answer (%1). Unlock it and try again; "
                              "TIEPDON_SECRETS=file does without one.")
            .arg(toQt(error.message));
    case ErrorCode::SecretsFailed:
        return QStringLiteral(
                   "A secret could not be read or kept (%1). Check the rights of the enrolment's folder.")
            .arg(toQt(error.message));
    default:
        return {};
    }
}

} // namespace

QString sentence(const Error &error)
{
    for (const auto of : {accessSentence, customerSentence}) {
        if (const QString text = of(error); !text.isEmpty())
            return text;
    }
    switch (error.code) {
    case ErrorCode::NotDefined:
        return QStringLiteral(
            "The branch has no services yet. Import a branch first: tiepdon-ctl branch import FILE "
            "(the sample is resources/branch/bank-branch.toml).");
    case ErrorCode::UnknownService:
        return QStringLiteral("There is no service %1. See the ids with: tiepdon-ctl status")
            .arg(fact(error, "id"));
    case ErrorCode::UnknownCounter:
        return QStringLiteral("There is no counter %1. See the ids with: tiepdon-ctl counter list")
            .arg(fact(error, "id"));
    case ErrorCode::UnknownProfile:
        return QStringLiteral("There is no work profile %1. See the ids with: tiepdon-ctl counter list")
            .arg(fact(error, "id"));
    case ErrorCode::UnknownStaff:
        if (!fact(error, "account").isEmpty())
            return QStringLiteral("Nobody has the account or id \"%1\". See them with: tiepdon-ctl staff list")
                .arg(fact(error, "account"));
        return QStringLiteral("Nobody has staff id %1. See the ids with: tiepdon-ctl counter list")
            .arg(fact(error, "id"));
    case ErrorCode::DayNotOpen:
        return QStringLiteral("The day is not open. Open it with: tiepdon-ctl day open");
    case ErrorCode::DayAlreadyOpen:
        if (fact(error, "day").isEmpty())
            return QStringLiteral(
                "Digits of numbers and the time zone change only while the day is closed. Close it "
                "first: tiepdon-ctl day close");
        return QStringLiteral("The day %1 is open. Close it first: tiepdon-ctl day close").arg(fact(error, "day"));
    case ErrorCode::DayInThePast:
        return QStringLiteral(
                   "The last day opened was %1; only that day or a later one can be opened. Give a date.")
            .arg(fact(error, "day"));
    case ErrorCode::TicketsInService:
        return QStringLiteral("%1 people are called or being served. Finish with them first, or end their tickets "
                              "with: tiepdon-ctl day close --force")
            .arg(fact(error, "count"));
    case ErrorCode::CounterNotOpen:
        return QStringLiteral("Nobody is signed on at this counter. Sign somebody on with: tiepdon-ctl counter "
                              "sign-on COUNTER STAFF");
    case ErrorCode::CounterOccupied:
        return QStringLiteral(
                   "%1 is signed on at this counter. Sign off first: tiepdon-ctl counter sign-off COUNTER")
            .arg(fact(error, "name"));
    case ErrorCode::StaffElsewhere:
        return QStringLiteral("This member of staff is signed on at counter %1. Sign off there first.")
            .arg(fact(error, "counter"));
    case ErrorCode::CounterBusy:
        return QStringLiteral("Ticket %1 is at this counter. Finish with it first.").arg(fact(error, "number"));
    case ErrorCode::CounterOnBreak:
        return QStringLiteral("This counter is on a break. End it first.");
    case ErrorCode::CounterChanged:
        return QStringLiteral("The counter has work profile %1 by now. Look again, then decide.")
            .arg(fact(error, "profile"));
    case ErrorCode::ServiceUnserved:
        return QStringLiteral("No open counter would serve %1 any more. Move another counter first, or add "
                              "--leave-unserved.")
            .arg(fact(error, "services"));
    case ErrorCode::ServiceClosed:
        return QStringLiteral("The service is closed at this time. Its hours are in the branch's file.");
    case ErrorCode::UnknownTicket:
        return QStringLiteral(
                   "There is no such ticket%1 on this day. See the queues with: tiepdon-ctl status --json")
            .arg(fact(error, "number").isEmpty() ? QString() : QStringLiteral(" as ") + fact(error, "number"));
    case ErrorCode::UnknownSegment:
    case ErrorCode::UnknownPriorityReason:
    case ErrorCode::UnknownOutcome:
        return QStringLiteral("The branch has no such id (%1). Its file has them: tiepdon-ctl branch export FILE")
            .arg(toQt(error.message));
    case ErrorCode::ServiceFull:
        return QStringLiteral(
                   "All %1 tickets of this service's day are given out. The limit is in the branch's file.")
            .arg(fact(error, "limit"));
    case ErrorCode::BookingTooEarly:
        return QStringLiteral("It is too early for this booking. The branch's file says how early one may come.");
    case ErrorCode::BookingTooLate:
        return QStringLiteral("It is too late for this booking. Take a ticket without --booked.");
    case ErrorCode::CalledTooSoon:
        return QStringLiteral("This counter called a moment ago, and the branch wants more time between two calls. "
                              "Try again in a few seconds.");
    case ErrorCode::OutcomeRequired:
        return QStringLiteral("This service wants to know how it came out. Mark an outcome before finishing.");
    case ErrorCode::TooManySteps:
        return QStringLiteral("This visit has as many further services as there can be.");
    case ErrorCode::TicketNotHere:
        return QStringLiteral("This ticket is not at that counter. See who is where with: tiepdon-ctl status");
    case ErrorCode::WrongState:
        return QStringLiteral("That cannot be done with the ticket as it is now (%1). See: tiepdon-ctl status")
            .arg(toQt(error.message));
    case ErrorCode::NobodyWaiting:
        return QStringLiteral("Nobody waits whom this counter may call.");
    case ErrorCode::NumberTaken:
        return QStringLiteral("Another open ticket shows %1 by now. Give the person a new ticket.")
            .arg(fact(error, "number"));
    case ErrorCode::SeriesFull:
        return QStringLiteral(
                   "Every number of series %1 is on an open ticket. Serve some first, or give numbers more "
                   "digits (number_digits) on another day.")
            .arg(fact(error, "series"));
    case ErrorCode::ClockIsReal:
        return QStringLiteral(
            "This hub runs on the real clock, so no day can be played on it. Stop it and start one "
            "for playing: tiepdon-hub --data DIR --play-clock YYYY-MM-DDT06:00:00+07:00, "
            "with a time before the day's first arrival.");
    case ErrorCode::StorageFull:
        return QStringLiteral("The hub's disk is full; nothing was changed. Make space and try again.");
    case ErrorCode::StorageFailed:
        return QStringLiteral("The database could not be read or written (%1). Check the disk, then: tiepdon-ctl "
                              "verify")
            .arg(toQt(error.message));
    case ErrorCode::HubStopping:
        return QStringLiteral("The hub is stopping. Try again when it is back.");
    case ErrorCode::RateLimited:
        return QStringLiteral("Too many requests at once. Try again in a moment.");
    case ErrorCode::FileNotReadable:
        return QStringLiteral("%1 cannot be read: %2. Check the name and the rights.")
            .arg(fact(error, "file"), toQt(error.message));
    case ErrorCode::FileNotWritable: {
        const QString file = fact(error, "file").isEmpty() ? fact(error, "directory") : fact(error, "file");
        return QStringLiteral("%1 cannot be written: %2. Check the rights and the space.")
            .arg(file, toQt(error.message));
    }
    case ErrorCode::TooLarge:
        return QStringLiteral("Too large: %1. Make it smaller and try again.").arg(toQt(error.message));
    case ErrorCode::BadFile:
        return badFile(error);
    case ErrorCode::InvalidParams:
        return invalid(error);
    case ErrorCode::DirectoryInUse:
        return QStringLiteral("Another hub serves this data directory. Stop it, or name another with --data.");
    case ErrorCode::DatabaseNewer:
        return QStringLiteral(
                   "The database is of a newer version (%1; this program knows %2). Install that version; "
                   "nothing was changed.")
            .arg(fact(error, "found"), fact(error, "known"));
    case ErrorCode::DatabaseOlder:
        return QStringLiteral(
            "The database is of an earlier version. Start the hub of this version once: it brings the "
            "database up to date.");
    case ErrorCode::DatabaseDamaged:
        return QStringLiteral("The database is damaged: %1. Keep the directory as it is and restore a backup.")
            .arg(toQt(error.message));
    case ErrorCode::NotInitialised:
        return QStringLiteral("There is no branch in this data directory yet. Make one with: tiepdon-ctl init "
                              "(--data DIR names another directory).");
    case ErrorCode::AlreadyInitialised:
        return QStringLiteral(
            "There is a branch in this data directory already; nothing was overwritten. Start its "
            "hub, or name another directory with --data.");
    case ErrorCode::Offline:
        return QStringLiteral(
                   "The hub cannot be reached (%1). Start it with: tiepdon-hub --data DIR. If it has another "
                   "address now, enrol again with: tiepdon-ctl enrol --anew")
            .arg(toQt(error.message));
    case ErrorCode::Timeout:
        return QStringLiteral("The hub did not answer in time, so the outcome is unknown. See it with: tiepdon-ctl "
                              "status");
    case ErrorCode::TrustFailed:
        return QStringLiteral("The hub's certificate is not from the authority this program was enrolled with "
                              "(%1); nothing was "
                              "sent. If the hub was made anew, enrol again with: tiepdon-ctl enrol --anew")
            .arg(toQt(error.message));
    case ErrorCode::VersionMismatch:
        return QStringLiteral(
                   "The hub speaks another version of the protocol (%1). Use the tiepdon-ctl that came with "
                   "it.")
            .arg(toQt(error.message));
    default:
        return QStringLiteral("%1: %2. See the hub's log.").arg(toQt(name(error.code)), toQt(error.message));
    }
}

} // namespace tiepdon
