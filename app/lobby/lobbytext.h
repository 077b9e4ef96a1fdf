// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/language.h"

#include <QCoreApplication>

// The lobby's own words, in both languages.

namespace tiepdon::lobbytext {

inline LocalText both(const char *source) { return inBoth("Lobby", source); }

/// With the first %1 replaced in both.
inline LocalText filled(LocalText text, const QString &argument)
{
    for (std::string *each : {&text.vi, &text.en})
        *each = fromUtf8(*each).replace(QLatin1String("%1"), argument).toStdString();
    return text;
}

inline constexpr const char *kNowCalling = QT_TRANSLATE_NOOP("Lobby", "Now calling");
inline constexpr const char *kCalledAgain = QT_TRANSLATE_NOOP("Lobby", "Called again");
inline constexpr const char *kLastCalled = QT_TRANSLATE_NOOP("Lobby", "Last called");
inline constexpr const char *kLastKnown = QT_TRANSLATE_NOOP("Lobby", "Last known call");
inline constexpr const char *kCounter = QT_TRANSLATE_NOOP("Lobby", "Counter");
inline constexpr const char *kCalledBefore = QT_TRANSLATE_NOOP("Lobby", "Called before");
inline constexpr const char *kWaiting = QT_TRANSLATE_NOOP("Lobby", "Waiting");
inline constexpr const char *kWait = QT_TRANSLATE_NOOP("Lobby", "Expected wait");
inline constexpr const char *kAbout = QT_TRANSLATE_NOOP("Lobby", "about %1 min");
inline constexpr const char *kUnder = QT_TRANSLATE_NOOP("Lobby", "under %1 min");
inline constexpr const char *kNotKnown = QT_TRANSLATE_NOOP("Lobby", "— not enough known yet");
inline constexpr const char *kNoCounter = QT_TRANSLATE_NOOP("Lobby", "no counter open now");
inline constexpr const char *kOpensAt = QT_TRANSLATE_NOOP("Lobby", "opens at %1");
inline constexpr const char *kFull = QT_TRANSLATE_NOOP("Lobby", "no numbers left today");
inline constexpr const char *kWhyOthers = QT_TRANSLATE_NOOP(
    "Lobby",
    "Why another number first? Each service has its own line, and who has a booking, needs priority or "
    "would wait too long may be called before others.");
inline constexpr const char *kOverToday = QT_TRANSLATE_NOOP("Lobby", "closed for today");
inline constexpr const char *kComeIn = QT_TRANSLATE_NOOP("Lobby", "Please come in");
inline constexpr const char *kNoZone = QT_TRANSLATE_NOOP("Lobby", "Zone “%1” is not defined at this branch");
inline constexpr const char *kZonesAre = QT_TRANSLATE_NOOP("Lobby", "Its zones: %1");
inline constexpr const char *kNoZonesYet = QT_TRANSLATE_NOOP("Lobby", "No zones are defined yet");
inline constexpr const char *kQuiet = QT_TRANSLATE_NOOP("Lobby", "No number has been called yet");
inline constexpr const char *kClosed = QT_TRANSLATE_NOOP("Lobby", "The branch is closed");
inline constexpr const char *kClosedHint = QT_TRANSLATE_NOOP("Lobby", "Numbers appear here when it opens again");
inline constexpr const char *kConnecting = QT_TRANSLATE_NOOP("Lobby", "Connecting…");
inline constexpr const char *kConnectingHint
    = QT_TRANSLATE_NOOP("Lobby", "Please listen for your number, or ask at the counter");
inline constexpr const char *kRevoked = QT_TRANSLATE_NOOP("Lobby", "This display was withdrawn from the branch");
inline constexpr const char *kRevokedHint
    = QT_TRANSLATE_NOOP("Lobby", "To use it again, the administrator presses Enter and gives it a new code");
inline constexpr const char *kStale = QT_TRANSLATE_NOOP("Lobby", "Data as of %1 — please ask at the counter");

} // namespace tiepdon::lobbytext
