// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/hubvisit.h"

#include "app/ctl/context.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace tiepdon {
namespace {

const QString kApp = QStringLiteral("tiepdon-ctl");

/// Making a key and two handshakes; a hub on this machine needs under a second.
constexpr int kEnrolMsMax = 20'000;
/// A hub on this machine answers in milliseconds; one that starts needs a second or two.
constexpr int kConnectMsMax = 5'000;
/// A password is hashed for a quarter of a second, two at a time, with others waiting before.
constexpr int kSignInMsMax = 20'000;
/// A keychain that asks its owner is given up by the secret store itself, sooner.
constexpr int kKeepMsMax = 60'000;

} // namespace

DevicePlace devicePlace(const Context &context)
{
    return DevicePlace::of(kApp, context.value("device"), context.value("data"));
}

Error notEnrolledError(const Error &problem, const QString &dataDirectory)
{
    if (problem.code == ErrorCode::NotAllowed)
        return {ErrorCode::NotEnrolled, problem.message, {{"reason", "notAllowed"}}};
    if (!problem.message.empty())
        return problem;
    if (QFileInfo::exists(QDir(dataDirectory).filePath(QStringLiteral("authority.pem"))))
        return {ErrorCode::Offline, "no hub serves " + dataDirectory.toStdString(), {}};
    return {ErrorCode::NotEnrolled, "no enrolment and no hub on this machine", {}};
}

HubVisit::HubVisit(const Context &context, Until until, QObject *parent)
    : QObject(parent), m_until(until), m_account(context.value("account").toLower()),
      m_given(context.secretFrom("password-file")), m_dataDirectory(devicePlace(context).dataDirectory),
      m_device(devicePlace(context), kApp, until == Until::Device ? DeviceKind::Sensor : DeviceKind::Workplace)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        Error problem = m_hub ? m_hub->problem() : m_device.problem();
        if (problem.message.empty())
            problem = {ErrorCode::Offline, "no answer from the hub", {}};
        fail(problem);
    });
    connect(&m_device, &DeviceAccess::changed, this, &HubVisit::onDevice);
}

HubVisit::~HubVisit() = default;

void HubVisit::start()
{
    if (!m_given) {
        fail(m_given.error());
        return;
    }
    m_limit.start(kEnrolMsMax);
    m_device.start();
    onDevice();
}

void HubVisit::onDevice()
{
    if (m_isDone || m_hub)
        return;
    switch (m_device.state()) {
    case DeviceAccess::State::Looking:
    case DeviceAccess::State::Enrolling:
        return;
    case DeviceAccess::State::NotEnrolled:
        fail(notEnrolledError(m_device.problem(), m_dataDirectory));
        return;
    case DeviceAccess::State::SecretsLocked:
        fail(m_device.problem());
        return;
    case DeviceAccess::State::Enrolled:
        connectHub();
        return;
    }
}

void HubVisit::connectHub()
{
    HubAddress address = m_device.address();
    address.folder.clear(); // a call ends with its command: nothing is kept for a later one
    m_hub = std::make_unique<HubClient>(address, kApp, m_until == Until::Device ? Stream::None : Stream::Staff,
                                        &m_device.secrets());
    connect(m_hub.get(), &BranchLink::statusChanged, this, &HubVisit::onHub);
    connect(m_hub.get(), &BranchLink::accessChanged, this, &HubVisit::onHub);
    m_limit.start(kConnectMsMax);
    m_hub->start();
}

void HubVisit::onHub()
{
    if (m_isDone || m_isAsking)
        return;
    const BranchLink::Status status = m_hub->status();
    if (status == BranchLink::Status::Refused) {
        fail(m_hub->problem());
        return;
    }
    if (status != BranchLink::Status::Live && status != BranchLink::Status::SignedOut)
        return;
    if (m_until == Until::Answered) {
        succeed();
        return;
    }
    if (m_until == Until::Device) {
        if (m_hub->access() != BranchLink::Access::NotNeeded)
            fail({ErrorCode::NotAllowed, "enrolled for people, not as a sensor", {{"method", "reportArrival"}}});
        else if (status == BranchLink::Status::Live)
            succeed();
        return;
    }
    if (m_hub->access() == BranchLink::Access::NotNeeded) {
        fail({ErrorCode::NotAllowed, "enrolled as a display, kiosk or sensor", {{"reason", "deviceKind"}}});
        return;
    }
    if (m_hub->access() == BranchLink::Access::SignedOut) {
        signIn();
        return;
    }
    if (isOtherPerson()) {
        m_hub->signOut(); // and come back here
        return;
    }
    switch (m_hub->access()) {
    case BranchLink::Access::PasswordChange:
        if (m_until == Until::Session)
            succeed();
        else
            fail({ErrorCode::PasswordChangeNeeded, "the password is for one use", {}});
        return;
    case BranchLink::Access::Locked:
        unlock();
        return;
    default:
        if (m_until == Until::Session || status == BranchLink::Status::Live)
            succeed();
    }
}

