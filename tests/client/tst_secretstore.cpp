// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace {

const QByteArray kPem = "-----BEGIN-PRIVATE-KEY-----0123456789";

/// A session of one user: a home of its own, if wanted a bus, and on that a real keychain.
class UserSession
{
public:
    UserSession()
    {
        environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "TIEPDON_SECRETS",
                                 "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"})
            environment.remove(QString::fromLatin1(name));
        const auto folder = [this](const char *variable, const char *name) {
            const QString path = home.filePath(QString::fromLatin1(name));
            QDir().mkdir(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
            environment.insert(QString::fromLatin1(variable), path);
        };
        environment.insert(QStringLiteral("HOME"), home.path());
        folder("XDG_RUNTIME_DIR", "run");
        folder("XDG_DATA_HOME", "data");
        folder("XDG_CONFIG_HOME", "config");
        folder("XDG_CACHE_HOME", "cache");
    }
    ~UserSession()
    {
        end(keychain);
        end(bus);
    }

    /// A bus that starts nothing by itself: what is on it was put there by the test.
    void startBus()
    {
        QFile config(home.filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                     "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                     "<busconfig><type>session</type><listen>unix:path="
                     + home.filePath(QStringLiteral("run/bus")).toUtf8()
                     + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                       "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/>"
                       "</policy></busconfig>");
        config.close();
        bus.setProcessEnvironment(environment);
        bus.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                   QStringLiteral("--config-file=") + config.fileName()});
        QVERIFY2(bus.waitForStarted(), "dbus-daemon is not installed");
        QVERIFY(bus.waitForReadyRead(10000));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QString::fromLatin1(bus.readAllStandardOutput().trimmed()));
    }

    /// `password` opens it; without one it comes up locked, as after a sign-in that gave it none.
    void startKeychain(const QByteArray &password)
    {
        end(keychain);
        keychain.setProcessEnvironment(environment);
        QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
        if (!password.isEmpty())
            arguments << QStringLiteral("--unlock");
        keychain.start(QStringLiteral("gnome-keyring-daemon"), arguments);
        QVERIFY2(keychain.waitForStarted(), "gnome-keyring is not installed");
        keychain.write(password);
        keychain.closeWriteChannel();
        const auto isThere = [this] {
            QProcess ask;
            ask.setProcessEnvironment(environment);
            ask.start(QStringLiteral("dbus-send"),
                      {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
                       QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                       QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                       QStringLiteral("string:org.freedesktop.secrets")});
            return ask.waitForFinished() && ask.readAllStandardOutput().contains("true");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    }

    static void end(QProcess &process)
    {
        process.kill();
        process.waitForFinished();
    }

    [[nodiscard]] QString folder() const { return home.filePath(QStringLiteral("device")); }
    /// All bytes that the program itself keeps.
    [[nodiscard]] QByteArray everythingInFiles() const
    {
        QByteArray all;
        for (const QFileInfo &info : QDir(folder()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    QTemporaryDir home;
    QProcessEnvironment environment;
    QProcess bus;
    QProcess keychain;
};

/// The program of secretuser.cpp in a session.
class Program
{
public:
    explicit Program(const UserSession &session)
    {
        m_process.setProcessEnvironment(session.environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(TIEPDON_SECRETUSER), {session.folder()});
    }
    ~Program() { UserSession::end(m_process); }

    /// The answer to a line; what it says of an error is its code and then words.
    QByteArray ask(const QByteArray &line, int msMax = 40000)
    {
        m_process.write(line + '\n');
        QElapsedTimer age;
        age.start();
        while (!m_process.canReadLine() && age.elapsed() < msMax)
            m_process.waitForReadyRead(100);
        return m_process.readLine().trimmed();
    }

private:
    QProcess m_process;
};

} // namespace

/// Secrets in a real keychain (gnome-keyring over the Secret Service), and without one.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABusTheyAreInFilesOfTheirOwner()
    {
        UserSession session;
        Program program(session);
        QCOMPARE(program.ask("read key"), "none");
        QCOMPARE(program.ask("where"), "keychain");
        QCOMPARE(program.ask("write key " + kPem), "ok");
        QCOMPARE(program.ask("where"), "files " + session.folder().toUtf8());
        Program later(session);
        QCOMPARE(later.ask("read key"), "value " + kPem);
        const auto ownerOnly
            = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        const auto files = QDir(session.folder()).entryInfoList(QDir::Files | QDir::Hidden);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().permissions() & ~ownerOnly, QFileDevice::Permissions());
        QCOMPARE(
            QFileInfo(session.folder()).permissions()
                & (QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther),
            QFileDevice::Permissions());
        QCOMPARE(later.ask("remove key"), "ok");
        QCOMPARE(later.ask("read key"), "none");
        QCOMPARE(later.ask("where"), "keychain");
        QVERIFY(QDir(session.folder()).isEmpty());
    }

    void withABusButNoKeychainTheyAreInFiles()
    {
        UserSession session;
        session.startBus();
        Program program(session);
        QCOMPARE(program.ask("write key " + kPem), "ok");
        QCOMPARE(program.ask("where"), "files " + session.folder().toUtf8());
        QCOMPARE(program.ask("read key"), "value " + kPem);
    }

    void whoWantsFilesGetsFiles()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        session.environment.insert(QStringLiteral("TIEPDON_SECRETS"), QStringLiteral("file"));
        Program program(session);
        QCOMPARE(program.ask("write key " + kPem), "ok");
        QCOMPARE(program.ask("where"), "files " + session.folder().toUtf8());
    }

    void aKeychainKeepsThemAcrossPrograms()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        {
            Program program(session);
            QCOMPARE(program.ask("write key " + kPem), "ok");
            QCOMPARE(program.ask("write session token-1"), "ok");
            QCOMPARE(program.ask("write session token-2"), "ok");
            QCOMPARE(program.ask("where"), "keychain");
        }
        QVERIFY(!session.everythingInFiles().contains(kPem));
        QVERIFY(!session.everythingInFiles().contains(kPem.toBase64()));
        session.startKeychain("open sesame"); // as after the user signed in to the machine again
        Program program(session);
        QCOMPARE(program.ask("read key"), "value " + kPem);
        QCOMPARE(program.ask("read session"), "value token-2");
        QCOMPARE(program.ask("remove session"), "ok");
        QCOMPARE(program.ask("read session"), "none");
        QCOMPARE(program.ask("read key"), "value " + kPem);
    }

    void twoFoldersOfOneUserStayApart()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        UserSession other;
        other.environment = session.environment;
        Program first(session);
        Program second(other);
        QCOMPARE(first.ask("write key first"), "ok");
        QCOMPARE(second.ask("write key second"), "ok");
        QCOMPARE(first.ask("read key"), "value first");
    }

    void aLockedKeychainIsSaidAndOpensLater()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        {
            Program program(session);
            QCOMPARE(program.ask("write key " + kPem), "ok");
        }
        session.startKeychain({}); // nobody gave it the password, and nobody is there to be asked
        {
            Program program(session);
            QVERIFY(program.ask("read key").startsWith("SecretsLocked"));
            QVERIFY(program.ask("write other 1").startsWith("SecretsLocked"));
            QCOMPARE(program.ask("read other"), "none"); // and nothing went to a file instead
        }
        session.startKeychain("open sesame");
        Program program(session);
        QCOMPARE(program.ask("read key"), "value " + kPem);
    }

    void aKeychainThatVanishesLosesNothingSilently()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        Program program(session);
        QCOMPARE(program.ask("write key " + kPem), "ok");
        UserSession::end(session.keychain);
        QVERIFY(program.ask("read key").startsWith("SecretsLocked"));
        session.startKeychain("open sesame");
        QCOMPARE(Program(session).ask("read key"), "value " + kPem);
        // the whole bus gone: a program started now finds no keychain, and still knows that there was one
        UserSession::end(session.keychain);
        UserSession::end(session.bus);
        Program later(session);
        QVERIFY(later.ask("read key").startsWith("SecretsLocked"));
    }

    void aSecretDeletedInTheKeychainIsNotTakenForNone()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        Program program(session);
        QCOMPARE(program.ask("write key " + kPem), "ok");
        UserSession::end(session.keychain);
        QVERIFY(QDir(session.home.filePath(QStringLiteral("data/keyrings"))).removeRecursively());
        session.startKeychain("open sesame");
        QVERIFY(program.ask("read key").startsWith("SecretsLocked"));
    }

    void aKeychainThatDoesNotAnswerIsGivenUp()
    {
        UserSession session;
        session.startBus();
        session.startKeychain("open sesame");
        Program program(session);
        QCOMPARE(program.ask("write key " + kPem), "ok");
        ::kill(static_cast<pid_t>(session.keychain.processId()), SIGSTOP);
        QElapsedTimer age;
        age.start();
        QCOMPARE(program.ask("read key"), "SecretsLocked the keychain does not answer");
        QVERIFY(age.elapsed() < 30000);
    }

    void aDamagedFileIsSaid()
    {
        UserSession session;
        {
            Program program(session);
            QCOMPARE(program.ask("write key " + kPem), "ok");
        }
        QFile file(session.folder() + QStringLiteral("/key.secret"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"secret\":");
        file.close();
        Program program(session);
        QVERIFY(program.ask("read key").startsWith("SecretsFailed"));
        QCOMPARE(program.ask("write key again"), "ok");
        QCOMPARE(program.ask("read key"), "value again");
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        UserSession session;
        QFile inTheWay(session.folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Program program(session);
        QVERIFY(program.ask("write key 1").startsWith("SecretsFailed"));
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
