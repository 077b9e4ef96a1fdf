// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/options.h"

#include "ui/session/sentence.h"

#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

namespace tiepdon {
namespace {

/// The port a hub listens on unless told otherwise.
constexpr quint16 kDefaultPort = 7117;
/// No screen is larger, and a picture of it still fits in memory.
constexpr int kSideMax = 16384;

Error badOption(const QString &option, const QString &message)
{
    return {ErrorCode::InvalidParams, message.toStdString(), {{"option", option.toStdString()}}};
}

Result<QSize> sizeFrom(const QString &text)
{
    const QStringList sides = text.split(QLatin1Char('x'));
    if (sides.size() == 2) {
        const QSize size(sides.at(0).toInt(), sides.at(1).toInt());
        if (size.width() >= 320 && size.height() >= 240 && size.width() <= kSideMax && size.height() <= kSideMax)
            return size;
    }
    return badOption(QStringLiteral("size"), QStringLiteral("--size wants WIDTHxHEIGHT, like 1366x768"));
}

} // namespace

void addSessionOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("hub"), QStringLiteral("The hub to connect to."), QStringLiteral("HOST:PORT")},
        {QStringLiteral("authority"), QStringLiteral("Certificate of the authority to trust, with --hub."),
         QStringLiteral("FILE")},
        {QStringLiteral("data"), QStringLiteral("Data directory of a hub on this machine, instead of --hub."),
         QStringLiteral("DIR")},
        {QStringLiteral("language"), QStringLiteral("vi or en."), QStringLiteral("LANGUAGE"), QStringLiteral("vi")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")},
        {QStringLiteral("screenshot"), QStringLiteral("Renders --demo-state into a PNG file and exits."),
         QStringLiteral("FILE")},
        {QStringLiteral("size"), QStringLiteral("Size of the picture or window."), QStringLiteral("WxH")},
        {QStringLiteral("demo-state"), QStringLiteral("Shows a made-up state without a hub; 'list' names them."),
         QStringLiteral("NAME")},
    });
}

Result<SessionOptions> sessionOptions(const QCommandLineParser &parser, ThemeKind defaultTheme)
{
    SessionOptions options;
    options.hub = parser.value(QStringLiteral("hub"));
    options.authority = parser.value(QStringLiteral("authority"));
    options.data = parser.value(QStringLiteral("data"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.demoState = parser.value(QStringLiteral("demo-state"));

    const QString language = parser.value(QStringLiteral("language"));
    if (language != QLatin1String("vi") && language != QLatin1String("en"))
        return badOption(QStringLiteral("language"), QStringLiteral("--language is vi or en"));
    options.language = language == QLatin1String("en") ? LanguageKind::English : LanguageKind::Vietnamese;

    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark"))
        return badOption(QStringLiteral("theme"), QStringLiteral("--theme is light or dark"));
    options.theme = theme.isEmpty()      ? defaultTheme
        : theme == QLatin1String("dark") ? ThemeKind::Dark
                                         : ThemeKind::Light;

    if (parser.isSet(QStringLiteral("size"))) {
        const auto size = sizeFrom(parser.value(QStringLiteral("size")));
        if (!size)
            return size.error();
        options.size = *size;
    }
    if (options.hub.isEmpty() != options.authority.isEmpty())
        return badOption(QStringLiteral("hub"), QStringLiteral("--hub and --authority go together"));
    if (!options.screenshot.isEmpty() && options.demoState.isEmpty())
        return badOption(QStringLiteral("screenshot"), QStringLiteral("--screenshot wants --demo-state"));
    return options;
}

Result<HubAddress> hubAddress(const SessionOptions &options)
{
    if (options.hub.isEmpty()) {
        const QString directory = options.data.isEmpty() ? defaultDataDirectory() : options.data;
        auto address = HubAddress::ofDirectory(directory);
        if (address || address.error().code != ErrorCode::Offline)
            return address;
        HubAddress usual;
        usual.port = kDefaultPort;
        usual.authorityFile = QDir(directory).filePath(QStringLiteral("authority.pem"));
        usual.directory = directory; // a hub started later leaves its port there
        return usual;
    }
    const qsizetype colon = options.hub.lastIndexOf(QLatin1Char(':'));
    const int port = colon < 0 ? kDefaultPort : options.hub.mid(colon + 1).toInt();
    HubAddress address;
    address.host = colon < 0 ? options.hub : options.hub.left(colon);
    if (address.host.isEmpty() || port < 1 || port > 65535)
        return badOption(QStringLiteral("hub"), QStringLiteral("--hub wants HOST:PORT"));
    address.port = static_cast<quint16>(port);
    address.authorityFile = options.authority;
    return address;
}

void complain(const Error &error)
{
    // a mistake on the command line is said as it is: it names the option
    const QString text = error.detail.contains("option") ? fromUtf8(error.message) : sentence(error);
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

} // namespace tiepdon