bool HubVisit::isOtherPerson() const
{
    return !m_account.isEmpty() && QString::fromStdString(m_hub->session().account) != m_account;
}

void HubVisit::askPassword(const QString &prompt, const std::function<void()> &next)
{
    m_terminal.ask(prompt, Terminal::Echo::Hidden, [this, next](const std::optional<QByteArray> &line) {
        if (!line) {
            fail({ErrorCode::SignInNeeded, "no password was given", {}});
            return;
        }
        m_password = QString::fromUtf8(*line);
        next();
    });
}

void HubVisit::signIn()
{
    m_isAsking = true;
    m_limit.stop();
    const auto send = [this] {
        m_limit.start(kSignInMsMax);
        m_hub->signIn(m_account, *m_password, this,
                      [this](const Result<SessionInfo> &session) { onSession(session); });
    };
    if (!m_account.isEmpty() && m_given->has_value()) {
        m_password = *m_given;
        send();
        return;
    }
    if (!Terminal::isThere()) {
        const Error why = m_hub->problem();
        fail(why.code == ErrorCode::SessionEnded ? why : Error{ErrorCode::SignInNeeded, "nobody is signed in", {}});
        return;
    }
    const auto askForPassword = [this, send] {
        if (m_given->has_value()) {
            m_password = *m_given;
            send();
        } else {
            askPassword(QStringLiteral("Password of %1: ").arg(m_account), send);
        }
    };
    if (!m_account.isEmpty()) {
        askForPassword();
        return;
    }
    m_terminal.ask(QStringLiteral("Account: "), Terminal::Echo::Shown,
                   [this, askForPassword](const std::optional<QByteArray> &line) {
                       m_account = line ? QString::fromUtf8(*line).trimmed().toLower() : QString();
                       if (m_account.isEmpty())
                           fail({ErrorCode::SignInNeeded, "no account was given", {}});
                       else
                           askForPassword();
                   });
}

void HubVisit::unlock()
{
    m_isAsking = true;
    m_limit.stop();
    const auto send = [this] {
        m_limit.start(kSignInMsMax);
        m_hub->unlock(*m_password, this, [this](const Result<SessionInfo> &session) { onSession(session); });
    };
    if (m_given->has_value()) {
        m_password = *m_given;
        send();
    } else if (Terminal::isThere()) {
        askPassword(QStringLiteral("Locked. Password of %1: ").arg(toQt(m_hub->session().account)), send);
    } else {
        fail({ErrorCode::SessionLocked, "the session is locked", {{"account", m_hub->session().account}}});
    }
}

void HubVisit::onSession(const Result<SessionInfo> &session)
{
    if (!session) {
        fail(session.error());
        return;
    }
    // a command may end the program at once: first what it remembers must be kept
    m_limit.start(kKeepMsMax);
    afterSecrets([this] {
        m_isAsking = false;
        m_limit.start(kConnectMsMax);
        onHub();
    });
}

void HubVisit::afterSecrets(const std::function<void()> &next)
{
    // secrets are kept, read and removed one after the other
    m_device.secrets().read(QStringLiteral("session"), this, [next](const auto &) { next(); });
}

void HubVisit::succeed()
{
    m_isDone = true;
    m_limit.stop();
    Q_EMIT ready();
}

void HubVisit::fail(Error error)
{
    if (std::exchange(m_isDone, true))
        return;
    m_limit.stop();
    const HubAddress address = m_device.address();
    if (m_hub && error.code == ErrorCode::Offline)
        error.detail["hub"] = (address.host + u':' + QString::number(address.port)).toStdString();
    Q_EMIT failed(error);
}

} // namespace tiepdon
