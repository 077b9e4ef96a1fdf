// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/endsignals.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace tiepdon {

#ifdef Q_OS_UNIX
namespace {

int g_signalPipe[2] = {-1, -1};

void onSignal(int number)
{
    std::signal(number, SIG_DFL); // a second one ends it at once
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_signalPipe[0], &byte, 1);
}

} // namespace
#endif

void closeOnSignals(int farewellMs)
{
#ifdef Q_OS_UNIX
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(g_signalPipe[1], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier, farewellMs] {
        notifier->setEnabled(false);
        QApplication::closeAllWindows();
        QTimer::singleShot(farewellMs, qApp, &QApplication::quit);
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
#else
    Q_UNUSED(farewellMs)
#endif
}

} // namespace tiepdon
