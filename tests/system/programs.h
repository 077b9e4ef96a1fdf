// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

// The real programs, run as a person or a service would. TIEPDON_CTL and TIEPDON_HUB are their files.

/// What one call of a program gave.
struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline Ran run(const QString &program, const QStringList &arguments, int msMax = 30'000)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(msMax)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end in time\n" + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// A data directory of its own, and perhaps a hub that serves it.
class Branch
{
public:
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("branch")); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }

    Ran ctl(const QStringList &arguments, int msMax = 30'000) const
    {
        return run(QStringLiteral(TIEPDON_CTL), QStringList{QStringLiteral("--data"), path()} + arguments, msMax);
    }
    /// The same with --json.
    Ran ask(const QStringList &arguments, int msMax = 30'000) const
    {
        return ctl(QStringList{QStringLiteral("--json")} + arguments, msMax);
    }

    /// Starts the hub; true once it listens.
    bool startHub(const QStringList &more = {})
    {
        QFile::remove(portFile());
        m_hub.setProcessChannelMode(QProcess::MergedChannels);
        m_hub.start(QStringLiteral(TIEPDON_HUB),
                    QStringList{QStringLiteral("--data"), path(), QStringLiteral("--port"), QStringLiteral("0")}
                        + more);
        return QTest::qWaitFor([this] { return QFile::exists(portFile()); }, 10'000);
    }
    /// Asks the hub to stop; its exit code, -1 when it did not.
    int stopHub()
    {
        m_hub.terminate();
        if (!m_hub.waitForFinished(10'000))
            return -1;
        return m_hub.exitStatus() == QProcess::NormalExit ? m_hub.exitCode() : -1;
    }
    [[nodiscard]] qint64 hubProcess() const { return m_hub.processId(); }
    void killHub()
    {
        m_hub.kill();
        m_hub.waitForFinished();
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
            return {};
        return file(name);
    }

    ~Branch()
    {
        if (m_hub.state() != QProcess::NotRunning)
            stopHub();
    }

private:
    [[nodiscard]] QString portFile() const { return path() + QStringLiteral("/hub.port"); }

    QTemporaryDir m_dir;
    QProcess m_hub;
};

inline QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }
