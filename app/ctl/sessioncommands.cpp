// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <utility>

namespace tiepdon {
namespace {

/// Signing out is told to the hub at once; a hub that does not answer hears of it another time.
constexpr int kSignOutMsMax = 3'000;
/// Two handshakes with a hub that may be far away.
constexpr int kEnrolMsMax = 30'000;
/// A code has under 500 characters; with blanks and line ends around it still far under this.
constexpr qint64 kCodeBytesMax = 4096;

/// Where secrets are when the system has no keychain.
void saySecretFolder(const Context &context, const SecretStore &secrets)
{
    if (!secrets.fileFolder().isEmpty())
        context.progress(QStringLiteral("This system has no keychain: secrets are in files for you alone, in %1.")
                             .arg(secrets.fileFolder()));
}

// ---- sign-in, sign-out, password ----

Json sessionJson(const SessionInfo &session)
{
    Json json = toJson(session);
    json.erase("token");
    return json;
}

int signIn(const Context &context)
{
    return context.withVisit(HubVisit::Until::Session, [&context](HubVisit &visit) {
        const SessionInfo &session = visit.hub().session();
        QString text = QStringLiteral("%1 (%2) is signed in here as %3, until %4. Sign out with: tiepdon-ctl "
                                      "sign-out")
                           .arg(toQt(session.name), toQt(session.account), rolesText(session.roles),
                                momentText(session.expiresMs));
        if (session.mustChangePassword)
            text = QStringLiteral(
                       "%1 (%2) is signed in here with a password for one use. Set one of your own before "
                       "anything else: tiepdon-ctl password")
                       .arg(toQt(session.name), toQt(session.account));
        saySecretFolder(context, visit.device().secrets());
        QCoreApplication::exit(context.done(sessionJson(session), text));
    });
}

int signOut(const Context &context)
{
    return context.withVisit(HubVisit::Until::Answered, [&context](HubVisit &visit) {
        HubClient &hub = visit.hub();
        if (hub.access() == BranchLink::Access::SignedOut || hub.access() == BranchLink::Access::NotNeeded) {
            QCoreApplication::exit(
                context.done(Json{{"account", nullptr}}, QStringLiteral("Nobody was signed in here.")));
            return;
        }
        const std::string account = hub.session().account;
        // the hub first, then what is kept here
        hub.request(kSignOutMethod, Json::object(), &hub, [&context, &visit, account](const Result<Json> &reply) {
            visit.hub().signOut();
            visit.afterSecrets([&context, reply, account] {
                QCoreApplication::exit(reply ? context.done(Json{{"account", account}},
                                                            QStringLiteral("%1 is signed out.").arg(toQt(account)))
                                             : context.failed(reply.error()));
            });
        });
        QTimer::singleShot(kSignOutMsMax, &hub, [&context] {
            QCoreApplication::exit(context.failed({ErrorCode::Timeout, "the hub did not answer", {}}));
        });
    });
}

void changePassword(const Context &context, HubVisit &visit, const QString &password, const QString &newPassword)
{
    visit.hub().changePassword(password, newPassword, &visit.hub(), [&context](const Result<SessionInfo> &session) {
        QCoreApplication::exit(
            session ? context.done(sessionJson(*session),
                                   QStringLiteral("The password of %1 is changed. Sessions elsewhere have ended.")
                                       .arg(toQt(session->account)))
                    : context.failed(session.error()));
    });
}

/// Asks for the new password twice, until both are the same.
void askNewPassword(const Context &context, HubVisit &visit, const QString &password)
{
    const auto gone = [&context] {
        QCoreApplication::exit(context.failed({ErrorCode::SignInNeeded, "no password was given", {}}));
    };
    Terminal &terminal = visit.terminal();
    terminal.ask(QStringLiteral("New password: "), Terminal::Echo::Hidden,
                 [&context, &visit, &terminal, password, gone](const std::optional<QByteArray> &first) {
                     if (!first) {
                         gone();
                         return;
                     }
                     terminal.ask(QStringLiteral("The same again: "), Terminal::Echo::Hidden,
                                  [&context, &visit, password, gone,
                                   first = *first](const std::optional<QByteArray> &second) {
                                      if (!second) {
                                          gone();
                                      } else if (*second != first) {
                                          std::fputs("The two are not the same.\n", stderr);
                                          askNewPassword(context, visit, password);
                                      } else {
                                          changePassword(context, visit, password, QString::fromUtf8(first));
                                      }
                                  });
                 });
}

int password(const Context &context)
{
    const auto given = context.secretFrom("password-file"); // before the new one: both may come from stdin
    const auto wanted = context.secretFrom("new-password-file");
    for (const auto *secret : {&given, &wanted}) {
        if (!*secret)
            return context.failed(secret->error());
    }
    if (!wanted->has_value() && !Terminal::isThere())
        return context.wrongUse(
            QStringLiteral("There is no terminal to ask at: give --password-file and --new-password-file."));
    if (wanted->has_value() && !given->has_value() && !Terminal::isThere())
        return context.wrongUse(QStringLiteral("Give the present password with --password-file."));
    const auto goOn = [&context, wanted](HubVisit &visit, const QString &present) {
        if (wanted->has_value())
            changePassword(context, visit, present, **wanted);
        else
            askNewPassword(context, visit, present);
    };
    return context.withVisit(HubVisit::Until::Session, [&context, given, goOn](HubVisit &visit) {
        if (visit.password() || given->has_value()) {
            goOn(visit, visit.password() ? *visit.password() : **given);
            return;
        }
        visit.terminal().ask(
            QStringLiteral("Present password of %1: ").arg(toQt(visit.hub().session().account)),
            Terminal::Echo::Hidden, [&context, &visit, goOn](const auto &line) {
                if (line)
                    goOn(visit, QString::fromUtf8(*line));
                else
                    QCoreApplication::exit(context.failed({ErrorCode::SignInNeeded, "no password was given", {}}));
            });
    });
}

// ---- enrol ----

/// One enrolment from beginning to end.
class Enrolling
{
public:
    explicit Enrolling(const Context &context)
        : m_context(context), m_place(devicePlace(context)),
          m_device(m_place, QStringLiteral("tiepdon-ctl"), DeviceKind::Workplace)
    {
    }

