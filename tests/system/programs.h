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

/// No program of a test touches a keychain, and none has a terminal: its stdin is `input`.
inline Ran run(const QString &program, const QStringList &arguments, int msMax = 30'000,
               const QByteArray &input = {})
{
    qputenv("TIEPDON_SECRETS", "file");
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(msMax)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end in time\n" + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// What everybody in the tests has as password.
inline const QByteArray kPassword("four words are enough");

/// A data directory of its own, and perhaps a hub that serves it.
class Branch
{
public:
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("branch")); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }

    Ran ctl(const QStringList &arguments, int msMax = 30'000, const QByteArray &input = {}) const
    {
        return run(QStringLiteral(TIEPDON_CTL), QStringList{QStringLiteral("--data"), path()} + arguments, msMax,
                   input);
    }
    /// The same with --json.
    Ran ask(const QStringList &arguments, int msMax = 30'000, const QByteArray &input = {}) const
    {
        return ctl(QStringList{QStringLiteral("--json")} + arguments, msMax, input);
    }
    /// The same on a device of its own, so with a session of its own.
    Ran askOn(const QString &device, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return ask(QStringList{QStringLiteral("--device"), file(device)} + arguments, 30'000, input);
    }

    /// Makes the branch and starts its hub; its first administrator is signed in, with the password kPassword.
    /// The step that failed, with what it said; empty when all is well.
    QByteArray begin(const QStringList &hubOptions = {}, const QStringList &initOptions = {})
    {
        const Ran made = ask(QStringList{QStringLiteral("init")} + initOptions);
        if (made.code != 0)
            return "init: " + made.out + made.err;
        if (!startHub(hubOptions))
            return "the hub does not listen";
        return signIn(QString(), QStringLiteral("admin"),
                      made.json().value(QStringLiteral("oneTimePassword")).toString().toUtf8());
    }

    /// Signs somebody in on a device (empty: the usual one) with a one-time password and sets kPassword.
    QByteArray signIn(const QString &device, const QString &account, const QByteArray &oneTime)
    {
        const QStringList where
            = device.isEmpty() ? QStringList() : QStringList{QStringLiteral("--device"), file(device)};
        const Ran in = ask(where
                               + QStringList{QStringLiteral("sign-in"), QStringLiteral("--account"), account,
                                             QStringLiteral("--password-file"), QStringLiteral("-")},
                           30'000, oneTime + '\n');
        if (in.code != 0)
            return "sign-in: " + in.out + in.err;
        const Ran changed = ask(where
                                    + QStringList{QStringLiteral("password"), QStringLiteral("--password-file"),
                                                  QStringLiteral("-"), QStringLiteral("--new-password-file"),
                                                  QStringLiteral("-")},
                                30'000, oneTime + '\n' + kPassword + '\n');
        return changed.code == 0 ? QByteArray() : "password: " + changed.out + changed.err;
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

    /// Gives the first administrator more to do; that ends the session, so signs in again. What went wrong, if
    /// anything.
    QByteArray giveAdmin(const QString &roles) const
    {
        const Ran given = ask({QStringLiteral("staff"), QStringLiteral("roles"), QStringLiteral("admin"), roles});
        const Ran in = ask({QStringLiteral("sign-in"), QStringLiteral("--account"), QStringLiteral("admin"),
                            QStringLiteral("--password-file"), QStringLiteral("-")},
                           30'000, kPassword + '\n');
        return given.code == 0 && in.code == 0 ? QByteArray() : given.out + in.out;
    }

    /// The port it listens on, as text.
    [[nodiscard]] QString port() const
    {
        QFile portText(portFile());
        return portText.open(QIODevice::ReadOnly) ? QString::fromLatin1(portText.readAll().trimmed()) : QString();
    }

private:
    [[nodiscard]] QString portFile() const { return path() + QStringLiteral("/hub.port"); }

    QTemporaryDir m_dir;
    QProcess m_hub;
};

inline QString errorCode(const Ran &ran)
{
    return ran.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

inline QString detail(const Ran &ran, const char *key)
{
    return ran.json()
        .value(QStringLiteral("error"))
        .toObject()
        .value(QStringLiteral("detail"))
        .toObject()
        .value(QString::fromLatin1(key))
        .toString();
}

inline QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }
