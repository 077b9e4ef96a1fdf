// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

namespace tiepdon::test {

/// A real cupsd with directories, queues and backends of its own, which listens on a socket of its own and prints
/// into files. Nothing of the machine's own CUPS is read or touched.
class PrivateCups
{
public:
    /// Where the program is; empty when it is not there.
    static QString program()
    {
        for (const char *place : {"/usr/sbin/cupsd", "/usr/bin/cupsd"}) {
            if (QFile::exists(QString::fromLatin1(place)))
                return QString::fromLatin1(place);
        }
        return {};
    }

    ~PrivateCups() { stop(); }

    /// Lines are added to cupsd.conf. What went wrong; empty when it runs.
    QByteArray start(const QByteArray &more = {})
    {
        // cupsd and its backends may be other users than the test
        ::chmod(qPrintable(m_dir.path()), 0755);
        for (const char *part :
             {"etc", "spool", "cache", "run", "log", "tmp", "bin", "bin/backend", "bin/filter", "out"})
            QDir(m_dir.path()).mkpath(QString::fromLatin1(part));
        ::chmod(qPrintable(file("out")), 0777);
        // what starts backends for cupsd
        QFile::link(QStringLiteral("/usr/lib/cups/daemon"), file("bin/daemon"));
        write("etc/cupsd.conf", "Listen " + socket().toUtf8() + R"(
LogLevel debug
Browsing Off
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  SubscriptionPrivateAccess all
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
)" + more);
        QByteArray files = "DataDir /usr/share/cups\n";
        const std::pair<const char *, const char *> places[]
            = {{"ServerRoot", "etc"},       {"RequestRoot", "spool"},  {"CacheDir", "cache"},
               {"StateDir", "run"},         {"TempDir", "tmp"},        {"ServerBin", "bin"},
               {"AccessLog", "log/access"}, {"ErrorLog", "log/error"}, {"PageLog", "log/page"}};
        for (const auto &[name, place] : places)
            files += QByteArray(name) + ' ' + file(place).toUtf8() + '\n';
        write("etc/cups-files.conf", files);
        // what printers do: print, fail, run out of paper, take their time
        backend("writes", "cat \"${6:--}\" > \"${DEVICE_URI#writes:}\"");
        backend("fails", "cat > /dev/null; echo 'ERROR: the head is broken' >&2; exit 1");
        backend("empty", "echo 'STATE: +media-empty-error' >&2; exec sleep 60");
        backend("slow", "exec sleep 60");

        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(),
                        {QStringLiteral("-f"), QStringLiteral("-c"), file("etc/cupsd.conf"), QStringLiteral("-s"),
                         file("etc/cups-files.conf")});
        const bool isUp = QTest::qWaitFor(
            [this] { return QFile::exists(socket()) || m_process.state() == QProcess::NotRunning; }, 10000);
        if (isUp && m_process.state() != QProcess::NotRunning)
            return {};
        return "cupsd does not start: " + m_process.readAll() + log();
    }

    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    /// Adds a queue. `device` as "fails:/x", or a file's name for one that prints into it; `more` as for lpadmin.
    void addQueue(const char *name, const QString &device, const QStringList &more = {})
    {
        const QString uri = device.contains(u':') ? device : QStringLiteral("writes:") + file(device.toUtf8());
        run(QStringLiteral("lpadmin"),
            QStringList{QStringLiteral("-p"), QString::fromLatin1(name), QStringLiteral("-E"), QStringLiteral("-v"),
                        uri}
                + more);
    }

    /// Runs one of CUPS's own commands against it; what it said.
    QByteArray run(const QString &command, const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CUPS_SERVER"), socket());
        environment.insert(QStringLiteral("PATH"),
                           environment.value(QStringLiteral("PATH")) + QStringLiteral(":/usr/sbin"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(command, arguments);
        if (!process.waitForFinished(10000))
            return "did not end";
        return process.readAll();
    }

    /// Jobs that may still come out of a queue.
    QByteArray jobsLeft(const char *queue)
    {
        return run(QStringLiteral("lpstat"),
                   {QStringLiteral("-W"), QStringLiteral("not-completed"), QStringLiteral("-o"),
                    QString::fromLatin1(queue)});
    }

    [[nodiscard]] QString socket() const { return file("run/sock"); }
    [[nodiscard]] QString file(const QByteArray &name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QByteArray read(const QByteArray &name) const
    {
        QFile target(file(name));
        return target.open(QIODevice::ReadOnly) ? target.readAll() : QByteArray();
    }
    [[nodiscard]] QByteArray log() const { return read("log/error").right(40000); }

private:
    void write(const QByteArray &name, const QByteArray &content)
    {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
            qFatal("a test's file cannot be written");
    }
    void backend(const QByteArray &name, const QByteArray &body)
    {
        write("bin/backend/" + name, "#!/bin/sh\n[ $# -gt 0 ] || exit 0\n" + body + '\n');
        ::chmod(qPrintable(file("bin/backend/" + name)), 0755);
    }

    QTemporaryDir m_dir{QDir::tempPath() + QStringLiteral("/cups-XXXXXX")}; // short: a socket's path has a bound
    QProcess m_process;
};

} // namespace tiepdon::test
