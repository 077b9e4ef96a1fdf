// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>

#include <array>
#include <csignal>
#include <cstdlib>
#include <limits>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace {

const QString kSample = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml");
const QRegularExpression kOneTime(QStringLiteral("^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$"));

QString text(const QJsonObject &json, const char *key) { return json.value(QString::fromLatin1(key)).toString(); }
QByteArray oneTime(const Ran &ran) { return text(ran.json(), "oneTimePassword").toUtf8(); }

/// The row of a list in an answer whose field is `value`; empty when there is none.
QJsonObject rowOf(const Ran &ran, const char *list, const char *field, const QString &value)
{
    for (const QJsonValue &row : ran.json().value(QString::fromLatin1(list)).toArray()) {
        if (row.toObject().value(QString::fromLatin1(field)).toVariant().toString() == value)
            return row.toObject();
    }
    return {};
}

/// The same for devices, whose row holds a record of its own.
QJsonObject deviceNamed(const Ran &ran, const QString &name)
{
    for (const QJsonValue &row : ran.json().value(QStringLiteral("devices")).toArray()) {
        if (text(row.toObject().value(QStringLiteral("device")).toObject(), "name") == name)
            return row.toObject();
    }
    return {};
}

/// Actions of the audit that an answer holds, newest first.
QStringList actionsOf(const Ran &ran)
{
    QStringList actions;
    for (const QJsonValue &entry : ran.json().value(QStringLiteral("entries")).toArray())
        actions.append(text(entry.toObject(), "action"));
    return actions;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Files under a directory that hold these bytes.
QStringList filesWith(const QString &directory, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator it(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        if (bytesOf(it.next()).contains(bytes))
            found.append(it.filePath());
    }
    return found;
}

/// Signs in with kPassword on a device, or only tries to with another.
Ran signInOn(const Branch &branch, const QString &device, const QString &account,
             const QByteArray &password = kPassword)
{
    return branch.askOn(device,
                        {QStringLiteral("sign-in"), QStringLiteral("--account"), account,
                         QStringLiteral("--password-file"), QStringLiteral("-")},
                        password + '\n');
}

/// Adds somebody and signs them in on a device that has their account's name. What went wrong, if anything.
QByteArray hire(Branch &branch, const QString &account, const QString &roles)
{
    const Ran added = branch.ask({QStringLiteral("staff"), QStringLiteral("add"), account, QStringLiteral("--name"),
                                  QStringLiteral("Người ") + account, QStringLiteral("--role"), roles});
    return added.code == 0 ? branch.signIn(account, account, oneTime(added)) : added.out + added.err;
}

/// A program with a terminal of its own.
class AtTerminal
{
public:
    AtTerminal(const QStringList &arguments)
    {
        m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            return;
        const QByteArray name = ::ptsname(m_master);
        m_slave = ::open(name.constData(), O_RDWR | O_NOCTTY); // kept open, so that its settings can be looked at
        m_process.setChildProcessModifier([name] {
            ::setsid();
            const int terminal = ::open(name.constData(), O_RDWR);
            ::ioctl(terminal, TIOCSCTTY, 0);
            for (const int fd : {0, 1, 2})
                ::dup2(terminal, fd);
        });
        m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
        m_process.start(QStringLiteral(TIEPDON_CTL), arguments);
        m_process.waitForStarted();
    }
    ~AtTerminal()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
        ::close(m_slave);
        ::close(m_master);
    }

    /// Whether the terminal comes to show this; what came so far is in `shown`.
    bool shows(const QByteArray &wanted)
    {
        return QTest::qWaitFor(
            [&] {
                std::array<char, 4096> bytes{};
                const ssize_t count = ::read(m_master, bytes.data(), bytes.size());
                if (count > 0)
                    m_shown.append(bytes.data(), count);
                return m_shown.contains(wanted);
            },
            20'000);
    }
    void type(const QByteArray &line)
    {
        m_typed = ::write(m_master, line.constData(), static_cast<std::size_t>(line.size()));
    }
    [[nodiscard]] const QByteArray &shown() const { return m_shown; }
    [[nodiscard]] bool isEchoing() const
    {
        termios settings{};
        return ::tcgetattr(m_slave, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
    }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }
    /// Its exit code; -2 when a signal ended it.
    int ends()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(20'000))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }

private:
    QProcess m_process;
    int m_master = -1;
    int m_slave = -1;
    ssize_t m_typed = 0;
    QByteArray m_shown;
};

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstAdministratorMustChangeThePassword()
    {
        Branch branch;
        const Ran made = branch.ask(words("init"));
        QCOMPARE(made.code, 0);
        const QByteArray once = oneTime(made);
        QVERIFY2(kOneTime.match(QString::fromUtf8(once)).hasMatch(), once.constData());
        QVERIFY(branch.startHub());

        const Ran nobody = branch.ask(words("status"));
        QCOMPARE(nobody.code, 5);
        QCOMPARE(errorCode(nobody), QStringLiteral("SignInNeeded"));
        QVERIFY(branch.ctl(words("status")).err.contains("tiepdon-ctl sign-in"));
        const Ran wrong = signInOn(branch, QStringLiteral("first"), QStringLiteral("admin"), "not this one");
        QCOMPARE(wrong.code, 5);
        QCOMPARE(errorCode(wrong), QStringLiteral("SignInRefused"));

        const Ran in = branch.ask(words("sign-in --account admin --password-file -"), 30'000, once + '\n');
        QVERIFY2(in.code == 0, in.out.constData());
        QCOMPARE(in.json().value(QStringLiteral("mustChangePassword")).toBool(), true);
        QVERIFY(!in.json().contains(QStringLiteral("token")));
        for (const char *command : {"status", "staff list", "device list", "audit", "day open"}) {
            const Ran refused = branch.ask(words(command));
            QVERIFY2(refused.code == 5, command);
            QCOMPARE(errorCode(refused), QStringLiteral("PasswordChangeNeeded"));
        }
        QVERIFY(branch.ctl(words("status")).err.contains("tiepdon-ctl password"));

        const QStringList change = words("password --password-file - --new-password-file -");
        const Ran weak = branch.ask(change, 30'000, once + "\nshort\n");
        QCOMPARE(weak.code, 1);
        QCOMPARE(errorCode(weak), QStringLiteral("PasswordTooWeak"));
        QCOMPARE(detail(weak, "reason"), QStringLiteral("tooShort"));
        QCOMPARE(errorCode(branch.ask(change, 30'000, once + '\n' + once + '\n')),
                 QStringLiteral("PasswordTooWeak"));
        const Ran changed = branch.ask(change, 30'000, once + '\n' + kPassword + '\n');
        QVERIFY2(changed.code == 0, changed.out.constData());
        QCOMPARE(branch.ask(words("status")).code, 0);

        // neither password is anywhere on disk, and the first one is of no more use
        QCOMPARE(filesWith(branch.path(), once), QStringList());
        QCOMPARE(filesWith(branch.path(), kPassword), QStringList());
        QCOMPARE(errorCode(signInOn(branch, QStringLiteral("first"), QStringLiteral("admin"), once)),
                 QStringLiteral("SignInRefused"));

        QCOMPARE(branch.ask(words("sign-out")).code, 0);
        QCOMPARE(errorCode(branch.ask(words("status"))), QStringLiteral("SignInNeeded"));
        QCOMPARE(branch.ask(words("sign-out")).code, 0);
    }

    void staffComeAndGo()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        const Ran added
            = branch.ask({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("Phuong"),
                          QStringLiteral("--name"), QStringLiteral("Lê Thu Phương"), QStringLiteral("--role"),
                          QStringLiteral("teller,supervisor"), QStringLiteral("--staff"), QStringLiteral("3")});
        QVERIFY2(added.code == 0, added.out.constData());
        QCOMPARE(added.json().value(QStringLiteral("staff")).toInt(), 3);
        QCOMPARE(errorCode(branch.ask(words("staff add phuong --name X --role teller"))),
                 QStringLiteral("AccountTaken"));
        QJsonObject row = rowOf(branch.ask(words("staff list")), "staff", "account", QStringLiteral("phuong"));
        QCOMPARE(text(row, "name"), QStringLiteral("Lê Thu Phương"));
        QCOMPARE(row.value(QStringLiteral("roles")).toArray(),
                 (QJsonArray{QStringLiteral("teller"), QStringLiteral("supervisor")}));
        QCOMPARE(row.value(QStringLiteral("mustChangePassword")).toBool(), true);

        const QString device = QStringLiteral("desk");
        QCOMPARE(branch.signIn(device, QStringLiteral("phuong"), oneTime(added)), QByteArray());
        QCOMPARE(branch.askOn(device, words("status")).code, 0);
        QCOMPARE(branch.askOn(device, words("staff list")).code, 0);
        // other roles hold at once
        QCOMPARE(branch.ask(words("staff roles phuong teller")).code, 0);
        QCOMPARE(errorCode(branch.askOn(device, words("status"))), QStringLiteral("SessionEnded"));
        QCOMPARE(signInOn(branch, device, QStringLiteral("phuong")).code, 0);
        QCOMPARE(errorCode(branch.askOn(device, words("staff list"))), QStringLiteral("NotAllowed"));

        // disabled: the session ends, and the right password is of no use; enabled, it is again
        QCOMPARE(branch.ask(words("staff disable 3")).code, 0);
        QCOMPARE(branch.askOn(device, words("status")).code, 5);
        QCOMPARE(errorCode(signInOn(branch, device, QStringLiteral("phuong"))), QStringLiteral("AccountDisabled"));
        row = rowOf(branch.ask(words("staff list")), "staff", "account", QStringLiteral("phuong"));
        QCOMPARE(row.value(QStringLiteral("isDisabled")).toBool(), true);
        QCOMPARE(row.value(QStringLiteral("sessions")).toInt(-1), 0);
        QCOMPARE(branch.ask(words("staff enable phuong")).code, 0);
        QCOMPARE(signInOn(branch, device, QStringLiteral("phuong")).code, 0);
        QCOMPARE(branch.askOn(device, words("sign-out")).code, 0);

        // guessing is slowed on this device, and an administrator takes the delay away
        Ran guess;
        for (int i = 0; i < 12 && errorCode(guess) != QStringLiteral("SignInDelayed"); ++i)
            guess = signInOn(branch, device, QStringLiteral("phuong"), "a wrong password");
        QCOMPARE(errorCode(guess), QStringLiteral("SignInDelayed"));
        QVERIFY(detail(guess, "waitMs").toInt() > 0);
        QCOMPARE(branch.ask(words("staff unlock phuong")).code, 0);
        QCOMPARE(signInOn(branch, device, QStringLiteral("phuong")).code, 0);

        // a new one-time password ends what there is
        const Ran again = branch.ask(words("staff password phuong"));
        QCOMPARE(again.code, 0);
        QCOMPARE(branch.askOn(device, words("status")).code, 5);
        QCOMPARE(errorCode(signInOn(branch, device, QStringLiteral("phuong"))), QStringLiteral("SignInRefused"));
        QCOMPARE(signInOn(branch, device, QStringLiteral("phuong"), oneTime(again))
                     .json()
                     .value(QStringLiteral("mustChangePassword"))
                     .toBool(),
                 true);

        QCOMPARE(errorCode(branch.ask(words("staff disable nobody"))), QStringLiteral("UnknownStaff"));
        QCOMPARE(errorCode(branch.ask(words("staff disable admin"))), QStringLiteral("LastAdministrator"));
        QCOMPARE(errorCode(branch.ask(words("staff roles admin auditor"))), QStringLiteral("LastAdministrator"));
        const QString weak = branch.write(QStringLiteral("weak"), "123456789012\n");
        QCOMPARE(errorCode(branch.ask({QStringLiteral("staff"), QStringLiteral("password"),
                                       QStringLiteral("phuong"), QStringLiteral("--new-password-file"), weak})),
                 QStringLiteral("PasswordTooWeak"));
    }

    void devicesComeAndGo()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        const QString picture = branch.file(QStringLiteral("code.svg"));
        const Ran made = branch.ask({QStringLiteral("device"), QStringLiteral("enrol"), QStringLiteral("--name"),
                                     QStringLiteral("Quầy 3"), QStringLiteral("--qr"), picture});
        QVERIFY2(made.code == 0, made.out.constData());
        QCOMPARE(made.json().value(QStringLiteral("isThisMachineOnly")).toBool(), true);
        QCOMPARE(made.json().value(QStringLiteral("port")).toInt(), branch.port().toInt());
        const QByteArray code = text(made.json(), "code").toUtf8();
        QVERIFY2(QRegularExpression(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})+$"))
                     .match(QString::fromUtf8(code))
                     .hasMatch(),
                 code.constData());
        QVERIFY(bytesOf(picture).startsWith("<svg"));
        QCOMPARE(QFile::permissions(picture)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());

        // a device elsewhere: it has no data directory of a hub
        const auto elsewhere
            = [&branch](const QString &device, const QStringList &arguments, const QByteArray &input = {}) {
                  return run(QStringLiteral(TIEPDON_CTL),
                             QStringList{QStringLiteral("--json"), QStringLiteral("--data"),
                                         branch.file(QStringLiteral("nothing")), QStringLiteral("--device"),
                                         branch.file(device)}
                                 + arguments,
                             30'000, input);
              };
        const QString counter = QStringLiteral("counter");
        QCOMPARE(errorCode(elsewhere(counter, words("status"))), QStringLiteral("NotEnrolled"));
        QCOMPARE(errorCode(elsewhere(counter, words("enrol"))), QStringLiteral("NotEnrolled"));
        QCOMPARE(errorCode(elsewhere(counter, words("enrol"), code.chopped(3))), QStringLiteral("CodeDamaged"));
        // typed with small letters and blanks
        const Ran enrolled
            = elsewhere(counter, words("enrol"), ' ' + code.toLower().replace('-', ' ').insert(20, '\n') + "\n\n");
        QVERIFY2(enrolled.code == 0, enrolled.out.constData());
        QCOMPARE(text(enrolled.json(), "device"), QStringLiteral("Quầy 3"));
        QCOMPARE(errorCode(elsewhere(counter, words("status"))), QStringLiteral("SignInNeeded"));
        const Ran used = elsewhere(QStringLiteral("thief"), words("enrol"), code);
        QCOMPARE(used.code, 1);
        QCOMPARE(errorCode(used), QStringLiteral("EnrolmentUsed"));

        QJsonObject row = deviceNamed(branch.ask(words("device list")), QStringLiteral("Quầy 3"));
        const QJsonObject device = row.value(QStringLiteral("device")).toObject();
        QCOMPARE(text(device, "app"), QStringLiteral("tiepdon-ctl"));
        QCOMPARE(text(device, "kind"), QStringLiteral("workplace"));
        const QString id = QString::number(device.value(QStringLiteral("id")).toInt());
        QCOMPARE(
            branch.ask({QStringLiteral("device"), QStringLiteral("rename"), id, QStringLiteral("Quầy ba")}).code,
            0);
        QCOMPARE(deviceNamed(branch.ask(words("device list")), QStringLiteral("Quầy ba")).isEmpty(), false);

        QCOMPARE(hire(branch, QStringLiteral("watcher"), QStringLiteral("auditor")), QByteArray());
        QCOMPARE(elsewhere(counter, words("sign-in --account watcher --password-file -"), kPassword + '\n').code,
                 0);
        QCOMPARE(elsewhere(counter, words("status")).code, 0);
        QCOMPARE(branch.ask({QStringLiteral("device"), QStringLiteral("revoke"), id}).code, 0);
        const Ran revoked = elsewhere(counter, words("status"));
        QCOMPARE(revoked.code, 5);
        QCOMPARE(errorCode(revoked), QStringLiteral("DeviceRevoked"));
        row = deviceNamed(branch.ask(words("device list")), QStringLiteral("Quầy ba"));
        QVERIFY(row.value(QStringLiteral("device")).toObject().contains(QStringLiteral("revokedMs")));
        QCOMPARE(errorCode(branch.ask(words("device revoke 999"))), QStringLiteral("UnknownDevice"));

        // what a person sees
        const Ran plain = branch.ctl({QStringLiteral("device"), QStringLiteral("enrol"), QStringLiteral("--name"),
                                      QStringLiteral("Sảnh"), QStringLiteral("--kind"), QStringLiteral("display")});
        QCOMPARE(plain.code, 0);
        QVERIFY(plain.out.contains("\xe2\x96\x88\xe2\x96\x80")); // blocks
        QVERIFY(!plain.out.contains('\033'));
        QVERIFY(plain.out.contains("hub's own machine only"));
        QVERIFY(!branch
                     .ctl({QStringLiteral("device"), QStringLiteral("enrol"), QStringLiteral("--name"),
                           QStringLiteral("Sảnh"), QStringLiteral("--no-qr")})
                     .out.contains("\xe2\x96\x88"));
    }

    void aCodeLeadsToItsOwnHubOnly()
    {
        Branch branch;
        Branch other;
        QCOMPARE(branch.begin({}, words("--host hub.example")), QByteArray());
        QCOMPARE(other.begin(), QByteArray());
        const Ran named = branch.ask(words("device enrol --name far"));
        QCOMPARE(text(named.json(), "host"), QStringLiteral("hub.example"));
        QCOMPARE(named.json().value(QStringLiteral("isThisMachineOnly")).toBool(true), false);

        const Ran foreign = branch.ask({QStringLiteral("device"), QStringLiteral("enrol"), QStringLiteral("--name"),
                                        QStringLiteral("x"), QStringLiteral("--address"),
                                        QStringLiteral("127.0.0.1:") + other.port()});
        QCOMPARE(foreign.code, 0);
        const Ran refused
            = run(QStringLiteral(TIEPDON_CTL),
                  {QStringLiteral("--json"), QStringLiteral("--data"), branch.file(QStringLiteral("none")),
                   QStringLiteral("--device"), branch.file(QStringLiteral("far")), QStringLiteral("enrol")},
                  30'000, text(foreign.json(), "code").toUtf8());
        QCOMPARE(refused.code, 4);
        QCOMPARE(errorCode(refused), QStringLiteral("TrustFailed"));
    }

    void theAuditShowsWhatWasDone()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(hire(branch, QStringLiteral("watcher"), QStringLiteral("auditor")), QByteArray());
        QCOMPARE(signInOn(branch, QStringLiteral("watcher"), QStringLiteral("admin"), "a wrong one").code, 5);
        QCOMPARE(branch.ask(words("staff disable watcher")).code, 0);
        QCOMPARE(branch.ask(words("device enrol --name x")).code, 0);
        QCOMPARE(branch.ask(words("device rename 1 first")).code, 0);

        const Ran all = branch.ask(words("audit"));
        QVERIFY2(all.code == 0, all.out.constData());
        const QStringList actions = actionsOf(all);
        const QStringList expected{QStringLiteral("deviceEnrolled"),  QStringLiteral("signedIn"),
                                   QStringLiteral("passwordChanged"), QStringLiteral("accountAdded"),
                                   QStringLiteral("accountDisabled"), QStringLiteral("enrolmentAdded"),
                                   QStringLiteral("deviceRenamed")};
        for (const QString &action : expected)
            QVERIFY2(actions.contains(action),
                     qPrintable(action + QStringLiteral(" is not among ") + actions.join(u' ')));
        std::int64_t before = std::numeric_limits<std::int64_t>::max();
        for (const QJsonValue &entry : all.json().value(QStringLiteral("entries")).toArray()) {
            const auto seq = entry.toObject().value(QStringLiteral("seq")).toInteger();
            QVERIFY(seq < before); // newest first
            before = seq;
        }
        QCOMPARE(before, 1);

        const auto only = [&branch](const char *options, const char *field, const QString &value) {
            const Ran ran = branch.ask(words(options));
            const QJsonArray entries = ran.json().value(QStringLiteral("entries")).toArray();
            for (const QJsonValue &entry : entries) {
                if (entry.toObject().value(QString::fromLatin1(field)).toVariant().toString() != value)
                    return false;
            }
            return ran.code == 0 && !entries.isEmpty();
        };
        QVERIFY(only("audit --action accountDisabled", "action", QStringLiteral("accountDisabled")));
        QVERIFY(only("audit --who watcher", "actorAccount", QStringLiteral("watcher")));
        QVERIFY(only("audit --who 1000000", "actorAccount", QStringLiteral("admin")));
        QVERIFY(only("audit --device-id 1", "device", QStringLiteral("1")));
        const Ran refusals = branch.ask(words("audit --refused"));
        QVERIFY(!actionsOf(refusals).isEmpty());
        for (const QJsonValue &entry : refusals.json().value(QStringLiteral("entries")).toArray())
            QVERIFY(text(entry.toObject(), "outcome") != QStringLiteral("done"));
        QVERIFY(only("audit --refused --limit 1", "outcome", QStringLiteral("SignInRefused")));
        QCOMPARE(actionsOf(branch.ask(words("audit --limit 2"))).size(), 2);
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
        QVERIFY(actionsOf(branch.ask({QStringLiteral("audit"), QStringLiteral("--from"), today})).size()
                >= actions.size());
        QVERIFY(actionsOf(branch.ask({QStringLiteral("audit"), QStringLiteral("--from"), tomorrow})).isEmpty());
        QVERIFY(
            actionsOf(branch.ask({QStringLiteral("audit"), QStringLiteral("--to"), QStringLiteral("2020-01-01")}))
                .isEmpty());
        QCOMPARE(errorCode(branch.ask(words("audit --who nobody"))), QStringLiteral("UnknownStaff"));

        const Ran table = branch.ctl(words("audit"));
        QVERIFY(table.out.contains("accountDisabled"));
        QVERIFY(table.out.contains("(watcher)")); // whom it was about, by name
        // names, passwords and codes are not in it
        QVERIFY(!all.out.contains(kPassword) && !all.out.contains("Người"));
    }

    void anAuditorReadsAndATellerDoesNot()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        const QString auditor = QStringLiteral("auditor");
        const QString teller = QStringLiteral("teller");
        QCOMPARE(hire(branch, auditor, QStringLiteral("auditor")), QByteArray());
        QCOMPARE(hire(branch, teller, QStringLiteral("teller")), QByteArray());
        for (const char *command : {"audit", "audit checkpoint", "staff list", "device list", "status"})
            QVERIFY2(branch.askOn(auditor, words(command)).code == 0, command);
        QCOMPARE(branch.askOn(teller, words("status")).code, 0);
        const QList<QStringList> changes{words("staff add x --name x --role teller"),
                                         words("device enrol --name x"),
                                         words("device revoke 1"),
                                         words("day open"),
                                         words("issue 1"),
                                         words("branch import")
                                             + QStringList{kSample}}; // whose path may have blanks
        for (const QString &person : {auditor, teller}) {
            for (const QStringList &change : changes) {
                const Ran refused = branch.askOn(person, change);
                QVERIFY2(refused.code == 5,
                         qPrintable(person + QStringLiteral(": ") + change.join(u' ') + u' '
                                    + QString::fromUtf8(refused.out)));
                QCOMPARE(errorCode(refused), QStringLiteral("NotAllowed"));
            }
        }
        QCOMPARE(branch.askOn(auditor, words("staff disable teller")).code, 5);
        for (const char *question : {"audit", "audit checkpoint", "staff list", "device list"})
            QCOMPARE(errorCode(branch.askOn(teller, words(question))), QStringLiteral("NotAllowed"));
        // each refusal is kept
        QVERIFY(actionsOf(branch.askOn(auditor, words("audit --refused --who teller"))).size() >= changes.size());
        QCOMPARE(branch.ask(words("status")).json().value(QStringLiteral("isOpen")).toBool(true), false);
    }

    void aCheckpointShowsAChangedDatabase()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(branch.stopHub(), 0);
        const QString database = branch.path() + QStringLiteral("/branch.sqlite");
        const QString earlier = branch.file(QStringLiteral("earlier.sqlite"));
        QVERIFY(QFile::copy(database, earlier));
        QVERIFY(branch.startHub());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        QCOMPARE(branch.ask(words("staff add xuan --name X --role auditor")).code, 0);

        const Ran printed = branch.ctl(words("audit checkpoint"));
        QCOMPARE(printed.code, 0);
        QCOMPARE(printed.out.count('\n'), 1);
        const QString line = branch.write(QStringLiteral("checkpoint"), printed.out);
        const QStringList verify{QStringLiteral("verify"), QStringLiteral("--checkpoint"), line};
        // the records go on, and what was then still stands
        QCOMPARE(branch.ctl(words("day open")).code, 0);
        const Ran sound = branch.ask(verify);
        QVERIFY2(sound.code == 0, sound.out.constData());
        QCOMPARE(
            sound.json().value(QStringLiteral("checkpoint")).toObject().value(QStringLiteral("isSound")).toBool(),
            true);
        QCOMPARE(branch.stopHub(), 0);
        QCOMPARE(branch.ctl(verify).code, 0);

        // a line that was changed is no checkpoint
        QByteArray forged = printed.out;
        forged.replace("audit=", "audit=9");
        const Ran changed = branch.ask({QStringLiteral("verify"), QStringLiteral("--checkpoint"),
                                        branch.write(QStringLiteral("forged"), forged)});
        QCOMPARE(changed.code, 3);
        QCOMPARE(errorCode(branch.ask({QStringLiteral("verify"), QStringLiteral("--checkpoint"),
                                       branch.write(QStringLiteral("nonsense"), "nonsense\n")})),
                 QStringLiteral("BadFile"));

        // the database of earlier put back: sound by itself, but not what the checkpoint saw
        for (const char *part : {"", "-wal", "-shm"})
            QFile::remove(database + QString::fromLatin1(part));
        QVERIFY(QFile::copy(earlier, database));
        QCOMPARE(branch.ctl(words("verify")).code, 0);
        const Ran rolledBack = branch.ask(verify);
        QCOMPARE(rolledBack.code, 3);
        QCOMPARE(rolledBack.json().value(QStringLiteral("isSound")).toBool(true), false);
        QVERIFY(!rolledBack.json().value(QStringLiteral("problems")).toArray().isEmpty());
    }

    void permissionsAreAPage()
    {
        const Ran page = run(QStringLiteral(TIEPDON_CTL), words("permissions"));
        QCOMPARE(page.code, 0);
        QCOMPARE(page.out.trimmed(),
                 bytesOf(QStringLiteral(TIEPDON_SOURCE_DIR "/core/access/PERMISSIONS.md")).trimmed());
        const Ran json = run(QStringLiteral(TIEPDON_CTL), words("permissions --json"));
        const QJsonObject row = rowOf(json, "permissions", "method", QStringLiteral("callNext"));
        QCOMPARE(text(row.value(QStringLiteral("reach")).toObject(), "teller"), QStringLiteral("own"));
        QCOMPARE(text(row.value(QStringLiteral("reach")).toObject(), "auditor"), QStringLiteral("none"));
    }

    void aPasswordTypedAtATerminalIsNotShown()
    {
        Branch branch;
        const Ran made = branch.ask(words("init"));
        QVERIFY(branch.startHub());
        const QStringList data{QStringLiteral("--data"), branch.path()};
        {
            AtTerminal ctl(data + words("sign-in"));
            QVERIFY2(ctl.shows("Account: "), ctl.shown().constData());
            QVERIFY(ctl.isEchoing());
            ctl.type("admin\n");
            QVERIFY2(ctl.shows("Password of admin: "), ctl.shown().constData());
            QVERIFY(!ctl.isEchoing());
            ctl.type(oneTime(made) + '\n');
            QVERIFY2(ctl.shows("tiepdon-ctl password"), ctl.shown().constData());
            QCOMPARE(ctl.ends(), 0);
            QVERIFY(ctl.isEchoing());
            QVERIFY(!ctl.shown().contains(oneTime(made)));
        }
        {
            AtTerminal ctl(data + words("password"));
            QVERIFY2(ctl.shows("Present password of admin: "), ctl.shown().constData());
            ctl.type(oneTime(made) + '\n');
            QVERIFY2(ctl.shows("New password: "), ctl.shown().constData());
            ctl.type("one thing or another\n");
            QVERIFY2(ctl.shows("The same again: "), ctl.shown().constData());
            ctl.type("another thing or one\n");
            QVERIFY2(ctl.shows("not the same.\r\nNew password: "), ctl.shown().constData());
            ctl.type(kPassword + '\n');
            QVERIFY(QTest::qWaitFor([&] { return ctl.shows("again: ") && ctl.shown().count("again: ") == 2; }));
            ctl.type(kPassword + '\n');
            QVERIFY2(ctl.shows("is changed"), ctl.shown().constData());
            QCOMPARE(ctl.ends(), 0);
            QVERIFY(!ctl.shown().contains(kPassword));
        }
        QCOMPARE(branch.ask(words("status")).code, 0);
        // a signal in the middle leaves a terminal that shows what is typed
        QCOMPARE(branch.ask(words("sign-out")).code, 0);
        AtTerminal ctl(data + words("status --account admin"));
        QVERIFY2(ctl.shows("Password of admin: "), ctl.shown().constData());
        QVERIFY(!ctl.isEchoing());
        ::kill(static_cast<pid_t>(ctl.process()), SIGTERM);
        QCOMPARE(ctl.ends(), -2);
        QVERIFY(ctl.isEchoing());
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
