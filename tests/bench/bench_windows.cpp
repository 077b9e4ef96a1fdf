// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows cost: time to a painted window with its branch (the median of five starts), how long their event
// loops stand still during an hour of the demo's day, sixty times as fast, and memory after it. Beside them the
// same of an empty window, as what this machine allows. Starts the real programs from its own folder, each on an
// Xvfb of its own. `bench_windows --full` plays the whole day; `bench_windows --empty FILE` is the empty window.
#include "tests/bench/figures.h"
#include "tests/system/programs.h"
#include "ui/session/endsignals.h"
#include "ui/session/stallmeter.h"

#include <QApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QWidget>

#include <csignal>

using namespace tiepdon;
using namespace tiepdon::bench;

namespace {

constexpr int kStarts = 5;
/// Between two keys of the teller who works (call, start, finish) and of whoever is at the kiosk.
constexpr int kKeyMs = 1500;
const QString kDay = QStringLiteral("2026-03-03");

QString beside(const QString &program)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + program;
}

void must(bool isSo, const QByteArray &what)
{
    if (!isSo)
        giveUp(what.constData());
}

/// A display without a screen.
class Display
{
public:
    explicit Display(const QString &size)
    {
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                         QStringLiteral("0"), size + QStringLiteral("x24"), QStringLiteral("-nolisten"),
                         QStringLiteral("tcp"), QStringLiteral("-noreset")});
        must(m_process.waitForReadyRead(20000), "Xvfb does not start");
        m_name = QLatin1Char(':') + QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~Display()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// As a person at the keyboard.
    void type(const QStringList &keys) const
    {
        QProcess xdotool;
        xdotool.setProcessEnvironment(environment());
        xdotool.start(QStringLiteral("xdotool"), keys);
        must(xdotool.waitForFinished() && xdotool.exitCode() == 0, "xdotool cannot type");
    }
    /// Gives the keyboard to the window of a process; there is no window manager that would.
    void focus(qint64 process) const
    {
        type({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
              QStringLiteral("--pid"), QString::number(process), QStringLiteral("--name"), QStringLiteral("."),
              QStringLiteral("windowfocus")});
    }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(QStringLiteral("DISPLAY"), m_name);
        all.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        all.remove(QStringLiteral("WAYLAND_DISPLAY"));
        return all;
    }

private:
    QProcess m_process;
    QString m_name;
};

using Figures = std::map<QByteArray, QByteArray>; ///< name to "value unit"

/// One program with a window.
class Window
{
public:
    Window(QString name, QString program, QStringList arguments, const Branch &branch, const QString &size)
        : m_display(size), m_name(std::move(name)), m_program(std::move(program)),
          m_arguments(std::move(arguments)), m_file(branch.file(m_name + QStringLiteral(".timing")))
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }

    /// Starts it and waits until its window has its branch and is painted.
    void start()
    {
        QFile::remove(m_file);
        m_process.setProcessEnvironment(m_display.environment());
        m_process.start(m_program, m_arguments + QStringList{QStringLiteral("--timing"), m_file});
        must(waitFor([this] { return QFile::exists(m_file) || m_process.state() == QProcess::NotRunning; })
                 && m_process.state() != QProcess::NotRunning,
             m_name.toUtf8() + " shows no content");
    }
    /// Ends it, as it would be told to; what it measured.
    Figures stop()
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM);
        must(waitFor([this] { return m_process.state() == QProcess::NotRunning; })
                 && m_process.exitStatus() == QProcess::NormalExit,
             m_name.toUtf8() + " does not end");
        Figures figures;
        QFile file(m_file);
        must(file.open(QIODevice::ReadOnly), m_name.toUtf8() + " wrote nothing");
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (const auto blank = line.indexOf(' '); blank > 0)
                figures[line.left(blank)] = line.mid(blank + 1);
        }
        return figures;
    }
    void focus() const { m_display.focus(m_process.processId()); }
    void signIn(const QString &account) const
    {
        focus();
        m_display.type({QStringLiteral("type"), account});
        m_display.type({QStringLiteral("key"), QStringLiteral("Tab")});
        m_display.type({QStringLiteral("type"), QString::fromUtf8(kPassword)});
        m_display.type({QStringLiteral("key"), QStringLiteral("Return")});
    }
    void press(const QString &key) const { m_display.type({QStringLiteral("key"), key}); }
    [[nodiscard]] QByteArray startFigure() const { return m_name.toUtf8() + ".start_ms"; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    Display m_display;
    QString m_name;
    QString m_program;
    QStringList m_arguments;
    QString m_file;
    QProcess m_process;
};

void hire(Branch &branch, const QString &account, const QStringList &more)
{
    const Ran added = branch.ask(QStringList{QStringLiteral("staff"), QStringLiteral("add"), account} + more);
    must(added.code == 0, "no account: " + added.out + added.err);
    const QByteArray problem = branch.signIn(
        account, account, added.json().value(QStringLiteral("oneTimePassword")).toString().toUtf8());
    must(problem.isEmpty(), problem);
}

/// The demo's figures, or an hour of them: its half hours from 9:30 on.
QString dayFigures(const Branch &branch, bool isFull)
{
    QString whole = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/demo/bank-day.toml");
    if (isFull)
        return whole;
    QFile file(whole);
    must(file.open(QIODevice::ReadOnly), "the demo's figures cannot be read");
    QString text = QString::fromUtf8(file.readAll());
    const auto put = [&text](const char *pattern, const char *with) {
        const QRegularExpression line(QLatin1String(pattern), QRegularExpression::MultilineOption);
        must(line.match(text).hasMatch(), "the demo's figures look different");
        text.replace(line, QLatin1String(with));
    };
    put("^opens = .*$", "opens = \"09:30\"");
    put("^latest_end = .*$", "latest_end = \"10:40\"");
    put("^arrivals_per_half_hour = \\[\\d+, \\d+, \\d+, (\\d+), (\\d+),.*$", "arrivals_per_half_hour = [\\1, \\2]");
    return branch.write(QStringLiteral("hour.toml"), text.toUtf8());
}

