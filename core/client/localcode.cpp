// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/localcode.h"

#include "core/wire/json.h"

#include <QFileInfo>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kAnswerMsMax = 5000;
constexpr qint64 kLineBytesMax = 4096;

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

struct Refusal {
    std::string code;
    std::string message;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("code", self.code);
        visit("message", self.message);
    }
};

struct Answer {
    std::optional<std::string> code;
    std::optional<Refusal> error;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("code", self.code);
        visit("error", self.error);
    }
};

Error nobody() { return {ErrorCode::Offline, "no hub on this machine answers", {}}; }

} // namespace

LocalCode::LocalCode(QStringList sockets, QString app, DeviceKind kind, QObject *parent)
    : QObject(parent), m_sockets(std::move(sockets)), m_app(std::move(app)), m_kind(kind)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kAnswerMsMax);
    connect(&m_limit, &QTimer::timeout, this, [this] { settle(nobody()); });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        const std::string line = toBytes(toJson(Asking{m_app.toStdString(), m_kind})) + '\n';
        m_socket.write(line.data(), static_cast<qint64>(line.size()));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &LocalCode::read);
    // queued: it may fail inside the very call that connects
    connect(
        &m_socket, &QLocalSocket::errorOccurred, this, [this] { settle(nobody()); }, Qt::QueuedConnection);
}

bool LocalCode::isThere() const
{
    return std::any_of(m_sockets.begin(), m_sockets.end(),
                       [](const QString &path) { return QFileInfo::exists(path); });
}

void LocalCode::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_next = 0;
    tryNext();
}

void LocalCode::tryNext()
{
    while (m_next < m_sockets.size() && !QFileInfo::exists(m_sockets.at(m_next)))
        ++m_next;
    if (m_next >= m_sockets.size()) {
        m_isAsking = false;
        Q_EMIT answered(nobody(), {});
        return;
    }
    m_limit.start();
    m_socket.connectToServer(m_sockets.at(m_next));
}

void LocalCode::read()
{
    if (!m_socket.canReadLine()) {
        if (m_socket.bytesAvailable() > kLineBytesMax)
            settle(nobody());
        return;
    }
    const auto json = parseJson(m_socket.readLine(kLineBytesMax).toStdString());
    const auto answer = json ? fromJson<Answer>(*json, UnknownFields::Ignore) : Result<Answer>(json.error());
    if (!answer)
        settle(answer.error());
    else if (answer->code)
        settle(*answer->code);
    else if (answer->error)
        settle(Error{errorCode(answer->error->code).value_or(ErrorCode::Internal), answer->error->message, {}});
    else
        settle(nobody());
}

void LocalCode::settle(const Result<std::string> &code)
{
    if (!m_isAsking || !m_limit.isActive())
        return; // of a socket that was given up
    m_limit.stop();
    m_socket.abort();
    if (!code && code.error().code == ErrorCode::Offline) {
        ++m_next;
        tryNext();
        return;
    }
    m_isAsking = false;
    Q_EMIT answered(code, QFileInfo(m_sockets.at(m_next)).absolutePath());
}

} // namespace tiepdon
