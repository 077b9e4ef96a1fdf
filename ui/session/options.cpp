// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/options.h"

#include "ui/session/sentence.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

namespace tiepdon {
namespace {

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

/// A code has some eighty characters, with the longest host name five hundred.
constexpr qint64 kCodeFileMax = 4096;

Result<QString> codeIn(const QString &path)
{
    QFile file(path);
    const bool isOpen
        = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? file.read(kCodeFileMax) : QByteArray();
    const QString code = QString::fromUtf8(bytes).trimmed();
    if (code.isEmpty())
        return Error{ErrorCode::FileNotReadable, "no code in the file", {{"path", path.toStdString()}}};
    return code;
}

} // namespace

void addSessionOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("device"), QStringLiteral("Folder of this program's enrolment, instead of the usual one."),
         QStringLiteral("DIR")},
        {QStringLiteral("data"), QStringLiteral("Data directory of a hub on this machine; enrols by itself there."),
         QStringLiteral("DIR")},
        {QStringLiteral("enrol"),
         QStringLiteral("When not enrolled, enrols with the code in this file; '-' is standard input."),
         QStringLiteral("FILE")},
        {QStringLiteral("language"), QStringLiteral("vi or en."), QStringLiteral("LANGUAGE"), QStringLiteral("vi")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")},
        {QStringLiteral("screenshot"), QStringLiteral("Renders --demo-state into a PNG file and exits."),
         QStringLiteral("FILE")},
        {QStringLiteral("size"), QStringLiteral("Size of the picture or window."), QStringLiteral("WxH")},
        {QStringLiteral("demo-state"), QStringLiteral("Shows a made-up state without a hub; 'list' names them."),
         QStringLiteral("NAME")},
        {QStringLiteral("timing"),
         QStringLiteral("When it ends, writes how long it took to start and to answer, and its memory."),
         QStringLiteral("FILE")},
    });
}

Result<SessionOptions> sessionOptions(const QCommandLineParser &parser, ThemeKind defaultTheme)
{
    SessionOptions options;
    options.device = parser.value(QStringLiteral("device"));
    options.data = parser.value(QStringLiteral("data"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.timing = parser.value(QStringLiteral("timing"));
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
    if (!options.screenshot.isEmpty() && options.demoState.isEmpty())
        return badOption(QStringLiteral("screenshot"), QStringLiteral("--screenshot wants --demo-state"));
    if (parser.isSet(QStringLiteral("enrol"))) {
        const auto code = codeIn(parser.value(QStringLiteral("enrol")));
        if (!code)
            return code.error();
        options.enrolmentCode = *code;
    }
    return options;
}

void complain(const Error &error)
{
    // a mistake on the command line is said as it is: it names the option
    const QString text = error.detail.contains("option") ? fromUtf8(error.message) : sentence(error);
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

} // namespace tiepdon