    int run()
    {
        QObject::connect(&m_device, &DeviceAccess::changed, &m_device, [this] { onDevice(); });
        QTimer::singleShot(0, &m_device, [this] {
            if (m_context.isSet("anew"))
                m_device.forget();
            m_isBegun = true;
            m_device.start();
            onDevice();
        });
        m_limit.setSingleShot(true);
        QObject::connect(&m_limit, &QTimer::timeout, &m_device, [this] {
            exit(m_context.failed({ErrorCode::Offline, "no answer from the hub", {}}));
        });
        m_limit.start(kEnrolMsMax);
        return QCoreApplication::exec();
    }

private:
    void onDevice()
    {
        if (!m_isBegun || m_isDone || m_isAsking)
            return;
        switch (m_device.state()) {
        case DeviceAccess::State::Looking:
        case DeviceAccess::State::Enrolling:
            return;
        case DeviceAccess::State::NotEnrolled:
            askCode();
            return;
        case DeviceAccess::State::SecretsLocked:
            exit(m_context.failed(m_device.problem()));
            return;
        case DeviceAccess::State::Enrolled:
            sayEnrolled();
            return;
        }
    }

    void askCode()
    {
        m_limit.stop();
        if (m_isCodeGiven) {
            exit(m_context.failed(notEnrolledError(m_device.problem(), m_place.dataDirectory)));
            return;
        }
        m_isAsking = true;
        m_isCodeGiven = true;
        if (Terminal::isThere()) {
            m_terminal.ask(QStringLiteral("Code: "), Terminal::Echo::Shown,
                           [this](const std::optional<QByteArray> &line) { enrol(line.value_or(QByteArray())); });
            return;
        }
        QFile input;
        enrol(input.open(stdin, QIODevice::ReadOnly) ? input.read(kCodeBytesMax) : QByteArray());
    }

    void enrol(const QByteArray &code)
    {
        m_isAsking = false;
        if (code.trimmed().isEmpty()) {
            exit(m_context.failed(notEnrolledError(m_device.problem(), m_place.dataDirectory)));
            return;
        }
        m_limit.start(kEnrolMsMax);
        m_device.enrol(QString::fromUtf8(code));
    }

    void sayEnrolled()
    {
        const HubAddress address = m_device.address();
        const QString hub = address.host + u':' + QString::number(address.port);
        saySecretFolder(m_context, m_device.secrets());
        exit(m_context.done(
            Json{{"device", m_device.deviceName().toStdString()},
                 {"hub", hub.toStdString()},
                 {"folder", m_place.folder.toStdString()}},
            QStringLiteral("This program is enrolled as \"%1\" at the hub %2. Sign in with: tiepdon-ctl "
                           "sign-in\nEnrol it anew with: tiepdon-ctl enrol --anew")
                .arg(m_device.deviceName(), hub)));
    }

    void exit(int code)
    {
        m_isDone = true;
        m_limit.stop();
        QCoreApplication::exit(code);
    }

    const Context &m_context;
    DevicePlace m_place;
    DeviceAccess m_device;
    Terminal m_terminal;
    QTimer m_limit;
    bool m_isBegun = false; ///< what was there is thrown away, if it should be
    bool m_isAsking = false;
    bool m_isCodeGiven = false;
    bool m_isDone = false;
};

int enrol(const Context &context) { return Enrolling(context).run(); }

} // namespace

std::vector<CtlCommand> sessionCommands()
{
    return {
        commandSpec(
            "enrol", "", "Enrols this program at a hub, with a one-time code.", 0, 0, enrol,
            {optionSpec("anew", "Throws the enrolment there is away first.")},
            "On the hub's own machine no code is needed when it runs under your account, or when you are in\n"
            "the group tiepdon. Else the code is asked for, or read from stdin: on the hub's machine it comes\n"
            "from  tiepdon-ctl device enrol --name NAME"),
        commandSpec(
            "sign-in", "", "Signs somebody in here; the next commands act under that name.", 0, 0, signIn, {},
            "Remembered until sign-out, 12 hours at most; after 15 minutes without a command the password is\n"
            "asked for again. Every command signs in by itself when it must."),
        commandSpec("sign-out", "", "Ends the session here.", 0, 0, signOut),
        commandSpec("password", "", "Changes one's own password.", 0, 0, password,
                    {optionSpec("new-password-file",
                                "The new one, in the first line of a file; - for stdin, behind "
                                "--password-file -.",
                                "FILE")}),
    };
}

} // namespace tiepdon
