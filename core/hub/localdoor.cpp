// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/localdoor.h"

#include "core/base/text.h"
#include "core/hub/log.h"
#include "core/wire/json.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <array>
#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace tiepdon {
namespace {

/// A program asks in one short line, at once.
constexpr qint64 kLineBytesMax = 1024;
constexpr int kLineMsMax = 5000;
constexpr std::size_t kAppCharactersMax = 40;

struct Asking {
    std::string app;
    DeviceKind kind = DeviceKind::Workplace;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("app", self.app);
        visit("kind", self.kind);
    }
};

/// The user at the other end, as the kernel says.
std::optional<uid_t> userOf(const QLocalSocket &socket)
{
    ucred credentials = {};
    socklen_t size = sizeof(credentials);
    if (::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &credentials, &size)
        != 0)
        return std::nullopt;
    return credentials.uid;
}

/// Name and main group of a user of this system.
struct User {
    QString name;
    gid_t group = 0;
};
std::optional<User> userNamed(uid_t uid)
{
    std::array<char, 4096> text{};
    passwd entry = {};
    passwd *found = nullptr;
    if (::getpwuid_r(uid, &entry, text.data(), text.size(), &found) != 0 || !found)
        return std::nullopt;
    return User{QString::fromLocal8Bit(found->pw_name), found->pw_gid};
}

bool isInGroup(const User &user, const char *name)
{
    std::array<char, 16384> text{};
    group entry = {};
    group *found = nullptr;
    if (::getgrnam_r(name, &entry, text.data(), text.size(), &found) != 0 || !found)
        return false;
    std::vector<gid_t> groups(64);
    int count = static_cast<int>(groups.size());
    const QByteArray userName = user.name.toLocal8Bit();
    if (::getgrouplist(userName.constData(), user.group, groups.data(), &count) < 0) {
        groups.resize(static_cast<std::size_t>(std::max(count, 0)));
        if (::getgrouplist(userName.constData(), user.group, groups.data(), &count) < 0)
            return false;
    }
    groups.resize(static_cast<std::size_t>(count));
    return std::find(groups.begin(), groups.end(), found->gr_gid) != groups.end();
}

} // namespace

LocalDoor::LocalDoor(Coder coder, QObject *parent) : QObject(parent), m_coder(std::move(coder))
{
    // who may ask is looked up for each; the file's directory keeps others away besides
    m_server.setSocketOptions(QLocalServer::WorldAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LocalDoor::accept);
}

Result<void> LocalDoor::open(const QString &directory)
{
    const QString path = QDir(directory).absoluteFilePath(QStringLiteral("hub.sock"));
    QLocalServer::removeServer(path);
    if (m_server.listen(path))
        return {};
    return Error{ErrorCode::FileNotWritable, m_server.errorString().toStdString(), {{"file", path.toStdString()}}};
}

void LocalDoor::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kLineMsMax, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void LocalDoor::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLineBytesMax)
            socket->abort();
        return;
    }
    socket->disconnect(this); // one line is asked, one answered
    const QByteArray line = socket->readLine(kLineBytesMax);
    const auto uid = userOf(*socket);
    const auto user = uid ? userNamed(*uid) : std::nullopt;
    if (!uid || (*uid != ::geteuid() && *uid != 0 && !(user && isInGroup(*user, kGroup)))) {
        logLine(LogLevel::Warning, "a program on this machine was turned away",
                {{"uid", uid ? static_cast<std::int64_t>(*uid) : -1}});
        answer(socket, Error{ErrorCode::NotAllowed, "this user is not in the group tiepdon", {{"group", kGroup}}});
        return;
    }
    const auto json = parseJson(line.toStdString());
    const auto asking = json ? fromJson<Asking>(*json, UnknownFields::Refuse) : Result<Asking>(json.error());
    if (!asking)
        return answer(socket, asking.error());
    const auto app = cleanText(asking->app, kAppCharactersMax);
    if (!app)
        return answer(socket, app.error());
    const QPointer<QLocalSocket> still(socket);
    m_coder(QString::fromStdString(*app), asking->kind, user ? user->name : QString::number(*uid),
            static_cast<qint64>(*uid), [this, still](const Result<std::string> &code) {
                if (still)
                    answer(still, code);
            });
}

void LocalDoor::answer(QLocalSocket *socket, const Result<std::string> &code)
{
    Json json = Json::object();
    if (code) {
        json["code"] = *code;
    } else {
        json["error"] = {{"code", std::string(name(code.error().code))}, {"message", code.error().message}};
    }
    socket->write(QByteArray::fromStdString(toBytes(json)) + '\n');
    socket->disconnectFromServer(); // when it is written
}

} // namespace tiepdon