int measure(bool isFull)
{
    Branch branch;
    const QByteArray problem
        = branch.begin({QStringLiteral("--play-clock"), kDay + QStringLiteral("T07:20:00+07:00")});
    must(problem.isEmpty(), problem);
    must(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"),
                     QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml")})
                 .code
             == 0,
         "the branch is not taken");
    hire(branch, QStringLiteral("player"),
         {QStringLiteral("--name"), QStringLiteral("Player"), QStringLiteral("--role"),
          QStringLiteral("supervisor,administrator")});
    hire(branch, QStringLiteral("teller"),
         {QStringLiteral("--role"), QStringLiteral("teller"), QStringLiteral("--staff"), QStringLiteral("1")});
    hire(
        branch, QStringLiteral("boss"),
        {QStringLiteral("--name"), QStringLiteral("Boss"), QStringLiteral("--role"), QStringLiteral("supervisor")});

    const QStringList data{QStringLiteral("--data"), branch.path()};
    const QString desk = QStringLiteral("1366x768");
    const QString hall = QStringLiteral("1920x1080");
    std::vector<std::unique_ptr<Window>> windows;
    const auto add = [&](const char *name, const QString &program, const QStringList &arguments,
                         const QString &size) {
        if (QFile::exists(program))
            windows.push_back(std::make_unique<Window>(QLatin1String(name), program, arguments, branch, size));
        return QFile::exists(program) ? windows.back().get() : nullptr;
    };
    add("empty", QCoreApplication::applicationFilePath(), {QStringLiteral("--empty")}, desk);
    Window *teller = add("teller", beside(QStringLiteral("tiepdon-teller")),
                         data + QStringList{QStringLiteral("--counter"), QStringLiteral("1")}, desk);
    add("lobby", beside(QStringLiteral("tiepdon-lobby")), data, hall);
    Window *kiosk = add("kiosk", beside(QStringLiteral("tiepdon-kiosk")),
                        data + QStringList{QStringLiteral("--printer"), QStringLiteral("none")}, hall);
    Window *supervisor = add("supervisor", beside(QStringLiteral("tiepdon-supervisor")), data, desk);
    must(teller, "there is no teller's window");

    for (const auto &window : windows) {
        window->start(); // enrols, and warms the caches
        window->stop();
        std::vector<double> starts;
        for (int i = 0; i < kStarts; ++i) {
            window->start();
            const QByteArray value = window->stop().at(window->startFigure());
            starts.push_back(value.left(value.indexOf(' ')).toDouble());
        }
        print(window->startFigure().constData(), quantile(starts, 0.5), "ms");
    }

    for (const auto &window : windows)
        window->start();
    teller->signIn(QStringLiteral("teller"));
    if (supervisor)
        supervisor->signIn(QStringLiteral("boss"));
    if (kiosk)
        kiosk->focus();
    QProcess play;
    play.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    play.start(beside(QStringLiteral("tiepdon-ctl")),
               data
                   + QStringList{QStringLiteral("--device"), branch.file(QStringLiteral("player")),
                                 QStringLiteral("play"), QStringLiteral("--figures"), dayFigures(branch, isFull),
                                 QStringLiteral("--date"), kDay, QStringLiteral("--speed"), QStringLiteral("60"),
                                 QStringLiteral("--leave-counter"), QStringLiteral("1")});
    must(play.waitForStarted(), "the day is not played");
    const QStringList keys{QStringLiteral("F2"), QStringLiteral("Return"), QStringLiteral("F9")};
    int key = 0;
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, [&] {
        teller->press(keys.at(key++ % keys.size()));
        if (kiosk)
            kiosk->press(key % 2 == 0 ? QStringLiteral("Tab") : QStringLiteral("Return"));
    });
    typing.start(kKeyMs);
    must(test::runUntil([&play] { return play.state() == QProcess::NotRunning; }, isFull ? 3600000 : 600000),
         "the day does not end");
    typing.stop();
    must(play.exitCode() == 0, "the day was not played: " + play.readAllStandardOutput());
    for (const auto &window : windows) {
        must(window->isRunning(), window->startFigure() + ": the program ended during the day");
        for (const auto &[name, value] : window->stop()) {
            if (name != window->startFigure()) {
                std::printf("%s %s\n", name.constData(), value.constData());
                std::fflush(stdout);
            }
        }
    }
    return 0;
}

/// A window with nothing in it: what a start costs at least here, and how long any program stands still.
int showEmpty(int argc, char *argv[], const QString &file)
{
    QApplication app(argc, argv);
    StallMeter meter(QStringLiteral("empty"), file);
    QWidget window;
    window.resize(1366, 768);
    window.show();
    meter.hasContent(window);
    closeOnSignals(0);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    // as a program of this repository is called: --empty --timing FILE
    if (argc == 4 && qstrcmp(argv[1], "--empty") == 0)
        return showEmpty(argc, argv, QString::fromLocal8Bit(argv[3]));
    QCoreApplication app(argc, argv);
    return measure(QCoreApplication::arguments().contains(QStringLiteral("--full")));
}
