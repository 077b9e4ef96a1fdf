// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <utility>

#include <termios.h>
#include <unistd.h>

namespace tiepdon {
namespace {

constexpr qsizetype kLineBytesMax = 4096;
constexpr std::array kEnding{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

// Read by the signal handler, so they are plain and global; written only while it is not installed.
termios g_shown;
termios g_hidden;
bool g_isHidden = false;
std::array<struct sigaction, kEnding.size()> g_before;

/// Puts the terminal right, then lets the signal do what it does; goes on without echo after a stop.
extern "C" void onSignal(int number)
{
    const int before = errno;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &g_shown);
    if (number == SIGTSTP) {
        raise(SIGSTOP);
        tcsetattr(STDIN_FILENO, TCSADRAIN, &g_hidden);
    } else {
        struct sigaction usual = {};
        usual.sa_handler = SIG_DFL;
        sigaction(number, &usual, nullptr);
        raise(number); // delivered when this handler returns
    }
    errno = before;
}

void hideEcho()
{
    if (g_isHidden || tcgetattr(STDIN_FILENO, &g_shown) != 0)
        return;
    g_hidden = g_shown;
    g_hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL);
    struct sigaction restoring = {};
    restoring.sa_handler = onSignal;
    for (std::size_t i = 0; i < kEnding.size(); ++i)
        sigaction(kEnding.at(i), &restoring, &g_before.at(i));
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &g_hidden);
    g_isHidden = true;
}

void showEcho()
{
    if (!std::exchange(g_isHidden, false))
        return;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &g_shown);
    for (std::size_t i = 0; i < kEnding.size(); ++i)
        sigaction(kEnding.at(i), &g_before.at(i), nullptr);
    std::fputc('\n', stderr); // the person's own was not shown
}

} // namespace

Terminal::Terminal(QObject *parent) : QObject(parent), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &Terminal::onReadable);
}

Terminal::~Terminal() { showEcho(); }

bool Terminal::isThere() { return isatty(STDIN_FILENO) == 1; }

void Terminal::ask(const QString &prompt, Echo echo, Answer answer)
{
    m_answer = std::move(answer);
    m_heard.clear();
    if (echo == Echo::Hidden)
        hideEcho();
    std::fputs(qUtf8Printable(prompt), stderr);
    std::fflush(stderr);
    m_notifier.setEnabled(true);
}

void Terminal::onReadable()
{
    std::array<char, 1024> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) {
        hear(std::nullopt);
        return;
    }
    m_heard.append(bytes.data(), count);
    bytes.fill(0);
    const qsizetype end = m_heard.indexOf('\n');
    if (end >= 0)
        hear(m_heard.left(end));
    else if (m_heard.size() > kLineBytesMax)
        hear(std::nullopt);
}

void Terminal::hear(const std::optional<QByteArray> &line)
{
    m_notifier.setEnabled(false);
    showEcho();
    m_heard.fill('\0');
    m_heard.clear();
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(line);
}

} // namespace tiepdon
