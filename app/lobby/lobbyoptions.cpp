// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/lobbyoptions.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStyle>

namespace tiepdon {
namespace {

/// The highest number a counter's sign shows.
constexpr std::int64_t kCounterMax = 999;

/// As far as the desktop says so.
bool isMotionUnwanted() { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) <= 0; }

} // namespace

QList<QCommandLineOption> lobbyCommandLine()
{
    return {
        {QStringLiteral("message"), QStringLiteral("Runs along the bottom."), QStringLiteral("TEXT")},
        {QStringLiteral("languages"),
         QStringLiteral("What it speaks, the first first: vi,en (as a rule), en,vi, vi or en."),
         QStringLiteral("LIST"), QStringLiteral("vi,en")},
        {QStringLiteral("zone"), QStringLiteral("Shows this zone only, by its id or name; may be repeated."),
         QStringLiteral("ZONE")},
        {QStringLiteral("counter"),
         QStringLiteral("Is the sign over this counter: whoever is called there, alone."),
         QStringLiteral("NUMBER")},
        {QStringLiteral("no-why"),
         QStringLiteral("Does not say along the bottom why numbers are not called in their order.")},
        {QStringLiteral("still"), QStringLiteral("Nothing flashes or runs: a new call is framed.")},
    };
}

Result<LobbyOptions> lobbyOptions(const QCommandLineParser &parser)
{
    LobbyOptions options;
    options.message = parser.value(QStringLiteral("message"));
    options.zones = parser.values(QStringLiteral("zone"));
    if (parser.isSet(QStringLiteral("counter"))) {
        options.counter = parser.value(QStringLiteral("counter")).toLongLong();
        if (options.counter < 1 || options.counter > kCounterMax)
            return Error{ErrorCode::InvalidParams, "--counter is a number from 1 to 999", {{"option", "counter"}}};
        if (!options.zones.isEmpty())
            return Error{
                ErrorCode::InvalidParams, "--counter and --zone do not go together", {{"option", "counter"}}};
    }
    options.isStill = parser.isSet(QStringLiteral("still")) || isMotionUnwanted();
    options.saysWhy = !parser.isSet(QStringLiteral("no-why"));
    const auto languages = ScreenLanguages::fromText(parser.value(QStringLiteral("languages")));
    if (!languages)
        return Error{ErrorCode::InvalidParams, "--languages is vi,en, en,vi, vi or en", {{"option", "languages"}}};
    options.languages = *languages;
    return options;
}

} // namespace tiepdon
