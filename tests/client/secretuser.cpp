// SPDX-License-Identifier: GPL-3.0-or-later
// A program with secrets, for tst_secretstore: each line of its input is something to do with one, answered by a
// line.
//   write KEY VALUE -> ok | ERROR        read KEY -> value VALUE | none | ERROR        remove KEY -> ok | ERROR
//   where -> files FOLDER | keychain
#include "core/client/secretstore.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QFile>

#include <cstdio>

using namespace tiepdon;

namespace {

void say(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

QByteArray codeOf(const Error &error) { return QByteArray(name(error.code).data()) + ' ' + error.message.c_str(); }

void obey(SecretStore &store, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const QString key = QString::fromUtf8(words.value(1));
    const auto done = [](const Result<void> &result) { say(result ? QByteArray("ok") : codeOf(result.error())); };
    if (words.first() == "write") {
        store.write(key, words.value(2), nullptr, done);
    } else if (words.first() == "remove") {
        store.remove(key, nullptr, done);
    } else if (words.first() == "read") {
        store.read(key, nullptr, [](const Result<std::optional<QByteArray>> &result) {
            say(!result ? codeOf(result.error()) : *result ? "value " + **result : QByteArray("none"));
        });
    } else {
        say(store.fileFolder().isEmpty() ? QByteArray("keychain") : "files " + store.fileFolder().toUtf8());
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    SecretStore store(app.arguments().value(1), QStringLiteral("tiepdon-test"));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    QSocketNotifier notifier(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &app, [&] {
        const QByteArray line = input.readLine().trimmed();
        if (line.isEmpty())
            QCoreApplication::quit();
        else
            obey(store, line);
    });
    return QCoreApplication::exec();
}
