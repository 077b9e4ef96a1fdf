// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/pictures.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <cstdio>

using namespace tiepdon;
using namespace tiepdon::gallery;

namespace {

int complainOf(const QString &what)
{
    std::fprintf(stderr, "tiepdon-gallery: %s\n", what.toUtf8().constData());
    return 1;
}

int showWidgets(const QDir &out, const QString &only, Language &language)
{
    int count = 0;
    for (const Dress &dress : dresses()) {
        dress.put(language);
        if (!out.mkpath(dress.name()))
            return complainOf(QStringLiteral("%1 cannot be written.").arg(out.path()));
        std::vector<std::pair<Exhibit, QImage>> pictures;
        for (const Exhibit &exhibit : exhibits()) {
            if (!only.isEmpty() && exhibit.widget != only && exhibit.name() != only)
                continue;
            pictures.emplace_back(exhibit, Stand(exhibit).picture());
            if (!pictures.back().second.save(
                    out.filePath(dress.name() + QLatin1Char('/') + exhibit.name() + QStringLiteral(".png"))))
                return complainOf(QStringLiteral("%1 cannot be written.").arg(out.path()));
        }
        if (pictures.empty())
            return complainOf(QStringLiteral("there is no widget and no picture \"%1\".").arg(only));
        count += static_cast<int>(pictures.size());
        if (!contactSheet(dress.name(), pictures)
                 .save(out.filePath(QStringLiteral("sheet-%1.png").arg(dress.name()))))
            return complainOf(QStringLiteral("%1 cannot be written.").arg(out.path()));
    }
    std::printf("%d pictures and %d sheets in %s\n", count, static_cast<int>(dresses().size()),
                out.path().toUtf8().constData());
    return 0;
}

/// The sizes a program has to be right at.
const std::vector<std::pair<QString, QStringList>> &programSizes()
{
    const QString desk = QStringLiteral("1366x768");
    const QString hall = QStringLiteral("1920x1080");
    const QString large = QStringLiteral("3840x2160");
    const QString upright = QStringLiteral("2160x3840");
    static const std::vector<std::pair<QString, QStringList>> kAll{
        {QStringLiteral("tiepdon-teller"), {desk, large}},
        {QStringLiteral("tiepdon-supervisor"), {desk, hall, large}},
        {QStringLiteral("tiepdon-lobby"), {QStringLiteral("1280x720"), hall, large, upright}},
        {QStringLiteral("tiepdon-kiosk"), {QStringLiteral("1280x720"), QStringLiteral("1080x1920"), hall, upright}},
    };
    return kAll;
}

/// Runs a program to its end; its exit code, -1 when it does not start or end.
int run(const QString &program, const QStringList &arguments, QByteArray *said = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return -1;
    if (said)
        *said = process.readAllStandardOutput();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

int showPrograms(const QDir &out, const QDir &programs)
{
    int count = 0;
    for (const auto &[app, sizes] : programSizes()) {
        const QString program = programs.filePath(app);
        if (!QFile::exists(program))
            continue;
        QByteArray states;
        if (run(program, {QStringLiteral("--demo-state"), QStringLiteral("list")}, &states) != 0)
            return complainOf(QStringLiteral("%1 does not name its states.").arg(app));
        for (const QByteArray &state : states.split('\n')) {
            if (state.isEmpty())
                continue;
            for (const Dress &dress : dresses()) {
                for (const QString &size : sizes) {
                    const QString folder = QStringLiteral("%1/%2-%3").arg(app, dress.name(), size);
                    const QString file
                        = out.filePath(QStringLiteral("%1/%2.png").arg(folder, QString::fromUtf8(state)));
                    const QStringList theme = dress.name().split(QLatin1Char('-'));
                    if (!out.mkpath(folder)
                        || run(program,
                               {QStringLiteral("--demo-state"), QString::fromUtf8(state), QStringLiteral("--theme"),
                                theme.at(0), QStringLiteral("--language"), theme.at(1), QStringLiteral("--size"),
                                size, QStringLiteral("--screenshot"), file})
                            != 0)
                        return complainOf(
                            QStringLiteral("%1 does not show %2.").arg(app, QString::fromUtf8(state)));
                    ++count;
                }
            }
        }
    }
    std::printf("%d pictures of programs in %s\n", count, out.path().toUtf8().constData());
    return count > 0 ? 0 : complainOf(QStringLiteral("no program in %1.").arg(programs.path()));
}

} // namespace

/// Renders every shared widget in every named state, and with --apps the programs' demo states, in both themes and
/// both languages.
int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Pictures of every shared widget, and of every program."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("DIR")},
        {QStringLiteral("only"), QStringLiteral("One widget (CounterTile) or one picture (CounterTile-free)."),
         QStringLiteral("NAME")},
        {QStringLiteral("apps"), QStringLiteral("Instead: every demo state of the programs in this folder."),
         QStringLiteral("BINDIR")},
    });
    parser.process(app);
    const QString out = parser.value(QStringLiteral("out"));
    if (out.isEmpty() || !QDir().mkpath(out)) {
        complainOf(QStringLiteral("--out DIR says where the pictures go."));
        return 2;
    }
    if (parser.isSet(QStringLiteral("apps")))
        return showPrograms(QDir(out), QDir(parser.value(QStringLiteral("apps"))));
    Language language(LanguageKind::Vietnamese);
    return showWidgets(QDir(out), parser.value(QStringLiteral("only")), language);
}
